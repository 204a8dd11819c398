"""Build the catalogue of roles: six TOML files, checked, become one file of package data.

The check is the one the program makes when it reads that file. Here a fault is told with the file
and the line on which it stands.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STEMS = ("sources", "skills", "occupations", "roles", "resources", "assessment")
TARGET = "catalogue.json"

# The hook runs this file alone, in an environment that has neither its neighbours nor the package.
sys.path[:0] = [str(HERE.parent), str(HERE)]
try:
    from toml_lines import line_of, lines_of

    from careerdesk.catalogue import read_catalogue
    from careerdesk.domain.plain_tables import TableFaultError
finally:
    del sys.path[:2]


class CatalogueSourceError(RuntimeError):
    """A source of the catalogue is wrong; the text names file, line and reason."""


def build_catalogue(folder: Path) -> None:
    """Replace the sources of the catalogue in a folder by the one file made of them.

    Raises:
        CatalogueSourceError: a source is missing, is no TOML, or holds what the catalogue refuses.
    """
    texts = {stem: _text(folder / f"{stem}.toml") for stem in STEMS}
    plain = {stem: _table(f"{stem}.toml", text) for stem, text in texts.items()}
    try:
        read_catalogue(plain)
    except TableFaultError as fault:
        raise CatalogueSourceError(_told(fault, texts)) from None
    packed = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    (folder / TARGET).write_text(packed, encoding="utf-8")
    for stem in STEMS:
        (folder / f"{stem}.toml").unlink()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # some editors put a mark before the text
    except FileNotFoundError:
        raise CatalogueSourceError(f"{path.name} is missing") from None
    except UnicodeDecodeError:
        raise CatalogueSourceError(f"{path.name} is not UTF-8") from None


def _table(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, line = str(error), text.count("\n") + 1
        if place := re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", reason):
            reason, line = reason[: place.start()], int(place[1] or line)
        raise CatalogueSourceError(f"{name}, line {line}: {reason}") from None


def _told(fault: TableFaultError, texts: dict[str, str]) -> str:
    """Return file, line and reason of a fault."""
    stem, *way = fault.way
    line = line_of(lines_of(texts[str(stem)]), tuple(way))
    return f"{stem}.toml, line {line}: {fault.reason}"
