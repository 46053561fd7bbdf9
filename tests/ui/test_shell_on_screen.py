"""The whole window on a display of its own: story S1 by keyboard alone and by mouse, and canvas craft."""

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
@pytest.mark.parametrize(("by", "most"), [("keys", 60), ("mouse", 40)])
def test_story_one_is_drawn_in_a_real_window(by: str, most: int) -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.ui.shell_on_screen", by]
    with display() as environment:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    print(f"S1 by {by}: {done.stdout.strip()}")
    assert int(done.stdout.split()[0]) <= most


@pytest.mark.skipif(
    any(shutil.which(program) is None for program in _NEEDED), reason="needs Xvfb, openbox and xdotool"
)
@pytest.mark.parametrize("what", ["craft_on_screen", "turned_on_screen"])
def test_the_craft_of_the_sheet_and_turning_the_view_in_real_windows(what: str) -> None:
    command = [sys.executable, "-W", "error", "-m", f"tests.ui.{what}"]
    with display() as environment:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "all as meant"
