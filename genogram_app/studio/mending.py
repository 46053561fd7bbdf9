"""What a reader would trip over on a sheet that has grown, and how it is mended with few people moved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from math import hypot

from genogram_app.drawing.primitives import Point
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.layout.around.ecomap import at_home
from genogram_app.layout.lay_out import family_lines
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.rows_apart import rows_apart
from genogram_app.layout.settle import room_made
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.tangles import tangles
from genogram_app.layout.standing.crowding import faults
from genogram_app.layout.standing.misread import misread, misreadings
from genogram_app.layout.standing.passed import rooms
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, Tie
from genogram_app.picture.compose import lay_out_measured
from genogram_app.picture.measured import Measured

#: Which relationships run over whom.
Over = frozenset[tuple[Id, Id]]
#: So many seatings of a few people are tried before all are laid out afresh.
TRIALS = 12
#: So many of the nearest take other seats with whoever has a line over somebody in an ecomap.
NEIGHBOURS = 4


def mended(
    case: Case, view: View, shown: Case, measured: Measured, crowded: int, new: Collection[Id] = ()
) -> tuple[Case, int]:
    """Give the case with as few people moved as leave fewer faults than so many; and how many are left.

    First whole rows move apart; then the few of whom the sheet tells another story are seated
    again, with those who are `new` on it, where lines cross least.
    """
    if not _is_whole(case, view, shown):
        return case, crowded
    best = case
    for trial in _rows_apart(case, view, shown, measured):
        if (found := faults_on(trial, view, shown, measured)) < crowded:
            best, crowded = trial, found
        if not crowded:
            return best, crowded
    seated = [
        roomy(case.unplace(view.kind, {*who, *new}), view, shown, measured)
        for who in _seated_again(case, view, shown, measured)
    ]
    looks = [(misleads(trial, view, shown, measured), number) for number, trial in enumerate(seated)]
    (found, _), number = min(looks, default=((crowded, 0), 0))
    return (seated[number], found) if found < crowded else (best, crowded)


def with_ways(
    case: Case, view: View, shown: Case, measured: Measured, least: Over, over: Callable[[Case], Over]
) -> tuple[Case, Over]:
    """Give the case with room for relationships that would run over others, and those that still do.

    Neighbours step aside first, then whole rows; in an ecomap a few take other seats.
    least: which run over whom; over: tells it of another.
    """
    best = case
    ways = _airier(case, view, shown, measured, least), _rows_apart(case, view, shown, measured)
    for trials in (_other_seats(case, view, shown, measured, least),) if view.kind == "ecomap" else ways:
        for trial in trials if least else ():
            found = over(trial)
            if len(found) < len(least):
                best, least = trial, found
            if not found:
                break
    return best, least


def _airier(case: Case, view: View, shown: Case, measured: Measured, over: Over) -> Iterator[Case]:
    """Go through the case with more and more room between neighbours, for lines that run over others."""
    family, extents, options = shown.family, measured.extents, measured.options
    there = case.placed(view.kind)
    for airy in rooms(family, over, _places(case, view), options.traces):
        yield proposed(case, view, room_made(family, extents, there, options, measured.labels, airy))


def _other_seats(case: Case, view: View, shown: Case, measured: Measured, over: Over) -> Iterator[Case]:
    """Go through the case with other seats for a few round the middle of an ecomap.

    First for the ends of lines that run over others, then for those others too, then for their neighbours.
    """
    there, home = case.placed(view.kind), set(at_home(shown.family))
    lines = {edge.id: edge.ends for edge in (*shown.family.edges(Bond), *shown.family.edges(Tie))}
    loose = {key for key, at in there.items() if key not in home and not at.by_hand}
    ends = {end for line, _ in over for end in lines[line]}
    both = ends | {who for _, who in over}
    near = {
        key
        for one in sorted(both & loose)
        for key in sorted(loose, key=partial(_way, there, one))[:NEIGHBOURS]
    }
    for several in dict.fromkeys(frozenset(some & loose) for some in (ends, both, both | near)):
        bare = case.unplace(view.kind, several)
        seen = replace(shown, placements=bare.placements)
        places = lay_out_measured(seen, view, measured, places_only=True).places
        yield proposed(bare, view, {key: places[key] for key in several if key in places})


def _way(there: Mapping[Id, Placement], one: Id, other: Id) -> tuple[float, Id]:
    """Give how far two stand apart, and the second's id."""
    return hypot(there[one].x - there[other].x, there[one].y - there[other].y), other


def _rows_apart(case: Case, view: View, shown: Case, measured: Measured) -> Iterator[Case]:
    there = case.placed(view.kind)
    for made in rows_apart(shown.family, measured.extents, there, measured.options, measured.labels):
        yield proposed(case, view, made)


def _seated_again(case: Case, view: View, shown: Case, measured: Measured) -> list[frozenset[Id]]:
    """Give who might be seated again: each of those of whom another story is told, then they together."""
    held = {key for key, at in case.placed(view.kind).items() if at.by_hand}
    layout = _lines(case, view, shown, measured)
    options = measured.options
    told = misreadings(options.drawn(shown.family), measured.extents, layout, options.loose_kinds)
    loose = sorted({tuple(sorted(who - held)) for who in told})
    groups = [frozenset([one]) for who in loose for one in who] + [frozenset(who) for who in loose if who]
    return list(dict.fromkeys(groups))[:TRIALS]


def roomy(case: Case, view: View, shown: Case, measured: Measured) -> Case:
    """Give the case with a place for people who have none, and room made for them."""
    there = case.placed(view.kind)
    made = room_made(shown.family, measured.extents, there, measured.options, measured.labels)
    return proposed(case, view, made)


def proposed(case: Case, view: View, places: Mapping[Id, Point]) -> Case:
    """Give the case with places proposed, rounded to hundredths."""
    fresh = {key: Placement(x=round(x, 2), y=round(y, 2)) for key, (x, y) in sorted(places.items())}
    return case.place(view.kind, fresh) if fresh else case


def misleads(case: Case, view: View, shown: Case, measured: Measured) -> tuple[int, int]:
    """Give how badly a sheet tells of the family: its faults, then how often its lines cross."""
    return faults_on(case, view, shown, measured), tangles(_lines(case, view, shown, measured))


def faults_on(case: Case, view: View, shown: Case, measured: Measured, kept: Kept | None = None) -> int:
    """Count what a reader would trip over, and what tells another family than there is."""
    options, extents = measured.options, measured.extents
    family, loose = options.drawn(shown.family), options.loose_kinds
    crowded = faults(family, extents, _places(case, view), loose)
    if not _is_whole(case, view, shown):
        return crowded
    return crowded + misread(family, extents, _lines(case, view, shown, measured, kept), loose)


def _is_whole(case: Case, view: View, shown: Case) -> bool:
    """Say whether everybody of a genogram stands, so that its lines can be looked at."""
    there = case.placed(view.kind).keys()
    return view.kind != "ecomap" and {person.id for person in shown.family.people} <= there


def _lines(case: Case, view: View, shown: Case, measured: Measured, kept: Kept | None = None) -> Layout:
    """Draw the lines of couples and to children where all stand."""
    places = _places(case, view)
    return family_lines(shown.family, measured.extents, places, measured.options, measured.labels, kept)


def _places(case: Case, view: View) -> dict[Id, Point]:
    return {key: (at.x, at.y) for key, at in case.placed(view.kind).items()}
