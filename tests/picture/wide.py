"""Two wide families: thirty people in four generations, told by hand, and a home with fourteen services."""

from __future__ import annotations

from genogram_app.model.agency import Agency
from genogram_app.model.dates import When
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import Tie
from tests.builders import SHARED, child, couple, home
from tests.picture.composed import (
    DIVORCED,
    FOSTER,
    MARRIED,
    PARTED,
    TOGETHER,
    Records,
    born_to,
    man,
    woman,
)
from tests.picture.sheets import scene

#: Everybody of four generations: who, born, and died if so; men and boys marked m.
PEOPLE = """
George Hale m 1941 2009, Edith Hale w 1944, Arthur Mensah m 1939 2001, Grace Mensah w 1946,
Tomas Novak m 1948, Hana Novak w 1950 2018, Peter Hale m 1966, Susan Hale w 1969, Alan Hale m 1972,
Joyce Mensah w 1968, Daniel Mensah m 1971, Irena Novak w 1975, Karel Novak m 1978, Lena Brandt w 1974,
Mark Doyle m 1970, Ruth Okafor w 1963, Ben Okafor m 1961, Ella Hale w 1993, Sam Hale m 1996, Amy Hale w 2012,
Zoe Hale w 2014, Jack Doyle m 1999, Mia Doyle w 2002, Kofi Mensah m 2001, Nina Novak w 2003,
Leo Brandt m 2007,
Finn Hale m 2010, Tara Okafor w 1990, Chris Webb m 1991, Robin Webb m 2015
"""
#: Each couple, what they are, and their children.
COUPLES = (
    ("George Edith", MARRIED, "Peter Susan Alan"),
    ("Arthur Grace", MARRIED, "Joyce Daniel"),
    ("Tomas Hana", MARRIED, "Irena Karel"),
    ("Peter Joyce", DIVORCED, "Ella Sam"),
    ("Peter Irena", MARRIED, "Amy Zoe"),
    ("Mark Susan", PARTED, "Jack Mia"),
    ("Daniel Susan", TOGETHER, "Kofi"),
    ("Karel Lena", DIVORCED, "Nina Leo"),
    ("Alan Lena", TOGETHER, "Finn"),
    ("Ben Ruth", MARRIED, "Tara"),
    ("Chris Ella", MARRIED, "Robin"),
)
#: Fourteen services by their card, with what the tie is like, and whom it joins: the home or one of it.
SERVICES = (
    ("school", "Moor Lane Primary", "strong", "nest"),
    ("gp_surgery", "Hill Surgery", "", "nest"),
    ("health_visiting", "Health visitor", "", "leo"),
    ("social_care", "Family team", "stressful", "mum"),
    ("housing", "Housing office", "stressful", "nest"),
    ("benefits", "Benefits office", "very stressful", "mum"),
    ("police", "Police", "weak", "dad"),
    ("drug_and_alcohol_service", "Recovery service", "weak", "dad"),
    ("child_mental_health", "Young minds clinic", "", "ada"),
    ("club", "Judo club", "strong", "ada"),
    ("faith_group", "St Anne’s", "strong", "gran"),
    ("neighbours", "Next door", "strong", "gran"),
    ("employer", "The bakery", "", "dad"),
    ("friends", "Mum’s friends", "broken", "mum"),
)


def thirty() -> Records:
    """Thirty people: half-siblings, a step-family, foster carers of two, couples who parted."""
    unions = [(f"u{i}", *one) for i, one in enumerate(COUPLES)]
    return [
        *map(_told, PEOPLE.replace("\n", " ").split(",")),
        *(r for key, pair, kind, _ in unions for r in couple(key, *pair.lower().split(), kind=kind)),
        *(r for key, _, _, born in unions for r in born_to(key, *born.lower().split())),
        *(child(who, "u9", kind=FOSTER) for who in ("amy", "zoe")),
    ]


def _told(line: str) -> Person:
    forename, surname, sex, born, *died = line.split()
    make = man if sex == "m" else woman
    found = make(forename.lower(), f"{forename} {surname}", born, subject=forename == "Amy")
    return found.put(life=Life.DIED, died=When(died[0])) if died else found


def fourteen_services() -> Records:
    """A home of five with a service for nearly everything, good and bad."""
    return [
        woman("ada", "Ada Brook", "2015", subject=True),
        man("leo", "Leo Brook", "2024"),
        woman("mum", "Kate Brook", "1990"),
        man("dad", "Sean Brook", "1988"),
        woman("gran", "Nell Brook", "1960"),
        *couple("pair", "dad", "mum", kind=MARRIED),
        *born_to("pair", "ada", "leo"),
        *born_to("gran", "dad"),
        *home("nest", "ada", "leo", "mum", "dad", "gran"),
        *(record for one in SERVICES for record in _service(*one)),
    ]


def _service(kind: str, name: str, how: str, whom: str) -> Records:
    card = scene().catalog.ties.get(f"tie_{how or 'plain'}".replace(" ", "_"))
    assert card is not None
    tie = Tie(id=f"t.{kind}", a=kind, b=whom, basis=SHARED).put(**{card.axis: card.id})
    return [Agency(id=kind, kind=kind, name=name, basis=SHARED), tie]
