"""A role beside its specialisations, the nearest roles, or any others, skill by skill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from careerdesk.analysis.side_by_side import side_by_side
from careerdesk.gui.roles.compare_table import CompareTable
from careerdesk.gui.roles.words import family_words
from careerdesk.gui.text import no_mnemonic
from careerdesk.gui.widgets.labels import label
from careerdesk.services.role_view import MOST_BESIDE, Kinship, beside, coverages

if TYPE_CHECKING:
    from careerdesk.services.matches import Matches
    from careerdesk.services.role_view import RoleView

_FIRST_ROWS: Final = 14


class CompareView(QWidget):
    """What the user chose stands beside a role until another one is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Matches | None = None
        self._key = ""
        self._beside: tuple[Kinship, tuple[str, ...]] = (Kinship.NEAREST, ())
        self._chosen: list[str] | None = None
        self._shows_all = False
        self._sentence = label("", "second", wrap=True)
        self.choose = QPushButton(self.tr("Compare with…"))
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self.choose.setMenu(self._menu)
        self.table = CompareTable(self.tr("Roles side by side"))
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.hide()
        self._more.clicked.connect(self._show_all)
        self._legend = label(
            self.tr(
                "Steps are the level a role asks for, filled as far as you are; the numbers say "
                "your level and the one asked for, “\u2013” that the role does not ask for it."
            ),
            "small",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(12)
        head.addWidget(self._sentence, 1)
        head.addWidget(self.choose)
        column.addWidget(self.table)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self._more)
        foot.addStretch()
        column.addWidget(self._legend)

    def show_role(self, view: RoleView, found: Matches) -> None:
        """Show a role with those it is compared with."""
        if self._key != view.profile.id:
            self._chosen, self._shows_all = None, False
        self._key, self._found = view.profile.id, found
        self._beside = beside(found, self._key)
        self._fill_menu(self.others)
        self._refresh()

    @property
    def others(self) -> list[str]:
        """The roles that stand beside the one looked at."""
        assert self._found is not None
        known = {one.profile.id for one in self._found.roles}
        if self._chosen is not None:
            return [key for key in self._chosen if key in known]
        return list(self._beside[1])

    def _refresh(self) -> None:
        assert self._found is not None
        others = self.others
        made = coverages(self._found, [self._key, *others])
        rows = side_by_side(made) if len(made) > 1 else ()
        shown = rows if self._shows_all else rows[:_FIRST_ROWS]
        self.table.show_roles(made if rows else (), shown)
        self.table.setVisible(bool(rows))
        self._legend.setVisible(bool(rows))
        self._more.setVisible(len(rows) > len(shown))
        self._more.setText(self.tr("Show all %n skill(s)", "", len(rows)))
        self._sentence.setText(self._words(others))

    def _words(self, others: list[str]) -> str:
        assert self._found is not None
        if not others:
            return self.tr("Choose roles to see them side by side with this one.")
        if self._chosen is not None:
            return self.tr("The roles you chose, side by side.")
        kinship = self._beside[0]
        if kinship is Kinship.SPECIALISATIONS:
            return self.tr("The specialisations of this role, by judgement of the catalogue.")
        if kinship is Kinship.SIBLINGS:
            return self.tr("The wider role, and its other specialisations.")
        return self.tr("The nearest roles: those of which somebody who meets this one covers most.")

    def _fill_menu(self, others: list[str]) -> None:
        assert self._found is not None
        self._menu.clear()
        self._actions.clear()
        menus: dict[str, QMenu] = {}
        for family in self._found.families:
            for match in family.matches:
                key, title = match.profile.id, match.profile.title
                if key == self._key or not match.profile.requirements:
                    continue
                name = family_words(family.name)
                if name not in menus:
                    menus[name] = self._menu.addMenu(no_mnemonic(name))
                action = QAction(no_mnemonic(title), menus[name])
                action.setCheckable(True)
                action.setChecked(key in others)
                action.triggered.connect(lambda on, key=key: self._choose(key, is_on=on))
                menus[name].addAction(action)
                self._actions[key] = action

    def _choose(self, key: str, *, is_on: bool) -> None:
        """Put a role beside this one, in the place of the first if there are enough, or away."""
        others = [one for one in self.others if one != key]
        self._chosen = [*others, key][-MOST_BESIDE:] if is_on else others
        for one, action in self._actions.items():
            action.setChecked(one in self._chosen)
        self._refresh()

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        self._refresh()
        self.table.setFocus()
