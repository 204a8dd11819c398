"""What the user chooses about a portfolio, and what the sections are made from."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careerdesk.charts.view import ChartView
from careerdesk.domain.records import Records
from careerdesk.portfolio.sheet import Paper


class Section(enum.Enum):
    """The sections after cover and contents, in their usual order."""

    STATEMENT = "statement"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    LEARNING = "learning"
    CERTIFICATES = "certificates"
    NETWORK = "network"


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioOptions:
    """Choices for one document.

    ``include_private`` prints everything on the desk: private records, notes, pay, contact
    details and the names of contacts. ``sections`` are printed in the order given.
    """

    paper: Paper = Paper.A4
    include_private: bool = False
    sections: tuple[Section, ...] = tuple(Section)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a section is made from: ``records`` hold only what this document may show.

    ``charts`` are those with something to show, by the section they belong to.
    """

    records: Records
    today: date
    includes_private: bool
    charts: Mapping[Section, tuple[ChartView, ...]]
