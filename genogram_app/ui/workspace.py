"""Where one case is worked on: the bar, the list, the sheet, what is selected, and the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from genogram_app.ui.canvas.view import Canvas
from genogram_app.ui.controls.plain import bare
from genogram_app.ui.desk import Desk
from genogram_app.ui.opened import Opened
from genogram_app.ui.panels.guard import Guard
from genogram_app.ui.panels.inspector.inspector import Inspector
from genogram_app.ui.panels.message_bar import MessageBar
from genogram_app.ui.panels.people import PeoplePanel
from genogram_app.ui.panels.status import StatusBar
from genogram_app.ui.toolbar import Toolbar

LEFT, RIGHT = 212, 312


class Workspace(QWidget):
    """Shows an opened case. `perform` does a command by its id."""

    def __init__(
        self,
        opened: Opened,
        actions: Mapping[str, QAction],
        perform: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.opened, self._actions, self._perform = opened, actions, perform
        # The canvas hears of a step before the panels, so that it can select what the step added.
        self.canvas = Canvas(self)
        self.canvas.set_session(opened.session, opened.scene)
        self.desk = Desk(opened.session, opened.scene, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = bare(QVBoxLayout(self), 0)
        self.toolbar = Toolbar(self.desk, self._actions, self._perform)
        self.guard = Guard(self.desk)
        self.people = PeoplePanel(self.desk)
        self.inspector = Inspector(self.desk)
        self.status = StatusBar(self.desk, self._perform)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        for panel, least in ((self.people, 180), (self.canvas, 300), (self.inspector, 264)):
            panel.setMinimumWidth(least)
            self.split.addWidget(panel)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([LEFT, 10_000, RIGHT])
        for part in (self.toolbar, self.guard):
            column.addWidget(part)
        column.addWidget(self.split, 1)
        column.addWidget(self.status)
        self.messages = MessageBar(self.canvas, self.desk.words, lambda: self._perform("undo"))

    def _connect(self) -> None:
        desk, canvas = self.desk, self.canvas
        canvas.selection_changed.connect(desk.select)
        desk.selected.connect(lambda: canvas.select(desk.selection))
        desk.led.connect(self._lead)
        canvas.message.connect(self.messages.say)
        canvas.menu_requested.connect(self._menu)
        canvas.furniture_pressed.connect(lambda _: desk.select(()))
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.rangeChanged.connect(lambda *_: self.status.show_scale(canvas.camera.scale))
        desk.said.connect(lambda sentence, undoable: self.messages.say(sentence, undoable=undoable))
        desk.relate.connect(lambda: self._perform("relate"))
        desk.wanted.connect(self._perform)
        self.status.show_scale(canvas.camera.scale)

    def _lead(self, keys: tuple[str, ...]) -> None:
        self.canvas.select(keys)
        self.canvas.show_selected()

    def _menu(self, place: QPoint) -> None:
        """Open a menu with what can be done with what is selected."""
        menu = QMenu(self)
        for name in _MENU if self.desk.selection else _MENU_OF_SHEET:
            action = self._actions.get(name)
            if action is None:
                menu.addSeparator()
            elif action.isEnabled():
                menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def leave(self) -> None:
        """Stop listening: the case is closed."""
        self.desk.leave()


_MENU = (
    "rename add_parents add_partner add_child add_own_child add_sibling - make_couple part_couple relate "
    "make_household end_line - set_subject set_go_to mark_died - confirm share unshare - remove"
).split()
_MENU_OF_SHEET = "add_person add_agency - tidy fit - select_all copy_picture".split()
