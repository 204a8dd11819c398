"""Finding the record that a typed name means, and telling new names from mistyped ones.

A name in quotation marks is taken as it stands: it means the record of exactly that name, or a
new one.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from careerdesk.domain.folding import fold
from careerdesk.domain.quick_log import NotUnderstoodError

if TYPE_CHECKING:
    from collections.abc import Sequence


class HasName(Protocol):
    """A record as far as its name goes."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def folded(self) -> str:
        """Its name in the form that is compared."""

    @property
    def words(self) -> str:
        """What tells it from others of its name."""


R = TypeVar("R", bound=HasName)

_NEAR = 0.82  # of difflib's ratio; "Inspird" and "Inspired" have 0.93, "Python" and "Pytest" 0.5
_NEAR_WORD = 0.6  # "novak" and "nowak" have 0.8, "sales" and "basics" 0.36
_WORD = re.compile(r"[\w+#]+")
_QUOTED = re.compile(r'^["“„](?P<name>.*\S.*)["”“]$', re.DOTALL)


def unquoted(text: str) -> str:
    """Return a name without the quotation marks around it."""
    found = _QUOTED.match(text)
    return found["name"].strip() if found else text


def find_named(text: str, records: Sequence[R]) -> R | None:
    """Return the record of that name, else the only one whose name holds these words.

    Raises:
        NotUnderstoodError: it may mean several.
    """
    wanted = fold(unquoted(text))
    found = [record for record in records if record.folded == wanted]
    if not found and not _QUOTED.match(text):
        part = _spaced(wanted)
        word = next(iter(part.split()), "")
        # The quick look at one word spares most names the slow one at all of them.
        likely = [record for record in records if word in record.folded]
        found = [record for record in likely if part in _spaced(record.folded)]
    if len(found) > 1:
        choices = "; ".join(sorted(record.words for record in found[:5]))
        raise NotUnderstoodError(
            f"“{text}” may mean several: {choices}. Nothing was logged; write the whole name"
            " as it stands here."
        )
    return found[0] if found else None


def refuse_mistyped(text: str, records: Sequence[HasName]) -> None:
    """Refuse a new name that differs from an existing one by single letters only.

    Raises:
        NotUnderstoodError: it names the existing one.
    """
    if _QUOTED.match(text):
        return
    wanted = fold(text)
    folded = {record.folded: record.name for record in records if _may_be_near(wanted, record)}
    near = difflib.get_close_matches(wanted, folded, n=1, cutoff=_NEAR)
    if near and _looks_mistyped(wanted, near[0]):
        raise NotUnderstoodError(
            f"There is no “{text}” on the desk, but there is “{folded[near[0]]}”. Nothing was "
            f"logged; write that name, or put the new one in quotation marks: “{text}”."
        )


def _may_be_near(wanted: str, record: HasName) -> bool:
    """Rule out quickly what difflib, which is slow, would find too different.

    Each character that only one of the two has is one that it cannot match.
    """
    spare = (1 - _NEAR) * (len(wanted) + len(record.folded))
    if abs(len(wanted) - len(record.folded)) > spare:
        return False
    return len(set(wanted) ^ set(record.folded)) <= spare


def _looks_mistyped(text: str, name: str) -> bool:
    """Say whether only letters differ: "Sprint 2" is a name of its own beside "Sprint 1"."""
    words, others = _WORD.findall(text), _WORD.findall(name)
    if len(words) != len(others):
        return True  # a space too many or too few
    differing = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    return all(
        not any(char.isdigit() for char in one + other)
        and difflib.SequenceMatcher(None, one, other).ratio() >= _NEAR_WORD
        for one, other in differing
    )


def _spaced(folded: str) -> str:
    """Set words apart by single spaces; C++ and C# keep their signs."""
    return f" {' '.join(_WORD.findall(folded))} "
