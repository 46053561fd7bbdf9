"""Names: from GEDCOM's `given /family/ suffix` and its pieces to a name as people write it."""

from __future__ import annotations

from genogram_app.interchange.gedcom.tree import Node
from genogram_app.model.base import clean_line

_LONGEST = 60
_PIECES = ("NPFX", "GIVN", "SPFX", "SURN", "NSFX")


def written(name: Node) -> str:
    """Give the name that a NAME structure tells; empty where it tells none."""
    whole = clean_line(name.text.replace("/", " "))
    return whole or clean_line(" ".join(name.value(piece) for piece in _PIECES))


def fuller(name: Node) -> str:
    """Give the name that the pieces of a NAME structure tell where one of them isn't in the name itself."""
    pieces = [clean_line(name.value(piece)) for piece in _PIECES]
    whole = written(name)
    return "" if all(piece in whole for piece in pieces) else clean_line(" ".join(pieces))


def plain_name(record: Node) -> str:
    """Give the first name in a record; a family's is its mark. Empty where it has none."""
    return next((written(part) for part in record.parts if part.tag == "NAME"), "")


def shorten(text: str) -> str:
    """Give a name short enough for a report."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
