"""The search over records: what it finds, in which order, and that it stays current."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import an_attachment
from strategies import desks

from careerdesk.domain.actions import Action, ActionKind
from careerdesk.domain.attachments import Attachment
from careerdesk.domain.evidence import Evidence, EvidenceKind, EvidenceTier
from careerdesk.domain.experience import Education, Pay, PayId, Position
from careerdesk.domain.folding import fold
from careerdesk.domain.learning import Certificate, LearningItem, StudySession
from careerdesk.domain.network import Contact, Conversation, ConversationKind, FollowUp, Participant
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, Profile
from careerdesk.domain.records import COLLECTIONS, records_of
from careerdesk.domain.roles import Role, RoleSkill
from careerdesk.domain.skills import Level, Rating, Skill, SkillGroup
from careerdesk.domain.touched import Touched
from careerdesk.services import network, records, skills
from careerdesk.services.changes import Changes
from careerdesk.services.desk import create_desk
from careerdesk.services.found import FoundReader
from careerdesk.services.search import COUNTED_AT_MOST, MOST_SHOWN, SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from strategies import Contents

    from careerdesk.domain.records import Records
    from careerdesk.services.desk import Desk

DAY = date(2026, 3, 12)


@pytest.fixture
def told(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[tuple[Desk, SearchIndex]]:
    """A desk, and a full index that hears of its changes."""
    changes = Changes()
    with create_desk(tmp_path / "a.careerdesk", clock=clock, on_change=changes.publish) as desk:
        index = SearchIndex(desk)
        index.finish()
        changes.subscribe(index.note)
        yield desk, index


def add(desk: Desk, *made: Any) -> None:
    with desk.change("Add") as tx:
        tx.add_many(made)


def shown_for(skill: Skill, title: str) -> Evidence:
    kind, tier = EvidenceKind.OUTCOME, EvidenceTier.OBSERVED
    return Evidence.new(skill.id, title, kind, tier, PartialDate("2026-03"))


def acting_for(skill: Skill, title: str) -> Action:
    return Action.new(skill.id, title, ActionKind.PRACTICE)


def titles(desk: Desk, index: SearchIndex, query: str) -> list[str]:
    """What a query shows, in order."""
    index.finish()
    reader = FoundReader(desk)
    found = [
        reader.found(group.kind, key, query) for group in index.answer(query) for key in group.ids
    ]
    return [one.title for one in found if one is not None]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("Łukasz Ødegård", "lukasz odegard"),
        ("Lukasz Odegard", "Łukasz Ødegård"),
        ("Anna Strauß", "strauss"),
        ("Anna Strauss", "strauß"),
        ("Zoë Müller", "MULLER zoe"),
        ("李测试", "测"),
        ("R&D", "r&d"),
        ("C++", "c+"),
        ("C#", "c#"),
        ("<b>100%</b>", "100%"),
        ("O'Neill_x", "'neill_"),
    ],
)
def test_that_a_name_is_found_as_people_type_it(
    told: tuple[Desk, SearchIndex], name: str, query: str
) -> None:
    desk, index = told
    add(desk, Contact.new(name), Contact.new("Somebody Else"))
    assert titles(desk, index, query) == [name]


def test_that_the_closest_titles_come_first(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    texts = ["Pandas", "Data and art", "Art", "Cart", "The art of talking", "Artful", "Art fairs"]
    add(desk, *map(Skill.new, texts), replace(Skill.new("Zen"), note="An art."))
    found = titles(desk, index, "art")
    assert found == [
        *("Art", "Art fairs", "Artful"),
        *("Data and art", "The art of talking"),
        "Cart",
    ]
    assert index.answer("art")[0].total == 7
    ranks = [index.answer(query)[0].rank for query in ("art f", "art data", "ca", "an zen")]
    assert ranks == [0, 1, 0, 3]


def test_that_all_words_of_a_query_must_be_there(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    ada = Contact.new("Ada Byron", organization="Analytical Engines")
    add(desk, ada, Contact.new("Ada Lovelace", organization="Letters"))
    assert titles(desk, index, "engines  ADA") == ["Ada Byron"]
    assert titles(desk, index, "engines grace") == []
    assert titles(desk, index, "  ") == []
    assert index.ids(Contact, "ada engines") == [ada.id]


def test_that_the_newest_conversations_come_first(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    talks = [
        replace(
            Conversation.new(DAY + timedelta(days=at), ConversationKind.CALL), note=f"Plan {at}."
        )
        for at in range(9)
    ]
    add(desk, *talks)
    index.finish()
    (group,) = index.answer("plan")
    assert group.ids == tuple(talk.id for talk in reversed(talks))[:MOST_SHOWN]
    assert group.total == len(talks)


def test_that_kinds_with_better_titles_come_first(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    add(
        desk,
        replace(Skill.new("Listening"), note="As Ada does."),
        Certificate.new("Programming in Ada"),
        Contact.new("Ada Byron"),
    )
    assert titles(desk, index, "ada") == ["Ada Byron", "Programming in Ada", "Listening"]


def test_that_each_kind_is_found_and_described(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    ada, group = Contact.new("Ada", organization="Xyz Engines"), SkillGroup.new("Xyz group")
    skill = Skill.new("Xyz skill", group_id=group.id)
    item = LearningItem.new("Xyz course")
    job = Position.new("Xyz engineer", "Acme")
    talk = Conversation.new(DAY, ConversationKind.COFFEE, note="About xyz.")
    pay = Pay(
        id=PayId(uuid.uuid4()),
        position_id=job.id,
        since=PartialDate("2025-09"),
        currency="EUR",
        base_minor=5_400_000,
    )
    scan = an_attachment(content=b"x", name="xyz.png", contact_id=ada.id)
    with desk.change("Add") as tx:
        tx.keep(b"x")
        tx.add_many([ada, group, skill, item, job, talk, pay, scan])
        tx.add_many(
            [
                Participant.new(talk.id, ada.id),
                replace(Rating.new(skill.id, DAY, Level(3)), note="Xyz done alone."),
                StudySession.new(DAY, 100, learning_item_id=item.id),
                StudySession.new(DAY, 30, note="Xyz at home."),
                replace(Certificate.new("Xyz paper", "Org"), expires=PartialDate("2027")),
                FollowUp.new("Send xyz", DAY, contact_id=ada.id),
                replace(FollowUp.new("Read xyz", DAY), done_on=DAY),
                replace(Education.new("Xyz college", "MSc"), started=PartialDate("2010-09")),
                Link.new("Xyz", "https://example.org"),
                shown_for(skill, "Xyz talk"),
                replace(acting_for(skill, "Try xyz"), due=DAY),
                replace(acting_for(skill, "Tried xyz"), done_on=DAY),
            ]
        )
        tx.put(replace(Profile(), headline="Xyz person"))
    index.finish()
    reader = FoundReader(desk)
    found = {
        (one.title, one.detail)
        for hit in index.answer("xyz")
        for key in hit.ids
        if (one := reader.found(hit.kind, key, "xyz")) is not None
    }
    assert found == {
        ("Xyz group", ""),
        ("Xyz skill", "Xyz group · 3 Independent"),
        ("Xyz course", "Course · planned"),
        ("Xyz paper", "Org · expires 2027"),
        ("Ada", "Xyz Engines"),
        ("Send xyz", "due 12 Mar 2026 · Ada"),
        ("Read xyz", "done 12 Mar 2026"),
        ("Coffee with Ada", "12 Mar 2026 · About xyz."),
        ("1 h 40 min on Xyz course", "12 Mar 2026"),
        ("30 min of study", "12 Mar 2026 · Xyz at home."),
        ("Xyz engineer", "Acme"),
        ("Pay as Xyz engineer", "EUR 54,000 · since Sep 2025"),
        ("Xyz college", "MSc · 2010"),
        ("Xyz", "https://example.org"),
        ("Profile", "Xyz person"),
        ("xyz.png", "of Ada"),
        ("Xyz skill: 3 Independent", "12 Mar 2026 · Xyz done alone."),
        ("Xyz talk", "Xyz skill · Observed outcome, Mar 2026"),
        ("Try xyz", "Xyz skill · due 12 Mar 2026"),
        ("Tried xyz", "Xyz skill · done 12 Mar 2026"),
    }


def test_that_pay_is_found_by_its_owner_and_known_to_be_private(
    told: tuple[Desk, SearchIndex],
) -> None:
    desk, index = told
    pay = Pay(id=PayId(uuid.uuid4()), note="Offer of the spring")
    add(desk, pay)
    index.finish()
    (group,) = index.answer("offer")
    found = FoundReader(desk).found(group.kind, group.ids[0], "offer")
    assert found is not None
    assert (found.title, found.detail) == ("Pay", "Offer of the spring")
    assert found.is_private
    assert found.opens == pay


def test_that_what_has_no_place_of_its_own_opens_what_it_belongs_to(
    told: tuple[Desk, SearchIndex],
) -> None:
    desk, index = told
    skill = Skill.new("Python")
    scan = an_attachment(content=b"x", skill_id=skill.id)
    rating = replace(Rating.new(skill.id, DAY, None), note="Too early.")
    shown, aim = shown_for(skill, "Parser"), acting_for(skill, "Kata")
    code = an_attachment(content=b"x", evidence_id=shown.id)
    with desk.change("Add") as tx:
        tx.keep(b"x")
        tx.add_many([skill, scan, rating, shown, aim, code])
    reader = FoundReader(desk)
    for made in (scan, rating, shown, aim, code):
        found = reader.found(type(made), made.id, "")
        assert found is not None
        assert found.opens == skill
    assert titles(desk, index, "early") == ["Python: not known"]
    assert titles(desk, index, "python parser") == ["Parser"]
    file = reader.found(Attachment, code.id, "")
    assert file is not None
    assert file.detail == "of Parser"
    records.remove(desk, [skill])
    assert reader.found(Attachment, scan.id, "") is None


def test_that_words_far_into_a_note_are_shown(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    note = f"{'She was on the way to work. ' * 8}Then roadmaps, and {'so on ' * 40}"
    ada = replace(Contact.new("Ada"), title="Engineer", note=note)
    add(desk, ada)
    found = FoundReader(desk).found(Contact, ada.id, "roadmap")
    assert found is not None
    assert found.detail.startswith("Engineer · …the way to work. Then roadmaps, and so on")
    assert len(found.detail) < 130
    assert titles(desk, index, "roadmap") == ["Ada"]


def test_that_a_long_word_is_shown_from_its_beginning(desk: Desk) -> None:
    ada = replace(Contact.new("Ada"), note=f"{'x' * 60}needle")
    add(desk, ada)
    found = FoundReader(desk).found(Contact, ada.id, "needle")
    assert found is not None
    assert found.detail == "…needle"


def test_that_days_are_found_in_numbers_and_in_words(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    add(
        desk,
        Conversation.new(DAY, ConversationKind.CALL),
        replace(Contact.new("Ada"), met=PartialDate("2026-03")),
        replace(Contact.new("Grace"), met=PartialDate("2025")),
    )
    assert set(titles(desk, index, "mar 2026")) == {"Call", "Ada"}
    assert titles(desk, index, "12 march 2026") == ["Call"]
    assert titles(desk, index, "2026-03-12") == ["Call"]
    assert titles(desk, index, "2025") == ["Grace"]


def test_that_all_fields_of_a_result_are_shown(desk: Desk) -> None:
    ada, skill = Contact.new("Ada"), Skill.new("Python")
    talk = Conversation.new(DAY, ConversationKind.COFFEE, 30, note="Roadmaps.")
    with desk.change("Add") as tx:
        tx.add_many([ada, skill])
        network.add_conversation(tx, talk, [ada])
    skills.rate_skill(desk, skill, DAY, Level(3))
    skills.rate_skill(desk, skill, DAY + timedelta(days=1), Level(4))
    reader = FoundReader(desk)
    found = reader.found(Conversation, talk.id, "")
    assert found is not None
    assert reader.fields(found) == [
        ("people", "Ada"),
        ("day", "12 Mar 2026"),
        ("kind", "coffee"),
        ("time", "30 min"),
        ("note", "Roadmaps."),
    ]
    rated = reader.found(Skill, skill.id, "")
    assert rated is not None
    assert reader.fields(rated) == [("level", "4 Advanced")]


def test_that_the_index_follows_every_change_undo_and_redo(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    ada = Contact.new("Ada Byron")
    records.add(desk, ada)
    assert titles(desk, index, "byron") == ["Ada Byron"]
    ada = records.edit(desk, ada, name="Ada Lovelace")
    assert titles(desk, index, "byron") == []
    assert titles(desk, index, "lovelace") == ["Ada Lovelace"]
    desk.undo()
    assert titles(desk, index, "byron") == ["Ada Byron"]
    desk.redo()
    records.remove(desk, [ada])
    assert titles(desk, index, "ada") == []
    desk.undo()
    assert titles(desk, index, "ada") == ["Ada Lovelace"]


def test_that_records_that_name_another_follow_its_name(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    ada, grace = Contact.new("Ada"), Contact.new("Grace")
    talk = Conversation.new(DAY, ConversationKind.CALL)
    item = LearningItem.new("Inspired")
    with desk.change("Add") as tx:
        tx.add_many([ada, grace, item])
        network.add_conversation(tx, talk, [ada], next_step=FollowUp.new("Notes", DAY))
        tx.add(StudySession.new(DAY, 30, learning_item_id=item.id))
    records.edit(desk, item, title="Empowered")
    assert titles(desk, index, "empowered") == ["Empowered", "30 min on Empowered"]
    assert titles(desk, index, "inspired") == []
    records.edit(desk, ada, name="Augusta")
    assert titles(desk, index, "august") == ["Augusta", "Call with Augusta"]
    assert titles(desk, index, "call with aug") == ["Call with Augusta"]
    network.set_people(desk, talk, [grace.id])
    assert titles(desk, index, "august") == ["Augusta"]
    assert titles(desk, index, "call grace") == ["Call with Grace"]
    records.remove(desk, [grace])
    assert titles(desk, index, "call") == ["Call"]
    assert titles(desk, index, "grace") == []


def test_that_a_change_of_very_many_records_is_followed(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    add(desk, *(Contact.new(f"Person {at:04}") for at in range(900)))
    index.finish()
    assert index.answer("person")[0].total == 900
    assert titles(desk, index, "person 08")[0] == "Person 0800"
    people = desk.all(Contact)
    records.edit_many(desk, people, {"organization": "Acme"})
    index.finish()
    assert len(index.ids(Contact, "acme")) == 900
    records.remove(desk, people[:300])
    index.finish()
    assert index.answer("acme")[0].total == 600
    index.note(Touched.whole(["contact"]))
    index.note(Touched.whole(["contact", "mix_target"]))
    index.finish()
    assert index.answer("acme")[0].total == 600


def test_that_very_many_results_are_not_all_counted(told: tuple[Desk, SearchIndex]) -> None:
    desk, index = told
    add(desk, *(Contact.new(f"Person {at:04}") for at in range(COUNTED_AT_MOST + 200)))
    index.finish()
    (group,) = index.answer("person")
    assert group.total == COUNTED_AT_MOST + 1
    assert len(index.ids(Contact, "person")) == COUNTED_AT_MOST + 200
    assert index.answer("person 0000")[0].total == 1
    assert index.ids(Contact, " ") == []


def test_that_what_is_read_can_be_found_before_all_is(
    tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with create_desk(tmp_path / "a.careerdesk", clock=clock) as desk:
        add(desk, *(Skill.new(f"Skill {at}") for at in range(500)))
        index = SearchIndex(desk)
        assert not index.is_complete
        assert index.answer("skill") == []
        assert index.work(0)
        assert 0 < index.answer("skill")[0].total < 500
        index.finish()
        assert index.is_complete
        assert not index.work(1)
        assert index.answer("skill")[0].total == 500


def test_that_a_record_gone_by_now_is_not_shown(desk: Desk) -> None:
    assert FoundReader(desk).found(Skill, Skill.new("Python").id, "python") is None


def contents(index: SearchIndex) -> dict[str, dict[str, str]]:
    """All that an index holds, by table and id."""
    index.finish()
    return {
        table: {key[:36]: text for block in texts._blocks for text, _, key in block.entries()}
        for table, texts in index._texts.items()
    }


def orders(index: SearchIndex) -> list[list[str]]:
    """What an index holds, in the order in which results come."""
    return [
        [text for block in texts._blocks for text, _, _ in block.entries()]
        for texts in index._texts.values()
    ]


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(desks(), st.data())
def test_that_every_name_is_found_and_an_index_kept_current_equals_a_new_one(
    tmp_path_factory: pytest.TempPathFactory,
    clock: Callable[[], datetime],
    made: tuple[Records, Contents],
    data: st.DataObject,
) -> None:
    changes = Changes()
    path = tmp_path_factory.mktemp("search") / "a.careerdesk"
    with create_desk(path, clock=clock, on_change=changes.publish) as desk:
        index = SearchIndex(desk)
        index.finish()
        changes.subscribe(index.note)
        with desk.change("Fill") as tx:
            for content in made[1].values():
                tx.keep(content)
            tx.put(made[0].profile)
            for name in COLLECTIONS:
                tx.add_many(getattr(made[0], name))
        index.finish()
        for kind in (Skill, SkillGroup, LearningItem, Certificate, Contact, FollowUp, Position):
            for record in records_of(made[0], kind):
                name = getattr(record, "name", "") or getattr(record, "title", "")
                assert record.id in index.ids(kind, name) or not fold(name)
        for kind in data.draw(st.lists(st.sampled_from(list(COLLECTIONS.values())), max_size=4)):
            present = desk.all(kind)
            if present:
                with desk.change("Remove") as tx:
                    tx.remove(data.draw(st.sampled_from(present)))
            assert contents(index) == contents(SearchIndex(desk))
        while desk.undo() is not None:
            fresh = SearchIndex(desk)
            assert contents(index) == contents(fresh)
            assert orders(index) == orders(fresh)


def test_that_an_own_role_is_found_by_a_skill_until_it_asks_for_it_no_longer(
    told: tuple[Desk, SearchIndex],
) -> None:
    desk, index = told
    role = Role.new("Keeper", summary="Looks after hives.")
    bees = RoleSkill.new(role.id, "bees", "Beekeeping", Level.AWARE, 1)
    add(desk, role, bees)
    index.finish()
    assert index.ids(Role, "beekeeping") == index.ids(Role, "hives") == [role.id]
    (group,) = index.answer("keeper")
    found = FoundReader(desk).found(group.kind, group.ids[0], "keeper")
    assert found is not None
    assert found.title == "Keeper"
    with desk.change("Drop") as tx:
        tx.remove(bees)
    index.finish()
    assert index.ids(Role, "beekeeping") == []
