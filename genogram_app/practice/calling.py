"""What to call somebody in a question, also where no name is known: "Jay's father"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set

from genogram_app.family import kinship
from genogram_app.model.agency import Agency
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn, Union
from genogram_app.practice.heads import heads
from genogram_app.practice.kin_words import by_link, is_doubted, shares_one, word_for
from genogram_app.practice.parentage import birth_parents, is_birth
from genogram_app.practice.partnered import partnered
from genogram_app.practice.question import Look

_PARENT = {"man": "{name}’s father", "woman": "{name}’s mother"}
_CHILD = {"man": "{name}’s son", "woman": "{name}’s daughter"}
_SIBLING = {"man": "{name}’s brother", "woman": "{name}’s sister"}
_HALF_SIBLING = {"man": "{name}’s half-brother", "woman": "{name}’s half-sister"}

#: What isn't a name by itself.
_TITLES = frozenset("mr mrs ms miss dr auntie aunty aunt uncle nan nain taid gran granny grandad".split())
#: Somebody, and what each one on the way to them is to the next.
_Way = tuple[Person, tuple[str, ...]]
#: So many people without a name may stand between somebody and one who has a name.
_FURTHEST = 3


def calls(look: Look, key: Id) -> str:
    """Give what to call anybody or anything on the sheet."""
    if person := look.family.find(Person, key):
        return person_called(look, person)
    if home := look.family.find(Household, key):
        return home_called(look, home)
    if look.family.find(Union, key):
        return couple_called(look, key)
    agency = look.family.get(Agency, key)
    return agency.name if isinstance(agency.name, str) else look.say(look.catalog.agency(agency.kind).label)


def person_called(look: Look, person: Person) -> str:
    """Give somebody's everyday name, or how they are related to somebody who has one."""
    near = _named(person) or _related(look, person) or person.role
    return near or _through_others(look, person) or look.say("somebody with no name yet")


def told_apart(look: Look, called: Mapping[Id, str]) -> dict[Id, str]:
    """Number those who are called alike, in the order in which they are given: "Jay’s brother, 1 of 2"."""
    alike, number, found = Counter(called.values()), Counter[str](), dict[Id, str]()
    for key, name in called.items():
        number[name] += 1
        among = {"name": name, "n": number[name], "count": alike[name]}
        found[key] = look.say("{name}, {n} of {count}", **among) if alike[name] > 1 else name
    return found


def kin_word(look: Look, person: Person) -> str:
    """Say who somebody is to the children the sheet is about: "gran (mum’s mum)", "mum’s cousin".

    To some of them only, it says to whom. Empty for such a child, and where nothing says how.
    """
    if person.subject:
        return ""
    subjects = look.subjects
    said = {child.id: word_for(look, child, person) for child in subjects}
    word = min(filter(None, said.values()), key=len, default="")
    theirs = [child for child in subjects if said[child.id] == word]
    if not word:
        return _related(look, person) or _through_others(look, person)
    names = [_named(child).split(" ")[0] for child in theirs]
    if len(theirs) == len(subjects) or not all(names):
        return word
    doubted = is_doubted(look, theirs[0], person)
    template = "{word} of {names}" if doubted else "{names}’s {word}"
    return look.say(template, names=look.words.listed(names), word=word)


def born_to(look: Look, person: Person) -> str:
    """Say whose child somebody is, both parents told: "Child of Lisa and Darren"; empty where none is there.

    Who is half a brother and who a whole one hangs on it.
    """
    parents = _parents(look, person)
    if not any(_named(each) for each in parents):
        return ""
    names = look.words.listed([person_called(look, each) for each in parents])
    only = len(parents) == 1
    return look.say("Child of {names}; the other parent ?" if only else "Child of {names}", names=names)


def couple_called(look: Look, union: Id) -> str:
    """Give what to call the partners in a union together."""
    partners = kinship.partners(look.family, union)
    return look.words.listed([person_called(look, person) for person in partners]) or look.say("somebody")


def home_called(look: Look, home: Household) -> str:
    """Give what to call a home, also where nothing tells."""
    return home_named(look, home) or look.say("a home with no name yet")


def home_named(look: Look, home: Household) -> str:
    """Give what the family calls a home, or by first names whose it is; empty where nothing tells.

    It is the grown-ups' who head it, else the child's. It is the same on the sheet and in words.
    """
    if isinstance(home.name, str):
        return home.name
    places = kinship.members(look.family, home.id)
    living = [place for place in places if kinship.current(place, look.today)]
    left = [place for place in places if kinship.over(place, look.today)]
    for those, template in ((living, "{name}’s home"), (left, "{name}’s former home")):
        people = [look.family.get(Person, place.person) for place in those]
        names = [name for who in heads(look, those) if (name := _named(who))]
        names = names or list(filter(None, [_first_name(_subjects_first(sorted(people, key=_named)))]))
        if names:
            return look.say(template, name=look.words.listed([_short(name) for name in names]))
    return ""


def _short(name: str) -> str:
    """Give somebody's first name: of "Lane, Ruth" Ruth; of "Mrs Lane" all of it."""
    given = name.partition(",")[2].strip() or name
    first = given.split(" ")[0]
    return given if first.casefold().rstrip(".") in _TITLES else first


def _named(person: Person) -> str:
    return person.known_as or (str(person.name) if person.named else "")


def _first_name(people: Iterable[Person]) -> str:
    return next((name for person in people if (name := _named(person))), "")


def _subjects_first(people: Iterable[Person]) -> list[Person]:
    return sorted(people, key=lambda person: not person.subject)


# -- by birth --------------------------------------------------------------------


def _related(look: Look, person: Person) -> str:
    """Say how somebody is related to the nearest person with a name, children first."""
    if person.unborn and (name := _first_name(_parents(look, person))):
        return look.say("{name}’s baby", name=name)
    if person.nameless and (name := _first_name(_parents(look, person))):
        return look.say("{name}’s child, never born alive", name=name)
    for others, template in _relations(look, person):
        if name := _first_name(others):
            return look.say(template, name=name)
    return _grandparent(look, person) or _carer(look, person) or _cared_for(look, person)


def _relations(look: Look, person: Person) -> Iterator[tuple[Iterable[Person], str]]:
    """Go through those nearest to somebody, with what that makes somebody to them."""
    role = look.catalog.gender(person.gender).role
    yield _children(look, person), _PARENT.get(role, "{name}’s parent")
    yield from partnered(look, person)
    yield _parents(look, person), _CHILD.get(role, "{name}’s child")
    halves, siblings = _siblings(look, person)
    yield siblings, _SIBLING.get(role, "{name}’s brother or sister")
    yield halves, _HALF_SIBLING.get(role, "{name}’s half-brother or -sister")


def _through_others(look: Look, person: Person) -> str:
    """Say it in the fewest words through others without a name: "Jay’s mother’s brother’s partner"."""
    met: set[Id] = {person.id}
    front: list[_Way] = [(person, ())]
    for _ in range(_FURTHEST):
        ways = _one_further(look, front, met)
        said = [
            _chained(look, name, path)
            for other, path in ways
            if (name := _related(look, other) or other.role)
        ]
        if said:
            return min(said, key=len)
        front = ways
        met |= {other.id for other, _ in ways}
    return ""


def _one_further(look: Look, front: Iterable[_Way], met: Set[Id]) -> list[_Way]:
    found: dict[Id, _Way] = {}
    for person, path in front:
        for others, template in _relations(look, person):
            for other in others:
                if other.id not in met:
                    found.setdefault(other.id, (other, (template, *path)))
    return list(found.values())


def _chained(look: Look, name: str, path: tuple[str, ...]) -> str:
    for template in path:
        name = look.say(template, name=name)
    return name


def _children(look: Look, person: Person) -> list[Person]:
    """Give everybody who was born to somebody, the children whom the sheet is about first."""
    links = (link for link in _links_down(look, person) if person in _born_to(look, link))
    found = {link.child: look.family.get(Person, link.child) for link in links}
    return _subjects_first(found.values())


def _parents(look: Look, person: Person) -> list[Person]:
    """Give whoever somebody was born to, mothers first."""
    links = kinship.links_up(look.family, person.id)
    found = [parent for link in links for parent in _born_to(look, link)]
    return sorted(found, key=lambda parent: look.catalog.gender(parent.gender).role != "woman")


def _siblings(look: Look, person: Person) -> tuple[list[Person], list[Person]]:
    """Give somebody's half-brothers and -sisters by birth, then those of both parents, known or not."""
    found = [child for parent in _parents(look, person) for child in _children(look, parent)]
    for link in _birth(look, person):
        others = kinship.links_down(look.family, link.parent)
        found += [look.family.get(Person, o.child) for o in others if is_birth(look.catalog, look.family, o)]
    others_by_id = {other.id: other for other in found if other.id != person.id}
    everybody = [others_by_id[key] for key in sorted(others_by_id)]
    halves = [other for other in everybody if shares_one(look, person, other)]
    return halves, [other for other in everybody if other not in halves]


def _birth(look: Look, person: Person) -> list[ChildOf]:
    links = kinship.links_up(look.family, person.id)
    return [link for link in links if is_birth(look.catalog, look.family, link)]


def _born_to(look: Look, link: ChildOf) -> tuple[Person, ...]:
    return birth_parents(look.catalog, look.family, link)


def _links_down(look: Look, person: Person) -> list[ChildOf]:
    """Give every link to a child of somebody's, alone or as one of two."""
    unions = (edge.union for edge in look.family.out_of(PartnerIn, person.id))
    return [link for parent in (person.id, *unions) for link in kinship.links_down(look.family, parent)]


def _grandparent(look: Look, person: Person) -> str:
    """Say whose parent's parent somebody is: "Jay’s mother’s father"."""
    role = look.catalog.gender(person.gender).role
    for child in _children(look, person):
        if name := _first_name(_children(look, child)):
            between = look.catalog.gender(child.gender).role
            whose = look.say(_PARENT.get(between, "{name}’s parent"), name=name)
            return look.say(_PARENT.get(role, "{name}’s parent"), name=whose)
    return ""


# -- by care -----------------------------------------------------------------------


def _carer(look: Look, person: Person) -> str:
    """Say whom somebody brings up or brought up who wasn't born to them: "Jay’s foster carer"."""
    for link in _links_down(look, person):
        if name := _named(look.family.get(Person, link.child)):
            doubted = look.catalog.link(link.kind).doubt
            template = "{word} of {names}" if doubted else "{names}’s {word}"
            if word := by_link(look, link, person):
                return look.say(template, names=name, word=word)
    return ""


def _cared_for(look: Look, person: Person) -> str:
    """Say who brings somebody up to whom they weren't born."""
    links = kinship.links_up(look.family, person.id)
    name = _first_name(p for link in links for p in kinship.parent_people(look.family, link))
    return look.say("a child in {name}’s care", name=name) if name else ""
