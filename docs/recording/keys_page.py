"""The guide's page of keys, written from the table of commands."""

from __future__ import annotations

from pathlib import Path

from genogram_app.studio.commands import GROUPS, in_group

PAGE = Path(__file__).resolve().parents[1] / "guide" / "keys.md"
_TOP = """# Keys

One letter acts on whoever is selected. What needs nobody selected, or shows something to the family, takes
Ctrl. In the window `F1` shows the keys, and `Shift+F1` this guide.

## On the sheet

| | |
|---|---|
| `↑` `↓` `←` `→` | Walk the family: to a parent, to a child, along the row |
| `Shift` and `↑` `↓` `←` `→` | Select several |
| `Tab` | Go on to the next |
| `Enter` | Write the name |
| `Escape` | Back to the sheet; select nothing |
| `Space` and drag | Move the sheet |
| `Ctrl` and wheel | Larger and smaller |
"""


def keys_page() -> str:
    """Give the page as Markdown: a table for each menu."""
    parts = [_TOP]
    for group in GROUPS:
        rows = [f"| {_keys(command.keys)} | {command.label} |" for command in in_group(group) if command.keys]
        parts.append("\n".join([f"\n## {group}\n", "| | |", "|---|---|", *rows, ""]))
    return "".join(parts)


def write_keys_page() -> None:
    """Write the page where the guide has it."""
    PAGE.write_text(keys_page(), encoding="utf-8")


def _keys(keys: tuple[str, ...]) -> str:
    return " or ".join(f"`{key}`" for key in keys)
