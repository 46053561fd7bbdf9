"""Which place in the family somebody's words mean: one, several, or none that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from genogram_app.edit.spoken.grammar import Mention, Ref, UnclearError
from genogram_app.edit.spoken.lexicon import Kin, Lexicon, Step, Way
from genogram_app.edit.spoken.sight import Sight
from genogram_app.edit.spoken.tokens import plain
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.words import Sentence


@dataclass(frozen=True)
class Spot:
    """A place in the family: some steps from somebody who is there.

    half: with one parent the same. step: by a partner who is no parent.
    said: the words that lead there, "mum’s mum".
    start: from whom they were said, None where they began with a name.
    """

    base: Id
    steps: Way
    half: bool = False
    step: bool = False
    said: str = field(default="", compare=False)
    start: Id | None = field(default=None, compare=False)

    @property
    def last(self) -> Step:
        """Give the last step."""
        return self.steps[-1]

    @property
    def of(self) -> str:
        """Say of what kind the last step is; empty for whom the words began with."""
        return self.last.of if self.steps else ""


class Spots:
    """Finds the places that a mention means, as seen from whom the line is about.

    names: what those are called from whom words begin, where it must be said.
    beside: somebody else of whom a word alone may be.
    """

    def __init__(
        self,
        sight: Sight,
        about: Id | None,
        aliases: Mapping[str, Id],
        chains: Mapping[Id, str],
        names: Mapping[Id, str],
        beside: Id | None = None,
    ) -> None:
        self._sight, self._about, self._aliases, self._chains = sight, about, aliases, chains
        self._names, self._beside = names, beside

    def of(self, mention: Mention) -> list[Spot]:
        """Give every place that all of a mention's relations can mean. Raises UnclearError for none."""
        found: list[Spot] | None = None
        for ref in mention.relations:
            spots = [each for each in self._walked(ref, mention.side) if each.steps or self._is_itself(ref)]
            found = spots if found is None else list(_both(found, spots))
        if not found:
            raise self._apart(mention.relations)
        return found

    def _apart(self, relations: Iterable[Ref]) -> UnclearError:
        """Make the error for words that go with no others: what each means that does not say so itself."""
        means = dict[str, str]()
        for ref in relations:
            said = list(dict.fromkeys(spot.said for spot in self.alone(ref)))
            if said and plain(ref.text) not in map(plain, said):
                means[ref.text] = " or ".join(said)
        told = "; ".join(f"“{text}” is {said}" for text, said in means.items())
        if not told:
            return UnclearError(Sentence("These words don’t go together."))
        return UnclearError(Sentence.of("These words don’t go together: {told}.", told=told))

    def alone(self, ref: Ref) -> list[Spot]:
        """Give the places that one relation alone can mean; none where it means nobody."""
        try:
            return self._walked(ref, "")
        except UnclearError:
            return []

    def _is_itself(self, ref: Ref) -> bool:
        """Say whether a word can be for whom the line is about: "baby" only where nobody named them yet."""
        person = self._sight.person(self._about) if self._about is not None else None
        plain = ref.kin is not None and ref.kin.itself
        return plain or (person is not None and person.subject and not person.named and not person.dead)

    def owner(self, ref: Ref) -> Id:
        """Give the one whom a reference means, who must be there. Raises UnclearError."""
        if isinstance(ref.parts[0], str) and len(ref.parts) == 1:
            return self.named(ref.parts[0])
        walked = self._walked(ref, "")
        found = {person.id for spot in walked for person in self.at(spot)}
        own = {person.id for spot in walked if spot.start == self._about for person in self.at(spot)}
        found = own or found  # "mum’s GP" is that of the child’s mum, whoever is selected
        if len(ref.parts) == 1 and isinstance(ref.parts[0], Kin) and ref.parts[0].word in self._aliases:
            return self._aliases[ref.parts[0].word]
        if len(found) != 1:
            raise UnclearError(_nobody(ref.text) if not found else _several(ref.text))
        return found.pop()

    def named(self, name: str) -> Id:
        """Give the one person of a name. Of several, the one whom this line spoke of."""
        found = [person.id for person in self._sight.named(name)]
        spoken = [key for key in found if key in self._chains]
        if len(spoken or found) != 1:
            raise UnclearError(_several(name) if found else _not_there(name))
        return (spoken or found)[0]

    def at(self, spot: Spot) -> list[Person]:
        """Give everybody who can be meant by a place, where all but its last step is there."""
        if len(spot.steps) != 1:
            return []
        found = self._those(spot)
        if not spot.half or self._about is None:
            return found
        whole = {person.id for person in self._sight.full_siblings(self._about)} | {self._about}
        return [person for person in found if person.id not in whole]

    def perhaps_parent(self, spot: Spot) -> Person | None:
        """Give the other parent, where "mum’s partner" would be that, and may be somebody else.

        Of parents of whom nobody has said what they are to each other, a partner is seldom spoken of as that.
        """
        if len(spot.steps) != 1 or spot.of != "partner" or spot.step or self._about is None:
            return None
        found, parents = self._those(spot), {person.id for person in self._sight.parents(self._about)}
        both = len(found) == 1 and {found[0].id, spot.base} <= parents
        return found[0] if both and not self._sight.told_couple(found[0].id, spot.base) else None

    def _those(self, spot: Spot) -> list[Person]:
        """Give whom the next step of a place leads to; a step-parent is nobody's birth parent."""
        found = self._sight.those(spot.base, spot.steps[0])
        if not spot.step or spot.steps[0].of != "partner" or spot.start is None:
            return found
        own = {person.id for person in self._sight.parents(spot.start)}
        return [person for person in found if person.id not in own]

    def _walked(self, ref: Ref, side: str) -> list[Spot]:
        """Give the places that a reference leads to, gone as far as people are there.

        "Mum’s partner" begins at the child, and at somebody else who is selected only
        where the child has none such; "sister" alone may begin at either.
        """
        starts, parts = self._starts(ref)
        found: list[Spot] = []
        for start in starts:
            if not (found and len(ref.parts) > 1):
                found += self._walked_from(start, parts, ref, side)
        if not found and side and self.alone(ref):
            raise self._apart([ref])
        if not found:
            raise UnclearError(_nobody_between(ref))
        return found

    def _walked_from(self, start: Spot, parts: Sequence[Kin], ref: Ref, side: str) -> list[Spot]:
        spots = [start]
        for place, kin in enumerate(parts):
            spots = list(dict.fromkeys(self._onward(spots, kin, ref, "" if place else side)))
        return spots

    def _starts(self, ref: Ref) -> tuple[list[Spot], list[Kin]]:
        """Give where a reference may start, and how it goes on.

        It starts at a name, at a word that this line gave to somebody, or at the one it is about.
        """
        first, rest = ref.parts[0], [part for part in ref.parts[1:] if isinstance(part, Kin)]
        if isinstance(first, str):
            return [Spot(self.named(first), (), said=first)], rest
        if rest and (key := self._aliases.get(first.word)):
            return [Spot(key, (), said=self._chains[key])], rest
        if self._about is None:
            raise UnclearError(Sentence("Whose? Choose somebody on the sheet first."))
        keys = [self._about] if self._beside is None or first.itself else [self._about, self._beside]
        return [Spot(key, (), said=self._said_of(key, first), start=key) for key in keys], [first, *rest]

    def _said_of(self, key: Id, first: Kin) -> str:
        """Say from whom words begin; of the child only where it could be somebody else."""
        plain = first.itself or (key == self._about and self._beside is not None and first.upwards)
        return "" if plain else self._names.get(key, "")

    def _onward(self, spots: Iterable[Spot], kin: Kin, ref: Ref, side: str) -> Iterator[Spot]:
        ways = kin.ways + (kin.alone if len(ref.parts) == 1 else ())
        for spot in spots:
            for way in ways:
                if not side or (way and way[0].name == side):
                    steps = [step.says for step in way] or [kin.word if kin.itself else _ITSELF]
                    said = "’s ".join([*filter(None, [spot.said]), *steps])
                    onward = Spot(spot.base, spot.steps + way, kin.half, kin.step, said, spot.start)
                    found = self._settled(onward, ref)
                    if found is not None:
                        yield found

    def _settled(self, spot: Spot, ref: Ref) -> Spot | None:
        """Go on from somebody to somebody as long as each is there; None where nobody can be."""
        while len(spot.steps) > 1:
            step = spot.steps[0]
            found = self._those(spot)
            if len(found) > 1:
                raise UnclearError(_several(ref.text))
            if not found:
                return spot if step.of == "parent" else None
            if parent := self.perhaps_parent(replace(spot, steps=spot.steps[:1])):
                raise UnclearError(Sentence.of(PERHAPS, words=ref.text, name=_name(parent)))
            spot = replace(spot, base=found[0].id, steps=spot.steps[1:])
        return spot


def way_to(spots: Spots, lexicon: Lexicon, who: Person) -> str:
    """Say who somebody is to whom a line is about, in the fewest words that find them alone; or nothing."""
    words = (kin for kin in lexicon.kin.values() if not kin.plural and not kin.itself)
    found = [
        spot.said
        for kin in words
        for spot in spots.alone(Ref((kin,), kin.word))
        if spot.steps
        and (who.gender or not spot.last.gender)
        and [each.id for each in spots.at(spot)] == [who.id]
    ]
    return min(found, key=lambda said: (said.count("’"), len(said), said), default="")


def _both(some: Sequence[Spot], others: Sequence[Spot]) -> Iterator[Spot]:
    """Give the places that two relations agree on, by the word that tells more."""
    yield from (each for each in some if not each.steps and each in others)
    known = [each for each in others if each.steps]
    for one in (each for each in some if each.steps):
        for other in known:
            same = (one.base, one.steps[:-1]) == (other.base, other.steps[:-1])
            genders = {one.last.gender, other.last.gender} - {""}
            cards = {one.last.card, other.last.card} - {""}
            marks = len(cards) + (one.last.twin or other.last.twin)
            kind = (one.last.of, one.last.over) == (other.last.of, other.last.over)
            if same and kind and len(genders) < 2 and marks < 2:
                less, more = sorted((one, other), key=_told_by)
                more = _gendered(more, less.last)
                yield replace(more, half=one.half or other.half, step=one.step or other.step)


def _told_by(spot: Spot) -> tuple[bool, bool, bool]:
    """Give how much a word tells of who somebody is: what would be lost with it comes first."""
    return bool(spot.last.card), spot.last.twin, bool(spot.last.gender)


def _gendered(spot: Spot, other: Step) -> Spot:
    """Give a place with the gender that another word tells: "twin" and "brother" are "twin brother"."""
    last = spot.last
    if last.gender or not other.gender or last.of not in ("sibling", "child"):
        return spot
    says = f"{last.says.split()[0]} {other.says}"
    last = replace(last, gender=other.gender, says=says)
    said = spot.said.removesuffix(spot.last.says) + says
    return replace(spot, steps=(*spot.steps[:-1], last), said=said)


PERHAPS = "“{words}”: is that {name}, or somebody else? Write the name, or “?” for somebody else."


def _name(person: Person) -> str:
    return str(person.name) if person.named else "the other parent"


#: How it is said that a word such as "baby" is whom the line is about.
_ITSELF = "this child"


def _several(text: str) -> Sentence:
    return Sentence.of("“{words}” can be more than one: write a name.", words=text)


def _nobody(text: str) -> Sentence:
    return Sentence.of("Nobody on the sheet is “{words}” yet.", words=text)


def _nobody_between(ref: Ref) -> Sentence:
    """Say whom a word needs who isn't there: a cousin is the child of somebody."""
    kin = ref.kin
    way = kin.ways[0] if kin is not None and len(ref.parts) == 1 else ()
    between = way[:-1]
    if all(step.of == "parent" for step in between):
        return _nobody(ref.text)
    who = "’s ".join(step.says for step in between)
    said = "First write who comes between them, by name or “?”: {who} ?, {words}."
    return Sentence.of(said, who=who, words=ref.text)


def _not_there(name: str) -> Sentence:
    return Sentence.of("{name} isn’t on the sheet. Write first who they are.", name=name)
