"""What of the catalogue the search finds: roles, and the roles with a skill or a resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.catalogue import catalogue
from careerdesk.domain.folding import fold
from careerdesk.gui.pages import Entry
from careerdesk.gui.text import translate
from careerdesk.services.roles import haystack

if TYPE_CHECKING:
    from collections.abc import Iterator


def catalogue_entries() -> Iterator[Entry]:
    """Yield roles, which are opened; skills and resources list the roles that say them."""
    book = catalogue()
    heading = translate("roles", "Roles of the catalogue")
    for role in book.roles:
        yield Entry(f"role/{role.id}", role.title, heading, haystack(role.profile))
    heading = translate("roles", "Skills of the catalogue")
    for skill in book.skills:
        near = skill.nearest_esco.label if skill.nearest_esco else ""
        yield Entry(f"find/{skill.name}", skill.name, heading, fold(near))
    heading = translate("roles", "Learning resources of the catalogue")
    for one in book.resources:
        yield Entry(f"find/{one.name}", one.name, heading, fold(one.provider))
