"""The guide says what is there: its links, its pictures, and the keys of the commands that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.recording.keys_page import keys_page
from genogram_app.studio.commands import BY_ID, COMMANDS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted((DOCS / "guide").glob("*.md"))
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
#: A command and its key, as the guide names them: **Tidy** (`Ctrl+T`), or `A` (**Add a service**).
NAMED = re.compile(r"\*\*([^*]+)\*\*\s+\(`([^`]+)`\)|`([^`]+)`\s+\(\*\*([^*]+)\*\*\)")
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|Delete|Home|[A-Z0-9+\-?/]))`")


def plain(label: str) -> str:
    return " ".join(label.split()).rstrip("….").casefold()


LABELS = {plain(command.label): command.keys for command in COMMANDS}
KEYS = {key for command in COMMANDS for key in command.keys}


def faults(text: str, folder: Path) -> list[str]:
    """List what a page names and isn't there."""
    found = [link for _, _, link in LINK.findall(text) if not (folder / link).is_file()]
    found += [f"no words for {link}" for picture, words, link in LINK.findall(text) if picture and not words]
    for label, key, other_key, other_label in NAMED.findall(text):
        if (key or other_key) not in LABELS.get(plain(label or other_label), ()):
            found.append(f"{label or other_label}: {key or other_key}")
    return found + [key for key in KEY.findall(text) if key not in KEYS and not key.isdigit()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path) -> None:
    assert faults(page.read_text(encoding="utf-8"), page.parent) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "[a page](gone.md)",
        "![a picture](../pictures/gone.png)",
        "![](../pictures/start.png)",
        "**Tidy** (`Ctrl+Y`)",
        "`Q` (**Tidy**)",
        "**Fly** (`F8`)",
        "press `Ctrl+Alt+Q`",
    ],
)
def test_what_is_not_there_would_be_found(wrong: str) -> None:
    assert faults(wrong, DOCS / "guide") != []


def test_every_page_is_on_the_first() -> None:
    first = (DOCS / "guide" / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES} == {"README.md", *re.findall(r"\((\w[\w-]*\.md)\)", first)}


def test_the_page_of_keys_is_the_table() -> None:
    """Written anew by `python -m docs.recording keys`."""
    assert (DOCS / "guide" / "keys.md").read_text(encoding="utf-8") == keys_page()


def test_most_commands_are_told_in_the_guide() -> None:
    told = "".join(plain(page.read_text(encoding="utf-8")) for page in PAGES if page.stem != "keys")
    untold = {command.id for command in BY_ID.values() if plain(command.label) not in told}
    assert len(untold) <= len(COMMANDS) / 2, sorted(untold)


OTHERS = [DOCS.parent / "README.md", DOCS.parent / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", OTHERS, ids=lambda page: page.stem)
def test_other_pages_lead_somewhere(page: Path) -> None:
    links = [link for _, _, link in LINK.findall(page.read_text(encoding="utf-8")) if ":" not in link]
    assert [link for link in links if not (page.parent / link.split("#")[0]).exists()] == []


def test_pictures_are_small() -> None:
    pictures = sorted((DOCS / "pictures").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 300_000] == []
