"""Which Qt may come into an environment."""

from __future__ import annotations

import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PROJECT = tomllib.loads(
    Path(__file__).resolve().parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8")
)
UMBRELLA = {"pyside6", "pyside6-addons", "pyside6-webengine", "pyside6-pdf"}


def declared() -> list[Requirement]:
    """Every requirement that pyproject.toml names, of the program and of its build."""
    project = PROJECT["project"]
    hook = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    extras = [text for texts in project["optional-dependencies"].values() for text in texts]
    return [Requirement(text) for text in project["dependencies"] + hook["dependencies"] + extras]


def allowed(python: str, version: str) -> bool:
    """Say whether all that applies to a Python lets a version of Qt in."""
    applying = [
        requirement
        for requirement in declared()
        if requirement.name == "PySide6-Essentials"
        and requirement.marker is not None
        and requirement.marker.evaluate({"python_version": python})
    ]
    assert len(applying) == 2  # the program and its build
    verdicts = {requirement.specifier.contains(version) for requirement in applying}
    assert len(verdicts) == 1
    return verdicts.pop()


def test_that_qt_6_12_stays_away_from_the_pythons_it_aborts_on() -> None:
    assert allowed("3.11", "6.11.3")
    assert not allowed("3.11", "6.12.0")
    assert allowed("3.12", "6.12.0")
    assert allowed("3.14", "6.12.0")
    assert not allowed("3.12", "7.0.0")


def test_that_the_large_parts_of_qt_are_never_asked_for() -> None:
    assert not UMBRELLA & {requirement.name.lower() for requirement in declared()}


def test_that_the_environment_holds_the_small_and_safe_qt() -> None:
    names = {str(found.name).lower().replace("_", "-") for found in metadata.distributions()}
    assert "pyside6-essentials" in names
    assert not UMBRELLA & names
    version = tuple(map(int, metadata.version("PySide6-Essentials").split(".")[:2]))
    assert version < (6, 12) or sys.version_info >= (3, 12)
