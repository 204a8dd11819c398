"""How many conversations the user had in each month or, of a short time, in each week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import conversations as analysis
from careerdesk.analysis.months import Month
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import Behind, behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.network import Conversation
from careerdesk.words import day_of_month, month_name

if TYPE_CHECKING:
    from careerdesk.analysis.conversations import MonthTalk, Talk, WeekTalk
    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.view import Cell
    from careerdesk.domain.records import Records

KEY: Final = "conversations"
SIZE: Final = (WIDE, 2.0)
RECENT_MONTHS: Final = 12
SHOWN_MONTHS: Final = 24
# A period up to here has too few months to be told by them.
_DAYS_BY_WEEK: Final = 100
# Points between bars from which each has its number, its month, and its day.
_NUMBERED: Final = 10.0
_LETTERED: Final = 7.0
_DATED: Final = 30.0


@dataclass(frozen=True, slots=True)
class _Bar:
    first: date
    amount: int
    spot: str
    behind: Behind | None


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the conversations of every month so far, or of a period."""
    held, participants = records.conversations, records.participants
    months = analysis.conversations_by_month(held, participants, today=today)
    if not months:
        return empty_view(
            KEY, texts.CONVERSATIONS, SIZE, texts.CONVERSATIONS_HEADERS, texts.NO_CONVERSATIONS
        )
    if period is not None and period.days is not None and period.days <= _DAYS_BY_WEEK:
        return _by_week(records, period, sum(talk.conversations for talk in months))
    shown = _months(months, period)
    recent = shown if period else months[-RECENT_MONTHS:]
    most = max(talk.conversations for talk in recent)
    best = [talk.month for talk in recent if talk.conversations == most]
    is_part = period is not None and period.first is not None
    return ChartView(
        key=KEY,
        title=texts.CONVERSATIONS,
        sentence=texts.conversations_sentence(
            recent=sum(talk.conversations for talk in recent),
            best=best if most else [],
            most=most,
            total=sum(talk.conversations for talk in months),
            people=analysis.different_people(held, participants, today=today),
            ahead=analysis.conversations_ahead(held, today=today),
            since=recent[0].month.first_day() if period else None,
        ),
        headers=texts.CONVERSATIONS_HEADERS,
        rows=tuple(
            (f"{talk.month.year:04}-{talk.month.month:02}", *_cells(talk))
            for talk in (shown if is_part else months)
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, _bars_of_months(shown, months, today, period)),
    )


def _by_week(records: Records, period: Period, total: int) -> ChartView:
    held, participants = records.conversations, records.participants
    weeks = analysis.conversations_by_week(
        held, participants, period=period, first_weekday=records.preferences.first_weekday
    )
    return ChartView(
        key=KEY,
        title=texts.CONVERSATIONS_BY_WEEK,
        sentence=texts.conversations_sentence(
            recent=sum(talk.conversations for talk in weeks),
            best=[],
            most=max(talk.conversations for talk in weeks),
            total=total,
            people=analysis.different_people(held, participants, today=period.last),
            ahead=analysis.conversations_ahead(held, today=period.last),
            since=weeks[0].start,
        ),
        headers=texts.CONVERSATIONS_BY_WEEK_HEADERS,
        rows=tuple((talk.start.isoformat(), *_cells(talk)) for talk in weeks),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint_weeks, tuple(map(_bar_of_week, weeks))),
    )


def _cells(talk: Talk) -> tuple[Cell, ...]:
    return (talk.conversations, talk.minutes, talk.unknown_length, talk.people)


def _months(months: tuple[MonthTalk, ...], period: Period | None) -> tuple[MonthTalk, ...]:
    if period is None or period.first is None:
        return months
    # A month counts whole: one cut short would look like a quiet one.
    first = Month.of(period.first)
    begins = first if period.first.day == 1 else Month.of(first.first_day() + timedelta(days=31))
    return tuple(talk for talk in months if talk.month >= begins) or months[-1:]


def _bars_of_months(
    shown: tuple[MonthTalk, ...],
    months: tuple[MonthTalk, ...],
    today: date,
    period: Period | None,
) -> tuple[_Bar, ...]:
    """Return the months to draw: at least a year, so that the first bar has a place in time."""
    by_month = {talk.month: talk for talk in months}
    count = max(len(shown), RECENT_MONTHS)
    first = Month.of(today).before((count if period else min(count, SHOWN_MONTHS)) - 1)
    return tuple(
        _bar(month.first_day(), by_month.get(month), spot_texts.month_words(month))
        for month in first.until(Month.of(today))
    )


def _bar_of_week(talk: WeekTalk) -> _Bar:
    return _bar(talk.start, talk, spot_texts.week(talk.start))


def _bar(first: date, talk: Talk | None, words: str) -> _Bar:
    amount, people = (talk.conversations, talk.people) if talk else (0, 0)
    ids = talk.ids if talk else ()
    return _Bar(
        first, amount, spot_texts.talks(words, amount, people), behind(Conversation, ids, words)
    )


class _Layout:
    """Where the bars stand."""

    def __init__(self, bars: tuple[_Bar, ...], canvas: Paper) -> None:
        self._canvas = canvas
        self.left, self.right, self.bottom = 4.0, canvas.width - 4, 32.0
        top = canvas.height - 16
        self.pitch = (self.right - self.left) / len(bars)
        self._scale = (top - self.bottom) / max(*(bar.amount for bar in bars), 1)
        self.middles = [self.left + (place + 0.5) * self.pitch for place in range(len(bars))]
        width = min(self.pitch * 0.62, 18)
        canvas.hairlines([((self.left, self.bottom), (self.right, self.bottom))])
        canvas.boxes(
            [
                (x - width / 2, self.bottom, width, bar.amount * self._scale)
                for x, bar in zip(self.middles, bars, strict=True)
                if bar.amount
            ],
            canvas.palette.accent,
            radius=2.5,
            flat="bottom",
        )
        for x, bar in zip(self.middles, bars, strict=True):
            box = (x - self.pitch / 2, self.bottom, self.pitch, top + 12 - self.bottom)
            canvas.spot(box, bar.spot, bar.behind)

    def number(self, x: float, amount: int) -> None:
        """Write the amount of a bar above it, if there is room."""
        if self.pitch >= _NUMBERED:
            colour = self._canvas.palette.ink if amount else self._canvas.palette.ink_3
            y = self.bottom + amount * self._scale + 7
            self._canvas.text(x, y, str(amount), colour=colour, align="center")


def _paint(bars: tuple[_Bar, ...], canvas: Paper) -> None:
    palette, layout = canvas.palette, _Layout(bars, canvas)
    middles, pitch, bottom = layout.middles, layout.pitch, layout.bottom
    if pitch < _LETTERED:
        canvas.months(bars[0].first, bars[-1].first, middles[0], middles[-1], bottom - 12)
        return
    year = None
    for x, bar in zip(middles, bars, strict=True):
        layout.number(x, bar.amount)
        month = bar.first
        name = month_name(month)
        if pitch < 18:
            name = name[0]
        canvas.text(x, bottom - 10, name, colour=palette.ink_3, size=SMALL, align="center")
        # A year shown by December alone would touch the next one.
        if month.year != year and (month.month < 12 or pitch > 30):
            year = month.year
            canvas.text(x, bottom - 22, str(year), colour=palette.ink_2, size=SMALL, align="center")


def _paint_weeks(bars: tuple[_Bar, ...], canvas: Paper) -> None:
    layout = _Layout(bars, canvas)
    for x, bar in zip(layout.middles, bars, strict=True):
        layout.number(x, bar.amount)
        if layout.pitch >= _DATED:
            first = day_of_month(bar.first)
            canvas.text(
                x, layout.bottom - 10, first,
                colour=canvas.palette.ink_3, size=SMALL, align="center",
            )  # fmt: skip
    if layout.pitch < _DATED:
        ends = layout.middles[0], layout.middles[-1]
        canvas.months(bars[0].first, bars[-1].first, *ends, layout.bottom - 12)
