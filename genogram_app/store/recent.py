"""The cases that were open last, by reference and time: never by the name of anybody in them."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from genogram_app.errors import FileError
from genogram_app.store import safe

_MOST = 12


@dataclass(frozen=True)
class Recent:
    """A case that was open: where it lies, its reference, when it was open, when its review is due."""

    path: str
    reference: str
    opened: datetime
    review_due: date | None = None


def written(recent: Recent) -> datetime | None:
    """Give when a case's file was last written; None where that can't be known."""
    try:
        return datetime.fromtimestamp(Path(recent.path).stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return None


class RecentCases:
    """The list of recent cases, kept in one small file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def all(self) -> tuple[Recent, ...]:
        """Give them, the latest first. A list that can't be read is an empty one."""
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return tuple(_read(row) for row in rows)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return ()

    def add(self, recent: Recent) -> None:
        """Put a case at the head of the list; it stands there once."""
        self._write((recent, *(other for other in self.all() if other.path != recent.path))[:_MOST])

    def forget(self, path: str) -> None:
        """Take a case off the list; its file stays."""
        self._write(tuple(other for other in self.all() if other.path != path))

    def _write(self, rows: tuple[Recent, ...]) -> None:
        data = json.dumps([asdict(row) for row in rows], default=str, ensure_ascii=False, indent=1)
        # A list of recent cases is a convenience: that it can't be kept is no reason to stop anybody.
        with contextlib.suppress(OSError, FileError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            safe.write(self._file, data.encode() + b"\n", private=True)


def _read(row: dict[str, Any]) -> Recent:
    due = date.fromisoformat(row["review_due"]) if row.get("review_due") else None
    return Recent(str(row["path"]), str(row["reference"]), datetime.fromisoformat(row["opened"]), due)
