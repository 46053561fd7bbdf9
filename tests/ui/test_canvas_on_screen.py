"""The canvas in a real window: pointer and keys of a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_NEEDED = ("Xvfb", "openbox", "xdotool")


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """Give the environment of a display with a window manager, for as long as it is wanted."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        environment = {
            **os.environ,
            "DISPLAY": f":{server.stdout.readline().strip()}",
            "QT_QPA_PLATFORM": "xcb",
        }
        with subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL) as manager:
            try:
                yield environment
            finally:
                manager.terminate()
                server.terminate()


@pytest.mark.skipif(
    any(shutil.which(program) is None for program in _NEEDED), reason="needs Xvfb, openbox and xdotool"
)
def test_a_family_is_drawn_with_the_real_pointer_and_keys() -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.ui.on_screen"]
    with display() as environment:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("gestures")
