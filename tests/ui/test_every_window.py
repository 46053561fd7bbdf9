"""Every dialog, popup, question and window of Help, as one meets it without a mouse.

Each has a name, and so has each part that the keyboard comes to; Tab goes through it as it
is read and comes round again; and where the keyboard is can be seen, in light and in dark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QScrollArea, QWidget

from genogram_app.ui import closing, left_beside, saving
from genogram_app.ui.controls.field import Field
from genogram_app.ui.panels.inspector.accounts import ask_account
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.questions import QuestionsPopup
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: What stands in one row may stand so much lower or higher, in pixels.
ROW = 14
#: Nobody presses Tab more often than this to come round.
MOST = 200


def _does(command: str) -> Callable[[ShellRobot], object]:
    return lambda robot: robot.window.perform(command)


def _line_between_two(robot: ShellRobot) -> None:
    people = [person.id for person in robot.desk.seen.family.people if person.named][:2]
    robot.work.canvas.floats.ask_line(people[0], people[1], robot.window.geometry().center())


def _sentences(robot: ShellRobot) -> None:
    """Ask which way a line of harm goes, as the worker may."""
    _line_between_two(robot)
    palette = robot.work.canvas.floats.palette
    palette._filter.setText("control")
    palette._pick_first()


def _still_to_ask(robot: ShellRobot) -> None:
    popup = QuestionsPopup(robot.desk, robot.work.status)
    popup.open_above(robot.window.geometry().bottomLeft(), robot.window.geometry())


def _another_account(robot: ShellRobot) -> None:
    robot.work.fill_panels()
    robot.desk.select([next(each.id for each in robot.desk.seen.family.people if each.subject)])
    page = robot.work.inspector.page
    assert isinstance(page, RecordPage)
    ask_account(page, next(iter(page.findChildren(Field))), "name")


def _asked_before_closing(robot: ShellRobot) -> object:
    return closing.ask(robot.desk.words, "Case 4711", robot.window, saved=False, typed=True)


def _asked_of_what_is_typed(robot: ShellRobot) -> object:
    return closing.ask(robot.desk.words, "Case 4711", robot.window, saved=True, typed=True)


def _asked_what_to_open(robot: ShellRobot) -> object:
    return left_beside.ask(robot.desk.words, "Case 4711, today, 09:30", "", robot.window)


def _asked_what_to_replace(robot: ShellRobot) -> object:
    return saving.ask(robot.desk.words, "Somebody else changed this file.", robot.window)


#: How each is opened; the names say what it is.
WINDOWS: dict[str, Callable[[ShellRobot], object]] = {
    "about": _does("about"),
    "keys": _does("keys"),
    "guide": _does("guide"),
    "symbols": _does("symbols"),
    "export": _does("export"),
    "how drawn": _does("how_drawn"),
    "pages": _does("pages"),
    "commands": _does("palette"),
    "services": _does("add_agency"),
    "worker and team": lambda robot: robot.window._ask_profile(),
    "lines": _line_between_two,
    "sentences": _sentences,
    "still to ask": _still_to_ask,
    "another account": _another_account,
    "cover": _does("cover"),
    "before closing": _asked_before_closing,
    "what is typed": _asked_of_what_is_typed,
    "what to open": _asked_what_to_open,
    "what to replace": _asked_what_to_replace,
}


@pytest.fixture
def drawing(robot: ShellRobot) -> Iterator[ShellRobot]:
    """Give the worker's view of a family, in which a caret doesn't blink."""
    blinks = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    robot.window.practice()
    robot.key("F6")
    yield robot
    if robot.window.covers.on:
        robot.window.turn_cover()
    robot.window.perform("light")
    QApplication.setCursorFlashTime(blinks)


@pytest.mark.parametrize("name", WINDOWS)
def test_every_window_is_used_without_a_mouse(drawing: ShellRobot, name: str) -> None:
    wrong = list[str]()

    def look(window: QWidget) -> None:
        wrong.extend(_wrong(window))
        drawing.window.perform("dark")
        wrong.extend(f"in the dark {each}" for each in _unseen(_stops(window)))

    _looked_at(lambda: WINDOWS[name](drawing), look)
    assert wrong == []


def _looked_at(act: Callable[[], object], look: Callable[[QWidget], object]) -> None:
    """Open a window, look at it while it stands, and close it, whether or not the call waits for that."""
    before, faults, seen = set(_windows()), list[BaseException](), list[QWidget]()
    watch = QTimer(interval=20)

    def found() -> None:
        opened = [each for each in _windows() if each not in before]
        if not opened:
            return
        watch.stop()
        seen.append(opened[0])
        settle()
        try:
            look(opened[0])
        except BaseException as fault:
            faults.append(fault)
        _close(opened[0])

    watch.timeout.connect(found)
    watch.start()
    act()
    wait_for(lambda: not watch.isActive(), "no window opened")
    settle()
    if faults:
        raise faults[0]


def _close(window: QWidget) -> None:
    if isinstance(window, QDialog):
        window.reject()
    else:
        window.close()


def _windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]


def _wrong(window: QWidget) -> list[str]:
    """Say what is wrong with a window for whoever hears it, or goes through it by keyboard."""
    if not (window.windowTitle() or window.accessibleName()):
        return ["the window has no name"]
    return [*_unnamed(window), *_tabbed(window)]


def _unnamed(window: QWidget) -> list[str]:
    parts = [each for each in window.findChildren(QWidget) if each.isVisible() and _is_used(each)]
    return [f"{_called(each)} has no name" for each in parts if not _heard(each)]


def _is_used(part: QWidget) -> bool:
    """Say whether a part is pressed, or the keyboard comes to it."""
    inner = part.objectName().startswith("qt_") or isinstance(part.parentWidget(), QComboBox)
    return not inner and (isinstance(part, QAbstractButton) or _is_stop(part))


def _is_stop(part: QWidget) -> bool:
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None and part.isEnabled()
    )


def _stops(window: QWidget) -> list[QWidget]:
    """Give every part that Tab should come to."""
    return [each for each in window.findChildren(QWidget) if each.isVisible() and _is_stop(each)]


def _heard(part: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(part)
    return spoken.text(QAccessible.Text.Name) if spoken is not None else ""


def _tabbed(window: QWidget) -> list[str]:
    """Go round a window with Tab, from where the keyboard is at first."""
    first = window.focusWidget()
    if first is None or not first.isVisible():
        return ["nothing has the keyboard at first"]
    parts = _round(window, first)
    missed = [f"Tab doesn’t come to {_called(each)}" for each in _stops(window) if each not in parts]
    return [*missed, *_out_of_order(parts), *_unseen(parts)]


def _round(window: QWidget, first: QWidget) -> list[QWidget]:
    """Give the parts that Tab comes to, from the first until it comes round."""
    found = [first]
    for _ in range(MOST):
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        here = window.focusWidget() or first
        if here in found[:-1]:
            break
        if here is not found[-1]:  # a page of the guide has links of its own to go through
            found.append(here)
    return found


def _out_of_order(parts: list[QWidget]) -> list[str]:
    """Say which part comes after one that is read later: that stands lower, or further on in its row."""
    firsts = (at for at, one in enumerate(parts) if not any(_is_before(other, one) for other in parts))
    begin = next(firsts, 0)
    return [
        f"{_called(after)} comes after {_called(before)}"
        for before, after in pairwise([*parts[begin:], *parts[:begin]])
        if _is_before(after, before)
    ]


def _place(part: QWidget, beside: QWidget) -> QRect:
    """Give where a part stands on the screen; where only that scrolls, and not the other, its area."""
    around, stands = part.parentWidget(), part
    while around is not None and not around.isAncestorOf(beside):
        stands = around if isinstance(around, QScrollArea) else stands
        around = around.parentWidget()
    return QRect(stands.mapToGlobal(QPoint()), stands.size())


def _is_before(one: QWidget, other: QWidget) -> bool:
    here, there = _place(one, other), _place(other, one)
    in_a_row = abs(here.center().y() - there.center().y()) <= ROW
    return (
        here.left() < there.left()
        if in_a_row
        else here.bottom() < there.top() and here.left() <= there.right()
    )


def _unseen(stops: list[QWidget]) -> list[str]:
    """Say which stops look alike with the keyboard and without it."""
    others = [next((other for other in stops if other is not each), None) for each in stops]
    unseen = [
        each for each, other in zip(stops, others, strict=True) if _look(each, each) == _look(each, other)
    ]
    return [f"focus isn’t seen on {_called(each)}" for each in unseen]


def _look(part: QWidget, holder: QWidget | None) -> QImage:
    """Give how a part looks while another has the keyboard; none: while nothing has."""
    if holder is None:
        part.clearFocus()
    else:
        holder.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return part.grab().toImage()


def _called(part: QWidget) -> str:
    return f"{type(part).__name__} {_heard(part) or part.objectName()!r}"
