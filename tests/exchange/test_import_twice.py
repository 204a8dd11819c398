"""Whatever an export holds, importing it again adds nothing, and changes nothing any more."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from foreign_files import put_folder, read_here
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.domain.records import COLLECTIONS, Records
from careerdesk.exchange.plan import ImportPlan, plan

if TYPE_CHECKING:
    from pathlib import Path

# So few values that rows often say nearly the same as others.
names = st.sampled_from(["Ada", "ada ", "Bob", ""])
places = st.sampled_from(["", "Mills", "MILLS", "Looms"])
urls = st.sampled_from(
    ["", "https://www.linkedin.com/in/a", "www.linkedin.com/in/A", "https://linkedin.com/in/b"]
)
emails = st.sampled_from(["", "a@example.org", "A@example.org", "b@example.org"])
dates = st.sampled_from(["", "1 Jan 2020", "2 Jan 2020", "2021", "Feb 2022", "soon"])
codes = st.sampled_from(["", "A-1", "a-1", "B-2"])

EXPORTED: dict[str, tuple[str, tuple[st.SearchStrategy[str], ...]]] = {
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        (names, st.just("Byron"), urls, emails, places, places, dates),
    ),
    "Notes.csv": (
        "Connection First Name,Connection Last Name,Connection Profile URL,Note",
        (names, st.just("Byron"), urls, places),
    ),
    "Skills.csv": ("Name", (names,)),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On",
        (places, names, places, places, dates, dates),
    ),
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number",
        (names, urls, places, dates, dates, codes),
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities",
        (places, dates, dates, names, names, names),
    ),
}


@st.composite
def exports(draw: st.DrawFn) -> dict[str, str]:
    """A LinkedIn export in which the same things stand in different words."""
    files = {}
    for name, (header, columns) in EXPORTED.items():
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(header.split(","))
        writer.writerows(draw(st.lists(st.tuples(*columns), max_size=4)))
        files[name] = text.getvalue()
    return files


def after(made: ImportPlan, existing: Records) -> Records:
    names = {kind: name for name, kind in COLLECTIONS.items()}
    held: dict[str, dict[Any, Any]] = {
        name: {item.id: item for item in getattr(existing, name)} for name in COLLECTIONS
    }
    for entry in (*made.new, *made.changed):
        held[names[type(entry.after)]][entry.after.id] = entry.after
    fields: dict[str, Any] = {name: tuple(items.values()) for name, items in held.items()}
    return replace(existing, **fields)


many = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@many
@given(exports())
def test_that_importing_again_adds_and_changes_nothing(
    tmp_path: Path, export: dict[str, str]
) -> None:
    incoming = read_here(put_folder(tmp_path / "export", export))
    desk = after(plan(incoming, Records()), Records())
    assert plan(incoming, desk).is_empty


@many
@given(exports(), exports())
def test_that_importing_again_beside_older_records_adds_and_changes_nothing(
    tmp_path: Path, one: dict[str, str], other: dict[str, str]
) -> None:
    earlier = read_here(put_folder(tmp_path / "export", other))
    desk = after(plan(earlier, Records()), Records())
    incoming = read_here(put_folder(tmp_path / "export", one))
    desk = after(plan(incoming, desk), desk)
    assert plan(incoming, desk).is_empty
