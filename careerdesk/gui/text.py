"""Phrases of the window that hold numbers, dates or the user's own words.

CareerDesk speaks English, and its texts stand in the code as they are read. There is no
translation, and half of what the window says comes from services and errors that know no Qt, so
``tr()`` in some places would promise what is not there. Numbers, dates and times follow the
reader's country (``reading_locale``), with the names of months and days in the same English.

User text is never markup: what goes into a menu, a tooltip or a label passes through here or is
set on a label of plain text.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QFont


def reading_locale(system: QLocale) -> QLocale:
    """Return the locale for English texts with the numbers and dates of the system's country.

    A country for which Qt knows no English gets the British forms: they have the day before the
    month, as nearly everybody has.
    """
    english = QLocale(QLocale.Language.English, system.territory())
    if english.territory() == system.territory():
        return english
    return QLocale("en_GB")


def no_mnemonic(text: str) -> str:
    """Return text for a menu or button in which & stands for itself."""
    return text.replace("&", "&&")


def tooltip(text: str) -> str:
    """Return text for a tooltip, which would take <b> for markup otherwise."""
    # Qt itself breaks rich text after a few words.
    lines = [textwrap.fill(line, 72) for line in text.splitlines()]
    text = "\n".join(lines)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre">{escaped}</p>'


def elided(text: str, font: QFont, width: int) -> str:
    """Return as much of one line of text as fits into ``width`` logical pixels."""
    line = " ".join(text.split())
    return QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width)


def counted(count: int, one: str, many: str) -> str:
    """Return "1 day" or "2 days"."""
    return f"{QLocale().toString(count)} {one if count == 1 else many}"


def hours(minutes: int) -> str:
    """Return a time such as "45 min", "3 h" or "3.5 h"."""
    if minutes < 60:
        return f"{minutes} min"
    return f"{decimal_hours(minutes)} h"


def decimal_hours(minutes: int) -> str:
    """Return hours, such as "3", "3.5" or "171"; a decimal is shown below a hundred."""
    tenths = round(minutes / 6) if minutes < 6000 else round(minutes / 60) * 10
    return QLocale().toString(tenths / 10, "f", 0 if tenths % 10 == 0 else 1)


def ago(days: int) -> str:
    """Return "today", "yesterday" or "12 days ago"."""
    return {0: "today", 1: "yesterday"}.get(days, f"{counted(days, 'day', 'days')} ago")


def until(days: int) -> str:
    """Return "today", "tomorrow", "in 12 days" or, for a day that has passed, "3 days late"."""
    if days < 0:
        return f"{counted(-days, 'day', 'days')} late"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {counted(days, 'day', 'days')}")


def long_day(day: date) -> str:
    """Return a day in the reader's own order, such as "Friday, 20 November 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def short_day(day: date) -> str:
    """Return a day in the reader's own short form."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def month_name(month: int, *, is_short: bool = False) -> str:
    """Return the name of a month, 1 to 12."""
    length = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(month, length)


def day_heading(day: date, today: date) -> str:
    """Return "Today", "Yesterday" or the long form of a day."""
    return {0: "Today", 1: "Yesterday"}.get((today - day).days, long_day(day))


def local_time(moment: datetime) -> str:
    """Return the time of day of an aware time stamp on this computer's clock."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def local_moment(moment: datetime) -> str:
    """Return day and time of an aware time stamp, such as "23 Nov 2026 at 09:12"."""
    return f"{long_day(moment.astimezone().date())} at {local_time(moment)}"
