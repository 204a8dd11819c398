"""What is missing for a role, what each step would add, and how ready the person is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.coverage import Coverage, coverage
from careerdesk.analysis.error_band import Band, error_bands
from careerdesk.analysis.readiness import evidenced_coverage
from careerdesk.domain.catalogue import RoleProfile
from careerdesk.services.standing import Standing

if TYPE_CHECKING:
    from careerdesk.analysis.supported import Support

SEED: Final = 1  # of every draw, so that the same desk always shows the same figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """How a person stands against one role on a day.

    ``claimed`` is the coverage by the levels as rated, ``evidenced`` by those that evidence
    supports, where a skill without any counts as 0. ``band`` says how far ratings may be off.
    ``cautious`` is the claimed coverage with a little taken off unsupported ratings, None unless
    that view is asked for.
    """

    profile: RoleProfile
    standing: Standing
    claimed: Coverage
    evidenced: Coverage
    band: Band
    cautious: Coverage | None

    def support(self, skill: str) -> Support | None:
        """Return what is known of a skill by its key; None if it is not in the inventory."""
        return self.standing.supports.get(skill)


def gap(profile: RoleProfile, standing: Standing) -> Gap | None:
    """Return how a person stands against a role; None if the role names no skills."""
    claimed = coverage(profile, standing.levels)
    evidenced = evidenced_coverage(profile, standing.supported)
    if claimed is None or evidenced is None:
        return None
    (band,) = error_bands([profile], standing.levels, standing.sigmas, seed=SEED).values()
    deductions = standing.deductions
    return Gap(
        profile=profile,
        standing=standing,
        claimed=claimed,
        evidenced=evidenced,
        band=band,
        cautious=coverage(profile, standing.levels, deductions=deductions) if deductions else None,
    )
