"""The steps that commands do, made of what is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from genogram_app.edit import (
    arrange,
    births,
    copies,
    details,
    households,
    people,
    relatives,
    removal,
    statements,
    ties,
    unions,
)
from genogram_app.edit.result import Edit
from genogram_app.errors import RefusedError
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from genogram_app.model.ties import LivesIn, Union
from genogram_app.studio.context import Context, ParentRole

Step = Callable[[Context], Edit]


def add_person(context: Context) -> Edit:
    """Add somebody who is joined to nobody yet."""
    return people.add_person(context.case, context.stamp)


def add_parents(context: Context) -> Edit:
    """Add the parents who aren't there."""
    return relatives.add_parents(context.case, context.stamp, context.kinds, context.selected[0])


def add_partner(context: Context) -> Edit:
    """Add a partner."""
    return relatives.add_partner(context.case, context.stamp, context.kinds, context.selected[0])


def add_child(context: Context) -> Edit:
    """Add a child of a couple, or of a person and their only partner."""
    return relatives.add_child(context.case, context.stamp, context.kinds, context.selected[0])


def add_own_child(context: Context) -> Edit:
    """Add a child of a person with somebody who isn't said yet."""
    return relatives.add_child(context.case, context.stamp, context.kinds, context.selected[0], alone=True)


def add_sibling(context: Context) -> Edit:
    """Add a brother or sister."""
    return relatives.add_sibling(context.case, context.stamp, context.kinds, context.selected[0])


def born_together(context: Context) -> Edit:
    """Say that those who are selected were born together; how alike they are is said later."""
    return births.born_together(context.case, context.stamp, context.kinds, context.selected)


def half_sibling(role: ParentRole) -> Step:
    """Add a child of one parent of somebody; who the other parent is isn't said."""

    def step(context: Context) -> Edit:
        parent = context.parent(role)
        if parent is None:
            raise RefusedError("That parent isn’t on the sheet. Nothing was changed.")
        who = context.selected[0]
        return relatives.add_half_sibling(context.case, context.stamp, context.kinds, who, parent.id)

    return step


def couple(context: Context) -> Edit:
    """Make two people a couple."""
    first, second = context.people
    return unions.join(context.case, context.stamp, first, second, context.kinds.couple)


def part(context: Context) -> Edit:
    """End a couple's state in the way that its card names."""
    union = context.family.get(Union, context.selected[0])
    ended = context.session.catalog.union(union.kind).ended
    return unions.end_union(context.case, context.stamp, union.id, ended)


def household(context: Context) -> Edit:
    """Make a home of the selected people."""
    return households.make_household(
        context.case, context.stamp, context.people, kind=context.kinds.household
    )


def subject(context: Context) -> Edit:
    """Mark the selected people as subject children, or unmark them where all are."""
    to_be = not all(person.subject for person in context.all(Person))
    return people.set_subject(context.case, context.stamp, context.people, to_be)


def died(context: Context) -> Edit:
    """Mark somebody as having died."""
    return people.died(context.case, context.stamp, context.selected[0])


def not_died(context: Context) -> Edit:
    """Take back that somebody died."""
    return people.not_died(context.case, context.stamp, context.selected[0])


def born(context: Context) -> Edit:
    """Say that a child was born; on which day is asked next."""
    return people.was_born(context.case, context.stamp, context.selected[0])


def change_stay(context: Context) -> Edit:
    """From today on somebody lives in a home all week instead of part of it, or the other way about."""
    stay = context.family.get(LivesIn, context.selected[0])
    today = When.on(context.stamp.today)
    return households.change_stay(context.case, context.stamp, stay.id, today, part_time=not stay.part_time)


def go_to(context: Context) -> Edit:
    """Make somebody the one to ring out of hours."""
    return details.set_go_to(context.case, context.stamp, context.selected[0])


def end_line(context: Context) -> Edit:
    """End a relationship or a tie."""
    return ties.end_line(context.case, context.stamp, context.selected[0])


def remove(context: Context) -> Edit:
    """Take out what is selected."""
    return removal.remove(context.case, context.stamp, context.selected)


def duplicate(context: Context) -> Edit:
    """Put a second of what is selected on the sheet."""
    return copies.duplicate(context.case, context.stamp, context.selected)


def share(context: Context) -> Edit:
    """Let the family see what is selected."""
    return statements.share(context.case, context.selected)


def unshare(context: Context) -> Edit:
    """Keep what is selected for the case file."""
    return statements.unshare(context.case, context.selected)


def confirm(context: Context) -> Edit:
    """Say that what is selected still holds today."""
    return statements.confirm(context.case, context.stamp, context.selected)


def tidy(context: Context) -> Edit:
    """Lay out everything anew, or just the several selected; what was placed by hand stays."""
    chosen = context.placed if len(context.placed) > 1 else ()
    return replace(arrange.tidy(context.standing, context.ground, chosen), select=context.selected)


def tidy_all(context: Context) -> Edit:
    """Lay out everything anew, what was placed by hand too."""
    return arrange.tidy(context.standing, context.ground, by_hand=True)


def turn_page(context: Context) -> Edit:
    """Turn the page upright, or back on its side."""
    upright = context.case.page.orientation == "portrait"
    return details.set_page(context.case, orientation="landscape" if upright else "portrait")


def align(axis: arrange.Axis) -> Step:
    """Put what is selected in one row or column."""
    return lambda context: arrange.align(
        context.standing, context.ground, context.placed, axis, context.session.boxes
    )


def distribute(axis: arrange.Axis) -> Step:
    """Put equal distances between what is selected."""
    return lambda context: arrange.distribute(
        context.standing, context.ground, context.placed, axis, context.session.boxes
    )


def nudge(dx: float, dy: float) -> Step:
    """Move what is selected a little, in points."""
    return lambda context: arrange.nudge(context.standing, context.ground, context.placed, dx, dy)
