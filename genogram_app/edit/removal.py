"""Taking things out, with everything that only hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Tie, Union
from genogram_app.words import Sentence


def remove(case: Case, stamp: Stamp, keys: Iterable[Id]) -> Edit:
    """Take records out: people, unions, homes, services or lines.

    Where a couple's line is taken out and the two stay, their children stay the
    children of each. A union or home that is left with nobody goes as well.
    """
    gone = [key for key in dict.fromkeys(keys) if key in case.family]
    label = _label(case, gone)
    if not gone:
        return Edit(label, case)
    kept = [link for key in gone for link in _kept_links(case.family, stamp, key, gone)]
    touched = _hung_on(case.family, gone)
    after = case.changed(put=kept, drop=gone)
    after = after.changed(drop=[key for key in touched if _is_empty(after.family, key)])
    return Edit(label, _without_mentions(after))


def _label(case: Case, gone: Sequence[Id]) -> Sentence:
    if len(gone) == 1:
        return Sentence.of("Remove {name}", quiet="Remove", name=called(case, gone[0]))
    return Sentence.of("Remove {n} things", n=str(len(gone)))


def _kept_links(family: FamilyGraph, stamp: Stamp, key: Id, gone: Sequence[Id]) -> list[ChildOf]:
    """Give links of a removed couple's children to each partner who stays."""
    if family.find(Union, key) is None:
        return []
    partners = [person.id for person in kinship.partners(family, key) if person.id not in gone]
    links = [link for link in kinship.links_down(family, key) if not {link.id, link.child} & set(gone)]
    return [link.put(id=stamp.new_id("e"), parent=partner) for link in links for partner in partners]


def _hung_on(family: FamilyGraph, gone: Sequence[Id]) -> list[Id]:
    """Name the unions and homes that lose something and aren't themselves taken out."""
    found: dict[Id, None] = {}
    for key in gone:
        edges = (family.find(kind, key) for kind in (PartnerIn, ChildOf, LivesIn))
        lines = [edge for edge in edges if edge is not None]
        for kind in (PartnerIn, ChildOf, LivesIn):
            lines += family.out_of(kind, key)
        found |= {line.ends[1]: None for line in lines}
    return [key for key in found if key not in gone]


def _is_empty(family: FamilyGraph, key: Id) -> bool:
    """Say whether a union joins nobody any more, or nobody lives or lived in a home."""
    if family.find(Union, key) is not None:
        joined = len(family.into(PartnerIn, key)) + len(family.into(ChildOf, key))
        return joined < 2 and not family.at(Bond, key)
    if family.find(Household, key) is not None:
        return not any(family.at(kind, key) for kind in (LivesIn, Bond, Tie))
    return False


def _without_mentions(case: Case) -> Case:
    """Forget the worker and the go-to person where they are no longer there."""
    details = case.details
    changes: dict[str, None] = {}
    if details.worker is not None and details.worker not in case.family:
        changes["worker"] = None
    if details.go_to is not None and details.go_to.who not in case.family:
        changes["go_to"] = None
    return case.with_(details=details.put(**changes)) if changes else case
