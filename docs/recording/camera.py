"""Takes pictures of what stands on the screen, and writes them small."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from tests.robots import settle

PICTURES = Path(__file__).resolve().parents[1] / "pictures"
#: How long whatever moves may take to come to rest, in seconds.
REST = 0.7
_COLOURS = 128


class Camera:
    """Writes a picture for each name that is wanted; all where none is named."""

    def __init__(self, names: Iterable[str], ending: str) -> None:
        self._names, self._ending = frozenset(names), ending

    def take(self, name: str, of: QWidget | None = None) -> None:
        """Take a picture of one widget, or of every window on the screen."""
        name = f"{name}{self._ending}"
        if self._names and name not in self._names:
            return
        settle(REST)
        write(of.grab().toImage() if of is not None else screen(), name)


def write(image: QImage, name: str) -> None:
    """Write a picture with as many colours as it takes to look the same."""
    buffer = QBuffer()
    image.convertToFormat(QImage.Format.Format_RGB888).save(buffer, "PNG")  # type: ignore[call-overload]
    path = PICTURES / f"{name}.png"
    with Image.open(BytesIO(buffer.data().data())) as picture:
        picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.stat().st_size // 1024:5} KB  {path.name}", flush=True)


def screen() -> QImage:
    """Paint all windows as they lie over each other."""
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    below = sorted(shown, key=_height)
    room = QApplication.primaryScreen()
    image = QImage(room.size() * room.devicePixelRatio(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(room.devicePixelRatio())
    image.fill(QColor("#5B6773"))
    painter = QPainter(image)
    for window in below:
        painter.drawPixmap(window.geometry().topLeft(), window.grab())
        if isinstance(window, QDialog):
            painter.setPen(QColor("#8793A0"))
            painter.drawRect(window.geometry().adjusted(-1, -1, 0, 0))
    painter.end()
    return image


def _height(window: QWidget) -> int:
    """Say how far up a window lies: dialogs over windows, what pops up over all."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    kind = window.windowType()
    return (kinds.index(kind) if kind in kinds else 0) or not isinstance(window, QMainWindow)
