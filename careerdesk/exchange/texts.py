"""Bytes of a foreign file as text, whichever of the usual encodings they are in."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdesk.exchange.sources import SourceFile

GUESSED = "cp1252"  # the Windows code page of Western Europe
_CHUNK = 2**20
_HEAD = 8_192


_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})


class NotTextError(Exception):
    """The file holds bytes that no text has; a picture, a table of a program, a desk."""


def open_text(source: SourceFile) -> io.TextIOWrapper:
    """Open a file as text with its line ends as they are.

    UTF-8 with or without a byte order mark, UTF-16 with one, and otherwise ``GUESSED``, which is
    to be said. The text is streamed, so a large file needs little memory.

    Raises:
        NotTextError: it is no text.
    """
    with source.open() as stream:
        encoding = _encoding(stream)
    return io.TextIOWrapper(source.open(), encoding=encoding, errors="replace", newline="")


def _encoding(stream: io.BufferedReader) -> str:
    head = stream.read(_HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head and _is_binary(head):
        raise NotTextError
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        chunk = head
        while chunk:
            decoder.decode(chunk)
            chunk = stream.read(_CHUNK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else GUESSED
    return "utf-8-sig"


def _is_binary(head: bytes) -> bool:
    """Say whether most lines hold control characters; one that does is a damaged line of a text."""
    lines = [line for line in head.split(b"\n") if line]
    damaged = sum(len(line.translate(None, _CONTROLS)) < len(line) for line in lines)
    return damaged * 2 > len(lines)
