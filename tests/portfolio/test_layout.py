"""Blocks fall on pages so that nothing is parted that belongs together."""

from __future__ import annotations

from dataclasses import replace

from portfolio_desks import TODAY, built, page_texts, rich_records

from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.profile import Profile
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.portfolio.blocks import Block, PageBreak
from careerdesk.portfolio.pages import Page, lay_out
from careerdesk.portfolio.sheet import Paper, Sheet
from careerdesk.portfolio.styles import BODY, CELL, FRAME, MEASURE
from careerdesk.portfolio.tables import Column, Table
from careerdesk.portfolio.text import paragraphs, text

ROOM = Paper.A4.room


class Box(Block):
    """A block of a fixed height that never splits."""

    def __init__(self, height: float, *, keeps: bool = False, least: float | None = None) -> None:
        self.tall = height
        self.keeps_with_next = keeps
        self.least = height if least is None else least

    def height(self, width: float) -> float:
        return self.tall

    def least_height(self, width: float) -> float:
        return self.least

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        raise AssertionError("laying out draws nothing")


def heights(pages: list[Page]) -> list[list[float]]:
    return [[placed.block.height(FRAME) for placed in page] for page in pages]


def test_that_blocks_fill_a_page_and_go_on_on_the_next() -> None:
    pages = lay_out([Box(ROOM / 2), Box(ROOM / 2), Box(10)], Paper.A4)
    assert heights(pages) == [[ROOM / 2, ROOM / 2], [10]]


def test_that_a_heading_goes_with_what_it_heads() -> None:
    pages = lay_out([Box(ROOM - 50), Box(20, keeps=True), Box(10, keeps=True), Box(40)], Paper.A4)
    assert heights(pages) == [[ROOM - 50], [20, 10, 40]]


def test_that_a_chain_longer_than_a_page_is_broken_rather_than_lost() -> None:
    pages = lay_out([Box(300, keeps=True) for _ in range(5)], Paper.A4)
    assert sum(len(page) for page in pages) == 5
    assert all(sum(page) <= ROOM for page in heights(pages))


def test_that_what_cannot_be_split_after_all_moves_to_the_next_page() -> None:
    pages = lay_out([Box(ROOM - 50), Box(100, least=20)], Paper.A4)
    assert heights(pages) == [[ROOM - 50], [100]]


def test_that_a_page_break_counts_only_where_less_is_free() -> None:
    pages = lay_out([Box(100), PageBreak(300), Box(10)], Paper.A4)
    assert heights(pages) == [[100, 10]]
    pages = lay_out([Box(ROOM - 200), PageBreak(300), Box(10)], Paper.A4)
    assert heights(pages) == [[ROOM - 200], [10]]


def test_that_nothing_makes_one_empty_page() -> None:
    assert lay_out([], Paper.A4) == [[]]


def test_that_the_larger_of_two_spaces_counts_and_none_at_the_top() -> None:
    first, second = Box(10), Box(10)
    first.before, first.after, second.before = 30, 5, 12
    (page,) = lay_out([first, second], Paper.A4)
    assert [placed.down for placed in page] == [0, 22]


def test_that_no_line_of_a_paragraph_stands_alone() -> None:
    paragraph = text("word " * 60, BODY)
    count = len(paragraph.lines(FRAME))
    assert count >= 4
    for free in range(1, count + 1):
        block = text("word " * 60, BODY)
        filler = Box(ROOM - free * BODY.leading)
        pages = lay_out([filler, block], Paper.A4)
        lines = [
            placed.block.height(FRAME) / BODY.leading
            for page in pages
            for placed in page
            if placed.block is not filler
        ]
        assert sum(lines) == count
        assert min(lines) >= 2


def test_that_lines_hold_65_to_75_characters() -> None:
    prose = "The team chose the smaller model because its answers could be checked by anyone. "
    lines = text(prose * 20, BODY).lines(FRAME)[:-1]
    assert 65 <= sum(map(len, lines)) / len(lines) <= 75
    assert MEASURE < FRAME


def test_that_paragraphs_of_one_text_keep_their_distance() -> None:
    first, second, third = paragraphs("one\ntwo\n\nthree", BODY)
    assert first.after < BODY.after
    assert second.after == third.after == BODY.after


def test_that_the_total_never_stands_on_a_page_without_another_row() -> None:
    for number in range(18, 34):
        items = tuple(LearningItem.new(f"Item{at:03}") for at in range(number))
        sessions = (replace(StudySession.new(TODAY, 60), learning_item_id=items[0].id),)
        records = Records(learning_items=items, study_sessions=sessions)
        last = page_texts(built(records))[-1]
        assert "Total" in last
        assert "Item" in last


def table(number: int) -> Table:
    rows = [(text(f"row{at}", CELL),) for at in range(number)]
    return Table((Column(),), rows, name="Data")


def test_that_ten_rows_stay_together() -> None:
    for free in range(40, 300, 10):
        pages = lay_out([Box(ROOM - free), table(10)], Paper.A4)
        assert sum(isinstance(placed.block, Table) for page in pages for placed in page) == 1


def test_that_three_rows_stand_on_each_side_of_a_break() -> None:
    for free in range(40, 600, 10):
        pages = lay_out([Box(ROOM - free), table(20)], Paper.A4)
        parts = [p.block for page in pages for p in page if isinstance(p.block, Table)]
        assert sum(len(part.rows) for part in parts) == 20
        assert min(len(part.rows) for part in parts) >= 3


def test_that_a_group_says_its_name_again_where_it_goes_on() -> None:
    group = SkillGroup.new("Engineering")
    skills = tuple(Skill.new(f"Skill{n:02}", group_id=group.id) for n in range(60))
    ratings = tuple(Rating.new(skill.id, TODAY, Level.AWARE) for skill in skills)
    texts = page_texts(
        built(Records(skill_groups=(group,), skills=skills, ratings=ratings), paper=Paper.LETTER)
    )
    begun, *going_on = (page for page in texts if "Skill" in page and "1 Aware" in page)
    assert "Engineering (continued)" not in begun
    assert going_on
    assert all(page.startswith("Engineering (continued) Skill") for page in going_on)


def test_that_a_name_longer_than_a_page_takes_a_few_lines() -> None:
    skill, unrated = Skill.new("Long " * 4000), Skill.new("Longer " * 4000)
    item = LearningItem.new("Longest " * 4000)
    rated = Rating.new(skill.id, TODAY, Level.AWARE)
    records = Records(skills=(skill, unrated), ratings=(rated,), learning_items=(item,))
    assert built(records).pages <= 4


def test_that_sections_and_headings_never_end_a_page() -> None:
    for paragraphs_before in range(0, 30, 3):
        statement = "\n\n".join(["A paragraph."] * paragraphs_before)
        records = rich_records()
        profile = Profile(name="Ana", statement=statement)
        texts = page_texts(built(Records(profile=profile, skills=records.skills)))
        assert not any(text.endswith(f"All skills Ana {n}") for n, text in enumerate(texts, 1))
