"""Education: schools and universities, and what was studied there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from careerdesk._generated.forms.ui_education_form import Ui_EducationForm
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.experience import Education
from careerdesk.domain.folding import fold
from careerdesk.gui.listings.positions import ended_words, recency
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing
from careerdesk.gui.text import known_date, translate
from careerdesk.services import records

if TYPE_CHECKING:
    from careerdesk.gui.records.panel import Panel

_COLUMNS: Final = (
    Column(
        key="school",
        title=lambda: translate("education", "School"),
        text=lambda row: row.record.school,
        width=30,
    ),
    Column(
        key="degree",
        title=lambda: translate("education", "Degree"),
        text=lambda row: row.record.degree,
        width=28,
    ),
    Column(
        key="started",
        title=lambda: translate("education", "From"),
        text=lambda row: known_date(row.record.started),
        sort=lambda row: row.record.started,
        width=10,
    ),
    Column(
        key="ended",
        title=lambda: translate("education", "To"),
        text=lambda row: ended_words(row.record),
        sort=lambda row: recency(row.record),
        width=10,
    ),
)


class EducationEntries(Listing):
    """The education, the latest first."""

    kind = Education
    icon = "school"
    beside = (Attachment,)
    order = "-ended"
    columns = _COLUMNS
    fields = (
        FieldSpec(name="school", is_kept=True, is_for_many=True),
        FieldSpec(name="degree"),
        FieldSpec(name="started"),
        FieldSpec(name="ended", called="end date"),
        FieldSpec(name="description"),
        FieldSpec(name="is_private", is_kept=True, is_for_many=True),
        FieldSpec(name="note"),
    )

    def counted(self, count: int) -> str:
        """Return a number of entries."""
        return translate("education", "%n education entry(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("education", "No education yet"),
            translate(
                "education",
                "Add schools and universities; a year is enough where you no longer know the "
                "month.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_EducationForm()

    def haystack(self, row: Row) -> str:
        """Return what an entry is found by."""
        return fold(f"{super().haystack(row)} {row.record.description}")

    def create(self, values: dict[str, Any]) -> Education:
        """Store a new entry."""
        made = Education(id=Education.new("new").id, **values)
        records.add(self.context.desk, made)
        return made

    def panels(self) -> list[Panel]:
        """Show files, such as a diploma."""
        return [AttachmentsPanel(self.context)]
