"""Samples of cards, each with its middle at the origin: what a catalogue shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from genogram_app.catalog.cards import AgencyCard, Card, FillCard, LineCard, MarkCard, PersonCard, RingCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Mark, Path, Stroke
from genogram_app.drawing.shapes import capsule, rounded_rect
from genogram_app.drawing.strands import Line, Strand, lay
from genogram_app.drawing.transform import Transform
from genogram_app.picture import sibships
from genogram_app.picture.households import THIN
from genogram_app.picture.lines import NO_COUPLE
from genogram_app.picture.pen import SMALL, SMALL_STRONG, Pen, extent_of, width_of
from genogram_app.picture.symbol import Look, drawn, figure_of

#: How wide a sample of a line is, in points: 32 mm.
LINE_WIDTH = 90.0
#: How far apart two sample symbols stand.
APART = 46.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """One sample, and what is said beside it: plain words, what professionals say, when to use it."""

    marks: tuple[Mark, ...]
    label: str
    term: str = ""
    use: str = ""


def swatches(pen: Pen, catalog: Catalog, card: Card) -> list[Swatch]:
    """Give the samples of a card: one, or one for each of its variants."""
    if isinstance(card, LineCard):
        return _lines(pen, catalog, card)
    if isinstance(card, RingCard):
        return _rings(pen, catalog, card)
    return [Swatch(_drawn(pen, catalog, card), pen.words.say(card.label), _term(pen, card))]


def _term(pen: Pen, card: Card) -> str:
    return pen.words.say(card.term) if card.term else ""


def _drawn(pen: Pen, catalog: Catalog, card: Card) -> tuple[Mark, ...]:
    if isinstance(card, PersonCard):
        return figure_of(pen, card, None)
    if isinstance(card, FillCard):
        return _filled(pen, catalog, card)
    if isinstance(card, MarkCard):
        return sibships.swatch(pen, card) if card.on != "symbol" else _marked(pen, catalog, card)
    return _plate(pen, card) if isinstance(card, AgencyCard) else ()


def _pair(catalog: Catalog) -> tuple[PersonCard, PersonCard]:
    """Give the two symbols on which samples are shown: the first of the key."""
    first, second, *_ = catalog.people.values()
    return first, second


def _marked(pen: Pen, catalog: Catalog, card: MarkCard) -> tuple[Mark, ...]:
    """Show a mark on two symbols, bare and round an age; what stands beside a symbol on one."""
    bare, aged = _pair(catalog)
    if card.text or card.shape:
        return figure_of(pen, bare, card, "68")
    return (
        *_moved(drawn(pen, Look(bare, (card,))), -APART / 2),
        *_moved(figure_of(pen, aged, card, _inside(card)), APART / 2),
    )


def _inside(card: MarkCard) -> str:
    """Give what stands inside the second symbol on which a mark is shown."""
    if card.stack:
        return "×3"
    if card.inner or card.scale != 1:
        return ""
    return "68" if card.rays else "11"


def _filled(pen: Pen, catalog: Catalog, card: FillCard) -> tuple[Mark, ...]:
    """Show a fill on two symbols, round an age."""
    first, second = _pair(catalog)
    return (
        *_moved(drawn(pen, Look(first, inside="68", fills=(card,))), -APART / 2),
        *_moved(drawn(pen, Look(second, inside="68", fills=(card,))), APART / 2),
    )


def _moved(marks: tuple[Mark, ...], dx: float) -> tuple[Mark, ...]:
    return tuple(Transform(1.0, dx, 0.0).mark(mark) for mark in marks)


def _lines(pen: Pen, catalog: Catalog, card: LineCard) -> list[Swatch]:
    """Show a line as it is now, with its arrow where one belongs to it: A stands left, the child right."""
    strain, shown = card.axis == "strain", card.directed == "required" or card.care
    line = catalog.tie_line("", card.id) if strain else card.drawn(forth=shown)
    a, b = ("B", "A") if card.group == "descent" else ("A", "B")
    use = pen.words.say(card.sentence(forth=shown), a=a, b=b)
    return [Swatch(_line(pen, card, line), pen.words.say(card.label), _term(pen, card), use)]


def sample_route(card: LineCard, width: float) -> Polyline:
    """Give the way of a sample: straight, or two lines that meet, of those who were never a couple."""
    half = width / 2
    if card.role != NO_COUPLE:
        return (-half, 0.0), (half, 0.0)
    return (-half, -half / 8), (0.0, half / 8), (half, -half / 8)


#: By how much a line goes on after its last dash, in points: not all painters draw a dot at the very end.
HAIR = 0.05


def whole(line: Line, width: float) -> float:
    """Give the length nearest a width at which no dash is cut: a stub of one would be read as a dot."""
    dashes = [strand.dash for strand in line.strands if strand.dash]
    if line.marks or not dashes:
        return width
    repeat, last = sum(dashes[0]), max(dash[0] for dash in dashes)
    return max(1, round((width - last) / repeat)) * repeat + last + HAIR


def _line(pen: Pen, card: LineCard, line: Line) -> tuple[Mark, ...]:
    """Draw a line with the words that stand on it, over its ink."""
    drawn = lay(line, sample_route(card, whole(line, LINE_WIDTH)), pen.theme.paints)
    if not card.tag:
        return drawn
    y = extent_of(drawn).top - 3.4
    return (*drawn, pen.text(pen.words.say(card.tag), 0, y, SMALL, "middle", paint=card.paint))


def _rings(pen: Pen, catalog: Catalog, card: RingCard) -> list[Swatch]:
    label = pen.words.say(card.label)
    tint = pen.theme.tint(0)
    now = _ring(pen, catalog, card.edge, tint.edge, tint.fill)
    if card.tag:  # looks like all others, and says which it is
        word = pen.text(pen.words.say(card.tag), 0, 25, SMALL_STRONG, "middle", halo=True)
        return [Swatch((*now, replace(word, paint=tint.edge)), label)]
    past = _ring(pen, catalog, card.past, pen.paint("past"), pen.paint("past_fill"))
    thin = replace(card.edge, width=card.edge.width * THIN)
    part = _ring(pen, catalog, thin, tint.edge, tint.fill)
    return [
        Swatch(now, label),
        Swatch(part, pen.words.say("{label}, part of the time", label=label)),
        Swatch(past, pen.words.say("{label}, ended", label=label)),
    ]


def _ring(pen: Pen, catalog: Catalog, strand: Strand, edge: str, fill: str) -> tuple[Mark, ...]:
    box = Box(-LINE_WIDTH / 2 - 6, -22, LINE_WIDTH / 2 + 6, 22)
    home = Path(rounded_rect(box, 20), Stroke(edge, strand.width, strand.dash), fill)
    first, second = (figure_of(pen, card, None) for card in _pair(catalog))
    return (home, *_moved(first, -APART / 2), *_moved(second, APART / 2))


def _plate(pen: Pen, card: AgencyCard) -> tuple[Mark, ...]:
    label = pen.words.say(card.label)
    half = max(LINE_WIDTH / 2 + 6, width_of(label, SMALL_STRONG) / 2 + 10)
    box = Box(-half, -11, half, 11)
    outline = capsule(box) if card.outline == "capsule" else rounded_rect(box, 4)
    plate = Path(outline, Stroke(pen.paint(card.paint), 1.1), pen.paint(card.fill))
    return (plate, pen.text(label, 0, 2.9, SMALL_STRONG, "middle"))
