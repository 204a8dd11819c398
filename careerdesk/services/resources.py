"""What the catalogue offers to learn a skill from, and how it comes onto the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from careerdesk.catalogue import catalogue
from careerdesk.domain.catalogue_entries import LearningResource, ResourceKind
from careerdesk.domain.folding import fold, same_name
from careerdesk.domain.learning import LearningItem, LearningKind, LearningStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerdesk.domain.catalogue_entries import CatalogueSkill
    from careerdesk.domain.skills import Level, Skill

_KINDS: Final = {
    ResourceKind.COURSE: LearningKind.COURSE,
    ResourceKind.BOOK: LearningKind.BOOK,
    ResourceKind.GUIDE: LearningKind.BOOK,
    ResourceKind.CERTIFICATE: LearningKind.CERTIFICATION,
    ResourceKind.PRACTICE: LearningKind.WORKSHOP,
    ResourceKind.COMMUNITY: LearningKind.WORKSHOP,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceOffer:
    """A resource that teaches a skill; ``item`` is the same one where it is on the desk already.

    ``minutes`` is the middle of what it takes by the catalogue. ``is_suited`` says that it begins
    where the person is and not above what is needed.
    """

    resource: LearningResource
    minutes: int
    item: LearningItem | None
    is_suited: bool


def catalogue_skill(skill: Skill) -> CatalogueSkill | None:
    """Return what the catalogue knows of a skill, by its key or, without one, by its name."""
    if skill.catalogue_key:
        return catalogue().skill(skill.catalogue_key)
    wanted = fold(skill.name)
    return next((one for one in catalogue().skills if fold(one.name) == wanted), None)


def resource_offers(
    skill: Skill,
    items: Iterable[LearningItem],
    *,
    now: Level | None,
    needed: Level | None = None,
) -> list[ResourceOffer]:
    """Return what the catalogue has for a skill: the suited first, then by the time it takes.

    What leads no further than the level now is left out, and what is finished. A level that is not
    known counts neither for nor against a resource.

    Args:
        skill: of the inventory, or one that is not stored yet.
        items: what is learned from, to find what is on the desk already.
        now: the level of the skill.
        needed: the level a role asks for, None if there is no such goal.
    """
    known = catalogue_skill(skill)
    if known is None:
        return []
    items = tuple(items)
    resources = [
        (one, item_of(one, items))
        for one in catalogue().resources_for(known.id)
        if now is None or one.to_level > now
    ]
    offers = [
        ResourceOffer(
            resource=one,
            minutes=usual_minutes(one),
            item=item,
            is_suited=_suits(one, now, needed),
        )
        for one, item in resources
        if item is None or item.status is not LearningStatus.DONE
    ]
    return sorted(offers, key=lambda one: (not one.is_suited, one.minutes, fold(one.resource.name)))


def usual_minutes(resource: LearningResource) -> int:
    """Return the middle of the time that a resource takes by the catalogue."""
    return (resource.low_minutes + resource.high_minutes) // 2


def item_of(resource: LearningResource, items: Iterable[LearningItem]) -> LearningItem | None:
    """Return the learning item that is a resource: of its title, and of its provider if any."""
    return next((item for item in items if _is_same(resource, item)), None)


def resource_of(item: LearningItem) -> LearningResource | None:
    """Return the resource of the catalogue that a learning item is."""
    return next((one for one in catalogue().resources if _is_same(one, item)), None)


def as_learning_item(resource: LearningResource) -> LearningItem:
    """Return a resource as something planned to learn from, not stored yet."""
    return replace(
        LearningItem.new(resource.name, _KINDS[resource.kind]),
        provider=resource.provider,
        url=resource.url,
        planned_minutes=usual_minutes(resource),
    )


def _suits(resource: LearningResource, now: Level | None, needed: Level | None) -> bool:
    begins = now is None or resource.from_level <= now
    return begins and (needed is None or resource.from_level < needed)


def _is_same(resource: LearningResource, item: LearningItem) -> bool:
    is_named = same_name(item.title) == same_name(resource.name)
    provider = same_name(item.provider)
    return is_named and provider in ("", same_name(resource.provider))
