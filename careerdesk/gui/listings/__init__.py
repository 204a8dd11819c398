"""The kinds of records that are listed and edited; a new one is one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.records import TABLE_OF
from careerdesk.gui.text import to_translate, translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.listing import Listing


# Imports are local so that a form costs nothing until it is shown.
def _skills(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.skills import Skills

    return Skills(context)


def _skill_groups(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.skill_groups import SkillGroups

    return SkillGroups(context)


def _learning_items(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.learning_items import LearningItems

    return LearningItems(context)


def _study_sessions(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.study_sessions import StudySessions

    return StudySessions(context)


def _certificates(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.certificates import Certificates

    return Certificates(context)


def _people(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.people import People

    return People(context)


def _conversations(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.conversations import Conversations

    return Conversations(context)


def _follow_ups(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.follow_ups import FollowUps

    return FollowUps(context)


def _positions(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.positions import Positions

    return Positions(context)


def _education(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.education import EducationEntries

    return EducationEntries(context)


def _pay(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.pay import PayHistory

    return PayHistory(context)


def _links(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.links import Links

    return Links(context)


def _roles(context: GuiContext) -> Listing:
    from careerdesk.gui.listings.roles import OwnRoles

    return OwnRoles(context)


LISTINGS: Final[dict[str, Callable[[GuiContext], Listing]]] = {
    "skill": _skills,
    "skill_group": _skill_groups,
    "learning_item": _learning_items,
    "study_session": _study_sessions,
    "certificate": _certificates,
    "contact": _people,
    "conversation": _conversations,
    "follow_up": _follow_ups,
    "position": _positions,
    "education": _education,
    "pay": _pay,
    "link": _links,
    "role": _roles,
}


# What the lists are called.
_TITLES: Final = {
    "skill": to_translate("listings", "Skills"),
    "skill_group": to_translate("listings", "Groups"),
    "learning_item": to_translate("listings", "Courses and books"),
    "study_session": to_translate("listings", "Time"),
    "certificate": to_translate("listings", "Certificates"),
    "contact": to_translate("listings", "People"),
    "conversation": to_translate("listings", "Conversations"),
    "follow_up": to_translate("listings", "Follow-ups"),
    "position": to_translate("listings", "Positions"),
    "education": to_translate("listings", "Education"),
    "pay": to_translate("listings", "Pay"),
    "link": to_translate("listings", "Links"),
    "role": to_translate("listings", "Own roles"),
}

# What the button and the command say that make a new one.
NEW_WORDS: Final = {
    "skill": to_translate("listings", "New skill"),
    "skill_group": to_translate("listings", "New skill group"),
    "learning_item": to_translate("listings", "New course or book"),
    "study_session": to_translate("listings", "New time entry"),
    "certificate": to_translate("listings", "New certificate"),
    "contact": to_translate("listings", "New person"),
    "conversation": to_translate("listings", "New conversation"),
    "follow_up": to_translate("listings", "New follow-up"),
    "position": to_translate("listings", "New position"),
    "education": to_translate("listings", "New education entry"),
    "pay": to_translate("listings", "New pay entry"),
    "link": to_translate("listings", "New link"),
    "role": to_translate("listings", "New role"),
}


def list_title(table: str) -> str:
    """Return what the list of the records of a table is called."""
    return translate("listings", _TITLES[table])


def new_words(table: str) -> str:
    """Return the words of the command that makes a new record of a table."""
    return translate("listings", NEW_WORDS[table])


def listing_of(kind: type[Any], context: GuiContext) -> Listing:
    """Return the listing of a kind of record."""
    return LISTINGS[TABLE_OF[kind]](context)
