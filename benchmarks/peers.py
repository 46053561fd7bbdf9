"""Other programs that lay families out, and the families that all of them are given.

They stand outside this repository: in the folder that GENOGRAM_PEERS names, else in
`shared/bench` beside it. `apt-get install graphviz` for dot; `npm install` in its
`peers` for dagre, ELK and d3-dag. What isn't installed is left out, but for dot.
"""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.clock import HOME, surroundings

PLACE = Path(os.environ.get("GENOGRAM_PEERS", HOME.parent / "shared" / "bench"))
_NODE = ("node", "--stack-size=8000")

Result = dict[str, Any]


@dataclass(frozen=True)
class Program:
    """A program that reads a family {i} and writes down {o} where everybody stands.

    package: the folder of npm without which it can't run. yardstick: whether
    its crossings are a goal for ours. Of another program only the sheet is compared.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    package: str = ""
    yardstick: bool = False

    @property
    def there(self) -> bool:
        """Say whether it is installed."""
        return not self.package or (self.folder / "node_modules" / self.package).is_dir()

    def lay_out(self, family: Path) -> Result:
        """Lay a family out; `spent` is the processor time of the whole process, in milliseconds."""
        with tempfile.TemporaryDirectory() as scratch:
            out = Path(scratch) / "out.json"
            words = [word.format(i=family, o=out) for word in self.command]
            before = _spent()
            subprocess.run(words, cwd=self.folder, env=surroundings(), check=True, capture_output=True)
            result: Result = json.loads(out.read_text(encoding="utf-8"))
            return result | {"spent": _spent() - before}


OURS = Program("ours", (sys.executable, "-m", "benchmarks.lay_out_family", "{i}", "{o}"), HOME)
DOT = Program("dot", ("python3", "run_dot.py", "{i}", "{o}", "gramps"), PLACE / "peers", yardstick=True)
PEERS = (
    DOT,
    Program("dagre", (*_NODE, "run_dagre_couple.js", "{i}", "{o}"), PLACE / "peers", "@dagrejs", True),
    Program("elk", (*_NODE, "run_elk.js", "{i}", "{o}"), PLACE / "peers", "elkjs"),
    Program("d3_dag", ("node", "run_d3dag.mjs", "{i}", "{o}"), PLACE / "peers", "d3-dag"),
)


def are_there() -> bool:
    """Say whether the families and the scorer are there."""
    return (PLACE / "score.py").is_file()


def family(name: str) -> Path:
    """Give a family's file."""
    return PLACE / "corpus" / f"{name}.json"


def score() -> Callable[[Result, Result], Result]:
    """Give the scorer of sheets that treats all engines alike."""
    scorer: Callable[[Result, Result], Result] = _scorer().score
    return scorer


def stability() -> Callable[[Result, Result, Result], Result]:
    """Give the scorer of how far people move from one sheet to the next."""
    scorer: Callable[[Result, Result, Result], Result] = _scorer().stability
    return scorer


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", PLACE / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(PLACE / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000
