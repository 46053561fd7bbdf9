"""Writing files without losing one that has that name already."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from genogram_app.errors import InTheWayError, InUseError, UsageError
from genogram_app.family.case import Case
from genogram_app.store import files
from genogram_app.store.before import kept_before
from genogram_app.store.codec import SUFFIX
from genogram_app.store.lock import DocumentLock, Holder

#: Endings that say that a file is something else.
_OTHERS = frozenset(
    ".pdf .svg .png .jpg .jpeg .ged .gno .json .xml .html .txt .csv .doc .docx .odt .xls .xlsx .zip".split()
)


def save_new(case: Case, path: Path) -> tuple[Path, Path | None]:
    """Save a new case and give its place, and where an earlier file of that name was kept, if there was one.

    Raises UsageError for a name that no family can have, InUseError for a file that is open, FileError.
    """
    target = family_file(path)
    if not os.path.isfile(target):
        files.save(case, target)
        return target, None
    with _nobody_elses(target), kept_before(target) as before:
        files.save(case, target)
    return target, before


def family_file(path: Path) -> Path:
    """Give the file that a family is saved in: a name that doesn't end as ours do gets our ending.

    Raises UsageError for a folder, and for the ending of another kind of file.
    """
    if os.path.isdir(path):  # Path.is_dir fails for a name that is too long
        raise UsageError(f"{path} is a folder. Nothing was written; name the file in it.")
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise UsageError(
            f"{path.name} is no name for a family's file, which ends in {SUFFIX}. "
            "Nothing was written. To get a picture or a PDF, save the family first, then export it."
        )
    return path if ending == SUFFIX else path.with_name(path.name + SUFFIX)


def said(target: Path, before: Path | None) -> str:
    """Say what was written."""
    kept = f" What stood there before is kept in {before}." if before else ""
    return f"Saved in {target}.{kept}"


@contextmanager
def telling_of_replace() -> Iterator[None]:
    """Add to what says that a file is in the way how to write over it."""
    try:
        yield
    except InTheWayError as fault:
        raise InTheWayError(f"{fault} With --replace it is written over.") from fault


@contextmanager
def _nobody_elses(target: Path) -> Iterator[None]:
    """Hold a file's lock while it is written over. Raises InUseError where a window has it open."""
    lock = DocumentLock(target, Holder.here())
    try:
        lock.acquire()
    except InUseError as fault:
        raise InUseError(
            f"{target.name} is open already: {lock.other()}. "
            "Nothing was written. Close it there first, or name another file."
        ) from fault
    try:
        yield
    finally:
        lock.release()
