"""Copies of attachments for other programs: private, read-only, and gone with the window."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.opened_files import OpenedFiles, plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenedFiles]:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = OpenedFiles()
    yield made
    made.remove()


def test_that_a_copy_is_private_and_read_only(files: OpenedFiles, tmp_path: Path) -> None:
    path = files.copy("scan.pdf", b"%PDF-")
    assert path.read_bytes() == b"%PDF-"
    assert path.name == "scan.pdf"
    (folder,) = tmp_path.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_that_two_files_of_one_name_do_not_meet(files: OpenedFiles) -> None:
    assert files.copy("a.txt", b"1").read_bytes() == b"1"
    assert files.copy("a.txt", b"2").read_bytes() == b"2"


def test_that_all_copies_go_at_once(files: OpenedFiles, tmp_path: Path) -> None:
    files.copy("a.txt", b"1")
    files.remove()
    assert list(tmp_path.iterdir()) == []
    files.remove()


def test_that_no_place_for_a_copy_is_an_expected_error(
    files: OpenedFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(CareerDeskError):
        files.copy("a.txt", b"1")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("scan.pdf", "scan.pdf"),
        ("Łukasz (2024).PDF", "Łukasz (2024).pdf"),
        ("../../etc/passwd.txt", "_.._etc_passwd.txt"),
        ("-rf.txt", "rf.txt"),
        ("exe.\u202efdp.txt", "exe._fdp.txt"),
        ("a\nb;$(x).md", "a_b__(x).md"),
        (f"{'x' * 300}.pdf", f"{'x' * 80}.pdf"),
    ],
)
def test_that_a_name_is_only_a_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain
