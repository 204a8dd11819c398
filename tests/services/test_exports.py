from __future__ import annotations

import base64
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from making import an_attachment
from strategies import desks

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.codec import to_plain
from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.network import Contact
from careerdesk.domain.profile import PROFILE_ID, Profile
from careerdesk.domain.records import COLLECTIONS, KINDS, Records
from careerdesk.domain.skills import Skill
from careerdesk.services import exports
from careerdesk.services.desk import Desk, create_desk
from careerdesk.services.exports import export_csv, export_json
from careerdesk.services.imports import apply_import, plan_import

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from strategies import Contents


def fill(desk: Desk, records: Records, contents: Contents) -> None:
    with desk.change("Fill the desk") as tx:
        for content in contents.values():
            tx.keep(content)
        tx.put(records.profile)
        tx.put(records.preferences)
        for name in COLLECTIONS:
            tx.add_many(getattr(records, name))


@pytest.fixture
def other(tmp_path: Path, clock: Callable[[], datetime]) -> Desk:
    """Another empty desk, closed with the test."""
    return create_desk(tmp_path / "other.careerdesk", clock=clock)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(desks())
def test_that_a_desk_exported_and_imported_into_an_empty_one_is_the_same_desk(
    tmp_path_factory: pytest.TempPathFactory,
    clock: Callable[[], datetime],
    made: tuple[Records, Contents],
) -> None:
    folder = tmp_path_factory.mktemp("round-trip")
    records, contents = made
    with (
        create_desk(folder / "one.careerdesk", clock=clock) as one,
        create_desk(folder / "two.careerdesk", clock=clock) as two,
    ):
        fill(one, records, contents)
        export_json(one, folder / "desk.json")
        apply_import(two, plan_import(two, [folder / "desk.json"]))
        assert two.records() == one.records()
        assert two.digest() == one.digest()
        for item in records.attachments:
            assert two.content(item.sha256) == contents[item.sha256]
        assert plan_import(one, [folder / "desk.json"]).is_empty


def test_that_tables_come_back_from_a_folder_and_from_a_zip(
    desk: Desk, other: Desk, tmp_path: Path
) -> None:
    people = (Contact.new("=Ada", organization="R&D <b>"), Contact.new("李"))
    fill(desk, Records(contacts=people, skills=(Skill.new("C++"),)), {})
    export_csv(desk, tmp_path / "tables")
    export_csv(desk, tmp_path / "tables.zip")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == set(KINDS)
    assert zipfile.ZipFile(tmp_path / "tables.zip").testzip() is None
    with other:
        apply_import(other, plan_import(other, [tmp_path / "tables"]))
        assert other.records() == desk.records()
        assert plan_import(other, [tmp_path / "tables.zip"]).is_empty


def test_that_files_are_for_their_owner_alone(desk: Desk, tmp_path: Path) -> None:
    export_csv(desk, tmp_path / "tables")
    export_json(desk, tmp_path / "desk.json")
    assert (tmp_path / "tables").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "tables" / "skill.csv").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "desk.json").stat().st_mode & 0o777 == 0o600


def test_that_an_export_is_written_over_an_older_one(desk: Desk, tmp_path: Path) -> None:
    export_csv(desk, tmp_path / "tables")
    fill(desk, Records(skills=(Skill.new("Python"),)), {})
    export_csv(desk, tmp_path / "tables")
    assert b"Python" in (tmp_path / "tables" / "skill.csv").read_bytes()


def test_that_private_records_stay_at_home_when_that_is_asked_for(
    desk: Desk, tmp_path: Path
) -> None:
    hidden = Contact(id=Contact.new("x").id, name="Hidden", is_private=True)
    fill(desk, Records(contacts=(hidden,), profile=Profile(email="ada@example.org")), {})
    export_json(desk, tmp_path / "all.json")
    export_json(desk, tmp_path / "public.json", include_private=False)
    export_csv(desk, tmp_path / "public", include_private=False)
    everything = (tmp_path / "all.json").read_bytes()
    assert b"Hidden" in everything
    assert b"ada@example.org" in everything
    for path in [tmp_path / "public.json", *(tmp_path / "public").iterdir()]:
        assert b"Hidden" not in path.read_bytes()
        assert b"ada@example.org" not in path.read_bytes()


def test_that_large_attachments_are_put_into_a_zip(
    desk: Desk, other: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytes(3_000_000)
    photo = an_attachment(content=content, profile_id=PROFILE_ID)
    fill(desk, Records(attachments=(photo,)), {photo.sha256: content})
    monkeypatch.setattr(exports, "MAX_INLINE_BYTES", 1_000_000)
    with pytest.raises(FileProblemError, match="Choose a name that ends in"):
        export_json(desk, tmp_path / "desk.json")
    assert not (tmp_path / "desk.json").exists()
    export_json(desk, tmp_path / "desk.zip")
    with other:
        apply_import(other, plan_import(other, [tmp_path / "desk.zip"]))
        assert other.all(Attachment) == [photo]
        assert other.content(photo.sha256) == content


def test_that_a_photo_finds_its_profile_on_a_desk_without_one(desk: Desk, tmp_path: Path) -> None:
    content = b"photo"
    photo = an_attachment(content=content, profile_id=PROFILE_ID)
    whole = {
        "format": "careerdesk",
        "version": 1,
        "records": {"attachment": [to_plain(photo)]},
        "attachments": {photo.sha256: base64.b64encode(content).decode()},
    }
    (tmp_path / "photo.json").write_text(json.dumps(whole))
    apply_import(desk, plan_import(desk, [tmp_path / "photo.json"]))
    assert desk.all(Attachment) == [photo]
    assert desk.faults() == []


@pytest.mark.parametrize("export", [export_json, export_csv])
def test_that_no_export_takes_the_place_of_a_desk(
    tmp_path: Path, clock: Callable[[], datetime], export: Callable[[Desk, Path], None]
) -> None:
    path = tmp_path / "mine.json"
    (tmp_path / "other.careerdesk").write_bytes(b"another desk")
    with create_desk(path, clock=clock) as desk:
        (tmp_path / "link.json").symlink_to(path)
        before = path.read_bytes()
        for name in ("mine.json", "link.json", "other.careerdesk", "New.CareerDesk"):
            with pytest.raises(FileProblemError, match="the name of a desk"):
                export(desk, tmp_path / name)
        assert path.read_bytes() == before
        assert (tmp_path / "link.json").is_symlink()
        assert not (tmp_path / "New.CareerDesk").exists()
    assert (tmp_path / "other.careerdesk").read_bytes() == b"another desk"


def test_that_places_that_cannot_be_written_are_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="folder"):
        export_json(desk, tmp_path / "nowhere" / "desk.json")
    with pytest.raises(FileProblemError, match="folder"):
        export_csv(desk, tmp_path / "nowhere" / "tables")
    with pytest.raises(FileProblemError, match="several tables"):
        export_csv(desk, tmp_path / "desk.csv")
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(FileProblemError, match="was not written"):
        export_csv(desk, tmp_path / "taken")
