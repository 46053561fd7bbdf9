"""Lay the same families out with this program and with general graph layout, and score both.

The families, the peers' programs and the scorer stand outside this repository:
in the folder that GENOGRAM_PEERS names, else in `shared/bench` beside it.
`apt-get install graphviz` for dot, `npm install` in its `peers` for dagre; what
is not installed is left out, but for dot.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from math import exp, log
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks import _routes
from benchmarks.clock import HOME, surroundings
from benchmarks.figures import Figure, Figures
from benchmarks.lay_out_family import BOX, layout_of
from genogram_app.layout.extents import Extent
from genogram_app.layout.ground import Ground

PLACE = Path(os.environ.get("GENOGRAM_PEERS", HOME.parent / "shared" / "bench"))
FAMILIES = ("hand30", "synth30", "synth100", "shakespeare", "kennedy", "synth300", "synth1000")
ROUNDS = 5
#: Our time beside dot's, whose process takes its own time to start.
TIMES = {"hand30": 0.5, "synth300": 1.0}
DOT = ("python3", "run_dot.py", "{i}", "{o}", "gramps")
DAGRE = ("node", "--stack-size=8000", "run_dagre_couple.js", "{i}", "{o}")

Result = dict[str, Any]


def measure() -> Figures:
    """Measure every family; where families and peers are not there, that is the figure."""
    if not (PLACE / "score.py").is_file():
        return {"families_not_there": Figure(len(FAMILIES), "ratio", 0)}
    score = _scorer()
    figures: dict[str, Figure] = {}
    shares: list[float] = []
    start = median(_start_of_dot() for _ in range(ROUNDS))
    for name in FAMILIES:
        found = _rounds(PLACE / "corpus" / f"{name}.json", score)
        figures |= _figures(name, found, start)
        best = min(each["cross"] for engine, each in found.items() if engine != "ours")
        shares.append(log((found["ours"]["cross"] + 1) / (best + 1)))
    figures["crossings_of_the_better_peer"] = Figure(exp(mean(shares)), "ratio", 0.4)
    return figures


def _figures(name: str, found: Mapping[str, Result], start: float) -> dict[str, Figure]:
    ours, dot = found["ours"], found["dot"]
    best = min(each["cross"] for engine, each in found.items() if engine != "ours")
    lost = ours["missing"] + ours["dup"] + ours["overlaps"]
    return {
        f"{name}_lost_or_covered": Figure(lost, "ratio", 0),
        f"{name}_couples_apart": Figure(ours["not_adjacent"], "ratio", 0),
        f"{name}_out_of_row": Figure(ours["gen_viol"], "ratio", 0),
        f"{name}_crossings": Figure(ours["cross"], "ratio", best),
        f"{name}_lines_through_people": Figure(ours["line_over"], "ratio", dot["line_over"]),
        f"{name}_area": Figure(ours["area"], "ratio", dot["area"]),
        f"{name}_time": Figure(ours["ms"] / 1000, "s"),
        f"{name}_time_of_dot": Figure(ours["ms"] / max(0.1, dot["ms"] - start), "ratio", TIMES.get(name)),
        f"{name}_own_lines_through_symbols": Figure(ours["through"], "ratio", 0),
        f"{name}_own_bars_merged": Figure(ours["merged"], "ratio", 0),
        f"{name}_own_bends_a_child": Figure(ours["bends"], "ratio"),
    }


def _rounds(family: Path, score: Callable[[Result, Result], Result]) -> dict[str, Result]:
    """Let every engine lay a family out, in turns; its quality, and its median time in milliseconds."""
    document = json.loads(family.read_text(encoding="utf-8"))
    laid: dict[str, list[Result]] = {}
    for _ in range(ROUNDS):
        for engine, command, folder in _engines():
            laid.setdefault(engine, []).append(_laid(command, family, folder))
    found = {engine: score(document, results[-1]) for engine, results in laid.items()}
    for engine, results in laid.items():
        found[engine]["ms"] = median(result["ms"] for result in results)
    found["ours"] |= _own_lines(document)
    return found


def _engines() -> list[tuple[str, tuple[str, ...], Path]]:
    ours: tuple[str, ...] = (sys.executable, "-m", "benchmarks.lay_out_family", "{i}", "{o}")
    peers = PLACE / "peers"
    engines: list[tuple[str, tuple[str, ...], Path]] = [("ours", ours, HOME), ("dot", DOT, peers)]
    if (peers / "node_modules").is_dir():
        engines.append(("dagre", DAGRE, peers))
    return engines


def _laid(command: tuple[str, ...], family: Path, folder: Path) -> Result:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out.json"
        words = [word.format(i=family, o=out) for word in command]
        subprocess.run(words, cwd=folder, env=surroundings(), check=True, capture_output=True)
        result: Result = json.loads(out.read_text(encoding="utf-8"))
    return result


def _start_of_dot() -> float:
    """Give what dot takes for two people, in milliseconds: its start and nothing else."""
    pair = {"persons": [{"id": "a"}, {"id": "b"}], "unions": []}
    with tempfile.TemporaryDirectory() as scratch:
        family = Path(scratch) / "pair.json"
        family.write_text(json.dumps(pair), encoding="utf-8")
        return float(_laid(DOT, family, PLACE / "peers")["ms"])


def _own_lines(document: Result) -> Result:
    """Score the lines that we draw ourselves; the other score draws its own, for all engines alike."""
    layout = layout_of(document)
    extents = dict.fromkeys(layout.places, Extent.of_box(BOX[0] - 2, BOX[1] - 2))
    return {
        "through": _routes.through(layout, Ground.of(layout.places, extents), BOX),
        "merged": _routes.merged(layout),
        "bends": _routes.bends(layout),
    }


def _scorer() -> Callable[[Result, Result], Result]:
    """Load the scorer that treats all engines alike."""
    spec = importlib.util.spec_from_file_location("score", PLACE / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(PLACE / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[[Result, Result], Result] = module.score
    return score
