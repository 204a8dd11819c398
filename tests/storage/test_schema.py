"""The tables: each record has one, each column is exact, migrated and declared tables agree."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Column, Float, LargeBinary, MetaData, Table, create_engine
from sqlalchemy.pool import StaticPool

from careerdesk.domain.records import COLLECTIONS, KINDS, Records
from careerdesk.storage import journal, migrate
from careerdesk.storage.layout import SCHEMA_VERSION
from careerdesk.storage.migrate import STEPS
from careerdesk.storage.schema import JOURNALED, metadata

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", KINDS)
def test_that_each_field_of_a_record_has_one_column(name: str) -> None:
    names = [field.name for field in fields(KINDS[name])]
    assert list(metadata.tables[name].columns.keys()) == names


def test_that_every_journaled_table_is_a_kind_of_record() -> None:
    assert {table.name for table in JOURNALED} == set(KINDS)


def test_that_records_hold_every_kind() -> None:
    singles = {type(getattr(Records(), name)) for name in ("profile", "preferences")}
    assert singles | set(COLLECTIONS.values()) == set(KINDS.values())
    assert {field.name for field in fields(Records)} == {*COLLECTIONS, "profile", "preferences"}


@pytest.mark.parametrize("inexact", [Float(), LargeBinary()])
def test_that_a_column_json_cannot_keep_exactly_is_refused(inexact: Any) -> None:
    table = Table("t", MetaData(), Column("x", inexact), info={"journaled": True})
    with pytest.raises(TypeError):
        list(journal.setup_sql([table]))


def test_that_a_made_desk_has_exactly_the_declared_tables(tmp_path: Path) -> None:
    migrate.create(tmp_path / "a.careerdesk")
    with closing(sqlite3.connect(tmp_path / "a.careerdesk")) as conn:
        made = _shape(conn)
    assert made == _declared()


def test_that_there_is_one_step_for_each_version() -> None:
    numbers = sorted(int(path.stem[1:5]) for path in (STEPS / "versions").glob("v*.py"))
    assert numbers == list(range(1, SCHEMA_VERSION + 1))


def _declared() -> dict[str, str]:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        metadata.create_all(engine)
        with engine.connect() as conn:
            driver = conn.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            return _shape(driver)
    finally:
        engine.dispose()


def _shape(conn: sqlite3.Connection) -> dict[str, str]:
    """The SQL of every table and index, without differences of white space."""
    rows = conn.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        name: re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql)).strip()
        for name, sql in rows
        if name != "alembic_version"
    }
