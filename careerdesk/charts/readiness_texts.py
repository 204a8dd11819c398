"""Every sentence and label of the charts about readiness.

As in ``texts``, texts of the user pass through as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.charts import texts
from careerdesk.domain.catalogue import Weight
from careerdesk.words import NOT_RATED, counted, cut, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from fractions import Fraction

    from careerdesk.analysis.coverage import Coverage, Share
    from careerdesk.analysis.readiness_history import Move, ReadinessChange, Step
    from careerdesk.analysis.what_moved import SkillMove
    from careerdesk.domain.skills import Level

READINESS: Final = "Readiness over time"
GAP_BARS: Final = "Gaps to the role"

READINESS_HEADERS: Final = ("Day", "Claimed (%)", "Evidenced (%)", "What moved it")
GAP_HEADERS: Final = (
    "Skill",
    "Weight",
    "Level as rated by me",
    "Supported by evidence",
    "Level needed",
    "Closing it adds (points)",
)

NO_TARGET: Final = (
    "No target role yet",
    "Choose the role you aim at, and each skill it needs is set against yours.",
)
NO_NEEDS: Final = (
    "The role you aim at names no skills yet",
    "Say what it needs, and each skill is set against yours.",
)
NO_READINESS: Final = (
    "No readiness yet",
    "Rate the skills your target role needs, and each day they move appears here.",
)

CLAIMED: Final = "claimed"
EVIDENCED: Final = "evidenced"
SUPPORTED_KEY: Final = "supported by evidence"
CLAIMED_KEY: Final = "as rated by me"
MISSING_KEY: Final = "missing"
UNKNOWN_KEY: Final = f"{texts.UNKNOWN_MARK} {NOT_RATED}"
ADDS_KEY: Final = "+ points it adds"
WEIGHTS: Final = {
    Weight.ESSENTIAL: "essential",
    Weight.IMPORTANT: "important",
    Weight.USEFUL: "useful",
}
_NAME: Final = 60
_NAMED: Final = 2
_NAMED_PIECES: Final = 2


def percent(low: Fraction, high: Fraction | None = None) -> str:
    """Write a readiness, such as 82 %; one that hangs on unknown levels is a range."""
    first, last = whole(low), whole(low if high is None else high)
    return f"{first} %" if first == last else f"{first}\u2013{last} %"


def whole(share: Fraction) -> int:
    """Return a share of 0 to 1 in whole hundredths."""
    return round(share * 100)


def points(now: Fraction, gain: Fraction) -> str:
    """Write what a readiness won or lost, such as +9: the difference of the figures as written."""
    rounded = whole(now) - whole(now - gain)
    return f"+{rounded}" if rounded > 0 else f"\u2212{-rounded}" if rounded < 0 else "\u00b10"


def readiness_sentence(
    role: str,
    *,
    now: Step,
    change: ReadinessChange,
    moved: Sequence[SkillMove],
) -> str:
    """Read the history: both numbers, what became of them since a day, and what moved them most."""
    text = f"{step_words(now).capitalize()} for {cut(role, _NAME)}"
    if change.first == now.on:
        return f"{text}, known since {day(now.on)}."
    gains = points(now.claimed, change.claimed), points(now.evidenced, change.evidenced)
    text += f"; {' and '.join(gains)} since {day(change.first)}"
    if not moved:
        return f"{text}."
    return f"{text}, most through {_listed(one.requirement.name for one in moved[:_NAMED])}."


def step_words(step: Step) -> str:
    """Say both numbers of a day."""
    claimed = percent(step.claimed, step.claimed_high)
    return f"{CLAIMED} {claimed}, {EVIDENCED} {percent(step.evidenced)}"


def spot_words(step: Step) -> str:
    """Say both numbers from a day on, and what moved them."""
    names = [cut(one.requirement.name, _NAME) for one in step.moves]
    rest = len(names) - _NAMED - 1
    shown = names if rest <= 0 else [*names[: _NAMED + 1], counted(rest, "more skill")]
    return f"{day(step.on)}: {step_words(step)}; moved by {_listed(shown)}"


def moves_words(moves: Iterable[Move]) -> str:
    """Say everything that moved the readiness on a day."""
    return "; ".join(filter(None, map(move_words, moves)))


def move_words(move: Move) -> str:
    """Say how one skill came to stand, such as "Roadmapping 2 to 3, supported 2: Quarter plan"."""
    parts = []
    if move.before != move.after:
        before = "" if move.before is None else f"{_level(move.before)} to "
        parts.append(f"{before}{_level(move.after)}")
    supported = move.supported_after
    if supported is not None and supported != (move.supported_before or 0):
        parts.append(f"supported {int(supported)}{_through(move)}")
    return f"{move.requirement.name} {', '.join(parts)}"


def _through(move: Move) -> str:
    titles = [cut(one.title, _NAME) for one in move.evidence]
    rest = len(titles) - _NAMED_PIECES
    if rest > 0:
        titles[_NAMED_PIECES:] = [f"{rest:,} more"]
    return f" by {_listed(titles)}" if titles else ""


def _level(level: Level | None) -> str:
    return texts.UNKNOWN if level is None else str(int(level))


def moved_on(on: date) -> str:
    """Name the skills that moved on a day."""
    return f"skills that moved on {day(on)}"


def gap_sentence(covered: Coverage) -> str:
    """Read the gaps: how many skills are below their level, which are the widest, what is open."""
    role = cut(covered.profile.title, _NAME)
    everything = len(covered.shares)
    known = [one for one in covered.gaps if one.level is not None]
    unknown = len(covered.unknown)
    if not covered.gaps:
        every = "The one skill" if everything == 1 else f"All {everything:,} skills"
        return f"{every} of {role} {_is(everything)} at the level needed, as rated."
    if not known:
        text = f"No skill of {role} is known to be below the level needed"
    else:
        text = (
            f"{len(known):,} of {counted(everything, 'skill')} of {role} "
            f"{_is(1 if everything == 1 else len(known))} below the level needed, "
            f"first {_listed(one.requirement.name for one in known[:_NAMED])}"
        )
    if unknown:
        text += f"; {unknown:,} {_is(unknown)} unknown and may be there or not"
    return f"{text}."


def level_of(share: Share) -> str:
    """Write the level now and the one needed, such as 3 of 4."""
    now = texts.UNKNOWN_MARK if share.level is None else str(int(share.level))
    return f"{now} of {int(share.requirement.level)}"


def adds(tenths: int) -> str:
    """Write what closing a gap adds, given in tenths of a point; empty where that is nothing."""
    return f"+{tenths / 10:.1f}" if tenths else ""


def gap_words(share: Share, supported: Level | None) -> str:
    """Say how a skill stands against what the role needs."""
    need = share.requirement
    name, needed = cut(need.name, _NAME), f"{int(need.level)} needed, {WEIGHTS[need.weight]}"
    if share.level is None:
        return f"{name}: {NOT_RATED}; {needed}"
    claimed = f"{int(share.level)} as rated by me, {int(supported or 0)} {SUPPORTED_KEY}"
    return f"{name}: {claimed}; {needed}"


def _is(amount: int) -> str:
    return "is" if amount == 1 else "are"


def _listed(names: Iterable[str]) -> str:
    *others, last = (cut(name, _NAME) for name in names)
    return f"{', '.join(others)} and {last}" if others else last
