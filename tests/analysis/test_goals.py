from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from careerdesk.analysis.goals import goal_match, goal_weights
from careerdesk.domain.catalogue import ONE_SIDED, Goal

Values = dict[Goal, int]

VALUES = st.dictionaries(st.sampled_from(Goal), st.integers(1, 5))
ALL_VALUES = st.fixed_dictionaries(dict.fromkeys(Goal, st.integers(1, 5)))
CHOSEN = st.sets(st.sampled_from(Goal), max_size=3)
GOALS = st.sampled_from(Goal)

PRODUCT_MANAGER: Values = {
    Goal.AUTONOMY: 4,
    Goal.IMPACT: 5,
    Goal.INCOME: 4,
    Goal.STABILITY: 3,
    Goal.GROWTH: 4,
    Goal.RECOGNITION: 4,
    Goal.COLLABORATION: 5,
    Goal.FOCUS: 2,
    Goal.FLEXIBILITY: 3,
    Goal.LEADERSHIP: 4,
}
DECISIVE = {Goal.IMPACT, Goal.GROWTH, Goal.AUTONOMY}


@given(VALUES, CHOSEN, VALUES)
def test_that_a_match_lies_between_none_and_all_and_is_the_sum_of_its_reasons(
    ratings: Values, chosen: set[Goal], offered: Values
) -> None:
    found = goal_match(ratings, chosen, offered)
    if found is not None:
        assert 0 <= found.value <= 1
        assert sum(one.met for one in found.shares) == found.value
        assert sum(one.missed for one in found.shares) == 1 - found.value
        assert sum(one.weight for one in found.shares) == 1


@given(ALL_VALUES, CHOSEN, ALL_VALUES, st.sampled_from(sorted(ONE_SIDED, key=str)))
def test_that_more_of_what_one_cannot_have_too_much_of_never_lowers_the_match(
    ratings: Values, chosen: set[Goal], offered: Values, goal: Goal
) -> None:
    assume(offered[goal] < 5)
    first = goal_match(ratings, chosen, offered)
    more = goal_match(ratings, chosen, {**offered, goal: offered[goal] + 1})
    assert first is not None
    assert more is not None
    assert more.value >= first.value


@given(st.dictionaries(GOALS, st.integers(1, 4)), CHOSEN)
def test_that_rating_everything_one_step_higher_leaves_the_weights_alone(
    ratings: Values, chosen: set[Goal]
) -> None:
    higher = {goal: rating + 1 for goal, rating in ratings.items()}
    assert goal_weights(higher, chosen) == goal_weights(ratings, chosen)


@given(ALL_VALUES, CHOSEN)
def test_that_a_role_which_offers_what_is_wanted_matches_wholly(
    ratings: Values, chosen: set[Goal]
) -> None:
    found = goal_match(ratings, chosen, ratings)
    assert found is not None
    assert found.value == 1
    assert not found.minus


def test_that_too_much_costs_something_only_of_two_sided_goals() -> None:
    for goal in Goal:
        found = goal_match({goal: 1}, (), {goal: 5})
        assert found is not None
        assert found.value == (1 if goal in ONE_SIDED else 0)


def test_that_the_worked_example_comes_out() -> None:
    ratings = dict.fromkeys(Goal, 3)
    weights = goal_weights(ratings, DECISIVE)
    assert {goal for goal, weight in weights.items() if weight == Fraction(2, 13)} == DECISIVE
    assert set(weights.values()) == {Fraction(2, 13), Fraction(1, 13)}
    found = goal_match(ratings, DECISIVE, PRODUCT_MANAGER)
    assert found is not None
    assert found.value == Fraction(12, 13)
    assert round(float(found.value) * 100, 1) == 92.3


def test_that_the_two_strongest_reasons_of_each_side_are_named() -> None:
    ratings = {**dict.fromkeys(Goal, 3), Goal.FOCUS: 5}
    found = goal_match(ratings, DECISIVE, {**PRODUCT_MANAGER, Goal.AUTONOMY: 1})
    assert found is not None
    assert [one.goal for one in found.plus] == [Goal.IMPACT, Goal.GROWTH]
    assert [(one.goal, one.wanted, one.offered) for one in found.minus] == [
        (Goal.FOCUS, 5, 2),
        (Goal.AUTONOMY, 3, 1),
    ]


def test_that_what_is_unknown_on_either_side_is_left_out() -> None:
    assert goal_weights({}, DECISIVE) == {}
    assert goal_match({}, DECISIVE, PRODUCT_MANAGER) is None
    assert goal_match({Goal.FOCUS: 5}, DECISIVE, {Goal.IMPACT: 5}) is None
    found = goal_match({Goal.FOCUS: 5, Goal.IMPACT: 5}, (), {Goal.FOCUS: 5})
    assert found is not None
    assert [(one.goal, one.weight) for one in found.shares] == [(Goal.FOCUS, Fraction(1))]


def test_that_a_goal_that_does_not_count_is_no_match() -> None:
    """Rated far below the person's own mean and not chosen, it weighs nothing."""
    ratings = {**dict.fromkeys(Goal, 5), Goal.FOCUS: 1}
    assert goal_weights(ratings, ())[Goal.FOCUS] == 0
    assert goal_match(ratings, (), {Goal.FOCUS: 5}) is None
