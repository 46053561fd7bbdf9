"""Safety: a card of somebody's own draws and words a notion anew; it never makes it less safe.

What the program asks of a card, to keep harm and carers' names off the family's
copy and suspicion apart from fact, isn't for a second card of the same name to take back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from genogram_app.catalog.cards import UNIT, Card, FillCard, LineCard, MarkCard, PersonCard, RingCard
from genogram_app.catalog.fields import Fields, read_toml
from genogram_app.catalog.theme import SURFACES
from genogram_app.drawing.strands import Line, LineMark
from genogram_app.errors import CardError

C = TypeVar("C", bound=Card)

#: What lines of harm are painted with, and no others; and their heading in the palette.
HARM_PAINTS = frozenset("violence control fear".split())  # paints, though a card is called like one
_HARM_HEADING = "harm"

#: What a card is to the program: one that replaces it says the same or nothing.
_MEANINGS = ("role", "life", "fact", "axis", "phase", "stage", "fills")
#: What stays true of whatever replaces a card.
_FLAGS = (
    *("default", "harm", "care", "blood", "legal", "arranged", "placement", "doubt", "tested"),
    *("ageless", "animal", "looked_after", "shared_responsibility"),
)
#: What the program asks for a card by: the first that has it is the one.
_ASKED_FOR = ("role", "life", "fact")
#: From this width on, in points, a plain line is a thick one: a strong tie.
BROAD = 4.0 * UNIT
_MARRIAGE = "marriage"
_PLAIN = (
    "a plain solid line means marriage or birth and nothing else: give it dashes, a second strand or a mark."
)
#: What is said as before where the new card doesn't say it.
_WORDS = ("heading", "kin", "gedcom", "genopro", "ended", "was", "ends", "also")


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
            raise _fault(file, name, f"the card that it replaces says {name} = “{old}”, which stays.")
    fields = read_toml(file)
    for name in _FLAGS:
        old, said = getattr(before, name, None), fields.said(name)
        if old is not None and said is not None and said != old:
            turned = "switched off" if old else "switched on"
            raise fields.fault(
                name,
                f"“{name}” can't be {turned}: the card that it replaces says {name} = {str(old).lower()}.",
            )
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
            file,
            "directed",
            "“directed” can't be switched off: "
            f"the card that it replaces says directed = “{before.directed}”.",
        )


def beside(file: Path, card: Card, ours: Iterable[Card]) -> None:
    """Hold a card that replaces none against those that are there.

    Raises CardError for one that would stand in for another: by default, or by what the program asks for
    it by.
    """
    others = [each for each in ours if each.group == card.group]
    if isinstance(card, MarkCard):
        raise _fault(file, "fact", _no_new_mark(card, others))
    for other in others:
        if card.default and other.default:
            raise _fault(file, "default", f"where nobody has said stands “{other.label}”, and no other card.")
        for name in _ASKED_FOR:
            said = getattr(card, name, "")
            if said and said == getattr(other, name, ""):
                raise _fault(file, name, f"“{other.label}” has the {name} “{said}” already.")
        if _fills_alike(card, other):
            raise _fault(file, "phase", f"“{other.label}” tells that already.")


def _no_new_mark(card: MarkCard, ours: Iterable[Card]) -> str:
    """Say that a mark tells nothing new: each fact that the program knows has its mark."""
    told = {mark.fact: mark for mark in ours if isinstance(mark, MarkCard)}
    if other := told.get(card.fact):
        return f"“{other.label}” has the fact “{card.fact}” already: a file {other.id}.toml takes its place."
    facts = ", ".join(f"“{fact}” ({told[fact].id}.toml)" for fact in sorted(told))
    return f"no fact is called “{card.fact}”. Each has a mark, which a file of its name replaces: {facts}."


def _fills_alike(card: Card, other: Card) -> bool:
    """Say whether two fills tell the same."""
    if not (isinstance(card, FillCard) and isinstance(other, FillCard)):
        return False
    return (card.axis, card.phase) == (other.axis, other.phase)


def told_apart(file: Path, card: C, others: Iterable[Card] = ()) -> C:
    """Give a card as it is.

    Raises CardError where it is the line of marriage and birth, and says neither, or where it is a symbol or
    a fill with the shape of another. What else looks alike is measured by its ink (`likeness.own`).
    """
    if isinstance(card, LineCard) and plain(card.line) and not (card.role == _MARRIAGE or card.blood):
        raise _fault(file, "strand", _PLAIN)
    if isinstance(card, RingCard):
        for name, edge in (("edge", card.edge), ("past", card.past)):
            if plain(Line((edge,))):
                raise _fault(file, name, _PLAIN)
    for other in others:
        field = _drawn_alike(card, other) if card.label != other.label else ""
        if field:
            raise _fault(file, field, f"it is drawn like “{other.label}”: give it another look or a mark.")
    return card


def _drawn_alike(card: Card, other: Card) -> str:
    """Give the field that says how two cards are drawn, where it is the same."""
    if isinstance(card, FillCard) and isinstance(other, FillCard):
        return "side" if (card.side, card.filling) == (other.side, other.filling) else ""
    if isinstance(card, PersonCard) and isinstance(other, PersonCard):
        same = card.shape == other.shape and card.inner == other.inner
        return "shape" if same else ""
    return ""


def plain(line: Line) -> bool:
    """Say whether a line is nothing but a thin stroke from end to end, perhaps with a gap in it."""
    if any(map(_inked, line.marks)) or len(line.strands) != 1:
        return False
    (strand,) = line.strands
    return strand.shape == "straight" and not any(strand.dash[1::2]) and strand.width < BROAD


def _inked(mark: LineMark) -> bool:
    """Say whether a mark leaves ink on paper."""
    edge = mark.width is not None and mark.paint not in SURFACES
    return edge or not (mark.fill is None or mark.fill in SURFACES)


def _paints(card: LineCard) -> frozenset[str]:
    """Give every paint of a line and of the marks on it."""
    line = card.drawn(forth=True, ended=True)
    return frozenset({card.paint, *(strand.paint for strand in line.strands), *(m.paint for m in line.marks)})


def _fault(file: Path, name: str, reason: str) -> CardError:
    return read_toml(file).fault(name, reason)
