"""What every test starts from: no screen unless it asks for one, and the same random choices each time."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings

from genogram_app import places

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nobody's own symbols are in the tests.
places.users_symbols = lambda: places.root() / "no such folder"
# Nor is anything kept for whoever runs them: nothing can be written below this.
places.users_cache = lambda: Path(os.devnull) / "cache"

# A slow machine isn't a fault in the program; `--hypothesis-seed=random` looks further.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
