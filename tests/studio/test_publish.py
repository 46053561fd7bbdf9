"""What leaves the program: files' names, one picture a page, and no sheet with nobody on it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from genogram_app.errors import InTheWayError, UsageError
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, Record, Said
from genogram_app.model.dates import When
from genogram_app.model.person import Life
from genogram_app.studio.publish import DOTS_PER_INCH, Copy, publish, suggested_name
from genogram_app.studio.scene import Scene
from genogram_app.studio.written import beside
from tests.builders import PRIVATE, TODAY, case_of, person


def referred(reference: Any) -> Case:
    case = case_of(person("jay", subject=True))
    return case.with_(details=case.details.put(reference=reference))


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("CF-1042", "CF-1042 2026-11-22.pdf"),
        ("CF 1042/b", "CF 1042-b 2026-11-22.pdf"),
        ("../../etc", "etc 2026-11-22.pdf"),
        ("-rf", "rf 2026-11-22.pdf"),
        ("नेहा शर्मा", "नेहा शर्मा 2026-11-22.pdf"),
        ("Żółć", "Żółć 2026-11-22.pdf"),
        ("\u202efdp.exe", "fdp.exe 2026-11-22.pdf"),
        ("...", "genogram 2026-11-22.pdf"),
        (Blank.UNKNOWN, "genogram 2026-11-22.pdf"),
    ],
)
def test_a_files_name_keeps_the_reference_as_far_as_file_systems_do(reference: Any, name: str) -> None:
    assert suggested_name(referred(reference), TODAY) == name


@pytest.mark.parametrize("letter", ["x", "ß", "王", "\N{GRINNING FACE}"])
def test_a_long_reference_is_cut(letter: str, tmp_path: Path) -> None:
    name = suggested_name(referred(letter * 400), TODAY, copy="family")
    assert len(name.encode()) < 240
    assert 40 < name.count(letter) <= 60
    assert name.endswith(" 2026-11-22 family copy.pdf")
    (tmp_path / name).touch()


def test_a_family_copy_never_takes_the_case_file_copys_name() -> None:
    case = referred("CF-1042")
    assert suggested_name(case, TODAY, ".png", "family") == "CF-1042 2026-11-22 family copy.png"
    assert suggested_name(case, TODAY, ".png", "family") != suggested_name(case, TODAY, ".png")


def test_a_reference_that_the_family_may_not_see_is_not_in_their_copys_name() -> None:
    case = referred("SECRET-REF")
    hidden = case.with_(details=case.details.put(said=(Said(about="reference", basis=PRIVATE),)))
    assert suggested_name(hidden, TODAY, copy="family") == "genogram 2026-11-22 family copy.pdf"
    assert suggested_name(hidden, TODAY) == "SECRET-REF 2026-11-22.pdf"


# -- pictures ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scene() -> Scene:
    return Scene()


def written(case: Case, out: Path, scene: Scene, dated: date = TODAY, copy: Copy = "case-file") -> list[Path]:
    return publish(case, out, view="genogram", dated=dated, copy=copy, scene=scene)


def crowd(number: int) -> Case:
    """Give a family of people who are joined to nobody: as many as one wants on a sheet."""
    people: list[Record] = [person(f"p{n}", f"Person {n}", subject=not n) for n in range(number)]
    return case_of(*people)


def test_a_sheet_that_fits_is_one_picture(tmp_path: Path, scene: Scene) -> None:
    out = tmp_path / "sheet.png"
    assert written(crowd(3), out, scene) == [out]


def test_pages_take_the_place_of_no_file_that_was_not_named(tmp_path: Path, scene: Scene) -> None:
    kept = tmp_path / "sheet-2.png"
    kept.write_bytes(b"a photograph")
    with pytest.raises(InTheWayError, match=r"takes \d+ pictures.*sheet-2\.png.* is there already"):
        written(crowd(60), tmp_path / "sheet.png", scene)
    assert list(tmp_path.iterdir()) == [kept]
    assert kept.read_bytes() == b"a photograph"


def test_pages_take_the_place_of_earlier_ones_of_the_same_sheet(tmp_path: Path, scene: Scene) -> None:
    out = tmp_path / "sheet.png"
    assert written(crowd(60), out, scene, date(2026, 8, 1)) == written(crowd(60), out, scene)


def test_no_page_of_an_earlier_longer_copy_stays_beside_a_shorter_one(tmp_path: Path, scene: Scene) -> None:
    out = tmp_path / "sheet.png"
    longer = written(crowd(60), out, scene)
    assert len(longer) > 2
    assert written(crowd(3), out, scene) == [out]
    assert list(tmp_path.iterdir()) == [out]
    assert written(crowd(60), out, scene) == longer
    assert sorted(tmp_path.iterdir()) == sorted(longer)


def test_only_what_is_surely_of_an_earlier_copy_goes(tmp_path: Path, scene: Scene) -> None:
    out, own = tmp_path / "sheet.png", tmp_path / "sheet-9.png"
    longer = written(crowd(60), out, scene)
    written(crowd(3), own, scene)  # a copy of one page that somebody called so
    longer[-1].write_bytes(longer[-1].read_bytes() + b"\0")  # changed since
    written(crowd(60), tmp_path / "other.png", scene)
    written(crowd(60), tmp_path / "family.png", scene, copy="family")
    (tmp_path / "family-1.png").rename(tmp_path / "sheet-12.png")
    before = {path.name for path in tmp_path.iterdir()}
    assert written(crowd(3), out, scene) == [out]
    after = {path.name for path in tmp_path.iterdir()}
    assert before - after == {path.name for path in longer[:-1]}
    assert [path.name for path in beside(out, [out])] == sorted([longer[-1].name, own.name, "sheet-12.png"])


def test_a_sheet_that_no_paper_holds_is_a_picture_a_page_and_every_one_can_be_read(
    tmp_path: Path, scene: Scene
) -> None:
    paths = written(crowd(60), tmp_path / "sheet.png", scene)
    assert [path.name for path in paths] == [f"sheet-{number}.png" for number in range(1, len(paths) + 1)]
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert len(paths) > 2
    for path in paths:
        with Image.open(io.BytesIO(path.read_bytes())) as picture:
            assert picture.info["dpi"][0] == pytest.approx(DOTS_PER_INCH, abs=1)
            # As large as its paper at that many dots, so nothing was made smaller to fit.
            assert max(picture.size) in (2339, 3308)


def test_a_pdf_is_one_file_however_large_the_family(tmp_path: Path, scene: Scene) -> None:
    out = tmp_path / "sheet.pdf"
    assert written(crowd(60), out, scene) == [out]


# -- sheets with nobody on them -------------------------------------------------------


def refused(case: Case, tmp_path: Path, scene: Scene, **how: Any) -> str:
    with pytest.raises(UsageError) as error:
        written(case, tmp_path / "sheet.pdf", scene, **how)
    assert list(tmp_path.iterdir()) == []
    return str(error.value)


def test_a_sheet_before_the_childs_birth_is_refused(tmp_path: Path, scene: Scene) -> None:
    case = case_of(person("jay", subject=True, born=When("2015-03-03")), person("lisa"))
    says = refused(case, tmp_path, scene, dated=date(2015, 3, 2))
    assert "isn’t born yet on 2 March 2015" in says
    assert "Jay" not in says, "it may be said before the family"
    assert written(case, tmp_path / "sheet.pdf", scene, date(2015, 3, 3))


def test_one_child_who_was_born_is_enough_and_so_is_one_who_is_due(tmp_path: Path, scene: Scene) -> None:
    elder = person("mia", subject=True, born=When("2010"))
    younger = person("jay", subject=True, born=When("2015"))
    due = person("baby", subject=True, born=When("2027"), life=Life.UNBORN)
    assert written(case_of(elder, younger), tmp_path / "1.pdf", scene, date(2012, 1, 1))
    assert written(case_of(due), tmp_path / "2.pdf", scene)


def test_a_family_that_is_about_no_child_yet_can_be_drawn_as_at_any_day(tmp_path: Path, scene: Scene) -> None:
    assert written(case_of(person("ann")), tmp_path / "sheet.pdf", scene, date(1990, 1, 1))


def test_a_family_copy_of_nothing_that_is_shared_is_refused(tmp_path: Path, scene: Scene) -> None:
    case = case_of(person("jay", subject=True, basis=PRIVATE), person("lisa", basis=PRIVATE))
    says = refused(case, tmp_path, scene, copy="family")
    assert "Nobody is on this sheet" in says
    assert not [word for word in ("shared", "worker", "case file") if word in says], "the family may read it"
    assert written(case, tmp_path / "case.pdf", scene)


def test_the_advice_names_a_command_that_there_is() -> None:
    from genogram_app.studio.commands import COMMANDS

    assert "Let the family see this" in {command.label for command in COMMANDS}
