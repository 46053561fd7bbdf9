"""From a TOML file to a card: one reader for each folder of `symbols/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from genogram_app.catalog.cards import (
    PHASES,
    UNIT,
    AgencyCard,
    Card,
    FillCard,
    LegalCard,
    LineCard,
    MarkCard,
    PersonCard,
    RingCard,
    Shape,
    ThemeCard,
)
from genogram_app.catalog.fields import MOST, Fields, read_toml
from genogram_app.catalog.safety import safe_line
from genogram_app.catalog.sentences import said_well
from genogram_app.catalog.theme import PAINTS
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Cap
from genogram_app.drawing.strands import Line, LineMark, Strand
from genogram_app.drawing.strands import Shape as StrandShape

#: A line's width where a card doesn't say, in units.
WIDTH = 1.8
#: How broad a stroke may be and how far a strand may lie or swing from its line, in units.
_BREADTH = {"least": 0.4, "most": 20.0}
_ASIDE = {"least": -40.0, "most": 40.0}
#: Shorter waves and dashes, and marks that follow each other closer, run into one, in units.
_SHORTEST_WAVE = 2
_SHORTEST_DASH = 1.0
_CLOSEST = 12.0
#: A person's symbol is no smaller, in units: a miscarriage is 10 wide.
_SMALLEST = 8.0
#: A woman, a man, anybody else.
_GENDERS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """A card file while it is read: its fields and the shapes that it may name."""

    fields: Fields
    shapes: Mapping[str, Shape]


def read_card(file: Path, shapes: Mapping[str, Shape]) -> Card:
    """Read one card; its folder says its kind. Raises CardError with file, line and reason."""
    group = file.parent.name
    fields = read_toml(file)
    common: dict[str, Any] = {
        "id": file.stem,
        "group": group,
        "label": fields.text("label"),
        "term": fields.text("term", ""),
        "source": fields.text("source"),
        "order": fields.whole("order"),
        "says": fields.text("says", ""),
        "heading": fields.text("heading", ""),
        "role": fields.text("role", ""),
        "default": fields.flag("default"),
        "gedcom": fields.texts("gedcom"),
        "genopro": fields.texts("genopro"),
    }
    card = READERS[group](Source(fields, shapes), common)
    fields.done()
    return said_well(fields, card)


def _person(source: Source, common: dict[str, Any]) -> PersonCard:
    f = source.fields
    return PersonCard(
        **common,
        shape=_body(source, f),
        inner=f.text("inner", ""),
        age_size=f.number("age_size", 14.8, least=6, most=40) * UNIT,
        age_drop=f.number("age_drop", 0, least=-20, most=20) * UNIT,
        ageless=f.flag("ageless"),
        life=f.text("life", ""),
        animal=f.flag("animal"),
    )


def _mark(source: Source, common: dict[str, Any]) -> MarkCard:
    f = source.fields
    return MarkCard(
        **common,
        fact=f.text("fact"),
        rays=f.numbers("rays"),
        inset=f.number("inset", 0.6, least=0, most=1),
        width=f.number("width", WIDTH, **_BREADTH) * UNIT,
        echo=f.number("echo", 0, least=0, most=20) * UNIT,
        dash=_dash(f),
        inner=f.text("inner", ""),
        text=f.text("text", ""),
        shape=_shape(source, f, "shape", optional=True),
        at=f.pair("at", (1, -1)),
        scale=f.number("scale", 1, least=0.2, most=2),
        stack=f.number("stack", 0, least=0, most=20) * UNIT,
        rim=f.choice("rim", PAINTS, ""),
        on=cast(Any, f.choice("on", ("symbol", "sibship", "twins"), "symbol")),
        paint=f.choice("paint", PAINTS, "ink"),
        text_paint=f.choice("text_paint", PAINTS, "paper"),
    )


def _fill(source: Source, common: dict[str, Any]) -> FillCard:
    f = source.fields
    return FillCard(
        **common,
        axis=f.text("axis"),
        phase=f.choice("phase", PHASES),
        side=cast(Any, f.choice("side", ("left", "right", "above", "below"))),
        filling=cast(Any, f.choice("filling", ("solid", "hatched", "rim"), "solid")),
        paint=f.choice("paint", PAINTS, "distance"),
    )


def _line(source: Source, common: dict[str, Any]) -> LineCard:
    f = source.fields
    paint = f.choice("paint", PAINTS, "ink")
    width = f.number("width", WIDTH, **_BREADTH)
    strands = tuple(_strand(each, paint, width) for each in f.tables("strand"))
    marks = _marks(source, "mark", paint, 0.5)
    card = LineCard(
        **common,
        line=Line(strands, marks),
        paint=paint,
        arrow=_marks(source, "arrow", paint, 1.0),
        slash=_marks(source, "ended_mark", paint, 0.5),
        tag=f.text("tag", ""),
        directed=cast(Any, f.choice("directed", ("none", "optional", "required"), "none")),
        forth=f.text("forth", ""),
        both=f.text("both", ""),
        harm=f.flag("harm"),
        everyday=f.flag("everyday"),
        arranged=f.flag("arranged"),
        axis=cast(Any, f.choice("axis", ("strength", "strain"), "")),
        stage=cast(Any, f.choice("stage", ("current", "ended", "unknown"), "")),
        abbreviation=f.text("abbreviation", ""),
        ended=f.text("ended", ""),
        was=f.text("was", ""),
        care=f.flag("care"),
        blood=f.flag("blood"),
        legal=f.flag("legal"),
        placement=f.flag("placement"),
        kin=_kin(f),
        doubt=f.flag("doubt"),
        tested=f.flag("tested"),
        also=f.texts("also"),
    )
    return safe_line(f, _checked(f, card))


def _kin(f: Fields) -> tuple[str, ...]:
    """Read the words for a woman, a man and anybody else; none where the card doesn't say them."""
    words = f.texts("kin")
    if words and len(words) != _GENDERS:
        raise f.fault("kin", "there are three: the words for a woman, for a man and for anybody else.")
    return words


def _checked(f: Fields, card: LineCard) -> LineCard:
    """Refuse a line that can't be drawn or said."""
    if not card.line.strands and card.axis != "strain":
        raise f.fault("strand", "a line needs at least one [[strand]].")
    if not card.says:
        raise f.missing("says")
    if card.directed != "none" and not (card.arrow and card.forth):
        raise f.fault("directed", "a line with a direction needs an [[arrow]] and a sentence “forth”.")
    return card


def _strand(f: Fields, paint: str, width: float) -> Strand:
    shape = f.choice("shape", get_args(StrandShape), "straight")
    strand = Strand(
        offset=f.number("offset", 0, **_ASIDE) * UNIT,
        shape=cast(StrandShape, shape),
        amplitude=f.number("amplitude", 0, **_ASIDE) * UNIT,
        wavelength=f.number("wavelength", 0, least=0, most=200) * UNIT,
        dash=_dash(f),
        width=f.number("width", width, **_BREADTH) * UNIT,
        paint=f.choice("paint", PAINTS, paint),
        cap=cast(Cap, f.choice("cap", ("butt", "round", "square"), "butt")),
    )
    if shape != "straight" and (strand.wavelength < _SHORTEST_WAVE * UNIT or strand.amplitude == 0):
        raise f.fault("shape", f"a {shape} needs an amplitude and a wavelength of at least {_SHORTEST_WAVE}.")
    f.done()
    return strand


def _marks(source: Source, name: str, paint: str, at: float) -> tuple[LineMark, ...]:
    return tuple(mark for f in source.fields.tables(name) for mark in _line_mark(source, f, paint, at))


def _line_mark(source: Source, f: Fields, paint: str, at: float) -> list[LineMark]:
    """Read a mark: one for each piece of its shape, the first of which clears the line."""
    shape = _shape(source, f, "shape")
    paint = f.choice("paint", PAINTS, paint)
    at, upright = f.number("at", at, least=0, most=1), f.flag("upright")
    shift, turn = f.number("shift", 0, least=-100, most=100) * UNIT, f.number("turn", 0, least=-360, most=360)
    clear, every = f.numbers("clear", (0.0,), least=0, most=100), _every(f)
    f.done()
    fills = {"": None, "paint": paint, "paper": "paper"}
    marks = []
    for number, piece in enumerate(shape):
        kept = (clear[0] * UNIT, clear[-1] * UNIT) if number == 0 else (0.0, 0.0)
        marks.append(
            LineMark(
                piece.outline, at, shift, turn, upright, piece.width, paint, fills[piece.fill], kept, every
            )
        )
    return marks


def _ring(source: Source, common: dict[str, Any]) -> RingCard:
    f = source.fields
    return RingCard(
        **common,
        edge=_edge(f, "edge"),
        past=_edge(f, "past"),
        gap=f.number("gap", least=0, most=100) * UNIT,
        radius=f.number("radius", least=0, most=200) * UNIT,
        tag=f.text("tag", ""),
        placement=f.flag("placement"),
    )


def _edge(f: Fields, name: str) -> Strand:
    table = f.table(name)
    if table is None:
        raise f.fault(name, f"the table [{name}] is missing.")
    return _strand(table, "ink", WIDTH)


def _agency(source: Source, common: dict[str, Any]) -> AgencyCard:
    f = source.fields
    return AgencyCard(
        **common,
        outline=cast(Any, f.choice("outline", ("capsule", "box"), "capsule")),
        paint=f.choice("paint", PAINTS, "ink"),
        fill=f.choice("fill", PAINTS, "service_fill"),
        sector=cast(Any, f.choice("sector", ("left", "right", "top", "bottom"))),
        jobs=f.texts("jobs"),
        telephone=f.text("telephone", "Telephone"),
        placement=f.flag("placement"),
    )


def _legal(source: Source, common: dict[str, Any]) -> LegalCard:
    f = source.fields
    return LegalCard(
        **common,
        looked_after=f.flag("looked_after"),
        shared_responsibility=f.flag("shared_responsibility"),
        ends=f.text("ends", ""),
    )


def _theme(source: Source, common: dict[str, Any]) -> ThemeCard:
    f = source.fields
    return ThemeCard(
        **common,
        lived_through=f.text("lived_through"),
        caused=f.text("caused"),
        own_need=f.text("own_need", ""),
        fills=f.text("fills", ""),
        harm=f.flag("harm"),
    )


def _shape(source: Source, f: Fields, name: str, *, optional: bool = False) -> Shape:
    """Take the name of a shape and give the shape."""
    found = f.text(name, "" if optional else None)
    if not found:
        return ()
    if found not in source.shapes:
        raise f.fault(name, f"there is no shape “{found}” in the folder shapes.")
    return source.shapes[found]


def _body(source: Source, f: Fields) -> Shape:
    """Take the shape of a person. Raises CardError for one that nobody would see."""
    shape = _shape(source, f, "shape")
    box = bounds(shape[0].outline)
    if min(box.width, box.height) < _SMALLEST * UNIT:
        raise f.fault("shape", f"a person's shape is at least {_SMALLEST:g} wide and high; this is smaller.")
    return shape


def _dash(f: Fields) -> tuple[float, ...]:
    """Take how a stroke is dashed. Raises CardError where nothing or a blur would be drawn."""
    found = f.numbers("dash", least=0, most=200)
    if found and (sum(found) < _SHORTEST_DASH or not any(found[::2])):
        raise f.fault("dash", f"“dash” draws nothing, or repeats after less than {_SHORTEST_DASH:g}.")
    return _units(found)


def _every(f: Fields) -> float:
    """Take how far a mark stands from the next, in points; 0 where there is one alone."""
    found = f.number("every", 0, least=0, most=MOST)
    if 0 < found < _CLOSEST:
        raise f.fault("every", f"“every” is {found:g}; it should be 0 or at least {_CLOSEST:g}.")
    return found * UNIT


def _units(numbers: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(number * UNIT for number in numbers)


READERS: Mapping[str, Callable[[Source, dict[str, Any]], Card]] = {
    "people": _person,
    "marks": _mark,
    "conditions": _fill,
    "unions": _line,
    "descent": _line,
    "bonds": _line,
    "ecomap": _line,
    "rings": _ring,
    "agencies": _agency,
    "legal": _legal,
    "themes": _theme,
}
