"""The assessment on the command line."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk import cli
from careerdesk.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def assess(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Score a file with this content on a new desk; give status and what was printed."""
    desk = tmp_path / "Alex.careerdesk"
    cli.run(["new", str(desk)])

    def run(content: Any, *options: str) -> tuple[int, str, str]:
        path = tmp_path / "answers.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        capsys.readouterr()
        status = cli.run(["assess", str(desk), "--answers", str(path), *options])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def everything() -> dict[str, Any]:
    book = catalogue()
    return {
        "on": "2026-01-31",
        "skills": {one.id: at % 6 for at, one in enumerate(book.skills)},
        "interests": {one.id: at % 5 for at, one in enumerate(book.instrument.interests.items)},
        "goals": {one.goal.value: 3 for one in book.instrument.goals.questions},
        "top_goals": ["impact", "growth", "autonomy"],
    }


def test_that_json_tells_all_that_was_found(assess: Run) -> None:
    status, out, err = assess(everything(), "--json")
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert found["on"] == "2026-01-31"
    assert (found["answered"], found["not_sure"]) == (87 + 36 + 10 + 3, 0)
    assert (found["skills_rated"], found["skills_added"]) == (87, 87)
    assert list(found["interests"]) == list("RIASEC")
    assert found["interests_unknown"] == {}
    assert found["goals"]["impact"] == pytest.approx(2 / 13)
    assert sum(found["goals"].values()) == pytest.approx(1)
    assert "not a validated test" in found["disclosure"]


def test_that_what_is_not_known_is_null_with_a_reason(assess: Run) -> None:
    out = assess({"interests": {"R1": 3, "R2": None}}, "--json")[1]
    found = json.loads(out)
    assert found["interests"]["R"] is None
    assert "1 of 6" in found["interests_unknown"]["R"]
    assert "no statement" in found["interests_unknown"]["I"]
    assert found["interests_not_compared"]
    assert [one["kind"] for one in found["notices"]] == ["many_skipped"]
    assert (found["answered"], found["not_sure"]) == (1, 1)


def test_that_people_read_the_same_in_words(assess: Run) -> None:
    status, out, _ = assess({**everything(), "skills": {"python": 5, "nlp": None}})
    assert status == 0
    assert "Assessment of 31 Jan 2026: 50 answers, 1 not sure." in out
    assert "Investigative" in out
    assert "impact  15%, would decide" in out
    assert "Skills: 1 rated, 1 not sure. 2 skills added." in out
    assert "not a validated test" in out
    assert "undo" in out
    assert (
        "nothing was changed"
        in assess({"on": "2026-01-31", "skills": {"python": 5, "nlp": None}})[1]
    )


def test_that_careless_answers_are_asked_about_gently(assess: Run) -> None:
    same = dict.fromkeys((one.id for one in catalogue().instrument.interests.items), 2)
    out = assess({"interests": same})[1]
    assert "Does that fit you?" in out
    assert "not compared with roles: the six scores are nearly equal" in out


def test_that_no_answers_are_no_failure(assess: Run) -> None:
    assert assess({}) == (0, "There are no answers in it; nothing was changed.\n", "")
    assert json.loads(assess({}, "--json")[1]) == {"attempt": None, "is_changed": False}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        {"skills": {"pyhton": 1}},
        {"skills": {"python": 7}},
        {"skills": {"python": True}},
        {"goals": {"impact": 2.5}},
        {"top_goals": ["impact"] * 2},
        {"on": str(date.today() + timedelta(days=1)), "goals": {"impact": 3}},
        {"language": "en"},
    ],
)
def test_that_a_bad_file_is_refused_in_one_sentence(assess: Run, content: Any) -> None:
    status, out, err = assess(content)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("careerdesk: answers.json")
    assert "The desk is unchanged" in err


def test_that_the_file_of_answers_must_be_named(assess: Run, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(["assess", str(tmp_path / "Alex.careerdesk")])
    assert ended.value.code == 2
