"""The window's colours, light and dark. The page keeps its own (`resources/themes/`): paper stays paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette

#: Half way from black to white, of 255.
_MIDDLE = 128


@dataclass(frozen=True, slots=True)
class Shade:
    """Colours as "#RRGGBB", called by what they are for; `resources/window.qss` uses the same names."""

    ink: str = "#1F2933"
    muted: str = "#5B6773"
    faint: str = "#8793A0"
    off: str = "#A9B3BD"
    accent: str = "#0B6E7F"
    accent_deep: str = "#095866"
    accent_soft: str = "#E1F0F2"
    on_accent: str = "#FFFFFF"
    desk: str = "#EEF1F4"
    panel: str = "#FFFFFF"
    hover: str = "#F2F5F7"
    edge: str = "#DDE3E9"
    field_edge: str = "#B9C3CD"
    scroll: str = "#C3CCD5"
    ask: str = "#FFF8E6"
    ask_hover: str = "#FDF0CF"
    ask_edge: str = "#E0BE77"
    ask_ink: str = "#7A4F0C"
    guard: str = "#2B3440"
    guard_ink: str = "#F4F7FB"
    guard_muted: str = "#B8C3CF"
    guard_edge: str = "#4A5665"
    arrow: str = "chevron-down"
    tick: str = "check-pale"
    pale: str = ""


LIGHT = Shade()
DARK = Shade(
    ink="#E4E9EE",
    muted="#A4B0BC",
    faint="#7C8895",
    off="#566270",
    accent="#5FC4D3",
    accent_deep="#86D6E2",
    accent_soft="#17373F",
    on_accent="#06242A",
    desk="#12161A",
    panel="#1C2228",
    hover="#272F37",
    edge="#323C46",
    field_edge="#4C5865",
    scroll="#46525E",
    ask="#362B12",
    ask_hover="#453818",
    ask_edge="#7F672C",
    ask_ink="#F0C874",
    guard="#40506A",
    guard_ink="#F4F7FB",
    guard_muted="#CBD5E1",
    guard_edge="#64758F",
    arrow="chevron-down-pale",
    tick="check",
    pale="-pale",
)


def worn() -> Shade:
    """Give the colours that the window wears now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < _MIDDLE else LIGHT


def tone(name: str) -> QColor:
    """Give one of the colours that the window wears now, by its name."""
    return QColor(getattr(worn(), name))
