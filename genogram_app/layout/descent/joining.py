"""Lines of doubt that meet the bar of the parent who is sure: it is asked of all its children."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.model.ids import Id


def bars_met(
    kin: Kin, rows: Sequence[int], start_row: Callable[[Brood], int], labels: Container[Id]
) -> dict[int, tuple[Brood, int]]:
    """Give the broods in doubt whose line meets a bar, and whose that is: by their `id`, the brood and its.

    One line for all of them: each of their own would cross what is sure. Only where it comes from
    above, and the same is written on all its links. rows: everybody's.
    """
    sure = {
        frozenset(brood.children): brood
        for brood in kin.births
        if len(brood.children) > 1 and not brood.doubt and len({rows[one] for one in brood.children}) == 1
    }
    found: dict[int, tuple[Brood, int]] = {}
    for brood in (each for each in kin.cares if each.doubt):
        said = sum(link in labels for link in brood.links)
        above = start_row(brood) < min(rows[child] for child in brood.children)
        host = sure.pop(frozenset(brood.children), None) if above and said < 2 else None
        if host is not None:
            found[id(brood)] = brood, id(host)
    return found
