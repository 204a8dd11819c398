"""What the Gap page says: figures with their labels, levels, and sentences about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from careerdesk.analysis.apportion import TENTHS
from careerdesk.domain.catalogue import Weight
from careerdesk.gui.text import known_date, to_translate, translate
from careerdesk.gui.widgets.level_steps import Steps
from careerdesk.gui.words import level_words
from careerdesk.services.gap_list import GapState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from careerdesk.analysis.coverage import Coverage
    from careerdesk.analysis.error_band import Band
    from careerdesk.domain.actions import Action
    from careerdesk.domain.skills import Level
    from careerdesk.services.gap import Gap
    from careerdesk.services.gap_list import GapLine

_WEIGHTS: Final = {
    Weight.ESSENTIAL: to_translate("gap", "Essential"),
    Weight.IMPORTANT: to_translate("gap", "Important"),
    Weight.USEFUL: to_translate("gap", "Useful"),
}
UNKNOWN: Final = "?"
_USUAL_ROOM: Final = 4  # steps; few skills need level 5


def weight_words(weight: Weight) -> str:
    """Return how much a role needs a skill."""
    return translate("gap", _WEIGHTS[weight])


def percent(part: Fraction | float) -> str:
    """Return a share such as "68 %"."""
    shown = QLocale().toString(round(float(part) * 100))
    return translate("gap", "{percent} %").format(percent=shown)


def percent_range(low: Fraction | float, high: Fraction | float) -> str:
    """Return a range such as "61 to 72 %", or one figure where both ends are shown the same."""
    first, last = (round(float(one) * 100) for one in (low, high))
    if first == last:
        return percent(low)
    return translate("gap", "{low}\u2013{high} %").format(
        low=QLocale().toString(first), high=QLocale().toString(last)
    )


def coverage_words(covered: Coverage) -> str:
    """Return a readiness; one that hangs on unknown levels is a range."""
    return percent_range(covered.low, covered.high)


def band_words(band: Band) -> str:
    """Return how far a readiness may be off because ratings lack support."""
    words = translate("gap", "{range} allowing for unsupported ratings")
    return words.format(range=percent_range(band.low, band.high))


def adds_words(line: GapLine) -> str:
    """Return what closing a gap adds; of an unknown level only how much at the most."""
    if line.state is not GapState.OPEN:
        return ""
    if line.share.level is None:
        return translate("gap", "≤ {points}").format(points=_tenths(line.tenths))
    return translate("gap", "+{points}").format(points=_tenths(line.tenths))


def spoken_adds(line: GapLine) -> str:
    """Return the same for a screen reader."""
    if line.state is not GapState.OPEN:
        return ""
    words = translate("gap", "{points} points")
    if line.share.level is None:
        words = translate("gap", "at most {points} points")
    return words.format(points=_tenths(line.tenths))


def level_pair(line: GapLine) -> str:
    """Return the level now and the one needed, such as "2 → 4"; an unknown one is "?"."""
    level = line.share.level
    now = UNKNOWN if level is None else QLocale().toString(int(level))
    needed = QLocale().toString(int(line.requirement.level))
    return translate("gap", "{now} → {needed}").format(now=now, needed=needed)


def spoken_levels(line: GapLine) -> str:
    """Return the same for a screen reader, with what evidence supports."""
    needed = int(line.requirement.level)
    if line.share.level is None:
        return translate("gap", "unknown, {needed} needed").format(needed=needed)
    words = translate("gap", "{now}, {needed} needed, {supported} supported by evidence")
    now, supported = int(line.share.level), int(line.supported or 0)
    return words.format(now=now, needed=needed, supported=supported)


def steps_of(line: GapLine) -> Steps:
    """Return how the level is drawn."""
    return Steps(line.share.level, line.supported, int(line.requirement.level), room=_USUAL_ROOM)


def evidence_words(line: GapLine) -> str:
    """Return how much evidence there is."""
    count = line.evidence_count
    return translate("gap", "%n item(s)", "", count) if count else translate("gap", "none")


def action_words(actions: Sequence[Action]) -> str:
    """Return the next action with its day."""
    first = actions[0]
    if first.due is None:
        return first.title
    return translate("gap", "{title}, {day}").format(title=first.title, day=known_date(first.due))


def level_title(level: Level | None) -> str:
    """Return a level with its name, such as "2 Assisted"."""
    if level is None:
        return translate("gap", "? Not known yet")
    return f"{QLocale().toString(int(level))} {level_words(level)}"


def counts_words(lines: Sequence[GapLine]) -> str:
    """Return how many skills are open, met and carried over."""
    counts = {one: sum(line.state is one for line in lines) for one in GapState}
    words = translate(
        "gap",
        "{open} open · {met} met · %n strength(s) you carry over",
        "",
        counts[GapState.SURPLUS],
    )
    open_, met = (QLocale().toString(counts[one]) for one in (GapState.OPEN, GapState.MET))
    return words.format(open=open_, met=met)


def reasons_sentence(found: Gap, lines: Sequence[GapLine]) -> str:
    """Say that the open skills add up to all that is missing."""
    if len(found.claimed.unknown) == len(lines):
        return translate("gap", "Nothing is known yet of the %n level(s) needed.", "", len(lines))
    count = sum(one.state is GapState.OPEN for one in lines)
    if not count:
        return translate("gap", "Every level this role needs is reached, as you rate it.")
    total = sum(one.tenths for one in lines)
    least, most = _tenths(round((1 - found.claimed.high) * TENTHS)), _tenths(total)
    rest = most
    if least != most:
        rest = translate("gap", "{least} to {most}").format(least=least, most=most)
    words = translate(
        "gap", "{points} points are missing, all in the %n open skill(s) below.", "", count
    )
    return words.format(points=rest)


def unknown_sentence(found: Gap) -> str:
    """Say how many levels are unknown and what that does; empty if none is."""
    count = len(found.claimed.unknown)
    if count in (0, len(found.claimed.shares)):
        return ""  # or it is all that is said
    return translate("gap", "It is a range because of %n unknown level(s).", "", count)


def essential_sentence(found: Gap) -> str:
    """Name the essential skills two levels or more short; empty if there are none."""
    names = [one.requirement.name for one in found.claimed.essential_gaps]
    if not names:
        return ""
    words = translate("gap", "Essential and at least two levels short: {names}.")
    return words.format(names=", ".join(names))


def evidenced_words(lines: Sequence[GapLine]) -> str:
    """Say of how many skills the whole level is supported."""
    backed = sum(bool(one.share.level) and one.supported == one.share.level for one in lines)
    words = translate("gap", "{backed} of %n level(s) wholly supported", "", len(lines))
    return words.format(backed=QLocale().toString(backed))


def cautious_sentence(covered: Coverage) -> str:
    """Return the readiness of the cautious view, labelled as that."""
    words = translate("gap", "In the cautious view it is {percent} as rated.")
    return words.format(percent=coverage_words(covered))


def unsupported_words(line: GapLine) -> str:
    """Return the first level needed or claimed that no evidence reaches; empty if all are."""
    wanted = max(int(line.requirement.level), int(line.share.level or 0))
    reached = 0 if line.support is None else int(line.support.ceiling)
    if reached >= wanted:
        return ""
    return translate("gap", "No evidence yet for level {level}").format(level=reached + 1)


def _tenths(tenths: int) -> str:
    return QLocale().toString(tenths / 10, "f", 1)
