"""The line of words over the sheet: typed by a robot, seen before it is done, one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from genogram_app.family import kinship
from genogram_app.model.person import Person
from genogram_app.ui.canvas.words_line import WordsLine
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin, check_story_one

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

FAMILY = "Jay 11, mum Lisa 38, dad ?, gran Sheila 68 mum's mum, lives with gran"


def line_of(robot: ShellRobot) -> WordsLine:
    return robot.work.canvas.floats.line


def told(robot: ShellRobot, words: str) -> WordsLine:
    """Open the line, write in it and wait until the sheet shows it."""
    robot.key("W")
    robot.type(words)
    wait_for(lambda: line_of(robot).rested, "the sheet doesn't show what was typed")
    return line_of(robot)


def on_sheet(robot: ShellRobot) -> set[str]:
    return {person.name for person in robot.work.canvas.seen.family.people if isinstance(person.name, str)}


def test_a_family_in_one_line(robot: ShellRobot) -> None:
    begin(robot)
    before, presses = robot.desk.session.case, robot.presses
    line = told(robot, FAMILY)
    assert on_sheet(robot) == {"Jay", "Lisa", "Sheila"}
    assert robot.desk.session.case is before
    assert robot.names() == ["Jay"]
    robot.key("Enter")
    assert robot.presses - presses == 2
    assert not line.open
    assert robot.names() == ["Jay", "Lisa", "Sheila"]
    homes = [home for _, home in kinship.homes_of(robot.desk.session.case.family, robot.named("Jay"))]
    assert len(homes) == 1
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before


def test_story_one_in_words(robot: ShellRobot) -> None:
    begin(robot)
    told(
        robot,
        "mum Lisa 38, dad Darren 41, sister Mia 7, mum's mum Sheila, mum's dad Ron, dad's mum Pat, "
        "dad's dad Len, mum's partner Tom 30, Tom's son Ollie 2 with Lisa",
    )
    robot.key("Enter")
    check_story_one(robot)
    print(f"S1 in a line of words: {robot.presses} presses beyond what is written")
    assert robot.presses <= 6


def test_escape_leaves_the_sheet_as_it_was(robot: ShellRobot) -> None:
    begin(robot)
    before = robot.desk.session.case
    line = told(robot, "mum Lisa, brother Tom 4")
    robot.key("Escape")
    assert not line.open
    assert robot.desk.session.case is before
    assert on_sheet(robot) == {"Jay"}
    assert robot.work.canvas.hasFocus()


def test_what_isnt_understood_stays_in_the_line(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "mum Lisa, dad hits mum, gran Sheila 68")
    robot.key("Enter")
    assert line.open
    assert robot.names() == ["Jay", "Lisa"]
    assert line.field.text() == "dad hits mum, gran Sheila 68"


def test_whose_side_is_one_click(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "mum Lisa, gran Sheila 68, ")
    robot.push("dad’s mum")
    assert "gran Sheila 68 (dad’s mum)" in line.field.text()
    robot.key("Enter")
    family = robot.desk.session.case.family
    children = kinship.children_of(family, robot.named("Sheila"))
    assert [child.gender for child in children] == [robot.desk.session.kinds.father]


def test_a_question_stays_on_every_enter_until_it_is_answered(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "Jay, mum Lisa 38, mum's partner Gethin Rees 33, lives with mum")
    robot.key("Enter")
    assert "Gethin Rees" in robot.names()
    family = robot.desk.session.case.family
    for _ in range(3):
        assert line.field.text() == "lives with mum"
        assert [each.text() for each in line.findChildren(QPushButton) if each.isVisible()] == [
            "Gethin Rees",
            "Jay",
        ]
        robot.key("Enter")
        assert robot.desk.session.case.family is family
    next(each for each in line.findChildren(QPushButton) if each.text() == "Gethin Rees").click()
    robot.key("Enter")
    homes = kinship.homes_of(robot.desk.session.case.family, robot.named("Gethin Rees"))
    assert len(homes) == 1
    assert not kinship.homes_of(robot.desk.session.case.family, robot.named("Jay"))
    assert not line.open


def test_it_is_told_from_the_childs_side_whoever_is_selected(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "mum Lisa")
    robot.key("Enter")
    robot.key("Escape")
    assert robot.desk.selection == ()
    robot.key("Enter")
    assert line_of(robot)._whom == (robot.named("Jay"), None)
    robot.key("Escape")
    robot.sheet.click("Lisa")
    line = told(robot, "mum's partner Pete 41, sister Jo 35, ")
    assert line.said == "Lisa’s partner Pete born about 1985"
    assert line.field.accessibleName().startswith("From Jay’s side")
    robot.push("Lisa’s sister")
    robot.key("Enter")
    family = robot.desk.session.case.family
    lisa = robot.named("Lisa")
    assert [who.name for who in kinship.siblings_of(family, lisa)] == ["Jo"]
    assert "Pete" in [who.name for who in kinship.partners_of(family, lisa)]


def test_nothing_half_typed_goes_into_another_view(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "brother Tom 4")
    robot.choose("View", "Worker's view")
    assert not line.open
    assert not line.field.text()
    assert robot.names() == ["Jay"]


def _look(robot: ShellRobot, **how: Any) -> None:
    session = robot.desk.session
    session.look(replace(session.viewing, **how))


@pytest.mark.parametrize("how", [{"kind": "ecomap"}, {"proof": True}, {"as_at": date(2026, 11, 1)}], ids=str)
def test_words_stay_where_the_same_eyes_look_at_the_sheet_in_another_way(
    robot: ShellRobot, how: dict[str, Any]
) -> None:
    """They were dropped without a word."""
    begin(robot)
    line = told(robot, "brother Tom 4")
    _look(robot, **how)
    assert line.open
    assert line.field.text() == "brother Tom 4"
    assert line.said
    robot.key("Enter")
    assert sorted(robot.names()) == ["Jay", "Tom"]


def test_the_sheet_stays_in_sight_above_it(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, FAMILY)
    settle(0.3)
    canvas = robot.work.canvas
    assert canvas.viewport().geometry().bottom() <= line.geometry().top()
    port = canvas.viewport().rect()
    for person in canvas.seen.family.nodes(Person):
        assert port.contains(canvas.place_of(person.id))


def click_on_desk(robot: ShellRobot, place: QPoint | None = None) -> None:
    """Click on the sheet: where nothing is, or at a place over the screen."""
    port = robot.work.canvas.viewport()
    where = place or port.mapToGlobal(QPoint(6, 6))
    robot.hand.press(where)
    robot.hand.release(where)
    settle()


def test_nobody_can_be_taken_hold_of_who_isnt_there_yet(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "brother Tom 4")
    fresh = next(person.id for person in robot.work.canvas.seen.family.people if person.name == "Tom")
    click_on_desk(robot, robot.work.canvas.viewport().mapToGlobal(robot.work.canvas.place_of(fresh)))
    assert line.open
    assert fresh not in robot.work.canvas.selection


def test_an_empty_line_closes_when_one_works_elsewhere(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("W")
    assert line_of(robot).open
    click_on_desk(robot)
    assert not line_of(robot).open
    assert robot.work.canvas.hasFocus()


def test_a_line_with_words_keeps_them_and_takes_no_keys(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "brother Tom 4")
    click_on_desk(robot)
    assert line.open
    assert robot.work.canvas.hasFocus()
    assert on_sheet(robot) == {"Jay"}, "what isn't entered still looks as if it were"
    robot.sheet.click("Jay")
    robot.key("2")
    assert robot.desk.session.viewing.kind == "ecomap"
    assert line.field.text() == "brother Tom 4"


def test_a_line_that_was_set_aside_goes_on_where_it_was(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "brother Tom 4")
    click_on_desk(robot)
    robot.sheet.click("Jay")
    robot.key("W")
    assert line.field.hasFocus()
    wait_for(lambda: on_sheet(robot) == {"Jay", "Tom"}, "the words aren't shown again")
    robot.key("Enter")
    assert not line.open
    assert robot.names() == ["Jay", "Tom"]


def test_words_that_were_set_aside_are_written_down_before_closing(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "brother Tom 4")
    click_on_desk(robot)
    assert robot.work.put_by.written_down()
    assert robot.names() == ["Jay", "Tom"]


def test_nobody_is_selected_is_said_until_somebody_is(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Escape")
    robot.key("D")
    assert robot.work.messages.isVisible()
    robot.sheet.click("Jay")
    assert not robot.work.messages.isVisible()


def test_what_is_typed_in_a_field_is_in_the_copy_that_is_made_next(robot: ShellRobot) -> None:
    begin(robot)
    robot.sheet.click("Jay")
    robot.key("F2")
    robot.type("Jayden")
    assert robot.names() == ["Jay"]
    assert robot.work.put_by.written_down()
    assert robot.names() == ["Jayden"]


def test_it_is_read_by_a_screen_reader(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "mum Lisa 38, uncle Pete, ")
    assert line.field.accessibleName() == "About Jay"
    assert "mum Lisa born about 1988" in line.field.accessibleDescription()
    assert "Whose side?" in line.field.accessibleDescription()


def test_what_is_left_has_room_for_its_answers(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "mum Lisa, nana Iqbal died 2018, dada Yusuf 70, half brother Tom")
    robot.key("Enter")
    settle(0.05)
    line = line_of(robot)
    buttons = [each for each in line.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) >= 5
    for button in buttons:
        assert button.height() >= button.sizeHint().height()
        assert line.rect().contains(button.rect().translated(button.mapTo(line, QPoint(0, 0))))


def test_a_service_told_where_none_is_shown_is_said_to_be_elsewhere(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "social worker Ruth Lane, GP Dr Amin")
    robot.key("Enter")
    contacts = {agency.contact for agency in robot.desk.session.case.family.agencies}
    assert contacts == {"Ruth Lane", "Dr Amin"}
    assert "combined" in robot.work.messages.sentence.text()


def test_tab_goes_on_in_the_line_as_it_does_from_a_name_to_an_age(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "mum Rhian")
    robot.key("Tab")
    robot.type("31")
    assert line.field.text() == "mum Rhian 31"
    robot.key("Enter")
    rhian = robot.desk.session.case.family.get(Person, robot.named("Rhian"))
    assert str(rhian.born) == "1995~"


def test_a_sentence_that_begins_with_an_urdu_name_is_read_from_the_left(robot: ShellRobot) -> None:
    """Urdu letters come from an input method, which no robot has: they are put into the field."""
    begin(robot)
    robot.key("W")
    line = line_of(robot)
    line.field.insert("sister فاطمہ, mum Lisa")
    robot.key("Enter", "W")
    line.field.insert("فاطمہ lives with Lisa and Jay")
    wait_for(lambda: line.said, "nothing is said back")
    assert line.said == "\u200eفاطمہ lives with Lisa and Jay"


def test_what_is_typed_is_written_down_before_the_window_closes(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "mum Val 33")
    assert robot.work.put_by.written_down()
    assert "Val" in robot.names()
    told(robot, "gibberish qqq")
    assert not robot.work.put_by.written_down(), "what isn't understood would be lost without a word"
    assert line_of(robot).open
    assert robot.work.messages.sentence.text()


def test_the_line_that_a_copy_waits_for_has_the_keyboard_so_that_escape_drops_it(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "gibberish qqq")
    robot.click(robot.work.toolbar.export)
    assert QApplication.activeModalWidget() is None
    assert line.field.hasFocus()
    robot.key("Escape", "Escape")
    assert not line.open


def test_no_case_file_copy_is_made_past_a_line_that_waits_in_the_familys_view(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "gibberish qqq")
    robot.key("F6", "Ctrl+E")
    assert QApplication.activeModalWidget() is None
    assert "in the family’s view" in robot.work.messages.sentence.text()
    robot.key("F6")
    assert line_of(robot).field.text() == "gibberish qqq"


def test_before_the_family_nothing_is_said_of_a_line_that_waits_in_the_workers_view(
    robot: ShellRobot,
) -> None:
    begin(robot)
    robot.key("F6")
    told(robot, "gibberish qqq")
    robot.key("F6")
    assert robot.work.put_by.all_on_sheet()
    assert not robot.work.messages.isVisible()


@pytest.mark.parametrize(
    ("typed", "written"),
    [("ife Ann", "wife Ann"), ("ujek Jan", "wujek Jan"), ("mum Ann", "mum Ann"), ("Ife 34, ", "Ife 34, ")],
)
def test_the_letter_that_opened_the_line_begins_the_word_that_needs_it(
    robot: ShellRobot, typed: str, written: str
) -> None:
    begin(robot)
    assert told(robot, typed).field.text() == written


def test_a_letter_that_was_taken_out_again_stays_out(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "ife ")
    robot.key("Home", "Delete")
    robot.key("End")
    robot.type("Ann")
    assert line.field.text() == "ife Ann"


def test_an_answer_under_the_hand_stays_while_the_line_is_read_again(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, "mum Lisa, gran Sheila 68, ")
    before = [each for each in line.findChildren(QPushButton) if each.isVisible()]
    assert before
    line._complain()
    robot.type(" ")
    wait_for(lambda: line.rested, "the sheet doesn't show what was typed")
    assert [each for each in line.findChildren(QPushButton) if each.isVisible()] == before


def asked(robot: ShellRobot) -> QPushButton:
    """Have the line ask something, and give its first answer with the keyboard on it."""
    begin(robot)
    line = told(robot, "gran Sheila 68")
    wait_for(lambda: bool(line.findChildren(QPushButton)), "nothing is asked")
    robot.key("Tab")
    answer = line.focusWidget()
    assert isinstance(answer, QPushButton)
    assert answer.hasFocus()
    return answer


def test_enter_on_an_answer_chooses_it(robot: ShellRobot) -> None:
    answer = asked(robot)
    option = answer.text()
    robot.key("Enter")
    assert not robot.work.canvas.floats.naming
    assert line_of(robot).field.text() == f"gran Sheila 68 ({option})"
    assert line_of(robot).field.hasFocus()


@pytest.mark.parametrize("key", ["Backspace", "Delete", "B", "P", "F2"])
def test_keys_on_an_answer_do_nothing_to_the_sheet(robot: ShellRobot, key: str) -> None:
    asked(robot)
    before = robot.desk.session.case
    robot.key(key)
    assert robot.desk.session.case is before
    assert line_of(robot).open
    assert not line_of(robot).aside


def test_the_letter_of_the_line_brings_the_caret_back_into_it(robot: ShellRobot) -> None:
    asked(robot)
    robot.key("W")
    assert line_of(robot).field.hasFocus()
    assert line_of(robot).field.text() == "gran Sheila 68"
    robot.work.canvas.setFocus()
    robot.window.perform("tell")
    assert line_of(robot).field.hasFocus()
    assert not line_of(robot).aside


def test_a_click_beside_an_answer_goes_on_writing(robot: ShellRobot) -> None:
    answer = asked(robot)
    row = answer.parentWidget()
    assert row is not None
    robot.click(row, QPoint(4, row.height() // 2))
    assert line_of(robot).field.hasFocus()
    assert not line_of(robot).aside
    assert not robot.work.canvas.floats.naming
