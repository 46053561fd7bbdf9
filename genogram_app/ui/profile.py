"""Who works with this program: name, job title in full, team and telephone. Nothing of any family."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from genogram_app.errors import FileError
from genogram_app.store import safe


@dataclass(frozen=True)
class Profile:
    """A worker's own details; an empty one has never been written."""

    name: str = ""
    job_title: str = ""
    team: str = ""
    telephone: str = ""
    #: The profile in which cases are drawn that have chosen none.
    drawn: str = ""

    @property
    def empty(self) -> bool:
        """Say whether nothing is known of the worker yet."""
        return not self.name


def read_profile(folder: Path) -> Profile:
    """Read it. One that can't be read is an empty one."""
    try:
        said = json.loads(_file(folder).read_text(encoding="utf-8"))
        return Profile(**{field.name: str(said.get(field.name, "")) for field in fields(Profile)})
    except (OSError, ValueError, AttributeError):
        return Profile()


def write_profile(profile: Profile, folder: Path) -> None:
    """Keep it for the next case; that it can't be kept is no reason to stop anybody."""
    with contextlib.suppress(OSError, FileError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = json.dumps(asdict(profile), ensure_ascii=False, indent=1)
        safe.write(_file(folder), data.encode() + b"\n", private=True)


def _file(folder: Path) -> Path:
    return folder / "worker.json"
