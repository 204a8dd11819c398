"""What a search shows of a record: a title, a line of detail, and all its fields in words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from careerdesk.catalogue import catalogue
from careerdesk.domain.actions import Action
from careerdesk.domain.attachments import OWNER_FIELDS, Attachment
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.folding import fold, matches
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, FollowUp, Participant
from careerdesk.domain.profile import Link, Profile
from careerdesk.domain.records import KINDS
from careerdesk.domain.roles import Role
from careerdesk.domain.skills import Rating, Skill, SkillGroup
from careerdesk.services.field_texts import HIDDEN, FieldTexts
from careerdesk.services.naming import field_words
from careerdesk.storage.stored_form import stored
from careerdesk.words import cut, day, tier

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence

    from careerdesk.domain.partial_date import PartialDate
    from careerdesk.storage.desk import Desk

_LONGEST: Final = 100  # characters of a detail; no line of results is wider
_BEFORE: Final = 24  # characters shown before what was found in a note


@dataclass(frozen=True, slots=True)
class Found:
    """One result. ``opens`` is the record to show for it, such as the owner of an attachment."""

    record: Any
    title: str
    detail: str
    opens: Any

    @property
    def is_private(self) -> bool:
        """Whether the record is marked private."""
        return bool(getattr(self.record, "is_private", False))


class FoundReader:
    """Reads results from the desk, as they stand there now."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._near = _Near(desk)

    def found(self, kind: type[Any], key: uuid.UUID, query: str) -> Found | None:
        """Return a result of a query, or None if the record is gone by now.

        Where neither title nor detail says what was looked for, the detail ends with the words
        around it.
        """
        record = self._desk.find(kind, id=key)
        if record is None:
            return None
        title, parts = _described(self._near, record)
        detail = " · ".join(part for part in parts if part)
        said = fold(f"{title} {detail}")
        missing = [word for word in fold(query).split() if word not in said]
        note = cut(record.note, _LONGEST) if kind in _SHOWN_BY_NOTE else ""
        if rest := (_excerpt(record, missing) if missing else "") or note:
            detail = f"{detail} · {rest}" if detail else rest
        return Found(record, title, detail, self._near.opened(record))

    def fields(self, found: Found) -> list[tuple[str, str]]:
        """Return what a record says beside its title, as names of fields and their texts."""
        record = found.record
        image = {
            field.name: stored(getattr(record, field.name)) for field in dataclasses.fields(record)
        }
        texts = FieldTexts(self._desk)
        shown = [
            (field_words(name), texts.text(image, name)) for name in image if name not in _UNSAID
        ]
        match record:
            case Conversation():
                shown.insert(0, ("people", self._near.people(record)))
            case Skill():
                shown.insert(1, ("level", self._near.level(record)))
        return [(name, text) for name, text in shown if text and text != found.title]


class _Near:
    """What is told of a record by the records around it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def text(self, image: Mapping[str, Any], field: str) -> str:
        """Return a stored value as people write it."""
        return FieldTexts(self._desk).text(image, field)

    def opened(self, record: Any) -> Any:
        """Return the record that is shown for one that has no place of its own."""
        if isinstance(record, Attachment):
            return self.opened(self.owner(record))
        if isinstance(record, (Rating, Evidence, Action)):
            return self._desk.find(Skill, id=record.skill_id)
        return record

    def owner(self, file: Attachment) -> Any:
        """Return the record that a file is kept with."""
        name = next(name for name in OWNER_FIELDS if getattr(file, name) is not None)
        return self._desk.find(KINDS[name.removesuffix("_id")], id=getattr(file, name))

    def people(self, one: Conversation) -> str:
        """Return who took part in a conversation."""
        joined = self._desk.all(Participant, conversation_id=one.id)
        return ", ".join(sorted(self.name(Contact, person.contact_id) for person in joined))

    def level(self, skill: Skill) -> str:
        """Return how well a skill is mastered, as it was rated last."""
        ratings = self._desk.all(Rating, skill_id=skill.id)
        if not ratings:
            return ""
        newest = max(ratings, key=lambda rating: rating.on)
        return self.text({"level": stored(newest.level)}, "level")

    def name(self, kind: type[Any], key: uuid.UUID | None) -> str:
        """Return the name of a record; empty for none."""
        found = None if key is None else self._desk.find(kind, id=key)
        return "" if found is None else str(found.name)

    def title(self, kind: type[Any], key: uuid.UUID | None) -> str:
        """Return the title of a record; empty for none."""
        found = None if key is None else self._desk.find(kind, id=key)
        return "" if found is None else str(found.title)


def _described(near: _Near, record: Any) -> tuple[str, Sequence[str]]:
    return _DESCRIBED[type(record)](near, record)


def _skill(near: _Near, one: Skill) -> tuple[str, Sequence[str]]:
    return one.name, (near.name(SkillGroup, one.group_id), near.level(one))


def _skill_group(near: _Near, one: SkillGroup) -> tuple[str, Sequence[str]]:
    return one.name, ()


def _learning_item(near: _Near, one: LearningItem) -> tuple[str, Sequence[str]]:
    return one.title, (one.kind.value.capitalize(), one.provider, one.status.value)


def _certificate(near: _Near, one: Certificate) -> tuple[str, Sequence[str]]:
    expiry = f"expires {day(one.expires)}" if one.expires else ""
    return one.title, (one.issuer, expiry)


def _contact(near: _Near, one: Contact) -> tuple[str, Sequence[str]]:
    return one.name, (one.title, one.organization)


def _follow_up(near: _Near, one: FollowUp) -> tuple[str, Sequence[str]]:
    when = f"done {day(one.done_on)}" if one.done_on else f"due {day(one.due)}"
    return one.title, (when, near.name(Contact, one.contact_id))


def _conversation(near: _Near, one: Conversation) -> tuple[str, Sequence[str]]:
    kind = one.kind.value.capitalize() if one.kind.value != "other" else "Conversation"
    people = near.people(one)
    return f"{kind} with {people}" if people else kind, (day(one.on),)


def _study_session(near: _Near, one: StudySession) -> tuple[str, Sequence[str]]:
    subject = near.title(LearningItem, one.learning_item_id) or near.name(Skill, one.skill_id)
    time = near.text({"minutes": one.minutes}, "minutes")
    return f"{time} on {subject}" if subject else f"{time} of study", (day(one.on),)


def _position(near: _Near, one: Position) -> tuple[str, Sequence[str]]:
    return one.title, (one.organization, _span(one.started, one.ended))


def _education(near: _Near, one: Education) -> tuple[str, Sequence[str]]:
    return one.school, (one.degree, _span(one.started, one.ended))


def _pay(near: _Near, one: Pay) -> tuple[str, Sequence[str]]:
    image = {"base_minor": one.base_minor, "currency": one.currency}
    base = near.text(image, "base_minor")
    position = near.title(Position, one.position_id)
    since = f"since {day(one.since)}" if one.since else ""
    return f"Pay as {position}" if position else "Pay", (base, since)


def _link(near: _Near, one: Link) -> tuple[str, Sequence[str]]:
    return one.label, (one.url,)


def _profile(near: _Near, one: Profile) -> tuple[str, Sequence[str]]:
    return one.name or "Profile", (one.headline, one.location)


def _attachment(near: _Near, one: Attachment) -> tuple[str, Sequence[str]]:
    owner = near.owner(one)
    of = "" if owner is None else f"of {_described(near, owner)[0]}"
    return one.file_name, (of,)


def _evidence(near: _Near, one: Evidence) -> tuple[str, Sequence[str]]:
    shown = f"{tier(one.tier)} {one.kind.value}, {day(one.on)}"
    return one.title, (near.name(Skill, one.skill_id), shown)


def _action(near: _Near, one: Action) -> tuple[str, Sequence[str]]:
    due = f"due {day(one.due)}" if one.due else ""
    when = f"done {day(one.done_on)}" if one.done_on else due
    return one.title, (near.name(Skill, one.skill_id), when)


def _role(near: _Near, one: Role) -> tuple[str, Sequence[str]]:
    del near
    known = catalogue().family(one.family)
    return one.title, (known.name if known else one.family, one.source)


def _rating(near: _Near, one: Rating) -> tuple[str, Sequence[str]]:
    level = near.text({"level": stored(one.level)}, "level")
    title = f"{near.name(Skill, one.skill_id)}: {level or 'not known'}"
    return title, (day(one.on),)


_DESCRIBED: Final[dict[type[Any], Callable[[_Near, Any], tuple[str, Sequence[str]]]]] = {
    Skill: _skill,
    SkillGroup: _skill_group,
    Rating: _rating,
    LearningItem: _learning_item,
    StudySession: _study_session,
    Certificate: _certificate,
    Contact: _contact,
    Conversation: _conversation,
    FollowUp: _follow_up,
    Position: _position,
    Pay: _pay,
    Education: _education,
    Link: _link,
    Profile: _profile,
    Attachment: _attachment,
    Evidence: _evidence,
    Action: _action,
    Role: _role,
}
# Those that no other text tells from each other come with the beginning of their note.
_SHOWN_BY_NOTE: Final = frozenset({Conversation, StudySession, Rating})
# Said by other means, or by another field: a lock, and the currency of an amount.
_UNSAID: Final = HIDDEN | {"is_private", "currency"}


def _excerpt(record: Any, words: Sequence[str]) -> str:
    """Return where a record says one of these words, with a little before and after it."""
    for field in dataclasses.fields(record):
        text = getattr(record, field.name)
        if not isinstance(text, str) or field.name in _UNSAID:
            continue
        line = " ".join(text.split())
        if places := matches(line, words):
            begin = _beginning(line, places[0][0])
            return cut(f"{'…' if begin else ''}{line[begin:]}", _LONGEST)
    return ""


def _beginning(line: str, place: int) -> int:
    """Return where to begin a little before a place, best with a word."""
    if place <= _BEFORE:
        return 0
    blank = line.find(" ", place - _BEFORE, place)
    return blank + 1 if blank >= 0 else place


def _span(started: PartialDate | None, ended: PartialDate | None) -> str:
    """Return the years of something that lasted."""
    years = [str(one.year) for one in (started, ended) if one is not None]
    return " \u2013 ".join(dict.fromkeys(years))
