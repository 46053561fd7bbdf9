"""A text and a quieter detail: beside it where both fit in one line, else below the wrapped text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from genogram_app.ui.large_type import grown
from genogram_app.ui.theme import SIZE, letters

_WRAP = Qt.TextFlag.TextWordWrap
_BETWEEN = 12
_LEAST = 40
_QUIET = 12
#: How large letters are, in pixels, and how strong.
Letters = tuple[int, QFont.Weight]


@dataclass(frozen=True)
class TwoParts:
    """What is written; `everyday` is the font of where it stands. Measures are in pixels."""

    says: str
    detail: str
    everyday: QFont
    strong: bool = False

    @cached_property
    def _font(self) -> QFont:
        return letters(*self._letters)

    @cached_property
    def _quiet(self) -> QFont:
        return letters(*self._quiet_letters)

    @property
    def _letters(self) -> Letters:
        return grown(SIZE, self.everyday), QFont.Weight.DemiBold if self.strong else QFont.Weight.Normal

    @property
    def _quiet_letters(self) -> Letters:
        return grown(_QUIET, self.everyday), QFont.Weight.Normal

    @cached_property
    def _advance(self) -> int:
        """How wide the text is in one line."""
        return _measure(*self._letters).horizontalAdvance(self.says)

    @cached_property
    def _beside(self) -> int:
        """How much room the detail needs beside the text."""
        wide = _measure(*self._quiet_letters).horizontalAdvance(self.detail) if self.detail else -_BETWEEN
        return wide + _BETWEEN

    def height(self, width: int) -> int:
        """Give how tall it is in a width."""
        below = _measure(*self._quiet_letters).height() if self.stacked(width) else 0
        return self._text(width) + below

    def stacked(self, width: int) -> bool:
        """Say whether the detail stands below."""
        return bool(self.detail) and self._advance + self._beside > width

    def paint(self, painter: QPainter, area: QRect, ink: QColor, quiet: QColor) -> None:
        """Paint it in an area, in the middle of its height."""
        spare = max(area.height() - self.height(area.width()), 0) // 2
        area = area.adjusted(0, spare, 0, -spare)
        stacked, text = self.stacked(area.width()), self._text(area.width())
        painter.setFont(self._font)
        painter.setPen(ink)
        room = area.width() if stacked else area.width() - self._beside
        painter.drawText(QRect(area.left(), area.top(), room, text), _WRAP, self.says)
        painter.setFont(self._quiet)
        painter.setPen(quiet)
        if stacked:
            below, all_of = area.adjusted(0, text, 0, 0), QFontMetrics(self._quiet)
            said = all_of.elidedText(self.detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, said)
        else:
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.detail)

    def _text(self, width: int) -> int:
        room = width if self.stacked(width) else width - self._beside
        area = QRect(0, 0, max(room, _LEAST), 10_000)
        return _measure(*self._letters).boundingRect(area, _WRAP, self.says).height()


@lru_cache(maxsize=32)
def _measure(size: int, weight: QFont.Weight) -> QFontMetrics:
    """Give what measures letters: a list of thousands asks for each row."""
    return QFontMetrics(letters(size, weight))
