"""In which direction each letter of a line runs: the Unicode bidirectional algorithm (UAX #9).

A line is one paragraph. Its base direction is left to right, as the sheet is
read, unless it has right-to-left letters only. The invisible controls that
embed or isolate are passed over: names don't carry them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import bidirectional

_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # numbers count as R towards neutrals
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_PASSED_OVER = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_JOINED = frozenset({("CS", "EN"), ("CS", "AN"), ("ES", "EN")})
_BRACKETS = dict(zip(")]}⁆⁾₎⟩", "([{⁅⁽₍⟨", strict=True))


def levels(content: str) -> list[int]:
    """Give the embedding level of each character: even runs left to right, odd right to left."""
    classes = [bidirectional(c) or "L" for c in content]
    base = 1 if {"R", "AL"} & {*classes} and "L" not in classes else 0
    kept = [i for i, c in enumerate(classes) if c not in _PASSED_OVER]
    found = _resolved("".join(content[i] for i in kept), [classes[i] for i in kept], base)
    by_place = dict(zip(kept, found, strict=True))
    out: list[int] = []
    for i in range(len(content)):
        out.append(by_place.get(i, out[-1] if out else base))
    return _with_plain_end(out, classes, base)


def in_order(levels: Sequence[int]) -> list[int]:
    """Give the places in the order they are seen, left to right (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        pieces = groupby(order, key=lambda place: levels[place] >= level)
        order = [p for turned, run in pieces for p in (reversed([*run]) if turned else run)]
    return order


def _resolved(content: str, classes: list[str], base: int) -> list[int]:
    edge = "R" if base else "L"
    types = _numbers(_marks(classes, edge), edge)
    types = _brackets(content, _separators(types, edge), edge)
    types = _neutrals(types, edge)
    return [_level(kind, base) for kind in types]


def _marks(types: list[str], edge: str) -> list[str]:
    """Let marks go with the letter they stand on (W1)."""
    out: list[str] = []
    for kind in types:
        out.append((out[-1] if out else edge) if kind == "NSM" else kind)
    return out


def _numbers(types: list[str], edge: str) -> list[str]:
    """Let numbers after Arabic letters be Arabic numbers, and Arabic letters R (W2, W3)."""
    strong, out = edge, []
    for kind in types:
        strong = kind if kind in ("L", "R", "AL") else strong
        out.append("AN" if kind == "EN" and strong == "AL" else kind)
    return ["R" if kind == "AL" else kind for kind in out]


def _separators(types: list[str], edge: str) -> list[str]:
    """Join signs to the numbers they belong to, then let numbers in left-to-right text be L (W4 to W7)."""
    out = list(types)
    for i in range(1, len(out) - 1):
        before, kind, after = out[i - 1 : i + 2]
        if before == after and (kind, before) in _JOINED:
            out[i] = before
    out = _beside_numbers(out)
    strong = edge
    for i, kind in enumerate(out):
        strong = kind if kind in ("L", "R") else strong
        if kind in ("ES", "ET", "CS"):
            out[i] = "ON"
        elif (kind, strong) == ("EN", "L"):
            out[i] = "L"
    return out


def _beside_numbers(types: list[str]) -> list[str]:
    """Let currency and percent signs that touch a number be part of it (W5)."""
    out = list(types)
    for start, stop in _stretches(types, frozenset({"ET"})):
        if "EN" in (*types[max(start - 1, 0) : start], *types[stop : stop + 1]):
            out[start:stop] = ["EN"] * (stop - start)
    return out


def _brackets(content: str, types: list[str], edge: str) -> list[str]:
    """Let both brackets of a pair run as what they hold (N0)."""
    out = list(types)
    for opening, closing in _pairs(content, types):
        inside = {_STRONG.get(kind) for kind in out[opening + 1 : closing]} - {None}
        if not inside:
            continue
        before = next((_STRONG[k] for k in reversed(out[:opening]) if k in _STRONG), edge)
        out[opening] = out[closing] = edge if edge in inside else before
    return out


def _pairs(content: str, types: list[str]) -> list[tuple[int, int]]:
    found, still_open = [], list[int]()
    for i, character in enumerate(content):
        if types[i] != "ON":
            continue
        if character in _BRACKETS.values():
            still_open.append(i)
        elif (opening := _BRACKETS.get(character)) and opening in (content[j] for j in still_open):
            while content[j := still_open.pop()] != opening:
                pass
            found.append((j, i))
    return sorted(found)


def _neutrals(types: list[str], edge: str) -> list[str]:
    """Let spaces and signs run as the letters on both sides, or else as the line does (N1, N2)."""
    out = list(types)
    for start, stop in _stretches(types, _NEUTRAL):
        before = _STRONG[types[start - 1]] if start else edge
        after = _STRONG[types[stop]] if stop < len(types) else edge
        out[start:stop] = [before if before == after else edge] * (stop - start)
    return out


def _stretches(types: list[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for inside, run in groupby(types, key=wanted.__contains__):
        stop = start + len([*run])
        if inside:
            yield start, stop
        start = stop


def _level(kind: str, base: int) -> int:
    if base:
        return base + (kind != "R")
    return base + {"L": 0, "R": 1}.get(kind, 2)


def _with_plain_end(found: list[int], classes: list[str], base: int) -> list[int]:
    """Let spaces at the end, and tabs with the spaces before them, run as the line does (L1)."""
    out, open_end = list(found), True
    for i in range(len(out) - 1, -1, -1):
        open_end = classes[i] in ("S", "B") or (open_end and classes[i] in ("WS", *_PASSED_OVER))
        out[i] = base if open_end else out[i]
    return out
