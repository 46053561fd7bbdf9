"""Cards of somebody's own that a reader would take for another are left out, by the measure of ink."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.catalog import Catalog, load
from genogram_app.catalog.load import with_own
from genogram_app.likeness import lines, own
from genogram_app.likeness.confusable import confusable
from genogram_app.likeness.figures import Figures
from tests.catalog.given import PENPALS, folder

HEAD = PENPALS.split("[[strand]]")[0]
SPECK = '<svg viewBox="-1 -1 2 2"><circle cx="0" cy="0" r="0.2" fill="black"/></svg>'
AWAY = '<svg viewBox="-5 15 10 10"><circle cx="0" cy="20" r="4" fill="black"/></svg>'
BALL = '<svg viewBox="-9 -9 18 18"><rect x="-4" y="-9" width="8" height="18"/></svg>'
HEXAGON = (
    '<svg viewBox="-20 -20 40 40"><polygon points="-19,0 -10,-17 10,-17 19,0 10,17 -10,17" '
    'fill="white" stroke="black" stroke-width="1.8"/></svg>'
)
KITE = (
    '<svg viewBox="-30 -20 60 40"><polygon points="-24,0 24,-12 24,12" '
    'fill="white" stroke="black" stroke-width="1.8"/></svg>'
)
SHAPES = {"speck": SPECK, "away": AWAY, "ball": BALL, "hexagon": HEXAGON, "kite": KITE}


def _double(apart: float, more: str = "") -> str:
    return "".join(f"[[strand]]\noffset = {side}\n{more}" for side in (-apart, apart))


LIKE_ANOTHER = {
    "married, in long dashes": "[[strand]]\ndash = [14, 3]\n",
    "married, with a speck": '[[strand]]\n[[mark]]\nshape = "speck"\nclear = 2\n',
    "married, with a mark far away": '[[strand]]\n[[mark]]\nshape = "away"\n',
    "a couple, in dashes": "[[strand]]\ndash = [5, 5]\n",
    "a couple, in longer ones": "[[strand]]\ndash = [12, 4]\n",
    "close": _double(2.6),
    "close, a little apart": _double(3.4),
    "close, far apart": _double(7),
    "close, broader": _double(2.6, "width = 2.4\n"),
}
ENDS_UNSEEN = _double(6, "dash = [3, 6]\n") + '[[ended_mark]]\nshape = "speck"\n'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(places, "users_symbols", lambda: tmp_path / "symbols")
    monkeypatch.setattr(places, "users_cache", lambda: tmp_path / "cache")
    return tmp_path / "symbols"


def _catalog(root: Path, cards: dict[str, str]) -> Catalog:
    folder(root, cards, {f"shapes/{name}.svg": text for name, text in SHAPES.items()})
    return load.__wrapped__()


def test_a_line_that_looks_like_another_is_left_out_and_a_line_of_its_own_is_not(root: Path) -> None:
    cards = {f"bonds/own_{n}": _named(text, n) for n, text in enumerate(LIKE_ANOTHER.values())}
    cards["bonds/barred"] = _named(_double(2.6) + '[[mark]]\nshape = "ball"\nclear = 9\n', 90)
    catalog = _catalog(root, cards)
    assert len(catalog.own) == len(cards)
    found = confusable(catalog, Figures())
    assert sorted(found) == sorted(f"own_{n}" for n in range(len(LIKE_ANOTHER)))
    without = with_own(found)
    assert without.own == ("barred",)
    assert len(without.refused) == len(found)
    for reason in without.refused:
        assert f".toml, line {HEAD.count(chr(10)) + 1} can't be used: “strand”: it looks like “" in reason


def _named(text: str, number: int) -> str:
    return HEAD.replace('label = "write to each other"', f'label = "own {number}"') + text


def test_of_two_that_look_alike_the_first_is_taken(root: Path) -> None:
    waves = '[[strand]]\nshape = "arches"\namplitude = 7\nwavelength = 30\ndash = [9, 3]\n'
    catalog = _catalog(root, {"bonds/a": _named(waves, 1), "bonds/b": _named(waves, 2)})
    found = confusable(catalog, Figures())
    assert list(found) == ["b"]
    assert "it looks like “own 1”, in a.toml, on a photocopy" in found["b"].reason


@pytest.mark.parametrize("gap", [3, 4])
def test_of_two_that_look_alike_and_are_called_the_same_the_first_by_file_name_is_taken(
    root: Path, gap: int
) -> None:
    """Only cards of another label were held against each other."""
    waves = '[[strand]]\nshape = "arches"\namplitude = 7\nwavelength = 30\ndash = [9, {}]\n'
    cards = {"bonds/b": _named(waves.format(3), 1), "bonds/a": _named(waves.format(gap), 1)}
    found = confusable(_catalog(root, cards), Figures())
    assert list(found) == ["b"]
    assert "it looks like “own 1”, in a.toml, on a photocopy" in found["b"].reason


def test_one_whose_end_is_not_seen_is_left_out(root: Path) -> None:
    found = confusable(_catalog(root, {"bonds/a": _named(ENDS_UNSEEN, 1)}), Figures())
    assert found["a"].field == "ended_mark"
    assert "where it has ended it looks like “own 1”" in found["a"].reason


def test_a_symbol_that_looks_like_another_is_left_out(root: Path) -> None:
    person = 'label = "robot"\nsource = "x"\norder = 500\nshape = "{}"\n'
    shapes = ("hexagon", "kite")
    found = confusable(_catalog(root, {f"people/{name}": person.format(name) for name in shapes}), Figures())
    assert {name: fault.field for name, fault in found.items()} == {"hexagon": "shape"}


def test_what_was_measured_is_not_measured_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _catalog(root, {"bonds/a": _named(LIKE_ANOTHER["close"], 1)})
    monkeypatch.setattr(own, "load", load.__wrapped__)
    told: list[str] = []
    with own.telling(lambda: told.append("checking")):
        (first,) = own.cards.__wrapped__().refused
        assert told == ["checking"]
        monkeypatch.setattr(lines, "apart", lambda *_: pytest.fail("measured again"))
        assert own.cards.__wrapped__().refused == (first,)
    assert told == ["checking"]


def test_without_a_card_of_ones_own_nothing_is_measured(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "load", load.__wrapped__)
    monkeypatch.setattr("genogram_app.likeness.confusable.confusable", lambda *_: pytest.fail("measured"))
    assert own.cards.__wrapped__().own == ()


@pytest.mark.parametrize("kept", ["", "[]", '{"measure": 0, "figures": {"a": 1}}', '{"measure": 1}'])
def test_figures_that_cannot_be_read_are_measured_again(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "measured.json"
    file.write_text(kept, encoding="utf-8")
    figures = Figures(file)
    assert figures.of([(1, 2)], lambda pairs: [0.5 for _ in pairs]) == [0.5]
    figures.save()
    assert Figures(file).of([(2, 1)], lambda _: sys.exit("measured again")) == [0.5]
