"""Taking things out, with everything that only hangs on them.

In the family's view nothing of the worker's is lost: where something that the
family can't see hangs on what is taken out, it is withdrawn from the family's
view, and stays in the case file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from genogram_app.edit.lines import started_from
from genogram_app.edit.records import called, record_of, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.sight import hides, holds_hidden, lines_at, mentioned_in
from genogram_app.edit.statements import unshared
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
    gone = [key for key in dict.fromkeys(keys) if key in case.family and _sees(case, stamp, key)]
    label = _label(case, gone)
    if not gone:
        return Edit(label, case)
    kept = [link for key in gone for link in _kept_links(case, stamp, key, gone)]
    withdrawn = [key for key in gone if holds_hidden(case, stamp, key)]
    dropped = [key for key in gone if key not in withdrawn]
    touched = _hung_on(case.family, dropped)
    after = case.changed(put=kept, drop=dropped)
    empty = [key for key in touched if _is_empty(after.family, key)]
    lost = [key for key in empty if hides(stamp, after.family.record(key))]
    after = after.changed(drop=[key for key in empty if key not in lost])
    return Edit(label, _without_mentions(_withdrawn(after, stamp, [*withdrawn, *lost])))


def _sees(case: Case, stamp: Stamp, key: Id) -> bool:
    return stamp.sees(case.family.record(key))


def _label(case: Case, gone: Sequence[Id]) -> Sentence:
    if len(gone) == 1:
        return Sentence.of("Remove {name}", quiet="Remove", name=called(case, gone[0]))
    return Sentence.of("Remove {n} things", n=str(len(gone)))


def _kept_links(case: Case, stamp: Stamp, key: Id, gone: Sequence[Id]) -> list[ChildOf]:
    """Give links of a removed couple's children to each partner who stays, as far as can be seen."""
    family = case.family
    if family.find(Union, key) is None:
        return []
    partners = [person.id for person in kinship.partners(family, key) if stamp.sees(person)]
    links = [link for link in kinship.links_down(family, key) if not {link.id, link.child} & set(gone)]
    return [
        started_from(stamp, link, parent=partner)
        for link in links
        for partner in partners
        if partner not in gone and stamp.sees(link) and _sees(case, stamp, link.child)
    ]


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


def _withdrawn(case: Case, stamp: Stamp, keys: Sequence[Id]) -> Case:
    """Keep records for the case file alone, with the lines at them that the family saw."""
    lines = [line.id for key in keys for line in lines_at(case, key) if stamp.sees(line)]
    go_to = case.details.go_to
    rung = [go_to.id] if go_to is not None and go_to.who in keys else []
    for key in dict.fromkeys((*keys, *lines, *rung)):
        case = with_record(case, unshared(record_of(case, key)))
    return case


def _without_mentions(case: Case) -> Case:
    """Forget the worker and the go-to person where they are no longer there."""
    details, family = case.details, case.family
    there = {details.id, *(record.id for record in family.records())}
    fresh = details
    if details.worker is not None and details.worker not in family:
        fresh = fresh.put(worker=None)
    if details.go_to is not None and details.go_to.who not in family:
        fresh = fresh.put(go_to=None)
    accounts = tuple(each for each in details.accounts if (mentioned_in(each) or details.id) in there)
    if accounts != details.accounts:
        fresh = fresh.put(accounts=accounts)
    return case if fresh is details else case.with_(details=fresh)
