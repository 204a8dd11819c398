"""What tells one foreign role from another, and how roles cross from the child."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.catalogue import InterestType, Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.skills import Level
from careerdesk.exchange.foreign_roles import (
    ForeignRole,
    ForeignRoles,
    FromWire,
    attribution,
    esco_identity,
    identity_in,
    onet_identity,
    to_wire,
)

URI = "http://data.europa.eu/esco/occupation/f2b15a0e"


def role(code: str = "15-2051.00", title: str = "Data Scientists", uri: str = "") -> ForeignRole:
    return ForeignRole(
        identity=esco_identity(uri) or onet_identity(code),
        source="ESCO 1.2.1" if uri else "O*NET 29.3",
        code=code,
        uri=uri,
        title=title,
        judgement="",
        file="Occupation Data.txt",
    )


def test_that_the_source_kept_on_the_desk_tells_the_identity_whatever_the_release() -> None:
    assert role().source_line == "O*NET 29.3, 15-2051.00"
    assert identity_in("O*NET 29.3, 15-2051.00") == "onet:15-2051.00"
    assert identity_in("O*NET 31.0, 15-2051.00") == identity_in("O*NET, 15-2051.00")
    assert identity_in(f"ESCO (Tabiya edition), {URI}") == identity_in(f"ESCO 1.2.1, {URI}")
    assert identity_in(f"ESCO, {URI.replace('http', 'https', 1)}") == "esco:occupation/f2b15a0e"


@pytest.mark.parametrize("source", ["", "Data Scientists", "O*NET 29.3", "written by me, 2026"])
def test_that_a_source_from_elsewhere_tells_no_identity(source: str) -> None:
    assert identity_in(source) is None


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@given(names, st.booleans(), st.sampled_from(["", " 1.2", " (Tabiya edition)"]))
def test_that_every_identity_comes_back_from_the_source_line(
    name: str, is_esco: bool, release: str
) -> None:
    source = ("ESCO" if is_esco else "O*NET") + release
    uri = name if is_esco else ""
    one = ForeignRole(
        identity=esco_identity(uri) or onet_identity(name),
        source=source,
        code=name,
        uri=uri,
        title="x",
        judgement="",
        file="x",
    )
    assert identity_in(one.source_line) == one.identity


def test_that_two_roles_of_one_title_are_two() -> None:
    first, second = role("15-2051.00", "Analyst"), role("33-3021.06", "Analyst")
    assert first.identity != second.identity
    both = ForeignRoles(roles=(first, second))
    assert both.with_codes(["33-3021.06"]) == (second,)
    with pytest.raises(InvalidValueError, match="'Analyst' is of none of the 2 roles"):
        both.with_codes(["Analyst"])


def test_that_roles_are_chosen_by_code_uri_or_identity_once_and_in_this_order() -> None:
    data, developer = role(), role("2512.4", "developer", URI)
    roles = ForeignRoles(roles=(data, developer))
    for name in ("2512.4", URI, URI.replace("http", "https", 1), "esco:occupation/f2b15a0e"):
        assert roles.with_codes([f" {name} ", "onet:15-2051.00", "15-2051.00"]) == (developer, data)
    assert roles.with_codes([]) == ()


@pytest.mark.parametrize("code", ["15-2051", "", "esco:", "data scientists"])
def test_that_a_code_of_no_role_is_refused(code: str) -> None:
    with pytest.raises(InvalidValueError, match="is of none of the 1 roles"):
        ForeignRoles(roles=(role(),)).with_codes([code])


def test_that_a_code_of_several_roles_is_refused_with_their_uris() -> None:
    several = (role("2512.4", "developer", URI), role("2512.4", "coder", f"{URI}2"))
    with pytest.raises(InvalidValueError, match=rf"{URI} \(developer\), {URI}2 \(coder\)"):
        ForeignRoles(roles=several).with_codes(["2512.4"])


text = st.text(max_size=20)
requirements = st.lists(
    st.builds(
        Requirement,
        skill=names,
        name=names,
        level=st.sampled_from(list(Level)[1:]),
        weight=st.sampled_from(Weight),
    ),
    max_size=4,
)
figures: st.SearchStrategy[dict[InterestType, float]] = st.one_of(
    st.just({}), st.fixed_dictionaries(dict.fromkeys(InterestType, st.floats(1, 7)))
)
roles = st.builds(
    ForeignRole,
    identity=names,
    source=text,
    code=text,
    uri=text,
    title=names,
    other_titles=st.lists(text, max_size=3).map(tuple),
    description=text,
    requirements=requirements.map(tuple),
    interests=figures,
    judgement=text,
    notes=st.lists(text, max_size=3).map(tuple),
    file=text,
    line=st.one_of(st.none(), st.integers(1, 10**6)),
)


@given(st.lists(roles, max_size=3))
def test_that_roles_cross_from_the_child_unchanged(sent: list[ForeignRole]) -> None:
    made = FromWire()
    assert [made(json.loads(json.dumps(to_wire(one)))) for one in sent] == sent


def test_that_a_requirement_of_many_roles_is_kept_once() -> None:
    need = Requirement(skill="s", name="n", level=Level.AWARE, weight=Weight.USEFUL)
    wire = to_wire(
        ForeignRole(
            identity="i", source="", code="", title="t", requirements=(need,), judgement="", file=""
        )
    )
    made = FromWire()
    first, second = (made(json.loads(json.dumps(wire))) for _ in range(2))
    assert first.requirements[0] is second.requirements[0]
    assert FromWire()(wire).requirements[0] is not first.requirements[0]


@pytest.mark.parametrize("figures", [{InterestType.SOCIAL: 3.0}, dict.fromkeys(InterestType, 7.5)])
def test_that_interests_are_six_figures_on_their_scale_or_none(
    figures: dict[InterestType, float],
) -> None:
    with pytest.raises(InvalidValueError):
        ForeignRole(
            identity="i", source="", code="", title="t", interests=figures, judgement="", file=""
        )


def test_that_a_role_without_requirements_and_interests_says_so() -> None:
    assert role().is_bare


def test_that_each_source_has_its_line_of_attribution() -> None:
    assert "from the O*NET 29.3 Database" in attribution("O*NET 29.3")
    assert "ESCO classification of the European Commission" in attribution("ESCO 1.2.1")
