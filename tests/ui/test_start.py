"""A quick start: the sheet first, the panels a moment later, and nothing loaded that isn't needed yet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.robots import wait_for
from tests.ui.shell import shell

#: What takes long to load, and isn't needed to show a family.
LATER = {
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "uharfbuzz",
    "asyncio",
    "genogram_app.edit.spoken.line",
    "genogram_app.export.document",
    "genogram_app.likeness.confusable",
}
OPEN = """
import sys
from PySide6.QtWidgets import QApplication
QApplication.exec = staticmethod(lambda: QApplication.processEvents() or 0)
from genogram_app.start import main
assert main(["--practice"]) == 0
window = max(QApplication.topLevelWidgets(), key=lambda widget: widget.width())
assert window.workspace.canvas.board.nodes
print(" ".join(sys.modules))
"""

RESTING = """
import gc, time
from PySide6.QtWidgets import QApplication
from genogram_app import start

def some_time():
    busy, late = gc.get_threshold()[0], time.monotonic() + 60
    while gc.get_threshold()[0] == busy and time.monotonic() < late:
        QApplication.processEvents()
    print(busy == start.AT_START, gc.get_threshold()[0] == start.NEW_OBJECTS, gc.get_freeze_count() > 0)
    return 0

QApplication.exec = staticmethod(some_time)
assert start.main([]) == 0
"""


def test_the_practice_family_is_shown_without_what_is_only_needed_later(tmp_path: Path) -> None:
    loaded = set(in_a_process_of_its_own(OPEN, tmp_path).split())
    assert "genogram_app.ui.workspace" in loaded
    assert LATER & loaded == set()


def test_garbage_is_looked_for_once_the_window_is_at_rest_and_not_before(tmp_path: Path) -> None:
    assert in_a_process_of_its_own(RESTING, tmp_path).split() == ["True", "True", "True"]


def in_a_process_of_its_own(program: str, folder: Path) -> str:
    """Run a program as a user's first start would, and give what it prints."""
    folders = {f"XDG_{kind}_HOME": str(folder) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    home = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(home), "QT_QPA_PLATFORM": "offscreen", **folders},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_a_key_is_answered_before_the_panels_are_there_and_they_show_what_it_did(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with shell(tmp_path) as robot:
        robot.window.practice()
        work = robot.work
        QTest.keyClick(work.canvas, Qt.Key.Key_Down)
        assert {"people", "inspector"}.isdisjoint(vars(work))
        assert work.desk.selection
        wait_for(lambda: "inspector" in vars(work), "The panels never came.")
        robot.key("F3", "F4")
        assert work.inspector.page.property("look") == "panel"
        assert work.people.list.selectedIndexes()
        left, middle, right = work.split.sizes()
        assert (left, right) == (212, 328)
        assert middle > right


def test_the_panels_are_made_at_once_for_whoever_asks_for_them(qtbot: QtBot, tmp_path: Path) -> None:
    with shell(tmp_path) as robot:
        robot.window.practice()
        robot.window.perform("find")
        assert robot.work.people.search.hasFocus()
        assert robot.work.split.widget(0) is robot.work.people
