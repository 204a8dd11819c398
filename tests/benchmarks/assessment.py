"""How long it takes to compare a person with all roles, and to read a long history.

Run on demand: ``python tests/benchmarks/assessment.py``. Every line gives the best of several runs
and the bound it should keep; the exit status is 1 if one is not kept.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.error_band import error_bands
from careerdesk.analysis.interests import interest_matches
from careerdesk.analysis.readiness import SkillRecord
from careerdesk.analysis.readiness_history import readiness_history
from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue import InterestType
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
TODAY = date(2026, 11, 23)
RATED = 52
RATINGS, PIECES, DAYS = 5000, 2000, 3000


def main() -> int:
    """Measure everything and say whether all bounds are kept."""
    chance = random.Random(1)
    profiles = [role.profile for role in catalogue().roles]
    asked = sorted({one.skill for profile in profiles for one in profile.requirements})
    levels = {skill: chance.choice(list(Level)) for skill in chance.sample(asked, RATED)}
    answers = {kind: [chance.randint(0, 4) for _ in range(6)] for kind in InterestType}
    answers[InterestType.INVESTIGATIVE] = [4] * 6
    skills = [
        replace(Skill.new(one.name), catalogue_key=one.skill) for one in profiles[0].requirements
    ]
    ratings = [_rating(chance, skills) for _ in range(RATINGS)]
    evidence = [_piece(chance, skills) for _ in range(PIECES)]
    seeds = iter(range(1000))  # another one each time, since draws are kept
    return max(
        _timed("coverage of all roles", 10, lambda: [coverage(one, levels) for one in profiles]),
        _timed(
            "error bands of all roles",
            150,
            lambda: error_bands(profiles, levels, {}, seed=next(seeds)),
        ),
        _timed(
            "interests of all roles",
            60,
            lambda: interest_matches(answers, profiles, seed=next(seeds)),
        ),
        _timed(
            "history of one role",
            200,
            lambda: readiness_history(
                profiles[0], SkillRecord(skills, ratings, evidence), until=TODAY
            ),
        ),
    )


def _timed(what: str, bound: int, do: Callable[[], object]) -> int:
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        do()
        best = min(best, (time.perf_counter() - began) * 1000)
    print(f"{what:28} {best:7.1f} ms, at most {bound} ms")
    return int(best > bound)


def _rating(chance: random.Random, skills: list[Skill]) -> Rating:
    return Rating.new(chance.choice(skills).id, _day(chance), chance.choice(list(Level)))


def _piece(chance: random.Random, skills: list[Skill]) -> Evidence:
    return Evidence.new(
        chance.choice(skills).id,
        "Shown",
        chance.choice(list(EvidenceKind)),
        chance.choice(list(EvidenceTier)),
        PartialDate.of(_day(chance)),
    )


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.randrange(DAYS))


if __name__ == "__main__":
    raise SystemExit(main())
