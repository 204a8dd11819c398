"""Hatchling hook: forms and package data for wheels and editable installs."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel or an editable wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the generated tree and declare it, since git ignores it.

        A checkout stays useful on a computer without Qt's system libraries, since only the
        window needs forms; a wheel goes to other computers and is whole or is not made.
        """
        if self.target_name != "wheel":
            return
        script = runpy.run_path(str(Path(self.root) / "packaging" / "build_assets.py"))
        script["build"](Path(self.root), forms_optional=version == "editable")
        build_data["artifacts"].append("/careerdesk/_generated/**")
