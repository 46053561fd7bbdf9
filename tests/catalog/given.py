"""What the tests of the catalogue are given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

DAY = datetime(2026, 11, 22)

#: A shape and a card that are in order; tests spoil them.
DOT = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 10 10">
  <circle cx="0" cy="0" r="4"/>
</svg>
"""
PENPALS = """\
label = "write to each other"
source = "An example"
order = 500
paint = "accent"
says = "{a} and {b} write to each other"

[[strand]]
dash = [2, 2]

[[mark]]
shape = "dot"
"""


def folder(root: Path, cards: dict[str, str], shapes: dict[str, str] | None = None) -> Path:
    """Write a symbols folder: cards by "group/name", shapes by name."""
    for name, text in {"shapes/dot.svg": DOT, **(shapes or {})}.items():
        _write(root / name, text)
    for name, text in cards.items():
        _write(root / f"{name}.toml", text)
    return root


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
