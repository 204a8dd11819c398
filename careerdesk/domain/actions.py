"""What will be done to close a gap: a resource to learn from, a practice, or a person to ask."""

from __future__ import annotations

import enum
import uuid
from dataclasses import dataclass
from datetime import date
from typing import NewType

from careerdesk.domain.fields import private, require_range, require_text
from careerdesk.domain.learning import LearningItemId
from careerdesk.domain.network import FollowUpId
from careerdesk.domain.skills import Level, SkillId

ActionId = NewType("ActionId", uuid.UUID)


class ActionKind(enum.Enum):
    """The way an action closes a gap."""

    RESOURCE = "resource"
    PRACTICE = "practice"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A next step towards a level of a skill.

    A resource is worked through as the learning item it names, a person is asked by the follow-up.
    ``aimed_level`` is the level it should lead to, None if that was not said. ``done_on`` is the
    day it was settled, with a new level or without.
    """

    id: ActionId
    skill_id: SkillId
    title: str
    kind: ActionKind
    learning_item_id: LearningItemId | None = None
    follow_up_id: FollowUpId | None = None
    planned_minutes: int | None = None
    aimed_level: Level | None = None
    due: date | None = None
    done_on: date | None = None
    note: str = private("")
    is_private: bool = False

    def __post_init__(self) -> None:
        require_text("title", self.title)
        require_range("planned time", self.planned_minutes, 0, 10_000 * 60)
        require_range("level aimed at", self.aimed_level, 1, 5)

    @classmethod
    def new(cls, skill_id: SkillId, title: str, kind: ActionKind) -> Action:
        """Create an action that has not been stored yet."""
        return cls(id=ActionId(uuid.uuid4()), skill_id=skill_id, title=title, kind=kind)
