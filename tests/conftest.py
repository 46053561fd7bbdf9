"""What every test starts from: no screen unless it asks for one, and the same random choices each time."""

from __future__ import annotations

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A slow machine isn't a fault in the program; `--hypothesis-seed=random` looks further.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
