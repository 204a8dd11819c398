"""Generated desks for property tests: records of every kind that refer to each other."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from role_strategies import (
    actions_drawn,
    answers_drawn,
    attempts_drawn,
    evidence_drawn,
    role_skills_drawn,
    roles_drawn,
    targets_drawn,
)
from value_strategies import (
    addresses,
    currencies,
    days,
    ids,
    maybe,
    one_of,
    partial_dates,
    several,
    texts,
    truths,
)

from careerdesk.domain import learning, network, skills
from careerdesk.domain.attachments import OWNER_FIELDS, Attachment
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.portfolio import PortfolioHidden, PortfolioSection, Section
from careerdesk.domain.profile import Link, PaperSize, Preferences, Profile
from careerdesk.domain.records import Records

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerdesk.domain.partial_date import PartialDate

    Contents = dict[str, bytes]


@st.composite
def _span(draw: st.DrawFn) -> tuple[PartialDate | None, PartialDate | None]:
    start, end = draw(maybe(partial_dates())), draw(maybe(partial_dates()))
    if start is not None and end is not None and end.last_day() < start.first_day():
        start, end = end, start
    return start, end


@st.composite
def _positions(draw: st.DrawFn) -> Position:
    started, ended = draw(_span())
    return Position(
        id=draw(ids),
        title=draw(texts(1)),
        organization=draw(texts()),
        location=draw(texts()),
        started=started,
        ended=ended,
        description=draw(texts()),
        note=draw(texts()),
        is_private=draw(truths),
    )


@st.composite
def _education(draw: st.DrawFn) -> Education:
    started, ended = draw(_span())
    return Education(
        id=draw(ids),
        school=draw(texts(1)),
        degree=draw(texts()),
        started=started,
        ended=ended,
        description=draw(texts()),
        note=draw(texts()),
        is_private=draw(truths),
    )


@st.composite
def _learning_items(draw: st.DrawFn) -> learning.LearningItem:
    started, finished = draw(_span())
    return learning.LearningItem(
        id=draw(ids),
        title=draw(texts(1)),
        kind=draw(st.sampled_from(learning.LearningKind)),
        provider=draw(texts()),
        status=draw(st.sampled_from(learning.LearningStatus)),
        planned_minutes=draw(maybe(st.integers(0, 600_000))),
        cost_minor=draw(maybe(st.integers(0, 10**12))),
        currency=draw(currencies),
        url=draw(addresses),
        started=started,
        finished=finished,
        note=draw(texts()),
        is_private=draw(truths),
    )


@st.composite
def _certificates(draw: st.DrawFn, items: Sequence[Any]) -> learning.Certificate:
    issued, expires = draw(_span())
    return learning.Certificate(
        id=draw(ids),
        title=draw(texts(1)),
        issuer=draw(texts()),
        learning_item_id=draw(one_of(items)),
        issued=issued,
        expires=expires,
        credential_id=draw(texts()),
        url=draw(addresses),
        note=draw(texts()),
        is_private=draw(truths),
    )


@st.composite
def _skills(draw: st.DrawFn, groups: Sequence[Any]) -> tuple[skills.Skill, ...]:
    """Skills whose parents come before them, so that none is its own ancestor."""
    made: list[skills.Skill] = []
    for id_ in draw(st.lists(ids, max_size=4, unique=True)):
        made.append(
            skills.Skill(
                id=skills.SkillId(id_),
                name=draw(texts(1)),
                group_id=draw(one_of(groups)),
                parent_id=draw(one_of(made)),
                interest=draw(maybe(st.integers(0, 4))),
                last_used=draw(maybe(partial_dates())),
                catalogue_key=draw(st.sampled_from(["", "python", "onet:2.A.1.a"])),
                example=draw(texts()),
                note=draw(texts()),
                is_private=draw(truths),
            )
        )
    return tuple(made)


@st.composite
def _contacts(draw: st.DrawFn) -> tuple[network.Contact, ...]:
    keys = [network.ContactId(id_) for id_ in draw(st.lists(ids, max_size=4, unique=True))]
    return tuple(
        network.Contact(
            id=key,
            name=draw(texts(1)),
            organization=draw(texts()),
            title=draw(texts()),
            function=draw(st.sampled_from(["", "technical", "product", "Zażółć"])),
            met=draw(maybe(partial_dates())),
            how_met=draw(texts()),
            introduced_by=draw(maybe(st.sampled_from(others))) if others else None,
            cadence_days=draw(maybe(st.integers(1, 3650))),
            email=draw(texts()),
            phone=draw(texts()),
            url=draw(addresses),
            note=draw(texts()),
            is_private=draw(truths),
        )
        for key in keys
        if (others := [other for other in keys if other != key]) is not None
    )


@st.composite
def _participants(
    draw: st.DrawFn, talks: Sequence[Any], people: Sequence[Any]
) -> tuple[network.Participant, ...]:
    pairs = [(talk.id, person.id) for talk in talks for person in people]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
    return tuple(
        network.Participant(id=draw(ids), conversation_id=talk, contact_id=person)
        for talk, person in chosen
    )


@st.composite
def _attachments(
    draw: st.DrawFn, owners: dict[str, Sequence[Any]]
) -> tuple[tuple[Attachment, ...], Contents]:
    """Attachments, and the bytes they stand for by their SHA-256."""
    places = [(f"{kind}_id", item.id) for kind, items in owners.items() for item in items]
    made, contents = [], {}
    for id_ in draw(st.lists(ids, max_size=2, unique=True)):
        content = draw(st.binary(max_size=40))
        sha256 = hashlib.sha256(content).hexdigest()
        field, owner = draw(st.sampled_from(places))
        contents[sha256] = content
        values: dict[str, Any] = dict.fromkeys(OWNER_FIELDS)
        values |= {field: owner, "id": id_, "sha256": sha256, "size": len(content)}
        values |= {"file_name": draw(texts(1)), "media_type": "application/pdf"}
        made.append(Attachment(is_private=draw(truths), **values))
    return tuple(made), contents


@st.composite
def _sections(draw: st.DrawFn) -> tuple[PortfolioSection, ...]:
    return tuple(
        PortfolioSection.new(section, draw(st.integers(0, 9)), is_shown=draw(truths))
        for section in draw(st.lists(st.sampled_from(Section), unique=True))
    )


@st.composite
def _hidden(draw: st.DrawFn, owners: dict[str, Sequence[Any]]) -> tuple[PortfolioHidden, ...]:
    places = [(field, item.id) for field, items in owners.items() for item in items]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=3)) if places else []
    return tuple(PortfolioHidden.new(field, key) for field, key in chosen)


@st.composite
def desks(draw: st.DrawFn) -> tuple[Records, Contents]:
    """Everything on a desk, with the bytes of its attachments."""
    names = ("name", "headline", "statement", "location", "email", "phone", "address")
    person: dict[str, Any] = {name: draw(texts()) for name in names}
    profile = Profile(**person)
    groups = draw(
        several(
            st.builds(
                skills.SkillGroup,
                id=ids,
                name=texts(1),
                rank=st.integers(-(10**6), 10**6),
                is_private=truths,
            )
        )
    )
    inventory = draw(_skills(groups))
    positions = draw(several(_positions()))
    schools = draw(several(_education()))
    items = draw(several(_learning_items()))
    certificates = draw(several(_certificates(items)))
    people = draw(_contacts())
    talks = draw(
        several(
            st.builds(
                network.Conversation,
                id=ids,
                on=days,
                kind=st.sampled_from(network.ConversationKind),
                minutes=maybe(st.integers(1, 1440)),
                note=texts(),
                is_private=truths,
            )
        )
    )
    sources = {
        "learning_item_id": items,
        "certificate_id": certificates,
        "conversation_id": talks,
    }
    shown = draw(evidence_drawn(inventory, sources))
    promises = draw(
        several(
            st.builds(
                network.FollowUp,
                id=ids,
                title=texts(1),
                due=days,
                contact_id=one_of(people),
                conversation_id=one_of(talks),
                done_on=maybe(days),
                note=texts(),
                is_private=truths,
            )
        )
    )
    own_roles = draw(several(roles_drawn()))
    attempts = draw(several(attempts_drawn()))
    attachments, contents = draw(
        _attachments(
            {
                "profile": [profile],
                "skill": inventory,
                "position": positions,
                "education": schools,
                "learning_item": items,
                "certificate": certificates,
                "contact": people,
                "conversation": talks,
                "evidence": shown,
            }
        )
    )
    ratings = st.builds(
        skills.Rating,
        id=ids,
        skill_id=st.sampled_from([skill.id for skill in inventory]) if inventory else st.nothing(),
        on=days,
        level=maybe(st.sampled_from(skills.Level)),
        note=texts(),
        is_private=truths,
    )
    links = draw(
        several(
            st.builds(
                Link,
                id=ids,
                label=texts(1),
                url=addresses.filter(bool),
                rank=st.integers(-5, 5),
                is_private=truths,
            )
        )
    )
    found = Records(
        profile=profile,
        preferences=draw(
            st.builds(
                Preferences,
                weekly_goal_minutes=maybe(st.integers(1, 10_080)),
                currency=currencies.filter(bool),
                first_weekday=st.integers(0, 6),
                is_fictional=truths,
                paper=st.sampled_from(PaperSize),
                stale_months=st.integers(1, 120),
                coverage_share=st.integers(0, 100),
                interest_share=st.integers(0, 100),
                goal_share=st.integers(0, 100),
                is_cautious=truths,
            )
        ),
        links=links,
        skill_groups=groups,
        skills=inventory,
        ratings=draw(several(ratings)) if inventory else (),
        positions=positions,
        pay=draw(
            several(
                st.builds(
                    Pay,
                    id=ids,
                    position_id=one_of(positions),
                    since=maybe(partial_dates()),
                    currency=currencies,
                    base_minor=maybe(st.integers(0, 10**13)),
                    bonus_permille=maybe(st.integers(0, 100_000)),
                    equity_minor=maybe(st.integers(0, 10**13)),
                    note=texts(),
                    is_private=truths,
                )
            )
        ),
        education=schools,
        learning_items=items,
        study_sessions=draw(
            several(
                st.builds(
                    learning.StudySession,
                    id=ids,
                    on=days,
                    minutes=st.integers(1, 1440),
                    learning_item_id=one_of(items),
                    skill_id=one_of(inventory),
                    note=texts(),
                    is_private=truths,
                )
            )
        ),
        certificates=certificates,
        contacts=people,
        conversations=talks,
        participants=draw(_participants(talks, people)),
        follow_ups=promises,
        evidence=shown,
        actions=draw(actions_drawn(inventory, items, promises)),
        roles=own_roles,
        role_skills=draw(role_skills_drawn(own_roles)),
        targets=draw(targets_drawn(own_roles)),
        attempts=attempts,
        answers=draw(answers_drawn(attempts)),
        mix_targets=draw(
            several(
                st.builds(network.MixTarget, id=ids, function=texts(1), weight=st.integers(0, 1000))
            )
        ),
        attachments=attachments,
        portfolio_sections=draw(_sections()),
        portfolio_hidden=draw(
            _hidden(
                {
                    "link_id": links,
                    "skill_id": inventory,
                    "position_id": positions,
                    "education_id": schools,
                    "learning_item_id": items,
                    "certificate_id": certificates,
                }
            )
        ),
    )
    return found, contents
