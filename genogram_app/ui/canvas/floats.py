"""What floats over the page: handles, signs at the edge, the name editor and the palette of lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial, reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt

from genogram_app.drawing.primitives import Box, Node
from genogram_app.family.seen import Reader
from genogram_app.model.agency import Agency
from genogram_app.model.dates import When, age_on
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Union
from genogram_app.studio.commands import BY_ID
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.free_place import covered, step_aside
from genogram_app.ui.canvas.handles import KINDS, OF_COUPLE, OF_PERSON, OF_SERVICE, Handles
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.minimap import Minimap
from genogram_app.ui.canvas.names import Names
from genogram_app.ui.canvas.signs import Side, Signs, side_of
from genogram_app.ui.canvas.tools.relate import Relate
from genogram_app.ui.canvas.tools.tool import Touch
from genogram_app.ui.drafts import Drafts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from genogram_app.model.person import DateField
    from genogram_app.ui.canvas.asking import WhenAsked
    from genogram_app.ui.canvas.choices import Ends, Picked
    from genogram_app.ui.canvas.crossing import Crossing
    from genogram_app.ui.canvas.naming import NameEditor
    from genogram_app.ui.canvas.palette import LinePalette
    from genogram_app.ui.canvas.view import Canvas
    from genogram_app.ui.canvas.words_line import WordsLine

#: Nobody younger is offered a partner.
PARTNER_AGE = 16
#: Seen smaller than this, in pixels per point, handles have no room beside the others: they stand over them.
_NEAR_ENOUGH = 0.35
#: Seen smaller than this, nobody has handles: they would hide whom they belong to.
_TOO_FAR = 0.2
#: So far round somebody their handles reach, about, in pixels.
_HANDLED = 40.0


class Floats:
    """Keeps what floats where it belongs, and lets it act on the canvas."""

    def __init__(self, canvas: Canvas, scene: Scene, drafts: Drafts) -> None:
        self._canvas = canvas
        self._scene = scene
        self._ends: Ends | None = None
        #: Whether the sheet stepped aside for the palette, and was shown whole before.
        self._aside = False
        self._boxes = Boxes(canvas)
        self.names = Names(canvas, scene, self._boxes, drafts)
        self.signs = Signs(canvas, scene.words, self._lead)
        self.minimap = Minimap(canvas)
        self.handles = Handles(canvas, canvas.look, scene.words, canvas.perform)
        self._palette: LinePalette | None = None
        self._asked: WhenAsked | None = None
        self._is_held = False
        self._line: WordsLine | None = None
        line = self.handles.line
        line.pulled.connect(self._pull)
        line.pulling.connect(self._pull_on)
        line.let_go.connect(self._let_go)

    def delete(self) -> None:
        """Take everything away."""
        for widget in (*self.handles.buttons.values(), *self.signs.buttons(), *self._made()):
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # The palette and its like are made, and their modules read, when they are first wanted:
    # nobody waits for them at the start.

    @property
    def editor(self) -> NameEditor:
        """Give the name editor."""
        return self.names.editor

    @property
    def naming(self) -> bool:
        """Say whether somebody is being named."""
        return self.names.open

    @property
    def palette(self) -> LinePalette:
        """Give the palette of lines."""
        if self._palette is None:
            from genogram_app.ui.canvas.palette import LinePalette

            canvas, scene = self._canvas, self._scene
            self._palette = LinePalette(canvas, scene.pen, scene.catalog)
            self._palette.picked.connect(self._draw)
            self._palette.stands.connect(self._step_aside)
            self._palette.closed.connect(self._step_back)
        return self._palette

    @property
    def asked(self) -> WhenAsked:
        """Give the light question."""
        if self._asked is None:
            from genogram_app.ui.canvas.asking import WhenAsked

            self._asked = WhenAsked(self._canvas, self._scene.words)
            self._asked.left.connect(self.update)
        return self._asked

    def _made(self) -> tuple[QWidget | None, ...]:
        return self.names.made, self._palette, self._asked, self._line, self.minimap

    @property
    def line(self) -> WordsLine:
        """Give the line of words."""
        if self._line is None:
            from genogram_app.ui.canvas.words_line import WordsLine

            self._line = WordsLine(self._canvas)
        return self._line

    @property
    def words(self) -> str:
        """Give what stands in the line of words, also where that is set aside."""
        return self._line.field.text() if self._line is not None else ""

    @property
    def telling(self) -> bool:
        """Say whether a line of words is being written; not one that is set aside."""
        return self._line is not None and self._line.open and not self._line.aside

    def start_telling(self) -> None:
        """Open the line of words."""
        self.line.begin()
        self.update()

    def tell_again(self) -> None:
        """Read the line of words again, since the case or what is looked at is another now."""
        if self.telling:
            self.line.read_again()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Leave everything where it is while the sheet changes, then put it right once."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
            self.update()

    def update(self) -> None:
        """Put everything where it belongs now."""
        if self._is_held:
            return
        self._update_signs()
        self.minimap.follow()
        self._update_handles()
        self.names.place()
        if self.asking:
            self.asked.stand()
        if self._line is not None and self._line.open:
            self._line.place()

    # -- signs ------------------------------------------------------------------------------

    def _update_signs(self) -> None:
        canvas = self._canvas
        in_port = canvas.viewportTransform()  # asked for once: it is worked out anew each time
        across, down, dx, dy = in_port.m11(), in_port.m22(), in_port.dx(), in_port.dy()
        middles = (node.bounds.centre for node in canvas.board.nodes if node.role == "person")
        places = ((x * across + dx, y * down + dy) for x, y in middles)
        in_mind = [box.grown(_HANDLED) for box in self._boxes.in_mind()]
        self.signs.update(canvas.viewport().rect(), places, in_mind)

    def _lead(self, side: Side) -> None:
        """Bring those into sight who are out of it on a side, the nearest at least."""
        canvas = self._canvas
        sight = canvas.sight()
        nodes = (node for node in canvas.board.nodes if node.role == "person")
        area = QRectF()
        for node in nodes:
            if side_of(canvas.camera.from_page(rect_of(node.bounds).center()), sight) == side:
                area = area.united(rect_of(node.bounds))
        canvas.camera.show(area)

    # -- handles ----------------------------------------------------------------------------

    def _update_handles(self) -> None:
        canvas = self._canvas
        node = canvas.node_of(canvas.selection[0]) if len(canvas.selection) == 1 else None
        free = not (canvas.busy or self.naming or self.telling or self.asking)
        shown = node is not None and (node.role in FIGURES or canvas.context.one(Union)) and free
        if node is None or not shown:
            self.handles.hide()
            return
        boxes = self._boxes
        body, port = boxes.of(node), boxes.port
        scale = canvas.camera.scale * canvas.sheet.transform.scale
        if not body.overlaps(port) or scale < _TOO_FAR:
            self.handles.hide()
            return
        about, near = body.grown(120), canvas.camera.scale >= _NEAR_ENOUGH
        others = [*boxes.others(node, about), *boxes.labels(about)] if near else []
        self.handles.show(self._wanted(node), body, boxes.symbol(node), others, port)

    def _wanted(self, node: Node) -> list[str]:
        """Name the handles that apply to somebody."""
        canvas, context = self._canvas, self._canvas.context
        service = context.one(Agency) is not None
        couple = canvas.context.one(Union) is not None
        only = OF_SERVICE if service else OF_COUPLE if couple else OF_PERSON
        found = [kind for kind in KINDS if kind.name in only]
        found = [kind for kind in found if BY_ID[kind.command].enabled(context)]
        return [kind.name for kind in found if kind.name != "partner" or not self._too_young()]

    def _too_young(self) -> bool:
        person = self._canvas.context.one(Person)
        if person is None or person.unborn:
            return True
        day = self._canvas.session.view.as_at
        age = age_on(person.born, day) if isinstance(person.born, When) else None
        return age is not None and age[0] < PARTNER_AGE

    # -- drawing a line from the handle ---------------------------------------------------

    def _pull(self, place: QPoint) -> None:
        selection = self._canvas.selection
        if selection:
            self._canvas.start_relating(selection[0])
            self._pull_on(place)

    def _pull_on(self, place: QPoint) -> None:
        self._canvas.tool.move(self._touch(place))

    def _let_go(self, place: QPoint) -> None:
        tool = self._canvas.tool
        if isinstance(tool, Relate):
            tool.release(self._touch(place))
            if self._canvas.tool is tool:
                tool.cancel()

    def _touch(self, place: QPoint) -> Touch:
        canvas = self._canvas
        here = canvas.viewport().mapFromGlobal(place)
        return canvas.touch_at(here.toPointF(), Qt.KeyboardModifier.NoModifier)

    # -- whether somebody moved house ---------------------------------------------------------

    def ask_moved(self, across: Crossing, place: QPoint) -> None:
        """Ask whether those who were dragged across a ring's edge moved; `place` in the viewport."""
        from genogram_app.ui.canvas import crossing

        canvas = self._canvas
        question = crossing.question(canvas.words, canvas.seen, across, canvas.name_of)

        def moved(when: DateField | None) -> None:
            session = canvas.session
            canvas.attempt(lambda: session.do(crossing.moved(session.case, session.stamp, across, when)))

        where = partial(self._boxes.beside, across.people, (float(place.x()), float(place.y())))
        self.asked.ask(question, canvas.session.today, where, moved)
        self.update()

    @property
    def asking(self) -> bool:
        """Say whether a light question is open."""
        return self._asked is not None and not self._asked.isHidden()

    def leave_question(self) -> bool:
        """Go on without an answer; say whether there was a question."""
        if self._asked is None or not self.asking:
            return False
        self._asked.hide()
        self.update()
        return True

    # -- the palette ------------------------------------------------------------------------

    def ask_line(self, first: Id, second: Id, place: QPoint, *, as_couple: bool = False) -> None:
        """Ask which line joins two, at a place of the screen. as_couple: what they are as one first."""
        from genogram_app.ui.canvas import choices

        canvas = self._canvas
        names = (canvas.name_of(first), canvas.name_of(second))
        self._ends = choices.ends_between(canvas.seen, first, second, names)
        harm = canvas.session.viewing.reader is Reader.CASE_FILE
        seen = partial(self._boxes.on_screen, first, second)
        self.palette.ask(self._ends, place, seen, harm=harm, as_couple=as_couple)

    def _step_aside(self) -> None:
        """Shift the sheet where the palette covers one of the two."""
        assert self._ends is not None
        ends, over = self._boxes.on_screen(self._ends.a, self._ends.b), box_of(self.palette.geometry())
        if not covered(over, ends):
            return
        way = step_aside(reduce(Box.union, ends), over, self._boxes.port_on_screen)
        if way is not None:
            self._aside = self._aside or self._canvas.camera.fitted
            self._canvas.camera.pan(*way)

    def _step_back(self) -> None:
        """Show all of the sheet again, if all was shown before."""
        if self._aside:
            self._aside = False
            self._canvas.camera.fit(gliding=True)

    def _draw(self, picked: Picked) -> None:
        from genogram_app.ui.canvas.choices import drawn

        session = self._canvas.session
        if self._ends is not None:
            ends = self._ends
            self._canvas.attempt(lambda: session.do(drawn(session.case, session.stamp, ends, picked)))
        self._canvas.setFocus()

    # -- what is being typed ------------------------------------------------------------------

    def finish_naming(self) -> bool:
        """Write what was typed so far; say whether it could be read."""
        self.names.ask_nobody_else()
        if self.telling:  # the sheet goes back to its place: what was pointed at isn't there any more
            self.line.set_aside()
            return False
        return self.names.finish()

    def finish_words(self) -> bool:
        """Put what was understood of the line of words on the sheet; say whether nothing is left in it."""
        if self.words.strip():
            self.line.accept()
        return not self.words.strip()

    def drop(self, *, aside: bool = True, telling: bool = True) -> None:
        """Close the editor and the palette; what wasn't written or picked yet is left.

        aside: words that were set aside, too. telling: those that are being written.
        """
        self.names.drop()
        if self._palette is not None:
            self._palette.close()
        self.leave_question()
        if self._line is not None and (aside if self._line.aside else telling):
            self._line.drop()
