"""`genogram export`: a dated copy as PDF, SVG or PNG."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, timedelta

from genogram_app.cli.cards import cards
from genogram_app.cli.saving import telling_of_replace
from genogram_app.cli.setting import Setting
from genogram_app.errors import UsageError
from genogram_app.family.seen import seen
from genogram_app.practice.head import cautions
from genogram_app.practice.question import Look
from genogram_app.store import files
from genogram_app.studio.publish import publish, view_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.written import beside

_COPIES = {"case-file": "case file copy: not for the family", "family": "family copy: only what was shared"}

#: No sheet is of a day before this year, or much later than today.
_FIRST_YEAR, _AHEAD = 1900, timedelta(days=366)


def export(arguments: Namespace, setting: Setting) -> None:
    """Write a copy and say for whom it is, and what is still blank on it."""
    if arguments.date:
        _check_day(arguments.date, setting.today)
    case, scene = files.read(arguments.file), Scene(cards())
    dated = arguments.date or case.details.dated or setting.today
    with telling_of_replace():
        written = publish(
            case,
            arguments.output,
            view=arguments.view,
            paper=arguments.paper,
            dated=dated,
            copy=arguments.copy,
            profile=arguments.profile,
            fitted=arguments.fit,
            scene=scene,
            may_replace=lambda _: bool(arguments.replace),
        )
    for path in written:
        setting.write(f"Wrote {path} ({_COPIES[arguments.copy]}).")
    for path in beside(arguments.output, written):
        setting.write(f"{path} stands beside it and is no page of this copy.")
    view = view_of(scene, arguments.view, dated, arguments.copy)
    for caution in cautions(Look(seen(case, view), dated, scene.catalog, scene.words)):
        setting.write(caution)


def _check_day(day: date, today: date) -> None:
    """Refuse a day for a sheet that can't be meant. Raises UsageError."""
    if not date(_FIRST_YEAR, 1, 1) <= day <= today + _AHEAD:
        raise UsageError(
            f"A sheet can't be dated {day.isoformat()}. Nothing was written; "
            f"give a day from {_FIRST_YEAR} to a year from now."
        )
