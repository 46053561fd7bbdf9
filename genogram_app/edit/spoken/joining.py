"""Lines to who is on the sheet already: carers, couples, twins, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from genogram_app.edit import children
from genogram_app.edit.children import is_birth
from genogram_app.edit.records import correct
from genogram_app.edit.spells import correct_state
from genogram_app.edit.spoken.filling import agree
from genogram_app.edit.spoken.grammar import Mention, Told, UnclearError
from genogram_app.edit.spoken.spots import Spot
from genogram_app.edit.spoken.telling import Telling
from genogram_app.edit.unions import union_between
from genogram_app.family import kinship
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import Twin
from genogram_app.words import Sentence, facts

SINCE = Sentence("Since when what? A day can be told of partners, of carers and of who lives together.")


def caring(telling: Telling, spot: Spot, key: Id) -> tuple[Telling, Id]:
    """Let somebody who is on the sheet care for a child, besides whoever else's it is."""
    if key in _ids(telling.sight.those(spot.base, spot.last)):
        return telling, key
    stamp, kinds = telling.teller.stamp, telling.teller.kinds
    edit = children.link_children(telling.case, stamp, kinds, [spot.base], [key], kind=spot.last.card)
    return telling.after(edit), key


def between(telling: Telling, spot: Spot, key: Id, mention: Mention, told: Told) -> Telling:
    """Write since when two are together, or a child is with carers, and what a couple are."""
    if mention.other is not None and telling.owner(mention.other) not in _ids(telling.sight.parents(key)):
        raise UnclearError(Sentence("That child has other parents on the sheet."))
    if spot.last.of == "partner":
        return _coupled(telling, spot, key, told)
    if spot.last.of == "carer" and told.since is not None:
        return _cared_since(telling, spot, key, told.since, told.until)
    return telling


def _coupled(telling: Telling, spot: Spot, key: Id, told: Told) -> Telling:
    base = _base(telling, spot)
    union = union_between(telling.sight.family, base, key)
    wanted = {"kind": spot.last.card or None, "since": told.since}
    if union is None:
        return telling
    known = {"kind": union.kind, "since": union.since}
    fresh: dict[str, Any] = {
        name: value for name, value in wanted.items() if value not in (None, known[name])
    }
    if any(known[name] not in ("", Blank.NOT_ASKED, Blank.UNKNOWN) for name in fresh):
        raise UnclearError(Sentence("Something else stands on their line. Change it on the sheet."))
    return (
        telling.after(correct_state(telling.case, telling.teller.stamp, union.id, **fresh))
        if fresh
        else telling
    )


def _cared_since(
    telling: Telling, spot: Spot, carer: Id, since: DateField, until: DateField | None
) -> Telling:
    family = telling.sight.family
    places = {carer, *(union.id for union in kinship.unions_of(family, carer))}
    links = kinship.links_up(family, _base(telling, spot))
    link = next(each for each in links if each.parent in places and each.kind == spot.last.card)
    if (link.since, link.until) == (since, until):
        return telling
    if link.since not in (None, since) or link.until is not None:
        raise UnclearError(Sentence("Another day stands on their line. Change it on the sheet."))
    return telling.after(correct(telling.case, telling.teller.stamp, link.id, since=since, until=until))


def _base(telling: Telling, spot: Spot) -> Id:
    """Give from whom the last step goes, now that all are there."""
    base = spot.base
    for step in spot.steps[:-1]:
        base = telling.sight.those(base, step)[0].id
    return base


def born_together(telling: Telling, people: Sequence[Id]) -> Telling:
    """Say that some were born together, but not how alike they are: that wasn't told.

    Who has a twin on the sheet is one of three from now on: "twin Ola, twin Jan".
    """
    links = [link for key in people for link in kinship.links_up(telling.sight.family, key)]
    own = [link for link in links if is_birth(telling.sight.family, telling.teller.kinds, link)]
    marks = {link.birth for link in own}
    if len(own) < len(people) or (len(marks) == 1 and marks != {""}):
        return telling
    if len(marks - {""}) > 1:
        raise UnclearError(Sentence("Each of these has another twin on the sheet already."))
    mark = next(iter(marks - {""}), "") or telling.teller.stamp.new_id("b")
    for link in (link for link in own if not link.birth):
        edit = correct(telling.case, telling.teller.stamp, link.id, birth=mark, twin=Twin.UNKNOWN)
        telling = telling.after(edit)
    return telling


def twinned(telling: Telling, spot: Spot, key: Id) -> Telling:
    """Say that somebody and their brother or sister are twins. Raises UnclearError where they can't be."""
    base = _base(telling, spot)
    one, other = telling.sight.person(base), telling.sight.person(key)
    if {link.parent for link in telling.sight.births(base)} != {
        link.parent for link in telling.sight.births(key)
    }:
        raise UnclearError(Sentence("Twins have the same parents. The sheet says otherwise of these."))
    for each in (one, *telling.sight.twins(base)):
        if isinstance(each.born, When) and isinstance(other.born, When) and not agree(each.born, other.born):
            name, day = telling.named(each.id), facts.vague_date(telling.teller.words, each.born.edtf)
            raise UnclearError(Sentence.of("Twins are of one age. {name}: born {date}.", name=name, date=day))
    return born_together(telling, [base, key])


def _ids(people: Sequence[Person]) -> set[Id]:
    return {person.id for person in people}
