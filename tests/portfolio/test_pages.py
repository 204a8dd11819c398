"""Pages, contents, bookmarks and links lead where they say."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from portfolio_desks import (
    TODAY,
    all_text,
    built,
    link_targets,
    page_texts,
    reader,
    rich_records,
)

from careerdesk.domain.learning import LearningItem
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Profile
from careerdesk.domain.records import Records
from careerdesk.domain.skills import Skill, SkillGroup
from careerdesk.portfolio.document import Paper, Section

SECTIONS = [
    "Why I am changing careers",
    "Skills",
    "Experience and education",
    "Learning record",
    "Certificates",
    "Network in numbers",
]


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612.0, 792.0))]
)
def test_that_pages_have_the_size_of_the_paper(paper: Paper, size: tuple[float, float]) -> None:
    for page in reader(built(rich_records(), paper=paper)).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size)


def test_that_the_number_of_pages_is_told() -> None:
    portfolio = built(rich_records())
    assert portfolio.pages == len(reader(portfolio).pages) >= 5


def test_that_every_section_stands_on_the_page_its_contents_name() -> None:
    texts = page_texts(built(rich_records()))
    contents = texts[1]
    assert contents.startswith("Contents")
    for title in SECTIONS:
        numbers = [int(found) for found in re.findall(rf"{title} (\d+)", contents)]
        assert any(title in texts[number - 1] for number in numbers), title


@pytest.mark.parametrize(
    ("statement", "on_cover"),
    [
        ("I made models. I want to choose them.\n\nHere is how.", "I made models."),
        ("I made models\n\nI want to choose them.", ""),
        ("I want to choose.", ""),
    ],
)
def test_that_the_cover_holds_at_most_the_first_sentence(statement: str, on_cover: str) -> None:
    cover, *_, last = page_texts(built(Records(profile=Profile(name="Ana", statement=statement))))
    assert ("I " in cover) is bool(on_cover)
    assert on_cover in cover
    assert "choose" not in cover
    assert "choose" in last


def test_that_every_page_but_the_cover_ends_with_owner_and_number() -> None:
    texts = page_texts(built(rich_records()))
    assert not texts[0].endswith("1")
    for number, text in enumerate(texts[1:], start=2):
        assert text.endswith(f"Ana Kowalska {number}")


def test_that_bookmarks_lead_to_the_pages_of_their_headings() -> None:
    portfolio = built(rich_records())
    source = reader(portfolio)
    texts = page_texts(portfolio)
    top = [entry for entry in source.outline if not isinstance(entry, list)]
    assert [entry.title for entry in top] == ["Cover", "Contents", *SECTIONS]
    for entry in top[1:]:
        page = source.get_destination_page_number(entry)
        assert page is not None
        assert str(entry.title) in texts[page]


def test_that_the_contents_can_be_clicked() -> None:
    source = reader(built(rich_records()))
    pages = {page.indirect_reference.idnum for page in source.pages if page.indirect_reference}
    first: Any = source.pages[1]
    targets = [entry.get_object()["/Dest"][0] for entry in first["/Annots"]]
    assert len(targets) > len(SECTIONS)
    assert {target.indirect_reference.idnum for target in targets} <= pages


def test_that_addresses_of_certificates_links_and_courses_can_be_clicked() -> None:
    assert sorted(link_targets(built(rich_records()))) == [
        "https://example.org/ana",
        "https://example.org/inspired",
        "https://example.org/spo-1",
    ]


def test_that_an_address_with_blanks_and_letters_of_other_scripts_is_made_a_valid_one() -> None:
    item = replace(LearningItem.new("Course"), url="https://example.org/\u017c a")
    assert link_targets(built(Records(learning_items=(item,)))) == [
        "https://example.org/%C5%BC%20a"
    ]


def test_that_the_header_of_a_long_table_is_repeated_on_each_page() -> None:
    items = tuple(LearningItem.new(f"Item{number:03}") for number in range(500))
    texts = page_texts(built(Records(learning_items=items)))
    with_items = [text for text in texts[2:] if "Item" in text]
    assert len(with_items) > 10
    assert all("Kind and provider" in text for text in with_items)
    assert len(re.findall(r"Item\d{3}", " ".join(texts))) == 500


def test_that_two_hundred_skills_of_one_group_are_all_listed() -> None:
    group = SkillGroup.new("Everything")
    skills = tuple(Skill.new(f"Skill{number:03}", group_id=group.id) for number in range(200))
    text = all_text(built(Records(skill_groups=(group,), skills=skills)))
    assert all(skill.name in text for skill in skills)


def test_that_contents_too_long_for_a_page_list_the_sections_only() -> None:
    groups = tuple(SkillGroup.new(f"Group{number:02}") for number in range(60))
    skills = tuple(Skill.new("S", group_id=group.id) for group in groups)
    texts = page_texts(built(Records(skill_groups=groups, skills=skills)))
    assert texts[1].startswith("Contents Skills 3")
    assert "Group" not in texts[1]


def test_that_sections_come_in_the_order_asked_for_and_no_others() -> None:
    chosen = (Section.NETWORK, Section.SKILLS)
    contents = page_texts(built(rich_records(), sections=chosen))[1]
    found = [title for title in SECTIONS if re.search(rf"{title} \d", contents)]
    assert sorted(found) == ["Network in numbers", "Skills"]
    assert contents.index("Conversations") < contents.index("Skills")


def test_that_sections_with_nothing_in_them_are_left_out() -> None:
    portfolio = built(Records(skills=(Skill.new("Python"),)))
    text = all_text(portfolio)
    assert "Learning record" not in text
    assert "Certificates" not in text


def test_that_an_empty_desk_gets_a_cover_and_a_page_of_first_steps() -> None:
    portfolio = built(Records())
    texts = page_texts(portfolio)
    assert portfolio.pages == 2
    assert texts[0] == "Career portfolio November 2026"
    assert texts[1].startswith("What to add first")
    assert "Your name" in texts[1]


def test_that_first_steps_leave_out_what_is_there() -> None:
    text = all_text(built(Records(profile=Profile(name="Ana", headline="Engineer"))))
    assert "Your skills" in text
    assert "Your name" not in text


def test_that_equal_desks_give_equal_bytes() -> None:
    records = rich_records()
    assert built(records).pdf == built(records).pdf


def test_that_another_day_gives_another_document() -> None:
    records = rich_records()
    tomorrow = TODAY.replace(day=TODAY.day + 1)
    assert built(records).pdf != built(records, today=tomorrow).pdf


def test_that_bytes_do_not_depend_on_the_process() -> None:
    script = (
        "import datetime, hashlib, uuid\n"
        "from careerdesk.domain.records import Records\n"
        "from careerdesk.domain.profile import Profile\n"
        "from careerdesk.domain.skills import *\n"
        "from careerdesk.portfolio.document import *\n"
        "day = datetime.date(2026, 11, 23)\n"
        "skills = tuple(Skill(id=SkillId(uuid.UUID(int=n)), name=f'S{n}') for n in range(9))\n"
        "ratings = tuple(Rating(id=RatingId(s.id), skill_id=s.id, on=day, level=Level(3))"
        " for s in skills)\n"
        "records = Records(profile=Profile(name='\u0141ukasz'), skills=skills, ratings=ratings)\n"
        "made = build_portfolio(records, today=day, options=PortfolioOptions(),"
        " content=lambda sha: b'')\n"
        "print(hashlib.sha256(made.pdf).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def test_that_the_document_is_dated_today() -> None:
    metadata = reader(built(rich_records())).metadata
    assert metadata is not None
    assert metadata.title == "Career portfolio \u2013 Ana Kowalska"
    assert metadata.creation_date is not None
    assert metadata.creation_date.date() == TODAY


def test_that_progress_is_told_to_the_end_and_can_stop_the_work() -> None:
    from careerdesk.portfolio.document import PortfolioOptions, build_portfolio

    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_portfolio(
            rich_records(),
            today=TODAY,
            options=PortfolioOptions(),
            content=lambda _sha: b"",
            progress=stop,
        )
    assert [done for done, _total in told] == [1, 2]


@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        ("2026-11-22", "Expired on 22 Nov 2026"),
        ("2026-11-23", "Valid until 23 Nov 2026"),
        ("2026-11", "Valid until Nov 2026"),
        ("2025", "Expired in 2025"),
    ],
)
def test_that_expiry_is_said_in_words(expires: str, expected: str) -> None:
    records = rich_records()
    certificate = replace(records.certificates[0], expires=PartialDate(expires))
    assert expected in all_text(built(replace(records, certificates=(certificate,))))
