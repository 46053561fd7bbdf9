"""Everything measured before layout: figures, plates and labels, as large as they will be drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import rotated
from genogram_app.drawing.strands import Line, LineMark
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import View
from genogram_app.layout.sheet.extents import Extent, Knot, Options, Size, Trace
from genogram_app.model.agency import Agency
from genogram_app.model.document import CaseDetails, Page
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import Bond, ChildOf, LivesIn, Responsibility, Tie
from genogram_app.picture import labels, wording
from genogram_app.picture.agencies import Plate, plate
from genogram_app.picture.couples import line_of, variant_of
from genogram_app.picture.households import ring_label
from genogram_app.picture.lines import (
    NO_COUPLE,
    bond_label,
    bond_line,
    link_label,
    tie_label,
    tie_line,
    union_label,
)
from genogram_app.picture.paper import papers
from genogram_app.picture.pen import Pen
from genogram_app.picture.people import ALL, Figure, Setting, figure
from genogram_app.picture.slashes import CLOSE, link_line
from genogram_app.practice.calling import home_named
from genogram_app.practice.parentage import doubts
from genogram_app.practice.question import Look

#: Where a service likes to stand, in turns clockwise from the top.
_SECTORS = {"top": 0.0, "right": 0.25, "bottom": 0.5, "left": 0.75}
#: About how much of a page's height its title block and key take, in points.
FURNITURE = 200.0
#: By so much of their size marks that follow each other closely along a line make it broad.
SPACED = 0.6


@dataclass(frozen=True)
class Measured:
    """A family's figures and plates, what its homes are called, and the sizes that layout needs."""

    figures: Mapping[Id, Figure]
    plates: Mapping[Id, Plate]
    homes: Mapping[Id, str]
    extents: Mapping[Id, Extent]
    labels: Mapping[Id, Size]
    options: Options


def measure(pen: Pen, catalog: Catalog, case: Case, view: View) -> Measured:
    """Draw every figure and plate at the origin and measure every label."""
    return _measured(
        Same(pen), Same(catalog), Same(case.family), Same(case.details), Same(case.page), view.as_at
    )


#: After an edit the places are settled, then the sheet is drawn: both measure the same family. So does
#: each frame of a drag, for the few parts of it that are drawn anew.
@lru_cache(maxsize=16)
def _measured(
    pen: Same[Pen],
    catalog: Same[Catalog],
    family: Same[FamilyGraph],
    details: Same[CaseDetails],
    page: Same[Page],
    day: date,
) -> Measured:
    """Measure what doesn't hang on where anybody stands."""
    return _measure(pen.value, catalog.value, Case(details.value, family.value, page=page.value), day)


def _measure(pen: Pen, catalog: Catalog, case: Case, day: date) -> Measured:
    family = case.family
    key = (Same(pen), Same(catalog))
    subjects = [person for person in family.people if person.subject]
    held = _held(family, day)
    figures = {
        person.id: _figure(
            *key,
            Same(person),
            _setting(pen, catalog, case, person, subjects, held.get(person.id, set()), day),
        )
        for person in family.people
    }
    plates = {
        agency.id: _plate(*key, Same(agency), agency.id == case.details.worker) for agency in family.agencies
    }
    extents = {who: _extent(Same(drawn)) for who, drawn in (*figures.items(), *plates.items())}
    look = Look(case, day, catalog, pen.words)
    homes = {
        home.id: home_named(look, home) or wording.text(pen.words, home.name) for home in family.households
    }
    links = {link.id: link_label(pen, catalog, link) for link in family.edges(ChildOf)}
    of_all = _said_of_all(family, links)
    sizes = _labels(pen, catalog, case, homes, _link_labels(family, links, of_all))
    folds = {key: shapes[1:] for key, shapes in sizes.items() if len(shapes) > 1}
    asked = replace(options(catalog, case, day), folds=folds, of_all=of_all)
    return Measured(figures, plates, homes, extents, {key: shapes[0] for key, shapes in sizes.items()}, asked)


@lru_cache(maxsize=8192)
def _figure(pen: Same[Pen], catalog: Same[Catalog], person: Same[Person], setting: Setting) -> Figure:
    return figure(pen.value, catalog.value, person.value, setting)


@lru_cache(maxsize=1024)
def _plate(pen: Same[Pen], catalog: Same[Catalog], agency: Same[Agency], worker: bool) -> Plate:
    return plate(pen.value, catalog.value, agency.value, worker=worker)


def _setting(
    pen: Pen,
    catalog: Catalog,
    case: Case,
    person: Person,
    subjects: Sequence[Person],
    held: Collection[Id],
    day: date,
) -> Setting:
    go_to = case.details.go_to
    return Setting(
        day=day,
        go_to=go_to is not None and go_to.who == person.id,
        homeless=_home_is_missing(catalog, case, person),
        responsible=_responsible_for(pen, subjects, held),
    )


def _held(family: FamilyGraph, day: date) -> dict[Id, set[Id]]:
    """Give for which children somebody has parental responsibility on a day, by who has it."""
    found: dict[Id, set[Id]] = {}
    for link in family.edges(Responsibility):
        if kinship.current(link, day):
            found.setdefault(link.ends[0], set()).add(link.child)
    return found


def _responsible_for(pen: Pen, subjects: Sequence[Person], held: Collection[Id]) -> str:
    """Say for which of the children a sheet is about somebody has parental responsibility.

    held: the children for whom they have it.
    """
    found = [child for child in subjects if child.id in held]
    if not found:
        return ""
    if len(found) == len(subjects):
        return ALL
    names = pen.words.listed([wording.name(pen.words, child) for child in found])
    return pen.words.say("PR for {names}", names=names)


def _home_is_missing(catalog: Catalog, case: Case, person: Person) -> bool:
    """Say whether a sheet with homes on it says none for a child it is about, or for its birth parent."""
    family = case.family
    if not family.households or person.life is not Life.LIVING or not person.named:
        return False
    if family.out_of(LivesIn, person.id):
        return False
    return person.subject or any(
        family.get(Person, link.child).subject
        for parent in (person.id, *(union.id for union in kinship.unions_of(family, person.id)))
        for link in kinship.links_down(family, parent)
        if catalog.link(link.kind).blood
    )


@lru_cache(maxsize=8192)
def _extent(figure: Same[Figure | Plate]) -> Extent:
    drawn = figure.value
    box = bounds(drawn.outline)
    badges, under = (drawn.beside, drawn.under) if isinstance(drawn, Figure) else ((), None)
    return Extent(drawn.outline, (box.width / 2, box.height / 2), drawn.box, badges, under)


def _labels(
    pen: Pen, catalog: Catalog, case: Case, homes: Mapping[Id, str], links: Mapping[Id, str]
) -> dict[Id, tuple[Size, ...]]:
    """Give the size of every label that stands on a line or a ring, in each of its shapes.

    links: what stands on child links.
    """
    family, couples = case.family, kinship.couples(case.family)
    said: dict[Id, str] = {
        union.id: union_label(pen, catalog, union)
        for union in family.unions
        if len(couples.get(union.id, ())) > 1
    }
    said |= links
    said |= {bond.id: bond_label(pen, catalog, bond) for bond in family.edges(Bond)}
    said |= {tie.id: tie_label(pen, family, tie) for tie in family.edges(Tie)}
    names = {
        home.id: labels.sizes(ring_label(pen, catalog, family, home, homes[home.id]), labels.ON_RING)
        for home in family.households
    }
    return {key: labels.sizes(content) for key, content in said.items() if content} | names


def _link_labels(family: FamilyGraph, said: Mapping[Id, str], of_all: Collection[Id]) -> dict[Id, str]:
    """Give what stands on child links; brothers and sisters share one label if the same is said of all."""
    shared = {link.parent for link in family.edges(ChildOf) if link.id in of_all}
    return {
        link.id: said[link.id]
        for link in family.edges(ChildOf)
        if link.parent not in shared or link.id in of_all
    }


def _said_of_all(family: FamilyGraph, said: Mapping[Id, str]) -> frozenset[Id]:
    """Give the first child's link of those parents of whose children's links all the same is said."""
    contents: dict[Id, set[str]] = {}
    first: dict[Id, Id] = {}
    for link in family.edges(ChildOf):
        contents.setdefault(link.parent, set()).add(said[link.id])
        first.setdefault(link.parent, link.id)
    return frozenset(first[parent] for parent, told in contents.items() if len(told) == 1)


#: What a couple is worth, in crossings, that stands as the worker chose: more than the order of birth.
TURNED = 0.4


def options(catalog: Catalog, case: Case, day: date) -> Options:
    """Tell layout what the cards mean."""
    left, right = (catalog.from_gedcom("people", sex) for sex in ("FM" if case.page.women_left else "MF"))
    sectors = {a.id: _SECTORS[catalog.agency(a.kind).sector] for a in case.family.agencies}
    return Options(
        care_kinds=frozenset(card.id for card in catalog.descent.values() if card.care),
        blood_kinds=frozenset(card.id for card in catalog.descent.values() if card.blood),
        apart_kinds=frozenset({catalog.by_role("unions", NO_COUPLE).id}),
        ended_kinds=frozenset(card.id for card in catalog.unions.values() if card.stage == "ended"),
        left_kinds=frozenset({left} if left else ()),
        right_kinds=frozenset({right} if right else ()),
        left_partner=TURNED if case.page.women_left else Options.left_partner,
        youngest_left=case.page.youngest_left,
        sectors=sectors,
        rooms=tuple((paper.inner_width, paper.inner_height - FURNITURE) for paper in papers(case.page)),
        traces=traces(catalog, case.family, day),
        paternity=catalog.paternity,
        doubts=doubts(catalog, case.family),
    )


def traces(catalog: Catalog, family: FamilyGraph, day: date) -> dict[Id, Trace]:
    """Give how much room the ink of every line takes, as it will be drawn on a day."""
    drawn = {
        union.id: line_of(catalog.union(union.kind), variant_of(catalog, family, union))
        for union in family.unions
    }
    drawn |= {
        link.id: link_line(catalog.link(link.kind), ended=not kinship.current(link, day))
        for link in family.edges(ChildOf)
    }
    drawn |= {bond.id: bond_line(catalog, bond) for bond in family.edges(Bond)}
    drawn |= {tie.id: tie_line(catalog, tie) for tie in family.edges(Tie)}
    harm = {bond.id for bond in family.edges(Bond) if catalog.bond(bond.quality).harm}
    return {key: _trace(line, key in harm) for key, line in drawn.items()}


@lru_cache(maxsize=512)
def _trace(line: Line, whole: bool) -> Trace:
    marks = [mark for mark in line.marks if mark.outline]
    # Marks that come again and again make a line as broad as they are.
    reach = [SPACED * _knot(mark).size for mark in marks if 0 < mark.every < CLOSE]
    knots = tuple(_knot(mark) for mark in marks if not 0 < mark.every < CLOSE)
    return Trace(max((*reach, line.reach)), knots, whole)


def _knot(mark: LineMark) -> Knot:
    """Give where the middle of a mark stands on its line, and how far it goes to each side."""
    box = bounds(rotated(mark.outline, mark.turn))
    size = max(box.width, box.height + 2 * abs(box.centre[1])) / 2
    pen = (mark.width or 0.0) / 2
    along = max(box.width / 2 + pen, *mark.clear)
    return Knot(mark.at, mark.shift + box.centre[0], size + pen, mark.every, along, mark.upright)
