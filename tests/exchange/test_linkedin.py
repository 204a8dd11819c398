from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from foreign_files import (
    ADA,
    BOB,
    CONNECTIONS,
    CONNECTIONS_HEADER,
    EXPORT,
    HIDDEN,
    PREAMBLE,
    put,
    put_folder,
    read_here,
    zip_bytes,
)

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.drafts import Incoming, Manner, Severity
from careerdesk.exchange.reading import read_foreign

if TYPE_CHECKING:
    from pathlib import Path


def values(incoming: Incoming, kind: str) -> list[dict[str, Any]]:
    return [dict(draft.values) for draft in incoming.drafts if draft.kind == kind]


def test_that_a_folder_and_a_zip_of_it_give_the_same(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "export", EXPORT)
    zipped = put(tmp_path / "export.zip", zip_bytes(EXPORT))
    assert [draft.values for draft in read_here(folder).drafts] == [
        draft.values for draft in read_here(zipped).drafts
    ]
    assert read_here(zipped).title == "LinkedIn export"


ERAS = {
    "to mid-2021": (
        "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        "Ada,Byron,ada@example.org,Engines Ltd,Analyst,08 Feb 2026\n"
    ),
    "to mid-2023": (
        PREAMBLE + "First Name,Last Name,Email Address,Company,Position,Connected On\n"
        "Ada,Byron,ada@example.org,Engines Ltd,Analyst,08 Feb 2026\n"
    ),
    "since": PREAMBLE + CONNECTIONS_HEADER + ADA.rstrip("\n"),
    "saved by Excel": "\ufeff"
    + (PREAMBLE + CONNECTIONS_HEADER + ADA)
    .replace("08 Feb 2026", "8-Feb-26")
    .replace("\n", "\r\n"),
    "with semicolons": (CONNECTIONS_HEADER + ADA).replace(",", ";"),
}


@pytest.mark.parametrize("era", ERAS)
def test_that_connections_of_every_era_are_read(tmp_path: Path, era: str) -> None:
    incoming = read_here(put(tmp_path / "Connections.csv", ERAS[era]))
    (ada,) = values(incoming, "contact")
    assert ada.pop("url", None) in (None, "https://www.linkedin.com/in/ada")
    assert ada == {
        "name": "Ada Byron",
        "organization": "Engines Ltd",
        "title": "Analyst",
        "email": "ada@example.org",
        "met": "2026-02-08",
    }
    assert incoming.problems == ()


def test_that_a_hidden_member_is_left_out_with_the_line_and_the_reason(tmp_path: Path) -> None:
    incoming = read_here(put(tmp_path / "Connections.csv", CONNECTIONS + HIDDEN))
    (left_out,) = incoming.left_out
    assert (left_out.kind, left_out.file, left_out.line) == ("contact", "Connections.csv", 7)
    (problem,) = incoming.problems
    assert problem.severity is Severity.NOTICE
    assert problem.reason == f"{left_out.reason} The row was skipped."


def test_that_a_bad_date_or_address_costs_the_value_and_not_the_person(tmp_path: Path) -> None:
    row = "Ada,Byron,javascript:alert(1),,Engines Ltd,Analyst,30 Feb 2026\n"
    incoming = read_here(put(tmp_path / "Connections.csv", CONNECTIONS_HEADER + row))
    assert values(incoming, "contact") == [
        {"name": "Ada Byron", "organization": "Engines Ltd", "title": "Analyst"}
    ]
    assert {(problem.line, problem.severity) for problem in incoming.problems} == {
        (2, Severity.WARNING)
    }
    assert len(incoming.problems) == 2
    assert all("only this value was left out" in problem.reason for problem in incoming.problems)


def test_that_control_characters_do_not_reach_a_draft(tmp_path: Path) -> None:
    row = "Ada\x1b[31m,By\x00ron,,,Engines\x07 Ltd,,\n"
    path = put(tmp_path / "Connections.csv", CONNECTIONS_HEADER + BOB * 300 + row)
    assert values(read_here(path), "contact")[-1] == {
        "name": "Ada[31m Byron",
        "organization": "Engines Ltd",
    }


@pytest.mark.parametrize("year", ["0001", "1899", "2127", "9999"])
def test_that_a_date_of_a_year_that_nobody_means_costs_the_value(tmp_path: Path, year: str) -> None:
    text = CONNECTIONS_HEADER + ADA.replace("2026", year) + BOB.replace("2019", "1900")
    incoming = read_here(put(tmp_path / "Connections.csv", text))
    ada, bob = values(incoming, "contact")
    assert ("met" in ada, bob["met"]) == (False, "1900-09-09")
    (problem,) = incoming.problems
    assert (problem.line, "a year before 1900 or after 2126" in problem.reason) == (2, True)


@pytest.mark.parametrize("damage", ["\0", "\0" * 4_096])
def test_that_bytes_without_meaning_in_one_cell_cost_no_other_row(
    tmp_path: Path, damage: str
) -> None:
    text = CONNECTIONS_HEADER + BOB + ADA.replace("Byron", f"By{damage}ron") + BOB * 8
    incoming = read_here(put(tmp_path / "Connections.csv", text))
    assert len(values(incoming, "contact")) == 10
    assert values(incoming, "contact")[1]["organization"] == "Engines Ltd"


def test_that_each_file_of_the_export_gives_its_records(tmp_path: Path) -> None:
    incoming = read_here(put_folder(tmp_path / "export", EXPORT))
    assert values(incoming, "position") == [
        {
            "title": "Analyst",
            "organization": "Engines Ltd",
            "location": "London",
            "started": "2024-01",
            "description": "First line.\nSecond line.",
        },
        {"title": "Clerk", "organization": "Mills", "started": "2020", "ended": "2023-12"},
    ]
    assert values(incoming, "education") == [
        {
            "school": "University of Examples",
            "degree": "MSc",
            "started": "2014",
            "ended": "2020-08",
            "description": "With honours\n\nChess",
        }
    ]
    assert values(incoming, "certificate") == [
        {
            "title": "Cloud Associate",
            "issuer": "Example Authority",
            "issued": "2023-05",
            "expires": "2026-05",
            "credential_id": "ABC-1",
            "url": "https://example.com/1",
        }
    ]
    assert [(item["title"], item["status"]) for item in values(incoming, "learning_item")] == [
        ("Done course", "done"),
        ("Watched video", "active"),
        ("Saved course", "planned"),
    ]
    assert values(incoming, "learning_item")[0]["note"] == "Good\n\nAbout maps"
    assert values(incoming, "link") == [
        {"label": "Portfolio", "url": "https://ada.example", "rank": 0}
    ]


def test_that_the_profile_gets_the_primary_email_and_the_mobile_phone(tmp_path: Path) -> None:
    incoming = read_here(put_folder(tmp_path / "export", EXPORT))
    whole: dict[str, Any] = {}
    for part in values(incoming, "profile"):
        whole |= part
    assert whole == {
        "name": "Ada Byron",
        "headline": "Analyst",
        "statement": "Because of poetry.",
        "location": "London",
        "address": "1 Mill Lane",
        "email": "ada@example.org",
        "phone": "+44 555 2",
    }


@pytest.mark.parametrize(
    ("extension", "phone"),
    [("", "555 2"), ("+44", "+44 555 2"), ("44", "555 2 ext. 44"), ("812", "555 2 ext. 812")],
)
def test_that_an_extension_is_a_code_of_a_country_only_where_it_says_so(
    tmp_path: Path, extension: str, phone: str
) -> None:
    text = f"Extension,Number,Type\n{extension},555 2,Mobile\n"
    incoming = read_here(put(tmp_path / "PhoneNumbers.csv", text))
    assert values(incoming, "profile") == [{"phone": phone}]


def test_that_files_without_a_home_are_named_with_their_number_of_rows(tmp_path: Path) -> None:
    files = EXPORT | {"Honors.csv": "Title,Description,Issued On\nx,y,z\n", "Ad_Targeting.csv": "a"}
    incoming = read_here(put_folder(tmp_path / "export", files))
    told = {problem.file: problem.reason for problem in incoming.problems}
    assert told["messages.csv"] == "Skipped: CareerDesk does not keep messages yet (2 rows)."
    assert told["Honors.csv"] == "Skipped: CareerDesk does not keep honours yet (1 row)."
    assert told["Ad_Targeting.csv"].startswith("Skipped: CareerDesk does not keep Ad Targeting")


def test_that_a_folder_without_a_known_file_is_refused(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "sums", {"numbers.csv": "a,b\n1,2\n", "more.csv": "x\n"})
    with pytest.raises(ImportProblemError, match=r"\(more.csv, numbers.csv\).*desk is unchanged"):
        read_here(folder)
    put(folder / "messages.csv", EXPORT["messages.csv"])
    assert read_here(folder).drafts == ()


def test_that_columns_nobody_reads_are_named(tmp_path: Path) -> None:
    text = CONNECTIONS_HEADER.rstrip("\n") + ",Shoe Size\n" + ADA.rstrip("\n") + ",41\n"
    incoming = read_here(put(tmp_path / "Connections.csv", text))
    (problem,) = incoming.problems
    assert "'Shoe Size'" in problem.reason
    assert problem.severity is Severity.NOTICE


def test_that_numbered_and_renamed_files_are_known(tmp_path: Path) -> None:
    for name in ("Connections (1).csv", "connections_2.csv", "people I know.csv"):
        assert len(values(read_here(put(tmp_path / name, CONNECTIONS)), "contact")) == 2


def test_that_notes_add_to_people_and_make_none(tmp_path: Path) -> None:
    text = (
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On\n"
        "Ada,Byron,https://www.linkedin.com/in/ada,Met at the mill,1 Jan 2026\n"
    )
    (draft,) = read_here(put(tmp_path / "Notes.csv", text)).drafts
    assert draft.manner is Manner.SUPPLEMENT
    assert draft.values["note"] == "Met at the mill"


def test_that_a_header_in_another_language_is_explained(tmp_path: Path) -> None:
    path = put(tmp_path / "Connections.csv", "Vorname,Nachname,URL,Verbunden am\nAda,Byron,,\n")
    with pytest.raises(ImportProblemError, match="set LinkedIn to English") as raised:
        read_here(path)
    assert "no line names the columns First Name and Connected On" in str(raised.value)
    assert "The desk is unchanged" in str(raised.value)


def test_that_every_file_in_another_language_is_named(tmp_path: Path) -> None:
    names = ("Certifications.csv", "Connections.csv", "Education.csv")
    folder = put_folder(tmp_path / "export", dict.fromkeys(names, "Vorname,Titel\na,b\n"))
    with pytest.raises(ImportProblemError) as raised:
        read_foreign([folder])
    assert "from Certifications.csv. It was not read: no line names" in str(raised.value)
    assert "Nor can these be read: Connections.csv, Education.csv." in str(raised.value)


def test_that_one_foreign_header_does_not_stop_the_other_files(tmp_path: Path) -> None:
    files = EXPORT | {"Positions.csv": "Firma,Titel\nx,y\n"}
    incoming = read_here(put_folder(tmp_path / "export", files))
    assert values(incoming, "position") == []
    assert len(values(incoming, "contact")) == 2
    (problem,) = [item for item in incoming.problems if item.severity is Severity.ERROR]
    assert problem.file == "Positions.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_unicode_files_keep_every_letter(tmp_path: Path, encoding: str) -> None:
    text = CONNECTIONS_HEADER + "Łukasz,Żółć,,,示例科技,數據,1 May 2020\n"
    path = put(tmp_path / "Connections.csv", text.encode(encoding))
    assert values(read_here(path), "contact")[0]["name"] == "Łukasz Żółć"


def test_that_windows_text_is_read_and_said(tmp_path: Path) -> None:
    text = CONNECTIONS_HEADER + "Zoë,Müller,,,Süd,,1 May 2020\n"
    incoming = read_here(put(tmp_path / "Connections.csv", text.encode("cp1252")))
    assert values(incoming, "contact")[0]["name"] == "Zoë Müller"
    (problem,) = incoming.problems
    assert "1252" in problem.reason
