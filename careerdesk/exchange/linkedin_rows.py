"""The rows of each file of a LinkedIn export as drafts of records.

Nothing is guessed about a person: the function of a contact stays empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.domain.learning import LearningStatus
from careerdesk.exchange.drafts import Manner, Severity
from careerdesk.exchange.foreign_values import (
    OddYearError,
    checked_address,
    is_nothing,
    read_likely_date,
    websites,
)
from careerdesk.exchange.markup import without_markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerdesk.domain.codec import Plain
    from careerdesk.exchange.drafts import Sink
    from careerdesk.exchange.tables import Row

    Values = dict[str, Plain]

PROVIDER: Final = "LinkedIn Learning"


def read_connections(rows: Iterable[Row], sink: Sink) -> None:
    """Read the people of Connections.csv."""
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


def read_notes(rows: Iterable[Row], sink: Sink) -> None:
    """Read what the user wrote about people, which adds to them and makes none."""
    for row in rows:
        values: Values = {
            "name": _full_name(row["connectionfirstname"], row["connectionlastname"]),
            "url": _address(row, "connectionprofileurl", sink),
            "note": row["note"],
        }
        if row["note"]:
            sink.draft("contact", row.line, _given(values), Manner.SUPPLEMENT)


def read_profile(rows: Iterable[Row], sink: Sink) -> None:
    """Read the profile and its websites."""
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
            if url := checked_address(address, row.line, sink):
                link: Values = {"label": label, "url": url, "rank": rank}
                sink.draft("link", row.line, link, Manner.LINKEDIN)


def read_emails(rows: Iterable[Row], sink: Sink) -> None:
    """Read the primary address, for the one place the profile has."""

    def preference(row: Row) -> tuple[bool, bool]:
        return row["primary"].casefold() != "yes", row["confirmed"].casefold() != "yes"

    _read_best(rows, sink, "email", "emailaddress", preference)


def read_phones(rows: Iterable[Row], sink: Sink) -> None:
    """Read the mobile number, for the one place the profile has."""

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


def read_skills(rows: Iterable[Row], sink: Sink) -> None:
    """Read the names of skills."""
    for row in rows:
        sink.draft("skill", row.line, {"name": row["name"]}, Manner.LINKEDIN)


def read_positions(rows: Iterable[Row], sink: Sink) -> None:
    """Read the work that was done."""
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


def read_education(rows: Iterable[Row], sink: Sink) -> None:
    """Read schools and degrees."""
    for row in rows:
        values: Values = {
            "school": row["schoolname"],
            "degree": row["degreename"],
            "started": _date(row, "startdate", sink),
            "ended": _date(row, "enddate", sink),
            "description": _paragraphs(row["notes"], row["activities"]),
        }
        sink.draft("education", row.line, _given(values), Manner.LINKEDIN)


def read_certificates(rows: Iterable[Row], sink: Sink) -> None:
    """Read certifications."""
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


def read_learning(rows: Iterable[Row], sink: Sink) -> None:
    """Read courses and videos; the later of watched and completed is their status."""
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
        date = read_likely_date(row[column])
    except ValueError as error:
        why = f" ({error})" if isinstance(error, OddYearError) else ""
        reason = f"The date {row[column][:40]!r} cannot be read{why}; only this value was left out."
        sink.problem(reason, row.line, Severity.WARNING)
        return None
    return None if date is None else str(date)


def _address(row: Row, column: str, sink: Sink) -> str:
    return checked_address(row[column], row.line, sink)
