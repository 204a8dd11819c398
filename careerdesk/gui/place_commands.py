"""Commands that are given in a list or on a page, by the names and keys they have there.

Lists and pages make their actions of these, and the search names those that cannot be given now
with what they wait for. Commands of pages that need nothing but their page stand in the registry
of pages.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale

from careerdesk.domain.records import KINDS
from careerdesk.gui.listings import LISTINGS, list_title
from careerdesk.gui.pages import CHANGES, DOCUMENT, PAGES
from careerdesk.gui.text import to_translate, translate
from careerdesk.services import attachments

_LISTS_NAMED: Final = 3  # of more than these the pages are named


class PlaceCommand(NamedTuple):
    """What can be done in one place, with what is selected there.

    ``tables`` are those whose lists have it; others are on a ``page``, in the part to which its
    command ``part`` leads. ``needs`` says where it is and what has to be there, ``writes`` that a
    desk that is read-only has no use for it.
    """

    name: str
    needs: str
    tables: tuple[str, ...] = ()
    page: str = ""
    part: str = ""
    keys: str = ""
    writes: bool = True

    @property
    def title(self) -> str:
        """The name in the language of the window."""
        return translate("place_commands", self.name)

    @property
    def waits_for(self) -> str:
        """Where it can be done, such as "in Follow-ups, with a record selected"."""
        places = QLocale().createSeparatedList(self._places())
        return translate("place_commands", self.needs).format(places=places)

    def _places(self) -> list[str]:
        if 0 < len(self.tables) <= _LISTS_NAMED:
            return [list_title(table) for table in self.tables]
        return [
            spec.title
            for spec in PAGES
            if spec.key == self.page or not set(spec.lists).isdisjoint(self.tables)
        ]


_ANY: Final = to_translate("place_commands", "in {places}, with a record selected")
_ONE: Final = to_translate("place_commands", "in {places}, with one record selected")
_OPEN: Final = to_translate("place_commands", "in {places}, with one selected that is not done")
_REVIEW: Final = to_translate("place_commands", "in {places}, with one selected that has a level")
_SOME: Final = to_translate("place_commands", "in {places}, where there are records")
_CHART: Final = to_translate("place_commands", "in {places}, for a chart that shows something")
_CHANGE: Final = to_translate("place_commands", "in {places}, with a change selected")
_SECTION: Final = to_translate("place_commands", "in {places}, with a section selected")
_SAVED: Final = to_translate("place_commands", "in {places}, once it has been saved")
_PAGE: Final = to_translate("place_commands", "in {places}")
_GAP: Final = to_translate("place_commands", "in {places}, for a skill that the target role needs")

_LISTS: Final = tuple(LISTINGS)
_WITH_FLAG: Final = tuple(
    table for table in LISTINGS if "is_private" in {one.name for one in fields(KINDS[table])}
)
_WITH_FILES: Final = tuple(table for table in LISTINGS if attachments.may_own(KINDS[table]))


def _of_lists(
    name: str, needs: str, *tables: str, keys: str = "", writes: bool = True
) -> PlaceCommand:
    return PlaceCommand(name, needs, tables or _LISTS, keys=keys, writes=writes)


def _of_charts(name: str) -> PlaceCommand:
    return PlaceCommand(name, _CHART, page="progress", writes=False)


def _of_document(
    name: str, needs: str = _PAGE, *, keys: str = "", writes: bool = False
) -> PlaceCommand:
    return PlaceCommand(name, needs, page="portfolio", part=DOCUMENT.key, keys=keys, writes=writes)


EDIT: Final = _of_lists(to_translate("place_commands", "&Edit…"), _ANY, keys="Ctrl+E")
DUPLICATE: Final = _of_lists(to_translate("place_commands", "&Duplicate"), _ONE, keys="Ctrl+D")
COPY: Final = _of_lists(
    to_translate("place_commands", "&Copy as text"), _ANY, keys="Ctrl+C", writes=False
)
PRIVATE: Final = _of_lists(
    to_translate("place_commands", "Make &private or public"),
    _ANY,
    *_WITH_FLAG,
    keys="Ctrl+Shift+P",
)
DELETE: Final = _of_lists(to_translate("place_commands", "De&lete"), _ANY, keys="Del")
COLUMNS: Final = _of_lists(to_translate("place_commands", "Choose columns…"), _SOME, writes=False)
DONE: Final = _of_lists(
    to_translate("place_commands", "Mark as &done"), _OPEN, "follow_up", keys="Ctrl+Return"
)
ATTACH: Final = _of_lists(to_translate("place_commands", "Attach files…"), _ONE, *_WITH_FILES)
ADD_LEVEL: Final = _of_lists(to_translate("place_commands", "Add another day"), _ONE, "skill")
ADD_EVIDENCE: Final = _of_lists(to_translate("place_commands", "Add evidence"), _ONE, "skill")
ADD_ACTION: Final = _of_lists(to_translate("place_commands", "Add action"), _ONE, "skill")
STILL_TRUE: Final = _of_lists(
    to_translate("place_commands", "Level still &true"), _REVIEW, "skill", keys="Ctrl+Return"
)
LOG_TIME: Final = _of_lists(
    to_translate("place_commands", "Log time"), _ONE, "skill", "learning_item"
)
ADD_CERTIFICATE: Final = _of_lists(
    to_translate("place_commands", "Add certificate"), _ONE, "learning_item"
)
LOG_CONVERSATION: Final = _of_lists(
    to_translate("place_commands", "Log conversation"), _ONE, "contact"
)
ADD_NEED: Final = _of_lists(to_translate("place_commands", "Add skill to a role"), _ONE, "role")
SHOW_MATCH: Final = _of_lists(
    to_translate("place_commands", "Show the match"), _ONE, "role", writes=False
)
COPY_PICTURE: Final = _of_charts(to_translate("place_commands", "Copy picture"))
COPY_TABLE: Final = _of_charts(to_translate("place_commands", "Copy table"))
SAVE_PNG: Final = _of_charts(to_translate("place_commands", "Save as PNG picture…"))
SAVE_SVG: Final = _of_charts(to_translate("place_commands", "Save as SVG drawing…"))
SAVE_PDF: Final = _of_charts(to_translate("place_commands", "Save as PDF…"))
SECTION_UP: Final = _of_document(
    to_translate("place_commands", "Move section up"), _SECTION, keys="Alt+Up", writes=True
)
SECTION_DOWN: Final = _of_document(
    to_translate("place_commands", "Move section down"), _SECTION, keys="Alt+Down", writes=True
)
LARGER: Final = _of_document(to_translate("place_commands", "Larger pages"), keys="Ctrl++")
SMALLER: Final = _of_document(to_translate("place_commands", "Smaller pages"), keys="Ctrl+-")
FIT: Final = _of_document(to_translate("place_commands", "Fit pages to the window"), keys="Ctrl+0")
FOLDER: Final = _of_document(
    to_translate("place_commands", "Open folder of the saved portfolio"), _SAVED
)
RATE: Final = PlaceCommand(to_translate("place_commands", "Rate this skill"), _GAP, page="gap")
GO_BACK: Final = PlaceCommand(
    to_translate("place_commands", "Undo or redo up to a change"),
    _CHANGE,
    page="history",
    part=CHANGES.key,
)

PLACE_COMMANDS: Final = (
    *(EDIT, DUPLICATE, COPY, PRIVATE, DELETE, COLUMNS, DONE),
    *(STILL_TRUE, ADD_EVIDENCE, ADD_ACTION),
    *(ATTACH, ADD_LEVEL, LOG_TIME, ADD_CERTIFICATE, LOG_CONVERSATION, ADD_NEED, SHOW_MATCH),
    *(COPY_PICTURE, COPY_TABLE, SAVE_PNG, SAVE_SVG, SAVE_PDF),
    *(SECTION_UP, SECTION_DOWN, LARGER, SMALLER, FIT, FOLDER, RATE, GO_BACK),
)
