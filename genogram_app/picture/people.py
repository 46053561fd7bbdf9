"""People as they are drawn: a symbol with its marks, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from genogram_app.catalog.cards import MarkCard, PersonCard, Piece
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Path, Point, Stroke
from genogram_app.drawing.routes import crossings
from genogram_app.drawing.shapes import rect, rounded_rect
from genogram_app.drawing.transform import Transform
from genogram_app.model.person import Person, Theme
from genogram_app.picture import wording
from genogram_app.picture.pen import (
    AGE,
    NAME,
    SMALL,
    SMALL_STRONG,
    Pen,
    Style,
    extent_of,
    height_of,
    width_of,
)
from genogram_app.text.line import wrap

#: From the foot of a symbol to the first baseline under it, in points.
NAME_DROP = 12.0
#: The longest line under a symbol before it is broken, in points.
LABEL_WIDTH = 96.0


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody drawn with the symbol's centre at the origin."""

    marks: tuple[Mark, ...]
    outline: Outline
    box: Box
    says: str
    cards: tuple[PersonCard | MarkCard, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure depends on besides its person."""

    day: date
    go_to: bool = False
    homeless: bool = False


def figure(pen: Pen, catalog: Catalog, person: Person, setting: Setting) -> Figure:
    """Draw somebody with the symbol's centre at the origin."""
    card = catalog.life(person.life.value) or catalog.gender(person.gender)
    found = ((fact, catalog.mark_for(fact)) for fact in facts(person, setting))
    marks_on = {fact: mark for fact, mark in found if mark}
    age = wording.age(pen.words, person, setting.day)
    outline = _edge(card.outline, marks_on)
    symbol = _symbol(pen, card, marks_on, age)
    under = _lines_under(pen, catalog, person, setting, bounds(outline).bottom + NAME_DROP)
    badge = _badge(pen, marks_on.get("go_to"), bounds(outline))
    marks = (*symbol, *under, *badge)
    used: tuple[PersonCard | MarkCard, ...] = (card, *marks_on.values())
    return Figure(marks, outline, extent_of(marks), says(pen, card, person, setting), used)


def facts(person: Person, setting: Setting) -> tuple[str, ...]:
    """Name what is marked on somebody's symbol, in the order in which it is drawn."""
    true = (
        ("subject", person.subject),
        ("unidentified", not person.named and not person.unborn),
        ("dead", person.dead),
        ("go_to", setting.go_to),
    )
    return tuple(fact for fact, holds in true if holds)


def node(key: str, drawn: Figure, at: Point) -> Node:
    """Place somebody's figure on the sheet."""
    return Transform(1.0, *at).node(
        Node(key, "person", drawn.says, drawn.marks, drawn.box, depth=40, hit=rect(drawn.box))
    )


def _edge(outline: Outline, marks_on: dict[str, MarkCard]) -> Outline:
    """Give the outermost edge of a symbol: where lines stop."""
    for mark in marks_on.values():
        outline = mark.edge(outline)
    return outline


def _symbol(pen: Pen, card: PersonCard, marks_on: dict[str, MarkCard], age: str) -> list[Mark]:
    """Draw the symbol: its edge, an edge round it, what is marked on it, and the age inside."""
    looks = list(marks_on.values())
    inner = age or next((look.inner for look in looks if look.inner), "") or card.inner
    dash = next((look.dash for look in looks if look.dash), ())
    edge = Stroke(pen.paint("ink"), card.width, dash)
    echoes = [look.edge(card.outline) for look in looks if look.echo]
    marks: list[Mark] = [Path(outline, edge, pen.paint("paper")) for outline in echoes]
    marks += [_piece(pen, piece, edge) for piece in card.shape]
    for look in looks:
        stroke = Stroke(pen.paint(look.paint), look.width, cap="round")
        marks += [Path(ray, stroke) for ray in look.pieces(card.outline, crossing=not inner)]
    if inner:
        marks.append(_inside(pen, card, inner))
    if card.inner not in ("", inner):
        marks.append(_at_shoulder(pen, card.inner, bounds(_edge(card.outline, marks_on))))
    return marks


def _at_shoulder(pen: Pen, inner: str, symbol: Box) -> Mark:
    """Set what an age has driven out of a symbol at its shoulder, or it would be another symbol."""
    return pen.text(inner, symbol.right - 1.0, symbol.top + 8.0, SMALL_STRONG, "middle")


def figure_of(pen: Pen, card: PersonCard, mark: MarkCard | None = None, age: str = "") -> tuple[Mark, ...]:
    """Draw a bare symbol, with a mark or an age if given, as a key or a catalogue shows it."""
    marks_on = {mark.fact: mark} if mark else {}
    plate = _badge(pen, mark, bounds(card.outline))
    return (*_symbol(pen, card, marks_on, age), *plate)


def _piece(pen: Pen, piece: Piece, edge: Stroke) -> Path:
    stroke = replace(edge, width=piece.width) if piece.width else None
    fill = {"paint": edge.paint, "paper": pen.paint("paper"), "": None}[piece.fill]
    return Path(piece.outline, stroke, fill)


def _inside(pen: Pen, card: PersonCard, inner: str) -> Mark:
    """Set the age inside a symbol, a little smaller where it would touch the edge."""
    style = replace(AGE, size=card.age_size)
    if width_of(inner, style) > _room(card, style.size):
        style = replace(style, size=max(8.0, card.age_size * 0.78))
    return pen.text(inner, 0, card.age_drop + style.size * 0.36, style, "middle")


def _room(card: PersonCard, size: float) -> float:
    """Give how wide letters may be inside a symbol: as wide as it is at their top, with a little air."""
    box, top = bounds(card.outline), card.age_drop - size * 0.36
    met = crossings([(box.left - 1, top), (box.right + 1, top)], card.outline)
    return met[-1] - met[0] - 3 if met else box.width


def _lines_under(pen: Pen, catalog: Catalog, person: Person, setting: Setting, top: float) -> list[Mark]:
    """Set the name, what they are to the child, the dates and themes, each line whole."""
    marks: list[Mark] = []
    y = top
    for content, style in label_lines(pen, catalog, person, setting):
        marks.append(pen.text(content, 0, y, style, "middle", halo=True))
        y += height_of(style) * 0.92
    return marks


def label_lines(pen: Pen, catalog: Catalog, person: Person, setting: Setting) -> list[tuple[str, Style]]:
    """Give what stands under somebody, line by line."""
    words = pen.words
    lines = [] if person.unborn and not person.named else _broken(wording.name(words, person), NAME)
    if person.unborn and not person.named:
        lines = [(words.say("unborn"), NAME)]
    lines += _broken(person.role, SMALL) if person.role else []
    dates = wording.dates(words, person)
    lines += [(dates, SMALL)] if dates else []
    lines += [(words.say("lives: ?"), SMALL)] if setting.homeless else []
    for theme in person.themes:
        lines += _broken(theme_line(pen, catalog, theme), SMALL_STRONG)
    return lines


def _broken(content: str, style: Style) -> list[tuple[str, Style]]:
    """Break a long line between words; nothing is ever cut."""
    return [(part, style) for part in wrap(content, style.size, LABEL_WIDTH, style.face)]


def theme_words(pen: Pen, catalog: Catalog, theme: Theme) -> str:
    """Say a theme in words, the family's own before the card's, with its part and phase."""
    said = theme.words or pen.words.say(catalog.theme(theme.card).label)
    parts = [pen.words.say(value.value) for value in (theme.part, theme.phase) if value]
    return f"{said} ({', '.join(parts)})" if parts else said


def theme_line(pen: Pen, catalog: Catalog, theme: Theme) -> str:
    """Say a theme as it stands on the sheet, with who says so: fact and opinion look different."""
    told = wording.source(pen.words, theme.basis)
    said = theme_words(pen, catalog, theme)
    return f"{said} – {told}" if told else said


def _badge(pen: Pen, card: MarkCard | None, symbol: Box) -> list[Mark]:
    """Draw a worded plate over the symbol's right shoulder."""
    if card is None or not card.text:
        return []
    return list(worded_plate(pen, card, symbol.right - 5, symbol.top - 11))


def worded_plate(pen: Pen, look: MarkCard, left: float, top: float) -> tuple[Mark, Mark]:
    """Draw a mark's words on a small plate with its corner at (left, top)."""
    content = pen.words.say(look.text)
    box = Box(left, top, left + width_of(content, SMALL_STRONG) + 12, top + 13)
    label = pen.text(content, box.centre[0], top + 9.4, SMALL_STRONG, "middle", paint=look.text_paint)
    return Path(rounded_rect(box, 6.5), None, pen.paint(look.paint)), label


def says(pen: Pen, card: PersonCard, person: Person, setting: Setting) -> str:
    """Say who this is and how they are drawn, for reading aloud."""
    words = pen.words
    parts = [
        wording.name(words, person),
        words.say(card.label),
        words.say("child this is about") if person.subject else "",
        person.role,
        wording.life(words, person),
        wording.age_in_full(words, person, setting.day),
        wording.dates(words, person),
        words.say("the one to ring out of hours") if setting.go_to else "",
    ]
    return ", ".join(part for part in parts if part)
