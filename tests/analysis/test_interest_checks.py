from __future__ import annotations

from datetime import date

import pytest

from careerdesk.analysis.interest_checks import (
    Notice,
    interest_changes,
    is_retest_due,
    quality_notices,
)
from careerdesk.domain.catalogue import InterestType

Given = dict[InterestType, list[int | None]]

TYPES = tuple(InterestType)
VARIED: Given = {kind: [0, 1, 2, 3, 4, 2] for kind in TYPES}


def with_first(values: list[int | None]) -> Given:
    return {**VARIED, TYPES[0]: values}


def test_that_careful_answers_raise_no_question() -> None:
    assert quality_notices(VARIED, [3000] * 36) == ()


def test_that_the_same_answer_thirty_times_is_flat() -> None:
    same: Given = {kind: [2] * 6 for kind in TYPES[:5]}
    assert quality_notices({**same, TYPES[5]: [0, 4, 0, 4, 0, 4]}, []) == (Notice.FLAT,)
    less: Given = {**same, TYPES[4]: [2, 2, 2, 2, 2, 0], TYPES[5]: [0, 4, 0, 4, 0, 4]}
    assert quality_notices(less, []) == ()


def test_that_answers_close_to_each_other_are_flat() -> None:
    close: Given = {kind: [2, 2, 2, 2, 2, 3] for kind in TYPES}
    close[TYPES[0]] = [2, 2, 2, 2, 3, 3]
    assert quality_notices(close, []) == (Notice.FLAT,)  # 29 equal, standard deviation 0.396
    close[TYPES[1]] = [2, 2, 2, 2, 3, 3]
    assert quality_notices(close, []) == ()  # 0.416


def test_that_two_seconds_an_item_are_hurried_below() -> None:
    assert quality_notices(VARIED, [1999] * 19 + [9000] * 17) == (Notice.HURRIED,)
    assert quality_notices(VARIED, [2000] * 19 + [100] * 17) == ()
    assert quality_notices(VARIED, [None] * 35 + [1000]) == (Notice.HURRIED,)
    assert quality_notices(VARIED, [None] * 36) == ()


def test_that_more_than_nine_skipped_are_asked_about_instead_of_being_flat() -> None:
    few: Given = {kind: [2, 2, 2, 2, None, None] for kind in TYPES}
    assert quality_notices(few, [100]) == (Notice.MANY_SKIPPED, Notice.HURRIED)
    nine = {kind: [2, 2, 2, 2, 2, None] for kind in TYPES[:3]}
    assert quality_notices({**VARIED, **nine}, []) == ()
    assert quality_notices({}, []) == ()


def test_that_a_change_is_flagged_only_beyond_what_chance_explains() -> None:
    """The answers before vary by 2, those after by 0: together by 1 point."""
    before = with_first([0, 1, 2, 3, 4, 2])
    changes = interest_changes(before, with_first([None, 1, 2, 3, 4, 2]))
    assert not any(one.is_flagged for one in changes.values())
    found = interest_changes(before, with_first([2, 2, 2, 2, 2, 2]))[TYPES[0]]
    assert (found.before, found.after) == (2.0, 2.0)
    assert found.notable == pytest.approx(1.96 * 2**0.5 * 1.0 * 0.5)
    assert interest_changes(before, with_first([4, 4, 4, 4, 4, 4]))[TYPES[0]].is_flagged
    assert not interest_changes(before, with_first([3, 3, 3, 3, 3, 3]))[TYPES[0]].is_flagged


def test_that_a_type_unknown_in_one_run_has_no_change() -> None:
    unknown = with_first([1, 2, 3, None, None, None])
    assert TYPES[0] not in interest_changes(VARIED, unknown)
    assert TYPES[0] not in interest_changes(unknown, VARIED)
    assert len(interest_changes(VARIED, unknown)) == 5


def test_that_a_retest_is_due_after_six_months() -> None:
    assert not is_retest_due(date(2026, 5, 24), today=date(2026, 11, 23))
    assert is_retest_due(date(2026, 5, 23), today=date(2026, 11, 23))
