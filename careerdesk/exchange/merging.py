"""How the values of a foreign row and of the record they are about become one record.

What a person has written on the desk is never taken away by somebody else's file: LinkedIn fills
what is empty, and only the title and organisation of a contact follow LinkedIn, because people
change their work; a course only goes forward, and a certificate is only prolonged. A table made
by hand says what it says and erases nothing by an empty cell. Only a file that CareerDesk has
written, whose rows have ids, replaces everything, also by nothing.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from careerdesk.domain.learning import LearningStatus
from careerdesk.domain.partial_date import PartialDate
from careerdesk.exchange.drafts import Manner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerdesk.domain.codec import Plain


class Rule(enum.Enum):
    """What becomes of one field."""

    REPLACE = enum.auto()  # the file's value, also when it is empty
    UPDATE = enum.auto()  # the file's value unless it is empty
    FILL = enum.auto()  # the file's value where the desk has none
    ADVANCE = enum.auto()  # the later of the two
    KEEP = enum.auto()  # the desk's value; the file's only served to find the record
    APPEND = enum.auto()  # the file's text after the desk's, unless it stands there already


_USUAL: Final = {
    Manner.OWN: Rule.REPLACE,
    Manner.TABLE: Rule.UPDATE,
    Manner.LINKEDIN: Rule.FILL,
    Manner.SUPPLEMENT: Rule.FILL,
}
_SPECIAL: Final = {
    (Manner.LINKEDIN, "contact", "title"): Rule.UPDATE,
    (Manner.LINKEDIN, "contact", "organization"): Rule.UPDATE,
    (Manner.LINKEDIN, "learning_item", "status"): Rule.ADVANCE,
    (Manner.LINKEDIN, "certificate", "expires"): Rule.ADVANCE,
    (Manner.SUPPLEMENT, "contact", "name"): Rule.KEEP,
    (Manner.SUPPLEMENT, "contact", "url"): Rule.KEEP,
    (Manner.SUPPLEMENT, "contact", "note"): Rule.APPEND,
}
# A dropped course stays dropped, because that is the user's word and never LinkedIn's.
_STATUS_ORDER: Final = tuple(status.value for status in LearningStatus)


def merged(
    kind: str, manner: Manner, before: Mapping[str, Plain], values: Mapping[str, Plain]
) -> dict[str, Plain]:
    """Return the plain form of a record after a row about it; its id stays."""
    after = dict(before)
    for field, value in values.items():
        if field != "id":
            rule = _SPECIAL.get((manner, kind, field), _USUAL[manner])
            after[field] = _ruled(rule, before.get(field), value)
    return after


def _ruled(rule: Rule, before: Plain, value: Plain) -> Plain:
    if rule is Rule.REPLACE:
        return value
    if rule is Rule.KEEP or value in ("", None):
        return before
    if rule is Rule.UPDATE or before in ("", None):
        return value
    if rule is Rule.ADVANCE:
        return value if _is_later(value, before) else before
    if rule is Rule.APPEND and isinstance(before, str) and str(value) not in before:
        return f"{before}\n\n{value}"
    return before


def _is_later(value: Plain, before: Plain) -> bool:
    if value in _STATUS_ORDER and before in _STATUS_ORDER:
        return _STATUS_ORDER.index(str(value)) > _STATUS_ORDER.index(str(before))
    return PartialDate(str(value)).last_day() > PartialDate(str(before)).last_day()
