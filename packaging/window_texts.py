"""Which texts the window says: found in its code and its forms, without importing them.

Qt's own ``lupdate`` reads Python too, but takes ``translate(context, text, "", n)`` for a text
without plural forms and loses it where the number is a call (measured with 6.11), so the syntax
tree is asked instead.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE = "careerdesk/gui"
FORMS = "ui"


class UnreadableTextError(RuntimeError):
    """A call asks for a text that cannot be known before it runs; the sentence says where."""


@dataclass(frozen=True, order=True)
class Text:
    """One text as Qt looks it up."""

    context: str
    source: str
    comment: str = ""
    is_plural: bool = False


def window_texts(root: Path) -> list[Text]:
    """Return every text of the window once, in order.

    Raises:
        UnreadableTextError: a text is put together before it is looked up.
    """
    found: set[Text] = set()
    for path in sorted((root / CODE).rglob("*.py")):
        finder = _Finder(path.relative_to(root).as_posix())
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        found.update(finder.texts)
    for path in sorted((root / FORMS).glob("*.ui")):
        found.update(_form_texts(path))
    return sorted(found)


def _form_texts(path: Path) -> Iterator[Text]:
    form = ElementTree.parse(path).getroot()
    context = form.findtext("class", "")
    for string in form.iter("string"):
        if string.get("notr") != "true" and string.text:
            yield Text(context, string.text, string.get("comment", ""))


class _Finder(ast.NodeVisitor):
    """Collects ``self.tr``, ``translate`` and ``to_translate``."""

    def __init__(self, name: str) -> None:
        self.texts: list[Text] = []
        self._name = name
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Texts of ``self.tr`` belong to the class in which they stand."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Read one call, and what it is given."""
        self.generic_visit(node)
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "tr":
            if not self._classes:
                raise self._unreadable(node, "tr() belongs into a method; use translate() here")
            self._take(node, [ast.Constant(self._classes[-1]), *node.args])
        elif _name_of(called) in ("translate", "to_translate"):
            if len(node.args) > 1 and isinstance(node.args[1], ast.Attribute | ast.Subscript):
                return  # a text of a constant, which to_translate has made known
            self._take(node, node.args)

    def _take(self, node: ast.Call, arguments: list[ast.expr]) -> None:
        named = {keyword.arg: keyword.value for keyword in node.keywords}
        context, source, comment = (
            self._constant(node, argument)
            for argument in (*arguments[:3], *([ast.Constant("")] * (3 - len(arguments))))
        )
        is_plural = len(arguments) > 3 or "n" in named
        if ("%n" in source) is not is_plural:
            raise self._unreadable(node, "%n and a number go together")
        self.texts.append(Text(context, source, comment, is_plural))

    def _constant(self, node: ast.Call, argument: ast.expr) -> str:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
        raise self._unreadable(node, "the text is put together before it is looked up")

    def _unreadable(self, node: ast.Call, why: str) -> UnreadableTextError:
        return UnreadableTextError(f"{self._name}, line {node.lineno}: {why}")


def _name_of(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else ""
