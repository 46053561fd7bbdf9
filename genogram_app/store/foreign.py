"""Files that aren't ours: what they seem to be, and what to do about it."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

_GENOPRO = "Save it from GenoPro as GEDCOM, and bring that in with Import."
_IMPORT = "Bring it in with Import instead."
_OPEN_ELSEWHERE = "Open it in the program that made it."
_STARTS = (
    (b"%PDF", "a PDF, which is a printed copy", "Open the .genogram file that it was printed from."),
    (b"\x89PNG", "a picture (PNG)", "Open the .genogram file that it was drawn from."),
    (b"\xff\xd8\xff", "a picture (JPEG)", _OPEN_ELSEWHERE),
    (b"GIF8", "a picture (GIF)", _OPEN_ELSEWHERE),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or Outlook file", _OPEN_ELSEWHERE),
    (b"age-encryption.org/", "a file locked with a passphrase", "Unlock it first, with the age program."),
    (b"0 HEAD", "a family tree in GEDCOM form", _IMPORT),
    (b"0 @", "a family tree in GEDCOM form, without its first line", _IMPORT),
    (b"<GenoPro", "a GenoPro family as XML", _GENOPRO),
    (b"<svg", "a drawing (SVG)", "Open the .genogram file that it was drawn from."),
    (b"<!DOCTYPE html", "a web page", _OPEN_ELSEWHERE),
    (b"<html", "a web page", _OPEN_ELSEWHERE),
    (b"{\\rtf", "a text in Rich Text Format", _OPEN_ELSEWHERE),
)
_ZIPPED = (
    ("Data.xml", "a GenoPro family", _GENOPRO),
    ("gedcom.ged", "a family tree in GEDCOM form, zipped", _IMPORT),
    ("word/document.xml", "a Word document", _OPEN_ELSEWHERE),
    ("xl/workbook.xml", "an Excel workbook", _OPEN_ELSEWHERE),
)
_UTF_8_MARK = b"\xef\xbb\xbf"


def seems(data: bytes) -> tuple[str, str] | None:
    """Say what a file seems to be and what to do; None where it might be ours.

    `data` is the whole file. What is JSON might be ours; everything else isn't.
    """
    if data.startswith(b"PK\x03\x04"):
        return _seems_zipped(data)
    start = data[:4096].removeprefix(_UTF_8_MARK).lstrip()
    for mark, kind, advice in _STARTS:
        if start[: len(mark)].lower() == mark.lower():
            return kind, advice
    if start.startswith(b"<"):
        return _seems_xml(start)
    return None if start.startswith(b"{") else _seems_text(data)


def _seems_zipped(data: bytes) -> tuple[str, str]:
    try:
        names = set(ZipFile(BytesIO(data)).namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return "a damaged zip file", "Ask for it to be sent again."
    for name, kind, advice in _ZIPPED:
        if name in names:
            return kind, advice
    return "a zip file", "Unpack it first, then open the file inside it."


def _seems_xml(start: bytes) -> tuple[str, str]:
    for mark, kind, advice in _STARTS:
        if mark.startswith(b"<") and mark in start:
            return kind, advice
    return "an XML file of another program", _OPEN_ELSEWHERE


def _seems_text(data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = data.decode("utf-16", "replace").lstrip("\ufeff").lstrip()
        if wide.startswith("0 HEAD"):
            return "a family tree in GEDCOM form", _IMPORT
        return "a text in UTF-16", _OPEN_ELSEWHERE
    if b"\x00" in data[:4096]:
        return "a file of a kind that this program doesn't know", _OPEN_ELSEWHERE
    return "a plain text", _OPEN_ELSEWHERE
