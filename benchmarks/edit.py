"""Drag one person on a sheet of 200, and add one, each until it is painted, on Qt's offscreen platform.

The times are absolute, as a hand feels them, but for one of the processor alone;
`rest` is the same window painting a sheet that stays as it is.
"""

from __future__ import annotations

import json
import subprocess
import sys

from benchmarks.clock import HOME, surroundings
from benchmarks.figures import Figure, Figures

PEOPLE = 200


def measure() -> Figures:
    """Give the time of a frame while dragging, and from key press to painted, in milliseconds."""
    here = {"QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "benchmarks._drawing", str(PEOPLE)]
    result = subprocess.run(command, env=surroundings(here), cwd=HOME, capture_output=True, text=True)
    if result.returncode:
        raise RuntimeError(f"Drawing ended with {result.returncode}:\n{result.stderr}")
    found: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return {name: Figure(value, "ms", GOALS.get(name)) for name, value in found.items()}


#: In milliseconds.
GOALS = {"drag_frame_median": 8.0, "drag_frame_99th": 16.0, "add_person_median": 50.0}
