"""Keeping what a file held before another takes its name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from genogram_app.store import files, safe


def keep_before(target: Path) -> Path:
    """Copy a file to a name beside it that nobody has, and give that: "(before)", "(before 2)" and so on.

    Raises FileError where it can't be read or kept.
    """
    before = next(path for path in _spare_names(target) if not path.exists())
    safe.write(before, files.read_bytes(target))
    return before


def _spare_names(target: Path) -> Iterator[Path]:
    yield target.with_name(f"{target.stem} (before){target.suffix}")
    yield from (target.with_name(f"{target.stem} (before {n}){target.suffix}") for n in count(2))
