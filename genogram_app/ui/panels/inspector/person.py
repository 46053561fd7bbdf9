"""The page of a person."""

from __future__ import annotations

from functools import partial
from typing import Any

from genogram_app.edit import details, households, people, relatives, statements
from genogram_app.edit.grown import refuse_unborn
from genogram_app.edit.records import correct
from genogram_app.edit.text import read_life, read_name
from genogram_app.errors import NotUnderstoodError, RefusedError
from genogram_app.family import kinship
from genogram_app.family.from_each import link_of
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import LivesIn
from genogram_app.picture import wording
from genogram_app.practice.out_of_hours import can_be_rung
from genogram_app.ui.canvas.previews import symbol_icon
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, Row
from genogram_app.ui.controls.segmented import Choice
from genogram_app.ui.panels.inspector.background import build_background, build_pregnancy
from genogram_app.ui.panels.inspector.called import (
    called,
    line_says,
    lines_of,
    parents_drawn,
    parents_say,
    source_says,
    span,
)
from genogram_app.ui.panels.inspector.page import RecordPage
from genogram_app.ui.panels.inspector.parents import parent_offers
from genogram_app.ui.panels.inspector.quotes import QuotesPart
from genogram_app.ui.panels.inspector.responsibility import build_responsibility
from genogram_app.ui.panels.inspector.spells import SpellsPart
from genogram_app.ui.panels.inspector.themes import ThemesPart

_OF_AGE = 18


class PersonPage(RecordPage):
    """Who somebody is, whose child, with whom they live, how they get on, and their own words."""

    @property
    def person(self) -> Person:
        """Give the person as they may be seen."""
        return self.of(Person)

    def title(self) -> str:
        """Say the name, or who somebody without one is."""
        return called(self.desk, self.key)

    def subtitle(self) -> str:
        """Say who it is on this sheet."""
        person, parts = self.person, []
        if person.subject:
            parts.append(self.say("child this genogram is about"))
        if person.role:
            parts.append(person.role)
        parts += [
            wording.age_in_full(self.desk.words, person, self.desk.as_at),
            wording.life(self.desk.words, person),
        ]
        return ", ".join(part for part in parts if part)

    def build(self) -> None:
        """Build the page."""
        self._build_who()
        self._build_family()
        self._build_more()

    # -- who it is ---------------------------------------------------------------------

    def _build_who(self) -> None:
        every = (Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED)
        self.text_field(self.say("Name"), "name", read=read_name, blanks=every)
        self.date_field(self.say("Born, or age"), "born", ages=True, blanks=every, read=self._read_life)
        self.choice_field(self.say("Drawn as"), "gender", self._genders())
        lives = [
            (Life.LIVING, "living"),
            (Life.DIED, "has died"),
            (Life.UNBORN, "unborn"),
            (Life.UNKNOWN, "?"),
        ]
        means = self.say("not known whether alive")
        choices = [Choice(life, self.say(says), means=means if says == "?" else "") for life, says in lives]
        self.choice_field(self.say("Life"), "life", choices, act=self._write_life, shown=self._life_known)
        build_pregnancy(self)
        died = self.date_field(self.say("Died"), "died", blanks=every)
        self.shows(lambda: died.setVisible(self.person.dead))
        self.text_field(
            self.say("Known as"), "known_as", read=str, hint=self.say("what the family calls them")
        )
        self.text_field(
            self.say("Who they are here"), "role", read=str, hint=self.say("such as gran, mum’s mum")
        )
        self.check(
            self.say("Child this genogram is about"),
            lambda: self.person.subject,
            lambda on: lambda case, stamp: people.set_subject(case, stamp, [self.key], on),
        )

    def _read_life(self, text: str) -> dict[str, Any]:
        person = self.person
        died = person.died if person.dead else None
        fields = read_life(text, self.desk.today, unborn=person.unborn, died=died).fields()
        if fields.get("life") is Life.UNBORN and not person.unborn:
            self._refuse_unborn()
        return fields

    def _refuse_unborn(self) -> None:
        """Say at the field itself that whoever has a child isn't due. Raises NotUnderstoodError."""
        session = self.desk.session
        try:
            refuse_unborn(session.case, session.stamp, self.key)
        except RefusedError as fault:
            raise NotUnderstoodError(str(fault)) from fault

    def _life_known(self) -> Life:
        """Give where somebody stands in life; not known of a "?" of whom nobody has said so much as that."""
        person = self.person
        told = person.named or person.known_as or isinstance(person.born, When)
        return person.life if told or person.life is not Life.LIVING or self._said_living() else Life.UNKNOWN

    def _said_living(self) -> bool:
        """Say whether it was told, to whoever may see it, that somebody is alive: no more than drawn so."""
        session = self.desk.session
        said = session.case.family.get(Person, self.key).said
        return any(each.about == "life" and session.stamp.may_see(each.basis) for each in said)

    def _write_life(self, life: Life) -> None:
        if life is Life.LIVING and life is self.person.life:
            self.act(lambda case, stamp: statements.confirm(case, stamp, [self.key], "life"))
        else:
            self.write("life", life, typing=False)

    def _genders(self) -> list[Choice]:
        cards = [card for card in self.desk.scene.catalog.people.values() if not card.life]
        found = []
        for card in cards:
            value = "" if card.default else card.id
            found.append(Choice(value, "", symbol_icon(self.desk.pen, card), self.say(card.label)))
        return found

    # -- the family round it --------------------------------------------------------------

    def _build_family(self) -> None:
        homes = self.section(self.say("Lives with"), self._homes, self.say("nobody has said"))
        homes.offer_menu(self.say("Add a home"), self._home_offers)
        parents = self.section(self.say("Parents and carers"), self._parents, self.say("nobody has said"))
        parents.offer_menu(self.say("Add parents or carers"), partial(parent_offers, self))
        build_responsibility(self)
        couples = self.section(self.say("Partners"), self._couples)
        couples.offer(self.say("Add a partner"), self._add_partner)
        lines = self.section(self.say("Relationships and services"), self._lines, self.say("none drawn yet"))
        lines.offer(self.say("Draw a relationship"), lambda: self.desk.relate.emit())
        legal = SpellsPart(
            self,
            self.say("Legal status"),
            lambda: list(self.desk.scene.catalog.legal.values()),
            self.say("Say what it is…"),
        )
        self.column.addWidget(legal)
        self.shows(legal.show_spells)
        self.shows(lambda: legal.setVisible(bool(self.person.legal) or self._is_young()))

    def _is_young(self) -> bool:
        person = self.person
        if person.subject or person.unborn:
            return True
        found = age_on(person.born, self.desk.as_at) if isinstance(person.born, When) else None
        return found is not None and found[0] < _OF_AGE and not person.dead

    def _homes(self) -> list[Row]:
        found = kinship.homes_of(self.desk.seen.family, self.key)
        rows = []
        for stay, home in sorted(found, key=lambda each: (each[0].until is not None, each[0].id)):
            when = span(self.desk, stay.since, stay.until)
            part = stay.pattern or self.say("part of the week") if stay.part_time else ""
            detail = " · ".join(each for each in (part, when) if each)
            rows.append(Row(called(self.desk, home.id), detail, stay.id, strong=stay.until is None))
        return rows

    def _home_offers(self) -> list[Offer]:
        here = {
            stay.household for stay in self.desk.seen.family.out_of(LivesIn, self.key) if stay.until is None
        }
        offers: list[Offer] = [
            (self.say("Lives in {home}", home=called(self.desk, home.id)), partial(self._move_in, home.id))
            for home in self.desk.seen.family.households
            if home.id not in here and home.until is None
        ]
        return [*offers, (self.say("A new home"), self._new_home)]

    def _move_in(self, home: str) -> None:
        self.act(lambda case, stamp: households.move_in(case, stamp, home, [self.key]))

    def _new_home(self) -> None:
        self.act(lambda case, stamp: households.make_household(case, stamp, [self.key]), go=True)

    def _parents(self) -> list[Row]:
        catalog, day, rows = self.desk.scene.catalog, self.desk.as_at, []
        for link in kinship.links_up(parents_drawn(self.desk), self.key):
            card, now = catalog.link(link.kind), kinship.current(link, day)
            who = parents_say(self.desk, link)
            says = who if card.blood else self.say("{who}, {how}", who=who, how=self.say(card.label))
            detail = span(self.desk, link.since, link.until)
            row = Row(says, detail, link_of(link.id), strong=card.brings_up and now)
            rows.append((not card.blood, not now, link.id, row))
        return [row for *_, row in sorted(rows, key=lambda each: each[:3])]

    def _add_partner(self) -> None:
        kinds = self.desk.session.kinds
        self.act(lambda case, stamp: relatives.add_partner(case, stamp, kinds, self.key), go=True)

    def _couples(self) -> list[Row]:
        family, catalog, rows = self.desk.seen.family, self.desk.scene.catalog, []
        for union in kinship.unions_of(family, self.key):
            others = [each.id for each in kinship.partners(family, union.id) if each.id != self.key]
            who = self.desk.words.listed([called(self.desk, each) for each in others]) or "?"
            rows.append(Row(who, self.say(catalog.union(union.kind).label), union.id))
        return rows

    def _lines(self) -> list[Row]:
        rows = []
        for line in lines_of(self.desk, self.key):
            over = line.until is not None
            detail = span(self.desk, line.since, line.until) or source_says(self.desk, line.basis)
            rows.append((over, line.id, Row(line_says(self.desk, line), detail, line.id, quiet=over)))
        return [row for *_, row in sorted(rows, key=lambda each: each[:2])]

    # -- what matters, own words, whom to ring ------------------------------------------------

    def _build_more(self) -> None:
        build_background(self)
        themes, quotes = ThemesPart(self), QuotesPart(self)
        self.column.addWidget(themes)
        self.column.addWidget(quotes)
        self.shows(themes.show_themes)
        self.shows(quotes.show_quotes)
        every = (Blank.UNKNOWN, Blank.NOT_ASKED, Blank.DECLINED, Blank.NONE)
        self.text_field(self.say("Telephone"), "telephone", blanks=every)
        ring = button(self.say("Make the go-to person"), self._ring, picture="phone")
        self.column.addWidget(ring)
        self.shows(lambda: ring.setVisible(self._may_be_go_to()))
        go_to = self.section(self.say("Out of hours"), self._go_to_rows)
        self.shows(lambda: go_to.setVisible(self._is_go_to()))
        if self.desk.by_worker:
            self.prose_field(self.say("Notes"), "notes")
            self.check(
                self.say("Never on a family copy"),
                lambda: self.person.confidential,
                lambda on: lambda case, stamp: correct(case, stamp, self.key, confidential=on),
            )
            asked = self.section(self.say("Still to ask"), self._questions)
            self.shows(lambda: asked.setVisible(bool(self._questions())))

    def _may_be_go_to(self) -> bool:
        return not self._is_go_to() and can_be_rung(self.person, self.desk.today)

    def _is_go_to(self) -> bool:
        go_to = self.desk.seen.details.go_to
        return go_to is not None and go_to.who == self.key

    def _go_to_rows(self) -> list[Row]:
        go_to = self.desk.seen.details.go_to
        if go_to is None or go_to.who != self.key:
            return []
        return [Row(self.say("The one to ring"), wording.text(self.desk.words, go_to.telephone))]

    def _ring(self) -> None:
        self.act(lambda case, stamp: details.set_go_to(case, stamp, self.key))

    def _questions(self) -> list[Row]:
        return [Row(question.says) for question in self.desk.questions() if question.about == self.key]
