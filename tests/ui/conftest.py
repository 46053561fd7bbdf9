"""The robot that most tests of the window use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.shell import ShellRobot, shell


@pytest.fixture(autouse=True)
def application(qapp: object) -> Iterator[None]:
    """Begin the application before each test: what Qt draws without one ends the whole process.

    A window that a test left open would lie over the next one's and take its clicks.
    """
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot before the start page; the window goes when the test is over."""
    with shell(tmp_path) as robot:
        yield robot
