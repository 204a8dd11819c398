"""How matplotlib behaves in CareerDesk: fonts, literal text, steady bytes. Set here alone.

Importing this module imports matplotlib and replaces its settings for the whole process, whatever
a ``matplotlibrc`` in the user's folder says: nothing else in the process draws with it, and a
canvas in the window creates texts long after a local ``rc_context`` would have ended.
"""

from __future__ import annotations

import atexit
import logging
from contextlib import ExitStack
from importlib.resources import as_file
from typing import Final

# A read-only home or a first start must not write lines about caches to the terminal.
logging.getLogger("matplotlib").setLevel(logging.ERROR)

import matplotlib as mpl  # noqa: E402
from matplotlib import font_manager  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402

from careerdesk.assets import asset  # noqa: E402
from careerdesk.charts.paper import SIZE  # noqa: E402

FAMILY: Final = ["Inter", "DejaVu Sans"]

_fonts = ExitStack()
atexit.register(_fonts.close)


def _font_file(name: str) -> str:
    """Return a bundled font as a file that stays there as long as the process."""
    return str(_fonts.enter_context(as_file(asset(f"fonts/{name}.ttf"))))


REGULAR_FILE: Final = _font_file("Inter-Regular")
SEMIBOLD_FILE: Final = _font_file("Inter-SemiBold")
FALLBACK_FILE: Final = str(mpl.get_data_path()) + "/fonts/ttf/DejaVuSans.ttf"


def new_figure(size: tuple[float, float]) -> Figure:
    """Return an empty figure of so many inches, sure to be made after the settings."""
    return Figure(figsize=size)


def spare_pdf_layout_tables() -> None:
    """Keep the layout tables of fonts out of PDF files, where all text is laid out already.

    WORKAROUND: matplotlib 3.11 thins out fonts with fontTools' own choice of tables and passes on
    no option to leave some out; those of Inter take two thirds of the time of a chart. Should
    fontTools (4.68 here) keep its choice elsewhere one day, PDF files are only slower.
    """
    from fontTools.subset import Options  # type: ignore[import-untyped]

    left_out: list[str] = getattr(Options, "_drop_tables_default", [])
    left_out += [table for table in ("GSUB", "GPOS", "GDEF") if table not in left_out]


def _set_up() -> None:
    mpl.rcdefaults()
    mpl.rcParams.update(
        {
            "text.parse_math": False,  # "$$" and "50% & $x$" are names people give, not mathematics
            "text.usetex": False,
            "text.hinting": "no_hinting",
            "font.family": FAMILY,
            "font.size": SIZE,
            "axes.unicode_minus": False,
            "path.simplify": True,
            "pdf.fonttype": 42,  # TrueType: text stays text for search, copying and screen readers
            # Text, not outlines: readers can search and hear it, and the file is small. Where Inter
            # is missing another sans serif takes its place; anchored texts bear that.
            "svg.fonttype": "none",
            "svg.hashsalt": "careerdesk",
        }
    )
    for file in (REGULAR_FILE, SEMIBOLD_FILE):
        # Adding a font touches the list in memory only, never the cache on disk.
        font_manager.fontManager.addfont(file)


_set_up()
