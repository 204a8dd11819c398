"""What every page may ask for; made anew for each desk that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from careerdesk.gui.errors import ErrorReporter
    from careerdesk.gui.widgets.message_area import MessageArea
    from careerdesk.services.desk import Desk


class GuiContext:
    """A typed bundle instead of global singletons.

    ``open_page`` shows another page by its key; ``today`` asks the clock.
    """

    __slots__ = ("desk", "errors", "messages", "open_page", "today")

    def __init__(
        self,
        *,
        desk: Desk,
        errors: ErrorReporter,
        messages: MessageArea,
        open_page: Callable[[str], None],
        today: Callable[[], date],
    ) -> None:
        self.desk = desk
        self.errors = errors
        self.messages = messages
        self.open_page = open_page
        self.today = today
