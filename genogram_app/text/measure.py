"""How wide letters are, and how high: sizes and answers in points."""

from __future__ import annotations

from functools import cache
from unicodedata import bidirectional, category, normalize

from genogram_app.text import fonts
from genogram_app.text.spelled import spelled

#: Line to line, as a share of the size: room for Vietnamese accents under the tails of the line above.
LEADING = 1.3

#: Latin, Greek and Cyrillic letters with the signs of their texts: first and last code point.
_PLAIN = ((0x20, 0x52F), (0x1D00, 0x2E7F), (0xA640, 0xA7FF), (0xFB00, 0xFB06))


class PlainAdvances(dict[str, int]):
    """The advances of a face's plain characters in font units, read as they are asked for.

    Raises KeyError for a character that can't be set by itself: one that the
    face lacks, joins its neighbours, stands on them or runs right to left.
    """

    def __init__(self, face: str) -> None:
        """Take the advances of a face by its name."""
        super().__init__()
        self._font = fonts.measures(fonts.font_file(face).name)
        self.em = self._font.em

    def __missing__(self, character: str) -> int:
        """Read the advance of a character met for the first time."""
        glyph = self._font.glyph(character) if _is_plain(character) else 0
        if not glyph:
            raise KeyError(character)
        return self.setdefault(character, self._font.advance(glyph))


@cache
def plain_advances(face: str) -> PlainAdvances:
    """Give the advances of a face's plain characters."""
    return PlainAdvances(face)


def plain_width(content: str, face: str) -> float | None:
    """Give the width of a plain line at size 1, None if it isn't plain."""
    table = plain_advances(face)
    try:
        return sum(map(table.__getitem__, content)) / table.em
    except KeyError:
        return None


def advance(content: str, size: float, face: str = "regular") -> float:
    """Give the width of any line: that of the `Text` that `line` makes of it."""
    content = one_line(content)
    width = plain_width(content, face)
    if width is None:
        from genogram_app.text.shape import shaped  # loads the shaping engine

        width = shaped(content, face).width
    return width * size


def one_line(content: str) -> str:
    """Give the content as it is set: accents in one with their letters (NFC), line breaks as spaces,
    little pictures in words."""
    if not content.isprintable():
        content = "".join(" " if category(c) in ("Cc", "Zl", "Zp") else c for c in content)
    return spelled(normalize("NFC", content))


def ascent(size: float, face: str = "regular") -> float:
    """Give how far letters with accents reach above the baseline."""
    return _measure(face, "ascent") * size


def descent(size: float, face: str = "regular") -> float:
    """Give how far letters reach below the baseline, as a positive number."""
    return -_measure(face, "descent") * size


def cap_height(size: float, face: str = "regular") -> float:
    """Give the height of a capital or a digit, to centre a letter in a shape."""
    return _measure(face, "cap_height") * size


def x_height(size: float, face: str = "regular") -> float:
    """Give the height of a small letter."""
    return _measure(face, "x_height") * size


def line_height(size: float) -> float:
    """Give the distance from one baseline to the next."""
    return LEADING * size


@cache
def _measure(face: str, name: str) -> float:
    font = fonts.measures(fonts.font_file(face).name)
    return float(getattr(font, name)) / font.em


def _is_plain(character: str) -> bool:
    return (
        any(first <= ord(character) <= last for first, last in _PLAIN)
        and category(character)[0] in "LNPSZ"
        and bidirectional(character) not in ("R", "AL", "AN")
    )
