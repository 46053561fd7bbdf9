"""`genogram schema`: the JSON Schema of the file."""

from __future__ import annotations

from argparse import Namespace

from genogram_app.cli.setting import Setting
from genogram_app.store.schema import json_schema


def schema(arguments: Namespace, setting: Setting) -> None:
    """Print the JSON Schema."""
    setting.write_json(json_schema())
