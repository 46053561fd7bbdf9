"""Random families of which something is kept from the family, for what no reader may find out."""

from __future__ import annotations

from random import Random

from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.ties import Tie
from tests.builders import PRIVATE, SHARED, case_of, child, couple, home, person


def a_family(random: Random, birth: str) -> tuple[Case, list[Id]]:
    """Make a family of three generations with homes and services, and say whom the family doesn't see."""
    made: list[Record] = [*couple("u_top", "gran", "grandad"), person("gran"), person("grandad")]
    loose: list[Id] = ["gran", "grandad"]
    for n in range(random.randint(1, 3)):
        parent, partner, pair = f"parent{n}", f"partner{n}", f"u{n}"
        made += [person(parent), person(partner), *couple(pair, parent, partner)]
        made.append(child(parent, "u_top", kind=birth))
        kids = [f"kid{n}{number}" for number in range(random.randint(1, 5))]
        made += [person(key, f"{key.title()} {'Wolstenholme' * random.randint(0, 1)}") for key in kids]
        made += [child(key, pair, kind=birth) for key in kids]
        made += home(f"home{n}", *random.sample([parent, partner, *kids], 2))
        made += [Agency(id=f"club{n}", kind="", name="Club", basis=SHARED)]
        made += [Tie(id=f"tie{n}", a=f"club{n}", b=kids[0], basis=SHARED)]
        loose += [parent, partner, *kids, f"home{n}", f"club{n}", pair]
    case = case_of(person("jay", subject=True), child("jay", "u0", kind=birth), *made)
    return case, random.sample(loose, random.randint(1, 4))


def kept_back(case: Case, hidden: list[Id]) -> Case:
    """Keep some records of a case from the family."""
    return case.changed(put=[case.family.record(key).put(basis=PRIVATE) for key in hidden])
