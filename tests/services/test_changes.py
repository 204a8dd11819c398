from __future__ import annotations

from careerdesk.domain.touched import Touched
from careerdesk.services.changes import Changes


def test_that_every_listener_hears_of_a_change() -> None:
    board = Changes()
    heard: list[Touched] = []
    board.subscribe(heard.append)
    board.subscribe(heard.append)
    board.publish(Touched.whole({"skill"}))
    assert heard == [Touched.whole({"skill"})] * 2
