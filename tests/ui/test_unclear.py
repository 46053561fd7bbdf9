"""What of a line of words isn't understood: its answers on small windows, and all of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from genogram_app.edit.result import Edit
from genogram_app.ui.canvas.words_line import WordsLine
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin
from tests.ui.test_words_line import line_of, told

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

#: More than are shown at first.
MANY = "half-brother Tom, half-sister Eve, gran Sheila 68, uncle Bob, granddad Len, aunt Jo, "


def _answers(line: WordsLine) -> list[QPushButton]:
    return [each for each in line.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize("size", [(1366, 768), (910, 480), (683, 340)])
def test_no_answer_is_cut_on_a_low_window(robot: ShellRobot, size: tuple[int, int]) -> None:
    robot.window.resize(*size)
    begin(robot)
    line = told(robot, MANY)
    settle(0.05)
    answers = _answers(line)
    assert len(answers) == 7
    for each in answers:
        assert each.height() >= each.sizeHint().height()
        robot.key("Tab")
        assert each.hasFocus()
        assert each.visibleRegion().boundingRect() == each.rect(), each.text()


def test_what_more_isnt_understood_is_one_click_away(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, MANY)
    more = _answers(line)[-1]
    assert more.text() == "and 3 more"
    more.setFocus()
    robot.key("Enter")
    settle(0.05)
    assert [each.text() for each in _answers(line)][-2:] == ["mum’s sister", "dad’s sister"]
    fourth = _answers(line)[6]
    assert fourth.text() == "mum’s brother"
    assert fourth.hasFocus()
    robot.key("Enter")
    assert "uncle Bob (mum’s brother)" in line.field.text()


def test_all_of_the_sheet_is_seen_again_though_the_step_led_to_somebody(
    robot: ShellRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.window.resize(910, 480)
    begin(robot)
    told(robot, "mum Lisa 38, mum's brother Bob, dad Ben, dad's sister Ann")
    canvas = robot.work.canvas
    assert not canvas.camera.fitted
    do = canvas.do

    def leading(edit: Edit) -> bool:
        canvas.camera.look_freely()  # as when somebody who is selected is brought into sight
        return do(edit)

    monkeypatch.setattr(canvas, "do", leading)
    robot.key("Enter")
    assert not line_of(robot).open
    wait_for(lambda: canvas.camera.fitted, "all of the sheet isn't shown again")
