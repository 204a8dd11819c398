"""Which skill to raise next: what closes most of a gap for the hours it takes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from careerdesk.analysis.coverage import Coverage, Share
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """One skill raised by one level.

    ``gain`` is what this adds to the coverage of the role, ``hours`` what it is estimated to take,
    None if there is no estimate.
    """

    share: Share
    level: Level
    gain: Fraction
    hours: float | None

    @property
    def worth(self) -> float | None:
        """The skill's whole shortfall for each hour of the step; infinite for no time at all.

        It is the shortfall and not the gain, so that of two steps of equal length and gain the one
        in the wider gap comes first.
        """
        if self.hours is None:
            return None
        return float(self.share.shortfall) / self.hours if self.hours > 0 else float("inf")


def next_steps(covered: Coverage, hours: Mapping[str, float | None]) -> tuple[NextStep, ...]:
    """Return the next level of each skill below its target, the step to take first in front.

    Essential gaps come first, then what is worth most for its hours; steps without an estimate
    follow in the order of the gaps. A skill of unknown level is no step: it is to be rated.

    Args:
        covered: The role as the person covers it now.
        hours: The estimated hours to the next level by skill; absent or None is unknown.
    """
    steps = [
        _step(share, hours.get(share.requirement.skill))
        for share in covered.gaps
        if share.level is not None and share.gap
    ]
    return tuple(sorted(steps, key=_first_things_first))


def _step(share: Share, hours: float | None) -> NextStep:
    level, gain = next(iter(share.gains.items()))
    return NextStep(share=share, level=level, gain=gain, hours=hours)


def _first_things_first(step: NextStep) -> tuple[bool, bool, float]:
    worth = step.worth
    return (not step.share.is_essential_gap, worth is None, -(worth or 0.0))
