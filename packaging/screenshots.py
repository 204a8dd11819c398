#!/usr/bin/env python3
"""Write pictures of the real window, to be looked at: build/screenshots/SIZE/THEME/DESK/NAME.png.

    python3 packaging/screenshots.py                     every page and dialog
    python3 packaging/screenshots.py 'home*' palette     only what is named so
    python3 packaging/screenshots.py --size 1280x800-200 one size, here at 200 % scaling
    python3 packaging/screenshots.py --contact-sheet     all of them side by side, too
    python3 packaging/screenshots.py --publish           renews the four of the README

Any Python can start it: one without Qt hands over to the environment, as run.py does. Every size
has a process of its own, because Qt reads the scaling once.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "screenshots"
PICTURES = ROOT / "packaging" / "pictures"
# Name of the published picture, and of the one it is taken from.
PUBLISHED = {
    "home": "home",
    "gap": "gap",
    "roles": "roles",
    "portfolio-page": "portfolio",
}
SIZES = ("1280x800", "900x600", "1280x800-150")


class Size(NamedTuple):
    """How large the window is, in units of the screen, and how many pixels each has."""

    width: int
    height: int
    percent: int

    @classmethod
    def of(cls, name: str) -> Size:
        """Read a size such as ``1280x800`` or, at 150 % scaling, ``1280x800-150``."""
        size, _, percent = name.partition("-")
        width, _, height = size.partition("x")
        return cls(int(width), int(height), int(percent or 100))


def main(arguments: Sequence[str]) -> int:
    """Draw what the arguments ask for; the exit status says whether all could be drawn."""
    if importlib.util.find_spec("PySide6") is None:
        return hand_over(arguments)
    parser = argparse.ArgumentParser(description="Write pictures of the window.")
    parser.add_argument("names", nargs="*", help="patterns such as 'new-*'; all if left out")
    parser.add_argument("--size", action="append", help="such as 900x600 or 1280x800-200")
    parser.add_argument("--contact-sheet", action="store_true", help="tile them, too")
    parser.add_argument("--publish", action="store_true", help="renew those of the README")
    parser.add_argument("--to", type=Path, default=FOLDER, help="another folder")
    parser.add_argument("--one-process", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.one_process:
        return draw(asked.size[0], asked.to, asked.names, with_sheet=asked.contact_sheet)
    names = [*PUBLISHED.values()] if asked.publish and not asked.names else asked.names
    sizes = asked.size or (SIZES[:1] if asked.publish else SIZES)
    for size in sizes:
        status = start(size, asked.to, names, with_sheet=asked.contact_sheet)
        if status:
            return status
    if asked.publish:
        publish(asked.to / sizes[0] / "light" / "example", PICTURES)
    return 0


def hand_over(arguments: Sequence[str]) -> int:
    """Go on in the environment, made first if need be."""
    from launcher import prepare, replace_process

    place = prepare((), (("core",),))
    if place is None:
        return 1
    return replace_process(place, [str(place.source / "packaging" / "screenshots.py"), *arguments])


def start(size: str, folder: Path, names: Sequence[str], *, with_sheet: bool) -> int:
    """Draw one size in a process of its own; return how it ended."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(Size.of(size).percent / 100),
        "TZ": "UTC",
    }
    options = ["--contact-sheet"] if with_sheet else []
    command = [sys.executable, __file__, "--one-process", "--size", size, "--to", str(folder)]
    return subprocess.run([*command, *options, *names], env=environment, check=False).returncode


def draw(size: str, folder: Path, names: Sequence[str], *, with_sheet: bool) -> int:
    """Draw one size in this process."""
    sys.path.insert(0, str(ROOT))
    from build_assets import build

    build(ROOT)
    import scenes
    from contact_sheet import write_sheets

    target = folder / size
    if not names:
        shutil.rmtree(target, ignore_errors=True)
    shape = Size.of(size)
    problems = scenes.draw_all(target, (shape.width, shape.height), names)
    if with_sheet:
        for path in write_sheets(target):
            print(path)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def publish(source: Path, target: Path) -> None:
    """Put the pictures that the README and the metadata show where they are looked for."""
    target.mkdir(parents=True, exist_ok=True)
    for name, taken in PUBLISHED.items():
        shutil.copyfile(source / f"{taken}.png", target / f"{name}.png")
        print(target / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
