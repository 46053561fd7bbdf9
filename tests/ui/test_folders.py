"""Where one is led to look for cases and to save them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from genogram_app.store import folders
from genogram_app.store.folders import Folders
from genogram_app.store.recent import Recent, RecentCases
from genogram_app.studio.scene import Scene
from genogram_app.ui.case_files import CaseFiles


def cases(folder: Path) -> CaseFiles:
    return CaseFiles(Scene(), Folders(folder / "data", folder / "logs"))


def test_the_first_case_is_looked_for_among_documents_never_where_the_program_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = tmp_path / "Dogfennau Żak"
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: papers)
    assert cases(tmp_path).folder == Path.home()
    papers.mkdir()
    assert folders.documents() == cases(tmp_path).folder == papers


def test_later_ones_are_looked_for_beside_the_last(tmp_path: Path) -> None:
    found = cases(tmp_path)
    file = tmp_path / "teulu" / "a.genogram"
    RecentCases(tmp_path / "data" / "recent.json").add(
        Recent(str(file), "CF-1", datetime(2026, 11, 22), date(2027, 1, 1))
    )
    assert found.folder == file.parent
