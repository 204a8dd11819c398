"""Whatever a user types stands in the portfolio as typed, and can be copied out again."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from portfolio_desks import all_text, built, link_targets, page_texts, reader, rich_records

import careerdesk.portfolio
from careerdesk.domain.experience import Position
from careerdesk.domain.learning import LearningItem
from careerdesk.domain.profile import Link, Profile
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Skill

LITERAL = [
    "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144, \u0141ukasz",
    "\u041f\u0440\u0438\u0432\u0435\u0442",
    "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1",
    "\u201cC++ <T> & R&D\u201d",
    "<b>bold</b>",
    "<b>never closed",
    "x</para> y",
    "x<!-- hidden -->y",
    "R&D; AT&amp;T",
    "$$ 50% & $x^2$",
    "List<String>",
    '<img src="/etc/passwd" width="9" height="9"/>',
    '<a href="javascript:alert(1)">x</a>',
    '=HYPERLINK("http://example.org")',
    "(brackets) \\ and \\) more",
]


def without_blanks(text: str) -> str:
    """The text as it is whatever lines it was broken into."""
    return "".join(text.split())


@pytest.mark.parametrize("typed", LITERAL)
def test_that_what_was_typed_is_read_back_from_every_place(typed: str) -> None:
    records = Records(
        profile=Profile(name=f"N {typed}", headline=f"H {typed}", statement=f"S {typed}"),
        skills=(Skill.new(f"K {typed}"),),
        positions=(replace(Position.new(f"P {typed}"), description=f"D {typed}"),),
        learning_items=(LearningItem.new(f"L {typed}"),),
    )
    text = without_blanks(all_text(built(records)))
    for place in "NHSKPDL":
        assert without_blanks(f"{place} {typed}") in text


@pytest.mark.parametrize("typed", LITERAL)
def test_that_no_text_becomes_a_picture_or_a_link(typed: str) -> None:
    portfolio = built(Records(profile=Profile(statement=typed), skills=(Skill.new(typed),)))
    assert link_targets(portfolio) == []
    assert all(len(page.images) == 0 for page in reader(portfolio).pages)


def test_that_nothing_in_the_room_knows_a_markup_language() -> None:
    folder = Path(careerdesk.portfolio.__file__).parent
    for module in folder.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called.split(".")[-1] != "Paragraph", module
            if isinstance(node, ast.ImportFrom | ast.Import):
                assert "platypus" not in ast.unparse(node), module


def test_that_characters_without_a_font_are_shown_as_boxes_and_reported() -> None:
    portfolio = built(
        Records(profile=Profile(name="\u6f22\u5b57", statement="ok \U0001f4bb\ufe0f"))
    )
    assert portfolio.unprintable == ("\u5b57", "\u6f22", "\U0001f4bb")
    assert "ok \u25a1" in all_text(portfolio)


def test_that_a_text_all_fonts_know_reports_nothing() -> None:
    assert built(rich_records()).unprintable == ()


def test_that_characters_without_a_picture_vanish() -> None:
    statement = "a\u200bb\x00c\u202ed\ufeffe\u00adf\ud800g"
    portfolio = built(Records(profile=Profile(statement=statement)))
    assert "abcdefg" in all_text(portfolio)
    assert portfolio.unprintable == ()


def test_that_text_from_right_to_left_is_noted() -> None:
    hebrew = built(Records(profile=Profile(statement="\u05e9\u05dc\u05d5\u05dd")))
    assert any("right to left" in note for note in hebrew.notes)
    assert built(rich_records()).notes == ()


def test_that_a_word_of_twenty_thousand_letters_is_printed_whole() -> None:
    portfolio = built(Records(positions=(replace(Position.new("T"), description="W" * 20_000),)))
    assert all_text(portfolio).count("W") == 20_000


def test_that_a_description_of_a_hundred_thousand_characters_is_printed_whole() -> None:
    typed = " ".join(f"word{number}" for number in range(10_000))
    portfolio = built(Records(positions=(replace(Position.new("T"), description=typed),)))
    text = all_text(portfolio)
    assert all(f"word{number}" in text for number in range(0, 10_000, 97))
    assert text.count("word") == 10_000


def test_that_a_cell_taller_than_a_page_goes_on_over_the_page() -> None:
    typed = " ".join(f"cell{number}" for number in range(3_000))
    item = replace(LearningItem.new("first"), provider=typed)
    portfolio = built(Records(learning_items=(item, LearningItem.new("next"))))
    assert all_text(portfolio).count("cell") == 3_000
    assert "next" in page_texts(portfolio)[-1]


def test_that_lines_with_dashes_become_a_list() -> None:
    text = all_text(built(rich_records()))
    assert "Built the ranking. \u2022 halved the cost \u2022 doubled the speed" in text


@pytest.mark.parametrize("length", [3_000, 30_000])
def test_that_a_very_long_name_is_cut_on_the_cover_and_in_the_foot(length: int) -> None:
    portfolio = built(
        Records(
            profile=Profile(name="N" * length, headline="H " * length, statement="S"),
            links=(Link.new("L" * length, "https://example.org/" + "x" * length),),
        )
    )
    assert portfolio.pages == 3


def test_that_only_web_and_mail_addresses_become_links() -> None:
    # The domain refuses such addresses; a file made elsewhere might still carry one.
    item = LearningItem.new("Course")
    object.__setattr__(item, "url", "javascript:alert(1)")
    portfolio = built(Records(learning_items=(item,)), include_private=True)
    assert "Course" in all_text(portfolio)
    assert link_targets(portfolio) == []
