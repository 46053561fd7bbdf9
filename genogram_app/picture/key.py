"""The key: what is on this sheet and nothing else, in a fixed order, in columns that fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from genogram_app.catalog.cards import Card, FillCard, LineCard, MarkCard, PersonCard, RingCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Mark, Node, Point, Text
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import rotated, rounded_rect
from genogram_app.drawing.strands import Line, LineMark, lay
from genogram_app.drawing.transform import Transform
from genogram_app.picture import households, sibships
from genogram_app.picture.couples import CARERS, CARING
from genogram_app.picture.key_cards import Used
from genogram_app.picture.key_columns import ROW, SECOND, Words, columns, lines_of, words_of
from genogram_app.picture.key_words import state_words, unsaid
from genogram_app.picture.lines import link_word
from genogram_app.picture.pen import SMALL, SMALL_INK, SMALL_STRONG, Pen, extent_of
from genogram_app.picture.slashes import CLOSE
from genogram_app.picture.swatches import sample_route, whole
from genogram_app.picture.symbol import Look, drawn, figure_of, worded_plate
from genogram_app.picture.titleblock import Block
from genogram_app.text.line import shortened

#: The swatch of a line, how far from its left end words begin, between columns, right of "Key", in points.
SWATCH, BESIDE, GAP, HEAD = 32.0, 40.0, 14.0, 28.0
#: How much plain stroke a swatch has beside its marks, and the longest line that is drawn small for it.
STROKE, LONGEST = 20.0, 56.0
#: How far the slash of a line that has ended keeps from its other marks, in points of the line, and how long
#: that line is drawn for it at most.
OFF_SLASH, LONGEST_ENDED = 3.0, 80.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the key: what is drawn and what it means."""

    marks: tuple[Mark, ...]
    says: str


def key_base(catalog: Catalog, used: list[tuple[Card, str]]) -> PersonCard:
    """Choose the symbol on which the key shows marks: the first on this sheet that has nothing inside."""
    symbols = (card for card, _ in used if isinstance(card, PersonCard) and not card.inner and not card.life)
    return next(symbols, catalog.gender(""))


def key_of(pen: Pen, catalog: Catalog, used: Sequence[Used], told: Sequence[str]) -> Callable[[float], Block]:
    """Give what lays the key out in a width; what was laid out before, where the sheet's key is the same.

    told: what words on lines mean (see `key_words`).
    """
    cards = tuple((Same(card), variant) for card, variant in used)
    return _key_of(Same(pen), Same(catalog), cards, tuple(told))


#: An edit seldom changes the key.
@lru_cache(maxsize=8)
def _key_of(
    pen: Same[Pen], catalog: Same[Catalog], cards: tuple[tuple[Same[Card], str], ...], told: tuple[str, ...]
) -> Callable[[float], Block]:
    used = [(card.value, variant) for card, variant in cards]
    rows = entries(pen.value, catalog.value, used, key_base(catalog.value, used))
    rows += word_entries(pen.value, told)
    return lru_cache(maxsize=16)(partial(key_block, pen.value, rows))


def entries(pen: Pen, catalog: Catalog, used: list[tuple[Card, str]], base: PersonCard) -> list[Entry]:
    """Draw the rows of the key; marks are shown on `base`, a symbol that is on the sheet."""
    rows = (
        Entry(_swatch(pen, catalog, card, variant, base), _label(pen, catalog, card, variant))
        for card, variant in used
    )
    # What is drawn alike and means the same has one row.
    return list(dict.fromkeys(rows))


def word_entries(pen: Pen, told: Iterable[str]) -> list[Entry]:
    """Make the rows of what words on lines mean."""
    return [Entry((pen.text("“…”", 0, 2.9, SMALL, "middle"),), says) for says in told]


def _label(pen: Pen, catalog: Catalog, card: Card, variant: str) -> str:
    if isinstance(card, RingCard):
        return _ring_label(pen, catalog, card, variant)
    if variant == CARING:
        return pen.words.say(CARERS)
    label = _told(pen, card)
    if isinstance(card, PersonCard) and variant:
        birth = pen.words.say(catalog.gender(variant).label)
        return pen.words.say("{label}; outside, at birth: {birth}", label=label, birth=birth)
    if "forth" in variant and isinstance(card, LineCard) and card.care:
        return pen.words.say("{label}, now", label=label)
    if "forth" in variant and isinstance(card, LineCard) and card.directed != "none":
        label = pen.words.say("{label}, who to whom", label=label)
    return pen.words.say("{label}, ended", label=label) if "ended" in variant else label


def _ring_label(pen: Pen, catalog: Catalog, card: RingCard, state: str) -> str:
    """Say what a ring means; all kinds of home look alike, and words on the ring say which."""
    label = _plainly(pen, card)
    if card.tag:
        plain, tag = _plainly(pen, catalog.ring("")), pen.words.say(card.tag)
        label = pen.words.say("{label}, “{tag}”", label=plain, tag=tag)
    if state == "part":
        return pen.words.say("{label}, part of the time", label=label)
    return pen.words.say("{label}, ended", label=label) if state else label


def _told(pen: Pen, card: Card) -> str:
    """Say what a card means and, where words stand on its line that this doesn't hold, which.

    Of a birth shown by a test always: nothing but the words tells it from any other.
    """
    label = _plainly(pen, card)
    found = _words_on(pen, card) if isinstance(card, LineCard) else []
    words = found if isinstance(card, LineCard) and card.tested else unsaid(found, label)
    return ", ".join([label, *(pen.words.say("“{words}”", words=each) for each in words)])


def _words_on(pen: Pen, card: LineCard) -> list[str]:
    """Give the words that stand on a line by themselves; of one drawn as another, rows of their own tell."""
    if card.means or not card.known:
        return []
    if card.group == "unions":
        return state_words(pen.words, card)
    word = link_word(pen, card) if card.group == "descent" else pen.words.say(card.tag) if card.tag else ""
    return [word] if word else []


def _plainly(pen: Pen, card: Card) -> str:
    """Say what a card means and, where a profile wants it, what professionals call it."""
    label, term = pen.words.say(card.label), pen.words.say(card.term) if card.term else ""
    if not pen.template.terms or not term or term.casefold() in label.casefold():
        return label
    return pen.words.say("{label} ({term})", label=label, term=term)


def _swatch(pen: Pen, catalog: Catalog, card: Card, variant: str, base: PersonCard) -> tuple[Mark, ...]:
    """Draw a card small, in a box of SWATCH by ROW with its middle at the origin."""
    if isinstance(card, PersonCard):
        birth = catalog.gender(variant) if variant else None
        return _small(drawn(pen, Look(card, birth=birth), crossing=False))
    if isinstance(card, MarkCard) and card.on != "symbol":
        return tuple(_legible(mark) for mark in sibships.swatch(pen, card))
    if isinstance(card, MarkCard):
        return _badge_or_symbol(pen, card, base)
    if isinstance(card, FillCard):
        return _small(drawn(pen, Look(base, fills=(card,))))
    if isinstance(card, LineCard):
        return _line(pen, catalog, card, variant)
    if isinstance(card, RingCard):
        return _ring(pen, card, variant)
    return ()


def _ring(pen: Pen, card: RingCard, variant: str) -> tuple[Mark, ...]:
    """Draw a ring, with the sign of words where some say what kind of home it is."""
    outline = rounded_rect(Box(-SWATCH / 2 + 2, -4.5, SWATCH / 2 - 2, 4.5), 4.5)
    ring = households.ring_swatch(pen, card, outline, variant)
    return (ring, pen.text("“…”", 0, 2.9, SMALL, "middle")) if card.tag else (ring,)


def _line(pen: Pen, catalog: Catalog, card: LineCard, variant: str) -> tuple[Mark, ...]:
    """Draw a line from left to right; what strains a tie on the plain one."""
    drawn = card.drawn(forth="forth" in variant, ended="ended" in variant)
    drawn = replace(drawn, marks=()) if variant == CARING else drawn
    line = catalog.tie_line("", card.id) if card.axis == "strain" else drawn
    length = _length(line, card.slash if "ended" in variant else ())
    marks = lay(line, sample_route(card, length), pen.theme.paints)
    scale = min(1.0, SWATCH / length)
    return _within_row(tuple(Transform(scale, 0.0, 0.0).mark(mark) for mark in marks))


def _length(line: Line, slash: Sequence[LineMark]) -> float:
    """Give the length at which a line has plain stroke beside its marks, and the slash stands off them."""
    least = min(max(SWATCH, _cleared(line) + STROKE), LONGEST)
    lengths = (least + more for more in range(int(LONGEST_ENDED - least) + 1))
    return whole(line, next((each for each in lengths if not _on_slash(line, slash, each)), least))


def _on_slash(line: Line, slash: Sequence[LineMark], length: float) -> bool:
    """Say whether a slash comes too near another mark; those of a broad line do by themselves."""
    others = [mark for mark in line.marks if mark not in slash and not 0 < mark.every < CLOSE]
    stretches = [_stretch(mark, length) for mark in slash if mark.outline]
    return any(
        begin - OFF_SLASH < right and left < end + OFF_SLASH
        for begin, end in stretches
        for left, right in (_stretch(mark, length) for mark in others if mark.outline)
    )


def _stretch(mark: LineMark, length: float) -> tuple[float, float]:
    """Give from where to where along a line a mark reaches."""
    place, box = mark.at * length + mark.shift, bounds(rotated(mark.outline, mark.turn))
    return place + box.left, place + box.right


def _cleared(line: Line) -> float:
    """Give how much of a line its marks leave out."""
    return sum(sum(mark.clear) for mark in line.marks if not mark.every)


def _within_row(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Draw what is higher than a row so much smaller that it touches no other."""
    box = extent_of(marks)
    if max(-box.top, box.bottom) <= ROW / 2:
        return marks
    scale = min(1.0, (ROW - 1) / box.height)
    shift = Transform(scale, 0.0, -box.centre[1] * scale)
    return tuple(shift.mark(mark) for mark in marks)


def _badge_or_symbol(pen: Pen, card: MarkCard, base: PersonCard) -> tuple[Mark, ...]:
    return _small(worded_plate(pen, card, (0, 0)) if card.text else figure_of(pen, base, card))


def _small(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Scale a symbol to the height of a row; letters inside stay large enough to be read."""
    box = extent_of(marks)
    scale = min(1.0, (ROW - 3) / max(box.height, 1.0))
    shift = Transform(scale, -box.centre[0] * scale, -box.centre[1] * scale)
    return tuple(_legible(shift.mark(mark)) for mark in marks)


def _legible(mark: Mark) -> Mark:
    """Give letters the least size that is printed, about the same middle."""
    if not isinstance(mark, Text) or mark.size >= SMALL.size:
        return mark
    grown = SMALL.size / mark.size
    return replace(
        mark, size=SMALL.size, width=mark.width * grown, y=mark.y + (SMALL.size - mark.size) * 0.36
    )


def key_block(pen: Pen, found: list[Entry], width: float) -> Block:
    """Lay the key out in columns, never longer than it must be."""
    if not found:
        return Block((), width, 0.0)
    rows = [_within(entry, width - HEAD - BESIDE) for entry in found]
    marks: list[Mark] = [pen.rule(0, width, 0), pen.text(pen.words.say("Key"), 0, 17, SMALL_STRONG)]
    x, height = HEAD, 0.0
    for column in columns(rows, width - HEAD + GAP, BESIDE + GAP):
        y = 14 - ROW / 2
        for number in range(column.start, column.end):
            lines = lines_of(rows[number], column.width, SMALL_INK)
            tall = ROW + SECOND * (len(lines) - 1)
            marks += _row(pen, found[number].marks, lines, (x, y + tall / 2))
            y += tall
        x, height = x + column.width + BESIDE + GAP, max(height, y + 3)
    says = pen.words.say("Key: {entries}", entries=", ".join(entry.says for entry in found))
    return Block((Node("key", "key", says, tuple(marks), Box(0, 0, width, height)),), width, height)


def _row(pen: Pen, marks: Iterable[Mark], lines: Sequence[str], at: Point) -> Iterator[Mark]:
    """Draw a row with its middle at a height: what is drawn, and beside it what it means."""
    (x, y), first = at, 2.9 - SECOND * (len(lines) - 1) / 2
    yield from (Transform(1.0, x + SWATCH / 2, y).mark(mark) for mark in marks)
    for number, part in enumerate(lines):
        yield pen.text(part, x + BESIDE, y + first + SECOND * number, SMALL_INK)


def _within(entry: Entry, width: float) -> Words:
    """Measure a row's words, cut where no column could hold them: a card of somebody's own may have any."""
    words = words_of(entry.says, SMALL_INK)
    if words.two <= width:
        return words
    return words_of(shortened(entry.says, SMALL_INK.size, width, SMALL_INK.face), SMALL_INK)
