"""A person's symbol: its edge, what fills it, what stands inside, and what is marked on and beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import copysign

from genogram_app.catalog.cards import FillCard, MarkCard, PersonCard, Piece, Side
from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Box, Group, Mark, Outline, Path, Point, Stroke, Text
from genogram_app.drawing.routes import crossings
from genogram_app.drawing.shapes import moved, polyline, rect, rounded_rect, scaled
from genogram_app.drawing.transform import Transform
from genogram_app.picture.pen import AGE, SMALL_STRONG, Pen, extent_of, width_of

#: How large the symbol of the gender at birth is drawn round the other.
OUTER = 1.5
#: Stripes of a hatched fill, from one to the next, in points; stripe width; a rim’s share of the way in.
PITCH, STRIPE, RIM = 3.4, 0.9, 0.3
#: How far stripes lean for each point up: along the edges of neither a square nor a diamond, as its rim lies.
LEAN = 0.41
#: Air between a symbol and what stands beside it, in points.
BESIDE = 1.5
#: How far a fill is kept off letters, across and up and down, in points.
CLEAR: Point = (1.6, 1.5)
#: How high figures and capitals are, as a share of their size.
CAPITALS = 0.72
#: How far strokes on a dark fill keep it off on each side, in points.
OFF = 0.9
#: The size of a date in two lines, in points: it stands in full below the symbol as well.
DATED = 7.0
#: What an age has driven out of a symbol: as large as is made out on a photocopy.
SHOULDER = replace(SMALL_STRONG, size=10.0)
#: From one line inside to the next, in sizes of their letters: the tail of a "p" stays off a year.
LEADING = 1.1


@dataclass(frozen=True, slots=True)
class Look:
    """How a symbol looks: its card, what is marked on it, and what stands inside.

    birth: the symbol of the gender at birth, drawn round the other. fills: what
    fills halves of it.
    """

    card: PersonCard
    marks: tuple[MarkCard, ...] = ()
    inside: str = ""
    birth: PersonCard | None = None
    fills: tuple[FillCard, ...] = ()

    @property
    def scale(self) -> float:
        """Give how large the card's shape is drawn."""
        return min((mark.scale for mark in self.marks), default=1.0)

    @property
    def body(self) -> Outline:
        """Give the edge of the shape: what is filled, and holds the age."""
        return scaled(self.card.outline, self.scale)

    @property
    def outer(self) -> Outline:
        """Give the edge on which marks lie."""
        return scaled(self.birth.outline, OUTER) if self.birth else self.body

    @property
    def edge(self) -> Outline:
        """Give the outermost edge: where lines stop."""
        outline = self.outer
        for mark in self.marks:
            outline = mark.edge(outline)
        return outline

    @property
    def inner(self) -> str:
        """Give the letters inside: an age, or the sign of what isn't known."""
        if self.card.ageless:
            return ""
        return self.inside or next((mark.inner for mark in self.marks if mark.inner), "") or self.card.inner

    @property
    def dash(self) -> tuple[float, ...]:
        """Give how the edge is dashed."""
        return next((mark.dash for mark in self.marks if mark.dash), ())


def drawn(pen: Pen, look: Look, *, crossing: bool | None = None) -> tuple[Mark, ...]:
    """Draw a symbol with its middle at the origin.

    crossing: whether strokes such as those of a death run right across; left
    out, they do where nothing stands inside.
    """
    across = not look.inner if crossing is None else crossing
    edge = Stroke(pen.paint("ink"), look.card.width, look.dash)
    return (
        *_behind(pen, look, edge),
        *_body(pen, look, edge, across),
        *_strokes(pen, look, across),
        *_letters(pen, look),
        *beside(pen, look),
    )


def _behind(pen: Pen, look: Look, edge: Stroke) -> Iterator[Mark]:
    """Draw the edges that lie behind the shape: of several people, round it, of the gender at birth."""
    paper = pen.paint("paper")
    for mark in look.marks:
        if mark.stack:
            yield Path(moved(look.edge, mark.stack, -mark.stack), edge, paper)
    for mark in look.marks:
        if mark.echo:
            yield Path(mark.edge(look.outer), edge, paper)
    if look.birth:
        yield Path(look.outer, edge, paper)


def _body(pen: Pen, look: Look, edge: Stroke, across: bool) -> Iterator[Mark]:
    for piece in look.card.shape:
        yield _piece(pen, piece, edge, look.scale)
    if look.fills:
        filled = tuple(part for fill in look.fills for part in _filled(pen, fill, look.body))
        yield Group((*filled, *_cleared(pen, look, across)), look.body)
        yield Path(look.body, edge)


def _cleared(pen: Pen, look: Look, across: bool) -> Iterator[Path]:
    """Keep fills off strokes and letters; letters have a plate: a rim round each would fray the fill."""
    paper, (beside, over) = pen.paint("paper"), CLEAR
    for mark in look.marks:
        for ray in mark.pieces(look.outer, crossing=across):
            yield Path(ray, Stroke(paper, mark.width + 2 * OFF, cap="round"))
    for line in _inside(pen, look):
        top, right = line.y - line.size * CAPITALS, line.left + line.width
        plate = Box(line.left - beside, top - over, right + beside, line.y + over)
        yield Path(rounded_rect(plate, 2 * over), None, paper)


def _piece(pen: Pen, piece: Piece, edge: Stroke, scale: float) -> Path:
    stroke = replace(edge, width=piece.width) if piece.width else None
    fill = {"paint": edge.paint, "paper": pen.paint("paper"), "": None}[piece.fill]
    return Path(scaled(piece.outline, scale) if scale != 1 else piece.outline, stroke, fill)


def _filled(pen: Pen, fill: FillCard, outline: Outline) -> Iterator[Mark]:
    """Fill the half of a symbol; whoever draws it clips it to the symbol's edge."""
    half, paint = _half(bounds(outline), fill.side), pen.paint(fill.paint)
    if fill.filling == "hatched":
        yield Group(tuple(_stripes(half, paint)), rect(half))
        return
    yield Path(rect(half), None, paint)
    if fill.filling == "rim":
        yield Group((Path(scaled(outline, 1 - RIM), None, pen.paint("paper")),), rect(half))


def _half(box: Box, side: Side) -> Box:
    """Give the half of a box that is filled."""
    x, y = box.centre
    if side in ("left", "right"):
        return box._replace(right=x) if side == "left" else box._replace(left=x)
    return box._replace(bottom=y) if side == "above" else box._replace(top=y)


def _stripes(box: Box, paint: str) -> Iterator[Path]:
    reach, stroke = box.height * LEAN, Stroke(paint, STRIPE)
    for number in range(int((box.width + reach) / PITCH) + 1):
        x = box.left - reach + number * PITCH
        yield Path(polyline([(x, box.bottom), (x + reach, box.top)]), stroke)


def _strokes(pen: Pen, look: Look, across: bool) -> Iterator[Mark]:
    """Draw strokes on the shape."""
    for mark in look.marks:
        for ray in mark.pieces(look.outer, crossing=across):
            yield Path(ray, Stroke(pen.paint(mark.paint), mark.width, cap="round"))


def _inside(pen: Pen, look: Look) -> Iterator[Text]:
    """Set what stands inside, line by line."""
    lines = _lines(pen, look)
    size = _size(lines[0], look) if len(lines) == 1 else DATED
    yield from _set(pen, look, lines, size)


def _lines(pen: Pen, look: Look) -> list[str]:
    """Give what stands inside, by lines: of a date, the year alone where all of it wouldn't be read.

    That is where it would touch the edge or strokes, or hide most of a fill.
    """
    lines = look.inner.split("\n") if look.inner else []
    if len(lines) < 2:
        return lines
    texts = tuple(_set(pen, look, lines, DATED))
    return lines if not look.fills and _fit(texts, look) else lines[-1:]


def _set(pen: Pen, look: Look, lines: Sequence[str], size: float) -> Iterator[Text]:
    """Set lines round the middle of what an age stands in."""
    down = size * LEADING
    first = look.card.age_drop * look.scale + size * 0.36 - down * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        yield pen.text(line, 0, first + number * down, replace(AGE, size=size), "middle")


def _fit(texts: Sequence[Text], look: Look) -> bool:
    """Say whether lines stand inside a symbol, off its edge and off the short strokes on it."""
    boxes = [Box(t.left, t.y - t.size * CAPITALS, t.left + t.width, t.y) for t in texts]
    rays = [mark.pieces(look.outer, crossing=False) for mark in look.marks]
    starts = [flatten(ray)[0][0] for pieces in rays for ray in pieces]
    return all(
        min(_room(look, box.top), _room(look, box.bottom)) >= box.width
        and not any(box.grown(2 * OFF).contains(start) for start in starts)
        for box in boxes
    )


def _letters(pen: Pen, look: Look) -> Iterator[Mark]:
    """Set what stands inside; what an age has driven out stands at the shoulder, or it would mislead."""
    yield from _inside(pen, look)
    if look.card.inner not in ("", look.inner) and not any(mark.stack for mark in look.marks):
        symbol = bounds(look.edge)
        yield pen.text(look.card.inner, symbol.right, symbol.top + 10.5, SHOULDER, "middle")


def _size(inner: str, look: Look) -> float:
    """Give the size of letters inside, a little smaller where they would touch the edge."""
    size = look.card.age_size
    top = look.card.age_drop * look.scale - size * 0.36
    if width_of(inner, replace(AGE, size=size)) <= _room(look, top):
        return size
    return max(SMALL_STRONG.size, size * 0.78)


def _room(look: Look, y: float) -> float:
    """Give how wide letters may be inside a symbol that reach to a height, with a little air."""
    box = bounds(look.body)
    met = crossings([(box.left - 1, y), (box.right + 1, y)], look.body)
    return met[-1] - met[0] - 3 if met else box.width


# -- what stands beside it ------------------------------------------------------


def beside(pen: Pen, look: Look) -> tuple[Mark, ...]:
    """Draw what stands beside a symbol: shapes and plates with words, each at its corner."""
    return tuple(part for parts in _all_beside(pen, look) for part in parts)


def boxes_beside(pen: Pen, look: Look) -> tuple[Box, ...]:
    """Give the box of each thing that stands beside a symbol."""
    return tuple(extent_of(parts) for parts in _all_beside(pen, look))


def _all_beside(pen: Pen, look: Look) -> list[tuple[Mark, ...]]:
    """Draw each thing beside a symbol; two at one corner stand away from the middle, one past the other."""
    symbol, taken = bounds(look.edge), dict[Point, float]()
    found: list[tuple[Mark, ...]] = []
    for mark in look.marks:
        parts = tuple(_at_corner(pen, mark, symbol))
        if not parts:
            continue
        past = Transform(1.0, 0.0, copysign(taken.get(mark.at, 0.0), mark.at[1]))
        found.append(tuple(past.mark(part) for part in parts))
        taken[mark.at] = taken.get(mark.at, 0.0) + extent_of(parts).height + BESIDE
    return found


def _at_corner(pen: Pen, mark: MarkCard, symbol: Box) -> Iterable[Mark]:
    if mark.text:
        return _plate_at(pen, mark, symbol)
    return _shape_at(pen, mark, symbol) if mark.shape and mark.on == "symbol" else ()


def _shape_at(pen: Pen, mark: MarkCard, symbol: Box) -> tuple[Mark, ...]:
    shape = shape_of(pen, mark)
    box = extent_of(shape)
    across, down = mark.at
    (x, y), (mx, my) = symbol.centre, box.centre
    dx = x - mx + across * (symbol.width / 2 + BESIDE + box.width / 2)
    dy = y - my + down * (symbol.height / 2 - box.height / 2 + BESIDE)
    return tuple(Transform(1.0, dx, dy).mark(part) for part in shape)


def shape_of(pen: Pen, mark: MarkCard) -> tuple[Path, ...]:
    """Draw a mark's shape with its middle at the origin."""
    edge = Stroke(pen.paint(mark.paint), mark.width)
    return tuple(_piece(pen, piece, edge, 1.0) for piece in mark.shape)


def _plate_at(pen: Pen, mark: MarkCard, symbol: Box) -> tuple[Mark, ...]:
    """Draw a plate with words over the right shoulder, or beside the foot on the left."""
    if mark.at[1] < 0:
        return worded_plate(pen, mark, (symbol.right - 5, symbol.top - 11))
    wide = extent_of(worded_plate(pen, mark, (0, 0))).width
    return worded_plate(pen, mark, (symbol.left - BESIDE - wide, symbol.bottom - 12))


def worded_plate(pen: Pen, mark: MarkCard, corner: Point) -> tuple[Mark, Mark]:
    """Draw a mark's words on a small plate with its top left corner at a point."""
    left, top = corner
    content = pen.words.say(mark.text)
    air = 6.0 if not mark.rim else 3.5
    box = Box(left, top, left + width_of(content, SMALL_STRONG) + 2 * air, top + 13)
    label = pen.text(content, box.centre[0], top + 9.4, SMALL_STRONG, "middle", paint=mark.text_paint)
    rim = Stroke(pen.paint(mark.rim), 0.9) if mark.rim else None
    return Path(rounded_rect(box, 6.5 if not mark.rim else 3.0), rim, pen.paint(mark.paint)), label


def figure_of(pen: Pen, card: PersonCard, mark: MarkCard | None = None, age: str = "") -> tuple[Mark, ...]:
    """Draw a bare symbol, with a mark or an age if given, as a key or a catalogue shows it.

    Strokes are short, as they are on people: round an age.
    """
    return drawn(pen, Look(card, (mark,) if mark else (), age), crossing=False)
