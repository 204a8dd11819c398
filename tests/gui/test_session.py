from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from gui_bench import Bench


def test_that_a_desk_that_cannot_be_opened_leaves_the_open_one_alone(opened: Bench) -> None:
    missing = opened.folder / "Missing.careerdesk"
    before = opened.session.desk
    assert not opened.session.open(missing)
    assert opened.session.desk is before
    opened.add_skill("A")
    assert opened.skills() == ["A"]


def test_that_another_desk_takes_the_place_of_the_first(opened: Bench) -> None:
    first = opened.session.desk
    opened.add_skill("A")
    assert opened.session.open(opened.new_desk("Bo"))
    assert opened.skills() == []
    assert opened.window.windowTitle() == "Bo — CareerDesk"
    assert first is not None
    assert list_backups(first.path) != []  # closing it has backed it up


def test_that_a_backup_that_failed_is_said_on_the_next_desk(opened: Bench) -> None:
    opened.block_backups()
    assert opened.session.open(opened.new_desk("Bo"))
    (message,) = opened.messages()
    assert "No backup was made" in message


def test_that_a_name_without_its_ending_means_the_desk(bench: Bench) -> None:
    path = bench.new_desk("Alex")
    assert bench.session.open(bench.folder / "Alex")
    assert bench.session.desk is not None
    assert bench.session.desk.path == path
    assert bench.session.open(bench.folder / "Alex")  # the one that is open already
    assert bench.messages() == []
