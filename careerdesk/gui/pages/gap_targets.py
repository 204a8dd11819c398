"""The menu of the roles aimed at: take up another one, add one, or aim at one no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from careerdesk.gui.pages import has_page
from careerdesk.gui.pages.role_chooser import RoleChooser
from careerdesk.gui.text import no_mnemonic
from careerdesk.services import roles

if TYPE_CHECKING:
    from careerdesk.domain.roles import Target
    from careerdesk.gui.context import GuiContext


class Targets(QObject):
    """What can be done with targets; each is one change."""

    def __init__(self, context: GuiContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._chooser: RoleChooser | None = None
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)
        self.choose = QAction(self.tr("Choose target role…"), self)
        self.choose.triggered.connect(self.ask)
        self.choose.setEnabled(not context.desk.is_read_only)

    @Slot()
    def ask(self) -> None:
        """Let the user find a role and aim at it."""
        if self._context.desk.is_read_only:
            return
        if self._chooser is None:
            self._chooser = RoleChooser(self._context, self._page.window())
            self._page.destroyed.connect(self._chooser.deleteLater)
            self._chooser.chosen.connect(self.aim)
        self._chooser.ask()

    @Slot(str)
    def aim(self, key: str) -> None:
        """Aim at a role from today."""
        with self._context.errors.reported():
            desk = self._context.desk
            before = roles.current_target(desk)
            if before is not None and before.role == key:
                return
            roles.target_role(desk, key, self._context.today())
            title = roles.role_profile(desk, key).title
            self._context.commands.say_done(self.tr("You aim at {role} now.").format(role=title))

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        desk = self._context.desk
        group = QActionGroup(self.menu)
        kept = roles.targets(desk)
        for target in kept:
            action = self.menu.addAction(no_mnemonic(self._title(target)))
            action.setCheckable(True)
            action.setChecked(target.is_current)
            action.setEnabled(not desk.is_read_only)
            action.triggered.connect(lambda _=False, key=target.role: self.aim(key))
            group.addAction(action)
        self.menu.addSeparator()
        self.menu.addAction(self.choose)
        if has_page("roles"):
            see = self.menu.addAction(self.tr("See matching roles"))
            see.triggered.connect(self._see_roles)
        self.menu.addSeparator()
        for target in kept:
            words = self.tr("Stop aiming at {role}").format(role=self._title(target))
            drop = self.menu.addAction(no_mnemonic(words))
            drop.setEnabled(not desk.is_read_only)
            drop.triggered.connect(lambda _=False, target=target: self._drop(target))

    def _title(self, target: Target) -> str:
        return roles.role_profile(self._context.desk, target.role).title

    def _drop(self, target: Target) -> None:
        with self._context.errors.reported():
            title = self._title(target)
            roles.drop_target(self._context.desk, target)
            words = self.tr("You aim at {role} no longer.").format(role=title)
            self._context.commands.say_done(words)

    @Slot()
    def _see_roles(self) -> None:
        self._context.navigator.open_page("roles")
