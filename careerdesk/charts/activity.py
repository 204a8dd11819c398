"""The days of the last year, darker the longer the user studied."""

from __future__ import annotations

import math
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import study_time
from careerdesk.analysis.activity import DAYS, activity_between, activity_year
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL, month_labels
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.learning import StudySession
from careerdesk.words import day as day_words

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence
    from datetime import date

    from careerdesk.analysis.activity import ActivityYear
    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.charts.spots import Box
    from careerdesk.domain.records import Records

KEY: Final = "activity"
SIZE: Final = (WIDE, 1.3)
# So many weeks a year of days touches, counted from the week of its first day.
WEEKS: Final = 53
# The first minute of each step of texts.ACTIVITY_STEPS, and how strong its colour is.
STEPS: Final = (0, 1, 30, 60, 120)
STRENGTHS: Final = (0.0, 0.3, 0.52, 0.76, 1.0)
# Inches that each further year takes, and points of the squares of the key.
_NEXT_ROW: Final = 1.02
_KEY_CELL: Final = 8.0
_LARGER: Final = 0.5
# Points: the names of the days, of the months, and the key.
_LEFT: Final = 26.0
_HEAD: Final = 14.0
_FOOT: Final = 20.0
_FEW_WEEKS: Final = 27


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the learning time of each day of the year that ends today, or of a period."""
    sessions = records.study_sessions
    if not sessions:
        return empty_view(KEY, texts.ACTIVITY, SIZE, texts.ACTIVITY_HEADERS, texts.NO_ACTIVITY)
    past = study_time.minutes_by_day(sessions, today=today)
    year = (
        activity_between(sessions, first=period.begin(min(past, default=today)), last=today)
        if period
        else activity_year(sessions, today=today)
    )
    first_weekday = records.preferences.first_weekday
    weeks = _weeks(year, first_weekday)
    rows = math.ceil(weeks / WEEKS) if period else 1
    is_year = (year.last - year.first).days + 1 == DAYS
    return ChartView(
        key=KEY,
        title=texts.ACTIVITY if is_year else texts.ACTIVITY_SHORT,
        sentence=texts.activity_sentence(
            minutes=year.minutes,
            days=len(year.minutes_by_day),
            best=(year.best_month, year.best_month_minutes) if year.best_month else None,
            last=max(past, default=None),
            since=None if is_year else year.first,
        ),
        headers=texts.ACTIVITY_HEADERS,
        rows=tuple((day.isoformat(), minutes) for day, minutes in year.minutes_by_day.items()),
        is_empty=False,
        size=(WIDE, _height(rows, weeks)),
        fit_height=partial(_fit_height, rows, weeks),
        paint=partial(
            _paint, year, first_weekday, rows, study_time.sessions_by_day(sessions, today=today)
        ),
    )


def _height(rows: int, weeks: int) -> float:
    """Return the inches of the picture; a few weeks have larger squares."""
    return SIZE[1] + (rows - 1) * _NEXT_ROW + (_LARGER if weeks <= _FEW_WEEKS else 0)


def _fit_height(rows: int, weeks: int, width: float) -> float:
    """Return the points of height at which as many squares side by side leave nothing empty."""
    pitch = (width - _LEFT - 2) / _columns(rows, weeks)
    return min(_height(rows, weeks) * 72, rows * (_HEAD + 7 * pitch) + _FOOT)


def _columns(rows: int, weeks: int) -> int:
    return WEEKS if rows > 1 or weeks >= WEEKS - 1 else max(weeks, 1)


def _weeks(year: ActivityYear, first_weekday: int) -> int:
    """Count the weeks that the days touch."""
    return (year.last - study_time.week_start(year.first, first_weekday)).days // 7 + 1


def step_of(minutes: int) -> int:
    """Return the step, 0 to 4, that a day's minutes reach."""
    return max(step for step, least in enumerate(STEPS) if minutes >= least)


def _paint(
    year: ActivityYear,
    first_weekday: int,
    rows: int,
    sessions: Mapping[date, Sequence[uuid.UUID]],
    canvas: Paper,
) -> None:
    palette, left, head = canvas.palette, _LEFT, _HEAD
    weeks = _weeks(year, first_weekday)
    columns = _columns(rows, weeks)
    block = (canvas.height - _FOOT) / rows
    pitch = min((canvas.width - left - 2) / columns, (block - head) / 7)
    cell = pitch * 0.82
    colours = [palette.track] + [
        canvas.tint(palette.accent, strength) for strength in STRENGTHS[1:]
    ]
    # Days of the first week that belong to the time before.
    start = study_time.week_start(year.first, first_weekday)
    skipped = (year.first - start).days

    def box(place: int) -> Box:
        week, row = divmod(place + skipped, 7)
        line, column = divmod(week, WEEKS)
        top = canvas.height - head - line * block
        return (left + column * pitch, top - (row + 1) * pitch, cell, cell)

    boxes, filled = [], []
    for place in range((year.last - year.first).days + 1):
        on = year.first + timedelta(days=place)
        minutes = year.minutes_by_day.get(on, 0)
        boxes.append(box(place))
        filled.append(colours[step_of(minutes)])
        canvas.spot(
            boxes[-1],
            spot_texts.minutes_of_day(on, minutes),
            behind(StudySession, sessions.get(on, ()), day_words(on)),
        )
    canvas.boxes(boxes, filled, radius=cell * 0.22)
    canvas.boxes([boxes[-1]], "none", radius=cell * 0.22, edge=palette.ink, thickness=0.9)
    end = left + pitch * columns
    for line in range(rows):
        top = canvas.height - head - line * block
        for row in (0, 2, 4):
            canvas.text(
                0,
                top - (row + 0.59) * pitch,
                texts.WEEKDAYS[(first_weekday + row) % 7],
                colour=palette.ink_3,
                size=SMALL,
            )
        begin = start + timedelta(weeks=line * WEEKS)
        here = columns if line == 0 else min(columns, weeks - line * WEEKS)
        until, right = begin + timedelta(weeks=here), left + pitch * here
        for x, label in month_labels(begin, until, left, right, canvas.text_width):
            canvas.text(x, top + 7, label, colour=palette.ink_3, size=SMALL)
    bottom = canvas.height - head - (rows - 1) * block - 7 * pitch
    _paint_key(canvas, colours, min(cell, _KEY_CELL), end, bottom - 11)


def _paint_key(canvas: Paper, colours: list[str], cell: float, right: float, y: float) -> None:
    widths = [canvas.text_width(label, SMALL) for label in texts.ACTIVITY_STEPS]
    x = max(right, sum(widths) + len(widths) * (cell + 12))
    steps = zip(colours, texts.ACTIVITY_STEPS, widths, strict=True)
    for colour, label, width in reversed(list(steps)):
        x -= width
        canvas.text(x, y, label, colour=canvas.palette.ink_3, size=SMALL)
        x -= cell + 3
        canvas.boxes([(x, y - cell / 2, cell, cell)], colour, radius=cell * 0.22)
        x -= 9
