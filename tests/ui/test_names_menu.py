"""A menu of names: typing goes to one, and Enter takes nobody who isn't marked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from genogram_app.ui.controls.menu import NamesMenu
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


class Menu:
    """A menu of four, with what was taken from it and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now, self.took = 0.0, list[str]()
        self.parent = QWidget()
        self.menu = NamesMenu(self.parent, lambda: self.now)
        for name in ("Angharad", "Imran Hussain", "Siân", "Somebody else"):
            self.menu.addAction(name).triggered.connect(lambda _=False, name=name: self.took.append(name))
        self.menu.popup(self.parent.pos())
        settle()

    @property
    def marked(self) -> str:
        active = self.menu.activeAction()
        return active.text() if active is not None else ""


@pytest.fixture
def menu(qapp: object) -> Iterator[Menu]:
    made = Menu()
    yield made
    made.menu.close()
    made.parent.deleteLater()


@pytest.mark.parametrize(
    ("typed", "name"), [("im", "Imran Hussain"), ("huss", "Imran Hussain"), ("So", "Somebody else")]
)
def test_letters_go_to_a_name_or_a_word_of_it(menu: Menu, typed: str, name: str) -> None:
    QTest.keyClicks(menu.menu, typed)
    assert menu.marked == name
    QTest.keyClick(menu.menu, Qt.Key.Key_Return)
    assert menu.took == [name]


def test_enter_takes_nobody_where_nobody_is_called_so(menu: Menu) -> None:
    QTest.keyClicks(menu.menu, "Bob")
    assert menu.menu.activeAction() is None
    QTest.keyClick(menu.menu, Qt.Key.Key_Return)
    assert menu.took == []


def test_enter_takes_nobody_where_nobody_is_marked(menu: Menu) -> None:
    QTest.keyClick(menu.menu, Qt.Key.Key_Return)
    QTest.keyClick(menu.menu, Qt.Key.Key_Return)
    assert menu.took == []


def test_a_letter_some_time_later_begins_another_name(menu: Menu) -> None:
    QTest.keyClicks(menu.menu, "a")
    menu.now = 10.0
    QTest.keyClicks(menu.menu, "i")
    assert menu.marked == "Imran Hussain"


def test_the_field_for_a_name_is_as_wide_as_the_name(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F2")
    editor = robot.work.canvas.floats.editor
    before = editor.name.width()
    robot.type("Sian Hussain-Llyr Angharad")
    needed = editor.name.fontMetrics().horizontalAdvance(editor.name.text())
    assert editor.name.width() > max(before, needed)
    assert robot.work.canvas.rect().contains(editor.geometry())
