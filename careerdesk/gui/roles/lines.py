"""The lines of the list of roles: which there are, in which order, and what each says."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.error_band import Band
from careerdesk.analysis.matching import RoleMatch
from careerdesk.catalogue import catalogue
from careerdesk.domain.folding import fold
from careerdesk.gui.roles.words import (
    band_words,
    coverage_words,
    family_words,
    points,
    strength_words,
)
from careerdesk.gui.text import translate
from careerdesk.services.roles import haystack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from careerdesk.services.matches import Matches


_SHORT: Final = 3  # a word of so many letters is no plural


class Order(enum.Enum):
    """What the list goes by."""

    FAMILIES = "families"
    COVERAGE = "coverage"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True)
class Heading:
    """A family, and how it matches interests in a word."""

    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """One role; ``overall`` is its figure by the user's own weights, None in another order."""

    match: RoleMatch
    band: Band | None
    overall: float | None
    is_target: bool
    is_own: bool

    @property
    def key(self) -> str:
        """What names the role."""
        return self.match.profile.id

    @property
    def title(self) -> str:
        """What the role is called."""
        return self.match.profile.title

    def spoken(self) -> str:
        """Return all that is drawn, in words."""
        said = [self.title]
        if self.is_target:
            said.append(translate("roles", "your target"))
        if self.is_own:
            said.append(translate("roles", "your own role"))
        covered = self.match.coverage
        if covered is None or self.band is None:
            said.append(translate("roles", "names no skills"))
        else:
            said.append(
                translate(
                    "roles", "skills {share}, {band} allowing for unsupported ratings"
                ).format(share=coverage_words(covered), band=band_words(self.band))
            )
        said.append(self.interest_words())
        said.append(self.goal_words())
        if self.overall is not None:
            figure = points(self.overall)
            said.append(translate("roles", "by your weights {figure}").format(figure=figure))
        return ", ".join(said)

    def interest_words(self) -> str:
        """Return how interests match, with what it is."""
        interest = self.match.interest
        word = strength_words(interest.strength if interest else None)
        return translate("roles", "interests {word}").format(word=word.lower())

    def goal_words(self) -> str:
        """Return what the role offers of one's goals, with what it is."""
        goals = self.match.goals
        figure = points(goals.value) if goals else "?"
        return translate("roles", "goals {figure}").format(figure=figure)


def lines(
    found: Matches, order: Order, target: str, passes: Callable[[str], bool]
) -> list[Heading | Line]:
    """Return the list in an order, with the roles that pass a filter by their keys."""
    make = _Maker(found.bands, target)
    if order is Order.COVERAGE:
        return [make(one) for one in found.by_coverage if passes(one.profile.id)]
    if order is Order.WEIGHTS:
        return [make(one.match, one.value) for one in found.overall if passes(one.match.profile.id)]
    return list(_by_family(found, make, passes))


@dataclass(frozen=True, slots=True)
class _Maker:
    bands: Mapping[str, Band]
    target: str

    def __call__(self, match: RoleMatch, overall: float | None = None) -> Line:
        key = match.profile.id
        return Line(
            match=match,
            band=self.bands.get(key),
            overall=overall,
            is_target=key == self.target,
            is_own=catalogue().role(key) is None,
        )


def _by_family(
    found: Matches, make: _Maker, passes: Callable[[str], bool]
) -> Iterator[Heading | Line]:
    for family in found.families:
        members: Sequence[RoleMatch] = [one for one in family.matches if passes(one.profile.id)]
        if not members:
            continue
        word = strength_words(family.strength)
        note = translate("roles", "Interests: {word}").format(word=word.lower())
        yield Heading(family_words(family.name), note)
        yield from (make(one) for one in members)


class Haystacks:
    """What each role is found by, put together when somebody searches."""

    def __init__(self, found: Matches, summaries: Mapping[str, str]) -> None:
        self._profiles = {one.profile.id: one.profile for one in found.roles}
        self._summaries = summaries
        self._texts: dict[str, str] = {}

    def says(self, key: str, words: Sequence[str]) -> bool:
        """Say whether a role says all these folded words."""
        if not words:
            return True
        if key not in self._texts:
            summary = self._summaries.get(key, "")
            self._texts[key] = haystack(self._profiles[key], summary)
        return all(_has(self._texts[key], word) for word in words)

    def is_named(self, key: str, words: Sequence[str]) -> bool:
        """Say whether words of the title begin with all these words."""
        title = fold(self._profiles[key].title).split()
        return bool(words) and all(
            any(part.startswith((word, _singular(word))) for part in title) for word in words
        )

    def is_title(self, key: str, words: Sequence[str]) -> bool:
        """Say whether these words are the title."""
        title = fold(self._profiles[key].title).split()
        return len(title) == len(words) and all(
            part in (word, _singular(word)) for part, word in zip(title, words, strict=True)
        )


def by_title(
    rows: Sequence[Heading | Line], haystacks: Haystacks, words: Sequence[str]
) -> list[Heading | Line]:
    """Put first what is called as was searched for, under no heading; the rest stays."""
    named = [one for one in rows if isinstance(one, Line) and haystacks.is_named(one.key, words)]
    if not named:
        return list(rows)
    named.sort(key=lambda one: not haystacks.is_title(one.key, words))
    keys = {one.key for one in named}
    others = [one for one in rows if isinstance(one, Heading) or one.key not in keys]
    has_line = [
        isinstance(one, Line) or isinstance(next(iter(others[at + 1 :]), None), Line)
        for at, one in enumerate(others)
    ]
    rest = [one for one, is_kept in zip(others, has_line, strict=True) if is_kept]
    return [*named, *rest]


def _has(text: str, word: str) -> bool:
    return word in text or _singular(word) in text


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word.endswith("s") else word
