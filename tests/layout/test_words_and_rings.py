"""Words of couples and children stand inside a home's ring or outside it, hardly ever on its edge."""

from __future__ import annotations

from random import Random

from genogram_app.family.case import Case
from genogram_app.family.kinship import partners
from genogram_app.model.base import Record
from genogram_app.model.ties import ChildOf
from tests.builders import home
from tests.layout.clarity import Clarity
from tests.layout.related import sheet_of
from tests.picture.ended import much_ended


def with_homes(seed: int) -> Case:
    """Give a random family of which some parents and some of their children live together, in three homes."""
    case, chance = much_ended(seed), Random(seed + 5)
    records: list[Record] = []
    for number in range(3):
        union = chance.choice(case.family.unions).id
        who = {person.id for person in partners(case.family, union) if chance.random() < 0.6}
        born = [edge.child for edge in case.family.edges(ChildOf) if edge.parent == union]
        who |= {child for child in born if chance.random() < 0.6}
        records += home(f"h{number}", *sorted(who)) if who else []
    return case.changed(put=records)


def over_rings(case: Case) -> list[tuple[str, str]]:
    """Give the labels that lie on the edge of a ring, with its home."""
    found = sheet_of(case)
    traces = found.measured.options.traces
    return list(Clarity(found.family, found.layout, found.measured.extents, traces).labels_over_rings())


def test_hardly_any_words_lie_on_the_edge_of_a_ring() -> None:
    """Fifteen did on these sheets; what is left has no place from which a thin line would be clearer."""
    assert sum(len(over_rings(with_homes(seed))) for seed in range(25)) <= 8
