"""What kinds of files there are, and which of them another program may be asked to show.

Only kinds that cannot act when they are looked at are shown: pictures, PDF, plain text, and office
files without macros. A program is asked to show a file by its name, and some ask its first bytes
instead, so both have to say the same. Everything else, scripts and web pages among it, can be
saved; what is done with it then is up to its owner.
"""

from __future__ import annotations

import enum
from pathlib import PurePath
from typing import Final


class FileKind(enum.Enum):
    """What a file is, as far as its name tells."""

    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"
    TABLE = "table"
    DOCUMENT = "document"
    OTHER = "other"


_KINDS: Final = {
    ".pdf": FileKind.PDF,
    ".png": FileKind.PICTURE,
    ".jpg": FileKind.PICTURE,
    ".jpeg": FileKind.PICTURE,
    ".gif": FileKind.PICTURE,
    ".webp": FileKind.PICTURE,
    ".txt": FileKind.TEXT,
    ".md": FileKind.TEXT,
    ".csv": FileKind.TABLE,
    ".docx": FileKind.DOCUMENT,
    ".odt": FileKind.DOCUMENT,
    ".xlsx": FileKind.TABLE,
    ".ods": FileKind.TABLE,
}
# How a file of a kind begins; text has no such mark.
_BEGINNINGS: Final = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".gif": b"GIF8",
    ".webp": b"RIFF",
    ".docx": b"PK\x03\x04",
    ".odt": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".ods": b"PK\x03\x04",
}
_TEXTS: Final = frozenset({".txt", ".md", ".csv"})
# Parts of an office file that hold macros. Their names stand in the file as they are, so that it
# is not unpacked here; a file that merely mentions one can still be saved.
_MACROS: Final = (b"vbaproject", b"basic/", b"scripts/")
_PDF_HEAD: Final = 1024  # readers allow that much before the mark


def suffix_of(file_name: str) -> str:
    """Return the ending of a name in small letters, such as ".pdf"."""
    return PurePath(file_name).suffix.lower()


def kind_of(file_name: str) -> FileKind:
    """Return the kind of a file."""
    return _KINDS.get(suffix_of(file_name), FileKind.OTHER)


def is_shown(file_name: str) -> bool:
    """Say whether files of that name may be shown, if their content is what the name says."""
    return suffix_of(file_name) in _KINDS


def is_harmless(file_name: str, content: bytes) -> bool:
    """Say whether another program may be asked to show a file."""
    suffix = suffix_of(file_name)
    if suffix not in _KINDS:
        return False
    if suffix == ".pdf":
        return b"%PDF-" in content[:_PDF_HEAD]
    if suffix in _TEXTS:
        # A program that goes by the content would run a script or a link to a program.
        return b"\0" not in content and not content.lstrip().startswith((b"#!", b"[Desktop Entry"))
    if suffix == ".webp" and content[8:12] != b"WEBP":
        return False
    if not content.startswith(_BEGINNINGS[suffix]):
        return False
    is_office = _BEGINNINGS[suffix].startswith(b"PK")
    return not (is_office and any(mark in content.lower() for mark in _MACROS))
