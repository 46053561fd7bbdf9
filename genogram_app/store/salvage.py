"""What can still be read of a damaged file, record by record, and what can't.

Our files put each record on lines of its own, so one bad byte costs one
record. The damaged file itself is never touched: this makes a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from genogram_app.errors import DamagedFileError
from genogram_app.family.case import LISTS, Case, from_document
from genogram_app.model.base import READING, Record, Value
from genogram_app.model.document import SCHEMA, CaseDetails, Document, Page, Version
from genogram_app.model.ids import Id, NewId
from genogram_app.store import codec, strict_json
from genogram_app.store.migrations import migrated
from genogram_app.store.whole import end_fault

_SCHEMA = re.compile(r'^\s*"schema": (\d+)', re.MULTILINE)
_ROW = re.compile(r"^  \{\n(.*?)(?=^  \{\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^ ([^\s\]}].*)$")
_NOUNS = {
    "people": ("person", "people"),
    "unions": ("union", "unions"),
    "households": ("household", "households"),
    "agencies": ("service", "services"),
    "bonds": ("relationship", "relationships"),
    "versions": ("earlier version", "earlier versions"),
}
_LISTS: Mapping[str, type[Value]] = {**LISTS, "versions": Version}
_PARTS = ("details", *_LISTS, "placements", "family_placements", "page")


@dataclass(frozen=True)
class Salvaged:
    """What could be read of a damaged file, and sentences about what couldn't."""

    case: Case
    lost: tuple[str, ...]


def salvage(data: bytes, name: str, new_id: NewId) -> Salvaged:
    """Make a case of what can be read of a damaged file.

    Raises ForeignFileError or NewerFileError as reading does, and
    DamagedFileError where nothing of a family is left.
    """
    raw, lost = _raw(data, name)
    values = {part: _read_all(kind, raw.get(part), lost) for part, kind in _LISTS.items()}
    if not any(values.values()):
        raise DamagedFileError(f"Nothing can be read from {name} any more. Open an earlier copy of it.")
    details = _read(CaseDetails, raw.get("details"))
    if details is None:
        lost.append("The case details were lost: reference, dates, worker, who to ring.")
        details = CaseDetails(id=new_id("d"))
    parts: dict[str, Any] = {
        "details": details,
        "page": _read(Page, raw.get("page", {})) or Page(),
        **{part: _placements(part, raw.get(part)) for part in ("placements", "family_placements")},
        **_sound(values, lost),
    }
    document = Document(**parts)
    return Salvaged(from_document(document), tuple(lost))


def _raw(data: bytes, name: str) -> tuple[dict[str, Any], list[str]]:
    """Give the raw document: whole if only the checksum is wrong, else what its lines still hold."""
    lost = ["Something in it was altered, and nobody can tell what. Check every name and date."]
    try:
        envelope = codec.open_envelope(data, name)
        return envelope.migrated(), [] if envelope.whole else lost
    except DamagedFileError:
        text = codec.as_text(data, name, errors="replace").replace("\r\n", "\n")
    if not text.rstrip().endswith("}\n}"):
        lost.append("The end of the file is missing, and all that stood there.")
    found = _SCHEMA.search(text)
    schema = codec.known_schema(int(found[1][:6]) if found else SCHEMA, None, name)
    return migrated(dict(_parts(text, lost)), schema, SCHEMA), lost


def _parts(text: str, lost: list[str]) -> Iterator[tuple[str, Any]]:
    """Go through the document's parts by their lines: `people`, `unions` and so on."""
    part, lines, stray = "", list[str](), 0
    for line in [*text.split("\n"), ' "": ']:
        if not (found := _HEADING.match(line)):
            lines.append(line)
            continue
        if part:
            yield part, _rows(part, lines, lost) if part in _LISTS else _whole(lines)
            stray += _strays(lines if part not in _LISTS else lines[_end(lines) :])
        part, lines = _nearest(found[1]), [line.partition(":")[2]]
    if stray:
        lost.append(f"Records in a list whose heading was lost: {stray}.")


def _nearest(heading: str) -> str:
    """Give the part that a heading names, though a letter of it may be damaged."""
    name = heading.partition(":")[0].strip('" ')
    return next(iter(get_close_matches(name, _PARTS, 1, 0.6)), name)


def _end(lines: list[str]) -> int:
    """Give where a list ends: at the closing bracket in its own column."""
    return next((at for at, line in enumerate(lines) if line.startswith(" ]")), len(lines))


def _strays(lines: list[str]) -> int:
    """Count the records that stand where no list is."""
    return sum(line == "  {" for line in lines)


def _whole(lines: list[str]) -> Any:
    text = "\n".join(lines)
    return _loads(text[: text.rfind("}") + 1])


def _rows(part: str, lines: list[str], lost: list[str]) -> list[Any]:
    """Read the records of one list, each on lines of its own between two-space braces."""
    blocks = _ROW.findall("\n".join(lines[: _end(lines)]) + "\n")
    rows = [_loads("{" + block.rstrip().removesuffix(",")) for block in blocks]
    good = [row for row in rows if row is not None]
    if len(good) < len(rows):
        lost.append(_count(part, len(rows) - len(good), "couldn't be read"))
    return good


def _loads(text: str) -> Any:
    """Read a piece of JSON; None where it can't be."""
    for ending in ("", "}", "}}"):
        try:
            return strict_json.loads(text + ending)
        except strict_json.StrictJsonError:
            continue
    return None


def _read_all(kind: type[Value], rows: Any, lost: list[str]) -> list[Value]:
    given = rows if isinstance(rows, list) else []
    found = [value for row in given if (value := _read(kind, row)) is not None]
    if len(found) < len(given):
        part = next(part for part, other in _LISTS.items() if other is kind)
        lost.append(_count(part, len(given) - len(found), "made no sense"))
    return found


def _read(kind: type[Any], raw: Any) -> Any:
    """Read one value; None where it can't be."""
    try:
        return kind.model_validate(raw, context=READING)
    except (ValidationError, TypeError, AttributeError, RecursionError):
        return None


def _placements(part: str, raw: Any) -> Any:
    """Give the positions if they can be read; without them the sheet is laid out afresh."""
    read = _read(Document, {"details": {"id": "d"}, part: raw or {}})
    return getattr(read, part) if read else {}


def _sound(values: Mapping[str, list[Value]], lost: list[str]) -> dict[str, tuple[Value, ...]]:
    """Leave out what has an id that came before, and lines that lead nowhere."""
    found: dict[Id, Record] = {}
    for record in (value for part in LISTS for value in values[part]):
        if isinstance(record, Record):
            found.setdefault(record.id, record)
    adrift = {key for key, record in found.items() if end_fault(record, found)}
    if adrift:
        lost.append(f"Lines that led to nobody any more: {len(adrift)}.")
    kept = {id(record) for key, record in found.items() if key not in adrift}
    sound = {part: tuple(value for value in values[part] if id(value) in kept) for part in LISTS}
    return sound | {"versions": tuple(values["versions"])}


def _count(part: str, number: int, fate: str) -> str:
    one, many = _NOUNS.get(part, (f"record ({part})", f"records ({part})"))
    return f"{number} {many if number > 1 else one} {fate}."
