"""How certificates stand on a day: valid, about to expire, expired, or without a date to tell.

A date known in part is read in the holder's favour: valid from its first possible day, and
through its last possible day. A certificate is still valid on the day it expires.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from careerdesk.domain.learning import Certificate

if TYPE_CHECKING:
    from collections.abc import Iterable


# Time enough to renew: the widest of the usual warning steps (90, 60, 30 and 7 days).
WARNING_DAYS: Final = 90


class CertificateState(enum.Enum):
    """Where a certificate stands.

    UNDATED has no expiry date: it may have none, or it is not known, so nothing is claimed.
    """

    UNDATED = "undated"
    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class CertificateStanding:
    """A certificate on a day; without expiry ``expires_on`` and ``days_left`` are None.

    ``days_left`` is 0 on the last valid day and negative afterwards. AHEAD is a certificate whose
    issue date has not come yet.
    """

    certificate: Certificate
    state: CertificateState
    expires_on: date | None
    days_left: int | None


def certificate_standing(
    certificate: Certificate, *, today: date, warning_days: int = WARNING_DAYS
) -> CertificateStanding:
    """Return how a certificate stands today."""
    expires_on = certificate.expires.last_day() if certificate.expires else None
    days_left = (expires_on - today).days if expires_on else None
    return CertificateStanding(
        certificate, _state(certificate, today, days_left, warning_days), expires_on, days_left
    )


def certificate_standings(
    certificates: Iterable[Certificate], *, today: date, warning_days: int = WARNING_DAYS
) -> tuple[CertificateStanding, ...]:
    """Return all certificates, the most recently issued first; those of unknown issue come last."""
    standings = (
        certificate_standing(item, today=today, warning_days=warning_days) for item in certificates
    )
    return tuple(sorted(standings, key=_newest_first))


def _state(
    certificate: Certificate, today: date, days_left: int | None, warning_days: int
) -> CertificateState:
    if certificate.issued and certificate.issued.first_day() > today:
        return CertificateState.AHEAD
    if days_left is None:
        return CertificateState.UNDATED
    if days_left > warning_days:
        return CertificateState.VALID
    return CertificateState.EXPIRED if days_left < 0 else CertificateState.EXPIRING


def _newest_first(standing: CertificateStanding) -> tuple[int, str]:
    issued = standing.certificate.issued
    newest = -issued.first_day().toordinal() if issued else 1
    return (newest, standing.certificate.title.casefold())
