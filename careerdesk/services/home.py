"""What the first page answers: how this week goes, what waits, and what has been done this year.

Everything is read in one pass and handed over as plain values; the page only words them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from careerdesk.analysis.activity import ActivityYear, activity_year
from careerdesk.analysis.certificates import CertificateState, certificate_standings
from careerdesk.analysis.follow_ups import due_follow_ups, quiet_contacts
from careerdesk.analysis.network_mix import NetworkMix, network_mix
from careerdesk.analysis.skill_levels import GroupLevel, group_levels
from careerdesk.analysis.study_time import WeekTime, minutes_by_week, week_streak
from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.network import Contact, Conversation, FollowUp, MixTarget, Participant
from careerdesk.domain.profile import Preferences, Profile
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.analysis.follow_ups import QuietContact
    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

R = TypeVar("R")

WEEKS_SHOWN: Final = 12
SOON_DAYS: Final = 14  # a follow-up further away than this does not wait yet


@dataclass(frozen=True, slots=True, kw_only=True)
class ThisWeek:
    """Learning time of this week and of the weeks before it, oldest first, at most twelve.

    ``streak`` counts the weeks in a row with at least one session; no goal is None.
    """

    minutes: int
    goal_minutes: int | None
    streak: int
    weeks: tuple[WeekTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietPerson:
    """Somebody to write to. ``silent_days`` is None if they have never been spoken to.

    ``days_over`` is how long their cadence has passed, None if nothing is known to count from.
    """

    name: str
    organization: str
    cadence_days: int
    silent_days: int | None
    days_over: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something with a day: a follow-up, or a certificate that expires.

    ``days_left`` is negative once the day has passed. ``person`` may be empty.
    """

    title: str
    day: date
    days_left: int
    person: str
    is_certificate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSummary:
    """All that the first page shows."""

    owner: str
    is_fictional: bool
    week: ThisWeek
    year: ActivityYear
    first_weekday: int
    quiet: tuple[QuietPerson, ...]
    has_cadences: bool
    waiting: tuple[Waiting, ...]
    has_dates: bool
    groups: tuple[GroupLevel, ...]
    skills: int
    mix: NetworkMix


class HomeReader:
    """Reads a desk for its first page, again only what a change has touched."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[type[Any], list[Any]] = {}

    def forget(self, touched: Touched | None) -> None:
        """Drop what a change has touched; None is everything."""
        for name in KINDS if touched is None else touched.tables:
            self._kept.pop(KINDS[name], None)

    def summary(self, today: date) -> HomeSummary:
        """Return all that the first page shows on a day."""
        profile = next(iter(self._all(Profile)), Profile())
        preferences = next(iter(self._all(Preferences)), Preferences())
        sessions, contacts = self._all(StudySession), self._all(Contact)
        skills, follow_ups = self._all(Skill), self._all(FollowUp)
        certificates = self._all(Certificate)
        quiet = quiet_contacts(
            contacts, self._all(Conversation), self._all(Participant), today=today
        )
        return HomeSummary(
            owner=profile.name,
            is_fictional=preferences.is_fictional,
            week=_this_week(sessions, preferences, today),
            year=activity_year(sessions, today=today),
            first_weekday=preferences.first_weekday,
            quiet=tuple(_quiet_person(item, today) for item in quiet),
            has_cadences=any(contact.cadence_days is not None for contact in contacts),
            waiting=_waiting(follow_ups, certificates, contacts, today),
            has_dates=bool(follow_ups) or any(item.expires is not None for item in certificates),
            groups=group_levels(self._all(SkillGroup), skills, self._all(Rating), today=today),
            skills=len(skills),
            mix=network_mix(contacts, self._all(MixTarget)),
        )

    def _all(self, kind: type[R]) -> list[R]:
        if kind not in self._kept:
            self._kept[kind] = self._desk.all(kind)
        return self._kept[kind]


def _this_week(sessions: Sequence[StudySession], preferences: Preferences, today: date) -> ThisWeek:
    weeks = minutes_by_week(sessions, today=today, first_weekday=preferences.first_weekday)
    return ThisWeek(
        minutes=weeks[-1].minutes if weeks else 0,
        goal_minutes=preferences.weekly_goal_minutes,
        streak=week_streak(weeks),
        weeks=weeks[-WEEKS_SHOWN:],
    )


def _quiet_person(item: QuietContact, today: date) -> QuietPerson:
    return QuietPerson(
        name=item.contact.name,
        organization=item.contact.organization,
        cadence_days=item.contact.cadence_days or 0,
        silent_days=(today - item.last).days if item.last else None,
        days_over=item.days_over,
    )


def _waiting(
    follow_ups: Sequence[FollowUp],
    certificates: Sequence[Certificate],
    contacts: Sequence[Contact],
    today: date,
) -> tuple[Waiting, ...]:
    names = {contact.id: contact.name for contact in contacts}
    found = [
        Waiting(
            title=due.follow_up.title,
            day=due.follow_up.due,
            days_left=-due.days_late,
            person=names.get(due.follow_up.contact_id, "") if due.follow_up.contact_id else "",
            is_certificate=False,
        )
        for due in due_follow_ups(follow_ups, today=today, within_days=SOON_DAYS)
    ]
    for standing in certificate_standings(certificates, today=today):
        if standing.state is CertificateState.EXPIRING and standing.days_left is not None:
            found.append(
                Waiting(
                    title=standing.certificate.title,
                    day=today + timedelta(days=standing.days_left),
                    days_left=standing.days_left,
                    person="",
                    is_certificate=True,
                )
            )
    return tuple(sorted(found, key=lambda item: (item.days_left, item.title.casefold())))
