from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from foreign_files import put, read_here

from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.columns import is_header_of, kinds_with

if TYPE_CHECKING:
    from pathlib import Path


def values(path: Path) -> dict[str, Any]:
    (draft,) = read_here(path).drafts
    return {name: value for name, value in draft.values.items() if value not in ("", None)}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "certificates.csv",
            "Name,Authority,Date\nCloud,Examples,2024-05\n",
            {"title": "Cloud", "issuer": "Examples", "issued": "2024-05"},
        ),
        ("skill.csv", "Title,Notes\nMaps,x\n", {"name": "Maps", "note": "x"}),
        (
            "study_session.csv",
            "date,hours\n2026-11-01,1.5\n",
            {"on": "2026-11-01", "minutes": 90},
        ),
        ("study_session.csv", "date,hours\n2026-11-01,0:45\n", {"on": "2026-11-01", "minutes": 45}),
        (
            "learning_item.csv",
            "name;cost;currency\nMaps;49,9;EUR\n",
            {"title": "Maps", "cost_minor": 4_990, "currency": "EUR"},
        ),
        (
            "learning_item.csv",
            "name;price;currency\nMaps;4900;JPY\n",
            {"title": "Maps", "cost_minor": 4_900, "currency": "JPY"},
        ),
    ],
)
def test_that_columns_go_by_the_names_that_people_give_them(
    tmp_path: Path, name: str, text: str, expected: dict[str, Any]
) -> None:
    assert values(put(tmp_path / name, text)) == expected


@pytest.mark.parametrize("cost", ["49.9", "1,200", "much", "-3"])
def test_that_an_amount_that_could_be_two_is_refused(tmp_path: Path, cost: str) -> None:
    text = f"name;cost;currency\nMaps;{cost};JPY\n"
    incoming = read_here(put(tmp_path / "learning_item.csv", text))
    assert incoming.drafts == ()
    assert "must be an amount such as 50" in incoming.problems[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
        "Ada,,Byron,Engines,Analyst,Poet,* x,Home,a@x.example ::: b@x.example,Work,555\n",
        "Name,Given Name,Family Name,Notes,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,"
        "Organization 1 - Title,Phone 1 - Value\n"
        'Ada Byron,Ada,Byron,Poet,Home,"a@x.example, b@x.example",Engines,Analyst,555\n',
        "First Name,Last Name,Title,E-mail Address,Mobile Phone,Company,Job Title,Notes\n"
        'Ada,Byron,Dr,"a@x.example, b@x.example",555,Engines,Analyst,Poet\n',
    ],
    ids=["google", "google before 2024", "outlook"],
)
def test_that_an_address_book_comes_with_more_than_names(tmp_path: Path, text: str) -> None:
    path = put(tmp_path / "contacts.csv", text)
    assert values(path) == {
        "name": "Ada Byron",
        "organization": "Engines",
        "title": "Analyst",
        "email": "a@x.example, b@x.example",
        "phone": "555",
        "note": "Poet",
    }
    (problem,) = read_here(path).problems
    assert "has no place for the column" in problem.reason


def test_that_the_address_book_of_a_linkedin_export_is_not_taken_for_contacts(
    tmp_path: Path,
) -> None:
    text = "Source,FirstName,LastName,Companies,Title,Emails\nx,Ada,Byron,Engines,Dr,a@x.example\n"
    put(tmp_path / "export" / "Contacts.csv", text)
    incoming = read_here(tmp_path / "export")
    assert incoming.drafts == ()
    assert "does not keep uploaded address books" in incoming.problems[0].reason


def test_that_a_table_without_its_columns_hears_which_they_are(tmp_path: Path) -> None:
    path = put(tmp_path / "sessions.csv", "a,b\n1,2\n")
    with pytest.raises(ImportProblemError) as raised:
        read_here(path, kind="study_session")
    assert "a study session needs (on and minutes)" in str(raised.value)
    assert "on, minutes, learning_item, skill, note, is_private" in str(raised.value)


def test_that_a_lone_column_of_skills_is_no_list_of_what_to_leave_out() -> None:
    assert kinds_with({"skill"}) == []
    assert kinds_with({"section", "rank"}) == []
    assert is_header_of("portfolio_hidden", {"skill", "certificate"})
