"""What relationship lines run between, and among."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from genogram_app.drawing.primitives import Point
from genogram_app.layout.sheet.extents import Extent, Trace
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id


@dataclass(frozen=True)
class Setting:
    """A sheet as its lines find it.

    places, extents: of people and services. doors: where on a household's ring a
    line may end. scenery: what is drawn already. traces: how much room each line takes.
    """

    places: Mapping[Id, Point]
    extents: Mapping[Id, Extent]
    doors: Mapping[Id, Sequence[Point]]
    scenery: Scenery
    traces: Mapping[Id, Trace]
