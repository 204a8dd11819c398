"""Strategies for the values that records are made of."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from careerdesk.domain.fields import clean_text
from careerdesk.domain.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Strategy = st.SearchStrategy

TRICKY = (
    "Zażółć gęślą jaźń",
    "C++ <T> & R&D",
    "$$ 50% & $x$",
    "=HYPERLINK(1)",
    "+47 900",
    "'quoted",
    "''=x",
    '"a", b;\tc',
    "two\nlines\n\nand a half",
    "李测试",
    "yes",
    "0",
    "None",
    "2024-01",
)

ids: Strategy[Any] = st.uuids(version=4)  # of every kind of record
days = st.dates(date(1950, 1, 1), date(2050, 12, 31))
truths = st.booleans()
currencies = st.sampled_from(["", "EUR", "USD", "NOK"])
addresses = st.sampled_from(["", "https://example.org/a?b=1&c=2", "mailto:a@example.org"])


def texts(min_size: int = 0) -> Strategy[str]:
    """Text as a desk holds it: clean, from any script, with what confuses careless readers."""
    free = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(clean_text)
    return (st.sampled_from(TRICKY) | free).filter(lambda text: len(text) >= min_size)


def partial_dates() -> Strategy[PartialDate]:
    """A year, a month or a day."""
    lengths = st.sampled_from([4, 7, 10])
    return st.builds(lambda day, n: PartialDate(day.isoformat()[:n]), days, lengths)


def maybe(values: Strategy[Any]) -> Strategy[Any]:
    """Sometimes unknown."""
    return st.none() | values


def several(values: Strategy[Any], most: int = 3) -> Strategy[tuple[Any, ...]]:
    return st.lists(values, max_size=most, unique_by=lambda item: item.id).map(tuple)


def one_of(items: Sequence[Any]) -> Strategy[Any]:
    return maybe(st.sampled_from([item.id for item in items])) if items else st.none()
