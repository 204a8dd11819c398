"""A person beside a role, group by group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.role_groups import GroupPair, group_pairs
from careerdesk.domain.catalogue import Requirement, RoleProfile, Weight
from careerdesk.domain.skills import Level

GROUPS = ("a", "b", "c")


def role(**targets: int) -> RoleProfile:
    return RoleProfile(
        id="one",
        title="One",
        requirements=tuple(
            Requirement(skill=key, name=key, level=Level(level), weight=Weight.USEFUL)
            for key, level in targets.items()
        ),
    )


def test_that_a_group_has_the_means_of_its_known_skills() -> None:
    found = group_pairs(
        role(x=4, y=2, z=5),
        {"x": Level.ASSISTED, "y": Level.LEADING, "z": None},
        GROUPS,
        {"x": "b", "y": "b", "z": "b"},
    )
    assert found == (GroupPair(group="b", asked=3, held=3.5, known=2, unknown=1),)


def test_that_a_group_without_ratings_is_unknown_and_not_nought() -> None:
    (found,) = group_pairs(role(x=4, y=2), {"x": None}, GROUPS, {"x": "a", "y": "a"})
    assert (found.held, found.asked, found.unknown) == (None, 3, 2)


def test_that_groups_keep_their_order_and_skills_without_one_come_last() -> None:
    found = group_pairs(role(own=1, x=1, y=1), {}, GROUPS, {"x": "c", "y": "a"})
    assert [one.group for one in found] == ["a", "c", ""]
    assert group_pairs(role(), {}, GROUPS, {}) == ()


@given(
    st.dictionaries(
        st.sampled_from("uvwxyz"), st.tuples(st.integers(1, 5), st.none() | st.integers(0, 5))
    )
)
def test_that_every_skill_is_counted_once(skills: dict[str, tuple[int, int | None]]) -> None:
    levels = {key: None if level is None else Level(level) for key, (_, level) in skills.items()}
    targets = {key: target for key, (target, _) in skills.items()}
    group_of = {"u": "a", "v": "a", "w": "b", "x": "c"}
    found = group_pairs(role(**targets), levels, GROUPS, group_of)
    assert sum(one.known + one.unknown for one in found) == len(skills)
    assert sum(one.unknown for one in found) == list(levels.values()).count(None)
    for one in found:
        assert 1 <= one.asked <= 5
        assert one.held is None or 0 <= one.held <= 5
