"""Lines of harm: which way, who says so, and where it stands. None of them has a default."""

from __future__ import annotations

from collections.abc import Iterator

from genogram_app.model.base import Basis
from genogram_app.model.ties import Bond, Direction
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
    for bond, basis in _harm(look):
        if basis.teller is None and not basis.told_by:
            yield bond.id, look.say("{line}: who says so?", line=_line(look, bond))


@asks("R16")
def harm_without_standing(look: Look) -> Found:
    """Ask where it stands: reported, denied, disputed, admitted, convicted or found by a court."""
    for bond, basis in _harm(look):
        if basis.standing is None:
            yield (
                bond.id,
                look.say("{line}: is it reported, disputed, admitted or found?", line=_line(look, bond)),
            )


def _harm(look: Look) -> Iterator[tuple[Bond, Basis]]:
    harmful = look.catalog.harm
    for bond in look.family.edges(Bond):
        if bond.quality in harmful:
            yield bond, bond.basis_of("quality")


def _line(look: Look, bond: Bond) -> str:
    label = look.say(look.catalog.bond(bond.quality).label)
    return look.say(
        "“{label}” between {a} and {b}", label=label, a=calls(look, bond.a), b=calls(look, bond.b)
    )
