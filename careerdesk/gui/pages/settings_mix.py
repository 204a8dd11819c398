"""The card of the settings that says which mix of contacts is aimed at."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget

from careerdesk.analysis.network_mix import function_key
from careerdesk.domain.network import DEFAULT_MIX, FUNCTIONS, MixTarget
from careerdesk.gui.text import translate
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.words import function_words
from careerdesk.services import network

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from careerdesk._generated.forms.ui_settings_page import Ui_SettingsPage
    from careerdesk.gui.context import GuiContext

_MOST: Final = 100
_PAUSE_MS: Final = 700  # after the last click, so that three clicks are one change


class MixSettings(QObject):
    """A line a function: its name, its weight, and the share that comes to.

    What is clicked together is stored together, a moment after the last click.
    """

    def __init__(self, context: GuiContext, ui: Ui_SettingsPage) -> None:
        super().__init__(ui.mix_card)
        self._context = context
        self._ui = ui
        self._weights: dict[str, Weight] = {}
        self._shares: dict[str, QLabel] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.store)
        ui.function_field.set_called(translate("settings", "Function of your own"))
        ui.function_field.line.setPlaceholderText(translate("settings", "A function of your own"))
        ui.add_button.clicked.connect(self._add)
        ui.function_field.line.returnPressed.connect(self._add)
        if context.desk.is_read_only:
            ui.function_field.set_read_only(True)
            ui.add_button.setEnabled(False)

    def refresh(self) -> None:
        """Show what is stored now, unless a click waits to be stored."""
        if not self._pause.isActive():
            self._show(self._stored())

    def take_focus(self) -> None:
        """Put the cursor on the first weight."""
        next(iter(self._weights.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def store(self) -> None:
        """Store the weights if they differ from what is stored."""
        self._pause.stop()
        wanted = {function: one.value() for function, one in self._weights.items()}
        if wanted != self._stored():
            with self._context.errors.reported():
                network.set_mix_targets(self._context.desk, wanted)

    def _stored(self) -> dict[str, int]:
        """Return the weights by function, the usual ones first, then the user's own."""
        targets = self._context.shelf.all(MixTarget)
        usual = dict.fromkeys(FUNCTIONS, 0)
        if not targets:
            return usual | dict.fromkeys(DEFAULT_MIX, 1)
        own = sorted(
            (one for one in targets if one.function not in usual),
            key=lambda one: function_key(one.function),
        )
        known = {one.function: one.weight for one in targets if one.function in usual}
        return usual | known | {one.function: one.weight for one in own}

    def _show(self, weights: dict[str, int]) -> None:
        if list(weights) != list(self._weights):
            self._build(list(weights))
        for function, weight in weights.items():
            spin = self._weights[function]
            spin.blockSignals(True)
            spin.setValue(weight)
            spin.blockSignals(False)
        self._show_shares()

    def _build(self, functions: list[str]) -> None:
        grid = self._ui.mix_grid
        while (item := grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._weights.clear()
        self._shares.clear()
        stops: list[QWidget] = [self._ui.cautious_field.combo]
        width = self._ui.mix_card.fontMetrics().horizontalAdvance("100 %")
        for row, function in enumerate(functions):
            words = function_words(function)
            name, share = label(words), label("", "second")
            share.setMinimumWidth(width)
            share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            weight = Weight()
            weight.setAccessibleName(
                translate("settings", "Weight of {function}").format(function=words)
            )
            weight.valueChanged.connect(self._on_clicked)
            weight.setEnabled(not self._context.desk.is_read_only)
            name.setBuddy(weight)
            self._weights[function], self._shares[function] = weight, share
            for column, widget in enumerate((name, share, weight)):
                grid.addWidget(widget, row, column)
            stops.append(weight)
            if function not in FUNCTIONS:
                stops.append(self._remove_button(function, words))
                grid.addWidget(stops[-1], row, 3)
        for before, after in pairwise([*stops, self._ui.function_field.line]):
            QWidget.setTabOrder(before, after)

    def _remove_button(self, function: str, words: str) -> QPushButton:
        button = QPushButton(translate("settings", "Remove"))
        button.setProperty("role", "link")
        button.setAccessibleName(translate("settings", "Remove {function}").format(function=words))
        button.setEnabled(not self._context.desk.is_read_only)
        button.clicked.connect(lambda _=False: self._remove(function))
        return button

    def _show_shares(self) -> None:
        total = sum(one.value() for one in self._weights.values())
        for function, weight in self._weights.items():
            part = round(100 * weight.value() / total) if total else 0
            self._shares[function].setText(
                translate("settings", "{percent} %").format(percent=QLocale().toString(part))
            )

    @Slot()
    def _on_clicked(self) -> None:
        self._show_shares()
        self._pause.start()

    @Slot()
    def _add(self) -> None:
        field = self._ui.function_field
        name = field.value()
        known = {function_key(one) for one in self._weights}
        known |= {function_key(function_words(one)) for one in FUNCTIONS}
        if not name:
            field.show_error(translate("settings", "Say what the function is called."))
        elif function_key(name) in known:
            field.show_error(translate("settings", "This function is listed already."))
        else:
            weights = {function: one.value() for function, one in self._weights.items()}
            self._pause.stop()
            with self._context.errors.reported():
                network.set_mix_targets(self._context.desk, {**weights, name: 1})
                field.show_value("")
                self._weights[name].setFocus()
            return
        field.setFocus()

    def _remove(self, function: str) -> None:
        self._pause.stop()
        weights = {one: spin.value() for one, spin in self._weights.items() if one != function}
        with self._context.errors.reported():
            network.set_mix_targets(self._context.desk, weights)
            self._ui.function_field.setFocus()


class Weight(QSpinBox):
    """A small number that the wheel does not change in passing."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _MOST)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the number has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
