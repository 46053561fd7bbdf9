"""Households as they are drawn: a soft ring with the family's words for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, groupby
from math import dist

from genogram_app.catalog.cards import RingCard
from genogram_app.catalog.load import Catalog
from genogram_app.catalog.theme import Tint
from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Mark, Node, Outline, Path, Stroke
from genogram_app.drawing.shapes import rounded_rect
from genogram_app.drawing.strands import Line, lay
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.homes.rings import common, gap
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.picture.labels import ON_RING, leader, shape_of
from genogram_app.picture.lines import called
from genogram_app.picture.pen import SMALL_STRONG, Pen, extent_of
from genogram_app.words import Words

#: How much thinner the edge is beside whoever is there part of the time, and how finely it is cut.
THIN, FINE = 0.5, 4.0
#: What the foot of a page says of whoever stands on the wrong side of a ring, by layout's compromise.
ASTRAY = {
    "ring": "{names} drawn within the ring of {home}, though not said to live there",
    "left out": "{names} drawn outside the ring of {home}, though living there",
}
#: How far apart two homes in the same colours stand that nobody takes for one.
APART = 90.0


def ring_label(pen: Pen, catalog: Catalog, family: FamilyGraph, home: Household, called: str) -> str:
    """Say a home in the family's words: "Gran's home, since 4 Aug 2026"; who is there part of the time."""
    words = pen.words
    parts = [called, kind_of_home(words, catalog, home, called), wording.span(words, home.since, home.until)]
    for share, names in _part_time(pen, family, home).items():
        parts.append(words.say("{names} {share}", names=words.listed(names), share=share))
    return ", ".join(part for part in parts if part)


def kind_of_home(words: Words, catalog: Catalog, home: Household, called: str) -> str:
    """Say what kind of home it is; empty where what it is called says so."""
    kind = catalog.ring(home.kind).tag
    said = words.say(kind) if kind else ""
    return "" if said.casefold() in called.casefold() else said


def _part_time(pen: Pen, family: FamilyGraph, home: Household) -> dict[str, list[str]]:
    """Give who lives there part of the time, by when."""
    found: dict[str, list[str]] = {}
    for place in kinship.members(family, home.id):
        if place.part_time:
            share = place.pattern or pen.words.say("part time")
            found.setdefault(share, []).append(_short(pen, family.get(Person, place.person)))
    return found


def _short(pen: Pen, person: Person) -> str:
    """Give what somebody is called at home; the whole name stands under the symbol within the ring."""
    return person.known_as or wording.name(pen.words, person).split(" ")[0]


def is_past(family: FamilyGraph, home: Household, day: date) -> bool:
    """Say whether nobody lives there any longer on a day."""
    places = kinship.members(family, home.id)
    return home.until is not None or (bool(places) and not any(kinship.current(p, day) for p in places))


def ring_nodes(
    pen: Pen,
    catalog: Catalog,
    family: FamilyGraph,
    layout: Layout,
    home: Household,
    called: str,
    tint: Tint,
    day: date,
) -> tuple[Node, ...]:
    """Draw the ring of a home by what it is called, in its colours; nothing where nobody of it is drawn.

    Its tint is one node, its edge and its label are others above all tints, so
    that homes that share somebody can both be followed.
    """
    outline = layout.rings.get(home.id)
    if not outline:
        return ()
    past, card = is_past(family, home, day), catalog.ring(home.kind)
    strand = replace(card.past if past else card.edge, paint="edge")
    label = ring_label(pen, catalog, family, home, called)
    says = pen.words.say("Home: {label}", label=label)
    fill = (Path(outline, None, tint.fill),)
    ring = Node(f"ring:{home.id}", "ring", says, fill, extent_of(fill), depth=0, hit=outline, hollow=True)
    paths: list[Mark] = []
    for part, part_time in _stretches(family, layout, home, outline):
        edge = Line((replace(strand, width=strand.width * THIN) if part_time else strand,))
        paths += lay(edge, part, {"edge": tint.edge})
    border = Node(f"ring-edge:{home.id}", "ring", "", tuple(paths), extent_of(paths), depth=5)
    words = tuple(_label(pen, layout, home, label, tint))
    named = Node(f"label:ring:{home.id}", "label", "", words, extent_of(words), depth=6)
    return (ring, border, named) if words else (ring, border)


def astray(pen: Pen, family: FamilyGraph, layout: Layout, homes: Mapping[Id, str]) -> list[str]:
    """Say who stands on the wrong side of a home's ring: the line alone would tell a wrong story.

    homes: what each is called.
    """
    words, found = pen.words, []
    for compromise in layout.warnings:
        home, *others = compromise.who
        names = words.listed([called(pen, family, key) for key in others])
        found.append(words.say(ASTRAY[compromise.kind], home=homes[home], names=names))
    return found


def tints_of(pen: Pen, family: FamilyGraph, layout: Layout, day: date) -> dict[Id, Tint]:
    """Give the colours of each home on the sheet: those of what is past, or its own.

    Its own come in turn, unless a home close by has them already: then the next
    that none has, or else those of the home that is furthest away.
    """
    found: dict[Id, Tint] = {}
    own: dict[Id, int] = {}
    count = len(pen.theme.tints)
    for number, home in enumerate(family.households):
        if home.id not in layout.rings:
            continue
        if is_past(family, home, day):
            found[home.id] = Tint(pen.paint("past_fill"), pen.paint("past"))
            continue
        turns = [(number + step) % count for step in range(count)]
        own[home.id] = max(turns, key=lambda turn: _room_for(turn, home.id, own, layout))
        found[home.id] = pen.theme.tint(own[home.id])
    return found


def _room_for(turn: int, home: Id, own: Mapping[Id, int], layout: Layout) -> float:
    """Give how far from a home the nearest with some tint is; far enough counts as far enough."""
    same = [layout.rings[other] for other, tint in own.items() if tint == turn]
    return min([APART, *(gap(layout.rings[home], ring) for ring in same)])


def states(family: FamilyGraph, layout: Layout, home: Household, day: date) -> set[str]:
    """Give how a home's ring is drawn: "" as it is now, "part" beside who is there part time, "ended"."""
    if is_past(family, home, day):
        return {"ended"}
    stretches = _stretches(family, layout, home, layout.rings[home.id])
    return {"part" if part_time else "" for _, part_time in stretches}


def ring_swatch(pen: Pen, card: RingCard, outline: Outline, state: str) -> Path:
    """Draw a ring as a key shows it: in no home's own colour, for each on a sheet has another."""
    strand = card.past if state == "ended" else card.edge
    width = strand.width * (THIN if state == "part" else 1.0)
    tint = Tint(pen.paint("past_fill"), pen.paint("past" if state == "ended" else "muted"))
    # A round join at a tooth of the edge would be a blob.
    return Path(outline, Stroke(tint.edge, width, strand.dash, join="bevel"), tint.fill)


def shared_nodes(pen: Pen, layout: Layout, tints: Mapping[Id, Tint]) -> Iterator[Node]:
    """Draw the ground that two homes share in both their tints, so that each is seen whole."""
    for (a, one), (b, other) in combinations(tints.items(), 2):
        if ground := common(layout.rings[a], layout.rings[b]):
            fill = (Path(ground, None, mixed(one.fill, other.fill)),)
            yield Node(f"ring-shared:{a}:{b}", "ring", "", fill, extent_of(fill), depth=1)


def mixed(one: str, other: str) -> str:
    """Give the colour that two colours make on one paper, one laid over the other."""
    pairs = (int(one[i : i + 2], 16) * int(other[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(pair / 255):02X}" for pair in pairs)


def _stretches(
    family: FamilyGraph, layout: Layout, home: Household, outline: Outline
) -> Iterator[tuple[Polyline, bool]]:
    """Cut a ring's edge where it passes from those who live there all the time to those who don't."""
    living = kinship.members(family, home.id)
    who = [
        (layout.places[place.person], place.part_time) for place in living if place.person in layout.places
    ]
    kinds = {part_time for _, part_time in who}
    for loop in flatten(outline):
        if len(kinds) < 2:
            yield loop, any(kinds)
        else:
            yield from _cut(loop, who)


def _cut(loop: Polyline, who: Sequence[tuple[tuple[float, float], bool]]) -> Iterator[tuple[Polyline, bool]]:
    """Cut a loop by who stands nearest to each of its points: where, and whether there part of the time."""
    points = [*dense(loop, FINE), loop[-1]]
    whose = [min(who, key=lambda one: (dist(one[0], point), one))[1] for point in points]
    if len(set(whose)) < 2:  # as of a hole in a ring that lies beside some of them alone
        yield loop, whose[0]
        return
    # Begin where it changes, so that no stretch is cut at the loop's seam.
    seam = next(i for i in range(len(whose)) if whose[i] != whose[i - 1])
    turned = list(
        zip([*points[seam:], *points[: seam + 1]], [*whose[seam:], *whose[: seam + 1]], strict=True)
    )
    for part_time, stretch in groupby(turned, key=lambda found: found[1]):
        found = tuple(point for point, _ in stretch)
        if len(found) > 1:
            yield found, part_time


def _label(pen: Pen, layout: Layout, home: Household, content: str, tint: Tint) -> list[Mark]:
    spot = layout.labels.get(home.id)
    if spot is None:
        return []
    (x, y), lines = spot.centre, shape_of(content, spot, ON_RING)
    first = y - ON_RING.pitch * (len(lines) - 1) / 2 + SMALL_STRONG.size * 0.36
    words = [
        pen.text(part, x, first + number * ON_RING.pitch, SMALL_STRONG, "middle")
        for number, part in enumerate(lines)
    ]
    return [
        *leader(spot, tint.edge, pen.paint("paper")),
        Path(rounded_rect(spot.box, 3), None, pen.paint("paper")),
        *(replace(text, paint=tint.edge) for text in words),
    ]
