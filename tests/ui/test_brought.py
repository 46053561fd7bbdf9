"""What another program's family brings into the window."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from genogram_app.model.base import Share
from genogram_app.places import resources
from genogram_app.store.folders import Folders
from genogram_app.studio.scene import Scene
from genogram_app.ui.case_files import CaseFiles

GEDCOM = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Jay /Price/
1 DSCR tall
1 RELI none
0 TRLR
"""


def test_what_was_not_brought_over_is_noted_for_the_case_file_alone(qapp: object, tmp_path: Path) -> None:
    source = tmp_path / "family.ged"
    source.write_text(GEDCOM, encoding="utf-8")
    folders = Folders(tmp_path / "data", tmp_path / "logs")
    cases = CaseFiles(Scene(), folders, lambda: date(2026, 11, 22), lambda: datetime(2026, 11, 22, 9))
    opened = cases.open(source).opened
    details = opened.session.case.details
    assert details.notes.count("\n") >= 1
    assert details.basis_of("notes").share is Share.CASE_FILE
    assert details.basis_of("notes").recorded == date(2026, 11, 22)
    assert opened.session.seen.details.notes == ""
    assert opened.session.undoes is None
    opened.close()


def test_what_is_missing_of_a_damaged_file_stays_said_and_is_noted_for_the_case_file(
    qapp: object, tmp_path: Path
) -> None:
    whole = (resources() / "samples" / "three_partners.genogram").read_bytes()
    source = tmp_path / "case.genogram"
    source.write_bytes(whole[: len(whole) * 2 // 3])
    folders = Folders(tmp_path / "data", tmp_path / "logs")
    cases = CaseFiles(Scene(), folders, lambda: date(2026, 11, 22), lambda: datetime(2026, 11, 22, 9))
    arrival = cases.open(source)
    assert arrival.stays
    details = arrival.opened.session.case.details
    assert "Made of a damaged file, case.genogram, on 22 Nov 2026." in details.notes
    assert "The end of the file is missing" in details.notes
    assert details.basis_of("notes").share is Share.CASE_FILE
    assert arrival.opened.session.seen.details.notes == ""
    arrival.opened.close()
