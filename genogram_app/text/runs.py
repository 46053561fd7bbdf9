"""Split a line into runs that one font draws in one direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import category

from genogram_app.text import bidi, fonts

_JOINERS = "\u200c\u200d"
#: Characters that are never seen themselves (first and last code point): Unicode's "default ignorable".
_UNSEEN = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0000, 0xE0FFF)),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one font and direction, in the order they are read; `file` is None if no font has them."""

    content: str
    file: str | None
    leftward: bool


def runs(content: str, face: str) -> list[Run]:
    """Give the runs of a line in the order they are seen, left to right."""
    levels = bidi.levels(content)
    files = _files(content, face)
    pieces = [[*piece] for _, piece in groupby(range(len(content)), lambda i: (levels[i], files[i]))]
    seen = bidi.in_order([levels[piece[0]] for piece in pieces])
    return [_run(content, pieces[k], files, levels) for k in seen]


def missing(content: str, face: str) -> str:
    """Give the characters that no bundled font can draw where they stand, each once, in order."""
    lost = dict.fromkeys(
        character
        for cluster in clusters(content)
        if _file(cluster, face) is None
        for character in _blamed(cluster, face)
    )
    return "".join(lost)


def clusters(content: str) -> Iterator[str]:
    """Go through the letters, each with the marks and joiners that belong to it."""
    start = 0
    for i in range(1, len(content) + 1):
        if i == len(content) or not _leans(content[i]):
            yield content[start:i]
            start = i


def _files(content: str, face: str) -> list[str | None]:
    return [file for cluster in clusters(content) for file in [_file(cluster, face)] * len(cluster)]


def _file(cluster: str, face: str) -> str | None:
    return fonts.first_with("".join(c for c in cluster if not is_unseen(c)), face)


def _blamed(cluster: str, face: str) -> str:
    """Name what can't be drawn of a cluster: what no font has, or else a pair that no font has together."""
    return "".join(c for c in cluster if _file(c, face) is None) or cluster


def _leans(character: str) -> bool:
    return category(character)[0] == "M" or character in _JOINERS


def is_unseen(character: str) -> bool:
    """Say whether a character only steers the others: joiners, direction marks, soft hyphens, variants."""
    return any(first <= ord(character) <= last for first, last in _UNSEEN)


def _run(content: str, piece: list[int], files: list[str | None], levels: list[int]) -> Run:
    first = piece[0]
    return Run(content[first : piece[-1] + 1], files[first], levels[first] % 2 == 1)
