"""Keeps the preview of the portfolio current: pages are set and drawn by workers, one at a time.

A change is waited out for a moment, since the next one often follows. A document that is older
than the last change is given up where it stands, and nothing of it is shown.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from careerdesk.domain.network import Participant
from careerdesk.domain.records import KINDS
from careerdesk.gui.widgets.page_view import pixmap_of
from careerdesk.services import portfolio

if TYPE_CHECKING:
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.tasks import Progress, Task
    from careerdesk.gui.widgets.page_preview import PagePreview
    from careerdesk.services.portfolio import PageLook, Picture

_PAUSE_MS: Final = 300
_AT_ONCE: Final = 500  # records read before the clock is looked at
_TURN: Final = 0.012  # seconds of reading between two turns of the window


class _Made(NamedTuple):
    document: Any
    looks: tuple[PageLook, ...]


class _Drawn(NamedTuple):
    pdf: bytes
    page: int
    width: int
    picture: Picture


class PortfolioPreview(QObject):
    """``built`` says that there is a new ``document``, ``read`` that all records are at hand."""

    read = Signal()
    built = Signal()

    def __init__(self, context: GuiContext, pages: PagePreview) -> None:
        super().__init__(pages)
        self._context = context
        self._pages = pages
        self.include_private = False
        self.document: Any = None
        self._task: Task | None = None  # the document being made
        self._is_waiting = False  # for somebody to look
        self._is_wanted = False  # what is being made is still what was asked for last
        self._is_drawing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._build)
        pages.shown.connect(self._on_shown)
        pages.needs_changed.connect(self._draw)

    @property
    def is_current(self) -> bool:
        """Whether the document on show is made of what the desk holds now."""
        return self.document is not None and not (
            self.is_building or self._is_waiting or self._pause.isActive()
        )

    @property
    def is_building(self) -> bool:
        """Whether a worker is making a document."""
        return self._task is not None

    def ask(self, *, at_once: bool = False) -> None:
        """Have the document made anew, after a pause in which others may ask, too."""
        self._is_wanted = False
        if self._task is not None:
            self._task.cancel()
        self._pause.start(0 if at_once else _PAUSE_MS)

    @Slot()
    def _on_shown(self) -> None:
        if self._is_waiting:
            self.ask(at_once=True)

    @Slot()
    def _build(self) -> None:
        if not self._pages.isVisible():  # the desk may be closed; who comes back is shown it
            self._is_waiting = True
            return
        self._is_waiting = False
        if self._task is not None:  # it has been told to end, and its end leads here again
            return
        if self.document is None:
            self._pages.say(self.tr("Setting the pages…"))
        context = self._context
        with context.errors.reported():
            if not self._has_read():
                self._pause.start(0)  # the window has its turn in between
                return
            self.read.emit()
            source = portfolio.gather(context.desk, context.shelf.records())
            today, include_private = context.today(), self.include_private

            def work(progress: Progress) -> _Made:
                made = portfolio.build(
                    source, today=today, include_private=include_private, progress=progress
                )
                progress(made.pages, made.pages)
                return _Made(made, portfolio.look(made.pdf))

            self._is_wanted = True
            self._task = context.tasks.start(
                work,
                on_success=self._on_built,
                on_failure=self._on_failed,
                on_cancelled=self._on_cancelled,
                is_quiet=True,
            )

    def _has_read(self) -> bool:
        """Read records for a moment; say whether all of them are there now."""
        begun = time.perf_counter()
        for kind in KINDS.values():
            while not self._context.shelf.gather(kind, _AT_ONCE):
                if time.perf_counter() - begun > _TURN:
                    return False
        return True

    @Slot(object)
    def _on_built(self, made: _Made) -> None:
        self._task = None
        if not self._is_wanted:
            self._on_cancelled()
            return
        self.document = made.document
        self._context.shelf.let_go(Participant)  # lists have an index of who took part
        self._pages.show_pages(made.looks)
        self.built.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._pages.say(self.tr("The preview could not be made."))
        self._context.errors.show(error)

    @Slot()
    def _on_cancelled(self) -> None:
        self._task = None
        if not self._pause.isActive():  # it has come and gone meanwhile
            self._build()

    @Slot()
    def _draw(self) -> None:
        """Draw the next page that is in sight and not sharp; its end leads to the one after."""
        if self._is_drawing or self.document is None:
            return
        need = self._pages.next_need()
        if need is None:
            return
        pdf: bytes = self.document.pdf
        page, width = need

        def work(_progress: Progress) -> _Drawn:
            return _Drawn(pdf, page, width, portfolio.picture(pdf, page, width))

        self._is_drawing = True
        self._context.tasks.start(
            work, on_success=self._on_drawn, on_failure=self._on_not_drawn, is_quiet=True
        )

    @Slot(object)
    def _on_drawn(self, drawn: _Drawn) -> None:
        self._is_drawing = False
        if self.document is not None and drawn.pdf is self.document.pdf:
            self._pages.show_picture(drawn.page, pixmap_of(drawn.picture), drawn.width)
        self._draw()

    @Slot(object)
    def _on_not_drawn(self, error: Exception) -> None:
        # Left as it is: asking for the same page again would fail again, without end.
        self._context.errors.show(error)
