from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.analysis.certificates import CertificateState, certificate_standings
from careerdesk.analysis.coverage import coverage
from careerdesk.analysis.follow_ups import due_follow_ups, quiet_contacts
from careerdesk.analysis.skill_keys import skills_by_key
from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.study_time import minutes_by_item, minutes_by_week
from careerdesk.assets import asset
from careerdesk.catalogue import catalogue
from careerdesk.charts.gallery import CHARTS
from careerdesk.domain.attachments import OWNER_FIELDS
from careerdesk.domain.errors import DiskFullError, InvalidValueError
from careerdesk.domain.learning import LearningStatus
from careerdesk.domain.network import FUNCTIONS
from careerdesk.domain.profile import PROFILE_ID
from careerdesk.services import example, example_source, history
from careerdesk.services.desk import open_desk
from careerdesk.services.example_source import PARTS, example_as_records, example_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from careerdesk.charts.gallery import ChartSpec
    from careerdesk.domain.records import Records
    from careerdesk.domain.touched import Touched
    from careerdesk.services.desk import Desk

TODAY = date(2026, 11, 23)
STORY = timedelta(weeks=78)
SPECIAL_DAYS = (date(2028, 2, 29), date(2026, 1, 1), date(2026, 12, 31), date(2024, 3, 1))

any_day = st.sampled_from(SPECIAL_DAYS) | st.dates(date(1990, 1, 1), date(2190, 12, 31))
on_any_day = settings(max_examples=25, deadline=None)


@pytest.fixture(scope="module")
def records() -> Records:
    return example_as_records(TODAY)


def test_that_the_example_has_a_target_with_evidence_and_gaps_of_both_kinds(
    records: Records,
) -> None:
    (target,) = (one for one in records.targets if one.is_current)
    role = catalogue().role(target.role)
    assert role is not None
    found = skills_by_key(role.profile.requirements, records.skills)
    assert found.keys() == {one.skill for one in role.profile.requirements}
    history = LevelHistory(records.ratings)
    levels = {key: history.level_as_of(skill.id, TODAY) for key, skill in found.items()}
    covered = coverage(role.profile, levels)
    assert covered is not None
    assert Fraction(7, 10) < covered.value < Fraction(9, 10)
    gaps = {found[one.requirement.skill].id for one in covered.gaps}
    planned = {one.skill_id for one in records.actions if one.done_on is None}
    assert gaps & planned
    assert gaps - planned
    assert {one.skill_id for one in records.evidence} & gaps
    assert {one.finished for one in records.attempts} <= {one.on for one in records.ratings}


# ------------------------------------------------------------------------------ on any day


@on_any_day
@given(any_day)
def test_that_every_reference_names_a_record_that_stands_before_it(today: date) -> None:
    seen = {PROFILE_ID}
    for record in _all(example_as_records(today)):
        assert {getattr(record, name) for name in _references(record)} <= seen
        assert record.id not in seen
        seen.add(record.id)


@on_any_day
@given(any_day)
def test_that_nothing_has_happened_after_today_or_before_the_story(today: date) -> None:
    told = example_as_records(today)
    dated: list[Any] = [*told.study_sessions, *told.conversations, *told.ratings]
    happened = [item.on for item in dated]
    promised: list[Any] = [*told.follow_ups, *told.actions]
    happened += [item.done_on for item in promised if item.done_on]
    happened += [attempt.finished for attempt in told.attempts if attempt.finished]
    happened += [target.since for target in told.targets]
    assert max(happened) == today
    assert today - STORY <= min(happened)
    begun: list[Any] = [*told.positions, *told.education, *told.learning_items]
    known = [item.started for item in begun] + [contact.met for contact in told.contacts]
    assert all(partial.first_day() <= today for partial in known if partial)


@on_any_day
@given(any_day)
def test_that_study_time_is_that_of_a_busy_person(today: date) -> None:
    told = example_as_records(today)
    assert 150 <= len(told.study_sessions) <= 220
    assert 120 <= sum(item.minutes for item in told.study_sessions) / 60 <= 260
    assert max(Counter(item.on for item in told.study_sessions).values()) <= 2


@on_any_day
@given(any_day)
def test_that_certificates_stand_at_every_stage(today: date) -> None:
    standings = certificate_standings(example_as_records(today).certificates, today=today)
    stages = Counter(standing.state for standing in standings)
    assert stages[CertificateState.EXPIRED] == 1
    assert any(s.days_left is not None and 0 < s.days_left <= 30 for s in standings)
    assert any(s.certificate.expires is None for s in standings)
    assert any(s.certificate.issued and s.certificate.issued.month is None for s in standings)


@on_any_day
@given(any_day)
def test_that_promises_are_overdue_due_ahead_and_kept(today: date) -> None:
    told = example_as_records(today)
    open_ones = due_follow_ups(told.follow_ups, today=today, within_days=30)
    late = [item.days_late for item in open_ones]
    assert min(late) < 0 < max(late)
    assert 0 in late
    kept = [item for item in told.follow_ups if item.done_on]
    assert len(kept) >= 5
    assert any(item.done_on > item.due for item in kept if item.done_on)


def test_that_the_same_day_tells_exactly_the_same_story() -> None:
    assert example_records(TODAY) == example_records(TODAY)


# ---------------------------------------------------------------------- the story in numbers


def test_that_each_section_is_of_a_size_worth_looking_at(records: Records) -> None:
    assert 45 <= len(records.skills) <= 54
    assert len(records.skill_groups) == 9
    assert 38 <= len(records.contacts) <= 45
    assert 55 <= len(records.conversations) <= 80
    assert len(records.certificates) == 7
    assert len(records.learning_items) >= 14
    assert len(records.positions) == 5
    assert len(records.pay) == 4
    assert len(records.education) == 2


def test_that_the_weekly_goal_is_reached_in_some_weeks_and_missed_in_others(
    records: Records,
) -> None:
    weeks = minutes_by_week(records.study_sessions, today=TODAY)
    goal = records.preferences.weekly_goal_minutes
    assert goal == 300
    assert 10 <= sum(week.minutes >= goal for week in weeks) <= len(weeks) // 2
    idle = [first.minutes == second.minutes == 0 for first, second in pairwise(weeks)]
    assert any(idle)
    last = weeks[-9:-1]
    assert sum(week.minutes for week in last) / len(last) > goal


def test_that_levels_rise_fall_never_and_are_partly_unknown(records: Records) -> None:
    by_skill: dict[Any, list[Any]] = {}
    for rating in sorted(records.ratings, key=lambda item: item.on):
        by_skill.setdefault(rating.skill_id, []).append(rating.level)
    known = [[level for level in levels if level is not None] for levels in by_skill.values()]
    assert all(levels == sorted(levels) for levels in known)
    assert sum(levels[0] < levels[-1] for levels in known if levels) >= 18
    assert any(levels[-1] is None for levels in by_skill.values())
    assert by_skill.keys() == {skill.id for skill in records.skills}
    assert {rating.on for rating in records.ratings} == {
        TODAY - timedelta(days=days) for days in (533, 400, 253, 120, 1)
    }


def test_that_skills_nest_once_and_carry_interest_and_last_use(records: Records) -> None:
    parents = {skill.parent_id for skill in records.skills if skill.parent_id}
    assert len(parents) >= 4
    assert all(skill.parent_id is None for skill in records.skills if skill.id in parents)
    assert all(skill.last_used is not None for skill in records.skills)
    assert {skill.interest for skill in records.skills} >= {1, 2, 3, 4}


def test_that_time_is_spent_on_an_item_only_while_it_is_studied(records: Records) -> None:
    items = {item.id: item for item in records.learning_items}
    for session in records.study_sessions:
        assert (session.learning_item_id is None) != (session.skill_id is None)
        if session.learning_item_id is None:
            continue
        item = items[session.learning_item_id]
        assert item.status is not LearningStatus.PLANNED
        assert item.started is not None
        assert item.started.first_day() <= session.on, item.title


def test_that_hours_spent_agree_with_what_was_planned(records: Records) -> None:
    spent = minutes_by_item(records.study_sessions, today=TODAY)
    for item in records.learning_items:
        share = spent.get(item.id, 0) / (item.planned_minutes or 1)
        assert item.planned_minutes, item.title
        if item.status is LearningStatus.DONE:
            assert 0.8 <= share <= 1.25, item.title
            assert item.finished is not None
        elif item.status is LearningStatus.PLANNED:
            assert share == 0
        else:
            assert 0 < share < 0.9, item.title
            assert item.finished is None
    assert {item.status for item in records.learning_items} == set(LearningStatus)


def test_that_unknown_costs_and_pay_stay_unknown(records: Records) -> None:
    assert {item.cost_minor for item in records.learning_items} >= {None, 0, 89000}
    assert all(
        (item.cost_minor is None) == (item.currency == "") for item in records.learning_items
    )
    assert [pay.bonus_permille for pay in records.pay] == [None, 50, 80, 120]
    assert all(pay.equity_minor is None and pay.is_private for pay in records.pay)


def test_that_the_network_knows_every_function_and_one_of_its_own(records: Records) -> None:
    functions = Counter(contact.function for contact in records.contacts)
    assert set(functions) == {*FUNCTIONS, "Research", ""}
    assert functions["design"] < functions["product"] < functions["technical"]
    weights = {target.function: target.weight for target in records.mix_targets}
    assert weights == {"technical": 1, "product": 2, "design": 1, "business": 1}


def test_that_some_people_have_gone_quiet_and_most_have_not(records: Records) -> None:
    quiet = quiet_contacts(
        records.contacts, records.conversations, records.participants, today=TODAY
    )
    watched = [contact for contact in records.contacts if contact.cadence_days]
    assert 3 <= len(quiet) <= len(watched) // 2


def test_that_conversations_have_people_minutes_and_a_note(records: Records) -> None:
    present = Counter(item.conversation_id for item in records.participants)
    assert all(present[item.id] for item in records.conversations)
    assert max(present.values()) >= 4
    assert all(item.minutes and item.note for item in records.conversations)
    spoken_to = {item.contact_id for item in records.participants}
    assert len(spoken_to) < len(records.contacts)


def test_that_the_bridge_project_runs_beside_the_engineering_role(records: Records) -> None:
    role, project, former = records.positions[:3]
    assert role.ended is None
    days = [str(at) for at in (former.started, project.started, former.ended, role.started)]
    assert days == sorted(days)
    assert days[0] < days[1] < days[2]


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_that_the_story_gives_every_chart_something_to_say(
    records: Records, chart: ChartSpec
) -> None:
    view = chart.build(records, TODAY)
    assert not view.is_empty
    assert len(view.rows) >= 4


# ---------------------------------------------------------------- plainly nobody in the world


def test_that_the_desk_says_that_it_is_fictional(records: Records) -> None:
    assert records.preferences.is_fictional
    *paragraphs, last = records.profile.statement.split("\n\n")
    assert len(paragraphs) == 3
    assert last.startswith("Fictional example: Alex Muster")


def test_that_all_addresses_and_numbers_are_reserved_for_fiction(records: Records) -> None:
    urls = [getattr(record, "url", "") for record in _all(records)]
    hosts = {urlsplit(url).hostname for url in urls if url}
    emails = [records.profile.email, *(c.email for c in records.contacts if c.email)]
    mail = {email.rpartition("@")[2] for email in emails}
    assert hosts == mail == {"example.com", "example.org"}
    phones = [records.profile.phone, *(c.phone for c in records.contacts if c.phone)]
    assert all(phone.startswith(("+44 20 7946 0", "+44 1632 960")) for phone in phones)
    assert all(item.credential_id.startswith("EXAMPLE-") for item in records.certificates)


def test_that_attachments_are_small_and_named_by_their_content(records: Records) -> None:
    told, contents = example_records(TODAY)
    assert {item.sha256: item.size for item in told.attachments} == {
        sha256: len(content) for sha256, content in contents.items()
    }
    assert max(map(len, contents.values())) < 30_000
    photo, scan = told.attachments
    assert photo.profile_id == PROFILE_ID
    assert scan.certificate_id in {item.id for item in records.certificates}
    assert contents[photo.sha256].startswith(b"\x89PNG")
    assert contents[scan.sha256].startswith(b"%PDF")


# ------------------------------------------------------------------------------ the source


def test_that_people_meet_on_working_days_unless_they_write() -> None:
    weekend = ("Sat", "Sun")
    entries = [e for e in _source()["conversation"] if e["kind"] not in ("message", "event")]
    assert entries
    assert [e["on"] for e in entries if e["on"].endswith(weekend)] == []


def test_that_conversations_and_notes_are_told_in_order(records: Records) -> None:
    days = [item.on for item in records.conversations]
    assert days == sorted(days)
    days = [item.on for item in records.study_sessions]
    assert days == sorted(days)


def test_that_no_word_of_the_source_is_left_out() -> None:
    source = _source()
    assert {key for entry in source["rhythm"] for key in entry} == {
        "item", "skill", "weeks", "days", "misses",
    }  # fmt: skip
    assert {key for entry in source["away"] for key in entry} == {"weeks", "reason"}
    assert {key for entry in source["session"] for key in entry} == {
        "on", "minutes", "item", "skill", "note",
    }  # fmt: skip
    notes = {item.note for item in example_as_records(TODAY).study_sessions} - {""}
    assert notes == {entry["note"] for entry in source["session"]}


@pytest.mark.parametrize(
    ("part", "old", "new", "sentence"),
    [
        ("network", '"Dagmar Pohlitz"]', '"Dagmar Politz"]', "does not stand above"),
        ("network", "Mikkel Ødeby", "Marta Ibarrondo", "stands twice"),
        ("network", 'function = "design"', 'functoin = "design"', "functoin is not a field"),
        ("skills", 'levels = "5 . . . 5"', 'levels = "5 . . 5"', "miss a sitting"),
        ("skills", 'levels = "5 . . . 5"', 'levels = "6 . . . 5"', "6"),
        ("learning", 'on = "today"', 'on = "yesterday"', "not a day of the story"),
        ("learning", 'status = "dropped"', 'status = "gone"', "gone"),
    ],
)
def test_that_a_mistake_in_the_source_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, part: str, old: str, new: str, sentence: str
) -> None:
    _retell(monkeypatch, tmp_path, part, old, new)
    with pytest.raises((InvalidValueError, ValueError), match=sentence):
        example_as_records(TODAY)


def test_that_amounts_are_of_the_units_their_currency_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, records: Records
) -> None:
    _retell(monkeypatch, tmp_path, "profile", 'currency = "EUR"', 'currency = "JPY"')
    told = example_as_records(TODAY)
    costs = [item.cost_minor for item in records.learning_items]
    assert [item.cost_minor for item in told.learning_items] == [
        cost and cost // 100 for cost in costs
    ]
    assert [(pay.base_minor, pay.currency) for pay in told.pay] == [
        ((pay.base_minor or 0) // 100, "JPY") for pay in records.pay
    ]


# -------------------------------------------------------------------------------- on a desk


def test_that_a_filled_desk_holds_every_record_as_one_change(desk: Desk) -> None:
    empty = desk.digest()
    example.fill_example(desk, TODAY)

    assert [entry.title for entry in history.changes(desk)] == ["Create the example desk"]
    told, contents = example_records(TODAY)
    stored = desk.records()
    assert (stored.profile, stored.preferences) == (told.profile, told.preferences)
    assert _by_id(stored) == _by_id(told)
    assert {sha256: desk.content(sha256) for sha256 in contents} == contents

    history.undo(desk)
    assert desk.digest() == empty


def test_that_an_example_desk_is_there_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "Example.careerdesk"
    heard: list[Touched] = []
    with example.create_example_desk(path, TODAY, on_change=heard.append):
        assert "study_session" in heard[0].tables
    with open_desk(path) as again:
        assert again.records().preferences.is_fictional


def test_that_no_desk_stays_behind_when_it_cannot_be_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(desk: Desk, today: date) -> None:
        raise DiskFullError("There is no space left.")

    monkeypatch.setattr(example, "fill_example", fail)
    with pytest.raises(DiskFullError):
        example.create_example_desk(tmp_path / "Example.careerdesk", TODAY)
    assert list(tmp_path.iterdir()) == []


def test_that_no_desk_stays_behind_when_its_filling_cannot_be_announced(tmp_path: Path) -> None:
    def fail(touched: Touched) -> None:
        raise KeyboardInterrupt

    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(KeyboardInterrupt):
        example.create_example_desk(tmp_path / "link" / "a.careerdesk", TODAY, on_change=fail)
    assert list((tmp_path / "real").iterdir()) == []


def test_that_backups_of_an_earlier_desk_outlive_an_example_that_fails(tmp_path: Path) -> None:
    def fail(touched: Touched) -> None:
        raise KeyboardInterrupt

    kept = tmp_path / "a.careerdesk.backups" / "older.careerdesk"
    kept.parent.mkdir()
    kept.write_bytes(b"older")
    with pytest.raises(KeyboardInterrupt):
        example.create_example_desk(tmp_path / "a.careerdesk", TODAY, on_change=fail)
    assert list(tmp_path.iterdir()) == [kept.parent]
    assert list(kept.parent.iterdir()) == [kept]


# --------------------------------------------------------------------------------- helpers


def _all(told: Records) -> Iterator[Any]:
    for field in fields(told):
        value = getattr(told, field.name)
        if isinstance(value, tuple):
            yield from value


def _by_id(told: Records) -> dict[Any, Any]:
    return {record.id: record for record in _all(told)}


def _references(record: Any) -> list[str]:
    names = {
        "group_id", "parent_id", "skill_id", "position_id", "learning_item_id", "contact_id",
        "conversation_id", "introduced_by", *OWNER_FIELDS,
    }  # fmt: skip
    return [name for name in names if getattr(record, name, None) is not None]


def _retell(monkeypatch: pytest.MonkeyPatch, folder: Path, part: str, old: str, new: str) -> None:
    """Let the example be told from a source with one thing changed."""
    source = f"example/{part}.toml"
    text = asset(source).read_text(encoding="utf-8")
    assert old in text
    changed = folder / "changed.toml"
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(
        example_source, "asset", lambda name: changed if name == source else asset(name)
    )


def _source() -> dict[str, Any]:
    source: dict[str, Any] = {}
    for part in PARTS:
        source |= tomllib.loads(asset(f"example/{part}.toml").read_text(encoding="utf-8"))
    return source
