"""Partner chains: everybody whom partnerships join in one row, in one line.

Couples stand next to each other; who has several partners stands in the middle
of theirs, in order of time.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise

from genogram_app.layout.kin import Kin

#: For each person, their partners with the time rank of the union.
Partners = dict[int, dict[int, int]]


def chains(kin: Kin) -> list[list[int]]:
    """Give the blocks of a layout: each person once, alone or in their chain, left to right."""
    partners = partners_of(kin)
    seen: set[int] = set()
    blocks = []
    for person in range(len(kin.ids)):
        if person not in seen:
            members = _reach(person, partners)
            seen |= members.keys()
            blocks.append(_turned(kin, partners, _line(members, partners)) if len(members) > 1 else [person])
    return blocks


def turn_cost(kin: Kin, partners: Partners, line: list[int]) -> int:
    """Count the couples in a line that stand against convention: of time first, then of gender."""
    place = {person: i for i, person in enumerate(line)}
    cost = 0
    for person in line:
        ranks = sorted((rank, place[other]) for other, rank in partners[person].items() if other in place)
        cost += 2 * sum(a[1] > b[1] for a, b in pairwise(ranks))
        for other in partners[person]:
            if place.get(other, -1) > place[person]:
                cost += kin.leans_left[other] and not kin.leans_left[person]
    return cost


def partners_of(kin: Kin) -> Partners:
    """Give everybody's partners in their own row, in order of time."""
    found: Partners = defaultdict(dict)
    for couple in sorted(kin.couples, key=lambda couple: couple.rank):
        for i, a in enumerate(couple.partners):
            for b in couple.partners[i + 1 :]:
                if kin.rows[a] == kin.rows[b]:
                    found[a].setdefault(b, couple.rank)
                    found[b].setdefault(a, couple.rank)
    return found


def _reach(start: int, partners: Partners) -> dict[int, int]:
    """Give everybody whom partnerships join to somebody, with the number of steps, nearest first."""
    steps = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other in partners.get(here, ()):
            if other not in steps:
                steps[other] = steps[here] + 1
                waiting.append(other)
    return steps


def _line(members: dict[int, int], partners: Partners) -> list[int]:
    """Put a chain in line: its longest path, everybody else beside the one they belong to."""
    if len(members) == 2:
        return list(members)
    spine = _spine(members, partners)
    done = set(spine)
    line: list[int] = []
    for i, person in enumerate(spine):
        leaves = [other for other in partners[person] if other not in done]
        trees = [_tree(leaf, partners, done) for leaf in leaves]
        # At the ends of the spine whatever else there is stands inside; elsewhere half on each side.
        left = 0 if i == 0 else len(leaves) if i + 1 == len(spine) else len(leaves) // 2
        line += [who for tree in trees[:left] for who in tree]
        line.append(person)
        line += [who for tree in trees[left:] for who in tree]
    return line


def _spine(members: dict[int, int], partners: Partners) -> list[int]:
    """Give a longest path through a chain, from an early union to a late one."""
    when = {who: min(partners[who].values()) for who in members}
    start = max(members, key=lambda who: (members[who], -when[who], -who))
    away = _reach(start, partners)
    here = max(away, key=lambda who: (away[who], when[who], who))
    path = [here]
    while here != start:
        here = min(
            (other for other in partners[here] if away[other] < away[here]), key=lambda other: away[other]
        )
        path.append(here)
    return path[::-1]


def _tree(leaf: int, partners: Partners, done: set[int]) -> list[int]:
    """Give somebody off the spine with everybody who hangs from them."""
    found, stack = [], [leaf]
    while stack:
        here = stack.pop()
        if here not in done:
            done.add(here)
            found.append(here)
            stack += [other for other in reversed(list(partners[here])) if other not in done]
    return found


def _turned(kin: Kin, partners: Partners, line: list[int]) -> list[int]:
    """Turn a line the way convention has it."""
    back = line[::-1]
    return back if turn_cost(kin, partners, back) < turn_cost(kin, partners, line) else line
