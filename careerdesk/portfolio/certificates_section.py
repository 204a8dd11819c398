"""Certificates, newest first, with what is left of their validity in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.analysis.certificates import CertificateState, certificate_standings
from careerdesk.domain.portfolio import Section
from careerdesk.portfolio.charts_placement import charts_of
from careerdesk.portfolio.experience_section import ASIDE, entry, private_note
from careerdesk.portfolio.formats import address_words, moment_words
from careerdesk.portfolio.styles import LINK, QUIET
from careerdesk.portfolio.text import text
from careerdesk.words import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerdesk.analysis.certificates import CertificateStanding
    from careerdesk.portfolio.blocks import Block
    from careerdesk.portfolio.options import Matter


def certificates_story(matter: Matter) -> list[Block]:
    """Return every certificate, newest first, then the charts of this section."""
    story: list[Block] = []
    for standing in certificate_standings(matter.records.certificates, today=matter.today):
        certificate = standing.certificate
        details = list(_details(standing))
        story += entry(
            day(certificate.issued),
            certificate.title,
            certificate.issuer,
            level=3,
            has_more=bool(details),
        )
        story += details
        if matter.includes_private:
            story += private_note(certificate.note)
    return [*story, *charts_of(matter, Section.CERTIFICATES)]


def _details(standing: CertificateStanding) -> Iterator[Block]:
    certificate = standing.certificate
    words = [_validity(standing)]
    if certificate.credential_id.strip():
        words.append(f"Credential {certificate.credential_id}")
    if any(words):
        yield text(" \u00b7 ".join(filter(None, words)), QUIET, indent=ASIDE)
    if certificate.url:
        yield text(address_words(certificate.url), LINK, link=certificate.url, indent=ASIDE)


def _validity(standing: CertificateStanding) -> str:
    expires = standing.certificate.expires
    if expires is None:
        return ""
    if standing.state is CertificateState.EXPIRED:
        return f"Expired {moment_words(expires)}"
    verb = "Valid until" if standing.certificate.issued else "Expires"
    return f"{verb} {day(expires)}"
