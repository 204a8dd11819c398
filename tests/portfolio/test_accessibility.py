"""The file is whole, embeds its fonts and can be read by assistive technology (PDF/UA-1)."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from portfolio_desks import (
    all_text,
    built,
    operators,
    reader,
    records_with_secrets,
    rich_records,
)
from pypdf.generic import DictionaryObject
from reportlab.pdfgen.canvas import Canvas

from careerdesk.domain.profile import Profile
from careerdesk.domain.records import Records
from careerdesk.portfolio.document import Paper, Portfolio, Section

# The number of operands each operator of a content stream takes (PDF 1.7, annex A).
OPERANDS = {"m": 2, "l": 2, "c": 6, "h": 0, "re": 4, "rg": 3, "RG": 3, "cm": 6, "w": 1, "gs": 1}
# Operators that paint or show something.
PAINTING = {"S", "s", "f", "F", "f*", "B", "b", "Tj", "TJ", "Do", "sh"}


def portfolios() -> dict[str, Portfolio]:
    return {
        "rich": built(rich_records()),
        "role": built(rich_records(), sections=tuple(Section)),
        "letter": built(rich_records(), paper=Paper.LETTER),
        "private": built(records_with_secrets()[0], include_private=True),
        "empty": built(Records()),
        "foreign": built(Records(profile=Profile(statement="\u05e9 \u6f22 \U0001d49c <b>"))),
    }


@pytest.mark.parametrize("name", ["rich", "role", "letter", "private", "empty", "foreign"])
def test_that_the_file_passes_pdf_ua_1(name: str) -> None:
    validator = pytest.importorskip("page", reason="page-validation is not installed")
    report = validator.validate_pdf_bytes(portfolios()[name].pdf, profile="ua1")
    assert [f"{one.rule_id}: {one.message}" for one in report.failures] == []
    assert report.is_compliant


def test_that_the_validator_would_notice() -> None:
    validator = pytest.importorskip("page", reason="page-validation is not installed")
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 72, "untagged")
    canvas.save()
    assert not validator.validate_pdf_bytes(file.getvalue(), profile="ua1").is_compliant


def test_that_all_fonts_are_embedded_with_their_characters() -> None:
    source = reader(built(rich_records()))
    fonts = [
        font.get_object()
        for page in source.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"]
        assert re.fullmatch(r"/[A-Z]{6}\+(Inter|DejaVu).*", font["/BaseFont"])
        assert b"<0000>" not in font["/ToUnicode"].get_data()


def test_that_a_character_beyond_the_first_plane_is_read_back() -> None:
    assert "\U0001d53c" in all_text(built(Records(profile=Profile(statement="x \U0001d53c y"))))


def test_that_every_operator_has_its_operands_and_every_state_is_closed() -> None:
    for portfolio in portfolios().values():
        for page in reader(portfolio).pages:
            depth = 0
            for line in operators(page).splitlines():
                *operands, operator = line.split() or [""]
                if operator in OPERANDS and not line.endswith(("Tj", "BDC")):
                    numbers = [part for part in operands if re.fullmatch(r"[-.\d]+", part)]
                    assert len(numbers) >= OPERANDS[operator] or operator == "gs", line
                depth += (operator == "q") - (operator == "Q")
                assert depth >= 0
            assert depth == 0


def test_that_everything_painted_is_tagged_or_declared_decoration() -> None:
    for portfolio in portfolios().values():
        for page in reader(portfolio).pages:
            inside = 0
            for line in operators(page).splitlines():
                if line.endswith("BDC"):
                    assert inside == 0, "marks are not nested"
                    inside += 1
                elif line.strip() == "EMC":
                    inside -= 1
                elif line.split() and line.split()[-1] in PAINTING:
                    assert inside == 1, line
            assert inside == 0


def test_that_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    statement = "word " * 1500
    source = reader(built(Records(profile=Profile(statement=statement))))
    pages = [
        {kid.raw_get("/Pg").idnum for kid in kids if "/MCID" in kid}
        for element in _elements(source.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
        if element["/S"] == "/P"
        for kids in [[kid.get_object() for kid in element["/K"]]]
    ]
    assert any(len(of_paragraph) >= 2 for of_paragraph in pages)


def _elements(node: Any) -> list[Any]:
    found = [node] if "/S" in node else []
    for kid in node.get("/K", ()):
        value = kid.get_object()
        if (isinstance(value, DictionaryObject) and "/S" in value) or "/K" in value:
            found += _elements(value)
    return found
