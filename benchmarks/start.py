"""Start with the practice family, painted on screen and answering a key, against a bare PySide6 window."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping

from benchmarks.clock import HOME, interleaved, surroundings
from benchmarks.figures import Figure, Figures
from benchmarks.screen import screen

FAMILY_INK = 2000  # dark pixels; the practice family on a fitted sheet has many more


def measure() -> Figures:
    """Give medians in seconds, and how many bare windows the program's start is worth."""
    with screen() as display, tempfile.TemporaryDirectory() as folder:
        environment = {**display, **own_folders(folder)}
        taken = interleaved(
            {
                "program": lambda: seconds_to_answer("ours", environment, ink=FAMILY_INK),
                "bare": lambda: seconds_to_answer("bare", environment, ink=0),
            }
        )
    ours, bare = taken["program"], taken["bare"]
    return {
        "ratio": Figure(ours.seconds / bare.seconds, "ratio", goal=3.0),
        "program": Figure(ours.seconds, "s"),
        "bare_window": Figure(bare.seconds, "s"),
        "program_processor": Figure(ours.processor, "s"),
        "bare_window_processor": Figure(bare.processor, "s"),
    }


def own_folders(folder: str) -> dict[str, str]:
    """Keep settings and recovery files away from those of whoever measures."""
    return {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}


def seconds_to_answer(window: str, environment: Mapping[str, str], ink: int) -> float:
    """Time one process from its start until its window, painted, has answered a key.

    Raises RuntimeError if that never comes, or if the sheet then shows fewer dark pixels than `ink`.
    """
    command = [sys.executable, "-m", "benchmarks._window", window]
    begun = time.monotonic()
    result = subprocess.run(command, env=surroundings(environment), cwd=HOME, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"The {window} window never answered:\n{result.stderr}")
    answered, dark = result.stdout.split()[-2:]
    if int(dark) < ink:
        raise RuntimeError(f"The {window} window answered with an empty sheet ({dark} dark pixels).")
    return float(answered) - begun
