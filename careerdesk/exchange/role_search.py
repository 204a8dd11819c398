"""Finding one of a thousand roles by what somebody types: a title, an alternate title, a code.

An alternate title is a way to find a role and no reason to believe that it is the one meant, so a
hit says by which title it was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.domain.folding import fold
from careerdesk.exchange.foreign_roles import ForeignRole

if TYPE_CHECKING:
    from collections.abc import Iterable


_MOST: Final = 50
# How well something is met; the lower, the better.
_CODE, _TITLE, _TITLE_BEGINS, _TITLE_WORDS, _TITLE_HOLDS, _OTHER, _OTHER_HOLDS = range(7)


@dataclass(frozen=True, slots=True)
class RoleHit:
    """A role that was found; ``other_title`` is the alternate title that said so, if one did."""

    role: ForeignRole
    other_title: str = ""


class RoleSearch:
    """Searches roles without case and accents; all titles are folded once, at the beginning."""

    def __init__(self, roles: Iterable[ForeignRole]) -> None:
        self._prepared = [_Prepared(role) for role in roles]

    def find(self, typed: str, most: int = _MOST) -> list[RoleHit]:
        """Return the best hits first: by code, by title, then by alternate title.

        All words typed must stand in one title, in any order. Nothing typed finds every role, in
        the order they were given.
        """
        sought = fold(typed)
        words = sought.split()
        if not words:
            return [RoleHit(one.role) for one in self._prepared[:most]]
        found = []
        for at, one in enumerate(self._prepared):
            rank, other = one.rank(sought, words)
            if rank is not None:
                found.append((rank, one.title, at, other))
        found.sort()
        return [RoleHit(self._prepared[at].role, other) for _, _, at, other in found[:most]]


class _Prepared:
    """A role with everything it may be found by, folded."""

    __slots__ = ("_all_others", "_codes", "_others", "_starts", "role", "title")

    def __init__(self, role: ForeignRole) -> None:
        self.role = role
        self.title = fold(role.title)
        self._starts = f" {self.title}"
        self._codes = tuple(fold(code) for code in (role.code, role.identity, role.uri) if code)
        self._others = tuple(map(fold, role.other_titles))
        self._all_others = "\n".join(self._others)  # one look at it spares most of the single ones

    def rank(self, sought: str, words: list[str]) -> tuple[int | None, str]:
        """Return how well the role is met, and by which alternate title; None if not at all."""
        if any(code.startswith(sought) for code in self._codes) and _is_code(sought):
            return _CODE, ""
        if self.title == sought:
            return _TITLE, ""
        if self.title.startswith(sought):
            return _TITLE_BEGINS, ""
        if all(f" {word}" in self._starts for word in words):
            return _TITLE_WORDS, ""
        if all(word in self.title for word in words):
            return _TITLE_HOLDS, ""
        if not all(word in self._all_others for word in words):
            return None, ""
        if sought in self._others:
            return _OTHER, self.role.other_titles[self._others.index(sought)]
        for other, written in zip(self._others, self.role.other_titles, strict=True):
            if all(word in other for word in words):
                return _OTHER_HOLDS, written
        return None, ""


def _is_code(sought: str) -> bool:
    """Say whether something typed may be a code, and not the beginning of "Onetime" or "http"."""
    return any(char.isdigit() for char in sought)
