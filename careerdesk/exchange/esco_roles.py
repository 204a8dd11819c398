"""Roles from the CSV files of ESCO, of any release, and from the same in the layout of Tabiya.

Of the official "classification - csv" occupations, skills and occupationSkillRelations are read;
relations carry the labels of skills since 1.2, before the table of skills is needed. Tabiya's
tables refer by an ID of the file; the URI of ESCO stands beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from careerdesk.domain.catalogue import Requirement, Weight
from careerdesk.domain.fields import undirected
from careerdesk.domain.folding import fold
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.foreign_roles import SKILLS, ForeignRole, esco_identity
from careerdesk.exchange.role_scales import ESCO_JUDGEMENT, ESCO_LEVEL, ESCO_WEIGHTS
from careerdesk.exchange.role_tables import Kind, RoleTable, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.exchange.role_tables import RoleRows
    from careerdesk.exchange.tables import Row

_NAME: Final = re.compile(r"\S{1,500}")
_BETWEEN_LABELS: Final = re.compile(r"[\r\n]+|\s\|\s")
_URIS: Final = ("concepturi", "originuri", "escouri")
_LEFT_OUT: Final = "the line was left out."


@dataclass(slots=True)
class _Occupation:
    """One occupation; ``needs`` holds weights by the identity of the skill."""

    identity: str
    uri: str
    code: str
    title: str
    titles: tuple[str, ...]
    description: str
    file: str
    line: int
    needs: dict[str, Weight] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


class EscoRoles:
    """Gathers what the tables of one release say, and makes it roles at the end."""

    def __init__(self, rows: RoleRows) -> None:
        self.has_relations = False
        self._rows = rows
        self._complaints = rows.complaints
        self._occupations: dict[str, _Occupation] = {}
        # By everything a relation may call them: the URI, and the ID of Tabiya's tables.
        self._by_name: dict[str, _Occupation] = {}
        self._obsolete: set[str] = set()
        self._skills: dict[str, str] = {}
        self._labels: dict[str, str] = {}

    @property
    def has_occupations(self) -> bool:
        """Say whether there is any occupation."""
        return bool(self._occupations)

    def read(self, table: RoleTable) -> None:
        """Take in a table of ESCO; relations are to come after occupations and skills."""
        match table.kind:
            case Kind.ESCO_OCCUPATIONS:
                self._read_occupations(table)
            case Kind.ESCO_SKILLS:
                self._read_skills(table)
            case Kind.ESCO_RELATIONS:
                self._read_relations(table)

    def roles(self, source: str) -> Iterator[ForeignRole]:
        """Return the roles as the table of occupations has them."""
        for one in self._occupations.values():
            notes = []
            if not one.needs:
                notes.append("The files relate no skills to this occupation.")
            if one.left_out:
                told = "; ".join(f"{count} {why}" for why, count in one.left_out.most_common())
                notes.append(f"Left out of skills: {told}.")
            yield ForeignRole(
                identity=one.identity,
                source=source,
                code=one.code,
                uri=one.uri,
                title=one.title,
                other_titles=one.titles,
                description=one.description,
                requirements=self._requirements(one),
                judgement=ESCO_JUDGEMENT if one.needs else "",
                notes=tuple(notes),
                file=one.file,
                line=one.line,
                holds=frozenset({SKILLS} if one.needs else ()),
            )

    def _read_occupations(self, table: RoleTable) -> None:
        for row, uri, names, label in self._concepts(table):
            if row["status"].casefold() == "obsolete":
                reason = f"ESCO calls {label[:80]} obsolete; {_LEFT_OUT}"
                self._complaints.of_line("are obsolete", row.line, reason, Severity.NOTICE)
                self._obsolete.update(names)
                continue
            identity = _identity(uri, names)
            if identity in self._occupations:
                reason = f"It names {names[0][:80]} a second time; the first line was taken."
                self._complaints.of_line(
                    "name an occupation a second time", row.line, reason, Severity.WARNING
                )
                # Tabiya's localised occupations have an ID of their own, which relations go by.
                for name in names:
                    self._by_name.setdefault(name, self._occupations[identity])
                continue
            labels = _BETWEEN_LABELS.split(undirected(row["altlabels"]))
            titles = (one.strip() for one in labels)
            one = self._occupations[identity] = _Occupation(
                identity=identity,
                uri=uri,
                code=named(row, "code", "iscogroup", "occupationgroupcode", "iscogroupcode"),
                title=label,
                titles=tuple(dict.fromkeys(title for title in titles if title not in ("", label))),
                description=undirected(named(row, "description", "definition")),
                file=table.file.name,
                line=row.line,
            )
            self._by_name.update(dict.fromkeys(names, one))

    def _read_skills(self, table: RoleTable) -> None:
        for _, uri, names, label in self._concepts(table):
            identity = _identity(uri, names)
            self._labels.setdefault(identity, label)
            self._skills.update(dict.fromkeys(names, identity))

    def _concepts(self, table: RoleTable) -> Iterator[tuple[Row, str, list[str], str]]:
        """Yield rows with their URI, all they may be called by, and their preferred label."""
        for row in self._rows.of(table):
            uri, label = named(row, *_URIS), undirected(row["preferredlabel"]).strip()
            names = [name for name in (uri, row["id"]) if name]
            if not names or not all(map(_NAME.fullmatch, names)):
                reason = f"It has no URI; {_LEFT_OUT}"
                self._complaints.of_line("have no URI", row.line, reason)
            elif not label:
                reason = f"It gives {names[0][:80]} no label; {_LEFT_OUT}"
                self._complaints.of_line("have no label", row.line, reason)
            else:
                yield row, uri, names, label

    def _read_relations(self, table: RoleTable) -> None:
        for row in self._rows.of(table):
            occupation, skill = (
                named(row, "occupationuri", "occupationid"),
                named(row, "skilluri", "skillid"),
            )
            one = self._by_name.get(occupation)
            if occupation in self._obsolete:
                continue
            if one is None:
                reason = f"No table of occupations has {occupation[:80]!r}; {_LEFT_OUT}"
                self._complaints.of_line("are of an unknown occupation", row.line, reason)
                continue
            weight = self._weight(one, row)
            if weight is None:
                continue
            identity = self._skill(skill, undirected(row["skilllabel"]).strip())
            if identity is None:
                one.left_out["without a name in the files"] += 1
                reason = f"No table of skills has {skill[:80]!r}; {_LEFT_OUT}"
                self._complaints.of_line("are of an unknown skill", row.line, reason)
                continue
            self.has_relations = True
            one.needs[identity] = max(weight, one.needs.get(identity, weight))

    def _weight(self, one: _Occupation, row: Row) -> Weight | None:
        told = row["relationtype"].casefold()
        if told in ESCO_WEIGHTS:
            return ESCO_WEIGHTS[told]
        one.left_out["neither essential nor optional"] += 1
        reason = (
            f"The relation {told[:40]!r} is unknown, where essential and optional are known; "
            f"{_LEFT_OUT}"
            if told
            # Tabiya's local occupations have a signalling value in its place.
            else f"It does not say whether the skill is essential or optional; {_LEFT_OUT}"
        )
        self._complaints.of_line(
            "are neither essential nor optional",
            row.line,
            reason,
            Severity.ERROR if told else Severity.WARNING,
        )
        return None

    def _skill(self, name: str, label: str) -> str | None:
        """Return the identity of a skill that has a label, in its own table or in the relation."""
        if name in self._skills:
            return self._skills[name]
        if not label or not _NAME.fullmatch(name):
            return None
        identity = self._skills[name] = esco_identity(name)
        self._labels.setdefault(identity, label)
        return identity

    def _requirements(self, one: _Occupation) -> tuple[Requirement, ...]:
        found = (
            Requirement(skill=skill, name=self._labels[skill], level=ESCO_LEVEL, weight=weight)
            for skill, weight in one.needs.items()
        )
        return tuple(sorted(found, key=lambda need: (-need.weight, fold(need.name))))


def _identity(uri: str, names: list[str]) -> str:
    """Return the identity of a concept; one that is not of ESCO goes by the ID of its file."""
    return esco_identity(uri or f"local/{names[0]}")
