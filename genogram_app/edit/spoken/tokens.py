"""A line of words cut into pieces and words, each with its place in what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[()]|[^\s()]+")
_CUT = re.compile(r",(?!\s*not sure)|[;\n\u2028\u2029]|(?<=[^\W\d_]{3})\.(?=\s|$)|(?<=\d)\.(?=\s|$)")
#: A full stop after these cuts nothing short.
_SHORT = re.compile(r"\b(?:mrs|approx|sept?|jan|feb|mar|apr|jun|jul|aug|oct|nov|dec)\.$", re.I)
#: What marks an entry of a list that was pasted.
_BULLET = re.compile(r"[•·*▪◦‣●■►]")
_NUMBERED = re.compile(r"^[ \t]*\(?(\d{1,2})[.)][ \t]+(?=\S)", re.MULTILINE)
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
    """A piece of what was typed: where it stands, and its words. A side said before a colon stays.

    joined: it comes after an "and", so whose it is may have been said before that.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    new_line: bool = False
    joined: bool = False


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Give where each piece between commas, semicolons, lines and full stops begins and ends."""
    start, numbered = 0, numbers(text).items()
    for cut in _CUT.finditer(text):
        if any(begins <= cut.start() < ends for begins, ends in numbered):
            continue
        if cut[0] == "." and _SHORT.search(text[start : cut.end()]):
            continue
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def words(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Give the words of a piece."""
    found = _WORD.finditer(text, start, end)
    return tuple(Token(each[0], plain(each[0]), each.start(), each.end()) for each in found)


def numbers(text: str) -> dict[int, int]:
    """Give where the lines of a numbered list begin and where their numbers end, if they count up."""
    found: dict[int, int] = {}
    for mark in _NUMBERED.finditer(text):
        if int(mark[1]) == len(found) + 1:
            found[mark.start()] = mark.end()
    return found


def without_marks(tokens: tuple[Token, ...], *, begins: bool) -> tuple[Token, ...]:
    """Give words without the marks of a list: a bullet that begins a line, a dash for a colon.

    A dash beside a figure is a span of time.
    """
    while begins and len(tokens) > 1 and (_BULLET.fullmatch(tokens[0].text) or _is_dash(tokens[0])):
        tokens = tokens[1:]
    kept = [not _is_dash(token) or _by_figure(tokens, place) for place, token in enumerate(tokens)]
    return tuple(token for token, keep in zip(tokens, kept, strict=True) if keep)


def _is_dash(token: Token) -> bool:
    return token.text in ("-", "–", "—")


def _by_figure(tokens: tuple[Token, ...], place: int) -> bool:
    beside = [tokens[n].text for n in (place - 1, place + 1) if 0 <= n < len(tokens)]
    return len(beside) == 2 and all(any(sign.isdigit() for sign in text) for text in beside)


def plain(text: str) -> str:
    """Give words as they are compared: in small letters, with plain apostrophes and no hyphens."""
    found = text.casefold().replace("’", "'").replace("‘", "'").replace("-", " ")
    return found.strip(_OUTSIDE).strip() or found
