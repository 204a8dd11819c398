"""What the palette lists for a query: headings, commands and records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale

from careerdesk.domain.folding import fold
from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.palette.commands import Command, ranked
from careerdesk.gui.text import to_translate, translate
from careerdesk.services.found import Found
from careerdesk.services.search import COUNTED_AT_MOST, MOST_SHOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.services.found import FoundReader
    from careerdesk.services.search import Group, SearchIndex

COMMANDS_ONLY: Final = ">"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over results of one kind, with how many there are; it cannot be chosen."""

    text: str
    total: int

    @property
    def count(self) -> str:
        """How many there are, "1,000+" if they were not counted further."""
        number = QLocale().toString(min(self.total, COUNTED_AT_MOST))
        if self.total <= COUNTED_AT_MOST:
            return number
        return translate("palette", "{number}+").format(number=number)


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command."""

    command: Command


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record; ``kind`` is the heading it stands under."""

    found: Found
    kind: str


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The way to all results of a kind of which only some are shown."""

    kind: type[Any]
    heading: str
    total: int


Row = Heading | CommandRow | RecordRow | MoreRow


def words_of(query: str) -> list[str]:
    """Return the folded words that results are marked with."""
    return fold(query.removeprefix(COMMANDS_ONLY)).split()


def rows_for(
    query: str,
    commands: Sequence[Command],
    index: SearchIndex | None,
    reader: FoundReader,
    listed: frozenset[str],
) -> list[Row]:
    """Return what a query finds, best first.

    Args:
        query: What was typed; commands only if it begins with ``>``, all of them if it is empty.
            What of the catalogue is read comes after all that is the user's own.
        commands: Those that can be given, the useful ones first.
        index: What finds records; None while it has not been begun.
        reader: What reads them.
        listed: The tables whose records some page lists, so that all results can be shown there.
    """
    query = query.strip()
    if not query or query.startswith(COMMANDS_ONLY):
        to_do = [command for command in commands if not command.heading]
        hits = ranked(to_do, query.removeprefix(COMMANDS_ONLY))
        return _command_rows([command for _, command in hits], len(hits))
    sections: list[tuple[tuple[bool, int, bool], list[Row]]] = []
    by_heading: dict[str, list[tuple[int, Command]]] = {}
    for rank, command in ranked(commands, query):
        by_heading.setdefault(command.heading, []).append((rank, command))
    for heading, hits in by_heading.items():
        rank, best = hits[0]
        some = [command for _, command in hits[:MOST_SHOWN]]
        rows = _command_rows(some, len(hits), heading)
        sections.append(((bool(heading), rank, bool(best.needs)), rows))
    for group in index.answer(query) if index is not None else ():
        sections.append(((False, group.rank, False), _record_rows(group, query, reader, listed)))
    return [row for _, rows in sorted(sections, key=lambda one: one[0]) for row in rows]


def heading_of(kind: type[Any]) -> str:
    """Return what records of a kind are called over a list of them."""
    return translate("palette", _HEADINGS[TABLE_OF[kind]])


def _command_rows(commands: Sequence[Command], total: int, heading: str = "") -> list[Row]:
    if not commands:
        return []
    words = heading or translate("palette", "Commands")
    return [Heading(words, total), *map(CommandRow, commands)]


def _record_rows(
    group: Group, query: str, reader: FoundReader, listed: frozenset[str]
) -> list[Row]:
    heading = heading_of(group.kind)
    read = (reader.found(group.kind, key, query) for key in group.ids)
    rows: list[Row] = [RecordRow(found, heading) for found in read if found is not None]
    if not rows:
        return []
    if group.total > len(group.ids) and TABLE_OF[group.kind] in listed:
        rows.append(MoreRow(group.kind, heading, group.total))
    return [Heading(heading, group.total), *rows]


_HEADINGS: Final = {
    "skill": to_translate("palette", "Skills"),
    "skill_group": to_translate("palette", "Groups of skills"),
    "rating": to_translate("palette", "Notes on levels"),
    "learning_item": to_translate("palette", "Learning"),
    "study_session": to_translate("palette", "Study sessions"),
    "certificate": to_translate("palette", "Certificates"),
    "contact": to_translate("palette", "People"),
    "conversation": to_translate("palette", "Conversations"),
    "follow_up": to_translate("palette", "Follow-ups"),
    "position": to_translate("palette", "Positions"),
    "pay": to_translate("palette", "Pay"),
    "education": to_translate("palette", "Education"),
    "link": to_translate("palette", "Links"),
    "profile": to_translate("palette", "Profile"),
    "attachment": to_translate("palette", "Files"),
    "evidence": to_translate("palette", "Evidence"),
    "action": to_translate("palette", "Actions"),
    "role": to_translate("palette", "Own roles"),
}
