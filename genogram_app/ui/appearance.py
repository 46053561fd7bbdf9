"""Light or dark: as the system is, or as was chosen, kept from one time to the next."""

from __future__ import annotations

import contextlib
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from genogram_app.ui import theme
from genogram_app.ui.shades import DARK, LIGHT, worn


class Appearance(Enum):
    """What was chosen; each value is the id of its command too."""

    AS_SYSTEM = "as_system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Appearance.AS_SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class Wardrobe(QObject):
    """Dresses the program as was chosen, and goes with the system where that was left to it."""

    def __init__(self, parent: QObject, folder: Path) -> None:
        super().__init__(parent)
        self._folder = folder
        self.chosen = _read(folder)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._put_on()

    def choose(self, chosen: Appearance) -> None:
        """Dress in what is chosen, and keep the choice."""
        self.chosen = chosen
        _keep(chosen, self._folder)
        self._put_on()

    def _put_on(self) -> None:
        """Ask the system for its frames and dialogs to match, and wear the same."""
        wanted, hints = _SCHEMES[self.chosen], QGuiApplication.styleHints()
        hints.setColorScheme(wanted)
        self._wear(hints.colorScheme() if wanted is Qt.ColorScheme.Unknown else wanted)

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if self.chosen is Appearance.AS_SYSTEM:
            self._wear(scheme)

    def _wear(self, scheme: Qt.ColorScheme) -> None:
        """Wear the colours of a scheme; a system that says nothing is a light one."""
        shade, application = DARK if scheme is Qt.ColorScheme.Dark else LIGHT, QApplication.instance()
        if shade is not worn() and isinstance(application, QApplication):
            theme.wear(application, shade)


def _read(folder: Path) -> Appearance:
    try:
        return Appearance(_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Appearance.AS_SYSTEM


def _keep(chosen: Appearance, folder: Path) -> None:
    """Keep the choice; that it can't be kept is no reason to stop anybody."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _file(folder).write_text(chosen.value, encoding="utf-8")


def _file(folder: Path) -> Path:
    return folder / "appearance"
