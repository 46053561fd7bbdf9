"""Long work: the window answers meanwhile, it can be stopped, and what goes wrong is said."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.families import gedcom
from genogram_app.errors import UsageError
from genogram_app.ui import case_files
from genogram_app.ui.away import StoppedError, Wanted, away
from genogram_app.ui.dialogs import export
from genogram_app.words import words_in
from tests.robots import wait_for
from tests.ui.shell import shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = words_in()
#: What a window must answer within, in seconds, with as much again for a busy machine.
ANSWER = 0.2


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
    beats: list[float] = []
    pulse = QTimer(interval=10)
    pulse.timeout.connect(lambda: beats.append(time.monotonic()))
    pulse.start()
    assert away(window, WORDS, "Working…", busy(0.8)) == "done"
    pulse.stop()
    assert len(beats) > 5
    assert sorted(b - a for a, b in pairwise(beats))[-2] < ANSWER


def test_it_can_be_stopped(window: QWidget) -> None:
    def stop() -> None:
        (dialog,) = window.findChildren(QProgressDialog)
        next(button for button in dialog.findChildren(QPushButton)).click()

    QTimer.singleShot(100, stop)
    begun = time.monotonic()
    with pytest.raises(StoppedError):
        away(window, WORDS, "Working…", busy(30))
    assert time.monotonic() - begun < 5


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
    assert said == ["Bringing in the family…", "Writing the copy…"]
