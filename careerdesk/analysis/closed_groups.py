"""Groups of skills that a person said they do not know at all: one answer for all their skills."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from careerdesk.domain.assessment import AnswerPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from careerdesk.domain.assessment import Answer, Attempt


class ClosedGroups:
    """What was said of whole groups, attempt by attempt; a group not asked again stays as it was.

    Args:
        attempts: of which those that are finished count, from the day they were.
        answers: of all of them.
        groups: the group of each skill by the skill's key.
    """

    def __init__(
        self, attempts: Iterable[Attempt], answers: Iterable[Answer], groups: Mapping[str, str]
    ) -> None:
        self._groups = groups
        finished = {one.id: (one.finished, one.number) for one in attempts if one.finished}
        said: defaultdict[str, list[tuple[date, int, bool]]] = defaultdict(list)
        for one in answers:
            if one.part is AnswerPart.GATE and one.attempt_id in finished:
                day, number = finished[one.attempt_id]
                said[one.item].append((day, number, one.value == 0))
        self._said = {group: sorted(all_of_it) for group, all_of_it in said.items()}

    def holds(self, skill: str, day: date) -> bool:
        """Say whether the group of a skill was last answered with 0, up to a day."""
        said = self._said.get(self._groups.get(skill, ""), ())
        return next((is_closed for on, _, is_closed in reversed(said) if on <= day), False)
