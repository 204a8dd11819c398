"""A kind of record is called in sentences what people call it."""

from __future__ import annotations

from careerdesk.domain.records import KINDS, kind_words
from careerdesk.words import noun


def test_that_a_promise_is_a_follow_up_with_its_hyphen() -> None:
    assert kind_words("follow_up") == "follow-up"
    assert noun("follow_up") == "follow-up"


def test_that_no_kind_is_called_by_the_name_of_its_table() -> None:
    assert not [name for name in KINDS if "_" in kind_words(name)]
