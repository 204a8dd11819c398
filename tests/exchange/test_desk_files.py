"""What CareerDesk has written it reads back exactly, and so that people can read it, too."""

from __future__ import annotations

import csv
import io
import json
import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from foreign_files import put, put_folder, read_here, zip_bytes
from hypothesis import HealthCheck, given, settings
from strategies import desks

from careerdesk.domain.codec import to_plain
from careerdesk.domain.learning import LearningItem, StudySession
from careerdesk.domain.network import Contact
from careerdesk.domain.profile import Link
from careerdesk.domain.records import COLLECTIONS, KINDS, SINGLES, Records
from careerdesk.domain.skills import Skill
from careerdesk.exchange.desk_csv import desk_as_csv
from careerdesk.exchange.desk_json import desk_as_json, desk_as_zip
from careerdesk.exchange.plan import ImportPlan, plan

if TYPE_CHECKING:
    from pathlib import Path

    from strategies import Contents

quick = settings(
    max_examples=25,  # a desk holds some of every kind, so each is many cases
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def everything(records: Records) -> dict[str, Any]:
    """Return the records as sets, because files are sorted and desks are not."""
    found: dict[str, Any] = {name: set(getattr(records, name)) for name in COLLECTIONS}
    return found | {"profile": records.profile, "preferences": records.preferences}


def imported(made: ImportPlan) -> dict[str, Any]:
    """Return what an empty desk would hold after a plan."""
    found: dict[str, Any] = everything(Records())
    names = {kind: name for name, kind in COLLECTIONS.items()}
    for entry in (*made.new, *made.changed):
        if entry.kind in SINGLES:
            found[entry.kind] = entry.after
        else:
            found[names[type(entry.after)]].add(entry.after)
    return found


@quick
@given(desks())
def test_that_json_alone_or_in_a_zip_gives_back_every_record_and_every_byte(
    tmp_path: Path, desk: tuple[Records, Contents]
) -> None:
    records, contents = desk
    for name, write in (("desk.json", desk_as_json), ("desk.zip", desk_as_zip)):
        path = put(tmp_path / name, write(records, contents.__getitem__))
        made = plan(read_here(path), Records())
        assert made.problems == ()
        assert imported(made) == everything(records)
        assert made.contents == {item.sha256: contents[item.sha256] for item in records.attachments}


@quick
@given(desks())
def test_that_tables_give_back_every_record_but_attachments(
    tmp_path: Path, desk: tuple[Records, Contents]
) -> None:
    records, _ = desk
    tables = {name: content.decode() for name, content in desk_as_csv(records).items()}
    made = plan(read_here(put_folder(tmp_path / "tables", tables)), Records())
    assert imported(made) == everything(replace(records, attachments=()))
    assert len(made.skipped) == len(records.attachments)
    assert all("did not come along" in entry.reason for entry in made.skipped)


@quick
@given(desks())
def test_that_a_desk_imported_into_itself_changes_nothing(
    tmp_path: Path, desk: tuple[Records, Contents]
) -> None:
    records, contents = desk
    path = put(tmp_path / "desk.json", desk_as_json(records, contents.__getitem__))
    assert plan(read_here(path), records).is_empty
    tables = {name: content.decode() for name, content in desk_as_csv(records).items()}
    assert plan(read_here(put_folder(tmp_path / "tables", tables)), records).is_empty


@settings(quick, max_examples=12)
@given(desks(), desks())
def test_that_a_desk_merged_into_another_is_then_a_part_of_it(
    tmp_path: Path, one: tuple[Records, Contents], other: tuple[Records, Contents]
) -> None:
    path = put(tmp_path / "desk.json", desk_as_json(one[0], one[1].__getitem__))
    made = plan(read_here(path), other[0])
    assert made.problems == ()
    assert not made.skipped


def test_that_equal_desks_give_equal_files_whatever_their_order() -> None:
    skills = tuple(Skill.new(name) for name in "abc")
    first, second = Records(skills=skills), Records(skills=skills[::-1])
    assert desk_as_json(first, bytes.fromhex) == desk_as_json(second, bytes.fromhex)
    assert desk_as_zip(first, bytes.fromhex) == desk_as_zip(second, bytes.fromhex)
    assert desk_as_csv(first) == desk_as_csv(second)


def test_that_json_can_be_read_by_people_and_other_programs() -> None:
    content = desk_as_json(Records(skills=(Skill.new("Zażółć"),)), bytes.fromhex)
    assert '"name": "Zażółć"' in content.decode()
    whole = json.loads(content)
    assert (whole["format"], whole["version"]) == ("careerdesk", 1)
    assert list(whole["records"]) == list(KINDS)


def test_that_text_on_the_desk_comes_back_to_the_last_space(tmp_path: Path) -> None:
    odd = Skill.new(" a\u0301\r\n\tb \n")
    path = put(tmp_path / "desk.json", desk_as_json(Records(skills=(odd,)), bytes.fromhex))
    assert plan(read_here(path), Records()).new[0].after == odd
    tables = {"skill.csv": desk_as_csv(Records(skills=(odd,)))["skill.csv"].decode()}
    folder = put_folder(tmp_path / "tables", tables)
    assert plan(read_here(folder), Records()).new[0].after == odd


def test_that_cells_never_begin_like_a_formula_and_excel_finds_the_encoding() -> None:
    tables = desk_as_csv(Records(skills=(Skill.new("=HYPERLINK(1)"), Skill.new("+47"))))
    assert all(content.startswith(b"\xef\xbb\xbf") for content in tables.values())
    rows = list(csv.reader(io.StringIO(tables["skill.csv"].decode("utf-8-sig"), newline="")))
    assert {row[1] for row in rows[1:]} == {"'=HYPERLINK(1)", "'+47"}


def test_that_a_table_shows_the_name_beside_the_id_of_another_record() -> None:
    item = LearningItem.new("Inspired")
    session = StudySession.new(date(2026, 11, 1), 45, learning_item_id=item.id)
    table = desk_as_csv(Records(learning_items=(item,), study_sessions=(session,)))
    (row,) = csv.DictReader(io.StringIO(table["study_session.csv"].decode("utf-8-sig")))
    assert (row["learning_item_id"], row["learning_item"]) == (str(item.id), "Inspired")


def test_that_an_id_replaces_also_with_nothing_and_a_name_does_not(tmp_path: Path) -> None:
    ada = Contact.new("Ada", organization="Engines Ltd", title="Analyst")
    desk = Records(contacts=(ada,))
    exact = put(tmp_path / "contact.csv", f"id,name,title\n{ada.id},Ada,\n")
    (entry,) = plan(read_here(exact), desk).changed
    assert entry.after == replace(ada, title="")
    text = "name,organisation,job title,notes\nada,engines ltd,,Poet\n"
    by_hand = put(tmp_path / "contact.csv", text)
    (entry,) = plan(read_here(by_hand), desk).changed
    assert entry.after == replace(ada, name="ada", organization="engines ltd", note="Poet")


def test_that_a_table_is_known_by_its_name_by_its_header_or_by_being_told(tmp_path: Path) -> None:
    text = "function,weight\nproduct,3\n"
    for name in ("mix_target.csv", "Mix Targets.csv", "whatever.csv"):
        (draft,) = read_here(put(tmp_path / name, text)).drafts
        assert draft.kind == "mix_target"
        assert draft.values == {"function": "product", "weight": 3}
    (draft,) = read_here(put(tmp_path / "a.csv", "name\nPython\n"), kind="skill").drafts
    assert draft.kind == "skill"


def test_that_unknown_columns_of_a_table_are_named(tmp_path: Path) -> None:
    incoming = read_here(put(tmp_path / "contact.csv", "name,title,shoe size\nAda,x,41\n"))
    assert ["'shoe size'" in problem.reason for problem in incoming.problems] == [True]


def test_that_an_address_that_is_not_of_the_web_is_dropped_and_said(tmp_path: Path) -> None:
    ada = replace(Contact.new("Ada"), url="https://a.example")
    plain = to_plain(ada) | {"url": "javascript:x"}
    text = json.dumps({"format": "careerdesk", "version": 1, "records": {"contact": [plain]}})
    incoming = read_here(put(tmp_path / "desk.json", text))
    assert incoming.drafts[0].values["url"] == ""
    incoming = read_here(put(tmp_path / "contact.csv", "name,url\nAda,javascript:x\n"))
    assert incoming.drafts[0].values["url"] == ""
    assert incoming.problems[0].line == 2


def test_that_an_address_of_ones_own_stays_to_the_letter(tmp_path: Path) -> None:
    ada = Contact.new("Ada")
    for address in ("http://a.example", "https://localhost/x"):
        records = Records(contacts=(replace(ada, url=address),))
        for name, content in desk_as_csv(records).items():
            put(tmp_path / "tables" / name, content)
        json_file = put(tmp_path / "desk.json", desk_as_json(records, bytes.fromhex))
        for path in (tmp_path / "tables", json_file):
            assert plan(read_here(path), Records()).new[0].after.url == address


def test_that_a_column_is_read_as_one_field_and_its_own_name_goes_first(tmp_path: Path) -> None:
    text = "name,organization,company,title,role\nAda,Engines,Looms,Analyst,Poet\n"
    incoming = read_here(put(tmp_path / "contact.csv", text))
    (draft,) = incoming.drafts
    assert draft.values == {"name": "Ada", "organization": "Engines", "title": "Analyst"}
    told = [problem.reason for problem in incoming.problems]
    assert ["'company', 'role'" in reason for reason in told] == [True]


def test_that_a_year_that_nobody_means_is_refused_unless_it_comes_from_a_desk(
    tmp_path: Path,
) -> None:
    rows = f"{uuid.uuid4()},Ada,0001\n,Bob,9999\n,Cy,2020\n"
    incoming = read_here(put(tmp_path / "contact.csv", "id,name,met\n" + rows))
    assert [draft.values["name"] for draft in incoming.drafts] == ["Ada", "Cy"]
    (problem,) = incoming.problems
    assert "The column met has a year before 1900" in problem.reason


def test_that_a_link_that_leads_nowhere_costs_its_row(tmp_path: Path) -> None:
    text = "label,url\nMine,javascript:x\nOther,a.example\n"
    made = plan(read_here(put(tmp_path / "link.csv", text)), Records())
    (entry,) = made.new
    assert isinstance(entry.after, Link)
    assert entry.after.url == "https://a.example"


def test_that_a_desk_in_a_zip_is_found_in_a_folder_of_it(tmp_path: Path) -> None:
    records = Records(skills=(Skill.new("x"),))
    inner = desk_as_json(records, bytes.fromhex)
    path = put(tmp_path / "x.zip", zip_bytes({"export/careerdesk.json": inner}))
    assert plan(read_here(path), Records()).new[0].after == records.skills[0]
