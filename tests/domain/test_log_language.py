"""One line of text becomes time or a conversation, or a sentence that says what is missing."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.network import ConversationKind
from careerdesk.domain.quick_log import NotUnderstoodError, StudyLine, TalkLine, parse_line

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "subject", "minutes", "day"),
    [
        ("45 min on Inspired", "Inspired", 45, 23),
        ("45 minutes Inspired", "Inspired", 45, 23),
        ("45m on Inspired", "Inspired", 45, 23),
        ("Inspired 45 min", "Inspired", 45, 23),
        ("1 h on Inspired", "Inspired", 60, 23),
        ("1.5 h on Inspired", "Inspired", 90, 23),
        ("1,5 hours on Inspired", "Inspired", 90, 23),
        ("1 h 30 on Inspired", "Inspired", 90, 23),
        ("1h30 on Inspired", "Inspired", 90, 23),
        ("2 h 5 min on Inspired", "Inspired", 125, 23),
        ("2 hours and 5 minutes on Inspired", "Inspired", 125, 23),
        ("yesterday 45 min on Inspired", "Inspired", 45, 22),
        ("45 min on Inspired yesterday", "Inspired", 45, 22),
        ("45 min on Inspired on Friday", "Inspired", 45, 20),
        ("45 min on Inspired, monday", "Inspired", 45, 23),
        ("45 min on Inspired 2026-11-01", "Inspired", 45, 1),
        ("on 2026-11-01: 45 min on Inspired", "Inspired", 45, 1),
        ("45 min on Inspired 20 Nov 2026", "Inspired", 45, 20),
        ("45 min on Inspired, Nov 20", "Inspired", 45, 20),
        ("20. November 45 min on Inspired", "Inspired", 45, 20),
        ("45 min on Inspired, 3 days ago", "Inspired", 45, 20),
        ("a week ago 45 min on Inspired", "Inspired", 45, 16),
        ("45 min on Inspired last Monday", "Inspired", 45, 16),
        ("1:30 on Inspired", "Inspired", 90, 23),
        ("an hour on Inspired", "Inspired", 60, 23),
        ("half an hour of Inspired", "Inspired", 30, 23),
        ("an hour and a half on Inspired", "Inspired", 90, 23),
        ("two hours of Inspired", "Inspired", 120, 23),
        ("read Inspired for 45 min", "Inspired", 45, 23),
        ("2 hours studying SQL", "SQL", 120, 23),
        ("2 hours on Reading People", "Reading People", 120, 23),
        ("99999 min on Inspired", "Inspired", 99999, 23),
        ("45 min on 24 Hours of Python", "24 Hours of Python", 45, 23),
        ("45 min on The 5 min Habit", "The 5 min Habit", 45, 23),
        ("45 min on Designing Data: the book", "Designing Data: the book", 45, 23),
        ("45 min on C++ <T> & R&D", "C++ <T> & R&D", 45, 23),
        ("  45   min on Zażółć  ", "Zażółć", 45, 23),
    ],
)
def test_that_time_is_read_from_a_line(text: str, subject: str, minutes: int, day: int) -> None:
    assert parse_line(text, TODAY) == StudyLine(
        subject=subject, minutes=minutes, on=date(2026, 11, day)
    )


@pytest.mark.parametrize(
    ("text", "kind", "names", "minutes"),
    [
        ("coffee with Ada Byron 30 min", "coffee", ["Ada Byron"], 30),
        ("Coffee with Ada Byron", "coffee", ["Ada Byron"], None),
        ("30 min call with Ada and Grace", "call", ["Ada", "Grace"], 30),
        ("video call with Ada, Grace & Łukasz 1 h", "video", ["Ada", "Grace", "Łukasz"], 60),
        ("a chat with Ada for 20 min", "other", ["Ada"], 20),
        ("interview with Ada (Acme, Inc) 20 min", "interview", ["Ada (Acme, Inc)"], 20),
        ("30m coffee w/ Zed Young", "coffee", ["Zed Young"], 30),
        ("interview with R&D 1 h", "interview", ["R&D"], 60),
        ("coffee with Anne-Marie O'Hara, PhD 30 min", "coffee", ["Anne-Marie O'Hara, PhD"], 30),
        ("coffee with Ada, Grace, MBA 5 min", "coffee", ["Ada", "Grace, MBA"], 5),
        ("call with Andy Sanders 20 min", "call", ["Andy Sanders"], 20),
        ("call with the R&D team & Ada 20 min", "call", ["the R&D team", "Ada"], 20),
    ],
)
def test_that_a_conversation_is_read_from_a_line(
    text: str, kind: str, names: list[str], minutes: int | None
) -> None:
    assert parse_line(text, TODAY) == TalkLine(
        kind=ConversationKind(kind), names=tuple(names), minutes=minutes, on=TODAY, note=""
    )


def test_that_what_follows_a_colon_is_a_note_with_any_words_and_times() -> None:
    line = parse_line("coffee with Ada 30 min: she starts on Monday, 2 h a day", TODAY)
    assert isinstance(line, TalkLine)
    assert (line.minutes, line.on, line.note) == (30, TODAY, "she starts on Monday, 2 h a day")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing to log"),
        ("   ", "nothing to log"),
        ("hello", "how long"),
        ("45 min", "on what"),
        ("45 min on", "on what"),
        ("min on Inspired", "how long"),
        ("coffee with and", "with whom"),
        ("coffee with 30 min", "with whom"),
        ("45 min on Inspired tomorrow", "has not been yet"),
        ("meeting with Tim 45 min next step: send deck", "in the middle"),
        ("-5 min on Inspired", "how long"),
        ("45 min on Inspired 31 Feb", "not a day"),
        ("45 min on Inspired 2026-11-24", "has not been yet"),
        ("45 min on Inspired 2026-02-30", "not a day"),
        ("x" * 3000, "characters"),
    ],
)
def test_that_what_is_missing_is_said_with_an_example(text: str, words: str) -> None:
    with pytest.raises(NotUnderstoodError, match=words):
        parse_line(text, TODAY)


@given(st.text(max_size=80) | st.from_regex(r"[\d :.,honmi]{0,40}", fullmatch=True))
def test_that_any_line_is_read_or_refused_in_a_sentence(text: str) -> None:
    with contextlib.suppress(NotUnderstoodError):
        assert parse_line(text, TODAY).on <= TODAY
