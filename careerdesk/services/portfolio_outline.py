"""What the portfolio would show of each section, record by record, for choosing among it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.experience import Education, Position
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.domain.network import Conversation
from careerdesk.domain.portfolio import (
    UNTICKED,
    PortfolioHidden,
    PortfolioSection,
    Section,
    in_order,
)
from careerdesk.domain.profile import Link, Preferences, Profile
from careerdesk.domain.records import COLLECTIONS, Records, public_records, without
from careerdesk.domain.roles import Target
from careerdesk.domain.skills import Skill, SkillGroup
from careerdesk.words import day

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterable

    from careerdesk.services.shelf import Shelf


# What the outline is made from.
OUTLINED: Final[tuple[type[Any], ...]] = (
    Profile,
    Preferences,
    Link,
    SkillGroup,
    Skill,
    Position,
    Education,
    LearningItem,
    Certificate,
    Conversation,
    Target,
    PortfolioSection,
    PortfolioHidden,
)
_FEW: Final = 500
# Those that can be left out, and what decides about them; the network, which may be large, is not.
_CHOSEN: Final = frozenset(OUTLINED) - {Conversation}


class Standing(enum.Enum):
    """Whether a record stands in the document and, if not, why."""

    SHOWN = "shown"
    HIDDEN = "hidden"  # with its eye
    HIDDEN_WITH = "hidden with"  # because what it belongs to is
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """One record that can be left out; ``detail`` tells it from others of the same name."""

    record: Any
    name: str
    detail: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section and its records; ``section`` None is the cover, which is always there.

    ``amount`` is how many things a section tells of that cannot be left out one by one.
    """

    section: Section | None
    is_shown: bool
    items: tuple[OutlineItem, ...]
    amount: int = 0

    @property
    def shown(self) -> int:
        """How many of the records stand in the document."""
        return sum(item.standing is Standing.SHOWN for item in self.items)


def outlined(shelf: Shelf) -> Records:
    """Return as much of a desk as the outline is made from.

    Of conversations, which may be very many, nothing before all of them are on the shelf.
    """
    held = {kind: name for name, kind in COLLECTIONS.items()}
    wanted = [kind for kind in OUTLINED if kind in held]
    if not shelf.gather(Conversation, _FEW):
        wanted.remove(Conversation)
    found = {held[kind]: tuple(shelf.all(kind)) for kind in wanted}
    return Records(profile=shelf.profile(), preferences=shelf.preferences(), **found)


def outline(records: Records, *, include_private: bool = False) -> tuple[OutlineSection, ...]:
    """Return the cover and all sections in their order, printed or not."""
    hidden = {one.record_id for one in records.portfolio_hidden}
    standing = _standings(records, hidden, include_private=include_private)

    def items(found: Iterable[Any], name: str, detail: Callable[[Any], str]) -> list[OutlineItem]:
        return [
            OutlineItem(one, getattr(one, name), detail(one), standing(one.id)) for one in found
        ]

    groups = {group.id: group for group in records.skill_groups}
    last = max((group.rank for group in records.skill_groups), default=0) + 1

    def by_group(skill: Any) -> tuple[int, str, str]:
        group = groups.get(skill.group_id)
        head = (last, "") if group is None else (group.rank, group.name.casefold())
        return *head, skill.name.casefold()

    def group_name(skill: Any) -> str:
        group = groups.get(skill.group_id)
        return group.name if group else ""

    found: dict[Section, list[OutlineItem]] = {
        Section.STATEMENT: [],
        Section.READINESS: [],
        Section.ROLE_SKILLS: [],
        Section.GAPS: [],
        Section.SKILLS: items(sorted(records.skills, key=by_group), "name", group_name),
        Section.EXPERIENCE: [
            *items(_newest(records.positions), "title", lambda one: one.organization),
            *items(_newest(records.education), "school", lambda one: one.degree),
        ],
        Section.LEARNING: items(
            sorted(records.learning_items, key=_item_order), "title", lambda one: one.provider
        ),
        Section.CERTIFICATES: items(
            sorted(records.certificates, key=lambda one: _last(one.issued), reverse=True),
            "title",
            lambda one: " \u00b7 ".join(filter(None, (one.issuer, day(one.issued)))),
        ),
        Section.NETWORK: [],
    }
    has_person = include_private or not records.profile.is_private
    talks = sum(include_private or not talk.is_private for talk in records.conversations)
    aims = sum(
        one.is_current and (include_private or not one.is_private) for one in records.targets
    )
    amounts = {
        **dict.fromkeys(UNTICKED, aims),
        Section.STATEMENT: len(records.profile.statement.split()) if has_person else 0,
        Section.NETWORK: talks,
    }
    links = sorted(records.links, key=lambda link: (link.rank, link.label))
    cover = items(links, "label", lambda one: one.url)
    return (
        OutlineSection(None, True, tuple(cover)),
        *(
            OutlineSection(
                one.section, one.is_shown, tuple(found[one.section]), amounts.get(one.section, 0)
            )
            for one in in_order(records.portfolio_sections)
        ),
    )


def _standings(
    records: Records, hidden: set[uuid.UUID], *, include_private: bool
) -> Callable[[uuid.UUID], Standing]:
    few = Records(
        profile=records.profile,
        **{name: getattr(records, name) for name, kind in COLLECTIONS.items() if kind in _CHOSEN},
    )
    chosen = without(few, hidden)
    left = _ids(chosen)
    public = left if include_private else _ids(public_records(chosen))

    def standing(key: uuid.UUID) -> Standing:
        if key in hidden:
            return Standing.HIDDEN
        if key in public:
            return Standing.SHOWN
        return Standing.PRIVATE if key in left else Standing.HIDDEN_WITH

    return standing


def _ids(records: Records) -> set[uuid.UUID]:
    return {one.id for name in COLLECTIONS for one in getattr(records, name)}


def _newest(records: Iterable[Position] | Iterable[Education]) -> list[Any]:
    """Sort what still lasts first, then by end and start, as the document does."""

    def order(one: Any) -> tuple[date, date]:
        lasts = one.ended is None and one.started is not None
        return date.max if lasts else _last(one.ended), _last(one.started)

    return sorted(records, key=order, reverse=True)


def _item_order(item: LearningItem) -> tuple[int, str]:
    return -_last(item.finished or item.started).toordinal(), item.title.casefold()


def _last(known: Any) -> date:
    return date.min if known is None else known.last_day()
