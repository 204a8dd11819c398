"""The cover: what the person is becoming, who they are, and the first sentence of their reason."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from reportlab.lib.utils import ImageReader

from careerdesk.palette import LIGHT
from careerdesk.portfolio.formats import address_words
from careerdesk.portfolio.structure import Node
from careerdesk.portfolio.styles import ENTRY, FRAME, LINK, OPENING, QUIET, TITLE
from careerdesk.portfolio.text import text
from careerdesk.words import cut, month

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter
    from careerdesk.portfolio.sheet import Sheet

DOCUMENT: Final = "Career portfolio"

_TITLE_AT: Final = 0.34  # of the height of the page, from its top
_PHOTO: Final = 84.0
_RULE: Final = (40.0, 3.0)
_OPENING: Final = 240
_SENTENCE_END: Final = re.compile(r"[.!?\u2026]\s")
_TITLE_LENGTH: Final = 140
_PRIVATE: Final = "With private notes, amounts and names of contacts"


def draw_cover(sheet: Sheet, matter: Matter, photo: bytes | None) -> None:
    """Draw the cover on the current page."""
    sheet.section = Node("Sect", sheet.root)
    x, top = sheet.paper.left, sheet.paper.top
    if photo is not None:
        _draw_photo(sheet, photo, x + FRAME - _PHOTO, top)
    _draw_down(sheet, x, top, _person(matter))
    y = _draw_down(sheet, x, sheet.paper.size[1] * (1 - _TITLE_AT), _title(matter))
    with sheet.decoration():
        sheet.box(x, y - 26, *_RULE, LIGHT.accent)
    _draw_down(sheet, x, y - 52, _opening(matter))
    contact = list(_contact(matter))
    height = sum(block.height(FRAME) for block in contact)
    _draw_down(sheet, x, sheet.paper.top - sheet.paper.room + height, contact)


def title_words(matter: Matter) -> str:
    """Return the headline or, without one, the name."""
    profile = matter.records.profile
    return cut(profile.headline.strip() or profile.name.strip() or DOCUMENT, _TITLE_LENGTH)


def _draw_down(sheet: Sheet, x: float, top: float, blocks: Iterator[Block] | list[Block]) -> float:
    for block in blocks:
        block.draw(sheet, x, top, FRAME)
        top -= block.height(FRAME) + block.after
    return top


def _person(matter: Matter) -> Iterator[Block]:
    profile = matter.records.profile
    if profile.name.strip() and profile.headline.strip():
        yield text(cut(profile.name, _TITLE_LENGTH), ENTRY)
    if profile.location.strip():
        yield text(cut(profile.location, _TITLE_LENGTH), QUIET)


def _title(matter: Matter) -> Iterator[Block]:
    yield text(title_words(matter), TITLE, tag="H1")
    when = month(matter.today)
    words = when if title_words(matter) == DOCUMENT else f"{DOCUMENT} \u00b7 {when}"
    yield text(words, QUIET)
    if matter.includes_private:
        yield text(_PRIVATE, QUIET)


def _opening(matter: Matter) -> Iterator[Block]:
    """Yield the first sentence of the reason, where the section has more to say than that."""
    words = " ".join(matter.records.profile.statement.split())
    end = _SENTENCE_END.search(words)
    if end is not None:
        yield text(cut(words[: end.end()], _OPENING), OPENING)


def _contact(matter: Matter) -> Iterator[Block]:
    records = matter.records
    if records.preferences.is_fictional:
        yield text("This person is fictional.", QUIET)
    profile = records.profile
    for line in (profile.address, profile.phone):
        if line.strip():
            yield text(cut(line, _TITLE_LENGTH), QUIET)
    if profile.email.strip():
        yield text(cut(profile.email, _TITLE_LENGTH), LINK, link=f"mailto:{profile.email.strip()}")
    for link in sorted(records.links, key=lambda link: (link.rank, link.label))[:8]:
        words = f"{cut(link.label, 60)}: {address_words(link.url)}"
        yield text(words, LINK, link=link.url)


def _draw_photo(sheet: Sheet, photo: bytes, x: float, top: float) -> None:
    node = Node("Figure", alt="Photo", box=(x, top - _PHOTO, x + _PHOTO, top))
    with sheet.content(node):
        sheet.drawImage(ImageReader(io.BytesIO(photo)), x, top - _PHOTO, _PHOTO, _PHOTO)
