"""The evidence for a skill: what it supports, each piece of it, and a menu of ways to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, QPoint, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from careerdesk.analysis.skill_levels import LevelHistory
from careerdesk.analysis.supported import Support, support
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.evidence import Evidence, EvidenceKind
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus
from careerdesk.domain.network import Contact, ContactId, Conversation
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.skills import Rating
from careerdesk.gui.development.choices import Choice, ChoiceDialog
from careerdesk.gui.development.evidence_dialog import EditEvidenceDialog, NewEvidenceDialog
from careerdesk.gui.development.words import KIND_ICONS, piece_words, support_words
from careerdesk.gui.file_dialogs import ask_files, documents
from careerdesk.gui.icons import icon, pixmap
from careerdesk.gui.place_commands import ADD_EVIDENCE
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.records.panel_rows import bare_button, row_button
from careerdesk.gui.text import known_date, no_mnemonic, translate
from careerdesk.gui.theme import tokens
from careerdesk.gui.widgets.labels import label
from careerdesk.gui.widgets.level_steps import LevelSteps, Steps
from careerdesk.gui.words import choice_words
from careerdesk.services import evidence, records
from careerdesk.services.talks import TalkIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from careerdesk.gui.context import GuiContext

# Of what is on the desk, so many are offered at once, the latest first.
_MOST: Final = 12


class EvidencePanel(Panel):
    """The evidence for the skill shown, the newest first.

    ``has_level`` says that level and support stand above it; else they may be told elsewhere.
    """

    def __init__(self, context: GuiContext, *, has_level: bool = True) -> None:
        super().__init__(context, "")
        self._has_level = has_level
        self._title.setText(self.tr("Evidence"))
        self.button.setText(ADD_EVIDENCE.title)
        self.button.show()

    def fill(self) -> None:
        """Say what the evidence supports, and list it."""
        pieces = self.context.shelf.grouped(Evidence, "skill_id").get(self.record.id, [])
        if self._has_level:
            self.body.addWidget(self._support(pieces))
        for piece in evidence.newest_first(pieces):
            self.body.addWidget(self._line(piece))

    @Slot()
    def take(self) -> None:
        """Offer the ways to add evidence."""
        menu = add_menu(self.context, self.record, self)
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def drop_words(self) -> str:
        """Say what dropping files on the details does."""
        if self.record is None or self.context.desk.is_read_only:
            return ""
        return self.tr("Drop to add as evidence for {skill}").format(skill=self.record.name)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Make evidence of files: one is looked at first, several are one change at once."""
        add_files(self.context, self.record, paths, self.window())

    def _support(self, pieces: Sequence[Evidence]) -> QWidget:
        found = self._found(pieces)
        words = support_words(found)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(8, 2, 8, 4)
        row.setSpacing(10)
        steps = LevelSteps(self.tr("Level"))
        steps.show_steps(Steps(found.rating, found.level), words)
        row.addWidget(steps)
        row.addWidget(label(words, "second", wrap=True), 1)
        return line

    def _found(self, pieces: Sequence[Evidence]) -> Support:
        today = self.context.today()
        ratings = self.context.shelf.grouped(Rating, "skill_id").get(self.record.id, [])
        level = LevelHistory(ratings).level_as_of(self.record.id, today)
        return support(level, pieces, day=today)

    def _line(self, piece: Evidence) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._name(piece), 1)
        if piece.is_private:
            lock = QLabel()
            lock.setPixmap(pixmap("lock", tokens().ink_3, 14))
            lock.setToolTip(self.tr("Private: left out of the portfolio"))
            row.addWidget(lock)
        words = self.tr("Delete the evidence {title}").format(title=piece.title)
        remove = bare_button("x", words)
        remove.setEnabled(not self.context.desk.is_read_only)
        remove.clicked.connect(lambda: self._remove(piece))
        row.addWidget(remove)
        return line

    def _name(self, piece: Evidence) -> QPushButton:
        about = piece_words(piece, self.context.today())
        files = self.context.shelf.grouped(Attachment, "evidence_id").get(piece.id, ())
        if files:
            about = self.tr("{about} · %n file(s)", "", len(files)).format(about=about)
        kind = choice_words(piece.kind)
        words = self.tr("{kind}: {title}, {about}").format(
            kind=kind, title=piece.title, about=about
        )
        button = row_button(KIND_ICONS[piece.kind], piece.title, about, words)
        button.clicked.connect(lambda: self._edit(piece))
        return button

    def _edit(self, piece: Evidence) -> None:
        EditEvidenceDialog(self.context, piece, self.window()).open()

    def _remove(self, piece: Evidence) -> None:
        with self.context.errors.reported():
            named = records.remove(self.context.desk, [piece])
            self.button.setFocus()
            self.context.commands.say_done(self.tr("Deleted {records}.").format(records=named))


def add_menu(context: GuiContext, skill: Any, parent: QWidget) -> QMenu:
    """Return a menu of the ways to add evidence for a skill; it goes when it is closed."""
    return _Ways(context, skill, parent)


def add_files(context: GuiContext, skill: Any, paths: Sequence[Path], window: QWidget) -> None:
    """Make evidence of files: one is looked at first, several are one change at once."""
    if len(paths) == 1:
        piece = evidence.from_file(skill, paths[0], context.today())
        NewEvidenceDialog(context, skill, piece, window, paths).open()
        return
    with context.errors.reported():
        made = evidence.add_files(context.desk, skill, paths, context.today())
        context.commands.say_done(
            translate("development", "Added %n piece(s) of evidence.", "", len(made))
        )


class _Ways(QMenu):
    """Ways to add evidence; each leads to the dialog with what is known filled in."""

    def __init__(self, context: GuiContext, skill: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        self._context = context
        self._skill = skill
        self._window = parent.window()
        today, shelf = context.today(), context.shelf
        done = [one for one in shelf.all(LearningItem) if one.status is LearningStatus.DONE]
        self._offer(
            self.tr("A finished course or book"),
            "book-open",
            sorted(done, key=lambda one: _when(one.finished), reverse=True),
            lambda one: (one.title, known_date(one.finished)),
            lambda one: evidence.from_learning_item(skill, one, today),
        )
        self._offer(
            self.tr("A certificate"),
            "award",
            sorted(shelf.all(Certificate), key=lambda one: _when(one.issued), reverse=True),
            lambda one: (one.title, known_date(one.issued)),
            lambda one: evidence.from_certificate(skill, one, today),
        )
        talks = [one for one in shelf.all(Conversation) if one.on <= today]
        self._offer(
            self.tr("A conversation"),
            "messages-square",
            sorted(talks, key=lambda one: one.on, reverse=True),
            self._talk_words,
            lambda one: evidence.from_conversation(context.desk, skill, one),
        )
        self.addSeparator()
        self._plain(self.tr("A file…"), "file-text", self._ask_files)
        self._told(self.tr("A link…"), EvidenceKind.LINK)
        self.addSeparator()
        self._told(self.tr("In my own words…"), EvidenceKind.DESCRIPTION)
        self._told(self.tr("A project…"), EvidenceKind.PROJECT)
        self._told(self.tr("An outcome…"), EvidenceKind.OUTCOME)

    def _plain(self, words: str, picture: str, take: Callable[[], object]) -> None:
        self.addAction(icon(picture, tokens().ink_2), words).triggered.connect(take)

    def _told(self, words: str, kind: EvidenceKind) -> None:
        self._plain(words, KIND_ICONS[kind], lambda: self._open(kind))

    def _offer(
        self,
        words: str,
        picture: str,
        found: Sequence[Any],
        named: Callable[[Any], tuple[str, str]],
        make: Callable[[Any], Evidence],
    ) -> None:
        """Add a menu of records on the desk, the latest first."""
        menu = self.addMenu(icon(picture, tokens().ink_2), words)
        menu.setEnabled(bool(found))
        for one in found[:_MOST]:
            name, note = named(one)
            text = no_mnemonic(f"{name}\t{note}" if note else name)
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, one=one: self._ask(make(one)))
        if len(found) > _MOST:
            menu.addSeparator()
            count = QLocale().toString(len(found))
            more = menu.addAction(self.tr("All {count}…").format(count=count))
            more.triggered.connect(lambda: self._ask_which(words, found, named, make))

    def _ask_which(
        self,
        words: str,
        found: Sequence[Any],
        named: Callable[[Any], tuple[str, str]],
        make: Callable[[Any], Evidence],
    ) -> None:
        """Let one be found among all of them."""
        choices = [Choice(one, *named(one)) for one in found]
        context, skill, window = self._context, self._skill, self._window
        asked = ChoiceDialog(words, choices, window)
        asked.chosen.connect(
            lambda one: NewEvidenceDialog(context, skill, make(one), window).open()
        )
        asked.open()

    def _talk_words(self, talk: Conversation) -> tuple[str, str]:
        shelf = self._context.shelf
        joined = shelf.kept(TalkIndex).people(talk.id)
        people = (shelf.find(Contact, ContactId(key)) for key in joined)
        names = [one.name for one in people if one is not None]
        return evidence.conversation_title(talk, names), known_date(talk.on)

    def _open(self, kind: EvidenceKind) -> None:
        tier = evidence.usual_tier(kind)
        on = PartialDate.of(self._context.today())
        self._ask(Evidence.new(self._skill.id, choice_words(kind), kind, tier, on))

    def _ask(self, piece: Evidence) -> None:
        NewEvidenceDialog(self._context, self._skill, piece, self._window).open()

    def _ask_files(self) -> None:
        last = self._context.settings.last_folder
        folder = last if last is not None and last.is_dir() else documents()
        if paths := ask_files(self._window, self.tr("Files that show it"), folder):
            self._context.settings.last_folder = paths[0].parent
            add_files(self._context, self._skill, paths, self._window)


def _when(known: PartialDate | None) -> str:
    return "" if known is None else known.text
