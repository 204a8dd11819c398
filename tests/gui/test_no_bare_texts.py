"""No text is put on screen as it stands in the code; what no test opens is found here too."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = Path(__file__).resolve().parents[2] / "careerdesk" / "gui"

# Functions and methods whose first argument is shown or read out.
SHOWING = {
    *("label", "LineLabel", "pill", "tooltip", "Card", "Offer", "AmountBar", "BusyDialog"),
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "QToolButton"),
    *("setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "show_line"),
    *("addItem", "addMenu", "addSection", "begin_work", "setInformativeText", "setPrefix"),
    *("setSuffix", "setSpecialValueText"),
}
# Those that show it if it is a text.
SHOWING_TEXTS = {"add", "addAction", "addButton", "addTab"}
PROPER = {"CareerDesk"}


def bare_texts(code: ast.AST) -> Iterator[tuple[int, str]]:
    """Return line and words of each text that is shown without being looked up."""
    for node in ast.walk(code):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in SHOWING | SHOWING_TEXTS:
                for text in _literals(node.args[0]):
                    if any(letter.isalpha() for letter in text) and text.strip() not in PROPER:
                        yield node.lineno, text


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            part.value
            for part in node.values
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
        )
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from _literals(node.left)
        yield from _literals(node.right)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _literals(value)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('label("Home", "title")', ["Home"]),
        ('button.setText("Save" if ok else f"{name} saved")', ["Save", " saved"]),
        ('messages.add("Done: " + name)', ["Done: "]),
        ('label(self.tr("Home"), "title")', []),
        ('button.setText(self.tr("Save") if ok else "…")', []),
        ("found.add(name)", []),
    ],
)
def test_that_a_bare_text_is_seen(code: str, words: list[str]) -> None:
    assert [text for _, text in bare_texts(ast.parse(code))] == words


def test_that_no_text_is_shown_bare() -> None:
    found = [
        f"{path.relative_to(ROOM)}, line {line}: {text!r}"
        for path in sorted(ROOM.rglob("*.py"))
        for line, text in bare_texts(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, "give these to self.tr() or translate():\n" + "\n".join(found)
