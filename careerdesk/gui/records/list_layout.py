"""How a list is laid out, remembered for each screen: columns, sorting, and share of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt

from careerdesk.gui.screens import screen_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

    from careerdesk.gui.records.table_view import RecordTable
    from careerdesk.gui.settings import Settings

_BESIDE: Final = 53  # width, in lines of text, from which the details stand beside the list
# Of the list and of the details, at first.
_SHARES: Final = (7, 4)
_SHARES_BELOW: Final = (4, 5)


class SplitLayout:
    """Shares the room between a list and its details, beside or below each other.

    ``name`` says which list it is, in the settings; ``shares`` are those of list and details
    beside each other, ``shares_below`` those below each other, at first. ``beside`` is the width,
    in lines of text, from which they stand beside each other.
    """

    def __init__(
        self,
        name: str,
        view: QWidget,
        splitter: QSplitter,
        settings: Settings,
        *,
        shares: tuple[int, int] = _SHARES,
        shares_below: tuple[int, int] = _SHARES_BELOW,
        beside: int = _BESIDE,
    ) -> None:
        self._name = name
        self._view = view
        self._splitter = splitter
        self._settings = settings
        self._beside = shares
        self._below = shares_below
        self._least_width = beside

    def turn(self) -> None:
        """Put the details beside the list or, in a narrow window, under it."""
        is_wide = self._view.width() >= self._least_width * self._view.fontMetrics().height()
        direction = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._splitter.orientation() != direction:
            self._splitter.setOrientation(direction)
            self.restore_shares()

    def restore_shares(self) -> None:
        """Share the room out between list and details as it was, beside or below each other."""
        state, direction = self._kept(self._shares_name()), self._splitter.orientation()
        if state.isEmpty():
            is_wide = direction is Qt.Orientation.Horizontal
            room = self._view.width() if is_wide else self._view.height()
            shares = self._beside if is_wide else self._below
            self._splitter.setSizes([room * share // sum(shares) for share in shares])
        else:
            self._splitter.restoreState(state)
            self._splitter.setOrientation(direction)

    def save(self) -> None:
        """Keep how the room is shared."""
        self._keep(self._shares_name(), self._splitter.saveState())

    def stretch(self) -> None:
        """Have list and details grow in the shares they have at first."""
        for at, share in enumerate(self._beside):
            self._splitter.setStretchFactor(at, share)

    def _kept(self, name: str) -> QByteArray:
        return self._settings.layout_state(name, screen_key(self._view))

    def _keep(self, name: str, state: QByteArray) -> None:
        self._settings.set_layout_state(name, screen_key(self._view), state)

    def _shares_name(self) -> str:
        is_wide = self._splitter.orientation() is Qt.Orientation.Horizontal
        return f"{self._name}/{'beside' if is_wide else 'below'}"


class ListLayout(SplitLayout):
    """Brings back how the user left a list, and keeps how it is left now."""

    def __init__(
        self,
        name: str,
        view: QWidget,
        table: RecordTable,
        splitter: QSplitter,
        settings: Settings,
        *,
        shares: tuple[int, int] = _SHARES,
        shares_below: tuple[int, int] = _SHARES_BELOW,
    ) -> None:
        super().__init__(name, view, splitter, settings, shares=shares, shares_below=shares_below)
        self._table = table

    def restore_columns(self) -> None:
        """Set the columns up as they were left, and sort by what the list was sorted by."""
        if not (header := self._kept(self._columns_name())).isEmpty():
            self._table.restore_columns(header)
        if not (order := self._kept(self._order_name())).isEmpty():
            self._table.sort_by(order.toStdString())

    def save(self) -> None:
        """Keep all of it; columns only once the user has set them."""
        if not (header := self._table.own_columns()).isEmpty():
            self._keep(self._columns_name(), header)
        self._keep(self._order_name(), QByteArray(self._table.order().encode()))
        super().save()

    def _columns_name(self) -> str:
        # With their number: what was kept of other columns does not suit these.
        return f"{self._name}/{self._table.horizontalHeader().count()}/columns"

    def _order_name(self) -> str:
        return f"{self._name}/order"
