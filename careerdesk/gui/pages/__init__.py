"""The pages of the main window, in the order of the sidebar. Adding a page means adding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QLocale

from careerdesk.gui.text import to_translate, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerdesk.gui.context import GuiContext
    from careerdesk.gui.pages.page import Page


class PageCommand(NamedTuple):
    """What a page can be asked for from anywhere, by its name; ``Page.do`` gets the key.

    ``writes`` says that a desk that is read-only has no use for it, ``also`` has other words that
    it is found by.
    """

    key: str
    name: str
    writes: bool = False
    also: str = ""

    @property
    def title(self) -> str:
        """The name in the language of the window."""
        return translate("pages", self.name)

    @property
    def other_words(self) -> str:
        """The other words in the language of the window."""
        return translate("pages", self.also) if self.also else ""


class Entry(NamedTuple):
    """Something of the catalogue that is read on a page, found by name and by what it says.

    ``Page.do`` gets the key; ``says`` is folded.
    """

    key: str
    title: str
    heading: str
    says: str


def _no_entries() -> Iterable[Entry]:
    return ()


class PageSpec(NamedTuple):
    """One entry of the sidebar; the page itself is built when it is first shown.

    ``lists`` names the tables whose records are shown and edited there, ``commands`` what else it
    is opened for, its other parts among them. ``waits`` says in the sidebar how much waits there,
    ``entries`` returns what of the catalogue is read there.
    """

    key: str
    name: str
    icon: str
    create: Callable[[GuiContext], Page]
    is_at_bottom: bool = False
    lists: tuple[str, ...] = ()
    commands: tuple[PageCommand, ...] = ()
    waits: str = to_translate("pages", "{count} due")
    entries: Callable[[], Iterable[Entry]] = _no_entries

    @property
    def title(self) -> str:
        """The name in the language of the window."""
        return translate("pages", self.name)

    def waiting_words(self, count: int) -> str:
        """Return how much waits on the page, such as "3 due"."""
        return translate("pages", self.waits).format(count=QLocale().toString(count))


# Imports are local so that a page costs nothing until it is opened, and written as import
# statements so that PyInstaller sees them.
def _home(context: GuiContext) -> Page:
    from careerdesk.gui.pages.home_page import HomePage

    return HomePage(context)


def _assessment(context: GuiContext) -> Page:
    from careerdesk.gui.pages.assessment_page import AssessmentPage

    return AssessmentPage(context)


def _lists(*tables: str) -> Callable[[GuiContext], Page]:
    """Return what makes a page of the lists of these tables."""

    def create(context: GuiContext) -> Page:
        from careerdesk.gui.listings import LISTINGS
        from careerdesk.gui.records.records_page import RecordsPage

        return RecordsPage(context, [LISTINGS[table](context) for table in tables])

    return create


def _roles(context: GuiContext) -> Page:
    from careerdesk.gui.roles.roles_page import RolesPage

    return RolesPage(context)


def _catalogue_entries() -> Iterable[Entry]:
    from careerdesk.gui.roles.entries import catalogue_entries

    return catalogue_entries()


def _gap(context: GuiContext) -> Page:
    from careerdesk.gui.pages.gap_page import GapPage

    return GapPage(context)


def _progress(context: GuiContext) -> Page:
    from careerdesk.gui.pages.progress_page import ProgressPage

    return ProgressPage(context)


def _portfolio(context: GuiContext) -> Page:
    from careerdesk.gui.pages.portfolio_page import PortfolioPage

    return PortfolioPage(context)


def _history(context: GuiContext) -> Page:
    from careerdesk.gui.pages.history_page import HistoryPage

    return HistoryPage(context)


def _settings(context: GuiContext) -> Page:
    from careerdesk.gui.pages.settings_page import SettingsPage

    return SettingsPage(context)


# Parts of pages that are no lists, and what is done in one of them.
DOCUMENT: Final = PageCommand("document", to_translate("pages", "Document"))
ABOUT: Final = PageCommand("about", to_translate("pages", "About you"))
PHOTO: Final = PageCommand("photo", to_translate("pages", "Choose photo…"), writes=True)
CHANGES: Final = PageCommand("changes", to_translate("pages", "Changes"))
BACKUPS: Final = PageCommand("backups", to_translate("pages", "Backups"))

PAGES: Final = (
    PageSpec("home", to_translate("pages", "Home"), "house", _home),
    PageSpec(
        "assessment",
        to_translate("pages", "Assessment"),
        "clipboard-check",
        _assessment,
        commands=(
            PageCommand(
                "start",
                to_translate("pages", "Start the assessment"),
                writes=True,
                also=to_translate("pages", "take resume continue go on with"),
            ),
        ),
    ),
    PageSpec(
        "skills",
        to_translate("pages", "Skills"),
        "sparkles",
        _lists("skill", "skill_group"),
        lists=("skill", "skill_group"),
    ),
    PageSpec(
        "roles",
        to_translate("pages", "Roles"),
        "compass",
        _roles,
        lists=("role",),
        commands=(
            PageCommand("matches", to_translate("pages", "Matches of all roles")),
            PageCommand("weights", to_translate("pages", "Weights of the results")),
            PageCommand("import", to_translate("pages", "Import roles…"), writes=True),
        ),
        entries=_catalogue_entries,
    ),
    PageSpec(
        "gap",
        to_translate("pages", "Gap"),
        "list-checks",
        _gap,
        commands=(
            PageCommand("target", to_translate("pages", "Choose target role…"), writes=True),
            PageCommand("action", to_translate("pages", "Add action for a gap…"), writes=True),
            PageCommand("unplanned", to_translate("pages", "Gaps without an action")),
        ),
        waits=to_translate("pages", "{count} to plan"),
    ),
    PageSpec(
        "learning",
        to_translate("pages", "Learning"),
        "graduation-cap",
        _lists("learning_item", "study_session", "certificate"),
        lists=("learning_item", "study_session", "certificate"),
    ),
    PageSpec(
        "network",
        to_translate("pages", "Network"),
        "users",
        _lists("contact", "conversation", "follow_up"),
        lists=("contact", "conversation", "follow_up"),
    ),
    PageSpec(
        "progress",
        to_translate("pages", "Progress"),
        "chart-line",
        _progress,
        commands=(
            PageCommand("weeks", to_translate("pages", "Charts of the last 4 weeks")),
            PageCommand("quarter", to_translate("pages", "Charts of the last 3 months")),
            PageCommand("year", to_translate("pages", "Charts of the last 12 months")),
            PageCommand("all", to_translate("pages", "Charts of everything")),
        ),
    ),
    PageSpec(
        "portfolio",
        to_translate("pages", "Portfolio"),
        "file-text",
        _portfolio,
        lists=("position", "education", "pay", "link", "profile"),
        commands=(
            PageCommand("save", to_translate("pages", "Save portfolio as PDF…")),
            PageCommand("print", to_translate("pages", "Print portfolio…")),
            PageCommand("private", to_translate("pages", "Include private records in portfolio")),
            PageCommand("paper", to_translate("pages", "Paper of the portfolio"), writes=True),
            DOCUMENT,
            ABOUT,
            PHOTO,
        ),
    ),
    PageSpec(
        "history",
        to_translate("pages", "History"),
        "history",
        _history,
        True,
        commands=(
            PageCommand("restore", to_translate("pages", "Restore a backup…"), writes=True),
            PageCommand("folder", to_translate("pages", "Open the folder of backups")),
            CHANGES,
            BACKUPS,
        ),
    ),
    PageSpec(
        "settings",
        to_translate("pages", "Settings"),
        "settings",
        _settings,
        True,
        commands=(
            PageCommand("text_size", to_translate("pages", "Text size")),
            PageCommand("weekday", to_translate("pages", "Week starts on"), writes=True),
            PageCommand("goal", to_translate("pages", "Weekly goal"), writes=True),
            PageCommand("currency", to_translate("pages", "Currency"), writes=True),
            PageCommand("review", to_translate("pages", "Review levels after"), writes=True),
            PageCommand(
                "cautious",
                to_translate("pages", "Levels without evidence"),
                writes=True,
                also=to_translate("pages", "cautious"),
            ),
            PageCommand("mix", to_translate("pages", "Network mix aimed at"), writes=True),
            PageCommand("move", to_translate("pages", "Move desk to another location…"), True),
            PageCommand("backups", to_translate("pages", "Backup folder…"), writes=True),
        ),
    ),
)


def has_page(key: str) -> bool:
    """Say whether a way to this page leads anywhere."""
    return any(spec.key == key for spec in PAGES)


def is_listed(kind: type[Any]) -> bool:
    """Say whether records of a kind can be opened on some page."""
    from careerdesk.domain.records import TABLE_OF  # not needed before the first frame

    return any(TABLE_OF[kind] in spec.lists for spec in PAGES)
