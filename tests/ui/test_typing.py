"""Letters act on what is selected; words are written where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.ui.typing import IN_A_ROW
from tests.robots import settle
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot before a new genogram, with the child selected, in the worker's view."""
    with shell(tmp_path) as made:
        begin(made)
        made.key("F6")
        yield made


@pytest.mark.parametrize(
    "word",
    ["Gemma", "Dee", "Sy", "Leanne", "Yvonne", "Robin", "Mum 38", "Jay 11", "ed", "Karen", "Carol"]
    + ["karen", "pete", "half brother Tom 4", "close to gran", "brothers Tom and Kai", "KAREN", "h2"],
)
def test_a_word_typed_at_somebody_goes_into_the_line_of_words(robot: ShellRobot, word: str) -> None:
    before, viewing = robot.desk.session.case, robot.desk.session.viewing
    robot.type(word)
    assert robot.work.canvas.floats.line.field.text() == word
    robot.key("Escape")
    assert robot.desk.session.case is before
    assert robot.desk.session.viewing == viewing
    assert not robot.work.canvas.busy
    assert robot.desk.session.undoes is None
    assert robot.desk.session.redoes is None


@pytest.mark.parametrize("word", ["Lisa", "Karen", "Carol", "dee", "Sian"])
def test_a_word_typed_at_somebody_without_a_name_is_their_name(robot: ShellRobot, word: str) -> None:
    robot.key("Up")
    (parent,) = robot.desk.selection
    count = len(robot.desk.session.case.family)
    robot.type(word)
    robot.key("Enter")
    assert robot.desk.session.case.family.get(Person, parent).name == word
    assert len(robot.desk.session.case.family) == count


@pytest.mark.parametrize("word", ["Nan", "Tom", "Anna", "Gran"])
def test_a_word_typed_with_nobody_selected_goes_into_the_line_of_words(robot: ShellRobot, word: str) -> None:
    robot.key("Escape")
    before = robot.desk.session.case
    robot.type(word)
    assert robot.work.canvas.floats.line.field.text() == word
    robot.key("Escape")
    assert robot.desk.session.case is before


def test_one_letter_with_nobody_selected_does_nothing_and_says_so(robot: ShellRobot) -> None:
    robot.key("Escape")
    before = robot.desk.session.case
    robot.key("D")
    assert robot.desk.session.case is before
    assert "Nobody is selected" in robot.work.messages.sentence.text()


def test_a_letter_whose_command_is_not_for_whom_is_selected_says_so(robot: ShellRobot) -> None:
    before = robot.desk.session.case
    robot.key("g")
    assert "does nothing for whom is selected" in robot.work.messages.sentence.text()
    assert robot.desk.session.case is before


def test_a_name_begun_with_a_capital_goes_to_the_caret_that_a_capital_opened(robot: ShellRobot) -> None:
    robot.key("Shift+C")
    robot.type("Tom")
    robot.key("Enter")
    assert "Tom" in robot.names()


def test_letters_with_a_pause_between_them_are_commands(robot: ShellRobot) -> None:
    robot.key("S")
    settle(IN_A_ROW)
    robot.key("D")
    assert "died" in robot.window.actions_.by_id["undo"].text()


def test_a_letter_that_opens_a_caret_hands_the_name_over(robot: ShellRobot) -> None:
    robot.key("B")
    robot.type("Leanne")
    robot.key("Enter")
    assert "Leanne" in robot.names()


def test_a_capital_after_a_small_letter_is_the_name_of_whom_it_adds(robot: ShellRobot) -> None:
    robot.type("bLeanne")
    robot.key("Enter")
    assert "Leanne" in robot.names()


def test_a_key_that_is_no_letter_lets_the_letter_before_it_act_at_once(robot: ShellRobot) -> None:
    robot.window.typing.pause = 60
    robot.type("b")
    assert robot.window.typing.waiting
    robot.key("Tab")  # goes on from the name that it opened to the age
    robot.type("7")
    robot.key("Enter")
    ages = [person.born for person in robot.desk.session.case.family.people if not person.subject]
    assert sum(isinstance(born, When) for born in ages) == 1


def test_a_word_goes_on_after_its_first_letter_has_acted_and_leaves_nothing_to_do_again(
    robot: ShellRobot,
) -> None:
    robot.key("Y")
    robot.key("Ctrl+Z")
    before, again = robot.desk.session.case, robot.desk.session.redoes
    assert again is not None
    robot.key("D")
    assert robot.desk.session.case is not before
    robot.type("ee")
    assert robot.work.canvas.floats.line.field.text() == "dee"
    assert robot.desk.session.case is before
    assert robot.desk.session.redoes == again


def test_a_word_that_begins_with_the_letter_for_a_line_of_words_is_written_there(robot: ShellRobot) -> None:
    robot.type("wmum Lisa 38")
    assert robot.work.canvas.floats.line.field.text() == "mum Lisa 38"


@pytest.mark.parametrize("pause", [0.0, 0.1, 0.5, IN_A_ROW])
def test_the_letter_for_a_line_of_words_opens_it_though_nobody_is_selected(
    robot: ShellRobot, pause: float
) -> None:
    robot.key("Escape")
    assert not robot.desk.selection
    robot.type("w")
    assert robot.work.canvas.floats.line.open
    assert not robot.work.messages.sentence.isVisible()
    settle(pause)
    robot.type("mum Jo 38")
    assert robot.work.canvas.floats.line.field.text() == "mum Jo 38"


def test_a_capital_for_a_line_of_words_begins_a_name_though_nobody_is_selected(robot: ShellRobot) -> None:
    robot.key("Escape")
    robot.type("Wayne 40")
    assert robot.work.canvas.floats.line.field.text() == "Wayne 40"


def test_a_letter_that_does_nothing_is_no_part_of_the_name_after_it(robot: ShellRobot) -> None:
    robot.key("Up", "P")  # these parents are there already
    robot.type("Sheila")
    robot.key("Enter")
    assert robot.names() == ["Jay", "Sheila"]


def test_another_person_selected_begins_anew(robot: ShellRobot) -> None:
    robot.key("S", "Up", "S")
    subjects = [person for person in robot.desk.session.case.family.people if person.subject]
    assert len(subjects) == 1
