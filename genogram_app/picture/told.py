"""What every part of the sheet in words needs: names, dates, blanks and sources, said in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.report import Block, Heading
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import Reader, View
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Blank, TextField
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person, Theme
from genogram_app.picture import wording
from genogram_app.picture.pen import Pen
from genogram_app.picture.people import theme_words
from genogram_app.practice.calling import calls, kin_word
from genogram_app.practice.question import Look
from genogram_app.words import Words, facts


@dataclass(frozen=True)
class Telling:
    """A case as its reader sees it, to be said in words. `case` has been through `family.seen`."""

    pen: Pen
    catalog: Catalog
    case: Case
    view: View

    @property
    def words(self) -> Words:
        """Give the language."""
        return self.pen.words

    @property
    def family(self) -> FamilyGraph:
        """Give the family."""
        return self.case.family

    @property
    def in_full(self) -> bool:
        """Say whether this is the case-file copy, which tells who said what and why there is a blank."""
        return self.view.reader is Reader.CASE_FILE

    def say(self, template: str, /, **args: object) -> str:
        """Say a template with its arguments."""
        return self.words.say(template, **args)

    @cached_property
    def look(self) -> Look:
        """Give the case as what names people looks at it; one for all, for it works out the rows once."""
        return Look(self.case, self.view.as_at, self.catalog, self.words)

    def call(self, key: Id) -> str:
        """Give the full name of somebody or something, or how they are related to somebody who has one."""
        person = self.family.find(Person, key)
        if person and person.named:
            return str(person.name)
        worker = self.family.find(Agency, key) if key == self.case.details.worker else None
        if worker and isinstance(worker.contact, str):
            return worker.contact
        return calls(self.look, key)

    def kin_word(self, person: Person) -> str:
        """Say how somebody is related to a child the sheet is about."""
        return kin_word(self.look, person)

    def blank(self, blank: Blank) -> str:
        """Say why nothing stands there; in full on the case-file copy alone."""
        say = facts.blank_in_full if self.in_full else facts.blank
        return say(self.words, blank.value)

    def text(self, field: TextField) -> str:
        """Say a text field."""
        return self.blank(field) if isinstance(field, Blank) else field or "?"

    def date(self, field: DateField) -> str:
        """Say a date field; where there is none, in full: "date not known", "date: chose not to say"."""
        if isinstance(field, When):
            return facts.vague_date(self.words, field.edtf)
        template = "date: {reason}" if field is Blank.DECLINED else "date {reason}"
        return self.say(template, reason=self.blank(field)) if self.in_full else self.blank(field)

    def span(self, since: DateField | None, until: DateField | None) -> str:
        """Say from when to when."""
        return wording.span(self.words, since, until)

    def theme(self, theme: Theme) -> str:
        """Say a theme in words."""
        return theme_words(self.pen, self.catalog, theme)

    def source(self, basis: Basis, *, harm: bool = False) -> str:
        """Say who says so, where it stands and when it was recorded; nothing in a family copy."""
        if not self.in_full:
            return ""
        parts = [capital(wording.source(self.words, basis, harm=harm))]
        if basis.recorded:
            parts.append(self.say("recorded {day}", day=self.words.short_day(basis.recorded)))
        if basis.confirmed:
            parts.append(self.say("confirmed {day}", day=self.words.short_day(basis.confirmed)))
        return joined(parts)


def joined(parts: Iterable[str], by: str = ", ") -> str:
    """Join what there is."""
    return by.join(part for part in parts if part)


def capital(said: str) -> str:
    """Begin a sentence with a capital letter."""
    return said[:1].upper() + said[1:]


def stopped(parts: Iterable[str]) -> str:
    """Make a sentence of each part that there is, every one with one full stop."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)


def section(title: str, blocks: Iterable[Block]) -> list[Block]:
    """Put a heading over some blocks; nothing where there are none."""
    found = list(blocks)
    return [Heading(title), *found] if found else []
