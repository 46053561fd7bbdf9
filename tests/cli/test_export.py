"""Copies from the command line: what they take the place of, and what is said of what is still blank."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest

from genogram_app.catalog.load import load
from genogram_app.store import files
from tests.builders import PRIVATE, case_of, child, couple, person
from tests.cli.ended import assert_one_sentence
from tests.store.families import whole_case

FORMS = pytest.mark.parametrize("ending", ["pdf", "svg", "png"])


@FORMS
def test_a_copy_takes_the_place_of_an_earlier_one_of_itself(genogram: Any, family: Path, ending: str) -> None:
    out = family.with_name(f"sheet.{ending}")
    for day in ("2026-03-02", "2026-06-02"):
        assert genogram("export", family, "-o", out, "--date", day).code == 0
    fresh = family.with_name(f"fresh.{ending}")
    genogram("export", family, "-o", fresh, "--date", "2026-06-02")
    assert out.read_bytes() == fresh.read_bytes()


@FORMS
@pytest.mark.parametrize("otherwise", [["--view", "ecomap"], ["--copy", "family"]], ids=" ".join)
def test_a_copy_for_another_reader_or_of_another_view_does_not(
    genogram: Any, family: Path, ending: str, otherwise: list[str]
) -> None:
    out = family.with_name(f"sheet.{ending}")
    genogram("export", family, "-o", out)
    before = out.read_bytes()
    refused = genogram("export", family, "-o", out, *otherwise)
    assert_one_sentence(refused)
    assert f"“sheet.{ending}” is there already" in refused.err
    assert out.read_bytes() == before


def test_a_copy_of_another_case_does_not(genogram: Any, family: Path) -> None:
    case, out = whole_case(), family.with_name("Siân.pdf")
    genogram("export", family, "-o", out)
    files.save(case.with_(details=case.details.put(id="d_2")), family)
    assert_one_sentence(genogram("export", family, "-o", out))


@pytest.mark.parametrize("command", [["export", "family.genogram"], ["symbols"]], ids=" ".join)
def test_any_other_file_is_written_over_only_when_that_is_said(
    genogram: Any, family: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(family.parent)
    letter = Path("llythyr Żaneta.pdf")
    letter.write_bytes(b"%PDF a letter")
    refused = genogram(*command, "-o", letter)
    assert_one_sentence(refused)
    assert "--replace" in refused.err
    assert letter.read_bytes() == b"%PDF a letter"
    assert genogram(*command, "-o", letter, "--replace").code == 0
    assert genogram(*command, "-o", letter).code == 0


def test_a_copy_that_somebody_wrote_on_is_kept(genogram: Any, family: Path) -> None:
    out = family.with_name("sheet.pdf")
    genogram("export", family, "-o", out)
    out.write_bytes(out.read_bytes() + b"% signed by the manager\n")
    refused = genogram("export", family, "-o", out)
    assert_one_sentence(refused)
    assert "changed since it was written" in refused.err


def test_a_copy_says_what_is_still_blank_on_it(genogram: Any, tmp_path: Path) -> None:
    new = tmp_path / "new.genogram"
    genogram("new", "--child", "Łucja", "-o", new)
    for copy in ("case-file", "family"):
        ended = genogram("export", new, "-o", tmp_path / f"{copy}.pdf", "--copy", copy)
        assert "Nobody is named to ring out of hours." in ended.out
        assert (
            "“?” for the case reference, the worker, the next review and Łucja’s date of birth" in ended.out
        )


def test_a_copy_with_a_full_head_says_only_where_it_is(genogram: Any, tmp_path: Path) -> None:
    practice = Path(__file__).parents[2] / "resources/samples/practice.genogram"
    ended = genogram("export", practice, "-o", tmp_path / "sheet.pdf")
    assert ended.out.count("\n") == 1


def test_a_fitted_copy_needs_fewer_pages_and_leaves_the_file_as_it_was(genogram: Any, tmp_path: Path) -> None:
    names = [f"c{n:02}" for n in range(16)]
    birth = load().by_role("descent", "by_birth").id
    records = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    records += [person(name, f"Christabel Wolstenholme {name}") for name in names]
    wide = tmp_path / "wide.genogram"
    files.save(case_of(*records, *(child(name, "pair", kind=birth) for name in names)), wide)
    before, plain, fitted = wide.read_bytes(), tmp_path / "plain.pdf", tmp_path / "fitted.pdf"
    assert genogram("export", wide, "-o", plain).code == 0
    assert genogram("export", wide, "-o", fitted, "--fit").code == 0
    assert page_count(fitted) < page_count(plain)
    assert wide.read_bytes() == before


def page_count(path: Path) -> int:
    with pikepdf.open(path) as opened:
        return len(opened.pages)


@FORMS
def test_part_of_a_family_says_so_and_takes_the_place_of_no_whole_one(
    genogram: Any, family: Path, ending: str
) -> None:
    out = family.with_name(f"sheet.{ending}")
    genogram("export", family, "-o", out)
    before = out.read_bytes()
    name = next(one.name for one in files.read(family).family.people if one.named)
    assert_one_sentence(genogram("export", family, "-o", out, "--around", name))
    assert out.read_bytes() == before
    part = family.with_name(f"part.{ending}")
    told = genogram("export", family, "-o", part, "--around", name, "--generations", "1")
    assert "It holds part of the family: not everybody is on it." in told.out
    if ending == "svg":
        assert "PART OF THE FAMILY" in part.read_text("utf-8")
        assert "others aren’t on this sheet" in part.read_text("utf-8")


def test_who_is_in_the_middle_of_a_part_must_be_told(genogram: Any, tmp_path: Path) -> None:
    out, whole = tmp_path / "sheet.pdf", tmp_path / "two.genogram"
    files.save(case_of(person("a", "Ann Moss"), person("b", "Ann Mossop"), person("c", "Ann Moss")), whole)
    for name, said in {
        "Zoë": "Nobody on this sheet is called “Zoë”.",
        "ann": "“ann” may be any of 3 people.",
        "Ann Moss": "“Ann Moss” may be any of 2 people.",
    }.items():
        refused = genogram("export", whole, "-o", out, "--around", name)
        assert_one_sentence(refused)
        assert said in refused.err
    assert_one_sentence(genogram("export", whole, "-o", out, "--generations", "2"))
    assert not out.exists()
    assert genogram("export", whole, "-o", out, "--around", "mossop").code == 0
    assert genogram("export", whole, "-o", tmp_path / "c.pdf", "--around", "c").code == 0


def test_a_family_copy_finds_nobody_whom_it_keeps_off(genogram: Any, tmp_path: Path) -> None:
    whole = tmp_path / "one.genogram"
    files.save(case_of(person("a", "Ann Moss"), person("b", "Zoë Lane", confidential=True)), whole)
    refused = genogram("export", whole, "-o", tmp_path / "x.pdf", "--around", "Zoë", "--copy", "family")
    assert_one_sentence(refused)
    assert "Nobody on this sheet is called “Zoë”." in refused.err


def test_a_family_copy_of_nothing_that_is_shared_says_how_to_share(genogram: Any, tmp_path: Path) -> None:
    kept = person("jay", subject=True, basis=PRIVATE)
    files.save(case_of(kept), tmp_path / "kept.genogram")
    refused = genogram("export", tmp_path / "kept.genogram", "-o", tmp_path / "sheet.pdf", "--copy", "family")
    assert "Let the family see this" in refused.err
    assert not (tmp_path / "sheet.pdf").exists()
