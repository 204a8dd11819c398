"""Certificates on a line of time: since when they are valid, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import (
    CertificateStanding,
    CertificateState,
    certificate_standings,
)
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL, spread
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.learning import Certificate

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.domain.records import Records

KEY: Final = "certificates"
SIZE: Final = (WIDE, 1.4)
MOST_ROWS: Final = 20
_ROW: Final = 19.0
# Points: where a title takes two lines; official names are long.
_TWO_LINES: Final = 25.0
_TITLE_ROOM: Final = 168.0
_LEADING: Final = 10.0
# Characters that may need more than one line.
_LONG_TITLE: Final = 34
_FOOT: Final = 20.0
_HEAD: Final = 14.0
# How far back and ahead the line of time may reach, so that one far date does not flatten the rest.
_BACK: Final = timedelta(days=365 * 12)
_AHEAD: Final = timedelta(days=365 * 5)


@dataclass(frozen=True, slots=True)
class _Drawn:
    standings: tuple[CertificateStanding, ...]
    more: int
    today: date


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read how each certificate stands today, the newest first, whatever the period."""
    del period
    standings = certificate_standings(records.certificates, today=today)
    if not standings:
        return empty_view(
            KEY, texts.CERTIFICATES, SIZE, texts.CERTIFICATES_HEADERS, texts.NO_CERTIFICATES
        )
    more = max(len(standings) - MOST_ROWS, 0)
    rows = len(standings) - more
    longest = max(len(item.certificate.title) for item in standings[:MOST_ROWS])
    row = _TWO_LINES if longest > _LONG_TITLE else _ROW
    return ChartView(
        key=KEY,
        title=texts.CERTIFICATES,
        sentence=texts.certificates_sentence(standings),
        headers=texts.CERTIFICATES_HEADERS,
        rows=tuple(
            (
                item.certificate.title,
                item.certificate.issuer,
                _date(item.certificate.issued, texts.UNKNOWN),
                _date(item.certificate.expires, texts.NO_EXPIRY),
                texts.certificate_state(item),
            )
            for item in standings
        ),
        is_empty=False,
        size=(WIDE, round((rows * row + _FOOT + _HEAD) / 72, 2)),
        paint=partial(_paint, _Drawn(standings[:MOST_ROWS], more, today)),
    )


def _date(value: PartialDate | None, otherwise: str) -> str:
    return value.text if value else otherwise


def _range(drawn: _Drawn) -> tuple[date, date]:
    today = drawn.today
    days = [today - timedelta(days=365), today + timedelta(days=180)]
    for item in drawn.standings:
        if item.certificate.issued:
            days.append(item.certificate.issued.first_day())
        if item.expires_on:
            days.append(item.expires_on)
    return max(min(days), today - _BACK), min(max(days), today + _AHEAD)


def _paint(drawn: _Drawn, canvas: Paper) -> None:
    palette, width = canvas.palette, canvas.text_width
    titles = [
        canvas.wrap(item.certificate.title, _TITLE_ROOM, 8, lines=2) for item in drawn.standings
    ]
    note = texts.more(drawn.more) if drawn.more else ""
    left = max(width(line, 8) for line in (*chain.from_iterable(titles), note)) + 12
    right = canvas.width - 92
    first, last = _range(drawn)

    def at(day: date) -> float:
        return spread(first, last, day, left, right)

    top, bottom = canvas.height - _HEAD, _FOOT
    pitch = (top - bottom) / len(drawn.standings)
    now = at(drawn.today)
    rows = [top - (place + 0.5) * pitch for place in range(len(drawn.standings))]
    gaps = [0 if item.certificate.issued else 12 for item in drawn.standings]
    canvas.hairlines([((left + gap, y), (right, y)) for y, gap in zip(rows, gaps, strict=True)])
    for y, title, item in zip(rows, titles, drawn.standings, strict=True):
        for row, line in enumerate(title):
            canvas.text(0, y + _LEADING * ((len(title) - 1) / 2 - row), line)
        _paint_bar(canvas, item, at, y, now, left)
        canvas.spot(
            (0, y - pitch / 2, canvas.width, pitch),
            spot_texts.certificate(item),
            behind(Certificate, (item.certificate.id,), item.certificate.title),
        )
        urgent = item.state is CertificateState.EXPIRING
        canvas.text(
            right + 8,
            y,
            texts.certificate_state(item),
            colour=palette.warning if urgent else palette.ink_2,
            size=SMALL,
            semibold=urgent,
        )
    canvas.line([(now, bottom), (now, top + 2)], palette.ink, thickness=0.9, halo=True)
    canvas.text(now, canvas.height - 6, texts.TODAY, size=SMALL, align="center")
    canvas.months(first, last, left, right, 8)
    if drawn.more:
        canvas.text(0, 8, note, colour=palette.ink_3, size=SMALL)


def _paint_bar(
    canvas: Paper,
    item: CertificateStanding,
    at: Callable[[date], float],
    y: float,
    now: float,
    left: float,
) -> None:
    """Draw solid what has been valid, outlined what is ahead, hollow grey what is over.

    Without both dates there is no such time, only the day that is known.
    """
    palette, thick = canvas.palette, 8.0
    issued, expires = item.certificate.issued, item.certificate.expires
    if issued is None:
        canvas.unknown(left + 4, y)
        if expires:
            canvas.dots([(at(expires.last_day()), y)], palette.ink_2, size=6.5)
        return
    start = at(issued.first_day())
    if expires is None:
        canvas.dots([(start, y)], palette.accent, size=7.5)
        return
    end = at(expires.last_day())
    whole = (start, y - thick / 2, max(end - start, 3), thick)
    if item.state is CertificateState.EXPIRED:
        canvas.boxes([whole], palette.track, radius=2.5, edge=palette.ink_3)
        return
    canvas.boxes([whole], canvas.tint(palette.accent, 0.14), radius=2.5, edge=palette.accent)
    if now > start:
        canvas.boxes(
            [(start, y - thick / 2, min(now, end) - start, thick)], palette.accent, radius=2.5
        )
