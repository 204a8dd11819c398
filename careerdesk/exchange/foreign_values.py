"""Values as LinkedIn and spreadsheets write them, made ours: dates, addresses, plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import clean_text, require_web_address
from careerdesk.domain.partial_date import PartialDate
from careerdesk.exchange.drafts import Severity

if TYPE_CHECKING:
    from careerdesk.exchange.drafts import Sink

# How the exports say that there is nothing.
_NOTHING: Final = frozenset({"", "n/a", "na", "-", "--", "none", "null"})
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_DAY_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[ .-]+([a-z]{3,9})\.?[ ,.-]+(\d{4}|\d{2})", re.ASCII)
_MONTH_DAY_YEAR: Final = re.compile(r"([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})", re.ASCII)
_MONTH_YEAR: Final = re.compile(r"([a-z]{3,9})\.?[ ,.-]+(\d{4}|\d{2})", re.ASCII)
_NUMBERS: Final = re.compile(
    r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?"
    r"(?:[ t]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?utc|z)?)?",
    re.ASCII,
)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.ASCII)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)")
_PLAIN_ADDRESS: Final = re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?:/[\w%.~/-]*)?", re.ASCII)
_PERSON: Final = re.compile(r"https?://[^/?#]*/(?:[a-z]{2}/)?in/([^/?#]+)", re.IGNORECASE)


# Nobody meets, learns or certifies anything outside of these years: an export has slipped. The last
# one is fixed, about a hundred years ahead, so that a file is read the same whatever the day.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2126


class OddYearError(ValueError):
    """A date is one of the calendar, but of a year that is meant by nobody."""


def read_likely_date(text: str) -> PartialDate | None:
    """Read a date as ``read_date`` does, and refuse what no life or plan holds.

    Raises:
        OddYearError: the year is not between ``FIRST_YEAR`` and ``LAST_YEAR``.
        ValueError: the text is no date.
    """
    date = read_date(text)
    if date is not None and not FIRST_YEAR <= date.year <= LAST_YEAR:
        raise OddYearError(f"a year before {FIRST_YEAR} or after {LAST_YEAR}")
    return date


def read_date(text: str) -> PartialDate | None:
    """Read a date as precisely as it is given; None if there is none.

    Known are ``08 Feb 2026``, ``4-Apr-21`` and ``Apr-21`` (Excel's way of storing LinkedIn's
    dates), ``Feb 8, 2026``, ``Jan 2024``, ``2020``, ``2021-06-14``, ``2021-06-14 12:16 UTC``,
    ``2024/02/01``. A date such as 2/8/26 is not guessed at.

    Raises:
        ValueError: the text is none of these, or no day of the calendar.
    """
    told = " ".join(text.casefold().split())
    if told in _NOTHING:
        return None
    if found := _NUMBERS.fullmatch(told):
        year, month, day = found.groups()
        return _date(int(year), month, day)
    if found := _DAY_MONTH_YEAR.fullmatch(told):
        day, name, year = found.groups()
        return _date(_year(year), _month(name, text), day)
    if found := _MONTH_DAY_YEAR.fullmatch(told):
        name, day, year = found.groups()
        return _date(int(year), _month(name, text), day)
    if found := _MONTH_YEAR.fullmatch(told):
        name, year = found.groups()
        return _date(_year(year), _month(name, text), None)
    raise ValueError(f"not a date: {text!r}")


def _date(year: int, month: str | int | None, day: str | None) -> PartialDate:
    text = f"{year:04}"
    if month is not None:
        text += f"-{int(month):02}"
    if day is not None:
        text += f"-{int(day):02}"
    return PartialDate(text)


def _year(text: str) -> int:
    """Read two digits as Excel does, which wrote them: 00 to 29 are of this century."""
    year = int(text)
    if len(text) == 4:
        return year
    return 2000 + year if year < 30 else 1900 + year


def _month(name: str, text: str) -> int:
    if name not in _MONTHS:
        raise ValueError(f"not an English month: {text!r}")
    return _MONTHS[name]


def is_nothing(text: str) -> bool:
    """Say whether a cell holds one of the ways to say that there is no value."""
    return text.strip().casefold() in _NOTHING


def web_address(text: str) -> str:
    """Return an address with its scheme, https where the file leaves it out or says http.

    Raises:
        InvalidValueError: it is an address that CareerDesk does not keep, such as javascript:.
    """
    address = text.strip()
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    if is_nothing(address):
        return ""
    if not _SCHEME.match(address.casefold()) or _HOST.match(address):
        address = f"https://{address.removeprefix('//')}"
    scheme, colon, rest = address.partition(":")
    address = f"{scheme.casefold()}{colon}{rest}"
    if address.startswith("http://"):
        address = f"https://{address.removeprefix('http://')}"
    require_web_address("web address", address)
    if not address.startswith("mailto:") and not _HOST.match(urlsplit(address).netloc):
        raise InvalidValueError("web address", "does not name a site")
    return address


def checked_address(
    text: str, line: int | None, sink: Sink, *, is_exact: bool = False, place: str = ""
) -> str:
    """Return an address that CareerDesk keeps, or nothing and tell the sink.

    Args:
        text: What the file says.
        line: Where it says it.
        sink: What hears of an address that is left out.
        is_exact: Whether CareerDesk wrote it, so that it stays to the letter if it can.
        place: What is told before the reason, in files whose lines say little.
    """
    try:
        if is_exact and is_web_address(text):
            return text
        return web_address(text)
    except InvalidValueError:
        reason = (
            f"{text[:60]!r} is no web address that CareerDesk keeps; only this value was left out."
        )
        sink.problem(f"{place}{reason}", line, Severity.WARNING)
        return ""


def is_web_address(text: str) -> bool:
    """Say whether a record may hold this as its address."""
    try:
        require_web_address("web address", text)
    except InvalidValueError:
        return False
    return True


def person_slug(url: str) -> str:
    """Return what names a person in a LinkedIn address (``/in/slug``), or nothing."""
    found = _PERSON.match(url)
    return clean_text(unquote(found[1])).casefold() if found else ""


_WEBSITE: Final = re.compile(r"\[?([A-Za-z_ ]{1,40}):\(?([^\s,\])]+)\)?\]?")


def websites(text: str) -> list[tuple[str, str]]:
    """Read ``[PORTFOLIO:https://a.example,BLOG:https://b.example]`` as labels and addresses.

    The spelling ``PERSONAL:(https://a.example)`` is known too, and a bare address.
    """
    found = []
    for part in text.strip().strip("[]").split(","):
        piece = part.strip().strip("[]")
        match = _WEBSITE.fullmatch(piece)
        if match and match[1].casefold() not in ("http", "https", "mailto"):
            label = match[1].strip().replace("_", " ").capitalize()
            found.append((label, match[2]))
        elif piece:
            found.append(("Website", piece.strip("()")))
    return found
