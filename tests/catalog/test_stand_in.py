"""What stands in for a card that isn't there is kept as safe as the safest of its kind."""

from __future__ import annotations

from dataclasses import fields

import pytest

from genogram_app.catalog import load
from genogram_app.catalog.read import READERS
from genogram_app.catalog.stand_in import stand_in

#: What a card says to keep something from a reader or off every sheet.
KEPT = frozenset({"harm", "placement"})
#: What a card says that keeps nothing from anybody; a line that isn’t known is kept back as one of harm.
TOLD = frozenset(
    "default known ageless animal everyday arranged care blood legal doubt tested "
    "looked_after shared_responsibility".split()
)
#: Groups that files name cards of; marks and fills are asked for by what they tell.
NAMED = sorted(READERS.keys() - {"marks", "conditions"})


@pytest.mark.parametrize("group", NAMED)
def test_every_field_that_protects_protects_where_the_card_is_not_known(group: str) -> None:
    card = stand_in(group, "from_elsewhere")
    flags = {field.name for field in fields(card) if isinstance(getattr(card, field.name), bool)}
    assert flags <= KEPT | TOLD, "a new field: does it keep something from a reader?"
    assert all(getattr(card, name) for name in flags & KEPT)


@pytest.mark.parametrize("group", NAMED)
def test_no_list_that_opens_something_holds_a_kind_that_is_not_known(group: str) -> None:
    catalog = load()
    assert "from_elsewhere" not in catalog.harmless
    perhaps = catalog.perhaps_placements
    assert all("from_elsewhere" in kinds for kinds in (perhaps.links, perhaps.homes, perhaps.services))


def test_a_kind_counts_where_it_belongs() -> None:
    """One list held links and rings: a link named as a plain ring is was no placement."""
    catalog = load()
    ring = next(card.id for card in catalog.rings.values() if not card.placement)
    assert ring not in catalog.descent
    assert ring in catalog.perhaps_placements.links
    assert ring not in catalog.perhaps_placements.homes


def test_what_nobody_has_said_is_no_placement() -> None:
    perhaps = load().perhaps_placements
    assert not any("" in kinds for kinds in (perhaps.links, perhaps.homes, perhaps.services))


def test_a_theme_in_words_of_ones_own_is_not_harm_for_having_no_card() -> None:
    """“Out of work” was followed by “where it stands ?”, as only harm is."""
    assert not load().theme("").harm
    assert load().theme("nobody_knows_this").harm
