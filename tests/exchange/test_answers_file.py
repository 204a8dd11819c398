"""A file of answers: what is understood, and that anything else is refused by name and place."""

from __future__ import annotations

import json
import os
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import RANGES, AnswerPart
from careerdesk.domain.catalogue import Goal
from careerdesk.domain.errors import ImportProblemError
from careerdesk.exchange.answers_file import MAX_BYTES, FileAnswers, read_answers

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 2, 1)
SKILLS = sorted(one.id for one in catalogue().skills)
STATEMENTS = sorted(one.id for one in catalogue().instrument.interests.items)
GOALS = sorted(one.value for one in Goal)


def read(folder: Path, content: str | bytes) -> FileAnswers:
    path = folder / "answers.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_answers(path, catalogue(), TODAY)


def refusal(folder: Path, content: str | bytes) -> str:
    with pytest.raises(ImportProblemError) as caught:
        read(folder, content)
    sentence = str(caught.value)
    assert sentence.startswith("answers.json")
    assert "The desk is unchanged" in sentence
    assert "\n" not in sentence
    return sentence


def test_that_every_part_is_read_and_null_stays_apart_from_0(tmp_path: Path) -> None:
    said = read(
        tmp_path,
        '{"on": "2026-01-31", "skills": {"python": 0, "nlp": null}, "interests": {"R1": 4},'
        ' "goals": {"autonomy": 1}, "top_goals": ["impact", "growth"]}',
    )
    assert said.on == date(2026, 1, 31)
    assert said.parts == {
        AnswerPart.SKILL: {"python": 0, "nlp": None},
        AnswerPart.INTEREST: {"R1": 4},
        AnswerPart.GOAL: {"autonomy": 1},
        AnswerPart.TOP_GOAL: {"impact": 1, "growth": 1},
    }
    assert said.count == 6


@pytest.mark.parametrize("content", ["{}", "\ufeff{}", ' {"skills": {}}\n'])
def test_that_a_file_may_answer_nothing(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content).count == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON from line 1, column 1"),
        (b"\xff\xfe{\x00}\x00", "not text in UTF-8"),
        (b'{"skills": {"python": 5}', "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"1" * 5_000, "number that is no level"),
        (b'{"skills": {"python": NaN}}', "“python” must be a whole number from 0 to 5"),
        (b'{"on": Infinity}', "must be a day such as 2026-01-31, not Infinity"),
        (b"[]", "must be an object in braces, not []"),
        (b"null", "must be an object in braces, not null"),
        (b'"{}"', "must be an object in braces"),
        (b'{"skill": {}}', "there is no part “skill”, only on, skills"),
        (b'{"skills": [], "Goals": 1}', "there is no part “Goals”"),
        (b'{"skills": []}', "answers.json, skills: must be an object"),
        (b'{"skills": null}', "answers.json, skills: must be an object in braces, not null"),
        (b'{"skills": {"pyton": 5}}', "the catalogue has no skill “pyton”, only python"),
        (b'{"skills": {"": 5}}', "the catalogue has no skill “”"),
        (b'{"skills": {"python": 6}}', "“python” must be a whole number from 0 to 5"),
        (b'{"skills": {"python": -1}}', "null for not sure, not -1"),
        (b'{"skills": {"python": 3.0}}', "not 3.0"),
        (b'{"skills": {"python": true}}', "not true"),
        (b'{"skills": {"python": "3"}}', 'not "3"'),
        (b'{"skills": {"python": {"level": 3}}}', "not an object in braces"),
        (b'{"skills": {"python": 1, "python": 1}}', "“python” stands there more than once"),
        (b'{"skills": {}, "skills": {}}', "“skills” stands there more than once"),
        (b'{"interests": {"R7": 1}}', "the catalogue has no statement “R7”"),
        (b'{"interests": {"R1": 5}}', "from 0 to 4"),
        (b'{"goals": {"money": 1}}', "the catalogue has no goal “money”"),
        (b'{"goals": {"income": 0}}', "from 1 to 5"),
        (b'{"top_goals": "impact"}', "must be a list of goals"),
        (b'{"top_goals": {"impact": 1}}', "must be a list of goals"),
        (b'{"top_goals": ["impact", 1]}', "must be a list of goals"),
        (b'{"top_goals": ["fame"]}', "answers.json, top_goals: the catalogue has no goal “fame”"),
        (b'{"top_goals": ["impact", "impact"]}', "“impact” stands there more than once"),
        (b'{"top_goals": ["impact", "growth", "focus", "income"]}', "must be 3 at most, not 4"),
        (b'{"on": "31.01.2026"}', "answers.json, on: must be a day such as"),
        (b'{"on": "20260131"}', "must be a day such as"),
        (b'{"on": "2026-02-30"}', "there is no 2026-02-30"),
        (b'{"on": null}', "must be a day such as 2026-01-31, not null"),
        (b'{"on": "2026-02-02"}', "2026-02-02 has not come yet"),
        (b'{"skills": {"\\ud800\\u001b[2J": 1}}', "the catalogue has no skill “[2J”"),
    ],
)
def test_that_what_is_no_answer_is_refused_with_its_place(
    tmp_path: Path, content: bytes, words: str
) -> None:
    assert words in refusal(tmp_path, content)


def test_that_a_file_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    assert "more than 1 MB" in refusal(tmp_path, b" " * (MAX_BYTES + 1))
    for name in ("nowhere.json", "x" * 300, "a\0b"):
        with pytest.raises(ImportProblemError, match="cannot be read"):
            read_answers(tmp_path / name, catalogue(), TODAY)
    with pytest.raises(ImportProblemError, match="is not a file"):
        read_answers(tmp_path, catalogue(), TODAY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_that_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ImportProblemError, match="is not a file"):
        read_answers(tmp_path / "pipe", catalogue(), TODAY)


def levels(items: list[str], part: AnswerPart) -> st.SearchStrategy[dict[str, int | None]]:
    low, high = RANGES[part]
    return st.dictionaries(st.sampled_from(items), st.none() | st.integers(low, high), max_size=9)


@given(
    skills=levels(SKILLS, AnswerPart.SKILL),
    interests=levels(STATEMENTS, AnswerPart.INTEREST),
    goals=levels(GOALS, AnswerPart.GOAL),
    top=st.lists(st.sampled_from(GOALS), max_size=3, unique=True),
    on=st.none() | st.dates(max_value=TODAY),
)
def test_that_whatever_is_in_range_is_read_as_it_stands(
    tmp_path_factory: pytest.TempPathFactory,
    skills: dict[str, int | None],
    interests: dict[str, int | None],
    goals: dict[str, int | None],
    top: list[str],
    on: date | None,
) -> None:
    whole: dict[str, Any] = {"skills": skills, "interests": interests, "goals": goals}
    whole |= {"top_goals": top} | ({"on": on.isoformat()} if on else {})
    said = read(tmp_path_factory.mktemp("file"), json.dumps(whole))
    assert said.on == on
    assert said.parts[AnswerPart.SKILL] == skills
    assert said.parts[AnswerPart.INTEREST] == interests
    assert said.parts[AnswerPart.GOAL] == goals
    assert list(said.parts[AnswerPart.TOP_GOAL]) == top


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["on", "skills", "interests", "goals", "top_goals", "python", "R1"])
                | st.text(max_size=5),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_that_no_json_leads_to_anything_but_answers_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.mktemp("file") / "answers.json"
    path.write_text(json.dumps(value))
    assert "\n" not in outcome(path)


def outcome(path: Path) -> str:
    try:
        return str(read_answers(path, catalogue(), TODAY).count)
    except ImportProblemError as error:
        return str(error)
