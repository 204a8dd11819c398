"""Which record of the desk a foreign row is about.

A row with an id is about the record with that id. Any other is found by what it says: a person by
the ``/in/<slug>`` of the LinkedIn address, else by name and organisation, else by name and the
day they connected, else by name and e-mail (colleagues may share an address); a certificate by
its credential id, else by title and issuer; the others by the fields that ``_KEYS`` lists. Two
rows that both have a slug, or a credential id, and not the same one, are never one.

A record made from such a row gets an id that follows from its first key. So the next import of
the same export finds it even after the user has corrected the very words it was found by.
"""

from __future__ import annotations

import enum
import uuid
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.folding import same_name
from careerdesk.domain.portfolio import HIDDEN_FIELDS
from careerdesk.exchange.foreign_values import person_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Told = Callable[[str], str]

Key = tuple[str, ...]

_NAMESPACE: Final = uuid.UUID("3d2b6c5e-6f0c-5a0e-8d55-0c4a5f1e7c01")

# Of these a desk holds one with the same fields of ``_KEYS``, whatever the ids say.
ONCE: Final = frozenset({"participant", "role_skill", "answer", "target"})

_SURE: Final = "identity"
_IDENTITIES: Final = {"certificate": "credential_id"}
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "link": ("url",),
    "skill_group": ("name",),
    "skill": ("name",),
    "rating": ("skill_id", "on"),
    "position": ("organization", "title", "started"),
    "pay": ("position_id", "since"),
    "education": ("school", "degree", "started"),
    "learning_item": ("title", "provider"),
    "study_session": ("on", "minutes", "learning_item_id", "skill_id", "note"),
    "certificate": ("title", "issuer"),
    "contact": ("name", "organization"),
    "conversation": ("on", "kind", "minutes", "note"),
    "participant": ("conversation_id", "contact_id"),
    "follow_up": ("title", "due", "contact_id"),
    "mix_target": ("function",),
    "evidence": ("skill_id", "title", "on"),
    "action": ("skill_id", "title"),
    "role": ("title", "source"),
    "role_skill": ("role_id", "skill"),
    "target": ("catalogue_role", "role_id"),
    "attempt": ("started", "number"),
    "answer": ("attempt_id", "part", "item"),
    "attachment": ("sha256", "file_name"),
    "portfolio_section": ("section",),
    "portfolio_hidden": HIDDEN_FIELDS,
}


def told_by_values(values: Mapping[str, Any]) -> Told:
    """Return how to ask the plain form of a record for the text of a field."""

    def told(field: str) -> str:
        value = values.get(field)
        return "" if value is None else str(value)

    return told


def told_by_record(record: Any) -> Told:
    """Return how to ask a record for the text of a field."""

    def told(field: str) -> str:
        value = getattr(record, field)
        if isinstance(value, enum.Enum):
            value = value.value
        return "" if value is None else str(value)

    return told


def keys(kind: str, told: Told) -> tuple[Key, ...]:
    """Return the keys a record can be found by, the surest first."""
    sure = same_name(told(_IDENTITIES[kind])) if kind in _IDENTITIES else ""
    if kind == "contact":
        sure = person_slug(told("url"))
    parts = tuple(same_name(told(field)) for field in _KEYS[kind])
    found: list[Key] = [(_SURE, sure)] if sure else []
    if any(parts):
        found.append(("fields", *parts))
    if kind == "contact":
        name, met, email = parts[0], told("met"), same_name(told("email"))
        if name and len(met) == len("2026-02-08"):
            found.append(("met", name, met))
        if email:
            found.append(("email", name, email))
    return tuple(found)


def are_sure(found: tuple[Key, ...]) -> bool:
    """Say whether keys hold what alone says which thing a record is."""
    return bool(found) and found[0][0] == _SURE


def id_from(kind: str, key: Key) -> uuid.UUID:
    """Return the id of a record that was made from a row with this key."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join((kind, *key)))


class Index:
    """The records of one kind, on the desk and already planned, by their keys."""

    def __init__(self, kind: str, records: Mapping[uuid.UUID, Any]) -> None:
        self._kind = kind
        self._by_key: dict[Key, list[uuid.UUID]] = {}
        self._sure: dict[uuid.UUID, Key | None] = {}
        self._made_before = frozenset(records)
        for id_, record in records.items():
            self.add(id_, keys(kind, told_by_record(record)))

    def add(self, id_: uuid.UUID, found: tuple[Key, ...]) -> None:
        """Make a record findable by its keys, or by more keys than so far."""
        for key in found:
            there = self._by_key.setdefault(key, [])
            if id_ not in there:
                there.append(id_)
        self._sure[id_] = self._sure.get(id_) or (found[0] if are_sure(found) else None)

    def remove(self, id_: uuid.UUID, found: tuple[Key, ...]) -> None:
        """Make a record no longer findable by keys that it will not have any more."""
        for key in found:
            if id_ in self._by_key.get(key, ()):
                self._by_key[key].remove(id_)

    def __contains__(self, id_: uuid.UUID) -> bool:
        return id_ in self._sure

    def may_be(self, id_: uuid.UUID, found: tuple[Key, ...]) -> bool:
        """Say whether nothing in the keys of a row speaks against its being about a record."""
        return self._agree(found[0] if are_sure(found) else None, self._sure[id_])

    def candidates(self, found: tuple[Key, ...]) -> list[uuid.UUID]:
        """Return the records that a row may be about: those that its surest key finds.

        Where it finds several, those for which the most keys speak: a row that made or filled one
        of them finds that one again, not another of the same name. A weaker key is asked only when
        no surer one finds anything, so a row never goes over to another record because another row
        was about the first one.
        """
        sure = found[0] if are_sure(found) else None
        for key in found:
            there = self._by_key.get(key, ())
            if agreed := [id_ for id_ in there if self._agree(sure, self._sure[id_])]:
                return self._best(agreed, found)
        for key in found if self._made_before else ():
            id_ = id_from(self._kind, key)
            if id_ in self._made_before and self._agree(sure, self._sure[id_]):
                return [id_]
        return []

    def _best(self, ids: list[uuid.UUID], found: tuple[Key, ...]) -> list[uuid.UUID]:
        """Return those records that the most keys of a row speak for."""
        if len(ids) == 1:
            return ids
        speaking = [sum(id_ in self._by_key.get(key, ()) for key in found) for id_ in ids]
        return [id_ for id_, count in zip(ids, speaking, strict=True) if count == max(speaking)]

    def _agree(self, one: Key | None, other: Key | None) -> bool:
        return one is None or other is None or one == other
