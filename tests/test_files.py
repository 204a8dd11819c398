"""Whole-file writes: the old content or the new, and a sentence when it cannot be done."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from careerdesk.domain.errors import CareerDeskError, DiskFullError, FileProblemError
from careerdesk.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_file_is_written_and_replaced_for_its_user_only(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    for content in (b"one", b"two"):
        write_whole(out, content)
        assert out.read_bytes() == content
    assert out.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EIO, FileProblemError)]
)
def test_that_a_failing_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[CareerDeskError]
) -> None:
    out = tmp_path / "a.pdf"
    write_whole(out, b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind):
        write_whole(out, b"new")
    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(out, b"old")]


def test_that_a_folder_of_the_name_and_a_missing_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="something else has that name"):
        write_whole(tmp_path, b"x")
    with pytest.raises(FileProblemError, match="does not exist"):
        write_whole(tmp_path / "nowhere" / "a.pdf", b"x")


def test_that_write_protection_is_respected_even_by_the_superuser(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    write_whole(out, b"old")
    out.chmod(0o400)
    with pytest.raises(FileProblemError, match="read-only"):
        write_whole(out, b"new")
    assert out.read_bytes() == b"old"


def test_that_a_pipe_or_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileProblemError, match="something else"):
        write_whole(pipe, b"new")
    assert pipe.is_fifo()


def test_that_a_link_stays_and_what_it_names_is_replaced(tmp_path: Path) -> None:
    out, link = tmp_path / "a.pdf", tmp_path / "link.pdf"
    write_whole(out, b"old")
    link.symlink_to(out)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert out.read_bytes() == b"new"
