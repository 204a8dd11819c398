"""What a chart can be taken away as: a picture or a table on the clipboard, a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage

from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.message_area import Offer

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.widgets.chart_card import ChartCard


class ChartPictures(QObject):
    """Does what the cards of one page ask for; drawing and writing happen in a worker."""

    def __init__(self, context: GuiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._cards: dict[str, ChartCard] = {}

    def serve(self, card: ChartCard) -> None:
        """Do what this card asks for."""
        self._cards[card.key] = card
        card.copy_asked.connect(self._copy)
        card.save_asked.connect(self._save)
        card.table_copied.connect(self._say_table)

    @Slot(str)
    def _copy(self, key: str) -> None:
        view, palette = self._cards[key].view, tokens()
        if view is None:
            return
        from careerdesk.charts.rendering import render

        self._context.tasks.start(
            lambda _progress: render(view, "png", palette),
            on_success=self._on_copied,
            on_failure=self._context.errors.show,
        )

    @Slot(object)
    def _on_copied(self, png: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(png))
        self._context.messages.add(
            self.tr("The picture is on the clipboard."), "accent", is_passing=True
        )

    @Slot()
    def _say_table(self) -> None:
        self._context.messages.add(
            self.tr("The table is on the clipboard."), "accent", is_passing=True
        )

    @Slot(str, str)
    def _save(self, key: str, suffix: str) -> None:
        view, palette = self._cards[key].view, tokens()
        if view is None:
            return
        from careerdesk.gui.file_dialogs import ask_new_file, documents
        from careerdesk.services.charts import write_chart

        settings = self._context.settings
        folder = settings.last_folder
        place = folder if folder is not None and folder.is_dir() else documents()
        path = ask_new_file(
            self._page,
            self.tr("Save the picture"),
            place / f"{view.title}{suffix}",
            self.tr("{kind} file (*{suffix})").format(kind=suffix[1:].upper(), suffix=suffix),
            suffix,
        )
        if path is None:
            return
        settings.last_folder = path.parent
        self._context.tasks.start(
            lambda _progress: write_chart(view, path, palette),
            on_success=self._on_saved,
            on_failure=self._context.errors.show,
        )

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        from careerdesk.gui.file_dialogs import show_file

        self._context.messages.add(
            self.tr("Saved {name} in the folder {folder}.").format(
                name=path.name, folder=path.parent
            ),
            "accent",
            Offer(self.tr("Open"), lambda: show_file(path)),
            is_passing=True,
        )
