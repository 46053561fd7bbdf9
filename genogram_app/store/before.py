"""Keeping what a file held before another takes its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from genogram_app.store import files, safe


@contextmanager
def kept_before(target: Path) -> Iterator[Path]:
    """Copy a file to a name beside it that nobody has, while another takes its own, and give that name.

    "(before)", "(before 2)" and so on. Where the other fails and the file is as it was, the copy goes.
    Raises FileError where it can't be read, kept or written over.
    """
    safe.refuse_unwritable(target)
    before = next(path for path in _spare_names(target) if not path.exists())
    data = files.read_bytes(target)
    safe.write(before, data, meant=target)
    try:
        yield before
    except BaseException:
        with suppress(OSError):
            if target.read_bytes() == data:  # a failure may come after the other took the name
                before.unlink()
        raise


def _spare_names(target: Path) -> Iterator[Path]:
    yield target.with_name(f"{target.stem} (before){target.suffix}")
    yield from (target.with_name(f"{target.stem} (before {n}){target.suffix}") for n in count(2))
