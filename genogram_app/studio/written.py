"""Copies on the disk: each is sealed, and takes the place of nothing but an earlier one of itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from genogram_app.errors import InTheWayError
from genogram_app.export.seal import identity_in, sealed
from genogram_app.store import files, safe

#: Says whether a file may be written over, whatever it is.
MayReplace = Callable[[Path], bool]
#: No sheet has taken more pages.
_MOST = 999


def identity_of(*what: str) -> str:
    """Give the identity of a copy: made of what it is of, and nobody can tell that from it."""
    return str(uuid5(NAMESPACE_URL, "genogram:" + "/".join(what)))


def write_copies(
    out: Path, painted: Sequence[bytes], identity: str, may_replace: MayReplace = lambda _: False
) -> list[Path]:
    """Write a copy, or one file for each of its pages beside `out`, and give what was written.

    What is left of an earlier, longer copy of the same sheet, unchanged, goes: its pages
    would be taken for pages of this one. Raises InTheWayError where another file has the name,
    before anything is written, and FileError where one can't be written.
    """
    paths, count = _numbered(out, len(painted)), len(painted)
    if stranger := next((path for path in paths if not _gives_way(out, path, identity, may_replace)), None):
        raise InTheWayError(_refusal(stranger, count))
    for number, (path, data) in enumerate(zip(paths, painted, strict=True), start=1):
        safe.write(path, sealed(data, identity if count == 1 else _page_of(identity, number, count)))
    for path in beside(out, paths):
        if _is_earlier(out, path, identity):
            with suppress(OSError):
                path.unlink()
    return paths


def beside(out: Path, written: Iterable[Path]) -> list[Path]:
    """Give what stands beside a picture and bears a name as if it were a page of it."""
    if out.suffix.lower() != ".png":
        return []
    own = set(written)
    try:
        there = sorted(out.parent.iterdir())
    except OSError:
        return []
    return [path for path in there if path not in own and (path == out or _number(out, path))]


def _numbered(out: Path, count: int) -> list[Path]:
    """Give the files' names: the one that was asked for, or one a page, NAME-1 and so on."""
    if count == 1:
        return [out]
    width = len(str(count))
    return [out.with_name(f"{out.stem}-{number:0{width}}{out.suffix}") for number in range(1, count + 1)]


def _number(out: Path, path: Path) -> int:
    """Give which page of a copy a file's name says that it is; 0 where it says nothing of the kind."""
    named = re.fullmatch(re.escape(out.stem) + r"-([0-9]{1,4})" + re.escape(out.suffix), path.name)
    return int(named[1]) if named else 0


def _page_of(identity: str, number: int, count: int) -> str:
    """Give the identity of one page of several, so that no sheet of one page is ever taken for it."""
    return str(uuid5(UUID(identity), f"{number}/{count}"))


def _is_earlier(out: Path, path: Path, identity: str) -> bool:
    """Say whether a file is an earlier copy of the same sheet, or a page of one, that nobody changed."""
    try:
        found = identity_in(files.read_bytes(path)) if path.is_file() else ""
    except OSError:
        return False
    number = _number(out, path)
    if not number:
        return found == identity
    return bool(found) and found in (_page_of(identity, number, count) for count in range(2, _MOST + 1))


def _gives_way(out: Path, path: Path, identity: str, may_replace: MayReplace) -> bool:
    """Say whether a name is free, or its file an earlier copy that nobody changed.

    What is no file is left to `safe.write`, which says why it can't be one.
    """
    try:
        if not path.is_file() or may_replace(path) or _is_earlier(out, path, identity):
            return True
        return identity_in(files.read_bytes(path)) == identity  # a page as they were sealed once
    except OSError:
        return True


def _refusal(path: Path, count: int) -> str:
    pages = f"This sheet takes {count} pictures. " if count > 1 else ""
    return (
        f"{pages}“{path.name}” is there already, and is another file or was changed since it was written. "
        "Nothing was written; choose another name, or move that file away."
    )
