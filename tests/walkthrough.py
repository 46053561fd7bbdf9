"""The files that `symbols/README.md` tells somebody to write."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from genogram_app import places

#: Of a fill one card is written out, and two are told in words.
_PHASES = {"now": "solid", "past": "rim", "suspected": "hatched"}


@cache
def told() -> dict[str, str]:
    """Give each file by its name, in the order of the page."""
    readme = (places.symbols() / "README.md").read_text(encoding="utf-8")
    found = dict(_blocks(readme))
    (fill,) = (name for name in found if name.startswith("conditions/"))
    for phase, filling in _PHASES.items():
        text = found[fill].replace('phase = "now"', f'phase = "{phase}"').replace("solid", filling)
        found[fill.replace("now", phase)] = text.replace("sight, now", f"sight, {phase}")
    return found


def _blocks(readme: str) -> list[tuple[str, str]]:
    """Give each block that is written out, with the last file that was named before it."""
    parts = re.split(r"```(?:svg|toml)\n(.*?)```", readme, flags=re.DOTALL)
    found = []
    for before, block in zip(parts[::2], parts[1::2], strict=False):
        named = re.findall(r"`(\w+/\w+\.(?:svg|toml))`", before)
        found.append((named[0], block))
    return found


def written(root: Path, *names: str) -> Path:
    """Write files of the page into a folder; all of them if none is named."""
    for name in names or told():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(told()[name], encoding="utf-8")
    return root
