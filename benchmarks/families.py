"""Made-up families of any size, as GEDCOM, so that a benchmark depends on no sample and no private name."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

CHILDREN = 3
GENERATION = 27  # years
FORENAMES = ("Ada", "Ben", "Carys", "Dev", "Elin", "Femi", "Gwen", "Hugh", "Iris", "Jay")


@dataclass
class Person:
    """Someone in the family; `parents` and `partner_in` are numbers of couples."""

    number: int
    born: int
    parents: int | None = None
    partner_in: int | None = None

    def __str__(self) -> str:
        """Give this person's GEDCOM record."""
        forename = FORENAMES[self.number % len(FORENAMES)]
        lines = [f"0 @I{self.number}@ INDI", f"1 NAME {forename} {self.number} /Morgan/"]
        lines += [f"1 SEX {'MF'[self.number % 2]}", "1 BIRT", f"2 DATE {self.born}"]
        lines += [f"1 FAMC @F{self.parents}@"] if self.parents else []
        lines += [f"1 FAMS @F{self.partner_in}@"] if self.partner_in else []
        return "\n".join(lines)


@dataclass
class Couple:
    """Two people and their children."""

    number: int
    partners: tuple[Person, Person]
    children: list[Person] = field(default_factory=list)

    def __str__(self) -> str:
        """Give this couple's GEDCOM record."""
        wife, husband = sorted(self.partners, key=lambda person: -(person.number % 2))
        lines = [f"0 @F{self.number}@ FAM", f"1 HUSB @I{husband.number}@", f"1 WIFE @I{wife.number}@"]
        return "\n".join(lines + [f"1 CHIL @I{child.number}@" for child in self.children])


def gedcom(size: int) -> str:
    """Give a GEDCOM 5.5.1 file of `size` people, two or more."""
    people, couples = grow(size)
    head = "0 HEAD\n1 SOUR genogram\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED\n1 CHAR UTF-8"
    return "\n".join([head, *map(str, people), *map(str, couples), "0 TRLR", ""])


def grow(size: int) -> tuple[list[Person], list[Couple]]:
    """Grow a family from one couple: three children each, and every other newcomer marries one of them."""
    people = [Person(1, 1935), Person(2, 1936)]
    couples: list[Couple] = []
    waiting = deque([_marry(couples, people[0], people[1])])
    while len(people) < size:
        couple = waiting.popleft()
        for _ in range(CHILDREN):
            if len(people) < size:
                people.append(_child(couple, len(people) + 1))
            if len(people) < size:
                people.append(Person(len(people) + 1, people[-1].born + 1))
                waiting.append(_marry(couples, people[-2], people[-1]))
    return people, couples


def _marry(couples: list[Couple], one: Person, other: Person) -> Couple:
    couple = Couple(len(couples) + 1, (one, other))
    one.partner_in = other.partner_in = couple.number
    couples.append(couple)
    return couple


def _child(couple: Couple, number: int) -> Person:
    born = max(partner.born for partner in couple.partners) + GENERATION + 2 * len(couple.children)
    child = Person(number, born, parents=couple.number)
    couple.children.append(child)
    return child
