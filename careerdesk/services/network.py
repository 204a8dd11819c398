"""The network: contacts, conversations, follow-ups; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact, Conversation, FollowUp, MixTarget, Participant
from careerdesk.words import counted_kind, day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from careerdesk.domain.network import ContactId
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


def log_conversation(
    desk: Desk,
    conversation: Conversation,
    people: Sequence[Contact],
    *,
    new: Sequence[Contact] = (),
) -> None:
    """Add a conversation with those who took part, as one change; ``new`` are added with it."""
    with desk.change(f"Add {conversation.kind.value} of {day(conversation.on)}") as tx:
        tx.add_many(new)
        add_conversation(tx, conversation, [*people, *new])


def set_people(
    desk: Desk,
    conversation: Conversation,
    people: Sequence[ContactId],
    new: Sequence[Contact] = (),
) -> None:
    """Say who took part in a conversation; ``new`` are contacts to be added with it."""
    with desk.change(f"Change who took part on {day(conversation.on)}") as tx:
        tx.add_many(new)
        wanted = {*people, *(one.id for one in new)}
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
    complete_follow_ups(desk, [follow_up], on)


def complete_follow_ups(desk: Desk, follow_ups: Sequence[FollowUp], on: date) -> str:
    """Mark follow-ups as done on a day, as one change, and return what they are called."""
    one = follow_ups[0]
    named = (
        f"follow-up {one.title}"
        if len(follow_ups) == 1
        else counted_kind(len(follow_ups), "follow_up")
    )
    with desk.change(f"Complete {named}") as tx:
        tx.replace_many(replace(follow_up, done_on=on) for follow_up in follow_ups)
    return named
