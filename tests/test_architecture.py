"""The rules of the house, checked by reading the imports of every module."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "careerdesk"
MODULES = [path for path in PACKAGE.rglob("*.py") if "_generated" not in path.parts]

# room -> (rooms it may import, third-party packages it may import)
RULES: dict[str, tuple[set[str], set[str]]] = {
    "domain": (set(), set()),
    "analysis": ({"domain"}, set()),
    "storage": ({"domain"}, {"sqlalchemy", "alembic"}),
    "exchange": ({"domain"}, set()),
    "charts": ({"domain", "analysis"}, {"matplotlib", "numpy"}),
    "portfolio": ({"domain", "analysis", "charts"}, {"reportlab", "PIL", "pypdfium2"}),
    "services": (
        {"domain", "analysis", "storage", "exchange", "portfolio", "charts"},
        set(),
    ),
    "gui": ({"domain", "analysis", "services", "charts", "_generated"}, {"PySide6"}),
}
# The ground floor beside the domain: single modules that every other room may use. They may use
# the domain and each other.
GROUND = {"assets", "catalogue", "collection", "files", "palette", "words"}
THIRD_PARTY = {
    "PySide6",
    "shiboken6",
    "sqlalchemy",
    "alembic",
    "matplotlib",
    "numpy",
    "reportlab",
    "pypdf",
    "pypdfium2",
    "PIL",
}
# Slow to import: only their own room may name them outside a function.
HEAVY = {
    "matplotlib": {"charts"},
    "reportlab": {"portfolio"},
    "PIL": {"portfolio"},
    "pypdfium2": {"portfolio"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
}
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "PySide6.QtNetwork",
}


def imports_of(node: ast.AST, *, lazy: bool = True) -> Iterator[str]:
    """Name every import below a node; without ``lazy`` only those that run on import."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are absolute"
            module = child.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in child.names)
        elif lazy or not (
            isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            or (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING")
        ):
            yield from imports_of(child, lazy=lazy)


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0]


def strangers(code: ast.Module, rooms: set[str], packages: set[str]) -> list[str]:
    """Name what a module imports though it may import only these rooms and packages."""
    found = []
    for name in imports_of(code):
        top, _, rest = name.partition(".")
        if top == "careerdesk" and rest:
            if rest.split(".")[0] not in rooms | {"__version__"}:
                found.append(name)
        elif top in THIRD_PARTY - packages:
            found.append(name)
    return found


def early(code: ast.Module, room: str) -> list[str]:
    """Name the slow libraries that a module of a room loads as soon as it is imported."""
    names = imports_of(code, lazy=False)
    return [name for name in names if room not in HEAVY.get(name.split(".")[0], {room})]


def sockets(code: ast.Module) -> list[str]:
    """Name what a module imports that could open a connection."""
    return [name for name in imports_of(code) if NETWORK & {name, name.split(".")[0]}]


def markup(code: ast.Module) -> list[str]:
    """Name what a module uses that keeps a state of its own or reads text of users as markup."""
    found = [name for name in imports_of(code) if {"pyplot", "platypus"} & set(name.split("."))]
    for node in ast.walk(code):
        names = [getattr(node, key, None) for key in ("id", "attr", "name", "asname")]
        found += [str(name) for name in names if name == "Paragraph"]
    return found


@pytest.mark.parametrize("room", RULES)
def test_that_a_room_imports_only_what_lies_below_it(room: str) -> None:
    rooms, packages = RULES[room]
    allowed = rooms | {room} | (set() if room == "domain" else GROUND)
    modules = list((PACKAGE / room).rglob("*.py"))
    assert modules, f"the rule names a room that does not exist: {room}"
    for module in modules:
        assert not strangers(tree(module), allowed, packages), module


@pytest.mark.parametrize("name", sorted(GROUND))
def test_that_the_ground_floor_stands_on_the_domain_alone(name: str) -> None:
    assert not strangers(tree(PACKAGE / f"{name}.py"), GROUND | {"domain", "_generated"}, set())


@pytest.mark.parametrize(
    "line",
    [
        "from careerdesk.storage.desk import Desk",
        "from careerdesk import storage",
        "import careerdesk.gui.theme",
        "def late():\n    import sqlalchemy.sql",
        "if TYPE_CHECKING:\n    from PySide6.QtCore import Qt",
    ],
)
def test_that_an_import_from_a_higher_room_is_found(line: str) -> None:
    rooms, packages = RULES["charts"]
    assert strangers(ast.parse(line), rooms | {"charts"} | GROUND, packages)
    allowed = "import careerdesk.charts.view, json, matplotlib\nfrom careerdesk import words"
    assert not strangers(ast.parse(allowed), rooms | {"charts"} | GROUND, packages)


def test_that_an_early_import_of_a_slow_library_is_found() -> None:
    for name in HEAVY:
        assert early(ast.parse(f"try:\n    import {name}.sub\nfinally:\n    pass"), "services")
        assert not early(ast.parse(f"def late():\n    import {name}.sub"), "services")


@pytest.mark.parametrize("line", ["import socket", "from urllib import request", "import ssl as s"])
def test_that_a_socket_is_found(line: str) -> None:
    assert sockets(ast.parse(line))
    assert not sockets(ast.parse("from urllib.parse import urlsplit"))


@pytest.mark.parametrize(
    "line",
    [
        "import matplotlib.pyplot as plt",
        "from matplotlib import pyplot",
        "from reportlab.platypus import Table",
        "from reportlab.platypus.paragraph import Paragraph as P",
        "story.append(rl.Paragraph(name))",
    ],
)
def test_that_pyplot_and_markup_are_found(line: str) -> None:
    assert markup(ast.parse(line))


def test_that_every_room_has_a_rule() -> None:
    present = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert present - {"_generated"} == set(RULES)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_heavy_libraries_are_imported_late_and_nothing_opens_a_socket(module: Path) -> None:
    assert not early(tree(module), room_of(module))
    assert not sockets(tree(module))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_no_figure_is_made_by_pyplot_and_no_text_is_read_as_markup(module: Path) -> None:
    assert not markup(tree(module))


# What Qt for Python returns from these it takes for a child of the one asked; see gui/focus.py.
# The item of a layout, which Qt deletes together with its widget, is then remembered as well; what
# comes to lie in its place brings the program down when it is deleted.
TAKEN_FOR_CHILDREN = {
    "focusProxy",
    "nextInFocusChain",
    "previousInFocusChain",
    "buddy",
    "childAt",
    "itemAt",
    "itemAtPosition",
}


def misleading(code: ast.Module) -> list[str]:
    """Name the calls of a module that would have a widget belong to another."""
    found = []
    for node in ast.walk(code):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asked, name = ast.unparse(node.func.value), node.func.attr
            if name in TAKEN_FOR_CHILDREN or (name == "focusWidget" and asked != "QApplication"):
                found.append(f"{asked}.{name}()")
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_no_widget_is_made_to_belong_to_another(module: Path) -> None:
    assert not misleading(tree(module))


def test_that_a_call_that_makes_one_belong_to_another_is_found() -> None:
    assert misleading(ast.parse("self.window().focusWidget()\nlabel.buddy()\nrows.itemAt(0)"))
    assert not misleading(ast.parse("QApplication.focusWidget()"))


def filled_too_early(code: ast.Module) -> list[str]:
    """Name the layouts of a module that hold something before they lie in another one.

    WORKAROUND: Qt for Python (6.11) takes what such a layout holds for children of the outer one,
    and does not hear when Qt deletes it. The next object at that address brings the program down.
    """
    found = []
    for function in ast.walk(code):
        if not isinstance(function, ast.FunctionDef):
            continue
        calls = [one for one in ast.walk(function) if isinstance(one, ast.Call)]
        filled: set[str] = set()
        for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
            if not isinstance(call.func, ast.Attribute):
                continue
            name = call.func.attr
            if name in ("addLayout", "insertLayout"):
                inner = ast.unparse(call.args[name == "insertLayout"])
                if inner in filled or "(" in inner:
                    found.append(inner)
            if name.startswith(("add", "insert")):
                filled.add(ast.unparse(call.func.value))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_a_layout_lies_in_another_before_it_holds_anything(module: Path) -> None:
    assert not filled_too_early(tree(module))


def test_that_a_layout_filled_before_it_lies_in_another_is_found() -> None:
    early = "def build(self):\n row.addWidget(name)\n column.addLayout(row)"
    timely = "def build(self):\n column.addLayout(row)\n row.addWidget(name)"
    assert filled_too_early(ast.parse(early)) == ["row"]
    assert filled_too_early(ast.parse("def build(self):\n column.addLayout(self._head())"))
    assert not filled_too_early(ast.parse(timely))


def test_that_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import careerdesk.cli", {"PySide6", "sqlalchemy", "matplotlib", "reportlab"}),
        (
            "from careerdesk.services import desk, history, quick_log, charts, portfolio",
            {"PySide6", "sqlalchemy", "alembic", "matplotlib", "reportlab", "pypdf", "pypdfium2"},
        ),
        (
            "import careerdesk.app",
            {"sqlalchemy", "alembic", "matplotlib", "reportlab", "pypdf", "pypdfium2", "PIL"},
        ),
    ],
)
def test_that_starting_loads_nothing_slow(code: str, unwanted: set[str]) -> None:
    """The window comes up before the desk; commands never load Qt."""
    script = f"{code}\nimport sys\nprint(*sorted(m for m in sys.modules if '.' not in m))"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not unwanted & set(found.stdout.split())


def test_that_the_first_frame_waits_for_no_records() -> None:
    script = "import careerdesk.app, sys\nprint(*sorted(sys.modules))"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = set(found.stdout.split())
    assert "careerdesk.gui.main_window" in loaded
    assert not {"careerdesk.domain.records", "careerdesk.services.shelf", "dataclasses"} & loaded
