"""The answers to an assessment from a JSON file, checked to the last one before any is used.

``{"on": "2026-01-31", "skills": {"python": 5, "nlp": null}, "interests": {"R1": 3},
"goals": {"autonomy": 4}, "top_goals": ["impact"]}``: every part may be left out, null is not sure,
and what is not named was not asked. The file is small, so it is read in this process.
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.assessment import RANGES, AnswerPart
from careerdesk.domain.catalogue import Goal
from careerdesk.domain.errors import ImportProblemError
from careerdesk.domain.fields import printable
from careerdesk.exchange.sources import UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from careerdesk.domain.catalogue_book import Catalogue

MAX_BYTES: Final = 1_000_000
_PARTS: Final = {
    "skills": AnswerPart.SKILL,
    "interests": AnswerPart.INTEREST,
    "goals": AnswerPart.GOAL,
}
_ON: Final = "on"
_TOP_GOALS: Final = "top_goals"
_NAMES: Final = (_ON, *_PARTS, _TOP_GOALS)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SHOWN: Final = 40  # characters of what was found


@dataclass(frozen=True, slots=True, kw_only=True)
class FileAnswers:
    """What a file answers: for each part it has, the level of each question, None for not sure.

    ``on`` is None where the file names no day.
    """

    on: date | None = None
    parts: Mapping[AnswerPart, Mapping[str, int | None]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many questions are answered, not sure included."""
        return sum(len(answers) for answers in self.parts.values())


class _Object(list[tuple[str, Any]]):
    """The names and values of an object in the order of the file, names that come twice too."""


def read_answers(path: Path, catalogue: Catalogue, today: date) -> FileAnswers:
    """Read a file of answers to the questions of a catalogue.

    Raises:
        ImportProblemError: it cannot be read, is not JSON in UTF-8, or holds something that is no
            answer; the sentence names the place.
    """
    return _Reading(path.name, catalogue, today).answers(_text(path))


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe that may never end
            raise _refused(str(path), "it is not a file")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(path.name, f"it cannot be read ({error.strerror or error})") from error
    except ValueError as error:  # a name no file can have
        raise _refused(path.name, "it cannot be read (no file can have this name)") from error
    if len(content) > MAX_BYTES:
        raise _refused(path.name, "it has more than 1 MB, which no assessment needs")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path.name, "it is not text in UTF-8") from error


class _Reading:
    """One file being read: its name, what may be answered, and until which day."""

    def __init__(self, name: str, catalogue: Catalogue, today: date) -> None:
        self._name = name
        self._today = today
        self._items: dict[AnswerPart, Collection[str]] = {
            AnswerPart.SKILL: {one.id for one in catalogue.skills},
            AnswerPart.INTEREST: {one.id for one in catalogue.instrument.interests.items},
            AnswerPart.GOAL: {one.value for one in Goal},
        }
        self._chosen = catalogue.instrument.goals.chosen

    def answers(self, text: str) -> FileAnswers:
        """Return what the text says."""
        whole = self._object(self._parsed(text), "")
        for name in whole:
            if name not in _NAMES:
                known = ", ".join(_NAMES)
                raise self._refused("", f"there is no part “{_cut(name)}”, only {known}")
        parts = {
            part: self._levels(whole[name], name, part)
            for name, part in _PARTS.items()
            if name in whole
        }
        if _TOP_GOALS in whole:
            parts[AnswerPart.TOP_GOAL] = self._top_goals(whole[_TOP_GOALS])
        return FileAnswers(on=self._day(whole[_ON]) if _ON in whole else None, parts=parts)

    def _parsed(self, text: str) -> Any:
        try:
            return json.loads(text, object_pairs_hook=_Object, parse_constant=_NoNumber)
        except json.JSONDecodeError as error:
            reason = f"it is not JSON from line {error.lineno}, column {error.colno}, on"
        except RecursionError:
            reason = "it is nested too deeply for a file of answers"
        except ValueError:  # a number of thousands of digits
            reason = "it holds a number that is no level"
        raise self._refused("", reason)

    def _object(self, value: Any, place: str) -> dict[str, Any]:
        """Return an object as a dictionary, each name in it once."""
        if not isinstance(value, _Object):
            raise self._refused(place, f"must be an object in braces, not {_words(value)}")
        if twice := _twice(name for name, _ in value):
            raise self._refused(place, f"“{_cut(twice)}” stands there more than once")
        return dict(value)

    def _levels(self, value: Any, name: str, part: AnswerPart) -> dict[str, int | None]:
        levels = self._object(value, name)
        low, high = RANGES[part]
        for item, level in levels.items():
            self._require_known(item, part, name)
            is_whole = type(level) is int  # True and 3.0 are no levels
            if level is not None and not (is_whole and low <= level <= high):
                wanted = f"must be a whole number from {low} to {high}, or null for not sure"
                raise self._refused(name, f"“{item}” {wanted}, not {_words(level)}")
        return levels

    def _top_goals(self, value: Any) -> dict[str, int | None]:
        if type(value) is not list or not all(isinstance(goal, str) for goal in value):
            wanted = 'must be a list of goals such as ["impact", "growth"]'
            raise self._refused(_TOP_GOALS, f"{wanted}, not {_words(value)}")
        for goal in value:
            self._require_known(goal, AnswerPart.GOAL, _TOP_GOALS)
        if twice := _twice(value):
            raise self._refused(_TOP_GOALS, f"“{twice}” stands there more than once")
        if len(value) > self._chosen:
            raise self._refused(_TOP_GOALS, f"must be {self._chosen} at most, not {len(value)}")
        return dict.fromkeys(value, 1)

    def _day(self, value: Any) -> date:
        wanted = "must be a day such as 2026-01-31"
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise self._refused(_ON, f"{wanted}, not {_words(value)}")
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise self._refused(_ON, f"{wanted}, and there is no {value}") from None
        if day > self._today:
            raise self._refused(_ON, f"{value} has not come yet")
        return day

    def _require_known(self, item: str, part: AnswerPart, place: str) -> None:
        known = self._items[part]
        if item not in known:
            near = difflib.get_close_matches(item[:_SHOWN], known, n=3, cutoff=0.5)
            hint = f", only {', '.join(near)}" if near else ""
            raise self._refused(place, f"the catalogue has no {_ONE_OF[part]} “{_cut(item)}”{hint}")

    def _refused(self, place: str, reason: str) -> ImportProblemError:
        return _refused(f"{self._name}, {place}" if place else self._name, reason)


_ONE_OF: Final = {
    AnswerPart.SKILL: "skill",
    AnswerPart.INTEREST: "statement",
    AnswerPart.GOAL: "goal",
}


def _refused(place: str, reason: str) -> ImportProblemError:
    return ImportProblemError(
        f"{printable(place)}: {reason}. {UNCHANGED}; correct the file and try again.",
        file=place,
    )


def _twice(names: Iterable[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)


class _NoNumber(str):
    """NaN or Infinity, which JSON does not have and Python's reader takes."""


def _words(value: Any) -> str:
    """Return what stands in the file in place of an answer, cut where it is long."""
    if isinstance(value, _Object):
        return "an object in braces"
    if isinstance(value, _NoNumber):
        return str(value)
    return _cut(json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    line = " ".join(printable(text).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
