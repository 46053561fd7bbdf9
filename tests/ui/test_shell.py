"""The whole window, used as a person does: coming and going, undoing, the two views, recovery."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from genogram_app.family import kinship
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond
from genogram_app.store import files
from genogram_app.ui.panels.questions import QuestionsPopup
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell, window_in
from tests.ui.stories import Dialogs, begin, check_story_one, draw_story_one

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def test_story_one_by_keyboard_alone(robot: ShellRobot) -> None:
    dialogs = Dialogs()
    draw_story_one(robot)
    check_story_one(robot)
    print(f"S1 by keyboard: {robot.presses} key presses beyond the names")
    assert robot.presses <= 60
    assert dialogs.shown == []


def test_a_dialog_is_noticed_where_one_is_shown(qtbot: object) -> None:
    dialogs, dialog = Dialogs(), QDialog()
    dialog.setWindowTitle("One moment")
    dialog.show()
    assert dialogs.shown == ["One moment"]
    dialog.deleteLater()


def test_an_unknown_father_is_in_the_things_to_ask(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    asked = robot.work.status.asked
    assert asked.isVisible()
    robot.click(asked)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QuestionsPopup)
    father = next(button for button in popup.buttons if "Jay’s father?" in button.accessibleName())
    robot.click(father)
    chosen = robot.desk.context.one(Person)
    assert chosen is not None
    assert robot.named("Jay") in {each.id for each in kinship.children_of(robot.desk.seen.family, chosen.id)}


def test_before_the_family_nothing_is_asked(robot: ShellRobot) -> None:
    begin(robot)
    assert not robot.work.status.asked.isVisible()
    assert robot.desk.questions() == ()


def test_saving_and_opening_again_gives_the_same_case(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)
    out = tmp_path / "2026-1.genogram"
    robot.answering(lambda: robot.file_named(out), lambda: robot.key("Ctrl+S"))
    case = robot.desk.session.case
    assert files.read(out) == case
    assert not robot.desk.session.dirty
    assert robot.window.windowTitle() == "Reference ? – Genogram"
    robot.key("F6")
    assert robot.window.windowTitle() == "Jay – Genogram"
    robot.key("F6")
    robot.key("Ctrl+N")
    assert robot.window.workspace is None
    robot.answering(lambda: robot.file_named(out), lambda: robot.choose("File", "Open…"))
    assert robot.desk.session.case == case
    assert robot.desk.session.path == out


def test_a_file_that_is_none_gets_a_sentence_and_the_window_stays(robot: ShellRobot, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.genogram"
    wrong.write_bytes(b"%PDF-1.7 nothing of ours")
    robot.answering(lambda: robot.file_named(wrong), lambda: robot.choose("File", "Open…"))
    assert robot.window.workspace is None
    assert "wrong.genogram" in _everything_said(robot.window)


def test_undo_is_named_and_says_no_name_before_the_family(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    undo = robot.window.actions_.by_id["undo"]
    robot.key("C")
    robot.key("Escape")
    assert undo.text() == "Undo: Add a child"
    robot.key("F6")
    assert undo.text() == "Undo: Add a child of Jay"
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is first


def test_what_is_written_in_the_workers_view_is_not_seen_by_the_family(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.write("Known as", "Jaybird")
    robot.key("F6")
    person = robot.desk.seen.family.get(Person, robot.named("Jay"))
    assert person.known_as == ""
    assert "Jaybird" not in _everything_said(robot.window)


def test_removing_asks_nothing_and_offers_the_way_back(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    robot.key("Delete")
    assert "Jay" not in robot.names()
    robot.push("Undo")
    assert robot.desk.session.case is first


def test_one_key_covers_everything_and_escape_does_not_lift_it(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F9")
    assert not robot.window.isVisible()
    cover = robot.window.covers._covers[0]
    assert cover.isVisible()
    assert "Jay" not in cover.windowTitle()
    cover.setFocus()
    robot.key("Escape")
    assert cover.isVisible()
    robot.key("F9")
    assert robot.window.isVisible()
    assert not robot.window.covers.on


def test_what_is_shown_again_is_the_familys_view_with_no_dialog_open(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.answering(lambda: robot.window.turn_cover(), lambda: robot.choose("File", "Export a dated copy…"))
    assert robot.window.covers.on
    robot.window.turn_cover()
    assert robot.window.isVisible()
    assert not robot.desk.by_worker


def test_pressing_family_view_never_leaves_it(robot: ShellRobot) -> None:
    begin(robot)
    part = robot.work.toolbar.reader.button_for
    for by_worker in (False, True, True, False, False):
        wanted = part(by_worker)
        assert wanted is not None
        robot.click(wanted)
        assert robot.desk.by_worker is by_worker
        assert wanted.isChecked()


def test_what_a_crash_leaves_is_offered_by_reference_and_time(qtbot: QtBot, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.work.opened.kept.flush()
        kept = next((tmp_path / "data" / "recovery").glob("*.recovery")).read_bytes()
    assert not list((tmp_path / "data" / "recovery").glob("*")), "a clean close leaves something behind"
    (tmp_path / "data" / "recovery" / "left.recovery").write_bytes(kept)
    with shell(tmp_path) as robot:
        assert "Jay" not in _everything_said(robot.window)
        robot.push("Throw it away")
        robot.push("Undo")
        robot.push("Go on with it")
        assert robot.named("Jay")
        assert robot.desk.session.dirty


def test_a_change_is_kept_for_recovery_within_five_seconds(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)
    folder = tmp_path / "data" / "recovery"
    wait_for(lambda: list(folder.glob("*.recovery")), "nothing was kept in five seconds")


def test_the_window_fits_a_small_laptop(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    settle(0.05)
    assert robot.window.width() == 1366
    assert robot.work.toolbar.export.geometry().right() <= 1366
    assert robot.work.toolbar.minimumSizeHint().width() <= 1366


def test_no_step_of_looking_is_in_the_history(robot: ShellRobot) -> None:
    begin(robot)
    first = robot.desk.session.case
    robot.key("2", "3", "1", "F6", "F7", "F7")
    assert robot.desk.session.case is first
    assert robot.desk.session.undoes is None


def test_harm_is_not_offered_before_the_family(robot: ShellRobot) -> None:
    robot.window.practice()
    harm = robot.desk.session.catalog.harm
    bond = next(bond for bond in robot.desk.seen.family.edges(Bond))
    assert not any(each.quality in harm for each in robot.desk.seen.family.edges(Bond))
    robot.desk.select([bond.id])
    robot.key("F4")
    offered = {says for says, _ in robot.work.inspector.page._offers(lambda kind: None)}
    labels = {robot.desk.session.catalog.bond(kind).label for kind in harm}
    assert offered
    assert not offered & labels


def test_the_twin_that_a_window_is_made_without_a_case(qtbot: QtBot, tmp_path: Path) -> None:
    window = window_in(tmp_path)
    assert not window.actions_.by_id["add_child"].isEnabled()
    assert window.actions_.by_id["open"].isEnabled()
    window.deleteLater()


def _everything_said(window: QWidget) -> str:
    """Gather what every visible widget says, also to a screen reader."""
    said = []
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            said += [getattr(widget, name)() for name in ("text", "toPlainText") if hasattr(widget, name)]
    return "\n".join(str(each) for each in said)


def test_a_command_that_isnt_there_is_said_in_a_small_box(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("/")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    full = popup.height()
    robot.type("zzzz")
    said = [each.text() for each in popup.findChildren(QLabel) if each.isVisible() and each.text()]
    assert said == ["Nothing of that name."]
    assert popup.height() < 110
    robot.key("Down", "Enter")
    assert popup.isVisible()
    robot.key("Ctrl+A", "Backspace")
    assert popup.height() == full
    assert not any(each.isVisible() and each.text() for each in popup.findChildren(QLabel))
    popup.close()


def test_a_slash_finds_any_command_by_typing(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("/")
    robot.type("brother")
    robot.key("Enter")
    assert len(robot.desk.session.case.family.people) == 8


@pytest.mark.parametrize("keys", [("0",), ("F5", "F5", "F5")])
def test_what_was_said_of_close_family_goes_when_everybody_is_shown(
    robot: ShellRobot, keys: tuple[str, ...]
) -> None:
    begin(robot)
    robot.sheet.click("Jay")
    robot.key("F5")
    assert "Close family" in robot.work.messages.sentence.text()
    assert robot.work.messages.isVisible()
    robot.key(*keys)
    assert not robot.work.messages.isVisible()


def test_another_sentence_stays_when_everybody_is_shown(robot: ShellRobot) -> None:
    begin(robot)
    robot.sheet.click("Jay")
    robot.key("F5")
    robot.window.say("Saved.")
    robot.key("0")
    assert robot.work.messages.isVisible()
