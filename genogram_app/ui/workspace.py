"""Where one case is worked on: the bar, the list, the sheet, what is selected, and the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QProgressDialog,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from genogram_app.family.seen import Reader
from genogram_app.model.base import Blank
from genogram_app.practice.out_of_hours import lost
from genogram_app.ui.away import tidied
from genogram_app.ui.canvas.bare_sheet import BareSheet
from genogram_app.ui.canvas.boxes import Boxes
from genogram_app.ui.canvas.view import Canvas
from genogram_app.ui.context_menu import offered
from genogram_app.ui.controls.plain import bare, dressed
from genogram_app.ui.cover import dialogs
from genogram_app.ui.desk import Desk
from genogram_app.ui.folding import LEAST, Folding
from genogram_app.ui.large_type import enlarge
from genogram_app.ui.on_paper import OnPaper
from genogram_app.ui.opened import Opened
from genogram_app.ui.panels.guard import Guard
from genogram_app.ui.panels.message_bar import MessageBar
from genogram_app.ui.panels.status import StatusBar
from genogram_app.ui.put_by import PutBy
from genogram_app.ui.toolbar import Toolbar
from genogram_app.ui.turning import answering, stepping
from genogram_app.ui.whom import looking

if TYPE_CHECKING:
    from genogram_app.ui.panels.inspector.inspector import Inspector
    from genogram_app.ui.panels.people import PeoplePanel

LEFT, RIGHT = 212, 328
#: In a window lower than this, in pixels, words that are told and the sheet need all the height there is.
_LOW = 480
#: How long after the sheet's first painting the panels beside it are filled, in milliseconds:
#: whoever presses a key at once is answered first.
PANELS_AFTER = 100


class Workspace(QWidget):
    """Shows an opened case. `perform` does a command by its id; `folder` is where the window is kept."""

    def __init__(
        self,
        opened: Opened,
        actions: Mapping[str, QAction],
        perform: Callable[[str], object],
        folder: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.opened, self._actions, self._perform = opened, actions, perform
        # The canvas hears of a step before the panels, so that it can select what the step added.
        self.canvas = Canvas(self)
        self.canvas.set_session(opened.session, opened.scene)
        self.desk = Desk(opened.session, opened.scene, self.canvas.drafts, self)
        self._build(folder)
        self._connect()
        answering(self.desk, self.split, self)
        self.put_by = PutBy(self.desk, self.canvas, self._ask_in_panel)
        opened.half = self.put_by.half_typed
        self._meanwhile = stepping(self.desk, self.canvas)

    def _build(self, folder: Path) -> None:
        column = bare(QVBoxLayout(self), 0)
        self.toolbar = Toolbar(self.desk, self._actions, self._perform)
        self.guard = Guard(self.desk)
        self.status = StatusBar(self.desk, self._perform)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        left, right = dressed(QWidget(), "left"), dressed(QWidget(), "right")
        for name, panel in (("left", left), ("middle", self.canvas), ("right", right)):
            panel.setMinimumWidth(LEAST[name])
            self.split.addWidget(panel)
        self.folding = Folding(self.split, folder)
        self.on_paper = OnPaper(self.canvas, self._actions["on_paper"], folder)
        self._looked = self.desk.by_worker
        self._look()
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([LEFT, 10_000, RIGHT])
        for part in (self.toolbar, self.guard):
            column.addWidget(part)
        column.addWidget(self.split, 1)
        column.addWidget(self.status)
        self.bare_sheet = BareSheet(self.canvas, self._perform)
        undo, clear_of = partial(self._perform, "undo"), Boxes(self.canvas).in_mind
        self.messages = MessageBar(self.canvas, self.desk.words, undo, clear_of)
        self.canvas.viewport().installEventFilter(self)

    def _look(self) -> None:
        """Look as the view does: a family reads along, and looks at the sheet alone."""
        by_worker = self.desk.by_worker
        if by_worker:
            enlarge(self, on=False)
        self.folding.look(by_worker=by_worker)
        if not by_worker:  # a list that is folded away needn't be laid out large
            enlarge(self, on=True)

    def _turn(self) -> None:
        """Say nothing that was said to another reader."""
        if self._looked != self.desk.by_worker:
            self._looked = self.desk.by_worker
            self.messages.forget()

    # -- the panels beside the sheet, made when they are first wanted ------------------------------

    @cached_property
    def people(self) -> PeoplePanel:
        """Give the list at the left."""
        from genogram_app.ui.panels.people import PeoplePanel

        panel = PeoplePanel(self.desk)
        self._put_in(0, panel, LEAST["left"])
        return panel

    @cached_property
    def inspector(self) -> Inspector:
        """Give the panel at the right."""
        from genogram_app.ui.panels.inspector.inspector import Inspector

        panel = Inspector(self.desk)
        self._put_in(2, panel, LEAST["right"])
        return panel

    def _put_in(self, index: int, panel: QWidget, least: int) -> None:
        panel.setMinimumWidth(least)
        empty = self.split.replaceWidget(index, panel)
        if empty is not None:
            empty.deleteLater()
        self.folding.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panels away where there is no room for them."""
        super().resizeEvent(event)
        self.folding.settle()
        self._give_room()

    def _give_room(self) -> None:
        """Leave the sheet the height of the bars in a low window while words are told over its foot."""
        crowded = self.canvas.floats.telling and self.height() < _LOW
        for bar in (self.toolbar, self.status):
            bar.setHidden(crowded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the sheet with Escape."""
        if event.key() == Qt.Key.Key_Escape and not self.canvas.hasFocus():
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def go_to_page(self) -> None:
        """Put the keyboard on the page of what is selected."""
        panel = self.inspector
        self.folding.open("right")
        panel.focus()

    def begin_search(self) -> None:
        """Put the keyboard where one searches for somebody."""
        panel = self.people
        self.folding.open("left")
        panel.begin_search()

    def fill_panels(self) -> None:
        """Have both panels there."""
        _ = self.people, self.inspector

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill the panels soon after the sheet has been painted for the first time, whatever that takes."""
        if event.type() == QEvent.Type.Paint:
            self.canvas.viewport().removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(PANELS_AFTER, self, self.fill_panels))
        return False

    def _connect(self) -> None:
        desk, canvas = self.desk, self.canvas
        canvas.selection_changed.connect(desk.select)
        desk.selected.connect(lambda: canvas.select(desk.selection))
        canvas.selection_changed.connect(lambda keys: self.messages.selected() if keys else None)
        desk.led.connect(self._lead)
        canvas.message.connect(self.messages.say)
        canvas.message_over.connect(self.messages.take_back)
        canvas.telling_changed.connect(lambda _: self._give_room())
        canvas.menu_requested.connect(self._menu)
        canvas.page_wanted.connect(self.go_to_page)
        canvas.furniture_pressed.connect(lambda _: desk.select(()))
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.rangeChanged.connect(lambda *_: self.status.show_scale(canvas.camera.scale))
            bar.valueChanged.connect(lambda _: self.messages.step_aside())
        desk.said.connect(lambda sentence, undoable: self.messages.say(sentence, undoable=undoable))
        self._before, self._lost = (desk.session.case, looking(desk.session, desk.words)), ""
        desk.changed.connect(self._watch_go_to)
        desk.changed.connect(self._look)
        desk.changed.connect(self._turn)
        desk.drafts.changed.connect(canvas.typed)
        desk.relate.connect(lambda: self._perform("relate"))
        desk.wanted.connect(self._perform)
        desk.to_write.connect(self._write_in)
        self.status.show_scale(canvas.camera.scale)

    def _lead(self, keys: tuple[str, ...]) -> None:
        self.canvas.select(keys)
        self.canvas.show_selected(legible=True)

    # -- steps, and what they ask for next ----------------------------------------------------------

    def step(self, name: str) -> None:
        """Let the sheet do a command; removing offers the way back, a new home is named next."""
        before = self.desk.session.case
        if name in _NOTHING:
            self.messages.hide()  # what it says of a step may be so no longer
        if name in _FITTING:
            self._fit(by_hand=_FITTING[name])
            return
        if name == "on_paper":
            self.on_paper.turn()
            return
        done = self.canvas.perform(name)
        if name == "rename" and not done:
            self._rename_in_panel()
        if name in _NOTHING and not done:
            self._say_nothing(_NOTHING[name])
        if self.desk.session.case is before:
            return
        if name == "remove":
            self._say_step(self.desk.words.say("Removed."), self._lost)
        elif name == "make_household":
            self._write_in("name")
        elif name == "set_go_to":
            self._ask_number()

    def _say_nothing(self, nothing: tuple[str, str]) -> None:
        """Say that there is no step; in the family's view alike where the last one isn't theirs."""
        everybody, worker = nothing
        self.messages.say(self.desk.words.say(worker if self.desk.by_worker else everybody))

    def _fit(self, *, by_hand: bool) -> None:
        """Arrange the sheet for its paper and say what came of it, with the way back where somebody moved."""
        from genogram_app.ui.fitting import fit_to_paper

        before = self.desk.session.case
        said = fit_to_paper(self.desk, self, by_hand=by_hand)
        self.messages.say(said, undoable=self.desk.session.case is not before)

    def welcome_service(self) -> None:
        """Go where a service that was added is seen, and write its name next."""
        if self.desk.session.viewing.kind == "genogram":
            self.desk.context.look(kind="combined")
            self.messages.say(self.desk.words.say("Services are seen in the combined view, shown here now."))
        self._write_in("name")

    def _write_in(self, field: str, then: Callable[[], object] = lambda: None) -> None:
        """Put the caret in a field of what is selected; Enter goes back to the sheet."""
        editor = self._ask_in_panel(field)
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self.canvas.setFocus)
            editor.returnPressed.connect(then, Qt.ConnectionType.QueuedConnection)

    def _rename_in_panel(self) -> None:
        """Write the name of what has none on the sheet to write over; of a line, go to its page."""
        if self.desk.selection and self._ask_in_panel("name") is None:
            self.go_to_page()

    def _ask_number(self) -> None:
        """Ask at once for the number of the one to ring, where none is known; Enter goes back to them.

        The letter has waited before it acted (`typing`), so no word is being typed; digits that
        followed would turn the sheet over instead of being written.
        """
        go_to, selected = self.desk.seen.details.go_to, self.desk.selection
        if go_to is None or not isinstance(go_to.telephone, Blank):
            return
        self.desk.select(())
        self._write_in("go_to_telephone", lambda: self.desk.select(selected))

    def name_go_to(self) -> None:
        """Lead to where it is said whom to ring out of hours."""
        self.desk.select(())
        self._ask_in_panel("go_to")

    def _ask_in_panel(self, field: str) -> QWidget | None:
        """Put the keyboard on a field of what is selected, and have its panel there."""
        panel = self.inspector
        self.folding.open("right")
        return panel.write_in(field)

    def shield(self) -> None:
        """Go back to the family's view. What is half written was written for other eyes: it closes.

        Work that one waits for stops: it may be about to show the worker's sheet. What is in
        the hand goes back to its place.
        """
        self._meanwhile.stop()
        self.canvas.let_go()
        for dialog in reversed(dialogs()):
            if self.desk.by_worker or isinstance(dialog, QProgressDialog):
                dialog.close()
        if self.desk.by_worker:
            self.desk.context.look(reader=Reader.FAMILY)

    def _watch_go_to(self) -> None:
        """Say so when a step takes away the one to ring out of hours."""
        case, look = self._before
        session, self._lost = self.desk.session, ""
        self._before = session.case, looking(session, self.desk.words)
        if session.case is not case and look.case.details.go_to is not None:
            self._lost = lost(look, session.seen)
            self._say_step(self._lost)

    def _say_step(self, *sentences: str) -> None:
        said = " ".join(sentence for sentence in sentences if sentence)
        if said:
            self.messages.say(said, undoable=True)

    def _menu(self, place: QPoint) -> None:
        """Open a menu with what can be done with what is selected."""
        menu = QMenu(self)
        for name in offered(self.desk):
            action = self._actions.get(name)
            if action is None:
                menu.addSeparator()
            elif action.isEnabled():
                menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def leave(self) -> None:
        """Stop listening: the case is closed."""
        self.folding.keep()
        self.desk.leave()
        tidied()


#: The commands that fit to paper, and whether what was placed by hand moves as well.
_FITTING = {"fit_to_paper": False, "fit_all_to_paper": True}
#: What is said where no step can be taken back or done again: in the family's view, and in the worker's.
_NOTHING = {
    "undo": ("There is nothing to undo in this view.", "There is nothing to undo."),
    "redo": ("There is nothing to redo in this view.", "There is nothing to redo."),
}
