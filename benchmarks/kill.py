"""Kill the program at random moments of random editing, and see what the next start brings back.

Each run is a process of its own with the real window on Qt's offscreen platform; half of them begin a new
genogram and half open a file, which they save now and then. What comes back must be, to the byte, a state
that the case was in; the loss is the time from the first step that it lacks to the kill. It is told by the
clock, and by the program's own beats: those stop with it where a busy machine lets nobody go on.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.clock import HOME, surroundings
from benchmarks.figures import Figure, Figures

if TYPE_CHECKING:
    from genogram_app.family.case import Case
    from genogram_app.store.half_typed import HalfTyped
    from genogram_app.studio.scene import Scene

KILLS = 200
#: How long a program edits at most before it is killed, in seconds, once it has begun.
LONGEST = 9.0
#: How many edit at once, and how long one may take to begin, in seconds.
AT_ONCE, BEGINS = 4, 60.0
#: What may be lost, in seconds.
GOAL = 5.0
#: The same by a program's own beats, where autosave waits for one second and writes.
BEATEN = 3.0
SAMPLE = HOME / "resources" / "samples" / "practice.genogram"


@dataclass(frozen=True)
class Killed:
    """A program that was killed: where its files are, and when it ended."""

    folder: Path
    at: float


@dataclass(frozen=True)
class Found:
    """What the next start found.

    loss: in seconds, infinite where it is no state that the case was in. beaten: the same, of the time
    in which the program could go on. lived: so long it went on in all.
    """

    loss: float
    steps: int
    beaten: float
    lived: float


def measure() -> Figures:
    """Give the worst and the usual loss in seconds, and the share of runs that lost too much."""
    found = runs(KILLS)
    losses = [each.loss for each in found]
    return {
        "worst_loss": Figure(max(losses), "s", GOAL),
        "median_loss": Figure(median(losses), "s"),
        "worst_loss_by_own_beats": Figure(max(each.beaten for each in found), "s", BEATEN),
        "share_that_lost_more": Figure(sum(loss > GOAL for loss in losses) / len(losses), "ratio", 0.0),
    }


def runs(number: int, seed: int = 0, longest: float = LONGEST) -> list[Found]:
    """Kill so many programs after at most so many seconds, and give what the next start found of each."""
    from PySide6.QtCore import QCoreApplication

    from genogram_app.studio.scene import Scene

    application = QCoreApplication.instance() or QCoreApplication([])
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        killed = list(
            pool.map(lambda each: kill_one(Path(folder), each, longest), range(seed, seed + number))
        )
        scene = Scene()
        found = [next_start(each, scene) for each in killed]
    del application
    return found


def kill_one(parent: Path, seed: int, longest: float) -> Killed:
    """Let a program edit for a random time, and kill it."""
    from benchmarks._editing import CASE, JOURNAL

    folder, chance = parent / str(seed), Random(seed)
    folder.mkdir()
    if seed % 2:
        shutil.copy(SAMPLE, folder / CASE)
    command = [sys.executable, "-m", "benchmarks._editing", str(folder), str(seed)]
    here = surroundings({"QT_QPA_PLATFORM": "offscreen"})
    with subprocess.Popen(command, env=here, cwd=HOME, stderr=subprocess.PIPE, text=True) as program:
        begun = time.monotonic()
        while not (folder / JOURNAL).exists() and time.monotonic() < begun + BEGINS:
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, longest))
        if program.poll() is not None or not (folder / JOURNAL).exists():
            program.kill()
            raise RuntimeError(f"Run {seed} ended by itself, or never began:\n{program.communicate()[1]}")
        program.kill()
        program.wait()
        return Killed(folder, time.monotonic())


def next_start(killed: Killed, scene: Scene) -> Found:
    """Start again where a program was killed, take what is offered, and close."""
    from benchmarks._editing import BEAT, BEATS, JOURNAL, digest

    lines = (killed.folder / JOURNAL).read_text().splitlines()
    states = [(float(moment), state) for moment, state in (line.split() for line in lines if " " in line)]
    beats = [float(moment) for moment in (killed.folder / BEATS).read_text().splitlines()]
    felt = [(BEAT * bisect(beats, moment), state) for moment, state in states]
    brought = _brought_back(killed.folder, scene)
    back, lived = None if brought is None else digest(*brought), BEAT * len(beats)
    return Found(_loss(states, back, killed.at), len(states), _loss(felt, back, lived), lived)


def _loss(states: Sequence[tuple[float, str]], back: str | None, killed: float) -> float:
    """Give the time since the first step that is missing; the latest of several equal states counts.

    back: the state that came back; None where nothing did.
    """
    if back is None:
        return killed - states[0][0]
    missing: float | None = None
    for moment, state in reversed(states):
        if state == back:
            return 0.0 if missing is None else max(killed - missing, 0.0)
        missing = moment
    return float("inf")


def _brought_back(folder: Path, scene: Scene) -> tuple[Case, HalfTyped] | None:
    """Give the case that the next start has, if any, and what was half typed.

    After its clean close nothing may be left behind.
    """
    from benchmarks._editing import CASE, folders_in
    from genogram_app.store import files
    from genogram_app.store.half_typed import HalfTyped
    from genogram_app.ui.case_files import CaseFiles

    folders = folders_in(folder)
    cases = CaseFiles(scene, folders)
    offered = cases.left_over()
    if not offered:
        return (files.read(folder / CASE), HalfTyped()) if (folder / CASE).exists() else None
    arrival = cases.recover(offered[0])
    case = arrival.opened.session.case
    arrival.opened.close()
    if left := sorted(each.name for each in folders.recovery.iterdir()):
        raise RuntimeError(f"A clean close left {', '.join(left)} behind.")
    return case, arrival.half
