"""A faulty card is refused with its file, the line and the reason."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from genogram_app.catalog import load
from genogram_app.errors import CardError
from tests.catalog.given import DOT, PENPALS, folder

FAULTS = [
    ('source = "An example"', "", 1, "the field “source” is missing"),
    ('label = "write to each other"', 'label = " "', 1, "“label” is empty"),
    ("order = 500", 'order = "last"', 3, "“order” should be a whole number"),
    ("order = 500", "order = true", 3, "“order” should be a whole number"),
    ("order = 500", "order = ", 3, "isn't written as TOML"),
    ('paint = "accent"', 'paint = "beige"', 4, "“paint” is “beige”, which is none of"),
    ("says =", "sez =", 1, "the field “says” is missing"),
    ("says =", "say =", 5, "no field called “say” here; “says” is missing and may be meant"),
    ("order =", "ordr =", 3, "no field called “ordr” here; “order” is missing and may be meant"),
    ("paint =", "pain =", 4, "no field called “pain” here; “paint” may be meant"),
    ("says =", "sez = ''\nsays =", 5, "there is no field called “sez” here"),
    ("dash = [2, 2]", 'dash = ["2"]', 8, "“dash” should be a number or a list of numbers"),
    ("dash = [2, 2]", 'shape = "spiral"', 8, "“shape” is “spiral”, which is none of"),
    ("dash = [2, 2]", 'shape = "wave"', 8, "a wave needs an amplitude and a wavelength"),
    ("dash = [2, 2]", "dashes = [2, 2]", 8, "there is no field called “dashes” here"),
    ('shape = "dot"', 'shape = "dott"', 11, "there is no shape “dott”"),
    ("[[strand]]\ndash = [2, 2]\n", "", 1, "a line needs at least one"),
    ("order = 500", 'order = 500\ndirected = "required"', 4, "a line with a direction needs"),
    ("{b} write", "{c} write", 5, "“says” may have {a} and {b} in it, and no other braces"),
    ("{b} write", "{b!r} write", 5, "“says” may have {a} and {b} in it"),
    ("{b} write", "{b write", 5, "“says” has a brace too many or too few"),
    ("{a} and {b} write", "They write", 5, "“says” should name {a} and {b}"),
    ("{a} and {b} write", "{a} and they write", 5, "“says” should name {a} and {b}"),
    ('to each other"\nsource', 'to {each} other"\nsource', 1, "“label” has a brace"),
    ('to each other"\nsource', 'to { each other"\nsource', 1, "“label” has a brace"),
    ("dash = [2, 2]", "dash = [2, nan]", 8, "“dash” is nan; it should be from 0 to 200"),
    ("dash = [2, 2]", "dash = [2, inf]", 8, "“dash” is inf"),
    ("dash = [2, 2]", "dash = [2, -2]", 8, "“dash” is -2"),
    ("dash = [2, 2]", "dash = [0, 4]", 8, "“dash” draws nothing"),
    ("dash = [2, 2]", "dash = [0.001, 0.001]", 8, "“dash” draws nothing, or repeats"),
    ("dash = [2, 2]", "width = 500", 8, "“width” is 500; it should be from 0.4 to 20"),
    ("dash = [2, 2]", "width = 0", 8, "“width” is 0"),
    ("dash = [2, 2]", "width = nan", 8, "“width” is nan"),
    ("dash = [2, 2]", "offset = 900", 8, "“offset” is 900; it should be from -40 to 40"),
    ("dash = [2, 2]", 'shape = "wave"\namplitude = 3\nwavelength = 0.01', 8, "a wavelength of at least 2"),
    ('shape = "dot"', 'shape = "dot"\nat = 1.5', 12, "“at” is 1.5; it should be from 0 to 1"),
    ('shape = "dot"', 'shape = "dot"\nevery = 0.5', 12, "“every” is 0.5; it should be 0 or at least 12"),
    ('shape = "dot"', 'shape = "dot"\nclear = -3', 12, "“clear” is -3"),
    ("order = 500", f"order = {10**400}", 3, "“order” is 10000000000000000000; it should be from -10000"),
    ("dash = [2, 2]", f"width = {10**400}", 8, "“width” is 10000000000000000000; it should be from 0.4"),
    ("order = 500", f"order = {'9' * 5000}", 1, "isn't written as TOML that can be read"),
    ("order = 500", f"order = {'[' * 5000}", 1, "isn't written as TOML that can be read"),
    ("order = 500", "order = 500\norder = 501", 4, "isn't written as TOML"),
    ("[[strand]]", "[strand.deeper]", 7, "“strand” should be tables [[strand]]"),
    ("[[strand]]\n", "[[strand]]\n" * 41, 7, "“strand” is there 41 times; it should be 40 at most"),
    ("to each other", "to each other " * 30, 1, "“label” has 425 letters; it should have 300 at most"),
    ("order = 500", 'order = 500\nended = "nowhere"', 4, "“ended” is “nowhere”; no card in bonds"),
]


@pytest.mark.parametrize(("found", "instead", "line", "reason"), FAULTS)
def test_a_faulty_card_is_refused(tmp_path: Path, found: str, instead: str, line: int, reason: str) -> None:
    assert found in PENPALS
    broken = folder(tmp_path, {"bonds/penpals": PENPALS.replace(found, instead)})
    with pytest.raises(CardError) as refused:
        load(broken)
    said = str(refused.value)
    assert f"penpals.toml, line {line} can't be used: " in said
    assert reason in said
    assert "Your families are safe." in said


RING = """\
label = "a home"
source = "An example"
order = 500
says = "{a} live together"
gap = 12
radius = 36
[edge]
dash = [2, 2]
[past]
dash = [2, 4]
"""
THEME = """\
label = "a theme"
source = "An example"
order = 500
lived_through = "{a} lived through it"
caused = "{a} caused it"
"""


@pytest.mark.parametrize(
    ("name", "text", "found", "instead", "line", "reason"),
    [
        ("rings/ring", RING, "gap = 12", "gap = -1", 5, "“gap” is -1"),
        ("rings/ring", RING, "radius = 36", "radius = -1", 6, "“radius” is -1"),
        ("rings/ring", RING, "dash = [2, 4]", "dash = [nan]", 10, "“dash” is nan"),
        ("rings/ring", RING, "{a} live", "{q} live", 4, "“says” may have {a} in it"),
        ("themes/theme", THEME, "{a} lived", "{q} lived", 4, "“lived_through” may have {a} in it"),
        ("themes/theme", THEME, "{a} caused", "They caused", 5, "“caused” should name {a}"),
    ],
)
def test_a_faulty_ring_or_theme_is_refused(
    tmp_path: Path, name: str, text: str, found: str, instead: str, line: int, reason: str
) -> None:
    assert load(folder(tmp_path / "in order", {name: text})).groups
    with pytest.raises(CardError) as refused:
        load(folder(tmp_path / "faulty", {name: text.replace(found, instead)}))
    assert f".toml, line {line} can't be used: " in str(refused.value)
    assert reason in str(refused.value)


def test_the_card_that_the_faults_are_made_of_is_in_order(tmp_path: Path) -> None:
    assert load(folder(tmp_path, {"bonds/penpals": PENPALS})).bond("penpals").known


def test_a_fault_in_the_second_of_two_tables_is_told_with_its_own_line(tmp_path: Path) -> None:
    broken = folder(
        tmp_path, {"bonds/penpals": PENPALS + "\n[[strand]]\noffset = 3\n\n[[strand]]\noffset = 'x'\n"}
    )
    with pytest.raises(CardError, match=r"line 17 can't be used: “offset” should be a number"):
        load(broken)


def test_a_card_in_a_folder_of_no_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="no kind of card lies in a folder “bnds”"):
        load(folder(tmp_path, {"bnds/penpals": PENPALS}))


def test_two_cards_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="there is another card of that name in bonds"):
        load(folder(tmp_path, {"bonds/penpals": PENPALS, "unions/penpals": PENPALS}))


CIRCLE = '<circle cx="0" cy="0" r="4"/>'
SHAPE_FAULTS = [
    ('<text x="0">A</text>', 2, "<text> isn't drawn"),
    ('<g transform="scale(2)"/>', 2, "<g> isn't drawn"),
    ('<circle cx="0" cy="0" r="4" style="fill:red"/>', 2, "<circle> has “style”, which isn't read"),
    ('<circle cx="0" cy="0" r="4" fill="red"/>', 2, "use black, white (fill only) or none"),
    ('<circle cx="0" cy="0" r="wide"/>', 2, "a number is missing or can't be read"),
    ('<circle cx="0" cy="0"/>', 2, "a number is missing or can't be read"),
    ('<path d="L 1 1"/>', 2, "A path doesn't begin with M"),
    ('<path d="M 1 1 R 3"/>', 2, "isn't a path command"),
    ('<circle cx="nan" cy="0" r="4"/>', 2, "it reaches to nan"),
    ('<circle cx="0" cy="0" r="inf"/>', 2, "it reaches to inf"),
    ('<circle cx="0" cy="0" r="-4"/>', 2, "“r” is -4; it can't be less than 0"),
    ('<circle cx="0" cy="0" r="4" stroke="black" stroke-width="1e9"/>', 2, "it reaches to 1e+09"),
    ('<circle cx="0" cy="0" r="4" stroke="black" stroke-width="nan"/>', 2, "it reaches to nan"),
    ('<rect x="0" y="0" width="-4" height="4"/>', 2, "“width” is -4"),
    ('<polygon points="0,0 4,nan 4,4"/>', 2, "it reaches to nan"),
    ('<path d="M 0 0 L 1e999 0"/>', 2, "it reaches to inf"),
    ('<path d="M 0 0 L 9 9000"/>', 2, "it reaches to 9000; a shape goes no further than 25 from 0,0"),
    ('<circle cx="0" cy="0" r="26"/>', 2, "it reaches to 26; a shape goes no further than 25 from 0,0"),
    ('<rect x="-30" y="-4" width="34" height="8"/>', 2, "it reaches to 30"),
    ('<circle cx="0" cy="0" r="20" stroke="black" stroke-width="12"/>', 2, "it reaches to 26"),
    ('<path d="M 0 0 l 20 0 l 20 0"/>', 2, "it reaches to 40"),
    ('<path d="M 0 0 L 9 nan"/>', 2, "A path lacks a number at place 10"),
    ('<path d="M 0 0 A 1e-320 1e-320 0 0 0 9 9"/>', 2, "it reaches to nan"),
    ('<path d="M 0 0 A 1e200 1e300 0 0 0 9 9"/>', 2, "a number is too large or too small"),
    ("<circle", 3, "it isn't well-formed XML"),
    ("", 1, "it draws nothing"),
]


@pytest.mark.parametrize(("instead", "line", "reason"), SHAPE_FAULTS)
def test_a_faulty_shape_is_refused(tmp_path: Path, instead: str, line: int, reason: str) -> None:
    with pytest.raises(CardError) as refused:
        load(folder(tmp_path, {}, {"shapes/dot.svg": DOT.replace(CIRCLE, instead)}))
    assert f"dot.svg, line {line} can't be used: " in str(refused.value)
    assert reason in str(refused.value)


def test_a_shape_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa">]>\n' + DOT
    with pytest.raises(CardError, match=r"line 1 can't be used: a shape has no DOCTYPE"):
        load(folder(tmp_path, {}, {"shapes/dot.svg": bomb}))


NO_FILES = {
    "it isn't a file": lambda file: file.mkdir(),
    "it isn't a file.": lambda file: file.symlink_to(file),
    "it should have 100,000 at most": lambda file: file.write_bytes(b"#" * 100_001),
    "line 2 can't be used: it isn't UTF-8 text": lambda file: file.write_bytes(b"order = 1\n# \xe9"),
    "line 1 can't be used: it isn't UTF-8 text": lambda file: file.write_bytes(PENPALS.encode("utf-16")),
    "line 1 can't be used: the field “label” is missing": lambda file: file.touch(),
}


@pytest.mark.parametrize(("reason", "make"), NO_FILES.items(), ids=NO_FILES)
def test_what_is_no_card_at_all_is_refused(tmp_path: Path, reason: str, make: Callable[[Path], None]) -> None:
    root = folder(tmp_path, {"bonds/penpals": PENPALS})
    make(root / "bonds" / "spoilt.toml")
    with pytest.raises(CardError, match=re.escape(reason)) as refused:
        load(root)
    assert "spoilt.toml" in str(refused.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
@pytest.mark.parametrize("name", ["bonds/pipe.toml", "shapes/pipe.svg"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    root = folder(tmp_path, {"bonds/penpals": PENPALS})
    os.mkfifo(root / name)
    with pytest.raises(CardError, match="it isn't a file"):
        load(root)


@pytest.mark.parametrize("name", ["pen pals", "PenPals", "stylo_plumé", ".hidden", "x" * 81])
def test_a_card_is_named_as_saved_files_name_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(CardError, match="has a name of small letters, figures and underscores"):
        load(folder(tmp_path, {f"bonds/{name}": PENPALS}))


def test_what_is_not_seen_in_a_text_is_left_out(tmp_path: Path) -> None:
    text = PENPALS.replace("to each other", "to \u202eeach\\nother\\u0007", 1)
    assert load(folder(tmp_path, {"bonds/penpals": text})).bond("penpals").label == "write to each other"


def test_a_card_with_windows_line_ends_is_refused_with_the_same_line(tmp_path: Path) -> None:
    root = folder(tmp_path, {"bonds/penpals": PENPALS})
    spoilt = PENPALS.replace("[2, 2]", '["2"]').replace("\n", "\r\n")
    (root / "bonds" / "penpals.toml").write_bytes(spoilt.encode())
    with pytest.raises(CardError, match="line 8 can't be used: “dash” should be"):
        load(root)
