"""The marks that a style sheet needs as files: arrows and ticks in the colours of a palette.

A sheet can only name a file. These lie in Qt's own resource tree, in memory: nothing is written
to disk, nothing can be missing, and as outlines they are sharp on any screen. The name of a file
ends in its colour, so a change of theme asks for other files and no old picture is ever shown.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import qRegisterResourceData

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.palette import Palette

# Which icons the sheet uses, and in which colours of the palette.
SHAPES: Final = {
    "chevron-down": ("ink_2", "ink_3"),
    "chevron-up": ("ink_2",),
    "chevron-left": ("ink_2",),
    "chevron-right": ("ink_2",),
    "check": ("on_accent", "ink_2", "ink_3"),
    "minus": ("on_accent", "ink_2", "ink_3"),
    "plus": ("ink_2", "ink_3"),
    "x": ("ink_2",),
}
_FOLDER: Final = "shapes"
_FORMAT: Final = 2  # of Qt's resource trees
_registered: dict[Palette, tuple[bytes, bytes, bytes]] = {}


def shape_url(name: str, colour: str) -> str:
    """Return how a style sheet names a shape."""
    return f"url(:/{_FOLDER}/{_file_name(name, colour)})"


def register(colours: Palette) -> None:
    """Make the shapes of one palette known to Qt; costs nothing the second time."""
    if colours in _registered:
        return
    from careerdesk.assets import asset

    pictures = {}
    for name, roles in SHAPES.items():
        source = asset(f"icons/{name}.svg").read_text(encoding="utf-8")
        for role in roles:
            colour = getattr(colours, role)
            tinted = source.replace("currentColor", colour)
            pictures[_file_name(name, colour)] = tinted.encode()
    # Qt reads from these very bytes as long as the program runs, so they are kept.
    parts = _registered[colours] = _resource_tree(pictures)
    qRegisterResourceData(_FORMAT, *parts)


def _file_name(name: str, colour: str) -> str:
    return f"{name}-{colour.removeprefix('#')}.svg"


def _resource_tree(pictures: Mapping[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return nodes, names and contents as Qt's resource compiler lays them out.

    The root holds one folder, the folder all files, which stand in the order of their hashes.
    """
    names, contents = bytearray(), bytearray()

    def named(text: str) -> int:
        offset = len(names)
        letters = text.encode("utf-16-be")
        names.extend(struct.pack(">HI", len(text), _hash(text)) + letters)
        return offset

    folder = struct.Struct(">IHIIQ")  # name, flags, count and first of the children, time
    file = struct.Struct(">IHHHIQ")  # name, flags, country, language, content, time
    nodes = bytearray(folder.pack(0, 2, 1, 1, 0))
    nodes.extend(folder.pack(named(_FOLDER), 2, len(pictures), 2, 0))
    for name in sorted(pictures, key=_hash):
        nodes.extend(file.pack(named(name), 0, 0, 1, len(contents), 0))
        contents.extend(struct.pack(">I", len(pictures[name])) + pictures[name])
    return bytes(nodes), bytes(names), bytes(contents)


def _hash(text: str) -> int:
    """Return what Qt's ``qt_hash`` returns."""
    value = 0
    for letter in text:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
