"""What the user chooses about a portfolio, and what the sections are made from."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careerdesk.charts.view import ChartView
from careerdesk.domain.portfolio import UNTICKED, Section, in_order
from careerdesk.domain.records import Records
from careerdesk.portfolio.sheet import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioOptions:
    """Choices for one document.

    ``include_private`` prints everything on the desk: private records, notes, pay, contact
    details and the names of contacts. ``sections`` are printed in the order given. ``hidden`` are
    the ids of records that are left out with what hangs on them, private or not.
    """

    paper: Paper = Paper.A4
    include_private: bool = False
    sections: tuple[Section, ...] = tuple(one for one in Section if one not in UNTICKED)
    hidden: frozenset[uuid.UUID] = frozenset()

    @classmethod
    def stored(
        cls, records: Records, *, include_private: bool = False, paper: Paper | None = None
    ) -> PortfolioOptions:
        """Return the choices that are kept on a desk; private records are asked for each time."""
        return cls(
            paper=paper or Paper(records.preferences.paper.value),
            include_private=include_private,
            sections=tuple(
                one.section for one in in_order(records.portfolio_sections) if one.is_shown
            ),
            hidden=frozenset(one.record_id for one in records.portfolio_hidden),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a section is made from: ``records`` hold only what this document may show.

    ``charts`` are those with something to show, by the section they belong to.
    """

    records: Records
    today: date
    includes_private: bool
    charts: Mapping[Section, tuple[ChartView, ...]]
