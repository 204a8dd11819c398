"""Writing the career portfolio of a desk as a PDF file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.domain.errors import NotFoundError
from careerdesk.domain.records import Records
from careerdesk.files import write_whole
from careerdesk.services.targets import check_target

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from careerdesk.portfolio.document import Portfolio
    from careerdesk.portfolio.preview import PageLook as PageLook
    from careerdesk.portfolio.preview import Picture as Picture
    from careerdesk.storage.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioSource:
    """What a portfolio is made of, as plain values that a worker may take along.

    ``desk`` is the file they come from, which no document may replace.
    """

    desk: Path
    records: Records
    contents: dict[str, bytes] = field(default_factory=dict)

    def content(self, sha256: str) -> bytes:
        """Return the bytes of an attachment that a portfolio may show."""
        try:
            return self.contents[sha256]
        except KeyError:
            raise NotFoundError("That attachment is not part of the portfolio.") from None


def gather(desk: Desk, records: Records | None = None) -> PortfolioSource:
    """Read what a portfolio is made of; the photo is the only attachment it shows.

    ``records`` are those of the desk, where somebody has read them already.
    """
    records = desk.records() if records is None else records
    photos = (one for one in records.attachments if one.profile_id is not None)
    return PortfolioSource(
        desk=desk.path,
        records=records,
        contents={one.sha256: desk.content(one.sha256) for one in photos},
    )


def write(
    source: PortfolioSource,
    out: Path,
    *,
    today: date,
    paper: str = "",
    include_private: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Portfolio:
    """Make the portfolio, as the choices kept on the desk say, and write it in one step.

    Args:
        source: What ``gather`` returned.
        out: The PDF file; an older one is replaced only when the new one is whole.
        today: The date on the cover; it also decides what has expired.
        paper: "a4" or "letter"; the paper chosen on the desk if empty.
        include_private: Whether private records, private fields and names are shown.
        progress: Called with the steps done and the steps in all.

    Raises:
        DiskFullError, FileProblemError: nothing was written, an older file is unharmed.
    """
    check_target(out, source=source.desk)
    made = build(
        source, today=today, paper=paper, include_private=include_private, progress=progress
    )
    write_whole(out, made.pdf)
    return made


def build(
    source: PortfolioSource,
    *,
    today: date,
    paper: str = "",
    include_private: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Portfolio:
    """Make the portfolio without writing it anywhere; see ``write``."""
    from careerdesk.portfolio.document import Paper, PortfolioOptions, build_portfolio

    options = PortfolioOptions.stored(
        source.records,
        include_private=include_private,
        paper=Paper(paper) if paper else None,
    )
    return build_portfolio(
        source.records, today=today, options=options, content=source.content, progress=progress
    )


def look(pdf: bytes) -> tuple[PageLook, ...]:
    """Return size and text of each page of a finished portfolio; for a worker."""
    from careerdesk.portfolio.preview import look

    return look(pdf)


def picture(pdf: bytes, number: int, width: int) -> Picture:
    """Draw one page of a finished portfolio, ``width`` pixels wide; for a worker."""
    from careerdesk.portfolio.preview import picture

    return picture(pdf, number, width)


def left_out(made: Portfolio) -> str:
    """Say in words what a portfolio leaves out as private; empty if nothing."""
    from careerdesk.portfolio.hidden import hidden_words

    return hidden_words(made.hidden)


def write_portfolio(
    desk: Desk,
    out: Path,
    *,
    today: date,
    paper: str = "",
    include_private: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Portfolio:
    """Make the portfolio of a desk and write it; see ``write``."""
    return write(
        gather(desk),
        out,
        today=today,
        paper=paper,
        include_private=include_private,
        progress=progress,
    )
