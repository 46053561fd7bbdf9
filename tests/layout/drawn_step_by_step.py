"""Families as workers draw them: told in a line of words, piece by piece, or by the commands, at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random

from genogram_app.edit import arrange, carers, relatives, start
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit
from genogram_app.edit.spoken.line import tell
from genogram_app.edit.spoken.telling import Teller
from genogram_app.errors import UserError
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.model.ids import Id
from genogram_app.picture.compose import lay_out_measured
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.telling import lexicon_of
from genogram_app.words import words_in
from tests.builders import TODAY, counting, stamp
from tests.layout.test_sample_sheets import Sheet
from tests.picture.sheets import scene

SHORT = "Ali Bea Cy Dee Eve Flo Gus Hal Ida Joe".split()
LONG = (
    "Shazia Begum Hussain-Chaudhry",
    "Mair Llewelyn-Williams",
    "Przemysław Wiśniewski-Kowalczyk",
    "Muhammad Khalid Mahmood Hussain",
)


def opened(name: str = "Jay", drawn: Scene | None = None) -> Session:
    """Open a new case about a child, seen as the case file.

    drawn: by whom; else by a new one, which remembers nothing of others whose ids are the same.
    """
    new_id, catalog = counting(), scene().catalog
    drawn = drawn or Scene(catalog, scene().theme)
    first = start.new_case(stamp(new_id=new_id), kinds_of(catalog), name)
    session = Session(first.case, catalog, today=lambda: TODAY, new_id=new_id, settle=drawn.settled)
    session.look(replace(session.viewing, reader=Reader.CASE_FILE, kind="genogram"))
    return session


def told(line: str) -> Session:
    """Tell of a family piece by piece, as it is typed."""
    session, words = opened(), words_in()
    about = next(person.id for person in session.case.family.people if person.subject)
    for piece in line.split(";"):
        teller = Teller(session.stamp, session.kinds, session.view, words)
        found = tell(session.case, teller, lexicon_of(session.catalog, words), piece.strip(), about)
        assert not found.left, found.left
        session.do(found.edit)
    return session


def named(session: Session, name: str) -> Id:
    """Give who is called so."""
    return next(person.id for person in session.case.family.people if person.name == name)


def drawn_at_random(seed: int, steps: int = 12, drawn: Scene | None = None) -> Session:
    """Draw a family with the commands that a worker has on each person."""
    session, chance = opened(drawn=drawn), Random(seed)
    while steps:
        who = chance.choice([person.id for person in session.case.family.people])
        edit = partial(chance.choice(_STEPS), session, who, chance)
        try:
            session.do(edit())
        except UserError:  # somebody who has both parents is given none
            continue
        steps -= 1
    return session


def _renamed(session: Session, who: Id, chance: Random) -> Edit:
    return correct(session.case, session.stamp, who, name=chance.choice([*SHORT, *LONG]))


def _child(session: Session, who: Id, _: Random) -> Edit:
    return relatives.add_child(session.case, session.stamp, session.kinds, who)


def _sibling(session: Session, who: Id, _: Random) -> Edit:
    return relatives.add_sibling(session.case, session.stamp, session.kinds, who)


def _partner(session: Session, who: Id, _: Random) -> Edit:
    return relatives.add_partner(session.case, session.stamp, session.kinds, who)


def _parents(session: Session, who: Id, _: Random) -> Edit:
    return relatives.add_parents(session.case, session.stamp, session.kinds, who)


def _carers(session: Session, who: Id, chance: Random) -> Edit:
    return carers.add_carers(session.case, session.stamp, who, "foster", couple=chance.random() < 0.7)


_STEPS: tuple[Callable[[Session, Id, Random], Edit], ...] = (
    *(_child, _sibling, _renamed) * 3,
    *(_partner, _parents) * 2,
    _carers,
)


def as_it_stands(case: Case, session: Session) -> Sheet:
    """Measure and lay out a case with everybody where they stand."""
    shown, measured = scene()._shown(case, session.view)
    return Sheet(
        measured.options.drawn(shown.family), measured, lay_out_measured(shown, session.view, measured)
    )


def afresh(session: Session) -> Case:
    """Give the case with everybody laid out at once."""
    tidied = arrange.tidy(session.case, session.ground).case
    return scene().settled(tidied, session.view)
