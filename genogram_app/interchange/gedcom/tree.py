"""The tree of a GEDCOM file: records and their parts, with texts joined and marks looked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from genogram_app.errors import ForeignFileError
from genogram_app.interchange.gedcom.lines import Line, mend, rows_in
from genogram_app.interchange.report import Findings, Place

#: The pointer of GEDCOM 7 that says "somebody, but nobody in this file".
VOID = "@VOID@"
_RECORDS = ("HEAD", "INDI", "FAM")


@dataclass(frozen=True, eq=False)
class Node:
    """One structure: its tag, its whole text, and its parts in the file's order."""

    tag: str
    text: str
    mark: str
    line: int
    parts: tuple[Node, ...]

    @property
    def points(self) -> bool:
        """Say whether its text is a pointer to a record."""
        return len(self.text) > 2 and self.text[0] == self.text[-1] == "@" and "@" not in self.text[1:-1]

    def value(self, *tags: str) -> str:
        """Give the text of the first part with one of the tags; empty where there is none."""
        return next((part.text for part in self.parts if part.tag in tags), "")


@dataclass(frozen=True)
class Tree:
    """A whole file: its version and its records."""

    version: str
    head: Node
    records: tuple[Node, ...]

    @cached_property
    def by_mark(self) -> Mapping[str, Node]:
        """Give the records by their marks; the first of two with the same one."""
        return {record.mark: record for record in reversed(self.records) if record.mark}

    def all(self, tag: str) -> tuple[Node, ...]:
        """Give the records with a tag, in the file's order."""
        return tuple(record for record in self.records if record.tag == tag)


def grow(text: str, name: str, findings: Findings) -> Tree:
    """Give the tree of a file's text. Raises ForeignFileError where it isn't GEDCOM at all."""
    from gedcom_lite import GedcomDocument

    lines = mend(text, findings)
    _check_readable(text, lines, name, findings)
    if not any(line.level == 0 and line.tag in _RECORDS and line.number for line in lines):
        raise ForeignFileError(
            f"{name} isn't a family tree in GEDCOM form, so nothing was brought over. "
            "Ask for the file again, saved as GEDCOM (.ged)."
        )
    # The mark in front says UTF-8, so that the parser doesn't believe the file's own CHAR.
    document = GedcomDocument.parse(("\ufeff" + "\n".join(map(str, lines))).encode("utf-8", "replace"))
    version: str = (document.version or "").strip()
    nodes = [_node(structure, lines, version.startswith("7")) for structure in document.records]
    tree = Tree(version, _node(document.header, lines, version.startswith("7")), tuple(nodes))
    _tell_shared_marks(tree, findings)
    return tree


def _check_readable(text: str, lines: list[Line], name: str, findings: Findings) -> None:
    """Say that most of a file can't be read. Raises ForeignFileError where nobody is in the rest."""
    good = sum(1 for line in lines if line.number and not line.guessed)
    rows = rows_in(text)
    if 2 * good >= rows or not good:
        return
    if not any(line.tag == "INDI" for line in lines):
        raise ForeignFileError(
            f"{name} can hardly be read: of its {rows} lines only {good} make sense as GEDCOM, and nobody is "
            "in them. Nothing was brought over. Ask for the file again, saved as GEDCOM (.ged)."
        )
    findings.mended(
        "Most of the file can't be read: of its {rows} lines only {good} make sense. Ask for it again.",
        rows=str(rows),
        good=str(good),
    )


def _node(structure: Any, lines: list[Line], seven: bool) -> Node:
    """Give a parser's structure as a node. A tree is at most 99 levels deep."""
    text = _unescaped(structure.payload or "", seven)
    for child in structure.children:
        if child.tag in ("CONT", "CONC"):
            text += ("\n" if child.tag == "CONT" else "") + _unescaped(child.payload or "", seven)
    parts = [_node(child, lines, seven) for child in structure.children if child.tag not in ("CONT", "CONC")]
    line = lines[structure.source_line_no - 1]
    return Node(line.tag, text, line.mark, line.number, tuple(parts))


def _unescaped(text: str, seven: bool) -> str:
    """Give a line's text with its doubled @ single: all of them, in GEDCOM 7 only the first."""
    if not seven:
        return text.replace("@@", "@") if "@@" in text else text
    return text[1:] if text.startswith("@@") else text


def _tell_shared_marks(tree: Tree, findings: Findings) -> None:
    for record in tree.records:
        if record.mark and tree.by_mark[record.mark] is not record:
            what = f"{record.mark} {record.tag}"
            findings.mended(
                "Two records have the same mark; both were brought over, and links lead to the first.",
                Place(record.line, what),
            )
