"""What a reader may see: the one filter, before layout. Nothing later hides anything.

A family copy is an allowlist. A record comes through only if it was shared, a
field only if its own statement was; who told us, other accounts, confidential
people, lines of harm, suspicions and professional opinion never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from genogram_app.drawing.same import Same
from genogram_app.family import kinship
from genogram_app.family.as_at import as_at
from genogram_app.family.case import Case
from genogram_app.family.discreet import discreet
from genogram_app.family.excerpt import Near, excerpt
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.unasked import unasked, without_strangers
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Blank, Quote, Record, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import FAMILY_GROUNDS, CaseDetails, GoTo, Ground, Placement, ViewKind
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.paternity import NEVER_ASKED, Paternity
from genogram_app.model.person import Life, Part, Person, Phase, Spell, Theme
from genogram_app.model.placements import NOWHERE, Placements
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Tie, Union


class Reader(Enum):
    """Whom a screen or a copy is for."""

    CASE_FILE = "case-file"
    FAMILY = "family"


@dataclass(frozen=True)
class View:
    """What is looked at, by whom, as at which day.

    harmless: the cards that a family copy may show: of relationships, couples,
    child links, ties and themes. One that this program doesn't know may be one
    of harm, so it isn't among them.
    fostering: the child links, homes and services of which surnames and names stay off (see
    `discreet`); one that this program doesn't know is among them unless the worker reads.
    paternity: the child links that ask who a parent is: the family sees none (see `unasked`).
    near: whose part of the family is shown; everybody where that is None.
    """

    as_at: date
    kind: ViewKind = "combined"
    reader: Reader = Reader.FAMILY
    language: str = "en-GB"
    harmless: frozenset[str] = frozenset()
    fostering: Placements = NOWHERE
    proof: bool = False
    paternity: Paternity = NEVER_ASKED
    near: Near | None = None


#: Fields that hold a record in its place; they come through with it.
_PLACES = ("a", "b", "person", "union", "child", "parent", "household", "holder", "who", "worker", "go_to")
_STRUCTURE = frozenset(("subject", "order", "dated", *_PLACES))
#: Fields without which a record would tell another story: withheld, the record goes.
_ESSENTIAL = frozenset({"kind", "quality", "involvement"})
#: Fields that no family copy holds, whoever shared the record: to tell a gender history can be an
#: offence (Gender Recognition Act 2004, s. 22).
_NEVER = frozenset({"gender_at_birth"})
#: Where a statement stands that somebody doesn't accept.
_CONTESTED = frozenset({Standing.DENIED, Standing.DISPUTED})
_PLAIN_BASIS = Basis(share=Share.SHARED)


def seen(case: Case, view: View) -> Case:
    """Give the case that this reader may see on this day; a family copy holds nothing else."""
    then = as_at(case, view.as_at)
    if view.reader is Reader.CASE_FILE:
        return then
    return drawable(_family_copy(then, case, view), view, whole=case)


def drawable(shown: Case, view: View, *, whole: Case | None = None) -> Case:
    """Give what a reader may see as it may stand on a sheet: without what no sheet gives away.

    whole: the case that it was taken from, which may tell of a foster carer what the reader isn't told.
    """
    addresses = view.reader is Reader.CASE_FILE
    found = discreet(shown, view.fostering, view.language, addresses=addresses, whole=whole)
    # Last of all, for who isn't shown may be whom a name is kept off for.
    return excerpt(found, view.near) if view.near else found


# -- where they stand -------------------------------------------------------------


def ground(case: Case, view: View) -> Ground:
    """Give on which sheet a reader's people have their places.

    The family has sheets of its own once anything is kept from it, on whichever day: places
    found for everybody would leave a gap where somebody isn't shown. It stands on them from then on.
    """
    own = FAMILY_GROUNDS[view.kind]
    apart = view.reader is Reader.FAMILY and (case.placed(own) or hides(case, view.harmless))
    return own if apart else view.kind


def hides(case: Case, harmless: frozenset[str]) -> bool:
    """Say whether anything of a case is kept from the family, on whichever day."""
    return _hides(Same(case.family), harmless)


#: Asked several times for one family, and of each before and after a step.
@lru_cache(maxsize=8)
def _hides(family: Same[FamilyGraph], harmless: frozenset[str]) -> bool:
    return not all(
        comes_through(record, harmless) and not _withholds(record, harmless)
        for record in family.value.records()
    )


#: Fields for which nothing on the sheet needs room.
_TAKE_NO_ROOM = _STRUCTURE | {"notes", "telephone"}


def _withholds(record: Record, harmless: frozenset[str]) -> bool:
    """Say whether a record that comes through does so without something that may take room on the sheet."""
    private = {said.about for said in record.said if not said.basis.shared} | _NEVER
    no_room = _TAKE_NO_ROOM - {"notes"} if isinstance(record, Bond) else _TAKE_NO_ROOM
    fields = (private - no_room).intersection(record.statements())
    if any(_is_told(getattr(record, field)) for field in sorted(fields)):
        return True
    items = (*getattr(record, "themes", ()), *getattr(record, "spells", ()), *getattr(record, "legal", ()))
    return without_harm(record, harmless) is not record or not all(
        _is_shown(item, harmless) for item in items
    )


def _is_told(value: Any) -> bool:
    """Say whether anything stands in a field."""
    return not isinstance(value, Blank) and value not in (None, "", (), False)


def _is_shown(item: Theme | Spell, harmless: frozenset[str]) -> bool:
    return item.basis.shared and (isinstance(item, Spell) or may_be_told(item, harmless))


def _places_shown(case: Case, family: FamilyGraph, view: View) -> Mapping[Ground, Mapping[Id, Placement]]:
    """Give where those stand whom the family sees, on each of the three sheets."""
    found: dict[Ground, Mapping[Id, Placement]] = {}
    for kind in FAMILY_GROUNDS:
        there = case.placed(ground(case, replace(view, kind=kind)))
        shown = {key: _bare(at) for key, at in there.items() if key in family}
        found |= {kind: MappingProxyType(shown)} if shown else {}
    return MappingProxyType(found)


def _bare(at: Placement) -> Placement:
    return at.put(kept="", both=False) if at.kept or at.both else at


# -- the family's copy ------------------------------------------------------------


def _family_copy(case: Case, whole: Case, view: View) -> Case:
    """Give what of a case on some day the family may see; whole: the case on no day."""
    records = (unasked(record, case.family, view.paternity) for record in case.family.records())
    nodes = [kept for record in records if record and (kept := _shared(record, view.harmless))]
    go_to = case.details.go_to
    stays = case.details.worker, go_to.who if go_to else None
    family = without_strangers(_joined(nodes), case.family, view.paternity, stays)
    family = _without_lone_twins(_without_stumps(family))
    return replace(
        case,
        details=_shared_details(case.details, family, view.harmless),
        family=family,
        placements=_places_shown(whole, family, view),
        page=case.page.put(kept=""),
        versions=(),
        kept="",
    )


def _joined(records: Iterable[Record]) -> FamilyGraph:
    """Make a family of what is left; a line to somebody who isn't there goes as well."""
    found = list(records)
    there = {record.id for record in found}
    return FamilyGraph.of(r for r in found if not isinstance(r, Edge) or there.issuperset(r.ends))


def _without_stumps(family: FamilyGraph) -> FamilyGraph:
    """Take out unions and homes that are left with nobody, so that no line leads nowhere."""
    lone = [union.id for union in family.unions if _is_stump(family, union)]
    empty = [home.id for home in family.households if not family.into(LivesIn, home.id)]
    return family.changed(drop=[*lone, *empty]) if lone or empty else family


def _without_lone_twins(family: FamilyGraph) -> FamilyGraph:
    """Say of nobody that they were born together with somebody who isn't there to be seen."""
    together = {link.id for links in kinship.born_together(family) for link in links}
    lone = [link for link in family.edges(ChildOf) if link.birth and link.id not in together]
    return family.changed(put=[link.put(birth="", twin=None) for link in lone]) if lone else family


def _is_stump(family: FamilyGraph, union: Union) -> bool:
    return len(family.into(PartnerIn, union.id)) + len(kinship.links_down(family, union.id)) < 2


#: Remembered, because an edit leaves all records but a few as they were, and a screen asks after each one.
@lru_cache(maxsize=8192)
def _shared(record: Record, harmless: frozenset[str]) -> Record | None:
    """Give the record with only what was shared in it, or None where it may not be seen."""
    if not comes_through(record, harmless):
        return None
    changes: dict[str, Any] = {}
    record = without_harm(record, harmless)
    for field in record.statements():
        if field in _STRUCTURE:
            continue
        if field in _NEVER or not record.basis_of(field).shared:
            changes[field] = _withheld(record, field)
        else:
            changes[field] = _told(getattr(record, field), harmless)
    return record.put(
        **changes, kept="", basis=_PLAIN_BASIS, said=(), accounts=(), quotes=_shared_quotes(record.quotes)
    )


def comes_through(record: Record, harmless: frozenset[str]) -> bool:
    """Say whether a family copy shows a record at all, whatever it shows of it."""
    # A home is a home, whatever kind of one it is.
    needed = [] if isinstance(record, Household) else sorted(_ESSENTIAL.intersection(record.statements()))
    told = record.basis.shared and all(record.basis_of(field).shared for field in needed)
    return told and not _is_harm_or_opinion(record, harmless)


def number_seen(case: Case, view: View) -> int:
    """Count the people of whom a reader sees anything, on whichever day: quick, before anything is drawn."""
    people = case.family.people
    if view.reader is Reader.CASE_FILE:
        return len(people)
    return sum(comes_through(person, view.harmless) for person in people)


#: Fields that name a card which may be one of harm; without it the line is one that nobody has told.
_KINDS: Mapping[type[Record], tuple[str, ...]] = {ChildOf: ("kind",), Tie: ("strength", "strain")}

#: Stands for how a child belongs to somebody where that isn't for the family: no card has this name, so it
#: is drawn as not known. Left empty it would be drawn as birth, which nobody has said.
UNTOLD_LINK = "?"


def without_harm(record: Record, harmless: frozenset[str]) -> Record:
    """Give a couple, a child's link or a tie as one that nobody has told, where it tells of harm.

    Who is whose child stays; what explains the harm doesn't. The very same where there is none.
    A relationship of harm isn't masked so: it isn't there at all (see `comes_through`).
    """
    if isinstance(record, Union):
        return _couple_without_harm(record, harmless)
    told = {field: getattr(record, field) for field in _KINDS.get(type(record), ())}
    untold = UNTOLD_LINK if isinstance(record, ChildOf) else ""
    changes = {field: untold for field, card in told.items() if card and card not in harmless}
    return record.put(**changes, notes="", quotes=()) if changes else record


def _couple_without_harm(union: Union, harmless: frozenset[str]) -> Union:
    """Leave out states of harm; where the present one is, all: an earlier one would stand for it."""
    told = tuple(spell for spell in union.spells if not spell.kind or spell.kind in harmless)
    if told == union.spells:
        return union
    return union.put(spells=told if union.spells[-1] in told else (), notes="", quotes=())


def states_shown(owner: Union | Person, harmless: frozenset[str]) -> tuple[int, ...]:
    """Give the numbers of the dated states of a couple, or of somebody in law, that a family copy shows."""
    spells = owner.spells if isinstance(owner, Union) else owner.legal
    quiet = _couple_without_harm(owner, harmless).spells if isinstance(owner, Union) else spells
    return tuple(n for n, spell in enumerate(spells) if spell.basis.shared and spell in quiet)


def _is_harm_or_opinion(record: Record, harmless: frozenset[str]) -> bool:
    if isinstance(record, Person):
        return record.confidential or record.life is Life.TERMINATION
    if isinstance(record, Bond):
        return record.quality not in harmless or _is_opinion(record, "quality")
    return isinstance(record, Tie) and (_is_opinion(record, "strength") or _is_opinion(record, "strain"))


def _is_opinion(record: Record, field: str) -> bool:
    """Say whether a field is the worker's own view."""
    return record.basis_of(field).teller is Teller.WORKER


def _withheld(record: Record, field: str) -> Any:
    """Give what stands in place of a field that isn't shared: never a word of what it held."""
    value = getattr(record, field)
    if isinstance(value, Life):
        return Life.UNKNOWN
    if value is None or isinstance(value, tuple | bool):
        return type(record).model_fields[field].default
    default = type(record).model_fields[field].default
    return Blank.UNKNOWN if isinstance(default, Blank) or isinstance(value, When | Blank) else default


def _told(value: Any, harmless: frozenset[str]) -> Any:
    """Give a shared value without the reasons for its blanks, and only what may be told of many."""
    if isinstance(value, tuple):
        return tuple(kept for item in value if (kept := shared_item(item, harmless)) is not None)
    return _unexplained(value)


def _unexplained(value: Any) -> Any:
    """Give a value without the reason for its blank."""
    if isinstance(value, Blank):
        return value if value is Blank.NONE else Blank.UNKNOWN
    return value


def shared_item(item: Any, harmless: frozenset[str]) -> Any:
    """Give a theme or a dated state with only what was shared in it, or None; all else as it is."""
    if isinstance(item, Theme):
        return item.put(basis=_PLAIN_BASIS, kept="") if _is_shown(item, harmless) else None
    if isinstance(item, Spell):
        return _shared_spell(item) if item.basis.shared else None
    return item


def may_be_told(theme: Theme, harmless: frozenset[str]) -> bool:
    """Say whether a family copy may hold a theme, once it is shared.

    A family copy can't say who says so nor where it stands. So nothing on it accuses
    anybody, nothing that somebody contests stands there as a fact, and harm doesn't at all.
    """
    return not (
        (theme.card and theme.card not in harmless)
        or theme.part is Part.CAUSED
        or theme.phase is Phase.SUSPECTED
        or theme.basis.standing in _CONTESTED
        or theme.basis.teller is Teller.WORKER
    )


def _shared_spell(spell: Spell) -> Spell:
    """Give a spell without its note; an end that isn't shared still ended, nobody says when."""
    hidden_end = spell.until is not None and spell.until_basis is not None and not spell.until_basis.shared
    until = Blank.UNKNOWN if hidden_end else _unexplained(spell.until)
    since = _unexplained(spell.since)
    return spell.put(basis=_PLAIN_BASIS, until_basis=None, since=since, until=until, kept="", note="")


def _shared_quotes(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    return tuple(quote.put(basis=_PLAIN_BASIS, kept="") for quote in quotes if quote.basis.shared)


def _shared_details(details: CaseDetails, family: FamilyGraph, harmless: frozenset[str]) -> CaseDetails:
    go_to = _shared_go_to(details.go_to, family)
    worker = details.worker if family.find(Agency, details.worker) else None
    changes = {
        field: _told(getattr(details, field), harmless)
        if details.basis_of(field).shared
        else _withheld(details, field)
        for field in details.statements()
        if field not in _STRUCTURE
    }
    return details.put(
        **changes, go_to=go_to, worker=worker, kept="", basis=_PLAIN_BASIS, said=(), accounts=(), quotes=()
    )


def _shared_go_to(go_to: GoTo | None, family: FamilyGraph) -> GoTo | None:
    if go_to is None or not go_to.basis.shared or go_to.who not in family:
        return None
    fields = [field for field in go_to.statements() if field not in _STRUCTURE]
    shared = {field: _unexplained(getattr(go_to, field)) for field in fields if go_to.basis_of(field).shared}
    changes = {field: shared[field] if field in shared else _withheld(go_to, field) for field in fields}
    return go_to.put(**changes, kept="", basis=_PLAIN_BASIS, said=(), accounts=(), quotes=())
