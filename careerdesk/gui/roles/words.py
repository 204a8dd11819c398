"""What the page of roles says: figures with their labels, and sentences about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale

from careerdesk.analysis.interests import NoShape, Strength
from careerdesk.catalogue import catalogue
from careerdesk.gui.pages.gap_words import UNKNOWN, percent, percent_range, weight_words
from careerdesk.gui.text import to_translate, translate
from careerdesk.gui.words import level_words

__all__ = [
    "UNKNOWN",
    "band_words",
    "coverage_words",
    "family_words",
    "known_share",
    "least_words",
    "needed_words",
    "no_shape_words",
    "percent",
    "points",
    "strength_words",
    "tenths",
    "weight_words",
]

if TYPE_CHECKING:
    from fractions import Fraction

    from careerdesk.analysis.coverage import Coverage
    from careerdesk.analysis.error_band import Band
    from careerdesk.domain.catalogue import Weight
    from careerdesk.domain.skills import Level

_STRENGTHS: Final = {
    Strength.STRONG: to_translate("roles", "Strong"),
    Strength.MODERATE: to_translate("roles", "Moderate"),
    Strength.WEAK: to_translate("roles", "Weak"),
    Strength.LITTLE: to_translate("roles", "Little or none"),
}
_NO_SHAPE: Final = {
    NoShape.MANY_SKIPPED: to_translate(
        "roles", "Unknown: more than 9 of the 36 statements were skipped."
    ),
    NoShape.UNKNOWN_TYPE: to_translate(
        "roles", "Unknown: of one kind of activity fewer than 4 statements were answered."
    ),
    NoShape.FLAT: to_translate(
        "roles", "Unknown: your answers are nearly the same for all kinds of activities."
    ),
}


def needed_words(level: Level, weight: Weight) -> str:
    """Return what is asked of one skill, such as "4 Advanced · Essential"."""
    return f"{int(level)} {level_words(level)} · {weight_words(weight)}"


def strength_words(strength: Strength | None) -> str:
    """Return how strongly interests match; one that is not known is a question mark."""
    return UNKNOWN if strength is None else translate("roles", _STRENGTHS[strength])


def no_shape_words(reason: NoShape) -> str:
    """Return why a person's interests can be compared with no role."""
    return translate("roles", _NO_SHAPE[reason])


def band_words(band: Band) -> str:
    """Return where a coverage may lie, such as "70-84 %"."""
    return percent_range(band.low, band.high)


def coverage_words(covered: Coverage) -> str:
    """Return a coverage as rated; with unknown skills a range, and "?" if all are unknown."""
    if not covered.unknown:
        return percent(covered.value)
    if len(covered.unknown) == len(covered.shares):
        return UNKNOWN
    return percent_range(covered.low, covered.high)


def known_share(covered: Coverage) -> float | None:
    """Return a coverage as a number; None if none of its skills is rated."""
    is_unknown = len(covered.unknown) == len(covered.shares)
    return None if is_unknown else float(covered.value)


def least_words(covered: Coverage) -> str:
    """Return the same where there is little room: with unknown skills as "≥ 43 %"."""
    if not covered.unknown or len(covered.unknown) == len(covered.shares):
        return coverage_words(covered)
    return translate("roles", "≥ {share}").format(share=percent(covered.low))


def tenths(count: int) -> str:
    """Return tenths of a point of 100 as a number with one decimal."""
    return QLocale().toString(count / 10, "f", 1)


def points(part: Fraction | float) -> str:
    """Return a share as points of 100."""
    return QLocale().toString(round(float(part) * 100))


def family_words(family: str) -> str:
    """Return what a family is called; one of the user's own stays as it is."""
    if not family:
        return translate("roles", "Without a family")
    known = catalogue().family(family)
    return known.name if known else family
