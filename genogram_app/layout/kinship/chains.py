"""Partner chains: everybody whom partnerships join in one row, in one line.

Couples stand next to each other; who has several partners stands between them,
in order of time: the partner of today at one side, those before at the other.
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise

from genogram_app.layout.kinship.kin import Couple, Kin
from genogram_app.model.ids import Id

#: What it counts that a couple stand against convention so far as is known: of one, no gender is.
UNSURE = 0.25

#: For each person, their partners in order of time, with each union's place in it.
Partners = dict[int, dict[int, int]]


def chains(kin: Kin) -> list[list[int]]:
    """Give the blocks of a layout: each person once, alone or in their chain, left to right."""
    partners, today = partners_of(kin), _today(kin)
    seen: set[int] = set()
    blocks = []
    for person in range(len(kin.ids)):
        if person not in partners:
            blocks.append([person])
        elif person not in seen:
            members = _reach(person, partners)
            seen.update(members)
            blocks.append(_turned(kin, partners, _line(members, partners, today)))
    return blocks


def turn_cost(kin: Kin, partners: Partners, line: list[int]) -> float:
    """Count the couples in a line that stand against convention: of time first, then of gender.

    Two of whom one's gender isn't known count a little.
    """
    place = {person: i for i, person in enumerate(line)}
    cost = 0.0
    for person in line:
        ranks = [(when, place[other]) for other, when in partners.get(person, {}).items() if other in place]
        cost += 2 * sum(a[1] > b[1] for a, b in pairwise(ranks))
        for other in partners.get(person, ()):
            if place.get(other, -1) > place[person]:
                cost += _against(kin, person, other)
    return cost


def _against(kin: Kin, left: int, right: int) -> float:
    """Give how far two partners stand against convention: 1 where both would rather change sides."""
    if kin.leans_left[left] == kin.leans_left[right] and kin.leans_right[left] == kin.leans_right[right]:
        return 0.0
    one, other = kin.leans_right[left], kin.leans_left[right]
    return 1.0 if one and other else UNSURE * (one or other)


def partners_of(kin: Kin) -> Partners:
    """Give everybody's partners in their own row, in order of time, whom they live with last."""
    found: Partners = defaultdict(dict)
    for when, couple in enumerate(_in_time(kin)):
        for i, a in enumerate(couple.partners):
            for b in couple.partners[i + 1 :]:
                if kin.rows[a] == kin.rows[b]:
                    found[a].pop(b, None)
                    found[b].pop(a, None)
                    found[a][b] = found[b][a] = when
    return dict(found)


def _in_time(kin: Kin) -> list[Couple]:
    """Give the couples in order of time; those of today last.

    Of several that last only one is of today: who live together, else the latest.
    """
    latest: dict[int, Id] = {}
    for couple in sorted(kin.couples, key=lambda couple: (couple.lasting, couple.rank)):
        if couple.lasting:
            latest |= dict.fromkeys(couple.partners, couple.id)

    def today(couple: Couple) -> bool:
        return all(latest.get(who) == couple.id for who in couple.partners)

    return sorted(kin.couples, key=lambda couple: (today(couple), couple.rank))


def _today(kin: Kin) -> dict[int, int]:
    """Give each person's partner of today, where there is one."""
    lasting = [couple for couple in _in_time(kin) if couple.lasting and len(couple.partners) == 2]
    return {a: b for couple in lasting for a, b in (couple.partners, couple.partners[::-1])}


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


def _line(members: dict[int, int], partners: Partners, today: dict[int, int]) -> list[int]:
    """Put a chain in line: its longest path, everybody else beside the one they belong to."""
    if len(members) == 2:
        return list(members)
    spine = _spine(members, partners)
    done = set(spine)
    line: list[int] = []
    for i, person in enumerate(spine):
        leaves = [other for other in partners[person] if other not in done]
        left, right = _sides(leaves, today.get(person, -1), spine[i - 1 : i], spine[i + 1 : i + 2])
        line += [who for leaf in left for who in _tree(leaf, partners, done)]
        line.append(person)
        line += [who for leaf in right for who in _tree(leaf, partners, done)]
    return line


def _sides(leaves: list[int], today: int, before: list[int], after: list[int]) -> tuple[list[int], list[int]]:
    """Split somebody's other partners: today's beside them, earlier ones on the other side."""
    if not before or not after:
        # At the ends of the longest path whatever else there is stands inside.
        return (leaves, []) if before else ([], leaves)
    if today in before:
        return [], leaves[::-1]
    if today in after or today in leaves:
        return [leaf for leaf in leaves if leaf != today], [leaf for leaf in leaves if leaf == today]
    half = len(leaves) // 2
    return leaves[:half], leaves[half:]


def _spine(members: dict[int, int], partners: Partners) -> list[int]:
    """Give a longest path through a chain, from an early union to a late one."""
    when = {who: min(partners[who].values()) for who in members}
    outmost = _reach(max(members, key=lambda who: (members[who], who)), partners)
    start = max(outmost, key=lambda who: (outmost[who], -when[who], -who))
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
