"""How a desk is written: on one connection, journaled, one change after the other."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from careerdesk.files import writing_problem
from careerdesk.storage.connection import driver_errors, for_writing, set_pragma
from careerdesk.storage.problems import read_only, told
from careerdesk.storage.seal import Seal, break_seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


class Transactions:
    """The way into the file of an open desk; ``seal`` is what the seal says now.

    SQLAlchemy is loaded and the journal set up when they are first needed.
    """

    def __init__(
        self, path: Path, dbapi: sqlite3.Connection, seal: Seal, *, is_read_only: bool
    ) -> None:
        self._path = path
        self._driver = dbapi
        self._is_read_only = is_read_only
        self._core: Connection | None = None
        self._is_changing = False
        self.seal = seal

    @contextlib.contextmanager
    def changing(self) -> Iterator[Connection]:
        """Have everything in the block happen, or nothing.

        Raises:
            ReadOnlyDeskError, DiskFullError: nothing was changed.
        """
        if self._is_read_only:
            raise read_only(self._path)
        if self._is_changing:
            raise RuntimeError("a change is already being made")
        self._is_changing = True
        try:
            with told(self._path), driver_errors():
                core = self.prepared()
                self._break_seal()
                self._driver.execute("BEGIN IMMEDIATE")
                try:
                    yield core
                    self._driver.execute("COMMIT")
                except BaseException:
                    if self._driver.in_transaction:  # a full disk may have rolled back already
                        self._driver.execute("ROLLBACK")
                    raise
        finally:
            self._is_changing = False

    @contextlib.contextmanager
    def replaying(self) -> Iterator[Connection]:
        """The same with foreign key actions off, which is possible only outside a transaction."""
        with told(self._path):
            set_pragma(self._driver, "foreign_keys", 0)
        try:
            with self.changing() as core:
                yield core
        finally:
            set_pragma(self._driver, "foreign_keys", 1)

    def prepared(self) -> Connection:
        """Have the connection journal before the first change, and return it.

        It is one for the life of the desk, so its triggers are never missing.
        """
        if self._core is None:
            from careerdesk.storage import journal

            core = for_writing(self._driver)
            for statement in journal.setup_sql():
                core.exec_driver_sql(statement)
            self._core = core
        return self._core

    def close(self) -> None:
        """Let go of the connection, which is not closed by this."""
        if self._core is not None:
            self._core.close()
            self._core.engine.dispose()

    def _break_seal(self) -> None:
        if self.seal is not Seal.ABSENT:
            try:
                break_seal(self._path)
            except OSError as error:
                raise writing_problem(self._path, error) from error
            self.seal = Seal.ABSENT
