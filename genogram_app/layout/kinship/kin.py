"""The family as layout sees it: people by number, couples, and who hangs from whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from genogram_app.family.from_each import link_of
from genogram_app.family.generations import generations
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import born_together, in_birth_order
from genogram_app.layout.sheet.extents import Options
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import ChildOf, LivesIn, PartnerIn, Union


class Couple(NamedTuple):
    """A union: its partners by number, in the order in which they are named, and its place in time.

    lasting: 2 where they share a home now, 1 where nothing says that it has
    ended, 0 where it has, or one of them died. apart: they were never a couple. bare:
    nor does a child hang between them, for it has a line from each.
    """

    id: Id
    partners: tuple[int, ...]
    rank: int
    lasting: int = 0
    apart: bool = False
    bare: bool = False


class Brood(NamedTuple):
    """Children who hang together: one parent or union, one meaning, from left to right: eldest
    first, or last where the sheet has it so.

    care: whether it leaves the children in their birth family; whoever has no
    birth parent on the sheet stands under their carers. seats: each child's
    place among all children of this parent, the leftmost 0. couple: the number of the
    union, -1 under a single parent or a service. ink: the number of the link
    whose ink their shared bar wears. births: by number of child, the same for
    those who were born together, empty for all others. past: care that is over. doubt:
    whether it is in doubt that they are this parent's.
    """

    parent: Id
    partners: tuple[int, ...]
    couple: int
    children: tuple[int, ...]
    links: tuple[Id, ...]
    seats: tuple[int, ...]
    ink: int
    care: bool
    births: tuple[Id, ...] = ()
    past: bool = False
    doubt: bool = False


@dataclass(frozen=True)
class Kin:
    """The people of a view, sorted by id; everything else names them by number.

    homes: who live together now, where they are several.
    """

    ids: tuple[Id, ...]
    rows: tuple[int, ...]
    leans_left: tuple[bool, ...]
    leans_right: tuple[bool, ...]
    couples: tuple[Couple, ...]
    broods: tuple[Brood, ...]
    homes: tuple[tuple[int, ...], ...] = ()

    @cached_property
    def unions_each(self) -> tuple[int, ...]:
        """Give how many unions each person has."""
        count = [0] * len(self.ids)
        for couple in self.couples:
            for who in couple.partners:
                count[who] += 1
        return tuple(count)

    @cached_property
    def trunks(self) -> dict[Id, int]:
        """Give how many lines hang from each parent or union, one for each brood."""
        return dict(Counter(brood.parent for brood in self.broods))

    def apart(self, a: int, b: int) -> tuple[bool, bool]:
        """Say of each of two whether they live with somebody, and not with the other: a ring lies between."""
        mine, theirs = (self._lives_with.get(who, frozenset()) for who in (a, b))
        return bool(mine) and b not in mine, bool(theirs) and a not in theirs

    @cached_property
    def _lives_with(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for home in self.homes:
            for who in home:
                found[who].update(home)
        return {who: frozenset(others) for who, others in found.items()}

    @cached_property
    def cares(self) -> tuple[Brood, ...]:
        """Give the broods that leave a child in its birth family, with a carer on the sheet."""
        return tuple(brood for brood in self.broods if brood.care and brood.partners)

    @cached_property
    def draws(self) -> tuple[Brood, ...]:
        """Give what draws people together beside birth: care, and homes where no line joins them."""
        return (*self.cares, *self._housed())

    def _housed(self) -> Iterator[Brood]:
        """Go through homes as if whom no line joins to the eldest there were in their care."""
        couples = {frozenset(couple.partners) for couple in self.couples}
        for number, home in enumerate(self.homes):
            top = min(self.rows[who] for who in home)
            eldest = [who for who in home if self.rows[who] == top]
            heads = eldest if frozenset(eldest) in couples else eldest[:1]
            joined, below = self._joined(heads[0], home), []
            for who in sorted(home, key=lambda who: (self.rows[who], who)):
                if self.rows[who] > top and who not in joined:
                    below.append(who)
                    joined |= self._joined(who, home)
            if below:
                none = ("",) * len(below)
                yield Brood(
                    f"home/{number}", tuple(heads), -1, tuple(below), none, (0,) * len(below), 0, care=True
                )

    def _joined(self, head: int, home: Collection[int]) -> set[int]:
        """Give those of a home to whom lines lead from one of them, by way of others who live there."""
        found, waiting = {head}, [head]
        while waiting:
            fresh = self._beside[waiting.pop()].intersection(home) - found
            found |= fresh
            waiting += fresh
        return found

    @cached_property
    def _beside(self) -> dict[int, set[int]]:
        """Give whom a line leads to from each: partners, children, parents and carers."""
        found: dict[int, set[int]] = defaultdict(set)
        groups = [couple.partners for couple in self.couples]
        groups += [(*brood.partners, child) for brood in self.broods for child in brood.children]
        for group in groups:
            for who in group:
                found[who].update(group)
        return found

    def outer(self, a: int, b: int) -> int:
        """Give on whose side children hang where others stand between: who has fewer unions."""
        return a if self.unions_each[a] < self.unions_each[b] else b

    @cached_property
    def births(self) -> tuple[Brood, ...]:
        """Give the broods that rule the order: birth and adoption, with a parent on the sheet."""
        return tuple(brood for brood in self.broods if not brood.care and brood.partners)


def kin_of(family: FamilyGraph, options: Options, only: Collection[Id] | None = None) -> Kin:
    """Number the people of a family, or some of them, and sort out who belongs to whom."""
    some = only is not None and any(person.id not in only for person in family.people)
    return _kin(options.drawn(family), options, frozenset(only or ()) if some else None)


#: After an edit the places are settled, then the sheet is laid out: both ask for the same family.
@lru_cache(maxsize=4)
def _kin(family: FamilyGraph, options: Options, only: frozenset[Id] | None) -> Kin:
    people = [person for person in family.people if only is None or person.id in only]
    number = {person.id: i for i, person in enumerate(people)}
    rows = generations(family, options.care_kinds, options.paternity.doubts)
    # Rows without anybody in this view are left out.
    dense = {row: i for i, row in enumerate(sorted({rows[person.id] for person in people}))}
    homes = _homes(family)
    couples = _couples(family, number, homes, options)
    return Kin(
        ids=tuple(person.id for person in people),
        rows=tuple(dense[rows[person.id]] for person in people),
        leans_left=tuple(person.gender in options.left_kinds for person in people),
        leans_right=tuple(person.gender in options.right_kinds for person in people),
        couples=couples,
        broods=tuple(_broods(family, number, couples, options)),
        homes=_together(homes, number),
    )


def _couples(
    family: FamilyGraph, number: dict[Id, int], homes: Mapping[Id, set[Id]], options: Options
) -> tuple[Couple, ...]:
    partners: dict[Id, list[tuple[int, Id]]] = defaultdict(list)
    for edge in family.edges(PartnerIn):
        if edge.person in number:
            partners[edge.union].append((edge.order, edge.person))
    unions = [union for union in family.unions if union.id in partners]
    times = Counter([person for named in partners.values() for _, person in named])
    # Only those of one person are told apart by time.
    several = {key for key, named in partners.items() if any(times[person] > 1 for _, person in named)}
    births = _first_births(family, several, options)
    in_time = sorted((_began(union, births), union.id) for union in unions)
    rank = {key: i for i, (_, key) in enumerate(in_time)}
    living = {person.id for person in family.people if person.life is Life.LIVING}
    each = _lines_from_each(family)
    found = []
    for union in unions:
        who = list(dict.fromkeys([person for _, person in sorted(partners[union.id])]))
        lasting = _lasting(union, who, homes, living, options)
        apart = union.kind in options.apart_kinds
        bare = apart and frozenset(who) in each and not family.into(ChildOf, union.id)
        found.append(
            Couple(union.id, tuple([number[key] for key in who]), rank[union.id], lasting, apart, bare)
        )
    return tuple(found)


def _lines_from_each(family: FamilyGraph) -> set[frozenset[Id]]:
    """Give the couples of whom a child has a line from each, for one of them is in doubt."""
    sure = (line for line in family.edges(ChildOf) if link_of(line.id) != line.id)
    return {frozenset({line.parent, family.get(ChildOf, link_of(line.id)).parent}) for line in sure}


def _began(union: Union, births: Mapping[Id, date]) -> date:
    """Give when a couple began, as it is dated; else when their first child was born."""
    days = [spell.since.order[0] for spell in union.spells if isinstance(spell.since, When)]
    return min(days, default=births.get(union.id, date.max))


def _first_births(family: FamilyGraph, unions: set[Id], options: Options) -> dict[Id, date]:
    """Give when the first child of each of some couples was born, where that is dated."""
    found: dict[Id, date] = {}
    for edge in family.edges(ChildOf):
        if edge.parent in unions and edge.kind not in options.loose_kinds:
            born = family.get(Person, edge.child).born
            if isinstance(born, When):
                found[edge.parent] = min(born.order[0], found.get(edge.parent, date.max))
    return found


def _homes(family: FamilyGraph) -> dict[Id, set[Id]]:
    """Give the homes in which each person lives now."""
    found: dict[Id, set[Id]] = defaultdict(set)
    for edge in family.edges(LivesIn):
        if edge.until is None:
            found[edge.person].add(edge.household)
    return found


def _together(homes: Mapping[Id, set[Id]], number: Mapping[Id, int]) -> tuple[tuple[int, ...], ...]:
    """Give the people of each home, where they are several."""
    found: dict[Id, list[int]] = defaultdict(list)
    for key, mine in homes.items():
        for home in mine if key in number else ():
            found[home].append(number[key])
    return tuple(tuple(sorted(who)) for _, who in sorted(found.items()) if len(who) > 1)


def _lasting(
    union: Union, who: Sequence[Id], homes: Mapping[Id, set[Id]], living: set[Id], options: Options
) -> int:
    if homes and len(who) > 1 and set.intersection(*(homes.get(key, set()) for key in who)):
        return 2
    over = union.kind in options.ended_kinds or (bool(union.spells) and union.spells[-1].until is not None)
    return int(not over and living.issuperset(who))


def _broods(
    family: FamilyGraph, number: dict[Id, int], couples: tuple[Couple, ...], options: Options
) -> list[Brood]:
    at = {couple.id: i for i, couple in enumerate(couples)}
    together = born_together(family)
    twins = {link.id: links[0] for links in together for link in links}
    down: dict[Id, list[ChildOf]] = defaultdict(list)
    for edge in family.edges(ChildOf):
        down[edge.parent].append(edge)
    order = {edge.id: i for links in down.values() for i, edge in enumerate(in_birth_order(family, links))}
    edges = [edge for edge in family.edges(ChildOf) if edge.child in number]
    edges.sort(key=lambda edge: order[edge.id], reverse=options.youngest_left)
    if twins:
        # Those born together stand together, though of some the day is blank; identical twins side by side.
        place = {link.id: (order[links[0].id], i) for links in together for i, link in enumerate(links)}
        edges.sort(key=lambda edge: place.get(edge.id, (order[edge.id], 0)), reverse=options.youngest_left)
    stand = _standing(edges, {*at, *number}, options)
    births = {link: first.id for link, first in twins.items()}
    groups: dict[tuple[Id, str, bool, bool], list[ChildOf]] = defaultdict(list)
    seats: dict[Id, dict[Id, int]] = defaultdict(dict)
    for edge in edges:
        groups[_group(edge, options, edge.id in stand)].append(edge)
        seats[edge.parent].setdefault(edge.child, len(seats[edge.parent]))
    return [
        _brood(group, at, number, couples, seats[parent], group[0].id in stand, births, options)
        for (parent, _, _, _), group in sorted(groups.items())
    ]


def _brood(
    group: Sequence[ChildOf],
    at: dict[Id, int],
    number: dict[Id, int],
    couples: tuple[Couple, ...],
    seats: dict[Id, int],
    stands: bool,
    births: Mapping[Id, Id],
    options: Options,
) -> Brood:
    parent = group[0].parent
    couple = at.get(parent, -1)
    alone = (number[parent],) if parent in number else ()
    return Brood(
        parent=parent,
        partners=couples[couple].partners if couple >= 0 else alone,
        couple=couple,
        children=tuple([number[edge.child] for edge in group]),
        links=tuple([edge.id for edge in group]),
        seats=tuple([seats[edge.child] for edge in group]),
        ink=_ink(group, options),
        care=group[0].kind in options.loose_kinds and not stands,
        births=tuple([births.get(edge.id, "") for edge in group]),
        past=group[0].kind in options.care_kinds and group[0].until is not None,
        doubt=group[0].kind in options.paternity.doubts,
    )


def _standing(edges: Sequence[ChildOf], here: set[Id], options: Options) -> set[Id]:
    """Give the links of care, or in doubt, under which children stand who have no sure parent here."""
    there = [edge for edge in edges if edge.parent in here]
    born = {edge.child for edge in there if edge.kind not in options.loose_kinds}
    care = (edge for edge in there if edge.child not in born)
    found: dict[Id, ChildOf] = {}
    for edge in sorted(
        care, key=lambda edge: (edge.kind in options.care_kinds, edge.until is not None, edge.id)
    ):
        found.setdefault(edge.child, edge)
    return {edge.id for edge in found.values()}


def _group(edge: ChildOf, options: Options, stands: bool) -> tuple[Id, str, bool, bool]:
    """Give what children must share to hang from one bar: care and doubt by kind and whether it ended."""
    if edge.kind in options.loose_kinds:
        return edge.parent, edge.kind, edge.until is not None, stands
    return edge.parent, "", False, False


def _ink(edges: Sequence[ChildOf], options: Options) -> int:
    return next((i for i, edge in enumerate(edges) if edge.kind in options.blood_kinds), 0)
