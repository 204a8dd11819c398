"""How many conversations the user had in each month."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import conversations as analysis
from careerdesk.analysis.months import Month
from careerdesk.charts import texts
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.words import month_name

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure

    from careerdesk.analysis.conversations import MonthTalk
    from careerdesk.domain.records import Records
    from careerdesk.palette import Palette

KEY: Final = "conversations"
SIZE: Final = (WIDE, 2.0)
RECENT_MONTHS: Final = 12
SHOWN_MONTHS: Final = 24


def build(records: Records, today: date) -> ChartView:
    """Read the conversations of every month so far."""
    held, participants = records.conversations, records.participants
    months = analysis.conversations_by_month(held, participants, today=today)
    if not months:
        return empty_view(
            KEY, texts.CONVERSATIONS, SIZE, texts.CONVERSATIONS_HEADERS, texts.NO_CONVERSATIONS
        )
    recent = months[-RECENT_MONTHS:]
    most = max(talk.conversations for talk in recent)
    best = [talk.month for talk in recent if talk.conversations == most]
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
        ),
        headers=texts.CONVERSATIONS_HEADERS,
        rows=tuple(
            (
                f"{talk.month.year:04}-{talk.month.month:02}",
                talk.conversations,
                talk.minutes,
                talk.unknown_length,
                talk.people,
            )
            for talk in months
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, _shown(months, today)),
    )


def _shown(months: tuple[MonthTalk, ...], today: date) -> tuple[tuple[Month, int], ...]:
    """Return the months to draw: at least a year, so that the first bar has a place in time."""
    amounts = {talk.month: talk.conversations for talk in months}
    first = Month.of(today).before(min(max(len(months), RECENT_MONTHS), SHOWN_MONTHS) - 1)
    return tuple((month, amounts.get(month, 0)) for month in first.until(Month.of(today)))


def _paint(shown: tuple[tuple[Month, int], ...], figure: Figure, palette: Palette) -> None:
    from careerdesk.charts.frame import SMALL, Canvas

    canvas = Canvas(figure, palette)
    left, right, bottom, top = 4.0, canvas.width - 4, 32.0, canvas.height - 16
    pitch = (right - left) / len(shown)
    bar = min(pitch * 0.62, 18)
    scale = (top - bottom) / max(*(amount for _, amount in shown), 1)
    canvas.hairlines([((left, bottom), (right, bottom))])
    middles = [left + (place + 0.5) * pitch for place in range(len(shown))]
    canvas.boxes(
        [
            (x - bar / 2, bottom, bar, amount * scale)
            for x, (_, amount) in zip(middles, shown, strict=True)
            if amount
        ],
        palette.accent,
        radius=2.5,
        flat="bottom",
    )
    year = None
    for x, (month, amount) in zip(middles, shown, strict=True):
        colour = palette.ink if amount else palette.ink_3
        canvas.text(x, bottom + amount * scale + 7, str(amount), colour=colour, align="center")
        name = month_name(month)
        if pitch < 18:
            name = name[0]
        canvas.text(x, bottom - 10, name, colour=palette.ink_3, size=SMALL, align="center")
        # A year shown by December alone would touch the next one.
        if month.year != year and (month.month < 12 or pitch > 30):
            year = month.year
            canvas.text(x, bottom - 22, str(year), colour=palette.ink_2, size=SMALL, align="center")
