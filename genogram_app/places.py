"""Where the program's own data lies: in a source tree, a wheel or a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from genogram_app.errors import MissingPartError

#: What folders of users are called.
NAME = "genogram"


@cache
def root() -> Path:
    """Give the folder that holds `symbols/`, `resources/` and the guide.

    Raises MissingPartError if the program was copied without them.
    """
    here = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [here, here.parent] + ([Path(bundle)] if bundle else [])
    for folder in candidates:
        if (folder / "symbols").is_dir() and (folder / "resources").is_dir():
            return folder
    raise MissingPartError(
        "The program's own symbols and fonts are missing. Your files are safe. Install the program again."
    )


def symbols() -> Path:
    """Give the folder of symbol cards."""
    return root() / "symbols"


def users_data() -> Path:
    """Give the folder for what the program keeps for whoever is logged in; it may not be there yet."""
    from platformdirs import PlatformDirs

    return Path(PlatformDirs(NAME, appauthor=False).user_data_dir)


def users_symbols() -> Path:
    """Give the folder in which somebody keeps symbol cards of their own; most have none."""
    return users_data() / "symbols"


def users_cache() -> Path:
    """Give the folder for what the program would find again without it; it may not be there yet."""
    from platformdirs import PlatformDirs

    return Path(PlatformDirs(NAME, appauthor=False).user_cache_dir)


def resources() -> Path:
    """Give the folder of fonts, icons, themes, templates and samples."""
    return root() / "resources"


def guide() -> Path:
    """Give the folder of the guide's pages."""
    return root() / "docs" / "guide"
