"""The floors of the house: a room sees only what lies below it, and each library stays in its room."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parent.parent
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def test_every_room_sees_only_what_lies_below_it() -> None:
    result = lint(HOME)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("model", "import PySide6.QtCore", "Qt only in ui"),
        ("layout", "import networkx", "networkx only in family"),
        ("picture", "from reportlab.pdfgen import canvas", "PDF libraries only in export"),
        ("drawing", "import genogram_app.model", "Floors"),
        ("cli", "import genogram_app.ui", "Floors"),
    ],
)
def test_a_room_that_reaches_up_is_named(tmp_path: Path, room: str, line: str, contract: str) -> None:
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    shutil.copytree(HOME / "genogram_app", tmp_path / "genogram_app")
    (tmp_path / "genogram_app" / room / "trespasser.py").write_text(f"{line}\n")
    result = lint(tmp_path)
    assert result.returncode == 1
    assert any(row.startswith(contract) and "BROKEN" in row for row in result.stdout.splitlines())
    assert f"genogram_app.{room}" in result.stdout
