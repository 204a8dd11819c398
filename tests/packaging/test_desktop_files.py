"""What tells a Linux desktop that there is a CareerDesk, and which files are its."""

from __future__ import annotations

import configparser
import re
from pathlib import Path
from xml.etree import ElementTree

from screenshots import PUBLISHED

from careerdesk import __version__
from careerdesk.services.desk import SUFFIX
from careerdesk.storage.layout import APPLICATION_ID

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "packaging" / "linux"
PICTURES = ROOT / "packaging" / "pictures"
MIME = "application/x-careerdesk"
SHARED_MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(FOLDER / "careerdesk.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def metadata() -> ElementTree.Element:
    return ElementTree.parse(FOLDER / "org.careerdesk.CareerDesk.metainfo.xml").getroot()


def test_that_a_double_click_starts_the_program_with_the_desk() -> None:
    assert entry()["Exec"] == "careerdesk %f"
    assert entry()["MimeType"] == f"{MIME};"
    assert (ROOT / "resources" / "logo" / f"{entry()['Icon']}.svg").is_file()


def test_that_the_window_is_known_by_the_name_the_program_gives_it() -> None:
    code = (ROOT / "careerdesk" / "app.py").read_text(encoding="utf-8")
    assert re.findall(r'setDesktopFileName\("(.*)"\)', code) == ["careerdesk"]
    assert f'Application(["{entry()["StartupWMClass"]}"' in code


def test_that_desks_are_told_by_their_ending_and_their_mark() -> None:
    root = ElementTree.parse(FOLDER / "careerdesk-mime.xml").getroot()
    (kind,) = root.iter(f"{SHARED_MIME}mime-type")
    assert kind.get("type") == MIME
    (glob,) = root.iter(f"{SHARED_MIME}glob")
    assert glob.get("pattern") == f"*{SUFFIX}"
    header, mark = root.iter(f"{SHARED_MIME}match")
    assert header.get("value") == r"SQLite format 3\x00"
    assert (mark.get("type"), mark.get("offset")) == ("big32", "68")
    assert int(mark.get("value", ""), 16) == APPLICATION_ID


def test_that_the_metadata_name_this_version_and_the_same_files() -> None:
    root = metadata()
    assert root.findtext("launchable") == "careerdesk.desktop"
    assert root.findtext("provides/mediatype") == MIME
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__


def test_that_the_pictures_of_the_metadata_are_those_of_the_readme() -> None:
    names = [Path(image.text or "").name for image in metadata().iter("image")]
    assert names == [f"{name}.png" for name in PUBLISHED]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in names:
        assert (PICTURES / name).is_file()
        assert f"(packaging/pictures/{name})" in readme
    assert all(shot.findtext("caption") for shot in metadata().iter("screenshot"))
