"""What is drawn where a file names a card that this copy doesn't have.

The file keeps the name; the sheet says openly that it isn't known. It may tell of harm or of a placement,
so it is kept from whoever would be kept from that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from genogram_app.catalog.cards import (
    UNIT,
    AgencyCard,
    Card,
    LegalCard,
    LineCard,
    PersonCard,
    Piece,
    RingCard,
    ThemeCard,
)
from genogram_app.drawing.primitives import Box
from genogram_app.drawing.shapes import rounded_rect
from genogram_app.drawing.strands import Line, Strand

LABEL = "not known to this copy"


def stand_in(group: str, name: str) -> Card:
    """Make a stand-in of a group, under the name that the file gives."""
    return _MAKE[group](group, name)


def _person(group: str, name: str) -> PersonCard:
    half = 20 * UNIT
    body = Piece(rounded_rect(Box(-half, -half, half, half), 6 * UNIT), 1.8 * UNIT, "paper")
    return PersonCard(id=name, group=group, label=LABEL, known=False, shape=(body,), inner="?")


def _line(group: str, name: str) -> LineCard:
    # Dotted steps: bare dots would be taken for foster care.
    strand = Strand(shape="steps", amplitude=3, wavelength=12, dash=(1.2, 1.8), width=1.1, paint="muted")
    return LineCard(
        id=name,
        group=group,
        label=LABEL,
        known=False,
        line=Line((strand,)),
        paint="muted",
        tag="?",
        says="{a} and {b}: a kind of line that this copy doesn't know",
        harm=True,
        placement=True,
    )


def _ring(group: str, name: str) -> RingCard:
    edge = Strand(dash=(1.2, 1.8), width=1.1)
    return RingCard(
        id=name,
        group=group,
        label=LABEL,
        known=False,
        edge=edge,
        past=edge,
        gap=8.5,
        radius=18.0,
        placement=True,
    )


def _agency(group: str, name: str) -> AgencyCard:
    return AgencyCard(id=name, group=group, label=LABEL, known=False, outline="box", placement=True)


def _legal(group: str, name: str) -> LegalCard:
    return LegalCard(id=name, group=group, label=LABEL, known=False)


def _theme(group: str, name: str) -> ThemeCard:
    return ThemeCard(id=name, group=group, label=LABEL, known=False, harm=bool(name))


_MAKE: Mapping[str, Callable[[str, str], Card]] = {
    "people": _person,
    "unions": _line,
    "descent": _line,
    "bonds": _line,
    "ecomap": _line,
    "rings": _ring,
    "agencies": _agency,
    "legal": _legal,
    "themes": _theme,
}
