"""Which files another program may be asked to show."""

from __future__ import annotations

import pytest

from careerdesk.domain.file_kinds import FileKind, is_harmless, is_shown, kind_of

ZIP = b"PK\x03\x04"
HARMLESS = {
    "scan.pdf": b"%PDF-1.7\n",
    "scan.PNG": b"\x89PNG\r\n\x1a\n...",
    "photo.jpg": b"\xff\xd8\xff\xe0",
    "photo.jpeg": b"\xff\xd8\xff\xe1",
    "badge.gif": b"GIF89a",
    "badge.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "notes.txt": "Łukasz".encode(),
    "notes.md": b"# Notes",
    "hours.csv": b"day,minutes",
    "cv.docx": ZIP + b"word/document.xml",
    "cv.odt": ZIP + b"mimetype",
    "sheet.xlsx": ZIP + b"xl/workbook.xml",
    "sheet.ods": ZIP + b"content.xml",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_that_a_file_that_is_what_its_name_says_may_be_shown(name: str) -> None:
    assert is_shown(name)
    assert is_harmless(name, HARMLESS[name])


@pytest.mark.parametrize(
    "name",
    ["run.exe", "macro.docm", "page.html", "logo.svg", "go.sh", "a.desktop", "x.pdf.exe", "pdf"],
)
def test_that_any_other_kind_is_never_shown(name: str) -> None:
    assert not is_shown(name)
    assert not is_harmless(name, b"%PDF-1.7")
    assert kind_of(name) is FileKind.OTHER


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", b"MZ\x90\x00"),
        ("scan.png", b"<html>"),
        ("badge.webp", b"RIFF\x00\x00\x00\x00WAVE"),
        ("notes.txt", b"#!/bin/sh\n"),
        ("notes.txt", b"\n[Desktop Entry]\nExec=sh"),
        ("notes.csv", b"\x7fELF\x00"),
        ("cv.docx", b"{\\rtf1"),
        ("cv.docx", ZIP + b"word/vbaProject.bin"),
        ("cv.odt", ZIP + b"Basic/Standard/Module1.xml"),
        ("cv.ods", ZIP + b"Scripts/python/go.py"),
    ],
)
def test_that_a_file_that_is_something_else_or_holds_macros_is_not_shown(
    name: str, content: bytes
) -> None:
    assert not is_harmless(name, content)


def test_that_a_kind_is_told_by_the_ending() -> None:
    assert kind_of("Scan.PDF") is FileKind.PDF
    assert kind_of("a.jpeg") is FileKind.PICTURE
    assert kind_of("hours.xlsx") is FileKind.TABLE
    assert kind_of("archive.tar.gz") is FileKind.OTHER
