"""`genogram export`: a dated copy as PDF, SVG or PNG."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, timedelta

from genogram_app.cli.setting import Setting
from genogram_app.errors import UsageError
from genogram_app.store import files
from genogram_app.studio.publish import publish

_COPIES = {"case-file": "case file copy: not for the family", "family": "family copy: only what was shared"}

#: No sheet is of a day before this year, or much later than today.
_FIRST_YEAR, _AHEAD = 1900, timedelta(days=366)


def export(arguments: Namespace, setting: Setting) -> None:
    """Write a copy and say for whom it is."""
    if arguments.date:
        _check_day(arguments.date, setting.today)
    case = files.read(arguments.file)
    written = publish(
        case,
        arguments.output,
        view=arguments.view,
        paper=arguments.paper,
        dated=arguments.date or case.details.dated or setting.today,
        copy=arguments.copy,
        profile=arguments.profile,
    )
    for path in written:
        setting.write(f"Wrote {path} ({_COPIES[arguments.copy]}).")


def _check_day(day: date, today: date) -> None:
    """Refuse a day for a sheet that can't be meant. Raises UsageError."""
    if not date(_FIRST_YEAR, 1, 1) <= day <= today + _AHEAD:
        raise UsageError(
            f"A sheet can't be dated {day.isoformat()}. Nothing was written; "
            f"give a day from {_FIRST_YEAR} to a year from now."
        )
