"""What a reader would trip over on a sheet that has grown, and how it is mended with few people moved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from math import hypot

from genogram_app.drawing.primitives import Point
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.layout.around.ecomap import at_home
from genogram_app.layout.lay_out import family_lines
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.rows_apart import rows_apart
from genogram_app.layout.settle import NO_AIR, room_made
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.tangles import tangles
from genogram_app.layout.standing.crowding import crowdings
from genogram_app.layout.standing.fault import Fault
from genogram_app.layout.standing.misread import misreadings
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


@dataclass(frozen=True)
class Look:
    """How a case is looked at while places are sought for a step of drawing.

    grown: whose room or kin the step changed; only their rows make room; None: anybody's may have.
    forgiven: the faults from before it for which it doesn't answer.
    """

    view: View
    shown: Case
    measured: Measured
    grown: Set[Id] | None = None
    forgiven: frozenset[Fault] = frozenset()


def mended(case: Case, look: Look, crowded: int, new: Collection[Id] = ()) -> tuple[Case, int]:
    """Give the case with as few people moved as leave fewer faults than so many; and how many are left.

    First whole rows move apart; then the few of whom the sheet tells another story are seated
    again, with those who are `new` on it, where lines cross least.
    """
    if not _is_whole(case, look):
        return case, crowded
    best = case
    for trial in with_rows_apart(case, look):
        if (found := faults_on(trial, look)) < crowded:
            best, crowded = trial, found
        if not crowded:
            return best, crowded
    seated = [roomy(case.unplace(look.view.kind, {*who, *new}), look) for who in _seated_again(case, look)]
    looks = [(misleads(trial, look), number) for number, trial in enumerate(seated)]
    (found, _), number = min(looks, default=((crowded, 0), 0))
    return (seated[number], found) if found < crowded else (best, crowded)


def moved(before: Case, after: Case, look: Look) -> frozenset[Id]:
    """Give who stands elsewhere than before, or has joined."""
    there, now = before.placed(look.view.kind), after.placed(look.view.kind)
    return frozenset(key for key, at in now.items() if there.get(key) != at)


def with_ways(case: Case, look: Look, least: Over, over: Callable[[Case], Over]) -> tuple[Case, Over]:
    """Give the case with room for relationships that would run over others, and those that still do.

    Neighbours step aside first, then whole rows; in an ecomap a few take other seats.
    least: which run over whom; over: tells it of another.
    """
    best = case
    ways = _airier(case, look, least), with_rows_apart(case, look)
    for trials in (_other_seats(case, look, least),) if look.view.kind == "ecomap" else ways:
        for trial in trials if least else ():
            found = over(trial)
            if len(found) < len(least):
                best, least = trial, found
            if not found:
                break
    return best, least


def _airier(case: Case, look: Look, over: Over) -> Iterator[Case]:
    """Go through the case with more and more room between neighbours, for lines that run over others."""
    traces = look.measured.options.traces
    for airy in rooms(look.shown.family, over, _places(case, look), traces):
        yield _given_room(case, look, airy)


def _other_seats(case: Case, look: Look, over: Over) -> Iterator[Case]:
    """Go through the case with other seats for a few round the middle of an ecomap.

    First for the ends of lines that run over others, then for those others too, then for their neighbours.
    """
    view, family = look.view, look.shown.family
    there, home = case.placed(view.kind), set(at_home(family))
    lines = {edge.id: edge.ends for edge in (*family.edges(Bond), *family.edges(Tie))}
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
        seen = replace(look.shown, placements=bare.placements)
        places = lay_out_measured(seen, view, look.measured, places_only=True).places
        yield proposed(bare, view, {key: places[key] for key in several if key in places})


def _way(there: Mapping[Id, Placement], one: Id, other: Id) -> tuple[float, Id]:
    """Give how far two stand apart, and the second's id."""
    return hypot(there[one].x - there[other].x, there[one].y - there[other].y), other


def with_rows_apart(case: Case, look: Look) -> Iterator[Case]:
    """Go through the case with more room between its rows, where they are short of any."""
    view, measured = look.view, look.measured
    there, options = case.placed(view.kind), measured.options
    for made in rows_apart(look.shown.family, measured.extents, there, options, measured.labels):
        yield proposed(case, view, made)


def _seated_again(case: Case, look: Look) -> list[frozenset[Id]]:
    """Give who might be seated again: each of those of whom another story is told, then they together."""
    held = {key for key, at in case.placed(look.view.kind).items() if at.by_hand}
    told = {fault for fault in _misreadings(case, look) if fault not in look.forgiven}
    loose = sorted({tuple(sorted(fault.who - held)) for fault in told})
    groups = [frozenset([one]) for who in loose for one in who] + [frozenset(who) for who in loose if who]
    return list(dict.fromkeys(groups))[:TRIALS]


def roomy(case: Case, look: Look) -> Case:
    """Give the case with a place for people who have none, and room made for them."""
    return _given_room(case, look)


def _given_room(case: Case, look: Look, airy: Mapping[Id, float] = NO_AIR) -> Case:
    family, measured, there = look.shown.family, look.measured, case.placed(look.view.kind)
    extents, options, labels = measured.extents, measured.options, measured.labels
    return proposed(
        case, look.view, room_made(family, extents, there, options, labels, airy, grown=look.grown)
    )


def proposed(case: Case, view: View, places: Mapping[Id, Point]) -> Case:
    """Give the case with places proposed, rounded to hundredths."""
    fresh = {key: Placement(x=round(x, 2), y=round(y, 2)) for key, (x, y) in sorted(places.items())}
    return case.place(view.kind, fresh) if fresh else case


def misleads(case: Case, look: Look) -> tuple[int, int]:
    """Give how badly a sheet tells of the family: its faults, then how often its lines cross."""
    return faults_on(case, look), tangles(_lines(case, look))


def faults_on(case: Case, look: Look, kept: Kept | None = None) -> int:
    """Count what a reader would trip over, and what tells another family than there is."""
    return sum(1 for fault in all_faults(case, look, kept) if fault not in look.forgiven)


def all_faults(case: Case, look: Look, kept: Kept | None = None) -> list[Fault]:
    """Give what a reader would trip over, and what tells another family than there is."""
    extents, options = look.measured.extents, look.measured.options
    family = options.drawn(look.shown.family)
    crowded = list(crowdings(family, extents, _places(case, look), options.loose_kinds))
    return crowded + (_misreadings(case, look, kept) if _is_whole(case, look) else [])


def _misreadings(case: Case, look: Look, kept: Kept | None = None) -> list[Fault]:
    extents, options = look.measured.extents, look.measured.options
    family = options.drawn(look.shown.family)
    return list(misreadings(family, extents, _lines(case, look, kept), options.loose_kinds))


def _is_whole(case: Case, look: Look) -> bool:
    """Say whether everybody of a genogram stands, so that its lines can be looked at."""
    there = case.placed(look.view.kind).keys()
    return look.view.kind != "ecomap" and {person.id for person in look.shown.family.people} <= there


def _lines(case: Case, look: Look, kept: Kept | None = None) -> Layout:
    """Draw the lines of couples and to children where all stand."""
    family, measured = look.shown.family, look.measured
    extents, options, labels = measured.extents, measured.options, measured.labels
    return family_lines(family, extents, _places(case, look), options, labels, kept)


def _places(case: Case, look: Look) -> dict[Id, Point]:
    return {key: (at.x, at.y) for key, at in case.placed(look.view.kind).items()}
