"""The command line, as somebody types it: what it says, what it writes, how it ends."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.abc import MetaPathFinder
from itertools import count
from pathlib import Path
from typing import Any

import jsonschema
import pypdfium2
import pytest

from genogram_app import start
from genogram_app.model.person import Person
from genogram_app.start import main
from genogram_app.store import codec, files, safe
from genogram_app.store.lock import DocumentLock, Holder
from tests.cli.ended import assert_one_sentence
from tests.store.families import whole_case

HOME = Path(__file__).resolve().parents[2]
GEDCOM = """0 HEAD
1 GEDC
2 VERS 5.5.1
1 CHAR UTF-8
0 @I1@ INDI
1 NAME Ann /Ray/
1 SEX F
1 FAMS @F1@
0 @I2@ INDI
1 NAME Bob /Ray/
1 BIRT
2 DATE ABT 1960
1 FAMS @F1@
1 HAIR red
0 @I3@ INDI
1 NAME Łucja /Ray/
1 FAMC @F1@
0 @F1@ FAM
1 WIFE @I1@
1 HUSB @I2@
1 CHIL @I3@
0 TRLR
"""


# -- new ----------------------------------------------------------------------------


def test_a_new_family_has_three_generations_to_fill_in(genogram: Any, tmp_path: Path) -> None:
    out = tmp_path / "new.genogram"
    ended = genogram("new", "--child", "Jay Carter", "--born", "3/3/2015", "-o", out)
    assert (ended.code, ended.err) == (0, "")
    assert str(out) in ended.out
    shown = genogram("show", out, "--json").data
    assert [len(row) for row in shown["generations"]] == [4, 2, 1]
    (child,) = [person for person in shown["people"] if person["subject"]]
    assert (child["name"], child["born"], [child["id"]]) == (
        "Jay Carter",
        "2015-03-03",
        shown["subject_children"],
    )


def test_a_child_without_a_name_is_a_question_mark(genogram: Any, tmp_path: Path) -> None:
    out = tmp_path / "new.genogram"
    genogram("new", "--child", "?", "-o", out)
    (child,) = [person for person in genogram("show", out, "--json").data["people"] if person["subject"]]
    assert (child["name"], child["blanks"]["name"]) == (None, "unknown")


def test_a_name_without_an_ending_gets_ours(genogram: Any, tmp_path: Path) -> None:
    for name in ("jay", "J. Carter", "Jay.Genogram"):
        assert genogram("new", "--child", "Jay", "-o", tmp_path / name).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "J. Carter.genogram",
        "Jay.Genogram",
        "jay.genogram",
    ]


def test_an_earlier_family_of_that_name_is_kept(genogram: Any, family: Path) -> None:
    before = family.read_bytes()
    ended = genogram("new", "--child", "Somebody Else", "-o", family)
    kept = family.with_name("family (before).genogram")
    assert kept.read_bytes() == before
    assert str(kept) in ended.out
    second = family.read_bytes()
    third = genogram("new", "--child", "A Third", "-o", family)
    later = family.with_name("family (before 2).genogram")
    assert (kept.read_bytes(), later.read_bytes()) == (before, second)
    assert str(later) in third.out


def test_what_is_not_written_over_leaves_no_copy(genogram: Any, family: Path) -> None:
    family.chmod(0o444)
    for _ in range(2):
        ended = genogram("new", "--child", "Somebody Else", "-o", family)
        assert_one_sentence(ended)
        assert ended.err.startswith("family.genogram wasn't saved: this folder or file may only be read.")
    assert list(family.parent.iterdir()) == [family]


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_full_disk_names_the_file_that_was_asked_for_and_leaves_no_copy(
    genogram: Any, family: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    before, really, calls = family.read_bytes(), safe._fill, count(1)

    def filled(file: int, data: bytes) -> None:
        if next(calls) == fails_at:
            raise OSError(errno.ENOSPC, "no space")
        really(file, data)

    monkeypatch.setattr(safe, "_fill", filled)
    ended = genogram("new", "--child", "Somebody Else", "-o", family)
    assert ended.err.startswith("family.genogram wasn't saved: there is no room left on the disk.")
    assert family.read_bytes() == before
    assert list(family.parent.iterdir()) == [family]


@pytest.mark.parametrize("command", ["new", "import"])
def test_a_family_that_is_open_in_a_window_is_not_written_over(
    genogram: Any, family: Path, tmp_path: Path, command: str
) -> None:
    source = tmp_path / "other.ged"
    source.write_text(GEDCOM, encoding="utf-8")
    words = ("--child", "Somebody Else") if command == "new" else (source,)
    before = family.read_bytes()
    with DocumentLock(family, Holder("J. Okafor", "LAPTOP-7", "09:40 on 2 March")):
        ended = genogram(command, *words, "-o", family)
        assert_one_sentence(ended)
        assert "is open already: J. Okafor on LAPTOP-7, since 09:40 on 2 March." in ended.err
        assert "Nothing was written." in ended.err
    assert family.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [family, source]
    assert genogram(command, *words, "-o", family).code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "family (before).genogram",
        "family.genogram",
        "other.ged",
    ]


def test_a_date_that_is_none_says_how_to_write_one(genogram: Any, tmp_path: Path) -> None:
    ended = genogram("new", "--child", "Jay", "--born", "soonish", "-o", tmp_path / "x.genogram")
    assert_one_sentence(ended)
    assert "soonish" in ended.err
    assert not (tmp_path / "x.genogram").exists()


def test_a_child_can_be_one_who_is_due(genogram: Any, tmp_path: Path) -> None:
    out = tmp_path / "new.genogram"
    due = date.today() + timedelta(days=90)
    assert genogram("new", "--child", "Baby Carter", "--born", f"due {due.isoformat()}", "-o", out).code == 0
    (child,) = [person for person in genogram("show", out, "--json").data["people"] if person["subject"]]
    assert (child["life"], child["born"]) == ("unborn", due.isoformat())
    late = genogram("new", "--child", "Baby Carter", "--born", due.isoformat(), "-o", tmp_path / "y")
    assert_one_sentence(late)
    assert f"“due {due.isoformat()}”" in late.err


# -- show and check --------------------------------------------------------------------


def test_show_gives_everything_by_its_names(genogram: Any, family: Path) -> None:
    shown = genogram("show", family, "--json").data
    assert {"people", "unions", "households", "agencies", "relationships", "generations"} <= set(shown)
    assert {"subject_children", "go_to", "ties"} <= set(shown)
    people = {person["id"]: person for person in shown["people"]}
    assert people["p_lisa"]["born"] == "1987~"
    assert people["p_dad"]["blanks"] == {"name": "unknown", "telephone": "declined", "died": "not asked"}
    assert people["p_ron"]["life"] == "died"
    assert shown["subject_children"] == ["p_jay"]
    assert shown["go_to"]["telephone"] == "01223 555 010"
    assert shown["generations"] == [["p_gran", "p_ron"], ["p_dad", "p_lisa"], ["p_jay"]]
    (home,) = shown["households"]
    assert [place["person"] for place in home["members"]] == ["p_jay", "p_gran"]
    assert shown["relationships"][0]["who_says"] == "Sheila Carter"


def test_show_in_words_names_everybody_once_by_generation(genogram: Any, family: Path) -> None:
    said = genogram("show", family).out
    assert said.index("Generation 1") < said.index("Sheila Carter, born 1955") < said.index("Generation 3")
    assert "To ring out of hours: Sheila Carter, 01223 555 010" in said
    assert "Lis’s partner" in said  # the cards of this family are unknown: no line says who was born to whom


def test_show_tells_birth_from_care(genogram: Any, tmp_path: Path) -> None:
    practice = HOME / "resources/samples/practice.genogram"
    said = genogram("show", practice).out
    assert (
        "Ann and Bob: civil partnership; children: Jay Carter (foster care, May 2024 to Dec 2024, ended)"
        in said
    )
    assert "Lisa Carter and Darren Doyle: lived together, ended; children: Mia Doyle\n" in said


def test_check_asks_what_is_open(genogram: Any, family: Path) -> None:
    asked = genogram("check", family, "--json").data["questions"]
    assert {"kind", "about", "says", "source"} == set(asked[0])
    assert "Who is Lis’s partner?" in [question["says"] for question in asked]
    said = genogram("check", family).out
    assert said.startswith(f"{len(asked)} things to ask:\n")


# -- import ----------------------------------------------------------------------------


def test_a_gedcom_family_is_brought_in_and_says_what_was_not(genogram: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "rays.ged", tmp_path / "rays.genogram"
    source.write_text(GEDCOM, encoding="utf-8")
    ended = genogram("import", source, "-o", out, "--json")
    assert (ended.data["people"], ended.data["families"], ended.data["saved"]) == (3, 1, str(out))
    case = files.read(out)
    assert {person.name for person in case.family.people} == {"Ann Ray", "Bob Ray", "Łucja Ray"}
    assert not any(case.placements.values())
    assert ("left out", "HAIR") in [(found["outcome"], found["tag"]) for found in ended.data["findings"]]


def test_what_is_left_of_a_damaged_file_is_brought_in(genogram: Any, family: Path, tmp_path: Path) -> None:
    family.write_bytes(family.read_bytes().replace(b'"1987~"', b'"19xx"'))
    assert_one_sentence(genogram("show", family))
    out = tmp_path / "copy.genogram"
    ended = genogram("import", family, "-o", out, "--json")
    assert ended.data["people"] == len(whole_case().family.people) - 1
    assert "1 person made no sense." in ended.data["lost"]
    assert genogram("show", out).code == 0


def test_a_source_is_never_written_over(genogram: Any, family: Path) -> None:
    before = family.read_bytes()
    assert_one_sentence(genogram("import", family, "-o", family))
    assert family.read_bytes() == before


# -- export ----------------------------------------------------------------------------


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_copy_says_for_whom_it_is(genogram: Any, family: Path, tmp_path: Path) -> None:
    case_file, shared = tmp_path / "case.pdf", tmp_path / "family.pdf"
    ended = genogram("export", family, "-o", case_file, "--date", "2026-03-02")
    assert (ended.code, ended.err) == (0, "")
    assert "not for the family" in ended.out
    assert "Case file copy" in text_of(case_file)
    # The kind of the child's line isn't known here and may be a placement: a carer's surname stays off.
    assert "Lisa" in text_of(case_file)
    genogram("export", family, "-o", shared, "--date", "2026-03-02", "--copy", "family")
    assert "Family copy" in text_of(shared)
    assert "Works nights" not in text_of(shared)


def test_the_same_export_gives_the_same_bytes(genogram: Any, family: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for out in outs:
        genogram("export", family, "-o", out, "--date", "2026-03-02", "--view", "combined", "--paper", "A3")
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<"), (".png", b"\x89PNG")])
def test_pictures_too(genogram: Any, family: Path, tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"sheet{suffix}"
    assert genogram("export", family, "-o", out).code == 0
    assert out.read_bytes().startswith(start)


def test_symbols_are_printed(genogram: Any, tmp_path: Path) -> None:
    out = tmp_path / "symbols.pdf"
    assert genogram("symbols", "-o", out).code == 0
    assert "close" in text_of(out)


def test_the_schema_describes_what_is_saved(genogram: Any, family: Path) -> None:
    schema = genogram("schema").data
    jsonschema.validate(json.loads(family.read_text(encoding="utf-8")), schema)


# -- what can't be done ----------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["show", "none.genogram"],
        ["show", "."],
        ["show", "letter.txt"],
        ["check", "empty.genogram"],
        ["export", "family.genogram"],
        ["export", "family.genogram", "-o", "x.doc"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "3/3/2026"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "20260301"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "2026-W10-1"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "0001-01-01"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "2099-01-01"],
        ["export", "family.genogram", "-o", "x.pdf", "--date", "2014-05-01"],
        ["export", "family.genogram", "-o", "x.pdf", "--copy", "everybody"],
        ["export", "family.genogram", "-o", "nowhere/x.pdf"],
        ["import", "letter.txt", "-o", "x.genogram"],
        ["symbols", "-o", "x.docx"],
        ["new", "-o", "x.genogram"],
        ["new", "--child", " ", "-o", "x.genogram"],
        ["new", "--child", "Jay", "--born", "2097", "-o", "x.genogram"],
        ["new", "--child", "Jay", "-o", "x.pdf"],
        ["new", "--child", "Jay", "-o", "."],
        ["new", "--child", "Jay", "-o", "x" * 300],
        ["nonsense"],
        ["family.genogram", "other.genogram"],
        ["--nonsense"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_with_2_and_a_sentence(
    genogram: Any, family: Path, monkeypatch: pytest.MonkeyPatch, words: Sequence[str]
) -> None:
    monkeypatch.chdir(family.parent)
    Path("letter.txt").write_text("Dear all")
    Path("empty.genogram").touch()
    before = sorted(family.parent.iterdir())
    assert_one_sentence(genogram(*words))
    assert sorted(family.parent.iterdir()) == before


def test_without_a_display_the_window_says_so(
    genogram: Any, family: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "has_display", lambda: False)
    ended = genogram(family)
    assert_one_sentence(ended)
    assert "no display" in ended.err


def test_a_library_that_windows_need_and_the_system_lacks_is_named(
    genogram: Any, family: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Lacking(MetaPathFinder):
        def find_spec(self, name: str, path: object, target: object = None) -> None:
            if name == "genogram_app.ui.app":
                raise ImportError("libEGL.so.1: cannot open shared object", path="PySide6/QtGui.abi3.so")

    monkeypatch.setattr(start, "has_display", lambda: True)
    monkeypatch.delitem(sys.modules, "genogram_app.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Lacking(), *sys.meta_path])
    ended = genogram(family)
    assert_one_sentence(ended)
    assert "(libEGL.so.1)" in ended.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has screens that may not answer")
@pytest.mark.parametrize("display", [{"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-987"}])
def test_a_screen_that_does_not_answer_is_no_screen(tmp_path: Path, display: dict[str, str]) -> None:
    home = Path(__file__).resolve().parents[2]
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name[:3] != "QT_"}
    own = {"PYTHONPATH": str(home), "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-m", "genogram_app"],
        env={**kept, **own, **display},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("There is no display to open a window on.")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("platform", "variables", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":1"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_display_is_known_by_its_variables(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], there: bool
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert start.has_display() is there


def test_an_unexpected_fault_is_a_sentence_and_a_log_without_names(
    genogram: Any, family: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(data: bytes, name: str) -> None:
        secret = "Jay Carter"
        raise KeyError(secret)

    monkeypatch.setattr(codec, "decode", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    ended = genogram("show", family)
    assert_one_sentence(ended)
    (log,) = tmp_path.glob("state/**/faults.log")
    written = log.read_text(encoding="utf-8")
    assert "KeyError" in written
    assert "test_commands.py" in written
    assert "Jay" not in written


def test_a_fault_is_only_a_sentence_because_it_is_caught(
    family: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin of the test before: what it fails with would end in a traceback without the guard."""
    nobody: dict[str, None] = {}
    monkeypatch.setattr(codec, "decode", lambda data, name: nobody["Jay"])
    with pytest.raises(KeyError):
        start._do(["show", str(family)])


# -- as a process ----------------------------------------------------------------------


def program(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "genogram_app", *words],
        cwd=HOME, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={"PATH": "/usr/bin:/bin", **variables},
    )  # fmt: skip


def test_names_are_written_as_they_are_on_any_system(family: Path) -> None:
    result = program("show", str(family), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert result.returncode == 0, result.stderr
    assert "Ćarter" in result.stdout


def test_a_reader_that_has_heard_enough_is_no_fault(tmp_path: Path) -> None:
    family, case = tmp_path / "large.genogram", whole_case()
    files.save(case.changed(put=[Person(id=f"p_{number}") for number in range(1500)]), family)
    command = f'"{sys.executable}" -m genogram_app show "{family}" --json | head -1; exit ${{PIPESTATUS[0]}}'
    result = subprocess.run(["bash", "-c", command], cwd=HOME, capture_output=True, text=True, timeout=120)
    assert (result.returncode, result.stdout, result.stderr) == (0, "{\n", "")


def test_help_says_what_there_is() -> None:
    result = program("--help")
    assert result.returncode == 0
    assert all(
        name in result.stdout for name in ("new", "import", "export", "show", "check", "schema", "symbols")
    )


def test_without_a_display_the_practice_family_is_written_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(start, "has_display", lambda: False)
    assert main(["--practice"]) == 0
    said = capsys.readouterr().out
    written = sorted(tmp_path.iterdir())
    assert {path.suffix for path in written} == {".pdf", ".png"}  # the key may have a picture of its own
    assert all(str(path) in said for path in written)
    assert date.today().isoformat() in written[0].name


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs a disk that is always full")
def test_a_full_disk_under_what_is_said_is_no_fault_of_the_program() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "genogram_app", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert "the disk is full" in done.stderr
