"""After a crash: what is offered, with what changed; and nothing is left behind once it is dealt with."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from benchmarks import kill
from genogram_app.edit.details import correct_details, set_page
from genogram_app.model.ids import random_id
from genogram_app.store import files
from genogram_app.store.recovery import left_over
from genogram_app.ui.autosave import Autosave
from genogram_app.ui.opened import locked
from tests.robots import settle, wait_for
from tests.ui.crashes import kept_in, labels, left_after
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _add_mia(robot: ShellRobot) -> None:
    robot.key("B")
    robot.type("Mia")
    robot.key("Enter")


@pytest.fixture
def after_crash(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at the next start after a crash, of a case that was saved a moment earlier."""
    left_after(tmp_path, _add_mia)
    with shell(tmp_path) as robot:
        yield robot


def test_what_changed_is_told_when_asked_in_numbers_and_without_a_name(after_crash: ShellRobot) -> None:
    robot = after_crash
    assert not any("person" in each or "Not in the file" in each for each in labels(robot))
    robot.push("What changed?")
    (told,) = [each for each in labels(robot) if each.startswith("Not in the file")]
    assert "1 person added" in told
    assert not any("Mia" in each or "Jay" in each for each in labels(robot))
    focused = robot.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Go on with it"  # never on what throws it away


def test_what_was_never_saved_says_so(qapp: object, tmp_path: Path) -> None:
    left_after(tmp_path, _add_mia, saved=False)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "It was never saved: 8 people on the sheet." in labels(robot)
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        assert "never saved" in robot.work.messages.sentence.text()


def test_that_its_file_was_changed_since_is_said_before_anybody_goes_on(qapp: object, tmp_path: Path) -> None:
    left_after(tmp_path, _add_mia)
    file = tmp_path / "case.genogram"
    with shell(tmp_path) as robot:
        assert not any("Its file" in each for each in labels(robot))
    case = files.read(file)
    files.save(case.with_(details=case.details.put(reference="CF-9")), file)
    theirs = file.read_bytes()
    with shell(tmp_path) as robot:
        (said,) = [each for each in labels(robot) if each.startswith("Its file")]
        assert said == "Its file was changed since. Saving asks you before it replaces anything there."
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        assert said in robot.work.messages.accessibleName()
    assert file.read_bytes() == theirs


def test_that_its_file_is_gone_is_said(qapp: object, tmp_path: Path) -> None:
    left_after(tmp_path, _add_mia)
    (tmp_path / "case.genogram").rename(tmp_path / "elsewhere.genogram")
    with shell(tmp_path) as robot:
        assert any(each.startswith("Its file isn’t where it was.") for each in labels(robot))


def _opened_by_its_file(robot: ShellRobot, folder: Path, button: str) -> list[str]:
    """Open the case's own file, and answer what is asked with a button; give what was asked."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), box.informativeText()])
        next(each for each in box.buttons() if each.text().replace("&", "") == button).click()

    robot.answering(answer, lambda: robot.window.open(folder / "case.genogram"))
    return said


def test_who_opens_the_file_itself_is_offered_what_is_not_in_it(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    asked, more = _opened_by_its_file(after_crash, tmp_path, "Go on with it")
    assert asked == "Not saved when the program stopped"
    assert "09:30" in more
    assert not any(name in asked + more for name in ("Mia", "Jay", "case.genogram"))
    assert after_crash.named("Mia")
    assert after_crash.desk.session.dirty
    after_crash.key("Ctrl+S")
    assert "Mia" in [person.name for person in files.read(tmp_path / "case.genogram").family.people]


def test_the_file_can_be_opened_as_it_was_saved_and_the_rest_is_kept(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    _opened_by_its_file(after_crash, tmp_path, "Open as it was saved")
    names = [person.name for person in after_crash.desk.session.case.family.people]
    assert "Jay" in names
    assert "Mia" not in names
    assert after_crash.desk.session.path == tmp_path / "case.genogram"
    assert (tmp_path / "data" / "recovery" / "left.recovery").exists()


def test_a_file_is_known_again_from_another_folder(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_after(tmp_path, _add_mia)
    monkeypatch.chdir(tmp_path)
    with shell(tmp_path) as robot:
        cases = robot.window._cases
        assert len(cases.left_beside(Path("case.genogram"))) == 1
        assert not cases.left_beside(Path("other.genogram"))


def test_nothing_is_opened_where_nobody_says_what(after_crash: ShellRobot, tmp_path: Path) -> None:
    _opened_by_its_file(after_crash, tmp_path, "Open nothing")
    assert after_crash.window.workspace is None
    assert any("Not saved when the program stopped" in each for each in labels(after_crash))


def test_what_comes_back_and_is_saved_at_once_is_not_offered_again(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    robot = after_crash
    robot.push("Go on with it")
    assert robot.named("Mia")
    robot.key("Ctrl+S")
    assert not list((tmp_path / "data" / "recovery").glob("*.recovery"))
    saved = files.read(tmp_path / "case.genogram")
    assert "Mia" in [person.name for person in saved.family.people]
    robot.key("Ctrl+W")
    assert not list((tmp_path / "data" / "recovery").iterdir())


def test_what_comes_back_and_is_closed_at_once_leaves_nothing(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    robot = after_crash
    robot.push("Go on with it")
    robot.window.let_go()
    assert not list((tmp_path / "data" / "recovery").iterdir())


def test_it_comes_back_as_a_copy_where_its_file_is_open_elsewhere(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    elsewhere = locked(tmp_path / "case.genogram")
    after_crash.push("Go on with it")
    settle(0.05)
    assert after_crash.named("Mia")
    assert after_crash.desk.session.path is None
    assert "This is a copy." in after_crash.work.messages.sentence.text()
    elsewhere.release()


def test_that_nothing_can_be_kept_is_said_once_and_tried_again(robot: ShellRobot, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "recovery"
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way")
    robot.window.practice()
    kept, heard = Autosave(robot.window._cases._recovery), list[str]()
    kept.failed.connect(heard.append)
    for _ in range(2):
        kept.note(robot.desk.session.case, None)
        kept.flush()
    assert len(heard) == 1
    assert "Save often" in heard[0]
    folder.unlink()
    kept.note(robot.desk.session.case, None)
    kept.flush()
    assert list(folder.glob("*.recovery"))
    kept.close()


def test_ten_programs_killed_while_they_edit_lose_at_most_five_seconds(qapp: object) -> None:
    """By their own beats: where a busy machine lets none of their threads go on, nobody edits either."""
    found = kill.runs(10, seed=1000, longest=6.0)
    assert max(each.loss for each in found) < float("inf")
    assert max(each.beaten for each in found) <= kill.BEATEN
    assert sum(each.steps for each in found) > 20


def test_a_state_that_the_case_was_never_in_is_no_recovery() -> None:
    states = [(1.0, "a"), (2.0, "b"), (3.0, "c")]
    assert kill._loss(states, "b", killed=9.0) == 6.0
    assert kill._loss(states, "c", killed=9.0) == 0.0
    assert kill._loss(states, "d", killed=9.0) == float("inf")
    assert kill._loss(states, None, killed=9.0) == 8.0


def test_a_window_that_is_busy_puts_nothing_off(qapp: object, tmp_path: Path) -> None:
    """What waited for the window's own clock was lost where a big step held that up."""
    with shell(tmp_path) as robot:
        begin(robot)
        robot.work.opened.kept.flush()
        (kept,) = (tmp_path / "data" / "recovery").glob("*.recovery")
        before = kept.read_bytes()
        robot.desk.act(lambda case, stamp: set_page(case, paper="A3"))
        busy_until = time.monotonic() + 60
        while kept.read_bytes() == before:
            assert time.monotonic() < busy_until, "nothing is kept while no event is dealt with"
            time.sleep(0.01)


def _tell_of_a_friend(robot: ShellRobot) -> None:
    robot.key("W")
    robot.type("mum's friend Kayleigh 33")
    settle()


def test_words_that_were_not_drawn_are_told_of_never_what_they_are(qapp: object, tmp_path: Path) -> None:
    left_after(tmp_path, _tell_of_a_friend)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "Not in the file: words not drawn yet." in labels(robot)
        assert not any("Kayleigh" in each for each in labels(robot))
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        said = robot.work.messages.accessibleName()
        assert "words not drawn yet" in said
        assert "All of it" not in said
        assert robot.work.canvas.floats.words == "mum's friend Kayleigh 33"


def test_what_was_undone_back_to_the_file_is_not_offered(qapp: object, tmp_path: Path) -> None:
    """The next start said “Not saved” of it, and then “All of it is in the file”."""
    with shell(tmp_path) as robot:
        begin(robot)
        robot.window.save_in(tmp_path / "case.genogram")
        _add_mia(robot)
        kept = robot.work.opened.kept
        kept.flush()
        assert kept_in(tmp_path)
        while robot.work.desk.session.dirty:
            robot.key("Ctrl+Z")
        kept.flush()
        assert not list((tmp_path / "data" / "recovery").glob("*.recovery"))
        robot.key("Ctrl+Y")
        kept.flush()
        assert kept_in(tmp_path)


def test_where_all_is_in_the_file_nobody_is_asked_to_save_it(qapp: object, tmp_path: Path) -> None:
    """It may end between the saving and forgetting what was kept."""
    left_after(tmp_path, _add_mia)
    (left,) = left_over(tmp_path / "data" / "recovery")
    files.save(left.case(random_id).case, tmp_path / "case.genogram")
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "All of it is in the file." in labels(robot)
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        assert "Save it" not in robot.work.messages.accessibleName()


def test_details_of_the_sheet_are_told_of_beside_people(qapp: object, tmp_path: Path) -> None:
    def change(robot: ShellRobot) -> None:
        desk = robot.desk
        desk.act(lambda case, stamp: correct_details(case, stamp, took_part=("Lisa",)))
        robot.key("B")
        robot.type("Mia")
        robot.key("Enter")

    left_after(tmp_path, change)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        (told,) = [each for each in labels(robot) if each.startswith("Not in the file")]
        assert "1 person added" in told
        assert "who took part" in told


def _add_in_the_workers_view(robot: ShellRobot) -> None:
    robot.key("F6")
    robot.key("B")
    robot.type("Secret")
    robot.key("Enter")


@pytest.mark.parametrize("saved", [True, False])
def test_nobody_is_counted_whom_the_family_may_not_see(qapp: object, tmp_path: Path, saved: bool) -> None:
    """The program starts in the family's view: a number would have told that somebody is hidden."""
    left_after(tmp_path, _add_in_the_workers_view)
    if not saved:
        (tmp_path / "case.genogram").unlink()
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        (told,) = [each for each in labels(robot) if each.startswith(("Not in the file", "It was never"))]
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        for each in (told, robot.work.messages.accessibleName()):
            assert "other details of the sheet" in each
            assert "added" not in each
            assert "8" not in each


def test_a_file_that_cannot_be_read_is_not_called_never_saved(
    after_crash: ShellRobot, tmp_path: Path
) -> None:
    (tmp_path / "case.genogram").write_bytes(b"no longer")
    after_crash.push("What changed?")
    assert any("can’t be read" in each for each in labels(after_crash))
    assert not any("never saved" in each for each in labels(after_crash))


def test_what_was_thrown_away_comes_back_until_a_case_is_opened(after_crash: ShellRobot) -> None:
    robot = after_crash
    left = robot.window._cases.left_over()[0].path
    robot.push("Throw it away")
    assert "Edit > Undo" in robot.window._messages.accessibleName()
    robot.window._messages.hide()  # as it does by itself after a while
    undo = robot.window.actions_.by_id["undo"]
    assert undo.isEnabled()
    assert undo.text() == "Undo: throw away what was recovered"
    robot.key("Ctrl+Z")
    assert "Not saved when the program stopped" in labels(robot)
    assert not undo.isEnabled()
    robot.push("Throw it away")
    robot.window.practice()
    assert not left.exists()


def test_undo_on_the_start_page_takes_back_what_is_typed_there_first(after_crash: ShellRobot) -> None:
    robot = after_crash
    robot.push("Throw it away")
    robot.type("Jay")
    robot.key("Ctrl+Z")
    assert "Not saved when the program stopped" not in labels(robot)
    robot.key("Ctrl+Z")
    assert "Not saved when the program stopped" in labels(robot)
