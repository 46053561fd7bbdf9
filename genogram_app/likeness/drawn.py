"""What is drawn by cards and has to be told apart: lines and symbols."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from genogram_app.catalog.cards import PersonCard
from genogram_app.catalog.load import Catalog
from genogram_app.catalog.template import dressed, templates
from genogram_app.drawing.strands import Line
from genogram_app.likeness.kinds import kinds
from genogram_app.picture.symbol import Look

L = TypeVar("L", Line, Look)
#: What says on the card of a home how its ring is drawn. Those are alike for all kinds of home.
EDGE = "edge"


@dataclass(frozen=True)
class Drawn(Generic[L]):
    """A line or a symbol with what it means.

    cards: the ids of those that draw it. field: what says on such a card how it is drawn. ended: it is a
    line of what is over.
    """

    look: L
    label: str
    cards: tuple[str, ...]
    field: str
    ended: bool = False


def lines(catalog: Catalog) -> list[Drawn[Line]]:
    """Give every kind of line in every profile, and those of somebody's own where they have ended as well."""
    found: dict[tuple[Line, str, frozenset[str]], Drawn[Line]] = {}
    for used in templates().values():
        for kind in kinds(dressed(catalog, used)):
            field = EDGE if kind.group == "rings" else "strand"
            key = (kind.line, kind.label, frozenset(kind.cards).intersection(catalog.own))
            found.setdefault(key, Drawn(kind.line, kind.label, kind.cards, field))
    return [*found.values(), *_ended(catalog)]


def _ended(catalog: Catalog) -> Iterator[Drawn[Line]]:
    for kind in kinds(catalog, ended=True):
        if not set(catalog.own).isdisjoint(kind.cards):
            yield Drawn(kind.line, f"{kind.label}, ended", kind.cards, "ended_mark", ended=True)


def symbols(catalog: Catalog) -> list[Drawn[Look]]:
    """Give every symbol in every profile."""
    every = (symbol for used in templates().values() for symbol in bare(dressed(catalog, used)))
    return list(dict.fromkeys(every))


def bare(catalog: Catalog) -> Iterator[Drawn[Look]]:
    """Go through every symbol with nothing round it, and every mark and fill that changes one."""
    woman = next(iter(catalog.people.values()))
    for card in catalog.people.values():
        yield Drawn(Look(card), card.label, (card.id,), "shape")
    for mark in catalog.marks.values():
        if mark.on == "symbol" and not mark.text and not mark.shape:
            look = Look(woman, (mark,), "×3" if mark.stack else "")
            yield Drawn(look, f"{woman.label}, {mark.label}", (mark.id,), "fact")
    for fill in catalog.conditions.values():
        yield Drawn(Look(woman, fills=(fill,)), f"{woman.label}, {fill.label}", (fill.id,), "side")
    for inner, outer in _nested(list(catalog.people.values())):
        label = f"{inner.label} in {outer.label}"
        yield Drawn(Look(inner, birth=outer), label, (inner.id, outer.id), "shape")


def _nested(cards: list[PersonCard]) -> Iterator[tuple[PersonCard, PersonCard]]:
    """Give the pairs of gender and gender at birth."""
    grown = [card for card in cards if not (card.life or card.animal or card.default)]
    yield from ((inner, outer) for inner, outer in product(grown, grown[:2]) if inner != outer)
