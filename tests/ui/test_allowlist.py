"""Before the family, nothing that is for the case file alone: on no part of the window, copied or printed.

What mustn't be found isn't listed here by hand: it is whatever the worker's sheets and pages say of the
practice family and the family's don't.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from genogram_app.drawing.primitives import Drawing, texts_in
from genogram_app.family.case import Case
from genogram_app.model.ties import Bond, PartnerIn
from genogram_app.ui import printing
from genogram_app.ui.clipboard import PEOPLE
from tests.robots import settle
from tests.ui.shell import ShellRobot

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_KINDS = ("1", "2", "3")
#: Words of harm and of opinion that the practice family's case file holds, and what its palette offers.
_NEVER = ("violen", "afraid of", "controls", "GP says", "assault")


def test_nothing_for_the_case_file_alone_is_anywhere_before_the_family(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    case, theirs = robot.desk.session.case, _sheets(robot)
    robot.desk.select([next(each.id for each in case.family.edges(Bond) if not each.basis.shared)])
    robot.key("F6")
    ours = _sheets(robot)
    # A word alone, such as "half-sibling", is the vocabulary's: commands are called by it.
    secret = {said for said in theirs - ours if " " in said and not any(said in each for each in ours)}
    assert any("violent" in said for said in secret)
    assert any("controls" in said for said in secret)
    assert any("GP says" in said for said in secret)
    found = _found(_everywhere(robot, case), {*secret, *_NEVER})
    assert found == []


def test_a_look_for_harm_finds_nobody_before_the_family(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("Ctrl+F")
    for typed in ("violent", "afraid", "police", "alcohol"):
        robot.work.people.search.setText(typed)
        settle()
        assert robot.work.people._rows.entries == ()
        robot.work.people.search.clear()


def test_the_title_names_nobody_and_covered_there_is_no_window_of_the_case(robot: ShellRobot) -> None:
    robot.window.practice()
    names = {str(person.name) for person in robot.desk.session.case.family.people if person.named}
    for key in ("F6", "F6"):
        robot.key(key)
        titles = {each.windowTitle() for each in QApplication.topLevelWidgets()}
        assert not [name for name in names for title in titles if name.split()[0] in title]
    reference = robot.window.windowTitle().split(" ")[0]
    robot.key("F9")
    settle()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert {each.windowTitle() for each in shown} == {"Genogram"}
    said = {text for each in shown for text in _texts(each)}
    assert not [text for text in said if reference in text or any(name in text for name in names)]
    robot.key("F9")
    settle()
    assert not robot.desk.by_worker


def test_the_black_and_white_proof_tells_the_family_no_more(robot: ShellRobot) -> None:
    robot.window.practice()
    before = _sheets(robot)
    robot.key("F7")
    assert robot.desk.session.view.proof
    assert _sheets(robot) == before


def _sheets(robot: ShellRobot) -> set[str]:
    """Give every text of the three sheets, as they are seen now, and what they say to a screen reader."""
    said = set[str]()
    for key in _KINDS:
        robot.key(key)
        said |= set(_drawn([robot.work.canvas.sheet.drawing]))
    robot.key(_KINDS[0])
    return said


def _drawn(drawings: Iterable[Drawing]) -> Iterator[str]:
    """Give what is drawn and what is heard of it, but for the key: its words are the vocabulary's."""
    for node in (node for drawing in drawings for node in drawing.nodes if node.role != "key"):
        yield node.says
        # A label that stands in two lines on one reader's sheet may stand in one on the other's.
        lines = [text.content for text in texts_in(node.marks)]
        yield from (*lines, " ".join(lines))


def _everywhere(robot: ShellRobot, case: Case) -> Iterator[tuple[str, str]]:
    """Give all that can be read or heard before the family, with where."""
    assert robot.work.inspector.isHidden()
    yield from (("folded", text) for text in _texts(robot.window))
    robot.key("F3", "F4")
    records = (each for each in case.family.records() if not isinstance(each, PartnerIn))
    for key in ("", *(record.id for record in records)):
        robot.desk.select([key] if key else [])
        yield from (("page", text) for text in _texts(robot.work.inspector))
        yield "sheet", robot.work.canvas.accessibleDescription()
    yield from (("window", text) for text in _texts(robot.window))
    robot.key("Escape", "Ctrl+A", "Ctrl+C")
    robot.work.canvas.setFocus()
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    yield "copied people", bytes(data.data(PEOPLE).data()).decode()
    robot.window.perform("copy_picture")
    data = QGuiApplication.clipboard().mimeData()
    assert data is not None
    yield "copied picture", bytes(data.data("image/svg+xml").data()).decode()
    on_paper = [placed.drawing for page in printing.prepared(robot.desk) for placed in page.placed]
    yield from (("print", text) for text in _drawn(on_paper))
    robot.key("Ctrl+K")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    yield from (("commands", text) for text in _texts(popup))
    popup.close()
    bond = next(iter(robot.desk.seen.family.edges(Bond)))
    robot.desk.select([])
    robot.work.canvas.ask_line(bond.a, bond.b, robot.work.canvas.rect().center().toPointF())
    robot.push("All lines…")
    palette = robot.work.canvas.floats.palette
    yield from (("palette", text) for text in _texts(palette))
    palette.close()


def _texts(root: QWidget) -> Iterator[str]:
    """Give every text of a widget and of all in it, shown, hidden or said."""
    for each in [root, *root.findChildren(QObject)]:
        if isinstance(each, QAction):
            yield from (each.text(), each.toolTip())
        elif isinstance(each, QWidget):
            yield from (
                each.accessibleName(),
                each.accessibleDescription(),
                each.toolTip(),
                each.windowTitle(),
            )
            yield from _written(each)
    interface = QAccessible.queryAccessibleInterface(root)
    if interface is not None:
        yield from _heard(interface)


def _written(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))


def _heard(interface: QAccessibleInterface) -> Iterator[str]:
    """Give what the system's accessibility says of a widget and all in it, rows of lists too."""
    kinds = QAccessible.Text
    yield from (interface.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help))
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from _heard(child)


def _found(said: Iterable[tuple[str, str]], secret: Iterable[str]) -> list[str]:
    """Name what was found of what mustn't be; as whole words, whatever the case."""
    looked = re.compile("|".join(re.escape(each) for each in sorted(secret)), re.IGNORECASE)
    return sorted(
        {f"{where}: {hit[0]!r} in {text[:80]!r}" for where, text in said if (hit := looked.search(text))}
    )
