"""The bar of a couple as it is drawn: two who are on the sheet as carers alone have no question on it."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.strands import Line
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ties import ChildOf, Union

#: The variant of a couple's line, in the key, of two who care for a child placed with them.
CARING = "caring"
#: What that line means.
CARERS = "carers of a child together"


def variant_of(catalog: Catalog, family: FamilyGraph, union: Union) -> str:
    """Say whether two are there as carers of a child placed with them, and no more was said of them.

    What they are to each other is a thing to ask them, not a doubt about the child's family.
    """
    if catalog.union(union.kind).stage != "unknown":
        return ""
    links = family.into(ChildOf, union.id)
    return CARING if links and all(catalog.link(link.kind).placement for link in links) else ""


def line_of(card: LineCard, variant: str) -> Line:
    """Give the line of a couple's card in a variant."""
    return replace(card.line, marks=()) if variant == CARING else card.line


def meaning(card: LineCard, variant: str) -> str:
    """Say what that line means."""
    return CARERS if variant == CARING else card.label
