"""A list of short rows under a heading, each a way to somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from genogram_app.ui.controls.plain import bare, dressed, emptied, icon_button, label
from genogram_app.ui.shades import tone
from genogram_app.ui.theme import letters

_INSET = 4
_WRAP = Qt.TextFlag.TextWordWrap
#: What a menu offers: what it says, and what it does or offers in turn; an empty text is a line between.
Offer = tuple[str, "Callable[[], object] | Sequence[Offer]"]


def _nothing() -> None:
    """Do nothing, for a line between offers."""


#: A line between offers.
PARTING: Offer = ("", _nothing)


@dataclass(frozen=True)
class Row:
    """One row: what it says, a quieter detail at its right, where it leads."""

    says: str
    detail: str = ""
    key: str = ""
    strong: bool = False
    quiet: bool = False


class RowButton(QPushButton):
    """A row that leads somewhere. Its text wraps; the detail stands beside it, or below."""

    def __init__(self, row: Row, act: Callable[[], object]) -> None:
        super().__init__()
        self.row = row
        dressed(self, "quiet")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(part for part in (row.says, row.detail) if part))
        self.clicked.connect(lambda: act())
        weight = QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal
        self._font, self._quiet = letters(weight=weight), letters(12)

    def hasHeightForWidth(self) -> bool:
        """Be as tall as the text needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height in pixels: never lower than a finger needs."""
        room = width - 2 * _INSET
        beside = 0 if self._stacked(room) else self._detail_width()
        text = self._wrapped(room - beside)
        below = QFontMetrics(self._quiet).height() if beside == 0 and self.row.detail else 0
        return max(28, text + below + 8)

    def sizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(100, self.heightForWidth(max(self.width(), 240)))

    def _detail_width(self) -> int:
        return QFontMetrics(self._quiet).horizontalAdvance(self.row.detail) + 12 if self.row.detail else 0

    def _stacked(self, room: int) -> bool:
        wanted = QFontMetrics(self._font).horizontalAdvance(self.row.says)
        return bool(self.row.detail) and wanted + self._detail_width() > room

    def _wrapped(self, width: int) -> int:
        area = QRect(0, 0, max(width, 40), 10_000)
        return QFontMetrics(self._font).boundingRect(area, _WRAP, self.row.says).height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text at the left, the detail at the right or below it."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = self.rect().adjusted(_INSET, 4, -_INSET, -4)
        stacked = self._stacked(area.width())
        beside = 0 if stacked else self._detail_width()
        text = self._wrapped(area.width() - beside)
        painter.setFont(self._font)
        painter.setPen(tone("muted" if self.row.quiet else "ink"))
        top = area.adjusted(0, 0, -beside, 0) if not stacked else area.adjusted(0, 0, 0, text - area.height())
        painter.drawText(top, _WRAP | Qt.AlignmentFlag.AlignVCenter, self.row.says)
        painter.setFont(self._quiet)
        painter.setPen(tone("accent" if self.row.strong and not stacked else "muted"))
        if stacked:
            below = QFontMetrics(self._quiet).elidedText(
                self.row.detail, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(area.adjusted(0, text, 0, 0), Qt.AlignmentFlag.AlignLeft, below)
        else:
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.row.detail
            )
        painter.end()


class Section(QWidget):
    """A heading with what can be added, and rows under it."""

    def __init__(self, heading: str, go: Callable[[str], object] = lambda key: None) -> None:
        super().__init__()
        self._go, self._rows = go, tuple[Row, ...]()
        column = bare(QVBoxLayout(self), 2)
        head = bare(QHBoxLayout(), 4)
        self.heading: QLabel = label(heading.upper(), "section")
        self.heading.setAccessibleName(heading)
        head.addWidget(self.heading)
        head.addStretch(1)
        self._head = head
        column.addLayout(head)
        self.body = bare(QVBoxLayout(), 0)
        column.addLayout(self.body)

    def offer(self, says: str, act: Callable[[], object]) -> QToolButton:
        """Offer to add something, by a small button at the heading."""
        made = icon_button("plus", says, act, size=16, look="tiny", tone="accent")
        self._head.addWidget(made)
        return made

    def offer_menu(self, says: str, offers: Callable[[], Sequence[Offer]]) -> QToolButton:
        """Offer several things to add; they are asked for when the menu opens."""
        made = icon_button("plus", says, lambda: None, size=16, look="tiny", tone="accent")
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill_menu(menu, offers()))
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._head.addWidget(made)
        return made

    def show_rows(self, rows: Sequence[Row], empty: str = "") -> None:
        """Show rows; where there are none, say so."""
        wanted = tuple(rows) or ((Row(empty, quiet=True),) if empty else ())
        if wanted == self._rows:
            return
        here = self.focusWidget()
        at = here.row.key if isinstance(here, RowButton) and here.hasFocus() else ""
        self._rows = wanted
        emptied(self.body)
        for row in wanted:
            made = self._made(row)
            self.body.addWidget(made)
            if at and row.key == at:
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, row: Row) -> QWidget:
        if row.key:
            return RowButton(row, lambda: self._go(row.key))
        made = label(
            row.says if not row.detail else f"{row.says}  {row.detail}",
            "muted" if row.quiet else "",
            wrap=True,
        )
        made.setContentsMargins(0, 4, 0, 4)
        return made


def fill_menu(menu: QMenu, offers: Sequence[Offer]) -> None:
    """Fill a menu anew."""
    menu.clear()
    for says, act in offers:
        if not callable(act):
            fill_menu(menu.addMenu(says.replace("&", "&&")), act)
        elif says:
            menu.addAction(says.replace("&", "&&")).triggered.connect(lambda _=False, act=act: act())
        else:
            menu.addSeparator()
