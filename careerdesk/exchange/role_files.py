"""Roles from whatever files, folders and zips were chosen; runs in the child."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.esco_roles import EscoRoles
from careerdesk.exchange.foreign_roles import ESCO, ONET
from careerdesk.exchange.onet_roles import OnetRoles, is_used
from careerdesk.exchange.role_tables import (
    Complaints,
    Kind,
    RoleRows,
    RoleTable,
    head_of,
    recognised,
    unreadable,
)
from careerdesk.exchange.sources import UNCHANGED, SourceFile, folder, is_zip, single, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from careerdesk.exchange.foreign_roles import RoleSink
    from careerdesk.exchange.limits import Limits

_ONET_KINDS: Final = (Kind.OCCUPATIONS, Kind.RATINGS, Kind.TITLES)
_ESCO_KINDS: Final = (Kind.ESCO_OCCUPATIONS, Kind.ESCO_SKILLS, Kind.ESCO_RELATIONS)
# Read in this order: what others refer to comes first, what only adds to it last.
_ORDER: Final = {kind: at for at, kind in enumerate((*_ONET_KINDS, *_ESCO_KINDS))}
_READ_ME: Final = re.compile(r"O\*NET\S? (\d{1,2}\.\d) Database")
_ONET_NAME: Final = re.compile(r"\bdb_(\d{1,2})_(\d)(?:_|\b)", re.IGNORECASE)
_ESCO_NAME: Final = re.compile(r"\bESCO\b.*?\bv(\d+(?:\.\d+){1,2})\b", re.IGNORECASE)
# As the files are called that nobody wants to miss, before release 30.3 and since.
_NEEDED: Final = re.compile(
    r"(?:.*/)?(?:Occupation Data|(?:Essential |Transferable )?Skills|Knowledge|Interests|"
    r"Career Interest Types)\.(?:txt|csv)",
    re.IGNORECASE,
)
_TABIYA_COLUMNS: Final = frozenset({"occupationgroupcode", "iscogroupcode"})
_ROLES_BETWEEN: Final = 100
_SHARE_OF_ROLES: Final = 10  # making roles takes about a tenth of the time of reading them
_ROLE_BYTES: Final = 1_000


def read_role_paths(
    paths: Sequence[Path], sink: RoleSink, limits: Limits, progress: Callable[[int, int], None]
) -> None:
    """Read all roles of O*NET and ESCO from files, folders and zips that belong together.

    Args:
        paths: What the user chose; tables that refer to each other may come from several.
        sink: Where the roles and problems go.
        limits: What the files may ask for.
        progress: Called with steps done and the steps there are.

    Raises:
        ImportProblemError: nothing of it can be imported.
    """
    complaints = Complaints(sink)
    found = _Found()
    with contextlib.ExitStack() as stack:
        for path in paths:
            found.look_at(path, _files(path, limits, complaints, stack), limits)
        _check(found, complaints)
        found.tell_unused(complaints)
        size = sum(table.file.size for table in found.tables)
        total = size + size // _SHARE_OF_ROLES + 1
        rows = RoleRows(complaints, limits, lambda done: progress(done, total))
        onet, esco = OnetRoles(rows), EscoRoles(rows)
        for table in sorted(found.tables, key=lambda table: _ORDER[table.kind]):
            (onet if table.kind in _ONET_KINDS else esco).read(table)
        complaints.finish()
    if found.has(_ONET_KINDS):
        _check_onet(onet, listed(found.names), complaints)
    if found.has(_ESCO_KINDS):
        _check_esco(esco, listed(found.names), complaints)
    roles = chain(onet.roles(found.onet_source()), esco.roles(found.esco_source()))
    for count, role in enumerate(roles):
        sink.role(role)
        if count % _ROLES_BETWEEN == 0:
            progress(min(total, size + count * _ROLE_BYTES), total)
    progress(total, total)


def _files(
    path: Path, limits: Limits, complaints: Complaints, stack: contextlib.ExitStack
) -> list[SourceFile]:
    """Return the files of one path; what cannot be opened among several is told as a problem."""
    heard = _Heard(complaints)
    if path.is_dir():
        return folder(path, limits, heard)
    if is_zip(path):
        return stack.enter_context(zipped(path, limits, heard))
    file = single(path, limits)
    if file.size == 0:
        raise _refusal(file.name, "is empty")
    if file.suffix == ".zip":
        raise _refusal(file.name, "is not a zip archive, or only a part of one")
    return [file]


class _Heard:
    """Passes on what is said of files that cannot be opened."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints

    def file(self, name: str) -> None:
        self._complaints.start(name)

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        self._complaints.of_file(reason, line, severity)


@dataclass(slots=True)
class _Found:
    """What the files are, and which releases they say they are of."""

    tables: list[RoleTable] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    releases: dict[str, None] = field(default_factory=dict)
    likely_releases: dict[str, None] = field(default_factory=dict)
    esco_releases: dict[str, None] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    lost: list[tuple[str, int | None, str]] = field(default_factory=list)

    def look_at(self, path: Path, files: list[SourceFile], limits: Limits) -> None:
        """Recognise the files of one path from their beginnings."""
        self.names.append(path.name)
        for file in files:
            head = head_of(file)
            table = recognised(file, head, limits)
            if _NEEDED.fullmatch(file.name) and (table is None or not is_used(table)):
                self.lost.append((file.name, *_said_of_lost(head, table)))
            if table is None:
                read_me = _READ_ME.search(head)
                if read_me:
                    self.releases[read_me[1]] = None
                else:
                    self.others.append(file.name)
                continue
            if not is_used(table):
                self.unused.append(file.name)
                continue
            self.tables.append(table)
            for name in (path.name, file.name):
                if told := _ONET_NAME.search(name):
                    self.likely_releases[f"{told[1]}.{told[2]}"] = None
                if told := _ESCO_NAME.search(name):
                    self.esco_releases[told[1]] = None

    def has(self, kinds: Collection[Kind]) -> bool:
        """Say whether there is a table of one of these kinds."""
        return any(table.kind in kinds for table in self.tables)

    def onet_source(self) -> str:
        """Return the source of roles of O*NET: the Read Me tells the release, else the names."""
        told = list(self.releases or self.likely_releases)
        return f"{ONET} {told[0]}" if len(told) == 1 else ONET

    def esco_source(self) -> str:
        """Return the source of roles of ESCO; only names of files tell its release."""
        if any(_TABIYA_COLUMNS & table.columns for table in self.tables):
            return f"{ESCO} (Tabiya edition)"
        told = list(self.esco_releases)
        return f"{ESCO} {told[0]}" if len(told) == 1 else ESCO

    def tell_unused(self, complaints: Complaints) -> None:
        """Say which files were not read, and why."""
        for names, why in (
            (self.unused, "CareerDesk takes only skills, knowledge, interests and titles of O*NET"),
            (self.others, "they are no tables of O*NET or ESCO that roles are made of"),
        ):
            if names:
                complaints.start(listed(self.names))
                reason = f"Not read, because {why}: {listed(names)}."
                complaints.of_file(reason, None, Severity.NOTICE)


def _check(found: _Found, complaints: Complaints) -> None:
    """Refuse files in which nothing is known, or of two releases.

    Raises:
        ImportProblemError: nothing can be imported.
    """
    name = listed(found.names)
    if not found.tables:
        names = [*found.others, *found.unused]
        which = (
            f": none of its files ({listed(names)}) is" if names != found.names else "; it is not"
        )
        if not names:
            which = "; it has no file that is"
        excel = any(one.lower().endswith((".xlsx", ".xls")) for one in (*names, *found.names))
        told = " ".join(
            filter(
                None,
                (
                    f"{name} holds no roles{which} a table of occupations, skills, knowledge or "
                    "interests of O*NET or ESCO.",
                    complaints.said_of_errors(),
                    "Excel tables are not read; choose the text or CSV edition." if excel else "",
                ),
            )
        )
        raise ImportProblemError(
            f"{told} {UNCHANGED}; choose the zip or folder of the O*NET database (text) or of ESCO "
            "(classification, CSV).",
            file=name,
        )
    if found.lost and not found.has(_ESCO_KINDS):  # an edition of ESCO has a skills.csv, too
        raise unreadable(*found.lost[0])
    for source, releases in (
        (ONET, found.releases),
        (ONET, found.likely_releases),
        (ESCO, found.esco_releases),
    ):
        if len(releases) > 1:
            raise ImportProblemError(
                f"The files are of several releases of {source} ({', '.join(releases)}). "
                f"{UNCHANGED}; choose the files of one release.",
                file=name,
            )


def _said_of_lost(head: str, table: RoleTable | None) -> tuple[int | None, str]:
    """Return the line and the reason why a file is not what its name says."""
    if not head.strip():
        return None, "It was not read: it is empty."
    if "\0" in head:
        return None, "It was not read: it is not a text."
    if table is None or table.first_rows:
        return table.line if table else 1, "It was not read: it has not the columns of its name."
    return table.line, "It was not read: there are no rows below its header."


def _check_onet(onet: OnetRoles, name: str, complaints: Complaints) -> None:
    if not onet.has_titles:
        raise _incomplete(
            name,
            "has no table that says what the occupations are called.",
            "Occupation Data.txt",
            complaints,
        )
    if not (onet.has_skills or onet.has_interests):
        raise _incomplete(
            name,
            "names occupations, but nothing that these need or suit.",
            "Skills.txt, Knowledge.txt and Interests.txt (since release 30.3 Essential Skills.txt, "
            "Transferable Skills.txt and Career Interest Types.txt)",
            complaints,
        )


def _check_esco(esco: EscoRoles, name: str, complaints: Complaints) -> None:
    if not esco.has_occupations:
        raise _incomplete(
            name, "has no table that names occupations.", "occupations_en.csv", complaints
        )
    if not esco.has_relations:
        raise _incomplete(
            name,
            "names occupations, but no skills that these need.",
            "occupationSkillRelations_en.csv and skills_en.csv",
            complaints,
        )


def _incomplete(name: str, what: str, wanted: str, complaints: Complaints) -> ImportProblemError:
    file, line, _ = next(iter(complaints.errors), (name, None, ""))
    told = " ".join(filter(None, (f"{name} {what}", complaints.said_of_errors())))
    return ImportProblemError(
        f"{told} {UNCHANGED}; choose {wanted} as well, or the whole folder or zip.",
        file=file,
        line=line,
    )


def _refusal(name: str, what: str) -> ImportProblemError:
    return ImportProblemError(
        f"{name} {what}. {UNCHANGED}; choose the zip or folder of the O*NET database (text) or of "
        "ESCO (classification, CSV).",
        file=name,
    )


def listed(names: Sequence[str]) -> str:
    """Return names of files for a sentence, the first eight of them."""
    shown = ", ".join(name[:60] for name in names[:8])
    return f"{shown} and {len(names) - 8:,} more" if len(names) > 8 else shown
