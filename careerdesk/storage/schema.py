"""The tables of a desk.

Every table is STRICT. A table is journaled unless its ``info`` says otherwise. Foreign keys are
table constraints, because a batch rebuild drops ON DELETE from keys written inside a column, and
deferred, so that one change may store records in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from careerdesk.domain.actions import ActionKind
from careerdesk.domain.assessment import AnswerPart, AnswerState, Route
from careerdesk.domain.attachments import OWNER_FIELDS
from careerdesk.domain.evidence import SOURCE_FIELDS, EvidenceKind
from careerdesk.domain.learning import LearningKind, LearningStatus
from careerdesk.domain.network import ConversationKind
from careerdesk.domain.portfolio import HIDDEN_FIELDS, Section
from careerdesk.domain.profile import PaperSize
from careerdesk.domain.roles import GOAL_FIELDS, INTEREST_FIELDS
from careerdesk.storage.column_types import (
    DATE_TEXT,
    LEVEL,
    PARTIAL_DATE_TEXT,
    TIER,
    TRUTH,
    UUID_TEXT,
    enum_text,
)

if TYPE_CHECKING:
    import enum
    import uuid

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: Any, journaled: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, info={"journaled": journaled})


def _record(name: str, *parts: Any) -> Table:
    """Make the table of a kind of record: its id first, its private flag last."""
    flag: Column[bool] = Column("is_private", TRUTH, nullable=False)
    return _table(name, _id(), *_flat(parts), flag)


def _flat(parts: tuple[Any, ...]) -> list[Any]:
    return [one for part in parts for one in (part if isinstance(part, tuple) else (part,))]


def _id() -> Column[uuid.UUID]:
    return Column("id", UUID_TEXT, primary_key=True, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str, *, optional: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=optional)


def _date(name: str, *, optional: bool = False) -> Column[Any]:
    return Column(name, DATE_TEXT, nullable=optional)


def _partial(name: str) -> Column[Any]:
    return Column(name, PARTIAL_DATE_TEXT)


def _choice(name: str, kind: type[enum.Enum]) -> Column[Any]:
    return Column(name, enum_text(kind), nullable=False)


def _reference(
    name: str, target: str, on_delete: str, *, optional: bool = True
) -> tuple[Column[Any], ForeignKeyConstraint]:
    column: Column[Any] = Column(name, UUID_TEXT, nullable=optional, index=True)
    return column, _key(name, f"{target}.id", on_delete)


def _key(name: str, target: str, on_delete: str | None) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        [name], [target], ondelete=on_delete, deferrable=True, initially="DEFERRED"
    )


profile = _record(
    "profile",
    *(_text(name) for name in ("name", "headline", "statement", "location")),
    *(_text(name) for name in ("email", "phone", "address")),
)
link = _record("link", _text("label"), _text("url"), _number("rank"))
preferences = _table(
    "preferences",
    _id(),
    _number("weekly_goal_minutes", optional=True),
    _text("currency"),
    _number("first_weekday"),
    Column("is_fictional", TRUTH, nullable=False),
    _choice("paper", PaperSize),
    *(_number(name) for name in ("stale_months", "coverage_share", "interest_share", "goal_share")),
    Column("is_cautious", TRUTH, nullable=False),
)
skill_group = _record("skill_group", _text("name"), _number("rank"))
skill = _record(
    "skill",
    _text("name"),
    _reference("group_id", "skill_group", "SET NULL"),
    _reference("parent_id", "skill", "SET NULL"),
    _number("interest", optional=True),
    _partial("last_used"),
    _text("catalogue_key"),
    _text("example"),
    _text("note"),
)
rating = _record(
    "rating",
    _reference("skill_id", "skill", "CASCADE", optional=False),
    _date("on"),
    Column("level", LEVEL),
    _text("note"),
)
position = _record(
    "position",
    *(_text(name) for name in ("title", "organization", "location")),
    _partial("started"),
    _partial("ended"),
    _text("description"),
    _text("note"),
)
pay = _record(
    "pay",
    _reference("position_id", "position", "CASCADE"),
    _partial("since"),
    _text("currency"),
    _number("base_minor", optional=True),
    _number("bonus_permille", optional=True),
    _number("equity_minor", optional=True),
    _text("note"),
)
education = _record(
    "education",
    _text("school"),
    _text("degree"),
    _partial("started"),
    _partial("ended"),
    _text("description"),
    _text("note"),
)
learning_item = _record(
    "learning_item",
    _text("title"),
    _choice("kind", LearningKind),
    _text("provider"),
    _choice("status", LearningStatus),
    _number("planned_minutes", optional=True),
    _number("cost_minor", optional=True),
    _text("currency"),
    _text("url"),
    _partial("started"),
    _partial("finished"),
    _text("note"),
)
study_session = _record(
    "study_session",
    _date("on"),
    _number("minutes"),
    _reference("learning_item_id", "learning_item", "SET NULL"),
    _reference("skill_id", "skill", "SET NULL"),
    _text("note"),
)
certificate = _record(
    "certificate",
    _text("title"),
    _text("issuer"),
    _reference("learning_item_id", "learning_item", "SET NULL"),
    _partial("issued"),
    _partial("expires"),
    _text("credential_id"),
    _text("url"),
    _text("note"),
)
contact = _record(
    "contact",
    *(_text(name) for name in ("name", "organization", "title", "function")),
    _partial("met"),
    _text("how_met"),
    _reference("introduced_by", "contact", "SET NULL"),
    _number("cadence_days", optional=True),
    *(_text(name) for name in ("email", "phone", "url", "note")),
)
conversation = _record(
    "conversation",
    _date("on"),
    _choice("kind", ConversationKind),
    _number("minutes", optional=True),
    _text("note"),
)
participant = _table(
    "participant",
    _id(),
    *_reference("conversation_id", "conversation", "CASCADE", optional=False),
    *_reference("contact_id", "contact", "CASCADE", optional=False),
    UniqueConstraint("conversation_id", "contact_id"),
)
follow_up = _record(
    "follow_up",
    _text("title"),
    _date("due"),
    _reference("contact_id", "contact", "CASCADE"),
    _reference("conversation_id", "conversation", "SET NULL"),
    _date("done_on", optional=True),
    _text("note"),
)
evidence = _record(
    "evidence",
    _reference("skill_id", "skill", "CASCADE", optional=False),
    _text("title"),
    _choice("kind", EvidenceKind),
    Column("tier", TIER, nullable=False),
    Column("on", PARTIAL_DATE_TEXT, nullable=False),
    _text("project"),
    _text("url"),
    *(_reference(name, name.removesuffix("_id"), "SET NULL") for name in SOURCE_FIELDS),
    _text("note"),
)
action = _record(
    "action",
    _reference("skill_id", "skill", "CASCADE", optional=False),
    _text("title"),
    _choice("kind", ActionKind),
    _reference("learning_item_id", "learning_item", "SET NULL"),
    _reference("follow_up_id", "follow_up", "SET NULL"),
    _number("planned_minutes", optional=True),
    Column("aimed_level", LEVEL),
    _date("due", optional=True),
    _date("done_on", optional=True),
    _text("note"),
)
role = _record(
    "role",
    *(_text(name) for name in ("title", "family", "summary", "source")),
    *(_number(name, optional=True) for name in INTEREST_FIELDS.values()),
    *(_number(name, optional=True) for name in GOAL_FIELDS.values()),
    _text("note"),
)
role_skill = _table(
    "role_skill",
    _id(),
    *_reference("role_id", "role", "CASCADE", optional=False),
    *(_text(name) for name in ("skill", "name")),
    Column("level", LEVEL, nullable=False),
    _number("weight"),
    UniqueConstraint("role_id", "skill"),
)
target = _record(
    "target",
    _text("catalogue_role"),
    _reference("role_id", "role", "CASCADE"),
    _date("since"),
    Column("is_current", TRUTH, nullable=False),
    _text("note"),
)
attempt = _record(
    "attempt",
    _date("started"),
    _date("finished", optional=True),
    _number("number"),
    _number("version"),
    _text("place"),
    _number("hours_per_week", optional=True),
    _date("ready_by", optional=True),
    _number("pay_floor_minor", optional=True),
    _text("pay_currency"),
    _choice("route", Route),
    _text("note"),
)
answer = _table(
    "answer",
    _id(),
    *_reference("attempt_id", "attempt", "CASCADE", optional=False),
    _choice("part", AnswerPart),
    _text("item"),
    _choice("state", AnswerState),
    _number("value", optional=True),
    _number("milliseconds", optional=True),
    UniqueConstraint("attempt_id", "part", "item"),
)
mix_target = _table("mix_target", _id(), _text("function"), _number("weight"))
attachment = _record(
    "attachment",
    _text("file_name"),
    _text("media_type"),
    _number("size"),
    Column("sha256", Text, nullable=False, index=True),
    _key("sha256", "blob.sha256", None),
    *(_reference(name, name.removesuffix("_id"), "CASCADE") for name in OWNER_FIELDS),
    CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in OWNER_FIELDS) + " = 1", "owner"),
)
portfolio_section = _table(
    "portfolio_section",
    _id(),
    _choice("section", Section),
    _number("rank"),
    Column("is_shown", TRUTH, nullable=False),
)
portfolio_hidden = _table(
    "portfolio_hidden",
    _id(),
    *_flat(tuple(_reference(name, name.removesuffix("_id"), "CASCADE") for name in HIDDEN_FIELDS)),
    CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in HIDDEN_FIELDS) + " = 1", "one"),
)

# Bytes never change under their digest, so they need no journal: they stay as long as a row or
# the journal names them.
blob = _table(
    "blob",
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("data", LargeBinary, nullable=False),
    journaled=False,
)
change = _table(
    "change",
    Column("id", Integer, primary_key=True),
    _text("title"),
    _text("at"),
    _text("state"),
    journaled=False,
)
change_row = _table(
    "change_row",
    Column("seq", Integer, primary_key=True),
    Column("change_id", Integer, nullable=False, index=True),
    _text("table_name"),
    Column("before", Text),
    Column("after", Text),
    journaled=False,
)

JOURNALED: Final = tuple(table for table in metadata.sorted_tables if table.info["journaled"])
