"""The sections about the role aimed at: readiness, skills against the role, and gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from portfolio_desks import TODAY, all_text, built, figure_alternatives, rich_records

from careerdesk.catalogue import catalogue
from careerdesk.charts import gap_bars, readiness_history
from careerdesk.domain.actions import ActionKind
from careerdesk.domain.portfolio import (
    UNTICKED,
    PortfolioHidden,
    PortfolioSection,
    Section,
    in_order,
)
from careerdesk.domain.roles import Target
from careerdesk.portfolio.document import build_portfolio
from careerdesk.portfolio.options import PortfolioOptions

if TYPE_CHECKING:
    from careerdesk.domain.records import Records

ROLE_SECTIONS: Final = tuple(one for one in Section if one in UNTICKED)


def text_of(section: Section, records: Records | None = None) -> str:
    return all_text(built(rich_records() if records is None else records, sections=(section,)))


def test_that_both_numbers_stand_with_their_labels_and_what_moved_them() -> None:
    text = text_of(Section.READINESS)
    assert "Target role: Product lead." in text
    assert "as rated by me" in text
    assert "supported by evidence" in text
    assert "What moved it Day Claimed Evidenced What moved it 20 Sep 2026" in text
    assert "Discovery supported 3 by Notes of eight interviews" in text


def test_that_the_radar_speaks_of_its_owner_in_the_first_person() -> None:
    text = text_of(Section.ROLE_SKILLS)
    assert "As rated by me" in text
    assert "Needed by the role" in text
    assert "You" not in text.split()


def test_that_gaps_stand_with_the_actions_that_close_them_and_no_finished_ones() -> None:
    text = text_of(Section.GAPS)
    assert "Discovery essential 3 \u2192 5" in text
    assert "Two more interviews, by 4 Dec 2026" in text
    assert "Roadmaps essential ? \u2192 4" in text
    assert "Read a book" not in text


@pytest.mark.parametrize("section", ROLE_SECTIONS)
def test_that_every_result_says_what_it_is_not(section: Section) -> None:
    text = text_of(section)
    assert "self-assessment for orientation" in text
    assert "a probability of success" in text
    assert "What the role needs was set down by me." in text
    known = Target.new(TODAY, catalogue_role=catalogue().roles[0].id)
    made = replace(rich_records(), targets=(known,))
    assert "What the role needs is one author's judgement" in text_of(Section.GAPS, made)


@pytest.mark.parametrize("section", ROLE_SECTIONS)
def test_that_without_a_target_there_is_no_such_section(section: Section) -> None:
    made = replace(rich_records(), targets=())
    assert "Target role" not in text_of(section, made)


@pytest.mark.parametrize("section", ROLE_SECTIONS)
def test_that_a_private_target_is_not_printed(section: Section) -> None:
    made = rich_records()
    hidden = replace(made, targets=tuple(replace(one, is_private=True) for one in made.targets))
    assert "Product lead" not in text_of(section, hidden)


def test_that_private_evidence_and_actions_neither_count_nor_stand_there() -> None:
    made = rich_records()
    hidden = replace(
        made,
        evidence=tuple(replace(one, is_private=True) for one in made.evidence),
        actions=tuple(replace(one, is_private=True) for one in made.actions),
    )
    text = text_of(Section.READINESS, hidden) + text_of(Section.GAPS, hidden)
    assert "Notes of eight interviews" not in text
    assert "Two more interviews" not in text
    assert "0 % is supported by evidence" in text


def test_that_whom_one_will_ask_is_named_only_where_private_things_may_stand() -> None:
    made = rich_records()
    asking = replace(
        made,
        actions=tuple(
            replace(one, kind=ActionKind.PERSON, title="Ask Ada Byron about it")
            for one in made.actions
        ),
    )
    assert "Ask somebody, by 4 Dec 2026" in text_of(Section.GAPS, asking)
    assert "Ada Byron" not in text_of(Section.GAPS, asking)
    whole = built(asking, sections=(Section.GAPS,), include_private=True)
    assert "Ask Ada Byron about it" in all_text(whole)


def test_that_a_skill_left_out_counts_as_unknown_and_that_is_said() -> None:
    made = rich_records()
    options = PortfolioOptions.stored(
        replace(
            made,
            portfolio_hidden=(PortfolioHidden.new("skill_id", made.skills[2].id),),
            portfolio_sections=(PortfolioSection.new(Section.GAPS, 0),),
        )
    )
    portfolio = build_portfolio(made, today=TODAY, options=options, content=lambda _: b"")
    text = all_text(portfolio)
    assert "Discovery essential ? \u2192 5" in text
    assert "those not rated or not shown here count as unknown" in text


def test_that_the_sections_about_a_role_wait_for_a_tick() -> None:
    assert [one.section for one in in_order(()) if not one.is_shown] == [
        Section.READINESS,
        Section.ROLE_SKILLS,
        Section.GAPS,
    ]
    assert not UNTICKED & set(PortfolioOptions.stored(rich_records()).sections)
    ticked = PortfolioSection.new(Section.GAPS, 0)
    stored = replace(rich_records(), portfolio_sections=(ticked,))
    assert Section.GAPS in PortfolioOptions.stored(stored).sections


def test_that_every_picture_of_a_role_is_read_in_a_sentence() -> None:
    portfolio = built(rich_records(), sections=ROLE_SECTIONS)
    assert len(figure_alternatives(portfolio)) == 3


def test_that_charts_of_sections_left_out_are_not_even_built(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("nobody asked for it")

    for module in (readiness_history, gap_bars):
        monkeypatch.setattr(module, "role_aimed_at", refuse)
    assert built(rich_records(), sections=(Section.SKILLS, Section.NETWORK)).pages
