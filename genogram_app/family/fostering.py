"""Who cares for a child placed with them, whose surname gives the home away, and how each is drawn without.

A surname finds a home whoever in the home carries it: the carer, a husband, their
own child. So it goes from all of them, and from every text that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.family import kinship
from genogram_app.family.called import called_by, kin_word
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.placements import Placements
from genogram_app.model.ties import ChildOf, LivesIn, PartnerIn

_TITLES = frozenset("mr mrs miss ms mx dr auntie aunty uncle".split())
#: Words inside a name that are nobody's surname by themselves: no text is masked for them.
_PARTICLES = frozenset(
    "and ac van der den de la le du da di del von zu ap ab ferch verch bin ibn bint".split()
)
#: What joins two first names in one: "Ann and Bob Fielding".
_JOINS = frozenset({"and", "&", "+", "a", "ac", "i"})
#: A word of so few letters is no surname by which a family is found.
_LEAST = 2
#: Surnames that take another ending for a wife, a home or a family: Kowalski, Kowalska, u Kowalskich.
_ENDINGS = re.compile(r"(?<=[sc]k)[iay]$|(?<=[oe]v)a$", re.IGNORECASE)
_TAKES_ENDINGS = re.compile(r"[oe]v$", re.IGNORECASE)
#: A shorter stem is the beginning of too many other words.
_STEM = 5


@dataclass(frozen=True)
class Cut:
    """Somebody as they may be drawn, and the words of the name that went."""

    person: Person
    words: tuple[str, ...]


def cuts(family: FamilyGraph, fostering: Placements) -> tuple[Cut, ...]:
    """Give everybody whose surname leads to a foster home, without it, where nobody has switched it on.

    fostering: the kinds of a child's link, of a home and of a service that are placements.
    """
    carers = _carers(family, fostering)
    people = carers | _their_people(family, carers, fostering)
    if not people:
        return ()
    surnames = _surnames(family)
    found = [_cut(family.get(Person, key), surnames) for key in sorted(people)]
    switched_on = {word for cut in found if cut.person.surname_shown for word in _folded(cut.words)}
    return tuple(cut for cut in found if not switched_on.intersection(_folded(cut.words)))


def gone(family: FamilyGraph, found: Iterable[Cut]) -> dict[str, str]:
    """Give the patterns of all surnames that went, each with the initial that stands in its place in a text.

    A word that is somebody else's first name goes where it can only be a surname: after a title, after "the"
    or after a first name of theirs.
    """
    theirs = {cut.person.id: cut for cut in found}
    given = {word for person in others(family, theirs) for word in first_names(person)}
    before = {name for cut in theirs.values() for name in first_names(cut.person)}
    return surnames_in_texts((word for cut in theirs.values() for word in cut.words), given, before)


def surnames_in_texts(
    words: Iterable[str], given: Container[str], before: Iterable[str] = (), *, cased: bool = False
) -> dict[str, str]:
    """Give the patterns of surnames, each with its initial.

    given: others' first names, folded; such a word goes behind a title, "the" or a name of `before` alone.
    cased: capitals and small letters are told apart.
    """
    leads = {*_TITLES, "the", *before}
    patterns = {}
    for word in {part for each in words for part in (each, *_parts(each))}:
        if _is_surname(word):
            behind = sorted(leads - {word.casefold()}) if word.casefold() in given else []
            pattern = f"(?-i:{surname_pattern(word)})" if cased else surname_pattern(word)
            patterns[_after(behind) + pattern] = f"{word[0].upper()}."
    return patterns


def surnames_switched_on(family: FamilyGraph) -> frozenset[str]:
    """Give the surnames that somebody allowed to stand on a sheet."""
    surnames = _surnames(family)
    shown = (_cut(person, surnames) for person in family.people if person.surname_shown)
    return frozenset(part for cut in shown for word in cut.words for part in (word, *_parts(word)))


def others(family: FamilyGraph, theirs: Container[Id]) -> Iterator[Person]:
    """Go through those whose names stay."""
    return (person for person in family.people if person.id not in theirs)


def full_names(family: FamilyGraph, theirs: Container[Id]) -> Iterator[str]:
    """Go through others' names of first name and surname: in a text they stay, whoever shares one."""
    for person in others(family, theirs):
        name = _in_order(str(person.name)) if person.named else ""
        if len(_parts(name)) > 1 and not is_title(name.split()[0]):
            yield name


def first_names(person: Person) -> list[str]:
    """Give the first names of somebody, folded: all of a name of one word, unless it is the surname."""
    name = _folded(_parts(_in_order(str(person.name)))) if person.named else []
    known_as = [word for word in _folded(_parts(person.known_as)) if word not in name[1:]]
    return [*(name[:-1] or name), *(known_as[:-1] or known_as)]


def _after(words: Iterable[str]) -> str:
    """Give the pattern of a place behind one of some words; of any place where there are none."""
    places = [rf"(?<=\b{re.escape(word)}{dot}\s)" for word in words for dot in ("", r"\.")]
    return f"(?:{'|'.join(places)})" if places else ""


def surname_pattern(word: str) -> str:
    """Give the pattern of a surname in any text: of a family, of what is theirs, and in its other endings."""
    stem = _ENDINGS.sub("", word)
    if len(stem) >= _STEM and (stem != word or _TAKES_ENDINGS.search(word)):
        return rf"(?<!\w){_spelt(stem)}\w{{0,4}}(?!\w)"
    return rf"(?<!\w){_spelt(word)}(?:e?s)?(?!\w)(?:(?<=s)['’](?!\w))?"


def _spelt(word: str) -> str:
    return re.sub("['’]", "['’]", re.escape(word))


# -- who -------------------------------------------------------------------------------


def _carers(family: FamilyGraph, fostering: Placements) -> set[Id]:
    """Give whom a child is or was placed with, and who else lives in a foster home."""
    links = [link for link in family.edges(ChildOf) if link.kind in fostering.links]
    placed = {link.child for link in links} | {person.id for person in family.people if person.subject}
    kin = _kin(family, placed, fostering)
    linked = {person.id for link in links for person in kinship.parent_people(family, link)}
    homes = {home.id for home in family.households if home.kind in fostering.homes}
    homes |= {stay.household for key in sorted(linked - kin) for stay in family.out_of(LivesIn, key)}
    living = {stay.person for home in sorted(homes) for stay in family.into(LivesIn, home)}
    return linked | (living - kin)


def _their_people(family: FamilyGraph, carers: set[Id], fostering: Placements) -> set[Id]:
    """Give the carers' own family. A child's own relatives who foster bring in nobody else of it."""
    placed = {link.child for link in family.edges(ChildOf) if link.kind in fostering.links}
    placed |= {person.id for person in family.people if person.subject}
    return _kin(family, carers, fostering) - _kin(family, placed, fostering)


def _kin(family: FamilyGraph, start: Iterable[Id], fostering: Placements) -> set[Id]:
    """Give everybody joined to some by couples and by children's links that aren't fostering."""
    found: set[Id] = set()
    ahead = sorted(start)
    while ahead:
        key = ahead.pop()
        if key not in found:
            found.add(key)
            ahead += _joined_to(family, key, fostering)
    return {key for key in found if family.find(Person, key)}


def _joined_to(family: FamilyGraph, key: Id, fostering: Placements) -> Iterator[Id]:
    for pair in family.at(PartnerIn, key):
        yield from pair.ends
    for link in family.at(ChildOf, key):
        if link.kind not in fostering.links:
            yield from link.ends


# -- names -----------------------------------------------------------------------------


def _surnames(family: FamilyGraph) -> frozenset[str]:
    """Give all words that may be somebody's surname, folded: no such word is taken for a first name."""
    names = (name for person in family.people for name in (person.name, person.known_as))
    told = (_in_order(name) for name in names if isinstance(name, str))
    return frozenset(
        part for name in told for word in _first_name(name, ())[1] for part in _folded((word, *_parts(word)))
    )


def _cut(person: Person, surnames: Container[str]) -> Cut:
    """Give somebody without a surname: the first name alone, or a title and an initial."""
    told = _in_order(person.name) if isinstance(person.name, str) else ""
    name, dropped = _first_name(told, surnames) if told else ("", ())
    known_as = person.known_as
    if _is_lead(_in_order(known_as).split()) or (
        not dropped and (not person.named or known_as.casefold().startswith(f"{name} ".casefold()))
    ):
        known_as, more = _first_name(_in_order(known_as), surnames)
        dropped = (*dropped, *more)
    words = (*dropped, *_after_titles(person.role, surnames))
    changes = {"known_as": _left(known_as, words)} | ({"name": name} if name else {})
    return Cut(person.put(**changes), words)


def _in_order(name: str) -> str:
    """Give "Fielding, Ann" as "Ann Fielding"."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else last.strip()


def _first_name(name: str, surnames: Container[str]) -> tuple[str, tuple[str, ...]]:
    """Give a first name alone, those of two, or titles and an initial; and the words that went.

    "Nanny Pat" keeps both words, where Pat is surely no surname.
    """
    words = name.split()
    if apart := _second(words):
        pair = (words[:apart], words[apart + 1 :])
        (one, gone), (other, more) = (_first_name(" ".join(each), surnames) for each in pair)
        return f"{one} {words[apart]} {other}", (*gone, *more)
    if kept := called_by(words, surnames):
        return " ".join(words[:kept]), tuple(words[kept:])
    titles = [place for place, word in enumerate(words[:-1]) if is_title(word)]
    if titles:
        behind = titles[-1] + 1
        return " ".join([*words[:behind], f"{words[-1][0]}."]), tuple(words[behind:])
    kept = 3 if len(words) > 3 and words[1].casefold() in _JOINS else 1
    return " ".join(words[:kept]), tuple(words[kept:])


def _second(words: Sequence[str]) -> int:
    """Give the place of what joins two who each have a title or a word of kin; 0 where there are no two."""
    return next(
        (
            place
            for place in range(1, len(words) - 1)
            if words[place].casefold() in _JOINS
            and _is_lead(words[place + 1 :])
            and not is_title(words[place - 1])
        ),
        0,
    )


def _is_lead(words: Sequence[str]) -> bool:
    """Say whether a title or a word of kin comes first."""
    return bool(words) and (is_title(words[0]) or kin_word(words) > 0)


def _after_titles(text: str, surnames: Container[str]) -> tuple[str, ...]:
    """Give the words behind titles: of "Mrs Fielding, foster carer", the name; of "Auntie Jo", none."""
    words = [word.strip(",;:()") for word in text.split()]
    return tuple(
        after
        for place, (title, after) in enumerate(pairwise(words))
        if is_title(title) and after[:1].isupper() and not called_by(words[place:], surnames)
    )


def is_title(word: str) -> bool:
    """Say whether a word is a title, behind which a surname stands."""
    return word.casefold().strip(".") in _TITLES


def _left(text: str, gone: Iterable[str]) -> str:
    folded = set(_folded(gone))
    return " ".join(word for word in text.split() if word.casefold() not in folded)


def _is_surname(word: str) -> bool:
    return len(word.strip(".")) >= _LEAST and word.casefold() not in _PARTICLES


def _parts(text: str) -> list[str]:
    """Give the words of a text, those of a double name each by itself."""
    return re.findall(r"[\w'’]+", text)


def _folded(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]
