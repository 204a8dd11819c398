from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.analysis.certificates import (
    WARNING_DAYS,
    CertificateState,
    certificate_standing,
    certificate_standings,
)
from careerdesk.domain.learning import Certificate
from careerdesk.domain.partial_date import PartialDate

TODAY = date(2026, 11, 23)


def certificate(issued: str | None, expires: str | None, title: str = "Scrum") -> Certificate:
    return replace(
        Certificate.new(title),
        issued=PartialDate(issued) if issued else None,
        expires=PartialDate(expires) if expires else None,
    )


@pytest.mark.parametrize(
    ("issued", "expires", "state", "days_left"),
    [
        ("2024", None, CertificateState.UNDATED, None),
        (None, None, CertificateState.UNDATED, None),
        ("2024", "2027", CertificateState.VALID, 403),
        ("2024", "2026-11", CertificateState.EXPIRING, 7),
        ("2024", "2026", CertificateState.EXPIRING, 38),
        ("2024", "2026-11-23", CertificateState.EXPIRING, 0),
        ("2024", "2026-11-22", CertificateState.EXPIRED, -1),
        (None, "2025", CertificateState.EXPIRED, -327),
        ("2026", None, CertificateState.UNDATED, None),
        ("2027", "2030", CertificateState.AHEAD, 1499),
    ],
)
def test_that_a_partial_date_is_read_in_the_holders_favour(
    issued: str | None, expires: str | None, state: CertificateState, days_left: int | None
) -> None:
    standing = certificate_standing(certificate(issued, expires), today=TODAY)
    assert (standing.state, standing.days_left) == (state, days_left)


@given(st.integers(-500, 500))
def test_that_a_certificate_warns_and_then_expires(days: int) -> None:
    expires = TODAY + timedelta(days=days)
    standing = certificate_standing(certificate(None, expires.isoformat()), today=TODAY)
    assert standing.expires_on == expires
    assert standing.days_left == days
    assert standing.state is (
        CertificateState.EXPIRED
        if days < 0
        else CertificateState.EXPIRING
        if days <= WARNING_DAYS
        else CertificateState.VALID
    )


def test_that_the_newest_comes_first_and_unknown_issue_last() -> None:
    items = [
        certificate(None, None, "c"),
        certificate("2024", None, "b"),
        certificate("2025-03", None, "a"),
    ]
    standings = certificate_standings(items, today=TODAY)
    assert [item.certificate.title for item in standings] == ["a", "b", "c"]
