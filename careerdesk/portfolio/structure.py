"""The logical structure of the document, for screen readers and for reading aloud (PDF 1.7, 14.7).

Nodes are made together with the blocks they describe and join the document when their first part
is drawn, so a paragraph that goes on over the page stays one paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """What was drawn between two marks on a page; both numbers count from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A place on a page that can be clicked; ``number`` counts the links of the document."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Node:
    """One structure element, such as P, H2, Table or Figure.

    ``alt`` is read in place of a picture. ``box`` (left, bottom, right, top) is where a figure
    stands; ``scope`` says whether a header cell heads a Row or a Column.
    """

    tag: str
    parent: Node | None = None
    alt: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | MarkedContent | LinkArea] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.kids.append(self)

    def join(self, home: Node) -> None:
        """Hang the top of this branch under ``home`` unless it hangs somewhere already."""
        top = self
        while top.parent is not None:
            top = top.parent
        if top is not home and top.tag != "Document":
            top.parent = home
            home.kids.append(top)
