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
    "portfolio": ({"domain", "analysis", "charts"}, {"reportlab", "PIL", "matplotlib", "numpy"}),
    "services": (
        {"domain", "analysis", "storage", "exchange", "portfolio", "charts"},
        set(),
    ),
    "gui": ({"domain", "analysis", "services", "charts", "_generated"}, {"PySide6"}),
}
# The ground floor beside the domain: single modules that every other room may use.
GROUND = {"assets", "files", "palette", "__version__"}
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
    "matplotlib": {"charts", "portfolio"},
    "reportlab": {"portfolio"},
    "PIL": {"portfolio"},
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


@pytest.mark.parametrize("room", RULES)
def test_that_a_room_imports_only_what_lies_below_it(room: str) -> None:
    rooms, packages = RULES[room]
    allowed = rooms | {room} | (set() if room == "domain" else GROUND)
    modules = list((PACKAGE / room).rglob("*.py"))
    assert modules, f"the rule names a room that does not exist: {room}"
    for module in modules:
        for name in imports_of(tree(module)):
            top, _, rest = name.partition(".")
            if top == "careerdesk" and rest:
                assert rest.split(".")[0] in allowed, f"{module} imports {name}"
            elif top in THIRD_PARTY:
                assert top in packages, f"{module} imports {name}"


def test_that_every_room_has_a_rule() -> None:
    present = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert present - {"_generated"} == set(RULES)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_heavy_libraries_are_imported_late_and_nothing_opens_a_socket(module: Path) -> None:
    for name in imports_of(tree(module), lazy=False):
        rooms = HEAVY.get(name.split(".")[0], {room_of(module)})
        assert room_of(module) in rooms, f"{module} imports {name} early"
    for name in imports_of(tree(module)):
        assert not NETWORK & {name, name.split(".")[0]}, f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_that_figures_are_never_made_by_pyplot_and_paragraphs_in_one_place(module: Path) -> None:
    names = set(imports_of(tree(module)))
    assert not any("pyplot" in name for name in names)
    made = [
        node
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Paragraph"
    ]
    assert not made or module.name == "text.py", f"{module} makes a Paragraph itself"


def test_that_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import careerdesk.cli", {"PySide6", "sqlalchemy", "matplotlib", "reportlab"}),
        (
            "from careerdesk.services import desk, history, quick_log, charts, portfolio",
            {"PySide6", "sqlalchemy", "alembic", "matplotlib", "reportlab", "pypdf"},
        ),
        (
            "import careerdesk.app",
            {"sqlalchemy", "alembic", "matplotlib", "reportlab", "pypdf", "PIL"},
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
