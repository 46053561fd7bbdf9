"""Which cards the key of a sheet tells: those that are drawn on it, each as it is drawn."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from datetime import date
from itertools import chain

from genogram_app.catalog.cards import Card, LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ties import Bond, ChildOf, Direction, Tie
from genogram_app.picture import households, sibships
from genogram_app.picture.couples import variant_of
from genogram_app.picture.lines import has_bar, tie_cards
from genogram_app.picture.people import Figure
from genogram_app.practice.parentage import as_drawn

#: The groups in the order of the key.
GROUPS = ("people", "marks", "conditions", "unions", "descent", "rings", "bonds", "ecomap")

#: A card that is on the sheet, and its variant.
Used = tuple[Card, str]


def used_cards(
    catalog: Catalog, case: Case, layout: Layout, figures: Iterable[Figure], day: date
) -> list[Used]:
    """Give what is on this sheet, each with its variant, in the key's order.

    Variants: "", "forth", "ended" or both of a line, "caring" of a couple's, "", "part" or "ended" of
    a ring, and of a person's symbol the id of that of the gender at birth round it.
    """
    family = as_drawn(catalog, case.family)
    pairs = chain(
        _of_people(figures),
        ((mark, "") for mark in sibships.used(catalog, family, layout)),
        _of_family(catalog, family, layout),
        _of_homes(catalog, family, layout, day),
        _of_relationships(catalog, family, layout),
    )
    found = {(card.id, variant): (card, variant) for card, variant in pairs}
    return sorted(
        (pair for pair in found.values() if not _told_with_its_arrow(pair, found)),
        key=lambda pair: (GROUPS.index(pair[0].group), pair[0].order, pair[0].id, pair[1]),
    )


def _of_people(figures: Iterable[Figure]) -> Iterator[Used]:
    for figured in figures:
        symbol, *on_it = figured.cards
        yield symbol, figured.birth.id if figured.birth else ""
        yield from ((mark, "") for mark in on_it)


def _of_family(catalog: Catalog, family: FamilyGraph, layout: Layout) -> Iterator[Used]:
    for union in family.unions:
        if has_bar(layout, union.id):
            yield catalog.union(union.kind), variant_of(catalog, family, union)
    for link in family.edges(ChildOf):
        if link.id in layout.descents:
            yield _link_entry(catalog.link(link.kind), link)


def _of_homes(catalog: Catalog, family: FamilyGraph, layout: Layout, day: date) -> Iterator[Used]:
    for home in family.households:
        if home.id in layout.rings:
            for state in sorted(households.states(family, layout, home, day)):
                yield catalog.ring(home.kind), state


def _of_relationships(catalog: Catalog, family: FamilyGraph, layout: Layout) -> Iterator[Used]:
    for bond in family.edges(Bond):
        if bond.id in layout.bonds:
            yield _directed(catalog.bond(bond.quality), bond)
    for tie in family.edges(Tie):
        if tie.id in layout.ties:
            strength, *strains = tie_cards(catalog, tie)
            yield _directed(strength, tie)
            yield from ((strain, "") for strain in strains)


def _directed(card: LineCard, line: Bond | Tie) -> Used:
    """Give a line's entry: with an arrow where one is drawn, and with the mark of what has ended."""
    forth = bool(card.arrow) and line.direction is not Direction.UNSET
    ended = bool(card.slash) and line.until is not None
    return card, " ".join(part for part, there in (("forth", forth), ("ended", ended)) if there)


def _told_with_its_arrow(pair: Used, found: Container[tuple[str, str]]) -> bool:
    """Say whether a line without a direction is on the sheet with one too: one row tells both."""
    card, variant = pair
    with_arrow = f"forth {variant}".strip()
    return card.group in ("bonds", "ecomap") and "forth" not in variant and (card.id, with_arrow) in found


def _link_entry(card: LineCard, link: ChildOf) -> tuple[LineCard, str]:
    if not card.care or card.legal:
        return card, ""
    now = "forth" if card.arrow else ""
    return card, now if link.until is None else "ended"
