"""An ecomap that grows service by service: where a line would run over somebody, a few take other seats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from genogram_app.edit import agencies, arrange
from genogram_app.layout.around.ecomap import at_home
from genogram_app.layout.standing.passed import passed_over
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import as_it_stands, told

FAMILY = (
    "mum Shazia Begum Hussain 34; dad Muhammad Khalid Mahmood 36; brother Ibrahim 12; "
    "nani Rukhsana Bibi Akhtar 60 mum's mum; sister Mia 3; lives with mum, Ibrahim and Mia"
)
NAMES = "Ysgol Gynradd Gymraeg Llanbedr", "North Team", "?"
CONTACTS = "Jo", "Katarzyna Wiśniewska-Kowalczyk", ""


def begun() -> Session:
    """Tell of a family, and look at its ecomap."""
    session = told(FAMILY)
    session.look(replace(session.viewing, kind="ecomap"))
    return session


def with_one_more(session: Session, chance: Random) -> None:
    """Add a service of any kind, tied to one or two."""
    people = sorted((person.id for person in session.case.family.people), key=lambda key: (len(key), key))[:5]
    homes = [home.id for home in session.case.family.households]
    kind, contact = chance.choice(list(session.catalog.agencies)), chance.choice(CONTACTS)
    name, ends = chance.choice(NAMES), chance.sample(people + homes * 3, chance.choice([1, 1, 2]))
    session.do(
        agencies.add_agency(
            session.case, session.stamp, kind, contact=contact, name=name, ties_to=ends, strength=""
        )
    )


def growing(seed: int, count: int) -> Iterator[tuple[Session, dict[Id, Placement]]]:
    """Go through an ecomap after each of so many services, with where everybody stood before it."""
    session, chance = begun(), Random(seed)
    for _ in range(count):
        before = dict(session.standing.placed("ecomap"))
        with_one_more(session, chance)
        yield session, before


def over(session: Session) -> frozenset[tuple[Id, Id]]:
    sheet = as_it_stands(session.standing, session)
    return passed_over(sheet.family, sheet.measured.extents, sheet.layout)


def test_no_line_runs_over_anybody_and_few_take_other_seats() -> None:
    for session, before in growing(seed=1803, count=18):
        after = session.standing.placed("ecomap")
        assert over(session) == frozenset()
        moved = {key for key in before if after[key] != before[key]}
        assert moved.isdisjoint(at_home(session.case.family))
        assert len(moved) <= 12


def test_who_was_placed_by_hand_keeps_their_seat() -> None:
    session, chance = begun(), Random(1402)
    with_one_more(session, chance)
    first = session.case.family.agencies[0].id
    session.do(arrange.place(session.case, "ecomap", {first: (400.0, 10.0)}))
    for _ in range(12):
        with_one_more(session, chance)
        at = session.standing.placed("ecomap")[first]
        assert (at.x, at.y, at.by_hand) == (400.0, 10.0, True)
