"""The pages of a finished portfolio as pictures and as text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from portfolio_desks import built, page_texts, rich_records, words

from careerdesk.domain.fields import printable
from careerdesk.portfolio.document import Paper, Portfolio
from careerdesk.portfolio.preview import Picture, look, picture


@pytest.fixture(scope="module")
def made() -> Portfolio:
    return built(rich_records())


def pixel(drawn: Picture, x: int, y: int) -> tuple[int, int, int]:
    at = y * drawn.stride + 4 * x
    red, green, blue = drawn.pixels[at : at + 3]
    return red, green, blue


def test_that_each_page_has_its_size_and_its_text(made: Portfolio) -> None:
    pages = look(made.pdf)
    assert len(pages) == made.pages
    assert {(round(page.width), round(page.height)) for page in pages} == {(595, 842)}
    for page, text in zip(pages, page_texts(made), strict=True):
        assert words(page.text).split()[:3] == text.split()[:3]
        assert page.text == printable(page.text)


def test_that_letter_pages_have_the_size_of_letter() -> None:
    first = look(built(rich_records(), paper=Paper.LETTER).pdf)[0]
    assert (first.width, first.height) == (612, 792)


def test_that_a_page_is_drawn_as_wide_as_asked_for(made: Portfolio) -> None:
    small, large = picture(made.pdf, 0, 200), picture(made.pdf, 0, 800)
    assert (small.width, large.width) in {(200, 800), (201, 801)}
    assert small.height == pytest.approx(200 * 842 / 595, abs=2)
    assert len(large.pixels) == large.stride * large.height


def test_that_paper_is_white_and_the_rule_of_the_cover_green(made: Portfolio) -> None:
    drawn = picture(made.pdf, 0, 300)
    assert pixel(drawn, 2, 2) == (255, 255, 255)
    colours = {
        pixel(drawn, x, y) for x in range(0, drawn.width, 2) for y in range(0, drawn.height, 2)
    }
    assert (0x2F, 0x6F, 0x5E) in colours  # the accent; red and blue are not exchanged


def test_that_pages_asked_for_by_many_threads_are_the_same(made: Portfolio) -> None:
    alone = [picture(made.pdf, number, 120).pixels for number in range(made.pages)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda n: picture(made.pdf, n, 120).pixels, range(made.pages)))
    assert together == alone
