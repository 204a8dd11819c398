"""Texts of the window: how they are looked up, and phrases that hold numbers, dates or times.

Every text of the window is looked up, so that it has plural forms and can be translated: methods
of ``QObject`` classes use ``self.tr("…")``, functions ``translate("context", "…")``. The texts are
whole English sentences, written out where they are used, with named places that are filled
afterwards: ``self.tr("Export of {name}").format(name=…)``. A text with a number says ``%n`` and
gives the number: ``self.tr("%n change(s)", "", n)``; its English forms, "1 change" and "1,200
changes", are in ``resources/translations/careerdesk_en.ts``, which ``python
packaging/update_translations.py`` keeps complete. A class from which others are derived uses
``translate`` for texts with ``%n``: Qt would look for their plural forms under the name of the
derived class only.

Sentences of services, errors, charts and documents come from rooms without Qt, and are English.
Numbers, dates and times follow the reader's country (``reading_locale``), with the names of months
and days in the language of the window.

User text is never markup: what goes into a menu, a tooltip or a label passes through here or is
set on a label of plain text.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QFont

    from careerdesk.domain.partial_date import PartialDate


def translate(context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
    """Look a text up; ``context`` is the module or page, and ``n`` the number a ``%n`` stands for.

    ``disambiguation`` tells a translator apart what is the same word in English.
    """
    return QCoreApplication.translate(context, text, disambiguation, n)


def to_translate(context: str, text: str) -> str:
    """Mark a text of a constant, which is looked up where it is shown: ``translate(context, …)``.

    What is made when a module is imported is made before any translation is there.
    """
    del context
    return text


def reading_locale(system: QLocale, language: str = "en") -> QLocale:
    """Return the locale for texts of a language with the numbers and dates of the system's country.

    A country for which Qt does not know the language gets the forms of the language's own country,
    and English the British ones: they have the day before the month, as nearly everybody has.
    """
    here = QLocale(QLocale(language).language(), system.territory())
    if here.territory() == system.territory():
        return here
    return QLocale("en_GB" if language == "en" else language)


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
    from PySide6.QtCore import Qt  # all of its names, which the first frame does without

    line = " ".join(text.split())
    return QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width)


def hours(minutes: int) -> str:
    """Return a time such as "45 min", "3 h" or "3.5 h"."""
    if minutes < 60:
        return translate("text", "{minutes} min").format(minutes=QLocale().toString(minutes))
    return translate("text", "{hours} h").format(hours=decimal_hours(minutes))


def exact_time(minutes: int) -> str:
    """Return a time to the minute, such as "45 min", "2 h" or "1 h 20 min"."""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return translate("text", "{hours} h {minutes} min").format(
            hours=QLocale().toString(whole), minutes=rest
        )
    return hours(minutes)


def decimal_hours(minutes: int) -> str:
    """Return hours, such as "3", "3.5" or "171"; a decimal is shown below a hundred."""
    tenths = round(minutes / 6) if minutes < 6000 else round(minutes / 60) * 10
    return QLocale().toString(tenths / 10, "f", 0 if tenths % 10 == 0 else 1)


def file_size(count: int) -> str:
    """Return a number of bytes such as "1 byte", "412 bytes" or "2.1 MB"."""
    if count < 1000:
        return translate("text", "%n byte(s)", "", count)
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def ago(days: int) -> str:
    """Return "today", "yesterday" or "12 days ago"."""
    if days == 0:
        return translate("text", "today")
    if days == 1:
        return translate("text", "yesterday")
    return translate("text", "%n day(s) ago", "", days)


def until(days: int) -> str:
    """Return "today", "tomorrow", "in 12 days" or, for a day that has passed, "3 days late"."""
    if days < 0:
        return translate("text", "%n day(s) late", "", -days)
    if days == 0:
        return translate("text", "today")
    if days == 1:
        return translate("text", "tomorrow")
    return translate("text", "in %n day(s)", "", days)


def long_day(day: date) -> str:
    """Return a day in the reader's own order, such as "Friday, 20 November 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def month_name(month: int, *, is_short: bool = False) -> str:
    """Return the name of a month, 1 to 12."""
    length = QLocale.FormatType.ShortFormat if is_short else QLocale.FormatType.LongFormat
    return QLocale().standaloneMonthName(month, length)


def day_heading(day: date, today: date) -> str:
    """Return "Today", "Yesterday" or the long form of a day."""
    if day == today:
        return translate("text", "Today")
    if (today - day).days == 1:
        return translate("text", "Yesterday")
    return long_day(day)


def local_time(moment: datetime) -> str:
    """Return the time of day of an aware time stamp on this computer's clock."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def local_moment(moment: datetime) -> str:
    """Return day and time of an aware time stamp: "Monday, 23 November 2026 at 09:12"."""
    return translate("text", "{day} at {time}").format(
        day=long_day(moment.astimezone().date()), time=local_time(moment)
    )


def known_date(value: date | PartialDate | None) -> str:
    """Return a date as far as it is known: "15 Mar 2024", "Mar 2024", "2024"; empty for None."""
    if value is None:
        return ""
    if value.month is None:
        return str(value.year)
    month = f"{month_name(value.month, is_short=True).rstrip('.')} {value.year}"
    return month if value.day is None else f"{value.day} {month}"
