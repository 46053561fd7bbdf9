"""Check the house from top to bottom: style, types, floors, then every test.

With arguments only pytest runs, with those arguments. Each step runs even if one before it failed, so
that one look shows all there is to mend. Ends with 0 only if every step passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

STEPS = {
    "style": ["-m", "ruff", "check", "--quiet", "."],
    "form": ["-m", "ruff", "format", "--quiet", "--check", "."],
    "types": ["-m", "mypy"],
    "floors": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
}


def main(arguments: Sequence[str]) -> int:
    """Run the steps, or pytest alone with the arguments given."""
    if arguments:
        return run(["-m", "pytest", *arguments])
    failed = [name for name, command in STEPS.items() if not passes(name, command)]
    tests = run(["-m", "pytest", "-n", "2", "--dist", "worksteal"])
    if failed:
        print(f"Not passed: {', '.join(failed)} (see above).", file=sys.stderr)
    return 1 if failed else tests


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one step and say in one line how it went."""
    code = run(command)
    print(f"{name}: {'passed' if code == 0 else 'NOT PASSED'}", flush=True)
    return code == 0


def run(command: Sequence[str]) -> int:
    """Run this Python with a tool's arguments, without a screen."""
    screenless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([sys.executable, *command], env=screenless).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
