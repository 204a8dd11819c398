"""A desk with something in every section, and ways to read a finished portfolio."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from making import an_attachment
from pypdf import PdfReader

from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.experience import Education, Pay, PayId, Position
from careerdesk.domain.learning import (
    Certificate,
    LearningItem,
    LearningKind,
    LearningStatus,
    StudySession,
)
from careerdesk.domain.network import (
    Contact,
    Conversation,
    ConversationKind,
    FollowUp,
    Participant,
)
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, Profile
from careerdesk.domain.records import Records
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.portfolio.document import Portfolio, PortfolioOptions, build_portfolio

if TYPE_CHECKING:
    from pypdf import PageObject

TODAY: Final = date(2026, 11, 23)


def built(records: Records, *, today: date = TODAY, **options: Any) -> Portfolio:
    """The portfolio of a desk without attachments."""
    return build_portfolio(
        records, today=today, options=PortfolioOptions(**options), content=lambda _sha: b""
    )


def reader(portfolio: Portfolio) -> PdfReader:
    return PdfReader(io.BytesIO(portfolio.pdf), strict=True)


def page_texts(portfolio: Portfolio) -> list[str]:
    """The text of each page as a reader would copy it, on one line."""
    return [words(page.extract_text()) for page in reader(portfolio).pages]


def all_text(portfolio: Portfolio) -> str:
    return " ".join(page_texts(portfolio))


def words(text: str) -> str:
    return " ".join(text.split())


def operators(page: PageObject) -> str:
    """What is drawn on a page, in the language of PDF."""
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def link_targets(portfolio: Portfolio) -> list[str]:
    """The web addresses that can be clicked."""
    return [
        str(entry["/A"]["/URI"])
        for page in reader(portfolio).pages
        for entry in (reference.get_object() for reference in page.get("/Annots", ()))
        if "/A" in entry
    ]


def figure_alternatives(portfolio: Portfolio) -> list[str]:
    """What is read in place of the pictures."""
    found = re.findall(rb"/S /Figure .*?/Alt (\(.*?\)) /A", portfolio.pdf)
    return [text[1:-1].decode("latin-1").replace("\\(", "(").replace("\\)", ")") for text in found]


def rich_records() -> Records:
    """An engineer on the way to product work, public but for what is marked private."""
    groups = (SkillGroup.new("Engineering"), SkillGroup.new("Product", rank=1))
    python, testing, discovery, roadmaps = (
        replace(Skill.new("Python", group_id=groups[0].id), last_used=PartialDate("2026-03")),
        Skill.new("Testing", group_id=groups[0].id),
        Skill.new("Discovery", group_id=groups[1].id),
        Skill.new("Roadmaps", group_id=groups[1].id),
    )
    interviews = Skill.new("Interviews", group_id=groups[1].id, parent_id=discovery.id)
    book = replace(
        LearningItem.new("Inspired", LearningKind.BOOK),
        provider="Marty Cagan",
        status=LearningStatus.DONE,
        planned_minutes=12 * 60,
        finished=PartialDate("2026-05-10"),
        url="https://example.org/inspired",
    )
    course = replace(
        LearningItem.new("Product analytics"),
        provider="Example School",
        status=LearningStatus.ACTIVE,
        planned_minutes=40 * 60,
    )
    people = tuple(
        replace(Contact.new(f"Contact{number} Canary"), function=function)
        for number, function in enumerate(("product", "product", "design", "technical"))
    )
    talks = tuple(
        Conversation.new(TODAY - timedelta(days=20 * number), kind, 30)
        for number, kind in enumerate((ConversationKind.COFFEE, ConversationKind.CALL) * 3)
    )
    role = Role.new("Product lead")
    return Records(
        roles=(role,),
        role_skills=tuple(
            RoleSkill.new(role.id, one.key, one.name, level, 3)
            for one, level in zip(
                (discovery, roadmaps, python),
                (Level.LEADING, Level.ADVANCED, Level.AWARE),
                strict=True,
            )
        ),
        targets=(Target.new(date(2026, 1, 1), role_id=role.id),),
        evidence=(
            Evidence.new(
                discovery.id,
                "Notes of eight interviews",
                EvidenceKind.FILE,
                EvidenceTier.ARTEFACT,
                PartialDate("2026-09-20"),
            ),
        ),
        actions=(
            replace(
                Action.new(discovery.id, "Two more interviews", ActionKind.PRACTICE),
                due=date(2026, 12, 4),
            ),
            replace(Action.new(discovery.id, "Read a book", ActionKind.RESOURCE), done_on=TODAY),
        ),
        profile=Profile(
            name="Ana Kowalska",
            headline="From building models to choosing the right ones",
            statement="I made models accurate.\n\nI want to decide which ones are worth it.",
            location="Gda\u0144sk",
        ),
        links=(Link.new("Work samples", "https://example.org/ana"),),
        skill_groups=groups,
        skills=(python, testing, discovery, roadmaps, interviews),
        ratings=(
            Rating.new(python.id, date(2025, 1, 5), Level.ADVANCED),
            Rating.new(python.id, date(2026, 3, 1), Level.LEADING),
            Rating.new(discovery.id, date(2026, 9, 1), Level.INDEPENDENT),
            Rating.new(interviews.id, date(2026, 9, 1), Level.ASSISTED),
            Rating.new(roadmaps.id, date(2026, 9, 1), None),
        ),
        positions=(
            replace(
                Position.new("Data analyst", "Early Ltd"),
                started=PartialDate("2017"),
                ended=PartialDate("2019-03"),
            ),
            replace(
                Position.new("ML engineer", "Later Ltd"),
                started=PartialDate("2019-04"),
                description="Built the ranking.\n- halved the cost\n- doubled the speed",
            ),
        ),
        education=(replace(Education.new("University of Examples", "MSc Statistics"), ended=None),),
        learning_items=(book, course),
        study_sessions=tuple(
            StudySession.new(TODAY - timedelta(days=5 * number), 90, learning_item_id=item.id)
            for number in range(40)
            for item in (book, course)[number % 2 :][:1]
        ),
        certificates=(
            replace(
                Certificate.new("Scrum Product Owner", "Scrum Body"),
                issued=PartialDate("2025-02"),
                expires=PartialDate("2027-02-28"),
                credential_id="SPO-1",
                url="https://example.org/spo-1",
            ),
            replace(
                Certificate.new("Cloud Architect", "Cloud Body"),
                issued=PartialDate("2021"),
                expires=PartialDate("2024"),
            ),
        ),
        contacts=people,
        conversations=talks,
        participants=tuple(
            Participant.new(talk.id, people[number % 4].id) for number, talk in enumerate(talks)
        ),
    )


def records_with_secrets() -> tuple[Records, list[str]]:
    """A desk with a word of its own in every place that is private, and these words."""
    open_desk = rich_records()
    item, skill = open_desk.learning_items[0], open_desk.skills[0]
    secrets: list[str] = []

    def secret() -> str:
        secrets.append(f"Secret{len(secrets):02}")
        return secrets[-1]

    profile = replace(
        open_desk.profile,
        email=f"{secret()}@example.org",
        phone=secret(),
        address=secret(),
    )
    contact = replace(open_desk.contacts[0], how_met=secret(), note=secret(), email="a@b.c")
    hidden_skill = replace(Skill.new(secret()), is_private=True)
    hidden_item = replace(LearningItem.new(secret()), is_private=True)
    position = replace(Position.new(secret(), secret()), is_private=True)
    pay = Pay(
        id=PayId(position.id),
        position_id=open_desk.positions[0].id,
        currency="EUR",
        base_minor=60_000_00,
        note=secret(),
    )
    records = replace(
        open_desk,
        profile=profile,
        links=(
            *open_desk.links,
            replace(Link.new(secret(), "https://example.com/x"), is_private=True),
        ),
        skills=(replace(skill, note=secret()), *open_desk.skills[1:], hidden_skill),
        ratings=(*open_desk.ratings, Rating.new(hidden_skill.id, TODAY, Level.AWARE)),
        positions=(
            replace(open_desk.positions[0], note=secret()),
            *open_desk.positions[1:],
            position,
        ),
        pay=(pay,),
        education=(replace(open_desk.education[0], note=secret()),),
        learning_items=(
            replace(item, note=secret(), cost_minor=4711_99, currency="EUR"),
            *open_desk.learning_items[1:],
            hidden_item,
        ),
        study_sessions=(
            replace(open_desk.study_sessions[0], note=secret()),
            *open_desk.study_sessions[1:],
        ),
        certificates=(
            replace(open_desk.certificates[0], note=secret()),
            *open_desk.certificates[1:],
            replace(Certificate.new(secret()), is_private=True),
        ),
        contacts=(contact, *open_desk.contacts[1:]),
        conversations=(
            replace(open_desk.conversations[0], note=secret()),
            *open_desk.conversations[1:],
        ),
        follow_ups=(replace(FollowUp.new(secret(), TODAY), note=secret()),),
        attachments=(an_attachment(content=b"scan", skill_id=skill.id),),
    )
    return records, [*secrets, *(contact.name for contact in records.contacts), "4,711.99"]
