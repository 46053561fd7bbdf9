"""The program, run with some words, and a family to run it on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from genogram_app.start import main
from genogram_app.store import files
from tests.cli.ended import Ended
from tests.store.families import whole_case


@pytest.fixture
def genogram(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run the program with some words."""

    def run(*words: object) -> Ended:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run


@pytest.fixture
def family(tmp_path: Path) -> Path:
    path = tmp_path / "family.genogram"
    files.save(whole_case(), path)
    return path
