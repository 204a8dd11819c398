"""The line of everything in a TOML file is known."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from toml_lines import line_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"

TEXT = '''# A comment with [brackets] and "quotes"
title = "a # b ] c"

[owner]
"full name" = 'Ada "Countess" Byron'
born.year = 1815
notes = """
two = 1
lines"""

[[plants]]
name = "Oak"
sizes = [
  1, 2,  # two on a line
  [3, 4],
]

[plants.place]
soil = { kind = "clay", "p H" = [6, 7] }

[[plants]]
name = "Elm"
[[plants.pests]]
name = "beetle"
'''


def ways(table: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Name the way to everything in a table."""
    steps = table.items() if isinstance(table, dict) else enumerate(table)
    for step, value in steps:
        yield (*way, step)
        if isinstance(value, dict | list):
            yield from ways(value, (*way, step))


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (("title",), 2),
        (("owner",), 4),
        (("owner", "full name"), 5),
        (("owner", "born", "year"), 6),
        (("owner", "notes"), 7),
        (("plants",), 11),
        (("plants", 0), 11),
        (("plants", 0, "sizes"), 13),
        (("plants", 0, "sizes", 1), 14),
        (("plants", 0, "sizes", 2, 1), 15),
        (("plants", 0, "place"), 18),
        (("plants", 0, "place", "soil", "kind"), 19),
        (("plants", 0, "place", "soil", "p H", 0), 19),
        (("plants", 1), 21),
        (("plants", 1, "pests", 0, "name"), 24),
    ],
)
def test_that_the_line_of_each_thing_is_found(way: tuple[str | int, ...], line: int) -> None:
    assert lines_of(TEXT)[way] == line


def test_that_what_is_missing_is_on_the_line_of_what_it_would_be_in() -> None:
    lines = lines_of(TEXT)
    assert line_of(lines, ("plants", 1, "sizes", 3)) == 21
    assert line_of(lines, ("nothing",)) == 1
    assert line_of({}, ()) == 1


@pytest.mark.parametrize(
    "text", [TEXT, *[path.read_text(encoding="utf-8") for path in sorted(CATALOGUE.glob("*.toml"))]]
)
def test_that_nothing_in_a_file_is_overlooked_and_nothing_invented(text: str) -> None:
    assert set(lines_of(text)) == set(ways(tomllib.loads(text)))
