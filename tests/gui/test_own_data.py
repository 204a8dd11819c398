"""The person's own data: profile and photo, positions, education, pay, links."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from gui_bench import button
from list_bench import LEFT, activate, area, cells, choose, latest, line, retype, store, words
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from careerdesk.domain.attachments import Attachment
from careerdesk.domain.experience import Education, Pay, Position
from careerdesk.domain.partial_date import PartialDate
from careerdesk.domain.profile import Link, LinkId, Profile
from careerdesk.gui.pages import photo_card
from careerdesk.gui.pages.about_you import AboutYou
from careerdesk.gui.pages.photo_card import read_picture
from careerdesk.gui.pages.portfolio_page import PortfolioPage
from careerdesk.gui.records.new_dialog import NewDialog
from careerdesk.gui.records.record_view import RecordView
from careerdesk.services import history, records

if TYPE_CHECKING:
    from pathlib import Path

    from gui_bench import Bench
    from pytestqt.qtbot import QtBot

    from careerdesk.services.desk import Desk

PARTS = ["Document", "About you", "Positions", "Education", "Pay", "Links"]
ALEX = "Alex Muster"


@pytest.fixture
def desk(opened: Bench) -> Desk:
    assert opened.session.desk is not None
    return opened.session.desk


@pytest.fixture
def page(qtbot: QtBot, opened: Bench) -> PortfolioPage:
    activate(qtbot, opened.window)
    opened.window.navigator.open_page("portfolio")
    found = opened.window.navigator.page("portfolio")
    assert isinstance(found, PortfolioPage)
    return found


@pytest.fixture
def about(qtbot: QtBot, page: PortfolioPage) -> AboutYou:
    qtbot.mouseClick(button(page, "About you"), LEFT)
    assert isinstance(page.part, AboutYou)
    return page.part


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo that is higher than wide, red above and blue below."""
    image = QImage(300, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for y in range(400, 500):
        for x in range(300):
            image.setPixelColor(x, y, QColor("blue"))
    path = tmp_path / "me.png"
    assert image.save(str(path))
    return path


def listed(qtbot: QtBot, page: PortfolioPage, title: str) -> RecordView:
    qtbot.mouseClick(button(page, title), LEFT)
    assert isinstance(page.part, RecordView)
    return page.part


def dialog_of(bench: Bench) -> NewDialog:
    (found,) = (one for one in bench.window.findChildren(NewDialog) if one.isVisible())
    return found


def test_that_the_filled_button_is_that_of_the_part_in_front(
    qtbot: QtBot, opened: Bench, page: PortfolioPage
) -> None:
    top = opened.window._top
    said = []
    for title in PARTS:
        qtbot.mouseClick(button(page, title), LEFT)
        said.append(top._primary.text() if top._primary.isVisible() else "")
    expected = ["Save PDF…", "", "New position", "New education entry", "New pay entry", "New link"]
    assert said == expected
    opened.window.navigator.open_page("home")
    opened.window.navigator.open_page("portfolio")
    assert top._primary.text() == "New link"


def test_that_the_commands_of_a_part_are_found_only_while_it_is_in_front(
    qtbot: QtBot, opened: Bench, page: PortfolioPage
) -> None:
    def named() -> list[str]:
        return [one.text().replace("&", "") for one in opened.window.navigator.actions()]

    assert named().count("Open folder of the saved portfolio") == 1
    assert "Duplicate" not in named()
    listed(qtbot, page, "Pay")
    assert "Open folder of the saved portfolio" not in named()
    assert "Duplicate" in named()


def test_that_each_field_of_the_profile_is_one_change_with_its_name(
    qtbot: QtBot, about: AboutYou, desk: Desk
) -> None:
    assert desk.all(Profile) == []
    store(qtbot, line(about.form, "name"), ALEX)
    assert latest(desk) == "Change name of the profile"
    store(qtbot, line(about.form, "headline"), "From models to products")
    assert latest(desk) == "Change headline of the profile"
    store(qtbot, line(about.form, "email"), "alex@example.org")
    assert latest(desk) == "Change e-mail of the profile"
    (stored,) = desk.all(Profile)
    assert (stored.name, stored.headline) == (ALEX, "From models to products")
    history.undo(desk)
    assert line(about.form, "email").text() == ""
    history.undo(desk)
    history.undo(desk)
    assert line(about.form, "name").text() == ""
    assert desk.all(Profile) == []


def test_that_the_statement_keeps_its_paragraphs(qtbot: QtBot, about: AboutYou, desk: Desk) -> None:
    statement = area(about.form, "statement")
    statement.setFocus()
    qtbot.keyClicks(statement, "First.")
    qtbot.keyClick(statement, Qt.Key.Key_Return)
    qtbot.keyClick(statement, Qt.Key.Key_Return)
    qtbot.keyClicks(statement, "Second.")
    assert desk.all(Profile) == []
    qtbot.keyClick(statement, Qt.Key.Key_Tab)
    assert desk.all(Profile)[0].statement == "First.\n\nSecond."
    assert latest(desk) == "Change statement of the profile"


def test_that_a_field_that_is_left_as_it_was_is_no_change(
    qtbot: QtBot, about: AboutYou, desk: Desk
) -> None:
    before = len(desk.history())
    for name in ("name", "headline", "location"):
        qtbot.keyClick(line(about.form, name), Qt.Key.Key_Tab)
    assert len(desk.history()) == before


def test_that_what_is_being_typed_is_stored_when_another_part_is_chosen(
    qtbot: QtBot, about: AboutYou, page: PortfolioPage, desk: Desk
) -> None:
    retype(qtbot, line(about.form, "name"), ALEX)
    listed(qtbot, page, "Links")
    assert desk.all(Profile)[0].name == ALEX


def test_that_typing_in_the_profile_outlives_a_change_elsewhere(
    qtbot: QtBot, about: AboutYou, desk: Desk
) -> None:
    retype(qtbot, line(about.form, "name"), "Al")
    records.add(desk, Position.new("Analyst"))
    with desk.change("Change headline of the profile") as tx:
        tx.put(Profile(headline="Something"))
    assert line(about.form, "name").text() == "Al"
    assert line(about.form, "headline").text() == "Something"


def test_that_the_lock_makes_the_profile_private(qtbot: QtBot, about: AboutYou, desk: Desk) -> None:
    lock = about.form.field("is_private").findChild(QPushButton)
    assert lock is not None
    qtbot.mouseClick(lock, LEFT)
    assert latest(desk) == "Make the profile private"
    qtbot.mouseClick(lock, LEFT)
    assert latest(desk) == "Make the profile public"


def test_that_a_photo_is_chosen_changed_and_removed(
    qtbot: QtBot,
    opened: Bench,
    about: AboutYou,
    desk: Desk,
    picture: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert about.photo.picture.is_empty
    assert "No photo yet" in words(about.photo)
    monkeypatch.setattr(photo_card, "ask_file", lambda *_: picture)
    qtbot.mouseClick(button(about.photo, "Choose a photo"), LEFT)
    assert [one.file_name for one in desk.all(Attachment)] == ["me.png"]
    assert not about.photo.picture.is_empty
    assert about.photo.picture.accessibleName() == "Photo of you"
    qtbot.mouseClick(button(about.photo, "Change the photo"), LEFT)
    assert len(desk.all(Attachment)) == 1  # the new one in place of the old
    qtbot.mouseClick(button(about.photo, "Remove the photo"), LEFT)
    assert desk.all(Attachment) == []
    assert about.photo.picture.is_empty
    qtbot.mouseClick(button(opened.window.messages(), "Undo"), LEFT)
    assert not about.photo.picture.is_empty


def test_that_a_photo_is_dropped_and_a_file_that_is_none_is_refused(
    opened: Bench, about: AboutYou, desk: Desk, picture: Path, tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no picture", encoding="utf-8")
    fake = tmp_path / "fake.png"
    fake.write_text("no picture", encoding="utf-8")

    def drop(path: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        keys, action = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
        place = about.photo.rect().center()
        enter = QDragEnterEvent(place, action, data, LEFT, keys)
        QApplication.sendEvent(about.photo, enter)
        QApplication.sendEvent(about.photo, QDropEvent(QPointF(place), action, data, LEFT, keys))
        return enter.isAccepted()

    assert about.photo._drop_words([text]) == ""
    assert drop(fake)
    assert "fake.png cannot be read as a PNG or JPEG picture" in opened.messages()[-1]
    assert desk.all(Attachment) == []
    assert drop(picture)
    assert len(desk.all(Attachment)) == 1


def test_that_a_photo_is_cut_to_a_square_where_the_face_is(picture: Path) -> None:
    found = read_picture(picture.read_bytes())
    assert found is not None
    assert (found.width(), found.height()) == (300, 300)
    assert found.pixelColor(150, 299) == QColor("red")  # 80 of the 200 are cut off above
    assert read_picture(b"") is None
    assert read_picture(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") is None


def test_that_a_position_is_added_by_the_form_and_the_present_one_comes_first(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    view = listed(qtbot, page, "Positions")
    assert "No positions yet" in words(view)
    old = Position.new("Analyst")
    records.add(desk, old)
    records.edit(desk, old, started=PartialDate("2015"), ended=PartialDate("2019-03"))
    qtbot.mouseClick(button(opened.window._top, "New position"), LEFT)
    form = dialog_of(opened).form
    qtbot.keyClicks(line(form, "title"), "Engineer")
    qtbot.keyClicks(line(form, "started"), "Apr 2019")
    qtbot.keyClicks(line(form, "ended"), "2018")
    qtbot.keyClick(line(form, "ended"), Qt.Key.Key_Return)
    assert "“Ended” (2018) is before the start (2019-04)." in words(form)
    retype(qtbot, line(form, "ended"), "")
    line(form, "ended").clear()
    qtbot.keyClick(line(form, "title"), Qt.Key.Key_Return)
    assert cells(view, "title") == ["Engineer", "Analyst"]
    assert cells(view, "ended") == ["today", "Mar 2019"]
    assert view.table.current_record().title == "Engineer"
    qtbot.mouseClick(button(view, "Now"), LEFT)
    assert view._ui.count_label.text() == "1 of 2 positions"


def test_that_pay_is_private_from_birth_and_unknown_is_a_question_mark(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    position = Position.new("Engineer", "Lindenhag")
    records.add(desk, position)
    view = listed(qtbot, page, "Pay")
    for since, base, bonus in (
        ("2020", "180,000", "15"),
        ("2022", "220,000", ""),
        ("2024", "", ""),
    ):
        qtbot.mouseClick(button(opened.window._top, "New pay entry"), LEFT)
        form = dialog_of(opened).form
        qtbot.keyClicks(line(form, "position_id"), "engineer")
        qtbot.keyClicks(line(form, "since"), since)
        qtbot.keyClicks(line(form, "base_minor"), base)
        qtbot.keyClicks(line(form, "bonus_permille"), bonus)
        qtbot.keyClick(line(form, "since"), Qt.Key.Key_Return)
    assert cells(view, "since") == ["2024", "2022", "2020"]
    assert cells(view, "base") == ["?", "EUR 220,000", "EUR 180,000"]
    assert cells(view, "bonus") == ["?", "?", "15 %"]
    assert cells(view, "cash") == ["?", "≥ EUR 220,000", "EUR 207,000"]
    assert cells(view, "equity") == ["?", "?", "?"]
    assert all(one.is_private and one.position_id == position.id for one in desk.all(Pay))
    view.table.selectRow(2)
    assert "EUR 207,000 a year, with a bonus of 15 % at target." in words(view._details)
    assert "Equity is unknown and not counted as 0." in words(view._details)
    assert "Engineer · 2020" in words(view._details)
    view.table.selectRow(1)
    assert "At least EUR 220,000 a year. A bonus is unknown." in words(view._details)


def test_that_another_currency_keeps_the_figures_people_read(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    view = listed(qtbot, page, "Pay")
    qtbot.mouseClick(button(opened.window._top, "New pay entry"), LEFT)
    form = dialog_of(opened).form
    form.field("currency").fill_typed("JPY")
    qtbot.keyClicks(line(form, "base_minor"), "9,000,000")
    qtbot.keyClick(line(form, "since"), Qt.Key.Key_Return)
    assert desk.all(Pay)[0].base_minor == 9_000_000
    assert cells(view, "base") == ["JPY 9,000,000"]
    activate(qtbot, opened.window)
    live = view._details.form
    store(qtbot, line(live, "equity_minor"), "500")
    assert latest(desk).startswith("Change equity of pay")
    live.field("currency").fill_typed("USD")
    live.leave()
    assert desk.all(Pay)[0].base_minor == 9_000_000_00
    assert cells(view, "base") == ["USD 9,000,000"]
    assert line(live, "base_minor").text() == "9000000"
    store(qtbot, line(live, "base_minor"), "")
    assert cells(view, "base") == ["?"]


def test_that_a_position_shows_its_pay_and_adds_to_it(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    records.add(desk, Position.new("Engineer"))
    view = listed(qtbot, page, "Positions")
    choose(view, "Engineer")
    qtbot.mouseClick(button(view, "New pay entry"), LEFT)
    form = dialog_of(opened).form
    assert line(form, "position_id").text() == "Engineer"
    qtbot.keyClicks(line(form, "base_minor"), "54000")
    qtbot.keyClick(line(form, "since"), Qt.Key.Key_Return)
    assert page.part is view  # it stays where it is seen at once
    QApplication.processEvents()
    qtbot.mouseClick(button(view, "EUR 54,000"), LEFT)
    assert isinstance(page.part, RecordView)
    assert page.part.listing.kind is Pay


def test_that_a_link_whose_new_place_takes_it_out_of_the_filter_is_changed_once(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    for rank, label in enumerate(("Site", "Profile", "Work"), start=1):
        key, address = LinkId(uuid.uuid4()), f"https://example.org/{label}"
        records.add(desk, Link(id=key, label=label, url=address, rank=rank))
    view, before = listed(qtbot, page, "Links"), len(desk.history())
    qtbot.keyClicks(view._ui.filter_edit, "1")
    qtbot.waitUntil(lambda: cells(view, "label") == ["Site"])
    activate(qtbot, opened.window)
    choose(view, "Site")
    store(qtbot, line(view._details.form, "rank"), "")
    assert {one.label: one.rank for one in desk.all(Link)} == {"Site": 4, "Profile": 2, "Work": 3}
    view._ui.filter_edit.clear()
    qtbot.waitUntil(lambda: cells(view, "label") == ["Profile", "Work", "Site"])
    choose(view, "Site")
    store(qtbot, line(view._details.form, "rank"), "")
    assert len(desk.history()) == before + 1, "it is the last already"


def test_that_links_stand_in_the_order_of_their_places(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    view = listed(qtbot, page, "Links")
    for label, url in (("Site", "www.example.org"), ("Work", "https://example.org/work")):
        qtbot.mouseClick(button(opened.window._top, "New link"), LEFT)
        form = dialog_of(opened).form
        qtbot.keyClicks(line(form, "label"), label)
        qtbot.keyClicks(line(form, "url"), url)
        qtbot.keyClick(line(form, "label"), Qt.Key.Key_Return)
    assert cells(view, "label") == ["Site", "Work"]
    assert cells(view, "url")[0] == "https://www.example.org"
    activate(qtbot, opened.window)
    choose(view, "Site")
    live = view._details.form
    store(qtbot, line(live, "url"), "javascript:alert(1)")
    assert "http" in words(live)
    assert desk.all(Link)[0].url.startswith("https")
    assert line(live, "url").text() == "javascript:alert(1)"
    store(qtbot, line(live, "url"), "https://example.org")
    store(qtbot, line(live, "rank"), "")
    assert cells(view, "label") == ["Work", "Site"]
    assert line(live, "rank").text() == "3"  # an empty place is the last
    store(qtbot, line(live, "rank"), "0")
    assert cells(view, "label") == ["Site", "Work"]


@pytest.mark.parametrize("made", [Position.new("Engineer"), Education.new("School")])
def test_that_files_are_kept_with_positions_and_education(
    qtbot: QtBot, opened: Bench, page: PortfolioPage, desk: Desk, made: Position | Education
) -> None:
    del qtbot
    records.add(desk, made)
    opened.window.navigator.open_record(made)
    assert isinstance(page.part, RecordView)
    assert page.part.table.current_record() == made
    assert "Drop files here" in words(page.part._details)


def test_that_the_profile_is_opened_where_it_is_edited(
    opened: Bench, page: PortfolioPage, desk: Desk
) -> None:
    with desk.change("Edit profile") as tx:
        tx.put(Profile(name=ALEX))
    opened.window.navigator.open_record(desk.all(Profile)[0])
    assert isinstance(page.part, AboutYou)
    assert line(page.part.form, "name").hasFocus()


def test_that_a_photo_stands_above_the_form_in_a_narrow_window(
    opened: Bench, about: AboutYou
) -> None:
    QApplication.processEvents()
    assert about.photo.geometry().right() < about.form.geometry().left()
    opened.window.resize(640, 600)
    QApplication.processEvents()
    assert about.photo.geometry().bottom() <= about.form.geometry().top()
