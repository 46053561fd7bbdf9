"""What is typed and not entered when the program stops, or is closed: there again where it was typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.store.half_typed import Draft, HalfTyped, read_half_typed
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import TextArea
from genogram_app.ui.dialogs.profile import ProfileDialog
from genogram_app.ui.panels.inspector.accounts import ask_account
from genogram_app.ui.profile import Profile
from tests.robots import wait_for
from tests.ui.crashes import kept_in, labels, leave, left_after
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _half_a_line(robot: ShellRobot) -> None:
    robot.key("Escape")
    robot.work.canvas.start_telling()
    wait_for(lambda: robot.work.canvas.floats.telling, "the line of words didn't open")
    robot.type("brother Kyle 3, gran Sh")


def test_a_line_of_words_comes_back_with_its_words(qapp: object, tmp_path: Path) -> None:
    """However long it stood there it was in no recovery: a line isn't a step before Enter."""
    left_after(tmp_path, _half_a_line)
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

    left_after(tmp_path, half_a_name)
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

    left_after(tmp_path, in_confidence)
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
    left_after(tmp_path, _own_words)
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
    left_after(tmp_path, _account)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert not any("Not added yet" in each for each in labels(robot))
        robot.key("F6")
        assert "Not added yet: Dad: 2014" in labels(robot)
        page = robot.work.inspector.page
        ask_account(page, page.findChild(Field, "born"), "born")
        robot.push("Add")
        assert not any("Not added yet" in each for each in labels(robot))
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
    left_after(tmp_path, _profile)
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
        kept = kept_in(tmp_path)
    assert not list((tmp_path / "data" / "recovery").glob("*.recovery"))
    leave(tmp_path, kept)
    with shell(tmp_path) as robot:
        assert not any("Zofia" in each for each in labels(robot))
        robot.push("What changed?")
        assert "A new genogram: what was typed about the child." in labels(robot)
        robot.push("Go on with it")
        assert robot.field("Child’s name").property("text") == "Zofia Woj"
        assert robot.field("Date of birth, age, or when the baby is due").property("text") == "12 M"
        assert "Not saved when the program stopped" not in labels(robot)
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


def test_a_field_of_the_workers_details_that_was_emptied_stays_empty(robot_at_case: ShellRobot) -> None:
    robot = robot_at_case
    known = Profile(name="Ruth Lane", team="North")
    dialog = ProfileDialog(robot.desk, known, robot.window)
    team = next(line for line in dialog.findChildren(QLineEdit) if line.text() == "North")
    team.clear()
    dialog.close()
    kept = HalfTyped(drafts=robot.desk.drafts.all)
    robot.desk.drafts.bring_back(read_half_typed(json.loads(json.dumps(kept.noted()))).drafts)
    again = ProfileDialog(robot.desk, known, robot.window)
    assert again.profile == Profile(name="Ruth Lane")
    assert [line.text() for line in again.findChildren(QLineEdit)] == ["Ruth Lane", "", "", ""]
    again.reject()
    assert not robot.desk.drafts.all


def test_what_is_typed_in_both_views_comes_back_in_each(qapp: object, tmp_path: Path) -> None:
    """What stood in the view that wasn't open was lost where something stood in the other."""

    def in_both(robot: ShellRobot) -> None:
        _half_a_line(robot)
        robot.key("F6")
        robot.key("Escape")
        robot.desk.select([robot.named("Jay")])
        robot.key("F2")
        robot.type("Jay Car")

    left_after(tmp_path, in_both)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        assert robot.work.canvas.floats.words == "brother Kyle 3, gran Sh"
        robot.key("Escape")
        robot.key("F6")
        assert robot.work.canvas.floats.editor.name.text() == "Jay Car"


@pytest.mark.parametrize("typed", ["some day in May", "22 Feb 202", "about 2027"])
def test_a_review_that_is_no_day_is_there_again_with_why(qapp: object, tmp_path: Path, typed: str) -> None:
    """It was gone with F6, and after a crash."""

    def a_review(robot: ShellRobot) -> None:
        robot.key("Escape", "F6")
        robot.desk.select([])
        robot.write("Next review", typed)

    left_after(tmp_path, a_review)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        for _ in range(2):
            robot.key("F6")
            assert _review(robot) == typed
            robot.key("F6")
            assert _review(robot) != typed
        robot.key("F6")
        assert not robot.window.save_as()
        assert "understood" in robot.work.messages.sentence.text()
        robot.write("Next review", "22 Feb 2027")
        robot.key("Tab")
        assert not robot.work.put_by.half_typed().drafts
        assert robot.desk.session.case.details.review_due is not None


def _review(robot: ShellRobot) -> str:
    """Give what stands there; before the family the panel is folded."""
    robot.desk.select([])
    page = robot.work.inspector.page
    line = page.findChild(QLineEdit, "review_due editor") if page is not None else None
    return str(line.text()) if line is not None else ""


def test_a_name_too_long_to_write_is_kept_until_it_is_shorter(robot_at_case: ShellRobot) -> None:
    """It was said to be too long, and gone."""
    robot, long = robot_at_case, "Maximiliana " * 9
    robot.key("B")
    robot.type(long)
    robot.key("Ctrl+F")
    (draft,) = robot.work.put_by.half_typed().drafts
    assert draft.words == long
    assert not robot.window.save_as()
    assert "shorten" in robot.work.messages.sentence.text()
    robot.desk.select([draft.record])
    robot.key("Escape")
    robot.work.canvas.setFocus()
    robot.key("F2")
    assert robot.work.canvas.floats.editor.name.text() == long
    robot.key("Ctrl+A")
    robot.type("Maxi")
    robot.key("Enter")
    assert not robot.work.put_by.half_typed().drafts
    assert robot.named("Maxi")


def test_a_name_is_written_before_the_sheet_is_looked_at_in_another_way(robot_at_case: ShellRobot) -> None:
    robot = robot_at_case
    robot.key("B")
    robot.type("Mia")
    robot.key("F7")
    assert robot.named("Mia")


@pytest.mark.parametrize("crash", [False, True])
def test_a_question_that_an_enter_left_is_asked_still(qapp: object, tmp_path: Path, *, crash: bool) -> None:
    """After F6, or a crash, "lives with mum" was the child's: whose it may be was forgotten."""

    def left(robot: ShellRobot) -> None:
        robot.key("Escape")
        robot.work.canvas.start_telling("mum Lisa, mum's partner Gethin Rees, lives with mum")
        robot.key("Enter")

    def check(robot: ShellRobot) -> None:
        floats = robot.work.canvas.floats
        assert floats.words == "lives with mum"
        assert floats.line.asked.people
        robot.key("Enter")
        assert floats.words == "lives with mum"
        assert not robot.desk.seen.family.households

    if crash:
        left_after(tmp_path, left)
        with shell(tmp_path) as robot:
            robot.push("Go on with it")
            check(robot)
        return
    with shell(tmp_path) as robot:
        begin(robot)
        left(robot)
        robot.key("F6")
        robot.key("F6")
        check(robot)


def test_an_age_beside_the_name_of_somebody_who_has_died_is_that_at_death(robot_at_case: ShellRobot) -> None:
    robot = robot_at_case
    robot.key("B")
    robot.type("Mia")
    robot.key("Tab")
    robot.type("d. 2019")
    robot.key("Enter")
    robot.desk.select([robot.named("Mia")])
    robot.work.canvas.setFocus()
    robot.key("F2", "Tab")
    robot.type("9")
    robot.key("Enter")
    assert robot.desk.seen.family.get(Person, robot.named("Mia")).born == When("2010~")
