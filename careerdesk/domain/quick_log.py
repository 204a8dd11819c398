"""The language of one line in which time and conversations are logged.

Time is logged as ``45 min on Inspired`` or ``Inspired 1 h 30``, a conversation as
``coffee with Ada Byron 30 min`` or ``20 min call with Ada and Grace``. Either may begin or end
with a day: ``yesterday``, ``last Friday``, ``3 days ago``, ``15 Mar`` or ``2026-03-15``. What
follows a colon is a note: ``45 min on Inspired: chapters 3 and 4``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from careerdesk.domain.errors import CareerDeskError
from careerdesk.domain.fields import clean_text
from careerdesk.domain.network import ConversationKind
from careerdesk.domain.spoken import holds_minutes, take_first_day, take_last_day, take_minutes

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
_TALK: Final = re.compile(
    rf"^(?:an?\s+)?(?P<kind>{'|'.join(_KINDS)})(?:\s+(?:with|to|w/)\s*(?P<who>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_TALK_SO_FAR: Final = re.compile(rf"\b(?:{'|'.join(_KINDS)})\s+(?:with|to|w/)\s+", re.IGNORECASE)
_STUDY_SO_FAR: Final = re.compile(r"\bon\s+", re.IGNORECASE)
_TITLES: Final = r"Ph\.?D|M\.?D|MBA|M\.?Sc|B\.?Sc|CFA|PMP|Jr|Sr|II|III"
_BETWEEN_NAMES: Final = re.compile(
    rf"\s*(?:,(?!\s*(?:{_TITLES})\b)|;|\s&\s|\band\b)(?![^(]*\))\s*", re.IGNORECASE
)
# What people write before the name of what they study; a capital letter begins a title.
_VERB: Final = re.compile(
    r"^(?:(?:read|watch|study|learn|practi[sc]|work)(?:ing|ed|ied)?|studied|studying|practi[sc]e)\s+"
    r"(?:on\s+)?"
)
# Words that begin or end what can hardly be the name of one thing.
_MORE_THAN_A_NAME: Final = re.compile(
    r"^(?:coffee|call|meeting|interview|lunch|dinner|chat)\s+(?:with|w/)|\b(?:ago|tomorrow|last)$",
    re.IGNORECASE,
)

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
    head, colon, note, on = _take_day(line, today)
    rest, minutes = take_minutes(head)
    if talk := _TALK.match(rest):
        return _talk_line(line, talk, minutes, on, note)
    subject = re.sub(r"^(?:on|of|for|with|at)(?:\s+|$)", "", rest, flags=re.IGNORECASE)
    subject = _VERB.sub("", subject).strip(" ,")
    if minutes is None:
        raise _not_understood(line, "does not say how long it took")
    if not subject:
        raise _not_understood(line, "does not say on what")
    if _MORE_THAN_A_NAME.search(subject):
        raise _not_understood(line, "says more than a time, a name and a day")
    return StudyLine(subject=subject + colon + note, minutes=minutes, on=on)


def unfinished_names(text: str) -> tuple[tuple[int, ...], bool]:
    """Return where the name at the end of a line that is being typed may begin.

    Returns:
        The places, the likeliest first, and whether it is the name of a person.
    """
    talk = _TALK_SO_FAR.search(text)
    if talk is None:
        return tuple(found.end() for found in _STUDY_SO_FAR.finditer(text)), False
    if ": " in text:
        return (), True  # a note has begun
    ends = [found.end() for found in _BETWEEN_NAMES.finditer(text, talk.end())]
    return ((ends or [talk.end()])[-1],), True


def _talk_line(
    line: str, talk: re.Match[str], minutes: int | None, on: date, note: str
) -> TalkLine:
    names = tuple(part for part in _BETWEEN_NAMES.split((talk["who"] or "").strip()) if part)
    if not names:
        raise _not_understood(line, "does not say with whom")
    if any(holds_minutes(name) for name in names):
        raise _not_understood(line, "has the time in the middle of a name")
    return TalkLine(
        kind=_KINDS[" ".join(talk["kind"].lower().split())],
        names=names,
        minutes=minutes,
        on=on,
        note=note.strip(),
    )


def _take_day(line: str, today: date) -> tuple[str, str, str, date]:
    """Part a line into what is read, the colon, the note, and the day it tells of."""
    try:
        head, first = take_first_day(line, today)
        # A note may hold any words, times and days; only what stands before it is read.
        head, colon, note = head.partition(": ")
        head, last = take_last_day(head.rstrip(":"), today)
    except ValueError as error:
        raise NotUnderstoodError(
            f"{error} is not a day of the calendar. Nothing was logged; write it as 2026-03-15."
        ) from None
    on = first or last or today
    if on > today:
        raise NotUnderstoodError(
            f"{on.isoformat()} has not been yet. Nothing was logged; name a day up to today."
        )
    return head, colon, note, on


def _not_understood(line: str, what: str) -> NotUnderstoodError:
    shown = line if len(line) <= 60 else f"{line[:59]}…"
    return NotUnderstoodError(f"“{shown}” {what}. Nothing was logged; write {EXAMPLES}.")
