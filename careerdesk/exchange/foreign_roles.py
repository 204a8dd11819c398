"""Roles as O*NET and ESCO describe them, in the form in which a desk can take them in.

A role is the same only by its identity, the code of O*NET or the URI of ESCO. Titles never say it:
"Developer Advocate" is an alternate title of Urban and Regional Planners in O*NET 29.3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.catalogue import InterestType, Requirement, Weight
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import require_text
from careerdesk.domain.skills import Level
from careerdesk.exchange.drafts import Listener, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class RoleSink(Listener, Protocol):
        """Where the readers of O*NET and ESCO put what they find."""

        def role(self, role: ForeignRole) -> None:
            """Put in one role; the file named last is not where it stands."""


ONET, ESCO = "O*NET", "ESCO"
# What files may say of a role, and leave alone where they do not.
SKILLS, KNOWLEDGE, INTERESTS = "skills", "knowledge", "interests"
_EVERYTHING: Final = frozenset({SKILLS, KNOWLEDGE, INTERESTS})
_ESCO_HOST: Final = re.compile(r"https?://data\.europa\.eu/esco/", re.IGNORECASE)
_KNOWLEDGE: Final = "onet:2.C."
_SOURCE: Final = re.compile(r"(O\*NET|ESCO)(?: .*)?, (\S+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignRole:
    """An occupation of O*NET or ESCO, with what was judged when it was made a role.

    Attributes:
        identity: Says which occupation it is in any release, such as "onet:15-2051.00".
        source: Where it comes from, such as "O*NET 29.3"; without a number if no file tells it.
        code: The O*NET-SOC code, or the code of ESCO, which several occupations can share.
        uri: Of ESCO the URI, which is what identifies; of O*NET empty.
        other_titles: For searching only; never a reason to take two roles for one.
        requirements: The most important first; empty if the source rates none.
        interests: Figures of all six types on O*NET's scale of 1 to 7, or nothing.
        judgement: What was judged in the conversion, in sentences for the user.
        notes: What is missing or was left out, in sentences for the user.
        holds: Of what the files have something readable for it; the rest is not known.
        unread: Skills that the files rate, though not in a way that could be read.
        file: The file that names it, and the line.
    """

    identity: str
    source: str
    code: str
    uri: str = ""
    title: str
    other_titles: tuple[str, ...] = ()
    description: str = ""
    requirements: tuple[Requirement, ...] = ()
    interests: Mapping[InterestType, float] = field(default_factory=dict)
    judgement: str
    notes: tuple[str, ...] = ()
    file: str
    line: int | None = None
    holds: frozenset[str] = _EVERYTHING
    unread: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_text("code", self.identity)
        if self.interests and len(self.interests) < len(InterestType):
            raise InvalidValueError("interests", "must have a figure for all six types, or none")
        for one, figure in self.interests.items():
            if not 1 <= figure <= 7:  # the scale OI
                raise InvalidValueError(one.name.lower(), "must be between 1 and 7")

    @property
    def source_line(self) -> str:
        """Source and identity as ``domain.roles.Role.source`` keeps them; see ``identity_in``."""
        own = self.identity.partition(":")[2]
        return f"{self.source}, {self.uri or own}"

    def decides(self, skill: str) -> bool:
        """Say whether the role needs no such skill if its requirements do not name it."""
        kind = KNOWLEDGE if skill.startswith(_KNOWLEDGE) else SKILLS
        return kind in self.holds and skill not in self.unread

    @property
    def is_bare(self) -> bool:
        """Say whether there is nothing to compare a person with."""
        return not self.requirements and not self.interests


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignRoles:
    """All roles of the files that were read, by title, and what was noticed in the files."""

    roles: tuple[ForeignRole, ...] = ()
    problems: tuple[Problem, ...] = ()

    def with_codes(self, codes: Iterable[str]) -> tuple[ForeignRole, ...]:
        """Return the roles with these codes, URIs or identities, in this order and each once.

        Raises:
            InvalidValueError: a code belongs to none of the roles, or to several.
        """
        known: dict[str, dict[str, ForeignRole]] = {}
        for role in self.roles:
            for name in {role.code, role.identity, role.uri, esco_identity(role.uri)} - {""}:
                known.setdefault(name, {})[role.identity] = role
        chosen: dict[str, ForeignRole] = {}
        for code in codes:
            found = known.get(code.strip()) or known.get(esco_identity(code.strip())) or {}
            if len(found) != 1:
                raise InvalidValueError(f"code {code[:80]!r}", self._said_of(found))
            chosen.update(found)
        return tuple(chosen.values())

    def _said_of(self, found: Mapping[str, ForeignRole]) -> str:
        if not found:
            return (
                f"is of none of the {len(self.roles):,} roles in these files, so nothing was "
                f"imported; look for the role by its title{self._said_of_damage()}"
            )
        several = [f"{one.uri or one.identity} ({one.title})" for one in found.values()]
        return f"is of several roles, so nothing was imported; name one of {', '.join(several)}"

    def _said_of_damage(self) -> str:
        """Return what was wrong with the first lines in which the role may have stood."""
        damaged = [
            f"{one.file}, line {one.line:,}: {one.reason.rstrip('.')}"
            for one in self.problems
            if one.line is not None and one.severity is Severity.ERROR
        ]
        return f". Lines left out: {'; '.join(damaged[:3])}" if damaged else ""


def onet_identity(code: str) -> str:
    """Return the identity of an occupation or element of O*NET: ``onet:15-2051.00``."""
    return f"onet:{code}"


def esco_identity(uri: str) -> str:
    """Return the identity of a concept of ESCO: ``esco:skill/…``, or with a URI from elsewhere.

    Empty for no URI. ``http`` and ``https`` name the same concept.
    """
    return f"esco:{_ESCO_HOST.sub('', uri, count=1)}" if uri else ""


def identity_in(source: str) -> str | None:
    """Return the identity in the source of a role of the desk, or None if it came from elsewhere.

    ``O*NET 29.3, 15-2051.00`` gives ``onet:15-2051.00``, whatever the release, so that an import
    can tell the roles it brings again from those that only have the same title.
    """
    found = _SOURCE.fullmatch(source.strip())
    if found is None:
        return None
    return onet_identity(found[2]) if found[1] == ONET else esco_identity(found[2])


def attribution(source: str) -> str:
    """Return the line that has to stand where roles of a source are shown (``source`` of a role).

    The licences are CC BY 4.0 (O*NET) and Decision 2011/833/EU (ESCO).
    """
    if source.startswith(ONET):
        return (
            f"This product includes information from the {source} Database by the U.S. Department "
            "of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY "
            "4.0 licence. O*NET® is a trademark of USDOL/ETA. We have modified some of this "
            "information; USDOL/ETA has not approved, endorsed or tested these modifications."
        )
    return (
        "This service uses the ESCO classification of the European Commission. We have modified "
        "some of this information."
    )


def to_wire(role: ForeignRole) -> list[Any]:
    """Return a role as lists, texts and numbers, which JSON keeps exactly."""
    return [
        *(role.identity, role.source, role.code, role.uri, role.title, role.other_titles),
        role.description,
        [[one.skill, one.name, int(one.level), int(one.weight)] for one in role.requirements],
        [[one.value, figure] for one, figure in role.interests.items()],
        *(role.judgement, role.notes, role.file, role.line),
        *(sorted(role.holds), sorted(role.unread)),
    ]


class FromWire:
    """Makes roles again of what ``to_wire`` gave.

    Requirements that many roles share are kept once, as are the texts that all of them repeat: the
    130,000 relations of ESCO are between 14,000 skills.
    """

    def __init__(self) -> None:
        self._requirements: dict[tuple[object, ...], Requirement] = {}
        self._texts: dict[str, str] = {}

    def __call__(self, message: list[Any]) -> ForeignRole:
        """Return the role.

        Raises:
            ValueError, InvalidValueError: it is none.
        """
        identity, source, code, uri, title, titles, description = message[:7]
        needs, interests, judgement, notes, file, line, holds, unread = message[7:]
        return ForeignRole(
            identity=identity,
            source=self._shared(source),
            code=code,
            uri=uri,
            title=title,
            other_titles=tuple(titles),
            description=description,
            requirements=tuple(self._requirement(*need) for need in needs),
            interests={InterestType(one): figure for one, figure in interests},
            judgement=self._shared(judgement),
            notes=tuple(map(self._shared, notes)),
            file=self._shared(file),
            line=line,
            holds=frozenset(map(self._shared, holds)),
            unread=frozenset(map(self._shared, unread)),
        )

    def _requirement(self, skill: str, name: str, level: int, weight: int) -> Requirement:
        key = (skill, name, level, weight)
        if key not in self._requirements:
            self._requirements[key] = Requirement(
                skill=skill, name=name, level=Level(level), weight=Weight(weight)
            )
        return self._requirements[key]

    def _shared(self, text: str) -> str:
        return self._texts.setdefault(text, text)
