"""The network: contacts, conversations, follow-ups; each writing function is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact, Conversation, FollowUp, Participant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx


def contacts(desk: Desk) -> list[Contact]:
    """Return all contacts by name."""
    return sorted(desk.all(Contact), key=lambda contact: fold(contact.name))


def add_contact(desk: Desk, contact: Contact) -> None:
    """Add a contact."""
    with desk.change(f"Add contact {contact.name}") as tx:
        tx.add(contact)


def edit_contact(desk: Desk, contact: Contact) -> None:
    """Store a changed contact."""
    with desk.change(f"Edit contact {contact.name}") as tx:
        tx.replace(contact)


def remove_contact(desk: Desk, contact: Contact) -> None:
    """Delete a contact and their follow-ups; conversations stay, without them."""
    with desk.change(f"Delete contact {contact.name}") as tx:
        tx.remove(contact)


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


def remove_conversation(desk: Desk, conversation: Conversation) -> None:
    """Delete a conversation."""
    on = conversation.on.isoformat()
    with desk.change(f"Delete {conversation.kind.value} of {on}") as tx:
        tx.remove(conversation)


def add_follow_up(desk: Desk, follow_up: FollowUp) -> None:
    """Add something to do by a day."""
    with desk.change(f"Add follow-up {follow_up.title}") as tx:
        tx.add(follow_up)


def complete_follow_up(desk: Desk, follow_up: FollowUp, on: date) -> None:
    """Mark a follow-up as done on a day."""
    with desk.change(f"Complete follow-up {follow_up.title}") as tx:
        tx.replace(replace(follow_up, done_on=on))
