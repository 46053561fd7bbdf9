"""A list of short rows under a heading, each a way to somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
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

from genogram_app.ui.controls.menu import NamesMenu
from genogram_app.ui.controls.plain import bare, dressed, emptied, icon_button, label
from genogram_app.ui.controls.two_parts import TwoParts
from genogram_app.ui.shades import tone

_INSET = 4
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
        # Minimum, not Fixed: that would hold it to the height it asked for in another width.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(", ".join(part for part in (row.says, row.detail) if part))
        self.clicked.connect(lambda: act())

    @property
    def _parts(self) -> TwoParts:
        self.ensurePolished()
        return TwoParts(self.row.says, self.row.detail, self.font(), self.row.strong)

    def hasHeightForWidth(self) -> bool:
        """Be as tall as the text needs."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height in pixels: never lower than a finger needs."""
        return max(32, self._parts.height(width - 2 * _INSET) + 8)

    def sizeHint(self) -> QSize:
        """Ask for no width of its own."""
        return QSize(100, self.heightForWidth(max(self.width(), 240)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text at the left, the detail at the right or below it."""
        super().paintEvent(event)
        painter, parts = QPainter(self), self._parts
        area = self.rect().adjusted(_INSET, 4, -_INSET, -4)
        accent = self.row.strong and not parts.stacked(area.width())
        ink = tone("muted" if self.row.quiet else "ink")
        parts.paint(painter, area, ink, tone("accent" if accent else "muted"))
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
        menu = NamesMenu(made)
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
