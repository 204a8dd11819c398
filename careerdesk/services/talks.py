"""Who talked with whom and when, as an index that follows changes.

50,000 conversations are read as plain rows and joined here, which takes a fifth of the time that
records take, and an eighth of what SQLite takes to group them.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.collection import COLLECTION_PAUSE, pass_over
from careerdesk.domain.network import Conversation, Participant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

_ID: Final = 16  # bytes
_Pair = tuple[str, str]  # conversation and contact, as their ids are stored


class TalkIndex:
    """Conversations by person and people by conversation; kept by ``Shelf.kept``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._talks: dict[str, tuple[str, ...]] = {}  # of each: its day, then who took part
        self._by_contact: dict[str, list[str]] = {}
        self._read_pairs = _Pairs([], [], [])
        # Added since then, and taken away since, which still tells whom a change concerned.
        self._added: dict[str, _Pair] = {}
        self._gone: dict[str, _Pair] = {}
        self._ids: dict[str, uuid.UUID] = {}
        self._read()

    def people(self, talk: uuid.UUID) -> list[uuid.UUID]:
        """Return who took part in a conversation."""
        return [self._id(key) for key in self._talks.get(str(talk), ())[1:]]

    def talks(self, contact: uuid.UUID) -> list[uuid.UUID]:
        """Return the conversations with somebody, the latest first."""
        found = self._by_contact.get(str(contact), ())
        ordered = sorted(found, key=self._day, reverse=True)
        return [uuid.UUID(key) for key in ordered]

    def last(self, contact: uuid.UUID, until: date) -> date | None:
        """Return the day of the latest conversation with somebody, up to a day."""
        latest = self._latest(self._by_contact.get(str(contact), ()), until.isoformat())
        return date.fromisoformat(latest) if latest else None

    def last_days(self, until: date) -> dict[str, date]:
        """Return the same for everybody one has talked with, by their ids as they are stored."""
        end, found = until.isoformat(), {}
        days: dict[str, date] = {}  # of which there are few
        for contact, talks in self._by_contact.items():
            if latest := self._latest(talks, end):
                if latest not in days:
                    days[latest] = date.fromisoformat(latest)
                found[contact] = days[latest]
        return found

    def contacts_of(self, touched: Touched) -> frozenset[uuid.UUID] | None:
        """Return the people whose conversations a change touched; None is any of them."""
        pairs, talks = touched.ids_of("participant"), touched.ids_of("conversation")
        if pairs is None or talks is None:
            return None
        found = {contact for _, contact in self._pairs_of(pairs)}
        for talk in talks:
            found.update(self._talks.get(str(talk), ())[1:])
            found.update(contact for one, contact in self._gone.values() if one == str(talk))
        return frozenset(uuid.UUID(key) for key in found)

    def talks_of(self, touched: Touched) -> frozenset[uuid.UUID] | None:
        """Return the conversations a change touched, themselves or by who took part."""
        pairs, talks = touched.ids_of("participant"), touched.ids_of("conversation")
        if pairs is None or talks is None:
            return None
        return talks | {uuid.UUID(talk) for talk, _ in self._pairs_of(pairs)}

    def note(self, touched: Touched) -> None:
        """Take in what a change did."""
        pairs, talks = touched.ids_of("participant"), touched.ids_of("conversation")
        if pairs is None or talks is None:
            self._read()
            return
        for key in talks:
            talk = self._desk.find(Conversation, id=key)
            people = self._talks.pop(str(key), ("",))[1:]
            if talk is not None or people:
                self._talks[str(key)] = (talk.on.isoformat() if talk else "", *people)
        for key in pairs:
            self._drop(str(key))
            one = self._desk.find(Participant, id=key)
            if one is not None:
                self._put(str(key), (str(one.conversation_id), str(one.contact_id)))

    def _latest(self, talks: Iterable[str], end: str) -> str:
        latest = ""
        for talk in talks:
            day = self._talks[talk][0]
            if latest < day <= end:
                latest = day
        return latest

    def _day(self, talk: str) -> str:
        return self._talks[talk][0]

    def _id(self, key: str) -> uuid.UUID:
        if key not in self._ids:
            self._ids[key] = uuid.UUID(key)
        return self._ids[key]

    def _pairs_of(self, keys: Iterable[uuid.UUID]) -> list[_Pair]:
        found = (self._pair(str(key)) or self._gone.get(str(key)) for key in keys)
        return [pair for pair in found if pair is not None]

    def _pair(self, key: str) -> _Pair | None:
        if key in self._added or key in self._gone:
            return self._added.get(key)
        return self._read_pairs.find(key)

    def _read(self) -> None:
        with COLLECTION_PAUSE:
            self._read_all()
        pass_over(len(self._talks))

    def _read_all(self) -> None:
        overview = self._desk.overview
        share = dict[str, str]().setdefault  # of days there are few
        talks: dict[str, tuple[str, ...]] = {
            key: (share(day, day),) for key, day in overview.talk_days()
        }
        by_contact: dict[str, list[str]] = {}
        self._talks, self._by_contact = talks, by_contact
        self._added, self._gone = {}, {}
        # One text for each id, not one for each row that names it.
        one = {key: key for key in talks}.setdefault
        rows = overview.participations()
        pairs = self._read_pairs = _Pairs(
            [key for key, _, _ in rows],
            [one(talk, talk) for _, talk, _ in rows],
            [one(contact, contact) for _, _, contact in rows],
        )
        for talk, contact in zip(pairs.talks, pairs.contacts, strict=True):
            talks[talk] = (*talks[talk], contact)
            if contact in by_contact:
                by_contact[contact].append(talk)
            else:
                by_contact[contact] = [talk]

    def _put(self, key: str, pair: _Pair) -> None:
        talk, contact = pair
        self._added[key] = pair
        self._by_contact.setdefault(contact, []).append(talk)
        self._talks[talk] = (*self._talks.get(talk, ("",)), contact)

    def _drop(self, key: str) -> None:
        pair = self._pair(key)
        if pair is not None:
            talk, contact = pair
            self._by_contact[contact].remove(talk)
            day, *people = self._talks[talk]
            people.remove(contact)
            if day or people:
                self._talks[talk] = (day, *people)
            else:
                del self._talks[talk]
            self._added.pop(key, None)
            self._gone[key] = pair


class _Pairs:
    """Very many pairs in the order of their ids, a third as large as a dictionary of them."""

    def __init__(self, keys: Sequence[str], talks: list[str], contacts: list[str]) -> None:
        self._ids = bytes.fromhex("".join(keys).replace("-", ""))
        self.talks, self.contacts = talks, contacts

    def find(self, key: str) -> _Pair | None:
        """Return the pair of an id."""
        wanted = bytes.fromhex(key.replace("-", ""))
        low, high = 0, len(self.talks)
        while low < high:
            middle = (low + high) // 2
            if self._ids[_ID * middle : _ID * (middle + 1)] < wanted:
                low = middle + 1
            else:
                high = middle
        is_there = self._ids[_ID * low : _ID * (low + 1)] == wanted
        return (self.talks[low], self.contacts[low]) if is_there else None
