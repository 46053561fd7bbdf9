"""Break words into lines of a given width."""

from __future__ import annotations

import re
from math import inf

from genogram_app.text.measure import advance

#: Where a line may break: after spaces, and after a hyphen or slash between letters (Smith-Jones).
_BREAK = re.compile(r"(?<=[ \t])(?=[^ \t])|(?<=[^\W\d_][-‐/])(?=[^\W\d_])")


#: One letter with the marks that belong to it.
_LETTER = re.compile(r".(?:[\u0300-\u036f\u064b-\u065f\u0670\u200d\ufe0f]|\u200d.)*", re.DOTALL)


def wrap(content: str, size: float, width: float, face: str = "regular", *, grace: float = inf) -> list[str]:
    """Break content into lines no wider than `width` points; breaks that it holds are kept.

    A word that is wider by itself stands whole on its line, uncut, unless it is wider
    than `grace` times the width: then it is cut between letters.
    """
    lines = [line for part in content.splitlines() for line in _wrapped(part.strip(), size, width, face)]
    return [part for line in lines for part in _cut(line, size, width, face, grace)] or [""]


def shortened(content: str, size: float, width: float, face: str = "regular") -> str:
    """Give as much of content as fits in one line, with "…" where something is left out."""
    if advance(content, size, face) <= width:
        return content
    return wrap(content, size, width - advance("…", size, face), face, grace=1)[0] + "…"


def _wrapped(content: str, size: float, width: float, face: str) -> list[str]:
    lines = [""]
    for piece in _BREAK.split(content):
        longer = lines[-1] + piece
        if lines[-1] and advance(longer.rstrip(), size, face) > width:
            lines.append(piece)
        else:
            lines[-1] = longer
    return [line.rstrip() for line in lines]


def _cut(line: str, size: float, width: float, face: str, grace: float) -> list[str]:
    """Cut a word that is far too wide; a line of several words never is."""
    if advance(line, size, face) <= width * grace:
        return [line]
    parts = [""]
    for letter in _LETTER.findall(line):
        if parts[-1] and advance(parts[-1] + letter, size, face) > width:
            parts.append("")
        parts[-1] += letter
    return parts
