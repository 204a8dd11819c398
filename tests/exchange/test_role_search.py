"""Finding one of many roles by what somebody types."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.folding import fold
from careerdesk.exchange.foreign_roles import ForeignRole, onet_identity
from careerdesk.exchange.role_search import RoleHit, RoleSearch


def role(code: str, title: str, *others: str) -> ForeignRole:
    return ForeignRole(
        identity=onet_identity(code),
        source="O*NET 29.3",
        code=code,
        title=title,
        other_titles=others,
        judgement="",
        file="Occupation Data.txt",
    )


PLANNERS = role("19-3051.00", "Urban and Regional Planners", "Developer Advocate")
SPIES = role("33-3021.06", "Intelligence Analysts", "AI Consultant", "Überwacher")
BUSINESS = role("15-2051.01", "Business Intelligence Analysts", "Data Analyst")
SCIENTISTS = role("15-2051.00", "Data Scientists")
SEARCH = RoleSearch([PLANNERS, SPIES, BUSINESS, SCIENTISTS])


def found(typed: str) -> list[ForeignRole]:
    return [hit.role for hit in SEARCH.find(typed)]


def test_that_a_hit_by_an_alternate_title_says_which() -> None:
    assert SEARCH.find("developer ADVOCATE") == [RoleHit(PLANNERS, "Developer Advocate")]
    assert SEARCH.find("consultant ai") == [RoleHit(SPIES, "AI Consultant")]


def test_that_accents_do_not_matter() -> None:
    assert SEARCH.find("uberwacher") == [RoleHit(SPIES, "Überwacher")]


def test_that_titles_come_before_alternate_titles_and_beginnings_before_middles() -> None:
    assert found("intelligence analysts") == [SPIES, BUSINESS]
    assert found("data") == [SCIENTISTS, BUSINESS]
    assert found("analyst intel") == [BUSINESS, SPIES]
    assert found("egional") == [PLANNERS]


def test_that_a_whole_alternate_title_comes_before_a_part_of_one() -> None:
    part = role("11-1011.00", "Advisers", "Chief AI Consultant", "AI Consultant Abroad")
    hits = RoleSearch([part, SPIES]).find("ai consultant")
    assert hits == [RoleHit(SPIES, "AI Consultant"), RoleHit(part, "Chief AI Consultant")]


def test_that_a_code_or_its_beginning_is_found() -> None:
    assert found("15-2051") == [BUSINESS, SCIENTISTS]
    assert found("15-2051.00") == [SCIENTISTS]
    assert found("onet:19-3051.00") == [PLANNERS]
    assert found("onet") == []


def test_that_all_words_must_stand_in_one_title() -> None:
    assert found("developer planners") == []
    assert found("ai data") == []
    assert found("überwacher ai") == []


def test_that_nothing_typed_finds_all_and_no_more_than_wanted_are_given() -> None:
    assert found("  ") == [PLANNERS, SPIES, BUSINESS, SCIENTISTS]
    assert [hit.role for hit in SEARCH.find("", most=1)] == [PLANNERS]
    assert len(SEARCH.find("s", most=2)) == 2


titles = st.text("aB é-1ß", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(st.tuples(titles, titles), min_size=1, max_size=6), titles)
def test_that_a_role_is_found_exactly_if_one_of_its_names_holds_all_words(
    named: list[tuple[str, str]], typed: str
) -> None:
    roles = [role(f"{at}x", title, other) for at, (title, other) in enumerate(named)]
    hits = {hit.role.identity for hit in RoleSearch(roles).find(typed)}
    for one in roles:
        names = (one.title, *one.other_titles)
        holds = any(all(word in fold(name) for word in fold(typed).split()) for name in names)
        is_code = fold(one.code).startswith(fold(typed)) and "1" in typed
        assert (one.identity in hits) == (holds or is_code)
