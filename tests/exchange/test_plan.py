from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from foreign_files import (
    ADA,
    BOB,
    CONNECTIONS,
    CONNECTIONS_HEADER,
    EXPORT,
    put,
    put_folder,
    read_here,
)

from careerdesk.domain.assessment import Answer, AnswerPart, Attempt
from careerdesk.domain.experience import Position
from careerdesk.domain.learning import Certificate, LearningItem, LearningStatus
from careerdesk.domain.network import Contact
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Profile
from careerdesk.domain.records import COLLECTIONS, Records
from careerdesk.domain.roles import Role, RoleSkill, Target
from careerdesk.domain.skills import Level, Skill
from careerdesk.exchange.desk_json import desk_as_json
from careerdesk.exchange.plan import ImportPlan, plan

if TYPE_CHECKING:
    from pathlib import Path


def after(made: ImportPlan, existing: Records) -> Records:
    """Return the desk as the plan would leave it."""
    names = {kind: name for name, kind in COLLECTIONS.items()}
    fields: dict[str, Any] = {}
    for entry in (*made.new, *made.changed):
        if type(entry.after) not in names:
            fields[entry.kind] = entry.after
            continue
        name = names[type(entry.after)]
        there = fields.get(name, getattr(existing, name))
        others = [item for item in there if item.id != entry.after.id]
        fields[name] = (*others, entry.after)
    return replace(existing, **fields)


def put_desk(tmp_path: Path, records: Records) -> Path:
    """Write a desk as the program exports it."""
    return put(tmp_path / "desk.json", desk_as_json(records, bytes.fromhex))


def totals(made: ImportPlan) -> dict[str, int]:
    found: dict[str, int] = {}
    for counted in made.counts().values():
        for outcome, number in counted.items():
            found[outcome] = found.get(outcome, 0) + number
    return found


def connections(tmp_path: Path, *rows: str) -> Path:
    return put(tmp_path / "Connections.csv", CONNECTIONS_HEADER + "".join(rows))


def test_that_an_import_counts_what_becomes_of_every_row_by_kind(tmp_path: Path) -> None:
    made = plan(read_here(put_folder(tmp_path / "export", EXPORT)), Records())
    assert made.counts()["contact"] == {"new": 2, "changed": 0, "identical": 0, "skipped": 0}
    assert made.counts()["skill"] == {"new": 2, "changed": 0, "identical": 0, "skipped": 1}
    assert made.counts()["profile"] == {"new": 1, "changed": 0, "identical": 0, "skipped": 0}
    assert made.title == "Import LinkedIn export (13 new)"
    (skipped,) = made.skipped
    assert (skipped.file, skipped.line) == ("Skills.csv", 4)
    assert skipped.reason == "The same skill stands in line 2 of Skills.csv already."
    told = [problem.reason for problem in made.problems]
    assert f"{skipped.reason} The row was skipped." in told


def test_that_a_second_import_finds_everything_identical(tmp_path: Path) -> None:
    incoming = read_here(put_folder(tmp_path / "export", EXPORT))
    desk = after(plan(incoming, Records()), Records())
    again = plan(incoming, desk)
    assert again.is_empty
    assert totals(again) == {"new": 0, "changed": 0, "identical": 13, "skipped": 1}


def test_that_the_same_export_twice_in_one_import_is_one(tmp_path: Path) -> None:
    folder = put_folder(tmp_path / "export", EXPORT | {"Connections_1.csv": CONNECTIONS})
    made = plan(read_here(folder), Records())
    assert made.counts()["contact"] == {"new": 2, "changed": 0, "identical": 0, "skipped": 2}


def test_that_words_the_user_has_corrected_stay_and_nothing_is_doubled(tmp_path: Path) -> None:
    incoming = read_here(put_folder(tmp_path / "export", EXPORT))
    desk = after(plan(incoming, Records()), Records())
    desk = replace(
        desk,
        contacts=tuple(replace(item, name=f"Dr {item.name}") for item in desk.contacts),
        skills=tuple(replace(item, name=f"{item.name} 3") for item in desk.skills),
        positions=tuple(
            replace(item, title="Head Analyst", started=PartialDate("2019"))
            for item in desk.positions
        ),
        education=tuple(replace(item, school="Exampleville") for item in desk.education),
        certificates=tuple(replace(item, title="Clouds") for item in desk.certificates),
        learning_items=tuple(replace(item, title="Better") for item in desk.learning_items),
        profile=replace(desk.profile, statement="Mine."),
    )
    assert plan(incoming, desk).is_empty


def test_that_linkedin_fills_what_is_empty_and_leads_in_title_and_organisation(
    tmp_path: Path,
) -> None:
    mine = Contact(
        id=Contact.new("x").id,
        name="Ada B.",
        organization="Old Ltd",
        title="Clerk",
        function="technical",
        how_met="At the mill",
        cadence_days=30,
        phone="1",
        email="mine@example.org",
        url="https://www.linkedin.com/in/ADA/",
        note="Poet",
        is_private=True,
    )
    made = plan(read_here(connections(tmp_path, ADA)), Records(contacts=(mine,)))
    (entry,) = made.changed
    assert entry.before == mine
    assert entry.after == replace(
        mine, organization="Engines Ltd", title="Analyst", met=PartialDate("2026-02-08")
    )


def test_that_an_empty_cell_erases_nothing(tmp_path: Path) -> None:
    first = after(plan(read_here(connections(tmp_path, ADA)), Records()), Records())
    bare = "Ada,Byron,https://www.linkedin.com/in/ada,,,,\n"
    assert plan(read_here(connections(tmp_path, bare)), first).is_empty


def test_that_two_people_of_one_name_and_two_addresses_stay_two(tmp_path: Path) -> None:
    other = ADA.replace("/in/ada", "/in/ada-2")
    incoming = read_here(connections(tmp_path, ADA, other))
    made = plan(incoming, Records())
    assert len(made.new) == 2
    assert plan(incoming, after(made, Records())).is_empty


def test_that_people_who_share_an_email_address_stay_two(tmp_path: Path) -> None:
    rows = ("Ada,Byron,,office@mills.example,,,\n", "Bob,Moog,,office@mills.example,,,\n")
    made = plan(read_here(connections(tmp_path, *rows)), Records())
    assert sorted(entry.after.name for entry in made.new) == ["Ada Byron", "Bob Moog"]


def test_that_of_two_namesakes_at_one_place_a_row_finds_the_one_it_says_more_of(
    tmp_path: Path,
) -> None:
    namesake = Contact.new("Bob Moog", organization="Mills")
    met = replace(Contact.new("Bob Moog", organization="Mills"), met=PartialDate("2020-01-02"))
    desk = Records(contacts=(namesake, met))
    incoming = read_here(connections(tmp_path, "Bob,Moog,,,Mills,,2 Jan 2020\n"))
    assert plan(incoming, desk).is_empty


def test_that_people_of_the_years_without_addresses_are_found_again(tmp_path: Path) -> None:
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    old = put(
        tmp_path / "old" / "Connections.csv",
        header + "Ada,Byron,,Mills,Clerk,08 Feb 2026\nBob,Moog,,Sounds Inc,Engineer,9 Sep 2019\n",
    )
    desk = after(plan(read_here(old), Records()), Records())
    # Ada has changed her work since, Bob has not; both have an address now.
    new = connections(tmp_path, ADA, BOB)
    made = plan(read_here(new), desk)
    assert made.counts()["contact"] == {"new": 0, "changed": 2, "identical": 0, "skipped": 0}
    desk = after(made, desk)
    assert plan(read_here(new), desk).is_empty
    assert {item.url for item in desk.contacts} == {
        "https://www.linkedin.com/in/ada",
        "https://www.linkedin.com/in/bob",
    }


def test_that_a_course_only_goes_forward_and_a_certificate_is_only_prolonged(
    tmp_path: Path,
) -> None:
    files = {
        "Learning.csv": EXPORT["Learning.csv"],
        "Certifications.csv": EXPORT["Certifications.csv"],
    }
    incoming = read_here(put_folder(tmp_path / "export", files))
    desk = after(plan(incoming, Records()), Records())

    def with_all(status: LearningStatus, expires: str) -> Records:
        return replace(
            desk,
            learning_items=tuple(replace(item, status=status) for item in desk.learning_items),
            certificates=tuple(
                replace(item, expires=PartialDate(expires)) for item in desk.certificates
            ),
        )

    assert plan(incoming, with_all(LearningStatus.DROPPED, "2030")).is_empty
    assert plan(incoming, with_all(LearningStatus.DONE, "2030")).is_empty
    behind = with_all(LearningStatus.PLANNED, "2024")
    brought_up = after(plan(incoming, behind), behind)
    assert brought_up.certificates == desk.certificates
    assert set(brought_up.learning_items) == set(desk.learning_items)


def test_that_certificates_of_one_title_and_two_ids_are_two(tmp_path: Path) -> None:
    header = "Name,Url,Authority,Started On,Finished On,License Number\n"
    rows = "Cloud,,Example,May 2020,May 2023,A-1\nCloud,,Example,May 2023,May 2026,A-2\n"
    incoming = read_here(put(tmp_path / "Certifications.csv", header + rows))
    assert len(plan(incoming, Records()).new) == 2
    mine = Certificate.new("cloud", "EXAMPLE")
    assert plan(incoming, Records(certificates=(mine,))).counts()["certificate"] == {
        "new": 1,
        "changed": 1,
        "identical": 0,
        "skipped": 0,
    }


def test_that_records_made_by_hand_are_found_by_what_they_say(tmp_path: Path) -> None:
    incoming = read_here(put_folder(tmp_path / "export", EXPORT))
    item = replace(LearningItem.new("done course"), provider="LinkedIn Learning")
    position = replace(Position.new("analyst", "ENGINES LTD"), started=PartialDate("2024-01"))
    desk = Records(
        skills=(Skill.new(" PYTHON"),),
        positions=(position,),
        learning_items=(item,),
        contacts=(Contact.new("ada byron", organization="engines ltd"),),
    )
    counts = plan(incoming, desk).counts()
    assert counts["skill"] == {"new": 1, "changed": 0, "identical": 1, "skipped": 1}
    assert counts["position"]["changed"] == 1
    assert counts["learning_item"]["changed"] == 1
    assert counts["contact"] == {"new": 1, "changed": 1, "identical": 0, "skipped": 0}


def test_that_the_summary_becomes_the_statement_only_where_there_is_none(tmp_path: Path) -> None:
    incoming = read_here(put(tmp_path / "Profile.csv", EXPORT["Profile.csv"]))
    desk = after(plan(incoming, Records()), Records())
    assert desk.profile.statement == "Because of poetry."
    mine = Records(profile=Profile(statement="Because of engines."))
    made = plan(incoming, mine)
    assert after(made, mine).profile.statement == "Because of engines."
    assert made.counts()["profile"]["changed"] == 1


NOTES_HEADER = "Connection First Name,Connection Last Name,Connection Profile URL,Note\n"


def test_that_a_note_is_added_once_to_a_new_and_to_a_known_person(tmp_path: Path) -> None:
    notes = NOTES_HEADER + "Ada,Byron,https://www.linkedin.com/in/ada,Met at the mill\n"
    files = {"Connections.csv": CONNECTIONS, "Notes.csv": notes}
    incoming = read_here(put_folder(tmp_path / "export", files))
    made = plan(incoming, Records())
    assert made.counts()["contact"] == {"new": 2, "changed": 0, "identical": 0, "skipped": 0}
    desk = after(made, Records())
    assert sorted(item.note for item in desk.contacts) == ["", "Met at the mill"]
    mine = replace(desk, contacts=tuple(replace(item, note="A poet") for item in desk.contacts))
    desk = after(plan(incoming, mine), mine)
    assert sorted(item.note for item in desk.contacts) == ["A poet", "A poet\n\nMet at the mill"]
    assert plan(incoming, desk).is_empty


def test_that_a_note_on_nobody_or_on_one_of_two_is_skipped(tmp_path: Path) -> None:
    notes = NOTES_HEADER + "Ada,Byron,,Which one?\nEve,Nobody,,Who?\n"
    incoming = read_here(put(tmp_path / "Notes.csv", notes))
    two = Records(contacts=(Contact.new("Ada Byron"), Contact.new("Ada Byron")))
    made = plan(incoming, two)
    assert made.counts()["contact"]["skipped"] == 2
    assert [problem.line for problem in made.problems] == [2, 3]
    assert made.is_empty


def test_that_a_note_never_goes_to_a_namesake_with_another_address(tmp_path: Path) -> None:
    notes = NOTES_HEADER + "Ada,Byron,https://www.linkedin.com/in/ada-2,Who?\n"
    files = {"Connections.csv": CONNECTIONS, "Notes.csv": notes}
    made = plan(read_here(put_folder(tmp_path / "export", files)), Records())
    assert [entry.after.note for entry in made.new] == ["", ""]
    assert made.counts()["contact"]["skipped"] == 1


def test_that_a_row_that_breaks_a_rule_is_skipped_with_its_line(tmp_path: Path) -> None:
    text = "Company Name,Title,Started On,Finished On\nMills,Clerk,2020,2019\nMills,,2020,\n"
    made = plan(read_here(put(tmp_path / "Positions.csv", text)), Records())
    assert made.counts()["position"] == {"new": 0, "changed": 0, "identical": 0, "skipped": 2}
    assert [(problem.line, problem.reason) for problem in made.problems] == [
        (2, "The end date (2019) is before the start (2020). The row was skipped."),
        (3, "The title is missing. The row was skipped."),
    ]


def test_that_a_table_finds_others_by_name_and_names_what_it_cannot_find(tmp_path: Path) -> None:
    header = "date;minutes;learning item;skill\n"
    rows = "2026-11-01;1:30;Inspired;\n2026-11-02;45 min;;python\n2026-11-03;20;Nothing;\n"
    desk = Records(learning_items=(LearningItem.new("Inspired"),), skills=(Skill.new("Python"),))
    incoming = read_here(put(tmp_path / "study sessions.csv", header + rows))
    made = plan(incoming, desk)
    first, second = (entry.after for entry in made.new)
    assert (first.minutes, first.learning_item_id) == (90, desk.learning_items[0].id)
    assert (second.minutes, second.skill_id) == (45, desk.skills[0].id)
    (problem,) = made.problems
    assert problem.line == 4
    assert "no learning item 'Nothing'" in problem.reason
    assert plan(incoming, after(made, desk)).is_empty


def test_that_a_name_that_several_have_is_not_guessed_at(tmp_path: Path) -> None:
    desk = Records(skills=(Skill.new("Python"), Skill.new("python")))
    path = put(tmp_path / "rating.csv", "skill,on,level\nPython,2026-11-01,3\n")
    made = plan(read_here(path), desk)
    assert "several" in made.problems[0].reason
    assert made.is_empty


def test_that_skills_of_one_file_may_name_each_other_in_any_order(tmp_path: Path) -> None:
    path = put(tmp_path / "skill.csv", "name,parent\nPandas,Python\nPython,\nLost,Nobody\n")
    made = plan(read_here(path), Records())
    pandas, python = (entry.after for entry in made.new)
    assert pandas.parent_id == python.id
    assert made.counts()["skill"]["skipped"] == 1


def test_that_skills_never_become_their_own_ancestors(tmp_path: Path) -> None:
    text = "name,parent\nA,B\nB,C\nC,B\nD,A\nE,\n"
    made = plan(read_here(put(tmp_path / "skill.csv", text)), Records())
    assert [entry.after.name for entry in made.new] == ["E"]
    parent = Skill.new("A")
    child = Skill.new("B", parent_id=parent.id)
    turned = plan(
        read_here(put(tmp_path / "skill.csv", "name,parent\nA,B\n")),
        Records(skills=(parent, child)),
    )
    assert turned.is_empty


def test_that_one_conversation_has_a_person_once(tmp_path: Path) -> None:
    talk, person = uuid.uuid4(), uuid.uuid4()
    files = {
        "conversation.csv": f"id,on\n{talk},2026-11-01\n",
        "contact.csv": f"id,name\n{person},Ada\n",
        "participant.csv": "id,conversation_id,contact_id\n"
        + "".join(f"{uuid.uuid4()},{talk},{person}\n" for _ in range(2)),
    }
    incoming = read_here(put_folder(tmp_path / "tables", files))
    made = plan(incoming, Records())
    assert made.counts()["participant"] == {"new": 1, "changed": 0, "identical": 0, "skipped": 1}


@pytest.mark.parametrize("cell", ["2026-11", "tomorrow"])
def test_that_a_bad_cell_skips_its_row_and_says_why(tmp_path: Path, cell: str) -> None:
    path = put(tmp_path / "follow_up.csv", f"title,due\nWrite,{cell}\nCall,2026-11-30\n")
    made = plan(read_here(path), Records())
    assert [entry.after.title for entry in made.new] == ["Call"]
    (problem,) = made.problems
    assert (problem.line, "The column due" in problem.reason) == (2, True)


def test_that_what_two_desks_answered_alike_is_there_once(tmp_path: Path) -> None:
    attempt = Attempt.new(date(2026, 3, 1), version=1)
    there = Answer.new(attempt.id, AnswerPart.SKILL, "python", 3)
    role = Role.new("Beekeeper")
    need = RoleSkill.new(role.id, "python", "Python", Level.AWARE, 3)
    desk = Records(attempts=(attempt,), answers=(there,), roles=(role,), role_skills=(need,))
    other = replace(
        desk,
        answers=(replace(there, id=Answer.new(attempt.id, AnswerPart.SKILL, "x", 1).id, value=4),),
        role_skills=(replace(need, id=RoleSkill.new(role.id, "x", "X", Level.AWARE, 3).id),),
    )
    incoming = read_here(put_desk(tmp_path, other))
    desk = after(plan(incoming, desk), desk)
    assert [one.value for one in desk.answers] == [4]
    assert len(desk.role_skills) == 1
    assert plan(incoming, desk).is_empty


def test_that_a_file_that_says_the_same_twice_is_taken_once(tmp_path: Path) -> None:
    role = Role.new("Beekeeper")
    needs = [RoleSkill.new(role.id, "python", "Python", Level.AWARE, 3) for _ in range(2)]
    made = plan(
        read_here(put_desk(tmp_path, Records(roles=(role,), role_skills=tuple(needs)))), Records()
    )
    assert len([one for one in made.new if one.kind == "role_skill"]) == 1
    (skipped,) = made.skipped
    assert "already" in skipped.reason


def test_that_the_desk_goes_on_aiming_at_the_role_it_aims_at(tmp_path: Path) -> None:
    mine = Target.new(date(2026, 1, 1), catalogue_role="ml_engineer")
    theirs = Target.new(date(2026, 5, 1), catalogue_role="data_analyst")
    desk = Records(targets=(mine,))
    incoming = read_here(put_desk(tmp_path, Records(targets=(theirs,))))
    desk = after(plan(incoming, desk), desk)
    assert {one.catalogue_role: one.is_current for one in desk.targets} == {
        "ml_engineer": True,
        "data_analyst": False,
    }
    assert plan(incoming, desk).is_empty


def test_that_the_newest_target_is_current_where_the_file_says_it_of_several(
    tmp_path: Path,
) -> None:
    table = put(
        tmp_path / "target.csv",
        "catalogue_role,since\nml_engineer,2026-01-01\ndata_analyst,2026-05-01\n",
    )
    desk = after(plan(read_here(table), Records()), Records())
    assert [one.catalogue_role for one in desk.targets if one.is_current] == ["data_analyst"]


def test_that_a_role_is_found_by_its_title(tmp_path: Path) -> None:
    role = Role.new("Beekeeper")
    table = put(
        tmp_path / "role_skill.csv",
        "role,skill,name,level,weight\nBeekeeper,python,Python,4,3\n",
    )
    made = plan(read_here(table), Records(roles=(role,)))
    (entry,) = made.new
    assert entry.after.role_id == role.id


def test_that_an_answer_about_a_goal_nobody_knows_is_refused(tmp_path: Path) -> None:
    attempt = Attempt.new(date(2026, 3, 1), version=1)
    table = put(
        tmp_path / "answer.csv",
        f"attempt_id,part,item,state,value\n{attempt.id},goal,autonomie,given,3\n",
    )
    made = plan(read_here(table), Records(attempts=(attempt,)))
    assert made.is_empty
    assert "autonomie" in made.skipped[0].reason


def test_that_a_link_without_an_address_is_no_evidence(tmp_path: Path) -> None:
    skill = Skill.new("Python")
    table = put(
        tmp_path / "evidence.csv",
        "skill,title,kind,tier,on,url\nPython,Talk,link,2,2026-01-05,\n"
        "Python,Paper,link,2,2026-01-05,https://example.org/talk\n",
    )
    made = plan(read_here(table), Records(skills=(skill,)))
    assert len(made.new) == 1
    assert "web address" in made.skipped[0].reason
