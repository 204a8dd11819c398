from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidValueError
from careerdesk.exchange.foreign_values import (
    person_slug,
    read_date,
    web_address,
    websites,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08 Feb 2026", "2026-02-08"),
        ("9 Sep 2019", "2019-09-09"),
        ("Jan 2024", "2024-01"),
        ("September 2020", "2020-09"),
        ("2020", "2020"),
        ("2021-06-14", "2021-06-14"),
        ("2021-06-14 12:16 UTC", "2021-06-14"),
        ("2024/02/01 15:02:55 UTC", "2024-02-01"),
        ("4-Apr-21", "2021-04-04"),
        ("Apr-85", "1985-04"),
        ("Feb 8, 2026", "2026-02-08"),
    ],
)
def test_that_a_date_is_read_as_precisely_as_it_is_given(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize("text", ["", "N/A", "n/a", " - "])
def test_that_the_ways_to_say_no_date_give_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text", ["31 Feb 2020", "2/8/26", "08 févr. 2026", "soon", "2020-13", "99999"]
)
def test_that_what_is_no_date_or_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_date(text)


@given(st.text(max_size=40))
def test_that_no_text_breaks_the_reading_of_dates_but_by_value_error(text: str) -> None:
    try:
        read_date(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("http://www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("HTTPS://a.example/x?y=1", "https://a.example/x?y=1"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("", ""),
        ("N/A", ""),
    ],
)
def test_that_addresses_get_https_and_keep_the_rest(text: str, expected: str) -> None:
    assert web_address(text) == expected


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://[::1", "words"],
)
def test_that_addresses_that_are_not_of_the_web_are_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        web_address(text)


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/Ada-Byron", "ada-byron"),
        ("https://www.linkedin.com/in/ada-byron/?trk=x", "ada-byron"),
        ("https://de.linkedin.com/in/%E6%9D%8E", "李"),
        ("https://example.org/about", ""),
        ("", ""),
    ],
)
def test_that_a_person_is_known_by_the_slug_of_the_address(url: str, slug: str) -> None:
    assert person_slug(url) == slug


def test_that_websites_are_read_in_both_spellings() -> None:
    assert websites("[PORTFOLIO:https://a.example,BLOG:https://b.example]") == [
        ("Portfolio", "https://a.example"),
        ("Blog", "https://b.example"),
    ]
    assert websites("PERSONAL:(https://a.example)") == [("Personal", "https://a.example")]
    assert websites("https://a.example") == [("Website", "https://a.example")]
    assert websites("") == []
