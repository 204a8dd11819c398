from __future__ import annotations

import csv
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chart_desks import TODAY, rich_records
from PIL import Image, ImageChops
from pypdf import PdfReader

from careerdesk.charts import conversations, hours, network_mix, skill_bars, skills_radar
from careerdesk.charts.gallery import build_all
from careerdesk.charts.rendering import DOTS_PER_INCH, FORMATS, MARGIN, Format, render
from careerdesk.domain.csv_guard import unguard
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Level, Rating, Skill
from careerdesk.palette import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.charts.view import ChartView

SIGNATURES: Mapping[Format, bytes] = {
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF-",
    "csv": b"\xef\xbb\xbf",
}
DRAW_TWO = """
import sys
sys.path.insert(0, sys.argv[1])
from test_rendering import digest_of_two
print(digest_of_two())
"""


def digest_of_two() -> str:
    """Draw two charts in every format and return what tells their bytes apart."""
    digest = hashlib.sha256()
    for build in (skills_radar.build, network_mix.build):
        view = build(rich_records(), TODAY)
        for kind in FORMATS:
            digest.update(render(view, kind))
    return digest.hexdigest()


def one_skill(name: str) -> ChartView:
    skill = Skill.new(name)
    desk = Records(skills=(skill,), ratings=(Rating.new(skill.id, TODAY, Level.ADVANCED),))
    return skill_bars.build(desk, TODAY)


@pytest.mark.parametrize("kind", FORMATS)
def test_that_every_chart_is_written_in_every_format(kind: Format, records: Records) -> None:
    for view in build_all(records, TODAY):
        assert render(view, kind).startswith(SIGNATURES[kind])


def test_that_a_second_drawing_has_the_same_bytes(records: Records) -> None:
    for view in build_all(records, TODAY)[:2]:
        for kind in FORMATS:
            assert render(view, kind) == render(view, kind)


def test_that_another_process_in_hostile_surroundings_draws_the_same_without_a_word(
    tmp_path: Path,
) -> None:
    """A matplotlibrc of the user changes nothing, and a home nobody can write to is no trouble."""
    (tmp_path / "matplotlibrc").write_text(
        "text.usetex: True\nfont.size: 30\nlines.color: red\nsavefig.bbox: tight\n"
    )
    home = tmp_path / "home"
    home.touch()  # a file where the folder should be: nobody can write below it, not even root
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(home))
    run = subprocess.run(
        [sys.executable, "-c", DRAW_TWO, str(Path(__file__).parent)],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | folders,
    )
    assert run.stderr == ""
    assert run.stdout.strip() == digest_of_two()


def test_that_a_picture_is_the_chart_with_a_rim_and_a_head(records: Records) -> None:
    for view in build_all(records, TODAY):
        picture = Image.open(io.BytesIO(render(view, "png"))).convert("RGB")
        page = PdfReader(io.BytesIO(render(view, "pdf"))).pages[0].mediabox
        assert page.width == pytest.approx(view.size[0] * 72 + 2 * MARGIN)
        assert page.height > view.size[1] * 72 + 2 * MARGIN
        dots = DOTS_PER_INCH / 72
        assert picture.size == pytest.approx((page.width * dots, page.height * dots), abs=1)
        background = Image.new("RGB", picture.size, LIGHT.panel)
        drawn = ImageChops.difference(picture, background).getbbox()
        assert drawn is not None
        left, top, right, bottom = drawn
        free = (left, top, picture.width - right, picture.height - bottom)
        assert min(free) >= 0.5 * MARGIN * dots


def test_that_a_picture_carries_its_title_and_its_sentence(records: Records) -> None:
    for view in build_all(records, TODAY):
        read = PdfReader(io.BytesIO(render(view, "pdf"))).pages[0].extract_text()
        assert view.title in read
        assert "".join(view.sentence.split()) in "".join(read.split())
        assert f">{view.title}</text>" in render(view, "svg").decode()


def test_that_a_picture_without_data_says_its_first_step_once() -> None:
    view = hours.build(Records(), TODAY)
    written = PdfReader(io.BytesIO(render(view, "pdf"))).pages[0].extract_text()
    assert view.title in written
    assert written.count("No study time yet") == 1


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_background_is_the_panel(palette: object, records: Records) -> None:
    chosen = DARK if palette is DARK else LIGHT
    view = conversations.build(records, TODAY)
    solid = Image.open(io.BytesIO(render(view, "png", chosen))).convert("RGBA")
    panel = tuple(int(chosen.panel[at : at + 2], 16) for at in (1, 3, 5))
    assert solid.getpixel((0, 0)) == (*panel, 255)


def test_that_pictures_describe_themselves(records: Records) -> None:
    view = hours.build(records, TODAY)
    png = Image.open(io.BytesIO(render(view, "png")))
    assert png.info["Title"] == view.title
    assert png.info["Description"] == view.sentence
    svg = render(view, "svg").decode()
    assert f"<title>{view.title}</title>" in svg
    assert view.sentence in svg
    pdf = PdfReader(io.BytesIO(render(view, "pdf"))).metadata
    assert pdf is not None
    assert (pdf.title, pdf.subject, pdf.creation_date) == (view.title, view.sentence, None)


@pytest.mark.parametrize("name", ["$$", "50% & $x$", "<b>bold</b>", "Zażółć Łukasz", "Привет"])
def test_that_text_stays_text_in_svg_and_pdf(name: str) -> None:
    view = one_skill(name)
    svg = render(view, "svg").decode()
    escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f">{escaped}</text>" in svg
    assert name in PdfReader(io.BytesIO(render(view, "pdf"))).pages[0].extract_text()


def test_that_a_pdf_embeds_inter_without_layout_tables(records: Records) -> None:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    reader = PdfReader(io.BytesIO(render(network_mix.build(records, TODAY), "pdf")))
    resources: Any = reader.pages[0]["/Resources"]
    names = set()
    for font in resources["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        names.add(str(descriptor["/FontName"]))
        tables = TTFont(io.BytesIO(descriptor["/FontFile2"].get_object().get_data())).keys()
        assert not {"GSUB", "GPOS", "GDEF"} & set(tables)
    assert any("Inter-Regular" in name for name in names)


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("x")', "+47 900", "-5", "@x", "'quoted", "$$", "a,b", 'say "x"', "ü\n2"]
)
def test_that_csv_cells_are_never_formulas_and_read_back_unchanged(name: str) -> None:
    view = one_skill(name)
    text = render(view, "csv").decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == view.headers
    assert not row[0].startswith(("=", "+", "-", "@"))
    assert tuple(unguard(cell) for cell in row) == tuple(str(cell) for cell in view.rows[0])


def test_that_numbers_stand_plain_in_csv(records: Records) -> None:
    view = hours.build(records, TODAY)
    rows = list(csv.reader(io.StringIO(render(view, "csv").decode("utf-8-sig"), newline="")))
    assert len(rows) == len(view.rows) + 1
    assert [float(cell) for cell in rows[1][1:]] == list(view.rows[0][1:])
