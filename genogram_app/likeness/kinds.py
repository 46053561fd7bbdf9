"""The kinds of line that a reader has to tell apart, each as it is drawn, with the cards that draw it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.strands import Line


@dataclass(frozen=True)
class Kind:
    """A kind of line as it is drawn: by its label, as the key tells it. cards: ids of who draws it."""

    line: Line
    label: str
    group: str
    harm: bool = False
    cards: tuple[str, ...] = ()


def kinds(catalog: Catalog, *, ended: bool = False) -> list[Kind]:
    """Give every kind of line of every group, without arrows: those say which way and nothing else."""
    cards = [*catalog.unions.values(), *catalog.descent.values(), *catalog.bonds.values()]
    cards.append(catalog.bond("a card that is not here"))
    lasting = [
        Kind(card.drawn(ended=ended), card.label, card.group, card.harm, (card.id,))
        for card in _asked(cards, ended)
    ]
    return [*lasting, *_ties(catalog, ended), *([] if ended else _rings(catalog))]


def _asked(cards: Iterable[LineCard], ended: bool) -> list[LineCard]:
    return [card for card in cards if card.slash or not ended]


def _ties(catalog: Catalog, ended: bool) -> Iterator[Kind]:
    """Go through every strength with every strain."""
    strengths = [card for card in catalog.ties.values() if card.axis != "strain"]
    strains = [card for card in catalog.ties.values() if card.axis == "strain"]
    for strength, strain in product(_asked(strengths, ended), [None, *strains]):
        line = catalog.tie_line(strength.id, strain.id if strain else "", ended=ended)
        drawn_by = [card for card in (strength, strain) if card]
        label = ", ".join(card.label for card in drawn_by)
        yield Kind(line, label, "ecomap", cards=tuple(card.id for card in drawn_by))


def _rings(catalog: Catalog) -> Iterator[Kind]:
    """Go through the edges of homes, which are alike for all kinds of home: a ring joins no two symbols."""
    for card in catalog.rings.values():
        for name, edge in (("now", card.edge), ("past", card.past)):
            yield Kind(Line((replace(edge, paint="ink"),)), f"a home, {name}", "rings", cards=(card.id,))
