"""The canvas: the sheet itself, to be looked at and drawn on with hand and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from genogram_app.drawing.primitives import Point
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit
from genogram_app.errors import UserError
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.picture.compose import Sheet
from genogram_app.studio.context import Context
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import News, Session, Told
from genogram_app.ui.canvas import hits
from genogram_app.ui.canvas.fingers import Fingers
from genogram_app.ui.canvas.flight import Flight
from genogram_app.ui.canvas.floats import Floats
from genogram_app.ui.canvas.keys import Keys
from genogram_app.ui.canvas.look import Look
from genogram_app.ui.canvas.preview import Preview, Spots
from genogram_app.ui.canvas.redraw import redrawings
from genogram_app.ui.canvas.sheet_view import SheetView
from genogram_app.ui.canvas.spotlight import Spotlight
from genogram_app.ui.canvas.tools.pointer import Pointer
from genogram_app.ui.canvas.tools.relate import Relate
from genogram_app.ui.canvas.tools.tool import Tool, Touch
from genogram_app.ui.canvas.walker import Walker
from genogram_app.ui.drafts import Drafts

#: How near to a line a finger or the mouse must come, in pixels.
REACH = 7.0


class Canvas(SheetView):
    """Shows the sheet of a session and lets it be drawn on.

    message: a sentence for whoever works. menu_requested: where on the screen a
    menu is wanted for what is selected. page_wanted: Enter was pressed on what has no name to write.
    message_over: a sentence that was said is so no longer. telling_changed: whether words are being told.
    """

    message = Signal(str)
    menu_requested = Signal(QPoint)
    page_wanted = Signal()
    message_over = Signal(str)
    telling_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent, look)
        self._session: Session | None = None
        self._known: set[Id] = set()
        self._preview: Preview | None = None
        self._floats: Floats | None = None
        self._flight = Flight(self, self.board, self.marks)
        self._tool: Tool = Pointer(self)
        self.spotlight = Spotlight(self)
        self.walker = Walker(self)
        self._keys = Keys(self)
        Fingers(self)
        self._stop_listening: Callable[[], None] = lambda: None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- the session -------------------------------------------------------------------

    def set_session(self, session: Session, scene: Scene) -> None:
        """Show a session's sheet, all of it."""
        self._stop_listening()
        self._session, self._maker = session, scene
        self._selection, self._sheet, self._tool = (), None, Pointer(self)
        self.spotlight = Spotlight(self)
        if self._floats is not None:
            self._floats.delete()
        self.drafts = Drafts(self)
        self._floats = Floats(self, scene, self.drafts)
        self._known = {person.id for person in session.case.family.people}
        self._stop_listening = session.listen(self._hear)
        self.setAccessibleName(scene.words.say("The sheet"))
        self.refresh()
        self.camera.fit()
        self._announce()

    @property
    def session(self) -> Session:
        """Give the session that is shown."""
        assert self._session is not None
        return self._session

    @property
    def context(self) -> Context:
        """Give what commands ask about."""
        return Context(self.session, self._selection)

    def do(self, edit: Edit) -> bool:
        """Do a step, if there is no reason against it; say whether it was done."""
        return self.attempt(lambda: self.session.do(edit))

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; where it can't be done, say why. Says whether it was done."""
        try:
            act()
        except UserError as error:
            self.tell(str(error))
            return False
        return True

    def tell(self, sentence: str) -> None:
        """Say something in the status bar."""
        self.message.emit(sentence)

    def _hear(self, told: Told) -> None:
        if told.news is News.FILE:
            return
        if self.busy:
            self._tool.cancel()
        self.floats.leave_question()
        if told.news is News.VIEW and self._floats is not None:
            # What is half typed may have been typed for other eyes: then it isn't written into this view.
            turns = not self._sheet or self._sheet.view.reader != self.session.view.reader
            self._floats.drop(aside=turns, telling=turns)
        kind = self._sheet.view.kind if self._sheet else None
        with self.floats.held():
            self.refresh()
            if told.news is News.VIEW and kind != self.sheet.view.kind:
                self.camera.fit(gliding=True)
            chosen = told.select is not None and self._choose(told.select)
            self._welcome(told.select or ())
        if self._floats is not None:
            self._floats.tell_again()
        self.paint_at_once()
        if chosen:
            self._tell_chosen()

    def _welcome(self, added: Iterable[Id]) -> None:
        """Ask the names of those who have just been added; of copies only where none of them has one."""
        fresh = [key for key in added if key not in self._known and key in self._nodes]
        self._known |= {person.id for person in self.session.case.family.people}
        found = (self.seen.family.find(Person, key) for key in fresh)
        people = [person for person in found if person is not None]
        if people and self._floats is not None and not any(person.named for person in people):
            self._floats.names.ask(person.id for person in people)

    # -- the sheet ---------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the sheet as it is now, and keep still what one looks at."""
        before, after = self._sheet, self.maker.sheet(self.session.drawn, self.session.view)
        middle, seen = self.camera.middle, self.to_follow()
        self._flight.land()
        self.show_sheet(after)
        if before is not None and before is not after:
            self._keep_still(before, after, middle)
            if before.view.kind == after.view.kind:
                self._fly(seen)
        left = tuple(key for key in self._selection if key in self._nodes or key in self.seen.family)
        if left != self._selection:
            self.select(left)
        self.spotlight.apply()
        self._mark_selection()
        self.moved()

    def show_still(self, after: Sheet) -> None:
        """Show a sheet that isn't the case's, and keep still what is being looked at."""
        before, middle = self.sheet, self.camera.middle
        self.show_sheet(after)
        if after is not before:
            self._keep_still(before, after, middle)
        self._mark_selection()
        self.moved()

    def _fly(self, seen: Mapping[Id, Point]) -> None:
        """Let those who were seen elsewhere come from there."""
        onto_page, transform, places = self.camera.onto_page, self.sheet.transform, self.sheet.layout.places
        ways: dict[str, Point] = {}
        for key, spot in seen.items():
            if (node := self.node_of(key)) is not None and key in places:
                (x, y), (to_x, to_y) = cast(Point, onto_page.map(*spot)), transform.point(*places[key])
                ways[node.key] = x - to_x, y - to_y
        self._flight.start(ways)

    def _keep_still(self, before: Sheet, after: Sheet, middle: QPointF) -> None:
        """Look at the same part of the family as before, as large; or at all of it, if that is wanted."""
        fitted = self.camera.fitted
        spot = before.transform.back(middle.x(), middle.y())
        growth = after.transform.scale / before.transform.scale
        if before.view.kind == after.view.kind:
            self.camera.hold(middle, QPointF(*after.transform.point(*spot)), growth)
        if fitted:
            self.camera.fit(gliding=True)

    def moved(self) -> None:
        """Put right what floats over the page."""
        super().moved()
        if self._floats is not None and self._sheet is not None:
            self._floats.update()

    # -- what can be done here -----------------------------------------------------------

    def perform(self, command: str) -> bool:
        """Do a command of the table, whether it is the canvas's own or a step; say whether it was done."""
        return self._keys.perform(command)

    def start_naming(self, key: Id, typed: str = "") -> None:
        """Write somebody's name on the sheet. typed: what was typed of it already."""
        if self._floats is not None and self.seen.family.find(Person, key) is not None:
            self.select((key,))
            self._floats.names.ask([key])
            if typed:
                self._floats.editor.name.insert(typed)

    def start_telling(self, typed: str = "") -> None:
        """Write a line of words, about whom is selected or the child whom the sheet is about."""
        if self._floats is None:
            return
        if self._floats.telling:
            self._floats.line.resume(typed)
        elif self._floats.finish_naming() and not self.busy:
            self._floats.start_telling()
            self._floats.line.field.insert(typed)

    def write(self, key: Id, fields: dict[str, Any]) -> str:
        """Write fields of somebody; gives a sentence if they can't be written."""
        try:
            self.session.do(correct(self.session.case, self.session.stamp, key, **fields))
        except UserError as error:
            return str(error)
        return ""

    def start_relating(self, key: Id) -> None:
        """Draw a line from somebody; the other end comes next."""
        self.take(Relate(self, key))

    def ask_line(self, first: Id, second: Id, place: QPointF, *, as_couple: bool = False) -> None:
        """Ask which line joins two; as_couple: what they are as one first; `place` in pixels."""
        if self._floats is not None:
            on_screen = self.viewport().mapToGlobal(place.toPoint())
            self._floats.ask_line(first, second, on_screen, as_couple=as_couple)

    @property
    def floats(self) -> Floats:
        """Give what floats over the page."""
        assert self._floats is not None
        return self._floats

    # -- dragging ------------------------------------------------------------------------

    def begin_preview(self, keys: Iterable[Id]) -> None:
        """Make ready to show things elsewhere."""
        self._flight.land()
        places = self.sheet.layout.places
        start = {key: places[key] for key in keys}
        redraws = [part.nodes for part in redrawings(self.maker, self.sheet, start)]
        scale = self.sheet.transform.scale
        self._preview = Preview(self.board, self.marks, scale, start, redraws)
        self.moved()

    def preview(self, spots: Spots) -> None:
        """Show things elsewhere, without a step."""
        if self._preview is not None:
            self._preview.show(spots)

    def end_preview(self) -> None:
        """Show them elsewhere no more; what is drawn stays until the next refresh."""
        if self._preview is not None:
            self._preview.end()
            self._preview = None
        self.moved()

    @property
    def busy(self) -> bool:
        """Say whether a gesture is under way that handles would be in the way of."""
        return self._preview is not None or not isinstance(self._tool, Pointer)

    # -- tools -----------------------------------------------------------------------------

    def take(self, tool: Tool, touch: Touch | None = None) -> None:
        """Take up a tool, which goes on from where the hand is."""
        self._tool = tool
        if touch is not None:
            tool.move(touch)
        self.moved()

    def put_down(self) -> None:
        """Go back to the everyday tool."""
        self._tool = Pointer(self)
        self.moved()

    def let_go(self) -> None:
        """Leave a gesture that is under way: everything is as it was before."""
        self.end_pan()
        if self.busy:
            self._tool.cancel()
        self.put_down()

    @property
    def tool(self) -> Tool:
        """Give the tool in hand."""
        return self._tool

    def touch_at(self, place: QPointF, keys: Qt.KeyboardModifier) -> Touch:
        """Give what a place in the viewport means."""
        point = self.camera.to_page(place)
        node = hits.under(self.board.nodes, point, REACH / self.camera.scale)
        return Touch(point, place, keys, node)

    # -- Qt's events -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if self._sheet is None or self.begin_pan(event):
            return
        if self.floats.telling:
            self._leave_words(event)
            return
        if not self.floats.finish_naming():
            return
        self.floats.leave_question()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        touch = self.touch_at(event.position(), event.modifiers())
        if event.button() == Qt.MouseButton.LeftButton:
            self._tool.press(touch)
        elif event.button() == Qt.MouseButton.RightButton and touch.record not in self._selection:
            self.select((touch.record,) if touch.record else ())

    def _leave_words(self, event: QMouseEvent) -> None:
        """Select what is pointed at; no gesture begins, for the sheet goes back to its place."""
        touch = self.touch_at(event.position(), event.modifiers())
        self.floats.finish_naming()
        if event.button() == Qt.MouseButton.LeftButton:
            self.select((touch.record,) if touch.record else ())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture."""
        if self._sheet is not None and not self.pan_on(event):
            self._tool.move(self.touch_at(event.position(), event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        if self._sheet is None or self.end_pan() or event.button() != Qt.MouseButton.LeftButton:
            return
        self._tool.release(self.touch_at(event.position(), event.modifiers()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the name of whom was double-clicked; what has none to write has a page."""
        if not self.floats.finish_naming():
            return
        touch = self.touch_at(event.position(), event.modifiers())
        if event.button() == Qt.MouseButton.LeftButton and touch.record:
            self.select((touch.record,))
            self._keys.enter()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.pos() if by_mouse or not self._selection else self.place_of(self._selection[-1])
        self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, add, and whatever else the table of commands says."""
        if self._sheet is None or not self._keys.press(event):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of the space bar."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_space(False)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the sheet in reading order, then on to the next part of the window."""
        if self._sheet is not None and self.hasFocus() and self.walker.read_on(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is here."""
        super().focusInEvent(event)
        if self._sheet is not None:
            self._mark_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.hold_space(False)
        if self._sheet is not None:
            self._mark_selection()
