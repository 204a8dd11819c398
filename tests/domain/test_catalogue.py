"""The catalogue that is shipped: whole, consistent, and never trusted."""

from __future__ import annotations

from careerdesk.catalogue import catalogue


def test_that_the_catalogue_is_whole() -> None:
    book = catalogue()
    assert len(book.groups) == 9
    assert len(book.skills) == 87
    assert len(book.roles) == 25
    assert len(book.resources) == 110
    assert len(book.instrument.interests.items) == 36
