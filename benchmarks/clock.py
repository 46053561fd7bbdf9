"""Time whole processes fairly: contestants take turns, and medians are compared."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

HOME = Path(__file__).resolve().parent.parent
ROUNDS = 9


def interleaved(contestants: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, float]:
    """Give each contestant's median in seconds. One round is not counted: it warms the disk's cache."""
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for counted in range(-1, rounds):
        for name, run in contestants.items():
            seconds = run()
            if counted >= 0:
                taken[name].append(seconds)
    return {name: median(times) for name, times in taken.items()}


def surroundings(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment of a contestant: Python may keep what it has compiled, as it does for users."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**given, **(extra or {})}


def seconds_of(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Run a whole process and give its time. Raises RuntimeError with its words if it fails."""
    begun = time.perf_counter()
    result = subprocess.run(command, env=surroundings(environment), cwd=HOME, capture_output=True, text=True)
    taken = time.perf_counter() - begun
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {result.returncode}:\n{result.stderr}")
    return taken
