"""What was worked out for one sheet and holds for the next, after an edit that touched little of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from genogram_app.layout.descent.known_marks import KnownMarks
from genogram_app.layout.relationships.arcs import Arcs, Bundle
from genogram_app.layout.relationships.paths import Sites
from genogram_app.layout.relationships.remembered import Remembered, RememberedArcs
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.relationships.ways import Priced
from genogram_app.layout.sheet.field import Field
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.probe import Probe
from genogram_app.layout.sheet.scenery import Scenery

T = TypeVar("T")
#: The largest sheet of which what was painted is kept, in square points: it takes some megabytes.
LARGEST = 4e7


class Kept:
    """What a sheet may take over from the one before, found by value: the drawing is the same without it."""

    #: Whether there is time to lead the edges of rings off lines.
    at_leisure = True

    def __init__(self) -> None:
        self._painted: dict[float, Field] = {}
        self._last: Mapping[float, Field] = {}
        self._ways = Remembered()
        #: Marks on lines of couples and children, before relationships are drawn.
        self.marks = KnownMarks()
        self._made: dict[str, tuple[object, object]] = {}
        self._left: tuple[object, object] | None = None

    def again(self, what: str, of: object, make: Callable[[], T]) -> T:
        """Give what is made of something: as it was made last, where that was of the same."""
        last = self._made.get(what)
        if last is None or last[0] != of:
            last = self._made[what] = of, make()
        return cast(T, last[1])

    def leave(self, of: object, unfinished: object) -> None:
        """Leave something unfinished that is made of something, for whoever goes on from there."""
        self._left = of, unfinished

    def taken(self, of: object) -> Any:
        """Give what was left unfinished, once, where it was made of the same; else None."""
        left, self._left = self._left, None
        return left[1] if left is not None and left[0] == of else None

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


class InPassing(Kept):
    """For a drawing that the next one replaces in a moment: lines take the best of the simple ways."""

    at_leisure = False

    def arcs(self, setting: Setting) -> Arcs:
        """Give what draws the relationships of a sheet without searching for hidden ways."""
        return _SimpleArcs(setting)


class _SimpleArcs(Arcs):
    """Arcs that don't search, and none is drawn twice: either takes longer than a frame."""

    def _poor(self, order: Sequence[Bundle]) -> list[Bundle]:
        return []

    def _searched(self, probe: Probe, starts: Sites, ends: Sites) -> list[Priced]:
        return []
