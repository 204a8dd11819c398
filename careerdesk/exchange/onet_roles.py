"""Roles from the text or CSV edition of the O*NET database, of any release.

What is read, by its columns (names of files up to 30.2, and since 30.3 where they changed):
Occupation Data; Skills, since 30.3 Essential Skills and Transferable Skills; Knowledge; Interests,
since 30.3 Career Interest Types; Alternate Titles, since 30.3 Job Titles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from careerdesk.domain.catalogue import InterestType
from careerdesk.domain.fields import undirected
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.foreign_roles import INTERESTS, ForeignRole, onet_identity
from careerdesk.exchange.onet_ratings import (
    LEARNT,
    Figure,
    Figures,
    are_modelled,
    family_of,
    figure_in,
    half_rated,
    interests_in,
    kinds_in,
    requirements_in,
)
from careerdesk.exchange.role_scales import ONET_JUDGEMENT
from careerdesk.exchange.role_tables import Kind, RoleTable, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.exchange.role_tables import RoleRows
    from careerdesk.exchange.tables import Row

_CODE: Final = re.compile(r"\d\d-\d{4}\.\d\d", re.ASCII)
_NOTHING: Final = "n/a"  # as some releases write for a missing short title


def is_used(table: RoleTable) -> bool:
    """Say whether a table of O*NET says anything that is read.

    Ratings of anything have the same columns: it is their first elements that tell.
    """
    if table.kind is Kind.RATINGS and "elementid" in table.columns:
        return any(family_of(row["elementid"]) for row in table.first_rows)
    return table.kind is not Kind.OTHER


@dataclass(slots=True)
class _Occupation:
    """What the files say of one code so far, and the line that was the first to name it."""

    title: str = ""
    description: str = ""
    is_listed: bool = False
    titles: dict[str, None] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    file: str = ""
    line: int = 0


class OnetRoles:
    """Gathers what the tables of one release say, and makes it roles at the end."""

    def __init__(self, rows: RoleRows) -> None:
        self.has_skills = False
        self.has_interests = False
        self._has_list = False
        self._rows = rows
        self._complaints = rows.complaints
        self._occupations: dict[str, _Occupation] = {}
        self._elements: dict[str, str] = {}

    @property
    def has_titles(self) -> bool:
        """Say whether any occupation has a title, from whichever table."""
        return any(one.title for one in self._occupations.values())

    def read(self, table: RoleTable) -> None:
        """Take in a table of O*NET; occupations are to come before all others."""
        match table.kind:
            case Kind.OCCUPATIONS:
                self._read_occupations(table)
            case Kind.TITLES:
                self._read_titles(table)
            case Kind.RATINGS:
                self._read_ratings(table)

    def roles(self, source: str) -> Iterator[ForeignRole]:
        """Return the roles by code; call it once all tables have been read."""
        self._complain_of_unlisted()
        for code, one in sorted(self._occupations.items()):
            if self._is_known(one):
                yield self._role(code, one, source)

    def _read_occupations(self, table: RoleTable) -> None:
        is_empty = True
        for code, one, row in self._with_codes(table):
            title = undirected(row["title"]).strip()
            if one.is_listed:
                reason = f"It names {code} a second time; the first line was taken."
                self._complaints.of_line(
                    "name an occupation a second time", row.line, reason, Severity.WARNING
                )
            elif not title:
                reason = f"It gives {code} no title; the line was left out."
                self._complaints.of_line("have no title", row.line, reason)
            else:
                one.title, one.description = title, undirected(row["description"])
                one.is_listed = self._has_list = True
                one.file, one.line = table.file.name, row.line
                is_empty = False
        if is_empty and not self._has_list:
            self._rows.refuse(table, "no line of it names an occupation with code and title")

    def _read_titles(self, table: RoleTable) -> None:
        for _, one, row in self._with_codes(table):
            for title in (named(row, "alternatetitle", "jobtitle"), row["shorttitle"]):
                if title and title.casefold() != _NOTHING:
                    one.titles[undirected(title)] = None

    def _read_ratings(self, table: RoleTable) -> None:
        is_empty = True
        for _, one, row in self._with_codes(table):
            # Some editions repeat the title in every table; good where no table lists occupations.
            one.title = one.title or undirected(row["title"]).strip()
            figure = figure_in(row, self._complaints)
            element = row["elementid"]
            if figure is None:
                one.unread.add(element)
                continue
            is_empty = False
            if family_of(element) == LEARNT:
                self._elements.setdefault(element, undirected(row["elementname"]) or element)
                self.has_skills = True
            else:
                self.has_interests = True
            self._keep(one, (element, row["scaleid"].upper()), figure, row.line)
        if is_empty:
            self._rows.refuse(table, "no line of it has a rating that can be read")

    def _with_codes(self, table: RoleTable) -> Iterator[tuple[str, _Occupation, Row]]:
        """Yield the rows that have a code, with what is known of it."""
        for row in self._rows.of(table):
            code = row["onetsoccode"]
            if not _CODE.fullmatch(code):
                reason = f"{code[:40]!r} is no O*NET-SOC code; the line was left out."
                self._complaints.of_line("have no O*NET-SOC code", row.line, reason)
                continue
            one = self._occupations.get(code)
            if one is None:
                one = _Occupation(file=table.file.name, line=row.line)
                self._occupations[code] = one
            yield code, one, row

    def _keep(self, one: _Occupation, key: tuple[str, str], figure: Figure, line: int) -> None:
        """Keep the figure that was collected last, and of two of one date the first."""
        earlier = one.figures.get(key)
        if earlier is None or figure.collected > earlier.collected:
            one.figures[key] = figure
        if earlier is not None:
            reason = (
                f"{key[0]} is rated a second time on scale {key[1]} for one occupation; the newest "
                "figure was taken, of two of one date the first."
            )
            self._complaints.of_line("rate something a second time", line, reason, Severity.NOTICE)

    def _is_known(self, one: _Occupation) -> bool:
        return one.is_listed if self._has_list else bool(one.title)

    def _complain_of_unlisted(self) -> None:
        unlisted: dict[str, list[tuple[str, int]]] = {}
        for code, one in self._occupations.items():
            if not self._is_known(one) and (one.figures or one.titles):
                unlisted.setdefault(one.file, []).append((code, one.line))
        for file, found in unlisted.items():
            self._complaints.start(file)
            for code, line in found:
                reason = f"{code} is in no table of occupations; what is said of it was left out."
                sort = "are the first of an occupation that no table lists"
                self._complaints.of_line(sort, line, reason, Severity.WARNING)
        self._complaints.finish()

    def _role(self, code: str, one: _Occupation, source: str) -> ForeignRole:
        requirements, without = requirements_in(one.figures, self._elements)
        interests = interests_in(one.figures)
        notes = []
        if without:
            told = "; ".join(f"{count} {why}" for why, count in without.most_common())
            notes.append(f"Left out of skills and knowledge: {told}.")
        elif not requirements:
            notes.append(self._said_of_no_ratings())
        if len(interests) < len(InterestType):
            notes.append(_said_of_interests(len(interests)))
            interests = {}
        elif are_modelled(one.figures):
            notes.append("The figures of interests come from a model of O*NET, not from a survey.")
        return ForeignRole(
            identity=onet_identity(code),
            source=source,
            code=code,
            title=one.title,
            other_titles=tuple(title for title in one.titles if title != one.title),
            description=one.description,
            requirements=requirements,
            interests=interests,
            judgement=ONET_JUDGEMENT if requirements else "",
            notes=tuple(notes),
            file=one.file,
            line=one.line,
            holds=frozenset(kinds_in(one.figures) | ({INTERESTS} if interests else set())),
            unread=frozenset(map(onet_identity, _unread(one))),
        )

    def _said_of_no_ratings(self) -> str:
        if self.has_skills:
            return "O*NET has no ratings of skills and knowledge for this occupation."
        return "The files have no ratings of skills and knowledge."


def _unread(one: _Occupation) -> set[str]:
    """Return the elements of skills and knowledge that are rated, but not readably."""
    rated = {element for element, _ in one.figures}
    damaged = {element for element in one.unread - rated if family_of(element) == LEARNT}
    return damaged | half_rated(one.figures)


def _said_of_interests(count: int) -> str:
    if count:
        return f"Interests were left out: only {count} of the six types have a figure."
    return "The files have no figures of interests for this occupation."
