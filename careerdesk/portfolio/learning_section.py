"""The learning record: what was studied, with whom, how long and how far."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.study_time import minutes_by_item
from careerdesk.domain.learning import LearningKind, LearningStatus
from careerdesk.domain.money import money_words
from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.experience_section import ASIDE, entry
from careerdesk.portfolio.formats import adding_up, hours_aligned, hours_of_planned
from careerdesk.portfolio.private_notes import dated
from careerdesk.portfolio.styles import (
    BODY,
    CELL,
    CELL_LINK,
    CELL_NUMBER,
    CELL_QUIET,
    CELL_QUIET_RIGHT,
    CELL_STRONG,
    CELL_STRONG_NUMBER,
    QUIET,
    SUBSECTION,
)
from careerdesk.portfolio.tables import LONGEST_NAME, Column, Table
from careerdesk.portfolio.text import Heading, paragraphs, text
from careerdesk.words import counted, cut, day, duration, month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.domain.learning import LearningItem, LearningItemId, StudySession
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.tables import Row

_KIND: Final = {
    LearningKind.COURSE: "Course",
    LearningKind.BOOK: "Book",
    LearningKind.CERTIFICATION: "Certification",
    LearningKind.WORKSHOP: "Workshop",
}
_STATUS: Final = {
    LearningStatus.ACTIVE: "In progress",
    LearningStatus.DONE: "Done",
    LearningStatus.PLANNED: "Planned",
    LearningStatus.DROPPED: "Stopped",
}
_ORDER: Final = tuple(_STATUS)
_EVERYTHING: Final = "Everything studied"
_COLUMNS: Final = (
    Column(header="Title", share=2.85),
    Column(header="Kind and provider", share=2.1),
    Column(header="Status", share=1.05),
    Column(header="Hours", share=1.25, is_right=True),
    Column(header="Finished", share=1.25, is_right=True),
)


def learning_story(matter: Matter) -> list[Block]:
    """Return the total, the charts of this section and a table of everything studied."""
    records = matter.records
    sessions = [session for session in records.study_sessions if session.on <= matter.today]
    if not records.learning_items and not sessions:
        return charts_of(matter, Section.LEARNING)
    minutes = minutes_by_item(sessions, today=matter.today)
    total = sum(session.minutes for session in sessions)
    practice = total - sum(minutes.values())
    words = _summary(matter, sessions, total, practice)
    story: list[Block] = [text(words, BODY), *charts_of(matter, Section.LEARNING)]
    if records.learning_items:
        story.append(Heading(_EVERYTHING, SUBSECTION, level=3, anchor="studied"))
        items = _sorted(records.learning_items)
        *spent, practised = adding_up([*(minutes.get(item.id, 0) for item in items), practice])
        rows = [_row(item, amount) for item, amount in zip(items, spent, strict=True)]
        story.append(_table([*rows, *_closing_rows(total, practised)]))
    if matter.includes_private:
        notes = list(_private_notes(records.learning_items, sessions))
        if notes:
            story.append(Heading("Private notes", SUBSECTION, level=3, anchor="private-learning"))
            story += notes
    return story


def _summary(matter: Matter, sessions: list[StudySession], total: int, practice: int) -> str:
    items = matter.records.learning_items
    done = sum(item.status is LearningStatus.DONE for item in items)
    parts = []
    if sessions:
        since = month(min(session.on for session in sessions))
        outside = f", {duration(practice)} of it outside any course" if practice else ""
        number = counted(len(sessions), "session")
        parts.append(f"{duration(total)} of study in {number} since {since}{outside}.")
    if items:
        parts.append(f"{done:,} of {counted(len(items), 'item')} finished.")
    return " ".join(parts)


def _sorted(items: tuple[LearningItem, ...]) -> list[LearningItem]:
    """Sort by status, then newest first."""

    def order(item: LearningItem) -> tuple[int, int, str]:
        known = item.finished or item.started
        last = known.last_day() if known else date.min
        return _ORDER.index(item.status), -last.toordinal(), item.title.casefold()

    return sorted(items, key=order)


def _row(item: LearningItem, minutes: int) -> Row:
    kind = " \u00b7 ".join(filter(None, (_KIND[item.kind], item.provider)))
    finished = day(item.finished)
    spent = _spent(item, minutes)
    return (
        text(cut(item.title, LONGEST_NAME), CELL_LINK if item.url else CELL, link=item.url),
        text(kind, CELL_QUIET),
        text(_STATUS[item.status], CELL_QUIET),
        text(spent, CELL_NUMBER) if spent else None,
        text(finished, CELL_QUIET_RIGHT) if finished else None,
    )


def _spent(item: LearningItem, minutes: int) -> str:
    """Return the hours done of those planned; neither is invented."""
    if item.planned_minutes is None:
        return hours_aligned(minutes) if minutes else ""
    return hours_of_planned(minutes, item.planned_minutes)


def _table(rows: list[Row]) -> Table:
    """Return the table without the columns that would be empty."""
    kept = [place for place in range(len(_COLUMNS)) if any(row[place] for row in rows)]
    columns = [_COLUMNS[place] for place in kept]
    return Table(columns, [tuple(row[place] for place in kept) for row in rows], name=_EVERYTHING)


def _closing_rows(total: int, practice: int) -> Iterator[Row]:
    if not total:
        return
    if practice:
        spent = text(hours_aligned(practice), CELL_NUMBER)
        yield text("Practice outside any course", CELL), None, None, spent, None
    spent = text(hours_aligned(total), CELL_STRONG_NUMBER)
    yield text("Total", CELL_STRONG), None, None, spent, None


def _private_notes(
    items: tuple[LearningItem, ...], sessions: list[StudySession]
) -> Iterator[Block]:
    """Yield costs and notes below what they are about, those outside any course at the end."""
    notes: dict[LearningItemId | None, list[StudySession]] = {}
    for session in sorted(sessions, key=lambda session: session.on):
        if session.note.strip():
            notes.setdefault(session.learning_item_id, []).append(session)
    for item in _sorted(items):
        of_item = notes.pop(item.id, [])
        if item.cost_minor is not None or item.note.strip() or of_item:
            yield from entry("", item.title, "", has_more=True)
            if item.cost_minor is not None:
                cost = f"Cost: {money_words(item.cost_minor, item.currency)}"
                yield text(cost, QUIET, indent=ASIDE)
            yield from paragraphs(item.note, QUIET, indent=ASIDE)
            yield from _session_notes(of_item)
    if notes:
        yield from entry("", "Practice outside any course", "", has_more=True)
        for rest in notes.values():
            yield from _session_notes(rest)


def _session_notes(sessions: list[StudySession]) -> Iterator[Block]:
    for session in sessions:
        yield from dated(day(session.on), "", session.note)
