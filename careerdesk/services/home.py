"""What the first page answers: how this week goes, what waits, and what has been done this year.

Everything is handed over as plain values; the page only words them. What there may be very much
of is counted and chosen by SQLite, so that a desk with 20,000 contacts is shown as soon as any.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from careerdesk.analysis.activity import ActivityYear, activity_year
from careerdesk.analysis.certificates import CertificateState, certificate_standings
from careerdesk.analysis.follow_ups import days_over, longest_first
from careerdesk.analysis.network_mix import NetworkMix, mix_of
from careerdesk.analysis.skill_levels import GroupLevel, group_levels
from careerdesk.analysis.study_time import WeekTime, minutes_by_week, week_streak
from careerdesk.domain.assessment import Attempt
from careerdesk.domain.learning import Certificate
from careerdesk.domain.network import ContactId, MixTarget
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Preferences, Profile
from careerdesk.domain.records import TABLE_OF
from careerdesk.domain.roles import Target
from careerdesk.domain.skills import Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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

    id: ContactId
    name: str
    organization: str
    cadence_days: int
    silent_days: int | None
    days_over: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Something with a day: a follow-up, or a certificate that expires.

    ``days_left`` is negative once the day has passed. ``person`` may be empty; ``person_id`` is
    None then.
    """

    id: uuid.UUID
    title: str
    day: date
    days_left: int
    person: str
    person_id: ContactId | None
    is_certificate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeSummary:
    """All that the first page shows at once; the readiness follows when that stands.

    ``has_target`` says that there is a role aimed at, ``has_assessment`` that one was finished,
    ``has_paused_assessment`` that one waits to be gone on with.
    """

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
    has_target: bool
    has_assessment: bool
    has_paused_assessment: bool


class _Day(NamedTuple):
    """All learning time of one day."""

    on: date
    minutes: int


class HomeReader:
    """Reads a desk for its first page, again only what a change has touched."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[object, tuple[frozenset[str], object]] = {}
        self._day: date | None = None

    def forget(self, touched: Touched | None) -> None:
        """Drop what a change has touched; None is everything."""
        self._kept = {
            key: kept
            for key, kept in self._kept.items()
            if touched is not None and not touched.concerns(kept[0])
        }

    def summary(self, today: date) -> HomeSummary:
        """Return all that the first page shows on a day."""
        if today != self._day:
            self.forget(None)  # what is chosen by SQLite depends on the day
            self._day = today
        profile = next(iter(self._all(Profile)), Profile())
        preferences = next(iter(self._all(Preferences)), Preferences())
        certificates = self._all(Certificate)
        skills = self._all(Skill)
        days, people = self._days(today), self._quiet(today)
        mix = mix_of(self._functions(), self._all(MixTarget))
        return HomeSummary(
            owner=profile.name,
            is_fictional=preferences.is_fictional,
            week=_this_week(days, preferences, today),
            year=activity_year(days, today=today),
            first_weekday=preferences.first_weekday,
            quiet=people[0],
            has_cadences=people[1],
            waiting=_in_order([*self._follow_ups(today), *_expiring(certificates, today)]),
            has_dates=self._has_follow_ups()
            or any(item.expires is not None for item in certificates),
            groups=group_levels(self._all(SkillGroup), skills, self._all(Rating), today=today),
            skills=len(skills),
            mix=mix,
            has_target=any(one.is_current for one in self._all(Target)),
            has_assessment=any(one.finished is not None for one in self._all(Attempt)),
            has_paused_assessment=any(one.finished is None for one in self._all(Attempt)),
        )

    def _all(self, kind: type[R]) -> list[R]:
        return self._keep(kind, {TABLE_OF[kind]}, lambda: self._desk.all(kind))

    def _days(self, today: date) -> list[_Day]:
        def read() -> list[_Day]:
            rows = self._desk.overview.minutes_by_day(today.isoformat())
            return [_Day(date.fromisoformat(on), minutes) for on, minutes in rows]

        return self._keep("days", {"study_session"}, read)

    def _quiet(self, today: date) -> tuple[tuple[QuietPerson, ...], bool]:
        """Return whom to write to, and whether anybody has a cadence at all."""

        def read() -> tuple[tuple[QuietPerson, ...], bool]:
            rows = self._desk.overview.people_with_cadence(today.isoformat())
            found = (_quiet_person(*row, today=today) for row in rows)
            quiet = sorted(
                (person for person in found if person is not None),
                key=lambda person: longest_first(person.days_over, person.name),
            )
            return tuple(quiet), bool(rows)

        return self._keep("quiet", {"contact", "conversation", "participant"}, read)

    def _functions(self) -> dict[str, int]:
        return self._keep(
            "functions", {"contact"}, lambda: dict(self._desk.overview.people_by_function())
        )

    def _follow_ups(self, today: date) -> list[Waiting]:
        def read() -> list[Waiting]:
            until = today + timedelta(days=min(SOON_DAYS, (date.max - today).days))
            rows = self._desk.overview.open_follow_ups(until.isoformat())
            return [_follow_up(*row, today=today) for row in rows]

        return self._keep("follow-ups", {"follow_up", "contact"}, read)

    def _has_follow_ups(self) -> bool:
        return self._keep("any follow-up", {"follow_up"}, self._desk.overview.has_follow_ups)

    def _keep(self, key: object, tables: set[str], read: Callable[[], R]) -> R:
        if key not in self._kept:
            self._kept[key] = (frozenset(tables), read())
        found: R = self._kept[key][1]  # type: ignore[assignment]
        return found


def _this_week(days: Sequence[_Day], preferences: Preferences, today: date) -> ThisWeek:
    weeks = minutes_by_week(days, today=today, first_weekday=preferences.first_weekday)
    return ThisWeek(
        minutes=weeks[-1].minutes if weeks else 0,
        goal_minutes=preferences.weekly_goal_minutes,
        streak=week_streak(weeks),
        weeks=weeks[-WEEKS_SHOWN:],
    )


def _quiet_person(
    key: str, name: str, organization: str, cadence: int, met: str, last: str, *, today: date
) -> QuietPerson | None:
    """Return somebody to write to, or None if their cadence has not passed yet."""
    spoken = date.fromisoformat(last) if last else None
    over = days_over(cadence, spoken, PartialDate(met) if met else None, today=today)
    if over is not None and over < 0:
        return None
    return QuietPerson(
        id=ContactId(uuid.UUID(key)),
        name=name,
        organization=organization,
        cadence_days=cadence,
        silent_days=(today - spoken).days if spoken else None,
        days_over=over,
    )


def _follow_up(
    key: str, title: str, due: str, person_id: str | None, person: str, *, today: date
) -> Waiting:
    day = date.fromisoformat(due)
    return Waiting(
        id=uuid.UUID(key),
        title=title,
        day=day,
        days_left=(day - today).days,
        person=person,
        person_id=ContactId(uuid.UUID(person_id)) if person_id else None,
        is_certificate=False,
    )


def _expiring(certificates: Sequence[Certificate], today: date) -> list[Waiting]:
    return [
        Waiting(
            id=standing.certificate.id,
            title=standing.certificate.title,
            day=standing.expires_on,
            days_left=standing.days_left,
            person="",
            person_id=None,
            is_certificate=True,
        )
        for standing in certificate_standings(certificates, today=today)
        if standing.state is CertificateState.EXPIRING
        and standing.expires_on is not None
        and standing.days_left is not None
    ]


def _in_order(waiting: Sequence[Waiting]) -> tuple[Waiting, ...]:
    return tuple(sorted(waiting, key=lambda item: (item.days_left, item.title.casefold())))
