"""Backups in the background: the window is used on, and no desk is closed under one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from careerdesk.services import backups
from careerdesk.services.backups import list_backups

if TYPE_CHECKING:
    from gui_bench import Bench
    from pytestqt.qtbot import QtBot


class Gate:
    """Holds a backup up until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun = threading.Event()
        self.open = threading.Event()
        run_job = backups.run_job

        def held(*arguments: Any) -> Any:
            self.begun.set()
            assert self.open.wait(10)
            return run_job(*arguments)

        monkeypatch.setattr(backups, "run_job", held)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    return Gate(monkeypatch)


def test_that_the_desk_is_changed_while_it_is_backed_up(
    qtbot: QtBot, opened: Bench, gate: Gate
) -> None:
    desk = opened.session.desk
    assert desk is not None
    opened.add_skill("Before")
    opened.window._minder.back_up()
    assert gate.begun.wait(10)
    assert opened.window._status._work.isVisible()
    assert "Backing up" in opened.window._status._work.text()
    opened.window._minder.back_up()  # one at a time
    opened.add_skill("Meanwhile")
    gate.open.set()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert len(list_backups(desk.path)) == 1
    assert not opened.window._status._work.isVisible()
    assert desk.is_changed


def test_that_closing_waits_for_a_backup_and_makes_no_second_one(opened: Bench, gate: Gate) -> None:
    desk = opened.session.desk
    assert desk is not None
    opened.add_skill("A")
    opened.window._minder.back_up()
    assert gate.begun.wait(10)
    threading.Timer(0.1, gate.open.set).start()
    opened.session.close()
    assert [one.is_pinned for one in list_backups(desk.path)] == [True]


def test_that_a_backup_that_fails_is_said_and_tried_again(qtbot: QtBot, opened: Bench) -> None:
    opened.block_backups()
    opened.window._minder.look()
    qtbot.waitUntil(lambda: bool(opened.messages()))
    assert opened.session.desk is not None
    assert opened.session.desk.is_changed
    folder = opened.session.desk.path
    folder.with_name(f"{folder.name}.backups").unlink()
    opened.window._minder.look()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)
    assert len(list_backups(folder)) == 1
