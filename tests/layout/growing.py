"""Families that grow on the sheet step by step: everybody stays where they stood, newcomers find room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from genogram_app.family.case import Case
from genogram_app.family.kinship import partners
from genogram_app.family.seen import Reader, View, seen
from genogram_app.model.base import Record, Standing, Teller
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, Edge, PartnerIn
from genogram_app.picture.measured import measure
from tests.builders import SHARED, case_of
from tests.layout.clarity import between
from tests.layout.related import DAY, random_family
from tests.layout.test_sample_sheets import Sheet, laid_out
from tests.picture.sheets import scene

HARM = sorted(key for key, card in scene().catalog.bonds.items() if card.harm)
TOLD = SHARED.put(teller=Teller.ADULT, standing=Standing.REPORTED)
#: Layout looks at slanting ink through upright boxes: so much of it may be off at most, in points.
GRAZED = 0.5
KINDS: tuple[type[Edge], ...] = (PartnerIn, ChildOf, Bond)
VIEW = View(kind="genogram", as_at=DAY, reader=Reader.CASE_FILE)


def settled(case: Case, steps: Iterable[Sequence[Record]]) -> Case:
    """Put records on the sheet of a case step by step, as a worker adds them."""
    case = scene().settled(case, VIEW)
    for step in steps:
        case = scene().settled(case.changed(put=list(step)), VIEW, edited=True)
    return case


def sheet_as_it_stands(case: Case) -> Sheet:
    """Measure and lay out a case with everybody where they stand."""
    read = seen(case, VIEW)
    measured = measure(scene().pen, scene().catalog, read, VIEW)
    layout = laid_out(read.family, measured, "genogram", dict(read.placed("genogram")))
    return Sheet(measured.options.drawn(read.family), measured, layout)


def growing(seed: int) -> tuple[Case, list[list[Record]]]:
    """Give a random family's first person, and the others one by one, each with what joins them.

    Every relationship is one of harm.
    """
    return step_by_step(random_family(seed), seed)


def step_by_step(whole: Case, seed: int) -> tuple[Case, list[list[Record]]]:
    """Take a family apart into its first person and the others one by one, in any order."""
    chance, family = Random(seed), whole.family
    first, *others = chance.sample(family.people, len(family.people))
    there, placed, steps = {first.id}, {first.id}, []
    for person in others:
        there.add(person.id)
        there |= {union.id for union in family.unions if _all(partners(family, union.id), there)}
        nodes = [record for record in (person, *family.unions) if record.id in there - placed]
        edges = [edge for kind in KINDS for edge in family.edges(kind) if {*edge.ends} <= there]
        edges = [edge for edge in edges if edge.id not in placed]
        steps.append([*nodes, *(_of_harm(edge, chance) for edge in edges)])
        placed |= {record.id for record in steps[-1]}
    return case_of(first), steps


def _all(people: Sequence[Person], there: set[Id]) -> bool:
    return {person.id for person in people} <= there


def _of_harm(edge: Edge, chance: Random) -> Edge:
    if not isinstance(edge, Bond):
        return edge
    return edge.put(quality=chance.choice(HARM), basis=TOLD)


def covered(found: Sheet) -> list[tuple[Id, Id, float]]:
    """Give each label that comes onto a line of harm, with the line and how far it comes onto its ink."""
    traces, lines = found.measured.options.traces, found.layout.bonds
    return [
        (label, key, gap)
        for label, spot in sorted(found.layout.labels.items())
        for key, line in sorted(lines.items())
        if traces[key].whole and (gap := between(line, spot.box) - traces[key].reach) < -GRAZED
    ]
