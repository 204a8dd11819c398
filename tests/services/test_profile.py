from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.profile import PaperSize
from careerdesk.services import history, profile

if TYPE_CHECKING:
    from careerdesk.services.desk import Desk


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"weekly_goal_minutes": None}, "Change weekly goal"),
        ({"currency": "CHF"}, "Change currency"),
        ({"first_weekday": 6}, "Change first day of the week"),
        ({"paper": PaperSize.LETTER}, "Change paper size"),
        ({"is_fictional": True}, "Change settings of the desk"),
        ({"currency": "CHF", "first_weekday": 6}, "Change settings of the desk"),
    ],
)
def test_that_a_change_of_a_setting_says_which(
    desk: Desk, changes: dict[str, object], title: str
) -> None:
    before = profile.preferences(desk)
    profile.save_preferences(desk, replace(before, **changes))  # type: ignore[arg-type]
    assert history.changes(desk)[0].title == title
    history.undo(desk)
    assert profile.preferences(desk) == before


def test_that_a_setting_that_stays_is_no_change(desk: Desk) -> None:
    profile.save_preferences(desk, profile.preferences(desk))
    assert history.changes(desk) == []
