"""The search of the main window: read after the desk is on screen, opened by Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.palette.palette import Palette
    from careerdesk.gui.palette.reading import SearchReading

_BEGIN_MS: Final = 600  # after the desk was opened, when Home has long been painted


class Finder(QObject):
    """Has one index and one palette for each desk; nothing of either is loaded before its time."""

    def __init__(self, window: QWidget, actions: Callable[[], Sequence[QAction]]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._context: GuiContext | None = None
        self._reading: SearchReading | None = None
        self._palette: Palette | None = None
        self._recent: list[QAction] = []
        self._beginning = QTimer(self)
        self._beginning.setSingleShot(True)
        self._beginning.setInterval(_BEGIN_MS)
        self._beginning.timeout.connect(self._read)

    def begin(self, context: GuiContext) -> None:
        """Search this desk from now on."""
        self._context = context
        self._beginning.start()

    def note(self, touched: Touched) -> None:
        """Hear of a change."""
        if self._reading is not None:
            self._reading.note(touched)

    def end(self) -> None:
        """Let go of the desk."""
        self._beginning.stop()
        self._context = None
        if self._palette is not None:
            self._palette.dismiss()
            self._palette.deleteLater()
            self._palette = None
        if self._reading is not None:
            self._reading.stop()
            self._reading.deleteLater()
            self._reading = None

    @Slot()
    def ask(self) -> None:
        """Open the palette; put it away if it is open."""
        if self._context is None:
            return
        self._read()
        if self._palette is None:
            from careerdesk.gui.palette.palette import Palette

            assert self._reading is not None
            self._palette = Palette(self._context, self._reading, self._recent, self._window)
        if self._palette.is_open:
            self._palette.dismiss()
        else:
            self._palette.ask(self._actions())

    @Slot()
    def _read(self) -> None:
        self._beginning.stop()
        if self._reading is None and self._context is not None:
            from careerdesk.gui.palette.reading import SearchReading

            self._reading = SearchReading(self._context, self)
