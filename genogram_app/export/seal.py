"""A seal in a finished file: whose copy it is, and that nobody has changed it since.

It stands before the file's last words, where each form allows a remark: a comment in a PDF,
metadata in an SVG, a text chunk in a PNG. It tells nothing about anybody.
"""

from __future__ import annotations

import hashlib
import re
import zlib

_PNG = b"\x89PNG"
_TITLE = b"Genogram-copy"
#: What each form ends with; the seal stands before it.
_PDF_END, _SVG_END, _PNG_END = b"startxref", b"</svg>", b"\x00\x00\x00\x00IEND"
_SAID = rb"[0-9a-f-]{36} [0-9a-f]{64}"
_IDENTITY = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SEAL = re.compile(
    rb"% " + _TITLE + rb" " + _SAID + rb"\n"
    rb"|<metadata>" + _TITLE + rb" " + _SAID + rb"</metadata>\n"
    rb"|\x00\x00\x00.tEXt" + _TITLE + rb"\x00" + _SAID + rb"....",
    re.DOTALL,
)


def sealed(data: bytes, identity: str) -> bytes:
    """Give a PDF, SVG or PNG with a seal in it. identity: a UUID, the same for every copy of one sheet."""
    said = f"{identity} {hashlib.sha256(data).hexdigest()}".encode()
    if data.startswith(_PNG):
        return _before(_PNG_END, _chunk(_TITLE + b"\x00" + said), data)
    if data.startswith(b"%PDF"):
        return _before(_PDF_END, b"% " + _TITLE + b" " + said + b"\n", data)
    return _before(_SVG_END, b"<metadata>" + _TITLE + b" " + said + b"</metadata>\n", data)


def is_sealed(data: bytes, identity: str) -> bool:
    """Say whether a file is a copy with that identity, to the byte as it was written."""
    return bool(_SEAL.search(data)) and sealed(_SEAL.sub(b"", data), identity) == data


def identity_in(data: bytes) -> str:
    """Give the identity with which a file is sealed; empty for one without a seal, or changed since."""
    seal = _SEAL.search(data)
    found = _IDENTITY.search(seal[0]) if seal else None
    identity = found[0].decode() if found else ""
    return identity if identity and is_sealed(data, identity) else ""


def _before(end: bytes, seal: bytes, data: bytes) -> bytes:
    body, found, rest = data.rpartition(end)
    return body + seal + found + rest


def _chunk(content: bytes) -> bytes:
    """Give a PNG's chunk of text, with its length and its checksum."""
    body = b"tEXt" + content
    return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")
