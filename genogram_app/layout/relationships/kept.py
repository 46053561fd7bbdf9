"""What was worked out for one sheet and holds for the next, after an edit that touched little of it."""

from __future__ import annotations

from collections.abc import Mapping

from genogram_app.layout.relationships.arcs import Arcs
from genogram_app.layout.relationships.remembered import Known, RememberedArcs
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.sheet.field import Field
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.scenery import Scenery

#: The largest sheet of which what was painted is kept, in square points: it takes some megabytes.
LARGEST = 4e7


class Kept:
    """What a sheet may take over from the one before, found by value: the drawing is the same without it."""

    def __init__(self) -> None:
        self._painted: dict[float, Field] = {}
        self._last: Mapping[float, Field] = {}
        self._ways: Known = {}

    def scenery(self, solid: Ground, ink: Ink, rings: Ink) -> Scenery:
        """Give the scenery of a sheet; what was painted of the one before is painted further."""
        self._painted |= self._last
        scenery = Scenery(solid, ink, rings, self._painted)
        bounds = solid.bounds()
        self._last = scenery.fields if bounds and bounds.width * bounds.height < LARGEST else {}
        return scenery

    def arcs(self, setting: Setting) -> Arcs:
        """Give what draws the relationships of a sheet; it knows the ways of the one before."""
        arcs = RememberedArcs(setting, self._ways)
        self._ways = arcs.known
        return arcs
