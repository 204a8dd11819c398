"""The pages of a finished portfolio as pictures and as text.

PDFium may be used by one thread at a time, and everything it gives out has to be given back in
the same way; so each call here does all of its work under one lock and returns plain values.
"""

from __future__ import annotations

import threading
from contextlib import closing
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from careerdesk.domain.fields import printable

_LOCK: Final = threading.Lock()
_BGRX: Final = 3  # FPDFBitmap_BGRx: four bytes a pixel, the last of them unused


class PageLook(NamedTuple):
    """One page: its size in points, and the text that a reader would copy from it."""

    width: float
    height: float
    text: str


class Picture(NamedTuple):
    """Rows of pixels from the top, each red, green, blue and one byte that says nothing."""

    width: int
    height: int
    stride: int
    pixels: bytes


def look(pdf: bytes) -> tuple[PageLook, ...]:
    """Return what is on each page."""
    with _LOCK, closing(pypdfium2.PdfDocument(pdf)) as document:
        return tuple(_look(document, number) for number in range(len(document)))


def _look(document: pypdfium2.PdfDocument, number: int) -> PageLook:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        width, height = page.get_size()
        return PageLook(width, height, printable(text.get_text_range()).strip())


def picture(pdf: bytes, number: int, width: int) -> Picture:
    """Draw one page, counted from 0, as a picture of this width in pixels."""
    with (
        _LOCK,
        closing(pypdfium2.PdfDocument(pdf)) as document,
        closing(document[number]) as page,
        closing(
            page.render(
                scale=width / page.get_width(), rev_byteorder=True, force_bitmap_format=_BGRX
            )
        ) as drawn,
    ):
        return Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
