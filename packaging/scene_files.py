"""Small foreign files for pictures of what imports them; everybody in them is made up."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Byron,https://www.linkedin.com/in/ada,ada@example.org,Engines Ltd,Analyst,08 Feb 2026\n"
    "Bob,Moog,https://www.linkedin.com/in/bob,,Sounds Inc,Engineer,9 Sep 2019\n"
    "Grace,Murray,https://www.linkedin.com/in/grace,,Harbour Systems,Head of product,3 Mar 2025\n"
    ",,,,,,07 Jun 2026\n"
)
ONET = {
    "Occupation Data.txt": (
        "O*NET-SOC Code\tTitle\tDescription\n"
        "15-2051.00\tData Scientists\tDevelop and implement a set of techniques or analytics "
        "applications to transform raw data into meaningful information.\n"
        "19-3051.00\tUrban and Regional Planners\tDevelop comprehensive plans for the use of "
        "land and physical facilities.\n"
        "33-3021.06\tIntelligence Analysts\tGather, analyze, or evaluate information.\n"
    ),
    "Interests.txt": "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\t"
    "Domain Source\n"
    + "".join(
        f"{code}\t1.B.1.{letter}\tx\tOI\t{figure}\t11/2023\tMachine Learning\n"
        for code in ("15-2051.00", "19-3051.00", "33-3021.06")
        for letter, figure in zip("abcdef", (2, 6, 3, 2, 3, 5), strict=True)
    ),
}
EXPORT = {
    "Connections.csv": CONNECTIONS,
    "Skills.csv": "Name\nPython\nPublic speaking\npython \n",
    "Certifications.csv": (
        "Name,Url,Authority,Started On,Finished On,License Number\n"
        "Cloud Associate,https://example.com/1,Example Authority,May 2025,May 2028,ABC-1\n"
    ),
    "messages.csv": "CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n1,a,b,x,y,z\n",
}


def roles_of_onet(folder: Path) -> Path:
    """Write a small release of O*NET."""
    folder.mkdir(exist_ok=True)
    for name, content in ONET.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def linkedin_export(path: Path) -> Path:
    """Write a small LinkedIn export."""
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in EXPORT.items():
                archive.writestr(name, content)
        path.write_bytes(buffer.getvalue())
    return path
