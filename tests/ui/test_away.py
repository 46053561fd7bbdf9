"""Long work: the window answers meanwhile, it can be stopped, and what goes wrong is said."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.families import gedcom
from genogram_app.errors import UsageError
from genogram_app.export.document import Sheet
from genogram_app.studio.ahead import ahead
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from genogram_app.ui import away as away_module
from genogram_app.ui import case_files, printing, turning
from genogram_app.ui.away import StoppedError, Wanted, away
from genogram_app.ui.dialogs import export
from genogram_app.words import words_in
from tests.robots import wait_for
from tests.ui.shell import shell
from tests.ui.stories import begin

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = words_in()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def busy(seconds: float) -> Callable[[Wanted], str]:
    """Give work that keeps Python busy, as reading and laying out do."""

    def work(wanted: Wanted) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end and wanted():
            sum(range(2000))
        return "done"

    return work


def test_the_window_answers_while_it_works(window: QWidget) -> None:
    beats: list[int] = []
    pulse = QTimer(interval=10)
    pulse.timeout.connect(lambda: beats.append(len(beats)))
    pulse.start()
    work = busy(20)
    assert (
        away(window, WORDS, "Working…", lambda wanted: work(lambda: wanted() and len(beats) <= 5)) == "done"
    )
    pulse.stop()
    assert len(beats) > 5, "nothing was answered before the work was over"


def test_it_can_be_stopped(window: QWidget) -> None:
    def stop() -> None:
        (dialog,) = window.findChildren(QProgressDialog)
        next(button for button in dialog.findChildren(QPushButton)).click()

    QTimer.singleShot(100, stop)
    with pytest.raises(StoppedError):
        away(window, WORDS, "Working…", busy(600))


def test_what_goes_wrong_comes_back(window: QWidget) -> None:
    def work(_: Wanted) -> str:
        raise UsageError("No.")

    with pytest.raises(UsageError, match="No"):
        away(window, WORDS, "Working…", work)


def test_a_big_family_is_brought_in_and_written_behind_a_sentence(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_files, "BIG", 100)
    monkeypatch.setattr(export, "BIG", 5)
    monkeypatch.setattr(away_module, "_AT_ONCE", 0)
    said: list[str] = []
    monkeypatch.setattr(QProgressDialog, "show", lambda self: said.append(self.labelText()))
    source = tmp_path / "family.ged"
    source.write_text(gedcom(12), encoding="utf-8")
    with shell(tmp_path) as robot:
        robot.window.open(source)
        wait_for(lambda: robot.window.workspace is not None, "nothing was brought in")
        assert len(robot.desk.session.case.family.people) == 12
        robot.key("F6")
        dialog = export.ExportDialog(robot.desk, str(tmp_path), lambda _: None, lambda: None, robot.window)
        assert dialog.write(tmp_path / "copy.pdf")
        dialog.deleteLater()
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    assert said == ["Opening the family…", "Writing the copy…"]


def test_what_did_not_come_over_is_kept_where_the_worker_reads_it(qtbot: QtBot, tmp_path: Path) -> None:
    source = tmp_path / "rodzina.ged"
    source.write_text(gedcom(12).replace("0 TRLR", "0 @R@ REPO\n1 NAME Archiwum\n0 TRLR"), encoding="utf-8")
    with shell(tmp_path) as robot:
        robot.window.open(source)
        said = robot.work.messages.sentence
        wait_for(lambda: bool(said.text()), "nothing is said")
        assert said.text().startswith("Brought over from rodzina.ged: 12 people")
        assert "worker’s view" in said.text()
        assert "Archiwum" not in robot.desk.seen.details.notes
        robot.key("F6")
        assert "Not brought over:\n– Archives (REPO). At line" in robot.desk.seen.details.notes


# -- a big family in the window -----------------------------------------------------------


class Pulse:
    """Counts how often the window could have answered."""

    def __init__(self) -> None:
        self.beats = 0
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.beats += 1


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Have every sheet take a second to work out, in a family of any size; tells in which threads."""
    seen: list[threading.Thread] = []

    def ahead_slowly(session: Session, scene: Scene, viewing: Viewing) -> None:
        seen.append(threading.current_thread())
        busy(1.0)(lambda: True)
        ahead(session, scene, viewing)

    monkeypatch.setattr(case_files, "BIG", 100)
    monkeypatch.setattr(turning, "BIG", 2)
    for where in (case_files, turning):
        monkeypatch.setattr(where, "ahead", ahead_slowly)
    return seen


def test_the_window_answers_while_a_family_is_opened_and_turned_over(
    qtbot: QtBot, tmp_path: Path, slow: list[threading.Thread]
) -> None:
    file = tmp_path / "teulu Żak.genogram"
    with shell(tmp_path) as robot:
        begin(robot)
        robot.window.save_in(file)
        pulse = Pulse()
        acts: list[Callable[[], None]] = [lambda: robot.window.open(file), *[lambda: robot.key("F6")] * 2]
        for act in acts:
            before = pulse.beats
            act()
            robot.window.activateWindow()
            wait_for(lambda: QApplication.focusWidget() is not None, "nothing has the keyboard again")
            assert pulse.beats - before > 2
        assert len(slow) == 3
        assert threading.main_thread() not in slow
        assert gc.isenabled()


def test_turning_over_that_is_stopped_leaves_all_as_it_was(
    qtbot: QtBot, tmp_path: Path, slow: list[threading.Thread]
) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        QTimer.singleShot(200, lambda: robot.push("Stop"))
        robot.key("F6")
        assert not robot.desk.by_worker
        assert "Stopped." in robot.work.messages.sentence.text()


def test_the_worker_s_sheet_is_out_of_sight_before_the_family_s_is_worked_out(
    qtbot: QtBot, tmp_path: Path, slow: list[threading.Thread]
) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        seen: list[tuple[bool, int]] = []

        def look() -> None:
            (dialog,) = robot.window.findChildren(QProgressDialog)
            buttons = dialog.findChildren(QPushButton)
            seen.append((robot.work.canvas.isVisible(), len([each for each in buttons if each.isVisible()])))

        QTimer.singleShot(250, look)
        robot.key("F6")
        assert seen == [(False, 0)], "neither a sheet nor a way to stop"
        assert robot.work.canvas.isVisible()


def test_whoever_covers_the_screen_while_the_worker_s_sheet_is_worked_out_comes_back_to_the_family_s(
    qtbot: QtBot, tmp_path: Path, slow: list[threading.Thread]
) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        QTimer.singleShot(250, robot.window.turn_cover)
        robot.key("F6")
        assert robot.window.covers.on
        assert not robot.desk.by_worker
        robot.window.turn_cover()
        assert not robot.desk.by_worker


def test_covering_stops_what_the_worker_waits_for_and_goes_back_to_the_family_s_view(
    qtbot: QtBot, tmp_path: Path, slow: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "BIG", 2)
    monkeypatch.setattr(printing, "prepared", lambda desk: busy(2.0)(lambda: True))
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        QTimer.singleShot(250, robot.window.turn_cover)
        robot.key("F8")
        assert robot.window.covers.on
        assert not robot.desk.by_worker
        robot.window.turn_cover()


def test_pages_are_prepared_and_printed_while_the_window_answers(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    painted = printing._print_page

    def paint_slowly(printer: QPrinter, painter: QPainter, page: Sheet, paper: Sheet) -> None:
        threads.append(threading.current_thread())
        busy(0.3)(lambda: True)
        painted(printer, painter, page, paper)

    monkeypatch.setattr(printing, "_print_page", paint_slowly)
    monkeypatch.setattr(printing, "BIG", 1)
    out = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(out))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    with shell(tmp_path) as robot:
        begin(robot)
        pulse = Pulse()
        robot.key("Ctrl+P")
        assert pulse.beats > 2
    assert out.read_bytes().startswith(b"%PDF")
    assert threads
    assert threading.main_thread() not in threads


def test_printing_that_is_stopped_prints_no_more_pages(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        robot.window.practice()
        robot.key("F6")
        pages = printing.prepared(robot.desk)
        assert len(pages) > 1
        printer = printing.printer_for(robot.desk, pages)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        asked = iter([True, False, False])
        printed: list[Sheet] = []
        monkeypatch.setattr(printing, "_print_page", lambda *given: printed.append(given[2]))
        assert not printing.print_pages(printer, pages, lambda: next(asked))
        assert printed == [pages[0]]
