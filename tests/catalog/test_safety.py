"""Somebody's own card never makes a notion less safe than the program's own has it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from genogram_app.catalog import Catalog, load
from genogram_app.catalog.cards import Card, LineCard
from genogram_app.catalog.safety import HARM_PAINTS
from genogram_app.errors import CardError
from tests.catalog.given import PENPALS, folder

OURS = Path("symbols")
#: What the program asks of a card to decide who may see it, and what it means.
RELIED_ON = frozenset(
    "group role life fact axis phase stage fills default harm care blood legal arranged "
    "placement ageless animal looked_after shared_responsibility".split()
)
HARMFUL = sorted((card for card in load(OURS).lines if card.harm), key=lambda card: card.id)
FOSTERING = sorted(
    {card.id for card in load(OURS).descent.values() if card.placement}
    | {card.id for card in load(OURS).rings.values() if card.placement}
)


def _with(root: Path, name: str, text: str) -> Catalog:
    return load(OURS, folder(root, {name: text}))


def _of_card(card: Card) -> str:
    return (OURS / card.group / f"{card.id}.toml").read_text(encoding="utf-8")


def _without(text: str, *names: str) -> str:
    """Leave out the lines of some fields."""
    return "\n".join(line for line in text.splitlines() if line.split("=")[0].strip() not in names)


@pytest.mark.parametrize("card", HARMFUL, ids=lambda card: card.id)
def test_a_copy_of_a_card_of_harm_stays_harm_without_saying_so(tmp_path: Path, card: LineCard) -> None:
    plain = _without(_of_card(card), "harm", "heading", "paint")
    catalog = _with(tmp_path, f"{card.group}/{card.id}", plain)
    assert card.id in catalog.harm
    assert card.id not in catalog.harmless


@pytest.mark.parametrize("card", [c for c in HARMFUL if c.heading == "Harm"], ids=lambda card: card.id)
def test_a_copy_of_a_card_of_harm_under_another_name_is_harm(tmp_path: Path, card: LineCard) -> None:
    assert "of_our_own" in _with(tmp_path, "bonds/of_our_own", _without(_of_card(card), "harm")).harm


@pytest.mark.parametrize("paint", sorted(HARM_PAINTS))
def test_a_line_or_a_strand_or_a_mark_in_a_paint_of_harm_is_harm(tmp_path: Path, paint: str) -> None:
    coloured = {
        "line": PENPALS.replace('"accent"', f'"{paint}"'),
        "strand": PENPALS.replace("dash =", f'paint = "{paint}"\ndash ='),
        "mark": f'{PENPALS}paint = "{paint}"\n',
    }
    catalog = load(OURS, folder(tmp_path, {f"bonds/{name}_own": text for name, text in coloured.items()}))
    assert catalog.harm >= {"line_own", "strand_own", "mark_own"}


@pytest.mark.parametrize("heading", ["Harm", " harm"])
def test_a_line_under_the_heading_harm_is_harm(tmp_path: Path, heading: str) -> None:
    assert "penpals" in _with(tmp_path, "bonds/penpals", f'heading = "{heading}"\n{PENPALS}').harm


def test_a_line_of_ones_own_that_says_no_harm_is_for_the_family_to_see(tmp_path: Path) -> None:
    assert "penpals" in _with(tmp_path, "bonds/penpals", PENPALS).harmless


@pytest.mark.parametrize("kind", FOSTERING)
def test_a_foster_carers_card_replaced_is_still_one_whose_surname_stays_off(
    tmp_path: Path, kind: str
) -> None:
    ours = next(group[kind] for group in load(OURS).groups.values() if kind in group)
    plain = _without(_of_card(ours), "role", "care", "gedcom")
    catalog = _with(tmp_path, f"{ours.group}/{kind}", plain)
    assert kind in (catalog.placements.homes if ours.group == "rings" else catalog.placements.links)
    assert catalog.groups[ours.group][kind].gedcom == ours.gedcom


def test_whatever_replaces_a_card_keeps_all_that_the_program_relies_on(tmp_path: Path) -> None:
    ours = [card for group in load(OURS).groups.values() for card in group.values()]
    shapes = {f"shapes/{file.name}": file.read_text(encoding="utf-8") for file in OURS.glob("shapes/*.svg")}
    plain = {f"{card.group}/{card.id}": _without(_of_card(card), *_left_out(card)) for card in ours}
    after = load(OURS, folder(tmp_path, plain, shapes)).groups
    for card in ours:
        names = [each.name for each in fields(card) if each.name in RELIED_ON]
        kept = [getattr(after[card.group][card.id], name) for name in names]
        assert kept == [getattr(card, name) for name in names], card.id


def _left_out(card: Card) -> frozenset[str]:
    """Give the fields that a card can be read without."""
    needed = {"marks": {"fact"}, "conditions": {"axis", "phase"}, "ecomap": {"axis"}}
    return RELIED_ON - needed.get(card.group, set())


CONTRADICTIONS = [
    ("conditions", 'phase = "suspected"', 'phase = "now"', "says phase = “suspected”"),
    ("unions", 'stage = "ended"', 'stage = "current"', "says stage = “ended”"),
    ("descent", 'role = "by_fostering"', 'role = "by_kin"', "says role = “by_fostering”"),
    ("bonds", 'directed = "required"', 'directed = "none"', "directed = “required”"),
]


@pytest.mark.parametrize(("group", "found", "instead", "reason"), CONTRADICTIONS)
def test_a_card_that_contradicts_the_one_it_replaces_is_refused(
    tmp_path: Path, group: str, found: str, instead: str, reason: str
) -> None:
    file = next(file for file in sorted((OURS / group).glob("*.toml")) if found in file.read_text("utf-8"))
    text = file.read_text(encoding="utf-8")
    line = text[: text.index(found)].count("\n") + 1
    with pytest.raises(CardError) as refused:
        _with(tmp_path, f"{group}/{file.stem}", text.replace(found, instead))
    assert f"{file.name}, line {line} can't be used: " in str(refused.value)
    assert reason in str(refused.value)


def test_a_card_may_not_take_a_name_away_from_another_group(tmp_path: Path) -> None:
    """Else the relationships of that name would be drawn as couples, or not be known as harm."""
    with pytest.raises(CardError, match="there is another card of that name in bonds"):
        _with(tmp_path, f"ecomap/{next(card.id for card in HARMFUL if card.group == 'bonds')}", PENPALS)


def test_a_line_painted_like_the_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        CardError, match=r"line 4 can't be used: “paint”: a line painted like the paper can't be seen"
    ):
        _with(tmp_path, "bonds/penpals", PENPALS.replace('"accent"', '"paper"'))
