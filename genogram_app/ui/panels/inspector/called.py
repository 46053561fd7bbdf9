"""What records are called in the panels, and what joins them, said in a few words."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import Bond, ChildOf, Direction, Tie, Union
from genogram_app.picture import wording
from genogram_app.practice.calling import home_called
from genogram_app.practice.parentage import as_drawn
from genogram_app.ui.desk import Desk
from genogram_app.ui.whom import looking, unnamed


def called(desk: Desk, key: Id) -> str:
    """Say what somebody or something is called."""
    family, words = desk.seen.family, desk.words
    record = family.record(key)
    if isinstance(record, Person):
        return _person(desk, record)
    if isinstance(record, Union):
        return words.listed([_person(desk, each) for each in kinship.partners(family, key)]) or "?"
    if isinstance(record, Household):
        said = home_called(looking(desk.session, words), record)
        return said[:1].upper() + said[1:]
    return service(desk, record) if isinstance(record, Agency) else "?"


def _person(desk: Desk, person: Person) -> str:
    """Say a name, or who somebody without one is."""
    if person.named or person.known_as:
        return wording.name(desk.words, person)
    return unnamed(looking(desk.session, desk.words))[person.id]


def short(desk: Desk, key: Id) -> str:
    """Say what somebody is called by those who know them: known as, else the name."""
    person = desk.seen.family.find(Person, key)
    return person.known_as if person is not None and person.known_as else called(desk, key)


def service(desk: Desk, agency: Agency) -> str:
    """Say what a service is called: its name, else whom one knows there, else its kind.

    Whoever draws the sheet is called by their own name, as on the sheet.
    """
    names = (agency.contact, agency.name) if draws(desk, agency) else (agency.name, agency.contact)
    for name in names:
        if isinstance(name, str) and name:
            return name
    label = desk.words.say(desk.scene.catalog.agency(agency.kind).label)
    return label[:1].upper() + label[1:]


def draws(desk: Desk, agency: Agency) -> bool:
    """Say whether this is the worker who draws the sheet."""
    return desk.seen.details.worker == agency.id


def lines_of(desk: Desk, key: Id) -> tuple[Bond | Tie, ...]:
    """Give the relationships and ties of somebody or of a service."""
    family = desk.seen.family
    return (*family.at(Bond, key), *family.at(Tie, key))


def line_says(desk: Desk, line: Bond | Tie) -> str:
    """Say what joins two as a sentence."""
    if isinstance(line, Tie):
        return _tie_says(desk, line)
    card = desk.scene.catalog.bond(line.quality)
    return _directed(desk, line, card.sentence(**_ways(line.direction)))


def _tie_says(desk: Desk, tie: Tie) -> str:
    catalog = desk.scene.catalog
    strain = catalog.tie_strain(tie.strain)
    card = strain if strain is not None and not tie.strength else catalog.tie_strength(tie.strength)
    said = _directed(desk, tie, card.sentence(**_ways(tie.direction)))
    both = strain is not None and tie.strength
    return (
        desk.words.say("{said}; {strain}", said=said, strain=desk.words.say(strain.label))
        if both and strain
        else said
    )


def _directed(desk: Desk, line: Bond | Tie, template: str) -> str:
    ends = line.ends if line.direction is not Direction.BACK else line.ends[::-1]
    return desk.words.say(template or "{a}, {b}", a=short(desk, ends[0]), b=short(desk, ends[1]))


def _ways(direction: Direction) -> dict[str, bool]:
    return {
        "forth": direction in (Direction.FORTH, Direction.BOTH, Direction.BACK),
        "back": direction is Direction.BOTH,
    }


def span(desk: Desk, since: DateField | None, until: DateField | None) -> str:
    """Say from when to when."""
    return wording.span(desk.words, since, until)


def parents_say(desk: Desk, link: ChildOf) -> str:
    """Say who the parents or carers at the upper end of a link are."""
    people = kinship.parent_people(desk.seen.family, link)
    return desk.words.listed([_person(desk, each) for each in people]) or called(desk, link.parent)


def parents_drawn(desk: Desk) -> FamilyGraph:
    """Give the family as its lines are drawn: of a couple one of whom is in doubt, one from each."""
    return as_drawn(desk.scene.catalog, desk.seen.family)


def doubted_say(desk: Desk, link: ChildOf) -> str:
    """Say of whom a link says how they are a parent: where one of a couple is in doubt, of that one alone."""
    drawn = parents_drawn(desk).get(ChildOf, link.id)
    return parents_say(desk, drawn if drawn.kind == link.kind else link)


def source_says(desk: Desk, basis: Basis) -> str:
    """Say who says so and where it stands; nothing in the family's view."""
    return wording.source(desk.words, basis) if desk.by_worker else ""
