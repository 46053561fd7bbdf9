"""Small screens and large letters: at 200 % a laptop of 1366 × 768 has room for 683 × 384."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from genogram_app.edit.details import correct_details
from genogram_app.family import kinship
from genogram_app.model.ties import ChildOf
from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.controls import room
from genogram_app.ui.controls.rows import RowButton
from genogram_app.ui.controls.two_parts import TwoParts
from genogram_app.ui.dialogs.command_palette import CommandPalette
from genogram_app.ui.dialogs.services import ServicesPopup
from genogram_app.ui.panels.people import is_figure
from genogram_app.ui.panels.questions import QuestionsPopup
from genogram_app.ui.start_page import StartPage
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_SIZES = [(683, 384), (854, 480), (911, 512), (1093, 614), (1366, 768), (1920, 1080)]


@pytest.fixture
def small(robot: ShellRobot) -> ShellRobot:
    """A robot before the practice family in the worker's view."""
    robot.window.practice()
    robot.key("F6")
    return robot


def _cut_off(window: QWidget) -> list[str]:
    """Name the controls that stand beyond the window or over each other in its bars."""
    room, found = window.rect(), []
    for each in window.findChildren(QWidget):
        if not isinstance(each, QAbstractButton | QComboBox | QLabel | QLineEdit) or not each.isVisible():
            continue
        place = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
        if not _scrolled(each) and not room.contains(place):
            found.append(f"{type(each).__name__} {each.accessibleName()} {place}")
    return found


def _scrolled(widget: QWidget) -> bool:
    """Say whether one can scroll down to a widget, which is then cut off at no side."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if not isinstance(parent, QScrollArea) or parent.widget() is None:
        return False
    return parent.widget().width() <= parent.viewport().width()  # type: ignore[union-attr]


@pytest.mark.parametrize("size", _SIZES)
def test_nothing_is_cut_off(small: ShellRobot, size: tuple[int, int]) -> None:
    small.window.resize(*size)
    settle(0.1)
    assert (small.window.width(), small.window.height()) == size
    assert _cut_off(small.window) == []
    assert small.work.canvas.width() >= 300


def test_the_things_to_ask_stay_on_a_small_screen(small: ShellRobot) -> None:
    popup = QuestionsPopup(small.desk, small.window)
    room = QRect(0, 0, 683, 384)
    for left in (20, 160, 600):
        popup.open_above(QPoint(left, 350), room)
        assert room.contains(popup.geometry())
        assert popup.height() > 250
        assert all(button.width() <= popup.width() for button in popup.buttons)
    popup.close()


@pytest.mark.parametrize("typed", ["", "school", "t"])
@pytest.mark.parametrize("size", [(683, 384), (1366, 768)])
def test_every_row_of_a_service_is_as_tall_as_its_words(
    small: ShellRobot, size: tuple[int, int], typed: str
) -> None:
    small.window.resize(*size)
    settle(0.1)
    popup = ServicesPopup(small.desk, lambda: None, lambda: None, small.window)
    popup.open_under(small.work.toolbar)
    popup.search.setText(typed)
    wait_for(lambda: all(each.isVisible() for each in popup.buttons), "a row isn't shown")
    wait_for(lambda: _cut_rows(popup) == [], "words of a row are cut off")
    needed = {each.heightForWidth(each.width()) for each in popup.buttons}
    assert len(needed) > 1, "no row of two lines is tried"
    popup.close()


def test_every_row_of_the_panels_is_as_tall_as_its_words(small: ShellRobot) -> None:
    small.window.resize(1366, 768)
    for person in small.desk.seen.family.people:
        small.desk.select([person.id])
        wait_for(lambda: _cut_rows(small.window) == [], "words of a row are cut off")


def _cut_rows(window: QWidget) -> list[str]:
    """Name the rows whose words need more height than they have."""
    rows = [row for row in window.findChildren(RowButton) if row.isVisible()]
    return [row.row.says for row in rows if row.height() < row.heightForWidth(row.width())]


def test_commands_are_found_within_a_small_window(small: ShellRobot) -> None:
    small.window.resize(683, 384)
    settle(0.1)
    small.key("Ctrl+K")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CommandPalette)
    assert small.window.geometry().contains(popup.geometry())
    popup.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [("dark", "Dark"), ("print", "Print…"), ("delete", "Remove"), ("add p", "Add parents")],
)
def test_the_command_that_is_called_so_comes_first(robot: ShellRobot, typed: str, first: str) -> None:
    begin(robot)
    robot.sheet.click("Jay")
    robot.key("Up", "Up", "Ctrl+K")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CommandPalette)
    popup.search.setText(typed)
    assert popup.list.item(0).text() == first
    popup.close()


@pytest.mark.parametrize("name", ["keys", "symbols", "guide"])
def test_what_helps_fits_the_screen(small: ShellRobot, name: str) -> None:
    """The screen of Qt's platform without one is 800 × 800."""
    small.window.resize(683, 384)
    small.window.perform(name)
    shown = next(each for each in small.window.findChildren(QDialog) if each.isVisible())
    assert shown.width() <= shown.screen().availableGeometry().width()
    assert _cut_off(shown) == []
    shown.close()


def test_each_panel_is_one_key_away_where_there_is_room_for_one(small: ShellRobot) -> None:
    small.window.resize(683, 384)
    settle(0.1)
    people, inspector = small.work.people, small.work.inspector
    assert not inspector.isVisible(), "a sheet so narrow is shown alone"
    assert not people.isVisible()
    small.key("F4")
    assert inspector.isVisible()
    small.key("F3")
    assert people.isVisible()
    assert not inspector.isVisible()
    assert _cut_off(small.window) == []
    small.key("F3")
    assert not people.isVisible()
    small.key("Ctrl+F")
    assert people.isVisible()
    assert people.search.hasFocus()
    small.window.resize(1366, 768)
    settle(0.1)
    assert people.isVisible()
    assert inspector.isVisible()


def test_a_panel_that_was_folded_away_stays_so(small: ShellRobot) -> None:
    small.key("F4")
    assert not small.work.inspector.isVisible()
    small.window.resize(1920, 1080)
    settle(0.1)
    assert not small.work.inspector.isVisible()
    assert small.work.people.isVisible()


def test_a_dialog_taller_than_the_screen_is_scrolled() -> None:
    from PySide6.QtWidgets import QDialog, QVBoxLayout

    from genogram_app.ui.controls.room import within_screen

    dialog = QDialog()
    column = QVBoxLayout(dialog)
    lines = [QLineEdit() for _ in range(60)]
    for each in lines:
        column.addWidget(each)
    within_screen(dialog)
    dialog.show()
    settle()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    lines[-1].setFocus()
    area.ensureWidgetVisible(lines[-1])
    settle()
    at = lines[-1].mapTo(dialog, QPoint(0, 0))
    assert dialog.rect().contains(QRect(at, lines[-1].size()))
    dialog.close()


def test_what_a_line_of_words_asks_is_seen_whole_on_a_low_sheet(small: ShellRobot) -> None:
    small.window.resize(683, 384)
    settle(0.1)
    small.desk.select([small.named("Jay Carter")])
    small.work.canvas.setFocus()
    small.key("W")
    small.type("dad Tom 40, lives with gran")
    line = small.work.canvas.floats.line
    wait_for(lambda: bool(line.findChildren(QPushButton)), "nothing is asked")
    settle(0.2)
    for part in (line.field, *line.findChildren(QPushButton)):
        at = QRect(part.mapTo(line, QPoint(0, 0)), part.size())
        assert line.rect().contains(at), part
        assert part.height() >= part.minimumSizeHint().height(), part


@pytest.mark.parametrize("kind", ["export", "drawn", "profile"])
def test_the_buttons_of_a_tall_dialog_stay_in_sight(
    robot: ShellRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    from genogram_app.ui.dialogs.drawn import DrawnDialog
    from genogram_app.ui.dialogs.export import ExportDialog
    from genogram_app.ui.dialogs.profile import ProfileDialog
    from genogram_app.ui.profile import Profile

    low = QRect(0, 0, 683, 384)  # the screen of Qt's platform without one is higher
    monkeypatch.setattr(room, "available", lambda widget: low)
    robot.window.practice()
    make: dict[str, Callable[[], QDialog]] = {
        "export": lambda: ExportDialog(robot.desk, str(tmp_path), lambda _: None, lambda: None, robot.window),
        "drawn": lambda: DrawnDialog(robot.desk, tmp_path, robot.window),
        "profile": lambda: ProfileDialog(robot.desk, Profile(), robot.window),
    }
    dialog = make[kind]()
    dialog.show()
    settle()
    assert dialog.height() <= low.height()
    buttons = [each for each in dialog.findChildren(QPushButton) if each.property("look") == "primary"]
    for each in buttons:
        assert dialog.rect().contains(QRect(each.mapTo(dialog, QPoint(0, 0)), each.size())), each.text()
    assert buttons
    dialog.reject()
    dialog.deleteLater()


def test_each_view_has_its_panels_as_they_were_left_in_it(robot: ShellRobot) -> None:
    def there() -> list[bool]:
        settle()
        return [robot.work.people.isVisible(), robot.work.inspector.isVisible()]

    robot.window.practice()
    assert there() == [False, False]
    assert robot.work.canvas.width() == robot.window.width()
    robot.push("List of people (F3)")
    assert there() == [True, False]
    robot.key("F6")
    assert there() == [True, True]
    robot.push("What is selected (F4)")
    assert there() == [True, False]
    robot.key("F6")
    assert there() == [True, False]
    robot.key("F3")
    robot.window.practice()  # another case is opened in the family's view, and that begins folded
    assert there() == [False, False]
    robot.key("F6")
    assert there() == [True, False], "the worker's view forgot that a panel was folded away"


def test_who_writes_in_a_panel_that_folds_is_back_at_the_sheet(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6", "Ctrl+F")
    assert robot.work.people.search.hasFocus()
    robot.key("F6")
    assert robot.work.canvas.hasFocus()
    robot.key("Ctrl+F", "F3")
    assert robot.work.canvas.hasFocus()


def test_what_was_folded_away_before_the_window_closed_is_so_again(robot: ShellRobot, tmp_path: Path) -> None:
    robot.window.practice()
    robot.key("F6", "F4")
    robot.window.let_go()
    with shell(tmp_path) as again:
        again.window.practice()
        again.key("F6")
        assert again.work.people.isVisible()
        assert not again.work.inspector.isVisible()


@pytest.mark.parametrize("width", [683, 760, 854, 911, 1024, 1093, 1200, 1280, 1366, 1500, 1920])
def test_no_word_in_the_bar_is_cut(robot: ShellRobot, width: int) -> None:
    robot.window.practice()
    for _ in range(2):  # in the family's view, whose letters are larger, and in the worker's
        robot.window.resize(width, 600)
        settle(0.05)
        for each in robot.work.toolbar.findChildren(QAbstractButton):
            if each.isVisible():
                assert each.width() >= each.sizeHint().width(), each.accessibleName()
        assert robot.work.toolbar.reference.width() >= robot.work.toolbar.reference.sizeHint().width()
        robot.key("F6")


def test_at_125_percent_the_views_are_still_in_the_bar(robot: ShellRobot) -> None:
    """A laptop's 1366 pixels at 125 % are 1093: there was no way to the ecomap but the menu or its key."""
    robot.window.practice()
    robot.window.resize(1093, 614)
    settle(0.05)
    bar = robot.work.toolbar
    assert bar.kind.isVisible()
    assert not bar.kinds.isVisible()
    assert bar.kind.accessibleName() == "View: Genogram"
    ecomap = bar.kind.menu().actions()[1]
    assert ecomap.text() == "Ecomap"
    ecomap.trigger()
    assert robot.desk.session.viewing.kind == "ecomap"
    assert bar.kind.accessibleName() == "View: Ecomap"


def test_a_case_without_a_reference_says_so_in_the_smallest_window(robot: ShellRobot) -> None:
    begin(robot)
    robot.window.resize(683, 384)
    settle(0.1)
    said = robot.work.toolbar.reference
    assert said.text() == "No reference yet"
    assert said.width() >= said.sizeHint().width()


@pytest.mark.parametrize("due", [None, date(2027, 2, 22), date(2028, 9, 22), date(2026, 9, 22)])
@pytest.mark.parametrize("worker", [True, False])
@pytest.mark.parametrize("width", [683, 760, 911, 1366])
def test_the_bar_below_says_when_the_review_is_and_cuts_no_letter(
    robot: ShellRobot, width: int, worker: bool, due: date | None
) -> None:
    robot.window.practice()
    session, desk = robot.desk.session, robot.desk
    session.do(correct_details(session.case, session.stamp, review_due=due))
    if worker:
        robot.key("F6")
    robot.window.resize(width, 500)
    settle(0.2)
    status = robot.work.status
    for part in (status.version, status.dates, status.asked):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width(), part.text()
    assert robot.work.rect().contains(status.geometry())
    said = status.dates.text()
    assert "review" in said if due is None else desk.words.day_and_month(due) in said
    if due is not None and due.year == 2028:
        assert "2028" in said
    if due is not None and due < desk.today:
        assert "was due" in said
    if width == 1366:
        assert "dated" in said


def test_the_things_to_ask_are_found_among_the_commands_of_the_worker(robot: ShellRobot) -> None:
    robot.window.practice()
    action = robot.window.actions_.by_id["ask"]
    robot.key("F12")
    assert QApplication.activePopupWidget() is None
    assert not action.isEnabled()
    robot.key("F6", "F12")
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QuestionsPopup)
    opened.close()
    settle()
    robot.window._open_palette()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    robot.type("ask")
    assert palette.list.item(0).text().startswith("Things to ask")
    palette.close()


@pytest.mark.parametrize("size", [(683, 384), (911, 512), (1366, 768)])
@pytest.mark.parametrize("key", ["K", "B", "C", "P"])
def test_the_naming_editor_is_whole_and_hides_no_name(
    robot: ShellRobot, size: tuple[int, int], key: str
) -> None:
    begin(robot)
    robot.window.resize(*size)
    settle(0.1)
    family, jay = robot.desk.seen.family, robot.named("Jay")
    mother = kinship.parent_people(family, family.out_of(ChildOf, jay)[0])[0]
    gran = kinship.parent_people(family, family.out_of(ChildOf, mother.id)[0])[0]
    robot.desk.select([gran.id if key == "P" else mother.id])
    robot.key("0", key)
    canvas = robot.work.canvas
    wait_for(lambda: canvas.floats.naming, "nobody is being named")
    settle(0.5)  # the sheet comes to rest
    editor = canvas.floats.editor
    assert canvas.viewport().rect().contains(editor.geometry())
    for part in editor.findChildren(QWidget):
        if part.isVisible():
            assert editor.rect().contains(QRect(part.mapTo(editor, QPoint(0, 0)), part.size()))
    boxes = Boxes(canvas)
    hidden = [
        node.says
        for node in canvas.board.nodes
        if node.role in FIGURES
        and node.key != f"person:{canvas.selection[0]}"
        and boxes.of(node).grown(-1).overlaps(box_of(editor.geometry()))
    ]
    if size[0] > 683:  # there the whole sheet is hardly larger than the editor
        assert hidden == []


def test_letters_are_larger_where_a_family_reads_along(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F3", "F4")
    robot.desk.select([robot.desk.seen.family.people[0].id])
    settle()
    work = robot.work

    def sizes() -> list[int]:
        title = next(each for each in work.inspector.findChildren(QLabel) if each.property("look") == "title")
        field = robot.field("Name")
        rows = work.people.list.visualRect(work.people.list.model().index(1, 0)).height()
        return [
            field.font().pixelSize(),
            title.font().pixelSize(),
            work.status.version.font().pixelSize(),
            rows,
        ]

    family = sizes()
    robot.key("F6")
    assert [large > small for large, small in zip(family, sizes(), strict=True)] == [True] * 4
    robot.key("F6")
    assert sizes() == family


@pytest.mark.parametrize("width", [180, 212, 320])
def test_the_list_says_every_name_whole(robot: ShellRobot, width: int) -> None:
    robot.window.practice()
    robot.key("F3")
    view = robot.work.people.list
    robot.work.split.setSizes([width, 10_000, 0])
    settle(0.1)
    room = view.viewport().width() - 24
    for row, entry in enumerate(robot.work.people._rows.entries):
        if is_figure(entry):
            parts = TwoParts(entry.says, entry.detail, view.font(), strong=True)
            tall = view.visualRect(view.model().index(row, 0)).height()
            assert tall >= parts.height(room), entry


def test_a_sentence_lies_over_the_handles(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.window.resize(683, 384)
    settle(0.1)
    canvas, bar = robot.work.canvas, robot.work.messages
    for person in robot.desk.seen.family.people:
        robot.desk.select([person.id])
        bar.say("A sentence that is long enough to lie over most of the foot of this sheet.")
        settle()
        robot.desk.select([])
        robot.desk.select([person.id])
        settle()
        for x in range(bar.x() + 4, bar.geometry().right() - 4, 12):
            found = canvas.childAt(QPoint(x, bar.geometry().center().y()))
            assert found in [bar, *bar.findChildren(QWidget)], person.name


def test_escape_leaves_the_commands_at_once(small: ShellRobot) -> None:
    small.key("Ctrl+K")
    small.type("un")
    small.key("Escape")
    assert QApplication.activePopupWidget() is None


def test_undo_says_why_it_is_grey_and_nothing_of_what_was_done_for_other_eyes(robot: ShellRobot) -> None:
    robot.window.practice()
    undo = robot.window.actions_.by_id["undo"]
    assert (undo.isEnabled(), undo.toolTip()) == (False, "Undo: nothing in this view")
    robot.key("F6")
    robot.desk.select([robot.desk.seen.family.people[0].id])
    robot.work.canvas.perform("add_child")
    assert undo.isEnabled()
    robot.key("Escape", "F6")
    assert (undo.isEnabled(), undo.toolTip()) == (False, "Undo: nothing in this view")


def test_undo_never_takes_back_unseen_what_the_worker_did_and_says_so(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.work.canvas.setFocus()
    settle()
    robot.key("Ctrl+Z")
    nothing = robot.work.messages.accessibleName()
    robot.key("F6")
    robot.desk.select([robot.desk.seen.family.people[0].id])
    robot.work.canvas.perform("add_child")
    robot.key("Escape", "F6")
    robot.work.messages.hide()
    before = robot.desk.session.case
    for key in ("Ctrl+Z", "Ctrl+Y"):
        robot.work.canvas.setFocus()
        robot.key(key)
        assert robot.desk.session.case is before
        assert robot.work.messages.isVisible()
        word = "undo" if key == "Ctrl+Z" else "redo"
        assert robot.work.messages.accessibleName() == f"There is nothing to {word} in this view."
    assert nothing == "There is nothing to undo in this view."
    robot.key("F6", "Ctrl+Z")
    assert robot.desk.session.case is not before


@pytest.mark.parametrize("size", [(683, 384), (760, 512), (911, 512)])
def test_the_start_page_is_not_cut_at_the_side(robot: ShellRobot, size: tuple[int, int]) -> None:
    robot.window.resize(*size)
    settle(0.1)
    page = robot.window._start
    assert isinstance(page, StartPage)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.viewport().width()
    robot.window.resize(1366, 768)
    settle(0.1)
    assert page._second.x() > page.name.x() + page.name.width(), "there is room beside the form again"


def test_what_was_said_of_a_step_goes_when_it_is_undone(robot: ShellRobot) -> None:
    """“Services are seen in the combined view” stood on over a sheet without the service."""
    begin(robot)
    robot.key("Escape")
    robot.work.canvas.start_telling("school Moor Lane Primary")
    robot.key("Enter")
    assert robot.work.messages.sentence.text().startswith("Services are seen")
    assert robot.work.messages.isVisible()
    robot.key("Ctrl+Z")
    assert not robot.desk.session.case.family.agencies
    assert not robot.work.messages.isVisible()
