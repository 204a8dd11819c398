"""What is chosen about the portfolio is kept on the desk, each choice one step to undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from portfolio_desks import records_with_secrets, rich_records

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.portfolio import (
    UNTICKED,
    PortfolioHidden,
    PortfolioSection,
    Section,
    in_order,
)
from careerdesk.domain.profile import PaperSize
from careerdesk.domain.records import COLLECTIONS, Records
from careerdesk.domain.skills import Skill
from careerdesk.services import history, portfolio, records
from careerdesk.services.portfolio_choices import (
    FIELD_OF,
    choose_paper,
    hide,
    move_section,
    show,
    show_section,
)
from careerdesk.services.portfolio_outline import OutlineSection, Standing, outline

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk


@pytest.fixture
def rich(desk: Desk) -> Desk:
    made = rich_records()
    with desk.change("Fill the desk") as tx:
        tx.put(made.profile)
        for name in COLLECTIONS:
            tx.add_many(getattr(made, name))
    return desk


def order(desk: Desk) -> list[str]:
    """The sections that are printed."""
    return [one.section.value for one in in_order(desk.all(PortfolioSection)) if one.is_shown]


def of(section: Section | None, sections: tuple[OutlineSection, ...]) -> OutlineSection:
    return next(one for one in sections if one.section is section)


USUAL = [section.value for section in Section if section not in UNTICKED]


def test_that_a_desk_nobody_chose_anything_about_prints_what_needs_no_tick(
    desk: Desk,
) -> None:
    assert order(desk) == USUAL
    assert desk.all(PortfolioSection) == []


def test_that_a_section_is_left_out_and_shown_again(desk: Desk) -> None:
    show_section(desk, Section.NETWORK, False)
    assert order(desk) == USUAL[:-1]
    assert desk.undo_title() == "Leave Network in numbers out of the portfolio"
    show_section(desk, Section.NETWORK, True)
    assert order(desk) == USUAL
    assert desk.undo_title() == "Show Network in numbers in the portfolio"


def test_that_a_section_is_moved_and_undo_moves_it_back(desk: Desk) -> None:
    move_section(desk, Section.NETWORK, 0)
    assert order(desk) == ["network", *USUAL[:-1]]
    move_section(desk, Section.NETWORK, 2)
    assert order(desk) == ["statement", "skills", "network", *USUAL[2:-1]]
    history.undo(desk)
    history.undo(desk)
    assert order(desk) == USUAL


def test_that_a_section_to_be_ticked_is_printed_in_its_place(desk: Desk) -> None:
    show_section(desk, Section.READINESS, True)
    assert order(desk) == [*USUAL, "readiness"]
    assert desk.undo_title() == "Show Readiness in the portfolio"
    history.undo(desk)
    assert order(desk) == USUAL


def test_that_a_choice_that_changes_nothing_is_no_step(rich: Desk) -> None:
    skill = rich.all(Skill)[0]
    before = rich.undo_title()
    show_section(rich, Section.SKILLS, True)
    move_section(rich, Section.STATEMENT, 0)
    choose_paper(rich, PaperSize.A4)
    assert show(rich, [skill]) == 0
    assert rich.undo_title() == before
    assert hide(rich, [skill]) == 1
    assert hide(rich, [skill]) == 0
    assert rich.count(PortfolioHidden) == 1


def test_that_two_choices_for_one_section_become_one(desk: Desk) -> None:
    mine = PortfolioSection.new(Section.SKILLS, 5)
    other = replace(mine, id=Skill.new("x").id, rank=1, is_shown=False)  # type: ignore[arg-type]
    with desk.change("Import") as tx:
        tx.add(mine, other)
    assert "skills" not in order(desk)
    show_section(desk, Section.SKILLS, True)
    assert len(desk.all(PortfolioSection)) == len(Section)


@pytest.mark.parametrize("kind", FIELD_OF, ids=lambda kind: kind.__name__)
def test_that_a_record_of_each_kind_is_left_out_and_goes_with_its_mark(
    rich: Desk, kind: type[Any]
) -> None:
    record = rich.all(kind)[0]
    assert hide(rich, [record]) == 1
    assert rich.undo_title() is not None
    assert " out of the portfolio" in str(rich.undo_title())
    assert [one.record_id for one in rich.all(PortfolioHidden)] == [record.id]
    records.remove(rich, [record])
    assert rich.count(PortfolioHidden) == 0
    history.undo(rich)
    assert show(rich, [record]) == 1
    assert rich.count(PortfolioHidden) == 0


def test_that_many_records_are_left_out_as_one_step(rich: Desk) -> None:
    skills = rich.all(Skill)
    assert hide(rich, skills) == 5
    assert rich.undo_title() == "Leave 5 skills out of the portfolio"
    mixed = [rich.all(kind)[0] for kind in FIELD_OF]
    assert hide(rich, mixed) == 5
    assert rich.undo_title() == "Leave 5 records out of the portfolio"


def test_that_a_mark_names_exactly_one_record() -> None:
    mark = PortfolioHidden.new("skill_id", Skill.new("x").id)
    with pytest.raises(InvalidValueError, match="exactly one"):
        replace(mark, skill_id=None)


def test_that_the_document_follows_what_is_chosen(rich: Desk, tmp_path: Path) -> None:
    from portfolio_desks import all_text

    today = date(2026, 11, 23)
    whole = portfolio.write_portfolio(rich, tmp_path / "a.pdf", today=today)
    assert "Roadmaps" in all_text(whole)
    hide(rich, [one for one in rich.all(Skill) if one.name == "Roadmaps"])
    show_section(rich, Section.NETWORK, False)
    move_section(rich, Section.CERTIFICATES, 1)
    show_section(rich, Section.ROLE_SKILLS, True)
    choose_paper(rich, PaperSize.LETTER)
    made = portfolio.write_portfolio(rich, tmp_path / "a.pdf", today=today)
    text = all_text(made)
    assert "Roadmaps" not in text
    assert "Network in numbers" not in text
    assert "Skills against the role" in text
    assert "Skills against the role" not in all_text(whole)
    assert text.index("Certificates") < text.index("Experience and education")
    assert b"612 792" in made.pdf
    assert (
        b"612 792"
        not in portfolio.write_portfolio(rich, tmp_path / "b.pdf", today=today, paper="a4").pdf
    )


def test_that_the_outline_counts_what_is_shown_of_each_section() -> None:
    made = rich_records()
    held = PortfolioHidden.new("skill_id", made.skills[2].id)  # Discovery, of which one is a part
    found = outline(replace(made, portfolio_hidden=(held,)))
    assert [one.section for one in found] == [None, *Section]
    skills = of(Section.SKILLS, found)
    assert (skills.shown, len(skills.items)) == (3, 5)
    assert {one.name: one.standing for one in skills.items} == {
        "Python": Standing.SHOWN,
        "Testing": Standing.SHOWN,
        "Roadmaps": Standing.SHOWN,
        "Discovery": Standing.HIDDEN,
        "Interviews": Standing.HIDDEN_WITH,
    }
    assert [one.detail for one in skills.items[:2]] == ["Engineering", "Engineering"]
    assert of(Section.NETWORK, found).amount == 6
    assert {of(section, found).amount for section in UNTICKED} == {1}
    assert [one.name for one in of(None, found).items] == ["Work samples"]
    experience = of(Section.EXPERIENCE, found)
    assert [one.name for one in experience.items[:2]] == ["ML engineer", "Data analyst"]


def test_that_the_outline_says_what_is_private_unless_that_is_included() -> None:
    made, _ = records_with_secrets()
    assert of(Section.SKILLS, outline(made)).items[-1].standing is Standing.PRIVATE
    included = outline(made, include_private=True)
    assert {item.standing for one in included for item in one.items} == {Standing.SHOWN}


def test_that_the_outline_of_an_empty_desk_names_every_section() -> None:
    assert [(one.section, one.items, one.amount) for one in outline(Records())] == [
        (section, (), 0) for section in (None, *Section)
    ]
