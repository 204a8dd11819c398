"""Settings: how should this look, and what does it count with? Each takes effect at once.

What belongs to the data (the first day of the week, the goal, the currency, the mix aimed at) is
stored on the desk, as a change that can be undone; what belongs to this computer in its settings.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, Qt, Slot

from careerdesk._generated.forms.ui_settings_page import Ui_SettingsPage
from careerdesk.domain.errors import CareerDeskError
from careerdesk.gui.focus import focus_within
from careerdesk.gui.focus_in_sight import is_wholly_seen
from careerdesk.gui.pages.page import Page
from careerdesk.gui.pages.settings_mix import MixSettings
from careerdesk.gui.settings import TextSize, ThemeChoice
from careerdesk.services import backups, profile

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QLabel, QWidget

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.fields.field import Field

_WIDEST: Final = 45  # lines of text, to which a row stays easy to follow with the eye
_FIELD: Final = 13  # the same for the fields at the right
_MONTHS: Final = (3, 6, 9, 12, 18, 24, 36)  # after which levels may be reviewed
CURRENCIES: Final = (
    "EUR", "USD", "GBP", "CHF", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HUF", "ILS", "INR",
    "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "RON", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip


class SettingsPage(Page):
    """A card a subject, a line a choice; nothing has to be saved."""

    shows = frozenset({"preferences", "mix_target"})

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ui = Ui_SettingsPage()
        self._ui.setupUi(self)
        weekday: Field = self._ui.weekday_field
        self._fields = {
            "first_weekday": weekday,
            "weekly_goal_minutes": self._ui.goal_field,
            "currency": self._ui.currency_field,
            "stale_months": self._ui.stale_field,
            "is_cautious": self._ui.cautious_field,
        }
        self._unsaved: set[str] = set()
        self._mix = MixSettings(context, self._ui)
        self._offer_choices()
        self._connect()
        self._fit()
        self.refresh()

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; what is typed and could not be stored stays."""
        preferences = self._context.shelf.preferences()
        for name, field in self._fields.items():
            if touched is None or not field.is_dirty:
                field.show_value(getattr(preferences, name))
                self._note_unsaved(name, is_unsaved=False)
        self._mix.refresh()
        self._show_computer()
        self._show_places()

    def take_focus(self) -> None:
        """Put the cursor on the first choice, unless it is back already where it was before.

        A page that stands further down stays there, as the user last saw it.
        """
        first: Field = self._ui.theme_field
        if focus_within(self) is not None:
            return
        if first.visibleRegion().isEmpty():
            super().take_focus()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Store what is being typed; the cursor goes to the first that cannot be stored."""
        for name, field in self._fields.items():
            if field.is_dirty:
                self._store(name)
        self._mix.store()
        wrong = [field for name, field in self._fields.items() if name in self._unsaved]
        for field in wrong[:1]:
            field.setFocus()
        return not wrong

    def do(self, command: str) -> None:
        """Ask for a place of the desk, or lead the cursor to a choice."""
        ui = self._ui
        fields: dict[str, Field] = {
            "text_size": ui.text_size_field,
            "weekday": ui.weekday_field,
            "goal": ui.goal_field,
            "currency": ui.currency_field,
            "review": ui.stale_field,
            "cautious": ui.cautious_field,
        }
        if command == "move":
            self._move()
        elif command == "backups":
            self._choose_folder()
        elif command == "mix":
            self._mix.take_focus()
        else:
            fields[command].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _offer_choices(self) -> None:
        self._ui.theme_field.offer(
            [
                (ThemeChoice.SYSTEM, self.tr("As the system")),
                (ThemeChoice.LIGHT, self.tr("Light")),
                (ThemeChoice.DARK, self.tr("Dark")),
                (ThemeChoice.CONTRAST, self.tr("High contrast")),
            ]
        )
        self._ui.text_size_field.offer(
            [
                (size, self.tr("{size} ({percent} %)").format(size=words, percent=size.percent))
                for size, words in (
                    (TextSize.SMALL, self.tr("Small")),
                    (TextSize.NORMAL, self.tr("Normal")),
                    (TextSize.LARGE, self.tr("Large")),
                    (TextSize.LARGER, self.tr("Larger")),
                    (TextSize.LARGEST, self.tr("Largest")),
                )
            ]
        )
        names = [QLocale().standaloneDayName(day) for day in range(1, 8)]
        self._ui.weekday_field.offer(list(enumerate(names)))
        self._ui.currency_field.offer([(code, code) for code in CURRENCIES])
        own = self._context.shelf.preferences().stale_months
        months = sorted({*_MONTHS, own})
        self._ui.stale_field.offer([(one, self.tr("%n month(s)", "", one)) for one in months])
        views = [(False, self.tr("As rated")), (True, self.tr("Cautious as well"))]
        self._ui.cautious_field.offer(views)
        self._ui.goal_field.line.setPlaceholderText(self.tr("No goal"))

    def _connect(self) -> None:
        ui = self._ui
        named: tuple[tuple[QLabel, Field], ...] = (
            (ui.theme_label, ui.theme_field),
            (ui.text_size_label, ui.text_size_field),
            (ui.weekday_label, ui.weekday_field),
            (ui.goal_label, ui.goal_field),
            (ui.currency_label, ui.currency_field),
            (ui.stale_label, ui.stale_field),
            (ui.cautious_label, ui.cautious_field),
        )
        for label, field in named:
            field.take_label(label)
        ui.theme_field.committed.connect(self._choose_theme)
        ui.text_size_field.committed.connect(self._choose_text_size)
        self._context.theme.chosen.connect(self._on_theme_chosen)
        ui.weekday_field.committed.connect(self._store_weekday)
        ui.goal_field.committed.connect(self._store_goal)
        ui.currency_field.committed.connect(self._store_currency)
        ui.stale_field.committed.connect(self._store_months)
        ui.cautious_field.committed.connect(self._store_view)
        ui.show_button.clicked.connect(self._show_file)
        ui.move_button.clicked.connect(self._move)
        ui.folder_button.clicked.connect(self._choose_folder)
        ui.beside_button.clicked.connect(self._keep_beside)
        is_read_only = self._context.desk.is_read_only
        for name, field in self._fields.items():
            field.edited.connect(lambda name=name: self._on_edited(name))
            field.set_read_only(is_read_only)
        for button in (ui.move_button, ui.folder_button, ui.beside_button):
            button.setEnabled(not is_read_only)

    def _fit(self) -> None:
        """Keep lines short enough to follow, in any size of text."""
        line = self.fontMetrics().height()
        self._ui.sections.setMaximumWidth(_WIDEST * line)
        choices: list[Field] = [self._ui.theme_field, self._ui.text_size_field]
        for field in (*choices, *self._fields.values()):
            field.setFixedWidth(_FIELD * line)

    def _show_computer(self) -> None:
        self._ui.theme_field.show_value(self._context.theme.choice)
        self._ui.text_size_field.show_value(self._context.theme.text_size)

    def _show_places(self) -> None:
        path = self._context.desk.path
        folder = backups.folder_of(path)
        is_beside = backups.is_beside(path)
        self._ui.file_path.show_line(str(path))
        self._ui.backups_path.show_line(str(folder))
        self._ui.beside_button.setVisible(not is_beside)
        is_lost = not is_beside and not folder.is_dir()
        self._say(
            self.tr(
                "This folder is not there now. Until its disk is connected, backups are made "
                "beside the desk."
            )
            if is_lost
            else ""
        )
        self._ui.file_error.hide()

    def _say(self, words: str) -> None:
        """Say what is wrong with the folder for backups."""
        self._ui.backups_error.setText(words)
        self._ui.backups_error.setVisible(bool(words))

    @Slot()
    def _choose_theme(self) -> None:
        self._context.theme.choose(self._ui.theme_field.value())

    @Slot()
    def _choose_text_size(self) -> None:
        self._context.theme.choose_text_size(self._ui.text_size_field.value())

    @Slot()
    def _on_theme_chosen(self) -> None:
        self._show_computer()
        self._fit()

    @Slot()
    def _store_weekday(self) -> None:
        self._store("first_weekday")

    @Slot()
    def _store_goal(self) -> None:
        self._store("weekly_goal_minutes")

    @Slot()
    def _store_currency(self) -> None:
        self._store("currency")

    @Slot()
    def _store_months(self) -> None:
        self._store("stale_months")

    @Slot()
    def _store_view(self) -> None:
        self._store("is_cautious")

    def _store(self, name: str) -> None:
        """Store one choice of the desk, or say beside its field why it cannot be."""
        field = self._fields[name]
        try:
            value = self._value_of(name)
            desk = self._context.desk
            profile.save_preferences(desk, replace(profile.preferences(desk), **{name: value}))
        except CareerDeskError as error:
            field.show_error(str(error))
            self._note_unsaved(name, is_unsaved=True)
        else:
            field.show_value(value)
            self._note_unsaved(name, is_unsaved=False)

    def _on_edited(self, name: str) -> None:
        """Hear of what was taken back: what is stored stands in the field again."""
        if not self._fields[name].is_dirty:
            self._note_unsaved(name, is_unsaved=False)

    def _note_unsaved(self, name: str, *, is_unsaved: bool) -> None:
        """Have the window say whether a choice of the desk could not be stored."""
        if is_unsaved == (name in self._unsaved):
            return
        self._unsaved ^= {name}
        self._context.navigator.note_unsaved(is_any=bool(self._unsaved))

    def _value_of(self, name: str) -> Any:
        value = self._fields[name].value()
        return value.upper() if name == "currency" else value

    @Slot()
    def _show_file(self) -> None:
        from careerdesk.gui.file_dialogs import show_file

        show_file(self._context.desk.path.parent)

    @Slot()
    def _move(self) -> None:
        self._context.commands.ask_move()

    @Slot()
    def _choose_folder(self) -> None:
        from careerdesk.gui.file_dialogs import ask_folder

        desk = self._context.desk.path
        chosen = ask_folder(self, self.tr("Folder for backups"), backups.folder_of(desk).parent)
        if chosen is not None:
            self._keep_in(chosen)

    @Slot()
    def _keep_beside(self) -> None:
        self._keep_in(None)

    def _keep_in(self, place: Path | None) -> None:
        try:
            backups.choose_folder(self._context.desk.path, place)
        except CareerDeskError as error:
            self._say(str(error))
            self._tell_elsewhere(str(error), "warning")
        else:
            self._show_places()
            self._tell_elsewhere(self._place_sentence(), "accent")

    def _place_sentence(self) -> str:
        path = self._context.desk.path
        if backups.is_beside(path):
            return self.tr("Backups are now made beside the desk.")
        return self.tr("Backups are now made in {folder}.").format(folder=backups.folder_of(path))

    def _tell_elsewhere(self, words: str, tone: str) -> None:
        """Tell what came of choosing a folder if the line that shows it is out of sight."""
        if not is_wholly_seen(self._ui.backups_path):
            self._context.messages.add(words, tone, is_passing=True)
