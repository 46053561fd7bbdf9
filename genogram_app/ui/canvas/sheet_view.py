"""A sheet on the desk: what is on it, where it stands, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from genogram_app.drawing.primitives import Node, Point
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.picture.compose import Sheet
from genogram_app.practice import question
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas import hits, walk
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.look import Look
from genogram_app.ui.canvas.page_view import PageView
from genogram_app.ui.whom import called_in_a_sentence, kin_words
from genogram_app.words import Words

#: Words seen smaller than this, in pixels per point, aren't read; at the other they are, with ease.
UNREAD, COMFORT = 0.45, 0.95
#: On a sheet of more figures what a step moves is at its new place at once.
MOST_FLYING = 400


class SheetView(PageView):
    """Shows a sheet and knows its records by their ids.

    selection_changed: the ids now selected. furniture_pressed: the key of a
    part of the title block or the key. sheet_shown: another sheet is shown.
    typed: what is half typed over it is something else, or nothing any more.
    """

    selection_changed = Signal(tuple)
    furniture_pressed = Signal(str)
    sheet_shown = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent, look)
        self._maker: Scene | None = None
        self._sheet: Sheet | None = None
        self._nodes: dict[Id, Node] = {}
        self._selection: tuple[Id, ...] = ()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet."""
        other, self._sheet = sheet is not self._sheet, sheet
        self.show_drawing(sheet.drawing)
        self._nodes = {key: node for node in self.board.nodes if (key := hits.id_of(node.key))}
        if other:
            self.sheet_shown.emit()

    # -- what is on it --------------------------------------------------------------------

    @property
    def maker(self) -> Scene:
        """Give what makes the sheets."""
        assert self._maker is not None
        return self._maker

    @property
    def words(self) -> Words:
        """Give the language in which to speak."""
        return self.maker.words

    @property
    def sheet(self) -> Sheet:
        """Give the sheet that is shown."""
        assert self._sheet is not None
        return self._sheet

    @property
    def seen(self) -> Case:
        """Give the case as it is seen here."""
        return self.sheet.case

    def node_of(self, key: Id) -> Node | None:
        """Give the node that shows a record; None where it isn't on the sheet."""
        return self._nodes.get(key)

    def middle_of(self, key: Id) -> QPointF:
        """Give the middle of a figure's symbol, or of whatever shows a record, in points of the page."""
        place = self.sheet.layout.places.get(key)
        if place is not None:
            return QPointF(*self.sheet.transform.point(*place))
        node = self._nodes.get(key)
        return rect_of(node.bounds).center() if node else QPointF()

    def figures_seen(self) -> dict[Id, Point]:
        """Give where each figure is seen now, in pixels of the viewport, even while it is on its way."""
        if self._sheet is None:
            return {}
        onto_view, onto_page, seen = self.camera.onto_view, self.sheet.transform, dict[Id, Point]()
        for key, place in self.sheet.layout.places.items():
            if (node := self._nodes.get(key)) is not None:
                (x, y), way = onto_page.point(*place), self.board.items[node.key].pos()
                seen[key] = cast(Point, onto_view.map(x + way.x(), y + way.y()))
        return seen

    def to_follow(self) -> dict[Id, Point]:
        """Give where each figure is seen now, where there are so few that the eye can follow them."""
        few = self._sheet is not None and len(self._sheet.layout.places) <= MOST_FLYING
        return self.figures_seen() if few else {}

    def place_of(self, key: Id) -> QPoint:
        """Give where a record's middle is seen, in pixels of the viewport."""
        return self.camera.from_page(self.middle_of(key)).toPoint()

    def name_of(self, key: Id) -> str:
        """Say what somebody or something is called in a sentence."""
        return called_in_a_sentence(self._question(), key)

    def kin_words(self) -> Mapping[Id, str]:
        """Say who everybody is to the child."""
        return kin_words(self._question())

    def _question(self) -> question.Look:
        return question.Look(self.seen, self.sheet.view.as_at, self.maker.catalog, self.words)

    def reading_order(self) -> tuple[Id, ...]:
        """Give all that can be selected in the order in which Tab goes: people first, row by row."""
        drawn = [key for node in self.sheet.drawing.nodes if (key := hits.id_of(node.key)) in self._nodes]
        there = {key: at for key, at in self.sheet.layout.places.items() if key in self._nodes}
        return walk.reading(there, [key for key in dict.fromkeys(drawn) if key])

    def tell_furniture(self, point: QPointF) -> None:
        """Tell which part of the title block or the key was pressed, if one was."""
        for node in self.board.nodes:
            if hits.id_of(node.key) is None and rect_of(node.bounds).contains(point):
                self.furniture_pressed.emit(node.key)
                return

    def paint_at_once(self) -> None:
        """Let whoever works on the sheet see what they did before the panels beside it take their time."""
        at_work = QApplication.focusWidget()
        if at_work is self or (at_work is not None and self.isAncestorOf(at_work)):
            # The scene tells what is to be painted anew; whatever else of the window waits comes along, so
            # it must be where it belongs.
            QCoreApplication.sendPostedEvents(self.scene(), QEvent.Type.MetaCall.value)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QCoreApplication.sendEvent(self.window(), QEvent(QEvent.Type.UpdateRequest))

    # -- what is selected --------------------------------------------------------------------

    @property
    def selection(self) -> tuple[Id, ...]:
        """Give the ids of what is selected, in the order in which it was."""
        return self._selection

    def select(self, keys: Iterable[Id]) -> None:
        """Select some records; those that aren't seen are left out."""
        if self._choose(keys):
            self._tell_chosen()

    def _choose(self, keys: Iterable[Id]) -> bool:
        """Show as selected what is seen of some records; say whether that is another selection."""
        there = tuple(key for key in dict.fromkeys(keys) if key in self._nodes or key in self.seen.family)
        if there == self._selection:
            return False
        self._selection = there
        self._mark_selection()
        self.moved()
        return True

    def _tell_chosen(self) -> None:
        self._announce()
        self.selection_changed.emit(self._selection)

    def show_selected(self, *, legible: bool = False) -> None:
        """Bring what is selected into sight. legible: from so near that its words can be read."""
        nodes = [self._nodes[key] for key in self._selection if key in self._nodes]
        if nodes:
            area = reduce(QRectF.united, (rect_of(node.bounds) for node in nodes))
            growth = self.sheet.transform.scale
            if legible and self.camera.scale * growth < UNREAD:
                self.camera.near(area, largest=COMFORT / growth)
            else:
                self.camera.show(area)

    def _mark_selection(self) -> None:
        chosen = {self._nodes[key].key: self._nodes[key] for key in self._selection if key in self._nodes}
        self.marks.select(chosen, focused=self.hasFocus())

    def _announce(self) -> None:
        """Say to a screen reader what is selected, at once where the keyboard is here."""
        heard = self.heard()
        if heard == self.accessibleDescription():
            return
        self.setAccessibleDescription(heard)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, heard))

    def heard(self) -> str:
        """Give what a screen reader says of what is selected; of all, where nothing is."""
        said = [says for key in self._selection if key in self._nodes and (says := self._nodes[key].says)]
        if not said:
            return self.words.count("{n} person", "{n} people", len(self.seen.family.people))
        return self.words.say("{what}, selected", what="; ".join(said))
