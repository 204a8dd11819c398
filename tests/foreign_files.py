"""Foreign files for tests: LinkedIn exports as they come, and what can be wrong with them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from careerdesk.exchange.drafts import Collector, Incoming
from careerdesk.exchange.foreign import read_path
from careerdesk.exchange.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice some missing."\n\n'
CONNECTIONS_HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ADA = "Ada,Byron,https://www.linkedin.com/in/ada,ada@example.org,Engines Ltd,Analyst,08 Feb 2026\n"
BOB = "Bob,Moog,https://www.linkedin.com/in/bob,,Sounds Inc,Engineer,9 Sep 2019\n"
HIDDEN = ",,,,,,07 Jun 2026\n"
CONNECTIONS = PREAMBLE + CONNECTIONS_HEADER + ADA + BOB
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Engines Ltd,Analyst,"First line.\nSecond line.",London,Jan 2024,\n'
    "Mills,Clerk,,,2020,Dec 2023\n"
)
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
    "Ada,Byron,,1 Mill Lane,,Analyst,Because of poetry.,,,London,,[PORTFOLIO:https://ada.example],\n"
)
LEARNING = (
    "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),"
    "Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),\n"
    "Done course,<p>About <b>maps</b></p>,Course,2021-06-14 12:16 UTC,2021-06-15 08:00 UTC,"
    "false,Good,\n"
    "Watched video,,Video,2021-06-14 12:16 UTC,N/A,false,,\n"
    "Saved course,,Course,N/A,N/A,true,,\n"
)
EXPORT = {
    "Connections.csv": CONNECTIONS,
    "Positions.csv": POSITIONS,
    "Profile.csv": PROFILE,
    "Learning.csv": LEARNING,
    "Skills.csv": "Name\nPython\nC++\npython \n",
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        "University of Examples,2014,Aug 2020,With honours,MSc,Chess\n"
    ),
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "Cloud Associate,https://example.com/1,Example Authority,May 2023,May 2026,ABC-1\n"
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\n"
        "old@example.org,Yes,No,1/2/20\nada@example.org,Yes,Yes,1/2/21\n"
    ),
    "PhoneNumbers.csv": "Extension,Number,Type\n,555 1,Home\n+44,555 2,Mobile\n",
    "messages.csv": "CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n1,a,b,x,y,z\n2,a,b,x,y,z\n",
}


def zip_bytes(entries: Mapping[str, str | bytes]) -> bytes:
    """Pack files into a zip."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return buffer.getvalue()


def put(path: Path, content: str | bytes) -> Path:
    """Write a file, as UTF-8 if it is text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def put_folder(path: Path, files: Mapping[str, str]) -> Path:
    """Write a folder of files."""
    for name, content in files.items():
        put(path / name, content)
    return path


def read_here(path: Path, *, kind: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Incoming:
    """Read a path in this process, where a debugger and coverage see it."""
    collector = Collector()
    read_path(path, collector, limits, kind=kind, progress=lambda done, total: None)
    return collector.collected()
