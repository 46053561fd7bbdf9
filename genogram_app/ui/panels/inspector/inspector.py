"""The panel at the right: the page of what is selected."""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from genogram_app.edit.records import record_of
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond
from genogram_app.ui.controls.lines import with_focus_in
from genogram_app.ui.controls.order import put_in_order
from genogram_app.ui.controls.plain import bare, dressed
from genogram_app.ui.desk import Desk
from genogram_app.ui.panels.inspector.page import RecordPage

#: The module and class of each kind of record's page, loaded when one is first selected.
PAGES = {
    "Person": ("person", "PersonPage"),
    "Union": ("union", "UnionPage"),
    "ChildOf": ("child_link", "ChildLinkPage"),
    "Bond": ("bond", "BondPage"),
    "Household": ("household", "HouseholdPage"),
    "LivesIn": ("household", "StayPage"),
    "Responsibility": ("responsibility", "ResponsibilityPage"),
    "Agency": ("agency", "AgencyPage"),
    "Tie": ("tie", "TiePage"),
    "CaseDetails": ("details", "DetailsPage"),
}
_MARGIN = 16


class Inspector(QWidget):
    """Shows one page; it is made anew only when something else is selected or seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self._told: object = None
        self._by_worker = False
        self.page: Any = None
        dressed(self, "right")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(desk.words.say("What is selected"))
        column = bare(QVBoxLayout(self), 0)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._area)
        desk.changed.connect(self.refresh)
        desk.selected.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what became of it while it was folded away."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected as it is now; what nobody sees can wait until it is seen."""
        if self.isHidden():
            self._forget()
            return
        wanted, told = self._wanted(), self._desk.state
        if wanted != self._shown:
            self._shown, self._told = wanted, told
            self._put(self._made())
        elif self.page is not None and told != self._told:
            self._told = told
            self.page.refresh()
            put_in_order(self.page)

    def _forget(self) -> None:
        """Leave no page of the worker's in the window, unseen though it is, once their view is left."""
        if self._by_worker and not self._desk.by_worker:
            self._put(QWidget())
            self.page = self._shown = self._told = None

    def _wanted(self) -> object:
        """Name the page that is wanted: another selection, view or line needs another one."""
        desk = self._desk
        line = desk.seen.family.find(Bond, desk.selection[0]) if len(desk.selection) == 1 else None
        return desk.selection, desk.by_worker, line.quality if line else ""

    def _made(self) -> QWidget:
        desk = self._desk
        if len(desk.selection) > 1:
            from genogram_app.ui.panels.inspector.several import SeveralPage

            return SeveralPage(desk)
        return page_of(desk, desk.selection[0] if desk.selection else desk.session.case.details.id)

    def _put(self, page: QWidget) -> None:
        """Put a page in; the old one goes once nothing of it is at work any more.

        Where the keyboard was on the old one it goes on in the new one, but in no field:
        whoever pressed a row there isn't writing.
        """
        old = self._area.widget()
        working = old is not None and with_focus_in(old)
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        page.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.page, self._by_worker = page, self._desk.by_worker
        self._area.setWidget(dressed(page, "panel"))
        put_in_order(page)
        if working:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_in(self, field: str) -> QWidget | None:
        """Put the keyboard on the editor of a field, or in a part by that name; give it."""
        editor = self.page.findChild(QWidget, f"{field} editor") if self.page is not None else None
        if editor is None:
            return None
        self._area.ensureWidgetVisible(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
        return cast(QWidget, editor)

    def focus(self) -> None:
        """Put the keyboard on the first field."""
        if self.page is not None:
            put_in_order(self.page)
            self.page.setFocus()
            self.page.focusNextChild()


def page_of(desk: Desk, key: Id) -> RecordPage:
    """Make the page of a record."""
    module, name = PAGES[type(record_of(desk.seen, key)).__name__]
    pages = import_module(f"{__package__}.{module}")
    return cast(RecordPage, getattr(pages, name)(desk, key))
