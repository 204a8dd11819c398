"""Exporting a whole desk in open formats: everything on it, private records included."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.records import public_records
from careerdesk.exchange.desk_csv import desk_as_csv
from careerdesk.exchange.desk_json import (
    MAX_INLINE_BYTES,
    add_to_zip,
    attached_bytes,
    desk_as_json,
    desk_as_zip,
)
from careerdesk.files import write_whole, writing_problem
from careerdesk.services.targets import check_target

if TYPE_CHECKING:
    from pathlib import Path

    from careerdesk.domain.records import Records
    from careerdesk.storage.desk import Desk


def export_json(desk: Desk, path: Path, *, include_private: bool = True) -> None:
    """Write a desk as open JSON that ``import`` reads back exactly, attachments included.

    A path that ends in ``.zip`` gets the JSON and the attachments as files of a zip; a desk with
    more than 32 MB of attachments needs that.

    Raises:
        FileProblemError: it cannot be written, the name is that of a desk, or the attachments are
            too large for one JSON file.
        DiskFullError: there is no space left; an older file is unharmed.
    """
    check_target(path, source=desk.path)
    records = _chosen(desk, include_private=include_private)
    if path.suffix.lower() == ".zip":
        write_whole(path, desk_as_zip(records, desk.content))
        return
    if attached_bytes(records) > MAX_INLINE_BYTES:
        raise FileProblemError(
            f"{path} was not written: the attachments have {attached_bytes(records) >> 20} MB, and "
            f"a JSON file takes {MAX_INLINE_BYTES >> 20}. Choose a name that ends in .zip; "
            "the attachments are then files beside the JSON."
        )
    write_whole(path, desk_as_json(records, desk.content))


def needs_zip(desk: Desk) -> bool:
    """Say whether the attachments of a desk are too large for one JSON file."""
    return attached_bytes(desk.records()) > MAX_INLINE_BYTES


def export_csv(desk: Desk, path: Path, *, include_private: bool = True) -> None:
    """Write every table of a desk as CSV, into a zip or, for any other path, into a folder.

    The bytes of attachments are not in it. Cells that a spreadsheet would run as formulas are
    disarmed, which ``import`` undoes.

    Raises:
        FileProblemError: the folder or a file cannot be written, or the name is that of a desk.
        DiskFullError: there is no space left; older files that were not reached are unharmed.
    """
    check_target(path, source=desk.path)
    tables = desk_as_csv(_chosen(desk, include_private=include_private))
    if path.suffix.lower() == ".zip":
        with io.BytesIO() as buffer:
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, content in tables.items():
                    add_to_zip(archive, name, content)
            write_whole(path, buffer.getvalue())
        return
    if path.suffix.lower() == ".csv":
        raise FileProblemError(
            f"{path} was not written: a desk has several tables, and a CSV file holds one. "
            "Choose a folder, or a name that ends in .zip."
        )
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise writing_problem(path, error) from error
    for name, content in tables.items():
        write_whole(path / name, content)


def _chosen(desk: Desk, *, include_private: bool) -> Records:
    records = desk.records()
    return records if include_private else public_records(records)
