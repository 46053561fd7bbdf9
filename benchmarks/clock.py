"""Time whole processes fairly: contestants take turns, medians are compared, processor time is told too."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HOME = Path(__file__).resolve().parent.parent
ROUNDS = 9


@dataclass(frozen=True)
class Taken:
    """What one contestant took: medians in seconds. processor: of the processes that it started, however busy
    the machine was meanwhile; 0 where it started none, and on Windows, which doesn't tell.
    """

    seconds: float
    processor: float


def interleaved(contestants: Mapping[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, Taken]:
    """Give what each contestant takes. One round is not counted: it warms the disk's cache."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in contestants}
    for counted in range(-1, rounds):
        for name, run in contestants.items():
            before = of_children()
            seconds = run()
            if counted >= 0:
                taken[name].append((seconds, of_children() - before))
    return {name: Taken(*map(median, zip(*times, strict=True))) for name, times in taken.items()}


def of_children() -> float:
    """Give the processor time of all processes that this one has started and that have ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


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
