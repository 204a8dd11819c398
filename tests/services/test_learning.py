"""Learning: what a change of status, cost or currency does, and certificates made of files."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.errors import FileProblemError, InvalidValueError
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus, StudySession
from careerdesk.domain.money import in_currency
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Skill
from careerdesk.services import attachments, history, learning, quick_log, records
from careerdesk.services.log_names import study_line

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.storage.desk import Desk

TODAY = date(2026, 1, 5)
DONE, ACTIVE, PLANNED = LearningStatus.DONE, LearningStatus.ACTIVE, LearningStatus.PLANNED


@pytest.fixture
def item(desk: Desk) -> LearningItem:
    made = LearningItem.new("Inspired")
    records.add(desk, made)
    return made


def stored(desk: Desk, item: LearningItem) -> LearningItem:
    return desk.get(LearningItem, item.id)


def title(desk: Desk) -> str:
    return history.changes(desk)[0].title


def test_that_what_becomes_done_is_finished_today_unless_it_says_when(
    desk: Desk, item: LearningItem
) -> None:
    assert learning.change_status(desk, [item], DONE, TODAY) == 1
    assert stored(desk, item).finished == PartialDate("2026-01-05")
    assert title(desk) == "Finish course Inspired"
    records.edit(desk, stored(desk, item), status=ACTIVE, finished=PartialDate("2020"))
    learning.change_status(desk, [stored(desk, item)], DONE, TODAY)
    assert stored(desk, item).finished == PartialDate("2020")


def test_that_what_is_taken_up_again_is_not_finished(desk: Desk, item: LearningItem) -> None:
    learning.change_status(desk, [item], DONE, TODAY)
    learning.change_status(desk, [stored(desk, item)], ACTIVE, TODAY)
    assert stored(desk, item).finished is None
    assert title(desk) == "Change status of learning item Inspired"


def test_that_many_change_their_status_as_one_step(desk: Desk, item: LearningItem) -> None:
    other = replace(LearningItem.new("Hooked"), status=DONE, finished=PartialDate("2021"))
    records.add(desk, other)
    third = LearningItem.new("Sprint")
    records.add(desk, third)
    assert learning.change_status(desk, [item, other, third], DONE, TODAY) == 2
    assert title(desk) == "Change status of 2 learning items"
    assert stored(desk, item).finished == PartialDate("2026-01-05")
    assert stored(desk, other).finished == PartialDate("2021")
    history.undo(desk)
    assert stored(desk, third).status is PLANNED


def test_that_something_that_begins_later_cannot_be_done_today(
    desk: Desk, item: LearningItem
) -> None:
    later = records.edit(desk, item, started=PartialDate("2027"))
    with pytest.raises(InvalidValueError, match="before the start"):
        learning.change_status(desk, [later], DONE, TODAY)
    assert stored(desk, item).status is PLANNED


def test_that_a_cost_gets_the_usual_currency_and_keeps_its_own(
    desk: Desk, item: LearningItem
) -> None:
    learning.change_cost(desk, item, 4950, "EUR")
    assert (stored(desk, item).cost_minor, stored(desk, item).currency) == (4950, "EUR")
    learning.change_currency(desk, stored(desk, item), "usd", "EUR")
    learning.change_cost(desk, stored(desk, item), 5000, "EUR")
    assert (stored(desk, item).cost_minor, stored(desk, item).currency) == (5000, "USD")


def test_that_the_figures_of_a_cost_stay_in_another_currency(
    desk: Desk, item: LearningItem
) -> None:
    learning.change_cost(desk, item, 4900, "EUR")
    learning.change_currency(desk, stored(desk, item), "JPY", "EUR")
    assert stored(desk, item).cost_minor == 49
    learning.change_currency(desk, stored(desk, item), "KWD", "EUR")
    assert stored(desk, item).cost_minor == 49_000
    learning.change_cost(desk, stored(desk, item), 49_005, "EUR")
    with pytest.raises(InvalidValueError, match="no units as small"):
        learning.change_currency(desk, stored(desk, item), "EUR", "EUR")
    with pytest.raises(InvalidValueError, match="three-letter code"):
        learning.change_currency(desk, stored(desk, item), "euro", "EUR")
    assert in_currency(1250, "EUR", "EUR") == 1250


def test_that_logged_time_is_named_after_what_it_was_spent_on(
    desk: Desk, item: LearningItem
) -> None:
    skill = Skill.new("SQL")
    records.add(desk, skill)
    session = StudySession.new(TODAY, 45, learning_item_id=item.id, skill_id=skill.id)
    learning.log_session(desk, session)
    assert title(desk) == "Log 45 min on the course Inspired"
    assert stored(desk, item).status is ACTIVE
    assert stored(desk, item).started == PartialDate("2026-01-05")
    learning.log_session(desk, StudySession.new(TODAY, 90, skill_id=skill.id))
    assert title(desk) == "Log 1 h 30 min on the skill SQL"
    learning.log_session(desk, StudySession.new(TODAY, 5))
    assert title(desk) == "Log 5 min"


@pytest.mark.parametrize("name", ["Inspired", "SQL: joins", "30 min yoga", "The Mom Test 1 h"])
def test_that_a_line_written_for_an_item_logs_time_on_just_that(desk: Desk, name: str) -> None:
    made = LearningItem.new(name)
    records.add(desk, made)
    quick_log.log(desk, study_line(name, 45, TODAY), TODAY)
    (session,) = desk.all(StudySession)
    assert (session.learning_item_id, session.minutes) == (made.id, 45)


def test_that_files_become_certificates_in_one_step(desk: Desk, tmp_path: Path) -> None:
    names = ("aws_cloud-practitioner.pdf", "Scrum Master - 2024.png")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
    made = learning.add_certificates_of(desk, [tmp_path / name for name in names])
    assert [one.title for one in made] == ["aws cloud practitioner", "Scrum Master - 2024"]
    assert title(desk) == "Add 2 certificates"
    kept = {one.certificate_id: one for one in desk.all(Attachment)}
    assert desk.content(kept[made[0].id].sha256) == names[0].encode()
    history.undo(desk)
    assert desk.all(Certificate) == []
    assert desk.all(Attachment) == []


def test_that_several_files_are_attached_as_one_step_or_not_at_all(
    desk: Desk, item: LearningItem, tmp_path: Path
) -> None:
    for name in ("b.pdf", "a.txt"):
        (tmp_path / name).write_bytes(b"1")
    attachments.attach_many(desk, item, [tmp_path / "b.pdf", tmp_path / "a.txt"])
    assert title(desk) == "Attach 2 files"
    assert sorted(one.file_name for one in desk.all(Attachment)) == ["a.txt", "b.pdf"]
    with pytest.raises(FileProblemError, match=r"gone\.pdf cannot be read"):
        attachments.attach_many(desk, item, [tmp_path / "a.txt", tmp_path / "gone.pdf"])
    with pytest.raises(FileProblemError, match="is not a file"):
        attachments.attach_many(desk, item, [tmp_path])
    assert len(desk.all(Attachment)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_that_a_pipe_is_refused_instead_of_waited_for(
    desk: Desk, item: LearningItem, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(FileProblemError, match="is not a file"):
        attachments.attach(desk, item, tmp_path / "pipe.pdf")


def test_that_a_copy_is_saved_outside_the_desk(
    desk: Desk, item: LearningItem, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    kept = attachments.attach(desk, item, tmp_path / "a.txt")
    attachments.save_copy(desk, kept, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == b"words"
    with pytest.raises(FileProblemError):
        attachments.save_copy(desk, kept, tmp_path / "nowhere" / "copy.txt")
