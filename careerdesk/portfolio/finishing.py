"""What makes the file complete: outline, structure tree, metadata (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream, PDFString

from careerdesk.portfolio.structure import LinkArea, MarkedContent, Node

if TYPE_CHECKING:
    from datetime import date

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from careerdesk.portfolio.sheet import Sheet

PRODUCER: Final = "CareerDesk"
LANGUAGE: Final = "en-GB"

_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finish(sheet: Sheet, *, title: str, author: str, today: date) -> None:
    """Close the last page and write the file."""
    sheet.setTitle(title)
    sheet.setAuthor(author)
    sheet.setSubject("Career portfolio")
    sheet.setCreator(PRODUCER)
    sheet.setProducer(PRODUCER)
    sheet.setDateFormatter(lambda *_now: f"D:{today:%Y%m%d}000000Z")
    sheet.setViewerPreference("DisplayDocTitle", "true")
    sheet.showOutline()
    sheet.showPage()
    document = sheet.document
    catalog: Any = document.Catalog  # type: ignore[attr-defined]  # the stubs lack it
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.Metadata = _metadata(title, author, today)
    catalog.StructTreeRoot = _structure(sheet)
    sheet.save()


class _Written(PDFObject):
    """An object of the file given as the text that stands in it."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.parts: list[str] = []

    def format(self, document: PDFDocument) -> bytes:
        return " ".join(self.parts).encode("latin-1")


def _metadata(title: str, author: str, today: date) -> PDFStream:
    xmp = _XMP.format(
        title=escape(title, quote=False),
        author=escape(author, quote=False),
        language=LANGUAGE,
        day=f"{today.isoformat()}T00:00:00Z",
        producer=PRODUCER,
    )
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    # No filters: metadata stays readable for programs that know nothing of PDF.
    return PDFStream(kind, xmp.encode(), filters=None)


def _structure(sheet: Sheet) -> _Written:
    """Write the structure tree and, for every mark and link, the way back to its element."""
    document = sheet.document
    tree = _Tree(document, len(sheet.marked))
    root = _Written()
    root_reference = tree.reference(root)
    top = tree.write(sheet.root, root_reference)
    numbers = []
    for page, nodes in enumerate(sheet.marked):
        holder = _Written()
        holder.parts = ["[", *(tree.references[id(node)] for node in nodes), "]"]
        numbers.append(f"{page} {tree.reference(holder)}")
        _tell_page(document.idToObject[f"Page{page + 1}"], page)
    for number, entry in enumerate(sheet.links):
        key = len(sheet.marked) + number
        entry["StructParent"] = key
        numbers.append(f"{key} {tree.links[number]}")
    parents = _Written()
    parents.parts = ["<< /Nums [", *numbers, "] >>"]
    root.parts = [
        f"<< /Type /StructTreeRoot /K [ {top} ] /ParentTree {tree.reference(parents)}",
        f"/ParentTreeNextKey {len(numbers)} >>",
    ]
    return root


def _tell_page(page: Any, number: int) -> None:
    """Name the page's structure and let the tabulator follow it."""
    page.StructParents = number
    page.Tabs = PDFName("S")
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]


class _Tree:
    """Writes nodes as objects of the file and remembers their references."""

    def __init__(self, document: PDFDocument, pages: int) -> None:
        self._document = document
        self.references: dict[int, str] = {}
        self.links: dict[int, str] = {}
        self._pages = [self._number(f"Page{page + 1}") for page in range(pages)]

    def reference(self, written: PDFObject) -> str:
        """Give an object its number and return the reference to it."""
        document: Any = self._document
        return self._number(document.Reference(written).name)

    def write(self, node: Node, parent: str) -> str:
        """Write a node and everything below it; return the reference to it."""
        written = _Written()
        reference = self.references[id(node)] = self.reference(written)
        head = [f"<< /Type /StructElem /S /{node.tag} /P {parent}"]
        if node.alt:
            head.append("/Alt " + PDFString(node.alt).format(self._document).decode("latin-1"))
        if node.scope:
            head.append(f"/A << /O /Table /Scope /{node.scope} >>")
        if node.box is not None:
            box = " ".join(f"{value:.2f}" for value in node.box)
            head.append(f"/A << /O /Layout /Placement /Block /BBox [ {box} ] >>")
        kids = [self._kid(kid, reference) for kid in node.kids]
        written.parts = [*head, "/K [", *kids, "] >>"]
        return reference

    def _kid(self, kid: Node | MarkedContent | LinkArea, parent: str) -> str:
        if isinstance(kid, Node):
            return self.write(kid, parent)
        page = self._pages[kid.page]
        if isinstance(kid, MarkedContent):
            return f"<< /Type /MCR /Pg {page} /MCID {kid.number} >>"
        self.links[kid.number] = parent
        annotation = self._number(f"Annot.NUMBER{kid.number + 1}")
        return f"<< /Type /OBJR /Obj {annotation} /Pg {page} >>"

    def _number(self, name: str) -> str:
        number, generation = self._document.idToObjectNumberAndVersion[name]
        return f"{number} {generation} R"
