"""How the window looks: its colours, one bundled font, and one style sheet made of them.

The page keeps its own colours (`resources/themes/`): paper stays paper.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from genogram_app import places
from genogram_app.text.fonts import font_file

FAMILY = "Noto Sans"
#: The size of everyday letters, in points at 96 dots per inch: 13 pixels.
SIZE = 13


@dataclass(frozen=True, slots=True)
class Shade:
    """The window's colours, as "#RRGGBB"."""

    ink: str = "#1F2933"
    muted: str = "#5B6773"
    faint: str = "#8793A0"
    accent: str = "#0B6E7F"
    accent_deep: str = "#095866"
    accent_soft: str = "#E1F0F2"
    on_accent: str = "#FFFFFF"
    desk: str = "#EEF1F4"
    panel: str = "#FFFFFF"
    hover: str = "#F2F5F7"
    edge: str = "#DDE3E9"
    field_edge: str = "#B9C3CD"
    ask: str = "#FFF8E6"
    ask_edge: str = "#E0BE77"
    ask_ink: str = "#7A4F0C"
    guard: str = "#2B3440"
    guard_ink: str = "#F4F7FB"
    guard_muted: str = "#B8C3CF"
    guard_edge: str = "#4A5665"
    harm: str = "#A91E1B"


LIGHT = Shade()


def dress(application: QApplication, shade: Shade = LIGHT) -> None:
    """Give the whole program its font, palette and style sheet."""
    application.setStyle("Fusion")
    for face in ("regular", "semibold", "bold", "italic"):
        QFontDatabase.addApplicationFont(str(font_file(face)))
    application.setFont(letters())
    application.setPalette(_palette(shade))
    application.setStyleSheet(style_sheet(shade))


def dress_other_scripts() -> None:
    """Add the bundled fonts of other scripts, for names in lists and fields; it can wait."""
    from genogram_app.text.fonts import stack

    for file in stack("regular")[1:]:
        QFontDatabase.addApplicationFont(str(places.resources() / "fonts" / file))


def letters(size: int = SIZE, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False) -> QFont:
    """Give the bundled font at a size in pixels."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setItalic(italic)
    return font


def _palette(shade: Shade) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    colours = {
        role.Window: shade.panel,
        role.WindowText: shade.ink,
        role.Base: shade.panel,
        role.AlternateBase: shade.hover,
        role.Text: shade.ink,
        role.PlaceholderText: shade.faint,
        role.Button: shade.panel,
        role.ButtonText: shade.ink,
        role.Highlight: shade.accent,
        role.HighlightedText: shade.on_accent,
        role.Link: shade.accent,
        role.ToolTipBase: shade.guard,
        role.ToolTipText: shade.guard_ink,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, role.ButtonText, QColor(shade.faint))
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, QColor(shade.faint))
    return palette


def style_sheet(shade: Shade) -> str:
    """Give the style sheet. Parts are named by a property `look`, so none needs a style of its own."""
    sheet = (places.resources() / "window.qss").read_text(encoding="utf-8")
    sheet = sheet.replace("@{icons}", (places.resources() / "icons").as_posix())
    for field in fields(shade):
        sheet = sheet.replace(f"@{{{field.name}}}", getattr(shade, field.name))
    return sheet
