"""`genogram export`: a dated copy as PDF, SVG or PNG."""

from __future__ import annotations

from argparse import Namespace

from genogram_app.cli.setting import Setting
from genogram_app.store import files
from genogram_app.studio.publish import publish

_COPIES = {"case-file": "case file copy: not for the family", "family": "family copy: only what was shared"}


def export(arguments: Namespace, setting: Setting) -> None:
    """Write a copy and say for whom it is."""
    case = files.read(arguments.file)
    written = publish(
        case,
        arguments.output,
        view=arguments.view,
        paper=arguments.paper,
        dated=arguments.date or case.details.dated or setting.today,
        copy=arguments.copy,
    )
    for path in written:
        setting.write(f"Wrote {path} ({_COPIES[arguments.copy]}).")
