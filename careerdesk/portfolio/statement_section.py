"""The section that answers "why am I changing careers?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.portfolio.styles import BODY, LEAD
from careerdesk.portfolio.text import paragraphs

if TYPE_CHECKING:
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter


def statement_story(matter: Matter) -> list[Block]:
    """Return the statement; its first paragraph is set larger."""
    first, _, rest = matter.records.profile.statement.strip().partition("\n\n")
    return [*paragraphs(first, LEAD), *paragraphs(rest, BODY)]
