"""The page an empty desk gets in place of its sections: what to add first, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.portfolio.styles import BODY, LEAD, SECTION
from careerdesk.portfolio.text import Heading, paragraphs, text

if TYPE_CHECKING:
    from careerdesk.domain.records import Records
    from careerdesk.portfolio.blocks import Block

_STEPS = (
    "Your skills, each with the level you would give yourself today.",
    "Where you have worked and studied; a LinkedIn export brings that in at once.",
    "What you are learning: a course, a book, or the hours you put in this week.",
    "The people you have talked to about your new field; only numbers are printed, never names.",
)


def first_steps_story(shown: Records) -> list[Block]:
    """Return what to add first, leaving out what is there already."""
    profile = shown.profile
    steps = list(_STEPS)
    if not profile.statement.strip():
        steps.insert(0, "Why you are changing careers, in a few sentences.")
    if not profile.name.strip() or not profile.headline.strip():
        steps.insert(0, "Your name, and one line that says what you are becoming.")
    return [
        Heading("What to add first", SECTION, level=2, anchor="first-steps"),
        text("This portfolio has nothing to show yet. It grows as you add to your desk:", LEAD),
        *paragraphs("\n".join(f"- {step}" for step in steps), BODY),
        text("Make it again at any time; whatever you add appears in its own section.", BODY),
    ]
