"""The network: people, conversations with them, and what was promised."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Final, NewType

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.fields import private, require_range, require_text, require_web_address
from careerdesk.domain.learning import MINUTES_A_DAY
from careerdesk.domain.partial_date import PartialDate

ContactId = NewType("ContactId", uuid.UUID)
ConversationId = NewType("ConversationId", uuid.UUID)
ParticipantId = NewType("ParticipantId", uuid.UUID)
FollowUpId = NewType("FollowUpId", uuid.UUID)
MixTargetId = NewType("MixTargetId", uuid.UUID)

# The functions every desk knows; a user may name more, so a function is text and not an enum.
FUNCTIONS: Final = ("technical", "product", "design", "business", "other")
DEFAULT_MIX: Final = ("technical", "product", "design", "business")


class ConversationKind(enum.Enum):
    """How people talked."""

    COFFEE = "coffee"
    CALL = "call"
    VIDEO = "video"
    MEETING = "meeting"
    INTERVIEW = "interview"
    EVENT = "event"
    MESSAGE = "message"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person the user knows, perhaps through another contact.

    ``function`` is one of FUNCTIONS or a name of the user's own, empty if not known.
    ``cadence_days`` is how often to be in touch, None for no plan. ``met`` is when they connected.
    """

    id: ContactId
    name: str
    organization: str = ""
    title: str = ""
    function: str = ""
    met: PartialDate | None = None
    how_met: str = private("")
    introduced_by: ContactId | None = None
    cadence_days: int | None = None
    email: str = private("")
    phone: str = private("")
    url: str = private("")
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("name", self.name)
        require_web_address("web address", self.url)
        require_range("cadence", self.cadence_days, 1, 3650)
        if self.introduced_by == self.id:
            raise InvalidValueError("introduced by", "must be another person")

    @classmethod
    def new(cls, name: str, *, organization: str = "", title: str = "") -> Contact:
        """Create a contact that has not been stored yet."""
        return cls(id=ContactId(uuid.uuid4()), name=name, organization=organization, title=title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation; who took part stands in Participant, the next step in a FollowUp."""

    id: ConversationId
    on: date
    kind: ConversationKind = ConversationKind.OTHER
    minutes: int | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_range("number of minutes", self.minutes, 1, MINUTES_A_DAY)

    @classmethod
    def new(
        cls, on: date, kind: ConversationKind, minutes: int | None = None, *, note: str = ""
    ) -> Conversation:
        """Create a conversation that has not been stored yet."""
        return cls(id=ConversationId(uuid.uuid4()), on=on, kind=kind, minutes=minutes, note=note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One contact who took part in one conversation."""

    id: ParticipantId
    conversation_id: ConversationId
    contact_id: ContactId

    @classmethod
    def new(cls, conversation_id: ConversationId, contact_id: ContactId) -> Participant:
        """Create a participation that has not been stored yet."""
        return cls(
            id=ParticipantId(uuid.uuid4()), conversation_id=conversation_id, contact_id=contact_id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something to do by a day, perhaps promised in a conversation or to a person."""

    id: FollowUpId
    title: str
    due: date
    contact_id: ContactId | None = None
    conversation_id: ConversationId | None = None
    done_on: date | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)

    @classmethod
    def new(
        cls,
        title: str,
        due: date,
        *,
        contact_id: ContactId | None = None,
        conversation_id: ConversationId | None = None,
    ) -> FollowUp:
        """Create a follow-up that has not been stored yet."""
        return cls(
            id=FollowUpId(uuid.uuid4()),
            title=title,
            due=due,
            contact_id=contact_id,
            conversation_id=conversation_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MixTarget:
    """The share of the network one function should have, as a weight beside the others.

    A desk without any target aims at equal shares of DEFAULT_MIX.
    """

    id: MixTargetId
    function: str
    weight: int

    def __post_init__(self) -> None:
        require_text("function", self.function)
        require_range("weight", self.weight, 0, 1000)

    @classmethod
    def new(cls, function: str, weight: int) -> MixTarget:
        """Create a target that has not been stored yet."""
        return cls(id=MixTargetId(uuid.uuid4()), function=function, weight=weight)
