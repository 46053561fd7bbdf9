"""Dated lines: ending one, and ending one to start the next. An end that stands is never overwritten."""

from __future__ import annotations

from typing import Any, TypeVar

from genogram_app.edit.beside import told, told_fields
from genogram_app.edit.result import Stamp
from genogram_app.errors import RefusedError
from genogram_app.model.base import Record, Said
from genogram_app.model.dates import When
from genogram_app.model.person import DateField
from genogram_app.model.ties import Edge

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Edge)


def ended(stamp: Stamp, record: R, until: DateField, **more: Any) -> R:
    """End a line, a home or a service's part that goes on.

    Raises RefusedError where it has ended already, or hadn't begun by then.
    """
    if _end(record) is not None:
        raise RefusedError("That has ended already. Nothing was changed. Where its day is wrong, correct it.")
    _refuse_before_start(stamp, record, until)
    return told(record, stamp, until=until, **more)


def next_line(stamp: Stamp, edge: E, when: DateField, **fresh: Any) -> tuple[E, E]:
    """End a dated line and start the next: give both. What goes on unchanged keeps its own basis.

    One that has ended already stays as it is, and the next begins. Raises
    RefusedError for a day before the line began, or before it ended.
    """
    if _end(edge) is None:
        return ended(stamp, edge, when), started_from(stamp, edge, since=when, until=None, **fresh)
    _refuse_before_start(stamp, edge, when)
    if stamp.may_see(edge.basis_of("until")):
        refuse_before(_end(edge), when)
    return edge, started_from(stamp, edge, since=when, until=None, **fresh)


def started_from(stamp: Stamp, edge: E, **fresh: Any) -> E:
    """Start a line like another but for some fields. What is carried over keeps its own basis; notes stay."""
    carried = sorted(told_fields(edge) - {"notes", *fresh})
    said = tuple(Said(about=field, basis=edge.basis_of(field)) for field in carried)
    fields = {field: getattr(edge, field) for field in carried} | fresh
    return type(edge).model_validate(fields | {"id": stamp.new_id("e"), "basis": stamp.basis(), "said": said})


def goes_on(edge: Edge, **fresh: Any) -> bool:
    """Say whether a line goes on just so, and a change to the same would be none."""
    return _end(edge) is None and all(getattr(edge, field) == value for field, value in fresh.items())


def refuse_before(first: DateField | None, then: DateField | None) -> None:
    """Refuse a day that surely comes before another. Raises RefusedError."""
    if not isinstance(first, When) or not isinstance(then, When):
        return
    if first.earliest is not None and then.latest is not None and then.latest < first.earliest:
        raise RefusedError(
            "That day would come before what it ends or follows. Nothing was changed. "
            "Correct the earlier date, or write this one down on its own as an earlier one."
        )


def _refuse_before_start(stamp: Stamp, record: Record, when: DateField) -> None:
    """Refuse a day before the start; of a start that can't be seen nothing is given away."""
    if stamp.may_see(record.basis_of("since")):
        refuse_before(getattr(record, "since", None), when)


def _end(record: Record) -> DateField | None:
    end: DateField | None = getattr(record, "until", None)
    return end
