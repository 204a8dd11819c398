"""Files that hold no roles, not all of them, or harm: each is refused or told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from foreign_files import EXPORT, put, put_folder, zip_bytes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from role_releases import (
    ESCO,
    ESCO_OCCUPATIONS,
    ESCO_RELATIONS,
    INTERESTS,
    KNOWLEDGE,
    OCCUPATIONS,
    ONET,
    RATINGS_HEADER,
    READ_ME,
    SKILLS,
    TITLES,
    Gathered,
    rated,
    roles_in,
)

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from pathlib import Path


def refusal(*paths: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(ImportProblemError) as raised:
        roles_in(*paths, limits=limits)
    text = str(raised.value)
    assert "The desk is unchanged" in text
    assert text.endswith(".")
    return text


def test_that_a_folder_a_zip_and_single_files_give_the_same_roles(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", ONET)
    packed = put(tmp_path / "x.zip", zip_bytes({f"a/b/{name}": ONET[name] for name in ONET}))
    titles = [role.title for role in roles_in(folder).roles]
    assert [role.title for role in roles_in(packed).roles] == titles
    alone = roles_in(*folder.iterdir())
    assert [role.title for role in alone.roles] == titles
    assert alone["19-3051.00"].requirements == roles_in(folder)["19-3051.00"].requirements


def test_that_onet_and_esco_may_come_together(tmp_path: Path) -> None:
    gathered = roles_in(
        put_folder(tmp_path / "onet", ONET), put(tmp_path / "esco.zip", zip_bytes(ESCO))
    )
    assert {role.source for role in gathered.roles} == {"O*NET 29.3", "ESCO"}


def test_that_the_name_tells_the_release_only_where_no_read_me_does(tmp_path: Path) -> None:
    without = {name: text for name, text in ONET.items() if name != "Read Me.txt"}
    named = put_folder(tmp_path / "db_30_2_text", without)
    assert roles_in(named).roles[0].source == "O*NET 30.2"
    put(named / "Read Me.txt", READ_ME)
    assert roles_in(named).roles[0].source == "O*NET 29.3"


def test_that_two_releases_at_once_are_refused(tmp_path: Path) -> None:
    old = put_folder(tmp_path / "old", ONET)
    new = put_folder(tmp_path / "new", {**ONET, "Read Me.txt": READ_ME.replace("29.3", "30.2")})
    assert "several releases of O*NET (29.3, 30.2)" in refusal(old, new)


def test_that_two_releases_told_by_names_are_refused(tmp_path: Path) -> None:
    without = {name: text for name, text in ONET.items() if name != "Read Me.txt"}
    both = [put_folder(tmp_path / name, without) for name in ("db_29_3_text", "db_30_2_text")]
    assert "several releases of O*NET (29.3, 30.2)" in refusal(*both)
    both = [put_folder(tmp_path / f"ESCO dataset - v1.{at}.0", ESCO) for at in (1, 2)]
    assert "several releases of ESCO (1.1.0, 1.2.0)" in refusal(*both)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"Occupation Data.txt": OCCUPATIONS}, "nothing that these need or suit"),
        (
            {"Occupation Data.txt": OCCUPATIONS, "Alternate Titles.txt": TITLES},
            "choose Skills.txt, Knowledge.txt and Interests.txt",
        ),
        ({"Skills.txt": SKILLS, "Interests.txt": INTERESTS}, "choose Occupation Data.txt as well"),
        ({"occupations_en.csv": ESCO_OCCUPATIONS}, "no skills that these need"),
        ({"occupationSkillRelations_en.csv": ESCO_RELATIONS}, "choose occupations_en.csv as well"),
        (
            {
                "occupations_en.csv": ESCO_OCCUPATIONS,
                "occupationSkillRelations_en.csv": ESCO_RELATIONS,
            },
            "occupationSkillRelations_en.csv, line 2: No table of skills has",
        ),
        (
            {
                "Occupation Data.txt": OCCUPATIONS,
                "Skills.txt": SKILLS.replace("Data Value", "Value"),
            },
            "Skills.txt, line 1: It was not read, because it has no column 'Data Value'.",
        ),
        (
            {"Occupation Data.txt": OCCUPATIONS.replace("Title", "Name"), "Skills.txt": SKILLS},
            "Occupation Data.txt, line 1: It was not read, because it has no column 'Title'.",
        ),
        (
            {
                "occupations_en.csv": ESCO_OCCUPATIONS,
                "occupationSkillRelations_en.csv": ESCO_RELATIONS.replace("relationType", "kind"),
            },
            "it has no column 'relationType'.",
        ),
        ({"Abilities.txt": RATINGS_HEADER + rated("1.A.1.a.1", 4, 4)}, "holds no roles"),
        ({"notes.txt": "Nothing at all.\n"}, "none of its files (notes.txt) is a table"),
        (dict(EXPORT), "none of its files (Certifications.csv, Connections.csv"),
        ({}, "it has no file that is a table"),
    ],
)
def test_that_files_without_roles_are_refused_with_what_is_missing(
    tmp_path: Path, files: dict[str, str], told: str
) -> None:
    (tmp_path / "chosen").mkdir()
    assert told in refusal(put_folder(tmp_path / "chosen", files))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "Skills.txt",
            SKILLS.replace("Scale ID", "Scale"),
            "Skills.txt, line 1: It was not read, because it has no column 'Scale ID'.",
        ),
        ("Skills.txt", SKILLS.replace("Scale ID", "S").replace("Data Value", "V"), "line 1: It"),
        ("Knowledge.txt", RATINGS_HEADER, "Knowledge.txt, line 1: It was not read: there are no"),
        ("Knowledge.txt", "", "Knowledge.txt: It was not read: it is empty."),
        ("Interests.txt", "\0\1\2" * 99, "Interests.txt: It was not read: it is not a text."),
        (
            "Skills.txt",
            SKILLS.replace("\t8\t", "x\t8\t"),
            "Skills.txt, line 2: It was not read: no line of it has a rating that can be read. The "
            "data value '4.12x' is no number",
        ),
        (
            "Occupation Data.txt",
            OCCUPATIONS.splitlines()[0] + "\n",
            "Occupation Data.txt, line 1: It was not read: no line of it names an occupation",
        ),
    ],
)
def test_that_a_table_that_cannot_be_read_is_refused_with_all_files(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    assert told in refusal(put_folder(tmp_path / "onet", {**ONET, name: text}))


def test_that_a_header_below_a_note_is_found_and_its_line_told(tmp_path: Path) -> None:
    noted = "Downloaded for the workshop\n\n" + SKILLS
    gathered = roles_in(put_folder(tmp_path / "onet", {**ONET, "Skills.txt": noted}))
    assert len(gathered["19-3051.00"].requirements) == 3
    broken = {**ONET, "Skills.txt": noted.replace("Data Value", "Value")}
    assert "Skills.txt, line 3: " in refusal(put_folder(tmp_path / "broken", broken))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("no.zip", b"not a zip", "is not a zip archive"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "it is not a table"),
        ("my.careerdesk", b"SQLite format 3\0" + bytes(4_000), "it is not a table"),
        ("wide.txt", b"\xff\xfea", "it is not a table"),
        ("db.xlsx", zip_bytes({"xl/workbook.xml": "<x/>"}), "Excel tables are not read"),
    ],
)
def test_that_a_single_file_that_is_neither_is_refused(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    assert told in refusal(put(tmp_path / name, content))


def test_that_a_binary_below_a_good_header_is_refused(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "onet", ONET)
    put(folder / "Skills.txt", RATINGS_HEADER.encode() + b"\0\1\2\n" * 2_000)
    assert "Skills.txt" in refusal(folder)


def test_that_a_zip_cut_off_or_changed_is_refused(tmp_path: Path) -> None:
    whole = zip_bytes(ONET)
    for length in (30, len(whole) // 2, len(whole) - 1):
        assert "damaged" in refusal(put(tmp_path / "cut.zip", whole[:length]))
    assert roles_in(put(tmp_path / "whole.zip", whole)).roles


def test_that_a_bomb_is_seen_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = zip_bytes({**ONET, "Skills.txt": SKILLS + "\n" * 5_000_000})
    assert "packed more than 200 times" in refusal(put(tmp_path / "bomb.zip", bomb))


def test_that_a_name_that_climbs_out_of_a_zip_is_never_read(tmp_path: Path) -> None:
    climbing = {**ONET, "../Skills.txt": ONET["Skills.txt"]}
    del climbing["Skills.txt"]
    gathered = roles_in(put(tmp_path / "climb.zip", zip_bytes(climbing)))
    assert [one.skill for one in gathered["19-3051.00"].requirements] == ["onet:2.C.3.a"]
    assert any("leads out of the archive" in reason for reason in gathered.reasons)


def test_that_a_zip_in_which_nothing_can_be_opened_says_why(tmp_path: Path) -> None:
    path = put(tmp_path / "climb.zip", zip_bytes({"../Skills.txt": SKILLS}))
    assert "../Skills.txt: It was not read, because its name leads out" in refusal(path)


def test_that_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path / "Skills.txt", SKILLS)
    assert "MB are read" in refusal(path, limits=replace(DEFAULT_LIMITS, file_bytes=100))


def test_that_many_files_without_roles_are_told_by_the_first_few(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "many", {f"{at:02}.txt": "x\n" for at in range(20)})
    assert "07.txt and 12 more) is" in refusal(folder)


contents = st.sampled_from([OCCUPATIONS, SKILLS, KNOWLEDGE, INTERESTS, TITLES, *ESCO.values()])


@given(st.lists(contents, min_size=1, max_size=4), st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_that_no_damage_to_a_table_ends_in_anything_but_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    for at, text in enumerate(texts):
        whole = bytearray(text.encode())
        start = data.draw(st.integers(0, len(whole)))
        length = data.draw(st.integers(0, 40))
        whole[start : start + length] = data.draw(st.binary(max_size=40))
        put(folder / f"{at}.txt", bytes(whole))
    refused = ""
    gathered = Gathered()
    try:
        gathered = roles_in(folder)
    except ImportProblemError as error:
        refused = str(error)
    assert not refused or "The desk is unchanged" in refused
    for role in gathered.roles:
        assert role.title
        assert all(1 <= one.level <= 5 and 1 <= one.weight <= 3 for one in role.requirements)
