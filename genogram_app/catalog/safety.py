"""Safety: a card of somebody's own draws and words a notion anew; it never makes it less safe.

What the program asks of a card, to keep harm and carers' names off the family's
copy and suspicion apart from fact, isn't for a second card of the same name to take back.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from genogram_app.catalog.cards import Card, LineCard
from genogram_app.catalog.fields import Fields, read_toml
from genogram_app.catalog.theme import SURFACES
from genogram_app.errors import CardError

#: What lines of harm are painted with, and no others; and their heading in the palette.
HARM_PAINTS = frozenset("violence control fear".split())  # paints, though a card is called like one
_HARM_HEADING = "harm"

#: What a card is to the program: one that replaces it says the same or nothing.
_MEANINGS = ("role", "life", "fact", "axis", "phase", "stage", "fills")
#: What stays true of whatever replaces a card.
_FLAGS = (
    *("default", "harm", "care", "blood", "legal", "arranged"),
    *("ageless", "animal", "looked_after", "shared_responsibility"),
)
#: What is said as before where the new card doesn't say it.
_WORDS = ("heading", "gedcom", "genopro", "ended", "was", "ends")


def safe_line(fields: Fields, card: LineCard) -> LineCard:
    """Give a line as one of harm where its heading or a paint says so.

    Raises CardError for one that nobody would see.
    """
    strands = card.line.strands
    if strands and all(strand.paint in SURFACES for strand in strands):
        raise fields.fault("paint", "a line painted like the paper can't be seen.")
    harm = card.harm or card.heading.strip().casefold() == _HARM_HEADING or bool(_paints(card) & HARM_PAINTS)
    return replace(card, harm=harm)


def in_place_of(file: Path, card: Card, before: Card) -> Card:
    """Give a card that replaces another with what the program relies on in that one.

    Raises CardError, with file, line and reason, where it contradicts that.
    """
    if card.group != before.group:
        raise _fault(file, "", f"there is another card of that name in {before.group}.")
    for name in _MEANINGS:
        old, new = getattr(before, name, ""), getattr(card, name, "")
        if old and new and old != new:
            raise _fault(file, name, f"the card that it replaces says {name} = “{old}”.")
    if isinstance(before, LineCard) and isinstance(card, LineCard):
        _keep_direction(file, card, before)
    return replace(card, **_relied_on(card, before))


def _relied_on(card: Card, before: Card) -> dict[str, Any]:
    """Give the fields that stay as they were."""
    unsaid = [name for name in _WORDS if not getattr(card, name, True)]
    names = (*_MEANINGS, *_FLAGS, *unsaid)
    return {name: value for name in names if (value := getattr(before, name, None))}


def _keep_direction(file: Path, card: LineCard, before: LineCard) -> None:
    """Refuse a line that no longer tells who does it to whom."""
    if before.directed != "none" and card.directed == "none":
        raise _fault(
            file, "directed", f"the card that it replaces has a direction: directed = “{before.directed}”."
        )


def _paints(card: LineCard) -> frozenset[str]:
    """Give every paint of a line and of the marks on it."""
    line = card.drawn(forth=True, ended=True)
    return frozenset({card.paint, *(strand.paint for strand in line.strands), *(m.paint for m in line.marks)})


def _fault(file: Path, name: str, reason: str) -> CardError:
    return read_toml(file).fault(name, reason)
