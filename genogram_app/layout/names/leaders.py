"""Leaders: what it costs that the thin line from a label to what it names goes where it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from math import dist

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box
from genogram_app.layout.names.label_places import AIR
from genogram_app.layout.sheet.field import LABEL
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: What it costs that a leader crosses a line (but one of harm), each stretch along its own or, beyond so many
#: that are a crossing, along another; its least length.
LED_OVER, LED_ALONG, ACROSS, LEAST_LEADER = 5.0, 3.0, 8, 5.0
#: How near the edge of a ring it seems to be that edge, and beyond how many stretches.
AT_EDGE, AT_RING = 3.0, 5
#: What it costs that it crosses harm, or another: less than words on that line, which would seem its own.
OVER_HARM = OVER_LEADER = 24.0
#: What it costs that it passes over somebody or over words.
OVER_WORDS = 160.0
#: How finely a leader is looked along, in points.
FINE = 2.0


def crossed(leader: Polyline, own: set[Id], harm: Container[Id], scenery: Scenery, most: float) -> float:
    """Give what it costs to cross lines, pass over somebody, run along a line or a ring; up to `most`."""
    met_by, over = set[Id](), set[Id]()
    runs, beside, along, cost = Counter[Id](), Counter[Id](), 0, 0.0
    for x, y in dense(leader, FINE)[1:]:
        spot = Box(x - FINE / 2, y - FINE / 2, x + FINE / 2, y + FINE / 2)
        over.update(scenery.solid.near(spot))
        over.update(key for key in scenery.solid.near(spot.grown(AIR)) if key.startswith(LABEL))
        met = {key.partition("/")[0] for key in scenery.ink.near(spot)}
        met_by |= met - own
        runs = _further(runs, met - own)
        beside = _further(beside, set(scenery.rings.near(Box(x, y, x, y).grown(AT_EDGE))) - own)
        along += any(run > ACROSS for run in runs.values()) or any(run > AT_RING for run in beside.values())
        along += bool(met & own) and dist((x, y), leader[-1]) > LEAST_LEADER
        cost = sum(_crossing(key, harm) for key in met_by) + OVER_WORDS * len(over) + LED_ALONG * along
        if cost >= most:
            break
    return cost


def _further(runs: Counter[Id], there: set[Id]) -> Counter[Id]:
    """Give for how many stretches on end a leader has run along each of those that are there."""
    return Counter({key: runs[key] + 1 for key in there})


def _crossing(key: Id, harm: Container[Id]) -> float:
    """Give what it costs that a leader crosses a line: two that cross would each seem the other's."""
    return OVER_LEADER if key.startswith(LABEL) else OVER_HARM if key in harm else LED_OVER
