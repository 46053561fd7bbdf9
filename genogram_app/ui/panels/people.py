"""The people of the sheet as a list: for the keyboard, for a screen reader, and for finding somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from genogram_app.ui.controls.lines import SearchLine
from genogram_app.ui.controls.plain import bare, dressed, label, plainly
from genogram_app.ui.controls.two_parts import TwoParts
from genogram_app.ui.desk import Desk
from genogram_app.ui.large_type import grown, like
from genogram_app.ui.panels.roll import Entry, Roll
from genogram_app.ui.shades import tone

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEAD, _INSET, _AIR = 32, 32, 12, 8
#: A list of more rows takes long to fill.
LONG = 400
_ENTRY = Qt.ItemDataRole.UserRole


class Rows(QAbstractListModel):
    """The rows of a roll."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other rows; where only words changed, the list keeps its place."""
        same = [entry.key for entry in entries] == [entry.key for entry in self.entries]
        if not same:
            self.beginResetModel()
        self.entries = entries
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row, or what is said of it."""
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.says
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.says, entry.detail) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let people and services be selected; headings aren't anybody."""
        if not is_figure(self.entries[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def kept_in_order(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give new rows in the order of the old ones, if the same stand under the same headings."""
    if _grouped(old) != _grouped(new):
        return new
    now = {entry.key: entry for entry in new if is_figure(entry)}
    heads = iter([entry for entry in new if not is_figure(entry)])
    return tuple(now[entry.key] if is_figure(entry) else next(heads) for entry in old)


def _grouped(entries: tuple[Entry, ...]) -> list[set[str]]:
    found: list[set[str]] = []
    for entry in entries:
        if is_figure(entry) and found:
            found[-1].add(entry.key)
        else:
            found.append({entry.key})
    return found


def is_figure(entry: Entry) -> bool:
    """Say whether a row is somebody or a service, and no heading."""
    return bool(entry.key) and not entry.key.startswith("ring:")


class Painted(QStyledItemDelegate):
    """Paints a row: the name at the left, all of it; the detail at the right or below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, str, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give a name the lines that it needs, and headings a little more room above."""
        entry: Entry = index.data(_ENTRY)
        if not is_figure(entry):
            return QSize(120, grown(_HEAD, option.font))
        width = option.widget.viewport().width() if isinstance(option.widget, QAbstractItemView) else 0
        height = self._height(entry, width - 2 * _INSET, option.font)
        return QSize(120, max(grown(_ROW, option.font), height + _AIR))

    def _height(self, entry: Entry, width: int, font: QFont) -> int:
        """Give how tall what is written is; kept, for a step leaves most rows of a long list as they were."""
        key = entry.says, entry.detail, width, grown(_ROW, font)
        if key not in self._heights:
            written = TwoParts(entry.says, entry.detail, font, strong=True)
            self._heights[key] = written.height(width)
        return self._heights[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry: Entry = index.data(_ENTRY)
        area: QRect = option.rect
        painter.save()
        if is_figure(entry):
            self._figure(painter, area, entry, option)
        else:
            font = _heading_font(option.font)
            painter.setFont(font)
            painter.setPen(tone("muted"))
            text = QFontMetrics(font).elidedText(
                entry.says.upper(), Qt.TextElideMode.ElideRight, area.width() - 2 * _INSET
            )
            painter.drawText(area.adjusted(_INSET, 0, -_INSET, -5), Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()

    def _figure(self, painter: QPainter, area: QRect, entry: Entry, option: QStyleOptionViewItem) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(tone("accent_soft" if selected else "hover"))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(tone("accent"))
            painter.drawRoundedRect(QRect(area.left() + 4, area.top() + 5, 3, area.height() - 10), 1.5, 1.5)
        ink = tone("muted" if entry.unknown and not selected else "ink")
        parts = TwoParts(entry.says, entry.detail, option.font, strong=selected)
        parts.paint(
            painter, area.adjusted(_INSET, 0, -_INSET, 0), ink, tone("accent" if selected else "muted")
        )


def _heading_font(everyday: QFont) -> QFont:
    font = like(everyday, 11, QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    return font


class List(QListView):
    """The list itself. Single letters are commands here too, so it doesn't search by typing.

    write: puts the caret in the name of whom is selected.
    """

    def __init__(self, write: Callable[[], object]) -> None:
        super().__init__()
        self._write = write

    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the commands; the line above finds people."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list with the arrow keys, write a name with Enter; leave other keys alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedIndexes():
            self._write()
            return
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class PeoplePanel(QWidget):
    """The list with its search; selecting here selects on the sheet, and the other way round."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._following, self._by_worker = desk, False, desk.by_worker
        dressed(self, "left")
        column = bare(QVBoxLayout(self), 8)
        column.setContentsMargins(8, 12, 8, 0)
        say = desk.words.say
        self.search = SearchLine(say("Find somebody (Ctrl+F)"), lambda _: self._fill(), self._enter_list)
        self.list = List(lambda: desk.wanted.emit("rename"))
        self._rows = Rows()
        self._nobody = label(say("Nobody of that name."), "muted")
        self._nobody.setContentsMargins(12, 4, 0, 0)
        self._set_up_list(say("People and services"))
        for widget in (self.search, self._nobody, self.list):
            column.addWidget(widget)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._fill)
        desk.changed.connect(self._change)
        desk.selected.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what became of the list while it was folded away."""
        super().showEvent(event)
        self._change()

    def _set_up_list(self, name: str) -> None:
        self.list.setModel(self._rows)
        self.list.setItemDelegate(Painted(self.list))
        self.list.setAccessibleName(name)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self.list.doubleClicked.connect(lambda _: self._desk.select(self._desk.selection, lead=True))

    def begin_search(self) -> None:
        """Put the keyboard where one searches."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _change(self) -> None:
        """Show what changed: in a long list once the window has answered.

        Whom one reader may see alone is gone at once, though nobody should see the list.
        """
        if self._by_worker != self._desk.by_worker:
            self._by_worker = self._desk.by_worker
            self.search.setText("")  # and, unlike `clear`, nothing brings it back
            self._show(())
        if len(self._desk.seen.family.people) > LONG:
            self._soon.start(0)
        else:
            self._fill()

    def _fill(self) -> None:
        """Show who there is now; what nobody sees can wait until it is seen."""
        if self.isHidden():
            return
        desk = self._desk
        roll = Roll(desk.seen, desk.scene.catalog, desk.words, desk.as_at)
        entries = roll.entries(self.search.text())
        if self.list.hasFocus():
            entries = kept_in_order(self._rows.entries, entries)
        self._show(entries)
        self._nobody.setVisible(not entries)
        self._follow()

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self._following = True
        self._rows.show(entries)
        self._following = False

    def _enter_list(self) -> None:
        """Go from the search into what was found, and select the first of it.

        Whoever bears the words themselves comes before those who were found by their home's name.
        """
        rows = [row for row, entry in enumerate(self._rows.entries) if is_figure(entry)]
        words = plainly(self.search.text()).split()
        own = [row for row in rows if all(word in plainly(self._rows.entries[row].says) for word in words)]
        for first in (own or rows)[:1]:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self._rows.index(first))

    def _chosen(self, *_: QItemSelection) -> None:
        if not self._following:
            rows = sorted(index.row() for index in self.list.selectedIndexes())
            self._desk.select([self._rows.entries[row].key for row in rows], lead=True)

    def _follow(self) -> None:
        """Select here what is selected on the sheet."""
        wanted = set(self._desk.selection)
        rows = [row for row, entry in enumerate(self._rows.entries) if entry.key in wanted]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._rows.index(row), self._rows.index(row))
        self._following = True
        model = self.list.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows and self.list.currentIndex().row() not in rows:
            model.setCurrentIndex(self._rows.index(rows[0]), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(self._rows.index(rows[0]))
        self._following = False
