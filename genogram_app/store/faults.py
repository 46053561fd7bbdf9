"""What is wrong with a record, said in one plain sentence that names whose it is."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

_NOUNS = {
    "people": "person",
    "unions": "union",
    "households": "household",
    "agencies": "service",
    "partners": "place in a union",
    "children": "child's line",
    "living": "place in a household",
    "bonds": "relationship",
    "ties": "line to a service",
    "versions": "version",
    "details": "case details",
    "placements": "positions on the sheet",
    "family_placements": "positions on the family’s own sheet",
    "page": "page",
}
_FIELDS = {
    "born": "date of birth",
    "died": "date of death",
    "since": "date it began",
    "until": "date it ended",
    "dated": "date",
    "id": "id",
    "known_as": "everyday name",
    "legal": "legal status",
    "go_to": "person to ring",
    "took_part": "list of who took part",
    "said": "record of who told us",
    "basis": "record of who told us",
    "accounts": "other account",
    "spells": "kind",
}


def fault(error: ValidationError, raw: Any) -> str:
    """Say the first fault: "the date of birth of “Sheila Carter” reads “19xx” and can't be understood"."""
    first = error.errors(include_url=False, include_context=False)[0]
    whose = where(tuple(first["loc"]), raw)
    if first["type"] == "missing":
        return f"{whose} is missing"
    given = first["input"]
    if isinstance(given, str) and given and len(given) <= 40:
        return f"{whose} reads “{given}” and can't be understood"
    return f"{whose} can't be understood"


def where(loc: tuple[int | str, ...], raw: Any) -> str:
    """Say where a fault lies; `loc` is pydantic's path into the raw document."""
    part = str(loc[0]) if loc else ""
    if len(loc) > 1 and isinstance(loc[1], int):
        return _of(_field(loc[2:]), owner(part, loc[1], raw))
    noun = _NOUNS.get(part, part.replace("_", " "))
    return _of(_field(loc[1:]), f"the {noun}" if noun else "the whole")


def owner(part: str, index: int, raw: Any) -> str:
    """Name one record of a list: a name where it has one, else "union 3"."""
    noun = _NOUNS.get(part, part.replace("_", " "))
    try:
        name = raw[part][index]["name"]
    except (KeyError, IndexError, TypeError):
        name = None
    return f"“{name[:60]}”" if isinstance(name, str) and name.strip() else f"{noun} {index + 1}"


def _field(loc: tuple[int | str, ...]) -> str:
    """Name the field; pydantic's own names for the branches of a union are passed over."""
    name = next((part for part in loc if isinstance(part, str) and part.isidentifier()), "")
    return _FIELDS.get(name, name.replace("_", " "))


def _of(field: str, thing: str) -> str:
    return f"the {field} of {thing}" if field else thing
