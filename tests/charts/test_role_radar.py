"""A person beside a role on one radar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chart_desks import boxes_of, drawn, parts_of, texts_of
from matplotlib.lines import Line2D

from careerdesk.analysis.role_groups import GroupPair
from careerdesk.charts import role_radar
from careerdesk.palette import DARK, LIGHT

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def pairs(*levels: tuple[float, float | None]) -> list[tuple[str, GroupPair]]:
    return [
        (
            f"Group {at}",
            GroupPair(
                group=str(at),
                asked=asked,
                held=held,
                known=0 if held is None else 2,
                unknown=2 if held is None else 0,
            ),
        )
        for at, (asked, held) in enumerate(levels)
    ]


def lines_in(figure: Figure, colour: str) -> int:
    lines = [one for one in parts_of(figure, Line2D) if one.get_marker() != "o"]
    return len([one for one in lines if one.get_color() == colour])


def test_that_the_person_is_filled_and_the_role_a_line_of_its_own() -> None:
    for palette in (LIGHT, DARK):
        figure = drawn(role_radar.build(pairs((4, 2), (3, 3), (3, 5), (2, 1))), palette)
        assert lines_in(figure, palette.accent) == 4
        assert lines_in(figure, palette.ink) == 5  # with the legend
        assert {"You", "Role", "2.0 / 4.0"} <= set(texts_of(figure))


def test_that_the_sentence_names_the_farthest_group_and_the_table_has_all_numbers() -> None:
    view = role_radar.build(pairs((4, 1.5), (3, 2), (3, 5), (2, None)))
    assert view.sentence == (
        "You stand below the role in 2 of 3 groups, farthest in Group 0 (2.5 levels); 2 skills of "
        "it are unknown."
    )
    assert view.rows[0] == ("Group 0", 1.5, 4, 2, 0)
    assert view.rows[3] == ("Group 3", "unknown", 2, 0, 2)


def test_that_somebody_who_has_all_reads_no_praise() -> None:
    view = role_radar.build(pairs((4, 4), (3, 5), (1, 1)))
    assert view.sentence == (
        "In every group that is rated you stand at what the role asks for, or above."
    )


def test_that_an_unknown_group_is_a_gap() -> None:
    figure = drawn(role_radar.build(pairs((4, 2), (3, 3), (3, 5), (2, None))), LIGHT)
    assert "?" in texts_of(figure)
    assert lines_in(figure, LIGHT.accent) == 2


def test_that_one_or_two_groups_are_bars_with_a_mark_for_the_role() -> None:
    figure = drawn(role_radar.build(pairs((4, 2), (3, None))), LIGHT)
    assert len(boxes_of(figure, LIGHT.track)) == 1
    assert {"2.0 / 4.0", "not rated"} <= set(texts_of(figure))


def test_that_nothing_to_compare_teaches_the_first_step() -> None:
    assert role_radar.build([]).is_empty
    unrated = role_radar.build(pairs((4, None)))
    assert unrated.is_empty
    assert "take the assessment" in unrated.sentence
