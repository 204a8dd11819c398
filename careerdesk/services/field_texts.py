"""Stored values of records as people write them, with the names of the records they refer to."""

from __future__ import annotations

import dataclasses
import uuid
from typing import TYPE_CHECKING, Any, Final

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import AnswerPart
from careerdesk.domain.catalogue import Weight
from careerdesk.domain.evidence import EvidenceTier
from careerdesk.domain.money import money_words
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import PaperSize
from careerdesk.domain.records import KINDS
from careerdesk.domain.roles import HUNDRED, INTEREST_FIELDS
from careerdesk.domain.skills import Level
from careerdesk.services.naming import name_in, name_of
from careerdesk.words import PAPERS, day, exact_duration, level, noun, number, tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerdesk.storage.desk import Desk

# What only the program reads.
HIDDEN: Final = frozenset(
    {"id", "rank", "sha256", "catalogue_key", "skill", "milliseconds", "place", "version"}
)


class FieldTexts:
    """Puts fields of stored records into words.

    Records are named as in the images given at first, others as they are on the desk now.
    """

    def __init__(self, desk: Desk, images: Iterable[Mapping[str, Any]] = ()) -> None:
        self._desk = desk
        self._known = {str(image["id"]): name_in(image) for image in images}

    def of(self, image: Mapping[str, Any]) -> str:
        """Name a record by its own words, or by the records it joins."""
        if role := self.text(image, "catalogue_role"):
            return role
        if own := name_in(image):
            return own
        joined = [
            self.text(image, name)
            for name, value in image.items()
            if name.endswith("_id") and value is not None
        ]
        return ", ".join(name for name in joined if name)

    def text(self, image: Mapping[str, Any], field: str) -> str:
        """Return a stored value of a record as people write it."""
        value = image.get(field)
        if value is None or value == "":
            return ""
        if field.startswith("is_"):
            return "yes" if value else ""
        if field in _REFERENCES:
            return self._look_up(_REFERENCES[field], str(value))
        if field.endswith("_minor"):
            currency = image.get("currency") or image.get("pay_currency") or ""
            return money_words(int(value), str(currency))
        if field.endswith("_permille"):
            return f"{number(int(value) / 10)} %"
        if field.endswith("minutes"):
            return exact_duration(int(value))
        if field == "size":
            return f"{max(int(value) // 1000, 1):,} kB"
        if field in _DAYS:
            return day(PartialDate(str(value)))
        if field == "first_weekday":
            return _WEEKDAYS[int(value)]
        if field == "paper":
            return PAPERS[PaperSize(str(value))]
        return self._choice(image, field, value)

    def _choice(self, image: Mapping[str, Any], field: str, value: Any) -> str:
        """Return one of some values, or whatever else stands there."""
        if field in ("level", "aimed_level"):
            return f"{int(value)} {level(Level(int(value)))}"
        if field == "tier":
            return f"{int(value)} {tier(EvidenceTier(int(value)))}"
        if field == "weight" and "role_id" in image:
            return Weight(int(value)).name.lower()
        if field in _INTERESTS:
            return f"{int(value) / HUNDRED:.2f}"
        if field == "catalogue_role":
            known = catalogue().role(str(value))
            return str(value) if known is None else known.title
        if field == "item":
            return _question(AnswerPart(str(image["part"])), str(value))
        if field in _WRITTEN_APART:
            return str(value).replace("_", " ")
        return str(value)

    def _look_up(self, table: str, key: str) -> str:
        if key not in self._known:
            found: Any = self._desk.find(KINDS[table], id=uuid.UUID(key))
            self._known[key] = "" if found is None else name_of(found)
        return self._known[key] or noun(table)


def _question(part: AnswerPart, item: str) -> str:
    """Return what an answer of the assessment is about."""
    if part in (AnswerPart.SKILL, AnswerPart.REPEAT):
        skill = catalogue().skill(item)
        return item if skill is None else skill.name
    if part is AnswerPart.GATE:
        group = catalogue().group(item)
        return item if group is None else group.name
    if part is AnswerPart.INTEREST:
        asked = catalogue().instrument.interests.items
        return next((one.text for one in asked if one.id == item), item)
    return item


_INTERESTS: Final = frozenset(INTEREST_FIELDS.values())
_WRITTEN_APART: Final = frozenset({"part", "state", "route"})
_WEEKDAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_DAYS: Final = frozenset(
    field.name
    for kind in KINDS.values()
    for field in dataclasses.fields(kind)
    if str(field.type).removesuffix(" | None") in ("date", "PartialDate")
)
_REFERENCES: Final = {
    "group_id": "skill_group",
    "parent_id": "skill",
    "introduced_by": "contact",
    **{f"{table}_id": table for table in KINDS},
}
