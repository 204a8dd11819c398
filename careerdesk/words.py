"""Dates, times, amounts and names as CareerDesk writes them: charts, portfolio and terminal alike.

The same in every locale, because files are handed on; the window follows the reader's own instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from careerdesk.domain.network import FUNCTIONS
from careerdesk.domain.portfolio import Section
from careerdesk.domain.profile import PaperSize
from careerdesk.domain.records import kind_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from careerdesk.domain.evidence import EvidenceTier
    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.domain.skills import Level

NOT_RATED: Final = "not rated"
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# One and many of what is not called as its kind is.
_NOUNS: Final = {
    "contact": ("person", "people"),
    "pay": ("pay entry", "pay entries"),
    "education": ("education entry", "education entries"),
    "follow_up": ("follow-up", ""),
    "participant": ("person in a conversation", "people in conversations"),
    "preferences": ("settings", "settings"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "role_skill": ("skill of a role", "skills of roles"),
    "target": ("target role", "target roles"),
    "attempt": ("assessment", "assessments"),
    "answer": ("answer of an assessment", "answers of assessments"),
    "mix_target": ("target for the network", "targets for the network"),
    "portfolio_section": ("section of the portfolio", "sections of the portfolio"),
    "portfolio_hidden": ("record left out of the portfolio", "records left out of the portfolio"),
}
# The headings of the portfolio.
SECTIONS: Final = {
    Section.STATEMENT: "Why I am changing careers",
    Section.SKILLS: "Skills",
    Section.EXPERIENCE: "Experience and education",
    Section.LEARNING: "Learning record",
    Section.CERTIFICATES: "Certificates",
    Section.NETWORK: "Network in numbers",
    Section.READINESS: "Readiness",
    Section.ROLE_SKILLS: "Skills against the role",
    Section.GAPS: "Gaps and what closes them",
}
# What sizes of paper are called.
PAPERS: Final = {PaperSize.A4: "A4", PaperSize.LETTER: "US Letter"}
# What a change in the history is besides done, by the value of its state.
CHANGE_STATES: Final = {"done": "", "undone": "undone", "sealed": "kept"}
# A cut that would cost more than this part of a text goes through a word instead.
_KEPT: Final = 0.6


class InMonth(Protocol):
    """A day, or a month itself."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int:
        """The month, 1 to 12."""


def month(value: InMonth) -> str:
    """Return a month, such as September 2026."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def short_month(value: InMonth) -> str:
    """Return a month where there is little room, such as Sep 2026."""
    return f"{month_name(value)} {value.year}"


def month_name(value: InMonth) -> str:
    """Return the name of a month on an axis that says the year elsewhere, such as Sep."""
    return MONTHS[value.month - 1][:3]


def day(value: date | PartialDate | None) -> str:
    """Return a date as far as it is known: 5 Dec 2026, Dec 2026 or 2026; empty for None."""
    if value is None:
        return ""
    if value.month is None:
        return str(value.year)
    known = f"{MONTHS[value.month - 1][:3]} {value.year}"
    return known if value.day is None else f"{value.day} {known}"


def day_of_month(value: date) -> str:
    """Return a day on an axis that says the year elsewhere, such as 5 Dec."""
    return f"{value.day} {month_name(value)}"


def moment(at: datetime) -> str:
    """Return an aware time stamp on this computer's clock, in a form that sorts."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def number(value: float) -> str:
    """Return a number with at most one decimal, such as 3.5 or 1,234."""
    return f"{value:,.1f}".removesuffix(".0")


def duration(minutes: float) -> str:
    """Return a time as one figure, such as 45 min, 3.5 h or 1,212.3 h; no time at all is 0 h."""
    whole = round(minutes)
    if 0 < whole < 60:
        return f"{whole} min"
    return f"{number(minutes / 60)} h"


def exact_duration(minutes: int) -> str:
    """Return a time to the minute, as somebody entered it, such as 45 min, 2 h or 1 h 40 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours:,} h {rest} min" if rest else f"{hours:,} h"


def counted(amount: int, one: str, many: str = "") -> str:
    """Return an amount with its noun, such as 1 week or 7 weeks; the plural has an s by default."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def noun(kind: str) -> str:
    """Return what a kind of record is called, such as "study session" or "follow-up"."""
    return _NOUNS.get(kind, (kind_words(kind), ""))[0]


def counted_kind(amount: int, kind: str) -> str:
    """Return so many records of a kind, such as "3 study sessions" or "1 pay entry"."""
    return counted(amount, *_NOUNS.get(kind, (kind_words(kind), "")))


def cut(text: str, longest: int) -> str:
    """Return a text on one line, cut with an ellipsis, best between words."""
    one_line = " ".join(text.split())
    if len(one_line) <= longest:
        return one_line
    head = one_line[: longest - 1]
    seam = len(head) if one_line[longest - 1] == " " else head.rfind(" ")
    return f"{(head[:seam] if seam >= longest * _KEPT else head).rstrip()}\u2026"


def level(value: Level) -> str:
    """Return the name of a skill level: None, Aware, Assisted, Independent, Advanced, Leading."""
    return value.name.capitalize()


def tier(value: EvidenceTier) -> str:
    """Return the strength of evidence: Claim, Described, Artefact, Assessed or Observed."""
    return value.name.capitalize()


def function(name: str) -> str:
    """Return a function at the head of a row; those every desk knows are written like words."""
    return name.capitalize() if name in FUNCTIONS else name
