"""The example desk's readable source turned into records; its story ends on a day of choice."""

from __future__ import annotations

import hashlib
import tomllib
import uuid
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_type_hints

from careerdesk.assets import asset
from careerdesk.domain.actions import Action
from careerdesk.domain.assessment import Answer, AnswerId, AnswerPart, AnswerState, Attempt
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.codec import from_plain, value_type
from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.money import digits
from careerdesk.domain.network import Contact, Conversation, FollowUp, MixTarget, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import PROFILE_ID, Link, Preferences, Profile
from careerdesk.domain.records import COLLECTIONS, Records
from careerdesk.domain.roles import Target
from careerdesk.domain.skills import Level, Rating, RatingId, Skill, SkillGroup
from careerdesk.services.example_dates import StoryDates
from careerdesk.services.example_rhythm import Rhythm, read_weeks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

R = TypeVar("R")
Entry = dict[str, Any]

PARTS: Final = ("profile", "skills", "learning", "network", "assessment")

_NAMESPACE: Final = uuid.UUID("0c4f9d0a-6f35-5c1b-8f0e-7d9f2a61c0de")
# What a name in the source refers to, and the field that holds the reference.
_REFERENCES: Final[dict[str, tuple[str, type[Any]]]] = {
    "under": ("parent_id", Skill),
    "item": ("learning_item_id", LearningItem),
    "skill": ("skill_id", Skill),
    "position": ("position_id", Position),
    "introduced_by": ("introduced_by", Contact),
    "contact": ("contact_id", Contact),
    "certificate": ("certificate_id", Certificate),
}
_TYPES: Final[dict[type[Any], dict[str, type[Any]]]] = {}
# Friendlier units of the source: the field, and how many of its units make one of ours.
_UNITS: Final[dict[str, tuple[str, int]]] = {
    "planned_hours": ("planned_minutes", 60),
    "bonus_percent": ("bonus_permille", 10),
}
# The answers of an attempt, which are records of their own.
_ANSWERS: Final = frozenset({"interests", "goals", "top_goals"})
_STATES: Final = {"?": AnswerState.NOT_SURE, "-": AnswerState.DECLINED}
# Amounts in the main unit of their currency, which comes along as ``currency``.
_AMOUNTS: Final = {"cost": "cost_minor", "base": "base_minor"}


def example_records(today: date) -> tuple[Records, dict[str, bytes]]:
    """Return the records of the example desk and the contents of its attachments by SHA-256.

    The same day gives the same records, ids included.

    Raises:
        InvalidValueError: the source breaks a rule of the domain or names what is not there.
        ValueError: the source holds a phrase that is no date.
    """
    source: Entry = {}
    for part in PARTS:
        source |= tomllib.loads(asset(f"example/{part}.toml").read_text(encoding="utf-8"))
    return _Story(source, today).told()


def example_as_records(today: date) -> Records:
    """Return the records of the example desk alone, for whatever only reads."""
    return example_records(today)[0]


class _Story:
    """One telling of the source; records are known by name once they have been made."""

    def __init__(self, source: Entry, today: date) -> None:
        self._source = source
        self._dates = StoryDates(today)
        self._ids: dict[tuple[type[Any], str], uuid.UUID] = {}
        self._made: defaultdict[type[Any], list[Any]] = defaultdict(list)
        self._contents: dict[str, bytes] = {}

    def told(self) -> tuple[Records, dict[str, bytes]]:
        """Make everything, parents first, because names refer to what stands above them."""
        source = self._source
        profile = from_plain(Profile, _stripped(source["profile"]))
        preferences = from_plain(Preferences, source["preferences"])
        for rank, entry in enumerate(source["link"]):
            self._make(Link, entry["label"], entry, rank=rank)
        self._make_skills()
        for entry in source["position"]:
            self._make(Position, entry["title"], entry)
        for number, entry in enumerate(source["pay"]):
            self._make(Pay, str(number), entry, currency=preferences.currency)
        for entry in source["education"]:
            self._make(Education, entry["school"], entry)
        for entry in source["item"]:
            currency = preferences.currency if "cost" in entry else ""
            self._make(LearningItem, entry["title"], entry, currency=currency)
        self._make_sessions()
        for entry in source["certificate"]:
            self._make(Certificate, entry["title"], entry)
        for entry in source["contact"]:
            self._make(Contact, entry["name"], entry)
        self._make_conversations()
        for function, weight in source["mix"].items():
            self._make(MixTarget, function, {}, function=function, weight=weight)
        self._make_assessment()
        for entry in source["attachment"]:
            self._make_attachment(dict(entry))
        made = {name: tuple(self._made[kind]) for name, kind in COLLECTIONS.items()}
        return Records(profile=profile, preferences=preferences, **made), self._contents

    def _make_skills(self) -> None:
        sittings = [self._dates.day(phrase) for phrase in self._source["sittings"]]
        for rank, group in enumerate(self._source["group"]):
            made = self._make(SkillGroup, group["name"], {}, name=group["name"], rank=rank)
            for entry in group["skills"]:
                plain = {name: value for name, value in entry.items() if name != "levels"}
                skill = self._make(Skill, entry["name"], plain, group_id=str(made.id))
                marks = entry["levels"].split()
                if len(marks) != len(sittings):
                    raise InvalidValueError("levels", f"of {skill.name} miss a sitting")
                for on, mark in zip(sittings, marks, strict=True):
                    if mark != ".":
                        self._rate(skill, on, None if mark == "?" else Level(int(mark)))

    def _rate(self, skill: Skill, on: date, level: Level | None) -> None:
        rating_id = RatingId(self._id(Rating, f"{skill.name} {on}"))
        self._made[Rating].append(Rating(id=rating_id, skill_id=skill.id, on=on, level=level))

    def _make_sessions(self) -> None:
        listed = [(self._dates.day(entry["on"]), entry) for entry in self._source["session"]]
        taken = {on for on, _ in listed}
        rhythmic = [
            (evening.on, {**subject, "minutes": evening.minutes})
            for subject, rhythm in self._rhythms()
            for evening in rhythm.evenings(self._dates, self._weeks_away())
            if taken.isdisjoint((evening.planned, evening.on)) and evening.on <= self._dates.today
        ]
        told = sorted([*listed, *rhythmic], key=lambda pair: pair[0])
        for number, (on, entry) in enumerate(told):
            about = {key: value for key, value in entry.items() if key != "on"}
            self._make(StudySession, f"{on} {number}", about, on=str(on))

    def _rhythms(self) -> Iterator[tuple[Entry, Rhythm]]:
        """Yield what each rhythm is about, with the rhythm."""
        for entry in self._source["rhythm"]:
            subject = {key: entry[key] for key in ("item", "skill") if key in entry}
            yield subject, Rhythm.read(entry["weeks"], entry["days"], entry.get("misses", 0))

    def _weeks_away(self) -> set[int]:
        return {week for entry in self._source["away"] for week in read_weeks(entry["weeks"])}

    def _make_conversations(self) -> None:
        for number, entry in enumerate(self._source["conversation"]):
            plain = {key: entry[key] for key in entry if key not in ("with", "next")}
            conversation = self._make(Conversation, str(number), plain)
            for name in entry["with"]:
                self._make(
                    Participant,
                    f"{number} {name}",
                    {"contact": name},
                    conversation_id=str(conversation.id),
                )
            if "next" in entry:
                promise = {"contact": entry["with"][0], **entry["next"]}
                about = str(conversation.id)
                self._make(FollowUp, promise["title"], promise, conversation_id=about)
        for entry in self._source["follow_up"]:
            self._make(FollowUp, entry["title"], entry)

    def _make_assessment(self) -> None:
        for number, entry in enumerate(self._source["target"]):
            self._make(Target, str(number), entry)
        for number, entry in enumerate(self._source["attempt"]):
            plain = {key: entry[key] for key in entry if key not in _ANSWERS}
            attempt = self._make(Attempt, str(number), plain)
            for part, item, mark in self._answers(entry, attempt):
                self._answer(attempt, part, item, mark)
        for number, entry in enumerate(self._source["evidence"]):
            self._make(Evidence, str(number), entry)
        for number, entry in enumerate(self._source["action"]):
            self._make(Action, str(number), entry)

    def _answers(self, entry: Entry, attempt: Attempt) -> Iterator[tuple[AnswerPart, str, str]]:
        """Yield part, item and mark of every answer; those about skills are that day's ratings."""
        for type_, marks in entry["interests"].items():
            for number, mark in enumerate(marks.split(), start=1):
                yield AnswerPart.INTEREST, f"{type_}{number}", mark
        for goal, rating in entry["goals"].items():
            yield AnswerPart.GOAL, goal, str(rating)
        for goal in entry["top_goals"]:
            yield AnswerPart.TOP_GOAL, goal, "1"
        keys = {skill.id: skill.catalogue_key for skill in self._made[Skill]}
        for rating in self._made[Rating]:
            if rating.on == attempt.finished and keys[rating.skill_id]:
                level = "?" if rating.level is None else str(int(rating.level))
                yield AnswerPart.SKILL, keys[rating.skill_id], level

    def _answer(self, attempt: Attempt, part: AnswerPart, item: str, mark: str) -> None:
        answer_id = AnswerId(self._id(Answer, f"{attempt.id} {part.value} {item}"))
        self._made[Answer].append(
            Answer(
                id=answer_id,
                attempt_id=attempt.id,
                part=part,
                item=item,
                state=_STATES.get(mark, AnswerState.GIVEN),
                value=None if mark in _STATES else int(mark),
            )
        )

    def _make_attachment(self, entry: Entry) -> None:
        name = entry.pop("file")
        content = asset(f"example/{name}").read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        self._contents[sha256] = content
        if entry.pop("profile", False):
            entry["profile_id"] = str(PROFILE_ID)
        self._make(Attachment, name, entry, file_name=name, size=len(content), sha256=sha256)

    def _make(self, kind: type[R], name: str, entry: Mapping[str, Any], /, **more: Any) -> R:
        """Make a record of an entry of the source and remember it by its name."""
        if (kind, name) in self._ids:
            raise InvalidValueError(kind.__name__, f"{name!r} stands twice in the example")
        plain: Entry = {"id": str(self._id(kind, name)), **more}
        types = _types(kind)
        for key, value in _stripped(entry).items():
            if key in _REFERENCES:
                field, target = _REFERENCES[key]
                plain[field] = str(self._known(key, target, value))
            elif key in _UNITS:
                field, factor = _UNITS[key]
                plain[field] = value * factor
            elif key in _AMOUNTS:
                plain[_AMOUNTS[key]] = value * 10 ** digits(more["currency"])
            elif types.get(key) is date:
                plain[key] = str(self._dates.day(value))
            elif types.get(key) is PartialDate:
                plain[key] = str(self._dates.partial(value))
            else:
                plain[key] = value
        record = from_plain(kind, plain)
        self._made[kind].append(record)
        self._ids[kind, name] = record.id  # type: ignore[attr-defined]
        return record

    def _known(self, field: str, kind: type[Any], name: str) -> Any:
        try:
            return self._ids[kind, name]
        except KeyError:
            raise InvalidValueError(field, f"names {name!r}, which does not stand above") from None

    def _id(self, kind: type[Any], name: str) -> uuid.UUID:
        return uuid.uuid5(_NAMESPACE, f"{kind.__name__} {name}")


def _types(kind: type[Any]) -> dict[str, type[Any]]:
    """Return the class of the values of each field of a record class."""
    if kind not in _TYPES:
        _TYPES[kind] = {field: value_type(hint) for field, hint in get_type_hints(kind).items()}
    return _TYPES[kind]


def _stripped(entry: Mapping[str, Any]) -> Entry:
    return {key: value.strip() if isinstance(value, str) else value for key, value in entry.items()}
