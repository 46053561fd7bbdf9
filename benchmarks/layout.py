"""Lay the same families out with this program and with general graph layout, and score both.

All take turns. Times are processor times, which other programs that run disturb less; of dot's
the start of its process is taken off, measured in the same rounds.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from math import exp, log
from pathlib import Path
from statistics import mean, median

from benchmarks import _routes, peers
from benchmarks.figures import Figure, Figures
from benchmarks.lay_out_family import BOX, layout_of
from benchmarks.peers import DOT, OURS, PEERS, Program, Result
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.ground import Ground

FAMILIES = ("hand30", "synth30", "synth100", "shakespeare", "kennedy", "synth300", "synth1000")
ROUNDS = 5
#: Our time beside dot's.
TIMES = {"hand30": 0.5, "synth300": 1.0}
#: The least time that is taken for dot's, in milliseconds: less can't be told from the start of its process.
LEAST = 0.1


def measure() -> Figures:
    """Measure every family; where families and peers are not there, that is the figure."""
    if not peers.are_there():
        return {"families_not_there": Figure(len(FAMILIES), "ratio", 0)}
    engines = [OURS, *(engine for engine in PEERS if engine.there)]
    figures = {f"{peer.name}_not_installed": Figure(1, "ratio") for peer in PEERS if not peer.there}
    shares: list[float] = []
    for name in FAMILIES:
        found = _rounds(peers.family(name), engines)
        better = min(found[engine.name]["cross"] for engine in engines if engine.yardstick)
        figures |= _figures(name, found, better) | _peers(name, found)
        shares.append(log((found["ours"]["cross"] + 1) / (better + 1)))
    figures["crossings_of_the_better_of_dot_and_dagre"] = Figure(exp(mean(shares)), "ratio", 0.4)
    return figures


def _figures(name: str, found: Mapping[str, Result], better: float) -> dict[str, Figure]:
    ours, dot = found["ours"], found["dot"]
    lost = ours["missing"] + ours["dup"] + ours["overlaps"]
    return {
        f"{name}_lost_or_covered": Figure(lost, "ratio", 0),
        f"{name}_couples_apart": Figure(ours["not_adjacent"], "ratio", 0),
        f"{name}_out_of_row": Figure(ours["gen_viol"], "ratio", 0),
        f"{name}_crossings": Figure(ours["cross"], "ratio", better),
        f"{name}_lines_through_people": Figure(ours["line_over"], "ratio", dot["line_over"]),
        f"{name}_area": Figure(ours["area"], "ratio", dot["area"]),
        f"{name}_time": Figure(ours["time"], "ms"),
        f"{name}_time_of_dot": Figure(ours["time"] / max(LEAST, dot["time"]), "ratio", TIMES.get(name)),
        f"{name}_own_lines_through_symbols": Figure(ours["through"], "ratio", 0),
        f"{name}_own_bars_merged": Figure(ours["merged"], "ratio", 0),
        f"{name}_own_bends_a_child": Figure(ours["bends"], "ratio"),
    }


def _peers(name: str, found: Mapping[str, Result]) -> dict[str, Figure]:
    """Give what the others reach, without goals: they stand beside ours to be looked at."""
    wanted = {"crossings": "cross", "couples_apart": "not_adjacent", "lines_through_people": "line_over"}
    return {
        f"{name}_{said}_of_{engine}": Figure(each[key], "ratio")
        for engine, each in found.items()
        if engine != "ours"
        for said, key in wanted.items()
    } | {
        f"{name}_time_of_{engine}_itself": Figure(each["time"], "ms")
        for engine, each in found.items()
        if engine != "ours"
    }


def _rounds(family: Path, engines: list[Program]) -> dict[str, Result]:
    """Let every engine lay a family out, in turns; its quality, and its median time in milliseconds."""
    document = json.loads(family.read_text(encoding="utf-8"))
    laid: dict[str, list[Result]] = {}
    start: list[Result] = []
    with tempfile.TemporaryDirectory() as scratch:
        pair = _pair(Path(scratch))
        for _ in range(ROUNDS):
            start.append(DOT.lay_out(pair))
            for program in engines:
                laid.setdefault(program.name, []).append(program.lay_out(family))
    found = {engine: peers.score()(document, results[-1]) for engine, results in laid.items()}
    for engine, results in laid.items():
        found[engine]["time"] = median(each["cpu_ms" if "cpu_ms" in each else "ms"] for each in results)
    found["dot"]["time"] = median(map(_each, laid["dot"])) - median(map(_each, start))
    found["ours"] |= _own_lines(document)
    return found


def _each(result: Result) -> float:
    """Give the processor time of one of a process's runs; what the process itself takes is shared out."""
    return float(result["spent"]) / int(result["runs"])


def _pair(folder: Path) -> Path:
    """Give a family of two: what dot takes for it is its start and nothing else."""
    family = folder / "pair.json"
    people = [{"id": "a"}, {"id": "b"}]
    family.write_text(json.dumps({"persons": people, "unions": []}), encoding="utf-8")
    return family


def _own_lines(document: Result) -> Result:
    """Score the lines that we draw ourselves; the other score draws its own, for all engines alike."""
    layout = layout_of(document)
    extents = dict.fromkeys(layout.places, Extent.of_box(BOX[0] - 2, BOX[1] - 2))
    return {
        "through": _routes.through(layout, Ground.of(layout.places, extents), BOX),
        "merged": _routes.merged(layout),
        "bends": _routes.bends(layout),
    }
