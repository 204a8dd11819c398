"""The skills of a role as a list to work through: open gaps first, with what is done about them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerdesk.analysis.apportion import shortfall_tenths
from careerdesk.analysis.coverage import Coverage, Share, what_if
from careerdesk.analysis.error_band import Band, error_bands
from careerdesk.analysis.readiness import evidenced_coverage
from careerdesk.analysis.supported import Support, supported_level
from careerdesk.domain.actions import Action
from careerdesk.domain.skills import Level, Skill
from careerdesk.services import roles
from careerdesk.services.actions import open_actions
from careerdesk.services.gap import SEED, Gap, gap
from careerdesk.services.standing import standing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from careerdesk.domain.actions import ActionId
    from careerdesk.domain.catalogue import Requirement
    from careerdesk.domain.skills import SkillId
    from careerdesk.storage.desk import Desk


class GapState(enum.Enum):
    """Whether the level a role needs is reached."""

    OPEN = "open"  # it is not, or the level is unknown
    MET = "met"
    SURPLUS = "surplus"  # it is exceeded, which the readiness does not count


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """One skill that a role needs, as the person stands to it.

    ``skill`` is the record that stands for it, None if the inventory has none; ``support`` is what
    its evidence says. ``tenths`` is what closing the gap adds, in tenths of a point of 100; those
    of a role add up to all that is missing. ``actions`` are those still to do, in turn, ``waiting``
    those that are done and wait for a word about the level.
    """

    share: Share
    tenths: int
    skill: Skill | None
    support: Support | None
    actions: tuple[Action, ...]
    waiting: tuple[Action, ...] = ()

    @property
    def requirement(self) -> Requirement:
        """What the role needs."""
        return self.share.requirement

    @property
    def state(self) -> GapState:
        """Whether that is reached."""
        if self.share.surplus:
            return GapState.SURPLUS
        return GapState.MET if self.share.is_met else GapState.OPEN

    @property
    def supported(self) -> Level | None:
        """The level that evidence supports; None if the level itself is unknown."""
        return None if self.support is None else self.support.level

    @property
    def evidence_count(self) -> int:
        """How many pieces of evidence count today."""
        return 0 if self.support is None else len(self.support.pieces)

    @property
    def needs_action(self) -> bool:
        """Whether the gap is open and nothing is planned to close it."""
        return self.state is GapState.OPEN and not (self.actions or self.waiting)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """How ready the person would be with another level of one skill; nothing is changed.

    ``evidenced`` counts only what the evidence at hand would support of that level, ``shown`` all
    of it, as if there were evidence for it.
    """

    claimed: Coverage
    band: Band
    evidenced: Coverage
    shown: Coverage


def current_gap(desk: Desk, today: date) -> Gap | None:
    """Return how the person stands to the role aimed at; None without one that names skills."""
    target = roles.current_target(desk)
    if target is None:
        return None
    profile = roles.role_profile(desk, target.role)
    return gap(profile, standing(desk, [profile], today))


def gap_lines(
    found: Gap,
    actions: Mapping[SkillId, Sequence[Action]],
    finished: Collection[ActionId] = frozenset(),
) -> list[GapLine]:
    """Return the skills of a role: gaps by weight times missing levels, then the others.

    ``actions`` are those not settled, by skill, ``finished`` those of them whose work is done.
    """
    claimed = found.claimed
    met = [one for one in claimed.shares if one.is_met and not one.surplus]
    tenths = shortfall_tenths(claimed)
    shares = (*claimed.gaps, *met, *claimed.carried_over)
    return [_line(found, one, tenths[one.requirement.skill], actions, finished) for one in shares]


def _line(
    found: Gap,
    share: Share,
    tenths: int,
    actions: Mapping[SkillId, Sequence[Action]],
    finished: Collection[ActionId],
) -> GapLine:
    key = share.requirement.skill
    skill = found.standing.skills.get(key)
    planned = () if skill is None else actions.get(skill.id, ())
    return GapLine(
        share=share,
        tenths=tenths,
        skill=skill,
        support=found.support(key),
        actions=tuple(one for one in planned if one.id not in finished),
        waiting=tuple(one for one in planned if one.id in finished),
    )


def gaps_without_action(desk: Desk, today: date) -> int:
    """Count the open gaps of the role aimed at for which nothing is planned."""
    found = current_gap(desk, today)
    lines = () if found is None else gap_lines(found, open_actions(desk))
    return sum(line.needs_action for line in lines)


def what_if_level(found: Gap, skill: str, level: Level | None) -> WhatIf:
    """Return how ready the person would be with another level of a skill, given by its key."""
    profile, now = found.profile, found.standing
    claimed = what_if(profile, now.levels, skill, level)
    known = found.support(skill)
    ceiling = Level.NONE if known is None else known.ceiling
    supported = {**now.supported, skill: supported_level(level, ceiling)}
    evidenced = evidenced_coverage(profile, supported)
    shown = evidenced_coverage(profile, {**supported, skill: level})
    levels = {**now.levels, skill: level}
    (band,) = error_bands([profile], levels, now.sigmas, seed=SEED).values()
    assert claimed is not None, "a role with a gap names skills"
    assert evidenced is not None, "a role with a gap names skills"
    assert shown is not None, "a role with a gap names skills"
    return WhatIf(claimed=claimed, band=band, evidenced=evidenced, shown=shown)
