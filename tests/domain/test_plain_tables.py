"""Plain tables become values exactly as the annotations say, or are refused with the way there."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from careerdesk.domain.errors import InvalidValueError
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.plain_tables import TableFaultError, read_table
from careerdesk.domain.skills import Level


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    colour: Colour
    size: int = 1

    def __post_init__(self) -> None:
        if self.size > 9:
            raise InvalidValueError("size", "must be 9 at most")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    name: str
    leaves: tuple[Leaf, ...] = ()
    height: float = 1.0
    level: Level = Level.NONE
    green: bool = True
    planted: PartialDate | None = None
    by_level: Mapping[Level, str] = field(default_factory=dict)
    by_name: Mapping[str, int] = field(default_factory=dict)


def test_that_a_table_becomes_the_value_it_describes() -> None:
    plain = {
        "name": "Oak",
        "leaves": [{"colour": "red"}, {"colour": "blue", "size": 2}],
        "height": 3,
        "level": 4,
        "green": False,
        "planted": "1999-05",
        "by_level": {"0": "none", "5": "all"},
        "by_name": {"a b": 1},
    }
    assert read_table(Tree, plain) == Tree(
        name="Oak",
        leaves=(Leaf(colour=Colour.RED), Leaf(colour=Colour.BLUE, size=2)),
        height=3.0,
        level=Level.ADVANCED,
        green=False,
        planted=PartialDate("1999-05"),
        by_level={Level.NONE: "none", Level.LEADING: "all"},
        by_name={"a b": 1},
    )


@pytest.mark.parametrize(
    ("plain", "way", "reason"),
    [
        ([], (), "a list must be a table"),
        ({}, (), '"name" is missing'),
        ({"name": "x", "nmae": 1}, ("nmae",), '"nmae" is not known here'),
        ({"name": 1}, ("name",), "1 must be text"),
        ({"name": " "}, ("name",), "must be text without blank ends"),
        ({"name": "x\n"}, ("name",), "must be text without blank ends"),
        ({"name": "a\x1bb"}, ("name",), "must be text without blank ends"),
        ({"name": "x", "height": "tall"}, ("height",), '"tall" must be a number'),
        ({"name": "x", "height": True}, ("height",), "True must be a number"),
        ({"name": "x", "height": float("nan")}, ("height",), "nan must be a number"),
        ({"name": "x", "level": 6}, ("level",), "6 must be one of 0, 1, 2, 3, 4, 5"),
        ({"name": "x", "level": True}, ("level",), "True must be one of"),
        ({"name": "x", "level": {}}, ("level",), "a table must be one of"),
        ({"name": "x", "green": 1}, ("green",), "1 must be true or false"),
        ({"name": "x", "planted": "May"}, ("planted",), '"May" must be a year, month or day'),
        ({"name": "x", "planted": None}, ("planted",), "None must be text"),
        ({"name": "x", "leaves": {}}, ("leaves",), "a table must be a list"),
        ({"name": "x", "leaves": [{"colour": "red"}, 7]}, ("leaves", 1), "7 must be a table"),
        ({"name": "x", "leaves": [{"colour": "sky"}]}, ("leaves", 0, "colour"), "one of red, blue"),
        (
            {"name": "x", "leaves": [{"colour": "red", "size": 10}]},
            ("leaves", 0, "size"),
            "the size must be 9 at most",
        ),
        (
            {"name": "x", "leaves": [{"colour": "red", "size": 1.0}]},
            ("leaves", 0, "size"),
            "1.0 must be a whole number",
        ),
        ({"name": "x", "by_level": {"6": "a"}}, ("by_level", "6"), '"6" must be one of 0'),
        ({"name": "x", "by_level": {"1": 1}}, ("by_level", "1"), "1 must be text"),
        ({"name": "x", "by_name": []}, ("by_name",), "a list must be a table"),
        ({"name": "x" * 80 + "\n"}, ("name",), "xxx…"),
    ],
)
def test_that_a_fault_is_told_with_the_way_to_it(
    plain: Any, way: tuple[str | int, ...], reason: str
) -> None:
    with pytest.raises(TableFaultError) as found:
        read_table(Tree, plain)
    assert found.value.way == way
    assert reason in found.value.reason
