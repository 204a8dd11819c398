"""The language of one line in which time and conversations are logged.

Time is logged as ``45 min on Inspired`` or ``Inspired 1 h 30``, a conversation as
``coffee with Ada Byron 30 min`` or ``20 min call with Ada and Grace``. Either may begin or end
with a day: ``today``, ``yesterday``, a weekday that has been, or ``2026-03-15``. What follows a
colon is a note: ``45 min on Inspired: chapters 3 and 4``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from careerdesk.domain.errors import CareerDeskError
from careerdesk.domain.fields import clean_text
from careerdesk.domain.network import ConversationKind

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KINDS: Final = {
    "coffee": ConversationKind.COFFEE,
    "video call": ConversationKind.VIDEO,
    "video": ConversationKind.VIDEO,
    "phone call": ConversationKind.CALL,
    "call": ConversationKind.CALL,
    "meeting": ConversationKind.MEETING,
    "interview": ConversationKind.INTERVIEW,
    "event": ConversationKind.EVENT,
    "message": ConversationKind.MESSAGE,
    "email": ConversationKind.MESSAGE,
    "lunch": ConversationKind.OTHER,
    "dinner": ConversationKind.OTHER,
    "chat": ConversationKind.OTHER,
    "talk": ConversationKind.OTHER,
}
_LONGEST: Final = 2_000
_HOURS: Final = r"(?P<h>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:hours|hour|hrs|hr|h)\b"
_MINUTES: Final = r"(?P<m>\d{1,4})\s*(?:minutes|minute|mins|min|m)\b"
_TIME: Final = re.compile(
    rf"(?:(?P<both>(?P<bh>\d{{1,3}})\s*(?:hours|hour|hrs|hr|h)\s*(?:and\s+)?(?P<bm>\d{{1,2}})"
    rf"\s*(?:minutes|minute|mins|min|m)?\b)|{_HOURS}|{_MINUTES})",
    re.IGNORECASE,
)
_DAY: Final = rf"today|yesterday|{'|'.join(_WEEKDAYS)}|\d{{4}}-\d\d-\d\d"
_FIRST_DAY: Final = re.compile(rf"^(?:on\s+)?({_DAY})\b[,:]?\s+", re.IGNORECASE)
_LAST_DAY: Final = re.compile(rf"[,]?\s+(?:on\s+)?({_DAY})$", re.IGNORECASE)
_TALK: Final = re.compile(
    rf"^(?:a\s+)?(?P<kind>{'|'.join(_KINDS)})\s+(?:with|to)\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN_NAMES: Final = re.compile(r"\s*(?:,|;|\s&\s|\band\b)(?![^(]*\))\s*", re.IGNORECASE)

EXAMPLES: Final = "“45 min on Inspired” or “coffee with Ada Byron 30 min”"


class NotUnderstoodError(CareerDeskError):
    """A line that is neither time spent nor a conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyLine:
    """Time spent on something; ``subject`` may still hold a note after a colon."""

    subject: str
    minutes: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """A conversation with one or more people; ``minutes`` None if the line does not say."""

    kind: ConversationKind
    names: tuple[str, ...]
    minutes: int | None
    on: date
    note: str


def parse_line(text: str, today: date) -> StudyLine | TalkLine:
    """Read one line.

    Raises:
        NotUnderstoodError: it says what is missing, with an example.
    """
    line = clean_text(text)
    if not line:
        raise NotUnderstoodError(f"There is nothing to log. Write {EXAMPLES}.")
    if len(line) > _LONGEST:
        raise NotUnderstoodError(
            f"The line has {len(line):,} characters and may have {_LONGEST:,}. "
            "Nothing was logged; keep the note shorter."
        )
    head, first_day = _take_day(_FIRST_DAY, line, today)
    # A note may hold any words, times and days; only what stands before it is read.
    head, colon, note = head.partition(": ")
    head, last_day = _take_day(_LAST_DAY, head.rstrip(":"), today)
    on = first_day or last_day or today
    rest, minutes = _take_time(head)
    if talk := _TALK.match(rest):
        names = tuple(part for part in _BETWEEN_NAMES.split(talk["who"].strip()) if part)
        if not names:
            raise NotUnderstoodError(
                f"“{_short(line)}” does not say with whom. Nothing was logged; write {EXAMPLES}."
            )
        return TalkLine(
            kind=_KINDS[talk["kind"].lower()],
            names=names,
            minutes=minutes,
            on=on,
            note=note.strip(),
        )
    subject = re.sub(r"^(?:on|for|with|at)(?:\s+|$)", "", rest, flags=re.IGNORECASE).strip(" ,")
    if minutes is None:
        raise NotUnderstoodError(
            f"“{_short(line)}” does not say how long it took. Nothing was logged; write {EXAMPLES}."
        )
    if not subject:
        raise NotUnderstoodError(
            f"“{_short(line)}” does not say on what. Nothing was logged; write {EXAMPLES}."
        )
    return StudyLine(subject=subject + colon + note, minutes=minutes, on=on)


def _take_day(pattern: re.Pattern[str], text: str, today: date) -> tuple[str, date | None]:
    found = pattern.search(text)
    if found is None:
        return text.strip(), None
    day = _day(found[1].lower(), today)
    if day > today:
        raise NotUnderstoodError(
            f"{day.isoformat()} has not been yet. Nothing was logged; name a day up to today."
        )
    return (text[: found.start()] + text[found.end() :]).strip(), day


def _day(word: str, today: date) -> date:
    if word == "today":
        return today
    if word == "yesterday":
        return today - timedelta(days=1)
    if word in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(word)) % 7
        return today - timedelta(days=back)
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise NotUnderstoodError(
            f"{word} is not a day of the calendar. Nothing was logged; write the day as 2026-03-15."
        ) from None


def _take_time(text: str) -> tuple[str, int | None]:
    """Take the time from the beginning or the end of the line, where a title has none."""
    found = [
        match
        for match in _TIME.finditer(text)
        if match.start() == 0 or match.end() == len(text.rstrip(" ."))
    ]
    if not found:
        return text, None
    match = found[-1] if found[0].start() > 0 else found[0]
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,.")
    return re.sub(r"\s+for$", "", rest), _minutes(match)


def _minutes(match: re.Match[str]) -> int:
    if match["both"]:
        return int(match["bh"]) * 60 + int(match["bm"])
    if match["h"]:
        return round(float(match["h"].replace(",", ".")) * 60)
    return int(match["m"])


def _short(line: str) -> str:
    return line if len(line) <= 60 else f"{line[:59]}…"
