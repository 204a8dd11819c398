"""Skills: what the person can do, how well, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QLocale

from careerdesk._generated.forms.ui_skill_form import Ui_SkillForm
from careerdesk.analysis.skill_levels import skill_standings
from careerdesk.analysis.skill_tree import SkillTree
from careerdesk.domain.actions import Action
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.evidence import Evidence
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import FollowUp
from careerdesk.domain.profile import Preferences
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.gui.development.actions_panel import ActionsPanel
from careerdesk.gui.development.evidence_panel import EvidencePanel
from careerdesk.gui.listings.study_sessions import ask_time
from careerdesk.gui.place_commands import LOG_TIME, STILL_TRUE
from careerdesk.gui.records.attachments_panel import AttachmentsPanel
from careerdesk.gui.records.columns import Column, Row
from careerdesk.gui.records.listing import Command, FieldSpec, Listing, QuickFilter
from careerdesk.gui.records.panel import Panel, RelatedPanel
from careerdesk.gui.records.ratings_panel import RatingsPanel
from careerdesk.gui.text import exact_time, hours, known_date, translate
from careerdesk.gui.widgets.level_steps import Steps
from careerdesk.gui.words import interest_words, level_words
from careerdesk.services import skills
from careerdesk.services.evidence import supports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from careerdesk.analysis.skill_levels import SkillStanding
    from careerdesk.gui.context import GuiContext


class _Extra(NamedTuple):
    group: str
    standing: SkillStanding | None
    minutes: int
    supported: float | None
    is_stale: bool


def _standing(row: Row) -> SkillStanding | None:
    found: SkillStanding | None = row.extra.standing
    return found


def _mean(row: Row) -> float | None:
    standing = _standing(row)
    return None if standing is None else standing.mean


def _level_text(row: Row) -> str:
    mean = _mean(row)
    if mean is None:
        return translate("skills", "not rated")
    return (
        f"{mean:.0f} {level_words(Level(round(mean)))}"
        if mean == int(mean)
        else QLocale().toString(mean, "f", 1)
    )


def _supported(row: Row) -> float | None:
    """Return how much of the level evidence supports."""
    found: float | None = row.extra.supported
    return found


def _steps(row: Row) -> Steps:
    """Return the level as it is drawn: solid as far as evidence supports it."""
    return Steps(_mean(row), _supported(row) or 0.0)


def _supported_text(row: Row) -> str:
    found = _supported(row)
    if found is None:
        return ""
    return QLocale().toString(found, "f", 0 if found == int(found) else 1)


def _rated_on(row: Row) -> date | None:
    standing = _standing(row)
    return None if standing is None else standing.rated_on


_COLUMNS: Final = (
    Column(
        key="name",
        title=lambda: translate("skills", "Skill"),
        text=lambda row: row.record.name,
        width=26,
    ),
    Column(
        key="group",
        title=lambda: translate("skills", "Group"),
        text=lambda row: row.extra.group,
        width=20,
    ),
    Column(
        key="level",
        title=lambda: translate("skills", "Level"),
        text=_level_text,
        sort=_mean,
        level=_steps,
        width=28,
    ),
    Column(
        key="supported",
        title=lambda: translate("skills", "Supported"),
        text=_supported_text,
        sort=_supported,
        is_number=True,
        width=11,
        is_shown=False,
    ),
    Column(
        key="rated",
        title=lambda: translate("skills", "Rated on"),
        text=lambda row: known_date(_rated_on(row)),
        sort=_rated_on,
        width=11,
    ),
    Column(
        key="interest",
        title=lambda: translate("skills", "Interest"),
        text=lambda row: interest_words(row.record.interest),
        sort=lambda row: row.record.interest,
        width=12,
        is_shown=False,
    ),
    Column(
        key="time",
        title=lambda: translate("skills", "Practised"),
        text=lambda row: hours(row.extra.minutes) if row.extra.minutes else "",
        sort=lambda row: row.extra.minutes or None,
        is_number=True,
        width=11,
        is_shown=False,
    ),
    Column(
        key="used",
        title=lambda: translate("skills", "Last used"),
        text=lambda row: known_date(row.record.last_used),
        sort=lambda row: row.record.last_used,
        width=11,
        is_shown=False,
    ),
)


class Skills(Listing):
    """The inventory; a level is a dated rating, and a new one keeps those before it."""

    kind = Skill
    icon = "sparkles"
    reads = (SkillGroup, Rating, StudySession, Evidence, Preferences)
    beside = (Attachment, Action, LearningItem, FollowUp, Certificate)
    order = "name"
    columns = _COLUMNS

    def __init__(self, context: GuiContext) -> None:
        super().__init__(context)
        self.fields = (
            FieldSpec(name="name"),
            FieldSpec(
                name="level",
                offer=lambda _context, field, _record: field.offer(
                    [level_words(level) for level in Level], translate("skills", "Not known yet")
                ),
                load=lambda _context, record: self._level(record),
                save=lambda context, record, value: skills.rate_skill(
                    context.desk, record, context.today(), None if value is None else Level(value)
                ),
            ),
            FieldSpec(
                name="group_id",
                offer=_offer_groups,
                load=_group_name,
                save=lambda context, record, value: skills.put_in_group(
                    context.desk, [record], value
                ),
                is_kept=True,
                is_for_many=True,
            ),
            FieldSpec(name="parent_id", offer=_offer_parents, is_kept=True, is_for_many=True),
            FieldSpec(
                name="interest",
                offer=lambda _context, field, _record: field.offer(
                    [interest_words(at) for at in range(5)], translate("skills", "Not known yet")
                ),
                is_for_many=True,
            ),
            FieldSpec(name="last_used", is_for_many=True),
            FieldSpec(name="is_private", is_kept=True, is_for_many=True),
            FieldSpec(name="example"),
            FieldSpec(name="note"),
        )

    def counted(self, count: int) -> str:
        """Return a number of skills."""
        return translate("skills", "%n skill(s)", "", count)

    def empty_words(self) -> tuple[str, str]:
        """Teach the first step."""
        return (
            translate("skills", "No skills yet"),
            translate(
                "skills",
                "Add three skills you use today and say how well. Import in the File menu "
                "brings them in from a LinkedIn export.",
            ),
        )

    def form(self) -> Any:
        """Return the form."""
        return Ui_SkillForm()

    def row(self, record: Skill) -> Row:
        """Return a skill with its group, its level today and the time it was practised."""
        group = self.context.shelf.find(SkillGroup, record.group_id)
        sessions = self.context.shelf.grouped(StudySession, "skill_id").get(record.id, ())
        return Row(
            record,
            _Extra(
                group.name if group else "",
                self._standings().get(record.id),
                sum(one.minutes for one in sessions),
                self._supported_levels().get(record.id),
                record.id in self._stale(),
            ),
        )

    def filters(self) -> tuple[QuickFilter, ...]:
        """Offer those that still wait for a level, and those whose level is to be reviewed."""
        return (
            QuickFilter(
                key="unrated",
                title=translate("skills", "Not rated"),
                passes=lambda row: _mean(row) is None,
            ),
            QuickFilter(
                key="review",
                title=translate("skills", "For review"),
                passes=lambda row: row.extra.is_stale,
            ),
        )

    def commands(self) -> tuple[Command, ...]:
        """Say that levels still hold."""
        return (
            Command(
                named=STILL_TRUE,
                take=self._confirm,
                suits=lambda chosen: any(self._level(one) is not None for one in chosen),
            ),
        )

    def create(self, values: dict[str, Any]) -> Skill:
        """Store a new skill, with its first level and, if it is new, its group."""
        level, group = values.pop("level"), values.pop("group_id")
        skill = Skill(id=Skill.new("new").id, **values)
        skills.add_skill(
            self.context.desk,
            skill,
            group=group,
            on=self.context.today(),
            level=None if level is None else Level(level),
        )
        return skill

    def edit_many(self, chosen: Sequence[Any], values: Mapping[str, Any]) -> int:
        """Put into a group by its name, which may be a new one."""
        if set(values) == {"group_id"}:
            return skills.put_in_group(self.context.desk, chosen, values["group_id"])
        return super().edit_many(chosen, values)

    def panels(self) -> list[Panel]:
        """Show evidence and actions, the levels before, the parts, and the time spent on it."""
        shelf = self.context.shelf
        return [
            EvidencePanel(self.context),
            ActionsPanel(self.context),
            RatingsPanel(self.context),
            RelatedPanel(
                self.context,
                translate("skills", "Parts"),
                find=lambda skill: sorted(
                    shelf.grouped(Skill, "parent_id").get(skill.id, ()), key=lambda one: one.name
                ),
                words=lambda one: (one.name, ""),
            ),
            RelatedPanel(
                self.context,
                translate("skills", "Practice"),
                find=lambda skill: sorted(
                    shelf.grouped(StudySession, "skill_id").get(skill.id, ()),
                    key=lambda one: one.on,
                    reverse=True,
                ),
                words=lambda one: (known_date(one.on), exact_time(one.minutes)),
                empty=translate("skills", "No time logged yet."),
                button=LOG_TIME.title,
                add=lambda skill: ask_time(self.context, skill.name),
            ),
            AttachmentsPanel(self.context),
        ]

    def _standings(self) -> Mapping[Any, SkillStanding]:
        shelf, today = self.context.shelf, self.context.today()

        def compute() -> Mapping[Any, SkillStanding]:
            found = skill_standings(shelf.all(Skill), shelf.all(Rating), today=today)
            return {one.skill.id: one for one in found}

        return shelf.derived(("standings", today), [Skill, Rating], compute)

    def _supported_levels(self) -> Mapping[Any, float]:
        """Return how much of each level evidence supports, of a skill with parts their mean."""
        shelf, today = self.context.shelf, self.context.today()

        def compute() -> Mapping[Any, float]:
            every = shelf.all(Skill)
            found = supports(every, shelf.all(Rating), shelf.all(Evidence), today)
            levels = {key: one.level for key, one in found.items()}
            tree = SkillTree(every)
            means = {skill.id: tree.mean(skill, levels) for skill in every}
            return {key: mean for key, mean in means.items() if mean is not None}

        return shelf.derived(("supported", today), [Skill, Rating, Evidence], compute)

    def _stale(self) -> frozenset[Any]:
        shelf, today = self.context.shelf, self.context.today()
        kinds = [Skill, Rating, Evidence, StudySession, Preferences]

        def compute() -> frozenset[Any]:
            found = skills.stale_of(
                shelf.all(Skill),
                shelf.all(Rating),
                shelf.all(Evidence),
                shelf.all(StudySession),
                today=today,
                months=shelf.preferences().stale_months,
            )
            return frozenset(one.skill.id for one in found)

        return shelf.derived(("stale", today), kinds, compute)

    def _confirm(self, chosen: Sequence[Skill]) -> str:
        named = skills.confirm_levels(self.context.desk, chosen, self.context.today())
        return translate("skills", "Confirmed as of today: {what}.").format(what=named)

    def _level(self, record: Skill) -> int | None:
        standing = self._standings().get(record.id)
        return None if standing is None or standing.level is None else int(standing.level)


def _offer_groups(context: GuiContext, field: Any, _record: Any) -> None:
    field.offer([(group.name, group.name) for group in _groups(context)])


def _groups(context: GuiContext) -> list[SkillGroup]:
    return sorted(context.shelf.all(SkillGroup), key=lambda one: (one.rank, fold(one.name)))


def _group_name(context: GuiContext, record: Skill) -> str:
    group = context.shelf.find(SkillGroup, record.group_id)
    return group.name if group else ""


def _offer_parents(context: GuiContext, field: Any, record: Skill | None) -> None:
    own = record.id if record is not None else None
    others = [(one.id, one.name) for one in context.shelf.all(Skill) if one.id != own]
    field.offer(translate("skills", "skill"), others)
