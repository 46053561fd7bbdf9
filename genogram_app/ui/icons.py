"""Icons from `resources/icons/`, tinted and drawn when they are shown, as large as they are wanted."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from genogram_app import places
from genogram_app.errors import MissingPartError
from genogram_app.ui.shades import worn


@cache
def icon(name: str, tone: str = "ink") -> QIcon:
    """Give an icon by its file's name, in one of the window's colours; fainter while it can't be used."""
    return QIcon(Drawn(name, tone))


class Picture(QWidget):
    """An icon that stands by itself."""

    def __init__(self, name: str, size: QSize, tone: str = "ink") -> None:
        super().__init__()
        self._icon = icon(name, tone)
        self.setFixedSize(size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in what the window wears now."""
        self._icon.paint(QPainter(self), self.rect())


class Drawn(QIconEngine):
    """Draws an SVG at the size in which it is wanted, in the colour that the window wears then."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it on whatever the painter paints on, as fine as that is."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self._picture(rect.size() * ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Give it as a picture of some pixels."""
        return self._picture(size, mode)

    def clone(self) -> QIconEngine:
        """Give another like it."""
        return Drawn(self._name, self._tone)

    def _picture(self, size: QSize, mode: QIcon.Mode) -> QPixmap:
        if size.isEmpty():  # of a button that a narrow panel leaves no room
            return QPixmap()
        colour = getattr(worn(), "off" if mode == QIcon.Mode.Disabled else self._tone)
        return _drawn(self._name, colour, size.width(), size.height())


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, width: int, height: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    drawn = QPixmap(width, height)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(QPoint(0, 0), QSize(width, height)))
    painter.end()
    return drawn


@cache
def _svg(name: str) -> str:
    """Read an icon, its strokes a little finer than they come."""
    file = places.resources() / "icons" / f"{name}.svg"
    try:
        return file.read_text(encoding="utf-8").replace('stroke-width="2"', 'stroke-width="1.75"')
    except OSError as fault:
        raise MissingPartError(
            f"The program's own icon {file.name} is missing. Your files are safe. Install the program again."
        ) from fault
