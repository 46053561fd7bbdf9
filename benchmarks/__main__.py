"""Run the benchmarks: `./bench [NAME …] [--json]`. Each module here with a `measure` function is one."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.figures import Figures, as_json, as_table

Measure = Callable[[], Figures]


def main(arguments: list[str]) -> int:
    """Measure what was asked for, and print a table for people or JSON for programs."""
    benchmarks = discover(Path(__file__).parent)
    asked = parse(arguments, sorted(benchmarks))
    results = {}
    for name in asked.names or sorted(benchmarks):
        results[name] = benchmarks[name]()
        if not asked.json:
            print(as_table(name, results[name]), flush=True)
    if asked.json:
        print(json.dumps(for_programs(results, one=len(asked.names) == 1), indent=2))
    return 0


def discover(folder: Path) -> dict[str, Measure]:
    """Find every module of the folder that can `measure`."""
    names = sorted(path.stem for path in folder.glob("[!_]*.py"))
    modules = {name: importlib.import_module(f"benchmarks.{name}") for name in names}
    return {name: module.measure for name, module in modules.items() if hasattr(module, "measure")}


def parse(arguments: list[str], known: list[str]) -> argparse.Namespace:
    """Read the command line; an unknown name ends with a sentence that lists those there are."""
    parser = argparse.ArgumentParser(prog="./bench", description="Measure the program.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(known)}")
    parser.add_argument("--json", action="store_true", help="one object of figures")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in known]
    if unknown:
        parser.error(f"there is no benchmark {unknown[0]}; there are {', '.join(known)}")
    return asked


def for_programs(results: dict[str, Figures], *, one: bool) -> dict[str, object]:
    """Give one benchmark's figures as they are, several under their names."""
    figures: dict[str, object] = {name: as_json(found) for name, found in results.items()}
    return dict(as_json(next(iter(results.values())))) if one else figures


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
