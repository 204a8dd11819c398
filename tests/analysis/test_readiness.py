from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from profiles import NAMES, profiles, role

from careerdesk.analysis.readiness import SkillRecord, readiness
from careerdesk.analysis.readiness_history import readiness_history
from careerdesk.analysis.what_moved import what_moved
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Level, Rating, Skill

if TYPE_CHECKING:
    from careerdesk.domain.catalogue import RoleProfile

TODAY = date(2026, 11, 23)
# The last of the names is in no inventory.
SKILLS = {name: dataclasses.replace(Skill.new(name.upper()), catalogue_key=name) for name in NAMES}
INVENTORY = [SKILLS[name] for name in NAMES[:-1]]
DAYS = st.dates(TODAY - timedelta(days=500), TODAY + timedelta(days=100))
SKILL_IDS = st.sampled_from([skill.id for skill in INVENTORY])
RATINGS = st.lists(
    st.builds(Rating.new, SKILL_IDS, DAYS, st.none() | st.sampled_from(Level)), max_size=15
)
EVIDENCE = st.lists(
    st.builds(
        Evidence.new,
        SKILL_IDS,
        st.just("Shown"),
        st.sampled_from(EvidenceKind),
        st.sampled_from(EvidenceTier),
        st.builds(
            lambda day, length: PartialDate(day.isoformat()[:length]),
            DAYS,
            st.sampled_from([4, 7, 10]),
        ),
    ),
    max_size=10,
)

ROLE = role("r", {"a": (4, 3), "b": (2, 1)})
A, B = SKILLS["a"], SKILLS["b"]


def rated(skill: Skill, on: str, level: int | None) -> Rating:
    known = None if level is None else Level(level)
    return Rating.new(skill.id, date.fromisoformat(on), known)


def shown(skill: Skill, on: str, kind: EvidenceKind = EvidenceKind.FILE) -> Evidence:
    return Evidence.new(skill.id, "Shown", kind, EvidenceTier.ARTEFACT, PartialDate(on))


@given(profiles(), RATINGS, EVIDENCE, DAYS)
def test_that_no_more_is_evidenced_than_claimed(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], day: date
) -> None:
    found = readiness(profile, SkillRecord(INVENTORY, ratings, evidence), day=day)
    assert found is not None
    assert 0 <= found.evidenced.value <= found.claimed.value <= 1
    assert found.evidenced.high <= found.claimed.high


@given(profiles(), RATINGS, EVIDENCE, DAYS)
def test_that_nothing_dated_later_counts(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], day: date
) -> None:
    past = SkillRecord(
        INVENTORY,
        [one for one in ratings if one.on <= day],
        [one for one in evidence if one.on.last_day() <= day],
    )
    record = SkillRecord(INVENTORY, ratings, evidence)
    assert readiness(profile, record, day=day) == readiness(profile, past, day=day)
    assert readiness_history(profile, record, until=day) == readiness_history(
        profile, past, until=date.max
    )


@given(profiles(), RATINGS, EVIDENCE, DAYS)
def test_that_the_history_says_of_each_day_what_is_found_on_it(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], day: date
) -> None:
    record = SkillRecord(INVENTORY, ratings, evidence)
    step = readiness_history(profile, record, until=TODAY + timedelta(days=200)).as_of(day)
    found = readiness(profile, record, day=day)
    assert found is not None
    if step is None:
        assert found.claimed.value == found.evidenced.value == 0
        assert found.claimed.high == 1
    else:
        assert (found.claimed.value, found.claimed.high) == (step.claimed, step.claimed_high)
        assert found.evidenced.value == step.evidenced


@given(profiles(), RATINGS, EVIDENCE)
def test_that_each_step_says_what_moved_and_begins_where_the_last_one_ended(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence]
) -> None:
    history = readiness_history(
        profile, SkillRecord(INVENTORY, ratings, evidence), until=TODAY + timedelta(days=200)
    )
    assert [one.on for one in history.steps] == sorted({one.on for one in history.steps})
    stood: dict[str, tuple[Level | None, Level | None]] = {}
    for step in history.steps:
        assert step.moves
        for move in step.moves:
            before = (move.before, move.supported_before)
            after = (move.after, move.supported_after)
            assert stood.get(move.requirement.skill, (None, None)) == before != after
            assert move.rating or move.evidence
            stood[move.requirement.skill] = after


@given(profiles(), RATINGS, EVIDENCE, DAYS, DAYS)
def test_that_a_change_is_what_lies_between_two_days(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], one: date, two: date
) -> None:
    first, last = sorted((one, two))
    record = SkillRecord(INVENTORY, ratings, evidence)
    change = readiness_history(profile, record, until=TODAY + timedelta(days=200)).change(
        first, last
    )
    before, after = (readiness(profile, record, day=day) for day in (first, last))
    assert before is not None
    assert after is not None
    assert change.claimed == after.claimed.value - before.claimed.value
    assert change.evidenced == after.evidenced.value - before.evidenced.value
    if not change.moves:
        assert change.claimed == change.evidenced == 0


@given(profiles(), RATINGS, EVIDENCE, DAYS)
def test_that_what_changed_since_a_day_includes_that_day_and_never_counts_unknown_as_zero(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], first: date
) -> None:
    history = readiness_history(profile, SkillRecord(INVENTORY, ratings, evidence), until=TODAY)
    change = history.since(first, TODAY)
    known = [step for step in history.steps if step.on < first] or history.steps[:1]
    assert change.first == (first if known and known[0].on < first else change.first)
    if known:
        counted = [step for step in history.steps if step not in (*known,)]
        assert change.moves == tuple(move for step in counted for move in step.moves)
        assert change.claimed == history.steps[-1].claimed - known[-1].claimed
        assert change.evidenced == history.steps[-1].evidenced - known[-1].evidenced
    else:
        assert change.claimed == change.evidenced == 0


@given(profiles(), RATINGS, EVIDENCE, DAYS)
def test_that_what_each_skill_added_sums_to_what_changed(
    profile: RoleProfile, ratings: list[Rating], evidence: list[Evidence], first: date
) -> None:
    history = readiness_history(profile, SkillRecord(INVENTORY, ratings, evidence), until=TODAY)
    change = history.since(first, TODAY)
    moved = what_moved(profile, change)
    assert sum(one.claimed for one in moved) == change.claimed
    assert sum(one.evidenced for one in moved) == change.evidenced
    assert all(one.claimed or one.evidenced for one in moved)
    sizes = [abs(one.claimed) + abs(one.evidenced) for one in moved]
    assert sizes == sorted(sizes, reverse=True)
    assert len({one.requirement.skill for one in moved}) == len(moved)


def test_that_a_skill_that_came_back_to_where_it_was_moved_nothing() -> None:
    ratings = [rated(A, "2026-01-01", 2), rated(A, "2026-02-01", 3), rated(A, "2026-03-01", 2)]
    ratings.append(rated(B, "2026-02-01", 1))
    history = readiness_history(ROLE, SkillRecord([A, B], ratings, []), until=TODAY)
    (moved,) = what_moved(ROLE, history.since(date(2026, 1, 15), TODAY))
    assert moved.requirement.skill == "b"
    assert (moved.before, moved.after, moved.claimed) == (None, Level.AWARE, Fraction(1, 8))


def test_that_the_steps_tell_which_rating_and_which_evidence_moved_what() -> None:
    ratings = [
        rated(A, "2026-01-01", 4),
        rated(B, "2026-01-01", 1),
        rated(A, "2026-03-01", 4),  # said again: nothing moves
        rated(B, "2026-04-01", None),
    ]
    evidence = [shown(A, "2026-01", EvidenceKind.COURSE), shown(A, "2026-03-01")]
    record = SkillRecord(INVENTORY, ratings, evidence)
    first, course, work, unknown = readiness_history(ROLE, record, until=TODAY).steps
    assert (first.on, first.claimed) == (date(2026, 1, 1), Fraction(7, 8))
    assert first.evidenced == 0
    assert [(one.requirement.skill, one.before, one.after) for one in first.moves] == [
        ("a", None, Level.ADVANCED),
        ("b", None, Level.AWARE),
    ]
    assert [one.rating for one in first.moves] == ratings[:2]
    assert (course.on, course.evidenced) == (date(2026, 1, 31), Fraction(3, 8))
    assert course.moves[0].evidence == (evidence[0],)
    assert course.moves[0].rating is None
    (move,) = work.moves
    assert (move.before, move.after) == (Level.ADVANCED, Level.ADVANCED)
    assert (move.supported_before, move.supported_after) == (Level.ASSISTED, Level.ADVANCED)
    assert (work.claimed, work.evidenced) == (Fraction(7, 8), Fraction(3, 4))
    assert unknown.claimed == Fraction(3, 4)
    assert unknown.claimed_high == 1
    change = readiness_history(ROLE, record, until=TODAY).change(date(2026, 1, 1), TODAY)
    assert (change.claimed, change.evidenced) == (Fraction(-1, 8), Fraction(3, 4))
    assert change.moves == (*course.moves, *work.moves, *unknown.moves)


def test_that_of_two_ratings_on_one_day_the_later_listed_counts() -> None:
    ratings = [rated(A, "2026-01-01", 1), rated(A, "2026-01-01", 2)]
    (step,) = readiness_history(ROLE, SkillRecord(INVENTORY, ratings, []), until=TODAY).steps
    assert [one.after for one in step.moves] == [Level.ASSISTED]


def test_that_the_level_of_a_skill_is_its_own_rating_and_not_that_of_its_parts() -> None:
    part = Skill.new("Part", parent_id=A.id)
    record = SkillRecord([A, part], [rated(part, "2026-01-01", 5)], [])
    found = readiness(ROLE, record, day=TODAY)
    assert found is not None
    assert found.claimed.value == 0
    assert found.supports["a"].rating is None


def test_that_evidence_makes_the_ratings_surer_and_unsteady_ones_less_sure() -> None:
    record = SkillRecord(
        [A, B], [rated(A, "2026-01-01", 4), rated(B, "2026-01-01", 2)], [shown(A, "2026-01-01")]
    )
    found = readiness(ROLE, record, day=TODAY)
    assert found is not None
    assert found.sigmas == {"a": 0.6, "b": 1.0}
    unsteady = readiness(ROLE, record, day=TODAY, is_unsteady=True)
    assert unsteady is not None
    assert unsteady.sigmas == {"a": 0.6, "b": 1.2}


def test_that_a_role_without_skills_has_neither_readiness_nor_history() -> None:
    record = SkillRecord([A], [rated(A, "2026-01-01", 4)], [])
    assert readiness(role("r", {}), record, day=TODAY) is None
    assert readiness_history(role("r", {}), record, until=TODAY).steps == ()
