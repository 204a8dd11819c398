"""Whatever is done to a desk, undoing and redoing walks through exactly the same states."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from making import an_attachment

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, Participant
from careerdesk.domain.profile import PREFERENCES_ID, Preferences
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.storage.opening import create_desk, open_desk

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk
    from careerdesk.storage.writer import Tx

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
DAY = date(2029, 5, 1)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(str.strip)
PICK = st.integers(0, 10_000)
ACTIONS = st.sampled_from(
    [
        "add skill",
        "add contact",
        "add introduced contact",
        "add conversation",
        "add session",
        "add rating",
        "attach",
        "rename",
        "introduce",
        "introduce ahead",
        "rank",
        "prefer",
        "remove contact",
        "remove conversation",
        "remove skill",
        "remove group",
        "remove attachment",
        "fail",
    ]
)


class AbandonedError(Exception):
    """Raised in the middle of a change to see it leave nothing behind."""


class DeskMachine(RuleBasedStateMachine):
    """Keeps the digest after every change, and compares when it comes there again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk: Desk = create_desk(self.folder / "a.careerdesk", clock=lambda: NOON)
        self.digests = [self.desk.digest()]
        self.now = 0

    @rule(actions=st.lists(st.tuples(ACTIONS, TEXT, PICK), min_size=1, max_size=4))
    def change(self, actions: list[tuple[str, str, int]]) -> None:
        newest = self.newest()
        try:
            with self.desk.change("Change") as tx:
                for action, text, pick in actions:
                    self.act(tx, action, text, pick)
        except AbandonedError:
            return
        if self.newest() == newest:  # it touched nothing, so it is no step
            assert self.desk.digest() == self.digests[self.now]
            return
        del self.digests[self.now + 1 :]
        self.digests.append(self.desk.digest())
        self.now += 1

    def newest(self) -> int:
        """The number of the latest change, done or undone; each new one has a larger one."""
        return max((entry.id for entry in self.desk.history()), default=0)

    def one(self, tx: Tx, kind: type[Any], pick: int) -> Any:
        found = tx.all(kind)
        return found[pick % len(found)] if found else None

    def act(self, tx: Tx, action: str, text: str, pick: int) -> None:
        contact, skill = self.one(tx, Contact, pick), self.one(tx, Skill, pick)
        match action:
            case "add skill":
                group = SkillGroup.new(text)
                parent = skill.id if skill else None
                tx.add(Skill.new(text, group_id=group.id, parent_id=parent), group)
            case "add contact":
                tx.add_many(Contact.new(text) for _ in range(pick % 5 + 1))
            case "add introduced contact" if contact:
                tx.add(replace(Contact.new(text), introduced_by=contact.id))
            case "add conversation" if contact:
                talk = Conversation.new(DAY, ConversationKind.CALL, note=text)
                tx.add(Participant.new(talk.id, contact.id), talk)
            case "add session":
                item = LearningItem.new(text)
                skill_id = skill.id if skill else None
                tx.add(StudySession.new(DAY, 5, learning_item_id=item.id, skill_id=skill_id), item)
            case "add rating" if skill:
                tx.add(Rating.new(skill.id, DAY, [None, *Level][pick % 7]))
            case "attach" if skill:
                content = text.encode()[: pick % 3]
                tx.keep(content)
                tx.add(an_attachment(content=content, skill_id=skill.id))
            case "rename" if contact:
                tx.replace(replace(contact, name=text, cadence_days=pick % 30 + 1))
            case "introduce" if contact:
                other = self.one(tx, Contact, pick // 7)
                if other != contact:
                    tx.replace(replace(contact, introduced_by=other.id))
            case "introduce ahead" if contact:
                ahead = Contact.new(text)
                tx.replace(replace(contact, introduced_by=ahead.id))
                tx.add(ahead)
            case "rank" if skill:
                tx.replace_many(replace(one, interest=pick % 5) for one in tx.all(Skill))
            case "prefer":
                before = tx.find(Preferences, id=PREFERENCES_ID) or Preferences()
                tx.put(replace(before, weekly_goal_minutes=pick % 500 + 1))
            case "fail":
                tx.add(Contact.new(text))
                if pick % 3 == 0:
                    raise AbandonedError
            case _:
                self.remove(tx, action, pick)

    def remove(self, tx: Tx, action: str, pick: int) -> None:
        kinds: dict[str, type[Any]] = {
            "remove contact": Contact,
            "remove conversation": Conversation,
            "remove skill": Skill,
            "remove group": SkillGroup,
            "remove attachment": Attachment,
        }
        if action in kinds and (found := self.one(tx, kinds[action], pick)):
            tx.remove(found)

    @precondition(lambda self: self.now > 0)
    @rule()
    def undo(self) -> None:
        assert self.desk.undo() is not None
        self.now -= 1

    @precondition(lambda self: self.now < len(self.digests) - 1)
    @rule()
    def redo(self) -> None:
        assert self.desk.redo() is not None
        self.now += 1

    @precondition(lambda self: self.now > 0)
    @rule(pick=PICK)
    def undo_back(self, pick: int) -> None:
        done = [entry for entry in self.desk.history() if entry.state.value == "done"]
        steps = pick % len(done)
        self.desk.undo_back_to(done[steps].id)
        self.now -= steps

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self.desk = open_desk(self.desk.path, clock=lambda: NOON)

    @invariant()
    def the_desk_is_exactly_what_it_was_here_before(self) -> None:
        assert self.desk.digest() == self.digests[self.now]
        assert self.desk.faults() == []

    def teardown(self) -> None:
        while self.desk.undo() is not None:
            self.now -= 1
            assert self.desk.digest() == self.digests[self.now]
        assert self.now == 0
        while self.desk.redo() is not None:
            self.now += 1
            assert self.desk.digest() == self.digests[self.now]
        assert self.now == len(self.digests) - 1
        self.desk.close()
        shutil.rmtree(self.folder)


TestDesks = DeskMachine.TestCase
TestDesks.settings = settings(
    max_examples=40,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
