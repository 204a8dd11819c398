"""What records and their fields are called in titles of changes and in lists of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import TABLE_OF, kind_words
from careerdesk.words import day, noun

if TYPE_CHECKING:
    from collections.abc import Mapping

# Which field names a record best, in this order.
NAMING: Final = (
    "name",
    "title",
    "label",
    "school",
    "file_name",
    "function",
    "section",
    "on",
    "since",
    "started",
)
_DAYS: Final = ("on", "since", "started")
_FIELDS: Final = {
    "on": "day",
    "url": "web address",
    "organization": "organisation",
    "email": "e-mail",
    "cadence_days": "days between conversations",
    "weekly_goal_minutes": "weekly goal",
    "planned_minutes": "planned time",
    "minutes": "time",
    "bonus_permille": "bonus",
    "first_weekday": "first day of the week",
    "stale_months": "months until a skill is to be reviewed",
    "coverage_share": "share of skills in the order of roles",
    "interest_share": "share of interests in the order of roles",
    "goal_share": "share of goals in the order of roles",
    "is_cautious": "cautious view",
    "tier": "strength",
    "aimed_level": "level aimed at",
    "catalogue_role": "role",
    "hours_per_week": "hours a week",
    "item": "question",
}


def field_words(name: str) -> str:
    """Return the name of a field as people write it."""
    return _FIELDS.get(name) or kind_words(
        name.removesuffix("_id").removesuffix("_minor").removeprefix("is_")
    )


def name_in(image: Mapping[str, Any]) -> str:
    """Return what names a record best, from its fields; empty if nothing does."""
    for field in NAMING:
        if value := image.get(field):
            return day(PartialDate(str(value))) if field in _DAYS else str(value)
    return ""


def name_of(record: Any) -> str:
    """Return what names a record best, such as the title of a course or the day of a session."""
    return name_in({name: getattr(record, name) for name in NAMING if hasattr(record, name)})


def called(record: Any) -> str:
    """Return kind and name of a record, such as "person Ada Byron" or "session of 5 Dec 2026"."""
    name = name_of(record)
    link = " of " if name and not _has_own_name(record) else " "
    return f"{noun(TABLE_OF[type(record)])}{link}{name}".strip()


def _has_own_name(record: Any) -> bool:
    return any(getattr(record, field, "") for field in NAMING if field not in _DAYS)
