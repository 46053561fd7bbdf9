"""The canvas's own colours: what lies round the page and over it, never on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QPen


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as "#RRGGBB": the desk, the accent for what is selected, surfaces that float."""

    desk: str = "#EEF1F4"
    shadow: str = "#1F2933"
    accent: str = "#0B6E7F"
    surface: str = "#FFFFFF"
    edge: str = "#C9D1D9"
    ink: str = "#1F2933"
    muted: str = "#5B6773"


@cache
def colour(name: str, alpha: float = 1.0) -> QColor:
    """Give a colour, seen through where alpha is less than 1."""
    found = QColor(name)
    found.setAlphaF(alpha)
    return found


def hair(name: str, width: float = 1.5) -> QPen:
    """Give a pen as wide on the screen however near one looks."""
    pen = QPen(colour(name), width)
    pen.setCosmetic(True)
    return pen


def floating(look: Look) -> str:
    """Give the style of everything that floats over the page: editor, palette, signs, handles."""
    return f"""
        QFrame#floating {{ background: {look.surface}; border: 1px solid {look.edge}; border-radius: 8px; }}
        QFrame#floating QLabel {{ color: {look.ink}; background: transparent; }}
        QLabel#quiet {{ color: {look.muted}; }}
        QLabel#heading {{ color: {look.muted}; font-weight: 600; }}
        QLineEdit {{ color: {look.ink}; background: {look.surface}; border: 1px solid {look.edge};
            border-radius: 5px; padding: 4px 6px; selection-background-color: {look.accent}; }}
        QLineEdit:focus {{ border: 2px solid {look.accent}; padding: 3px 5px; }}
        QToolButton, QPushButton {{ color: {look.ink}; background: {look.surface};
            border: 1px solid {look.edge}; border-radius: 6px; padding: 5px 8px; }}
        QToolButton:hover, QPushButton:hover {{ border-color: {look.accent}; }}
        QToolButton:focus, QPushButton:focus {{ border: 2px solid {look.accent}; padding: 4px 7px; }}
        QToolButton:checked, QPushButton:checked {{ background: {colour(look.accent).lighter(720).name()};
            border-color: {look.accent}; color: {look.accent}; font-weight: 600; }}
        QPushButton#primary {{ background: {look.accent}; color: {look.surface}; border-color: {look.accent};
            font-weight: 600; }}
        QPushButton#primary:disabled {{ background: {look.edge}; border-color: {look.edge}; }}
        QPushButton#sign {{ background: {look.surface}; border: 1px solid {look.accent}; border-radius: 13px;
            color: {look.accent}; font-weight: 600; padding: 3px 12px; }}
    """
