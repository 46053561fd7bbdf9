"""Copies in which nobody left a gap: whom a reader doesn't see takes no room from those whom they do.

Places are worked out for the whole family. Used for a copy without some of it,
they would leave a hole as wide as whoever is kept from its reader.
"""

from __future__ import annotations

from statistics import median

from genogram_app.family.as_at import as_at
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import Reader, View, drawable, seen
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.studio.scene import Scene


def standing_as(standing: Case, case: Case, view: View) -> Case:
    """Give what a reader may see of a case, with the places and the page of another.

    Only those: what of a name stays off a copy may hang on what its reader isn't told.
    """
    shown = seen(case.with_(placements=standing.placements, page=standing.page), view)
    return drawable(shown, view, whole=case)


def apart(scene: Scene, case: Case, view: View) -> Case:
    """Give whom a reader sees, standing as if there were nobody else; only its places are for the copy.

    The very same case where they see all there is on that day. What was placed by hand stays
    there. Of a case in which nobody stands anywhere yet, the copy is laid out later, as any.
    """
    if view.reader is Reader.CASE_FILE:
        return case
    shown = seen(case, view).family
    if all(record.id in shown for record in as_at(case, view.as_at).family.records()):
        return case
    there = case.placed(view.kind)
    alone = _with_only(case, shown)
    return _laid_out_afresh(scene, alone, view) if there else alone


def _with_only(case: Case, shown: FamilyGraph) -> Case:
    """Give the case without whoever isn't shown, and without a word of them on the sheet itself."""
    alone = case.changed(drop=[record.id for record in case.family.records() if record.id not in shown])
    go_to, worker = case.details.go_to, case.details.worker
    return alone.with_(
        details=case.details.put(
            go_to=go_to if go_to is not None and go_to.who in shown else None,
            worker=worker if worker is not None and worker in shown else None,
        )
    )


def _laid_out_afresh(scene: Scene, case: Case, view: View) -> Case:
    """Lay out all that wasn't placed by hand, whatever stood there before."""
    there = case.placed(view.kind)
    fresh = scene.settled(case.unplace(view.kind, list(there)), view)
    held = {key: at for key, at in there.items() if at.by_hand}
    if not held:
        return fresh
    return scene.spaced(fresh.place(view.kind, {**_lined_up(fresh, case, view), **held}), view)


def _lined_up(fresh: Case, before: Case, view: View) -> dict[Id, Placement]:
    """Give fresh places, all shifted to where the middle of the family stood when hands moved some of it.

    Shifted to those whom a hand placed, a single one of them could never be moved away from the rest.
    """
    there, places = before.placed(view.kind), fresh.placed(view.kind)
    both = sorted(there.keys() & places.keys())
    dx = median(there[key].x - places[key].x for key in both)
    dy = median(there[key].y - places[key].y for key in both)
    return {key: Placement(x=round(at.x + dx, 2), y=round(at.y + dy, 2)) for key, at in places.items()}
