"""Where the window stood and how large it was, kept from one time to the next."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

#: The size on a screen that has room for it; on a smaller one the window fills the screen.
_SIZE = (1440, 900)


def restore(window: QMainWindow, folder: Path) -> None:
    """Put the window where it was, or where it first belongs."""
    window.resize(*_SIZE)
    room = window.screen().availableGeometry()
    if (kept := _read(folder)) and window.restoreGeometry(kept):
        return
    if room.width() < _SIZE[0] or room.height() < _SIZE[1]:
        window.resize(min(room.width(), 1366), min(room.height(), 700))
        window.setWindowState(window.windowState().WindowMaximized)


def keep(window: QMainWindow, folder: Path) -> None:
    """Keep where the window is; that it can't be kept is no reason to stop anybody."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _file(folder).write_bytes(window.saveGeometry().toBase64().data())


def _read(folder: Path) -> QByteArray | None:
    try:
        return QByteArray.fromBase64(_file(folder).read_bytes())
    except OSError:
        return None


def _file(folder: Path) -> Path:
    return folder / "window"
