"""Records as they are on the desk, read through the driver alone.

Reading is what every start waits for, and SQLAlchemy takes longer to import than a desk takes to
read; so it is left to writing.
"""

from __future__ import annotations

from collections import deque
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from careerdesk.domain.errors import DeskDamagedError, InvalidValueError, NotFoundError
from careerdesk.domain.records import TABLE_OF, kind_words
from careerdesk.storage.stored_form import decoders, stored

if TYPE_CHECKING:
    import sqlite3
    import uuid
    from collections.abc import Callable, Iterable, Sequence

R = TypeVar("R")


class Reader:
    """Reads whole records; inside a change it sees what the change has done so far."""

    def __init__(self, dbapi: sqlite3.Connection) -> None:
        self._dbapi = dbapi

    def all(self, kind: type[R], **equal: Any) -> list[R]:
        """Return all records of a kind whose fields equal what is given, ordered by id.

        Raises:
            DeskDamagedError: a row holds what its record does not allow.
        """
        where = " AND ".join(f'"{name}" IS ?' for name in equal) or "1"
        return self._read(kind, f"WHERE {where} ORDER BY id", equal.values())

    def some(self, kind: type[R], count: int, *, after: uuid.UUID | None = None) -> list[R]:
        """Return at most so many records of a kind, those whose ids follow one; ordered by id.

        Raises:
            DeskDamagedError: a row holds what its record does not allow.
        """
        if after is None:
            return self._read(kind, "ORDER BY id LIMIT ?", [count])
        return self._read(kind, "WHERE id > ? ORDER BY id LIMIT ?", [after, count])

    def _read(self, kind: type[R], rest: str, values: Iterable[Any]) -> list[R]:
        plan = _plan(kind)
        query = f'SELECT {plan.columns} FROM "{TABLE_OF[kind]}" {rest}'
        rows = self._dbapi.execute(query, [stored(value) for value in values]).fetchall()
        try:
            return _made(kind, plan, rows)
        except (ValueError, InvalidValueError):
            for row in rows:
                _check(kind, plan, row)
            raise

    def get(self, kind: type[R], key: uuid.UUID) -> R:
        """Return one record.

        Raises:
            NotFoundError: it is not on the desk.
        """
        found = self.find(kind, id=key)
        if found is None:
            raise is_gone(kind)
        return found

    def find(self, kind: type[R], **equal: Any) -> R | None:
        """Return the first record whose fields equal what is given, or None."""
        found = self.all(kind, **equal)
        return found[0] if found else None

    def count(self, kind: type[Any]) -> int:
        """Return how many records of a kind there are."""
        query = f'SELECT count(*) FROM "{TABLE_OF[kind]}"'
        return int(self._dbapi.execute(query).fetchone()[0])


def in_words(kind: type[Any]) -> str:
    """Return what a kind of record is called in a sentence."""
    return kind_words(TABLE_OF[kind])


def is_gone(kind: type[Any]) -> NotFoundError:
    """Say that a record is not on the desk."""
    return NotFoundError(f"That {in_words(kind)} is no longer on the desk. Nothing was changed.")


class _Plan(NamedTuple):
    """How rows of one kind become records."""

    columns: str
    decode: tuple[Callable[[Any], Any] | None, ...]
    put: tuple[Callable[[Any, Any], None], ...]  # a value into the place of its field
    check: Callable[[Any], None] | None


_PLANS: Final[dict[type[Any], _Plan]] = {}


def _plan(kind: type[Any]) -> _Plan:
    if kind in _PLANS:
        return _PLANS[kind]
    names = [field.name for field in fields(kind)]
    _PLANS[kind] = _Plan(
        ", ".join(f'"{name}"' for name in names),
        decoders(kind),
        tuple(getattr(kind, name).__set__ for name in names),
        getattr(kind, "__post_init__", None),
    )
    return _PLANS[kind]


def _made(kind: type[R], plan: _Plan, rows: Sequence[Sequence[Any]]) -> list[R]:
    """Return the records of rows, made a column at a time.

    That takes half the time of calling the class for each row, and a long list waits for nothing
    else. The rules of the class hold as they do there.
    """
    made = [object.__new__(kind) for _ in rows]
    for decode, put, cells in zip(plan.decode, plan.put, zip(*rows, strict=True), strict=False):
        _for_all(map(put, made, _values(decode, cells)))
    if plan.check is not None:
        _for_all(map(plan.check, made))
    return made


def _values(decode: Callable[[Any], Any] | None, cells: Sequence[Any]) -> Iterable[Any]:
    """Return what the cells of a column stand for; the same ones share one value.

    In a long table most organisations, days and kinds come again and again.
    """
    known = {cell: cell if cell is None or decode is None else decode(cell) for cell in set(cells)}
    return map(known.__getitem__, cells)


def _for_all(acts: Iterable[None]) -> None:
    deque(acts, maxlen=0)


def _check(kind: type[Any], plan: _Plan, row: Sequence[Any]) -> None:
    """Say of a row that holds what its record does not allow which it is, and why."""
    try:
        _made(kind, plan, [row])
    except (ValueError, InvalidValueError) as error:
        raise DeskDamagedError(
            f"The {in_words(kind)} with the id {row[0]} holds a value that is not allowed "
            f"({error}). Nothing was changed; restore a backup of the desk."
        ) from error
