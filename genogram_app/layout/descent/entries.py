"""Where lines enter a child: that of its birth in the middle, those of its carers beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from statistics import fmean

from genogram_app.drawing.primitives import Point
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.ids import Id

#: How far beside the birth line another line enters a child, and the next one.
BESIDE = 6.0
#: How much further from the next a line of today's carers enters a child than lines that are past.
NOW = 3.0
#: How far beside it a line of doubt enters that is alone on its side: so that its mark stands clear.
DOUBTED = 13.0
#: How much of a symbol's half lines may enter, and a line of doubt alone.
REACH, FURTHEST = 0.8, 0.95


def entries_of(
    kin: Kin, starts: Mapping[int, Point | None], places: Mapping[Id, Point], extents: Mapping[Id, Extent]
) -> dict[tuple[int, Id], float]:
    """Give how far beside a child's middle each of its links enters, by child and link.

    starts: where each brood's line begins, by the brood's `id`; None where no parent is on the sheet.
    """
    by_child: dict[int, list[tuple[bool, float, Id]]] = defaultdict(list)
    past = {link for brood in kin.broods if brood.past for link in brood.links}
    doubted = {link for brood in kin.broods if brood.doubt for link in brood.links}
    leans = _leans(kin, places)
    for brood in kin.broods:
        start = starts[id(brood)]
        for child, link in zip(brood.children, brood.links, strict=True):
            x = places[kin.ids[child]][0] if start is None else start[0]
            by_child[child].append((brood.care, x, link))
    return {
        (child, link): beside
        for child, links in by_child.items()
        for link, beside in _beside(
            places[kin.ids[child]][0], extents[kin.ids[child]], links, past, doubted, leans.get(child, 0)
        ).items()
    }


def _leans(kin: Kin, places: Mapping[Id, Point]) -> dict[int, int]:
    """Give from which side the birth line comes of each of those born together: -1 from the left."""
    together: dict[Id, list[int]] = defaultdict(list)
    for brood in kin.births:
        for child, birth in zip(brood.children, brood.births, strict=bool(brood.births)):
            if birth:
                together[birth].append(child)
    found: dict[int, int] = {}
    for twins in together.values():
        middle = fmean(places[kin.ids[child]][0] for child in twins)
        ways = {child: middle - places[kin.ids[child]][0] for child in twins}
        found |= {child: (way > 0) - (way < 0) for child, way in ways.items()}
    return found


def _beside(
    here: float,
    extent: Extent,
    links: list[tuple[bool, float, Id]],
    past: set[Id],
    doubted: set[Id],
    lean: int,
) -> dict[Id, float]:
    """Give how far beside the middle of one child each line enters; its links with where each begins.

    lean: from which side the birth line comes aslant, if it does: others enter on the other one.
    """
    if len(links) == 1 and not links[0][0]:
        return {links[0][2]: 0.0}
    births = [(x, link) for care, x, link in links if not care]
    first = -(len(births) - 1) / 2
    reach = extent.half[0] * REACH
    apart = min(BESIDE, 2 * reach / max(1, len(births) - 1))
    found = {link: (first + i) * apart for i, (_, link) in enumerate(sorted(births))}
    for side in (-1, 1):
        care = sorted((abs(x - here), link) for c, x, link in links if c and _side(x - here, lean) == side)
        inner = max((side * x for x in found.values() if side * x >= 0), default=0.0)
        steps = _steps([link not in past for _, link in care], reach - inner)
        if len(care) == 1 and care[0][1] in doubted and births:
            steps = [min(DOUBTED, extent.half[0] * FURTHEST - inner)]
        found |= {link: side * (inner + step) for (_, link), step in zip(care, steps, strict=True)}
    return found


def _side(way: float, lean: int) -> int:
    """Give on which side of the middle a line of care enters that begins so far to the right."""
    return -lean or (-1 if way < 0 else 1)


def _steps(now: Sequence[bool], room: float) -> list[float]:
    """Give how far out each care line enters, the inner first; past ones close up where room is short.

    now: which of them are of today's carers.
    """
    if room >= BESIDE * len(now):
        return [BESIDE * (i + 1) for i in range(len(now))]
    shares = [NOW if here or before else 1.0 for here, before in zip(now, [False, *now], strict=False)]
    if not any(now) or all(now):
        shares = [1.0] * len(now)
    return [min(BESIDE, room / sum(shares)) * part for part in accumulate(shares)]
