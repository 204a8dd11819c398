"""Start the program, the tests or a tool in the environment, after making it if need be.

A start of a finished environment imports little, starts no process and replaces this one by the
program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from stamp import Place, Stamp, Work, choose_place, work_due

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT))

from careerdesk.__main__ import is_for_command_line  # noqa: E402 - it imports only built-ins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM = ("-P", "-m", "careerdesk")  # -P: no module of the working folder is taken for ours
EXAMPLE_FOLDER = "CareerDesk example"
EXAMPLE_FILES = ("Example.careerdesk", "Portfolio.pdf", "Charts")
X_SOCKETS = "/tmp/.X11-unix"
NO_DISPLAY = "There is no display here, so CareerDesk cannot open its window"


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for and return the exit status."""
    task = arguments[0] if arguments else ""
    try:
        if task == "test":
            return run_tests(arguments[1:])
        if task == "tool" and len(arguments) > 1:
            return run_tool(arguments[1:])
        return run_program(arguments)
    except KeyboardInterrupt:
        print("\nStopped. The next start goes on with it.", file=sys.stderr)
        return 130


def run_program(arguments: list[str]) -> int:
    """Start the program; without a display, make the example's portfolio instead of a window."""
    displays = live_displays(os.environ)
    opens = not is_for_command_line(arguments)
    needs = (("core",), displays) if opens and displays else ()
    place = prepare((), needs)
    if place is None:
        return 1
    if not opens or displays:
        return replace_process(place, [*PROGRAM, *arguments])
    if arguments:
        print(why_no_window(arguments), file=sys.stderr)
        return 1
    return write_example(place)


def run_tests(arguments: list[str]) -> int:
    """Run the tests offscreen, in the project's folder; all of them in as many processes as fit."""
    place = prepare(("test",), (("core",),))
    if place is None:
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(place.source)
    return replace_process(place, ["-m", "pytest", *(arguments or ["-n", "auto"])])


def run_tool(arguments: list[str]) -> int:
    """Run a development tool in the project's folder, such as ``tool ruff check``."""
    place = prepare(("dev", "test"), ())
    if place is None:
        return 1
    os.chdir(place.source)
    return replace_process(place, ["-m", *arguments])


def prepare(extras: Sequence[str], needs: tuple[tuple[str, ...], ...]) -> Place | None:
    """Return a place that is ready; ``None`` after saying why there is none."""
    place = choose_place(ROOT, os.environ)
    stamp = Stamp.read(place.environment)
    if work_due(place, stamp, extras) is Work.NONE and stamp and stamp.meets(needs):
        return place
    from progress import Progress
    from set_up import SetUpError, set_up

    progress = Progress()
    try:
        set_up(place, extras, needs, progress)
    except SetUpError as error:
        progress.stop()
        print(error, file=sys.stderr)
        return None
    except KeyboardInterrupt:
        progress.stop()
        raise
    return place


def why_no_window(arguments: Sequence[str]) -> str:
    """Say why no window opens without a display; a desk that is not there would open nowhere."""
    for word in arguments:
        names = (word, f"{word}.careerdesk")
        if not word.startswith("-") and not any(Path(name).exists() for name in names):
            return f"There is no desk at {word}. Check the name, or make one with: new {word}"
    return f"{NO_DISPLAY}. The commands need none; --help lists them."


def live_displays(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kinds of display that a window could open on; Qt aborts without one."""
    if not sys.platform.startswith("linux"):
        return ("core",)
    kinds = []
    if _wayland_is_live(environ):
        kinds.append("wayland")
    if _x_is_live(environ):
        kinds.append("xcb")
    asked = environ.get("QT_QPA_PLATFORM", "")
    if not asked:
        return tuple(kinds)
    names = [name.partition(":")[0] for name in asked.split(";")]
    if any(name != "xcb" and not name.startswith("wayland") for name in names):
        return ("core",)  # offscreen and others that bring their own screen
    return tuple(kind for kind in kinds if any(name.startswith(kind) for name in names))


def _x_is_live(environ: Mapping[str, str]) -> bool:
    """Say whether DISPLAY names a server; only a local one can be looked for."""
    display = environ.get("DISPLAY", "")
    if not display.startswith(":"):
        return bool(display)
    socket = f"{X_SOCKETS}/X{display[1:].partition('.')[0]}"
    return Path(socket).exists() or f"@{socket}\n" in _unix_sockets()


def _wayland_is_live(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(environ.get("XDG_RUNTIME_DIR", ""), name).exists()


def _unix_sockets() -> str:
    try:
        return Path("/proc/net/unix").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def write_example(place: Place) -> int:
    """Write the example desk, its portfolio and its charts, and name the files."""
    print(f"{NO_DISPLAY}; it writes the example's portfolio and charts instead.", flush=True)
    try:
        folder = example_folder([*working_folder(), Path.home()])
    except OSError as error:
        print(f"No folder for the example could be made ({error}).", file=sys.stderr)
        return 1
    desk, portfolio, charts = (folder / name for name in EXAMPLE_FILES)
    status = 0 if desk.exists() else make_example(place, desk)
    status = status or call_program(place, "portfolio", desk, "-o", portfolio)
    status = status or call_program(place, "charts", desk, "-o", charts)
    if status == 0:
        for path in (desk, portfolio, *sorted(charts.iterdir())):
            print(path)
    return status


def make_example(place: Place, desk: Path) -> int:
    """Make the example desk aside, so that an interrupted start leaves no half-filled one."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=desk.parent) as folder:
        new = Path(folder, desk.name)
        status = call_program(place, "new", new, "--example")
        if status == 0:
            new.replace(desk)
    return status


def call_program(place: Place, *arguments: str | Path) -> int:
    """Run a sub-command quietly; what it complains about is shown."""
    command = [str(place.python), *PROGRAM, *map(str, arguments)]
    return subprocess.run(command, stdout=subprocess.PIPE, check=False).returncode


def example_folder(places: Sequence[Path]) -> Path:
    """Make the example's folder in the first place that can be written.

    Raises:
        OSError: none can.
    """
    problem = OSError("no folder can be written")
    for place in places:
        folder = place / EXAMPLE_FOLDER
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            problem = error
            continue
        if os.access(folder, os.W_OK):
            return folder
    raise problem


def working_folder() -> list[Path]:
    """Return the caller's folder; none if it has been removed meanwhile."""
    try:
        return [Path.cwd()]
    except FileNotFoundError:
        return []


def replace_process(place: Place, arguments: Sequence[str]) -> int:
    """Become the environment's Python with these arguments."""
    os.environ.pop("PYTHONHOME", None)  # it would lead the environment to another library
    command = [str(place.python), *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode
