"""Making desks and bringing older ones up to date: all steps or none, on a copy.

The copy takes the place of the desk only when it has been verified, so that whatever happens on
the way, the desk is the old one or the new one. Alembic is slow to load and imported only here.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, NullPool, create_engine, event

from careerdesk.domain.errors import DeskDamagedError
from careerdesk.files import move_into_place, require_writable, writing_problem
from careerdesk.storage import journal
from careerdesk.storage.connection import driver_errors, driver_of, sqlite_uri
from careerdesk.storage.header import journal_of
from careerdesk.storage.integrity import counts, faults
from careerdesk.storage.layout import APPLICATION_ID
from careerdesk.storage.problems import told
from careerdesk.storage.seal import break_seal

if TYPE_CHECKING:
    from alembic.config import Config

STEPS: Final = Path(__file__).parent / "migrations"


def create(path: Path) -> None:
    """Make a new, empty desk where no file is."""
    work = _work_file(path)
    try:
        _run(work)
        _take_place(work, path)
    finally:
        _discard(work)


def upgrade(path: Path) -> None:
    """Replace a desk that is open nowhere by its upgraded copy."""
    work = _work_file(path)
    try:
        upgrade_into(path, work)
        _break_seal(path)
        _take_place(work, path)
    finally:
        _discard(work)


def upgrade_into(path: Path, target: Path) -> None:
    """Copy a desk to an empty file and upgrade the copy."""
    with told(path):
        source = sqlite3.connect(sqlite_uri(path, "rw"), uri=True, isolation_level=None)
        with closing(source), closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            before = counts(copy)
    _run(target)
    with closing(sqlite3.connect(target)) as copy:
        after = counts(copy)
    lost = [name for name, count in before.items() if after.get(name, count) < count]
    if lost:
        raise DeskDamagedError(
            f"{path.name} could not be brought up to date, because records would be lost "
            f"({', '.join(lost)}). The file was left as it is."
        )


def _work_file(path: Path) -> Path:
    work = path.with_name(f".{path.name}.upgrading")
    require_writable(path)
    try:
        _discard(work)
        os.close(os.open(work, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise writing_problem(path, error) from error
    return work


def _discard(work: Path) -> None:
    for left_over in (work, journal_of(work)):
        with suppress(FileNotFoundError):
            left_over.unlink()


def _break_seal(path: Path) -> None:
    """Take the seal off before the new file comes: left there, it would tell of damage."""
    try:
        break_seal(path)
    except OSError as error:
        raise writing_problem(path, error) from error


def _take_place(work: Path, path: Path) -> None:
    try:
        move_into_place(work, path)
    except OSError as error:
        raise writing_problem(path, error) from error


def _run(work: Path) -> None:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(work, isolation_level=None),
        poolclass=NullPool,
    )
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with told(work), driver_errors(), engine.begin() as conn:
            _steps(conn)
            _verify(conn, work)
    finally:
        engine.dispose()


def _steps(conn: Connection) -> None:
    from alembic import command

    if conn.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise RuntimeError("foreign keys are on: rebuilding a table would empty its children")
    command.upgrade(_config(conn), "head")
    version = int(conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    conn.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.exec_driver_sql(f"PRAGMA user_version = {version}")
    journal.seal_all(conn)


def _config(conn: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = conn
    return config


def _verify(conn: Connection, work: Path) -> None:
    if wrong := faults(driver_of(conn)):
        raise DeskDamagedError(
            f"The upgraded copy {work.name} is not sound ({wrong[0]}). It was thrown away and "
            "the desk was left as it is; restore a backup, then try again."
        )
