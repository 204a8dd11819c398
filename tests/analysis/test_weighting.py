from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from profiles import role

from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.goals import GoalMatch
from careerdesk.analysis.interests import InterestMatch
from careerdesk.analysis.matching import RoleMatch
from careerdesk.analysis.weighting import Part, Weighting, by_weighting, shifts
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.skills import Level

POINTS = st.integers(0, 100)


def match(
    id_: str, level: int | None, correlation: float | None, offered: Fraction | None
) -> RoleMatch:
    profile = role(id_, {"a": (5, 1)})
    return RoleMatch(
        profile=profile,
        coverage=coverage(profile, {"a": None if level is None else Level(level)}),
        interest=None
        if correlation is None
        else InterestMatch(correlation=correlation, low=0.0, high=1.0, contributions={}),
        goals=None if offered is None else GoalMatch(value=offered, shares=()),
    )


MATCHES = st.lists(
    st.builds(
        match,
        st.uuids().map(str),
        st.none() | st.integers(0, 5),
        st.none() | st.floats(-1, 1),
        st.none() | st.fractions(0, 1, max_denominator=50),
    ),
    max_size=6,
)


def weightings() -> st.SearchStrategy[Weighting]:
    three = st.tuples(POINTS, POINTS, POINTS).filter(any)
    return three.map(lambda of: Weighting(coverage=of[0], interest=of[1], goals=of[2]))


@given(MATCHES, weightings())
def test_that_a_figure_is_the_sum_of_its_parts_and_lies_between_none_and_all(
    matches: list[RoleMatch], weighting: Weighting
) -> None:
    found = by_weighting(matches, weighting)
    assert [one.value for one in found] == sorted((one.value for one in found), reverse=True)
    for one in found:
        assert sum(one.parts.values()) == pytest.approx(one.value)
        assert -1e-9 <= one.value <= one.high + 1e-9 <= 1 + 2e-9


@given(weightings(), st.integers(1, 50))
def test_that_only_the_proportion_of_the_weights_matters(weighting: Weighting, factor: int) -> None:
    scaled = Weighting(
        coverage=weighting.coverage * factor,
        interest=weighting.interest * factor,
        goals=weighting.goals * factor,
    )
    assert scaled.parts == weighting.parts


@given(weightings(), st.sampled_from(Part), st.integers(-100, 100))
def test_that_moving_one_weight_keeps_the_proportion_of_the_others(
    weighting: Weighting, part: Part, points: int
) -> None:
    before, after = weighting.parts, weighting.shifted(part, points).parts
    assert sum(after.values()) == 1
    assert after[part] == min(max(before[part] + Fraction(points, 100), Fraction(0)), Fraction(1))
    one, other = (each for each in Part if each is not part)
    assume(before[one] or before[other])
    assert after[one] * before[other] == after[other] * before[one]


def test_that_a_lone_weight_gives_to_the_others_equally() -> None:
    parts = Weighting(coverage=100, interest=0, goals=0).shifted(Part.COVERAGE, -20).parts
    assert parts == {
        Part.COVERAGE: Fraction(4, 5),
        Part.INTEREST: Fraction(1, 10),
        Part.GOALS: Fraction(1, 10),
    }


@pytest.mark.parametrize("weights", [(0, 0, 0), (-1, 50, 50)])
def test_that_weights_must_weigh_something(weights: tuple[int, int, int]) -> None:
    with pytest.raises(InvalidValueError):
        Weighting(coverage=weights[0], interest=weights[1], goals=weights[2])


def test_that_the_start_counts_coverage_half_and_opposite_interests_for_nothing() -> None:
    (found,) = by_weighting([match("r", 4, -0.5, Fraction(1, 2))], Weighting())
    assert found.parts == {
        Part.COVERAGE: pytest.approx(0.4),
        Part.INTEREST: 0.0,
        Part.GOALS: pytest.approx(0.125),
    }


def test_that_what_is_unknown_of_every_role_counts_for_none() -> None:
    found = by_weighting(
        [match("one", 5, None, Fraction(1, 2)), match("two", 0, None, None)], Weighting()
    )
    assert [(one.match.profile.id, one.value) for one in found] == [
        ("one", pytest.approx((2 + 0.5) / 3)),
        ("two", 0.0),
    ]
    assert Part.INTEREST not in found[0].parts
    assert found[1].high == pytest.approx(1 / 3)


def test_that_an_unknown_skill_opens_a_range() -> None:
    (found,) = by_weighting([match("r", None, 0.5, Fraction(1))], Weighting())
    assert found.value == pytest.approx(0.375)
    assert found.high == pytest.approx(0.875)


def test_that_without_any_result_there_is_nothing_to_weigh() -> None:
    bare = RoleMatch(profile=role("r", {}))
    (found,) = by_weighting([bare], Weighting())
    assert (found.parts, found.value, found.high) == ({}, 0, 0)
    only_unknown = by_weighting(
        [match("r", 3, None, None)], Weighting(coverage=0, interest=1, goals=1)
    )
    assert only_unknown[0].value == 0


def test_that_it_is_shown_how_the_first_three_change_with_each_weight() -> None:
    matches = [
        match("skilled", 5, 0.0, Fraction(0)),
        match("even", 3, 0.6, Fraction(3, 5)),
        match("middling", 2, 0.6, Fraction(3, 5)),
        match("wanted", 0, 0.9, Fraction(1)),
    ]
    found = {(one.part, one.points): one for one in shifts(matches, Weighting())}
    assert set(found) == {(part, points) for part in Part for points in (-20, 20)}
    more = found[Part.COVERAGE, 20]
    assert more.first == ("skilled", "even", "middling")
    assert (more.entered, more.left) == ((), ())
    less = found[Part.COVERAGE, -20]
    assert less.first == ("wanted", "even", "middling")
    assert (less.entered, less.left) == (("wanted",), ("skilled",))
