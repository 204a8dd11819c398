"""The fonts of the portfolio: Inter, and DejaVu Sans for the characters Inter does not have.

ReportLab is first imported here, so its doors to other hosts and files are shut here.
"""

from __future__ import annotations

import enum
import functools
import re
import threading
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from careerdesk.assets import asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.pdfdoc import PDFDocument

rl_config.trustedHosts = None
rl_config.trustedSchemes = []
rl_config.useA85 = 0  # streams as bytes, a quarter smaller and faster than as text


class Face(enum.Enum):
    """The faces a text can be set in, by the name of their font."""

    REGULAR = "Inter-Regular"
    SEMIBOLD = "Inter-SemiBold"
    ITALIC = "Inter-Italic"


# Inter's ascender and descender above and below the baseline, in em.
ASCENT: Final = 0.969
DESCENT: Final = -0.241

# Printed in place of a character that neither font has; Inter has it.
REPLACEMENT: Final = "\u25a1"

_FALLBACK: Final = {
    Face.REGULAR: "DejaVuSans",
    Face.SEMIBOLD: "DejaVuSans-Bold",
    Face.ITALIC: "DejaVuSans-Oblique",
}

# Controls, soft hyphens, joiners, direction marks, variation selectors, tags, lone surrogates.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BLANK: Final = re.compile("[\t\u2028\u2029\u0085]")
_LOCK: Final = threading.Lock()


class _EmbeddedFont(TTFont):
    """A TrueType font whose subsets tell every reader which characters they hold.

    WORKAROUND: ReportLab 5.1 writes the ToUnicode map of a font (``makeToUnicodeCMap``) with
    U+0000 for unused codes, which PDF/UA forbids (ISO 14289-1, 7.21.7), and with five digits for
    characters beyond U+FFFF, where readers expect UTF-16.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - before:
            if name.startswith("toUnicodeCMap:"):
                stream: Any = doc.idToObject[name]
                stream.content = _UNICODE_ENTRY.sub(_unicode_entry, stream.content)


_UNICODE_ENTRY: Final = re.compile(r"(?<=> <)(0000|[0-9A-F]{5,6})(?=>\n)")


def _unicode_entry(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code).encode("utf-16-be").hex().upper() if code else "FFFD"


def visible(text: str) -> str:
    """Return text composed (NFC), on one kind of blank, without characters that have no picture."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _INVISIBLE.sub("", _BLANK.sub(" ", text))


class Metrics(dict[str, float]):
    """The advance widths of one face in thousandths of an em, looked up as they are needed.

    A character that Inter does not have gets the width of its substitute.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.font_name = face.value
        self._face = face
        self._font = _registered(face.value)
        self._fonts: dict[str, str] = {}
        self._shown: dict[str, str] = {}

    def __missing__(self, char: str) -> float:
        font, shown = self._font, char
        if not _has(font, char):
            fallback = _registered(_FALLBACK[self._face])
            if _has(fallback, char):
                font = fallback
            else:
                shown = REPLACEMENT
            self._fonts[char], self._shown[char] = font.fontName, shown
        face: Any = font.face  # without types
        width = float(face.getCharWidth(ord(shown)))
        self[char] = width
        return width

    def width(self, text: str) -> float:
        """Return the width of a text in em, 0 for none."""
        return sum(map(self.__getitem__, text)) / 1000

    def runs(self, text: str, missing: set[str]) -> Iterator[tuple[str, str]]:
        """Yield (font name, text) in order; characters no font has go to ``missing``."""
        for char in text:
            self[char]
        if self._fonts.keys().isdisjoint(text):
            yield self.font_name, text
            return
        current, pending = self.font_name, ""
        for char in text:
            font = self._fonts.get(char, self.font_name)
            shown = self._shown.get(char, char)
            if shown != char:
                missing.add(char)
            if font != current and pending:
                yield current, pending
                pending = ""
            current, pending = font, pending + shown
        yield current, pending


@functools.cache
def metrics(face: Face) -> Metrics:
    """Return the widths of a face, loading its font on first use."""
    return Metrics(face)


@functools.cache
def _registered(name: str) -> TTFont:
    with _LOCK, _open(name) as file:
        font = _EmbeddedFont(name, file, shapable=False)
        pdfmetrics.registerFont(font)
        return font


def _open(name: str) -> IO[bytes]:
    if name.startswith("Inter"):
        return asset(f"fonts/{name}.ttf").open("rb")
    # DejaVu comes with matplotlib, which is found without importing it: that takes half a second.
    found = find_spec("matplotlib")
    assert found is not None, "matplotlib is installed with CareerDesk"
    folder = Path(found.origin or "").with_name("mpl-data") / "fonts" / "ttf"
    return (folder / f"{name}.ttf").open("rb")


def _has(font: TTFont, char: str) -> bool:
    return ord(char) in font.face.charToGlyph
