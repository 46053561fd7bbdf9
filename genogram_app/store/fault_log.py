"""A log of the program's own faults that holds nothing about any family.

A fault's message may quote a name, and its variables certainly do, so neither
is written: only the kind of fault and the lines of the program it passed.
"""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from genogram_app import __version__

#: A log that grows past this begins anew.
_LARGEST = 512 * 1024


def note_fault(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write a fault to the log and give its place; None where even that can't be."""
    path = folder / "faults.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > _LARGEST
        with path.open("w" if fresh else "a", encoding="utf-8") as log:
            log.write(fault_entry(error, now))
    except OSError:
        return None
    return path


def fault_entry(error: BaseException, now: datetime) -> str:
    """Give the entry for a fault: when, in which program, what kind, and where; no message, no values."""
    where = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    causes = [type(cause).__name__ for cause in _causes(error)]
    system = f"{platform.system()}, Python {platform.python_version()}"
    head = f"{now.isoformat(timespec='seconds')} genogram {__version__}, {system}"
    return "\n".join([head, " from ".join(causes), *where, "", ""])


def _causes(error: BaseException) -> list[BaseException]:
    found = [error]
    while (cause := found[-1].__cause__ or found[-1].__context__) and cause not in found:
        found.append(cause)
    return found
