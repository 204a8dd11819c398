"""Logging time and conversations in one line, as ``domain.quick_log`` reads it.

A name that fits one record means that record. A name that fits none makes a new one, unless it
is so near to an existing one that it looks mistyped; a name that fits several is refused with
the choices. See ``named``.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation
from careerdesk.domain.quick_log import (
    EXAMPLES,
    NotUnderstoodError,
    StudyLine,
    TalkLine,
    parse_line,
)
from careerdesk.domain.skills import Skill
from careerdesk.services.learning import add_session
from careerdesk.services.log_names import LogNames, Named
from careerdesk.services.named import find_named, refuse_mistyped, unquoted
from careerdesk.services.network import add_conversation
from careerdesk.words import counted, exact_duration
from careerdesk.words import day as day_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from careerdesk.storage.desk import Desk

__all__ = ["NotUnderstoodError", "Understood", "log", "understand"]

_WITH_ORGANIZATION = re.compile(r"^(?P<name>[^()]*\S)\s+\((?P<organization>[^()]+)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line means: a title for the history, a sentence to show, and what it would store."""

    title: str
    sentence: str
    entry: StudySession | Conversation
    people: tuple[Contact, ...] = ()
    new_records: tuple[Any, ...] = ()


def understand(desk: Desk, text: str, today: date, names: LogNames | None = None) -> Understood:
    """Return what a line means on this desk; nothing is stored.

    ``names`` are those of the desk, if they have been read already.

    Raises:
        NotUnderstoodError: the line, or a name in it, is not clear.
    """
    line = parse_line(text, today)
    names = LogNames(desk) if names is None else names
    try:
        if isinstance(line, StudyLine):
            return _study(desk, line, today, names)
        return _talk(desk, line, today, names)
    except InvalidValueError as error:
        raise NotUnderstoodError(f"{error} Nothing was logged; write {EXAMPLES}.") from error


def log(desk: Desk, text: str, today: date, names: LogNames | None = None) -> str:
    """Store what a line means as one step, and return the sentence that says what was stored."""
    meant = understand(desk, text, today, names)
    with desk.change(meant.title) as tx:
        tx.add_many(meant.new_records)
        if isinstance(meant.entry, StudySession):
            add_session(tx, meant.entry)
        else:
            add_conversation(tx, meant.entry, meant.people)
    return meant.sentence


def _study(desk: Desk, line: StudyLine, today: date, names: LogNames) -> Understood:
    # A title may hold a colon itself, so the whole text is looked up before it is taken apart.
    subject, note = line.subject, ""
    item, skill = _learned(desk, subject, names)
    if item is None and skill is None:
        subject, note = _split_note(subject)
        item, skill = _learned(desk, subject, names)
    new: tuple[LearningItem, ...] = ()
    if item is None and skill is None:
        refuse_mistyped(subject, [*names.learning(), *names.skills()])
        item = LearningItem.new(unquoted(subject))
        new = (item,)
    session = StudySession.new(
        line.on,
        line.minutes,
        learning_item_id=item.id if item else None,
        skill_id=skill.id if skill else None,
        note=note,
    )
    named = (
        f"the {item.kind.value} {item.title}"
        if item
        else f"the skill {skill.name if skill else subject}"
    )
    added = f"; the {new[0].kind.value} is new on the desk" if new else ""
    what = f"{exact_duration(line.minutes)} on {named}"
    return Understood(
        title=f"Log {what}",
        sentence=f"{what}{_when(line.on, today)}{_noted(note)}{added}",
        entry=session,
        new_records=new,
    )


def _talk(desk: Desk, line: TalkLine, today: date, names: LogNames) -> Understood:
    people: list[Contact] = []
    new: list[Contact] = []
    for name in line.names:
        found = _contact(name, [*names.people(), *map(Named.of, new)])
        if found is None:
            refuse_mistyped(name, names.people())
            person = _new_contact(name)
            new.append(person)
        else:
            added_before = (one for one in new if str(one.id) == found.key)
            person = next(added_before, None) or desk.get(Contact, uuid.UUID(found.key))
        if person not in people:
            people.append(person)
    conversation = Conversation.new(line.on, line.kind, line.minutes, note=line.note)
    called = " and ".join(person.name for person in people)
    length = f", {exact_duration(line.minutes)}" if line.minutes is not None else ""
    kind = "conversation" if line.kind.value == "other" else line.kind.value
    what = f"{kind} with {called}{length}"
    added = f"; new on the desk: {', '.join(person.name for person in new)}" if new else ""
    return Understood(
        title=f"Log {what}",
        sentence=f"{what[0].upper()}{what[1:]}{_when(line.on, today)}{_noted(line.note)}{added}",
        entry=conversation,
        people=tuple(people),
        new_records=tuple(new),
    )


def _learned(desk: Desk, subject: str, names: LogNames) -> tuple[LearningItem | None, Skill | None]:
    if found := find_named(subject, names.learning()):
        return desk.get(LearningItem, uuid.UUID(found.key)), None
    if found := find_named(subject, names.skills()):
        return None, desk.get(Skill, uuid.UUID(found.key))
    return None, None


def _contact(name: str, known: Sequence[Named]) -> Named | None:
    if parts := _WITH_ORGANIZATION.match(name):
        wanted = fold(parts["organization"])
        known = [one for one in known if fold(one.more) == wanted]
        name = parts["name"].strip()
    return find_named(name, known)


def _new_contact(name: str) -> Contact:
    if parts := _WITH_ORGANIZATION.match(name):
        name, organization = parts["name"].strip(), parts["organization"].strip()
        return Contact.new(unquoted(name), organization=organization)
    return Contact.new(unquoted(name))


def _split_note(subject: str) -> tuple[str, str]:
    name, _, note = subject.partition(": ")
    return name.strip(), note.strip()


def _when(on: date, today: date) -> str:
    days = (today - on).days
    named = {0: "today", 1: "yesterday"}
    return f", {named.get(days) or day_words(on)}"


def _noted(note: str) -> str:
    return f", with a note ({counted(len(note), 'character')})" if note else ""
