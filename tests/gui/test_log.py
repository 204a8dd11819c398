from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import qWarning

from careerdesk.gui import log

if TYPE_CHECKING:
    from pathlib import Path


def test_that_the_log_keeps_bugs_and_complaints_of_qt_without_what_they_quote(
    qapp: object, tmp_path: Path
) -> None:
    log.start(tmp_path / "state")
    try:
        log.write_bug("some place")
        qWarning('cannot read "/home/ada/secret.careerdesk" now')
        qWarning("cannot lock /home/ada/hidden.lock either")
    finally:
        log.stop()
    text = (tmp_path / "state" / "careerdesk.log").read_text(encoding="utf-8")
    assert "some place" in text
    assert "cannot read" in text
    assert "secret" not in text
    assert "either" in text
    assert "ada" not in text


def test_that_a_large_log_makes_room_for_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "careerdesk.log").write_bytes(b"x" * 1_000_001)
    log.start(tmp_path)
    log.stop()
    assert (tmp_path / "careerdesk.1.log").stat().st_size == 1_000_001
    assert (tmp_path / "careerdesk.log").stat().st_size == 0


def test_that_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    log.start(tmp_path / "state")
    log.write_bug("nowhere to write")
    log.stop()
    assert (tmp_path / "state").read_text(encoding="utf-8").startswith("a file")


@pytest.mark.parametrize(
    ("file_name", "place"),
    [
        ("/home/ada/careerdesk/careerdesk/gui/log.py", "careerdesk/gui/log.py"),
        (r"C:\Users\Ada\lib\site-packages\careerdesk\app.py", "careerdesk/app.py"),
        ("/home/ada/.venv/lib/python3.11/site-packages/sqlalchemy/pool.py", "sqlalchemy/pool.py"),
        ("/usr/lib/python3.12/json/decoder.py", "json/decoder.py"),
        ("/home/ada/script.py", "script.py"),
        ("<string>", "<string>"),
    ],
)
def test_that_a_place_in_the_code_has_no_folders_of_the_user(file_name: str, place: str) -> None:
    assert log.place_in_code(file_name) == place


def test_that_a_crash_is_taken_into_the_log_at_the_next_start(tmp_path: Path) -> None:
    crash = tmp_path / "crash.log"
    crash.write_text(
        'Fatal Python error\n  File "/home/ada/careerdesk/app.py", line 3 in run\n',
        encoding="utf-8",
    )
    log.start(tmp_path)
    log.stop()
    text = (tmp_path / "careerdesk.log").read_text(encoding="utf-8")
    assert 'File "careerdesk/app.py", line 3 in run' in text
    assert "ada" not in text
    assert crash.read_text(encoding="utf-8") == ""
