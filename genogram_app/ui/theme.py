"""How the window looks: one bundled font, and one style sheet made of its colours."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from genogram_app import places
from genogram_app.text.fonts import font_file
from genogram_app.ui.shades import LIGHT, Shade

FAMILY = "Noto Sans"
#: The size of everyday letters, in points at 96 dots per inch: 13 pixels.
SIZE = 13


def dress(application: QApplication, shade: Shade = LIGHT) -> None:
    """Give the whole program its font, palette and style sheet."""
    application.setStyle("Fusion")
    for face in ("regular", "semibold", "bold", "italic"):
        QFontDatabase.addApplicationFont(str(font_file(face)))
    application.setFont(letters())
    wear(application, shade)


def wear(application: QApplication, shade: Shade) -> None:
    """Show the whole program in some colours."""
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
