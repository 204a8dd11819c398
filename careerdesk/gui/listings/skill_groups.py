"""Groups of skills: the headings of charts, of the portfolio and of the inventory."""

from __future__ import annotations

from typing import Any, Final

from careerdesk._generated.forms.ui_skill_group_form import Ui_SkillGroupForm
from careerdesk.domain.folding import fold
from careerdesk.domain.skills import Skill, SkillGroup
from careerdesk.gui.listings import new_words
from careerdesk.gui.listings.places import last_place, store_place
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.text import translate
from careerdesk.services import records

_COLUMNS: Final = (
    Column(
        key="name",
        title=lambda: translate("skill_groups", "Group"),
        text=lambda row: row.record.name,
        width=30,
    ),
    Column(
        key="skills",
        title=lambda: translate("skill_groups", "Skills"),
        text=lambda row: str(row.extra) if row.extra else "",
        sort=lambda row: row.extra,
        is_number=True,
        width=8,
    ),
    Column(
        key="rank",
        title=lambda: translate("skill_groups", "Place"),
        text=lambda row: str(row.record.rank),
        sort=lambda row: (row.record.rank, fold(row.record.name)),
        is_number=True,
        width=8,
    ),
)


class SkillGroups(Listing):
    """The groups; deleting one keeps its skills."""

    kind = SkillGroup
    icon = "folder"
    reads = (Skill,)
    order = "rank"
    columns = _COLUMNS
    fields = (
        FieldSpec(name="name"),
        FieldSpec(name="rank", save=store_place),
        FieldSpec(name="is_private", is_for_many=True),
    )

    def counted(self, count: int) -> str:
        """Return a number of groups."""
        return translate("skill_groups", "%n group(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("skill_groups", "No groups yet"),
            translate(
                "skill_groups",
                "A group such as “Product discovery” puts skills under one heading, here, in "
                "charts and in the portfolio.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_SkillGroupForm()

    def row(self, record: SkillGroup) -> Row:
        """Return a group with the number of its skills."""
        return Row(record, len(self.context.shelf.grouped(Skill, "group_id").get(record.id, ())))

    def create(self, values: dict[str, Any]) -> SkillGroup:
        """Store a new group, after the others unless its place is given."""
        if values["rank"] is None:
            values["rank"] = last_place(self.context, SkillGroup)
        group = SkillGroup(id=SkillGroup.new("new").id, **values)
        records.add(self.context.desk, group)
        return group

    def panels(self) -> list[Panel]:
        """Show the skills of the group."""
        return [
            RelatedPanel(
                self.context,
                translate("skill_groups", "Skills"),
                find=lambda group: sorted(
                    self.context.shelf.grouped(Skill, "group_id").get(group.id, ()),
                    key=lambda one: fold(one.name),
                ),
                words=lambda one: (one.name, ""),
                empty=translate("skill_groups", "No skill is in this group yet."),
                button=new_words("skill"),
                add=lambda group: self.context.navigator.ask_new(Skill, group_id=group.name),
            )
        ]
