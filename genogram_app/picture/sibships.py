"""What stands on the lines of brothers and sisters: twins, who is missing, a parent not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from genogram_app.catalog.cards import MarkCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Mark, Node, Path, Point, Stroke
from genogram_app.drawing.shapes import polyline
from genogram_app.drawing.transform import Transform
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Twin, Union
from genogram_app.picture.lines import Context, called
from genogram_app.picture.pen import SMALL_STRONG, Pen, extent_of
from genogram_app.picture.symbol import shape_of

#: How far down the legs of twins their bar or "?" stands.
SHARE = 0.56
#: How stubs are dotted, and how wide all these lines are, in points.
DOTS = (1.2, 2.6)
WIDTH = 1.28
#: The fact that a parent isn't named.
_PARENT = "parent"


def nodes(context: Context) -> Iterator[Node]:
    """Draw everything of this kind on a sheet."""
    for links in _together(context.family, context.layout):
        yield _twins(context, links)
    for key, line in context.layout.stubs.items():
        yield _missing(context, key, line)


def _together(family: FamilyGraph, layout: Layout) -> list[tuple[ChildOf, ...]]:
    """Give the links of those born together whose lines are all on the sheet."""
    born = kinship.born_together(family)
    return [links for links in born if all(link.id in layout.descents for link in links)]


def used(catalog: Catalog, family: FamilyGraph, layout: Layout) -> list[MarkCard]:
    """Give the marks of this kind that a sheet bears."""
    together = _together(family, layout)
    twins = [_alike(one, other) for links in together for one, other in pairwise(links)]
    stubs = [family.record(key) for key in layout.stubs]
    ends = [parent.more for parent in stubs if isinstance(parent, Person | Union)]
    facts = [twin.value for twin in twins] + [more.value for more in ends if more]
    facts += [_PARENT for link in stubs if isinstance(link, ChildOf)]
    return [catalog.mark_for(fact) for fact in facts]


# -- born together ------------------------------------------------------------------


def _twins(context: Context, links: Sequence[ChildOf]) -> Node:
    legs = [context.layout.descents[link.id] for link in links]
    marks = [
        mark
        for (one, other), (left, right) in zip(pairwise(links), pairwise(legs), strict=True)
        for mark in _between(context.pen, _alike(one, other), *_level(legs, left, right))
    ]
    box = extent_of([Path(polyline(leg)) for leg in legs])
    return Node(f"twins:{links[0].birth}", "descent", _says(context, links), tuple(marks), box, depth=12)


def _says(context: Context, links: Sequence[ChildOf]) -> str:
    """Say how alike those born together are: "Ola and Iga: identical twins; Jan: twins, not identical"."""
    words, names = context.pen.words, dict[Twin, list[str]]()
    for link in links:
        name = called(context.pen, context.family, link.child)
        names.setdefault(link.twin or Twin.UNKNOWN, []).append(name)
    labels = {twin: words.say(context.catalog.mark_for(twin.value).label) for twin in names}
    return "; ".join(f"{words.listed(who)}: {labels[twin]}" for twin, who in names.items())


def _alike(one: ChildOf, other: ChildOf) -> Twin:
    """Say how alike two neighbours are: one of whom nobody knows leaves it open."""
    kinds = {one.twin, other.twin}
    if Twin.UNKNOWN in kinds:
        return Twin.UNKNOWN
    return Twin.IDENTICAL if kinds == {Twin.IDENTICAL} else Twin.NOT_IDENTICAL


def _level(legs: Sequence[Polyline], left: Polyline, right: Polyline) -> tuple[Point, Point]:
    """Give the points of two legs on which a bar lies level: as far down as suits the shortest of all."""
    top, foot = max(leg[-2][1] for leg in legs), min(leg[-1][1] for leg in legs)
    height = top + (foot - top) * SHARE
    return _down(left, height), _down(right, height)


def _down(leg: Polyline, height: float) -> Point:
    """Give the point of a leg at a height."""
    (x, y), (to_x, to_y) = leg[-2], leg[-1]
    return x + (to_x - x) * ((height - y) / (to_y - y) if to_y != y else SHARE), height


def _between(pen: Pen, twin: Twin, left: Point, right: Point) -> Iterator[Mark]:
    if twin is Twin.IDENTICAL:
        yield Path(polyline((left, right)), Stroke(pen.paint("ink"), WIDTH))
    elif twin is Twin.UNKNOWN:
        x, y = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
        yield pen.text("?", x, y + 3.4, SMALL_STRONG, "middle", halo=True)


# -- who is missing ----------------------------------------------------------------


def _missing(context: Context, key: Id, line: Polyline) -> Node:
    """Draw the line on to who isn't on the sheet: more children of somebody's, or a parent not named."""
    pen, record = context.pen, context.family.record(key)
    if isinstance(record, ChildOf):
        name = called(pen, context.family, record.child)
        one = kinship.parent_people(context.family, record)
        template = "{name}: the other parent isn’t named" if one else "{name}: the parents aren’t named"
        sign = context.catalog.mark_for(_PARENT).inner
        marks, says = _open(pen, sign, line), pen.words.say(template, name=name)
    else:
        assert isinstance(record, Person | Union)
        assert record.more is not None
        card = context.catalog.mark_for(record.more.value)
        marks, says = _end(pen, card, line), pen.words.say(card.label)
    return Node(f"stub:{key}", "descent", says, marks, extent_of(marks), depth=12)


def _open(pen: Pen, sign: str, line: Polyline) -> tuple[Mark, ...]:
    """Draw a dotted line to a sign."""
    (start, _), (x, y) = line[0], line[-1]
    dotted = Path(polyline(line), Stroke(pen.paint("ink"), WIDTH, DOTS))
    if start == x:
        return dotted, pen.text(sign, x, y - 2.0, SMALL_STRONG, "middle", halo=True)
    return dotted, pen.text(sign, x + 2.5, y + 2.9, SMALL_STRONG, halo=True)


def _end(pen: Pen, card: MarkCard, line: Polyline) -> tuple[Mark, ...]:
    """Draw the line on, solid to an end that is known, dotted where it isn't, with the mark at its end."""
    if card.inner:
        return _open(pen, card.inner, line)
    solid = Path(polyline(line), Stroke(pen.paint("ink"), WIDTH))
    return solid, *(Transform(1.0, *line[-1]).mark(part) for part in shape_of(pen, card))


# -- in a key ---------------------------------------------------------------------------


def swatch(pen: Pen, card: MarkCard) -> tuple[Mark, ...]:
    """Show a mark on the lines of brothers and sisters, with its middle at the origin."""
    if card.on == "twins":
        return _twins_swatch(pen, card)
    ink = Stroke(pen.paint("ink"), WIDTH)
    if card.fact == _PARENT:
        return Path(polyline(((-8.0, -6.0), (-8.0, 6.0))), ink), *_end(pen, card, ((-8.0, 0.0), (7.0, 0.0)))
    bar = Path(polyline(((-16.0, 0.0), (0.0, 0.0))), ink)
    stem = Path(polyline(((-10.0, 0.0), (-10.0, 6.0))), ink)
    return bar, stem, *_end(pen, card, ((-6.0, 0.0), (9.0, 0.0)))


def _twins_swatch(pen: Pen, card: MarkCard) -> tuple[Mark, ...]:
    legs = [((0.0, -6.0), (side * 11.0, 7.0)) for side in (-1, 1)]
    lines = [Path(polyline(leg), Stroke(pen.paint("ink"), WIDTH)) for leg in legs]
    return *lines, *_between(pen, Twin(card.fact), *_level(legs, *legs))
