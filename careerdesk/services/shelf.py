"""Records read once and kept current, for everything on screen that shows the same ones.

A page that lists 20,000 contacts, the search over them and a chart share one copy. A notice of a
change replaces the records it names; a change too large to name them drops the kind, which is
read again when somebody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from careerdesk.collection import COLLECTION_PAUSE, pass_over
from careerdesk.domain.profile import Preferences, Profile
from careerdesk.domain.records import COLLECTIONS, KINDS, TABLE_OF, Records

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterable, Mapping

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

R = TypeVar("R")


class Index(Protocol):
    """Something made of a whole desk that takes in changes one at a time."""

    def __init__(self, desk: Desk) -> None:
        """Read the desk."""

    def note(self, touched: Touched) -> None:
        """Take in what a change did."""


I = TypeVar("I", bound=Index)  # noqa: E741


class Shelf:
    """What has been read from one desk; ``note`` must hear of every change before others do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kinds: dict[type[Any], dict[uuid.UUID, Any]] = {}
        self._derived: dict[object, tuple[frozenset[str], Any]] = {}
        self._indexes: dict[type[Any], Any] = {}
        self._begun: dict[type[Any], dict[uuid.UUID, Any]] = {}
        self._reached: dict[type[Any], uuid.UUID] = {}

    def gather(self, kind: type[Any], count: int) -> bool:
        """Read so many more records of a kind, and say whether all of them are there now.

        For a window that must not wait for tens of thousands: it asks again and again, and lives
        on in between. Changes meanwhile are taken in like those of kinds that are there.
        """
        if kind in self._kinds:
            return True
        read = self._desk.some(kind, count, after=self._reached.get(kind))
        begun = self._begun.setdefault(kind, {})
        begun.update((record.id, record) for record in read)
        if len(read) == count:
            self._reached[kind] = read[-1].id
            pass_over(len(begun))
            return False
        self._kinds[kind] = begun
        self._drop_begun(kind)
        return True

    def _drop_begun(self, kind: type[Any]) -> None:
        self._begun.pop(kind, None)
        self._reached.pop(kind, None)

    def all(self, kind: type[R]) -> list[R]:
        """Return all records of a kind, in no particular order."""
        return list(self.by_id(kind).values())

    def by_id(self, kind: type[R]) -> Mapping[uuid.UUID, R]:
        """Return all records of a kind by their ids; a view that changes with the desk."""
        if kind not in self._kinds:
            with COLLECTION_PAUSE:
                read: list[Any] = self._desk.all(kind)
                self._kinds[kind] = {record.id: record for record in read}
            pass_over(len(read))
            self._drop_begun(kind)
        return self._kinds[kind]

    def find(self, kind: type[R], key: uuid.UUID | None) -> R | None:
        """Return one record, or None if it is not on the desk."""
        return None if key is None else self.by_id(kind).get(key)

    def grouped(self, kind: type[R], field: str) -> Mapping[Any, list[R]]:
        """Return the records of a kind by the value of one of their fields."""

        def group() -> dict[Any, list[R]]:
            found: dict[Any, list[R]] = {}
            for record in self.by_id(kind).values():
                found.setdefault(getattr(record, field), []).append(record)
            return found

        return self.derived((kind, field), [kind], group)

    def derived(self, key: object, kinds: Iterable[type[Any]], compute: Callable[[], R]) -> R:
        """Return what ``compute`` makes of records of these kinds, again only after they change.

        ``key`` names the result.
        """
        if key not in self._derived:
            tables = frozenset(TABLE_OF[kind] for kind in kinds)
            self._derived[key] = (tables, compute())
        found: R = self._derived[key][1]
        return found

    def kept(self, kind: type[I]) -> I:
        """Return the index of a class, made of the desk when first asked for and kept current."""
        if kind not in self._indexes:
            self._indexes[kind] = kind(self._desk)
        found: I = self._indexes[kind]
        return found

    def let_go(self, kind: type[Any]) -> None:
        """Forget the records of a kind of which there may be very many and that are seldom asked.

        They are read again when somebody asks for them.
        """
        self._kinds.pop(kind, None)
        self._drop_begun(kind)
        table = TABLE_OF[kind]
        self._derived = {key: kept for key, kept in self._derived.items() if table not in kept[0]}

    def records(self) -> Records:
        """Return everything on the desk as one value."""
        found = {name: tuple(self.all(kind)) for name, kind in COLLECTIONS.items()}
        return Records(profile=self.profile(), preferences=self.preferences(), **found)

    def profile(self) -> Profile:
        """Return the profile, blank on a new desk."""
        return next(iter(self.all(Profile)), Profile())

    def preferences(self) -> Preferences:
        """Return the choices that travel with the desk."""
        return next(iter(self.all(Preferences)), Preferences())

    def note(self, touched: Touched) -> None:
        """Take in what a change did."""
        for table in touched.tables:
            kind = KINDS[table]
            kept = self._kinds.get(kind, self._begun.get(kind))
            if kept is None:
                continue
            ids = touched.ids_of(table)
            if ids is None:
                self._kinds.pop(kind, None)
                self._drop_begun(kind)
                continue
            for key in ids:
                record = self._desk.find(kind, id=key)
                if record is None:
                    kept.pop(key, None)
                else:
                    kept[key] = record
        for index in self._indexes.values():
            index.note(touched)
        self._derived = {
            key: kept for key, kept in self._derived.items() if not touched.concerns(kept[0])
        }
