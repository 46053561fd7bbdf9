"""What a hand arranged stays: a step moves those whom it concerns and whom they push, and nobody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations
from random import Random

import pytest

from genogram_app.edit import arrange, people, ties
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.studio.fitting import fit
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import drawn_at_random, named, told
from tests.picture.sheets import scene

Places = Mapping[Id, Placement]
SEEDS = range(14)
FAMILY = (
    "mum Shazia Begum 35; dad ?; sister Aisha 13; brother Bilal 9; nani Zubaida 66; chacha Tariq 40; "
    "foster carers Ann and Bob Smith; mum's partner Imran 30; half-sister Noor 1 mum's"
)


def places(session: Session) -> Places:
    return session.standing.placed(session.ground)


def dragged(session: Session, who: Id, by: tuple[float, float]) -> Places:
    """Drag somebody by hand, and give where all stand then."""
    at = places(session)[who]
    spot = {who: (at.x + by[0], at.y + by[1])}
    session.do(arrange.place(session.standing, session.ground, spot))
    return places(session)


def moved(before: Places, after: Places) -> set[Id]:
    return {key for key, at in before.items() if key in after and after[key] != at}


def swapped(before: Places, after: Places) -> list[tuple[Id, Id]]:
    """Give who of one row have changed places."""
    pairs = combinations(sorted(before.keys() & after.keys()), 2)
    level = (pair for pair in pairs if before[pair[0]].y == before[pair[1]].y)
    level = (pair for pair in level if after[pair[0]].y == after[pair[1]].y)
    return [(a, b) for a, b in level if (before[a].x - before[b].x) * (after[a].x - after[b].x) < 0]


def _renamed(session: Session, who: Id, _: Id) -> Edit:
    return correct(session.case, session.stamp, who, name="Jo")


def _died(session: Session, who: Id, _: Id) -> Edit:
    return people.died(session.case, session.stamp, who)


def _related(session: Session, who: Id, other: Id) -> Edit:
    return ties.add_bond(session.case, session.stamp, who, other, "close")


def _noted(session: Session, who: Id, _: Id) -> Edit:
    return correct(session.case, session.stamp, who, notes="Rang today.")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("step", [_renamed, _died, _related, _noted])
def test_a_step_after_a_drag_swaps_nobody_and_moves_few(
    seed: int, step: Callable[[Session, Id, Id], Edit]
) -> None:
    session, chance = drawn_at_random(seed, steps=9), Random(seed)
    hand, who, other = chance.sample(sorted(person.id for person in session.case.family.people), 3)
    before = dragged(session, hand, chance.choice([(0, 40), (0, -40), (60, 0), (-60, 0), (40, 40)]))
    session.do(step(session, who, other))
    after = places(session)
    assert after[hand] == before[hand]
    assert swapped(before, after) == []
    # Room is made in one row: for a wider name, or between the two for a line.
    rows = {before[who].y, before[other].y}
    assert {before[key].y for key in moved(before, after)} <= rows


@pytest.mark.parametrize("name", ["Shazia Begum", "Aisha", "Tariq", "Noor", "Zubaida"])
def test_a_step_that_changes_nobody_s_room_or_kin_moves_nobody(name: str) -> None:
    session = told(FAMILY)
    before = dragged(session, named(session, name), (0, -30))
    for person in session.case.family.people:
        session.do(correct(session.case, session.stamp, person.id, notes="Rang today."))
        # Two letters change places: the name is as wide as before.
        if isinstance(person.name, str) and len(person.name) > 4:
            other = f"{person.name[:2]}{person.name[3]}{person.name[2]}{person.name[4:]}"
            session.do(correct(session.case, session.stamp, person.id, name=other))
    assert places(session) == before


def test_fit_to_paper_leaves_who_was_placed_by_hand_and_tries_the_others() -> None:
    session = told(FAMILY)
    who = named(session, "Tariq")
    before = dragged(session, who, (900.0, 300.0))
    session.do(fit(scene(), session.standing, session.view))
    after = places(session)
    assert after[who] == before[who]
