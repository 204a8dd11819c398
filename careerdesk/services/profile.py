"""Whose desk it is: the profile, its links, and the choices that travel with the desk."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.profile import PREFERENCES_ID, PROFILE_ID, Link, Preferences, Profile
from careerdesk.services.naming import field_words

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk


def profile(desk: Desk) -> Profile:
    """Return the profile, blank on a new desk."""
    return desk.find(Profile, id=PROFILE_ID) or Profile()


def save_profile(desk: Desk, changed: Profile) -> None:
    """Store the profile."""
    with desk.change("Edit profile") as tx:
        tx.put(changed)


def change_profile(desk: Desk, **values: Any) -> Profile:
    """Give fields of the profile other values and return it as it is now.

    Nothing is written, and no step made, if they have these values already.
    """
    before = profile(desk)
    after = replace(before, **values)
    names = [one.name for one in fields(Profile) if _differs(before, after, one.name)]
    if names == ["is_private"]:
        title = f"Make the profile {'private' if after.is_private else 'public'}"
    elif len(names) == 1:
        title = f"Change {field_words(names[0])} of the profile"
    else:
        title = "Edit profile"
    if names:
        with desk.change(title) as tx:
            tx.put(after)
    return after


def links(desk: Desk) -> list[Link]:
    """Return the links of the profile in their order."""
    return sorted(desk.all(Link), key=lambda link: (link.rank, link.label.casefold()))


def preferences(desk: Desk) -> Preferences:
    """Return the choices that travel with the desk, the usual ones on a new desk."""
    return desk.find(Preferences, id=PREFERENCES_ID) or Preferences()


def save_preferences(desk: Desk, changed: Preferences) -> None:
    """Store the choices that travel with the desk; what is as before is no change."""
    before = preferences(desk)
    differing = [one.name for one in fields(Preferences) if _differs(before, changed, one.name)]
    if not differing:
        return
    title = _TITLES.get(differing[0], _ANY) if len(differing) == 1 else _ANY
    with desk.change(title) as tx:
        tx.put(changed)


def _differs(before: object, changed: object, name: str) -> bool:
    return bool(getattr(before, name) != getattr(changed, name))


_ANY: Final = "Change settings of the desk"
_TITLES: Final = {
    "weekly_goal_minutes": "Change weekly goal",
    "currency": "Change currency",
    "first_weekday": "Change first day of the week",
    "paper": "Change paper size",
    "stale_months": "Change when skills are to be reviewed",
}
