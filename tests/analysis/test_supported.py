from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.supported import (
    cautious_deductions,
    ceiling,
    error_size,
    is_unsteady,
    piece_sigma,
    support,
)
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.scoring import LEAST_SIGMA, SIGMAS
from careerdesk.domain.skills import Level, Skill

TODAY = date(2026, 11, 23)
SKILL = Skill.new("Roadmapping").id
DAYS = st.dates(TODAY - timedelta(days=4000), TODAY + timedelta(days=400))
LEVELS = st.none() | st.sampled_from(Level)


def piece(
    kind: EvidenceKind = EvidenceKind.FILE,
    tier: EvidenceTier = EvidenceTier.ARTEFACT,
    on: str = "2026-01-01",
    project: str = "",
) -> Evidence:
    made = Evidence.new(SKILL, "Shown", kind, tier, PartialDate(on))
    return dataclasses.replace(made, project=project)


PIECES = st.lists(
    st.builds(
        piece,
        st.sampled_from(EvidenceKind),
        st.sampled_from(EvidenceTier),
        st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10])),
        st.sampled_from(["", "One", "Two"]),
    ),
    max_size=5,
)


@given(LEVELS, PIECES)
def test_that_no_more_is_supported_than_was_rated(
    rating: Level | None, pieces: list[Evidence]
) -> None:
    found = support(rating, pieces, day=TODAY)
    if rating is None:
        assert found.level is None
    else:
        assert found.level is not None
        assert found.level <= rating
        assert found.level <= found.ceiling


@given(LEVELS, PIECES, DAYS)
def test_that_nothing_dated_later_counts(
    rating: Level | None, pieces: list[Evidence], day: date
) -> None:
    until_then = [one for one in pieces if one.on.last_day() <= day]
    found = support(rating, pieces, day=day)
    assert found == support(rating, until_then, day=day)
    assert found.pieces == tuple(until_then)
    assert error_size(pieces, day=day) == error_size(until_then, day=day) == found.sigma


@given(PIECES, PIECES, st.booleans())
def test_that_more_evidence_never_makes_a_rating_less_sure(
    pieces: list[Evidence], more: list[Evidence], unsteady: bool
) -> None:
    first = support(Level.LEADING, pieces, day=TODAY, is_unsteady=unsteady)
    second = support(Level.LEADING, pieces + more, day=TODAY, is_unsteady=unsteady)
    assert LEAST_SIGMA <= second.sigma <= first.sigma + 1e-12
    assert second.ceiling >= first.ceiling
    assert second.tier >= first.tier


@pytest.mark.parametrize(
    ("on", "counted_from"),
    [("2026", "2026-12-31"), ("2026-02", "2026-02-28"), ("2026-02-10", "2026-02-10")],
)
def test_that_a_partial_date_counts_from_its_last_possible_day(on: str, counted_from: str) -> None:
    first = date.fromisoformat(counted_from)
    assert support(Level.LEADING, [piece(on=on)], day=first).pieces
    assert not support(Level.LEADING, [piece(on=on)], day=first - timedelta(days=1)).pieces


def test_that_a_claim_without_evidence_supports_nothing() -> None:
    found = support(Level.ADVANCED, [], day=TODAY)
    assert found.level is Level.NONE
    assert found.ceiling is Level.NONE
    assert (found.sigma, found.tier) == (1.0, EvidenceTier.CLAIM)


@pytest.mark.parametrize("tier", EvidenceTier)
@pytest.mark.parametrize("kind", EvidenceKind)
def test_that_only_work_that_can_be_checked_supports_more_than_three(
    kind: EvidenceKind, tier: EvidenceTier
) -> None:
    highest = ceiling(kind, tier)
    if tier is EvidenceTier.CLAIM:
        assert highest is Level.NONE
    elif kind is EvidenceKind.COURSE:
        assert highest is Level.ASSISTED
    elif kind is EvidenceKind.CERTIFICATE or tier <= EvidenceTier.DESCRIBED:
        assert highest is Level.INDEPENDENT
    else:
        assert highest is Level.LEADING


def test_that_the_highest_ceiling_counts() -> None:
    course = piece(EvidenceKind.COURSE)
    certificate = piece(EvidenceKind.CERTIFICATE, EvidenceTier.ASSESSED)
    claimed = Level.ADVANCED
    assert support(claimed, [course, course], day=TODAY).level is Level.ASSISTED
    assert support(claimed, [course, certificate], day=TODAY).level is Level.INDEPENDENT
    assert support(claimed, [course, certificate, piece()], day=TODAY).level is claimed


def test_that_independent_pieces_combine() -> None:
    fresh = [piece(), piece(EvidenceKind.CERTIFICATE, EvidenceTier.ASSESSED)]
    assert error_size(fresh, day=TODAY) == pytest.approx(0.384, abs=5e-4)
    assert error_size([piece()] * 50, day=TODAY) == LEAST_SIGMA


def test_that_of_one_project_only_the_best_piece_counts() -> None:
    poor = piece(tier=EvidenceTier.DESCRIBED, project="Pilot")
    good = piece(tier=EvidenceTier.OBSERVED, project=" pilot ")
    assert error_size([poor, good], day=TODAY) == SIGMAS[EvidenceTier.OBSERVED]
    assert error_size([good, poor], day=TODAY) == SIGMAS[EvidenceTier.OBSERVED]
    other = piece(tier=EvidenceTier.DESCRIBED, project="Launch")
    assert error_size([poor, other], day=TODAY) == pytest.approx(0.8 / 2**0.5)


def test_that_a_claim_repeated_is_still_one_claim() -> None:
    claims = [piece(EvidenceKind.DESCRIPTION, EvidenceTier.CLAIM)] * 4
    assert error_size(claims, day=TODAY) == SIGMAS[EvidenceTier.CLAIM]


@pytest.mark.parametrize(
    ("since", "sigma"),
    [
        ("2026-11-23", 0.6),
        ("2024-11-23", 0.6),
        ("2023-11-24", 0.6),
        ("2023-11-23", 0.7),
        ("2016-11-23", 1.4),
    ],
)
def test_that_each_full_year_after_the_second_makes_a_piece_weaker(
    since: str, sigma: float
) -> None:
    day = date.fromisoformat(since)
    assert piece_sigma(EvidenceTier.ARTEFACT, day, day=TODAY) == pytest.approx(sigma)
    assert error_size([piece(on=since)], day=TODAY) == pytest.approx(min(sigma, 1.0))


def test_that_a_piece_of_a_leap_day_is_a_year_older_only_on_the_first_of_march() -> None:
    leap = date(2024, 2, 29)
    assert piece_sigma(EvidenceTier.CLAIM, leap, day=date(2027, 2, 28)) == 1.0
    assert piece_sigma(EvidenceTier.CLAIM, leap, day=date(2027, 3, 1)) == 1.1


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], False),
        ([(Level.AWARE, Level.ASSISTED)], False),
        ([(None, Level.LEADING), (Level.LEADING, None)], False),
        ([(Level.AWARE, Level.AWARE), (Level.ADVANCED, Level.ASSISTED)], True),
        ([(Level.AWARE, Level.INDEPENDENT)], True),
    ],
)
def test_that_ratings_two_levels_apart_in_one_sitting_are_unsteady(
    pairs: list[tuple[Level | None, Level | None]], expected: bool
) -> None:
    assert is_unsteady(pairs) is expected


def test_that_unsteady_ratings_widen_claims_alone() -> None:
    assert error_size([], day=TODAY, is_unsteady=True) == 1.2
    assert error_size([piece()], day=TODAY, is_unsteady=True) == 0.6


def test_that_the_cautious_view_takes_from_claims_alone() -> None:
    tiers = {"a": EvidenceTier.CLAIM, "b": EvidenceTier.DESCRIBED}
    assert cautious_deductions(tiers) == {"a": Fraction(3, 10)}
