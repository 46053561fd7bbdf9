"""Writing a new family's file without losing one that has that name already."""

from __future__ import annotations

from pathlib import Path

from genogram_app.family.case import Case
from genogram_app.store import files, safe

_SUFFIX = ".genogram"


def save_new(case: Case, path: Path) -> tuple[Path, Path | None]:
    """Save a new case and give its place, and where an earlier file of that name was kept, if there was one.

    A name without an ending gets ours. Raises FileError.
    """
    target = path if path.suffix else path.with_suffix(_SUFFIX)
    before = _kept(target) if target.is_file() else None
    files.save(case, target)
    return target, before


def said(target: Path, before: Path | None) -> str:
    """Say what was written."""
    kept = f" What stood there before is kept in {before}." if before else ""
    return f"Saved in {target}.{kept}"


def _kept(target: Path) -> Path:
    before = target.with_name(f"{target.stem} (before){target.suffix}")
    safe.write(before, files.read_bytes(target))
    return before
