"""Links: web addresses on the cover of the portfolio, in the user's order."""

from __future__ import annotations

import uuid
from typing import Any, Final

from careerdesk._generated.forms.ui_link_form import Ui_LinkForm
from careerdesk.domain.folding import fold
from careerdesk.domain.profile import Link, LinkId
from careerdesk.gui.listings.places import last_place, store_place
from careerdesk.gui.records.columns import Column
from careerdesk.gui.records.listing import FieldSpec, Listing
from careerdesk.gui.text import translate
from careerdesk.services import records

_COLUMNS: Final = (
    Column(
        key="label",
        title=lambda: translate("links", "Label"),
        text=lambda row: row.record.label,
        width=24,
    ),
    Column(
        key="url",
        title=lambda: translate("links", "Web address"),
        text=lambda row: row.record.url,
        width=40,
    ),
    Column(
        key="rank",
        title=lambda: translate("links", "Place"),
        text=lambda row: str(row.record.rank),
        sort=lambda row: (row.record.rank, fold(row.record.label)),
        is_number=True,
        width=8,
    ),
)


class Links(Listing):
    """The links, as they stand on the cover."""

    kind = Link
    icon = "link"
    order = "rank"
    columns = _COLUMNS
    fields = (
        FieldSpec(name="label"),
        FieldSpec(name="url"),
        FieldSpec(name="rank", save=store_place),
        FieldSpec(name="is_private", is_kept=True, is_for_many=True),
    )

    def counted(self, count: int) -> str:
        """Return a number of links."""
        return translate("links", "%n link(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("links", "No links yet"),
            translate(
                "links",
                "Your site, a profile or work that others may look at; they stand on the cover "
                "of the portfolio.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_LinkForm()

    def create(self, values: dict[str, Any]) -> Link:
        """Store a new link, after the others unless its place is given."""
        if values["rank"] is None:
            values["rank"] = last_place(self.context, Link)
        made = Link(id=LinkId(uuid.uuid4()), **values)
        records.add(self.context.desk, made)
        return made
