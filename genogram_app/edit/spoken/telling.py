"""The family while a line of words is told: each piece adds to it, or changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from genogram_app.edit import children
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.edit.spells import correct_state
from genogram_app.edit.spoken.adding import added
from genogram_app.edit.spoken.filling import fields_of
from genogram_app.edit.spoken.grammar import Mention, Ref, Told, UnclearError
from genogram_app.edit.spoken.lexicon import Lexicon
from genogram_app.edit.spoken.namesakes import namesake
from genogram_app.edit.spoken.scan import names_alone
from genogram_app.edit.spoken.sight import Sight
from genogram_app.edit.spoken.spots import Spot, Spots, way_to
from genogram_app.edit.text import LifeTold
from genogram_app.edit.unions import union_between
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.model.base import Blank
from genogram_app.model.dates import When, age_on
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Life, Person
from genogram_app.model.ties import Twin
from genogram_app.words import Sentence, Words

_SINCE = Sentence("Since when what? A day can be told of partners, of carers and of who lives together.")
_SIDE = Sentence("Whose side? Choose, or write it after.")
#: Nobody younger has a partner or children.
_GROWN = 12
_WHO_IS_THAT = Sentence("Which one is that? Write the name, or “?” for somebody else.")
_WHOSE = Sentence("Another name stands there. Whose, then? Choose, or write it after.")
_WHICH = Sentence("Which do you mean? Choose, or write it after.")


@dataclass(frozen=True)
class Teller:
    """In what way a line is told: who tells, with which cards, seen how, said how."""

    stamp: Stamp
    kinds: Kinds
    view: View
    words: Words


@dataclass(frozen=True)
class Telling:
    """Who is there so far, whom the line is about, whom it spoke of, and what it calls them.

    beside: somebody else, who is selected: a word alone may be of them as well. chains: how
    each is said from whom the line is about ("mum’s mum"). aliases: whom a word such
    as "gran" was given to.
    """

    teller: Teller
    sight: Sight
    about: Id | None
    lexicon: Lexicon
    beside: Id | None = None
    chains: dict[Id, str] = field(default_factory=dict)
    aliases: dict[str, Id] = field(default_factory=dict)

    @classmethod
    def begin(
        cls, teller: Teller, case: Case, lexicon: Lexicon, about: Id | None, beside: Id | None = None
    ) -> Telling:
        """Begin to tell of somebody. Who is selected and can’t be said in words is then whom it is about."""
        telling = cls(teller, Sight(case, teller.view, teller.kinds), about, lexicon)
        if beside is None or beside == about:
            return telling
        called = telling.called(beside) or way_to(telling.spots, lexicon, telling.sight.person(beside))
        if not called:
            return replace(telling, about=beside)
        return replace(telling, beside=beside).calling(beside, called)

    @property
    def case(self) -> Case:
        """Give the case so far."""
        return self.sight.case

    @property
    def spots(self) -> Spots:
        """Give what finds places in the family now."""
        return Spots(self.sight, self.about, self.aliases, self.chains, self._names, self.beside)

    @property
    def _names(self) -> dict[Id, str]:
        """Give what those are called from whom words begin; of the child alone it goes without saying."""
        about = self.sight.family.find(Person, self.about)
        if about is None or (about.subject and self.beside is None):
            return {}
        names = {about.id: self.called(about.id) or ("this child" if about.subject else "this person")}
        return names | ({self.beside: self.chains[self.beside]} if self.beside is not None else {})

    def after(self, edit: Edit) -> Telling:
        """Give the telling after an edit."""
        return replace(self, sight=self.sight.of(edit.case))

    def calling(self, key: Id, chain: str, words: Sequence[str] = ()) -> Telling:
        """Give the telling with somebody spoken of, and the words that now mean them."""
        chains = self.chains | {key: chain or self.chains.get(key, "")}
        return replace(self, chains=chains, aliases=self.aliases | dict.fromkeys(words, key))

    # -- who is meant ---------------------------------------------------------------------

    def met(self, mention: Mention, told: Told) -> tuple[Telling, Id]:
        """Find whom a mention means, or add them, and write what is told of them."""
        if not mention.relations:
            return self._by_name(mention, told)
        if (who := mention.without_carers()) is not mention:
            return self._met_as_carer(mention, who, told)
        words = [ref.kin.word for ref in mention.relations if ref.kin is not None and len(ref.parts) == 1]
        if mention.bare and len(words) == 1 and words[0] in self.aliases:
            return self, self.aliases[words[0]]
        spot = self._one_spot(mention, told)
        if not spot.steps:
            return self.calling(spot.base, "").filled(spot.base, told, dead=mention.dead), spot.base
        _refuse_idle(spot, mention, told)
        telling, key = self._there(spot, mention, told)
        telling = telling._between(spot, key, mention, told)
        telling = telling.calling(key, self._said(spot), words if spot.start != self.beside else ())
        return telling.filled(key, told, gender=telling.sight.gender(spot.last), dead=mention.dead), key

    def _met_as_carer(self, mention: Mention, who: Mention, told: Told) -> tuple[Telling, Id]:
        """Find who is told of as kin and as a carer at once: "kinship carer gran Sheila since May"."""
        telling, key = self.met(who, replace(told, since=None))
        (spot, *others) = telling.spots.of(replace(mention, relations=mention.carers))
        if others:
            raise UnclearError(_WHICH, tuple(each.said for each in (spot, *others)))
        telling, key = telling._caring(spot, key)
        telling = telling._between(spot, key, mention, told)
        return telling.calling(key, f"{spot.said} {telling.chains[key]}"), key

    def _by_name(self, mention: Mention, told: Told) -> tuple[Telling, Id]:
        if not isinstance(told.name, str) or told.since is not None:
            raise UnclearError(Sentence("Who is that?") if told.since is None else _SINCE)
        key = self.spots.named(told.name)
        return self.calling(key, self.chains.get(key) or told.name).filled(key, told, dead=mention.dead), key

    def _one_spot(self, mention: Mention, told: Told) -> Spot:
        """Give the one place that is meant; a name that stands in one of several decides.

        Where nothing is told, it is the only one of them who has a name.
        """
        found = self._of_child(self._plausible(self.spots.of(mention), mention), mention, told)
        if len(found) > 1 and isinstance(told.name, str):
            known = [spot for spot in found if self.sight.named(told.name, self.spots.at(spot))]
            found = known if len(known) == 1 else found
        if len(found) > 1 and mention.bare:
            known = [spot for spot in found if any(person.named for person in self.spots.at(spot))]
            found = known if len(known) == 1 else found
        if len(found) > 1 and mention.several and all(spot.of == "parent" for spot in found):
            raise UnclearError(Sentence("Who is who? Write each alone: mum’s mum Ann, mum’s dad Bob."))
        if len(found) > 1:
            sides = len({(spot.of, spot.last.card if spot.steps else "", spot.start) for spot in found}) == 1
            options = tuple(spot.said for spot in found)
            raise UnclearError(_SIDE if sides else _WHICH, options, bare=mention.bare)
        return found[0]

    def _of_child(self, found: list[Spot], mention: Mention, told: Told) -> list[Spot]:
        """Leave out who is selected, where words lead up from the child: "mum", "gran", "uncle"."""
        own = [spot for spot in found if spot.start == self.about]
        words = [ref.kin for ref in mention.relations if ref.kin is not None and len(ref.parts) == 1]
        if len(own) in (0, len(found)) or not all(word.upwards for word in words):
            return found
        if isinstance(told.name, str) and all(self._is_other(spot, told.name) for spot in own):
            options = tuple(spot.said for spot in found if spot not in own)
            raise UnclearError(_WHOSE, options)
        return own

    def _is_other(self, spot: Spot, name: str) -> bool:
        """Say whether a parent's place is that of somebody of another name."""
        there = [person for person in self.spots.at(spot) if person.named]
        return spot.last.of == "parent" and bool(there) and not self.sight.named(name, there)

    def _plausible(self, found: list[Spot], mention: Mention) -> list[Spot]:
        """Leave out a child's own partner and children, unless it was said whose they are."""
        if not self._about_child or any(len(ref.parts) > 1 for ref in mention.relations):
            return found
        rest = [spot for spot in found if not _is_own(spot, self.about)]
        if not rest:
            word = mention.relations[0].text
            raise UnclearError(Sentence.of("Whose? Write it before: mum’s {word}.", word=word))
        return rest

    @property
    def _about_child(self) -> bool:
        """Say whether the line is about somebody who is too young, or may be, for a family of their own."""
        person = self.sight.person(self.about) if self.about is not None else None
        if person is None or not isinstance(person.born, When):
            return person is not None and (person.subject or person.unborn)
        age = age_on(person.born, self.teller.view.as_at)
        return person.unborn or (age is not None and age[0] < _GROWN)

    def _there(self, spot: Spot, mention: Mention, told: Told) -> tuple[Telling, Id]:
        """Give who is at a place: known by name, the only one that there can be, or new."""
        found = self.spots.at(spot)
        if isinstance(told.name, str) and (named := self.sight.named(told.name, found)):
            if len(named) > 1:
                raise UnclearError(Sentence.of("There are several called {name}.", name=told.name))
            return self, named[0].id
        self._refuse_other_gender(spot, told)
        if spot.last.of == "parent":
            return self._parent(spot, told)
        if spot.last.kin and isinstance(told.name, str) and (kin := self.sight.named(told.name)):
            if len(kin) > 1:
                raise UnclearError(Sentence.of("There are several called {name}.", name=told.name))
            return self._caring(spot, kin[0].id)
        if spot.last.of == "carer" and len(open_to_it := [each for each in found if not each.named]) == 1:
            return self, open_to_it[0].id
        if told.name is None and (known := self._nameless(found, told)) is not None:
            return self, known
        if told.name is None and spot.step:
            raise UnclearError(_WHO_IS_THAT)
        return namesake(self, spot, mention, told) or added(self, spot, mention)

    def _refuse_other_gender(self, spot: Spot, told: Told) -> None:
        if len(spot.steps) != 1 or not isinstance(told.name, str):
            return
        anybody = self.sight.those(spot.base, replace(spot.last, gender=""))
        if self.sight.named(told.name, anybody):
            raise UnclearError(
                Sentence.of("{name} is drawn with another gender. Correct it on the sheet.", name=told.name)
            )

    def _nameless(self, found: Sequence[Person], told: Told) -> Id | None:
        """Give who is told of without a name: the only one there is; None for somebody new.

        Where an age might be that of one who is there, or of somebody new, nothing is guessed.
        """
        life = told.life or LifeTold()
        unborn = life.life is Life.UNBORN
        found = [each for each in found if each.id != self.about]
        found = [each for each in found if each.unborn == unborn or told.life is None]
        if told.life is not None and life.born is not None:
            found = [each for each in found if not isinstance(each.born, When)]
            if not found or unborn:
                return found[0].id if found else None
        elif len(found) == 1:
            return found[0].id
        if found:
            raise UnclearError(_WHO_IS_THAT)
        return None

    def _parent(self, spot: Spot, told: Told) -> tuple[Telling, Id]:
        """Give the one mother or father: named here for the first time, or new."""
        found = self.spots.at(spot)
        open_to_it = [person for person in found if not person.named]
        if not isinstance(told.name, str):
            open_to_it = found
        if len(open_to_it) == 1 or (len(open_to_it) > 1 and not spot.last.gender):
            return self, open_to_it[0].id
        if len(found) > 1 or (found and found[0].gender):
            names = [str(person.name) for person in found if person.named]
            raise UnclearError(
                Sentence.of(
                    "{who} is {name} on the sheet. Where that is wrong, correct it there (F2).",
                    who=spot.said,
                    name=self.teller.words.listed(names) or "?",
                )
            )
        return added(self, spot, Mention())

    # -- lines to who is there --------------------------------------------------------------

    def _caring(self, spot: Spot, key: Id) -> tuple[Telling, Id]:
        """Let somebody who is on the sheet care for a child, besides whoever else's it is."""
        if key in _ids(self.sight.those(spot.base, spot.last)):
            return self, key
        stamp, kinds = self.teller.stamp, self.teller.kinds
        edit = children.link_children(self.case, stamp, kinds, [spot.base], [key], kind=spot.last.card)
        return self.after(edit), key

    def born_together(self, people: Sequence[Id]) -> Telling:
        """Say that some were born together, but not how alike they are: that wasn't told."""
        links = [link for key in people for link in kinship.links_up(self.sight.family, key)]
        own = [link for link in links if link.kind == self.teller.kinds.birth]
        marks = {link.birth for link in own}
        if len(own) < len(people) or (len(marks) == 1 and marks != {""}):
            return self
        if marks != {""}:
            raise UnclearError(Sentence("One of these has a twin on the sheet already."))
        telling, mark = self, self.teller.stamp.new_id("b")
        for link in own:
            edit = correct(telling.case, self.teller.stamp, link.id, birth=mark, twin=Twin.UNKNOWN)
            telling = telling.after(edit)
        return telling

    # -- what is told of a line -----------------------------------------------------------------

    def _between(self, spot: Spot, key: Id, mention: Mention, told: Told) -> Telling:
        """Write since when two are together, or a child is with carers, and what a couple are."""
        if mention.other is not None and self.owner(mention.other) not in _ids(self.sight.parents(key)):
            raise UnclearError(Sentence("That child has other parents on the sheet."))
        if spot.last.of == "partner":
            return self._coupled(spot, key, told)
        if spot.last.of == "carer" and told.since is not None:
            return self._cared_since(spot, key, told.since)
        return self

    def _coupled(self, spot: Spot, key: Id, told: Told) -> Telling:
        base = self._base(spot)
        union = union_between(self.sight.family, base, key)
        wanted = {"kind": spot.last.card or None, "since": told.since}
        if union is None:
            return self
        known = {"kind": union.kind, "since": union.since}
        fresh: dict[str, Any] = {
            name: value for name, value in wanted.items() if value not in (None, known[name])
        }
        if any(known[name] not in ("", Blank.NOT_ASKED, Blank.UNKNOWN) for name in fresh):
            raise UnclearError(Sentence("Something else stands on their line. Change it on the sheet."))
        return self.after(correct_state(self.case, self.teller.stamp, union.id, **fresh)) if fresh else self

    def _cared_since(self, spot: Spot, carer: Id, since: DateField) -> Telling:
        family = self.sight.family
        places = {carer, *(union.id for union in kinship.unions_of(family, carer))}
        links = kinship.links_up(family, self._base(spot))
        link = next(each for each in links if each.parent in places and each.kind == spot.last.card)
        if link.since == since:
            return self
        if link.since is not None:
            raise UnclearError(Sentence("Another day stands on their line. Change it on the sheet."))
        return self.after(correct(self.case, self.teller.stamp, link.id, since=since))

    def _base(self, spot: Spot) -> Id:
        """Give from whom the last step goes, now that all are there."""
        base = spot.base
        for step in spot.steps[:-1]:
            base = self.sight.those(base, step)[0].id
        return base

    def filled(self, key: Id, told: Told, *, gender: str = "", dead: bool = False) -> Telling:
        """Give the telling with what is told of somebody written, where it isn't yet."""
        gender = self._gender_told(told) or gender
        fields: dict[str, Any] = fields_of(
            self.teller.words, self.sight.person(key), told, gender=gender, dead=dead
        )
        return self.after(correct(self.case, self.teller.stamp, key, **fields)) if fields else self

    def _gender_told(self, told: Told) -> str:
        """Give the card of the gender that a word such as "girl" tells; empty where none was said."""
        kinds = self.teller.kinds
        said = {"woman": kinds.mother, "man": kinds.father}
        return next((card for name, card in said.items() if told.gender in self.lexicon.listed(name)), "")

    # -- how it is said ---------------------------------------------------------------------

    def called(self, key: Id) -> str:
        """Give the name by which a line of words finds somebody, the first alone if it can; or nothing."""
        person = self.sight.person(key)
        name = str(person.name) if person.named else ""
        found = [each for each in dict.fromkeys((name.split(" ")[0], name)) if self._finds(each, key)]
        return found[0] if found else ""

    def _finds(self, name: str, key: Id) -> bool:
        return names_alone(name, self.lexicon) and [who.id for who in self.sight.named(name)] == [key]

    def _said(self, spot: Spot) -> str:
        """Say a place by the name of whoever it is next to, where there is one: "Lisa’s partner"."""
        called = self.called(spot.base) if spot.base != self.about else ""
        return "’s ".join([called, *(step.says for step in spot.steps)]) if called else spot.said

    def named(self, key: Id) -> str:
        """Say somebody as a line of words would be understood: by name where there is only one of it."""
        person, chain = self.sight.person(key), self.chains.get(key, "")
        name = str(person.name) if person.named else ""
        if name and [other.id for other in self.sight.named(name)] == [key]:
            return name
        if chain or name or key == self.about:
            return chain or name or ("this child" if person.subject else "this person")
        return way_to(self.spots, self.lexicon, person) or "somebody"

    def owner(self, ref: Ref) -> Id:
        """Give whom a reference means, who must be there."""
        return self.spots.owner(ref)


def _refuse_idle(spot: Spot, mention: Mention, told: Told) -> None:
    """Refuse what would be lost: since when somebody is a mother, with whom somebody is a sister."""
    if told.since is not None and spot.last.of not in ("partner", "carer"):
        raise UnclearError(_SINCE)
    if mention.other is not None and spot.last.of != "child":
        raise UnclearError(Sentence.of("With {name}?", name=mention.other.text))


def _ids(people: Sequence[Person]) -> set[Id]:
    return {person.id for person in people}


def _is_own(spot: Spot, about: Id | None) -> bool:
    """Say whether a place is for a partner or a child of the one whom the line is about."""
    return spot.base == about and len(spot.steps) == 1 and spot.last.of in ("partner", "child")
