"""Lines: what a damaged GEDCOM file must have meant, line by line, before its tree is built.

Every line that comes out is well formed: a level that follows on, perhaps a
mark, a tag, perhaps a value. What was put right is in the findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from genogram_app.interchange.report import Findings, Place

#: The deepest level that GEDCOM allows.
DEEPEST = 99
_LINE = re.compile(
    r"[\s\ufeff]*(\d{1,6})[ \t]+(?:(@[^@]*@|@[^@\s]*)[ \t]+)?((?=[A-Z0-9_]*[A-Z_])[A-Z0-9_]+)(?:[ \t](.*))?",
    re.ASCII,
)
_ENDS = re.compile(r"\r\n|\r|\n")
#: Zeros, and the end mark of old disks.
_NOISE = {0: None, 0x1A: None}
_JOINED = ("CONT", "CONC")
#: Values that may go on over several lines.
_TEXTS = frozenset("NOTE SNOTE TEXT ADDR AUTH PUBL TITL DSCR EVEN FACT HIST HEAL CONT CONC".split())
#: Records that hold no text of their own, so that none can go on in them.
_WORDLESS = ("HEAD", "INDI", "FAM", "SUBM", "TRLR")


@dataclass(frozen=True)
class Line:
    """One well-formed line, with its number in the file."""

    number: int
    level: int
    mark: str
    tag: str
    value: str
    #: Not a line of GEDCOM as it stood, but taken for more of the text before it.
    guessed: bool = False

    def __str__(self) -> str:
        start = f"{self.level} {self.mark} {self.tag}" if self.mark else f"{self.level} {self.tag}"
        return f"{start} {self.value}" if self.value else start


def mend(text: str, findings: Findings) -> list[Line]:
    """Give the well-formed lines of a file's text."""
    lines = list(_levelled(_read(_ENDS.split(text), findings), findings))
    if lines and lines[0].tag != "HEAD":
        findings.mended("The file has no header (HEAD).")
        lines.insert(0, Line(0, 0, "", "HEAD", ""))
    if lines and lines[-1].tag != "TRLR":
        end = Place(lines[-1].number)
        findings.mended("The file stops without its end mark (TRLR): its last part may be missing.", end)
    return lines


def rows_in(text: str) -> int:
    """Count the rows of a file's text in which anything stands."""
    return sum(1 for row in _ENDS.split(text) if row.translate(_NOISE).strip())


def _read(rows: list[str], findings: Findings) -> Iterator[Line]:
    """Read rows as lines; a row without a level and tag goes on with the value before it."""
    last: Line | None = None
    for number, row in enumerate(rows, start=1):
        row = row.translate(_NOISE)
        if found := _LINE.fullmatch(row):
            level, mark, tag, value = found.groups()
            last = Line(number, int(level), _closed(mark or "", number, findings), tag, value or "")
            yield last
        elif not row.strip():
            if number < len(rows):  # what follows the last line's end is no line
                findings.mended("A blank line was skipped.", Place(number))
        elif last is None:
            findings.mended("What stands before the first line of the family was skipped.", Place(number))
        elif last.tag in _TEXTS:
            last = _continued(number, row, last, findings)
            yield last
        else:
            findings.mended("A line has no level and tag, and was skipped.", Place(number, row.strip()[:20]))


def _closed(mark: str, number: int, findings: Findings) -> str:
    """Give a record's mark with both its @."""
    if not mark or (mark.endswith("@") and len(mark) > 1):
        return mark
    findings.mended(
        "A record's mark isn't closed with a second @; it was read as if it were.", Place(number, mark)
    )
    return f"{mark}@"


def _continued(number: int, row: str, last: Line, findings: Findings) -> Line:
    findings.mended("A line has no level and tag; it was read as more of the text before it.", Place(number))
    level = last.level if last.tag in _JOINED else last.level + 1
    return Line(number, level, "", "CONT", row, guessed=True)


def _levelled(lines: Iterable[Line], findings: Findings) -> Iterator[Line]:
    """Give the lines with every level following on from the one before."""
    above: list[str] = []
    for line in lines:
        level = min(_level(line, above), DEEPEST)
        if level != line.level:
            _tell(line, findings)
        above[level:] = [line.tag]
        yield replace(line, level=level)


def _level(line: Line, above: list[str]) -> int:
    """Give the level that a line must have meant; `above` are the tags that it may stand under."""
    if not above:
        return 0
    if line.tag not in _JOINED:
        return min(line.level, len(above) - (above[-1] in _JOINED))
    deepest = len(above) - (above[-1] in _JOINED)
    if line.level == 0 or above[min(line.level, len(above)) - 1] in _WORDLESS:
        return deepest
    return min(line.level, deepest)


def _tell(line: Line, findings: Findings) -> None:
    template = "A level doesn't follow on from the line before; the line was read as part of that one."
    if line.level > DEEPEST:
        template = "A level is deeper than GEDCOM allows (99); the line was read as part of the one before."
    findings.mended(template, Place(line.number, f"{line.level} {line.tag}"))
