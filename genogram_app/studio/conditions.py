"""When a command can be done: questions about what is selected."""

from __future__ import annotations

from collections.abc import Callable

from genogram_app.edit.children import birth_link
from genogram_app.edit.relatives import missing_parents
from genogram_app.family import kinship
from genogram_app.model.agency import Agency
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, LivesIn, Tie, Union
from genogram_app.practice import out_of_hours
from genogram_app.studio.context import Context, ParentRole

Condition = Callable[[Context], bool]
#: A relationship joins two.
_TWO = 2


def something(context: Context) -> bool:
    """Anything at all is selected."""
    return bool(context.selected)


def some_people(context: Context) -> bool:
    """At least one person is selected."""
    return bool(context.people)


def figures(context: Context) -> bool:
    """At least one person, couple, home or service is selected."""
    return any(context.all(kind) for kind in (Person, Union, Household, Agency))


def one_person(context: Context) -> bool:
    """Just one person is selected."""
    return context.one(Person) is not None


def two_people(context: Context) -> bool:
    """Just two people are selected."""
    return len(context.people) == len(context.selected) == _TWO


def siblings(context: Context) -> bool:
    """Two or more people are selected who were born to the same parents."""
    if len(context.people) < _TWO or len(context.people) != len(context.selected):
        return False
    case, stamp, kinds = context.case, context.stamp, context.kinds
    links = [birth_link(case, stamp, kinds, person) for person in context.people]
    return None not in links and len({link.parent for link in links if link}) == 1


def person_or_couple(context: Context) -> bool:
    """One person or one couple's line is selected."""
    return one_person(context) or context.one(Union) is not None


def living_person(context: Context) -> bool:
    """One person who isn't marked as having died is selected."""
    person = context.one(Person)
    return person is not None and not person.dead


def dead_person(context: Context) -> bool:
    """One person who is marked as having died is selected."""
    person = context.one(Person)
    return person is not None and person.dead


def unborn_person(context: Context) -> bool:
    """One child who is yet to be born is selected."""
    person = context.one(Person)
    return person is not None and person.unborn


def lives_there(context: Context) -> bool:
    """Somebody's place in a home that hasn't ended is selected."""
    stay = context.one(LivesIn)
    return stay is not None and stay.until is None


def has_parent(role: ParentRole) -> Condition:
    """One person is selected whose mother or father by birth is on the sheet."""
    return lambda context: one_person(context) and context.parent(role) is not None


def lacks_parents(context: Context) -> bool:
    """One person is selected, not both of whose parents by birth are on the sheet."""
    person = context.one(Person)
    return person is not None and missing_parents(context.case, context.stamp, context.kinds, person.id) > 0


def can_be_rung(context: Context) -> bool:
    """One person who is living and no child, or one service, is selected."""
    person = context.one(Person)
    if person is not None:
        return out_of_hours.can_be_rung(person, context.session.today)
    return context.one(Agency) is not None


def to_relate(context: Context) -> tuple[Id, ...]:
    """Give those of the selected whom a line may join; of a couple its partners."""
    union = context.one(Union)
    if union is not None:
        return tuple(person.id for person in kinship.partners(context.family, union.id))
    family, kinds = context.family, (Person, Agency, Household)
    return tuple(key for key in context.selected if any(family.find(kind, key) for kind in kinds))


def can_relate(context: Context) -> bool:
    """One or two are selected that a relationship can join, or a couple."""
    if context.one(Union) is not None:
        return len(to_relate(context)) == _TWO
    count = len(context.selected)
    return 1 <= count <= _TWO and len(to_relate(context)) == count


def a_couple(context: Context) -> bool:
    """A couple is selected of whom both are on the sheet."""
    return context.one(Union) is not None and can_relate(context)


def can_part(context: Context) -> bool:
    """A couple is selected in a state that can come to an end."""
    union = context.one(Union)
    return union is not None and bool(context.session.catalog.union(union.kind).ended)


def goes_on(context: Context) -> bool:
    """A relationship or a tie is selected that hasn't ended."""
    line = context.one(Bond) or context.one(Tie)
    return line is not None and line.until is None


def movable(count: int) -> Condition:
    """At least so many things are selected that stand on the sheet."""
    return lambda context: len(context.placed) >= count


def can_undo(context: Context) -> bool:
    """There is a step to take back."""
    return context.session.undoes is not None


def can_redo(context: Context) -> bool:
    """There is a step to do again."""
    return context.session.redoes is not None


def unsaved(context: Context) -> bool:
    """There is something that isn't in the file."""
    return context.session.dirty
