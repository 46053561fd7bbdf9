"""The file's form: a case to bytes and back. `docs/file-format.md` says it for people.

A short header, then the document. The checksum is over the document's own text,
so `sed '1,6d;$d' FILE | sha256sum` checks a file without this program.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from genogram_app import __version__
from genogram_app.errors import DamagedFileError, ForeignFileError, NewerFileError
from genogram_app.family.case import Case, from_document, to_document
from genogram_app.model.base import READING
from genogram_app.model.document import SCHEMA, Document
from genogram_app.store import foreign, strict_json
from genogram_app.store.faults import fault
from genogram_app.store.migrations import migrated
from genogram_app.store.whole import fault_in

FORMAT = "genogram"
SUFFIX = ".genogram"
#: More than this is no family: 20,000 people with notes take less.
LARGEST = 256 * 1024 * 1024
_OURS = re.compile(rb'"format"\s*:\s*"genogram"')
_DOCUMENT = re.compile(r'\n"document":\n(.*\n)}\n?\Z', re.DOTALL)


def encode(case: Case) -> bytes:
    """Write a case as a file's bytes. The same case gives the same bytes."""
    text = document_text(to_document(case))
    header = to_json(
        {"format": FORMAT, "schema": SCHEMA, "program": __version__, "checksum": checksum(text)}, indent=1
    )
    lines = header.decode().replace("\n ", "\n").removesuffix("\n}")
    return f'{lines},\n"document":\n{text}}}\n'.encode()


def document_text(document: Document) -> str:
    """Write a document as canonical JSON: fixed order, defaults left out, one space a level."""
    return document.model_dump_json(indent=1, exclude_defaults=True) + "\n"


def raw_text(raw: Any) -> str:
    """Write raw JSON just as `document_text` writes a document, its fields in the order that they have."""
    return to_json(raw, indent=1).decode() + "\n"


def checksum(text: str) -> str:
    """Give the checksum of a document's canonical text."""
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def decode(data: bytes, name: str) -> Case:
    """Read a case from a file's bytes; `name` is what the file is called in messages.

    Raises ForeignFileError, NewerFileError or DamagedFileError.
    """
    envelope = open_envelope(data, name)
    if not envelope.whole:
        raise damaged(name, "something in it was altered or lost (its checksum doesn't match)")
    return _case(envelope.migrated(), name)


@dataclass(frozen=True)
class Envelope:
    """What a file holds, not yet understood: the raw document, its schema, whether the checksum fits."""

    raw: dict[str, Any]
    schema: int
    whole: bool

    def migrated(self) -> dict[str, Any]:
        """Give the raw document in today's form."""
        return migrated(self.raw, self.schema, SCHEMA)


def seems_ours(data: bytes) -> bool:
    """Say whether a file's first bytes say that it is ours, whole or not."""
    return bool(_OURS.search(data[:200]))


def open_envelope(data: bytes, name: str) -> Envelope:
    """Read a file's header and raw document. Raises FileError's kinds; a wrong checksum is only noted."""
    text = as_text(data, name)
    try:
        raw = strict_json.loads(text)
    except strict_json.StrictJsonError as error:
        raise damaged(name, str(error)) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise ForeignFileError(f"{name} is data of another program (JSON). It was left as it is.")
    schema = known_schema(raw.get("schema"), raw.get("program"), name)
    if not isinstance(raw.get("document"), dict):
        raise damaged(name, "the family in it is missing")
    return Envelope(raw["document"], schema, _fits(text, raw))


def as_text(data: bytes, name: str, errors: str = "strict") -> str:
    """Give a file's bytes as text if it may be ours. Raises ForeignFileError or DamagedFileError."""
    if not data.strip(b"\x00 \t\r\n"):
        raise DamagedFileError(f"{name} is empty. If there is another copy of it, open that one.")
    if len(data) > LARGEST:
        raise ForeignFileError(f"{name} is far too large to be a family. It was left as it is.")
    if not seems_ours(data) and (seems := foreign.seems(data)):
        raise ForeignFileError(f"{name} is not a genogram: it seems to be {seems[0]}. {seems[1]}")
    try:
        return data.decode("utf-8-sig", errors)
    except UnicodeDecodeError as error:
        raise damaged(name, "it holds bytes that are no text") from error


def known_schema(schema: object, program: object, name: str) -> int:
    """Give the schema number if this program can read it. Raises NewerFileError or DamagedFileError."""
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise damaged(name, "it doesn't say which form it has")
    if schema > SCHEMA:
        by = f" ({program[:20]})" if isinstance(program, str) else ""
        raise NewerFileError(
            f"{name} was saved by a newer version of this program{by}. It was left as it is. "
            "Open it with that version, or install the newer one here."
        )
    return schema


def damaged(name: str, why: str) -> DamagedFileError:
    """Give the error for a damaged file: what is wrong, what is safe, what to do."""
    return DamagedFileError(
        f"{name} is damaged: {why}. It was left as it is. "
        "Import can make a copy of what can still be read, or open an earlier copy."
    )


def _fits(text: str, raw: dict[str, Any]) -> bool:
    """Say whether the checksum fits the document as it stands, or as we would write it."""
    stored = raw.get("checksum")
    found = _DOCUMENT.search(text.replace("\r\n", "\n"))
    if found and checksum(found[1]) == stored:
        return True
    return checksum(raw_text(raw["document"])) == stored


def _case(raw: dict[str, Any], name: str) -> Case:
    document = _document(raw, name)
    if reason := fault_in(document):
        raise damaged(name, reason)
    return from_document(document)


def _document(raw: dict[str, Any], name: str) -> Document:
    try:
        return Document.model_validate(raw, context=READING)
    except ValidationError as error:
        raise damaged(name, fault(error, raw)) from error
