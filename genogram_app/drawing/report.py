"""A report: what a page says in words, with no layout.

Page 2 of a sheet, a chronology and a Word file are made from the same value.
Text is plain: nothing in it is ever taken for markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over what follows; level 1 is the report's own, 2 a section's."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. A quiet one is small print: a source, a note on a table.

    with_next: on the same page as the beginning of what follows it.
    """

    text: str
    tone: Literal["plain", "quiet", "strong"] = "plain"
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short items."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, without quotation marks, and whose they are."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; each row as long as the head.

    widths: the columns' shares of the width; equal if left out.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


Block = Heading | Paragraph | Bullets | Quote | Table


@dataclass(frozen=True, slots=True)
class Report:
    """A report's title, language and blocks in reading order."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en-GB"
