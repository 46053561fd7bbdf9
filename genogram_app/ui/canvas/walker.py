"""Walking the sheet by keys: from one to the next in the family, or in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from genogram_app.model.ids import Id
from genogram_app.ui.canvas import walk
from genogram_app.ui.canvas.tools.relate import Relate

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


class Walker:
    """Goes from whoever is selected, or is aimed at with a line in hand, to somebody else."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def go(self, way: walk.Way, *, further: bool = False) -> bool:
        """Go up, down, left or right in the family; say whether anybody was there.

        further: who was selected stays so; going back lets go of whom one came from.
        """
        canvas = self._canvas
        places, family = canvas.sheet.layout.places, canvas.seen.family
        aiming = canvas.tool if isinstance(canvas.tool, Relate) else None
        here = (aiming.target or aiming.start) if aiming else next(iter(canvas.selection[-1:]), None)
        to = here and walk.step(family, places, here, way, canvas.session.kinds.birth)
        if here not in places and to is None:
            to = walk.first(places, (person.id for person in family.people if person.subject))
        if to is None:
            return False
        self._to(to, self._kept(to) if further else ())
        return True

    def read_on(self, by: int) -> bool:
        """Go to the next in reading order, or back; say whether there is one."""
        canvas = self._canvas
        order, last = canvas.reading_order(), next(iter(canvas.selection[-1:]), "")
        to = order.index(last) + by if last in order else (0 if by > 0 else len(order) - 1)
        if not 0 <= to < len(order):
            return False
        self._to(order[to])
        return True

    def _kept(self, to: Id) -> tuple[Id, ...]:
        """Give who stays selected beside whom one goes to."""
        chosen = self._canvas.selection
        if to in chosen:
            chosen = chosen[:-1]
        return tuple(key for key in chosen if key != to)

    def _to(self, key: Id, kept: tuple[Id, ...] = ()) -> None:
        canvas = self._canvas
        if isinstance(canvas.tool, Relate):
            canvas.tool.aim(key)
        else:
            canvas.select((*kept, key))
            canvas.show_selected()
