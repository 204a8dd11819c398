"""Choosing what the portfolio shows: sections, their order, single records, and the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from careerdesk.domain.experience import Education, Position
from careerdesk.domain.learning import Certificate, LearningItem
from careerdesk.domain.portfolio import PortfolioHidden, PortfolioSection, Section, in_order
from careerdesk.domain.profile import Link, PaperSize
from careerdesk.domain.records import TABLE_OF
from careerdesk.domain.skills import Skill
from careerdesk.services.naming import called
from careerdesk.services.profile import preferences
from careerdesk.words import PAPERS, SECTIONS, counted_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.storage.desk import Desk

# The kinds of which single records can be left out, and the field that names one.
FIELD_OF: Final[dict[type[Any], str]] = {
    Link: "link_id",
    Skill: "skill_id",
    Position: "position_id",
    Education: "education_id",
    LearningItem: "learning_item_id",
    Certificate: "certificate_id",
}


def show_section(desk: Desk, section: Section, is_shown: bool) -> None:
    """Print a section or leave it out."""
    name = SECTIONS[section]
    title = f"Show {name} in the portfolio" if is_shown else f"Leave {name} out of the portfolio"
    _store(
        desk,
        title,
        [
            replace(one, is_shown=is_shown) if one.section is section else one
            for one in in_order(desk.all(PortfolioSection))
        ],
    )


def move_section(desk: Desk, section: Section, place: int) -> None:
    """Put a section at a place among the others, counted from 0."""
    order = list(in_order(desk.all(PortfolioSection)))
    at = next(index for index, one in enumerate(order) if one.section is section)
    order.insert(place, order.pop(at))
    _store(desk, f"Move {SECTIONS[section]} in the portfolio", order)


def _store(desk: Desk, title: str, order: Sequence[PortfolioSection]) -> None:
    """Store what differs, with ranks as the order has them; no step if nothing does."""
    ranked = [replace(one, rank=rank) for rank, one in enumerate(order)]
    if [(one.section, one.is_shown) for one in ranked] == [
        (one.section, one.is_shown) for one in in_order(desk.all(PortfolioSection))
    ]:
        return
    with desk.change(title) as tx:
        stored = {one.id: one for one in tx.all(PortfolioSection)}
        tx.remove_many([one for one in stored.values() if one.id not in {r.id for r in ranked}])
        for one in ranked:
            if stored.get(one.id) != one:
                tx.put(one)


def hide(desk: Desk, records: Sequence[Any]) -> int:
    """Leave single records out of the portfolio; return how many were in it before."""
    hidden = {one.record_id for one in desk.all(PortfolioHidden)}
    more = [record for record in records if record.id not in hidden]
    if more:
        with desk.change(f"Leave {_named(more)} out of the portfolio") as tx:
            tx.add_many(PortfolioHidden.new(FIELD_OF[type(one)], one.id) for one in more)
    return len(more)


def show(desk: Desk, records: Sequence[Any]) -> int:
    """Take single records into the portfolio again; return how many were left out before."""
    marks = desk.all(PortfolioHidden)
    hidden = {one.record_id for one in marks}
    back = [record for record in records if record.id in hidden]
    if back:
        ids = {record.id for record in back}
        with desk.change(f"Show {_named(back)} in the portfolio") as tx:
            tx.remove_many([one for one in marks if one.record_id in ids])
    return len(back)


def choose_paper(desk: Desk, paper: PaperSize) -> None:
    """Print the portfolio on paper of this size from now on."""
    before = preferences(desk)
    if before.paper is not paper:
        with desk.change(f"Print the portfolio on {PAPERS[paper]}") as tx:
            tx.put(replace(before, paper=paper))


def _named(records: Sequence[Any]) -> str:
    if len(records) == 1:
        return called(records[0])
    kinds = {TABLE_OF[type(one)] for one in records}
    if len(kinds) == 1:
        return counted_kind(len(records), kinds.pop())
    return f"{len(records):,} records"
