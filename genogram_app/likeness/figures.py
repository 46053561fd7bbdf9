"""Figures that were measured, kept until what they are of is drawn otherwise."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Hashable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from genogram_app.errors import FileError
from genogram_app.store import safe

T = TypeVar("T", bound=Hashable)
#: Gives how far the two of each pair differ.
Measure = Callable[[Sequence[tuple[T, T]]], list[float]]

#: What the figures are measured with: another number makes those that were kept worthless.
MEASURE = 1


class Figures:
    """How far two things differ, by what they are; kept in a file if one is given.

    A file that can't be read or written costs the time to measure again, and nothing else. `tell` is called
    once, before the first is measured.
    """

    def __init__(self, file: Path | None = None, tell: Callable[[], object] = lambda: None) -> None:
        self._file, self._tell = file, cache(tell)
        self._kept = _read(file) if file else {}
        self._used: dict[str, float] = {}

    def of(self, pairs: Sequence[tuple[T, T]], measure: Measure[T]) -> list[float]:
        """Give how far the two of each pair differ; measure what isn't known, all of it at once."""
        keys = [_key(*pair) for pair in pairs]
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in self._kept}
        if missing:
            self._tell()
            found = measure(list(missing.values()))
            self._kept |= {key: round(far, 4) for key, far in zip(missing, found, strict=True)}
        self._used |= {key: self._kept[key] for key in keys}
        return [self._used[key] for key in keys]

    def save(self) -> None:
        """Write the figures that were asked for; the others are of what isn't drawn any more."""
        if self._file is None or _read(self._file) == self._used:
            return
        data = json.dumps({"measure": MEASURE, "figures": self._used}, sort_keys=True)
        with contextlib.suppress(OSError, FileError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            safe.write(self._file, data.encode() + b"\n", private=True)


def _key(one: Hashable, other: Hashable) -> str:
    """Give a name for two things, whichever comes first."""
    return "".join(sorted((_name(one), _name(other))))


@cache
def _name(thing: Hashable) -> str:
    return sha256(repr(thing).encode()).hexdigest()[:16]


def _read(file: Path) -> dict[str, float]:
    try:
        found = json.loads(file.read_bytes())
        figures = found["figures"] if found["measure"] == MEASURE else {}
        return {str(key): float(far) for key, far in figures.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
