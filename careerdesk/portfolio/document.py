"""The career portfolio as one document: chosen, laid out, drawn and finished in one pass.

All blocks are laid out before the first is drawn, so the contents know their page numbers without
a second pass. Nothing here reads a clock or a random number: equal records, day and options give
equal bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from careerdesk.domain.errors import CareerDeskError
from careerdesk.domain.portfolio import Section
from careerdesk.domain.records import Records, public_records, without
from careerdesk.portfolio.blocks import HasAnchor, PageBreak
from careerdesk.portfolio.certificates_section import certificates_story
from careerdesk.portfolio.charts_placement import PLACES, by_section
from careerdesk.portfolio.contents import draw_contents
from careerdesk.portfolio.cover import DOCUMENT, draw_cover
from careerdesk.portfolio.experience_section import experience_story
from careerdesk.portfolio.finishing import finish
from careerdesk.portfolio.first_steps import first_steps_story
from careerdesk.portfolio.fonts import metrics, visible
from careerdesk.portfolio.hidden import count_hidden
from careerdesk.portfolio.learning_section import learning_story
from careerdesk.portfolio.network_section import network_story
from careerdesk.portfolio.options import Matter, PortfolioOptions
from careerdesk.portfolio.pages import headings, lay_out
from careerdesk.portfolio.photo import clean_photo
from careerdesk.portfolio.readiness_section import readiness_story
from careerdesk.portfolio.role_sections import gaps_story, role_skills_story
from careerdesk.portfolio.sheet import Paper, Sheet
from careerdesk.portfolio.skills_section import skills_story
from careerdesk.portfolio.statement_section import statement_story
from careerdesk.portfolio.styles import FOOT, FRAME, SECTION
from careerdesk.portfolio.text import Heading, text
from careerdesk.words import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from careerdesk.charts.view import ChartView
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.pages import Page

__all__ = ["Paper", "Portfolio", "PortfolioOptions", "Section", "build_portfolio"]

_STORIES: Final[dict[Section, Callable[[Matter], list[Block]]]] = {
    Section.STATEMENT: statement_story,
    Section.READINESS: readiness_story,
    Section.ROLE_SKILLS: role_skills_story,
    Section.GAPS: gaps_story,
    Section.SKILLS: skills_story,
    Section.EXPERIENCE: experience_story,
    Section.LEARNING: learning_story,
    Section.CERTIFICATES: certificates_story,
    Section.NETWORK: network_story,
}
_PHOTO_NOTE: Final = (
    "The photo could not be read as a PNG or JPEG picture and was left out; choose another one."
)
_DIRECTION_NOTE: Final = (
    "Some text runs from right to left; it is printed letter by letter from left to right."
)
_FOOT_BASELINE: Final = 44.0
# A section begins on a new page unless half of this one is still free.
_SECTION_ROOM: Final = 330.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """A finished portfolio.

    ``unprintable`` are the characters that no font has; a box stands in their place. ``hidden``
    counts what was left out as private (see ``count_hidden``). ``notes`` are sentences about what
    else is not as one might expect, such as a photo that could not be read.
    """

    pdf: bytes
    pages: int
    unprintable: tuple[str, ...] = ()
    hidden: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A heading with the page it stands on, counted from 0, and how far down."""

    head: HasAnchor
    page: int
    down: float

    def place(self, paper: Paper) -> tuple[int, float]:
        """Return the page and the height on it that links lead to."""
        return self.page, paper.top - self.down


def build_portfolio(
    records: Records,
    *,
    today: date,
    options: PortfolioOptions,
    content: Callable[[str], bytes],
    progress: Callable[[int, int], None] | None = None,
) -> Portfolio:
    """Make the portfolio of a desk.

    Args:
        records: Everything on the desk; what is private is left out here.
        today: The day on the cover, up to which levels, hours and conversations count.
        options: Paper, privacy, sections, and what is left out of them.
        content: Returns the bytes of an attachment by its SHA-256; used for the photo.
        progress: Called with the pages done and the pages in all; what it raises ends the work.
    """
    chosen = without(records, options.hidden)
    shown = chosen if options.include_private else public_records(chosen)
    matter = Matter(
        records=shown,
        today=today,
        includes_private=options.include_private,
        charts=_charts(shown, today, options.sections),
    )
    story = _story(matter, options.sections)
    body = lay_out(story or first_steps_story(shown), options.paper)
    first = 2 if story else 1  # pages before the body
    found = [_Found(head, page + first, down) for head, page, down in headings(body)]
    file = io.BytesIO()
    sheet = Sheet(file, options.paper, {one.head.anchor: one.place(options.paper) for one in found})
    photo, notes = _photo(shown, content)
    name = _name(matter)
    draw_cover(sheet, matter, photo)
    _mark(sheet, "Cover", "cover")
    if story:
        sheet.next_page()
        draw_contents(sheet, [(one.head, one.page + 1) for one in found])
        _mark(sheet, "Contents", "contents")
        _draw_foot(sheet, name)
    _draw_body(sheet, body, found, name, progress)
    title = f"{DOCUMENT} \u2013 {name}" if name != DOCUMENT else DOCUMENT
    pages = len(sheet.marked)
    finish(sheet, title=title, author=name if name != DOCUMENT else "", today=today)
    return Portfolio(
        pdf=file.getvalue(),
        pages=pages,
        unprintable=tuple(sorted(sheet.missing)),
        hidden=count_hidden(chosen, shown),
        notes=(*notes, *([_DIRECTION_NOTE] if sheet.has_right_to_left else [])),
    )


def _charts(
    shown: Records, today: date, sections: Sequence[Section]
) -> dict[Section, tuple[ChartView, ...]]:
    """Build the charts of these sections; of others not even the catalogue is read."""
    from careerdesk.charts.gallery import CHARTS

    wanted = (spec for spec in CHARTS if PLACES[spec.key] in sections)
    return by_section(spec.build(shown, today) for spec in wanted)


def _story(matter: Matter, sections: Sequence[Section]) -> list[Block]:
    """Return the sections that have something to say, each behind its heading."""
    story: list[Block] = []
    for section in dict.fromkeys(sections):
        if blocks := _STORIES[section](matter):
            heading = Heading(SECTIONS[section], SECTION, level=2, anchor=section.value)
            story += [PageBreak(_SECTION_ROOM), heading, *blocks]
    return story


def _draw_body(
    sheet: Sheet,
    body: Sequence[Page],
    found: Sequence[_Found],
    name: str,
    progress: Callable[[int, int], None] | None,
) -> None:
    """Draw the pages after the contents, each with its foot and its entries of the outline."""
    paper = sheet.paper
    for done, page in enumerate(body, start=1):
        sheet.next_page()
        for placed in page:
            placed.block.draw(sheet, paper.left, paper.top - placed.down, FRAME)
        for one in found:
            if one.page == sheet.page:
                _, top = one.place(paper)
                _mark(sheet, one.head.title, one.head.anchor, top=top, level=one.head.level - 2)
        _draw_foot(sheet, name)
        if progress is not None:
            progress(done, len(body))


def _photo(shown: Records, content: Callable[[str], bytes]) -> tuple[bytes | None, tuple[str, ...]]:
    """Return the photo of the profile, and a note if there is one that cannot be shown."""
    for attachment in shown.attachments:
        if attachment.profile_id == shown.profile.id:
            try:
                photo = clean_photo(content(attachment.sha256))
            except CareerDeskError:
                photo = None
            return photo, () if photo else (_PHOTO_NOTE,)
    return None, ()


def _name(matter: Matter) -> str:
    """Return whose portfolio this is, as it stands below each page."""
    return visible(" ".join(matter.records.profile.name.split())) or DOCUMENT


def _mark(sheet: Sheet, title: str, anchor: str, *, top: float = 0, level: int = 0) -> None:
    """Add an entry to the outline that leads to a place on the current page."""
    sheet.bookmarkHorizontalAbsolute(anchor, top or sheet.paper.size[1])
    sheet.addOutlineEntry(title, anchor, level)


def _draw_foot(sheet: Sheet, name: str) -> None:
    x, number = sheet.paper.left, f"{sheet.page + 1}"
    owner = text(name, replace(FOOT, measure=FRAME * 0.8)).lines(FRAME)[0]
    width = metrics(FOOT.face).width(number) * FOOT.size
    with sheet.decoration("Pagination"):
        sheet.write(x, _FOOT_BASELINE, owner, FOOT)
        sheet.write(x + FRAME - width, _FOOT_BASELINE, number, FOOT)
