"""Who is on the sheet, as rows: by home, then those elsewhere, those who died, and services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from genogram_app.catalog.load import Catalog
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.practice.calling import home_called
from genogram_app.practice.question import Look
from genogram_app.ui.controls.plain import plainly
from genogram_app.ui.whom import kin_words, unnamed
from genogram_app.words import Words


@dataclass(frozen=True)
class Entry:
    """One row: a heading where `key` is empty, else somebody or a service."""

    says: str
    detail: str = ""
    key: Id = ""
    unknown: bool = False


@dataclass(frozen=True)
class Roll:
    """Makes the rows of a case as it is seen on a day."""

    case: Case
    catalog: Catalog
    words: Words
    day: date

    def entries(self, wanted: str = "") -> tuple[Entry, ...]:
        """Give all rows, or only those that are meant by some words: all as they stand, else each somewhere.

        Somebody is found by who they are to the child too: "mum's dad".
        """
        words = plainly(wanted).split()
        return tuple(self._grouped([" ".join(words)] if words else [])) or tuple(self._grouped(words))

    def _grouped(self, wanted: list[str]) -> Iterator[Entry]:
        for heading, key, rows in self._groups():
            found = [row for row in rows if not wanted or self._is_meant(row, heading, wanted)]
            if found:
                yield Entry(heading, key=f"ring:{key}" if key else "")
                yield from found

    def _is_meant(self, row: Entry, heading: str, wanted: list[str]) -> bool:
        kin = kin_words(self._look).get(row.key, "")
        searched = plainly(f"{row.says} {row.detail} {heading} {kin}")
        return all(word in searched for word in wanted)

    @cached_property
    def _look(self) -> Look:
        return Look(self.case, self.day, self.catalog, self.words)

    def _groups(self) -> Iterator[tuple[str, Id, list[Entry]]]:
        say, listed = self.words.say, set[Id]()
        for home in sorted(self.case.family.households, key=self._home_order):
            living = [
                stay.person
                for stay in kinship.members(self.case.family, home.id)
                if kinship.current(stay, self.day)
            ]
            people = [person for key in living if not (person := self._person(key)).dead]
            listed |= {person.id for person in people}
            yield home_called(self._look, home), home.id, self._rows(people)
        rest = [person for person in self.case.family.people if person.id not in listed]
        named = say("Elsewhere") if listed else say("People")
        yield named, "", self._rows(person for person in rest if not person.dead)
        yield say("Died"), "", self._rows(person for person in rest if person.dead)
        yield say("Services"), "", [self._service(agency) for agency in self.case.family.agencies]

    def _home_order(self, home: Household) -> tuple[bool, bool, str]:
        """Put the subject child's home first and those that have ended last."""
        stays = kinship.members(self.case.family, home.id)
        living = [self._person(stay.person) for stay in stays if kinship.current(stay, self.day)]
        subject = any(person.subject for person in living)
        return not subject, home.until is not None, home_called(self._look, home).casefold()

    def _person(self, key: Id) -> Person:
        return self.case.family.get(Person, key)

    def _rows(self, people: Iterable[Person]) -> list[Entry]:
        rows = [(not person.subject, *_birth(person), self._row(person)) for person in people]
        return [row for *_, row in sorted(rows, key=lambda each: (*each[:3], each[3].says, each[3].key))]

    def _row(self, person: Person) -> Entry:
        if person.named or person.known_as:
            return Entry(wording.name(self.words, person), self._detail(person), person.id)
        detail = self._detail(person)
        blank = wording.text(self.words, person.name)
        return Entry(
            unnamed(self._look)[person.id], blank if detail == "?" else detail, person.id, unknown=True
        )

    def _detail(self, person: Person) -> str:
        parts = [] if not person.dead else [wording.dates(self.words, person)]
        if person.unborn:
            parts = [wording.dates(self.words, person)]
        if not parts:
            parts = [wording.age(self.words, person, self.day)]
        go_to = self.case.details.go_to
        if go_to is not None and go_to.who == person.id:
            parts.append(self.words.say("go to"))
        return " · ".join(parts)

    def _service(self, agency: Agency) -> Entry:
        kind = self.words.say(self.catalog.agency(agency.kind).label)
        names = [name for name in (agency.name, agency.contact) if not isinstance(name, Blank) and name]
        says = names[0] if names else kind[:1].upper() + kind[1:]
        stands = "" if agency.involvement is Involvement.ACTIVE else self.words.say(agency.involvement.value)
        if self.case.details.worker == agency.id:
            says, stands = (names[-1] if names else says), self.words.say("worker")
        return Entry(says, stands, agency.id)


def _birth(person: Person) -> tuple[date, date]:
    return (date.max, date.max) if isinstance(person.born, Blank) else person.born.order
