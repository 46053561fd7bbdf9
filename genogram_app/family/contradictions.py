"""Rows for a part of a family that contradicts itself.

An uncle marries his niece, somebody is entered as their own grandparent. Every
child still stands below its parents and couples stay level where that can be;
loops are cut where they close, so nothing ever hangs.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

import networkx as nx

from genogram_app.family.forest import Forest
from genogram_app.model.ids import Id

#: (lower, upper, how many rows below): one statement about rows.
Step = tuple[Id, Id, int]
#: How often rows are pulled together after a repair.
SWEEPS = 8


def repaired(part: list[Id], steps: list[Step], rows: Mapping[Id, int]) -> dict[Id, int]:
    """Give rows for a part that contradicts itself: children below parents, couples level where possible.

    steps: every statement about the part. rows: what most of them agreed on.
    """
    group = _couples(part, steps, frozenset())
    looped = _looped(_graph(group, steps))
    if looped:
        group = _couples(part, steps, frozenset(key for key in part if group[key] in looped))
    wanted: dict[Id, int] = {}
    for key in part:
        wanted[group[key]] = min(wanted.get(group[key], rows[key]), rows[key])
    settled = _settled(_acyclic(_graph(group, steps)), wanted)
    return {key: settled[group[key]] for key in part}


def _couples(part: list[Id], steps: list[Step], apart: frozenset[Id]) -> dict[Id, Id]:
    """Give everybody the head of the couple (or chain of couples) they share a row with."""
    forest = Forest(part)
    for lower, upper, down in steps:
        if down == 0 and not (lower in apart and upper in apart):
            forest.join(lower, upper, 0)
    return {key: forest.root(key) for key in part}


def _graph(group: Mapping[Id, Id], steps: list[Step]) -> nx.DiGraph[Id]:
    """Give the graph of couples, upper to lower; `down` on an edge is the rows between."""
    graph: nx.DiGraph[Id] = nx.DiGraph()
    graph.add_nodes_from(sorted(set(group.values())))
    for lower, upper, down in steps:
        a, b = group[upper], group[lower]
        # Partners torn apart: their union still stands no higher than they do.
        start, end = (a, b) if down else (b, a)
        if start != end or down:
            graph.add_edge(start, end, down=max(down, graph.get_edge_data(start, end, {"down": 0})["down"]))
    return graph


def _looped(graph: nx.DiGraph[Id]) -> set[Id]:
    """Give the couples that are their own forebears."""
    loops = {key for part in nx.strongly_connected_components(graph) if len(part) > 1 for key in part}
    return loops | {key for key, other in graph.edges if key == other}


def _acyclic(graph: nx.DiGraph[Id]) -> nx.DiGraph[Id]:
    """Cut each loop where a walk from the first of it comes back."""
    kept: nx.DiGraph[Id] = nx.DiGraph()
    kept.add_nodes_from(graph)
    done: set[Id] = set()
    on_way: set[Id] = set()
    for first in sorted(graph, key=lambda key: (graph.in_degree(key) > 0, key)):
        stack = [] if first in done else [(first, iter(sorted(graph[first])))]
        on_way |= {first} if stack else set()
        while stack:
            here, onward = stack[-1]
            there = next(onward, None)
            if there is None:
                stack.pop()
                on_way.discard(here)
                done.add(here)
            elif there not in on_way:
                kept.add_edge(here, there, **graph.edges[here, there])
                if there not in done:
                    on_way.add(there)
                    stack.append((there, iter(sorted(graph[there]))))
    return kept


def _settled(graph: nx.DiGraph[Id], wanted: Mapping[Id, int]) -> dict[Id, int]:
    """Give rows that keep every child below, then pull the generations together."""
    order = list(nx.lexicographical_topological_sort(graph))
    rows: dict[Id, int] = {}
    for key in order:
        above = [rows[up] + data["down"] for up, data in graph.pred[key].items()]
        rows[key] = max([wanted[key], *above])
    for _ in range(SWEEPS):
        for key in reversed(order):
            above = [rows[up] + data["down"] for up, data in graph.pred[key].items()]
            below = [rows[down] - data["down"] for down, data in graph.succ[key].items()]
            rows[key] = _between(rows[key], above, below)
    return rows


def _between(row: int, above: list[int], below: list[int]) -> int:
    """Give the middle of where the neighbours pull, as far as they leave room."""
    if not above and not below:
        return row
    wanted = int(median([*above, *below]))
    lowest = max(above, default=wanted)
    highest = min(below, default=wanted)
    return max(lowest, min(wanted, highest)) if lowest <= highest else row
