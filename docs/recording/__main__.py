"""Record all screens, or those that are named: `.venv/bin/python -m docs.recording [NAME…]`.

Writes the guide's page of keys too. Needs no display. Each stage is a process of its own: a screen's size
and scale are fixed when Qt starts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.recording.keys_page import write_keys_page
from docs.recording.stages import STAGES, Stage

HOME = Path(__file__).resolve().parents[2]


def main() -> int:
    """Record what was asked for; give 0, or 1 where a screen couldn't be recorded."""
    parser = argparse.ArgumentParser(prog="python -m docs.recording", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="record these alone")
    parser.add_argument("--stage", choices=sorted(STAGES), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stage:
        from docs.recording.play import play

        return play(STAGES[asked.stage], asked.names)
    write_keys_page()
    with tempfile.TemporaryDirectory() as folder:
        return max(_apart(name, stage, asked.names, Path(folder)) for name, stage in STAGES.items())


def _apart(name: str, stage: Stage, names: list[str], folder: Path) -> int:
    """Play one stage in a process of its own, on a screen of its size."""
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [_screen(stage)]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(stage.scale),
    }
    command = [sys.executable, "-m", __package__, "--stage", name, *names]
    code = subprocess.run(command, cwd=HOME, env=environment, check=False).returncode
    if code:
        print(f"Not all of the stage “{name}” was recorded ({code}).", file=sys.stderr)
    return abs(code)


def _screen(stage: Stage) -> dict[str, object]:
    width, height = stage.size
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, **dots}


if __name__ == "__main__":
    sys.exit(main())
