"""Gathering the cards of folders: each is read by itself, and what replaces another is held against that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from genogram_app.catalog.cards import PHASES, Card, FillCard, LineCard, Shape, ThemeCard
from genogram_app.catalog.fields import fault, read_toml
from genogram_app.catalog.read import READERS, read_card
from genogram_app.catalog.safety import beside, in_place_of, told_apart
from genogram_app.catalog.svg import read_shape
from genogram_app.errors import CardError

T = TypeVar("T")
#: What a card is called in every file that was saved with it.
_ID = re.compile(r"[a-z0-9][a-z0-9_]{0,79}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is at fault with a card that can be read: the field that says it, and why, a sentence."""

    field: str
    reason: str


class Gathered:
    """Cards and shapes by name, and why some can't be used."""

    def __init__(self) -> None:
        self.shapes: dict[str, Shape] = {}
        self.cards: dict[str, Card] = {}
        self.refused: list[str] = []
        self._unlike: Mapping[str, Fault] = {}

    def add(self, folder: Path) -> None:
        """Read a folder. Raises CardError for a faulty file."""
        self._add(folder, forgiving=False)

    def add_own(self, folder: Path, unlike: Mapping[str, Fault]) -> list[str]:
        """Read a folder of somebody's own, noting each faulty file; give the ids of those that can be used.

        unlike: what is at fault with cards that can be read, by id.
        """
        self._unlike = unlike
        self.refused += [str(error) for error in _astray(folder)]
        return self._add(folder, forgiving=True)

    def _add(self, folder: Path, *, forgiving: bool) -> list[str]:
        shapes, before = sorted(folder.glob("shapes/*.svg")), dict(self.cards)
        for file, shape in self._read(shapes, read_shape, forgiving):
            self.shapes[file.stem] = shape
        found: dict[str, Card] = {}

        def read(file: Path) -> Card:
            return self._card(file, before, found)

        files = {}
        for file, card in self._read(sorted(folder.glob("*/*.toml")), read, forgiving):
            found[file.stem], files[file.stem] = card, file
        known = before | found

        def followed(file: Path) -> Card:
            return _followed(file, found[file.stem], known)

        used = dict(self._read(files.values(), followed, forgiving))
        self.cards |= {file.stem: card for file, card in used.items()}
        return [file.stem for file in used]

    def _read(
        self, files: Iterable[Path], read: Callable[[Path], T], forgiving: bool
    ) -> Iterator[tuple[Path, T]]:
        for file in files:
            try:
                yield file, read(file)
            except CardError as error:
                if not forgiving:
                    raise
                self.refused.append(str(error))

    def _card(self, file: Path, before: dict[str, Card], found: dict[str, Card]) -> Card:
        """Read one card of a folder; one that replaces another keeps what the program relies on in that."""
        if file.parent.name not in READERS:
            raise fault(file, 0, f"no kind of card lies in a folder “{file.parent.name}”.")
        if not _ID.fullmatch(file.stem):
            raise fault(file, 0, "a card's file has a name of small letters, figures and underscores.")
        if file.stem in found:
            raise fault(file, 0, f"there is another card of that name in {found[file.stem].group}.")
        card = read_card(file, self.shapes)
        if card.id in before:
            card = in_place_of(file, card, before[card.id])
        elif before:
            beside(file, card, before.values())
        if wrong := self._unlike.get(card.id):
            raise read_toml(file).fault(wrong.field, wrong.reason)
        # The program's own are held against each other by its tests.
        others = (before | found).values() if before else ()
        return told_apart(file, card, (other for other in others if other.id != card.id))


def _astray(folder: Path) -> Iterator[CardError]:
    """Go through files that are meant as cards or shapes and lie, or end, where none is read."""
    read = {*folder.glob("shapes/*.svg"), *folder.glob("*/*.toml")}
    for file in sorted({*folder.glob("*.*"), *folder.glob("*/*.*")} - read):
        if {".toml", ".svg"} & {suffix.lower() for suffix in file.suffixes}:
            yield fault(
                file,
                0,
                "a card's name ends in .toml and a shape's in .svg; shapes lie in the folder shapes, "
                f"cards in {', '.join(READERS)}.",
            )


def _followed(file: Path, card: Card, known: Mapping[str, Card]) -> Card:
    """Give a card as it is. Raises CardError where what it names isn't among those that are known."""
    for name in ("ended", "was") if isinstance(card, LineCard) else ():
        other = getattr(card, name)
        if other and (other not in known or known[other].group != card.group):
            raise read_toml(file).fault(name, f"“{name}” is “{other}”; no card in {card.group} is called so.")
    if isinstance(card, ThemeCard) and card.fills:
        told = {
            each.phase for each in known.values() if isinstance(each, FillCard) and each.axis == card.fills
        }
        for phase in PHASES:
            if phase not in told:
                raise read_toml(file).fault("fills", f"no card in conditions tells “{card.fills}”, {phase}.")
    return card
