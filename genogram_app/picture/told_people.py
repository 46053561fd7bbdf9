"""The people of a sheet in words: who they are, couples and carers, and who lives where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from genogram_app.drawing.report import Block, Bullets, Table
from genogram_app.family import kinship
from genogram_app.family.generations import generations
from genogram_app.model.base import Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import DateField, Life, Person, Spell
from genogram_app.model.ties import ChildOf, LivesIn, Responsibility, Twin, Union
from genogram_app.picture import wording
from genogram_app.picture.households import kind_of_home
from genogram_app.picture.told import Telling, joined, section


def people(telling: Telling) -> list[Block]:
    """Say everybody: the children it is about first, then the elders, then down the rows."""
    say = telling.say
    head = [say("Name"), say("Who they are"), say("Born, died"), say("Lives")]
    widths = [1.5, 1.4, 1.5, 1.5]
    rows = [_person_row(telling, person) for person in _in_order(telling)]
    if telling.in_full:
        head, widths = [*head, say("Who told us")], [*widths, 1.6]
        rows = [(*row, _told(telling, person)) for row, person in zip(rows, _in_order(telling), strict=True)]
    return section(say("People"), [Table(tuple(head), tuple(rows), tuple(widths))] if rows else [])


def _in_order(telling: Telling) -> list[Person]:
    care = frozenset(card.id for card in telling.catalog.descent.values() if card.care)
    rows = generations(telling.family, care, telling.catalog.paternity.doubts)
    return sorted(telling.family.people, key=lambda p: (not p.subject, rows[p.id], *_born(p), p.id))


def _born(person: Person) -> tuple[date, date]:
    return person.born.order if isinstance(person.born, When) else (date.max, date.max)


def _person_row(telling: Telling, person: Person) -> tuple[str, ...]:
    words = telling.words
    name = telling.call(person.id)
    if person.known_as and person.known_as != name:
        name = telling.say("{name} (known as {known_as})", name=name, known_as=person.known_as)
    return name, _who(telling, person), _life(telling, person), _lives(telling, person) or words.say("–")


def _who(telling: Telling, person: Person) -> str:
    card = telling.catalog.life(person.life.value) or telling.catalog.gender(person.gender)
    kin = person.role or telling.kin_word(person)
    drawn = "" if kin or (person.subject and person.gender) else telling.say(card.label)
    return joined(
        [
            wording.how_many(telling.words, person),
            telling.say("child this is about") if person.subject else "",
            kin or drawn,
            telling.say("from {place}", place=person.came_from) if person.came_from else "",
            person.cultures,
            wording.languages(telling.words, person),
            telling.say("confidential: on no family copy") if person.confidential else "",
        ]
    )


def _life(telling: Telling, person: Person) -> str:
    """Say when somebody was born and died, and how old they are."""
    if person.unborn:
        return telling.say("due {date}", date=telling.date(person.born))
    born = person.born
    unasked = telling.catalog.gender(person.gender).animal and isinstance(born, Blank)
    parts = [] if unasked else [_told_born(telling, born)]
    if person.dead:
        parts.append(telling.say("died {date}", date=telling.date(person.died)))
    parts.append(wording.age_in_full(telling.words, person, telling.view.as_at))
    if person.life not in (Life.LIVING, Life.DIED):
        parts.append(wording.life(telling.words, person))
    return joined(parts)


def _told_born(telling: Telling, born: DateField) -> str:
    """Say when somebody was born; of two dates that it is between, or "1957 to 1966" would read as a life."""
    if isinstance(born, Blank):
        return telling.blank(born)
    said = telling.date(born)
    return telling.say("b. {date}", date=said) if str(born).startswith("[") else said


def _lives(telling: Telling, person: Person) -> str:
    """Say in which homes somebody lives now; "?" where the living are in none."""
    if person.life is not Life.LIVING:
        return ""
    homes = [
        joined([telling.call(home.id), _share(telling, place)])
        for place, home in kinship.homes_of(telling.family, person.id)
        if kinship.current(place, telling.view.as_at)
    ]
    return "; ".join(homes) or "?"


def _told(telling: Telling, record: Record) -> str:
    """Say who told us about somebody, and which fields rest on something else."""
    own = telling.source(record.basis)
    others: dict[str, list[str]] = {}
    for said in record.said:
        told = telling.source(said.basis)
        if told and told != own:
            others.setdefault(told, []).append(field_name(telling, said.about))
    parts = [
        telling.say("{fields}: {source}", fields=telling.words.listed(fields), source=told)
        for told, fields in others.items()
    ]
    return joined([own, *parts], "; ") or telling.say("not recorded")


#: What a statement is called in a sentence; others are called as they are stored.
_FIELDS = {
    "name": "name",
    "known_as": "known as",
    "born": "date of birth",
    "died": "date of death",
    "role": "who they are",
    "quality": "what it is like",
    "arrangement": "how often",
    "spells": "as a couple",
    "kind": "what it is",
    "legal": "legal status",
    "part_time": "part of the time",
    "siblings": "brothers and sisters",
    "since": "since when",
    "until": "until when",
    "contact": "whom to speak to",
}


def field_name(telling: Telling, field: str) -> str:
    """Say what a statement is about."""
    return telling.say(_FIELDS.get(field, field.replace("_", " ")))


# -- legal statuses ------------------------------------------------------------------


def legal(telling: Telling) -> list[Block]:
    """Say every child's legal statuses with their dates, the present one last."""
    say = telling.say
    rows = [
        (telling.call(person.id), _status(telling, spell), *_when_and_source(telling, spell))
        for person in _in_order(telling)
        for spell in person.legal
    ]
    head = (say("Child"), say("Legal status"), say("When"), say("Who told us"))[: 4 if telling.in_full else 3]
    widths = (1.2, 2.4, 1.5, 1.5)[: len(head)]
    return section(say("Legal status"), [Table(head, tuple(rows), widths)] if rows else [])


def _status(telling: Telling, spell: Spell) -> str:
    card = telling.catalog.legal_status(spell.kind)
    label = telling.say(card.label)
    named = f"{label} ({telling.say(card.term)})" if card.term and telling.in_full else label
    return joined([named, spell.note], "; ")


def _when_and_source(telling: Telling, spell: Spell) -> tuple[str, ...]:
    dates = telling.span(spell.since, spell.until)
    return (dates, telling.source(spell.basis)) if telling.in_full else (dates,)


def responsible(telling: Telling) -> list[Block]:
    """Say who has parental responsibility for each child, and who had it."""
    say = telling.say
    rows = [
        (telling.call(held.child), telling.call(held.holder), *_when_told(telling, held))
        for held in telling.family.edges(Responsibility)
    ]
    head = (say("Child"), say("Who has it"), say("When"), say("Who told us"))[: 4 if telling.in_full else 3]
    table = Table(head, tuple(rows), (1.2, 1.6, 1.6, 1.6)[: len(head)])
    return section(say("Parental responsibility"), [table] if rows else [])


def _when_told(telling: Telling, held: Responsibility) -> tuple[str, ...]:
    when = joined([telling.span(held.since, held.until), held.notes], "; ") or telling.say("–")
    return (when, telling.source(held.basis)) if telling.in_full else (when,)


# -- couples and children ---------------------------------------------------------------


def couples(telling: Telling) -> list[Block]:
    """Say every couple, how they stand to each other and their children; then who is a parent alone."""
    say = telling.say
    pairs = [row for union in telling.family.unions if (row := _couple_row(telling, union))]
    rows = (*pairs, *(row for person in telling.family.people for row in _alone(telling, person)))
    head = (say("Parents or couple"), say("As a couple"), say("Children"))
    return section(say("Couples and their children"), [Table(head, rows, (1.6, 1.6, 1.8))] if rows else [])


def _couple_row(telling: Telling, union: Union) -> tuple[str, str, str] | None:
    partners = kinship.partners(telling.family, union.id)
    own = [link for link in kinship.links_down(telling.family, union.id) if not _is_care(telling, link)]
    if len(partners) < 2 and not own:
        return None
    called = [telling.call(person.id) for person in partners]
    if len(called) == 1 and all(_other_unknown(telling, link) for link in own):
        called.append("?")  # as where only one is known: who is kept back is no other than who isn't known
    names = telling.words.listed(called) or "?"
    children = _children(telling, own) or telling.say("–")
    return names, union_states(telling, union.spells) if len(partners) > 1 else telling.say("–"), children


def _alone(telling: Telling, person: Person) -> Iterator[tuple[str, str, str]]:
    """Say whose children are linked to one person, first those of whom the other parent isn't known."""
    name, say = telling.call(person.id), telling.say
    own = [link for link in kinship.links_down(telling.family, person.id) if not _is_care(telling, link)]
    for unknown in (True, False):
        if links := [link for link in own if _other_unknown(telling, link) == unknown]:
            names = telling.words.listed([name, "?"]) if unknown else name
            yield names, say("–"), _children(telling, links)


def _other_unknown(telling: Telling, link: ChildOf) -> bool:
    """Say whether the one at the upper end is all that is known of a child's parents by birth."""
    links = kinship.links_up(telling.family, link.child)
    return [each for each in links if telling.catalog.link(each.kind).blood] == [link]


def _children(telling: Telling, links: Iterable[ChildOf]) -> str:
    return joined((_child(telling, link) for link in links), "; ")


def union_states(telling: Telling, spells: tuple[Spell, ...]) -> str:
    """Say the states of a couple in order of time: "married, 1980; divorced, date not known"."""
    said = []
    for spell in spells:
        card = telling.catalog.union(spell.kind)
        ended = spell.until is not None
        dates = telling.span(spell.since, spell.until) if ended else telling.date(spell.since)
        source = telling.source(spell.basis, harm=True) if card.harm else ""
        said.append(joined([telling.say(card.label), dates, source]))
    return "; ".join(said) or telling.say(telling.catalog.union("").label)


#: How those who were born together are said to be.
_TWINS = {
    Twin.IDENTICAL: "identical twin",
    Twin.NOT_IDENTICAL: "twin, not identical",
    Twin.UNKNOWN: "twin; identical or not isn’t known",
}


def _is_care(telling: Telling, link: ChildOf) -> bool:
    card = telling.catalog.link(link.kind)
    return card.brings_up and not card.legal


def _child(telling: Telling, link: ChildOf) -> str:
    card = telling.catalog.link(link.kind)
    twin = telling.say(_TWINS[link.twin]) if link.birth and link.twin else ""
    how = twin if card.blood else joined([telling.say(card.term or card.label), _dates(telling, link)])
    name = telling.call(link.child)
    return f"{name} ({how})" if how else name


def _dates(telling: Telling, link: ChildOf) -> str:
    return wording.link_dates(telling.words, link, telling.catalog.link(link.kind).legal)


def carers(telling: Telling) -> list[Block]:
    """Say who looks or looked after whom, from when to when: whoever does now first."""
    say = telling.say
    links = sorted(
        (link for link in telling.family.edges(ChildOf) if _is_care(telling, link)),
        key=lambda link: (telling.call(link.child), link.until is not None, *_began(link), link.id),
    )
    columns = 5 if telling.in_full else 4
    rows = tuple(_carer_row(telling, link)[:columns] for link in links)
    head = (say("Child"), say("Looked after by"), say("How"), say("When"), say("Who told us"))
    table = Table(head[:columns], rows, (1.2, 1.4, 1.2, 1.6, 1.6)[:columns])
    return section(say("Who looks after the children"), [table] if rows else [])


def _began(link: ChildOf) -> tuple[date, date]:
    return link.since.order if isinstance(link.since, When) else (date.min, date.min)


def _carer_row(telling: Telling, link: ChildOf) -> tuple[str, ...]:
    card = telling.catalog.link(link.kind)
    above = kinship.parent_people(telling.family, link)
    by = telling.words.listed([telling.call(person.id) for person in above]) or telling.call(link.parent)
    how = telling.say(card.term or card.label)
    dates = joined([_dates(telling, link) or "?", link.notes], "; ")
    return telling.call(link.child), by, how, dates, telling.source(link.basis)


# -- homes ------------------------------------------------------------------------------


def homes(telling: Telling) -> list[Block]:
    """Say who lives together; an address only where it was switched on, in the case file copy alone."""
    items = tuple(_home(telling, home) for home in telling.family.households)
    return section(telling.say("Who lives together"), [Bullets(items)] if items else [])


def _home(telling: Telling, home: Household) -> str:
    address = home.address if telling.in_full and isinstance(home.address, str) else ""
    called = telling.call(home.id)
    kind = kind_of_home(telling.words, telling.catalog, home, called)
    name = joined([called, kind, address, telling.span(home.since, home.until)])
    members = [_member(telling, place) for place in kinship.members(telling.family, home.id)]
    return telling.say("{home}: {people}.", home=name, people="; ".join(members) or "?")


def _member(telling: Telling, place: LivesIn) -> str:
    dates = telling.span(place.since, place.until)
    return joined([telling.call(place.person), _share(telling, place), dates])


def _share(telling: Telling, place: LivesIn) -> str:
    """Say which part of the week somebody lives there, where it isn't all of it."""
    return place.pattern or (telling.say("part time") if place.part_time else "")


# -- blanks -------------------------------------------------------------------------------

#: Fields of which it is worth a sentence why they are blank.
_ANSWERED = ("name", "born", "died", "telephone", "parents", "partners", "siblings", "children")


def blanks(telling: Telling) -> list[Block]:
    """Say why what isn't there isn't there: not known, chose not to say, or none.

    What is still to be asked stands under that heading alone.
    """
    items = [
        telling.say("{name}: {blanks}.", name=telling.call(person.id), blanks="; ".join(found))
        for person in _in_order(telling)
        if (found := list(_blanks_of(telling, person)))
    ]
    return section(telling.say("Not known, or none"), [Bullets(tuple(items))] if items else [])


def _blanks_of(telling: Telling, person: Person) -> Iterator[str]:
    for field in _ANSWERED:
        value = getattr(person, field)
        if isinstance(value, Blank) and _worth_saying(telling, person, field, value):
            yield f"{field_name(telling, field)} {telling.blank(value)}"


def _worth_saying(telling: Telling, person: Person, field: str, value: Blank) -> bool:
    if field in ("died",) and not person.dead:
        return False
    if person.nameless and field == "name":
        return False
    if not telling.in_full:
        return value is Blank.NONE
    return value is not Blank.NOT_ASKED and not _asked_again(person, field, value)


def _asked_again(person: Person, field: str, value: Blank) -> bool:
    """Say whether a question asks, with who somebody is, what isn't known: "Who is Jay's father?"."""
    if value is not Blank.UNKNOWN or person.name in (Blank.DECLINED, Blank.NONE):
        return False
    return field == "name" or (field == "born" and not person.named and not person.known_as)
