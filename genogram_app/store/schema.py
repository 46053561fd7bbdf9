"""The JSON Schema of the file, for programs that read it without us."""

from __future__ import annotations

from typing import Any

from genogram_app.model.base import Blank
from genogram_app.model.dates import PATTERN
from genogram_app.model.document import SCHEMA, Document
from genogram_app.store.codec import FORMAT

_BLANK_PLACE, _WHEN_PLACE = "#/$defs/Blank", "#/$defs/When"
_BLANK = {
    "description": "Why nothing stands in a field.",
    "type": "object",
    "properties": {"blank": {"enum": [blank.value for blank in Blank]}},
    "required": ["blank"],
}
_WHEN = {
    "description": "A date as somebody told it, perhaps vague: EDTF (ISO 8601-2:2019).",
    "type": "string",
    "pattern": PATTERN,
}


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a whole file, header and document."""
    document = _tidied(Document.model_json_schema(ref_template="#/$defs/{model}"))
    kinds = document.pop("$defs") | {"Blank": _BLANK, "When": _WHEN, "Document": document}
    del document["properties"]["schema_number"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Genogram file, schema {SCHEMA}",
        "description": "A family and its sheet. Fields that are not named here are kept and written back.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "schema": {"const": SCHEMA},
            "program": {"type": "string", "description": "The version of the program that wrote the file."},
            "checksum": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "document": {"$ref": "#/$defs/Document"},
        },
        "required": ["format", "schema", "program", "checksum", "document"],
        "$defs": dict(sorted(kinds.items())),
    }


def _tidied(part: Any) -> Any:
    """Name blanks and dates once, allow unknown fields, write defaults as a file would hold them."""
    if isinstance(part, list):
        return [_tidied(item) for item in part]
    if not isinstance(part, dict):
        return part
    if place := _place(part):
        tidied = {name: value for name, value in part.items() if name == "default"} | {"$ref": place}
    else:
        tidied = {name: _tidied(value) for name, value in part.items() if not _is_noise(name, value)}
    if isinstance(tidied.get("default"), str) and _may_be_blank(tidied):
        tidied["default"] = {"blank": tidied["default"]}
    return tidied


def _place(part: dict[str, Any]) -> str:
    """Give where a part is described that comes up again and again; empty for all others."""
    if part.get("properties", {}).keys() == {"blank"}:
        return _BLANK_PLACE
    return _WHEN_PLACE if part.get("pattern") == PATTERN else ""


def _is_noise(name: str, value: Any) -> bool:
    """Say whether a line is the program's own business: titles, and where it keeps what it doesn't know."""
    if name == "kept":
        return isinstance(value, dict) and value.get("type") == "string"
    of_a_basis = name == "default" and isinstance(value, dict) and "share" in value
    title = name == "title" and isinstance(value, str)
    return of_a_basis or title or (name == "additionalProperties" and value is False)


def _may_be_blank(part: dict[str, Any]) -> bool:
    return any(option.get("$ref") == _BLANK_PLACE for option in (part, *part.get("anyOf", ())))
