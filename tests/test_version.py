"""The program says one version of itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

from genogram_app import __version__


def test_the_project_and_the_program_agree() -> None:
    project = Path(__file__).resolve().parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == __version__
