"""Files made to harm; each is refused in a sentence or costs a line of the plan."""

from __future__ import annotations

import json
import os
import stat
import struct
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from foreign_files import (
    ADA,
    BOB,
    CONNECTIONS,
    CONNECTIONS_HEADER,
    EXPORT,
    put,
    put_folder,
    read_here,
    zip_bytes,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.records import Records
from careerdesk.exchange.drafts import Severity
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits
from careerdesk.exchange.plan import plan

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(ImportProblemError) as raised:
        read_here(path, limits=limits)
    text = str(raised.value)
    assert "desk is unchanged" in text
    assert text.endswith(".")
    return text


def test_that_a_zip_cut_off_in_the_middle_is_refused(tmp_path: Path) -> None:
    whole = zip_bytes(EXPORT)
    for length in (4, 30, len(whole) // 2, len(whole) - 1):
        assert "damaged" in refusal(put(tmp_path / "cut.zip", whole[:length]))


def test_that_a_zip_with_changed_bytes_is_refused(tmp_path: Path) -> None:
    text = CONNECTIONS + "".join(ADA.replace("ada", f"a{i * 7919}") for i in range(500))
    whole = bytearray(zip_bytes({"Connections.csv": text}))
    whole[len(whole) // 2] ^= 0xFF
    assert "damaged" in refusal(put(tmp_path / "rotten.zip", bytes(whole)))


def test_that_a_zip_whose_directory_lies_about_a_size_is_refused(tmp_path: Path) -> None:
    whole = bytearray(zip_bytes({"Connections.csv": CONNECTIONS}))
    directory, entry = whole.find(b"PK\x01\x02"), whole.find(b"PK\x03\x04")
    whole[directory + 24 : directory + 28] = struct.pack("<I", 100)
    whole[entry + 22 : entry + 26] = struct.pack("<I", 100)
    assert "damaged" in refusal(put(tmp_path / "liar.zip", bytes(whole)))


def test_that_a_bomb_is_seen_before_it_is_unpacked(tmp_path: Path) -> None:
    path = put(tmp_path / "bomb.zip", zip_bytes({"Connections.csv": bytes(5_000_000)}))
    assert "packed more than 200 times" in refusal(path)
    loose = replace(DEFAULT_LIMITS, ratio=10_000)
    assert read_here(path, limits=loose).problems[0].severity is Severity.ERROR


def test_that_a_zip_that_declares_too_much_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "large.zip", zip_bytes(EXPORT))
    assert "unpack to more" in refusal(path, limits=replace(DEFAULT_LIMITS, unpacked_bytes=500))


def test_that_sixty_thousand_entries_are_counted_before_they_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(60_000):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    assert "more than 5,000 files" in refusal(path)


def test_that_a_false_count_beside_a_true_zip64_one_is_no_way_in(tmp_path: Path) -> None:
    whole = zip_bytes({str(number): "" for number in range(40)})
    end = whole.rfind(b"PK\x05\x06")
    _, size, offset = struct.unpack_from("<HLL", whole, end + 10)
    record = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 40, 40, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    lying = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, offset, 0)
    path = put(tmp_path / "zip64.zip", whole[:end] + record + locator + lying)
    assert len(zipfile.ZipFile(path).namelist()) == 40
    assert "more than 30 files" in refusal(path, limits=replace(DEFAULT_LIMITS, entries=30))


@pytest.mark.parametrize(
    "name", ["../Connections.csv", "/etc/Connections.csv", "a/../../Connections.csv", "C:\\x.csv"]
)
def test_that_a_name_that_climbs_out_is_never_read_nor_written(tmp_path: Path, name: str) -> None:
    content = zip_bytes({name: CONNECTIONS, "Skills.csv": "Name\nx\n"})
    path = put(tmp_path / "inner" / "climb.zip", content)
    incoming = read_here(path)
    assert [draft.kind for draft in incoming.drafts] == ["skill"]
    assert any("leads out of the archive" in problem.reason for problem in incoming.problems)
    assert {item.name for item in tmp_path.rglob("*")} == {"inner", "climb.zip"}


@pytest.mark.parametrize("name", ["/Connections.csv", "C:\\Connections.csv"])
def test_that_a_zip_is_refused_with_the_reason_why_none_of_its_files_is_read(
    tmp_path: Path, name: str
) -> None:
    told = refusal(put(tmp_path / "climb.zip", zip_bytes({name: CONNECTIONS})))
    assert f"{name}: It was not read, because its name leads out of the archive." in told


def test_that_links_passwords_and_odd_packing_in_a_zip_are_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("Positions.csv")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/hostname")
        archive.writestr("Education.csv", "School Name\nx\n", zipfile.ZIP_LZMA)
        archive.writestr("Skills.csv", "Name\nx\n")
    whole = bytearray(path.read_bytes())
    skills = whole.rfind(b"PK\x01\x02")
    whole[skills + 8] |= 1  # encrypted
    with pytest.raises(ImportProblemError, match="holds no CSV file"):
        read_here(put(path, bytes(whole)))


def test_that_an_archive_inside_an_archive_stays_closed(tmp_path: Path) -> None:
    inner = zip_bytes(EXPORT)
    path = put(tmp_path / "outer.zip", zip_bytes({"inner.zip": inner, "Skills.csv": "Name\nx\n"}))
    incoming = read_here(path)
    assert len(incoming.drafts) == 1
    assert "not CSV were not read: 1" in incoming.problems[0].reason


def test_that_a_huge_field_costs_a_line(tmp_path: Path) -> None:
    row = f"{'x' * 8_000_000},Byron,,,,,\n"
    path = put(tmp_path / "Connections.csv", CONNECTIONS_HEADER + ADA + row + BOB)
    incoming = read_here(path)
    assert len(incoming.drafts) == 2
    (problem,) = incoming.problems
    assert problem.line == 3
    assert "more than 100,000 characters" in problem.reason


def test_that_a_file_over_the_limit_is_refused_or_left_out(tmp_path: Path) -> None:
    limits = replace(DEFAULT_LIMITS, file_bytes=50)
    assert "at most" in refusal(put(tmp_path / "Connections.csv", CONNECTIONS), limits=limits)
    files = {"Connections.csv": CONNECTIONS, "Skills.csv": "Name\nx\n"}
    folder = put_folder(tmp_path / "export", files)
    incoming = read_here(folder, limits=limits)
    assert [draft.kind for draft in incoming.drafts] == ["skill"]
    assert incoming.problems[0].file == "Connections.csv"


def test_that_a_folder_of_too_many_files_is_refused(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "home", {f"{number}.csv": "" for number in range(11)})
    assert "more than 10 files" in refusal(folder, limits=replace(DEFAULT_LIMITS, entries=10))


@pytest.mark.skipif(os.name != "posix", reason="Windows has no named pipes in folders")
def test_that_pipes_and_broken_links_in_a_folder_are_passed_by(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "export", {"Skills.csv": "Name\nx\n"})
    os.mkfifo(folder / "Connections.csv")
    (folder / "Positions.csv").symlink_to(tmp_path / "nowhere")
    assert len(read_here(folder).drafts) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("Connections.csv", b"", "is empty"),
        ("Connections.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        ("Connections.csv", CONNECTIONS.encode("utf-16-le"), "not a text file"),
        ("Connections.csv", bytes(range(256)) * 20, "not a text file"),
        ("export.zip", b"not a zip at all", "not a zip archive"),
        ("desk.csv", b"SQLite format 3\0" + bytes(100), "open a desk"),
        ("google.csv", b"Given Name,Family Name\nAda,Byron\n", "cannot be imported"),
        ("contact.csv", b"Given Name,Family Name\nAda,Byron\n", "columns that a contact needs"),
    ],
)
def test_that_files_of_the_wrong_kind_are_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    assert words in refusal(put(tmp_path / name, content))


def desk_json(records: str) -> str:
    return f'{{"format": "careerdesk", "version": 1, "records": {records}}}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 200_000, "nested more deeply"),
        (desk_json('{"skill": [{"name": NaN}]}'), "holds NaN"),
        (desk_json('{"skill": [{"rank": 1e999}]}'), "too large"),
        (desk_json('{"skill": [{"name": "a", "name": "b"}]}'), "'name' twice"),
        (desk_json('{"skill": [' + "1" * 10_000 + "]}"), "thousands of digits"),
        (desk_json("[]"), "does not hold records"),
        ('{"format": "careerdesk", "version": 2, "records": {}}', "newer CareerDesk"),
        ('{"format": "careerdesk", "version": true, "records": {}}', "which version"),
        ('{"basics": {}}', "not a desk"),
        ('{"format": "careerdesk"\n,', "line 2"),
        ("\ufeff[1]", "not a desk"),
    ],
)
def test_that_json_that_is_no_desk_is_refused(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(put(tmp_path / "desk.json", text))


ID = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("kind", "record", "words"),
    [
        ("skill", {"id": ID, "name": 5}, "cannot be 5"),
        ("skill", {"id": ID, "name": ["x"]}, "neither text nor a whole number"),
        ("skill", {"id": ID, "name": 1.5}, "neither text nor a whole number"),
        ("skill", {"id": ID, "name": " "}, "must not be empty"),
        ("skill", {"id": ID}, "is missing"),
        ("skill", {"id": "x", "name": "y"}, "not an id"),
        ("skill", {"id": ID, "name": "x", "wings": 2}, "not a field"),
        ("skill", {"id": ID, "name": "x", "parent_id": ID[:-1] + "9"}, "neither in the file"),
        ("skill_group", {"id": ID, "name": "x", "rank": 2**70}, "too large a number"),
        ("profile", {"id": ID, "name": "x"}, "has one profile"),
        ("skill", "x", "not a record"),
        ("wings", {"id": ID}, "does not know"),
    ],
)
def test_that_a_bad_record_costs_itself(
    tmp_path: Path, kind: str, record: object, words: str
) -> None:
    good = {"id": "00000000-0000-4000-8000-00000000000a", "label": "x", "url": "https://x.example"}
    text = desk_json(json.dumps({kind: [record], "link": [good]}))
    made = plan(read_here(put(tmp_path / "desk.json", text)), Records())
    assert [entry.kind for entry in made.new] == ["link"]
    (problem,) = made.problems
    assert words in problem.reason
    assert problem.severity is Severity.ERROR


def test_that_lone_surrogates_and_controls_in_json_are_taken_out(tmp_path: Path) -> None:
    text = desk_json(json.dumps({"skill": [{"id": ID, "name": "a\ud800\u0000\u001bb\n c "}]}))
    (draft,) = read_here(put(tmp_path / "desk.json", text)).drafts
    assert draft.values["name"] == "ab\n c "


def test_that_an_attachment_with_other_bytes_than_its_name_is_not_taken(tmp_path: Path) -> None:
    for contents in ({"0" * 64: "aGVsbG8="}, {"0" * 64: "?"}, {"0" * 64: 5}):
        text = json.dumps(
            {"format": "careerdesk", "version": 1, "records": {}, "attachments": contents}
        )
        incoming = read_here(put(tmp_path / "desk.json", text))
        assert incoming.contents == {}
        assert incoming.problems[0].severity is Severity.ERROR


def test_that_a_record_whose_bytes_are_wrong_is_not_sent_to_the_json_it_comes_from(
    tmp_path: Path,
) -> None:
    record = {
        "id": ID,
        "file_name": "cv.pdf",
        "media_type": "application/pdf",
        "sha256": "0" * 64,
        "size": 5,
        "certificate_id": ID,
    }
    text = json.dumps(
        {
            "format": "careerdesk",
            "version": 1,
            "records": {
                "certificate": [{"id": ID, "title": "x"}],
                "attachment": [record],
            },
            "attachments": {"0" * 64: "aGVsbG8="},
        }
    )
    made = plan(read_here(put(tmp_path / "desk.json", text)), Records())
    (entry,) = made.skipped
    assert "or with other bytes" in entry.reason
    assert any("'cv.pdf'" in problem.reason for problem in made.problems)


NAMES = st.sampled_from(
    ["Connections.csv", "Skills.csv", "Learning.csv", "contact.csv", "x.csv", "x.json", "x.zip"]
)
PIECES = st.sampled_from(
    [
        *(text.encode() for text in EXPORT.values()),
        CONNECTIONS_HEADER.encode(),
        b"id,name,note,introduced_by,met\n",
        zip_bytes(EXPORT),
        desk_json('{"contact": [{"name": "x"}]}').encode(),
        b'"',
        b",",
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"{",
        b"[",
        b"PK\x03\x04",
        b"'=1",
        b"9" * 50,
    ]
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(NAMES, st.lists(PIECES | st.binary(max_size=30), max_size=6), st.integers(0, 400))
def test_that_no_file_gets_more_than_a_sentence_out_of_the_readers(
    tmp_path: Path, name: str, pieces: list[bytes], cut: int
) -> None:
    content = b"".join(pieces)
    path = put(tmp_path / name, content[: len(content) - cut] if cut < 100 else content)
    try:
        made = plan(read_here(path), Records())
    except ImportProblemError:
        return
    assert len(made.entries) == sum(sum(count.values()) for count in made.counts().values())
