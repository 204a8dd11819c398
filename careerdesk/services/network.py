"""The network: contacts, conversations, follow-ups; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact, Conversation, FollowUp, MixTarget, Participant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


def contacts(desk: Desk) -> list[Contact]:
    """Return all contacts by name."""
    return sorted(desk.all(Contact), key=lambda contact: fold(contact.name))


def add_conversation(
    tx: Tx,
    conversation: Conversation,
    people: Sequence[Contact],
    *,
    next_step: FollowUp | None = None,
) -> None:
    """Store a conversation with those who took part, within a change, and its next step."""
    tx.add(conversation)
    tx.add_many(Participant.new(conversation.id, person.id) for person in people)
    if next_step is not None:
        tx.add(replace(next_step, conversation_id=conversation.id))


def edit_conversation(desk: Desk, conversation: Conversation, people: Sequence[Contact]) -> None:
    """Store a changed conversation and who took part."""
    on = conversation.on.isoformat()
    wanted = {person.id for person in people}
    with desk.change(f"Edit {conversation.kind.value} of {on}") as tx:
        tx.replace(conversation)
        present = tx.all(Participant, conversation_id=conversation.id)
        tx.remove_many(one for one in present if one.contact_id not in wanted)
        missing = wanted - {one.contact_id for one in present}
        tx.add_many(Participant.new(conversation.id, contact_id) for contact_id in sorted(missing))


def set_mix_targets(desk: Desk, weights: Mapping[str, int]) -> None:
    """Set which share of the network each function should have, as weights beside each other."""
    with desk.change("Change the network mix aimed at") as tx:
        tx.remove_many(tx.all(MixTarget))
        tx.add_many(MixTarget.new(function, weight) for function, weight in weights.items())


def complete_follow_up(desk: Desk, follow_up: FollowUp, on: date) -> None:
    """Mark a follow-up as done on a day."""
    with desk.change(f"Complete follow-up {follow_up.title}") as tx:
        tx.replace(replace(follow_up, done_on=on))
