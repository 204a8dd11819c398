"""Printing the portfolio through the dialog of the system, page by page, with a way to stop.

Pages are drawn by a worker as pictures fine enough for paper, and handed to the printer here; so
what comes out is what the preview shows, whatever the printer knows of fonts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QMarginsF, QObject, QRectF, Slot
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from careerdesk.domain.errors import FileProblemError
from careerdesk.domain.profile import PaperSize
from careerdesk.gui.dialogs.busy import BusyDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.tasks import Progress, Task
    from careerdesk.services.portfolio import PageLook, Picture

_DPI: Final = 300
_SIZES: Final = {
    PaperSize.A4: QPageSize.PageSizeId.A4,
    PaperSize.LETTER: QPageSize.PageSizeId.Letter,
}


class _Set(NamedTuple):
    pdf: bytes
    looks: tuple[PageLook, ...]


class PortfolioPrint(QObject):
    """One print at a time; the dialog that shows how far it is also keeps the user off others."""

    def __init__(self, context: GuiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._dialog: BusyDialog | None = None
        self._document: _Set | None = None
        self._waiting: list[int] = []
        self._total = 0
        self._task: Task | None = None

    def start(self, *, include_private: bool) -> None:
        """Ask for a printer, and print the portfolio of the desk there."""
        if self._printer is not None:
            return
        from careerdesk.services import portfolio

        context = self._context
        printer = ask_printer(self._window, context.shelf.preferences().paper)
        if printer is None:
            return
        with context.errors.reported():
            source, today = portfolio.gather(context.desk, context.shelf.records()), context.today()
            self._printer = printer
            words = self.tr("Printing the portfolio…")
            self._dialog = BusyDialog(words, self._window.window(), can_cancel=True)
            self._dialog.cancelled.connect(self._cancel)
            self._dialog.open()

            def work(progress: Progress) -> _Set:
                made = portfolio.build(
                    source, today=today, include_private=include_private, progress=progress
                )
                return _Set(made.pdf, portfolio.look(made.pdf))

            self._task = context.tasks.start(
                work, on_success=self._on_set, on_failure=self._on_failed
            )

    @Slot(object)
    def _on_set(self, document: _Set) -> None:
        if self._printer is None:
            return
        self._document = document
        self._waiting = pages_chosen(self._printer, len(document.looks))
        self._total = len(self._waiting)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._painter = None
            self._on_failed(
                FileProblemError("The printer could not be started. Nothing was printed.")
            )
            return
        self._draw_next()

    def _draw_next(self) -> None:
        """Have the next page drawn, or come to the end."""
        if self._document is None or self._dialog is None:
            return
        done = self._total - len(self._waiting)
        self._dialog.show_progress(done, self._total)
        if not self._waiting:
            self._end()
            self._context.messages.add(
                self.tr("%n page(s) sent to the printer.", "", done), "accent", is_passing=True
            )
            return
        from careerdesk.services import portfolio

        pdf, page = self._document.pdf, self._waiting[0]
        width = round(self._document.looks[page].width / 72 * _DPI)
        self._task = self._context.tasks.start(
            lambda _progress: portfolio.picture(pdf, page, width),
            on_success=self._on_drawn,
            on_failure=self._on_failed,
        )

    @Slot(object)
    def _on_drawn(self, picture: Picture) -> None:
        if self._printer is None or self._painter is None or self._document is None:
            return  # stopped meanwhile
        page = self._waiting.pop(0)
        if len(self._waiting) < self._total - 1 and not self._printer.newPage():
            self._on_failed(
                FileProblemError("The printer stopped. The pages before may have been printed.")
            )
            return
        look = self._document.looks[page]
        scale = self._printer.resolution() / 72
        area = QRectF(0, 0, look.width * scale, look.height * scale)
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_RGBX8888,
        )
        self._painter.drawImage(area, image)
        self._draw_next()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self._printer is not None:
            self._end(is_whole=False)
            self._context.errors.show(error)

    @Slot()
    def _cancel(self) -> None:
        if self._printer is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._end(is_whole=False)
        self._context.messages.add(self.tr("Printing was stopped."), "accent", is_passing=True)

    def _end(self, *, is_whole: bool = True) -> None:
        printer, painter, dialog = self._printer, self._painter, self._dialog
        self._printer = self._painter = self._dialog = self._document = self._task = None
        if printer is not None and not is_whole:
            printer.abort()
        if painter is not None:
            painter.end()
        if dialog is not None:
            dialog.end()


def pages_chosen(printer: Any, count: int) -> list[int]:
    """Return the pages to print, counted from 0: all, or those the user named in the dialog."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return list(range(count))
    first, last = max(printer.fromPage(), 1), min(printer.toPage() or count, count)
    return list(range(first - 1, last))


def ask_printer(parent: QWidget, paper: PaperSize) -> QPrinter | None:
    """Let the user choose a printer, copies and pages in the dialog of the system."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    try:
        return printer if dialog.exec() else None
    finally:
        dialog.deleteLater()


def set_paper(printer: QPrinter, paper: PaperSize) -> None:
    """Print on the whole of this paper: the pages have margins of their own."""
    layout = QPageLayout(
        QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    printer.setPageLayout(layout)
    printer.setFullPage(True)
