"""O*NET and ESCO for tests: a few occupations, in the layouts that the releases have had.

The three occupations carry the codes and titles of O*NET 29.3, with the alternate titles that
mislead; the figures of all others are invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.exchange.foreign_roles import ForeignRole, ForeignRoles
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits
from careerdesk.exchange.role_files import read_role_paths

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from careerdesk.exchange.drafts import Severity

READ_ME = "O*NET 29.3 Database\nMay 2025 Release\n"
OCCUPATIONS = (
    "O*NET-SOC Code\tTitle\tDescription\n"
    "15-2051.00\tData Scientists\tDevelop and implement a set of techniques.\n"
    "19-3051.00\tUrban and Regional Planners\tDevelop comprehensive plans for the use of land.\n"
    "33-3021.06\tIntelligence Analysts\tGather, analyze, or evaluate information.\n"
)
RATINGS_HEADER = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\t"
    "Lower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n"
)
INTERESTS_HEADER = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source\n"
)
NAMES = {
    "2.A.1.a": "Reading Comprehension",
    "2.A.1.e": "Mathematics",
    "2.B.3.e": "Programming",
    "2.C.4.a": "Mathematics",
    "2.C.3.a": "Computers and Electronics",
    "1.A.1.a.1": "Oral Comprehension",
}
TYPES = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")


def rating(
    element: str,
    scale: str,
    value: float | str,
    *,
    code: str = "19-3051.00",
    suppress: str = "N",
    irrelevant: str = "",
    date: str = "08/2022",
) -> str:
    """Return a line of Skills.txt and its like."""
    cells = (code, element, NAMES.get(element, "x"), scale, value, 8, "0.1", "3", "4")
    return "\t".join(map(str, (*cells, suppress, irrelevant, date, "Analyst"))) + "\n"


def rated(element: str, importance: float, level: float, *, code: str = "19-3051.00") -> str:
    """Return the two lines of an element."""
    return rating(element, "IM", importance, code=code) + rating(element, "LV", level, code=code)


def interests(code: str, figures: Iterable[float | str], *, source: str = "Analyst") -> str:
    """Return the lines of Interests.txt for one occupation, with the first high-point."""
    lines = [
        f"{code}\t1.B.1.{letter}\t{name}\tOI\t{figure}\t11/2023\t{source}\n"
        for letter, name, figure in zip("abcdef", TYPES, figures, strict=False)
    ]
    high_point = f"{code}\t1.B.1.g\tFirst Interest High-Point\tIH\t2\t11/2023\t{source}\n"
    return "".join((*lines, high_point))


SKILLS = RATINGS_HEADER + "".join(
    rated(element, importance, level, code=code)
    for code in ("19-3051.00", "33-3021.06")
    for element, importance, level in (("2.A.1.a", 4.12, 4.25), ("2.B.3.e", 2.5, 1.38))
)
KNOWLEDGE = RATINGS_HEADER + rated("2.C.3.a", 3.2, 6.1)
INTERESTS = (
    INTERESTS_HEADER
    + interests("15-2051.00", (2.16, 6.99, 2.59, 1.66, 1.71, 5.4), source="Machine Learning")
    + interests("19-3051.00", (2, 5, 3, 3, 4, 4))
    + interests("33-3021.06", (2, 6, 2, 2, 4, 5))
)
TITLES = (
    "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n"
    "19-3051.00\tDeveloper Advocate\t\t08\n"
    "33-3021.06\tAI Consultant (Artificial Intelligence Consultant)\tAI Consultant\t10\n"
    "15-2051.00\tMachine Learning Scientist\tn/a\t02\n"
)
ONET = {
    "Read Me.txt": READ_ME,
    "Occupation Data.txt": OCCUPATIONS,
    "Skills.txt": SKILLS,
    "Knowledge.txt": KNOWLEDGE,
    "Interests.txt": INTERESTS,
    "Alternate Titles.txt": TITLES,
    "Abilities.txt": RATINGS_HEADER + rated("1.A.1.a.1", 4.5, 5),
}


def onet_303() -> dict[str, str]:
    """Return the same as release 30.3 has it: skills in two files, other names, a BOM, CRLF."""
    lines = SKILLS.removeprefix(RATINGS_HEADER).splitlines(keepends=True)
    files = {
        "Read Me.txt": READ_ME.replace("29.3", "30.3"),
        "Occupation Data.txt": OCCUPATIONS,
        "Essential Skills.txt": RATINGS_HEADER + "".join(x for x in lines if "\t2.A" in x),
        "Transferable Skills.txt": RATINGS_HEADER + "".join(x for x in lines if "\t2.B" in x),
        "Knowledge.txt": KNOWLEDGE,
        "Career Interest Types.txt": INTERESTS,
        "Specific Interest Areas.txt": INTERESTS_HEADER
        + "19-3051.00\t1.B.3.a\tTeaching\tOI\t3\t02/2026\tMachine Learning\n",
        "Job Titles.txt": TITLES.replace("Alternate Title", "Job Title"),
        "Software Skills.txt": "O*NET-SOC Code\tWorkplace Example\tElement ID\tElement Name\t"
        "Hot Technology\tIn Demand\n19-3051.00\tQGIS\t2.D.1\tMaps\tN\tN\n",
    }
    return {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in files.items()}


def as_csv(text: str) -> str:
    """Return a table as the CSV edition has it: with commas, and the title beside the code."""
    titles = dict(line.split("\t")[:2] for line in OCCUPATIONS.splitlines()[1:])
    lines = []
    for line in text.splitlines():
        code, *cells = line.split("\t")
        beside = [] if "Title" in text.splitlines()[0] else [titles.get(code, "Title")]
        lines.append(",".join(f'"{cell}"' for cell in (code, *beside, *cells)))
    return "\n".join(lines) + "\n"


HOST = "http://data.europa.eu/esco"
DEVELOPER, ANALYST = f"{HOST}/occupation/f2b15a0e", f"{HOST}/occupation/d3edb8f8"
PYTHON, SQL, TALKING = f"{HOST}/skill/ccd0a1d9", f"{HOST}/skill/598de5b0", f"{HOST}/skill/L1"
ESCO_OCCUPATIONS = (
    "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
    "regulatedProfessionNote,scopeNote,definition,inScheme,description,code,naceCode\n"
    f'Occupation,{DEVELOPER},2512,software developer,"programmer\nsoftware writer",,released,,,,,,'
    "Software developers implement.,2512.4,\n"
    f"Occupation,{ANALYST},2511,data analyst,number wizard | data expert,,released,,,,,,"
    '"Data analysts, in short,\nimport data.",2511.3,\n'
)
ESCO_SKILLS = (
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,"
    "modifiedDate,scopeNote,definition,inScheme,description\n"
    f"KnowledgeSkillCompetence,{PYTHON},knowledge,sector-specific,Python,,,released,,,,,\n"
    f"KnowledgeSkillCompetence,{SQL},knowledge,sector-specific,SQL,,,released,,,,,\n"
    f"KnowledgeSkillCompetence,{TALKING},skill/competence,transversal,explain,,,released,,,,,\n"
)
ESCO_RELATIONS = (
    "occupationUri,relationType,skillType,skillUri\n"
    f"{DEVELOPER},optional,knowledge,{SQL}\n"
    f"{DEVELOPER},essential,knowledge,{PYTHON}\n"
    f"{ANALYST},essential,knowledge,{SQL}\n"
    f"{ANALYST},optional,skill/competence,{TALKING}\n"
)
ESCO = {
    "occupations_en.csv": ESCO_OCCUPATIONS,
    "skills_en.csv": ESCO_SKILLS,
    "occupationSkillRelations_en.csv": ESCO_RELATIONS,
}
# Relations of 1.2 and later carry labels, so that no table of skills is needed.
ESCO_RELATIONS_12 = (
    "occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel\n"
    f"{DEVELOPER},software developer,essential,knowledge,{PYTHON},Python\n"
)
TABIYA = {
    "occupations.csv": (
        '"ORIGINURI","ID","UUIDHISTORY","OCCUPATIONGROUPCODE","CODE","PREFERREDLABEL","ALTLABELS",'
        '"DESCRIPTION","DEFINITION","SCOPENOTE","REGULATEDPROFESSIONNOTE","OCCUPATIONTYPE",'
        '"ISLOCALIZED"\n'
        f'"{DEVELOPER}","key_1","","2512","2512.4","software developer","programmer\ncoder",'
        '"Implement.","","","","escooccupation","false"\n'
        f'"{DEVELOPER}","key_2","","2512","2512.4","software developer (local)","","","","","",'
        '"escooccupation","true"\n'
        '"","key_i","","I11","I11_1","market seller","","Sells.","","","","localoccupation",'
        '"false"\n'
    ),
    "skills.csv": (
        '"ORIGINURI","ID","UUIDHISTORY","SKILLTYPE","REUSELEVEL","PREFERREDLABEL","ALTLABELS",'
        '"DESCRIPTION","DEFINITION","SCOPENOTE",ISLOCALIZED\n'
        f'"{PYTHON}","key_p","","knowledge","sector-specific","Python","","","","",false\n'
        '"","key_s","","skill/competence","transversal","sell","","","","",false\n'
    ),
    "occupation_to_skill_relations.csv": (
        '"OCCUPATIONTYPE","OCCUPATIONID","RELATIONTYPE","SKILLID","SIGNALLINGVALUELABEL",'
        '"SIGNALLINGVALUE"\n'
        '"escooccupation","key_1","essential","key_p","",""\n'
        '"localoccupation","key_i","essential","key_s","",""\n'
        '"escooccupation","key_2","","key_s","high","1"\n'
    ),
    "occupation_groups.csv": (
        '"ORIGINURI","ID","UUIDHISTORY","CODE","GROUPTYPE","PREFERREDLABEL","ALTLABELS",'
        f'"DESCRIPTION"\n"{HOST}/isco/C0","key_0","","0","iscogroup","Armed forces","",""\n'
    ),
}


class Gathered:
    """A sink for one reading in this process; problems are ``(file, line, reason)``."""

    def __init__(self) -> None:
        self.roles: list[ForeignRole] = []
        self.problems: list[tuple[str, int | None, str]] = []
        self.severities: list[Severity] = []
        self._file = ""

    def file(self, name: str) -> None:
        self._file = name

    def problem(self, reason: str, line: int | None, severity: Severity) -> None:
        self.problems.append((self._file, line, reason))
        self.severities.append(severity)

    def role(self, role: ForeignRole) -> None:
        self.roles.append(role)

    def __getitem__(self, code: str) -> ForeignRole:
        (role,) = ForeignRoles(roles=tuple(self.roles)).with_codes([code])
        return role

    @property
    def reasons(self) -> list[str]:
        return [reason for _, _, reason in self.problems]


def roles_in(*paths: Path, limits: Limits = DEFAULT_LIMITS) -> Gathered:
    """Read roles in this process, where a debugger and coverage see it."""
    gathered = Gathered()
    read_role_paths(paths, gathered, limits, lambda done, total: None)
    return gathered
