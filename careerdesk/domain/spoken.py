"""Days and lengths of time as people write them, taken from the beginning or the end of a line."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH: Final = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_DAY: Final = (
    rf"(?:(?P<word>today|yesterday|tomorrow)"
    rf"|(?P<last>last\s+)?(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<ago>\d{{1,3}}|a|an|one|two|three)\s+(?P<unit>day|week)s?\s+ago"
    rf"|(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?P<m>{_MONTH})\.?(?:,?\s+(?P<y>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y2>\d{{4}}))?)"
)
_FIRST_DAY: Final = re.compile(rf"^(?:on\s+)?{_DAY}(?!\w)[,:]?\s+", re.IGNORECASE)
_LAST_DAY: Final = re.compile(rf"(?:,?\s+|^)(?:on\s+)?{_DAY}\.?$", re.IGNORECASE)

_HOUR: Final = r"(?:hours|hour|hrs|hr|h)"
_MINUTE: Final = r"(?:minutes|minute|mins|min|m)"
_TIME: Final = re.compile(
    rf"(?<![\w.,:+-])(?:(?P<bh>\d{{1,3}})\s*{_HOUR}\s*(?:and\s+)?(?P<bm>\d{{1,2}})\s*{_MINUTE}?"
    rf"|(?P<ch>\d{{1,2}}):(?P<cm>[0-5]\d)(?:\s*{_HOUR})?"
    rf"|(?P<h>\d{{1,4}}(?:[.,]\d{{1,2}})?)\s*{_HOUR}"
    rf"|(?P<m>\d{{1,6}})\s*{_MINUTE}"
    rf"|(?P<words>half\s+an\s+hour|an\s+hour\s+and\s+a\s+half|an\s+hour|(?P<number>{{numbers}})"
    rf"\s+(?P<of>hours|minutes)))(?!\w)".replace(
        "{numbers}", "two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty"
    ),
    re.IGNORECASE,
)
_UP_TO_TEN: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS: Final = (
    {"a": 1, "an": 1, "one": 1}
    | {word: number for number, word in enumerate(_UP_TO_TEN, start=2)}
    | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
)


def take_first_day(text: str, today: date) -> tuple[str, date | None]:
    """Take a day from the beginning of a line; return the rest and the day, None if there is none.

    Raises:
        ValueError: it looks like a day and is none of the calendar; the text names it.
    """
    return _take_day(_FIRST_DAY, text, today)


def take_last_day(text: str, today: date) -> tuple[str, date | None]:
    """Take a day from the end of a line, as ``take_first_day`` does from its beginning."""
    return _take_day(_LAST_DAY, text, today)


def take_minutes(text: str) -> tuple[str, int | None]:
    """Take a length of time from the beginning or the end of a line, where a title has none.

    Returns:
        The rest, and the time in minutes, None if there is none.
    """
    end = len(text.rstrip(" ."))
    found = [one for one in _TIME.finditer(text) if one.start() == 0 or one.end() == end]
    if not found:
        return text, None
    match = found[-1] if found[0].start() > 0 else found[0]
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,.")
    return re.sub(r"\s+for$", "", rest), _minutes(match)


def holds_minutes(text: str) -> bool:
    """Say whether a length of time stands somewhere in a text."""
    return _TIME.search(text) is not None


def _take_day(pattern: re.Pattern[str], text: str, today: date) -> tuple[str, date | None]:
    found = pattern.search(text)
    if found is None:
        return text.strip(), None
    return (text[: found.start()] + text[found.end() :]).strip(), _day(found, today)


def _day(found: re.Match[str], today: date) -> date:
    if word := found["word"]:
        return today + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[word.lower()])
    if name := found["weekday"]:
        back = (today.weekday() - _WEEKDAYS.index(name.lower())) % 7
        return today - timedelta(days=back or (7 if found["last"] else 0))
    if number := found["ago"]:
        count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
        return today - timedelta(days=count * (7 if found["unit"].lower() == "week" else 1))
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        named = (found["m"] or found["m2"]).lower()[:3]
        month = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(named))
        day, year = int(found["d"] or found["d2"]), found["y"] or found["y2"]
        if year:
            return date(int(year), month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year <= today else date(today.year - 1, month, day)
    except ValueError:
        raise ValueError(found[0].strip(" ,:")) from None


def _minutes(match: re.Match[str]) -> int:
    for hours, minutes in (("bh", "bm"), ("ch", "cm")):
        if match[hours]:
            return int(match[hours]) * 60 + int(match[minutes])
    if match["h"]:
        return round(float(match["h"].replace(",", ".")) * 60)
    if match["m"]:
        return int(match["m"])
    words = " ".join(match["words"].lower().split())
    if match["number"]:
        return _NUMBERS[match["number"].lower()] * (60 if match["of"].lower() == "hours" else 1)
    return {"half an hour": 30, "an hour": 60, "an hour and a half": 90}[words]
