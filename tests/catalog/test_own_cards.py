"""Cards of somebody's own: each is read by itself, and none takes the place of another unasked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from genogram_app import places
from genogram_app.catalog import Catalog, load
from genogram_app.errors import CardError
from tests.catalog.given import PENPALS, folder

OURS = places.symbols()
SOLID = PENPALS.split("[[strand]]")[0] + "[[strand]]\n"


def _own(root: Path, monkeypatch: pytest.MonkeyPatch, cards: dict[str, str], **shapes: str) -> Catalog:
    """Load as the program does, with somebody's own folder."""
    folder(root, cards, {f"shapes/{name}.svg": text for name, text in shapes.items()})
    monkeypatch.setattr(places, "users_symbols", lambda: root)
    return load.__wrapped__()


def test_one_bad_card_is_refused_and_the_others_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = PENPALS.replace("order = 500", "order = true")
    catalog = _own(tmp_path, monkeypatch, {"bonds/bad": bad, "bonds/penpals": PENPALS})
    (reason,) = catalog.refused
    assert "bad.toml, line 3 can't be used: " in reason
    assert "“order” should be a whole number" in reason
    assert catalog.bond("penpals").known
    assert not catalog.bond("bad").known
    assert catalog.bond("bad").label == "not known to this copy"


def test_a_bad_shape_costs_the_cards_that_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ball = PENPALS.replace('"dot"', '"ball"')
    catalog = _own(tmp_path, monkeypatch, {"bonds/ball": ball, "bonds/penpals": PENPALS}, ball="<svg")
    assert ["ball.svg" in catalog.refused[0], "no shape “ball”" in catalog.refused[1]] == [True, True]
    assert catalog.bonds.keys() == load(OURS).bonds.keys() | {"penpals"}


@pytest.mark.parametrize(
    "name", ["pals.toml", "bonds/pals.toml.txt", "bonds/pals.TOML", "bonds/ball.svg", "shapes/ball.svg.txt"]
)
def test_a_file_that_lies_or_ends_where_none_is_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder(tmp_path, {"bonds/penpals": PENPALS})
    (tmp_path / name).write_text(PENPALS, encoding="utf-8")
    (tmp_path / "bonds" / "a note.txt").touch()
    (reason,) = _own(tmp_path, monkeypatch, {}).refused
    assert f"{name} can't be used: a card's name ends in .toml and a shape's in .svg" in reason


def test_a_bad_card_in_place_of_ours_leaves_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = next(iter(load(OURS).bonds.values()))
    catalog = _own(tmp_path, monkeypatch, {f"bonds/{ours.id}": "label = "})
    assert catalog.bonds[ours.id] == ours
    assert len(catalog.refused) == 1


def test_a_card_of_the_programs_own_must_be_whole(tmp_path: Path) -> None:
    with pytest.raises(CardError):
        load(folder(tmp_path, {"bonds/penpals": "label = "}))


@pytest.mark.parametrize("group", ["bonds", "unions", "descent"])
@pytest.mark.parametrize("more", ["", "dash = [4]\n", "dash = [4, 0]\n", "width = 3\n", "offset = 2\n"])
def test_a_plain_solid_line_is_refused(tmp_path: Path, group: str, more: str) -> None:
    with pytest.raises(CardError, match="means marriage or birth and nothing else") as refused:
        load(OURS, folder(tmp_path, {f"{group}/penpals": SOLID + more}))
    assert f"penpals.toml, line {SOLID.splitlines().index('[[strand]]') + 1} " in str(refused.value)


@pytest.mark.parametrize("paint", ['fill="white"', 'fill="none" stroke="black"'])
def test_a_plain_line_with_a_mark_that_leaves_no_ink_is_refused(tmp_path: Path, paint: str) -> None:
    blank = f'<svg viewBox="-5 -5 10 10"><circle cx="0" cy="0" r="4" {paint}/></svg>'
    mark = '[[mark]]\nshape = "blank"\nclear = 4\npaint = "paper"\n'
    with pytest.raises(CardError, match="means marriage or birth and nothing else"):
        load(OURS, folder(tmp_path, {"bonds/penpals": SOLID + mark}, {"shapes/blank.svg": blank}))


def test_a_plain_solid_line_in_place_of_another_is_refused(tmp_path: Path) -> None:
    ours = next(card for card in load(OURS).bonds.values() if card.directed == "none" and not card.harm)
    with pytest.raises(CardError, match="means marriage or birth and nothing else"):
        load(OURS, folder(tmp_path, {f"bonds/{ours.id}": SOLID}))


@pytest.mark.parametrize(
    "more",
    [
        "dash = [4, 3, 9, 3]\n",
        "width = 5\ndash = [14, 2]\n",
        'shape = "wave"\namplitude = 3\nwavelength = 9\n',
    ],
)
def test_a_line_that_is_not_plain_is_taken(tmp_path: Path, more: str) -> None:
    assert "penpals" in load(OURS, folder(tmp_path, {"bonds/penpals": SOLID + more})).bonds


def test_a_plain_edge_of_a_home_is_refused(tmp_path: Path) -> None:
    ring = (
        SOLID.split("paint")[0]
        + 'says = "{a}"\ngap = 9\nradius = 9\n[edge]\nwidth = 2\n[past]\ndash = [2, 2]\n'
    )
    with pytest.raises(CardError, match="means marriage or birth and nothing else"):
        load(OURS, folder(tmp_path, {"rings/hall": ring}))


@pytest.mark.parametrize("group", ["unions", "descent"])
def test_no_card_stands_where_nobody_has_said_but_ours(tmp_path: Path, group: str) -> None:
    ours = next(card for card in load(OURS).groups[group].values() if card.default)
    mine = PENPALS.replace("order = 500", "order = -1\ndefault = true")
    with pytest.raises(CardError, match=f"line 4 can't be used: .*stands “{re.escape(ours.label)}”"):
        load(OURS, folder(tmp_path, {f"{group}/penpals": mine}))


def test_no_card_is_asked_for_in_the_place_of_ours(tmp_path: Path) -> None:
    mine = PENPALS.replace("order = 500", 'order = -1\nrole = "marriage"')
    with pytest.raises(CardError, match="has the role “marriage” already"):
        load(OURS, folder(tmp_path, {"unions/penpals": mine}))


def test_a_mark_for_a_fact_that_has_one_is_refused(tmp_path: Path) -> None:
    fact = next(iter(load(OURS).marks.values())).fact
    mine = f'label = "x"\nsource = "x"\norder = -1\nfact = "{fact}"\n'
    with pytest.raises(CardError, match=f"has the fact “{fact}” already"):
        load(OURS, folder(tmp_path, {"marks/mine": mine}))


def test_a_lower_order_alone_never_takes_the_place_of_what_nobody_has_said(tmp_path: Path) -> None:
    first = PENPALS.replace("order = 500", "order = -1")
    catalog = load(OURS, folder(tmp_path, {"unions/penpals": first}))
    assert next(iter(catalog.unions)) == "penpals"
    assert catalog.union("") == load(OURS).union("")


def test_a_mark_for_a_fact_that_nothing_tells_is_refused_with_those_that_are(tmp_path: Path) -> None:
    mine = 'label = "x"\nsource = "x"\norder = 1\nfact = "left_handed"\n'
    with pytest.raises(CardError, match="line 4 can't be used: no fact is called “left_handed”") as refused:
        load(OURS, folder(tmp_path, {"marks/mine": mine}))
    for mark in load(OURS).marks.values():
        assert f"“{mark.fact}” ({mark.id}.toml)" in str(refused.value)


def test_the_walk_through_lists_every_fact_that_a_mark_tells() -> None:
    told = (OURS / "README.md").read_text(encoding="utf-8")
    for mark in load(OURS).marks.values():
        assert f"`{mark.fact}`" in told


def test_a_card_that_begins_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder(tmp_path, {"bonds/penpals": "\ufeff" + PENPALS})
    assert load(OURS, tmp_path).bond("penpals").known


SAYS_OTHERWISE = sorted(
    (card.group, card.id, name)
    for group in load(OURS).groups.values()
    for card in group.values()
    for name in ("harm", "placement", "looked_after", "shared_responsibility")
    if getattr(card, name, False)
)


@pytest.mark.parametrize(("group", "name", "field"), SAYS_OTHERWISE)
def test_a_card_in_place_of_ours_that_takes_back_what_protects_is_refused_with_its_line(
    tmp_path: Path, group: str, name: str, field: str
) -> None:
    ours = (OURS / group / f"{name}.toml").read_text(encoding="utf-8")
    spoilt = ours.replace(f"\n{field} = true", f"\n{field} = false")
    line = spoilt[: spoilt.index(f"{field} = false")].count("\n") + 1
    said = rf"line {line} can't be used: “{field}” can't be switched off: .* says {field} = true"
    with pytest.raises(CardError, match=said):
        load(OURS, folder(tmp_path, {f"{group}/{name}": spoilt}))


def test_a_person_whom_nobody_would_see_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = 'label = "a dot"\nsource = "x"\norder = 500\nshape = "speck"\n'
    speck = '<svg viewBox="-1 -1 2 2"><circle cx="0" cy="0" r="1"/></svg>'
    (reason,) = _own(tmp_path, monkeypatch, {"people/dot": card}, speck=speck).refused
    assert "dot.toml, line 4 can't be used: a person's shape is at least 8 wide and high" in reason
