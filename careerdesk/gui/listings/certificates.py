"""Certificates, and whether they are still valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from careerdesk._generated.forms.ui_certificate_form import Ui_CertificateForm
from careerdesk.analysis.certificates import (
    CertificateStanding,
    CertificateState,
    certificate_standing,
)
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.file_kinds import FileKind
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.gui.listings.study_sessions import offer_items
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.text import known_date, translate
from careerdesk.services import learning, records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.records.panel import Panel

_TONES: Final = {
    CertificateState.VALID: "accent",
    CertificateState.EXPIRING: "warning",
    CertificateState.EXPIRED: "danger",
    CertificateState.AHEAD: "",
}


def _standing_text(row: Row) -> str:
    standing: CertificateStanding = row.extra
    match standing.state:
        case CertificateState.VALID:
            return translate("certificates", "Valid")
        case CertificateState.EXPIRED:
            return translate("certificates", "Expired")
        case CertificateState.AHEAD:
            return translate("certificates", "Not valid yet")
        case CertificateState.UNDATED:
            return translate("certificates", "No expiry date")
        case CertificateState.EXPIRING:
            return _expiring_text(standing.days_left or 0)


def _expiring_text(days: int) -> str:
    if days == 0:
        return translate("certificates", "Expires today")
    if days == 1:
        return translate("certificates", "Expires tomorrow")
    return translate("certificates", "Expires in %n day(s)", "", days)


_COLUMNS: Final = (
    Column(
        key="title",
        title=lambda: translate("certificates", "Title"),
        text=lambda row: row.record.title,
        width=32,
    ),
    Column(
        key="issuer",
        title=lambda: translate("certificates", "Issued by"),
        text=lambda row: row.record.issuer,
        width=22,
    ),
    Column(
        key="issued",
        title=lambda: translate("certificates", "Issued"),
        text=lambda row: known_date(row.record.issued),
        sort=lambda row: row.record.issued,
        width=10,
    ),
    Column(
        key="expires",
        title=lambda: translate("certificates", "Expires"),
        text=lambda row: known_date(row.record.expires),
        sort=lambda row: row.extra.expires_on,
        width=10,
    ),
    Column(
        key="standing",
        title=lambda: translate("certificates", "Standing"),
        text=_standing_text,
        sort=lambda row: row.extra.days_left,
        tone=lambda row: _TONES.get(row.extra.state),
        width=17,
    ),
)


class Certificates(Listing):
    """The certificates; a scan dropped on the list makes one."""

    kind = Certificate
    icon = "award"
    beside = (LearningItem, Attachment)
    order = "-issued"
    columns = _COLUMNS
    made_of: ClassVar[frozenset[FileKind]] = frozenset({FileKind.PDF, FileKind.PICTURE})

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self.fields = (
            FieldSpec(name="title"),
            FieldSpec(name="issuer", is_kept=True, is_for_many=True),
            FieldSpec(name="issued", is_for_many=True),
            FieldSpec(name="expires", called="expiry date", is_for_many=True),
            FieldSpec(name="learning_item_id", offer=offer_items, is_for_many=True),
            FieldSpec(name="credential_id"),
            FieldSpec(name="url"),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of certificates."""
        return translate("certificates", "%n certificate(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("certificates", "No certificates yet"),
            translate(
                "certificates",
                "Drop a PDF or a scan here, or fill in a form. With an expiry date, Home tells "
                "you in time to renew.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_CertificateForm()

    def row(self, record: Certificate) -> Row:
        """Return a certificate with how it stands today."""
        return Row(record, certificate_standing(record, today=self.context.today()))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer what has to be renewed soon, and what should have been."""
        return (
            _by_state("expiring", translate("certificates", "Expiring"), CertificateState.EXPIRING),
            _by_state("expired", translate("certificates", "Expired"), CertificateState.EXPIRED),
        )

    def create(self, values: dict[str, Any]) -> Certificate:
        """Store a new certificate."""
        made = Certificate(id=Certificate.new("new").id, **values)
        records.add(self.context.desk, made)
        return made

    def drop_words(self) -> str:
        """Say what dropping scans on the list does."""
        return translate("certificates", "Drop to add a certificate of each file")

    def create_from(self, paths: Sequence[Path]) -> list[Any]:
        """Store a certificate of each file, named after it."""
        made: list[Any] = [*learning.add_certificates_of(self.context.desk, paths)]
        return made

    def panels(self) -> list[Panel]:
        """Show the scans."""
        return [AttachmentsPanel(self.context)]


def _by_state(key: str, title: str, state: CertificateState) -> QuickFilter:
    return QuickFilter(key=key, title=title, passes=lambda row: row.extra.state is state)
