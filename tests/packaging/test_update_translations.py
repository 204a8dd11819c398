"""The files of translations hold what the window says, and keep what a translator has written."""

from __future__ import annotations

from pathlib import Path

import update_translations
from update_translations import FOLDER, read, unfinished, wanted_texts, written
from window_texts import Text, window_texts

from careerdesk.gui.translations import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
HOME = Text("pages", "Home")
CHANGES = Text("history", "%n change(s)", is_plural=True)
PEOPLE = Text("home", '%n "people" <here>', "a comment", is_plural=True)


def test_that_each_language_of_the_window_has_its_whole_file() -> None:
    files = {path.stem.partition("_")[2]: path for path in (ROOT / FOLDER).glob("*.ts")}
    assert sorted(files) == sorted(LANGUAGES)
    texts = window_texts(ROOT)
    for language, path in files.items():
        wanted, known = wanted_texts(texts, language), read(path)
        hint = "run python packaging/update_translations.py"
        assert unfinished(wanted, known, language) == [], hint
        assert path.read_text(encoding="utf-8") == written(wanted, known, language), hint


def test_that_numbers_are_written_as_the_readers_country_does() -> None:
    many = {
        text.source: forms[-1] for text, forms in read(ROOT / FOLDER / "careerdesk_en.ts").items()
    }
    assert [source for source, form in many.items() if "%Ln" not in form] == []


def test_that_english_holds_plural_forms_only() -> None:
    assert wanted_texts([HOME, CHANGES], "en") == [CHANGES]
    assert wanted_texts([HOME, CHANGES], "de") == [HOME, CHANGES]


def test_that_plural_forms_marked_by_an_s_need_no_translator() -> None:
    assert update_translations.english_forms("%n change(s) on %n day(s)") == (
        "%Ln change on %Ln day",
        "%Ln changes on %Ln days",
    )
    assert update_translations.english_forms("%n person (and %n change(s))") == ()
    assert unfinished([CHANGES, PEOPLE], {}, "en") == [PEOPLE]


def test_that_what_is_written_is_read_again(tmp_path: Path) -> None:
    known = {HOME: ("Zuhause & „mehr“",), PEOPLE: ("%Ln 'eine'", "%Ln <viele>")}
    path = tmp_path / "careerdesk_de.ts"
    path.write_text(written([PEOPLE, CHANGES, HOME], known, "de"), encoding="utf-8")
    assert read(path) == known


def test_that_an_empty_file_begins_a_language(tmp_path: Path) -> None:
    path = tmp_path / "careerdesk_de.ts"
    path.touch()
    assert read(path) == {}
