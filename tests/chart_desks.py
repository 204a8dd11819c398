"""Desks to draw: a rich one, made up by a seeded generator, and helpers to read a figure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.learning import Certificate, StudySession
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    MixTarget,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.records import Records
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from careerdesk.charts.view import ChartView
    from careerdesk.palette import Palette

P = TypeVar("P")
TODAY = date(2026, 11, 23)

GROUPS = {
    "Data and models": ("Python", "PyTorch", "Model evaluation", "Feature pipelines", "MLOps"),
    "Product discovery": ("Problem framing", "Customer interviews", "Surveys", "Jobs to be done"),
    "Product strategy": ("Roadmapping", "Pricing", "Business case", "Outcome goals"),
    "Delivery": ("Requirements", "Backlog", "Launch and iteration", "Experiment design"),
    "Design": ("Wireframes", "Prototyping", "Usability testing"),
    "Communication": ("Writing", "Presenting", "Influence without authority", "Workshops"),
    "Analytics": ("SQL", "Metrics", "A/B testing"),
    "Responsible AI": ("Risk assessment", "Model cards"),
    "Law and compliance": ("AI Act", "Data protection"),
}


def rich_records(seed: int = 7, *, years: float = 1.5) -> Records:
    """Make up a desk with something for every chart."""
    dice = random.Random(seed)
    days = int(years * 365)
    sessions = [
        StudySession.new(day, dice.choice((20, 30, 45, 60, 75, 90, 120, 150)))
        for back in range(days)
        if dice.random() < 0.32 + 0.2 * (1 - back / days)
        and (day := TODAY - timedelta(days=back)).weekday() != 4
    ]
    groups, skills, ratings = [], [], []
    for rank, (name, names) in enumerate(GROUPS.items()):
        group = SkillGroup.new(name, rank=rank)
        groups.append(group)
        for skill_name in names:
            skill = Skill.new(skill_name, group_id=group.id)
            skills.append(skill)
            if rank == 8 or dice.random() < 0.1:
                continue
            level = 3 if rank == 0 else dice.randint(0, 2)
            for back in (500, 360, 200, 60):
                on = TODAY - timedelta(days=back + dice.randint(-40, 40) + 40 * (rank == 6))
                ratings.append(Rating.new(skill.id, on, Level(level)))
                level = min(5, level + dice.choice((0, 1, 1)))
    role, needs = a_role(skills)
    evidence = [
        Evidence.new(skill.id, f"Work on {skill.name}", kind, tier, PartialDate.of(on))
        for place, skill in enumerate(skills[::2])
        for kind, tier in [_PIECES[place % len(_PIECES)]]
        for on in [TODAY - timedelta(days=min(30 * place + 8, days))]
    ]
    functions = ["technical"] * 7 + ["product"] * 4 + ["business"] * 2 + ["", ""]
    contacts = [
        Contact(id=Contact.new("x").id, name=f"P{n}", function=f) for n, f in enumerate(functions)
    ]
    conversations, participants = [], []
    for _ in range(38):
        on = TODAY - timedelta(days=int(dice.triangular(0, days, 40)))
        conversation = Conversation.new(on, ConversationKind.COFFEE, dice.choice((30, 45, None)))
        conversations.append(conversation)
        participants.append(Participant.new(conversation.id, dice.choice(contacts).id))
    return Records(
        study_sessions=tuple(sessions),
        skill_groups=tuple(groups),
        skills=tuple(skills),
        ratings=tuple(ratings),
        evidence=tuple(evidence),
        roles=(role,),
        role_skills=needs,
        targets=(Target.new(TODAY, role_id=role.id),),
        contacts=tuple(contacts),
        conversations=tuple(conversations),
        participants=tuple(participants),
        mix_targets=tuple(
            MixTarget.new(name, weight)
            for name, weight in (("technical", 2), ("product", 4), ("design", 2), ("business", 2))
        ),
        certificates=(
            certificate("Cloud practitioner", "2023-12-05", "2026-12-05"),
            certificate(
                "Certified Scrum Product Owner with a rather long official name",
                "2026-02",
                "2028-02",
            ),
            certificate("Deep learning specialisation", "2021", None),
            certificate("Machine learning engineer, professional", "2022-06-14", "2024-06-14"),
            certificate("Usability foundation", "2025-03", None),
            certificate("First aid", None, "2027"),
        ),
    )


_PIECES = (
    (EvidenceKind.PROJECT, EvidenceTier.ARTEFACT),
    (EvidenceKind.COURSE, EvidenceTier.DESCRIBED),
    (EvidenceKind.CERTIFICATE, EvidenceTier.ASSESSED),
)


def a_role(skills: Sequence[Skill]) -> tuple[Role, tuple[RoleSkill, ...]]:
    """Make up a role that needs these skills, each at another level and weight than the next."""
    role = Role.new("Product manager for AI")
    needs = (
        RoleSkill.new(role.id, one.key, one.name, Level(place % 5 + 1), place % 3 + 1)
        for place, one in enumerate(skills)
    )
    return role, tuple(needs)


def certificate(title: str, issued: str | None, expires: str | None) -> Certificate:
    return Certificate(
        id=Certificate.new(title).id,
        title=title,
        issued=PartialDate(issued) if issued else None,
        expires=PartialDate(expires) if expires else None,
    )


def drawn(view: ChartView, palette: Palette) -> Figure:
    """Draw a view into a figure of its size and finish it, as a file or canvas would."""
    from careerdesk.charts.style import new_figure

    figure = new_figure(view.size)
    view.draw(figure, palette)
    figure.draw_without_rendering()
    return figure


def parts_of(figure: Figure, kind: type[P]) -> list[P]:
    """Return what of a figure is of a class of matplotlib, in the order in which it was drawn."""
    return [one for one in figure.artists if isinstance(one, kind)]


def letters_of(figure: Figure) -> list[Text]:
    """Return every text of a figure, with its place and size."""
    from matplotlib.text import Text

    return parts_of(figure, Text)


def texts_of(figure: Figure) -> list[str]:
    """Return what every text of a figure says."""
    return [text.get_text() for text in letters_of(figure)]


def boxes_of(figure: Figure, color: str) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, width and height in points of every box filled with a colour."""
    from matplotlib.collections import PathCollection
    from matplotlib.colors import to_hex

    found = []
    for collection in parts_of(figure, PathCollection):
        colors = np.asarray(collection.get_facecolor())
        if len(colors):
            for place, path in enumerate(collection.get_paths()):
                if to_hex(tuple(colors[place % len(colors)])) == color:
                    box = path.get_extents()
                    found.append((box.x0, box.y0, box.width, box.height))
    return found


@dataclass(frozen=True)
class Stroke:
    """A line of a figure, or its dots, in points."""

    xs: list[float]
    ys: list[float]
    is_dots: bool


def strokes_of(figure: Figure) -> list[Stroke]:
    """Return every line of a figure."""
    from matplotlib.lines import Line2D

    return [
        Stroke(
            np.asarray(line.get_xdata()).tolist(),
            np.asarray(line.get_ydata()).tolist(),
            line.get_marker() == "o",
        )
        for line in parts_of(figure, Line2D)
    ]
