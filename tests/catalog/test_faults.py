"""A faulty card is refused with its file, the line and the reason."""

from __future__ import annotations

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
    ("says =", "sez = ''\nsays =", 5, "there is no field called “sez” here"),
    ("dash = [2, 2]", 'dash = ["2"]', 8, "“dash” should be a number or a list of numbers"),
    ("dash = [2, 2]", 'shape = "spiral"', 8, "“shape” is “spiral”, which is none of"),
    ("dash = [2, 2]", 'shape = "wave"', 8, "a wave needs an amplitude and a wavelength"),
    ("dash = [2, 2]", "dashes = [2, 2]", 8, "there is no field called “dashes” here"),
    ('shape = "dot"', 'shape = "dott"', 11, "there is no shape “dott”"),
    ("[[strand]]\ndash = [2, 2]\n", "", 1, "a line needs at least one"),
    ("order = 500", 'order = 500\ndirected = "required"', 4, "a line with a direction needs"),
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


def test_a_card_that_is_no_text_is_refused(tmp_path: Path) -> None:
    broken = folder(tmp_path, {"bonds/penpals": PENPALS})
    (broken / "bonds" / "penpals.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(CardError, match=r"penpals\.toml can't be used: it can't be read as UTF-8 text"):
        load(broken)


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
