"""About you: the person of the desk, edited in place, with the photo at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from careerdesk._generated.forms.ui_profile_form import Ui_ProfileForm
from careerdesk.domain.profile import Profile
from careerdesk.gui.fields.text_fields import TextField
from careerdesk.gui.pages.page import Page
from careerdesk.gui.pages.photo_card import PhotoCard
from careerdesk.gui.records.listing import FieldSpec
from careerdesk.gui.records.record_form import RecordForm
from careerdesk.gui.widgets.scrolled import scrolled
from careerdesk.services import profile

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from careerdesk.domain.touched import Touched
    from careerdesk.gui.context import GuiContext

# In lines of text: up to here lines are easy to follow, and from there on photo and form stand
# side by side.
_WIDEST: Final = 56
_BESIDE: Final = 34


def _field(name: str) -> FieldSpec:
    return FieldSpec(
        name=name,
        save=lambda context, _record, value: profile.change_profile(context.desk, **{name: value}),
    )


class _ProfileFields:
    """The fields of the profile, of which a desk has one, stored or not."""

    kind: ClassVar[type[Any]] = Profile
    fields = tuple(
        _field(name)
        for name in (
            "name",
            "headline",
            "location",
            "is_private",
            "statement",
            "email",
            "phone",
            "address",
        )
    )

    def form(self) -> Any:
        """Return the form."""
        return Ui_ProfileForm()


class AboutYou(Page):
    """The profile; each field is one change that can be undone."""

    kind: ClassVar[type[Any]] = Profile
    shows = frozenset({"profile", "attachment"})

    def __init__(self, context: GuiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.photo = PhotoCard(context)
        self.form = RecordForm(context, _ProfileFields(), is_live=True)
        headline = self.form.field("headline")
        assert isinstance(headline, TextField)
        headline.line.setPlaceholderText(self.tr("What you do next, in a few words"))
        self._build()
        self.refresh()

    def refresh(self, touched: Touched | None = None) -> None:
        """Show what is stored now; what is being typed stays."""
        if touched is None or touched.concerns(frozenset({"profile"})):
            self.form.show_record(self._context.shelf.profile())
        self.photo.refresh()

    def take_focus(self) -> None:
        """Begin with the name."""
        self.form.focus_first()

    def leave(self) -> bool:
        """Store what is being typed."""
        return self.form.leave()

    def show_record(self, record: Any) -> None:
        """Begin with the name; there is no other profile to choose."""
        del record
        self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the photo beside the form or, where that is too narrow, above it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        body = QWidget()
        self._body = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(14)
        self._across.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        self._across.addWidget(self.form, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(body))
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height()
        self._body.setMaximumWidth(_WIDEST * line)
        directions = QBoxLayout.Direction
        is_beside = self.width() >= _BESIDE * line
        self._across.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
