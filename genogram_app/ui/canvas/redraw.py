"""What changes with a drag: the lines and rings of what moves, drawn alone on a page that stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from genogram_app.drawing.primitives import Node, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.document import Placement
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Tie
from genogram_app.picture.compose import Sheet, draw_family, lay_out_measured
from genogram_app.picture.measured import measure
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas.hits import FIGURES


class Redrawing:
    """Draws what hangs on some figures again and again while they are dragged."""

    def __init__(self, maker: Scene, sheet: Sheet, keys: Iterable[Id]) -> None:
        self._maker, self._sheet = maker, sheet
        part = attached(sheet.case.family, keys)
        self._case = replace(sheet.case, family=part)
        places = sheet.layout.places
        self._rest = {key: Placement(x=x, y=y) for key, (x, y) in places.items() if key in part}

    def nodes(self, spots: Mapping[Id, Point]) -> tuple[Node, ...]:
        """Give the lines and rings, in points of the page, as they are with some figures elsewhere."""
        moved = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in spots.items()}
        view, maker = self._sheet.view, self._maker
        case = self._case.place(view.kind, self._rest | moved)
        measured = measure(maker.pen, maker.catalog, case, view)
        layout = lay_out_measured(case, view, measured)
        drawn = draw_family(maker.pen, maker.catalog, case, view, layout, measured)
        lines = (node for node in drawn.nodes if node.role not in FIGURES)
        return tuple(self._sheet.transform.node(node) for node in lines)


def attached(family: FamilyGraph, keys: Iterable[Id]) -> FamilyGraph:
    """Give the part of a family whose lines change when some figures move: theirs, and no others.

    All homes come along, so that each keeps its colour; those that nobody of
    the part lives in have no ring.
    """
    moving = sorted(key for key in set(keys) if key in family)
    lines = [line for key in moving for kind in (Bond, Tie) for line in family.at(kind, key)]
    parents = {link.parent for key in moving for link in kinship.links_up(family, key)}
    couples = {place.union for key in moving for place in family.out_of(PartnerIn, key)}
    below = [link for parent in parents | couples | set(moving) for link in family.into(ChildOf, parent)]
    homes = {stay.household for key in moving for stay in family.out_of(LivesIn, key)}
    homes |= {end for line in lines for end in line.ends if family.find(Household, end)}
    edges: dict[Id, Record] = {edge.id: edge for edge in (*lines, *below)}
    edges |= {place.id: place for union in parents | couples for place in family.into(PartnerIn, union)}
    edges |= {stay.id: stay for home in homes for stay in family.into(LivesIn, home)}
    ends = {end for edge in edges.values() for end in edge.ends}  # type: ignore[attr-defined]
    nodes = [family.record(key) for key in sorted(ends | set(moving)) if not family.find(Household, key)]
    return FamilyGraph.of([*nodes, *family.households, *edges.values()])
