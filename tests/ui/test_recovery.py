"""After a crash: what is offered, with what changed; and nothing is left behind once it is dealt with."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from benchmarks import kill
from genogram_app.edit.details import correct_details, set_page
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.store import files
from genogram_app.store.half_typed import Draft, HalfTyped, read_half_typed
from genogram_app.ui.autosave import Autosave
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import TextArea
from genogram_app.ui.opened import locked
from genogram_app.ui.panels.inspector.accounts import ask_account
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _crash(folder: Path, *, saved: bool) -> None:
    """Leave what a crash leaves of a case to which somebody was added since it began, or was saved."""
    with shell(folder) as robot:
        begin(robot)
        if saved:
            robot.window.save_in(folder / "case.genogram")
        robot.key("B")
        robot.type("Mia")
        robot.key("Enter")
        robot.work.opened.kept.flush()
        kept = next((folder / "data" / "recovery").glob("*.recovery"))
        shutil.copy(kept, folder / "kept")
    (folder / "data" / "recovery" / "left.recovery").write_bytes((folder / "kept").read_bytes())


@pytest.fixture
def after_crash(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at the next start after a crash, of a case that was saved a moment earlier."""
    _crash(tmp_path, saved=True)
    with shell(tmp_path) as robot:
        yield robot


def _said(robot: ShellRobot) -> list[str]:
    return [each.text() for each in robot.window.findChildren(QLabel) if each.isVisible()]


def test_what_changed_is_told_when_asked_in_numbers_and_without_a_name(after_crash: ShellRobot) -> None:
    robot = after_crash
    assert not any("person" in each or "Not in the file" in each for each in _said(robot))
    robot.push("What changed?")
    (told,) = [each for each in _said(robot) if each.startswith("Not in the file")]
    assert "1 person added" in told
    assert not any("Mia" in each or "Jay" in each for each in _said(robot))
    focused = robot.window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Go on with it"  # never on what throws it away


def test_what_was_never_saved_says_so(qapp: object, tmp_path: Path) -> None:
    _crash(tmp_path, saved=False)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "It was never saved: 8 people on the sheet." in _said(robot)
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        assert "never saved" in robot.work.messages.sentence.text()


def test_that_its_file_was_changed_since_is_said_before_anybody_goes_on(qapp: object, tmp_path: Path) -> None:
    _crash(tmp_path, saved=True)
    file = tmp_path / "case.genogram"
    with shell(tmp_path) as robot:
        assert not any("Its file" in each for each in _said(robot))
    case = files.read(file)
    files.save(case.with_(details=case.details.put(reference="CF-9")), file)
    theirs = file.read_bytes()
    with shell(tmp_path) as robot:
        (said,) = [each for each in _said(robot) if each.startswith("Its file")]
        assert said == "Its file was changed since. Saving asks you before it replaces anything there."
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        assert said in robot.work.messages.accessibleName()
    assert file.read_bytes() == theirs


def test_that_its_file_is_gone_is_said(qapp: object, tmp_path: Path) -> None:
    _crash(tmp_path, saved=True)
    (tmp_path / "case.genogram").rename(tmp_path / "elsewhere.genogram")
    with shell(tmp_path) as robot:
        assert any(each.startswith("Its file isn’t where it was.") for each in _said(robot))


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
    _crash(tmp_path, saved=True)
    monkeypatch.chdir(tmp_path)
    with shell(tmp_path) as robot:
        cases = robot.window._cases
        assert len(cases.left_beside(Path("case.genogram"))) == 1
        assert not cases.left_beside(Path("other.genogram"))


def test_nothing_is_opened_where_nobody_says_what(after_crash: ShellRobot, tmp_path: Path) -> None:
    _opened_by_its_file(after_crash, tmp_path, "Open nothing")
    assert after_crash.window.workspace is None
    assert any("Not saved when the program stopped" in each for each in _said(after_crash))


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


def _typing(folder: Path, half_type: Callable[[ShellRobot], None]) -> None:
    """Leave what a crash leaves while somebody is typing, some time after the last step."""
    with shell(folder) as robot:
        begin(robot)
        robot.window.save_in(folder / "case.genogram")
        half_type(robot)
        robot.work.opened.kept.flush()
        kept = next((folder / "data" / "recovery").glob("*.recovery"))
        shutil.copy(kept, folder / "kept")
    (folder / "data" / "recovery" / "left.recovery").write_bytes((folder / "kept").read_bytes())


def _half_a_line(robot: ShellRobot) -> None:
    robot.key("Escape")
    robot.work.canvas.start_telling()
    wait_for(lambda: robot.work.canvas.floats.telling, "the line of words didn't open")
    robot.type("brother Kyle 3, gran Sh")


def test_a_line_of_words_comes_back_with_its_words(qapp: object, tmp_path: Path) -> None:
    """However long it stood there it was in no recovery: a line isn't a step before Enter."""
    _typing(tmp_path, _half_a_line)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert robot.work.canvas.floats.telling
        assert robot.work.canvas.floats.words == "brother Kyle 3, gran Sh"
        robot.type("eila")
        robot.key("Enter")
        assert "Kyle" in robot.names()


def test_half_a_name_comes_back_where_it_was_typed(qapp: object, tmp_path: Path) -> None:
    def half_a_name(robot: ShellRobot) -> None:
        robot.key("Escape")
        robot.desk.select([robot.named("Jay")])
        robot.key("F2")
        robot.type("Jay Car")

    _typing(tmp_path, half_a_name)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert robot.work.canvas.floats.naming
        robot.key("End")
        robot.type("ter")
        robot.key("Enter")
        assert robot.named("Jay Carter")


def test_what_was_half_typed_in_the_worker_s_view_waits_for_it(qapp: object, tmp_path: Path) -> None:
    def in_confidence(robot: ShellRobot) -> None:
        robot.key("Escape", "F6")
        _half_a_line(robot)

    _typing(tmp_path, in_confidence)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert not robot.work.canvas.floats.telling
        assert robot.work.put_by.half_typed().words  # a second crash doesn't lose it either
        robot.key("F6")
        assert robot.work.canvas.floats.words == "brother Kyle 3, gran Sh"


def test_a_line_that_is_left_leaves_nothing_to_recover(qapp: object, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.window.save_in(tmp_path / "case.genogram")
        _half_a_line(robot)
        robot.work.opened.kept.flush()
        assert list((tmp_path / "data" / "recovery").glob("*.recovery"))
        robot.key("Escape")
        assert not list((tmp_path / "data" / "recovery").glob("*.recovery"))


def test_what_cannot_be_read_of_a_half_typed_line_is_for_no_eyes_but_the_worker_s() -> None:
    assert read_half_typed(None) == read_half_typed([1]) == HalfTyped()
    assert read_half_typed({"words": "mum Li"}).by_worker
    half = HalfTyped("mum Li", ("p1",), "p2", "Ann", "34")
    assert read_half_typed(json.loads(json.dumps(half.noted()))) == half


def test_drafts_are_read_as_they_were_kept_and_for_the_worker_where_nothing_says_so() -> None:
    half = HalfTyped(
        drafts=(Draft("p1", "", "I hate it", "Jay", by_worker=False), Draft("p2", "born", "2014"))
    )
    assert read_half_typed(json.loads(json.dumps(half.noted()))) == half
    (draft,) = read_half_typed({"drafts": [{"record": "p1", "words": "no"}, "rubbish"]}).drafts
    assert draft == Draft("p1", "", "no", by_worker=True)


def _own_words(robot: ShellRobot) -> None:
    robot.key("Escape")
    robot.sheet.click("Jay")
    robot.work.go_to_page()
    robot.sheet.button("Write down somebody’s own words").click()
    robot.type("I want to live with nan")
    robot.key("Tab")
    robot.type("Jay")


def test_somebody_s_own_words_come_back_where_they_were_written(qapp: object, tmp_path: Path) -> None:
    _typing(tmp_path, _own_words)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        field = robot.field("Own words")
        assert field.property("plainText") == "I want to live with nan"
        robot.sheet.button("Add").click()
        (quote,) = robot.desk.session.case.family.get(Person, robot.named("Jay")).quotes
        assert (quote.words, quote.by) == ("I want to live with nan", "Jay")
        assert not robot.work.put_by.half_typed()


def test_own_words_stay_with_whom_they_are_of(robot_at_case: ShellRobot) -> None:
    """They were lost with the page, as soon as anybody else was selected."""
    robot = robot_at_case
    _own_words(robot)
    robot.desk.select(())
    assert not [each for each in QApplication.allWidgets() if _is_own_words(each)]
    robot.sheet.click("Jay")
    assert robot.field("Own words").property("plainText") == "I want to live with nan"


def test_the_workers_own_words_arent_on_the_familys_page(robot_at_case: ShellRobot) -> None:
    robot = robot_at_case
    robot.key("F6")
    _own_words(robot)
    robot.key("F6")
    robot.sheet.click("Jay")
    robot.work.go_to_page()
    assert not [each for each in QApplication.allWidgets() if _is_own_words(each)]
    robot.key("F6")
    assert robot.field("Own words").property("plainText") == "I want to live with nan"


def _is_own_words(widget: QWidget) -> bool:
    return isinstance(widget, TextArea) and widget.isVisible() and widget.accessibleName() == "Own words"


@pytest.fixture
def robot_at_case(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at a case of one child."""
    with shell(tmp_path) as robot:
        begin(robot)
        yield robot


def _account(robot: ShellRobot) -> None:
    robot.key("Escape", "F6")
    robot.sheet.click("Jay")
    robot.work.go_to_page()
    page = robot.work.inspector.page
    made = page.findChild(Field, "born")
    ask_account(page, made, "born")
    robot.write("Who says so, such as Dad", "Dad")
    robot.write("What they say", "2014")


def test_what_somebody_says_otherwise_comes_back_under_its_field(qapp: object, tmp_path: Path) -> None:
    _typing(tmp_path, _account)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert not any("Not added yet" in each for each in _said(robot))
        robot.key("F6")
        assert "Not added yet: Dad: 2014" in _said(robot)
        page = robot.work.inspector.page
        ask_account(page, page.findChild(Field, "born"), "born")
        robot.push("Add")
        assert not any("Not added yet" in each for each in _said(robot))
        (account,) = robot.desk.session.case.family.get(Person, robot.named("Jay")).accounts
        assert account.basis.told_by == "Dad"


def _profile(robot: ShellRobot) -> None:
    """Type the worker's name; the program stops before it is put on the sheet."""

    def answer() -> None:
        robot.write("Your name", "Hannah Lo")
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()  # as the key that covers does

    robot.key("Escape")
    robot.answering(answer, robot.window._ask_profile)


def test_what_is_typed_of_the_worker_comes_back(qapp: object, tmp_path: Path) -> None:
    _typing(tmp_path, _profile)
    shown = list[object]()
    with shell(tmp_path) as robot:

        def answer() -> None:
            shown.append(robot.field("Your name").property("text"))
            robot.push("Cancel")

        robot.answering(answer, lambda: robot.push("Go on with it"))
        assert shown == ["Hannah Lo"]
        assert not robot.work.put_by.half_typed(), "Cancel leaves it"


def test_a_child_s_name_half_typed_on_the_start_page_comes_back_when_asked(
    qapp: object, tmp_path: Path
) -> None:
    with shell(tmp_path) as robot:
        robot.write("Child’s name", "Zofia Woj")
        robot.write("Date of birth, age, or when the baby is due", "12 M")
        robot.window._begun.flush()
        (kept,) = (tmp_path / "data" / "recovery").glob("*.recovery")
        shutil.copy(kept, tmp_path / "kept")
    assert not list((tmp_path / "data" / "recovery").glob("*.recovery"))
    (tmp_path / "data" / "recovery" / "left.recovery").write_bytes((tmp_path / "kept").read_bytes())
    with shell(tmp_path) as robot:
        assert not any("Zofia" in each for each in _said(robot))
        robot.push("What changed?")
        assert "A new genogram: what was typed about the child." in _said(robot)
        robot.push("Go on with it")
        assert robot.field("Child’s name").property("text") == "Zofia Woj"
        assert robot.field("Date of birth, age, or when the baby is due").property("text") == "12 M"
        assert "Not saved when the program stopped" not in _said(robot)
        robot.write("Date of birth, age, or when the baby is due", "11")
        robot.key("Enter")
        assert robot.named("Zofia Woj")
        robot.work.opened.kept.flush()
        assert len(list((tmp_path / "data" / "recovery").glob("*.recovery"))) == 1


def test_the_start_page_is_empty_for_whoever_comes_back_to_it(robot_at_case: ShellRobot) -> None:
    robot = robot_at_case
    robot.window.save_in(robot.window._folders.data / "case.genogram")
    robot.window.go_to_start()
    assert not robot.field("Child’s name").property("text")
    assert not list(robot.window._folders.recovery.glob("*.recovery"))


def _crash_with(folder: Path, typed: Callable[[ShellRobot], object]) -> None:
    """Leave what a crash leaves of a saved case in which something was typed, or changed, since."""
    with shell(folder) as robot:
        begin(robot)
        robot.window.save_in(folder / "case.genogram")
        typed(robot)
        robot.work.opened.kept.flush()
        kept = next((folder / "data" / "recovery").glob("*.recovery"))
        shutil.copy(kept, folder / "kept")
    (folder / "data" / "recovery" / "left.recovery").write_bytes((folder / "kept").read_bytes())


def _tell_of_a_friend(robot: ShellRobot) -> None:
    robot.key("W")
    robot.type("mum's friend Kayleigh 33")
    settle()


def test_words_that_were_not_drawn_are_told_of_never_what_they_are(qapp: object, tmp_path: Path) -> None:
    _crash_with(tmp_path, _tell_of_a_friend)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "Not in the file: words not drawn yet." in _said(robot)
        assert not any("Kayleigh" in each for each in _said(robot))
        robot.push("Go on with it")
        wait_for(lambda: robot.work.messages.isVisible(), "nothing was said")
        said = robot.work.messages.accessibleName()
        assert "words not drawn yet" in said
        assert "All of it" not in said
        assert robot.work.canvas.floats.words == "mum's friend Kayleigh 33"


def test_where_all_is_in_the_file_nobody_is_asked_to_save_it(qapp: object, tmp_path: Path) -> None:
    _crash_with(tmp_path, lambda robot: robot.work.opened.keep())
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        assert "All of it is in the file." in _said(robot)
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

    _crash_with(tmp_path, change)
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        (told,) = [each for each in _said(robot) if each.startswith("Not in the file")]
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
    _crash_with(tmp_path, _add_in_the_workers_view)
    if not saved:
        (tmp_path / "case.genogram").unlink()
    with shell(tmp_path) as robot:
        robot.push("What changed?")
        (told,) = [each for each in _said(robot) if each.startswith(("Not in the file", "It was never"))]
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
    assert any("can’t be read" in each for each in _said(after_crash))
    assert not any("never saved" in each for each in _said(after_crash))


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
    assert "Not saved when the program stopped" in _said(robot)
    assert not undo.isEnabled()
    robot.push("Throw it away")
    robot.window.practice()
    assert not left.exists()


def test_undo_on_the_start_page_takes_back_what_is_typed_there_first(after_crash: ShellRobot) -> None:
    robot = after_crash
    robot.push("Throw it away")
    robot.type("Jay")
    robot.key("Ctrl+Z")
    assert "Not saved when the program stopped" not in _said(robot)
    robot.key("Ctrl+Z")
    assert "Not saved when the program stopped" in _said(robot)


def test_a_date_half_typed_is_there_again_when_its_view_is(qapp: object, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        for _ in range(2):  # from the family's view, and from the worker's
            robot.key("B", "Tab")
            robot.type("about 199")
            robot.key("F6")
            assert not robot.work.canvas.floats.naming
            assert robot.work.put_by.half_typed().born == "about 199"
            robot.key("F6")
            assert robot.work.canvas.floats.naming
            assert robot.work.canvas.floats.editor.born.text() == "about 199"
            robot.key("Escape", "F6")


def test_a_date_that_is_not_understood_is_kept_and_asked_about(qapp: object, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        (jay,) = [each for each in robot.desk.seen.family.people if each.named]
        robot.desk.select([jay.id])
        robot.write("Born, or age", "summer of the flood")
        assert any("flood" in each.words for each in robot.work.put_by.half_typed().drafts)
        robot.desk.select([])
        robot.desk.select([jay.id])
        born = robot.work.inspector.page.findChild(Field, "born")
        assert born.editor.text() == "summer of the flood"
        assert born.has_hint
        robot.desk.select([])
        assert not robot.window.save_as()
        assert "understood" in robot.work.messages.sentence.text()
        assert robot.desk.selection == (jay.id,)
        robot.write("Born, or age", "2012")
        assert robot.work.put_by.half_typed().drafts == ()
        assert robot.desk.seen.family.get(Person, jay.id).born == When("2012")


def test_a_date_left_on_the_sheet_for_the_list_is_kept_with_why(robot_at_case: ShellRobot) -> None:
    """It was dropped without a word, and what the field had held before stood there."""
    robot = robot_at_case
    robot.key("B")
    robot.type("Mia")
    robot.key("Tab")
    robot.type("summer of the flood")
    robot.key("Ctrl+F")
    assert not robot.work.canvas.floats.naming
    assert "summer of the flood" in robot.work.messages.sentence.text()
    mia = robot.named("Mia")
    assert [(each.record, each.words) for each in robot.work.put_by.half_typed().drafts] == [
        (mia, "summer of the flood")
    ]
    assert not robot.window.save_as()
    assert robot.desk.selection == (mia,)
    robot.work.canvas.setFocus()
    robot.work.canvas.start_naming(mia)
    assert robot.work.canvas.floats.editor.born.text() == "summer of the flood"
    robot.key("Tab", "Ctrl+A")
    robot.type("2012")
    robot.key("Enter")
    assert robot.work.put_by.half_typed().drafts == ()
    assert robot.desk.seen.family.get(Person, mia).born == When("2012")


def test_what_is_typed_in_the_other_view_is_asked_about_before_closing(
    robot_at_case: ShellRobot, tmp_path: Path
) -> None:
    """It went with the window, without a word; and the question tells nobody whose it is."""
    robot, said = robot_at_case, list[str]()
    robot.key("F6")
    _own_words(robot)
    robot.key("F6")
    robot.window.save_in(tmp_path / "case.genogram")
    assert robot.work.messages.sentence.text().endswith("isn’t entered yet isn’t in the file.")

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend([box.text(), box.informativeText()])
        robot.key("Enter")

    robot.answering(answer, robot.window.go_to_start)
    assert robot.window.workspace is not None, "Enter closed it"
    asked = " ".join(said)
    assert "typed" in asked
    assert not [word for word in ("worker", "case file", "nan", "words on a page") if word in asked.lower()]
    robot.key("F6")
    assert robot.field("Own words").property("plainText") == "I want to live with nan"


def test_nothing_is_asked_where_all_is_saved_and_entered(robot_at_case: ShellRobot, tmp_path: Path) -> None:
    robot_at_case.window.save_in(tmp_path / "case.genogram")
    assert robot_at_case.work.messages.sentence.text() == "Saved and read back."
    robot_at_case.window.go_to_start()
    assert robot_at_case.window.workspace is None
