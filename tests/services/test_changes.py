from __future__ import annotations

from careerdesk.services.changes import Changes


def test_that_every_listener_hears_of_a_change() -> None:
    board = Changes()
    heard: list[frozenset[str]] = []
    board.subscribe(heard.append)
    board.subscribe(heard.append)
    board.publish(frozenset({"skill"}))
    assert heard == [frozenset({"skill"})] * 2
