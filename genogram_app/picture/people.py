"""People as they are drawn: a symbol with its marks, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from genogram_app.catalog.cards import FillCard, MarkCard, PersonCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Point
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Blank
from genogram_app.model.person import Life, Part, Person, Phase, Theme
from genogram_app.picture import symbol, wording
from genogram_app.picture.pen import NAME, SMALL, SMALL_STRONG, Pen, Style, extent_of, height_of
from genogram_app.picture.symbol import Look
from genogram_app.text.line import wrap
from genogram_app.words import Words

#: From the foot of a symbol to the first baseline under it, in points.
NAME_DROP = 12.0
#: For whom somebody has parental responsibility who has it for every child the sheet is about.
ALL = "all"
#: The longest line under a symbol before it is broken, in points.
LABEL_WIDTH = 96.0


#: What stands on a symbol: its own card, marks, and fills.
Drawn = PersonCard | MarkCard | FillCard


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody drawn with the symbol's centre at the origin.

    beside: the boxes of what stands beside the symbol. birth: the symbol of the
    gender at birth that is drawn round it. under: the box of the words under it.
    """

    marks: tuple[Mark, ...]
    outline: Outline
    box: Box
    says: str
    cards: tuple[Drawn, ...]
    beside: tuple[Box, ...] = ()
    birth: PersonCard | None = None
    under: Box | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure depends on besides its person.

    responsible: "" where they have parental responsibility for nobody on the
    sheet, else for whom, in words.
    """

    day: date
    go_to: bool = False
    homeless: bool = False
    responsible: str = ""


def figure(pen: Pen, catalog: Catalog, person: Person, setting: Setting) -> Figure:
    """Draw somebody with the symbol's centre at the origin."""
    look = look_of(pen, catalog, person, setting)
    under = _lines_under(pen, catalog, person, setting, bounds(look.edge).bottom + NAME_DROP)
    marks = (*symbol.drawn(pen, look), *under)
    used: tuple[Drawn, ...] = (look.card, *look.marks, *look.fills)
    said, boxes = says(pen, look, person, setting), symbol.boxes_beside(pen, look)
    return Figure(
        marks, look.edge, extent_of(marks), said, used, boxes, look.birth, extent_of(under) if under else None
    )


def look_of(pen: Pen, catalog: Catalog, person: Person, setting: Setting) -> Look:
    """Give how somebody's symbol looks."""
    card = catalog.life(person.life.value) or catalog.gender(person.gender)
    letters = wording.inside(pen.words, person, setting.day, pen.template.inside)
    return Look(
        card=card,
        marks=tuple(catalog.mark_for(fact) for fact in facts(person, setting)),
        inside="" if _means_another(catalog, card, letters) else letters,
        birth=catalog.gender(person.gender_at_birth) if person.gender_at_birth else None,
        fills=tuple(fills(catalog, person)) if pen.template.fills else (),
    )


def _means_another(catalog: Catalog, card: PersonCard, letters: str) -> bool:
    """Say whether letters inside make a symbol another: “?” in a diamond says that the gender isn't known."""
    alike = (each for each in catalog.people.values() if each.inner == letters != card.inner)
    return any(each.outline == card.outline for each in alike)


def facts(person: Person, setting: Setting) -> tuple[str, ...]:
    """Name what is marked on somebody's symbol, in the order in which it is drawn."""
    true = (
        ("several", person.several),
        ("subject", person.subject),
        ("unidentified", not person.named and not person.nameless),
        ("dead", person.dead),
        ("stillborn", person.life is Life.STILLBIRTH),
        ("go_to", setting.go_to),
        ("responsible", bool(setting.responsible)),
        ("cultures", bool(person.cultures)),
        ("migrated", bool(person.came_from)),
        ("interpreter", person.interpreter),
    )
    return tuple(fact for fact, holds in true if holds)


#: Of several needs on one axis, what is so now is told before what is suspected, and that before the past.
_PHASES = (Phase.NOW, Phase.SUSPECTED, Phase.PAST)


def fills(catalog: Catalog, person: Person) -> list[FillCard]:
    """Give what fills halves of somebody's symbol: their own needs of which it was said when."""
    found: dict[str, FillCard] = {}
    for phase in _PHASES:
        for theme in person.themes:
            axis = catalog.theme(theme.card).fills
            if axis and theme.phase is phase and theme.part is Part.OWN_NEED:
                found.setdefault(axis, catalog.fill(axis, phase.value))
    # The past lies under what is so now, where two halves share a quarter.
    return sorted(found.values(), key=lambda card: (card.filling == "solid", card.order))


def node(key: str, drawn: Figure, at: Point) -> Node:
    """Place somebody's figure on the sheet; the very node of the sheet before where nothing has changed."""
    return Transform(1.0, *at).node(_node(key, Same(drawn)))


@lru_cache(maxsize=8192)
def _node(key: str, drawn: Same[Figure]) -> Node:
    figure = drawn.value
    return Node(key, "person", figure.says, figure.marks, figure.box, depth=40, hit=rect(figure.box))


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
    lines = _broken(_called(pen, catalog, person), NAME)
    for content in _facts_under(pen, catalog, person, setting):
        lines += _broken(content, SMALL)
    for theme in person.themes:
        lines += _broken(theme_line(pen, catalog, theme), SMALL_STRONG)
    return lines


def _called(pen: Pen, catalog: Catalog, person: Person) -> str:
    """Give the first line under a symbol: the name, or what a child without one is."""
    if person.named or not person.nameless:
        return wording.name(pen.words, person)
    if person.unborn:
        return pen.words.say("unborn")
    card = catalog.life(person.life.value)
    return pen.words.say(card.label if card else "stillborn")


def _facts_under(pen: Pen, catalog: Catalog, person: Person, setting: Setting) -> list[str]:
    words = pen.words
    found = [
        person.role,
        _dates_under(words, person, catalog),
        words.say("lives: ?") if setting.homeless else "",
        words.say("from {place}", place=person.came_from) if person.came_from else "",
        person.cultures,
        wording.languages(words, person),
        "" if setting.responsible == ALL else setting.responsible,
    ]
    return [content for content in found if content]


def _dates_under(words: Words, person: Person, catalog: Catalog) -> str:
    """Say somebody's dates, also that they aren't known where “?” inside would say something else."""
    card = catalog.gender(person.gender)
    said = _dates(words, person, card)
    alone = person.named and not (said or person.nameless or person.several)
    return words.say("b. {date}", date="?") if alone and _means_another(catalog, card, "?") else said


def _dates(words: Words, person: Person, card: PersonCard) -> str:
    """Say somebody's dates; nobody is asked when a pet was born."""
    return "" if card.animal and isinstance(person.born, Blank) else wording.dates(words, person)


def headcount(catalog: Catalog, family: FamilyGraph) -> int:
    """Count the people on a sheet: each of several, no pets, and no pregnancy that ended early."""
    people = (p for p in family.people if not p.lost and not catalog.gender(p.gender).animal)
    return sum(person.stands_for or 1 for person in people)


def _broken(content: str, style: Style) -> list[tuple[str, Style]]:
    """Break a long line between words; a word is cut only where it is longer than two lines."""
    return [(part, style) for part in wrap(content, style.size, LABEL_WIDTH, style.face, grace=2)]


def theme_words(pen: Pen, catalog: Catalog, theme: Theme) -> str:
    """Say a theme in words, the family's own before the card's, with its part and phase.

    A card's words alone tell no story: whose part it is, and when, is then still to be asked.
    """
    said = theme.words or pen.words.say(catalog.theme(theme.card).label)
    parts = [pen.words.say(value.value) for value in (theme.part, theme.phase) if value]
    asked = "" if theme.words else " (?)"
    return f"{said} ({', '.join(parts)})" if parts else f"{said}{asked}"


def tells_harm(catalog: Catalog, theme: Theme) -> bool:
    """Say whether a theme tells of harm; who says so is then told, or that nobody has said."""
    return theme.part is Part.CAUSED or catalog.theme(theme.card).harm


def theme_line(pen: Pen, catalog: Catalog, theme: Theme) -> str:
    """Say a theme as it stands on the sheet, with who says so: fact and opinion look different."""
    told = wording.source(pen.words, theme.basis, harm=tells_harm(catalog, theme))
    said = theme_words(pen, catalog, theme)
    return f"{said} – {told}" if told else said


def says(pen: Pen, look: Look, person: Person, setting: Setting) -> str:
    """Say who this is and how they are drawn, for reading aloud."""
    words = pen.words
    label, life = words.say(look.card.label), wording.life(words, person)
    parts = [
        wording.name(words, person),
        wording.how_many(words, person),
        label,
        words.say("child this is about") if person.subject else "",
        person.role,
        life if life != label else "",
        wording.age_in_full(words, person, setting.day),
        _dates(words, person, look.card),
        words.say("the one to ring out of hours") if setting.go_to else "",
        words.say("has parental responsibility") if setting.responsible == ALL else setting.responsible,
        words.say("from {place}", place=person.came_from) if person.came_from else "",
        person.cultures,
        wording.languages(words, person),
        *(words.say(fill.label) for fill in look.fills),
    ]
    return ", ".join(part for part in parts if part)
