"""Bring ``resources/translations/*.ts`` up to date with the texts of the window.

``careerdesk_en.ts`` holds the plural forms only: every other English text is its own source. A
file of any other language holds every text. What has been translated stays, what is gone is
dropped, and what is new is listed; Qt Linguist opens the files, ``build_assets.py`` compiles them.
To begin a language, make an empty file, such as ``careerdesk_de.ts``, name the language in
``careerdesk/gui/translations.py``, and run this script.
"""

from __future__ import annotations

import re
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from window_texts import Text, UnreadableTextError, window_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "resources/translations"
ENGLISH = "en"

# What a text is translated by: one form, or one for each number the language tells apart.
Forms = tuple[str, ...]


def main() -> int:
    """Rewrite every file; list what waits for a translator."""
    try:
        texts = window_texts(ROOT)
    except UnreadableTextError as error:
        print(error, file=sys.stderr)
        return 1
    for path in sorted((ROOT / FOLDER).glob("*.ts")):
        language = path.stem.partition("_")[2]
        wanted, known = wanted_texts(texts, language), read(path)
        path.write_text(written(wanted, known, language), encoding="utf-8")
        missing = unfinished(wanted, known, language)
        print(f"{path.name}: {len(wanted)} texts, {len(missing)} to translate")
        for text in missing:
            print(f"  {text.context}: {text.source}")
    return 0


def wanted_texts(texts: Sequence[Text], language: str) -> list[Text]:
    """Return what a file of a language should hold."""
    return [text for text in texts if text.is_plural or language != ENGLISH]


def unfinished(texts: Sequence[Text], known: dict[Text, Forms], language: str) -> list[Text]:
    """Return the texts that no translator has seen to."""
    return [text for text in texts if not _forms(text, known, language)]


def read(path: Path) -> dict[Text, Forms]:
    """Return what is translated in a file, without what is marked as unfinished."""
    content = path.read_text(encoding="utf-8")
    known: dict[Text, Forms] = {}
    for context in ElementTree.fromstring(content).iter("context") if content.strip() else ():
        for message in context.iter("message"):
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            known[text] = forms or (translation.text or "",)
    return known


def written(texts: Sequence[Text], known: dict[Text, Forms], language: str) -> str:
    """Return the file that holds these texts, with what is known of them."""
    return "\n".join(_lines(texts, known, language)) + "\n"


def _lines(texts: Sequence[Text], known: dict[Text, Forms], language: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<!DOCTYPE TS>"
    yield f'<TS version="2.1" language="{language}" sourcelanguage="en">'
    for context, of_context in groupby(texts, lambda text: text.context):
        yield "<context>"
        yield f"    <name>{_escaped(context)}</name>"
        for text in of_context:
            yield from _message(text, _forms(text, known, language))
        yield "</context>"
    yield "</TS>"


def _message(text: Text, forms: Forms) -> Iterator[str]:
    numerus = ' numerus="yes"' if text.is_plural else ""
    yield f"    <message{numerus}>"
    yield f"        <source>{_escaped(text.source)}</source>"
    if text.comment:
        yield f"        <comment>{_escaped(text.comment)}</comment>"
    mark = "" if forms else ' type="unfinished"'
    if text.is_plural and forms:
        yield f"        <translation{mark}>"
        for form in forms:
            yield f"            <numerusform>{_escaped(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        <translation{mark}>{_escaped(''.join(forms))}</translation>"
    yield "    </message>"


def _forms(text: Text, known: dict[Text, Forms], language: str) -> Forms:
    return known.get(text) or (english_forms(text.source) if language == ENGLISH else ())


def english_forms(source: str) -> Forms:
    """Return one and many of a text that marks every plural by "(s)"; none of any other.

    ``%Ln`` writes the number as the reader's country does.
    """
    counted = source.replace("%n", "%Ln")
    if "(s)" not in counted or re.search(r"\((?!s\))", counted):
        return ()
    return counted.replace("(s)", ""), counted.replace("(s)", "s")


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


if __name__ == "__main__":
    raise SystemExit(main())
