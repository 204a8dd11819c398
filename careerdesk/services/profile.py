"""Whose desk it is: the profile, its links, and the choices that travel with the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.profile import PREFERENCES_ID, PROFILE_ID, Link, Preferences, Profile

if TYPE_CHECKING:
    from careerdesk.storage.desk import Desk


def profile(desk: Desk) -> Profile:
    """Return the profile, blank on a new desk."""
    return desk.find(Profile, id=PROFILE_ID) or Profile()


def save_profile(desk: Desk, changed: Profile) -> None:
    """Store the profile."""
    with desk.change("Edit profile") as tx:
        tx.put(changed)


def links(desk: Desk) -> list[Link]:
    """Return the links of the profile in their order."""
    return sorted(desk.all(Link), key=lambda link: (link.rank, link.label.casefold()))


def preferences(desk: Desk) -> Preferences:
    """Return the choices that travel with the desk, the usual ones on a new desk."""
    return desk.find(Preferences, id=PREFERENCES_ID) or Preferences()


def save_preferences(desk: Desk, changed: Preferences) -> None:
    """Store the choices that travel with the desk."""
    with desk.change("Change settings of the desk") as tx:
        tx.put(changed)
