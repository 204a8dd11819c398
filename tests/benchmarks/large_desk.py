"""A desk as large as one may become: the example with 20,000 contacts and 50,000 conversations."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from careerdesk.domain.network import (
    FUNCTIONS,
    Contact,
    Conversation,
    ConversationKind,
    Participant,
)
from careerdesk.services.example import create_example_desk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

CONTACTS = 20_000
CONVERSATIONS = 50_000
_FIRST = (
    *("Ada", "Łukasz", "Grace", "Björn", "Chidi", "Zoë", "Nguyễn", "Íñigo", "Mei", "Olaf"),
    *("Priya", "Seun", "Tariq", "Hana", "Émile", "Siobhán", "Jürgen", "Ødger", "Lina", "Kofi"),
)
_LAST = (
    *("Byron", "Wiśniewski", "Hopper", "Ødegård", "Anozie", "Müller", "Hạnh", "Arrizabal"),
    *("Tsaur", "Strauß", "Raghunandan", "Adelabi", "Benslimi", "Kobayakawa", "Delvigne", "Roe"),
)
_NOTES = (
    "About roadmaps, and what to leave out of them.",
    "Gave me the name of somebody in design.",
    "Wants the notes on pricing by the end of the month.",
    "How they measure whether an answer was right.",
    "Nothing new; stay in touch.",
)


def make_large_desk(path: Path, today: date) -> None:
    """Write the desk; the same for the same day but for its ids."""
    chance = random.Random(1)
    people = [
        replace(
            Contact.new(
                f"{chance.choice(_FIRST)} {chance.choice(_LAST)}-{chance.choice(_LAST)}",
                organization=f"Company {number % 900}",
                title=f"Engineer {number % 70}",
            ),
            function=FUNCTIONS[number % len(FUNCTIONS)],
            cadence_days=30 if number % 40 == 0 else None,
            note="Met at the fair, and again by chance in the train home.",
        )
        for number in range(CONTACTS)
    ]
    kinds = list(ConversationKind)
    talks = [
        Conversation.new(
            today - timedelta(days=chance.randrange(2000)),
            chance.choice(kinds),
            30,
            note=chance.choice(_NOTES),
        )
        for _ in range(CONVERSATIONS)
    ]
    joined = [Participant.new(talk.id, chance.choice(people).id) for talk in talks]
    desk = create_example_desk(path, today)
    with desk.change("Fill the desk") as tx:
        tx.add_many([*people, *talks, *joined])
    desk.close()
