from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from profiles import Levels, levels, profiles, role

from careerdesk.analysis.coverage import Coverage, coverage
from careerdesk.analysis.side_by_side import side_by_side
from careerdesk.domain.skills import Level

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile


def covered(profile: RoleProfile, of: Levels) -> Coverage:
    found = coverage(profile, of)
    assert found is not None
    return found


@given(st.lists(profiles(), max_size=3), levels)
def test_that_every_skill_stands_in_one_row_with_its_share_in_each_role(
    asked: list[RoleProfile], of: Levels
) -> None:
    found = [covered(one, of) for one in asked]
    rows = side_by_side(found)
    assert len({row.skill for row in rows}) == len(rows)
    for at, one in enumerate(found):
        shares = [share for row in rows if (share := row.shares[at]) is not None]
        assert {share.requirement for share in shares} == set(one.profile.requirements)
    assert sum(row.shortfall for row in rows) == sum(1 - one.value for one in found)


def test_that_what_most_roles_ask_for_and_what_costs_most_comes_first() -> None:
    of: Levels = {"all": Level.LEADING, "two": Level.NONE, "most": None}
    asked = [
        role("x", {"one": (1, 1), "two": (4, 1), "most": (4, 3), "all": (3, 3)}),
        role("y", {"all": (4, 1), "most": (2, 3)}),
        role("z", {"two": (5, 1), "all": (5, 1)}),
    ]
    rows = side_by_side([covered(one, of) for one in asked])
    assert [row.skill for row in rows] == ["all", "most", "two", "one"]
    assert [row.asked for row in rows] == [3, 2, 2, 1]
    assert [row.level for row in rows] == [Level.LEADING, None, Level.NONE, None]
    assert rows[0].name == "all"
    assert rows[1].shares[2] is None
    assert rows[1].shortfall == Fraction(3, 8) + Fraction(3, 4)
