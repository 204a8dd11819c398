"""All records of a desk as one plain value, for everything that reads and nothing that writes."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.actions import Action
from careerdesk.domain.assessment import Answer, Attempt
from careerdesk.domain.attachments import OWNER_FIELDS, Attachment
from careerdesk.domain.evidence import SOURCE_FIELDS, Evidence
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.fields import without_private_fields
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, FollowUp, MixTarget, Participant
from careerdesk.domain.portfolio import HIDDEN_FIELDS, PortfolioHidden, PortfolioSection
from careerdesk.domain.profile import Link, Preferences, Profile
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Rating, Skill, SkillGroup

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Iterator

# Every kind of record by the name of its table and of its file in exports; parents come first.
KINDS: Final[dict[str, type[Any]]] = {
    "profile": Profile,
    "link": Link,
    "preferences": Preferences,
    "skill_group": SkillGroup,
    "skill": Skill,
    "rating": Rating,
    "position": Position,
    "pay": Pay,
    "education": Education,
    "learning_item": LearningItem,
    "study_session": StudySession,
    "certificate": Certificate,
    "contact": Contact,
    "conversation": Conversation,
    "participant": Participant,
    "follow_up": FollowUp,
    "mix_target": MixTarget,
    "evidence": Evidence,
    "action": Action,
    "role": Role,
    "role_skill": RoleSkill,
    "target": Target,
    "attempt": Attempt,
    "answer": Answer,
    "attachment": Attachment,
    "portfolio_section": PortfolioSection,
    "portfolio_hidden": PortfolioHidden,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything on a desk: the two records there is one of, and a tuple of each other kind."""

    profile: Profile = Profile()  # noqa: RUF009 - frozen, so sharing the default is safe
    preferences: Preferences = Preferences()  # noqa: RUF009
    links: tuple[Link, ...] = ()
    skill_groups: tuple[SkillGroup, ...] = ()
    skills: tuple[Skill, ...] = ()
    ratings: tuple[Rating, ...] = ()
    positions: tuple[Position, ...] = ()
    pay: tuple[Pay, ...] = ()
    education: tuple[Education, ...] = ()
    learning_items: tuple[LearningItem, ...] = ()
    study_sessions: tuple[StudySession, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    contacts: tuple[Contact, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    participants: tuple[Participant, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    mix_targets: tuple[MixTarget, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    roles: tuple[Role, ...] = ()
    role_skills: tuple[RoleSkill, ...] = ()
    targets: tuple[Target, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    answers: tuple[Answer, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    portfolio_sections: tuple[PortfolioSection, ...] = ()
    portfolio_hidden: tuple[PortfolioHidden, ...] = ()


# The kinds a desk has any number of, by the field of Records that holds them.
COLLECTIONS: Final[dict[str, type[Any]]] = {
    "links": Link,
    "skill_groups": SkillGroup,
    "skills": Skill,
    "ratings": Rating,
    "positions": Position,
    "pay": Pay,
    "education": Education,
    "learning_items": LearningItem,
    "study_sessions": StudySession,
    "certificates": Certificate,
    "contacts": Contact,
    "conversations": Conversation,
    "participants": Participant,
    "follow_ups": FollowUp,
    "mix_targets": MixTarget,
    "evidence": Evidence,
    "actions": Action,
    "roles": Role,
    "role_skills": RoleSkill,
    "targets": Target,
    "attempts": Attempt,
    "answers": Answer,
    "attachments": Attachment,
    "portfolio_sections": PortfolioSection,
    "portfolio_hidden": PortfolioHidden,
}

# The kinds a desk has one record of, by the field of Records that holds it.
SINGLES: Final[dict[str, type[Any]]] = {"profile": Profile, "preferences": Preferences}
TABLE_OF: Final[dict[type[Any], str]] = {kind: name for name, kind in KINDS.items()}

# A record is hidden with the record that one of these fields names; other references are cleared.
_HIDDEN_WITH: Final[dict[type[Any], tuple[str, ...]]] = {
    Skill: ("group_id", "parent_id"),
    Rating: ("skill_id",),
    Pay: ("position_id",),
    StudySession: ("learning_item_id", "skill_id"),
    Certificate: ("learning_item_id",),
    Participant: ("conversation_id", "contact_id"),
    FollowUp: ("conversation_id", "contact_id"),
    Evidence: ("skill_id", *SOURCE_FIELDS),
    Action: ("skill_id", "learning_item_id", "follow_up_id"),
    RoleSkill: ("role_id",),
    Target: ("role_id",),
    Answer: ("attempt_id",),
    Attachment: OWNER_FIELDS,
    PortfolioHidden: HIDDEN_FIELDS,
}


def kind_words(name: str) -> str:
    """Return what a kind of record is called in a sentence, such as "follow-up"."""
    return "follow-up" if name == "follow_up" else name.replace("_", " ")


def records_of(records: Records, kind: type[Any]) -> tuple[Any, ...]:
    """Return the records of one kind; of a kind there is one of, that one."""
    for name, held in COLLECTIONS.items():
        if held is kind:
            found: tuple[Any, ...] = getattr(records, name)
            return found
    return next((getattr(records, name),) for name, held in SINGLES.items() if held is kind)


def public_records(records: Records) -> Records:
    """Return what may be shown to a stranger.

    Records marked private are gone, with everything that hangs on them; private fields are blank;
    other references to a record that is gone are taken back to None.
    """
    hidden = {item.id for item in _items(records) if getattr(item, "is_private", False)}
    if records.profile.is_private:
        hidden |= {link.id for link in records.links}
    hidden |= _named_in_private(records, hidden)
    kept = without(records, hidden)
    blanked = {
        name: tuple(without_private_fields(item) for item in getattr(kept, name))
        for name in COLLECTIONS
    }
    profile = Profile() if records.profile.is_private else without_private_fields(records.profile)
    return Records(profile=profile, preferences=records.preferences, **blanked)


def without(records: Records, ids: Collection[uuid.UUID]) -> Records:
    """Return the records but those with these ids and what hangs on them.

    Other references to a record that is gone are taken back to None. The profile stays.
    """
    if not ids:
        return records
    hidden = _with_what_hangs_on_them(records, set(ids))

    def loosened(item: Any) -> Any:
        lost = {name: None for name in _references(type(item)) if getattr(item, name) in hidden}
        return replace(item, **lost) if lost else item

    kept = {
        name: tuple(loosened(item) for item in getattr(records, name) if item.id not in hidden)
        for name in COLLECTIONS
    }
    return Records(profile=records.profile, preferences=records.preferences, **kept)


def _with_what_hangs_on_them(records: Records, hidden: set[uuid.UUID]) -> set[uuid.UUID]:
    """Add, as often as needed, the records that name a hidden one as what they belong to."""
    while True:
        more = {
            item.id
            for item in _items(records)
            for name in _HIDDEN_WITH.get(type(item), ())
            if item.id not in hidden and getattr(item, name) in hidden
        }
        if not more:
            return hidden
        hidden |= more


def _named_in_private(records: Records, hidden: set[uuid.UUID]) -> set[uuid.UUID]:
    """Collect what was promised or shown in conversations with nobody but private people.

    Its title may name them; of the conversation itself only a number is shown.
    """
    people: dict[uuid.UUID, set[bool]] = {}
    for one in records.participants:
        people.setdefault(one.conversation_id, set()).add(one.contact_id in hidden)
    private_only = {talk for talk, are_hidden in people.items() if are_hidden == {True}}
    told: tuple[FollowUp | Evidence, ...] = (*records.follow_ups, *records.evidence)
    return {one.id for one in told if one.conversation_id in private_only}


def _items(records: Records) -> Iterator[Any]:
    yield records.profile
    for name in COLLECTIONS:
        yield from getattr(records, name)


def _references(kind: type[Any]) -> Iterator[str]:
    return (field.name for field in fields(kind) if field.name in _CLEARED)


# Optional references that are no reason to hide the record itself.
_CLEARED: Final = frozenset({"introduced_by"})
