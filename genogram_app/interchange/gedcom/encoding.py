"""Letters: from the bytes of a GEDCOM file to text, whatever it says about itself.

A file's own word for its letters (`1 CHAR`) is often wrong, so valid UTF-8 wins
over it: no other set's accents make valid UTF-8 except by a rare accident.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from genogram_app.words import Sentence

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHAR = re.compile(rb"(?:^|[\r\n])[ \t]*1[ \t]+CHAR[ACTER]*[ \t]+([^\r\n]+)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:CP|WINDOWS|IBM|ISO|DOS)[-_ ]?(125\d|437|85\d|8859-\d{1,2})")
_NAMED = {
    "UTF-8": "utf-8",
    "UTF8": "utf-8",
    "UNICODE": "utf-8",  # real UTF-16 was seen by its bytes before
    "ANSEL": "ansel",
    "ASCII": "cp1252",
    "ANSI": "cp1252",
    "IBM WINDOWS": "cp1252",
    "WINDOWS": "cp1252",
    "LATIN1": "latin-1",
    "IBMPC": "cp437",
    "IBM DOS": "cp437",
    "MSDOS": "cp437",
    "MS-DOS": "cp437",
    "DOS": "cp437",
    "OEM": "cp437",
    "MACINTOSH": "mac_roman",
    "MAC": "mac_roman",
}
_HEAD = 65536


@dataclass(frozen=True)
class Decoded:
    """A file's text, and what was odd about its letters."""

    text: str
    odd: tuple[Sentence, ...] = ()


def decode(data: bytes) -> Decoded:
    """Give the text of a GEDCOM file. Never fails: letters that can't be read become U+FFFD."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _unreadable(_decode_as(codec, data[len(bom) :]))
    if codec := _utf16_by_its_zeros(data):
        return _unreadable(data.decode(codec, "replace"))
    declared = _declared(data)
    codec = _codec(declared)
    try:
        return _as_utf8(data.decode("utf-8"), declared, codec)
    except UnicodeDecodeError:
        return _mixed(data) if codec == "utf-8" else _unreadable(_decode_as(codec, data))


def _decode_as(codec: str, data: bytes) -> str:
    if codec != "ansel":
        return data.decode(codec, "replace")
    from gedcom_lite import decode_ansel

    # It carries an accent over the end of a line; a line's letters end with the line.
    read: Callable[[bytes], str] = decode_ansel
    return "\n".join(read(line) for line in re.split(rb"\r\n|\r|\n", data))


def _utf16_by_its_zeros(data: bytes) -> str:
    """Name the UTF-16 whose every other byte is zero at the file's start; else empty."""
    start = data[:64]
    if len(start) >= 8 and not any(start[1::2]):
        return "utf-16-le"
    return "utf-16-be" if len(start) >= 8 and not any(start[::2]) else ""


def _declared(data: bytes) -> str:
    found = _CHAR.search(data[:_HEAD])
    return found[1].decode("ascii", "replace").strip().upper() if found else ""


def _codec(declared: str) -> str:
    """Name the Python codec of what a file calls its letters; UTF-8 where it says nothing."""
    if declared in _NAMED:
        return _NAMED[declared]
    if found := _NUMBERED.search(declared):
        return f"iso{found[1]}" if found[1].startswith("8859") else f"cp{found[1]}"
    return "utf-8"


def _as_utf8(text: str, declared: str, codec: str) -> Decoded:
    if text.isascii() or codec == "utf-8":
        return _unreadable(text)
    template = "The file calls its letters {declared}, but they are UTF-8 and were read as that."
    return _unreadable(text, Sentence.of(template, declared=declared))


def _mixed(data: bytes) -> Decoded:
    """Read UTF-8, and what isn't as the usual letters of Windows."""
    others = data.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    template = (
        "Letters with accents ({count}) aren't UTF-8 and were read as Windows letters: check the names."
    )
    return _unreadable(data.decode("utf-8", _WINDOWS), Sentence.of(template, count=str(others)))


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_WINDOWS = "genogram_as_windows"
codecs.register_error(_WINDOWS, _as_windows)


def _unreadable(text: str, *odd: Sentence) -> Decoded:
    count = text.count("\N{REPLACEMENT CHARACTER}")
    if not count:
        return Decoded(text, odd)
    template = "Letters that can't be read ({count}) show as “\N{REPLACEMENT CHARACTER}”."
    return Decoded(text, (*odd, Sentence.of(template, count=str(count))))
