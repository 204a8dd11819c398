"""Which columns of a CSV file hold which fields of a kind of record, by the names people give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from careerdesk.domain.records import KINDS, kind_words
from careerdesk.exchange.shape import fields_of, references_of
from careerdesk.exchange.tables import plain_name

if TYPE_CHECKING:
    from collections.abc import Collection

# Other plain names under which people write a column; the name of the field itself goes first.
_ALIASES: Final = {
    "on": ("date", "day"),
    "organization": ("organisation", "company", "employer"),
    "title": ("jobtitle", "role"),
    "note": ("notes", "comment", "comments"),
    "url": ("webaddress", "website", "link"),
    "is_private": ("private",),
    "email": ("emailaddress", "mail"),
    "phone": ("phonenumber", "telephone"),
    "minutes": ("duration",),
    "started": ("start", "startdate", "startedon"),
    "ended": ("end", "enddate", "finishedon"),
    "finished": ("finishdate",),
    "due": ("dueon", "duedate"),
}
# Cells in other units than the field: hours for minutes, 49.90 for cents.
HOURS: Final = "hours"
COSTS: Final = ("cost", "price")
# Names that say enough only where the kind of record is known already.
_LOOSE: Final = {
    ("certificate", "title"): ("name", "certificate", "certification"),
    ("certificate", "issuer"): ("authority", "organization", "organisation", "issuedby"),
    ("certificate", "issued"): ("date", "on", "issuedon", "issuedate", "dateissued"),
    ("certificate", "expires"): ("expireson", "expirydate", "validuntil"),
    ("learning_item", "title"): ("name", "course", "book"),
    ("learning_item", "provider"): ("platform", "publisher", "author"),
    ("learning_item", "planned_minutes"): ("plannedhours", "duration"),
    ("learning_item", "cost_minor"): COSTS,
    ("study_session", "minutes"): (HOURS,),
    ("conversation", "minutes"): (HOURS,),
    ("skill", "name"): ("title", "skill"),
    ("skill_group", "name"): ("title", "group"),
    ("education", "school"): ("schoolname", "university"),
    ("follow_up", "title"): ("name", "task"),
    ("follow_up", "due"): ("date", "on"),
    ("contact", "name"): ("fullname",),
}
# Address books of Google and Outlook: their columns hold more than a name that is ours would say,
# such as "Title" of Outlook, which holds Dr or Mrs.
_ADDRESS_BOOK: Final = {
    "email": ("email1value", "emailaddress"),
    "phone": ("phone1value", "mobilephone", "businessphone", "homephone"),
    "organization": ("organizationname", "organization1name", "company"),
    "title": ("organizationtitle", "organization1title", "jobtitle"),
    "url": ("website1value", "webpage"),
}
_NAME_PARTS: Final = (
    ("firstname", "middlename", "lastname"),
    ("givenname", "additionalname", "familyname"),
)

# Choices of the program that nobody keeps a table of: a lone column "skill" must not be taken for
# a list of what to leave out of the portfolio.
_NEVER_GUESSED: Final = frozenset(
    {"portfolio_section", "portfolio_hidden", "role_skill", "target", "attempt", "answer"}
)


def name_column(field: str) -> str:
    """Return the column that holds the name of the record which ``field`` refers to."""
    return field.removesuffix("_id") if field.endswith("_id") else f"{field}_name"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what, by their plain names: each holds one thing.

    ``values`` are the values of fields, ``names`` the names of the records referred to, and
    ``parts`` the pieces of the name of a person, where no column holds it as a whole.
    """

    values: dict[str, str]
    names: dict[str, str]
    parts: tuple[str, ...] = field(default=())

    def fields(self) -> set[str]:
        """Return the fields that the table says something of."""
        return {*self.values, *self.names, *(["name"] if self.parts else [])}

    def used(self) -> set[str]:
        """Return the columns that are read."""
        return {*self.values.values(), *self.names.values(), *self.parts}


def columns_of(kind: str, there: Collection[str], *, is_sure: bool = True) -> Columns:
    """Match the columns that are there to the fields of a kind; a field's own name goes first.

    ``is_sure`` says that the kind is known from elsewhere, so that ``name`` can be a title.
    """
    own = {plain_name(field): field for field in fields_of(kind)}
    values = {}
    given = [tuple(name for name in names if name in there) for names in _NAME_PARTS]
    is_book = is_sure and kind == "contact" and any(given)
    book = _ADDRESS_BOOK.items() if is_book else ()
    for field_name, aliases in book:
        if alias := next((name for name in aliases if name in there), None):
            values[field_name] = alias
    parts: tuple[str, ...] = ()
    if values and "name" not in there:
        parts = next(filter(None, given), ())
    taken = {*values.values(), *parts}
    for name, field_name in own.items():
        if name in there and field_name not in values and not (is_book and field_name == "title"):
            values[field_name] = name
            taken.add(name)
    for field_name in fields_of(kind):
        loose = _LOOSE.get((kind, field_name), ()) if is_sure else ()
        aliases = (*_ALIASES.get(field_name, ()), *loose)
        free = (name for name in aliases if name in there and name not in own)
        alias = next((name for name in free if name not in taken), None)
        is_given = field_name in values or (field_name == "name" and parts)
        if not is_given and alias is not None:
            values[field_name] = alias
            taken.add(alias)
    wanted = {field_name: plain_name(name_column(field_name)) for field_name in references_of(kind)}
    names = {
        field_name: name
        for field_name, name in wanted.items()
        if name in there and name not in taken
    }
    return Columns(values, names, parts)


def needed_of(kind: str) -> list[str]:
    """Return the fields without which there is no record of a kind."""
    return [
        field.name for field in fields_of(kind).values() if field.is_required and field.name != "id"
    ]


def is_header_of(kind: str, names: set[str], *, is_sure: bool = True) -> bool:
    """Say whether plain names of columns are those of a kind.

    All that a kind needs is there; of a kind that needs nothing, most columns are known.
    """
    found = columns_of(kind, names, is_sure=is_sure)
    needed = set(needed_of(kind))
    is_mostly_known = len(found.used()) * 2 > len(names - {""})
    return needed <= found.fields() and (bool(needed) or is_mostly_known)


def kinds_with(names: set[str]) -> list[str]:
    """Return the kinds of which a header names nothing but fields, and all that are needed."""
    return [
        kind
        for kind in KINDS
        if kind not in _NEVER_GUESSED
        and is_header_of(kind, names, is_sure=False)
        and names - {""} <= columns_of(kind, names, is_sure=False).used()
    ]


def said_of_columns(kind: str) -> str:
    """Say which columns a table of a kind must have, and which it may have."""
    needed = needed_of(kind)
    shown = {field: name_column(field) for field in references_of(kind)}
    columns = [shown.get(field, field) for field in fields_of(kind) if field != "id"]
    must = " and ".join(shown.get(field, field) for field in needed)
    words = kind_words(kind)
    article = "an" if words[0] in "aeiou" else "a"
    which = f"the columns that {article} {words} needs ({must})" if must else "known columns"
    return f"no line names {which}. Its columns may be {', '.join(columns)}."
