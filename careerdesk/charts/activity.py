"""The days of the last year, darker the longer the user studied."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import study_time
from careerdesk.analysis.activity import activity_year
from careerdesk.charts import texts
from careerdesk.charts.view import WIDE, ChartView, empty_view

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure

    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.charts.frame import Canvas
    from careerdesk.domain.records import Records
    from careerdesk.palette import Palette

KEY: Final = "activity"
SIZE: Final = (WIDE, 1.3)
# So many weeks a year of days touches, counted from the week of its first day.
WEEKS: Final = 53
# The first minute of each step of texts.ACTIVITY_STEPS, and how strong its colour is.
STEPS: Final = (0, 1, 30, 60, 120)
STRENGTHS: Final = (0.0, 0.3, 0.52, 0.76, 1.0)


def build(records: Records, today: date) -> ChartView:
    """Read the learning time of each day of the year that ends today."""
    if not records.study_sessions:
        return empty_view(KEY, texts.ACTIVITY, SIZE, texts.ACTIVITY_HEADERS, texts.NO_ACTIVITY)
    year = activity_year(records.study_sessions, today=today)
    past = study_time.minutes_by_day(records.study_sessions, today=today)
    return ChartView(
        key=KEY,
        title=texts.ACTIVITY,
        sentence=texts.activity_sentence(
            minutes=year.minutes,
            days=len(year.minutes_by_day),
            best=(year.best_month, year.best_month_minutes) if year.best_month else None,
            last=max(past, default=None),
        ),
        headers=texts.ACTIVITY_HEADERS,
        rows=tuple((day.isoformat(), minutes) for day, minutes in year.minutes_by_day.items()),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, year, records.preferences.first_weekday),
    )


def step_of(minutes: int) -> int:
    """Return the step, 0 to 4, that a day's minutes reach."""
    return max(step for step, least in enumerate(STEPS) if minutes >= least)


def _paint(year: ActivityYear, first_weekday: int, figure: Figure, palette: Palette) -> None:
    from careerdesk.charts.frame import SMALL, Canvas, month_labels

    canvas = Canvas(figure, palette)
    left, legend = 26.0, 20.0
    pitch = min((canvas.width - left - 2) / WEEKS, (canvas.height - legend - 14) / 7)
    top = canvas.height - 14
    cell = pitch * 0.82
    colours = [palette.track] + [
        canvas.tint(palette.accent, strength) for strength in STRENGTHS[1:]
    ]

    def box(week: int, row: int) -> tuple[float, float, float, float]:
        return (left + week * pitch, top - (row + 1) * pitch, cell, cell)

    # Days of the first week that belong to the year before.
    start = study_time.week_start(year.first, first_weekday)
    skipped = (year.first - start).days
    boxes, filled = [], []
    for place in range((year.last - year.first).days + 1):
        minutes = year.minutes_by_day.get(year.first + timedelta(days=place), 0)
        boxes.append(box((place + skipped) // 7, (place + skipped) % 7))
        filled.append(colours[step_of(minutes)])
    canvas.boxes(boxes, filled, radius=cell * 0.22)
    canvas.boxes([boxes[-1]], "none", radius=cell * 0.22, edge=palette.ink, thickness=0.9)
    for row in (0, 2, 4):
        canvas.text(
            0,
            top - (row + 0.59) * pitch,
            texts.WEEKDAYS[(first_weekday + row) % 7],
            colour=palette.ink_3,
            size=SMALL,
        )
    end = left + pitch * WEEKS
    for x, label in month_labels(start, start + timedelta(weeks=WEEKS), left, end):
        canvas.text(x, canvas.height - 7, label, colour=palette.ink_3, size=SMALL)
    _paint_key(canvas, colours, cell, end, top - 7 * pitch - 11)


def _paint_key(canvas: Canvas, colours: list[str], cell: float, right: float, y: float) -> None:
    from careerdesk.charts.frame import SMALL
    from careerdesk.charts.lettering import width

    x = right
    for colour, label in reversed(list(zip(colours, texts.ACTIVITY_STEPS, strict=True))):
        x -= width(label, SMALL)
        canvas.text(x, y, label, colour=canvas.palette.ink_3, size=SMALL)
        x -= cell + 3
        canvas.boxes([(x, y - cell / 2, cell, cell)], colour, radius=cell * 0.22)
        x -= 9
