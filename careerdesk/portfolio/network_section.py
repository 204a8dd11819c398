"""The network in numbers: how many conversations, how long, with which functions; no names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.conversations import people_of
from careerdesk.analysis.network_mix import talks_by_function
from careerdesk.domain.network import ConversationKind
from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.formats import adding_up, hours_aligned
from careerdesk.portfolio.private_notes import dated
from careerdesk.portfolio.styles import (
    BODY,
    CAPTION,
    CELL,
    CELL_NUMBER,
    CELL_QUIET,
    CELL_QUIET_RIGHT,
    NOTE,
    SUBSECTION,
)
from careerdesk.portfolio.tables import Column, Table
from careerdesk.portfolio.text import Heading, paragraphs, text
from careerdesk.words import counted, day, duration, function, month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdesk.analysis.network_mix import FunctionTalk
    from careerdesk.domain.network import Contact, ContactId, Conversation, ConversationId
    from careerdesk.domain.records import Records
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.text import Text

_SEVERAL: Final = (
    "A conversation with people of several functions counts once in each, so the rows add up to "
    "more than all conversations."
)
_KIND: Final = {
    ConversationKind.COFFEE: "Coffee",
    ConversationKind.CALL: "Call",
    ConversationKind.VIDEO: "Video call",
    ConversationKind.MEETING: "Meeting",
    ConversationKind.INTERVIEW: "Interview",
    ConversationKind.EVENT: "Event",
    ConversationKind.MESSAGE: "Message",
    ConversationKind.OTHER: "Other",
}


def network_story(matter: Matter) -> list[Block]:
    """Return the numbers, the charts of this section and, if asked for, the people themselves."""
    talks = [talk for talk in matter.records.conversations if talk.on <= matter.today]
    story: list[Block] = []
    people = _people(matter.records, talks)
    if talks:
        story.append(text(_summary(talks, people), BODY))
    story += charts_of(matter, Section.NETWORK)
    if talks:
        story.append(Heading("By kind", SUBSECTION, level=3, anchor="talks-kind"))
        story.append(_by_kind(talks))
    if any(people.values()):
        story.append(Heading("By function", SUBSECTION, level=3, anchor="talks-function"))
        functions = talks_by_function(matter.records.contacts, people.values())
        if sum(held.conversations for held in functions) > sum(map(bool, people.values())):
            story.append(text(_SEVERAL, CAPTION))
        story.append(_by_function(functions))
    if matter.includes_private:
        story += _private_part(matter.records, talks, people)
    return story


def _people(
    records: Records, talks: Iterable[Conversation]
) -> dict[ConversationId, set[ContactId]]:
    """Return who took part in each of these conversations."""
    people = people_of(records.participants)
    return {talk.id: people.get(talk.id, set()) for talk in talks}


def _summary(talks: list[Conversation], people: dict[ConversationId, set[ContactId]]) -> str:
    persons = len(set().union(*people.values()))
    minutes = sum(talk.minutes or 0 for talk in talks)
    unknown = sum(talk.minutes is None for talk in talks)
    words = counted(len(talks), "conversation")
    if persons:
        words += f" with {counted(persons, 'person', 'people')}"
    words += f" since {month(min(talk.on for talk in talks))}"
    if minutes:
        words += f", {duration(minutes)} in all"
    if unknown and minutes:
        words += f"; the length of {unknown:,} was not recorded"
    return words + "."


def _by_kind(talks: list[Conversation]) -> Table:
    numbers = Counter(talk.kind for talk in talks)
    minutes: Counter[ConversationKind] = Counter()
    for talk in talks:
        minutes[talk.kind] += talk.minutes or 0
    columns = (
        Column(header="Kind", share=3),
        Column(header="Conversations", share=1.2, is_right=True),
        Column(header="Hours", share=1, is_right=True),
    )
    order = sorted(numbers, key=lambda kind: (-numbers[kind], _KIND[kind]))
    shown = dict(zip(order, adding_up([minutes[kind] for kind in order]), strict=True))
    return Table(
        columns,
        [
            (
                text(_KIND[kind], CELL),
                text(f"{numbers[kind]:,}", CELL_NUMBER),
                text(hours_aligned(shown[kind]), CELL_QUIET_RIGHT) if minutes[kind] else None,
            )
            for kind in order
        ],
        name="By kind",
    )


def _by_function(functions: tuple[FunctionTalk, ...]) -> Table:
    columns = (
        Column(header="Function", share=3),
        Column(header="Conversations", share=1.2, is_right=True),
        Column(header="People", share=1, is_right=True),
    )
    return Table(
        columns,
        [
            (
                text(function(held.function) or "Not known", CELL),
                text(f"{held.conversations:,}", CELL_NUMBER),
                text(f"{held.people:,}", CELL_QUIET_RIGHT),
            )
            for held in functions
        ],
        name="By function",
    )


def _private_part(
    records: Records,
    talks: list[Conversation],
    people: dict[ConversationId, set[ContactId]],
) -> Iterator[Block]:
    names = {contact.id: contact.name for contact in records.contacts}
    if records.contacts:
        yield Heading("People (private)", SUBSECTION, level=3, anchor="people")
        columns = (
            Column(header="Name", share=1.5),
            Column(header="Work", share=2),
            Column(header="Reached at", share=2),
        )
        rows = [_person(contact) for contact in _by_name(records.contacts)]
        yield Table(columns, rows, name="People")
        for contact in _by_name(records.contacts):
            for words in filter(None, (contact.how_met, contact.note)):
                yield from paragraphs(f"Private note on {contact.name}: {words}", NOTE)
    if talks:
        yield Heading("Conversations (private)", SUBSECTION, level=3, anchor="talks")
        for talk in sorted(talks, key=lambda talk: talk.on, reverse=True):
            who = ", ".join(sorted(names[person] for person in people[talk.id]))
            head = _KIND[talk.kind]
            yield from dated(day(talk.on), f"{head} \u00b7 {who}" if who else head, talk.note)
    if records.follow_ups:
        yield Heading("Follow-ups (private)", SUBSECTION, level=3, anchor="follow-ups")
        for promise in sorted(records.follow_ups, key=lambda promise: promise.due):
            state = f"done {day(promise.done_on)}" if promise.done_on else "open"
            yield from dated(day(promise.due), f"{promise.title} \u00b7 {state}", promise.note)


def _by_name(contacts: tuple[Contact, ...]) -> list[Contact]:
    return sorted(contacts, key=lambda contact: contact.name.casefold())


def _person(contact: Contact) -> tuple[Text, Text | None, Text | None]:
    work = ", ".join(filter(None, (contact.title, contact.organization)))
    reach = ", ".join(filter(None, (contact.email, contact.phone, contact.url)))
    return (
        text(contact.name, CELL),
        text(work, CELL_QUIET) if work else None,
        text(reach, CELL_QUIET) if reach else None,
    )
