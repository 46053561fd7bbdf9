"""Copies on the disk: each is sealed, and takes the place of nothing but an earlier one of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from genogram_app.errors import InTheWayError
from genogram_app.export.seal import is_sealed, sealed
from genogram_app.store import files, safe

#: Says whether a file may be written over, whatever it is.
MayReplace = Callable[[Path], bool]


def identity_of(*what: str) -> str:
    """Give the identity of a copy: made of what it is of, and nobody can tell that from it."""
    return str(uuid5(NAMESPACE_URL, "genogram:" + "/".join(what)))


def write_copies(
    out: Path, painted: Sequence[bytes], identity: str, may_replace: MayReplace = lambda _: False
) -> list[Path]:
    """Write a copy, or one file for each of its pages beside `out`, and give what was written.

    Raises InTheWayError where another file has the name, before anything is written, and
    FileError where one can't be written.
    """
    paths = _numbered(out, len(painted))
    if stranger := next((path for path in paths if not _gives_way(path, identity, may_replace)), None):
        raise InTheWayError(_refusal(stranger, len(paths)))
    for path, data in zip(paths, painted, strict=True):
        safe.write(path, sealed(data, identity))
    return paths


def _numbered(out: Path, count: int) -> list[Path]:
    """Give the files' names: the one that was asked for, or one a page, NAME-1 and so on."""
    if count == 1:
        return [out]
    width = len(str(count))
    return [out.with_name(f"{out.stem}-{number:0{width}}{out.suffix}") for number in range(1, count + 1)]


def _gives_way(path: Path, identity: str, may_replace: MayReplace) -> bool:
    """Say whether a name is free, or its file an earlier copy that nobody changed.

    What is no file is left to `safe.write`, which says why it can't be one.
    """
    try:
        return not path.is_file() or may_replace(path) or is_sealed(files.read_bytes(path), identity)
    except OSError:
        return True


def _refusal(path: Path, count: int) -> str:
    pages = f"This sheet takes {count} pictures. " if count > 1 else ""
    return (
        f"{pages}“{path.name}” is there already, and is another file or was changed since it was written. "
        "Nothing was written; choose another name, or move that file away."
    )
