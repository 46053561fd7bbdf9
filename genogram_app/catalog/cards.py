"""The kinds of card: each says what one notion is called and how it is drawn.

Outlines and sizes are in points, centred at the origin, y down. Paints are the
theme's names ("ink", "positive" …). Words are English templates, said through
`words`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from genogram_app.catalog.outlines import grown, ray
from genogram_app.drawing.primitives import Outline, Point
from genogram_app.drawing.strands import Line, LineMark, Strand

#: One unit of a card in points: a quarter of a millimetre. A person is 40 units wide.
UNIT = 72 / 25.4 / 4

Directed = Literal["none", "optional", "required"]
Stage = Literal["current", "ended", "unknown", ""]
Axis = Literal["strength", "strain", ""]
#: How a part of a symbol is filled: wholly, with hatching, or along its edge alone.
Filling = Literal["solid", "hatched", "rim"]
Side = Literal["left", "right", "above", "below"]
#: When somebody's own need is said to be: a fill is there for each.
PHASES = ("now", "past", "suspected")
#: The role of a step-parent's line.
_BY_MARRIAGE = "by_marriage_of_a_parent"
#: What a mark is drawn on.
Bearer = Literal["symbol", "sibship", "twins"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One outline of a shape: its stroke's width, if it has one, and how it is filled."""

    outline: Outline
    width: float | None = None
    fill: Literal["", "paint", "paper"] = ""


#: A drawn shape, its body first.
Shape = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What every card says.

    id: its file's name. group: its folder. label: plain words, as in the key.
    term: what professionals call it. source: where the convention comes from.
    says: a sentence with {a} and {b}. heading: words over its like in a palette.
    role: how the program asks for it. default: stands where nobody has said.
    gedcom, genopro: what other programs call it. known: False for a stand-in
    that is drawn where a file names a card that this copy doesn't have.
    """

    id: str
    group: str
    label: str
    term: str = ""
    source: str = ""
    order: int = 0
    says: str = ""
    heading: str = ""
    role: str = ""
    default: bool = False
    gedcom: tuple[str, ...] = ()
    genopro: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard(Card):
    """A person's symbol.

    inner: text inside where no age stands. age_size: the size of that text or
    of an age; age_drop: how far its middle lies below the origin. ageless: no
    age stands inside. life: the stage of life that it is for, or "". animal:
    it isn't a person.
    """

    shape: Shape
    inner: str = ""
    age_size: float = 10.5
    age_drop: float = 0.0
    ageless: bool = False
    life: str = ""
    animal: bool = False

    @property
    def outline(self) -> Outline:
        """The symbol's edge: what is clipped to, filled and hit."""
        return self.shape[0].outline

    @property
    def width(self) -> float:
        """The width of the edge's stroke."""
        return self.shape[0].width or 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCard(Card):
    """A mark that a fact about somebody adds to any symbol.

    rays: strokes at these angles (degrees clockwise from the right), from the
    centre to the edge; round an age they begin at `inset`, a share of that way.
    echo: a second edge this far outside the first. dash: how the edge is dashed
    instead. inner: text where there is no age. text: words on a small plate,
    with a rim of its own where one is named. shape: drawn beside the symbol. at:
    where that stands, in shares of the symbol's half width and height from its
    middle. scale: how large the symbol is drawn. stack: a second symbol so far
    behind the first, as of several people. on: what bears it.
    """

    fact: str
    rays: tuple[float, ...] = ()
    inset: float = 0.6
    width: float = 1.1
    echo: float = 0.0
    dash: tuple[float, ...] = ()
    inner: str = ""
    text: str = ""
    shape: Shape = ()
    at: Point = (1.0, -1.0)
    scale: float = 1.0
    stack: float = 0.0
    rim: str = ""
    on: Bearer = "symbol"
    paint: str = "ink"
    text_paint: str = "paper"

    def edge(self, outline: Outline) -> Outline:
        """Give the outermost edge of a symbol that bears this mark."""
        return grown(outline, self.echo) if self.echo else outline

    def pieces(self, outline: Outline, *, crossing: bool = True) -> tuple[Outline, ...]:
        """Give the strokes on a symbol: across it, or short ones that leave room for an age."""
        start = 0.0 if crossing else self.inset
        drawn = (ray(outline, angle, start) for angle in self.rays)
        return tuple(piece for piece in drawn if piece)


@dataclass(frozen=True, slots=True, kw_only=True)
class FillCard(Card):
    """What fills a part of a symbol where a sheet shows it.

    axis: what it is about, as themes name it in `fills`. phase: "now", "past" or
    "suspected". side: the half of the symbol that is filled.
    """

    axis: str
    phase: str
    side: Side
    filling: Filling = "solid"
    paint: str = "distance"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCard(Card):
    """A line between two: a union, a link from child to carer, a relationship or a tie.

    line: how it looks with no direction. arrow: the mark at the end where it
    points. slash: marks that say it has ended. tag: short words on the line.
    forth, both: sentences for a direction. arranged: it may say how often and how long.
    placement: the carers aren't family; their surnames stay off every sheet.
    kin: who that makes a woman, a man or anybody to the child, as families say it. doubt: whether
    somebody is a parent by birth is in question. tested: whether that was asked and answered.
    means: what it is by itself, where a profile draws it as another and says so in its label.
    also: other words by which people look for it.
    """

    line: Line
    paint: str = "ink"
    arrow: tuple[LineMark, ...] = ()
    slash: tuple[LineMark, ...] = ()
    tag: str = ""
    directed: Directed = "none"
    forth: str = ""
    both: str = ""
    harm: bool = False
    everyday: bool = False
    arranged: bool = False
    axis: Axis = ""
    stage: Stage = ""
    abbreviation: str = ""
    ended: str = ""
    was: str = ""
    care: bool = False
    blood: bool = False
    legal: bool = False
    placement: bool = False
    kin: tuple[str, ...] = ()
    doubt: bool = False
    tested: bool = False
    means: str = ""
    also: tuple[str, ...] = ()

    @property
    def brings_up(self) -> bool:
        """Whether it says by itself who brings a child up: to be married to a parent doesn't."""
        return self.care and self.role != _BY_MARRIAGE

    def drawn(
        self, *, forth: bool = False, back: bool = False, ended: bool = False, aside: float = 0.0
    ) -> Line:
        """Give the line with the arrows and the slash of one case.

        forth: an arrow where the route ends; back: where it begins. aside: how
        much further on the slash stands than it likes to, as a share of the route.
        """
        marks = self.line.marks + (self.arrow if forth else ())
        marks += tuple(mirrored(mark) for mark in self.arrow) if back else ()
        slash = tuple(replace(mark, at=mark.at + aside) for mark in self.slash) if ended else ()
        if back:
            slash = tuple(self._off_head(mark, forth=forth) for mark in slash)
        return Line(self.line.strands, marks + slash)

    def _off_head(self, mark: LineMark, *, forth: bool) -> LineMark:
        """Give the slash of a line that points back: at its other end, or behind the head of two."""
        if not forth:
            return replace(mark, at=1 - mark.at, shift=-mark.shift)
        head = max((max(each.clear) - each.shift for each in self.arrow), default=0.0)
        return replace(mark, shift=mark.shift + head)

    def sentence(self, *, forth: bool = False, back: bool = False) -> str:
        """Give the sentence template for a direction; {a} is always who acts."""
        if forth and back:
            return self.both or self.says
        return self.forth or self.says if forth or back else self.says


def mirrored(mark: LineMark) -> LineMark:
    """Turn a mark for the end of a line into the same for its beginning."""
    before, after = mark.clear
    return replace(mark, at=1 - mark.at, shift=-mark.shift, turn=mark.turn + 180, clear=(after, before))


@dataclass(frozen=True, slots=True, kw_only=True)
class RingCard(Card):
    """A ring round those who live together.

    edge, past: its line now and when it has ended, each a strand whose paint is
    taken from the household's tint. gap: how far it keeps from names and symbols.
    tag: what kind of home it is, in words beside its name. placement: the surnames of
    whoever cares for children there stay off every sheet.
    """

    edge: Strand
    past: Strand
    gap: float
    radius: float
    tag: str = ""
    placement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyCard(Card):
    """A kind of service.

    outline: the name of its plate's shape. sector: the side of the sheet where
    it stands. jobs: whom one may know in it, titles in full. telephone: what
    its number is called. placement: children live there; its name stays off every sheet.
    """

    outline: Literal["capsule", "box"] = "capsule"
    paint: str = "ink"
    fill: str = "service_fill"
    sector: Literal["left", "right", "top", "bottom"] = "bottom"
    jobs: tuple[str, ...] = ()
    telephone: str = "Telephone"
    placement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCard(Card):
    """A child's legal status; `term` is its place in the law.

    looked_after: whether the child is looked after by the local authority.
    shared_responsibility: whether that authority has parental responsibility.
    ends: whether it ends by itself after some days, weeks or months.
    """

    looked_after: bool = False
    shared_responsibility: bool = False
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard(Card):
    """Something that matters in a family, and how to say each part in it.

    fills: the axis of the fill that tells, where a sheet shows fills, that it is
    somebody's own need. harm: whether it tells that somebody was hurt; in no copy but
    the case file's.
    """

    lived_through: str = ""
    caused: str = ""
    own_need: str = ""
    fills: str = ""
    harm: bool = False
