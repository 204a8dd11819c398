"""The canvas of the portfolio: every mark on a page is tagged content or declared decoration."""

from __future__ import annotations

import enum
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString
from reportlab.pdfgen.canvas import Canvas

from careerdesk.palette import LIGHT
from careerdesk.portfolio.fonts import Face, metrics
from careerdesk.portfolio.structure import LinkArea, MarkedContent, Node
from careerdesk.portfolio.styles import FRAME, HAIRLINE, MARGIN_BOTTOM, MARGIN_TOP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BytesIO

    from reportlab.lib.colors import Color
    from reportlab.pdfbase.pdfdoc import PDFDocument
    from reportlab.pdfgen.textobject import PDFTextObject

    from careerdesk.portfolio.styles import Style

# Hebrew, Arabic and their neighbours; Inter has none of them.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# Characters an address may keep as they are (RFC 3986, reserved and unreserved, and %).
_ADDRESS_SAFE = "%:/?#[]@!$&'()*+,;=~-._"


class Paper(enum.Enum):
    """The sizes of paper the portfolio is made for, by name; ``size`` is in points."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height (ISO 216 and ANSI/ASME Y14.1)."""
        return (595.28, 841.89) if self is Paper.A4 else (612.0, 792.0)

    @property
    def left(self) -> float:
        """Where text begins."""
        return (self.size[0] - FRAME) / 2

    @property
    def top(self) -> float:
        """The upper edge of the text, from the bottom of the page."""
        return self.size[1] - MARGIN_TOP

    @property
    def room(self) -> float:
        """The height of the text on a full page."""
        return self.top - MARGIN_BOTTOM


class Sheet(Canvas):
    """Pages being drawn, from the bottom left corner, in points.

    ``root`` is the structure of the whole document, ``section`` the part that new content joins.
    ``missing`` collects the characters no font has. ``anchors`` says where internal links lead:
    page (from 0) and height on it.
    """

    def __init__(
        self,
        file: BytesIO,
        paper: Paper,
        anchors: dict[str, tuple[int, float]],
    ) -> None:
        font: Any = metrics(Face.REGULAR).font_name  # a name, whatever the stubs say
        super().__init__(
            file,
            pagesize=paper.size,
            invariant=1,
            pageCompression=1,
            lang="en-GB",
            initialFontName=font,
            pdfVersion=(1, 7),
        )
        self.root = Node("Document")
        self.section = self.root
        self.missing: set[str] = set()
        self.has_right_to_left = False
        self.marked: list[list[Node]] = [[]]
        self.links: list[PDFDictionary] = []
        self.paper = paper
        self._anchors = anchors
        self._colours: dict[str, Color] = {}

    @property
    def document(self) -> PDFDocument:
        """The objects of the file, for what ReportLab itself does not write."""
        document: PDFDocument = self._doc  # type: ignore[attr-defined]  # the stubs lack it
        return document

    @property
    def _written(self) -> list[str]:
        """The operators of this page so far."""
        written: list[str] = self._code  # type: ignore[attr-defined]  # the stubs lack it
        return written

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self.marked) - 1

    def next_page(self) -> None:
        """Finish this page and begin another."""
        self.showPage()
        self.marked.append([])

    @contextmanager
    def content(self, node: Node) -> Iterator[None]:
        """Draw content of a structure element."""
        node.join(self.section)
        marked = self.marked[-1]
        node.kids.append(MarkedContent(self.page, len(marked)))
        self._written.append(f"/{node.tag} <</MCID {len(marked)}>> BDC")
        marked.append(node)
        yield
        self._written.append("EMC")

    @contextmanager
    def decoration(self, kind: str = "Layout") -> Iterator[None]:
        """Draw what says nothing: rules, bars, repeated headers, page numbers (Pagination)."""
        self._written.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._written.append("EMC")

    def code(self, *operators: str) -> None:
        """Add PDF operators as they are."""
        self._written.extend(operators)

    def colour(self, value: str) -> Color:
        """Return a colour of the palette."""
        if value not in self._colours:
            self._colours[value] = HexColor(value)
        return self._colours[value]

    def write(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Write one line of text at its left end."""
        writer = self.beginText(x, baseline)
        writer.setFillColor(self.colour(style.colour))
        self.write_runs(writer, text, style.face, style.size, style.tracking)
        self.drawText(writer)

    def write_runs(
        self, writer: PDFTextObject, text: str, face: Face, size: float, tracking: float = 0
    ) -> None:
        """Write text where the writer stands, in whatever fonts have its characters."""
        if tracking:
            writer.setCharSpace(tracking * size)
        known = metrics(face)
        for font, run in known.runs(text, self.missing):
            if font != known.font_name and _RIGHT_TO_LEFT.search(run):
                self.has_right_to_left = True
            writer.setFont(font, size)
            writer.textOut(run)
        if tracking:
            writer.setCharSpace(0)

    def rule(self, x: float, y: float, width: float, colour: str = LIGHT.line) -> None:
        """Draw a hairline to the right, as decoration."""
        with self.decoration():
            self.setStrokeColor(self.colour(colour))
            self.setLineWidth(HAIRLINE)
            self.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle, without marking it as anything."""
        self.setFillColor(self.colour(colour))
        self.rect(x, y, width, height, stroke=0, fill=1)

    def link(
        self,
        node: Node,
        area: tuple[float, float, float, float],
        *,
        address: str = "",
        anchor: str = "",
        words: str,
    ) -> None:
        """Make an area (left, bottom, right, top) lead to a web address or into the document."""
        target = {"Dest": self._destination(anchor)} if anchor else {"A": _action(address)}
        entry = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(value, 2) for value in area]),
                "Border": PDFArray([0, 0, 0]),
                "F": 4,
                "Contents": PDFString(words),
                **target,
            }
        )
        node.join(self.section)
        node.kids.append(LinkArea(self.page, len(self.links)))
        self.links.append(entry)
        self._addAnnotation(entry)  # type: ignore[attr-defined]  # the stubs lack it

    def _destination(self, anchor: str) -> PDFArray:
        page, top = self._anchors[anchor]
        reference = PDFObjectReference(f"Page{page + 1}")
        return PDFArray([reference, PDFName("XYZ"), 0, round(top, 2), "null"])


def _action(address: str) -> PDFDictionary:
    uri = quote(address, safe=_ADDRESS_SAFE)
    return PDFDictionary({"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(uri)})
