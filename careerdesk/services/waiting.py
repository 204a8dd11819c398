"""How much waits on the pages of a desk: what the sidebar counts, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from careerdesk.analysis.certificates import certificate_standings
from careerdesk.analysis.follow_ups import days_over
from careerdesk.domain.learning import Certificate
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.roles import Target

if TYPE_CHECKING:
    from datetime import date

    from careerdesk.domain.touched import Touched
    from careerdesk.storage.desk import Desk

# Nearer than on Home, which lists them: a number beside a page asks for something to be done.
EXPIRING_DAYS: Final = 30
_PEOPLE: Final = frozenset({"contact", "conversation", "participant"})
_LEARNING: Final = frozenset({"certificate"})
_FOLLOW_UPS: Final = frozenset({"follow_up"})
_GAPS: Final = frozenset({"target", "role", "role_skill", "skill", "rating", "action"})


class WaitingCounter:
    """Counts what waits on a desk, again only what a change has touched."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._day: date | None = None
        self._people: int | None = None
        self._follow_ups: int | None = None
        self._certificates: int | None = None
        self._gaps: int | None = None

    def forget(self, touched: Touched) -> None:
        """Drop what a change has touched."""
        if touched.concerns(_PEOPLE):
            self._people = None
        if touched.concerns(_FOLLOW_UPS):
            self._follow_ups = None
        if touched.concerns(_LEARNING):
            self._certificates = None
        if touched.concerns(_GAPS):
            self._gaps = None

    def count(self, today: date) -> dict[str, int]:
        """Return how much waits on each page where something does, by the key of the page.

        On Network wait people to write to and follow-ups due by today, on Learning certificates
        that expire within 30 days, on Gap open gaps for which nothing is planned. What has expired
        waits no more: nothing can be done about it.
        """
        if today != self._day:
            self._day = today
            self._people = self._follow_ups = self._certificates = self._gaps = None
        if self._people is None:
            self._people = self._quiet_people(today)
        if self._follow_ups is None:
            self._follow_ups = len(self._desk.overview.open_follow_ups(today.isoformat()))
        if self._certificates is None:
            self._certificates = self._expiring(today)
        if self._gaps is None:
            self._gaps = self._unplanned(today)
        found = {
            "gap": self._gaps,
            "network": self._people + self._follow_ups,
            "learning": self._certificates,
        }
        return {key: count for key, count in found.items() if count}

    def _quiet_people(self, today: date) -> int:
        quiet = 0
        for _, _, _, cadence, met, last in self._desk.overview.people_with_cadence(
            today.isoformat()
        ):
            spoken = today.fromisoformat(last) if last else None
            over = days_over(cadence, spoken, PartialDate(met) if met else None, today=today)
            quiet += over is None or over >= 0
        return quiet

    def _unplanned(self, today: date) -> int:
        if self._desk.find(Target, is_current=True) is None:
            return 0
        # Loaded with the catalogue, which takes longer than all other counts.
        from careerdesk.services.gap_list import gaps_without_action

        return gaps_without_action(self._desk, today)

    def _expiring(self, today: date) -> int:
        soon = min(EXPIRING_DAYS, (today.max - today).days)
        return sum(
            standing.expires_on is not None
            and today <= standing.expires_on <= today + timedelta(days=soon)
            for standing in certificate_standings(self._desk.all(Certificate), today=today)
        )
