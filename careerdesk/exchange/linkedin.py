"""The files of a LinkedIn export ("Get a copy of your data"), and by what they are known.

Files and columns are found by name, whatever their case, spaces and numbering, and the header is
looked for, because some years' files begin with a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from careerdesk.exchange.drafts import Severity, Sink
from careerdesk.exchange.linkedin_rows import (
    read_certificates,
    read_connections,
    read_education,
    read_emails,
    read_learning,
    read_notes,
    read_phones,
    read_positions,
    read_profile,
    read_skills,
)
from careerdesk.exchange.tables import Row, Table, plain_name


@dataclass(frozen=True, slots=True)
class LinkedInFile:
    """One file of the export: the kind it mostly gives, its columns, and how its rows are read.

    ``needed`` holds columns as LinkedIn writes them, ``used`` their plain names.
    """

    kind: str
    needed: tuple[str, ...]
    used: frozenset[str]
    read: Callable[[Iterable[Row], Sink], None]
    is_exact: bool = False

    def is_header(self, names: set[str]) -> bool:
        """Say whether a record is the header, from the plain names of its cells."""
        needed = set(map(plain_name, self.needed))
        return names == needed if self.is_exact else needed <= names


def linkedin_key(stem: str) -> str:
    """Return what a file is called in ``FILES``: ``Comments_1`` and ``Comments (2)`` are one."""
    return plain_name(stem).rstrip("0123456789")


def read_file(file: LinkedInFile, table: Table, sink: Sink) -> None:
    """Put the rows of one file into the sink, and what was noticed about its columns."""
    unused = [name for name in table.header if name and plain_name(name) not in file.used]
    if unused:
        sink.problem(f"CareerDesk does not keep {_listed(unused)}.", None, Severity.NOTICE)
    file.read(table.good_rows(file.kind, sink), sink)


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in names[:12])
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"the column{'s' if len(names) > 1 else ''} {shown}{more}"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILES: Final[dict[str, LinkedInFile]] = {
    "connections": LinkedInFile(
        "contact",
        ("First Name", "Connected On"),
        _names("firstname lastname url emailaddress company position connectedon"),
        read_connections,
    ),
    "notes": LinkedInFile(
        "contact",
        ("Connection First Name", "Note"),
        _names("connectionfirstname connectionlastname connectionprofileurl note"),
        read_notes,
    ),
    "profile": LinkedInFile(
        "profile",
        ("First Name", "Last Name", "Headline"),
        _names("firstname lastname address headline summary geolocation websites"),
        read_profile,
    ),
    "emailaddresses": LinkedInFile(
        "profile",
        ("Email Address", "Primary"),
        _names("emailaddress confirmed primary updatedon"),
        read_emails,
    ),
    "phonenumbers": LinkedInFile(
        "profile", ("Number", "Type"), _names("extension number type"), read_phones
    ),
    # One column and no other; with more it is a table of skills that somebody has made.
    "skills": LinkedInFile("skill", ("Name",), _names("name"), read_skills, is_exact=True),
    "positions": LinkedInFile(
        "position",
        ("Company Name", "Title"),
        _names("companyname title description location startedon finishedon"),
        read_positions,
    ),
    "education": LinkedInFile(
        "education",
        ("School Name",),
        _names("schoolname startdate enddate notes degreename activities"),
        read_education,
    ),
    "certifications": LinkedInFile(
        "certificate",
        ("Name", "Authority"),
        _names("name url authority startedon finishedon licensenumber"),
        read_certificates,
    ),
    "learning": LinkedInFile(
        "learning_item",
        ("Content Title", "Content Type"),
        _names(
            "contenttitle contentdescription contenttype contentlastwatcheddateifviewed "
            "contentcompletedatifcompleted contentsaved notestakenonvideosiftaken"
        ),
        read_learning,
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
