"""docs/licences.md names every part that is handed out with the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent


def test_the_page_is_what_the_parts_say() -> None:
    command = [sys.executable, str(HOME / ".ci" / "licences.py")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert said == (HOME / "docs" / "licences.md").read_text(encoding="utf-8")
    assert "| PySide6_Essentials | LGPL" in said


def test_no_part_is_under_a_licence_that_binds_the_whole() -> None:
    page = (HOME / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")][1:]
    bound = [row for row in rows if "GPL" in row and "LGPL" not in row]
    assert len(rows) > 15
    assert bound == []
