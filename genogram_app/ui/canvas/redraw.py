"""What changes with a drag: the lines and rings of what moves, drawn alone on a page that stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from genogram_app.drawing.primitives import Node, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.relationships.kept import InPassing
from genogram_app.model.document import Placement
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Tie
from genogram_app.picture.compose import Sheet, draw_family, lay_out_measured
from genogram_app.picture.measured import measure
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas.hits import FIGURES

#: So many relationships are drawn at once: together with a painting they fit in a frame.
_AT_ONCE = 2


def redrawings(maker: Scene, sheet: Sheet, keys: Iterable[Id]) -> tuple[Redrawing, ...]:
    """Give what draws the lines of some figures: those of the family first, then a few relationships each."""
    return tuple(Redrawing(maker, sheet, part) for part in attached(sheet.case.family, keys))


class Redrawing:
    """Draws a part of a family again and again while some of its figures are dragged."""

    def __init__(self, maker: Scene, sheet: Sheet, part: FamilyGraph) -> None:
        self._maker, self._sheet = maker, sheet
        self._case = replace(sheet.case, family=part)
        places = sheet.layout.places
        self._rest = {key: Placement(x=x, y=y) for key, (x, y) in places.items() if key in part}

    def nodes(self, spots: Mapping[Id, Point]) -> tuple[Node, ...]:
        """Give the lines and rings, in points of the page, as they are with some figures elsewhere."""
        moved = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in spots.items()}
        view, maker = self._sheet.view, self._maker
        case = self._case.place(view.kind, self._rest | moved)
        hand = maker.hand(case.page, proof=view.proof)
        measured = measure(hand.pen, hand.catalog, case, view)
        layout = lay_out_measured(case, view, measured, kept=InPassing())
        drawn = draw_family(hand.pen, hand.catalog, case, view, layout, measured)
        lines = (node for node in drawn.nodes if node.role not in FIGURES)
        return tuple(self._sheet.transform.node(node) for node in lines)


def attached(family: FamilyGraph, keys: Iterable[Id]) -> tuple[FamilyGraph, ...]:
    """Give the parts of a family whose lines change when some figures move: theirs, and no others.

    The first is of kin and homes, the others of relationships. All homes come along in
    each, so that each keeps its colour; those that nobody of a part lives in have no ring.
    """
    moving = sorted(key for key in set(keys) if key in family)
    parents = {link.parent for key in moving for link in kinship.links_up(family, key)}
    couples = {place.union for key in moving for place in family.out_of(PartnerIn, key)}
    below = [link for parent in parents | couples | set(moving) for link in family.into(ChildOf, parent)]
    edges: list[Edge] = [
        *below,
        *(place for union in sorted(parents | couples) for place in family.into(PartnerIn, union)),
    ]
    homes = {stay.household for key in moving for stay in family.out_of(LivesIn, key)}
    return _part(family, moving, edges, homes), *_relationships(family, moving)


def _relationships(family: FamilyGraph, moving: Sequence[Id]) -> Iterator[FamilyGraph]:
    """Give a few relationships at a time, those between the same two together."""
    lines: dict[Id, Edge] = {
        line.id: line for kind in (Bond, Tie) for key in moving for line in family.at(kind, key)
    }
    ordered = sorted(lines.values(), key=lambda line: (sorted(line.ends), line.id))
    batch: list[Edge] = []
    for _, same in groupby(ordered, key=lambda line: sorted(line.ends)):
        batch += same
        if len(batch) >= _AT_ONCE:
            yield _part(family, (), batch, _homes_at(family, batch))
            batch = []
    if batch:
        yield _part(family, (), batch, _homes_at(family, batch))


def _homes_at(family: FamilyGraph, lines: Iterable[Edge]) -> set[Id]:
    return {end for line in lines for end in line.ends if family.find(Household, end)}


def _part(
    family: FamilyGraph, people: Iterable[Id], edges: Iterable[Edge], homes: Iterable[Id]
) -> FamilyGraph:
    """Give a part of a family: some people, some edges with their ends, some homes with who lives there."""
    stays = (stay for home in sorted(homes) for stay in family.into(LivesIn, home))
    drawn: dict[Id, Edge] = {edge.id: edge for edge in (*edges, *stays)}
    ends = {end for edge in drawn.values() for end in edge.ends} | set(people)
    nodes = [family.record(key) for key in sorted(ends) if not family.find(Household, key)]
    return FamilyGraph.of([*nodes, *family.households, *drawn.values()])
