"""The core needs no window: all rooms but ui load, and a PDF is made, with Qt out of reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BLOCK_QT = "import sys; sys.modules['PySide6'] = None; sys.modules['shiboken6'] = None\n"
LOAD_ALL = """
import importlib, pkgutil, genogram_app
names = [m.name for m in pkgutil.walk_packages(genogram_app.__path__, "genogram_app.",
         onerror=lambda name: None) if not m.name.startswith("genogram_app.ui")]
for name in sorted(set(names) - {"genogram_app.__main__"}):
    importlib.import_module(name)
print(len(names))
"""
EXPORT = """
from genogram_app.start import main
raise SystemExit(main(sys.argv[1:]))
"""


def without_qt(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BLOCK_QT + program, *arguments]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=120)


def test_all_rooms_but_ui_load_without_qt() -> None:
    result = without_qt(LOAD_ALL)
    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 50


def test_blocking_qt_does_block_it() -> None:
    assert without_qt("import genogram_app.ui.main_window").returncode != 0


def test_a_pdf_is_made_without_qt(tmp_path: Path) -> None:
    family = HOME / "resources" / "samples" / "practice.genogram"
    out = tmp_path / "family.pdf"
    result = without_qt(EXPORT, "export", str(family), "-o", str(out), "--date", "2026-03-02")
    assert result.returncode == 0, result.stderr
    assert out.read_bytes().startswith(b"%PDF-")
