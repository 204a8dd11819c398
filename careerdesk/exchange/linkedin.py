"""The files of a LinkedIn export ("Get a copy of your data") as drafts of records.

Files and columns are found by name, whatever their case, spaces and numbering, and the header is
looked for, because some years' files begin with a note. Nothing is guessed about a person: the
function of a contact stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.learning import LearningStatus
from careerdesk.exchange.drafts import Manner, Severity, Sink
from careerdesk.exchange.foreign_values import (
    is_nothing,
    read_date,
    web_address,
    websites,
    without_markup,
)
from careerdesk.exchange.tables import Row, Table, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.domain.codec import Plain

PROVIDER: Final = "LinkedIn Learning"
Values = dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class LinkedInFile:
    """One file of the export: the kind it mostly gives, its columns, and how its rows are read."""

    kind: str
    needed: frozenset[str]
    used: frozenset[str]
    read: Callable[[Iterable[Row], Sink], None]
    is_exact: bool = False

    def is_header(self, names: set[str]) -> bool:
        """Say whether a record is the header, from the plain names of its cells."""
        return names == self.needed if self.is_exact else self.needed <= names


def linkedin_key(stem: str) -> str:
    """Return what a file is called in ``FILES``: ``Comments_1`` and ``Comments (2)`` are one."""
    return plain_name(stem).rstrip("0123456789")


def read_file(file: LinkedInFile, table: Table, sink: Sink) -> None:
    """Put the rows of one file into the sink, and what was noticed about its columns."""
    unused = [name for name in table.header if name and plain_name(name) not in file.used]
    if unused:
        sink.problem(f"CareerDesk does not keep {_listed(unused)}.", None, Severity.NOTICE)
    file.read(_good_rows(table, file.kind, sink), sink)


def _good_rows(table: Table, kind: str, sink: Sink) -> Iterator[Row]:
    for row in table.rows():
        if isinstance(row, Row):
            yield row
        else:
            line, damage = row
            sink.leave_out(kind, line, str(damage))


def _read_connections(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        name = _full_name(row["firstname"], row["lastname"])
        if not name:
            reason = "LinkedIn hides the name of this member."
            sink.leave_out("contact", row.line, reason, Severity.NOTICE)
            continue
        values: Values = {
            "name": name,
            "organization": row["company"],
            "title": row["position"],
            "email": row["emailaddress"],
            "url": _address(row, "url", sink),
            "met": _date(row, "connectedon", sink),
        }
        sink.draft("contact", row.line, _given(values), Manner.LINKEDIN)


def _read_notes(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        values: Values = {
            "name": _full_name(row["connectionfirstname"], row["connectionlastname"]),
            "url": _address(row, "connectionprofileurl", sink),
            "note": row["note"],
        }
        if row["note"]:
            sink.draft("contact", row.line, _given(values), Manner.SUPPLEMENT)


def _read_profile(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        values: Values = {
            "name": _full_name(row["firstname"], row["lastname"]),
            "headline": row["headline"],
            "statement": row["summary"],
            "location": row["geolocation"],
            "address": row["address"],
        }
        sink.draft("profile", row.line, _given(values), Manner.LINKEDIN)
        for rank, (label, address) in enumerate(websites(row["websites"])):
            if url := _checked_address(address, row.line, sink):
                link: Values = {"label": label, "url": url, "rank": rank}
                sink.draft("link", row.line, link, Manner.LINKEDIN)


def _read_emails(rows: Iterable[Row], sink: Sink) -> None:
    def preference(row: Row) -> tuple[bool, bool]:
        return row["primary"].casefold() != "yes", row["confirmed"].casefold() != "yes"

    _read_best(rows, sink, "email", "emailaddress", preference)


def _read_phones(rows: Iterable[Row], sink: Sink) -> None:
    def preference(row: Row) -> bool:
        return row["type"].casefold() != "mobile"

    _read_best(rows, sink, "phone", "number", preference)


def _read_best(
    rows: Iterable[Row], sink: Sink, field: str, column: str, preference: Callable[[Row], object]
) -> None:
    """Take the first of the preferred rows for the one place the profile has."""
    found = sorted((row for row in rows if row[column]), key=preference)  # type: ignore[arg-type]
    for row in found[:1]:
        value = _with_extension(row[column], row["extension"])
        sink.draft("profile", row.line, {field: value}, Manner.SUPPLEMENT)
    for row in found[1:]:
        reason = f"The profile has room for one {field}; another one was taken."
        sink.problem(reason, row.line, Severity.NOTICE)


def _with_extension(text: str, extension: str) -> str:
    """Return a number with its extension, which only a plus sign tells to be a country's code."""
    if not extension:
        return text
    return f"{extension} {text}" if extension.startswith("+") else f"{text} ext. {extension}"


def _read_skills(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        sink.draft("skill", row.line, {"name": row["name"]}, Manner.LINKEDIN)


def _read_positions(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        values: Values = {
            "title": row["title"],
            "organization": row["companyname"],
            "location": row["location"],
            "started": _date(row, "startedon", sink),
            "ended": _date(row, "finishedon", sink),
            "description": row["description"],
        }
        sink.draft("position", row.line, _given(values), Manner.LINKEDIN)


def _read_education(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        values: Values = {
            "school": row["schoolname"],
            "degree": row["degreename"],
            "started": _date(row, "startdate", sink),
            "ended": _date(row, "enddate", sink),
            "description": _paragraphs(row["notes"], row["activities"]),
        }
        sink.draft("education", row.line, _given(values), Manner.LINKEDIN)


def _read_certificates(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        values: Values = {
            "title": row["name"],
            "issuer": row["authority"],
            "issued": _date(row, "startedon", sink),
            "expires": _date(row, "finishedon", sink),
            "credential_id": "" if is_nothing(row["licensenumber"]) else row["licensenumber"],
            "url": _address(row, "url", sink),
        }
        sink.draft("certificate", row.line, _given(values), Manner.LINKEDIN)


def _read_learning(rows: Iterable[Row], sink: Sink) -> None:
    for row in rows:
        finished = _date(row, "contentcompletedatifcompleted", sink)
        watched = not is_nothing(row["contentlastwatcheddateifviewed"])
        status = LearningStatus.ACTIVE if watched else LearningStatus.PLANNED
        notes = row["notestakenonvideosiftaken"]
        values: Values = {
            "title": row["contenttitle"],
            "provider": PROVIDER,
            "status": (LearningStatus.DONE if finished else status).value,
            "finished": finished,
            "note": _paragraphs(
                "" if is_nothing(notes) else notes, without_markup(row["contentdescription"])
            ),
        }
        sink.draft("learning_item", row.line, _given(values), Manner.LINKEDIN)


def _full_name(first: str, last: str) -> str:
    return f"{first} {last}".strip()


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)


def _given(values: Values) -> Values:
    return {name: value for name, value in values.items() if value not in ("", None)}


def _date(row: Row, column: str, sink: Sink) -> str | None:
    try:
        date = read_date(row[column])
    except ValueError:
        reason = f"The date {row[column][:40]!r} cannot be read and was left out."
        sink.problem(reason, row.line, Severity.WARNING)
        return None
    return None if date is None else str(date)


def _address(row: Row, column: str, sink: Sink) -> str:
    return _checked_address(row[column], row.line, sink)


def _checked_address(text: str, line: int, sink: Sink) -> str:
    try:
        return web_address(text)
    except InvalidValueError:
        reason = f"{text[:60]!r} is no web address that CareerDesk keeps, and was left out."
        sink.problem(reason, line, Severity.WARNING)
        return ""


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:12])
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"the column{'s' if len(names) > 1 else ''} {shown}{more}"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILES: Final[dict[str, LinkedInFile]] = {
    "connections": LinkedInFile(
        "contact",
        _names("firstname connectedon"),
        _names("firstname lastname url emailaddress company position connectedon"),
        _read_connections,
    ),
    "notes": LinkedInFile(
        "contact",
        _names("connectionfirstname note"),
        _names("connectionfirstname connectionlastname connectionprofileurl note"),
        _read_notes,
    ),
    "profile": LinkedInFile(
        "profile",
        _names("firstname lastname headline"),
        _names("firstname lastname address headline summary geolocation websites"),
        _read_profile,
    ),
    "emailaddresses": LinkedInFile(
        "profile",
        _names("emailaddress primary"),
        _names("emailaddress confirmed primary updatedon"),
        _read_emails,
    ),
    "phonenumbers": LinkedInFile(
        "profile", _names("number type"), _names("extension number type"), _read_phones
    ),
    # One column and no other; with more it is a table of skills that somebody has made.
    "skills": LinkedInFile("skill", _names("name"), _names("name"), _read_skills, is_exact=True),
    "positions": LinkedInFile(
        "position",
        _names("companyname title"),
        _names("companyname title description location startedon finishedon"),
        _read_positions,
    ),
    "education": LinkedInFile(
        "education",
        _names("schoolname"),
        _names("schoolname startdate enddate notes degreename activities"),
        _read_education,
    ),
    "certifications": LinkedInFile(
        "certificate",
        _names("name authority"),
        _names("name url authority startedon finishedon licensenumber"),
        _read_certificates,
    ),
    "learning": LinkedInFile(
        "learning_item",
        _names("contenttitle contenttype"),
        _names(
            "contenttitle contentdescription contenttype contentlastwatcheddateifviewed "
            "contentcompletedatifcompleted contentsaved notestakenonvideosiftaken"
        ),
        _read_learning,
    ),
}

# Files that have no home on the desk, by what they hold; unknown ones go by their own name.
NOT_KEPT: Final = {
    "recommendationsreceived": "recommendations received",
    "recommendationsgiven": "recommendations given",
    "endorsementreceivedinfo": "endorsements received",
    "endorsementgiveninfo": "endorsements given",
    "messages": "messages",
    "invitations": "invitations",
    "honors": "honours",
    "courses": "courses taken at school",
    "languages": "languages",
    "projects": "projects",
    "contacts": "uploaded address books",
    "publications": "publications",
    "volunteering": "volunteer work",
    "companyfollows": "followed companies",
}
_WORDS = re.compile(r"[_\s]+")


def words_for(stem: str) -> str:
    """Return what a file that is not kept holds, in words."""
    return NOT_KEPT.get(linkedin_key(stem), _WORDS.sub(" ", stem).strip())
