"""Add a child to five seeded couples of a family, and count who moves for it and how far.

The room is made as after an edit in the window. A box is 80 × 60 points; a move
of a quarter of a box and less isn't noticed. Times are processor times, the edit
of the graph included.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Mapping
from random import Random
from statistics import median
from time import process_time

from benchmarks import peers
from benchmarks.figures import Figure, Figures
from benchmarks.lay_out_family import BOX, OPTIONS, records_of
from benchmarks.peers import Result
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.settle import room_made
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.dates import When
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from genogram_app.start import NEW_OBJECTS

#: The largest share of the others that may move noticeably.
SHARES = {"hand30": 0.07, "synth100": 0.05, "synth300": 0.05}
MEAN_MOVE, TIME = 0.03, {"synth300": 3.0}
EDITS, TURNS = 5, 5
NEW = "newcomer"


def measure() -> Figures:
    """Measure the families; where they are not there, that is the figure."""
    if not peers.are_there():
        return {"families_not_there": Figure(len(SHARES), "ratio", 0)}
    # As the program itself does at its start.
    gc.set_threshold(NEW_OBJECTS, *gc.get_threshold()[1:])
    figures: dict[str, Figure] = {}
    for name in SHARES:
        document = json.loads(peers.family(name).read_text(encoding="utf-8"))
        figures |= _figures(name, [joined(document, seed) for seed in range(EDITS)])
    return figures


def _figures(name: str, edits: list[Result]) -> dict[str, Figure]:
    moved, way = [edit["moved"] for edit in edits], [edit["mean_move"] for edit in edits]
    return {
        f"{name}_worst_share_that_moves": Figure(max(moved), "ratio", SHARES[name]),
        f"{name}_mean_share_that_moves": Figure(sum(moved) / EDITS, "ratio"),
        f"{name}_worst_mean_move": Figure(max(way), "ratio", MEAN_MOVE),
        f"{name}_neighbours_that_swap": Figure(sum(edit["inversions"] for edit in edits), "ratio", 0),
        f"{name}_time": Figure(median(edit["ms"] for edit in edits), "ms", TIME.get(name)),
    }


def joined(document: Result, seed: int) -> Result:
    """Add a child to a couple that a seed picks; give how the others moved, and the time it took."""
    extents = {person["id"]: Extent.of_box(*BOX) for person in document["persons"]}
    laid = lay_out(FamilyGraph.of(records_of(document)), "genogram", extents, {}, OPTIONS)
    places = {key: Placement(x=x, y=y) for key, (x, y) in laid.places.items()}
    couples = [union["id"] for union in document["unions"] if len(union["partners"]) > 1]
    couple = Random(seed).choice(couples)
    bigger = extents | {NEW: Extent.of_box(*BOX)}
    times: list[float] = []
    made: dict[Id, tuple[float, float]] = {}
    families = [_looked_at(document) for _ in range(TURNS)]
    for family in families:
        begun = process_time()
        made = room_made(_with_child(family, couple), bigger, places, OPTIONS)
        times.append((process_time() - begun) * 1000)
    before = {key: (at.x, at.y) for key, at in places.items()}
    moved = peers.stability()(document, _sheet(before), _sheet(before | made))
    return moved | {"ms": median(times)}


def _looked_at(document: Result) -> FamilyGraph:
    """Give a family whose sheet has been drawn before somebody joins it."""
    family = FamilyGraph.of(records_of(document))
    kin_of(family, OPTIONS)
    return family


def _with_child(family: FamilyGraph, couple: Id) -> FamilyGraph:
    child = Person(id=NEW, gender="woman", born=When("2020"))
    return family.changed(put=[child, ChildOf(id=f"{NEW}-c", child=NEW, parent=couple, kind="birth")])


def _sheet(places: Mapping[Id, tuple[float, float]]) -> Result:
    return {"box": list(BOX), "pos": {key: list(place) for key, place in places.items()}}
