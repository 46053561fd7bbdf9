"""The catalogue: every card of the folders, by group, in the order of the key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from genogram_app import places
from genogram_app.catalog.cards import (
    AgencyCard,
    Card,
    FillCard,
    LegalCard,
    LineCard,
    MarkCard,
    PersonCard,
    RingCard,
    ThemeCard,
)
from genogram_app.catalog.gather import Fault, Gathered
from genogram_app.catalog.kinds import AllBut
from genogram_app.catalog.read import READERS
from genogram_app.catalog.stand_in import stand_in
from genogram_app.drawing.strands import Line
from genogram_app.errors import CardError
from genogram_app.model.paternity import Paternity
from genogram_app.model.placements import Placements

C = TypeVar("C", bound=Card)
#: Whose cards say that a child is placed there: links, homes and services.
_PLACED = ("descent", "rings", "agencies")


@dataclass(frozen=True, eq=False)
class Catalog:
    """All cards. Asking for one by what a file says never fails: see `stand_in`.

    refused: why cards of somebody's own can't be used, a sentence for each. own: the ids of those that can.
    """

    groups: Mapping[str, Mapping[str, Card]]
    refused: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    def of(self, group: str, kind: type[C]) -> Mapping[str, C]:
        """Give a group's cards by id, in order."""
        return cast(Mapping[str, C], self.groups[group])

    @property
    def people(self) -> Mapping[str, PersonCard]:
        """Symbols of people."""
        return self.of("people", PersonCard)

    @property
    def marks(self) -> Mapping[str, MarkCard]:
        """Marks on people."""
        return self.of("marks", MarkCard)

    @property
    def conditions(self) -> Mapping[str, FillCard]:
        """What fills a part of a symbol."""
        return self.of("conditions", FillCard)

    @property
    def unions(self) -> Mapping[str, LineCard]:
        """Lines between partners."""
        return self.of("unions", LineCard)

    @property
    def descent(self) -> Mapping[str, LineCard]:
        """Lines from a child to parents and carers."""
        return self.of("descent", LineCard)

    @property
    def bonds(self) -> Mapping[str, LineCard]:
        """Lines of relationship."""
        return self.of("bonds", LineCard)

    @property
    def ties(self) -> Mapping[str, LineCard]:
        """Lines to services, of two axes: strength and strain."""
        return self.of("ecomap", LineCard)

    @cached_property
    def lines(self) -> tuple[LineCard, ...]:
        """Lines between two, of every group."""
        groups = (self.unions, self.descent, self.bonds, self.ties)
        return tuple(card for group in groups for card in group.values())

    @property
    def rings(self) -> Mapping[str, RingCard]:
        """Rings round those who live together."""
        return self.of("rings", RingCard)

    @property
    def agencies(self) -> Mapping[str, AgencyCard]:
        """Kinds of service."""
        return self.of("agencies", AgencyCard)

    @property
    def legal(self) -> Mapping[str, LegalCard]:
        """A child's legal statuses."""
        return self.of("legal", LegalCard)

    @property
    def themes(self) -> Mapping[str, ThemeCard]:
        """What matters in families."""
        return self.of("themes", ThemeCard)

    def gender(self, name: str) -> PersonCard:
        """Give the symbol for a person's gender; empty is not known."""
        return self._named("people", name, PersonCard)

    def union(self, name: str) -> LineCard:
        """Give the line for a state of a union; empty is not recorded."""
        return self._named("unions", name, LineCard)

    def link(self, name: str) -> LineCard:
        """Give the line for a child's link to a parent or carer."""
        return self._named("descent", name, LineCard)

    def bond(self, name: str) -> LineCard:
        """Give the line for a relationship's quality."""
        return self._named("bonds", name, LineCard)

    def tie_strength(self, name: str) -> LineCard:
        """Give the line for how strong a tie is; empty is the plain one."""
        return self._named("ecomap", name, LineCard)

    def tie_strain(self, name: str) -> LineCard | None:
        """Give the line for what strains a tie; None where nothing does."""
        return self._named("ecomap", name, LineCard) if name else None

    def ring(self, name: str) -> RingCard:
        """Give the ring for a kind of household."""
        return self._named("rings", name, RingCard)

    def agency(self, name: str) -> AgencyCard:
        """Give the card for a kind of service."""
        return self._named("agencies", name, AgencyCard)

    def legal_status(self, name: str) -> LegalCard:
        """Give the card for a legal status."""
        return self._named("legal", name, LegalCard)

    def theme(self, name: str) -> ThemeCard:
        """Give the card for a theme."""
        return self._named("themes", name, ThemeCard)

    def life(self, stage: str) -> PersonCard | None:
        """Give the symbol for a stage of life that has its own, whatever the gender."""
        return next((card for card in self.people.values() if card.life == stage), None)

    def mark_for(self, fact: str) -> MarkCard:
        """Give the mark for a fact about a person. Raises CardError where no card tells it."""
        return _the_only(f"a mark for “{fact}”", (card for card in self.marks.values() if card.fact == fact))

    def fill(self, axis: str, phase: str) -> FillCard:
        """Give what fills a symbol for a need. Raises CardError where no card tells it."""
        found = (card for card in self.conditions.values() if (card.axis, card.phase) == (axis, phase))
        return _the_only(f"a fill for “{axis}, {phase}”", found)

    def by_role(self, group: str, role: str) -> Card:
        """Give the card with a role in a group. Raises CardError where there is none."""
        found = (card for card in self.groups[group].values() if card.role == role)
        return _the_only(f"a card in {group} with the role “{role}”", found)

    def everyday(self) -> tuple[LineCard, ...]:
        """Give the few relationships that a palette shows first."""
        return tuple(card for card in self.bonds.values() if card.everyday)

    def from_gedcom(self, group: str, token: str) -> str | None:
        """Give the id of the card that a GEDCOM word stands for, None if no card says so."""
        return self._tokens("gedcom").get((group, token.casefold()))

    def from_genopro(self, group: str, token: str) -> str | None:
        """Give the id of the card that a GenoPro word stands for, None if no card says so."""
        return self._tokens("genopro").get((group, token.casefold()))

    @cached_property
    def harm(self) -> frozenset[str]:
        """The ids of lines that say harm: on no copy but the case file's by themselves."""
        return frozenset(card.id for card in self.lines if card.harm)

    @cached_property
    def paternity(self) -> Paternity:
        """Give the child links that ask, or answer, who somebody's parent by birth is."""
        links = self.descent.values()
        doubts, tested = ({card.id for card in links if getattr(card, flag)} for flag in ("doubt", "tested"))
        return Paternity(frozenset(doubts), frozenset(tested), self.link("").id)

    @cached_property
    def placements(self) -> Placements:
        """Give the child links, homes and services that are placements: names there stay off."""
        return Placements(*(self._with_placement(group, placed=True) for group in _PLACED))

    @cached_property
    def perhaps_placements(self) -> Placements:
        """Give the same, and every kind that this copy doesn't know: it may be one."""
        return Placements(*(AllBut(self._with_placement(group, placed=False)) for group in _PLACED))

    def _with_placement(self, group: str, *, placed: bool) -> frozenset[str]:
        """Give the kinds of a group that are placements, or that are none; "" is what nobody has said."""
        unsaid = {"descent": self.link(""), "rings": self.ring(""), "agencies": self.agency("")}[group]
        cards: dict[str, Card] = {**self.groups[group], "": unsaid}
        return frozenset(key for key, card in cards.items() if getattr(card, "placement", False) is placed)

    @cached_property
    def harmless(self) -> frozenset[str]:
        """The lines and themes that a family may see: known to say no harm, nor to ask who a parent is."""
        asked = self.paternity
        lines = {card.id for card in self.lines if not (card.harm or asked.asked_by(card.id))}
        return frozenset(lines | {card.id for card in self.themes.values() if not card.harm})

    def tie_line(
        self, strength: str, strain: str, *, forth: bool = False, back: bool = False, ended: bool = False
    ) -> Line:
        """Give the line of a tie: its strain drawn on its strength, which bears arrows and slash.

        On a line so short that the strain stands once, it stands beside what its strength has in the middle.
        """
        core, over = self.tie_strength(strength), self.tie_strain(strain)
        drawn = core.drawn(forth=forth, back=back, ended=ended)
        if over is None:
            return drawn
        middle = max((mark.at for mark in core.line.marks if mark.at < 1), default=0.0)
        at = (middle + 1) / 2
        return Line(
            drawn.strands + over.line.strands,
            drawn.marks + tuple(replace(mark, at=at) for mark in over.line.marks),
        )

    def _named(self, group: str, name: str, kind: type[C]) -> C:
        cards = self.of(group, kind)
        card = cards.get(name) or (None if name else cards.get(self._defaults[group]))
        return card or cast(C, stand_in(group, name))

    @cached_property
    def _defaults(self) -> Mapping[str, str]:
        """Give by group the card of what nobody has said."""
        return {
            group: next((card.id for card in cards.values() if card.default), "")
            for group, cards in self.groups.items()
        }

    def _tokens(self, program: str) -> Mapping[tuple[str, str], str]:
        return {
            (group, token.casefold()): card.id
            for group, cards in self.groups.items()
            for card in cards.values()
            for token in getattr(card, program)
        }


def _the_only(what: str, found: Iterable[C]) -> C:
    for card in found:
        return card
    raise CardError(
        f"The program's own symbols lack {what}. Your families are safe. Install the program again."
    )


@cache
def load(*folders: Path) -> Catalog:
    """Read all cards of some folders: the program's own and those of whoever is logged in if none is named.

    A card of a later folder replaces one of the same name (see `safety`); a folder that isn't
    there has none. Raises CardError, with file, line and reason, for a card that can't be
    used; one of whoever is logged in is left out instead, and `refused` says why.
    """
    if not folders:
        return with_own({})
    found = Gathered()
    for folder in folders:
        found.add(folder)
    return _catalog(found)


def with_own(unlike: Mapping[str, Fault]) -> Catalog:
    """Read the program's cards and those of whoever is logged in, but for some of these, and why."""
    found = Gathered()
    found.add(places.symbols())
    own = found.add_own(places.users_symbols(), unlike)
    return _catalog(found, own)


def _catalog(found: Gathered, own: Iterable[str] = ()) -> Catalog:
    groups = {group: _group(found.cards, group) for group in READERS}
    return Catalog(MappingProxyType(groups), tuple(found.refused), tuple(own))


def _group(cards: Mapping[str, Card], group: str) -> Mapping[str, Card]:
    own = (card for card in cards.values() if card.group == group)
    return MappingProxyType({card.id: card for card in sorted(own, key=lambda card: (card.order, card.id))})
