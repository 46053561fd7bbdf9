"""What statements rest on: who may see them, whether they still hold, other accounts, quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from genogram_app.edit.records import called, record_of, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import NotFoundError
from genogram_app.family.case import Case
from genogram_app.model.base import Account, Basis, Quote, Record, Said, Share
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Edge, LivesIn, PartnerIn, Union
from genogram_app.words import Sentence

R = TypeVar("R", bound=Record)
#: What stays in the case file when a record is shared, until it is shared by its own name.
KEPT_BACK = frozenset({"notes", "address", "confidential"})
_SHARE = {
    Share.SHARED: Sentence("Let the family see {name}", quiet="Change who may see"),
    Share.CASE_FILE: Sentence("Keep {name} for the case file", quiet="Change who may see"),
}


def share(case: Case, keys: Iterable[Id]) -> Edit:
    """Let the family see records: who and what they are, but no notes, address or private number.

    Where several are shared together, so is what makes them one family: the
    couples among them, whose children they are and where they live.
    Relationships, themes, quotes and dated states are shared one by one.
    """
    wanted = tuple(dict.fromkeys(keys))
    edit = _each(case, (*wanted, *_joining(case, wanted)), _SHARE[Share.SHARED], _shared)
    return replace(edit, select=wanted)


def _joining(case: Case, keys: tuple[Id, ...]) -> list[Id]:
    """Name the unions and lines by which some records are one family."""
    chosen = set(keys)
    couples = {union.id for union in case.family.unions if _partners(case, union.id) <= chosen} - chosen
    inside = chosen | couples
    lines = [edge for kind in (PartnerIn, ChildOf, LivesIn) for edge in case.family.edges(kind)]
    found = [line.id for line in lines if inside.issuperset(line.ends)]
    joined = {end for line in lines if line.id in found for end in line.ends}
    return [*sorted(couples & joined), *found]


def _partners(case: Case, union: Id) -> set[Id]:
    return {edge.person for edge in case.family.into(PartnerIn, union)}


def unshare(case: Case, keys: Iterable[Id]) -> Edit:
    """Keep records for the case file alone, with everything in them."""
    return _each(case, keys, _SHARE[Share.CASE_FILE], unshared)


def share_field(case: Case, key: Id, field: str, who: Share = Share.SHARED) -> Edit:
    """Let the family see one field of a record, or no longer."""

    def with_field(record: Record) -> Record:
        return _with_said(record, {field: record.basis_of(field).put(share=who)})

    return _each(case, (key,), _SHARE[who], with_field)


def share_quote(case: Case, key: Id, index: int, who: Share = Share.SHARED) -> Edit:
    """Let the family see one quote, or no longer."""

    def with_quote(record: Record) -> Record:
        quotes = list(record.quotes)
        quotes[index] = quotes[index].put(basis=quotes[index].basis.put(share=who))
        return record.put(quotes=tuple(quotes))

    return _each(case, (key,), _SHARE[who], with_quote)


def confirm(case: Case, stamp: Stamp, keys: Iterable[Id], field: str = "") -> Edit:
    """Say that records, or one field of them, still hold today. What can't be seen isn't confirmed."""

    def confirmed(record: Record) -> Record:
        if field and stamp.may_see(record.basis_of(field)):
            return _with_said(record, {field: record.basis_of(field).put(confirmed=stamp.today)})
        if field or not stamp.sees(record):
            return record
        said = tuple(_confirmed(said, stamp) for said in record.said)
        return record.put(basis=record.basis.put(confirmed=stamp.today), said=said)

    return _each(case, keys, Sentence("Confirm {name}", quiet="Confirm"), confirmed)


def add_account(case: Case, stamp: Stamp, key: Id, field: str, value: Any) -> Edit:
    """Put another account of a field beside what stands there."""

    def with_account(record: Record) -> Record:
        fresh = Account(about=field, value=value, basis=stamp.basis())
        return record.put(accounts=(*record.accounts, fresh))

    return _each(case, (key,), Sentence("Add another account of {name}", quiet="Add a detail"), with_account)


def prefer_account(case: Case, key: Id, index: int) -> Edit:
    """Let an account change places with what stands in its field; each keeps its basis."""

    def with_swapped(record: Record) -> Record:
        chosen = _at(record.accounts, index)
        about = chosen.about
        other = Account(about=about, value=getattr(record, about), basis=record.basis_of(about))
        accounts = (*record.accounts[:index], other, *record.accounts[index + 1 :])
        return record.tell(chosen.basis, **{about: chosen.value}).put(accounts=accounts)

    return _each(
        case, (key,), Sentence("Change the account of {name}", quiet="Correct a detail"), with_swapped
    )


def remove_account(case: Case, key: Id, index: int) -> Edit:
    """Take an account out that nobody gave."""

    def without(record: Record) -> Record:
        _at(record.accounts, index)
        return record.put(accounts=record.accounts[:index] + record.accounts[index + 1 :])

    return _each(case, (key,), Sentence("Remove an account of {name}", quiet="Remove a detail"), without)


def add_quote(
    case: Case, stamp: Stamp, key: Id, words: str, by: str = "", when: date | None = None, where: str = ""
) -> Edit:
    """Hang somebody's own words on a record."""

    def quoted(record: Record) -> Record:
        fresh = Quote(words=words, by=by, when=when or stamp.today, where=where, basis=stamp.basis())
        return record.put(quotes=(*record.quotes, fresh))

    return _each(case, (key,), Sentence("Add words of {name}", quiet="Add somebody's words"), quoted)


def remove_quote(case: Case, key: Id, index: int) -> Edit:
    """Take a quote out."""

    def without(record: Record) -> Record:
        _at(record.quotes, index)
        return record.put(quotes=record.quotes[:index] + record.quotes[index + 1 :])

    return _each(case, (key,), Sentence("Remove words of {name}", quiet="Remove a detail"), without)


def _each(case: Case, keys: Iterable[Id], sentence: Sentence, change: Callable[[Record], Record]) -> Edit:
    """Change each record in the same way; those that stay equal stay the same object."""
    wanted = tuple(dict.fromkeys(keys))
    named = called(case, wanted[0]) if len(wanted) == 1 else _several(case, wanted)
    label = Sentence.of(sentence.template, quiet=sentence.quiet, name=named)
    for key in wanted:
        old = record_of(case, key)
        fresh = change(old)
        case = case if fresh == old else with_record(case, fresh)
    return Edit(label, case, wanted)


def _several(case: Case, keys: Iterable[Id]) -> str:
    """Say how many of what several records are, as "21 people and 40 lines"."""
    records = [record_of(case, key) for key in keys]
    people = sum(isinstance(record, Person) for record in records)
    lines = sum(isinstance(record, Edge | Union) for record in records)
    others = len(records) - people - lines
    kinds = ((people, "person", "people"), (lines, "line", "lines"), (others, "home or service", "others"))
    counted = [f"{number} {one if number == 1 else many}" for number, one, many in kinds if number]
    return " and ".join([", ".join(counted[:-1]), counted[-1]] if len(counted) > 1 else counted)


def _shared(record: Record) -> Record:
    """Share what draws a record; what is to be kept back is pinned to the case file."""
    back = KEPT_BACK | {"telephone"} if isinstance(record, Person) else KEPT_BACK
    said = {
        field: record.basis_of(field) for field in sorted(back & set(record.statements()) - _plain(record))
    }
    told = [said for said in record.said if said.about not in back]
    said |= {each.about: each.basis.put(share=Share.SHARED) for each in told}
    return _with_said(record.put(basis=record.basis.put(share=Share.SHARED)), said)


def _plain(record: Record) -> frozenset[str]:
    """Name the fields in which nothing was written."""
    fields = type(record).model_fields
    return frozenset(
        field for field in record.statements() if getattr(record, field) == fields[field].default
    )


def unshared(record: R) -> R:
    """Give a record for the case file alone, with every field in it."""
    said = {said.about: said.basis.put(share=Share.CASE_FILE) for said in record.said}
    return _with_said(record.put(basis=record.basis.put(share=Share.CASE_FILE)), said)


def _with_said(record: R, bases: dict[str, Basis]) -> R:
    """Give the record with some fields' own bases changed, none of their values."""
    kept = {said.about: said.basis for said in record.said} | bases
    return record.put(said=tuple(Said(about=about, basis=basis) for about, basis in sorted(kept.items())))


def _confirmed(said: Said, stamp: Stamp) -> Said:
    return said.put(basis=said.basis.put(confirmed=stamp.today)) if stamp.may_see(said.basis) else said


def _at(items: tuple[Any, ...], index: int) -> Any:
    if not 0 <= index < len(items):
        raise NotFoundError("That is no longer there. Nothing was changed.")
    return items[index]
