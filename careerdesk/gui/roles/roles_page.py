"""Roles: how each matches, what the order goes by, and roles of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerdesk.domain.roles import Role
from careerdesk.gui.listings import listing_of
from careerdesk.gui.pages.parts_page import PartsPage, PartSpec
from careerdesk.gui.records.records_page import list_part
from careerdesk.gui.roles.feed import CONCERNS, MatchesFeed
from careerdesk.gui.roles.matches_page import MatchesPage
from careerdesk.gui.roles.weights_page import WeightsPage
from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

MATCHES, WEIGHTS, OWN = range(3)


class RolesPage(PartsPage):
    """Its parts share one comparison with all roles."""

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        feed = MatchesFeed(context)
        super().__init__(
            [
                PartSpec(
                    translate("pages", "Matches"), lambda: MatchesPage(context, feed), CONCERNS
                ),
                PartSpec(
                    translate("pages", "Weights"), lambda: WeightsPage(context, feed), CONCERNS
                ),
                list_part(context, listing_of(Role, context)),
            ],
            parent,
        )
        feed.setParent(self)
        self.feed = feed
        feed.ask()

    @property
    def matches(self) -> MatchesPage:
        """The part with the list of all roles, brought to the front."""
        self.show_part(MATCHES)
        assert isinstance(self.part, MatchesPage)
        return self.part

    def refresh(self, touched: Touched | None = None) -> None:
        """Compare anew after a change that concerns it."""
        super().refresh(touched)
        if touched is None or touched.concerns(CONCERNS):
            self.feed.ask()

    def do(self, command: str) -> None:
        """Look at a role, list those that say something, or show a part."""
        what, _, which = command.partition("/")
        match what:
            case "role":
                self.matches.show_role(which)
            case "find":
                self.matches.search_for(which)
            case "import":
                self.matches.importing.ask()
            case _:
                self.show_part(_PARTS[what])
        if what != "import":
            self.take_focus()


_PARTS: Final = {"matches": MATCHES, "weights": WEIGHTS, "own": OWN}
