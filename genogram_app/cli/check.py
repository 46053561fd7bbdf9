"""`genogram check`: what is still to be asked."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from genogram_app.cli.cards import cards
from genogram_app.cli.setting import Setting
from genogram_app.practice.questions import questions
from genogram_app.store import files
from genogram_app.words import words_in


def check(arguments: Namespace, setting: Setting) -> None:
    """List the questions, with where in the guidance each comes from."""
    words = words_in()
    found = questions(files.read(arguments.file), setting.today, cards(), words)
    if arguments.json:
        setting.write_json({"questions": [asdict(question) for question in found]})
        return
    setting.write(words.count("{n} thing to ask", "{n} things to ask", len(found)) + (":" if found else "."))
    for question in found:
        setting.write(f"– {question.says} ({question.source})")
