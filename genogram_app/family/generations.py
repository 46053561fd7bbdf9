"""Rows: which generation everybody belongs to, whatever the data say.

Partners share a row, a child stands one below its parents. Each statement
joins two people at a fixed distance, so a forest of distances gives every row
in one pass; a part that contradicts itself is repaired on its own.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence
from statistics import median
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from genogram_app.family.forest import Forest
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, PartnerIn

if TYPE_CHECKING:
    from genogram_app.family.contradictions import Step

#: Years from one generation to the next, to line up families that nothing joins.
GENERATION = 27


def generations(
    family: FamilyGraph, loose: frozenset[str] = frozenset(), doubts: frozenset[str] = frozenset()
) -> Mapping[Id, int]:
    """Give everybody's row, the eldest row being 0.

    loose: kinds of child links that say little about age (a grandmother may be
    the carer); they only join families that nothing else joins. doubts: kinds that
    place a child only where no sure birth does.
    """
    links = _Links.of(family, loose, doubts)
    steps = _firm(family, links.firm)
    forest = Forest([record.id for record in (*family.people, *family.unions)])
    torn = [lower for lower, upper, down in steps if not forest.join(lower, upper, down)]
    rows, heads = forest.rows(), forest.heads()
    for head in sorted({heads[key] for key in torn}):
        from genogram_app.family.contradictions import repaired  # few families need it

        part = [key for key in rows if heads[key] == head]
        inside = [step for step in steps if heads[step[0]] == head]
        rows |= repaired(part, inside, rows)
    level = _lined_up(family, rows, heads, _hints(family, links.loose))
    return MappingProxyType(_from_zero({person.id: level[person.id] for person in family.people}))


class _Links(NamedTuple):
    """The child links that place a child a row below its parents, and those that only hint at it."""

    firm: tuple[ChildOf, ...]
    loose: tuple[ChildOf, ...]

    @classmethod
    def of(cls, family: FamilyGraph, loose: frozenset[str], doubts: frozenset[str]) -> _Links:
        """Sort the links of a family; of those that hint, the ones in doubt come first."""
        care, perhaps, firm = list[ChildOf](), list[ChildOf](), list[ChildOf]()
        for link in family.edges(ChildOf):
            (care if link.kind in loose else perhaps if link.kind in doubts else firm).append(link)
        sure = {link.child for link in firm} if perhaps else ()
        firm += [link for link in perhaps if link.child not in sure]
        return cls(tuple(firm), (*(link for link in perhaps if link.child in sure), *care))


def _firm(family: FamilyGraph, links: Sequence[ChildOf]) -> list[Step]:
    """Give each firm statement; a union counts as standing in its partners' row."""
    services = {agency.id for agency in family.agencies}
    same = [(edge.person, edge.union, 0) for edge in family.edges(PartnerIn)]
    below = [(edge.child, edge.parent, 1) for edge in links if edge.parent not in services]
    return same + below


def _hints(family: FamilyGraph, links: Sequence[ChildOf]) -> list[Step]:
    """Give what joins families loosely: carers a row above, people who matter to each other in one row."""
    care = [(edge.child, edge.parent, 1) for edge in links]
    return care + [(edge.a, edge.b, 0) for edge in family.edges(Bond)]


def _lined_up(
    family: FamilyGraph, rows: Mapping[Id, int], heads: Mapping[Id, Id], hints: list[Step]
) -> dict[Id, int]:
    """Put the parts of a family on common rows: by what joins them loosely, else by years of birth.

    heads: whose part everybody belongs to.
    """
    if len(set(heads.values())) < 2:
        return dict(rows)
    shifts = Forest(heads.values())
    for lower, upper, down in hints:
        if lower in rows and upper in rows:
            shifts.join(heads[lower], heads[upper], rows[upper] + down - rows[lower])
    by_part, joined = shifts.rows(), shifts.heads()
    level = {key: row + by_part[heads[key]] for key, row in rows.items()}
    clusters: dict[Id, list[Id]] = {}
    for key in sorted(level):
        clusters.setdefault(joined[heads[key]], []).append(key)
    largest, *others = sorted(clusters.values(), key=lambda keys: (-len(keys), keys[0])) or [[]]
    main = _from_zero({key: level[key] for key in largest})
    depth, years = max(main.values(), default=0), sorted(_years_of_row_0(family, main) if others else [])
    for keys in others:
        part = _from_zero({key: level[key] for key in keys})
        born = _years_of_row_0(family, part)
        shift = _beside(part, born, depth, years)
        main |= {key: row + shift for key, row in part.items()}
        for year in born:
            insort(years, year - GENERATION * shift)
    return main


def _beside(part: Mapping[Id, int], born: Sequence[int], depth: int, years: Sequence[int]) -> int:
    """Give by how much a family that nothing joins is shifted to the rows that its years of birth fit best.

    born, years: the years in which its row 0 and that of the others would have been
    born, by each of them; the latter in order. depth: how many rows the largest has, less one.
    """
    room = max(0, depth - max(part.values()))
    if born and years:
        return min(room, max(0, round((median(born) - _middle(years)) / GENERATION)))
    # A friend with no date: among the grown-ups, not the grandparents.
    return max(0, room - 1) if len(part) == 1 else 0


def _years_of_row_0(family: FamilyGraph, level: Mapping[Id, int]) -> list[int]:
    """Give the years in which row 0 would have been born, one by each of those who have a date."""
    born = {key: person.born for key in level if (person := family.find(Person, key))}
    return [
        when.earliest.year - GENERATION * level[key]
        for key, when in born.items()
        if isinstance(when, When) and when.earliest
    ]


def _middle(years: Sequence[int]) -> float:
    """Give the median of years that are in order already: thousands of lone people each ask for it."""
    half = len(years) // 2
    return years[half] if len(years) % 2 else (years[half - 1] + years[half]) / 2


def _from_zero(level: dict[Id, int]) -> dict[Id, int]:
    least = min(level.values(), default=0)
    return {key: row - least for key, row in level.items()}
