"""Values that check themselves: partial dates, records, their plain form, names without accents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.codec import from_plain, to_plain
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import clean_text
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import Contact, MixTarget
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, Preferences
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Level, Rating, Skill

DAY = date(2026, 1, 1)


@given(st.dates(date(1, 1, 1)))
def test_that_a_partial_date_spans_from_its_first_to_its_last_day(day: date) -> None:
    for length in (4, 7, 10):
        partial = PartialDate(day.isoformat()[:length])
        assert partial.first_day() <= day <= partial.last_day()
        assert (partial.year, str(partial)) == (day.year, day.isoformat()[:length])
    assert PartialDate.of(day).first_day() == PartialDate.of(day).last_day() == day


@given(st.dates(), st.dates())
def test_that_partial_dates_sort_by_time(one: date, other: date) -> None:
    assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)


def test_that_what_is_not_known_of_a_date_is_none() -> None:
    assert (PartialDate("2024").month, PartialDate("2024-03").day) == (None, None)
    assert PartialDate("2024-02").last_day() == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "2024-1", "٢٠٢٤", "2024-01-01x"]
)
def test_that_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate(text)


REFUSED: list[Any] = [
    lambda: Skill.new(" "),
    lambda: replace(Skill.new("x"), interest=5),
    lambda: (lambda s: replace(s, parent_id=s.id))(Skill.new("x")),
    lambda: StudySession.new(DAY, 0),
    lambda: StudySession.new(DAY, 1441),
    lambda: replace(LearningItem.new("x"), currency="euro"),
    lambda: replace(LearningItem.new("x"), url="javascript:alert(1)"),
    lambda: replace(LearningItem.new("x"), url="file:///etc/passwd"),
    lambda: replace(LearningItem.new("x"), url="https://[bad"),
    lambda: replace(LearningItem.new("x"), url="https:///path"),
    lambda: replace(LearningItem.new("x"), url="https:example"),
    lambda: replace(Certificate.new("x"), issued=PartialDate("2024"), expires=PartialDate("2023")),
    lambda: (lambda c: replace(c, introduced_by=c.id))(Contact.new("x")),
    lambda: Link.new("x", ""),
    lambda: MixTarget.new("x", -1),
    lambda: Preferences(currency=""),
    lambda: Preferences(first_weekday=7),
    lambda: Attachment(id=Any, file_name="x", media_type="", size=0, sha256="0" * 64),  # type: ignore[arg-type]
    lambda: Attachment(id=Any, file_name="x", media_type="", size=0, sha256="0"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize("make", REFUSED)
def test_that_a_record_refuses_what_its_rules_forbid(make: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"^The .*\.$"):
        make()


def test_that_an_expiry_within_the_year_of_issue_is_allowed() -> None:
    replace(Certificate.new("x"), issued=PartialDate("2024-06"), expires=PartialDate("2024"))


def test_that_a_record_survives_its_plain_form() -> None:
    rating = Rating.new(Skill.new("x").id, DAY, Level.LEADING)
    assert from_plain(Rating, to_plain(rating)) == rating
    assert to_plain(rating)["level"] == 5


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"level": "5"}, "level"),
        ({"level": 6}, "level"),
        ({"level": True}, "level"),
        ({"on": "2026-02-30"}, "on"),
        ({"id": "no uuid"}, "id"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_that_a_plain_form_with_a_wrong_field_is_refused_by_its_name(
    change: dict[str, Any], words: str
) -> None:
    plain = to_plain(Rating.new(Skill.new("x").id, DAY, None))
    with pytest.raises(InvalidValueError) as caught:
        from_plain(Rating, plain | change)
    assert caught.value.field == words


def test_that_a_missing_field_is_named_and_an_optional_one_gets_its_default() -> None:
    plain = to_plain(Skill.new("x"))
    assert from_plain(Skill, {"id": plain["id"], "name": "x"}).note == ""
    with pytest.raises(InvalidValueError, match="name is missing"):
        from_plain(Skill, {"id": plain["id"]})


def test_that_every_kind_knows_whether_it_is_private() -> None:
    without = {name for name, kind in KINDS.items() if "is_private" not in kind.__slots__}
    assert without == {
        "preferences",
        "participant",
        "mix_target",
        "portfolio_section",
        "role_skill",
        "answer",
        "portfolio_hidden",
    }


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller  Résumé", "muller resume"),
        ("Łukasz Ødegård Straße", "lukasz odegard strasse"),
        ("\uff21\uff22\uff23", "abc"),  # as typed in full width
        ("Ελλάδα", "ελλαδα"),
        ("李测试", "李测试"),
        ("Network+™", "network+tm"),
    ],
)
def test_that_names_compare_without_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded


@given(st.text())
def test_that_clean_text_can_be_stored_and_stays_clean(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert clean_text(cleaned) == cleaned
