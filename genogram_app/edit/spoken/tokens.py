"""A line of words cut into pieces and words, each with its place in what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[()]|[^\s()]+")
_CUT = re.compile(r",(?!\s*not sure)|[;\n]|(?<=[^\W\d_]{3})\.(?=\s|$)|(?<=\d)\.(?=\s|$)")
#: A full stop after these cuts nothing short.
_SHORT = re.compile(r"\b(?:mrs|approx|sept?|jan|feb|mar|apr|jun|jul|aug|oct|nov|dec)\.$", re.I)
_OUTSIDE = '.,:;!"“”'


@dataclass(frozen=True)
class Token:
    """One word as typed, as it is compared, and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def owner(self) -> str:
        """Give whose it is, of "mum's" or "Jess'"; empty where it doesn't say."""
        if self.low.endswith("'s"):
            return self.low[:-2]
        return self.low[:-1] if self.low.endswith("s'") else ""


@dataclass(frozen=True)
class Piece:
    """A piece of what was typed: where it stands, and its words. A side said before a colon stays."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    new_line: bool = False


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Give where each piece between commas, semicolons, lines and full stops begins and ends."""
    start = 0
    for cut in _CUT.finditer(text):
        if cut[0] == "." and _SHORT.search(text[start : cut.end()]):
            continue
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def words(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Give the words of a piece."""
    found = _WORD.finditer(text, start, end)
    return tuple(Token(each[0], plain(each[0]), each.start(), each.end()) for each in found)


def plain(text: str) -> str:
    """Give words as they are compared: in small letters, with plain apostrophes and no hyphens."""
    found = text.casefold().replace("’", "'").replace("‘", "'").replace("-", " ")
    return found.strip(_OUTSIDE).strip() or found
