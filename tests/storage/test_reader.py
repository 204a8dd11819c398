"""Reading whole records: the same as making them, only faster."""

from __future__ import annotations

import contextlib
import copy
import pickle
import sqlite3
import uuid
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import DeskDamagedError
from careerdesk.domain.experience import Position
from careerdesk.domain.network import Contact
from careerdesk.domain.partial_date import PartialDate
from careerdesk.storage.reader import Reader
from careerdesk.storage.stored_form import decoders

if TYPE_CHECKING:
    from collections.abc import Iterator

ADA, BO = "6f1c1a52-7f0f-4d0e-9a55-1d3a58c2b001", "6f1c1a52-7f0f-4d0e-9a55-1d3a58c2b002"


@pytest.fixture
def reader() -> Iterator[tuple[Reader, sqlite3.Connection]]:
    with contextlib.closing(sqlite3.connect(":memory:")) as file:
        names = (
            "id, name, organization, title, function, met, how_met, introduced_by, cadence_days, "
            "email, phone, url, note, is_private"
        )
        file.execute(f"CREATE TABLE contact ({names})")
        file.execute(
            f"INSERT INTO contact ({names}) VALUES (?,?,'','','',?,'',?,?,'','','','',?)",
            (ADA, "Ada", "2024-03", None, None, 0),
        )
        file.execute(
            f"INSERT INTO contact ({names}) VALUES (?,?,'','','',?,'',?,?,'','','','',?)",
            (BO, "Bo", None, ADA, 30, 1),
        )
        yield Reader(file), file


@given(st.uuids())
def test_that_an_id_read_is_the_id_written(key: uuid.UUID) -> None:
    read = decoders(Position)[0]
    assert read is not None
    found = read(str(key))
    assert (found, hash(found), str(found), found.is_safe) == (
        key,
        hash(key),
        str(key),
        key.is_safe,
    )
    assert copy.copy(found) == pickle.loads(pickle.dumps(found)) == key


@pytest.mark.parametrize("text", ["", "12", "g" * 36, f"{ADA}0", "6f1c1a52-7f0f-4d0e"])
def test_that_what_is_no_id_is_refused(text: str) -> None:
    read = decoders(Position)[0]
    assert read is not None
    with pytest.raises(ValueError, match=r".+"):
        read(text)


def test_that_records_are_those_that_their_class_makes(
    reader: tuple[Reader, sqlite3.Connection],
) -> None:
    ada, bo = reader[0].all(Contact)
    assert (ada.name, ada.met, ada.introduced_by, ada.is_private) == (
        "Ada",
        PartialDate("2024-03"),
        None,
        False,
    )
    assert (bo.introduced_by, bo.cadence_days, bo.is_private) == (ada.id, 30, True)
    assert isinstance(bo.id, uuid.UUID)
    with pytest.raises(AttributeError):
        bo.name = "Bob"  # type: ignore[misc]
    assert reader[0].all(Contact, name="Nobody") == []


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("name", " ", "name must not be empty"),
        ("cadence_days", 9999, "cadence must be between"),
        ("met", "soon", "not a date"),
        ("is_private", 2, "neither 0 nor 1"),
        ("introduced_by", BO, "another person"),
    ],
)
def test_that_a_value_that_is_not_allowed_is_named_with_its_record(
    reader: tuple[Reader, sqlite3.Connection], column: str, value: object, said: str
) -> None:
    reader[1].execute(f"UPDATE contact SET {column} = ? WHERE id = ?", (value, BO))
    with pytest.raises(DeskDamagedError, match=f"{BO} holds .*{said}"):
        reader[0].all(Contact)
    assert reader[0].find(Contact, name="Ada") is not None
