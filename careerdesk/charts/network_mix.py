"""Whom the user knows, by function, beside the mix the user aims at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.analysis import network_mix as analysis
from careerdesk.charts import spot_texts, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.spots import behind
from careerdesk.charts.view import WIDE, ChartView, empty_view
from careerdesk.domain.network import Contact
from careerdesk.words import function

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from careerdesk.analysis.network_mix import FunctionShare, NetworkMix
    from careerdesk.analysis.period import Period
    from careerdesk.charts.paper import Paper
    from careerdesk.domain.records import Records

KEY: Final = "network_mix"
SIZE: Final = (WIDE, 1.6)
SHOWN_FUNCTIONS: Final = 16
_ROW: Final = 22.0
_FOOT: Final = 20.0


def build(records: Records, today: date, period: Period | None = None) -> ChartView:
    """Read the contacts by function as they are now, whatever the period."""
    del period
    if not records.contacts:
        return empty_view(KEY, texts.NETWORK_MIX, SIZE, texts.NETWORK_MIX_HEADERS, texts.NO_NETWORK)
    # A target nobody has set is no target of theirs.
    mix = analysis.network_mix(records.contacts, records.mix_targets, otherwise=())
    if not mix.with_function:
        no_functions = texts.no_functions(mix.without_function)
        return empty_view(KEY, texts.NETWORK_MIX, SIZE, texts.NETWORK_MIX_HEADERS, no_functions)
    rows = min(len(mix.shares), SHOWN_FUNCTIONS)
    return ChartView(
        key=KEY,
        title=texts.NETWORK_MIX,
        sentence=texts.mix_sentence(mix, _to_meet(mix)),
        headers=texts.NETWORK_MIX_HEADERS,
        rows=tuple(
            (
                function(share.function),
                share.people,
                _percent(share.share),
                _percent(share.target) if share.target else "",
            )
            for share in mix.shares
        ),
        is_empty=False,
        size=(WIDE, round((rows * _ROW + _FOOT + 6) / 72, 2)),
        paint=partial(_paint, mix, analysis.contacts_by_function(records.contacts)),
    )


def _to_meet(mix: NetworkMix) -> FunctionShare | None:
    """Return the function furthest below its target, unless the figures shown say it is there."""
    furthest = mix.furthest_below()
    if furthest is None or texts.percent(furthest.share) == texts.percent(furthest.target):
        return None
    return furthest


def _percent(share: Fraction | None) -> float:
    return round(float(share or 0) * 100, 1)


def _paint(mix: NetworkMix, people: Mapping[str, Sequence[uuid.UUID]], canvas: Paper) -> None:
    palette, width = canvas.palette, canvas.text_width
    shares = mix.shares[:SHOWN_FUNCTIONS]
    names = [canvas.fit(function(share.function), 120, 8) for share in shares]
    left = max(width(name, 8) for name in names) + 10
    has_notes = canvas.width >= 360
    right = canvas.width - (190 if has_notes else 44)
    pitch = (canvas.height - _FOOT - 6) / len(shares)
    highest = max(*(share.share or 0 for share in shares), *(s.target or 0 for s in shares))
    scale = (right - left) / float(highest or 1)
    furthest = _to_meet(mix)
    bar = min(pitch * 0.5, 11)
    marks = []
    for place, (share, name) in enumerate(zip(shares, names, strict=True)):
        y = canvas.height - 6 - (place + 0.5) * pitch
        end = left + float(share.share or 0) * scale
        canvas.spot(
            (0, y - pitch / 2, canvas.width, pitch),
            spot_texts.share(share),
            behind(
                Contact,
                people.get(analysis.function_key(share.function), ()),
                function(share.function),
            ),
        )
        canvas.text(0, y, name)
        canvas.hairlines([((left, y), (right, y))])
        if share.people:
            canvas.boxes(
                [(left, y - bar / 2, end - left, bar)], palette.accent, radius=2.5, flat="left"
            )
        if share.target:
            marks.append((left + float(share.target) * scale, y, bar))
        canvas.text(right + 34, y, texts.percent(share.share), align="right", semibold=True)
        if has_notes:
            is_lacking = share is furthest
            colour = palette.warning if is_lacking else palette.ink_2
            canvas.text(right + 42, y, texts.mix_label(share), colour=colour, semibold=is_lacking)
    for x, y, height in marks:
        canvas.line([(x, y - height / 2 - 2.5), (x, y + height / 2 + 2.5)], palette.ink, halo=True)
    if marks:
        canvas.line([(left, 5), (left, 13)], palette.ink)
        canvas.text(left + 6, 9, texts.TARGET_KEY, colour=palette.ink_3, size=SMALL)
    if mix.without_function:
        note = texts.without_function(mix.without_function)
        canvas.text(canvas.width - 2, 9, note, colour=palette.ink_3, size=SMALL, align="right")
