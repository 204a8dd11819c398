"""Make or mend the environment that CareerDesk runs in.

The stamp is removed first and written last: whatever happens in between, the next start finds no
stamp and builds anew. The lock is inherited by pip, so a pip whose parent was killed keeps the
next start waiting until it has ended.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import system_libraries
from environment_folder import clear, copy_source, held_lock, is_untouched, make_room
from pip_words import build_requirements, environment_for_pip, explain_os_error, explain_output
from stamp import STAMP_NAME, Place, Stamp, Work, site_packages, work_due
from system_libraries import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from progress import Progress

LOG_NAME = "careerdesk-set-up.log"
ASK_BACKEND = """
import json
from hatchling.build import get_requires_for_build_editable
print(json.dumps(get_requires_for_build_editable()))
"""


class SetUpError(Exception):
    """The environment could not be made; the text is meant for the user."""


def set_up(
    place: Place, extras: Iterable[str], needs: Sequence[Sequence[str]], progress: Progress
) -> None:
    """Bring the environment to the wanted state.

    Args:
        place: the project and its environment.
        extras: optional dependencies of ``pyproject.toml`` that must be installed.
        needs: kinds of Qt files; of each group one must find its system libraries.
        progress: shows one calm line for each long step.

    Raises:
        SetUpError: something is missing that cannot be had; a later start tries again.
    """
    try:
        if belongs_to_another(place.environment):
            findings = look_for_libraries(place)
        else:
            make_room(place.environment)
            with held_lock(place.environment, progress) as lock:
                findings = Workshop(place, lock, progress).work(set(extras))
    except OSError as error:
        raise SetUpError(explain_os_error(error, place.environment)) from error
    lacking = findings.lacking_for(needs)
    if lacking:
        words = "CareerDesk is installed, but Qt needs system libraries that are missing here."
        raise SetUpError(f"{words} {system_libraries.advice(lacking)}")


def belongs_to_another(environment: Path) -> bool:
    """Say whether the environment is there and only somebody else can change it."""
    return environment.is_dir() and not os.access(environment, os.W_OK)


def look_for_libraries(place: Place) -> Findings:
    """Look which system libraries the installed Qt lacks."""
    folder = site_packages(place.environment)
    return system_libraries.inspect(folder / "PySide6") if folder else Findings()


class Workshop:
    """The steps of a set-up, with the log they share."""

    def __init__(self, place: Place, lock: int, progress: Progress) -> None:
        self._place = place
        self._lock = lock
        self._progress = progress
        self._log = place.environment / LOG_NAME
        self._output = ""

    def work(self, extras: set[str]) -> Findings:
        """Do what is due, describe the result in a new stamp, and return what Qt found."""
        environment = self._place.environment
        stamp = Stamp.read(environment)
        due = work_due(self._place, stamp, extras)
        if stamp and due is not Work.REBUILD:
            extras = extras | set(stamp.extras)
        (environment / STAMP_NAME).unlink(missing_ok=True)
        try:
            if due is Work.REBUILD:
                self._create()
            if due >= Work.UPDATE:
                findings = self._install(extras, is_new=due is Work.REBUILD)
            else:
                findings = self._provide_libraries()
                self._build_assets()
        except SetUpError:
            if stamp and due is not Work.REBUILD:  # pip leaves all as it was when it fails
                stamp.write(environment)
            raise
        Stamp.of(self._place, extras, findings.sound).write(environment)
        self._progress.end()
        return findings

    def _create(self) -> None:
        """Make an empty environment with pip, also where Debian lacks python3-venv."""
        environment = self._place.environment
        is_first = is_untouched(environment)
        self._progress.begin(
            "Setting up CareerDesk once; this takes about a minute …"
            if is_first
            else "CareerDesk's environment is incomplete or damaged; building it anew …"
        )
        clear(environment)
        create = [sys.executable, "-m", "venv", str(environment)]
        if find_spec("ensurepip") and self._run(create) == 0:
            return
        self._require([*create, "--without-pip"])
        borrowed = [sys.executable, "-m", "pip", "--python", str(self._place.python)]
        self._require([*borrowed, "install", "pip"])

    def _install(self, extras: set[str], *, is_new: bool) -> Findings:
        """Install the project and all it needs; before that, what Qt's form compiler needs."""
        place = self._place
        if not is_new:
            self._progress.begin("Bringing CareerDesk's environment up to date …")
        if place.is_copied:
            copy_source(place.root, place.source)
        pip = [str(place.python), "-m", "pip", "install"]
        self._install_build_requirements(pip)
        findings = self._provide_libraries()
        wanted = f"{place.source}[{','.join(sorted(extras))}]" if extras else str(place.source)
        self._require([*pip, "--no-build-isolation", "--editable", wanted])
        return findings

    def _install_build_requirements(self, pip: list[str]) -> None:
        """Install what building needs into the environment itself.

        Qt is among it; pip would otherwise unpack it a second time, to throw it away again.
        """
        source = self._place.source
        pyproject = (source / "pyproject.toml").read_text(encoding="utf-8")
        self._require([*pip, *build_requirements(pyproject)])
        self._require([str(self._place.python), "-c", ASK_BACKEND], folder=source)
        self._require([*pip, *json.loads(self._output.splitlines()[-1])])

    def _build_assets(self) -> None:
        script = self._place.source / "packaging" / "build_assets.py"
        self._require([str(self._place.python), str(script), "--forms-optional"])

    def _provide_libraries(self) -> Findings:
        """Look for missing system libraries; install them if nobody has to be asked."""
        findings = look_for_libraries(self._place)
        packages, _ = system_libraries.packages_for(findings.all_missing)
        if not packages or not system_libraries.may_install():
            return findings
        self._progress.begin(f"Installing system libraries: {' '.join(packages)} …")
        patient = ("-o", "DPkg::Lock::Timeout=120")
        install = [*system_libraries.APT_INSTALL, *patient, *packages]
        self._run(["apt-get", "update", *patient])  # older lists may do, if this fails
        if self._run(install) != 0:
            self._run(["dpkg", "--configure", "-a"])  # an earlier installation was interrupted
            if self._run(install) != 0:
                self._progress.say(f"apt-get failed; its report is in {self._log}")
        return look_for_libraries(self._place)

    def _require(self, command: list[str], folder: Path | None = None) -> None:
        if self._run(command, folder) != 0:
            reason = explain_output(self._output)
            report = f"The whole report is in {self._log}"
            raise SetUpError(f"CareerDesk could not be set up. {reason}\n{report}")

    def _run(self, command: list[str], folder: Path | None = None) -> int:
        """Run one step with its output in the log; remember the output."""
        environ = environment_for_pip(os.environ) | {"DEBIAN_FRONTEND": "noninteractive"}
        with self._log.open("a+b") as log:
            log.write(f"\n$ {' '.join(command)}\n".encode())
            log.flush()
            start = log.tell()
            with subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environ,
                pass_fds=(self._lock,) if os.name == "posix" else (),
            ) as process:
                self._progress.wait(process)
            log.seek(start)
            self._output = log.read().decode(errors="replace")
        return process.returncode
