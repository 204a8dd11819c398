"""The days of the last year, darker the longer the user studied."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import study_time
from careerdesk.analysis.months import Month
from careerdesk.charts import texts
from careerdesk.charts.view import WIDE, ChartView, empty_view

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from careerdesk.charts.frame import Canvas
    from careerdesk.domain.records import Records
    from careerdesk.palette import Palette

KEY: Final = "activity"
SIZE: Final = (WIDE, 1.3)
DAYS: Final = 365
# So many weeks a year of days touches, counted from the week of its first day.
WEEKS: Final = 53
# The first minute of each step of texts.ACTIVITY_STEPS, and how strong its colour is.
STEPS: Final = (0, 1, 30, 60, 120)
STRENGTHS: Final = (0.0, 0.3, 0.52, 0.76, 1.0)


@dataclass(frozen=True, slots=True)
class _Drawn:
    first: date
    last: date
    first_weekday: int
    minutes: dict[date, int]


def build(records: Records, today: date) -> ChartView:
    """Read the learning time of each day of the year that ends today."""
    first_weekday = records.preferences.first_weekday
    days = study_time.minutes_by_day(records.study_sessions, today=today)
    if not records.study_sessions:
        return empty_view(KEY, texts.ACTIVITY, SIZE, texts.ACTIVITY_HEADERS, texts.NO_ACTIVITY)
    first = today - timedelta(days=DAYS - 1)
    year = {day: minutes for day, minutes in days.items() if day >= first}
    months: Counter[Month] = Counter()
    for day, minutes in year.items():
        months[Month.of(day)] += minutes
    return ChartView(
        key=KEY,
        title=texts.ACTIVITY,
        sentence=texts.activity_sentence(
            minutes=sum(year.values()),
            days=len(year),
            best=months.most_common(1)[0] if months else None,
            last=max(days, default=None),
        ),
        headers=texts.ACTIVITY_HEADERS,
        rows=tuple((day.isoformat(), minutes) for day, minutes in year.items()),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, _Drawn(first, today, first_weekday, year)),
    )


def step_of(minutes: int) -> int:
    """Return the step, 0 to 4, that a day's minutes reach."""
    return max(step for step, least in enumerate(STEPS) if minutes >= least)


def _paint(drawn: _Drawn, figure: Figure, palette: Palette) -> None:
    from careerdesk.charts.frame import SMALL, Canvas, month_labels

    canvas = Canvas(figure, palette)
    left, legend = 26.0, 20.0
    pitch = min((canvas.width - left - 2) / WEEKS, (canvas.height - legend - 14) / 7)
    top = canvas.height - 14
    cell = pitch * 0.82
    colors = [palette.track] + [canvas.tint(palette.accent, strength) for strength in STRENGTHS[1:]]

    def box(week: int, row: int) -> tuple[float, float, float, float]:
        return (left + week * pitch, top - (row + 1) * pitch, cell, cell)

    # Days of the first week that belong to the year before.
    start = study_time.week_start(drawn.first, drawn.first_weekday)
    skipped = (drawn.first - start).days
    boxes, filled = [], []
    for place in range((drawn.last - drawn.first).days + 1):
        minutes = drawn.minutes.get(drawn.first + timedelta(days=place), 0)
        boxes.append(box((place + skipped) // 7, (place + skipped) % 7))
        filled.append(colors[step_of(minutes)])
    canvas.boxes(boxes, filled, radius=cell * 0.22)
    canvas.boxes([boxes[-1]], "none", radius=cell * 0.22, edge=palette.ink, thickness=0.9)
    for row in (0, 2, 4):
        canvas.text(
            0,
            top - (row + 0.59) * pitch,
            texts.WEEKDAYS[(drawn.first_weekday + row) % 7],
            color=palette.ink_3,
            size=SMALL,
        )
    end = left + pitch * WEEKS
    for x, label in month_labels(start, start + timedelta(weeks=WEEKS), left, end):
        canvas.text(x, canvas.height - 7, label, color=palette.ink_3, size=SMALL)
    _paint_key(canvas, colors, cell, end, top - 7 * pitch - 11)


def _paint_key(canvas: Canvas, colors: list[str], cell: float, right: float, y: float) -> None:
    from careerdesk.charts.frame import SMALL
    from careerdesk.charts.lettering import width

    x = right
    for color, label in reversed(list(zip(colors, texts.ACTIVITY_STEPS, strict=True))):
        x -= width(label, SMALL)
        canvas.text(x, y, label, color=canvas.palette.ink_3, size=SMALL)
        x -= cell + 3
        canvas.boxes([(x, y - cell / 2, cell, cell)], color, radius=cell * 0.22)
        x -= 9
