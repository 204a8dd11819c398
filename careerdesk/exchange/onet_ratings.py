"""One rating of O*NET, and all ratings of an occupation as what a role asks for.

Requirements come from skills (elements 2.A and 2.B) and knowledge (2.C), which people learn.
Abilities (1.A) are "enduring attributes of the individual" in O*NET's own words and work styles
(1.C, 1.D) are temper; nobody learns them for a role. Work activities (4.A) say what is done and not
what is mastered, and technology skills name products without a level. None of them is used.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from careerdesk.domain.catalogue import InterestType, Requirement
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.foreign_roles import KNOWLEDGE, SKILLS, onet_identity
from careerdesk.exchange.role_scales import (
    HIGH_POINT,
    IMPORTANCE,
    INTEREST,
    LEVEL,
    RANGES,
    level_from_onet,
    weight_from_onet,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.exchange.role_tables import Complaints
    from careerdesk.exchange.tables import Row

LEARNT, INTERESTS = "learnt", "interests"
_SKILLS, _KNOWLEDGE = ("2.A.", "2.B."), "2.C."
_TYPES: Final = {f"1.B.1.{end}": one for end, one in zip("abcdef", InterestType, strict=True)}
_SCALES: Final = {LEARNT: (IMPORTANCE, LEVEL), INTERESTS: (INTEREST, HIGH_POINT)}
_WORDS: Final = {
    IMPORTANCE: "IM (importance)",
    LEVEL: "LV (level)",
    INTEREST: "OI (occupational interests)",
    HIGH_POINT: "IH (interest high-points)",
}
_ELEMENT: Final = re.compile(r"[1-9](?:\.[0-9A-Za-z]{1,3}){1,6}", re.ASCII)
_FIGURE: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?", re.ASCII)
_MODEL: Final = "machine learning"
_DATE: Final = re.compile(r"(\d{1,2})/(\d{4})", re.ASCII)


class Figure(NamedTuple):
    """The data value of one element on one scale, and what O*NET says of it.

    ``collected`` is a year and a month, 0 where they are not said. O*NET recommends to suppress
    what too few people agreed on. ``is_modelled`` says that nobody was asked.
    """

    value: float
    collected: tuple[int, int]
    is_suppressed: bool
    is_irrelevant: bool
    is_modelled: bool


# By element and scale.
Figures = dict[tuple[str, str], Figure]


def family_of(element: str) -> str:
    """Return what an element is for a role: ``LEARNT``, ``INTERESTS`` or nothing."""
    if element.startswith((*_SKILLS, _KNOWLEDGE)):
        return LEARNT
    return INTERESTS if element.startswith("1.B.1.") else ""


def figure_in(row: Row, complaints: Complaints) -> Figure | None:
    """Return what a row of ratings says; None, and a complaint, if that is nothing.

    The three high-points of interests are passed over: they follow from the six figures.
    """
    element, scale, text = row["elementid"], row["scaleid"].upper(), row["datavalue"]
    family = family_of(element)
    if not family:
        if not _ELEMENT.fullmatch(element):
            reason = f"{element[:40]!r} is no element of O*NET; the line was left out."
            complaints.of_line("name no element of O*NET", row.line, reason)
        return None
    if scale not in _SCALES[family]:
        known = " and ".join(_WORDS[one] for one in _SCALES[family])
        reason = (
            f"The scale {scale[:20]!r} is unknown here, where {known} are known; the line was "
            "left out."
        )
        complaints.of_line("have an unknown scale", row.line, reason)
        return None
    if scale == HIGH_POINT:
        return None
    value = float(text.replace(",", ".")) if _FIGURE.fullmatch(text) else None
    low, high = RANGES[scale]
    if value is None or not low <= value <= high:
        reason = (
            f"The data value {text[:20]!r} is no number from {low:g} to {high:g}, which "
            f"{_WORDS[scale]} asks for; the line was left out."
        )
        complaints.of_line("have a data value outside their scale", row.line, reason)
        return None
    date = _DATE.fullmatch(row["date"])
    if date and not 1 <= int(date[1]) <= 12:
        reason = f"{row['date']!r} is no month; the date was ignored."
        complaints.of_line("have a date that is no month", row.line, reason, Severity.NOTICE)
        date = None
    return Figure(
        value,
        (int(date[2]), int(date[1])) if date else (0, 0),
        row["recommendsuppress"].upper() == "Y",
        row["notrelevant"].upper() == "Y",
        row["domainsource"].casefold() == _MODEL,
    )


def interests_in(figures: Figures) -> dict[InterestType, float]:
    """Return the figures of the six types, as far as they are there."""
    return {
        one: figures[element, INTEREST].value
        for element, one in _TYPES.items()
        if (element, INTEREST) in figures
    }


def are_modelled(figures: Figures) -> bool:
    """Say whether a figure of interests comes from a model, as all of O*NET 29.3 do."""
    return any(one.is_modelled for (_, scale), one in figures.items() if scale == INTEREST)


def kinds_in(figures: Figures) -> set[str]:
    """Return whether skills, knowledge or both are rated, on both scales."""
    return {
        KNOWLEDGE if element.startswith(_KNOWLEDGE) else SKILLS
        for element, scale in figures
        if scale == LEVEL and (element, IMPORTANCE) in figures
    }


def half_rated(figures: Figures) -> set[str]:
    """Return the elements that are rated on one of the two scales alone."""
    elements = {element for element, _ in figures if family_of(element) == LEARNT}
    return {one for one in elements if len({(one, IMPORTANCE), (one, LEVEL)} & figures.keys()) < 2}


def requirements_in(
    figures: Figures, names: Mapping[str, str]
) -> tuple[tuple[Requirement, ...], Counter[str]]:
    """Return what a role asks for, the most important first, and why how many were left out.

    ``names`` has the names of elements. O*NET calls both a skill and a field of knowledge
    "Mathematics"; the latter is told apart.
    """
    skills = {name for element, name in names.items() if element.startswith(_SKILLS)}
    found: list[tuple[float, Requirement]] = []
    without: Counter[str] = Counter()
    for element in sorted({element for element, _ in figures if family_of(element) == LEARNT}):
        importance = figures.get((element, IMPORTANCE))
        level = figures.get((element, LEVEL))
        if importance is None or level is None:
            without["rated on one scale alone"] += 1
        elif importance.is_irrelevant or level.is_irrelevant:
            without["not relevant, as O*NET says"] += 1
        elif importance.is_suppressed or level.is_suppressed:
            without["too uncertain, as O*NET says"] += 1
        elif (weight := weight_from_onet(importance.value)) is None:
            without["of little importance (below 2 of 5)"] += 1
        else:
            name = names[element]
            need = Requirement(
                skill=onet_identity(element),
                name=f"{name} (knowledge)"
                if element.startswith(_KNOWLEDGE) and name in skills
                else name,
                level=level_from_onet(level.value),
                weight=weight,
            )
            found.append((importance.value, need))
    found.sort(key=lambda pair: -pair[0])
    return tuple(need for _, need in found), without
