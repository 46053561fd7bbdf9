"""One function for every view: who goes where, and every line between them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from genogram_app.drawing.primitives import Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.around.ecomap import at_home, round_it
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.making import Given, Making
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Placement, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf

NO_LABELS: Mapping[Id, Size] = MappingProxyType({})


def lay_out(
    family: FamilyGraph,
    view: ViewKind,
    extents: Mapping[Id, Extent],
    placements: Mapping[Id, Placement],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
    *,
    places_only: bool = False,
    kept: Kept | None = None,
) -> Layout:
    """Give everything its place in a view. What has a placement stays exactly there.

    places_only: leave out lines, as far as nobody's place depends on them.

    kept: what was worked out for the sheet before; makes it faster, never different.
    extents: of every person and service. labels: sizes by the id of the union,
    child link, relationship, tie or household that they name.
    """
    fixed = {key: (at.x, at.y) for key, at in placements.items()}
    given = _given(family, view, extents, fixed, options, labels)
    if places_only:
        return _stood(given, kept or Kept(), rows_alone=True).result()
    sheet = _related(given, kept or Kept())
    sheet.relationships()
    return sheet.result()


def family_lines(
    family: FamilyGraph,
    extents: Mapping[Id, Extent],
    places: Mapping[Id, Point],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
    kept: Kept | None = None,
) -> Layout:
    """Give no more than the lines of couples, to children and to who isn't drawn, where all stand."""
    given = _given(family, "genogram", extents, places, options, labels)
    sheet = Making(given, kin_of(family, options), kept or Kept())
    sheet.places = dict(given.fixed)
    sheet.ground = Ground.of(sheet.places, extents)
    sheet.couples()
    sheet.children()
    return Layout(
        places=sheet.places,
        bars=sheet.bars,
        descents=sheet.descents,
        sibships=sheet.sibships,
        stubs=sheet.stubs,
    )


def relationship_lines(
    family: FamilyGraph,
    view: ViewKind,
    extents: Mapping[Id, Extent],
    places: Mapping[Id, Point],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
    kept: Kept | None = None,
) -> Layout:
    """Give no more than the relationships, and the ties of an ecomap, as `lay_out` draws them."""
    given, kept = _given(family, view, extents, places, options, labels), kept or Kept()
    sheet = _related(given, kept)
    # Where they please, the sheet goes on from here.
    kept.leave(given, sheet)
    return Layout(places=sheet.places, bonds=sheet.bonds, ties=sheet.ties if view == "ecomap" else {})


def _given(
    family: FamilyGraph,
    view: ViewKind,
    extents: Mapping[Id, Extent],
    places: Mapping[Id, Point],
    options: Options,
    labels: Mapping[Id, Size],
) -> Given:
    there = {key: at for key, at in places.items() if key in family and key in extents}
    return Given(view, there, options.drawn(family), extents, labels, options)


def _stood(given: Given, kept: Kept, *, rows_alone: bool = False) -> Making:
    """Give a sheet on which all stand. rows_alone: with no more lines than places depend on."""
    people, round_about = _cast(given.family, given.view, given.fixed)
    sheet = Making(given, kin_of(given.family, given.options, people), kept)
    sheet.people(given.fixed, round_about)
    if not rows_alone or not given.fixed.keys() >= set(round_about):
        sheet.homes(round_about)
        sheet.round_about(given.view, round_about, given.fixed)
    return sheet


def _related(given: Given, kept: Kept) -> Making:
    """Give a sheet on which all stand, related: the one that was looked at, if it is of the same."""
    looked_at: Making | None = kept.taken(given)
    if looked_at is not None:
        return looked_at
    sheet = _stood(given, kept)
    sheet.bonds_alone()
    return sheet


def _cast(family: FamilyGraph, view: ViewKind, fixed: Mapping[Id, Point]) -> tuple[set[Id], list[Id]]:
    """Give who stands in rows, and who and what stands round them."""
    everybody = {person.id for person in family.people}
    if view == "ecomap":
        core = at_home(family)
        others = {*round_it(family, core), *(fixed.keys() - set(core))}
        return set(core), sorted(others)
    services = {agency.id for agency in family.agencies}
    if view == "genogram":
        # A children's home that looks after somebody belongs to the family's story.
        services &= {edge.parent for edge in family.edges(ChildOf)} | fixed.keys()
    return everybody, sorted(services)
