"""The robot that most tests of the window use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.shell import ShellRobot, shell


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Begin the application before each test: what Qt draws without one ends the whole process."""


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot before the start page; the window goes when the test is over."""
    with shell(tmp_path) as robot:
        yield robot
