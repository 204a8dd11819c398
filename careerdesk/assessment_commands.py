"""What the command about the assessment does, and the words for what it found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerdesk.commands import opened, print_json
from careerdesk.domain.assessment import AnswerPart, AnswerState
from careerdesk.domain.catalogue import InterestType
from careerdesk.words import counted, day

if TYPE_CHECKING:
    import argparse

    from careerdesk.services.assessment_file import Scored
    from careerdesk.services.assessment_findings import Findings

_DISCLOSURE: Final = "This is a structured self-report, not a validated test."
# By the values of ``analysis.interest_checks.Notice`` and ``analysis.interests.NoShape``.
_NOTICES: Final = {
    "many_skipped": "Many statements have no answer. Were they hard to imagine?",
    "flat": "Nearly all statements have the same answer. Does that fit you?",
    "hurried": "Half of the statements took less than two seconds. Were you in a hurry?",
}
_NO_SHAPE: Final = {
    "many_skipped": "too many statements have no answer",
    "unknown_type": "a type of interests is unknown",
    "flat": "the six scores are nearly equal",
}


def assess(options: argparse.Namespace) -> int:
    """Score an assessment whose answers stand in a file."""
    from careerdesk.services.assessment_file import score_file
    from careerdesk.services.assessment_findings import findings

    with opened(options) as desk:
        scored = score_file(desk, options.answers, date.today())
        found = None if scored.attempt is None else findings(desk, scored.attempt)
    if options.json:
        print_json(_plain(scored, found))
    elif found is None:
        print("There are no answers in it; nothing was changed.")
    else:
        _tell(scored, found)
    return 0


def _plain(scored: Scored, found: Findings | None) -> dict[str, Any]:
    if found is None:
        return {"attempt": None, "is_changed": False}
    no_shape = found.interests.no_shape if found.interests else None
    return {
        "attempt": str(found.attempt.id),
        "on": str(found.attempt.finished),
        "is_changed": scored.is_changed,
        "answered": found.count(AnswerState.GIVEN),
        "not_sure": found.count(AnswerState.NOT_SURE),
        "skills_rated": found.count(AnswerState.GIVEN, AnswerPart.SKILL),
        "skills_not_sure": found.count(AnswerState.NOT_SURE, AnswerPart.SKILL),
        "skills_added": scored.skills_added,
        "interests": {kind.value: score for kind, score in _scores(found).items()},
        "interests_unknown": {
            kind.value: _why_unknown(found, kind)
            for kind, score in _scores(found).items()
            if score is None
        },
        "interests_not_compared": _NO_SHAPE[no_shape.value] if no_shape else None,
        "goals": {goal.value: float(weight) for goal, weight in found.goals.items()},
        "top_goals": [goal.value for goal in found.top_goals],
        "notices": [{"kind": one.value, "text": _NOTICES[one.value]} for one in found.notices],
        "disclosure": _DISCLOSURE,
    }


def _tell(scored: Scored, found: Findings) -> None:
    counts = counted(found.count(AnswerState.GIVEN), "answer")
    not_sure = found.count(AnswerState.NOT_SURE)
    print(f"Assessment of {day(found.attempt.finished)}: {counts}, {not_sure} not sure.")
    if found.interests:
        print("Interests, from 0 to 4:")
        for name, score in _score_words(found).items():
            print(f"{name:>16}  {score}")
        if no_shape := found.interests.no_shape:
            print(f"They are not compared with roles: {_NO_SHAPE[no_shape.value]}.")
    if found.goals:
        print("Goals, by how much they count:")
        for goal, weight in sorted(found.goals.items(), key=lambda pair: -pair[1]):
            decides = ", would decide" if goal in found.top_goals else ""
            print(f"{goal.value:>16}  {float(weight):.0%}{decides}")
    rated = found.count(AnswerState.GIVEN, AnswerPart.SKILL)
    unsure = found.count(AnswerState.NOT_SURE, AnswerPart.SKILL)
    if rated or unsure:
        new = f" {counted(scored.skills_added, 'skill')} added." if scored.skills_added else ""
        print(f"Skills: {rated} rated, {unsure} not sure.{new}")
    for notice in found.notices:
        print(_NOTICES[notice.value])
    print(_DISCLOSURE)
    if scored.is_changed:
        print("Stored as one change; `careerdesk undo` takes it back.")
    else:
        print("All of it was on the desk already; nothing was changed.")


def _scores(found: Findings) -> dict[InterestType, float | None]:
    known = found.interests.scores if found.interests else {}
    return {kind: known.get(kind) for kind in InterestType}


def _score_words(found: Findings) -> dict[str, str]:
    from careerdesk.catalogue import catalogue

    names = {one.type: one.name for one in catalogue().instrument.interests.types}
    return {
        names[kind]: _why_unknown(found, kind) if score is None else f"{score:.1f}"
        for kind, score in _scores(found).items()
    }


def _why_unknown(found: Findings, kind: InterestType) -> str:
    from careerdesk.domain.instrument import ITEMS_PER_TYPE
    from careerdesk.domain.scoring import LEAST_ANSWERS

    given = found.answered.get(kind, 0)
    if not given:
        return "unknown (no statement answered)"
    return f"unknown ({given} of {ITEMS_PER_TYPE} statements answered, {LEAST_ANSWERS} are needed)"
