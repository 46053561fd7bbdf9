"""The words that the command line understands. Nothing heavy is loaded to read them."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Never

from genogram_app import __version__
from genogram_app.errors import UsageError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EXPORT_NOTE = """
The default copy is for the child's case file: it holds everything and says so on every page.
A copy that the family may have is made with --copy family: it holds only what was shared.
"""


class Parser(argparse.ArgumentParser):
    """A parser that raises a plain sentence instead of printing its usage."""

    def error(self, message: str) -> Never:
        """Raise UsageError."""
        raise UsageError(f"{message[:1].upper()}{message[1:]}. “{self.prog} --help” says how it's used.")


def parser() -> Parser:
    """Give the parser of every command."""
    top = Parser(
        prog="genogram",
        description="Draw a family with the family: genograms and ecomaps for children's social workers.",
        epilog="“genogram FILE” opens a family in the window; “genogram” alone opens the start page.",
    )
    top.add_argument("--version", action="version", version=f"genogram {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _new(commands.add_parser("new", help="start a family: the child, two parents, four grandparents"))
    _import(
        commands.add_parser("import", help="bring in a family from GEDCOM, or what is left of a damaged file")
    )
    _export(commands.add_parser("export", help="write a dated PDF, SVG or PNG", epilog=_EXPORT_NOTE))
    _show(commands.add_parser("show", help="say in words what a file holds"))
    _check(commands.add_parser("check", help="list what is still to be asked"))
    commands.add_parser("schema", help="print the JSON Schema of the file")
    _symbols(commands.add_parser("symbols", help="print every symbol and line on A4 pages"))
    return top


def a_day(text: str) -> date:
    """Read a day written YYYY-MM-DD."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” isn't a day written as 2026-03-02") from None


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--child", required=True, metavar="NAME", help="the child's name, or ? where it isn't known"
    )
    command.add_argument(
        "--born",
        metavar="DATE",
        help="3 Mar 2015, Mar 2015, about 2015, 11 …, or due 3 Mar 2027",
    )
    _output(command, "the family's file")


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source", type=Path, metavar="SOURCE", help="a GEDCOM file, or a damaged .genogram file"
    )
    _output(command, "the family's file")
    command.add_argument("--json", action="store_true", help="say what came over as JSON")


def _export(command: argparse.ArgumentParser) -> None:
    _file(command)
    _output(command, "what to write: .pdf, .svg or .png (a picture a page where one doesn’t hold it)")
    command.add_argument("--view", choices=("genogram", "ecomap", "combined"), default="genogram")
    command.add_argument("--paper", choices=("A4", "A3"), help="the paper; by itself, what reads best")
    command.add_argument(
        "--fit",
        action="store_true",
        help="arrange everybody so that it takes the least paper, in the largest letters; the file stays",
    )
    command.add_argument(
        "--around",
        default="",
        metavar="NAME",
        help="only somebody’s close family, and who lives with them",
    )
    command.add_argument(
        "--generations",
        type=int,
        choices=range(1, 10),
        metavar="N",
        help="with --around: how many generations up and down, 1 to 9; by itself, 2",
    )
    command.add_argument(
        "--date", type=a_day, metavar="YYYY-MM-DD", help="the date on the sheet; by itself, today"
    )
    command.add_argument(
        "--profile",
        default="",
        metavar="NAME",
        help="how it is drawn: everyday, full or simple_uk; by itself, as the case says",
    )
    command.add_argument(
        "--copy", choices=("case-file", "family"), default="case-file", help="whom the copy is for"
    )
    _replace(command)


def _show(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--json", action="store_true", help="as JSON")


def _check(command: argparse.ArgumentParser) -> None:
    _file(command)
    command.add_argument("--json", action="store_true", help="as JSON")


def _symbols(command: argparse.ArgumentParser) -> None:
    _output(command, "the PDF to write")
    _replace(command)


def _replace(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--replace",
        action="store_true",
        help="write over any file of that name; by itself, only over an earlier copy of the same",
    )


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="a family's file (.genogram)")


def _output(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=what)
