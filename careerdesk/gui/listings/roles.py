"""Own roles: copied from the catalogue, imported or written, with the skills each asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerdesk._generated.forms.ui_role_form import Ui_RoleForm
from careerdesk.catalogue import catalogue
from careerdesk.domain.folding import fold
from careerdesk.domain.roles import GOAL_FIELDS, INTEREST_FIELDS, Role, RoleSkill, Target
from careerdesk.gui.place_commands import SHOW_MATCH
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel
from careerdesk.gui.roles.needs_panel import NeedsPanel
from careerdesk.gui.roles.words import family_words
from careerdesk.gui.text import to_translate, translate
from careerdesk.services import role_import, roles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.gui.context import GuiContext

_DEGREES: Final = (
    to_translate("roles", "Very little"),
    to_translate("roles", "Little"),
    to_translate("roles", "Some"),
    to_translate("roles", "Much"),
    to_translate("roles", "Very much"),
)


class _Extra(NamedTuple):
    family: str
    skills: int
    is_target: bool


_COLUMNS: Final = (
    Column(
        key="title",
        title=lambda: translate("roles", "Title"),
        text=lambda row: row.record.title,
        width=30,
    ),
    Column(
        key="family",
        title=lambda: translate("roles", "Family"),
        text=lambda row: row.extra.family,
        width=18,
    ),
    Column(
        key="skills",
        title=lambda: translate("roles", "Skills"),
        text=lambda row: str(row.extra.skills),
        sort=lambda row: row.extra.skills,
        is_number=True,
        width=8,
    ),
    Column(
        key="target",
        title=lambda: translate("roles", "Target"),
        text=lambda row: translate("roles", "Target") if row.extra.is_target else "",
        tone=lambda _row: "accent",
        width=10,
    ),
    Column(
        key="source",
        title=lambda: translate("roles", "Comes from"),
        text=lambda row: row.record.source,
        width=24,
        is_shown=False,
    ),
)


class OwnRoles(Listing):
    """The user's own roles; each can be matched like those of the catalogue."""

    kind = Role
    icon = "compass"
    reads = (RoleSkill, Target)
    order = "title"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self._aimed_now = ""
        self.fields = (
            FieldSpec(name="title"),
            FieldSpec(name="family", offer=_offer_families, is_kept=True, is_for_many=True),
            FieldSpec(name="summary"),
            *(
                FieldSpec(name=name, offer=_offer_degrees, is_for_new=False, is_for_many=True)
                for name in GOAL_FIELDS.values()
            ),
            *(FieldSpec(name=name, is_for_new=False) for name in INTEREST_FIELDS.values()),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="note", is_for_new=False),
        )

    def counted(self, count: int) -> str:
        """Return a number of roles."""
        return translate("roles", "%n role(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("roles", "No roles of your own yet"),
            translate(
                "roles",
                "Copy a role of the catalogue and change what it asks for, write one from a job "
                "advertisement, or import roles from O*NET and ESCO.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_RoleForm()

    def row(self, record: Role) -> Row:
        """Return a role with how many skills it asks for, and whether it is aimed at now."""
        shelf = self.context.shelf
        targets = shelf.grouped(Target, "role_id").get(record.id, ())
        return Row(
            record,
            _Extra(
                family_words(record.family) if record.family else "",
                len(shelf.grouped(RoleSkill, "role_id").get(record.id, ())),
                any(one.is_current for one in targets),
            ),
        )

    def haystack(self, row: Row) -> str:
        """Return what a role is found by: also what it is about, and its skills."""
        role: Role = row.record
        skills = self.context.shelf.grouped(RoleSkill, "role_id").get(role.id, ())
        names = " ".join(one.name for one in skills)
        return fold(" ".join((super().haystack(row), role.summary, names)))

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer those that were imported."""
        return (
            QuickFilter(
                key="imported",
                title=translate("roles", "Imported"),
                passes=lambda row: bool(role_import.said_of_source(row.record)),
            ),
        )

    def create(self, values: dict[str, Any]) -> Role:
        """Store a new role; what it asks for and offers is filled in beside the list."""
        named = {name: values[name] for name in ("title", "family", "summary", "is_private")}
        made = Role(id=Role.new("new").id, **named)
        roles.add_role(self.context.desk, made)
        return made

    def duplicate(self, record: Role) -> Role:
        """Copy a role with its skills."""
        return roles.copy_role(self.context.desk, str(record.id))

    def remove(self, chosen: Sequence[Any]) -> str:
        """Delete roles; those aimed at are aimed at no longer."""
        desk = self.context.desk
        before = roles.current_target(desk)
        named = roles.remove_roles(desk, chosen)
        now = roles.current_target(desk)
        is_other = now is not None and before is not None and now.role != before.role
        self._aimed_now = now.role if now is not None and is_other else ""
        return named

    def words_after_removal(self) -> str:
        """Say which role is aimed at instead of one deleted."""
        if not self._aimed_now:
            return ""
        title = roles.role_profile(self.context.desk, self._aimed_now).title
        return translate("roles", "Aiming at {role} now.").format(role=title)

    def panels(self) -> list[Panel]:
        """Show the skills it asks for, and where it comes from."""
        return [NeedsPanel(self.context), _MatchPanel(self.context), _SourcePanel(self.context)]


class _MatchPanel(Panel):
    """The way to how the role matches."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(
            context,
            translate("roles", "How it matches you"),
            SHOW_MATCH.title,
        )

    def show_record(self, record: Any) -> None:
        """Show what belongs to a role; looking is possible on a read-only desk as well."""
        super().show_record(record)
        self.button.setEnabled(True)

    def take(self) -> None:
        """Go to the role beside the person."""
        self.context.navigator.do("roles", f"role/{self.record.id}")


class _SourcePanel(Panel):
    """Where a role was imported from, in the words the source asks for."""

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context, translate("roles", "Where it comes from"))

    def fill(self) -> None:
        """Say it; a role that was written says nothing."""
        role: Role = self.record
        self.setVisible(bool(role.source))
        if role.source:
            self.say(role.source)
        for words in role_import.said_of_source(role):
            self.say(words)


def _offer_families(context: GuiContext, field: Any, _record: Any) -> None:
    known = {one.id: one.name for one in catalogue().families}
    own = {one.family for one in context.shelf.all(Role)} - known.keys() - {""}
    field.offer([*known.items(), *((one, one) for one in sorted(own, key=fold))])


def _offer_degrees(_context: GuiContext, field: Any, _record: Any) -> None:
    words = [translate("roles", _DEGREES[at]) for at in range(len(_DEGREES))]
    field.offer(words, translate("roles", "Not known"))
