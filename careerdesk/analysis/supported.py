"""How far a self-rating may be believed: its error size, and the level its evidence supports.

A rating without evidence is a claim. Self-ratings correlate about .29 with measured ability (Mabe
and West 1982) and about .22 with the rating of supervisors (Heidemeier and Moser 2009), so they get
an error size that evidence narrows; they are never overwritten. The order of the tiers is reasoned,
the figures are a judgement. What is dated later than the day asked for does not count, and a date
known in part counts from its last possible day.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final

from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.folding import same_name
from careerdesk.domain.scoring import (
    CAUTIOUS_DEDUCTION,
    FRESH_YEARS,
    LEAST_SIGMA,
    SIGMA_PER_YEAR,
    SIGMAS,
    UNSTEADY_LEVELS,
    UNSTEADY_SIGMA,
)
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from fractions import Fraction

_COURSE_CEILING: Final = Level.ASSISTED
_CEILING_WITHOUT_WORK: Final = Level.INDEPENDENT
# Attendance and knowledge do not show work, however well they are documented.
_CEILINGS: Final = {
    EvidenceKind.COURSE: _COURSE_CEILING,
    EvidenceKind.CERTIFICATE: _CEILING_WITHOUT_WORK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What the evidence for one skill says about its rating on a day.

    ``level`` is the highest level not above the rating that the evidence supports: 0 without any,
    None if the rating is unknown. ``ceiling`` is the highest it could support, ``tier`` that of
    the strongest piece (CLAIM without any). ``sigma`` is the standard deviation of the rating in
    levels. ``pieces`` are those that count on the day, in the order given.
    """

    rating: Level | None
    level: Level | None
    ceiling: Level
    tier: EvidenceTier
    sigma: float
    pieces: tuple[Evidence, ...]


def support(
    rating: Level | None, evidence: Iterable[Evidence], *, day: date, is_unsteady: bool = False
) -> Support:
    """Return what the evidence for one skill says about its rating on a day.

    ``is_unsteady`` says that repeated ratings of the person differed (see ``is_unsteady``).
    """
    pieces = tuple(one for one in evidence if one.on.last_day() <= day)
    highest = max((ceiling(one.kind, one.tier) for one in pieces), default=Level.NONE)
    return Support(
        rating=rating,
        level=supported_level(rating, highest),
        ceiling=highest,
        tier=max((one.tier for one in pieces), default=EvidenceTier.CLAIM),
        sigma=error_size(pieces, day=day, is_unsteady=is_unsteady),
        pieces=pieces,
    )


def ceiling(kind: EvidenceKind, tier: EvidenceTier) -> Level:
    """Return the highest level that one piece of evidence can support on its own.

    A claim repeated supports nothing. Attendance or a course completed supports 2, a certificate of
    knowledge 3, what is only told 3; above that it takes an artefact, an assessment or an
    observation of work.
    """
    if tier is EvidenceTier.CLAIM:
        return Level.NONE
    shows_work = tier >= EvidenceTier.ARTEFACT
    return _CEILINGS.get(kind, Level.LEADING if shows_work else _CEILING_WITHOUT_WORK)


def supported_level(rating: Level | None, highest: Level) -> Level | None:
    """Return the level supported where the evidence reaches up to a ceiling; never the unknown."""
    return None if rating is None else min(rating, highest)


def error_size(evidence: Iterable[Evidence], *, day: date, is_unsteady: bool = False) -> float:
    """Return the standard deviation of a rating in levels, given the evidence for it.

    Independent pieces combine to 1 / sqrt(sum of 1/sigma²), not below 0.35; of one project only the
    best counts. A piece at the tier of a claim adds nothing to the rating it repeats, and old
    evidence never makes a rating less sure than it were without.
    """
    best: dict[object, float] = {}
    for piece in evidence:
        since = piece.on.last_day()
        if since <= day and piece.tier > EvidenceTier.CLAIM:
            project = same_name(piece.project) or object()  # without one, it stands alone
            sigma = piece_sigma(piece.tier, since, day=day)
            best[project] = min(sigma, best.get(project, sigma))
    claim = SIGMAS[EvidenceTier.CLAIM] + (UNSTEADY_SIGMA if is_unsteady else 0.0)
    if not best:
        return claim
    combined = 1 / sqrt(sum(1 / sigma**2 for sigma in best.values()))
    return min(claim, max(LEAST_SIGMA, combined))


def piece_sigma(tier: EvidenceTier, since: date, *, day: date) -> float:
    """Return the standard deviation, in levels, of a rating shown by one piece of evidence.

    Each full year after the second since the day of the evidence adds 0.1.
    """
    years = day.year - since.year - ((day.month, day.day) < (since.month, since.day))
    return SIGMAS[tier] + SIGMA_PER_YEAR * max(0, years - FRESH_YEARS)


def is_unsteady(repeated: Iterable[tuple[Level | None, Level | None]]) -> bool:
    """Return whether any rating repeated in one sitting came out two levels or more apart.

    A pair in which one is unknown says nothing. If so, every claim is less sure (by 0.2 levels).
    """
    return any(
        first is not None and second is not None and abs(first - second) >= UNSTEADY_LEVELS
        for first, second in repeated
    )


def cautious_deductions(tiers: Mapping[str, EvidenceTier]) -> dict[str, Fraction]:
    """Return what the cautious view takes off, in levels, for each skill that is only claimed.

    ``tiers`` are those of the strongest evidence by skill (``Support.tier``).
    """
    return {
        skill: CAUTIOUS_DEDUCTION for skill, tier in tiers.items() if tier is EvidenceTier.CLAIM
    }
