"""How families say who somebody is to a child: "gran (mum’s mum)", "great-gran", "mum’s cousin"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from genogram_app.catalog.load import Catalog
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn
from genogram_app.practice.parentage import birth_parents, is_birth
from genogram_app.practice.partnered import partnered
from genogram_app.practice.question import Look

#: So many generations up, and down again, are gone through; further off is said in another way.
_UP, _DOWN = 6, 3
#: A word for a woman or girl, for a man or boy, and for anybody else.
_Three = tuple[str, str, str]
_PARENT = ("mum", "dad", "parent")
_GRANDPARENT = ("gran", "grandad", "grandparent")
_SIBLING = ("sister", "brother", "brother or sister")
_HALF = ("half-sister", "half-brother", "half-brother or -sister")
_AUNT = ("aunt", "uncle", "aunt or uncle")
_COUSIN = ("cousin", "cousin", "cousin")
_NIECE = ("niece", "nephew", "niece or nephew")
_CHILD = ("daughter", "son", "child")
_CARER = ("carer", "carer", "carer")
#: Of a line that this copy doesn't know, or may not tell.
_EITHER = ("parent or carer",) * 3


def word_for(look: Look, child: Person, person: Person) -> str:
    """Say who somebody is to a child; empty where nothing says so in a few words."""
    kin = _kin(look.family, look.catalog, child.id)
    if person.id in kin:
        return _in_full(look, child, kin[person.id])
    for link in kinship.links_up(look.family, child.id):
        if word := by_link(look, link, person):
            return word
    for partners, template in partnered(look, person, known=True):
        near = min((kin[p.id] for p in partners if p.id in kin), key=lambda way: way.steps, default=None)
        if near:
            return look.say(template, name=_plain(look, child, near))
    return ""


def by_link(look: Look, link: ChildOf, person: Person) -> str:
    """Say what a link makes somebody at its upper end who isn't a parent by it: "foster carer", "donor".

    Only who brings a child up, or did, is a carer where the card has no word; else nothing is said.
    """
    card = look.catalog.link(link.kind)
    if person not in kinship.parent_people(look.family, link):
        return ""
    if person in birth_parents(look.catalog, look.family, link):
        return ""
    words = card.kin or (_CARER if card.care else () if card.known else _EITHER)
    return _word(look, person, words) if words else ""


def is_doubted(look: Look, child: Person, person: Person) -> bool:
    """Say whether it is in doubt that somebody is a child's parent, and nothing else makes them kin."""
    links = (each for each in kinship.links_up(look.family, child.id) if look.catalog.link(each.kind).doubt)
    return person.id not in _kin(look.family, look.catalog, child.id) and any(
        by_link(look, link, person) for link in links
    )


# -- the ways to everybody who is kin by birth -------------------------------------------------


@dataclass(frozen=True)
class _Way:
    """How one gets from a child to somebody: over whom one goes up, and over whom down again."""

    up: tuple[Person, ...]
    down: tuple[Person, ...] = ()

    @property
    def end(self) -> Person:
        """Give whom it leads to."""
        return (*self.up, *self.down)[-1]

    @property
    def steps(self) -> int:
        """Count its steps."""
        return len(self.up) + len(self.down)


@lru_cache(maxsize=8)
def _kin(family: FamilyGraph, catalog: Catalog, child: Id) -> Mapping[Id, _Way]:
    """Give the shortest way from a child to everybody who is kin by birth."""
    found: dict[Id, _Way] = {}
    tops = [_Way(())]
    for _ in range(_UP + 1):
        for way in (each for top in tops for each in _downwards(family, catalog, child, top)):
            known = found.get(way.end.id)
            if way.end.id != child and (known is None or way.steps < known.steps):
                found[way.end.id] = way
        tops = [
            _Way((*top.up, one))
            for top in tops
            for one in _parents(family, catalog, top.up[-1].id if top.up else child)
        ]
    return MappingProxyType(found)


def _downwards(family: FamilyGraph, catalog: Catalog, child: Id, top: _Way) -> Iterator[_Way]:
    """Go down from the top of a way, never over those it went up by."""
    front, met = [top], {child, *(person.id for person in top.up)}
    if top.up:
        yield top
    for _ in range(_DOWN):
        front = [
            _Way(way.up, (*way.down, one))
            for way in front
            for one in _children(family, catalog, way.end.id if way.steps else child)
            if one.id not in met
        ]
        met |= {way.end.id for way in front}
        yield from front


def _parents(family: FamilyGraph, catalog: Catalog, person: Id) -> list[Person]:
    links = kinship.links_up(family, person)
    return [parent for link in links for parent in birth_parents(catalog, family, link)]


def _children(family: FamilyGraph, catalog: Catalog, person: Id) -> list[Person]:
    unions = (edge.union for edge in family.out_of(PartnerIn, person))
    links = (link for key in (person, *unions) for link in kinship.links_down(family, key))
    own = (link for link in links if person in {one.id for one in birth_parents(catalog, family, link)})
    return [family.get(Person, link.child) for link in own]


# -- in words ----------------------------------------------------------------------------------


def _in_full(look: Look, child: Person, way: _Way) -> str:
    """Say it with the side of the family beside it, where the word alone doesn't tell: "gran (mum’s mum)"."""
    word, side = _plain(look, child, way), ""
    if (len(way.up), len(way.down)) in ((2, 0), (2, 1)):
        own = _word(look, way.end, _SIBLING if way.down else _PARENT)
        side = look.say("{whose}’s {word}", whose=_word(look, way.up[0], _PARENT), word=own)
    elif (len(way.up), len(way.down)) == (2, 2):
        side = look.say("{whose}’s side", whose=_word(look, way.up[0], _PARENT))
    return look.say("{word} ({side})", word=word, side=side) if side else word


def _plain(look: Look, child: Person, way: _Way) -> str:
    """Say it in the fewest words."""
    up, down, end = len(way.up), len(way.down), way.end
    if (up, down) == (1, 1) and shares_one(look, child, end):
        return _word(look, end, _HALF)
    if words := _SHORT.get((up, down)):
        return _word(look, end, words)
    if up > 2 and down < 2:
        great = "great-" * (up - 2)
        return great + _word(look, end, _AUNT if down else _GRANDPARENT)
    if up > 2:
        whose = _word(look, way.up[0], _PARENT)
        return look.say(
            "{whose}’s {word}", whose=whose, word=_plain(look, way.up[0], _Way(way.up[1:], way.down))
        )
    whose = _plain(look, child, _Way(way.up, way.down[:-1]))
    return look.say("{whose}’s {word}", whose=whose, word=_word(look, end, _CHILD))


#: By how many steps up and down again.
_SHORT: Mapping[tuple[int, int], _Three] = MappingProxyType(
    {
        (1, 0): _PARENT,
        (2, 0): _GRANDPARENT,
        (1, 1): _SIBLING,
        (2, 1): _AUNT,
        (2, 2): _COUSIN,
        (1, 2): _NIECE,
        (0, 1): _CHILD,
    }
)


def shares_one(look: Look, child: Person, other: Person) -> bool:
    """Say whether two share one parent by birth, as far as is known, and aren't drawn as of the same pair."""
    family, catalog = look.family, look.catalog
    lines = [
        {link.parent for link in kinship.links_up(family, each.id) if is_birth(catalog, family, link)}
        for each in (child, other)
    ]
    above = [{one.id for one in _parents(family, catalog, each.id)} for each in (child, other)]
    return lines[0].isdisjoint(lines[1]) and len(above[0] & above[1]) == 1


def _word(look: Look, person: Person, words: Sequence[str]) -> str:
    """Give the word for somebody of their gender."""
    role = look.catalog.gender(person.gender).role
    return look.say(words[{"woman": 0, "man": 1}.get(role, 2)])
