"""Sentences about how one role matches; none of them promises anything."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from careerdesk.analysis.interests import strength_of
from careerdesk.catalogue import catalogue
from careerdesk.gui.roles.words import (
    UNKNOWN,
    band_words,
    coverage_words,
    no_shape_words,
    percent,
    strength_words,
    tenths,
)
from careerdesk.gui.text import to_translate, translate
from careerdesk.gui.words import choice_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from careerdesk.analysis.coverage import Share
    from careerdesk.analysis.goals import GoalMatch, GoalShare
    from careerdesk.analysis.interests import InterestMatch, InterestProfile
    from careerdesk.domain.catalogue import InterestType
    from careerdesk.services.matches import Matches
    from careerdesk.services.role_view import RoleView

_SPEAKS: Final = 0.05  # a type that adds less to a correlation is not worth naming


def coverage_sentence(view: RoleView) -> str:
    """Return the coverage with how far it may be off, such as "82 % as rated; 70-84 % …"."""
    covered = view.match.coverage
    if covered is None or view.band is None:
        return translate("roles", "Unknown: the role names no skills.")
    if len(covered.unknown) == len(covered.shares):
        return translate("roles", "Unknown: none of the skills it asks for is rated.")
    return translate("roles", "{share} as rated; {band} allowing for unsupported ratings.").format(
        share=coverage_words(covered), band=band_words(view.band)
    )


def chance_words(view: RoleView) -> str:
    """Return how often a role is among the first three if ratings are taken as uncertain."""
    covered = view.match.coverage
    if view.band is None or covered is None or len(covered.unknown) == len(covered.shares):
        return ""
    words = translate("roles", "Among the first three by coverage in {share} of such draws.")
    return words.format(share=percent(view.band.chance_of_first_three))


def levels_words(share: Share) -> str:
    """Return the level there is and the one asked for, such as "2 → 4"."""
    now = UNKNOWN if share.level is None else str(int(share.level))
    return translate("roles", "{now} → {needed}").format(
        now=now, needed=int(share.requirement.level)
    )


def shortfall_words(view: RoleView) -> str:
    """Return what the reasons come to: exactly what is missing from 100."""
    words = translate("roles", "Together, which leaves {covered} of 100")
    return words.format(covered=tenths(view.covered))


def interest_sentences(view: RoleView, found: Matches) -> list[str]:
    """Return what the word for interests means, or why there is none; then its reasons."""
    if found.interests is None:
        return [translate("roles", "Unknown: you have not been asked about interests yet.")]
    if found.interests.no_shape is not None:
        return [no_shape_words(found.interests.no_shape)]
    interest = view.match.interest
    if interest is None:
        return [translate("roles", "Unknown: there are no figures of interests for this role.")]
    meaning = translate("roles", "How what you like to do matches what people in such roles do.")
    return [meaning, *_reasons(interest, found.interests)]


def _reasons(interest: InterestMatch, profile: InterestProfile) -> list[str]:
    """Say in which types person and role lie on the same side of their own means, in which not."""
    scores = {kind: score for kind, score in profile.scores.items() if score is not None}
    mean = fmean(scores.values())
    by_size = sorted(interest.contributions.items(), key=lambda one: -abs(one[1]))
    groups: dict[tuple[bool, bool], list[InterestType]] = {}
    for kind, part in by_size:
        if abs(part) >= _SPEAKS:
            is_high = scores[kind] > mean
            groups.setdefault((part > 0, is_high), []).append(kind)
    said = [
        translate("roles", _LEANS[lean]).format(types=_named(groups[lean]))
        for lean in _LEANS
        if lean in groups
    ]
    low, high = (strength_words(strength_of(one)) for one in (interest.low, interest.high))
    if low != high:
        words = translate(
            "roles", "With other statements of the same kind it might read {low} to {high}."
        )
        said.append(words.format(low=low.lower(), high=high.lower()))
    return said


# By whether person and role lie on the same side, and whether the person's is the high one.
_LEANS: Final = {
    (True, True): to_translate("roles", "You and people in such roles lean towards {types}."),
    (True, False): to_translate("roles", "You and people in such roles lean away from {types}."),
    (False, True): to_translate("roles", "You lean towards {types}, and they do not."),
    (False, False): to_translate("roles", "They lean towards {types}, and you do not."),
}


def _named(kinds: Iterable[InterestType]) -> str:
    names = {one.type: one.name for one in catalogue().instrument.interests.types}
    return QLocale().createSeparatedList([names[one] for one in kinds])


def goal_reasons(goals: GoalMatch) -> list[tuple[str, str]]:
    """Return the two goals that speak most for a role and the two that speak most against it."""
    plus = [(_goal_words(one), f"+{_points(one.met)}") for one in goals.plus]
    minus = [(_goal_words(one), f"\u2212{_points(one.missed)}") for one in goals.minus]
    return [*plus, *minus]


def _goal_words(share: GoalShare) -> str:
    words = translate("roles", "{goal}: you want {wanted} of 5, the role offers {offered}")
    return words.format(goal=choice_words(share.goal), wanted=share.wanted, offered=share.offered)


def _points(part: Fraction) -> str:
    return tenths(round(part * 1000))
