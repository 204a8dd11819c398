"""Which language the window speaks, and the translations that make it do so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QLocale

ENGLISH: Final = "en"

# Those with a file in resources/translations. That of English holds plural forms only.
LANGUAGES: Final = (ENGLISH,)


def language_of(reader: QLocale) -> str:
    """Return the first language the reader wants and the window speaks, else English."""
    wanted = (name.replace("-", "_").partition("_")[0] for name in reader.uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), ENGLISH)


def install(application: QCoreApplication, language: str = ENGLISH) -> list[QTranslator]:
    """Have texts looked up in a language and, failing that, in English; return what was added.

    The texts of Qt itself, as on the buttons of dialogs, are in the same language as ours: a
    dialog that asks in one language and answers in another reads like a mistake.
    """
    files = [_ours(ENGLISH)]
    if language != ENGLISH:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files += [f"{folder}/qtbase_{language}.qm", _ours(language)]
    return list(_installed(application, files))


def remove(application: QCoreApplication, translators: Iterable[QTranslator]) -> None:
    """Look up nothing in these any more."""
    for translator in translators:
        application.removeTranslator(translator)
        translator.deleteLater()


def _ours(language: str) -> str:
    from careerdesk.assets import asset  # takes longer than the first frame should wait

    try:
        return str(asset(f"translations/careerdesk_{language}.qm"))
    except FileNotFoundError:  # a checkout whose compiler of translations could not start
        return ""


def _installed(application: QCoreApplication, files: Iterable[str]) -> Iterator[QTranslator]:
    for file in files:
        translator = QTranslator(application)
        if file and translator.load(file):
            application.installTranslator(translator)
            yield translator
        else:
            translator.deleteLater()
