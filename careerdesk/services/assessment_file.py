"""Scoring an assessment whose answers stand in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from careerdesk.catalogue import catalogue
from careerdesk.domain.assessment import FROM_FILE, Answer, AnswerPart, Attempt
from careerdesk.domain.skills import Level
from careerdesk.exchange.answers_file import read_answers
from careerdesk.services.assessment import answers_of, new_attempt
from careerdesk.services.level_entry import LevelEntry, are_put, put_levels, take_back_levels
from careerdesk.words import day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The attempt that holds the answers of a file, None if the file has none.

    ``skills_added`` counts the skills that were not in the inventory before; ``is_changed`` says
    whether the desk was not as the file says already.
    """

    attempt: Attempt | None
    skills_added: int = 0
    is_changed: bool = False


def score_file(desk: Desk, path: Path, today: date) -> Scored:
    """Store the answers of a file as an attempt finished on its day, with the ratings of skills.

    All of it is one change. There is one such attempt for a day: another file for it replaces the
    parts that it answers, and the ratings of the skills it names.

    Raises:
        ImportProblemError: the file holds something that is no answer; nothing was changed.
    """
    said = read_answers(path, catalogue(), today)
    if not said.count:
        return Scored(attempt=None)
    on = said.on or today
    before = desk.find(Attempt, finished=on, place=FROM_FILE)
    attempt = before or replace(new_attempt(desk, on), finished=on, place=FROM_FILE)
    known = {} if before is None else answers_of(desk, before)
    given = {(part, item): value for part, of in said.parts.items() for item, value in of.items()}
    gone = [one for key, one in known.items() if key[0] in said.parts and key not in given]
    put = [_answer(attempt, *key, value, known.get(key)) for key, value in given.items()]
    changed = [one for one in put if one != known.get((one.part, one.item))]
    entries = [_entry(key, level) for key, level in said.parts.get(AnswerPart.SKILL, {}).items()]
    if not (gone or changed) and are_put(desk, entries, on):
        return Scored(attempt=attempt)
    with desk.change(f"Score assessment of {day(on)}") as tx:
        tx.put(attempt)
        tx.remove_many(gone)
        take_back_levels(tx, _levels_of(gone), on)
        tx.replace_many(one for one in changed if (one.part, one.item) in known)
        tx.add_many(one for one in changed if (one.part, one.item) not in known)
        added = put_levels(tx, entries, on)
    return Scored(attempt=attempt, skills_added=added, is_changed=True)


def _levels_of(answers: list[Answer]) -> dict[str, Level | None]:
    return {
        one.item: None if one.value is None else Level(one.value)
        for one in answers
        if one.part is AnswerPart.SKILL
    }


def _answer(
    attempt: Attempt, part: AnswerPart, item: str, value: int | None, before: Answer | None
) -> Answer:
    made = Answer.new(attempt.id, part, item, value)
    return made if before is None else replace(made, id=before.id)


def _entry(key: str, level: int | None) -> LevelEntry:
    known = catalogue().skill(key)
    group = catalogue().group(known.group) if known else None
    return LevelEntry(
        skill=key,
        name=known.name if known else key,
        group=group.name if group else "",
        level=None if level is None else Level(level),
    )
