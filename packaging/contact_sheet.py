"""Pictures of the window side by side, for a quick look at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TILE = 480
GAP = 12
CAPTION = 22
ROWS = 4
GROUND, INK = "#8a8d91", "#ffffff"
COLUMNS = (("light", "example"), ("dark", "example"), ("light", "empty"), ("dark", "empty"))
# Of what is shown without a desk, or on one made for it, the pictures stand in the first columns.
IN_FRONT = ("example", "developed", "none")


def write_sheets(folder: Path) -> Iterator[Path]:
    """Tile the pictures of one size: a row a page, a column for each theme and desk."""
    names = sorted({path.stem for path in folder.glob("*/*/*.png")})
    for number, first in enumerate(range(0, len(names), ROWS), start=1):
        yield _write(folder, names[first : first + ROWS], folder / f"contact-sheet-{number}.png")


def _write(folder: Path, names: list[str], target: Path) -> Path:
    rows = [[_picture(folder, name, *column) for column in COLUMNS] for name in names]
    heights = [max(one.height() for one in row if one is not None) for row in rows]
    sheet = QImage(
        len(COLUMNS) * (TILE + GAP) + GAP,
        sum(height + CAPTION + GAP for height in heights) + GAP,
        QImage.Format.Format_RGB32,
    )
    sheet.fill(QColor(GROUND))
    with QPainter(sheet) as painter:
        painter.setPen(QColor(INK))
        top = GAP
        for name, row, height in zip(names, rows, heights, strict=True):
            place = QRect(GAP, top, sheet.width() - 2 * GAP, CAPTION)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, name)
            for at, picture in enumerate(row):
                if picture is not None:
                    painter.drawImage(GAP + at * (TILE + GAP), top + CAPTION, picture)
            top += height + CAPTION + GAP
    sheet.save(str(target))
    return target


def _picture(folder: Path, name: str, theme: str, desk: str) -> QImage | None:
    """Return one picture as a tile, None if there is none."""
    desks = IN_FRONT if desk == IN_FRONT[0] else (desk,)
    paths = (folder / theme / one / f"{name}.png" for one in desks)
    path = next((one for one in paths if one.is_file()), None)
    if path is None:
        return None
    return QImage(str(path)).scaledToWidth(TILE, Qt.TransformationMode.SmoothTransformation)
