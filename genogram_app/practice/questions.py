"""What is still to be asked: every check of the guidance over one case."""

from __future__ import annotations

from datetime import date

from genogram_app.catalog.load import Catalog
from genogram_app.family.case import Case
from genogram_app.practice.checks import answers, dates, grown, harm, sheet, three_generations
from genogram_app.practice.question import Check, Look, Question, checks_of
from genogram_app.words import Words

__all__ = ["CHECKS", "Question", "questions"]

#: Every check, in the order in which they are asked.
CHECKS: tuple[Check, ...] = tuple(
    check for module in (sheet, harm, three_generations, answers, dates, grown) for check in checks_of(module)
)


def questions(case: Case, today: date, catalog: Catalog, words: Words) -> tuple[Question, ...]:
    """Give everything that there is to ask, the sheet's own questions first.

    These are the worker's: no family view shows them.
    """
    look = Look(case, today, catalog, words)
    return tuple(question for check in CHECKS for question in check.questions(look))
