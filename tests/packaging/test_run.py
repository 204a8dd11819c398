"""The first lines that any Python reads."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import run

SCRIPT = Path(run.__file__)


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_that_an_old_python_is_refused_in_one_plain_line(
    version: tuple[int, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main(version) == 1
    said = capsys.readouterr().err
    found = ".".join(map(str, version[:2]))
    assert said == f"CareerDesk needs Python 3.11 or newer; this is Python {found}.\n"


def test_that_an_old_python_can_read_the_script_as_far_as_the_refusal() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 4))
    eager = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [name.name for node in eager for name in node.names] == ["sys"]
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert all(function.returns is None for function in functions)
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree))


def test_that_a_new_python_hands_its_arguments_to_the_launcher(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[list[str]] = []

    def remember(arguments: list[str]) -> int:
        given.append(arguments)
        return 7

    monkeypatch.setattr("launcher.main", remember)
    monkeypatch.setattr("sys.argv", ["run.py", "summary", "a desk"])
    assert run.main((3, 11, 0)) == 7
    assert given == [["summary", "a desk"]]
