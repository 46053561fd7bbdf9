"""Lines of harm: which way, who says so, and where it stands. None of them has a default."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.family import kinship
from genogram_app.model.base import Basis
from genogram_app.model.ids import Id
from genogram_app.model.person import Spell
from genogram_app.model.ties import Bond, Direction, Union
from genogram_app.practice.calling import calls
from genogram_app.practice.question import Found, Look, asks


@asks("R16")
def no_direction(look: Look) -> Found:
    """Ask which way a line goes that must say it."""
    for bond in look.family.edges(Bond):
        card = look.catalog.bond(bond.quality)
        if card.directed == "required" and bond.direction is Direction.UNSET:
            yield bond.id, look.say("{line}: which way does it go?", line=_line(look, bond))


@asks("R16")
def harm_without_source(look: Look) -> Found:
    """Ask who says that there is harm."""
    for key, line, basis in _harm(look):
        if basis.teller is None and not basis.told_by:
            yield key, look.say("{line}: who says so?", line=line)


@asks("R16")
def harm_without_standing(look: Look) -> Found:
    """Ask where it stands: reported, denied, disputed, admitted, convicted or found by a court."""
    for key, line, basis in _harm(look):
        if basis.standing is None:
            yield key, look.say("{line}: is it reported, disputed, admitted or found?", line=line)


def _harm(look: Look) -> Iterator[tuple[Id, str, Basis]]:
    """Go through what says harm: its record, its name in words, and what it rests on."""
    harmful = look.catalog.harm
    for bond in look.family.edges(Bond):
        if bond.quality in harmful:
            yield bond.id, _line(look, bond), bond.basis_of("quality")
    for union in look.family.unions:
        for spell in union.spells:
            if spell.kind in harmful:
                yield union.id, _state(look, union, spell), spell.basis


def _line(look: Look, bond: Bond) -> str:
    label = look.say(look.catalog.bond(bond.quality).label)
    return look.say(
        "“{label}” between {a} and {b}", label=label, a=calls(look, bond.a), b=calls(look, bond.b)
    )


def _state(look: Look, union: Union, spell: Spell) -> str:
    label = look.say(look.catalog.union(spell.kind).label)
    names = [calls(look, person.id) for person in kinship.partners(look.family, union.id)]
    return look.say("“{label}” of {names}", label=label, names=look.words.listed(names))
