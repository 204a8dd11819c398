"""Positions and education, newest first, with their dates in the margin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.domain.money import money_words
from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.blocks import Aside
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.formats import range_words
from careerdesk.portfolio.styles import BODY, DATES, ENTRY, NOTE, QUIET, SUBSECTION
from careerdesk.portfolio.tables import LONGEST_NAME
from careerdesk.portfolio.text import Heading, paragraphs, text
from careerdesk.words import cut, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerdesk.domain.experience import Education, Pay, Position
    from careerdesk.domain.records import Records
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter

# The margin column for dates; what stands beside it is about 65 characters wide.
ASIDE: Final = 96.0
_ENTRY_SPACE: Final = 13.0


def experience_story(matter: Matter) -> list[Block]:
    """Return positions and education, each newest first, then the charts of this section."""
    records = matter.records
    story: list[Block] = []
    if records.positions:
        story.append(Heading("Positions", SUBSECTION, level=3, anchor="positions"))
        for position in sorted(records.positions, key=_recency, reverse=True):
            place = " \u00b7 ".join(filter(None, (position.organization, position.location)))
            dates = range_words(position.started, position.ended)
            has_more = bool(position.description.strip())
            story += entry(dates, position.title, place, has_more=has_more)
            story += described(position.description)
            if matter.includes_private:
                story += _private_lines(position, records.pay)
    if records.education:
        story.append(Heading("Education", SUBSECTION, level=3, anchor="education"))
        for study in sorted(records.education, key=_recency, reverse=True):
            title, place = (study.degree, study.school) if study.degree else (study.school, "")
            dates = range_words(study.started, study.ended)
            has_more = bool(study.description.strip())
            story += entry(dates, title, place, has_more=has_more)
            story += described(study.description)
            if matter.includes_private:
                story += private_note(study.note)
    if matter.includes_private:
        story += _pay_elsewhere(records)
    return [*story, *charts_of(matter, Section.EXPERIENCE)]


def entry(
    dates: str, title: str, below: str, *, level: int = 4, has_more: bool = False
) -> Iterator[Block]:
    """Yield the head of an entry: dates in the margin, a title, and a line below it.

    With ``has_more`` the head is not parted from what follows.
    """
    head = text(cut(title, LONGEST_NAME), ENTRY, tag=f"H{level}", indent=ASIDE)
    head.keeps_with_next = bool(below) or has_more
    if dates:
        # Dates break at the dash, never inside of one.
        lines = dates.replace(" ", "\u00a0").replace("\u2013\u00a0", "\u2013 ")
        yield Aside(text(lines, DATES), ASIDE - 14, before=_ENTRY_SPACE)
    else:
        head.before = _ENTRY_SPACE
    yield head
    if below:
        line = text(below, QUIET, indent=ASIDE)
        line.keeps_with_next = has_more
        line.after = 4 if has_more else 0
        yield line


def described(words: str) -> Iterator[Block]:
    """Yield a description beside the margin."""
    return paragraphs(words, BODY, indent=ASIDE)


def private_note(note: str) -> Iterator[Block]:
    """Yield a private note, named as such."""
    return paragraphs(f"Private note: {note}", NOTE, indent=ASIDE) if note.strip() else iter(())


def _recency(item: Position | Education) -> tuple[date, date]:
    """Sort what still lasts first, then by end and start; what has no date at all comes last."""
    started = item.started.first_day() if item.started else date.min
    if item.ended is not None:
        return item.ended.last_day(), started
    return (date.max if item.started else date.min), started


def _private_lines(position: Position, pay: Iterable[Pay]) -> Iterator[Block]:
    yield from private_note(position.note)
    yield from _pay_lines(amount for amount in pay if amount.position_id == position.id)


def _pay_elsewhere(records: Records) -> Iterator[Block]:
    """Yield the pay that belongs to no position of the desk."""
    if pay := [amount for amount in records.pay if amount.position_id is None]:
        yield Heading("Pay without a position (private)", SUBSECTION, level=3, anchor="pay")
        yield from _pay_lines(pay)


def _pay_lines(pay: Iterable[Pay]) -> Iterator[Block]:
    for amount in pay:
        yield text(f"Pay: {_pay_words(amount)}", NOTE, indent=ASIDE)
        yield from private_note(amount.note)


def _pay_words(pay: Pay) -> str:
    """Return pay in words; what is not known is called unknown, never 0."""
    base = f"{money_words(pay.base_minor, pay.currency)} base" if pay.base_minor else ""
    words = [
        base or ("base unknown" if pay.base_minor is None else "no base pay"),
        "bonus unknown" if pay.bonus_permille is None else f"{pay.bonus_permille / 10:g} % bonus",
        "equity unknown"
        if pay.equity_minor is None
        else f"{money_words(pay.equity_minor, pay.currency)} equity",
    ]
    since = f" since {day(pay.since)}" if pay.since else ""
    return ", ".join(words) + since
