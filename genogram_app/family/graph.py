"""The family graph: one read-only networkx multigraph over frozen records.

Nodes are people, unions, households and services; each carries its record in
the attribute `record`. Edges are the lines between them, keyed by their own
id, with their record in the same attribute. `FamilyGraph` is never changed:
`changed()` gives the next graph, which shares every dict that the change
didn't touch, so a step costs a few hundredths of a millisecond.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, cast

import networkx as nx

from genogram_app.errors import NotFoundError
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Responsibility, Tie, Union

NODE_KINDS = (Person, Union, Household, Agency)
EDGE_KINDS = (PartnerIn, ChildOf, LivesIn, Bond, Tie, Responsibility)
#: The stubs of networkx don't know the inner dicts, which are shared here on purpose.
_Graph = Any
R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Edge)
_ID = attrgetter("id")


class FamilyGraph:
    """A family: who there is and what joins them. Immutable."""

    __slots__ = ("__dict__", "_edge_ends", "_graph")

    def __init__(self, graph: _Graph | None = None, ends: dict[Id, tuple[Id, Id]] | None = None) -> None:
        self._graph: _Graph = nx.freeze(graph if graph is not None else nx.MultiDiGraph())
        self._edge_ends: Mapping[Id, tuple[Id, Id]] = MappingProxyType(ends if ends is not None else {})

    @classmethod
    def of(cls, records: Iterable[Record]) -> FamilyGraph:
        """Make a family of records, in any order. Raises NotFoundError for an edge that leads nowhere."""
        return cls().changed(put=records)

    # -- one record ---------------------------------------------------------

    def __contains__(self, key: object) -> bool:
        return key in self._graph or key in self._edge_ends

    def __len__(self) -> int:
        """Count the nodes: people, unions, households and services."""
        return len(self._graph)

    def record(self, key: Id) -> Record:
        """Give the record with an id, node or edge. Raises NotFoundError."""
        if (ends := self._edge_ends.get(key)) is not None:
            return self._edge(key, ends)
        if (node := self._graph._node.get(key)) is not None:
            return cast(Record, node["record"])
        raise NotFoundError(f"Nobody and nothing here has the id {key}. Nothing was changed.")

    def _edge(self, key: Id, ends: tuple[Id, Id]) -> Edge:
        found: Edge = self._graph._adj[ends[0]][ends[1]][key]["record"]
        return found

    def find(self, kind: type[R], key: Id | None) -> R | None:
        """Give the record with an id if it is of a kind, else None."""
        if (node := self._graph._node.get(key)) is not None:
            record: Record = node["record"]
        elif key is not None and (ends := self._edge_ends.get(key)) is not None:
            record = self._edge(key, ends)
        else:
            return None
        return record if isinstance(record, kind) else None

    def get(self, kind: type[R], key: Id) -> R:
        """Give the record with an id that must be of a kind. Raises NotFoundError."""
        if (found := self.find(kind, key)) is not None:
            return found
        self.record(key)
        raise NotFoundError(f"{key} is not a {kind.__name__.lower()}. Nothing was changed.")

    # -- all of a kind, by id ------------------------------------------------

    def nodes(self, kind: type[R]) -> tuple[R, ...]:
        """Give every node of a kind, sorted by id."""
        return cast(tuple[R, ...], self._nodes_by_kind.get(cast(type[Record], kind), ()))

    @cached_property
    def _nodes_by_kind(self) -> dict[type[Record], tuple[Record, ...]]:
        found: dict[type[Record], list[Record]] = {kind: [] for kind in NODE_KINDS}
        for data in self._graph._node.values():
            record = data["record"]
            found[type(record)].append(record)
        return {kind: tuple(sorted(records, key=_ID)) for kind, records in found.items()}

    def edges(self, kind: type[E]) -> tuple[E, ...]:
        """Give every edge of a kind, sorted by id."""
        return cast(tuple[E, ...], self._edges_by_kind.get(cast(type[Edge], kind), ()))

    @cached_property
    def _edges_by_kind(self) -> dict[type[Edge], tuple[Edge, ...]]:
        found: dict[type[Edge], list[Edge]] = {kind: [] for kind in EDGE_KINDS}
        for near in self._graph._adj.values():
            for keyed in near.values():
                for data in keyed.values():
                    record = data["record"]
                    found[type(record)].append(record)
        return {kind: tuple(sorted(records, key=_ID)) for kind, records in found.items()}

    @property
    def people(self) -> tuple[Person, ...]:
        """Give everybody, sorted by id."""
        return self.nodes(Person)

    @property
    def unions(self) -> tuple[Union, ...]:
        """Give every union, sorted by id."""
        return self.nodes(Union)

    @property
    def households(self) -> tuple[Household, ...]:
        """Give every household, sorted by id."""
        return self.nodes(Household)

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Give every service, sorted by id."""
        return self.nodes(Agency)

    def records(self) -> Iterator[Record]:
        """Go through every record: nodes by kind, then edges by kind, each sorted by id."""
        for kind in NODE_KINDS:
            yield from self.nodes(kind)
        for edge_kind in EDGE_KINDS:
            yield from self.edges(edge_kind)

    # -- neighbours ----------------------------------------------------------

    def out_of(self, kind: type[E], key: Id) -> tuple[E, ...]:
        """Give the edges of a kind that start at a node, sorted by id."""
        return self._between(kind, self._graph._adj.get(key, {}))

    def into(self, kind: type[E], key: Id) -> tuple[E, ...]:
        """Give the edges of a kind that end at a node, sorted by id."""
        return self._between(kind, self._graph._pred.get(key, {}))

    def at(self, kind: type[E], key: Id) -> tuple[E, ...]:
        """Give the edges of a kind at either end, sorted by id."""
        both = {edge.id: edge for edge in (*self.out_of(kind, key), *self.into(kind, key))}
        return tuple(both[edge] for edge in sorted(both))

    @staticmethod
    def _between(kind: type[E], neighbours: Mapping[Id, Mapping[Id, Mapping[str, object]]]) -> tuple[E, ...]:
        found = [data["record"] for keyed in neighbours.values() for data in keyed.values()]
        mine = [record for record in found if isinstance(record, kind)]
        if len(mine) > 1:
            mine.sort(key=_ID)
        return tuple(mine)

    # -- the next graph --------------------------------------------------------

    def changed(self, put: Iterable[Record] = (), drop: Iterable[Id] = ()) -> FamilyGraph:
        """Give the next graph: some records added or replaced, some ids taken out.

        Taking out a node takes out its edges. Everything untouched is shared.
        Raises NotFoundError where an edge would lead nowhere.
        """
        step = _Step(self._graph, self._edge_ends)
        for key in drop:
            step.drop(key)
        fresh = list(put)
        for record in fresh:
            if not isinstance(record, Edge):
                step.put_node(record)
        for record in fresh:
            if isinstance(record, Edge):
                step.put_edge(record)
        after = FamilyGraph(step.graph, step.ends)
        if self.__dict__:
            after._go_on_from(self, step.touched)
        return after

    def _go_on_from(self, before: FamilyGraph, touched: set[Id]) -> None:
        """Keep the lists by kind of the graph before, but for what was touched since."""
        gone = [before.record(key) for key in sorted(touched) if key in before]
        now = [self.record(key) for key in sorted(touched) if key in self]
        for name in ("_nodes_by_kind", "_edges_by_kind"):
            if name in before.__dict__:
                self.__dict__[name] = {
                    kind: _in_order(records, _of(kind, gone), _of(kind, now))
                    for kind, records in before.__dict__[name].items()
                }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FamilyGraph):
            return NotImplemented
        return self is other or {r.id: r for r in self.records()} == {r.id: r for r in other.records()}

    def __hash__(self) -> int:
        return id(self)

    def bare(self) -> _Graph:
        """Give a networkx copy, without records, for algorithms of your own."""
        graph: _Graph = nx.MultiDiGraph()
        graph.add_nodes_from(sorted(self._graph))
        graph.add_edges_from((start, end, key) for key, (start, end) in sorted(self._edge_ends.items()))
        return graph


def _of(kind: type[Record], records: list[Record]) -> list[Record]:
    return [record for record in records if type(record) is kind]


def _in_order(before: tuple[Record, ...], gone: list[Record], now: list[Record]) -> tuple[Record, ...]:
    """Give records by id as they are after a change; the very same where none was touched."""
    if not gone and not now:
        return before
    found = list(before)
    for record in gone:
        del found[bisect_left(found, record.id, key=_ID)]
    for record in now:
        insort(found, record, key=_ID)
    return tuple(found)


class _Step:
    """The next graph while it is being made: copies a dict the first time it is touched."""

    def __init__(self, graph: _Graph, ends: Mapping[Id, tuple[Id, Id]]) -> None:
        self.graph: _Graph = cast(_Graph, nx.MultiDiGraph())
        self.graph._node = dict(graph._node)
        self.graph._adj = dict(graph._adj)
        self.graph._pred = dict(graph._pred)
        self.ends = dict(ends)
        self._own: set[int] = set()
        self.touched: set[Id] = set()

    def put_node(self, record: Record) -> None:
        if not isinstance(record, NODE_KINDS):
            raise TypeError(f"{type(record).__name__} is neither a node nor an edge of a family")
        self.touched.add(record.id)
        self.graph._node[record.id] = {"record": record}
        self.graph._adj.setdefault(record.id, {})
        self.graph._pred.setdefault(record.id, {})

    def put_edge(self, record: Edge) -> None:
        start, end = record.ends
        for key in (start, end):
            if key not in self.graph._node:
                raise NotFoundError(f"{record.id} leads to {key}, which isn't there. Nothing was changed.")
        if record.id in self.ends:
            self._drop_edge(record.id)
        self.touched.add(record.id)
        keyed = dict(self.graph._adj[start].get(end, {})) | {record.id: {"record": record}}
        self._set_pair(start, end, keyed)
        self.ends[record.id] = (start, end)

    def drop(self, key: Id) -> None:
        if key in self.ends:
            self._drop_edge(key)
        elif key in self.graph._node:
            sides = (self.graph._adj[key], self.graph._pred[key])
            touching = [edge for near in sides for keyed in near.values() for edge in keyed]
            for edge in dict.fromkeys(touching):
                self._drop_edge(edge)
            self.touched.add(key)
            del self.graph._node[key], self.graph._adj[key], self.graph._pred[key]

    def _drop_edge(self, key: Id) -> None:
        self.touched.add(key)
        start, end = self.ends.pop(key)
        keyed = {edge: data for edge, data in self.graph._adj[start][end].items() if edge != key}
        self._set_pair(start, end, keyed)

    def _set_pair(self, start: Id, end: Id, keyed: dict[Id, dict[str, Record]]) -> None:
        for table, near, far in ((self.graph._adj, start, end), (self.graph._pred, end, start)):
            inner = table[near]
            if id(inner) not in self._own:
                inner = table[near] = dict(inner)
                self._own.add(id(inner))
            if keyed:
                inner[far] = keyed
            else:
                inner.pop(far, None)
