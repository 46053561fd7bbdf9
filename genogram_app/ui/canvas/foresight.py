"""The sheet as words that are still being typed would leave it, large enough to be read while they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from genogram_app.drawing.primitives import Box, Node
from genogram_app.edit.result import Edit
from genogram_app.family.difference import new_in
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.sheet_view import COMFORT

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

#: Names can be read where a point of a figure takes at least so many pixels; it needn't take more than LARGE.
READABLE, LARGE = 0.7, 1.1
#: The sheet stays as it is where coming nearer would gain less than this.
_GAIN = 0.85
#: Air round those who are looked at, in pixels.
_AIR = 14


class Foresight:
    """Shows what isn't done yet in a light tint, and looks at it where all of the page would be too small.

    All of the page is shown again at the end where it was before; whoever looks elsewhere
    by hand meanwhile isn't led back.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._was_fitted = False
        self._followed: QRectF | None = None

    def begin(self) -> None:
        """Note how the page is looked at before."""
        self._was_fitted = self._canvas.camera.fitted
        self._followed = None

    def show(self, edit: Edit, about: Iterable[Id]) -> None:
        """Show the sheet as a step would leave it. about: whom it is told of, looked at after what is new."""
        canvas = self._canvas
        case, view = canvas.session.foreseen(edit)
        canvas.show_still(canvas.maker.sheet(case, view))
        fresh = new_in(canvas.session.seen.family, case.family)
        nodes = [node for key in fresh if (node := canvas.node_of(key)) is not None]
        canvas.marks.tint(nodes)
        people = [key for key in fresh if case.family.find(Person, key) is not None]
        self._look(people, about)

    @property
    def _follows(self) -> bool:
        """Say whether what was looked at last still is: nobody looked elsewhere by hand."""
        return self._followed is not None and self._canvas.camera.near_to == self._followed

    @contextmanager
    def held(self) -> Iterator[None]:
        """Do a step that may bring somebody into sight: that isn't looking elsewhere by hand."""
        follows = self._follows
        yield
        if follows and not self._canvas.camera.fitted:
            self._canvas.camera.near_to = self._followed

    def end(self) -> None:
        """Show the sheet as it is; all of it, if all was shown and nobody looked elsewhere by hand."""
        canvas, follows = self._canvas, self._follows
        self._followed = None
        canvas.marks.tint(())
        canvas.refresh()
        if self._was_fitted and follows:
            canvas.camera.fit(gliding=True)

    def _look(self, fresh: Sequence[Id], about: Iterable[Id]) -> None:
        """Have as many in sight as can be read, those told last before all others; move only if need be."""
        canvas, camera = self._canvas, self._canvas.camera
        if not camera.fitted and not self._follows:
            return
        area = self._to_see(fresh, about)
        if area.isEmpty():
            return
        if self._well_seen(area):
            if self._followed is not None:
                self._followed = camera.near_to = area
            return
        self._followed = area
        camera.near(area, margin=_AIR, largest=LARGE / canvas.sheet.transform.scale)

    def _to_see(self, fresh: Sequence[Id], about: Iterable[Id]) -> QRectF:
        port = self._canvas.viewport().rect().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        least = READABLE / self._canvas.sheet.transform.scale
        width, height = port.width() / least, port.height() / least
        area: Box | None = None
        for node in self._in_turn(fresh, about):
            wider = node.bounds if area is None else area.union(node.bounds)
            if area is None or (wider.width <= width and wider.height <= height):
                area = wider
        return rect_of(area) if area is not None else QRectF()

    def _in_turn(self, fresh: Sequence[Id], about: Iterable[Id]) -> Iterator[Node]:
        """Give the figures: who was told last, whom it is told of, the others that are new, all others."""
        canvas = self._canvas
        keys = [*fresh[-1:], *about, *reversed(fresh[:-1])]
        yield from (node for key in keys if (node := canvas.node_of(key)) is not None)
        yield from (node for node in canvas.board.nodes if node.role in FIGURES)

    def _well_seen(self, area: QRectF) -> bool:
        """Say whether an area is in sight already, as large as need be: then the sheet stays calm."""
        camera, canvas = self._canvas.camera, self._canvas
        growth = canvas.sheet.transform.scale
        nearer = camera.nearness(area, margin=_AIR, largest=LARGE / growth)
        enough = min(COMFORT / growth, nearer * _GAIN)
        return camera.scale >= enough and canvas.sight().contains(camera.to_window(area))
