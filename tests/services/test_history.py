"""Stepping back and forth through the changes of a desk, as the window and the commands do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.skills import Skill
from careerdesk.services import history
from careerdesk.services.records import add

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk


def test_that_steps_changes_and_rows_agree_over_undo_and_redo(desk: Desk) -> None:
    for name in ("Python", "SQL", "Git"):
        add(desk, Skill.new(name))
    first = history.changes(desk)[-1].id
    assert [one.title for one in history.changes(desk, 1)] == ["Add skill Git"]
    assert history.row_change_count(desk, first) == 1
    assert history.row_changes(desk, first, 5)[0].table == "skill"
    assert len(history.undo_back_to(desk, first)) == 2
    assert history.steps(desk) == history.Steps(
        undo_title="Add skill Python", redo_title="Add skill SQL"
    )
    assert len(history.redo_up_to(desk, first + 2)) == 2
    assert history.redo(desk) is None
    undone = history.undo(desk)
    assert undone is not None
    assert undone.title == "Add skill Git"
