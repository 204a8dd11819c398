"""What is said about weights: the parts of a figure, and what would change with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from careerdesk.gui.text import translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerdesk.analysis.weighting import Shift
    from careerdesk.services.matches import Matches


def parts_words(points: Sequence[int]) -> str:
    """Return the parts a figure is the sum of, such as "41 + 12 + 18"."""
    return " + ".join(QLocale().toString(point) for point in points)


def title_of(found: Matches, key: str) -> str:
    """Return what a role is called."""
    return next((one.profile.title for one in found.roles if one.profile.id == key), "")


def shift_words(
    shift: Shift, name: str, now: Sequence[str], titles: Mapping[str, str]
) -> tuple[str, str]:
    """Return which weight moves how far, and what that does to the first three places."""
    if shift.points > 0:
        head = translate("roles", "{result} 20 more").format(result=name)
    else:
        head = translate("roles", "{result} 20 less").format(result=name)
    if shift.first == tuple(now):
        return head, translate("roles", "The same three, in the same order.")
    order = ", ".join(titles[key] for key in shift.first)
    if not shift.entered:
        return head, translate("roles", "The same three: {roles}.").format(roles=order)
    entered = QLocale().createSeparatedList([titles[key] for key in shift.entered])
    left = QLocale().createSeparatedList([titles[key] for key in shift.left])
    words = translate("roles", "{entered} in the place of {left}.")
    return head, words.format(entered=entered, left=left)
