from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careerdesk.analysis.interests import (
    InterestMatch,
    NoShape,
    Strength,
    answers_by_type,
    interest_matches,
    interest_profile,
    skipped,
    strength_of,
)
from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.catalogue import InterestType, RoleProfile

if TYPE_CHECKING:
    import random

Given = dict[InterestType, list[int | None]]
Figures = dict[InterestType, float]

TYPES = tuple(InterestType)
SEEDS = st.integers(0, 2**63)
DRAWS = 30


def answers(least: int = 0, most: int = 4) -> st.SearchStrategy[Given]:
    six: st.SearchStrategy[list[int | None]] = st.lists(
        st.integers(least, most), min_size=6, max_size=6
    )
    return st.fixed_dictionaries(dict.fromkeys(TYPES, six))


FIGURES = st.fixed_dictionaries(
    dict.fromkeys(TYPES, st.integers(100, 700).map(lambda at: at / 100))
)


def role(figures: Figures, id_: str = "r") -> RoleProfile:
    return RoleProfile(id=id_, title="R", interests=figures)


def match(of: Given, figures: Figures, seed: int = 1, draws: int = DRAWS) -> InterestMatch:
    return interest_matches(of, [role(figures)], seed=seed, draws=draws)["r"]


def flat(of: Given) -> bool:
    return interest_profile(of).no_shape is not None


def shaped(*scores: int) -> Given:
    return {kind: [score] * 6 for kind, score in zip(TYPES, scores, strict=True)}


@given(answers(), FIGURES, SEEDS)
@settings(max_examples=40)
def test_that_the_same_seed_gives_the_same_match_between_minus_one_and_one(
    of: Given, figures: Figures, seed: int
) -> None:
    assume(not flat(of) and len(set(figures.values())) > 1)
    found = match(of, figures, seed)
    assert found == match(of, figures, seed)
    assert -1 <= found.low <= found.high <= 1
    assert -1 <= found.correlation <= 1
    assert sum(found.contributions.values()) == pytest.approx(found.correlation)


@given(answers(), FIGURES, st.integers(1, 3), st.integers(-3, 3))
@settings(max_examples=40)
def test_that_a_constant_and_a_stretch_of_all_answers_change_nothing(
    of: Given, figures: Figures, stretch: int, constant: int
) -> None:
    assume(not flat(of) and len(set(figures.values())) > 1)
    moved: Given = {
        kind: [None if one is None else stretch * one + constant for one in values]
        for kind, values in of.items()
    }
    first, second = match(of, figures), match(moved, figures)
    assert second.correlation == pytest.approx(first.correlation)
    assert (second.low, second.high) == pytest.approx((first.low, first.high), abs=1e-9)


@given(answers(), FIGURES, st.floats(0.1, 10), st.floats(-50, 50))
@settings(max_examples=40)
def test_that_the_scale_of_a_role_does_not_matter(
    of: Given, figures: Figures, stretch: float, constant: float
) -> None:
    assume(not flat(of) and len(set(figures.values())) > 1)
    moved = {kind: stretch * one + constant for kind, one in figures.items()}
    assert match(of, moved).correlation == pytest.approx(match(of, figures).correlation)


@given(answers())
@settings(max_examples=40)
def test_that_somebody_shaped_like_a_role_matches_it_wholly(of: Given) -> None:
    assume(not flat(of))
    scores = interest_profile(of).scores
    figures = {kind: 1 + 1.5 * (score or 0.0) for kind, score in scores.items()}
    assert match(of, figures).correlation == pytest.approx(1)
    opposite = {kind: -one for kind, one in figures.items()}
    assert match(of, opposite).correlation == pytest.approx(-1)


@given(answers(), FIGURES, st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_that_the_order_of_items_within_a_type_changes_nothing(
    of: Given, figures: Figures, chance: random.Random
) -> None:
    assume(not flat(of) and len(set(figures.values())) > 1)
    permuted = {kind: chance.sample(values, len(values)) for kind, values in of.items()}
    assert match(permuted, figures) == match(of, figures)


def test_that_a_band_does_not_depend_on_the_other_roles() -> None:
    of: Given = {kind: [0, 1, 2, 3, 4, at] for at, kind in enumerate(TYPES[:5])}
    of[TYPES[5]] = [4] * 6
    one = role(dict(zip(TYPES, (1.0, 2.0, 3.0, 4.0, 5.0, 7.0), strict=True)), "one")
    other = role(dict(zip(TYPES, (7.0, 2.0, 3.0, 4.0, 5.0, 1.0), strict=True)), "other")
    both = interest_matches(of, [other, one], seed=3)
    assert both["one"] == interest_matches(of, [one], seed=3)["one"]
    assert both["one"].low < both["one"].correlation < both["one"].high
    assert both["one"].correlation > both["other"].correlation


def test_that_answers_without_spread_within_types_leave_no_band() -> None:
    found = match(
        shaped(0, 4, 1, 2, 3, 0), dict(zip(TYPES, (1.0, 6.0, 2.0, 3.0, 3.0, 2.0), strict=True))
    )
    assert found.low == pytest.approx(found.high)
    assert found.low == pytest.approx(found.correlation)


def test_that_a_draw_without_shape_matches_nothing() -> None:
    of: Given = {kind: [0, 0, 0, 0, 0, 4] for kind in TYPES[1:]}
    of[TYPES[0]] = [4, 4, 4, 4, 0, 0]
    seeds = range(2000)
    figures: Figures = dict(zip(TYPES, (7.0, 1.0, 1.0, 1.0, 1.0, 1.0), strict=True))
    assert any(match(of, figures, seed, draws=1).low == 0.0 for seed in seeds)


@pytest.mark.parametrize(
    ("correlation", "strength"),
    [
        (1.0, Strength.STRONG),
        (0.70, Strength.STRONG),
        (0.69, Strength.MODERATE),
        (0.40, Strength.MODERATE),
        (0.39, Strength.WEAK),
        (0.10, Strength.WEAK),
        (0.09, Strength.LITTLE),
        (-1.0, Strength.LITTLE),
    ],
)
def test_that_a_match_is_said_in_words(correlation: float, strength: Strength) -> None:
    assert strength_of(correlation) is strength


def test_that_the_word_of_a_match_is_that_of_its_correlation() -> None:
    figures: Figures = dict(zip(TYPES, (1.0, 6.0, 2.0, 3.0, 4.0, 1.0), strict=True))
    assert match(shaped(0, 4, 1, 2, 3, 0), figures).strength is Strength.STRONG


def test_that_a_type_with_too_few_answers_is_unknown_and_not_zero() -> None:
    of = shaped(0, 4, 1, 2, 3, 0)
    of[TYPES[1]] = [4, 4, 4, None, None, None]
    found = interest_profile(of)
    assert found.scores[TYPES[1]] is None
    assert found.spread is None
    assert found.no_shape is NoShape.UNKNOWN_TYPE
    assert not interest_matches(of, [role(dict.fromkeys(TYPES, 1.0))], seed=1)
    of[TYPES[1]] = [4, 4, 4, 2, None, None]
    assert interest_profile(of).scores[TYPES[1]] == 3.5
    assert interest_profile(of).no_shape is None


def test_that_more_than_nine_skipped_leave_no_result() -> None:
    of = shaped(0, 4, 1, 2, 3, 0)
    for kind in TYPES[:4]:
        of[kind] = [*of[kind][:4], None, None]
    assert skipped(of) == 8
    assert interest_profile(of).no_shape is None
    of[TYPES[4]] = [3, 3, 3, 3, None, None]
    assert interest_profile(of).no_shape is NoShape.MANY_SKIPPED


def test_that_a_flat_profile_has_no_shape() -> None:
    assert interest_profile(shaped(2, 2, 2, 2, 2, 2)).no_shape is NoShape.FLAT
    almost: Given = {**shaped(2, 2, 2, 2, 2, 2), TYPES[0]: [3] * 6}
    assert interest_profile(almost).spread == pytest.approx(0.3727, abs=1e-4)
    assert interest_profile(almost).no_shape is None


def test_that_a_role_without_six_different_figures_has_no_match() -> None:
    of = shaped(0, 4, 1, 2, 3, 0)
    roles = [
        role({}, "none"),
        role({TYPES[0]: 1.0, TYPES[1]: 2.0}, "some"),
        role(dict.fromkeys(TYPES, 4.0), "equal"),
    ]
    assert not interest_matches(of, roles, seed=1)


def test_that_answers_are_read_by_type_in_the_order_of_the_items() -> None:
    attempt = Attempt.new(date(2026, 1, 1), version=1).id
    types = {"R1": TYPES[0], "I1": TYPES[1], "R2": TYPES[0]}
    given_ = [
        Answer.new(attempt, AnswerPart.INTEREST, "R2", 1),
        Answer.new(attempt, AnswerPart.INTEREST, "R1", None),
        Answer.new(attempt, AnswerPart.INTEREST, "gone", 3),
        Answer.new(attempt, AnswerPart.SKILL, "I1", 5),
    ]
    found = answers_by_type(given_, types)
    assert found[TYPES[0]] == (None, 1)
    assert found[TYPES[1]] == (None,)
    assert found[TYPES[2]] == ()
