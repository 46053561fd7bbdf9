"""`genogram export`: a dated copy as PDF, SVG or PNG."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from genogram_app.cli.cards import cards
from genogram_app.cli.saving import telling_of_replace
from genogram_app.cli.setting import Setting
from genogram_app.errors import BlankCopyError, UsageError
from genogram_app.family.case import Case
from genogram_app.family.excerpt import Near
from genogram_app.family.seen import View, seen
from genogram_app.model.person import Person
from genogram_app.practice.head import cautions
from genogram_app.practice.question import Look
from genogram_app.store import files
from genogram_app.studio.publish import publish, view_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.written import beside

_COPIES = {"case-file": "case file copy: not for the family", "family": "family copy: only what was shared"}

#: No sheet is of a day before this year, or much later than today.
_FIRST_YEAR, _AHEAD = 1900, timedelta(days=366)
#: So many generations up and down are shown round somebody, unless told otherwise.
FAR = 2


@contextmanager
def _telling_how_to_share() -> Iterator[None]:
    """Add to what says that a family copy would be blank what to do: whoever works here may know."""
    try:
        yield
    except BlankCopyError as fault:
        raise BlankCopyError(
            f"{fault} Nobody is shared with the family yet: open the file in the window, choose the worker’s "
            "view, select what they may see and press “Let the family see this”; or write a case file copy."
        ) from fault


def export(arguments: Namespace, setting: Setting) -> None:
    """Write a copy and say for whom it is, and what is still blank on it."""
    if arguments.date:
        _check_day(arguments.date, setting.today)
    case, scene = files.read(arguments.file), Scene(cards())
    dated = arguments.date or case.details.dated or setting.today
    near = _near(case, view_of(scene, arguments.view, dated, arguments.copy), arguments)
    with telling_of_replace(), _telling_how_to_share():
        written = publish(
            case,
            arguments.output,
            view=arguments.view,
            paper=arguments.paper,
            dated=dated,
            copy=arguments.copy,
            profile=arguments.profile,
            fitted=arguments.fit,
            near=near,
            scene=scene,
            may_replace=lambda _: bool(arguments.replace),
        )
    for path in written:
        setting.write(f"Wrote {path} ({_COPIES[arguments.copy]}).")
    for path in beside(arguments.output, written):
        setting.write(f"{path} stands beside it and is no page of this copy.")
    view = view_of(scene, arguments.view, dated, arguments.copy, near)
    if near:
        setting.write("It holds part of the family: not everybody is on it.")
    for caution in cautions(Look(seen(case, view), dated, scene.catalog, scene.words)):
        setting.write(caution)


def _near(case: Case, view: View, arguments: Namespace) -> Near | None:
    """Give whose part of the family is asked for. Raises UsageError where it can't be told who is meant."""
    if not arguments.around:
        if arguments.generations:
            raise UsageError("--generations goes with --around NAME. Nothing was written.")
        return None
    alike = _called(seen(case, view).family.people, arguments.around)
    if len(alike) != 1:
        raise UsageError(_whom(arguments.around, len(alike)))
    return Near(alike[0].id, arguments.generations or FAR)


def _called(people: Iterable[Person], name: str) -> list[Person]:
    """Give who has an id or a whole name, or else who has it in their name."""
    wanted = name.casefold()
    names = {one: (str(one.name).casefold(), one.known_as.casefold()) for one in people if one.named}
    whole = [one for one in names if wanted in (one.id.casefold(), *names[one])]
    return whole or [one for one in names if any(wanted in each for each in names[one])]


def _whom(name: str, count: int) -> str:
    """Say why it can't be told who is meant."""
    if not count:
        return f"Nobody on this sheet is called “{name}”. Nothing was written; “genogram show” says who is."
    return (
        f"“{name}” may be any of {count} people. Nothing was written; "
        f"give the whole name, or the id that “genogram show --json” says."
    )


def _check_day(day: date, today: date) -> None:
    """Refuse a day for a sheet that can't be meant. Raises UsageError."""
    if not date(_FIRST_YEAR, 1, 1) <= day <= today + _AHEAD:
        raise UsageError(
            f"A sheet can't be dated {day.isoformat()}. Nothing was written; "
            f"give a day from {_FIRST_YEAR} to a year from now."
        )
