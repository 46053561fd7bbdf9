"""Words in several lines on a button, which doesn't break them itself."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics


def in_lines(text: str, letters: QFontMetrics, width: int) -> str:
    """Break a text between words so that no line is wider than `width` pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and letters.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
