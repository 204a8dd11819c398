"""What the main window expects of a page; each answer has a default that suits a plain one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection

    from PySide6.QtGui import QAction

    from careerdesk.domain.touched import Touched


class Page(QWidget):
    """One page of a desk, made when it is first shown.

    ``shows`` names the tables whose change concerns the page; None concerns all of them. Actions
    added with ``addAction`` are found by the command search while the page is in front.
    """

    shows: frozenset[str] | None = None

    @property
    def primary(self) -> QAction | None:
        """The page's one filled button in the top bar; None if it has none."""
        return None

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; ``touched`` tells what differs, None that anything may."""

    def take_focus(self) -> None:
        """Put the cursor where work on the page begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Store what is being typed; say whether all of it could be stored."""
        return True

    def store(self) -> bool:
        """Store what is being typed while the page stays; say whether all of it could be."""
        return self.leave()

    def prepare_replay(self) -> None:
        """Store what was said and would be lost when a change is taken back or done again.

        What is being typed is none of it: a field takes its typing back by itself.
        """

    def step_part(self, by: int) -> None:
        """Go ``by`` parts on, such as lists or periods, beginning anew behind the last one."""

    def focus_filter(self) -> bool:
        """Put the cursor where the page is searched; say whether it has such a place."""
        return False

    def do(self, command: str) -> None:
        """Do what the registry says this page can be asked for, or lead the cursor to it."""
        raise AssertionError(f"this page is not asked for {command}")

    def new_record(self) -> bool:
        """Open the form for a new record of what the page shows; say whether it has one."""
        return False

    def show_list(self, tables: Collection[str]) -> None:
        """Show a list of one of these tables: the one in front, if it is one of them."""

    def show_record(self, record: Any) -> None:
        """Select a record of a kind that the registry says this page lists."""

    def show_added(self, record: Any) -> None:
        """Select a record that has just been added while this page was in front."""
        self.show_record(record)

    def show_records(self, kind: type[Any], ids: Collection[uuid.UUID], words: str) -> None:
        """List only these records of a kind, until the user asks for all again."""
