"""A person beside a role on one radar: levels as rated are filled, what the role asks is a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from careerdesk.charts import radar, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.radar import Spoke
from careerdesk.charts.view import ChartView, empty_view
from careerdesk.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.analysis.role_groups import GroupPair
    from careerdesk.charts.paper import Paper

KEY: Final = "role_radar"
TITLE: Final = "You beside the role"
HEADERS: Final = ("Group", "You", "Role", "Skills rated", "Not rated")
# Wider than high: names stand beside the web. Inches.
SIZE: Final = (4.4, 3.2)
_NO_SKILLS: Final = ("Nothing to compare", "This role names no skills yet.")
_NO_RATINGS: Final = (
    "Not rated yet",
    "Rate the skills of this role, or take the assessment, to see yourself beside it.",
)


def build(pairs: Sequence[tuple[str, GroupPair]]) -> ChartView:
    """Draw the groups of one role, each under its name."""
    if not pairs:
        return empty_view(KEY, TITLE, SIZE, HEADERS, _NO_SKILLS)
    if all(pair.held is None for _, pair in pairs):
        return empty_view(KEY, TITLE, SIZE, HEADERS, _NO_RATINGS)
    return ChartView(
        key=KEY,
        title=TITLE,
        sentence=_sentence(pairs),
        headers=HEADERS,
        rows=tuple(
            (
                name,
                texts.UNKNOWN if pair.held is None else round(pair.held, 1),
                round(pair.asked, 1),
                pair.known,
                pair.unknown,
            )
            for name, pair in pairs
        ),
        is_empty=False,
        size=SIZE,
        paint=partial(_paint, tuple(pairs)),
    )


def _sentence(pairs: Sequence[tuple[str, GroupPair]]) -> str:
    known = [(name, pair.held - pair.asked) for name, pair in pairs if pair.held is not None]
    below = sorted((one for one in known if one[1] < 0), key=lambda one: one[1])
    if not below:
        text = "In every group that is rated you stand at what the role asks for, or above"
    else:
        name, most = below[0]
        count = f"{len(below)} of {counted(len(known), 'group')}"
        text = f"You stand below the role in {count}, farthest in {name} ({-most:.1f} levels)"
    unknown = sum(pair.unknown for _, pair in pairs)
    if unknown:
        is_are = "is" if unknown == 1 else "are"
        text += f"; {counted(unknown, 'skill')} of it {is_are} not rated"
    return f"{text}."


def _paint(pairs: Sequence[tuple[str, GroupPair]], canvas: Paper) -> None:
    radar.paint(
        canvas,
        [
            Spoke(
                name=name,
                level=pair.held,
                asked=pair.asked,
                figure=f"{texts.mean_level(pair.held)} / {pair.asked:.1f}",
                says=_said(name, pair),
            )
            for name, pair in pairs
        ],
    )
    palette = canvas.palette
    y = canvas.height - 6
    canvas.boxes([(2, y - 3, 14, 6)], palette.accent, radius=2)
    canvas.text(20, y, "You", colour=palette.ink_2, size=SMALL)
    canvas.line([(2, y - 12), (16, y - 12)], palette.ink, thickness=1.2, dashed=True)
    canvas.text(20, y - 12, "Role", colour=palette.ink_2, size=SMALL)


def _said(name: str, pair: GroupPair) -> str:
    held = "not rated" if pair.held is None else f"you {pair.held:.1f}"
    rest = f"; {pair.unknown} not rated" if pair.held is not None and pair.unknown else ""
    return f"{name}: {held}, the role {pair.asked:.1f} of 5{rest}"
