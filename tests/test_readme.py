"""The README's commands do what it says, as they are written there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.start import main

HOME = Path(__file__).resolve().parent.parent
COMMANDS = re.findall(r"^\./run (.+)$", (HOME / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
FAMILY = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Jay /Carter/\n0 TRLR\n"


def test_the_readme_shows_how_to_use_the_command_line() -> None:
    shown = {shlex.split(command)[0] for command in COMMANDS}
    assert {"export", "new", "import", "show", "check", "symbols"} <= shown


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_does_what_it_says(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(places.resources() / "samples" / "practice.genogram", "family.genogram")
    Path("relatives.ged").write_text(FAMILY)
    words = shlex.split(command)
    assert main(words) == 0
    if "-o" in words:
        assert Path(words[words.index("-o") + 1]).stat().st_size > 100
