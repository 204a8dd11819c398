"""The sources of the catalogue: a fault in them is refused with file, line and reason."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import build_catalogue as module
import pytest
from build_assets import BuildError, build, is_fresh
from build_catalogue import CatalogueSourceError, build_catalogue

from careerdesk.catalogue import read_catalogue
from careerdesk.domain.catalogue import Goal

ROOT = Path(__file__).parents[2]
TYPES = "RIASEC"
GOALS = [one.value for one in Goal]
INTERESTS = "{ R = 1.0, I = 2.0, A = 3.0, S = 4.0, E = 5.0, C = 6.0 }"

ONET = (
    "This product includes information from the O*NET 29.3 Database by the U.S. Department of "
    "Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence. "
    "O*NET® is a trademark of USDOL/ETA. We have modified some of this information; USDOL/ETA has "
    "not approved, endorsed or tested these modifications."
)


def role(name: str, skill: str, near: str) -> str:
    """Write a role that needs one skill and is near one other."""
    return f"""
[[roles]]
id = "{name}"
title = "The role {name}"
family = "makers"
summary = "Makes things."
interests = {INTERESTS}
interests_basis = "judgement"
occupations = [{{ soc = "11-0000.00", share = 1.0 }}]
pay = {{ codes = ["11-0000"], low = 100, high = 100 }}
esco = [{{ code = "1", label = "maker", uri = "http://data.europa.eu/esco/occupation/1" }}]
sfia = [{{ code = "MAKE", name = "Making", level = 3, lowest = 2, highest = 5 }}]
skills = [
  {{ skill = "{skill}", level = 3, weight = 3 }},
]
typical_resources = ["book"]
adjacent = [{{ role = "{near}", coverage = 0.0 }}]
[roles.goals]
""" + "".join(f"{goal} = 3\n" for goal in GOALS)


SOURCES = {
    "sources": f"""
version = 1
date = "2026-11"
[[attributions]]
id = "onet"
text = "{ONET}"
[[attributions]]
id = "esco"
text = "This service uses the ESCO classification of the European Commission."
[[attributions]]
id = "ogl"
text = "Contains public sector information licensed under the Open Government Licence v3.0."
[[bases]]
what = "All"
kind = "judgement"
[[bases]]
what = "Figures"
kind = "sourced"
source = "somebody"
date = "2025-12"
""",
    "skills": """
[[groups]]
id = "prog"
name = "Programming"
[[skills]]
id = "python"
group = "prog"
name = "Python"
definition = "Writes Python."
[[skills]]
id = "sql"
group = "prog"
name = "SQL"
definition = "Asks databases."
""",
    "occupations": f"""
[[occupations]]
soc = "11-0000.00"
title = "Makers"
job_zone = 3
interests = {INTERESTS}
dates = {{ interests = "2023-11", job_zone = "2020" }}
[pay]
currency = "USD"
year = 2024
source = "somebody"
caution = "Beware."
[[pay.wages]]
code = "11-0000"
title = "Makers"
median = 100
""",
    "roles": '[[families]]\nid = "makers"\nname = "Makers"\n'
    + role("one", "python", "two")
    + role("two", "sql", "one"),
    "resources": """
[[resources]]
id = "book"
name = "A book"
provider = "Somebody"
kind = "book"
cost = "paid"
hours = { low = 2, high = 3, basis = "estimate" }
skills = ["python", "sql"]
from_level = 1
to_level = 3
""",
    "assessment": """
version = 1
purpose = "Testing."
disclosures = ["Tiny."]
[time]
interests = 1
goals = 1
gates = 1
ratings = 1
evidence = 1
practical = 1
basis = "none"
[interests]
instruction = "Say."
options = [
"""
    + "".join(f'  {{ value = {one}, label = "{one}" }},\n' for one in range(5))
    + """]
match_bands = [
  { at_least = 0.7, label = "much" }, { at_least = 0.4, label = "some" },
  { at_least = 0.1, label = "little" }, { at_least = -1.0, label = "none" },
]
match_bands_basis = "judgement"
needed_answers = 4
most_skipped = 9
flat_below = 0.35
same_answers = 30
even_below = 0.4
fewest_seconds = 2.0
"""
    + "".join(f'[[interests.types]]\ntype = "{one}"\nname = "N"\ngist = "g"\n' for one in TYPES)
    + "".join(
        f'[[interests.items]]\nid = "{one}{at}"\ntype = "{one}"\nfacet = "f"\n'
        f'text = "Do {one}{at}"\n'
        for at in range(1, 7)
        for one in TYPES
    )
    + """
[goals]
instruction = "Say."
then = "Choose."
chosen = 3
options = [
"""
    + "".join(f'  {{ value = {one}, label = "{one}" }},\n' for one in range(1, 6))
    + "]\n"
    + "".join(
        f'[[goals.questions]]\ngoal = "{one}"\ntext = "{one}?"\nhigh_end = "h"\nlow_end = "l"\n'
        for one in GOALS
    )
    + """
[[practical]]
id = "hours_per_week"
text = "How many?"
kind = "hours"
note = "Any."
[levels]
question = "What?"
gate_question = "How far?"
not_sure = "Not sure."
unrated = "Unknown."
crosswalk_caution = "Roughly."
recency_question = "When?"
recency = ["Now"]
from_gate = 2
most_ratings = 36
"""
    + "".join(
        f'[[levels.texts]]\nlevel = {one}\nname = "L{one}"\nanchor = "a{one}"\n'
        'dreyfus = "d"\nddat = "d"\nsfia = "s"\n'
        for one in range(6)
    )
    + "[anchors.prog]\n"
    + "".join(f'{one} = "Did {one}."\n' for one in range(6))
    + """
[evidence]
sigma_meaning = "m"
sigma_basis = "judgement"
lowest_sigma = 0.35
yearly_sigma = 0.1
fresh_years = 2
ceilings = ["c"]
cautious_levels = 0.3
cautious_note = "n"
"""
    + "".join(
        f'[[evidence.tiers]]\ntier = {one}\nname = "T"\nneeds = "n"\nsigma = {sigma}\n'
        for one, sigma in enumerate([1.0, 0.8, 0.6, 0.5, 0.4])
    )
    + """
[retest]
interests_after_months = 6
reliability = 0.75
reliability_basis = "judgement"
interests = "i"
skills = "s"
reasons = ["r"]
repeat_difference = 2
repeat_sigma = 0.2
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The smallest sources there can be: two roles, two skills, one resource."""
    place = tmp_path / "resources" / "catalogue"
    place.mkdir(parents=True)
    for stem, text in SOURCES.items():
        (place / f"{stem}.toml").write_text(text, encoding="utf-8")
    return place


def test_that_the_sources_become_one_file_that_the_program_reads(folder: Path) -> None:
    build_catalogue(folder)
    assert [path.name for path in folder.iterdir()] == ["catalogue.json"]
    made = (folder / "catalogue.json").read_text(encoding="utf-8")
    book = read_catalogue(json.loads(made))
    assert [one.id for one in book.roles] == ["one", "two"]
    assert [one.high_minutes for one in book.resources_for("sql")] == [180]


def test_that_the_same_sources_make_the_same_file(folder: Path) -> None:
    build_catalogue(folder)
    made = (folder / "catalogue.json").read_bytes()
    for stem, text in SOURCES.items():
        (folder / f"{stem}.toml").write_text(text, encoding="utf-8")
    build_catalogue(folder)
    assert (folder / "catalogue.json").read_bytes() == made


def sentence(folder: Path, name: str, old: str, new: str) -> str:
    """Return what is said when the first ``old`` of a source is ``new`` instead."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueSourceError) as found:
        build_catalogue(folder)
    assert sorted(one.name for one in folder.iterdir()) == sorted(f"{one}.toml" for one in SOURCES)
    return str(found.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        # text
        ("roles.toml", 'id = "one"', "id = one", "roles.toml, line 6: Invalid value"),
        ("roles.toml", "leadership = 3\n", "leadership = [", "roles.toml, line 32: Invalid value"),
        ("resources.toml", "to_level = 3", "to_level = [", "line 12: Invalid value"),
        # what is not known, missing or of another kind
        ("roles.toml", "summary", "sumary", 'line 9: "sumary" is not known here; known are id'),
        ("roles.toml", 'summary = "Makes things."\n', "", 'line 5: "summary" is missing'),
        ("skills.toml", '"Python"', "7", "skills.toml, line 8: 7 must be text"),
        ("sources.toml", '"judgement"', '"guess"', 'line 15: "guess" must be one of sourced'),
        ("resources.toml", '"book"\ncost', '"film"\ncost', 'line 6: "film" must be one of course'),
        # what is out of range
        ("roles.toml", "level = 3, weight", "level = 6, weight", "line 17: 6 must be one of 0"),
        (
            "roles.toml",
            "level = 3, weight",
            "level = 0, weight",
            "line 17: the level must be between 1",
        ),
        ("roles.toml", "weight = 3", "weight = 4", "line 17: 4 must be one of 1, 2, 3"),
        ("roles.toml", "autonomy = 3", "autonomy = 9", "line 22: 9 must be between 1 and 5"),
        ("roles.toml", "leadership = 3", "leadership = 6", "line 31: 6 must be between 1 and 5"),
        ("roles.toml", "lowest = 2", "lowest = 4", "line 15: the level must be between 4 and 5"),
        ("occupations.toml", "job_zone = 3", "job_zone = 6", "line 5: the job_zone must be betw"),
        ("occupations.toml", "R = 1.0", "R = 0.5", "line 6: the interests must be between 1 and 7"),
        ("occupations.toml", "R = 1.0, ", "", "line 6: the interests lack the type R"),
        ("occupations.toml", "2023-11", "2023-13", 'line 7: "2023-13" must be a year'),
        ("resources.toml", "high = 3", "high = 1", "line 8: the hours must run from a low of 1"),
        (
            "resources.toml",
            "low = 2, high = 3",
            "low = 184, high = 10",
            "to a high of 10,000 at most, not from 184 to 10",
        ),
        ("resources.toml", "low = 2", "low = 0", "line 8: the hours must run from a low of 1"),
        ("resources.toml", "to_level = 3", "to_level = 1", "line 11: resource"),
        (
            "resources.toml",
            "from_level = 1",
            "from_level = 4",
            'line 11: resource "book": the to_level must be above the from_level, 4, and is 3',
        ),
        ("resources.toml", "from_level", 'url = "ftp://x"\nfrom_level', "line 10: resource"),
        ("resources.toml", '["python", "sql"]', "[]", "line 9: resource"),
        # what its sources ask for
        ("sources.toml", 'date = "2025-12"', "", "line 16: the date must be told"),
        ("sources.toml", 'source = "somebody"', "", "line 16: the source must be named"),
        ("sources.toml", '"2025-12"', '"2093"', "line 20: 2093 is later than the catalogue"),
        ("sources.toml", '"2025-12"', '"2026-12"', "later than the catalogue, which is of 2026-11"),
        ("occupations.toml", '"2023-11"', '"2093"', "line 7: 2093 is later than the catalogue"),
        ("occupations.toml", "year = 2024", "year = 2093", "line 10: 2093 is later than the cata"),
        (
            "sources.toml",
            '"ogl"',
            '"x"',
            'line 4: the attributions must have one with the id "ogl"',
        ),
        ("sources.toml", '"ogl"', '"esco"', 'line 11: attribution "esco" is there twice'),
        ("sources.toml", " of the European Commission", "", 'line 9: attribution "esco" must say'),
        ("sources.toml", " v3.0", "", 'line 12: attribution "ogl" must say "Contains public'),
        ("sources.toml", "CC BY 4.0", "free", 'attribution "onet" must say "CC BY 4.0"'),
        # what names something that is not there, or twice
        (
            "roles.toml",
            'skill = "python"',
            'skill = "pythn"',
            'roles.toml, line 17: role "one" needs the skill "pythn", which skills.toml does not',
        ),
        (
            "roles.toml",
            '["book"]',
            '["film"]',
            'line 19: role "one" names the resource "film", which resources.toml does not have',
        ),
        ("roles.toml", '["book"]', '["book", "book"]', 'line 19: role "one" names the resource "b'),
        ("roles.toml", "11-0000.00", "12-0000.00", 'line 12: role "one" names the occupation'),
        ("roles.toml", '["11-0000"]', '["12-0000"]', 'line 13: role "one" names the wage'),
        (
            "roles.toml",
            'role = "two"',
            'role = "six"',
            'line 20: role "one" is near the role "six"',
        ),
        (
            "roles.toml",
            'family = "makers"',
            'family = "makers"\nspecialisation_of = "six"',
            'line 9: role "one" is a narrower form of the role "six", which roles.toml does not',
        ),
        (
            "roles.toml",
            'family = "makers"',
            'family = "makers"\nspecialisation_of = "one"',
            'line 9: role "one" is a narrower form of "one", which is one itself',
        ),
        ("roles.toml", '"makers"\ns', '"thinkers"\ns', 'line 8: role "one" is of the family "thi'),
        ("roles.toml", 'id = "two"', 'id = "one"', 'role "one" is there twice'),
        ("skills.toml", 'group = "prog"', 'group = "data"', 'line 7: skill "python" is in the gro'),
        ("skills.toml", 'id = "sql"', 'id = "python"', 'line 11: skill "python" is there twice'),
        ("skills.toml", "[[skills]]", '[[groups]]\nid = "x"\nname = "X"\n[[skills]]', 'group "x"'),
        ("resources.toml", '"python", "sql"', '"python", "sq"', 'teaches the skill "sq", which'),
        ("assessment.toml", "[anchors.prog]", "[anchors.prg]", 'anchors of the group "prg", which'),
        (
            "skills.toml",
            'id = "prog"',
            'id = "progg"',
            'skills.toml, line 2: group "progg" has no anchors in assessment.toml',
        ),
        (
            "occupations.toml",
            'soc = "11-0000.00"',
            'soc = "11-0000.01"',
            'line 3: no role names the occupation "11-0000.01"; roles.toml names 11-0000.00, which',
        ),
        (
            "occupations.toml",
            "median = 100",
            'median = 100\n[[pay.wages]]\ncode = "12-0000"\ntitle = "T"\nmedian = 1',
            'line 18: no role names the wage "12-0000"',
        ),
        ("assessment.toml", '5 = "Did 5."\n', "", "anchors of prog have none for level 5"),
        ("assessment.toml", "[anchors", '[anchors.x]\n1 = "a"\n[anchors', "anchors of the group"),
        # what could not be told from another
        ("skills.toml", '"SQL"', '"pythón"', 'line 13: the name "pythón" is there twice'),
        ("roles.toml", "The role two", "The  Role one", 'the title "The  Role one" is there twice'),
        ("assessment.toml", "Do I1", "Do R1", 'the text "Do R1" is there twice'),
        ("assessment.toml", "impact?", "autonomy?", 'the text "autonomy?" is there twice'),
        ("assessment.toml", 'label = "1"', 'label = "0"', 'the label "0" is there twice'),
        ("assessment.toml", '"a1"', '"a0"', 'the anchor "a0" is there twice'),
        ("assessment.toml", '"L1"', '"L0"', 'the name "L0" is there twice'),
        (
            "roles.toml",
            'name = "Making", level = 3, lowest = 2',
            'name = "Making", level = 3, lowest = 1',
            'line 43: MAKE is "Making", 2 to 5; before it was "Making", 1 to 5',
        ),
        # what no source says, or nothing
        (
            "skills.toml",
            '"Writes Python."',
            '"W."\nnearest_esco = { label = "x", uri = "http://x.org/1", found_in = "1.2.1" }',
            "line 10: the uri must begin with http://data.europa.eu/esco/skill/",
        ),
        ("roles.toml", "occupation/1", "skill/1", "line 14: the uri must begin with http://data"),
        (
            "roles.toml",
            "[roles.goals]",
            '[roles.ddat]\nrole = "r"\nlevel = "l"\nskills.Making = "Guru"\n[roles.goals]',
            'line 24: "Guru" must be one of Awareness, Working, Practitioner, Expert',
        ),
        ("roles.toml", '["book"]', "[]", "line 19: the typical_resources must name at least one"),
        ("roles.toml", '["11-0000"]', "[]", "line 13: the codes must name at least one"),
        ("roles.toml", "share = 1.0", "share = 0.0", "line 12: the share must be above 0"),
        # what disagrees with the figures it is computed from
        (
            "roles.toml",
            "R = 1.0",
            "R = 1.1",
            'line 10: the interest R of role "one" is 1.1; the mean of its occupations is 1.00',
        ),
        ("roles.toml", "share = 1.0", "share = 0.9", 'the shares of role "one" do not add up to 1'),
        ("roles.toml", "low = 100", "low = 90", "is 90 to 100; the medians say 100 to 100"),
        ("roles.toml", "coverage = 0.0", "coverage = 0.5", 'role "one" covers 0.00 of "two", not'),
        # the assessment
        (
            "assessment.toml",
            '"R2"',
            '"R3"',
            "line 88: the items must rotate through the types: after 6 comes R2, not R3",
        ),
        (
            "assessment.toml",
            'id = "R2"\ntype = "R"',
            'id = "R2"\ntype = "I"',
            "line 89: the items must rotate through the types: after 6 comes the type R, not I",
        ),
        (
            "assessment.toml",
            'id = "I1"\ntype = "I"',
            'id = "I1"\ntype = "A"',
            "after 1 comes the type I, not A",
        ),
        ("assessment.toml", 'goal = "impact"', 'goal = "focus"', "ask about every goal once"),
        ("assessment.toml", "level = 1\n", "level = 2\n", "must be the six levels from 0 to 5"),
        ("assessment.toml", "tier = 1\n", "tier = 2\n", "must be the five strengths"),
        ("assessment.toml", '["Tiny."]', "[]", "the disclosures must be there"),
        ("assessment.toml", "gates = 1", "gates = 0", "line 8: the gates must be between 1"),
        ("assessment.toml", "from_gate = 2", "from_gate = 0", "the from_gate must be between 1"),
        ("assessment.toml", "most_ratings = 36", "most_ratings = 0", "the most_ratings must be"),
    ],
)
def test_that_a_fault_is_refused_with_file_line_and_reason(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    found = sentence(folder, name, old, new)
    assert "toml, line " in found
    assert said in found


@pytest.mark.parametrize(
    ("name", "used", "stated"),
    [
        ("at_least", "0.4", "0.5"),
        ("needed_answers", "4", "3"),
        ("most_skipped", "9", "12"),
        ("flat_below", "0.35", "0.3"),
        ("same_answers", "30", "31"),
        ("even_below", "0.4", "0.5"),
        ("fewest_seconds", "2", "1.5"),
        ("chosen", "3", "4"),
        ("sigma", "0.6", "0.7"),
        ("lowest_sigma", "0.35", "0.3"),
        ("yearly_sigma", "0.1", "0.2"),
        ("fresh_years", "2", "3"),
        ("cautious_levels", "0.3", "0.5"),
        ("interests_after_months", "6", "12"),
        ("reliability", "0.75", "7.5"),
        ("repeat_difference", "2", "1"),
        ("repeat_sigma", "0.2", "0.3"),
    ],
)
def test_that_the_assessment_states_the_figures_by_which_is_scored(
    folder: Path, name: str, used: str, stated: str
) -> None:
    text = (folder / "assessment.toml").read_text(encoding="utf-8")
    place = re.search(rf"(?<!_){name} = {re.escape(used)}(?:\.0)?\b", text)
    assert place is not None
    line = text.count("\n", 0, place.start()) + 1
    said = sentence(folder, "assessment.toml", place[0], f"{name} = {stated}")
    reason = f"the {name} must be {used}, by which the program scores, not {stated}"
    assert said == f"assessment.toml, line {line}: {reason}"


def test_that_the_assessment_has_a_word_for_every_strength_of_a_match(folder: Path) -> None:
    said = sentence(folder, "assessment.toml", '{ at_least = 0.7, label = "much" },', "")
    assert said.endswith("the match_bands must be 4")


def test_that_the_nearest_roles_must_be_the_nearest(folder: Path) -> None:
    path = folder / "roles.toml"
    text = path.read_text(encoding="utf-8") + role("six", "python", "one")
    last = text.rindex("coverage = 0.0")
    path.write_text(text[:last] + text[last:].replace("0.0", "1.0", 1), encoding="utf-8")
    with pytest.raises(CatalogueSourceError, match='role "one" is nearest to six'):
        build_catalogue(folder)


def test_that_a_mark_of_byte_order_before_a_source_is_no_fault(folder: Path) -> None:
    path = folder / "skills.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    build_catalogue(folder)
    book = read_catalogue(json.loads((folder / "catalogue.json").read_text(encoding="utf-8")))
    assert [one.id for one in book.skills] == ["python", "sql"]


def test_that_a_missing_source_and_one_of_another_encoding_are_named(folder: Path) -> None:
    (folder / "skills.toml").write_bytes(b"\xff")
    with pytest.raises(CatalogueSourceError, match=r"skills.toml is not UTF-8"):
        build_catalogue(folder)
    (folder / "skills.toml").unlink()
    with pytest.raises(CatalogueSourceError, match=r"skills.toml is missing"):
        build_catalogue(folder)


def test_that_the_build_of_all_assets_tells_it_and_leaves_the_old_tree(folder: Path) -> None:
    root = folder.parents[1]
    (root / "careerdesk").mkdir()
    made = build(root)
    file = made / "resources/catalogue/catalogue.json"
    before = file.read_bytes()
    assert not list(file.parent.glob("*.toml"))
    (folder / "skills.toml").write_text("x = 1", encoding="utf-8")
    with pytest.raises(BuildError, match=r'skills.toml, line 1: "x" is not known here'):
        build(root)
    assert file.read_bytes() == before
    assert not is_fresh(root)


def test_that_the_script_needs_nothing_but_the_standard_library(folder: Path) -> None:
    """The build hook runs it in an environment that has neither Qt nor the program."""
    script = "import runpy, sys; from pathlib import Path; "
    script += "runpy.run_path(sys.argv[1])['build_catalogue'](Path(sys.argv[2]))"
    command = [sys.executable, "-I", "-S", "-c", script, module.__file__, str(folder)]
    subprocess.run(command, check=True, cwd=folder)
    assert (folder / "catalogue.json").is_file()
