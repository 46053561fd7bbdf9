"""Where this user's own files lie: what to recover, recent cases, the log of faults."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from genogram_app import places


@dataclass(frozen=True)
class Folders:
    """The folders that the program keeps for its user. None of them holds a saved case."""

    data: Path
    logs: Path

    @property
    def recovery(self) -> Path:
        """Where what a crash would lose is kept."""
        return self.data / "recovery"

    @property
    def recent(self) -> Path:
        """The list of recent cases."""
        return self.data / "recent.json"


def of_user() -> Folders:
    """Give the folders of whoever is logged in, as the system has them."""
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(places.NAME, appauthor=False)
    return Folders(places.users_data(), Path(dirs.user_log_dir))


def documents() -> Path:
    """Give where whoever is logged in keeps documents; their own folder where there is no such place."""
    from platformdirs import user_documents_path

    found = user_documents_path()
    return found if found.is_dir() else Path.home()
