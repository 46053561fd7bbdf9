"""Every line between two: couples, parents and children, relationships, services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from textwrap import shorten
from typing import NamedTuple

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Point, Text
from genogram_app.drawing.routes import Route, offset, within
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import polygon
from genogram_app.drawing.strands import Line, Stretch, lay
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout, Spot
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Teller
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person, Spell
from genogram_app.model.ties import Bond, ChildOf, Direction, Tie, Union
from genogram_app.picture import wording
from genogram_app.picture.agencies import involvement
from genogram_app.picture.couples import line_of, meaning, variant_of
from genogram_app.picture.labels import set_label
from genogram_app.picture.pen import Pen, extent_of
from genogram_app.picture.slashes import with_marks_at, with_marks_slid

#: How near a finger must come to a line, in points.
REACH = 5.0
#: How much of a line is left out round a label on it.
ROUND_LABEL = 1.0
#: The role of the card of two who were never a couple.
NO_COUPLE = "no_couple"
#: The role of the card whose line leaves it to words, and how many letters of them stand on it.
_IN_WORDS = "in_words"
WORDS = 80
#: Roles of nodes that are lines with words on them.
LINES = frozenset({"union", "descent", "bond", "tie"})
#: How far up relationships lie, and those of harm, which nothing may cover.
RELATIONSHIP, HARM = 50, 52


class OnLine(NamedTuple):
    """What a sheet has on a line: where its marks stand, its label, the stretches that are left out."""

    marks: tuple[Point, ...]
    spot: Spot | None
    under: tuple[Stretch, ...]

    def laid(self, pen: Same[Pen], line: Line, points: Polyline) -> tuple[Mark, ...]:
        """Lay a line, interrupted for its label and under other lines."""
        return _laid(pen, line, points, (self.spot.box,) if self.spot else (), self.under)

    def words(self, pen: Same[Pen], content: str, paint: str = "muted") -> tuple[Mark, ...]:
        """Set what stands on a line, where layout found room for it."""
        return _label_set(pen, self.spot, content, paint) if self.spot and content else ()


@dataclass(frozen=True)
class Context:
    """What every line needs: who writes, what the cards say, the family, where things are.

    bridges: the stretches of lines that are left out where others go over them (see `layout.bridges`).
    homes: what each home is called.
    """

    pen: Pen
    catalog: Catalog
    family: FamilyGraph
    layout: Layout
    bridges: Mapping[Id, Sequence[Stretch]] = field(default_factory=dict)
    homes: Mapping[Id, str] = field(default_factory=dict)

    def laid(self, line: Line, points: Polyline, *labels: Id) -> tuple[Mark, ...]:
        """Lay a line, interrupted for those of its labels that stand on it, and under other lines."""
        spots = tuple(self.layout.labels[key].box for key in labels if key in self.layout.labels)
        under = tuple(stretch for key in labels for stretch in self.bridges.get(key, ()))
        return _laid(Same(self.pen), line, points, spots, under)

    def on(self, key: Id) -> OnLine:
        """Give what the sheet has on a line."""
        layout = self.layout
        under = tuple(self.bridges.get(key, ()))
        return OnLine(layout.marks.get(key, ()), layout.labels.get(key), under)

    @cached_property
    def couples(self) -> Mapping[Id, Sequence[str]]:
        """Give what the partners in each union are called."""
        named = {person.id: wording.name(self.pen.words, person) for person in self.family.people}
        couples = kinship.couples(self.family)
        return {union: [named[who] for who in partners] for union, partners in couples.items()}

    def names_of(self, parent: Id) -> Sequence[str]:
        """Give what a couple's partners are called, or a parent alone; none of a service."""
        person = self.family.find(Person, parent) if parent not in self.couples else None
        return [wording.name(self.pen.words, person)] if person else self.couples.get(parent, ())


@lru_cache(maxsize=8192)
def _laid(
    pen: Same[Pen], line: Line, points: Polyline, spots: tuple[Box, ...], under: tuple[Stretch, ...]
) -> tuple[Mark, ...]:
    """Lay a line with gaps for labels and bridges. Most lines of a sheet are the same after an edit."""
    round_labels = [stretch for box in spots for stretch in within(points, box.grown(ROUND_LABEL))]
    return lay(line, points, pen.value.theme.paints, [*round_labels, *under])


# -- words -----------------------------------------------------------------------


def union_label(pen: Pen, catalog: Catalog, union: Union) -> str:
    """Say a union's states with their dates: "m. 1981, div. ?", "2018 – Feb 2021".

    "?" where none is; nothing where the line itself says that it isn't known.
    """
    states = [(spell, catalog.union(spell.kind)) for spell in union.spells]
    ends = [*(_dates_alone(a, b) for (_, a), (_, b) in pairwise(states)), False]
    parts = [
        _state(
            pen, spell, card, states[number + 1][0] if ends[number] else None, last=number == len(states) - 1
        )
        for number, (spell, card) in enumerate(states)
        if number == 0 or not ends[number - 1]
    ]
    unasked = "" if catalog.union(union.kind).stage == "unknown" else "?"
    return ", ".join(part for part in parts if part) or unasked


def _dates_alone(state: LineCard, after: LineCard) -> bool:
    """Say whether a state's dates tell that it ended, so that its end has no words of its own."""
    return state.id == after.was and not state.abbreviation


def states_in_words(catalog: Catalog, union: Union) -> list[LineCard]:
    """Give the states of a couple for which words of their own stand on its line."""
    cards = [catalog.union(spell.kind) for spell in union.spells]
    told = [*cards[:1], *(after for state, after in pairwise(cards) if not _dates_alone(state, after))]
    return [card for card in told if card.abbreviation]


def _state(pen: Pen, spell: Spell, card: LineCard, end: Spell | None, *, last: bool) -> str:
    """Say one state of a union: "m. 1981"; the line itself tells what has no abbreviation: "since 2023".

    Of harm it says as well who says so: "forced 2019 (source ?)".
    """
    if card.harm:
        said = wording.spell_date(pen.words, spell, pen.words.say(card.abbreviation))
        return f"{said} ({wording.source(pen.words, spell.basis, harm=True)})"
    if card.role == NO_COUPLE and isinstance(spell.since, Blank):
        return pen.words.say(card.abbreviation)  # no day is asked of what never began
    if card.abbreviation:
        return wording.spell_date(pen.words, spell, pen.words.say(card.abbreviation))
    until = end.since if end else spell.until
    if until is not None or (last and isinstance(spell.since, When)):
        return wording.span(pen.words, spell.since, until)
    date = wording.when(pen.words, spell.since)
    return date if last else pen.words.say("from {date}", date=date)


def link_label(pen: Pen, catalog: Catalog, link: ChildOf) -> str:
    """Say a care link with its dates: "foster care, May 2024 – Dec 2024"; of a birth its tag, as "DNA"."""
    card = catalog.link(link.kind)
    dates = wording.link_dates(pen.words, link, card.legal)
    return ", ".join(part for part in (link_word(pen, card), dates) if part)


def link_word(pen: Pen, card: LineCard) -> str:
    """Give the word that stands on a child's line; a birth says nothing unless its card has a tag."""
    word = card.tag or ("" if card.blood else card.term or card.label)
    return pen.words.say(word) if word else ""


def bond_label(pen: Pen, catalog: Catalog, bond: Bond) -> str:
    """Say what stands on a relationship's line: its words, how often, who says so, since when."""
    card = catalog.bond(bond.quality)
    said = (
        wording.source(pen.words, bond.basis_of("quality"), harm=card.harm)
        if needs_source(card, bond)
        else ""
    )
    dates = wording.span(pen.words, bond.since, bond.until)
    kind = bond_word(pen, card)
    which = pen.words.say("who to whom ?") if is_open(card, bond) else ""
    told = ", ".join(part for part in (in_words(card, bond), bond.arrangement, which, said, dates) if part)
    return ": ".join(part for part in (kind, told) if part)


def bond_word(pen: Pen, card: LineCard) -> str:
    """Give the word for its kind that stands on a relationship's line; one of harm is never without."""
    word = card.tag or (card.label if card.harm else "")
    return pen.words.say(word) if word else ""


def in_words(card: LineCard, bond: Bond) -> str:
    """Give what a relationship is like where its line says no more than “see the words”."""
    return shorten(bond.notes, WORDS, placeholder=" …") if card.role == _IN_WORDS else ""


def needs_source(card: LineCard, bond: Bond) -> bool:
    """Say whether a line must show whose word it is: harm, the worker's view, and what is in dispute."""
    basis = bond.basis_of("quality")
    return card.harm or basis.standing is not None or basis.teller is Teller.WORKER or bool(bond.accounts)


def is_open(card: LineCard, bond: Bond) -> bool:
    """Say whether nobody has said which way a line goes that must say it."""
    return card.directed == "required" and bond.direction is Direction.UNSET


def tie_label(pen: Pen, family: FamilyGraph, tie: Tie) -> str:
    """Say from when to when a service is tied; empty where nobody has said or its plate says so."""
    said = wording.span(pen.words, tie.since, tie.until)
    agency = family.find(Agency, tie.a)
    return "" if agency and said and said in involvement(pen, agency) else said


def called(pen: Pen, family: FamilyGraph, key: Id) -> str:
    """Say what somebody or something is called in a sentence."""
    if person := family.find(Person, key):
        return wording.name(pen.words, person)
    if home := family.find(Household, key):
        return wording.text(pen.words, home.name)
    agency = family.find(Agency, key)
    return wording.text(pen.words, agency.name) if agency else "?"


def bond_sentence(pen: Pen, catalog: Catalog, family: FamilyGraph, bond: Bond) -> str:
    """Say a relationship as a sentence: "Darren controls Lisa"."""
    card = catalog.bond(bond.quality)
    forth, back = _ways(bond.direction)
    first, second = (bond.b, bond.a) if back and not forth else (bond.a, bond.b)
    template = card.sentence(forth=forth, back=back) or "{a} – {b}"
    return pen.words.say(template, a=called(pen, family, first), b=called(pen, family, second))


def _ways(direction: Direction) -> tuple[bool, bool]:
    """Give whether a line has an arrow where it ends and where it begins."""
    return (
        direction in (Direction.FORTH, Direction.BOTH),
        direction in (Direction.BACK, Direction.BOTH),
    )


# -- nodes ------------------------------------------------------------------------


def union_node(context: Context, union: Union) -> Node | None:
    """Draw a couple's bar with its label; None where only one of the two is on the sheet."""
    if not has_bar(context.layout, union.id):
        return None
    names = context.pen.words.listed(list(context.names_of(union.id)))
    points, on = context.layout.bars[union.id].points, context.on(union.id)
    variant = variant_of(context.catalog, context.family, union)
    return _union_node(Same(context.pen), Same(context.catalog), Same(union), variant, points, on, names)


#: Most lines of a sheet are the same after an edit: so are their nodes, found by all that they are made of.
@lru_cache(maxsize=4096)
def _union_node(
    pen: Same[Pen],
    catalog: Same[Catalog],
    couple: Same[Union],
    variant: str,
    points: Polyline,
    on: OnLine,
    names: str,
) -> Node:
    union, card = couple.value, catalog.value.union(couple.value.kind)
    marks = on.laid(pen, with_marks_at(line_of(card, variant), points, on.marks), points)
    marks += on.words(pen, union_label(pen.value, catalog.value, union))
    says = f"{names}: {pen.value.words.say(meaning(card, variant))}"
    return _line_node(union.id, "union", says, marks, points)


def has_bar(layout: Layout, union: Id) -> bool:
    """Say whether a couple's bar is on a sheet: nothing of it is where only one of the two is."""
    return union in layout.bars and len(layout.bars[union].points) > 1


def bond_node(context: Context, bond: Bond) -> Node | None:
    """Draw a relationship with what stands on its line."""
    points = context.layout.bonds.get(bond.id)
    if not points or len(points) < 2:
        return None
    card = context.catalog.bond(bond.quality)
    spots = context.layout.marks.get(bond.id, ())
    line = with_marks_slid(bond_line(context.catalog, bond), points, spots)
    marks = context.laid(line, points, bond.id)
    marks += context.on(bond.id).words(
        Same(context.pen), bond_label(context.pen, context.catalog, bond), card.paint
    )
    says = bond_sentence(context.pen, context.catalog, context.family, bond)
    return _line_node(bond.id, "bond", says, marks, points, depth=HARM if card.harm else RELATIONSHIP)


def tie_node(context: Context, tie: Tie) -> Node | None:
    """Draw what joins a service to whom it serves: strength, strain and direction in one line."""
    points = context.layout.ties.get(tie.id)
    if not points or len(points) < 2:
        return None
    cards = tie_cards(context.catalog, tie)
    marks = context.laid(tie_line(context.catalog, tie), points, tie.id)
    marks += context.on(tie.id).words(Same(context.pen), tie_label(context.pen, context.family, tie))
    ends = [context.homes.get(key) or called(context.pen, context.family, key) for key in tie.ends]
    kind = ", ".join(context.pen.words.say(card.label) for card in cards)
    says = f"{ends[0]} – {ends[1]}: {kind}{_flow(context.pen, cards[0], tie.direction, ends)}"
    return _line_node(tie.id, "tie", says, marks, points, depth=30)


def _flow(pen: Pen, card: LineCard, direction: Direction, ends: Sequence[str]) -> str:
    """Say which way the support of a tie flows, where its arrow shows it."""
    forth, back = _ways(direction)
    if card.directed == "none" or not (forth or back):
        return ""
    first, second = reversed(ends) if back and not forth else ends
    return f". {pen.words.say(card.sentence(forth=forth, back=back), a=first, b=second)}"


def bond_line(catalog: Catalog, bond: Bond) -> Line:
    """Give the line of a relationship, with its arrows and whether it has ended."""
    forth, back = _ways(bond.direction)
    return catalog.bond(bond.quality).drawn(forth=forth, back=back, ended=bond.until is not None)


def tie_line(catalog: Catalog, tie: Tie) -> Line:
    """Give the line of a tie: its strength bears the arrows, and the slash off which its strain keeps."""
    forth, back = _ways(tie.direction)
    ended = tie.until is not None
    return catalog.tie_line(tie.strength, tie.strain, forth=forth, back=back, ended=ended)


def tie_cards(catalog: Catalog, tie: Tie) -> tuple[LineCard, ...]:
    """Give the cards of a tie: its strength, the plain one where nobody has said, and its strain."""
    strain = catalog.tie_strain(tie.strain)
    strength = catalog.tie_strength(tie.strength)
    return (strength, strain) if strain else (strength,)


# -- pieces ------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _line_node(
    key: Id, role: str, says: str, marks: tuple[Mark, ...], points: Polyline, depth: int = 20
) -> Node:
    return line_node(key, role, says, marks, band(points, REACH), depth)


@lru_cache(maxsize=8192)
def line_node(key: Id, role: str, says: str, marks: tuple[Mark, ...], hit: Outline, depth: int = 20) -> Node:
    """Give a line with all that belongs to it. hit: where a finger means it."""
    return Node(f"{role}:{key}", role, says, marks, extent_of(marks), depth, hit, hollow=True)


def words_apart(node: Node) -> tuple[Node, ...]:
    """Set the words on a line apart from its ink, above all lines, so that none runs through them."""
    return _words_apart(Same(node)) if node.role in LINES else (node,)


@lru_cache(maxsize=8192)
def _words_apart(line: Same[Node]) -> tuple[Node, ...]:
    node = line.value
    words = tuple(mark for mark in node.marks if isinstance(mark, Text))
    if not words:
        return (node,)
    ink = tuple(mark for mark in node.marks if not isinstance(mark, Text))
    label = Node(f"label:{node.key}", "label", "", words, extent_of(words), depth=60)
    return replace(node, marks=ink), label


def band(points: Sequence[Point], reach: float) -> Outline:
    """Give the outline that lies within `reach` points of a route: where a finger means it."""
    return _band(tuple(points), reach)


@lru_cache(maxsize=8192)
def _band(points: Polyline, reach: float) -> Outline:
    if len(set(points)) < 2:
        return ()
    route: Polyline = Route(points).points
    return polygon([*offset(route, reach), *reversed(offset(route, -reach))])


@lru_cache(maxsize=4096)
def _label_set(pen: Same[Pen], spot: Spot, content: str, paint: str) -> tuple[Mark, ...]:
    return tuple(set_label(pen.value, spot, content, paint))
