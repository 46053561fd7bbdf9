"""Break words into lines of a given width."""

from __future__ import annotations

import re

from genogram_app.text.measure import advance

#: Where a line may break: after spaces, and after a hyphen or slash between letters (Smith-Jones).
_BREAK = re.compile(r"(?<=[ \t])(?=[^ \t])|(?<=[^\W\d_][-‐/])(?=[^\W\d_])")


def wrap(content: str, size: float, width: float, face: str = "regular") -> list[str]:
    """Break content into lines no wider than `width` points; breaks that it holds are kept.

    A word that is wider by itself stands alone on its line, uncut.
    """
    lines = [line for part in content.splitlines() for line in _wrapped(part.strip(), size, width, face)]
    return lines or [""]


def _wrapped(content: str, size: float, width: float, face: str) -> list[str]:
    lines = [""]
    for piece in _BREAK.split(content):
        longer = lines[-1] + piece
        if lines[-1] and advance(longer.rstrip(), size, face) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.rstrip() for line in lines]
