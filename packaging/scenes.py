"""What is photographed: every page, list, dialog and overlay, with an empty and a full desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QTableView
from scene_files import linkedin_export, roles_of_onet
from studio import NOW, Studio

from careerdesk.analysis.assessment_steps import StepKind
from careerdesk.domain.learning import LearningItem, LearningStatus
from careerdesk.domain.network import Conversation
from careerdesk.domain.records import KINDS
from careerdesk.domain.skills import Level, Skill
from careerdesk.gui.assessment.choice_steps import TicksStep
from careerdesk.gui.assessment.rating_step import RatingStep
from careerdesk.gui.development.action_dialog import ActionDialog
from careerdesk.gui.development.actions_panel import ActionsPanel
from careerdesk.gui.development.evidence_dialog import EditEvidenceDialog, NewEvidenceDialog
from careerdesk.gui.development.evidence_panel import EvidencePanel
from careerdesk.gui.development.review_dialog import ReviewDialog
from careerdesk.gui.dialogs.import_dialog import ImportDialog
from careerdesk.gui.listings import LISTINGS
from careerdesk.gui.pages import PAGES
from careerdesk.gui.pages.assessment_page import AssessmentPage
from careerdesk.gui.pages.gap_page import GapPage
from careerdesk.gui.pages.parts_page import PartsPage
from careerdesk.gui.roles.detail import BESIDE, FACTS, MATCH
from careerdesk.gui.roles.lines import Order
from careerdesk.gui.roles.roles_page import RolesPage
from careerdesk.gui.settings import ThemeChoice
from careerdesk.gui.widgets.choice_card import ChoiceCard
from careerdesk.services import actions, evidence, proposals
from careerdesk.services.assessment import discard, paused_attempt
from careerdesk.services.desk import create_desk
from careerdesk.services.example import create_example_desk
from careerdesk.services.gap_list import GapState
from careerdesk.services.history import undo
from careerdesk.services.resources import resource_offers
from careerdesk.services.roles import copy_role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from careerdesk.services.desk import Desk

THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)
EXAMPLE, EMPTY = "Alex Muster", "My career"
LOG_LINE = "45 min on Inspired"
QUERY = "pro"
DEVELOPED = "Customer discovery"
PLANNED = "Product strategy"
DEVELOPMENT = (
    *("skill-evidence", "skill-actions", "evidence-menu", "evidence-new", "evidence-edit"),
    *("action-0", "action-1", "action-2", "review-level"),
)


def draw_all(target: Path, size: tuple[int, int], names: Sequence[str]) -> list[str]:
    """Draw every scene whose name fits; return what went wrong in the window meanwhile."""
    studio = Studio(size, names)
    documents = studio.folder / "Documents"
    documents.mkdir()
    desks = {"example": documents / EXAMPLE, "empty": documents / EMPTY}
    desks = {key: path.with_suffix(".careerdesk") for key, path in desks.items()}
    create_example_desk(desks["example"], NOW.date()).close()
    developed = documents / f"{EXAMPLE} 2.careerdesk"
    with create_example_desk(developed, NOW.date()) as desk_of_one:
        _develop(desk_of_one, _developed(desk_of_one))
    create_desk(desks["empty"], clock=lambda: NOW).close()
    for theme in THEMES:
        studio.theme.choose(theme)
        for desk, path in desks.items():
            studio.target = target / theme.value / desk
            studio.session.open(path)
            studio.settle()
            studio.take("home-greeting")
            studio.window.messages().clear()  # it would hide the lower edge of every page
            _pages(studio)
            _assessment(studio)
            _gap(studio)
            _overlays(studio)
            _dialogs(studio, is_full=desk == "example")
            studio.session.close()
        studio.target = target / theme.value / "developed"
        _development(studio, developed)
        studio.target = target / theme.value / "none"
        _start(studio)
    studio.end()
    return studio.problems


def _pages(studio: Studio) -> None:
    for spec in PAGES:
        studio.window.navigator.open_page(spec.key)
        page = studio.window.navigator.page(spec.key)
        if isinstance(page, PartsPage):
            _parts(studio, spec.key, page)
            if isinstance(page, RolesPage):
                _roles(studio, page)
        else:
            studio.take(spec.key)
            _rest_of(studio, spec.key)


def _parts(studio: Studio, key: str, page: PartsPage) -> None:
    for at, title in enumerate(page.titles):
        name = f"{key}-{title.lower().replace(' ', '-')}" if at else key
        if studio.wants(name):
            page.show_part(at)
            page.take_focus()
            studio.take(name)
    page.show_part(0)


def _roles(studio: Studio, page: RolesPage) -> None:
    """One role looked at in three ways, in other orders, and the import of roles."""
    names = ("roles-beside", "roles-about", "roles-reasons", "roles-import", "roles-choice")
    if not studio.wants(*names, "roles-near", "roles-weighted", "roles-edit"):
        return
    studio.settle()
    matches = page.matches
    for name, key, at in (
        ("roles-reasons", "product_manager", MATCH),
        ("roles-beside", "ai_product_manager", BESIDE),
        ("roles-near", "data_scientist", BESIDE),
        ("roles-about", "ai_product_manager", FACTS),
    ):
        matches.show_role(key)
        matches.detail.show_view(at)
        studio.take(name)
        bar = next(
            one.verticalScrollBar()
            for one in matches.detail.findChildren(QScrollArea)
            if one.isVisible()
        )
        bar.setValue(bar.maximum() if at != MATCH else bar.maximum() // 2)
        studio.take(f"{name}-2")
        bar.setValue(bar.maximum())
        studio.take(f"{name}-3")
    matches.detail.show_view(MATCH)
    matches.list.choose_order(Order.WEIGHTS)
    matches.list.search_for("python")
    studio.take("roles-weighted")
    matches.list.search_for("")
    matches.list.choose_order(Order.FAMILIES)
    desk = studio.session.desk
    if studio.wants("roles-edit") and desk is not None:
        role = copy_role(desk, "vertical_ai_pm")
        studio.window.navigator.open_record(role)
        studio.take("roles-edit")
        undo(desk)
    if studio.wants("roles-import", "roles-choice"):
        page.matches.importing.ask()
        studio.take("roles-import")
        page.matches.importing.read([roles_of_onet(studio.folder / "db_29_3_text")])
        studio.take("roles-choice")
        studio.clear()
    page.matches.show_role("ai_product_manager")


def _rest_of(studio: Studio, key: str) -> None:
    """Photograph what of a page is further down."""
    areas = [
        one
        for one in studio.window.navigator.page(key).findChildren(QScrollArea)
        if one.isVisible() and one.verticalScrollBar().maximum() > 0
    ]
    if not areas or not studio.wants(f"{key}-2"):
        return
    bar = max(areas, key=lambda area: area.width()).verticalScrollBar()
    number = 1
    while bar.value() < bar.maximum():
        number += 1
        bar.setValue(bar.value() + bar.pageStep())
        studio.take(f"{key}-{number}")
    bar.setValue(0)


def _assessment(studio: Studio) -> None:
    """One step of each kind, answered in part; the attempt is deleted afterwards."""
    names = [f"assessment-{kind.value}" for kind in StepKind]
    if not studio.wants("assessment-paused", *names):
        return
    studio.window.navigator.open_page("assessment")
    page = studio.window.navigator.page("assessment")
    assert isinstance(page, AssessmentPage)
    page.do("start")
    seen: set[str] = set()
    while page.is_asking:
        step, view = page.questions.step, page.questions.view
        assert step is not None
        for at, row in enumerate(view.rows if isinstance(view, RatingStep) else ()):
            row.choose(min(3, at + 1))
        for box in list(view.boxes.values())[:2] if isinstance(view, TicksStep) else ():
            box.setChecked(True)
        if isinstance(view, RatingStep):
            view.rows[1].take_focus()
        name = f"assessment-{step.kind.value}"
        if name not in seen:
            studio.take(name)
            seen.add(name)
        if step.kind is StepKind.END:
            page.questions.pause()
        else:
            page.questions.go_on()
    studio.take("assessment-paused")
    desk = studio.session.desk
    assert desk is not None
    attempt = paused_attempt(desk)
    assert attempt is not None
    discard(desk, attempt)
    studio.window.messages().clear()


def _gap(studio: Studio) -> None:
    """Photograph the levels to choose from, a strength, and the roles to aim at."""
    if not studio.wants("gap-levels", "gap-strength", "gap-roles"):
        return
    studio.window.navigator.open_page("gap")
    page = studio.window.navigator.page("gap")
    assert isinstance(page, GapPage)
    page.do("target")
    studio.take("gap-roles")
    studio.clear()
    if page.detail.line is None:
        return
    page.detail.level.ask()
    studio.take("gap-levels")
    page.detail.level.fold()
    if strengths := [one for one in page.lines if one.state is GapState.SURPLUS]:
        page.show_skill(strengths[0].requirement.skill)
        studio.take("gap-strength")


def _overlays(studio: Studio) -> None:
    window = studio.window
    window.navigator.open_page("home")
    if studio.wants("log", "log-typed"):
        window.navigator.ask_log()
        studio.take("log")
        window.navigator.ask_log(LOG_LINE)
        studio.take("log-typed")
        studio.clear()
    if studio.wants("palette", "palette-found"):
        studio.press("Ctrl+K")
        studio.take("palette")
        field = QApplication.focusWidget()
        if field is not None:
            QTest.keyClicks(field, QUERY)
        studio.take("palette-found")
        studio.clear()


def _dialogs(studio: Studio, *, is_full: bool) -> None:
    for table in LISTINGS:
        if studio.wants(f"new-{table}"):
            studio.window.navigator.ask_new(KINDS[table])
            studio.take(f"new-{table}")
            studio.clear()
    for name, keys in (("shortcuts", "Ctrl+/"),):
        if studio.wants(name):
            studio.press(keys)
            studio.take(name)
            studio.clear()
    if studio.wants("import", "import-preview"):
        _import(studio)
    if is_full and studio.wants("edit-many"):
        studio.window.navigator.open_page("skills")
        studio.settle()
        (table_view,) = (
            one
            for one in studio.window.navigator.page("skills").findChildren(QTableView)
            if one.isVisible()
        )
        table_view.selectAll()
        next(one for one in table_view.actions() if one.shortcut() == "Ctrl+E").trigger()
        studio.take("edit-many")
        studio.clear()


def _development(studio: Studio, path: Path) -> None:
    """A skill with evidence and actions, the ways to add them, and the review of its level."""
    if not studio.wants(*DEVELOPMENT):
        return
    studio.session.open(path)
    desk = studio.session.desk
    assert desk is not None
    skill = _developed(desk)
    studio.window.navigator.open_record(skill)
    studio.settle()
    studio.window.messages().clear()
    page = studio.window.navigator.page("skills")
    evidence_panel, actions_panel = (
        next(one for one in page.findChildren(kind) if one.isVisible())
        for kind in (EvidencePanel, ActionsPanel)
    )
    for name, panel in (("skill-actions", actions_panel), ("skill-evidence", evidence_panel)):
        area = panel.parentWidget().parentWidget().parentWidget()  # type: ignore[union-attr]
        assert isinstance(area, QScrollArea)
        area.verticalScrollBar().setValue(panel.y())
        studio.take(name)
    evidence_panel.take()
    studio.take("evidence-menu")
    studio.clear()
    for kind in ("evidence-new", "evidence-edit"):
        pieces = evidence.evidence_of(desk, skill)
        if kind == "evidence-new":
            made = evidence.from_link(skill, "https://example.org/triage", NOW.date())
            NewEvidenceDialog(evidence_panel.context, skill, made, studio.window).open()
        else:
            EditEvidenceDialog(evidence_panel.context, pieces[0], studio.window).open()
        studio.take(kind)
        studio.clear()
    other = next(one for one in desk.all(Skill) if one.name == PLANNED)
    for at in range(3):
        if studio.wants(f"action-{at}"):
            context = evidence_panel.context
            dialog = ActionDialog(context, other, studio.window, needed=Level.ADVANCED)
            dialog.show_kind(at)
            dialog.open()
            studio.take(f"action-{at}")
            studio.clear()
    (asked,) = proposals.proposals(desk, NOW.date())[:1]
    ReviewDialog(evidence_panel.context, asked, studio.window).open()
    studio.take("review-level")
    studio.clear()
    studio.session.close()


def _developed(desk: Desk) -> Skill:
    return next(one for one in desk.all(Skill) if one.name == DEVELOPED)


def _develop(desk: Desk, skill: Skill) -> None:
    """Put evidence for a skill on the desk, what is done for it, and something finished."""
    today = NOW.date()
    item = next(one for one in desk.all(LearningItem) if one.status is LearningStatus.DONE)
    link = evidence.from_link(skill, "https://example.org/interviews/notes", today)
    evidence.add_evidence(desk, link)
    evidence.add_evidence(desk, evidence.from_learning_item(skill, item, today))
    talk = max(desk.all(Conversation), key=lambda one: one.on)
    evidence.add_evidence(desk, evidence.from_conversation(desk, skill, talk))
    actions.add_practice_action(
        desk, skill, "Two interviews with triage nurses", planned_minutes=180, due=today
    )
    offers = resource_offers(skill, desk.all(LearningItem), now=None)
    for offer in offers[:1]:
        actions.add_resource_action(desk, skill, offer.resource, aimed=Level.ADVANCED)
    other = next(one for one in desk.all(LearningItem) if one.status is LearningStatus.ACTIVE)
    made = actions.add_item_action(desk, skill, other, aimed=Level.ADVANCED)
    actions.finish_work(desk, made, today)


def _import(studio: Studio) -> None:
    studio.press("Ctrl+I")
    studio.take("import")
    dialog = studio.window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.files_chosen.emit([linkedin_export(studio.folder / "Complete_LinkedInDataExport.zip")])
    studio.take("import-preview")
    studio.clear()


def _start(studio: Studio) -> None:
    """The page without a desk, and the steps behind its first card."""
    if not studio.wants("start", "start-steps", "start-import"):
        return
    studio.window.show_start()
    studio.take("start")
    for name, at in (("start-steps", 0), ("start-import", 2)):
        studio.window.show_start()
        studio.settle()
        cards = studio.window.findChildren(ChoiceCard)
        cards[at].click()
        studio.take(name)
