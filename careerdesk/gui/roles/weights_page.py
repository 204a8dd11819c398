"""Weights: how much each result counts, what each role comes to, and how sure the first are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from careerdesk.analysis.apportion import apportioned
from careerdesk.analysis.weighting import Part, Weighting, by_weighting, shifts
from careerdesk.domain.errors import InvalidValueError
from careerdesk.gui.pages.page import Page
from careerdesk.gui.roles.feed import CONCERNS
from careerdesk.gui.roles.parts_bar import PartsBar, Swatch
from careerdesk.gui.roles.weight_words import parts_words, shift_words, title_of
from careerdesk.gui.roles.words import percent
from careerdesk.gui.text import to_translate, translate
from careerdesk.gui.widgets.bars import AmountBar
from careerdesk.gui.widgets.card import Card
from careerdesk.gui.widgets.labels import LineLabel, label
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services.matches import choose_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from careerdesk.analysis.weighting import Overall
    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.roles.feed import MatchesFeed
    from careerdesk.services.matches import Matches

_SHOWN: Final = 10
_LIKELY: Final = 6
_STEP: Final = 5
_PAUSE_MS: Final = 700  # after which weights that were changed are stored
_ABREAST: Final = 53  # width, in lines of text, from which the cards stand side by side
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAMES: Final = {
    Part.COVERAGE: to_translate("roles", "Skills"),
    Part.INTEREST: to_translate("roles", "Interests"),
    Part.GOALS: to_translate("roles", "Goals"),
}


class WeightsPage(Page):
    """Nothing is weighted unless the user says so; every figure shows the parts it is made of."""

    shows = CONCERNS

    def __init__(
        self, context: GuiContext, feed: MatchesFeed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._feed = feed
        self._is_filling = False
        self._spins = {part: QSpinBox() for part in Part}
        self._shares = {part: label("", "second") for part in Part}
        self._state = label("", "second", wrap=True)
        self._usual = QPushButton(self.tr("Use the usual order again"))
        self._usual.setProperty("role", "link")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._weights = Card(self.tr("How much each result counts"))
        self._first = Card(self.tr("What the roles come to, of 100"))
        self._moves = Card(self.tr("If one counted 20 points more or less"))
        self._chances = Card(self.tr("Among the first three by coverage"))
        self._build()
        self._pause.timeout.connect(self._store)
        self._usual.clicked.connect(self._use_usual)
        feed.ready.connect(self._on_ready)
        self._on_ready()

    def refresh(self, touched: Touched | None = None) -> None:
        """The feed is asked by the page around this one."""
        del touched

    def take_focus(self) -> None:
        """Begin with the first weight."""
        self._spins[Part.COVERAGE].setFocus()

    def leave(self) -> bool:
        """Store weights that were just changed."""
        if self._pause.isActive():
            self._store()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side or, where that is too narrow, below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= _ABREAST * self.fontMetrics().height()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _build(self) -> None:
        grid = QGridLayout()
        self._weights.body.addLayout(grid)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for at, (part, spin) in enumerate(self._spins.items()):
            name = label(translate("roles", NAMES[part]))
            name.setBuddy(spin)
            spin.setAccessibleName(
                self.tr("Weight of {result}").format(result=translate("roles", NAMES[part]))
            )
            spin.setRange(0, 100)
            spin.setSingleStep(_STEP)
            spin.setMinimumWidth(spin.fontMetrics().averageCharWidth() * 18)
            spin.valueChanged.connect(self._on_changed)
            grid.addWidget(Swatch(at), at, 0)
            grid.addWidget(name, at, 1)
            grid.addWidget(spin, at, 3)
            grid.addWidget(self._shares[part], at, 4)
        self._weights.body.addWidget(self._state)
        foot = QHBoxLayout()
        self._weights.body.addLayout(foot)
        foot.addWidget(self._usual)
        foot.addStretch()
        body = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(14)
        for cards in ((self._weights, self._first), (self._moves, self._chances)):
            column = QVBoxLayout()
            self._across.addLayout(column, 1)
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))

    @Slot()
    def _on_ready(self) -> None:
        found = self._feed.found
        if found is None:
            return
        is_read_only = self._context.desk.is_read_only
        weighting = found.weighting or Weighting()
        if not self._pause.isActive():
            self._is_filling = True
            for part, value in self._plain(weighting).items():
                self._spins[part].setValue(value)
                self._spins[part].setEnabled(not is_read_only)
            self._is_filling = False
        self._usual.setVisible(found.weighting is not None)
        self._usual.setEnabled(not is_read_only)
        self._show()

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self._pause.start()
            self._show()

    def _show(self) -> None:
        found, weighting = self._feed.found, self._weighting()
        if found is None:
            return
        if weighting is None:
            self._state.setText(self.tr("One of them must count for something."))
            return
        for part, share in weighting.parts.items():
            self._shares[part].setText(percent(share))
        is_own = found.weighting is not None or self._pause.isActive()
        self._state.setText(
            self.tr("The list of roles can go by these weights: choose My weights over it.")
            if is_own
            else self.tr(
                "Nothing is weighted by default, since the three results say different things. "
                "These are weights to start with; change one to make them your own."
            )
        )
        overall = by_weighting(found.roles, weighting)
        self._show_first(overall[:_SHOWN])
        self._show_moves(found, overall, weighting)
        self._show_chances(found)

    def _show_first(self, overall: Sequence[Overall]) -> None:
        self._first.clear()
        grid = QGridLayout()
        self._first.body.addLayout(grid)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        for at, one in enumerate(overall):
            parts = [one.parts.get(part, 0.0) for part in Part]
            whole = apportioned([Fraction(part) for part in parts], 100)
            words = parts_words(whole)
            bar = PartsBar(one.match.profile.title)
            bar.show_parts(parts, words)
            grid.addWidget(label(str(at + 1), "hint"), at, 0)
            grid.addWidget(LineLabel(one.match.profile.title), at, 1)
            grid.addWidget(bar, at, 2)
            grid.addWidget(label(words, "small"), at, 3, _RIGHT)
            grid.addWidget(label(str(sum(whole)), "strong"), at, 4, _RIGHT)
        unknown = [part for part in Part if all(part not in one.parts for one in overall)]
        if unknown:
            named = ", ".join(translate("roles", NAMES[part]) for part in unknown)
            words = self.tr(
                "{results}: unknown of every role, and counted for none; the others share its "
                "weight."
            )
            self._first.body.addWidget(label(words.format(results=named), "small", wrap=True))

    def _show_moves(self, found: Matches, overall: Sequence[Overall], weighting: Weighting) -> None:
        self._moves.clear()
        titles = {one.profile.id: one.profile.title for one in found.roles}
        first = ", ".join(one.match.profile.title for one in overall[:3])
        words = self.tr("The first three now: {roles}.").format(roles=first)
        self._moves.body.addWidget(label(words, "second", wrap=True))
        now = tuple(one.match.profile.id for one in overall[:3])
        grid = QGridLayout()
        self._moves.body.addLayout(grid)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for at, shift in enumerate(shifts(found.roles, weighting)):
            name = translate("roles", NAMES[shift.part])
            head, change = shift_words(shift, name, now, titles)
            grid.addWidget(label(head), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(change, "second", wrap=True), at, 1)

    def _show_chances(self, found: Matches) -> None:
        self._chances.clear()
        words = self.tr(
            "In how many of 2,000 draws, in which ratings are off as far as their evidence allows."
        )
        self._chances.body.addWidget(label(words, "small", wrap=True))
        grid = QGridLayout()
        self._chances.body.addLayout(grid)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        likely = sorted(found.bands.items(), key=lambda one: -one[1].chance_of_first_three)
        for at, (key, band) in enumerate(likely[:_LIKELY]):
            bar = AmountBar(title_of(found, key))
            share = percent(band.chance_of_first_three)
            bar.show_part(band.chance_of_first_three, share)
            grid.addWidget(LineLabel(title_of(found, key)), at, 0)
            grid.addWidget(bar, at, 1)
            grid.addWidget(label(share, "strong"), at, 2, _RIGHT)

    def _plain(self, weighting: Weighting) -> dict[Part, int]:
        return {
            Part.COVERAGE: int(weighting.coverage),
            Part.INTEREST: int(weighting.interest),
            Part.GOALS: int(weighting.goals),
        }

    def _weighting(self) -> Weighting | None:
        """Return the weights that stand in the fields, None if all of them are 0."""
        try:
            return Weighting(
                coverage=self._spins[Part.COVERAGE].value(),
                interest=self._spins[Part.INTEREST].value(),
                goals=self._spins[Part.GOALS].value(),
            )
        except InvalidValueError:
            return None

    @Slot()
    def _store(self) -> None:
        self._pause.stop()
        weighting = self._weighting()
        if weighting is not None and not self._context.desk.is_read_only:
            with self._context.errors.reported():
                choose_order(self._context.desk, weighting)

    @Slot()
    def _use_usual(self) -> None:
        self._pause.stop()
        with self._context.errors.reported():
            choose_order(self._context.desk, None)
