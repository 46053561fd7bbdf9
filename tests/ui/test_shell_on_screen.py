"""The whole window on a display of its own: story S1 by keyboard alone."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.ui.test_canvas_on_screen import display

_NEEDED = ("Xvfb", "openbox", "xdotool")


@pytest.mark.skipif(
    any(shutil.which(program) is None for program in _NEEDED), reason="needs Xvfb, openbox and xdotool"
)
def test_story_one_is_drawn_with_the_real_keys() -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.ui.shell_on_screen"]
    with display() as environment:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) <= 60
