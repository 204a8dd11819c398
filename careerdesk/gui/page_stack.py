"""The pages of the desk that is open: made on first use, and the visible one kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from careerdesk.gui.focus import focus_within
from careerdesk.gui.focus_in_sight import areas_around, is_wholly_seen
from careerdesk.gui.pages import PAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.pages.page import Page

_BELOW_FOCUS: Final = 8  # pixels left below what has the cursor when the page becomes lower


class PageStack(QStackedWidget):
    """Remembers for each hidden page which tables have changed since it was last looked at."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: GuiContext | None = None
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Touched] = {}
        self._shown = ""
        self._covered = 0
        self.currentChanged.connect(self._end_above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that what lies over the pages has to move."""
        super().resizeEvent(event)
        self.resized.emit()

    def begin(self, context: GuiContext | None) -> None:
        """Drop the pages of the last desk; those made from now on show this one."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        self._shown = ""
        self._context = context

    def page(self, key: str) -> Page:
        """Return a page, creating it if it has not been opened before."""
        if key not in self._pages:
            assert self._context is not None, "pages need an open desk"
            spec = next(spec for spec in PAGES if spec.key == key)
            self._pages[key] = spec.create(self._context)
            self._pages[key].setAccessibleName(spec.title)  # said when the focus comes to it
            self.addWidget(self._pages[key])
        return self._pages[key]

    def page_if_made(self, key: str) -> Page | None:
        """Return a page that has been opened before, else None."""
        return self._pages.get(key)

    def show_page(self, key: str) -> None:
        """Bring a page up to date and to the front."""
        page = self.page(key)
        self._shown = key
        if key in self._stale:
            self._refresh(key)
        self.setCurrentWidget(page)

    @property
    def shown_page(self) -> Page | None:
        """The page of the desk in front; None while something else is."""
        page = self._pages.get(self._shown)
        return page if page is not None and page is self.currentWidget() else None

    def note_change(self, touched: Touched) -> None:
        """Refresh the visible page if the change concerns it, and the others once they show."""
        for key, page in self._pages.items():
            if touched.concerns(page.shows):
                self._stale[key] = self._stale[key] | touched if key in self._stale else touched
        if self._shown in self._stale:
            self._refresh(self._shown)

    @Slot()
    def take_focus(self) -> None:
        """Put the cursor where the page in front wants it first."""
        page = self.shown_page
        if page is not None:
            page.take_focus()

    @Slot(int)
    def make_room(self, height: int) -> None:
        """Have the page end so far above the lower edge, where something lies over it.

        A page that cannot become so small is covered instead.
        """
        self._covered = height
        self._end_above()

    @Slot()
    def _end_above(self) -> None:
        page = self.currentWidget()
        spare = 0 if page is None else max(self.height() - page.minimumSizeHint().height(), 0)
        room = min(self._covered, spare)
        if room == self.contentsMargins().bottom():
            return
        focus = focus_within(self)
        was_seen = focus is not None and is_wholly_seen(focus)
        self.setContentsMargins(0, 0, 0, room)
        if (layout := self.layout()) is not None:
            layout.activate()  # at once, to see what it takes out of sight
        if focus is not None and was_seen and not is_wholly_seen(focus):
            _scroll_to_end_of(focus)

    @Slot()
    def note_new_day(self) -> None:
        """Refresh everything, because today is another day."""
        from careerdesk.domain.records import KINDS
        from careerdesk.domain.touched import Touched

        for key in self._pages:
            self._stale[key] = Touched.whole(KINDS)
        if self._shown in self._stale:
            self._refresh(self._shown)

    def _refresh(self, key: str) -> None:
        self._pages[key].refresh(self._stale.pop(key))


def _scroll_to_end_of(widget: QWidget) -> None:
    for area in areas_around(widget):
        if (inside := area.widget()) is not None:
            end = widget.mapTo(inside, widget.rect().bottomLeft())
            area.ensureVisible(end.x(), end.y(), 0, _BELOW_FOCUS)
