"""The one place that knows where package data lives."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def asset(relative: str) -> Traversable:
    """Return a bundled file, such as ``asset("icons/house.svg")``.

    Raises:
        FileNotFoundError: there is none; the generated tree has not been built.
    """
    found = files("careerdesk").joinpath("_generated/resources", relative)
    if not found.is_file():
        raise FileNotFoundError(
            f"bundled file {relative!r} is missing; run packaging/build_assets.py"
        )
    return found
