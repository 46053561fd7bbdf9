"""Run one command: read its words, do it, and end with 0, or with 2 and one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argparse import Namespace

    from genogram_app.cli.setting import Setting


class Command(Protocol):
    """What a command is: a function of its words and its setting. Raises UserError."""

    def __call__(self, arguments: Namespace, setting: Setting) -> None:
        """Do it."""


def is_command(words: Sequence[str]) -> bool:
    """Say whether words are for the command line rather than the window."""
    return bool(words) and (words[0] in _COMMANDS or words[0] in ("-h", "--help", "--version"))


def run(words: Sequence[str], setting: Setting) -> None:
    """Run a command. Raises UserError; SystemExit after --help and --version."""
    from genogram_app.cli import parser

    arguments = parser.parser().parse_args(words)
    _COMMANDS[arguments.command](arguments, setting)


# Each command loads its own part of the program, and only when it's asked for; the window loads none.


def _new(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.new import new

    new(arguments, setting)


def _import(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.bring import bring

    bring(arguments, setting)


def _export(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.export import export

    export(arguments, setting)


def _show(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.show import show

    show(arguments, setting)


def _check(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.check import check

    check(arguments, setting)


def _schema(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.schema import schema

    schema(arguments, setting)


def _symbols(arguments: Namespace, setting: Setting) -> None:
    from genogram_app.cli.symbols import symbols

    symbols(arguments, setting)


_COMMANDS: Mapping[str, Command] = {
    "new": _new,
    "import": _import,
    "export": _export,
    "show": _show,
    "check": _check,
    "schema": _schema,
    "symbols": _symbols,
}
