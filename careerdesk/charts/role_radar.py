"""A person beside a role on one radar: levels as rated are filled, what the role asks is a line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.analysis.role_groups import group_pairs
from careerdesk.charts import radar, texts
from careerdesk.charts.paper import SMALL
from careerdesk.charts.radar import Spoke
from careerdesk.charts.view import ChartView, empty_view
from careerdesk.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdesk.analysis.role_groups import GroupPair
    from careerdesk.charts.paper import Paper
    from careerdesk.domain.catalogue import RoleProfile
    from careerdesk.domain.skills import Level

KEY: Final = "role_radar"
TITLE: Final = "You beside the role"
HEADERS: Final = ("Group", "You", "Role", "Skills rated", "Not rated")
# Wider than high: names stand beside the web. Inches.
SIZE: Final = (4.4, 3.2)
_OTHER: Final = "Other skills"
_NO_SKILLS: Final = ("Nothing to compare", "This role names no skills yet.")
_NO_RATINGS: Final = (
    "Not rated yet",
    "Rate the skills of this role, or take the assessment, to see yourself beside it.",
)


class Voice(NamedTuple):
    """How the radar speaks of the person: to them, or about them in a document."""

    title: str
    headers: tuple[str, ...]
    person: str
    role: str


TO_THEM: Final = Voice(TITLE, HEADERS, "You", "Role")
IN_DOCUMENT: Final = Voice(
    "Levels by group",
    ("Group", "As rated by me", "Needed by the role", "Skills rated", "Not rated"),
    "As rated by me",
    "Needed by the role",
)


def of_role(
    profile: RoleProfile, levels: Mapping[str, Level | None], voice: Voice = TO_THEM
) -> ChartView:
    """Draw a role beside the levels of a person, by the groups of the catalogue."""
    from careerdesk.catalogue import catalogue  # takes longer to import than most charts

    book = catalogue()
    groups = {one.id: one.name for one in book.groups} | {"": _OTHER}
    order = [one.id for one in book.groups]
    pairs = group_pairs(profile, levels, order, book.group_of_skills)
    return build([(groups[pair.group], pair) for pair in pairs], voice)


def build(pairs: Sequence[tuple[str, GroupPair]], voice: Voice = TO_THEM) -> ChartView:
    """Draw the groups of one role, each under its name."""
    if not pairs:
        return empty_view(KEY, TITLE, SIZE, HEADERS, _NO_SKILLS)
    if all(pair.held is None for _, pair in pairs):
        return empty_view(KEY, TITLE, SIZE, HEADERS, _NO_RATINGS)
    return ChartView(
        key=KEY,
        title=voice.title,
        sentence=_sentence(pairs, voice),
        headers=voice.headers,
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
        paint=partial(_paint, tuple(pairs), voice),
    )


def _sentence(pairs: Sequence[tuple[str, GroupPair]], voice: Voice) -> str:
    stand = "You stand" if voice is TO_THEM else "Levels as rated by me are"
    known = [(name, pair.held - pair.asked) for name, pair in pairs if pair.held is not None]
    below = sorted((one for one in known if one[1] < 0), key=lambda one: one[1])
    if not below:
        known_ones = "In every group that is rated"
        text = f"{known_ones} {stand[0].lower()}{stand[1:]} at what the role asks for, or above"
    else:
        name, most = below[0]
        count = f"{len(below)} of {counted(len(known), 'group')}"
        text = f"{stand} below the role in {count}, farthest in {name} ({-most:.1f} levels)"
    unknown = sum(pair.unknown for _, pair in pairs)
    if unknown:
        is_are = "is" if unknown == 1 else "are"
        text += f"; {counted(unknown, 'skill')} of it {is_are} unknown"
    return f"{text}."


def _paint(pairs: Sequence[tuple[str, GroupPair]], voice: Voice, canvas: Paper) -> None:
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
    canvas.text(20, y, voice.person, colour=palette.ink_2, size=SMALL)
    canvas.line([(2, y - 12), (16, y - 12)], palette.ink, thickness=1.2, dashed=True)
    canvas.text(20, y - 12, voice.role, colour=palette.ink_2, size=SMALL)


def _said(name: str, pair: GroupPair) -> str:
    held = "not rated" if pair.held is None else f"you {pair.held:.1f}"
    rest = f"; {pair.unknown} not rated" if pair.held is not None and pair.unknown else ""
    return f"{name}: {held}, the role {pair.asked:.1f} of 5{rest}"
