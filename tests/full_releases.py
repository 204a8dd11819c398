"""Releases of O*NET and ESCO as large as the real ones, with invented figures and labels."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

from role_releases import (
    ESCO_OCCUPATIONS,
    ESCO_RELATIONS,
    ESCO_SKILLS,
    HOST,
    INTERESTS_HEADER,
    RATINGS_HEADER,
    READ_ME,
    TYPES,
    interests,
    rating,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def put_full_release(folder: Path, *, occupations: int = 1_016, rated: int = 923) -> Path:
    """Write a release of O*NET as large as 29.3 (text), with invented figures.

    Also the large files that are not read: Abilities, Work Context with more rows than a table may
    have, and Technology Skills.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(29.3)
    codes = [f"{11 + at // 40:02}-{1000 + at}.00" for at in range(occupations)]

    def put(name: str, header: str, lines: Iterator[str]) -> None:
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.write(header.replace("\n", "\r\n"))
            file.writelines(line.replace("\n", "\r\n") for line in lines)

    def ratings(elements: int, prefix: str, scales: Mapping[str, float]) -> Iterator[str]:
        every = itertools.product(codes[:rated], range(elements), scales.items())
        for code, element, (scale, most) in every:
            value = round(1 + draw.random() * (most - 1), 2)
            name = f"{prefix}.{1 + element // 9}.{'abcdefghi'[element % 9]}"
            yield rating(name, scale, value, code=code, irrelevant="N" if scale == "LV" else "")

    both = {"IM": 5.0, "LV": 7.0}
    (folder / "Read Me.txt").write_text(READ_ME, encoding="utf-8")
    put(
        "Occupation Data.txt",
        "O*NET-SOC Code\tTitle\tDescription\n",
        (f"{code}\tOccupation {at}\t{'What they do. ' * 20}\n" for at, code in enumerate(codes)),
    )
    put("Skills.txt", RATINGS_HEADER, ratings(35, "2.A", both))
    put("Knowledge.txt", RATINGS_HEADER, ratings(33, "2.C", both))
    put("Abilities.txt", RATINGS_HEADER, ratings(52, "1.A", both))
    contexts = dict.fromkeys(("CX", "CXP", "CT", "CTP", "XX", "XY"), 5.0)
    put("Work Context.txt", RATINGS_HEADER, ratings(57, "4.C", contexts))
    put(
        "Interests.txt",
        INTERESTS_HEADER,
        (
            interests(code, [round(1 + draw.random() * 6, 2) for _ in TYPES])
            for code in codes[:rated]
        ),
    )
    put(
        "Alternate Titles.txt",
        "O*NET-SOC Code\tAlternate Title\tShort Title\tSource(s)\n",
        (f"{code}\tName {one} of {code}\t\t02\n" for code in codes for one in range(56)),
    )
    put(
        "Technology Skills.txt",
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n",
        (f"{code}\tTool {one}\t43232202\tSoftware\tN\tN\n" for code in codes for one in range(32)),
    )
    return folder


def put_full_esco(folder: Path, *, occupations: int = 3_043, skills: int = 13_960) -> Path:
    """Write ESCO as large as 1.2.1, which has 126,051 relations; all labels are invented."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(121)
    header = ESCO_OCCUPATIONS.partition("\n")[0]
    with (folder / "occupations_en.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(f"{header}\n")
        for at in range(occupations):
            others = "\n".join(f"other name {one} of {at}" for one in range(9))
            file.write(
                f'Occupation,{HOST}/occupation/{at:036},2512,occupation {at},"{others}",,released,,'
                f",,,,{'What they do. ' * 30},2512.{at},\n"
            )
    with (folder / "skills_en.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(f"{ESCO_SKILLS.partition(chr(10))[0]}\n")
        for at in range(skills):
            file.write(
                f"KnowledgeSkillCompetence,{HOST}/skill/{at:036},knowledge,cross-sector,skill {at} "
                f"of some length,,,released,,,,,{'What it is. ' * 30}\n"
            )
    with (folder / "occupationSkillRelations_en.csv").open("w", encoding="utf-8") as file:
        file.write(f"{ESCO_RELATIONS.partition(chr(10))[0]}\n")
        for at in range(126_051):
            kind = "essential" if draw.random() < 0.5 else "optional"
            skill = f"{HOST}/skill/{draw.randrange(skills):036}"
            file.write(f"{HOST}/occupation/{at % occupations:036},{kind},knowledge,{skill}\n")
    return folder
