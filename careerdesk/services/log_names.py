"""The names a line of the log may mean: read once while somebody types, and offered to them."""

from __future__ import annotations

import heapq
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.domain.folding import fold
from careerdesk.domain.network import Contact
from careerdesk.domain.quick_log import (
    NotUnderstoodError,
    StudyLine,
    TalkLine,
    parse_line,
    unfinished_names,
)
from careerdesk.words import exact_duration

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence
    from datetime import date

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.overview import Row

_OFFERED: Final = 8
_LOOKED_AT: Final = 40  # sessions and talks, until enough different ones are found


class Named(NamedTuple):
    """A record by its id as it is stored, its name, and what tells it from others so named."""

    key: str
    name: str
    more: str
    folded: str

    @classmethod
    def of(cls, contact: Contact) -> Named:
        """Return what names a contact that is not on the desk yet."""
        return cls(str(contact.id), contact.name, contact.organization, fold(contact.name))

    @property
    def words(self) -> str:
        """The name with what tells it from others."""
        return f"{self.name} ({self.more})" if self.more else self.name


class Completion(NamedTuple):
    """Names that what is typed from ``start`` on may become."""

    start: int
    names: tuple[str, ...]


class LogNames:
    """The names of one desk; ``forget`` must hear of every change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, list[Named]] = {}

    def forget(self, touched: Touched | None) -> None:
        """Drop what a change has touched; None is everything."""
        for table in list(self._kept):
            if touched is None or table in touched.tables:
                del self._kept[table]

    def people(self) -> list[Named]:
        """Return all contacts."""
        if "contact" not in self._kept:
            self._kept["contact"] = _named(self._desk.overview.contact_names())
        return self._kept["contact"]

    def learning(self) -> list[Named]:
        """Return all learning items."""
        if "learning_item" not in self._kept:
            self._kept["learning_item"] = _named(self._desk.overview.learning_names())
        return self._kept["learning_item"]

    def skills(self) -> list[Named]:
        """Return all skills."""
        if "skill" not in self._kept:
            self._kept["skill"] = _named(self._desk.overview.skill_names())
        return self._kept["skill"]

    def completion(self, text: str) -> Completion | None:
        """Return how the name at the end of a line may go on; None if nothing fits."""
        starts, is_person = unfinished_names(text)
        for start in starts:
            typed = fold(text[start:])
            known = self.people() if is_person else [*self.learning(), *self.skills()]
            if typed and (found := _fitting(typed, known)):
                return Completion(start, tuple(found))
        return None


def name_to_log(desk: Desk, key: uuid.UUID) -> str:
    """Return what to write for a contact: the name, and more if others have it too."""
    contact = desk.get(Contact, key)
    if desk.overview.people_named(contact.name) == 1:
        return contact.name
    return Named.of(contact).words


def recent_lines(desk: Desk, today: date, count: int) -> list[str]:
    """Return lines that would log again what was logged last, each about something else."""
    lines = [
        (day, subject, f"{exact_duration(minutes)} on {subject}")
        for day, minutes, subject in desk.overview.latest_sessions(_LOOKED_AT)
    ]
    for day, kind, minutes, person in desk.overview.latest_talks(_LOOKED_AT):
        length = f" {exact_duration(minutes)}" if minutes is not None else ""
        word = "talk" if kind == "other" else kind
        lines.append((day, person, f"{word} with {person}{length}"))
    found: dict[str, str] = {}
    for _, subject, line in sorted(lines, key=lambda one: one[0], reverse=True):
        if len(found) < count and subject not in found and _means(line, subject, today):
            found[subject] = line
    return list(found.values())


def study_line(subject: str, minutes: int, today: date) -> str:
    """Return a line that logs so much time on just this."""
    line = f"{exact_duration(minutes)} on {subject}"
    return line if _means(line, subject, today) else f"{exact_duration(minutes)} on “{subject}”"


def _means(line: str, subject: str, today: date) -> bool:
    """Say whether a line names just this: a name may hold what the language reads otherwise."""
    try:
        meant = parse_line(line, today)
    except NotUnderstoodError:
        return False
    if isinstance(meant, TalkLine):
        return meant.names == (subject,)
    assert isinstance(meant, StudyLine)
    return meant.subject == subject


def _named(rows: Iterable[Row]) -> list[Named]:
    return [Named(key, name, more, fold(name)) for key, name, more in rows]


def _fitting(typed: str, known: Sequence[Named]) -> list[str]:
    """Return the names that begin with what was typed, then those with a word that does."""
    begin = [one for one in known if one.folded.startswith(typed)]
    within = [
        one for one in known if f" {typed}" in one.folded and not one.folded.startswith(typed)
    ]
    if [one.folded for one in begin] == [typed] and not within:
        return []  # it stands there already
    first = [*_first(begin), *_first(within)][:_OFFERED]
    times = Counter(one.name for one in (*begin, *within))
    return list(dict.fromkeys(one.name if times[one.name] == 1 else one.words for one in first))


def _first(names: Sequence[Named]) -> list[Named]:
    return heapq.nsmallest(_OFFERED, names, key=attrgetter("folded", "more"))
