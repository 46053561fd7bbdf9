"""The sheet in words: page 2, everything that is drawn said plainly, as its reader may see it."""

from __future__ import annotations

from collections.abc import Sequence

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.report import Block, Bullets, Heading, Paragraph, Report, Table
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.model.agency import Agency
from genogram_app.picture import told_lines, told_people
from genogram_app.picture.pen import Pen
from genogram_app.picture.titleblock import copy_name, title, view_name, worker_line
from genogram_app.picture.told import Telling, joined, section


def in_words(pen: Pen, catalog: Catalog, case: Case, view: View, questions: Sequence[str] = ()) -> Report:
    """Say a sheet in words.

    `case` is what its reader may see (`family.seen`); `questions` are those still
    open, for the case-file copy alone.
    """
    telling = Telling(pen, catalog, case, view)
    blocks = [
        *_head(telling),
        *_go_to(telling),
        *told_people.people(telling),
        *told_people.legal(telling),
        *told_people.responsible(telling),
        *told_people.carers(telling),
        *told_people.homes(telling),
        *told_people.couples(telling),
        *told_lines.relationships(telling),
        *told_lines.services(telling),
        *told_lines.themes(telling),
        *told_lines.quotes(telling),
        *told_lines.accounts(telling),
        *told_people.blanks(telling),
        *told_lines.notes(telling),
        *_questions(telling, questions),
        *_sign_off(telling),
    ]
    return Report(title(pen, case), tuple(blocks), view.language)


def _head(telling: Telling) -> list[Block]:
    """Say whom it is about, what it is, which copy, and of which day."""
    details, pen = telling.case.details, telling.pen
    about = [
        telling.say("{view} in words", view=view_name(pen, telling.view)),
        copy_name(pen, telling.view),
        telling.say("as at {day}", day=telling.words.day(telling.view.as_at)),
        telling.say("case {reference}", reference=telling.text(details.reference)),
    ]
    blocks: list[Block] = [Heading(title(pen, telling.case), 1), Paragraph(" · ".join(about), "quiet")]
    if details.took_part:
        names = telling.words.listed(list(details.took_part))
        blocks.append(Paragraph(telling.say("Took part: {names}.", names=names)))
    return blocks


def _go_to(telling: Telling) -> list[Block]:
    """Say whom to ring out of hours, or that nobody is named yet."""
    heading, go_to = telling.say("Out of hours, ring"), telling.case.details.go_to
    if go_to is None:
        return section(heading, [Paragraph(telling.say("Nobody named yet.") if telling.in_full else "?")])
    person = next((one for one in telling.family.people if one.id == go_to.who), None)
    who = joined([telling.call(go_to.who), (person.role or telling.kin_word(person)) if person else ""])
    checked = telling.words.short_day(go_to.checked) if go_to.checked else ""
    note = [go_to.agreed, telling.say("number checked {date}", date=checked) if checked else ""]
    line = Paragraph(f"{who}: {telling.text(go_to.telephone)}", "strong")
    said = joined([joined(note), telling.source(go_to.basis)], "; ")
    return section(heading, [line, Paragraph(said, "quiet")] if said else [line])


def _questions(telling: Telling, questions: Sequence[str]) -> list[Block]:
    if not telling.in_full or not questions:
        return []
    return section(telling.say("Still to be asked"), [Bullets(tuple(questions))])


def _sign_off(telling: Telling) -> list[Block]:
    """Leave room for the worker's signature."""
    say = telling.say
    worker = worker_line(telling.pen, telling.family.find(Agency, telling.case.details.worker))
    sentence = say("Gone through with the family where possible; complete and accurate as far as I know.")
    lines = Table((say("Worker"), say("Signature"), say("Date")), ((worker, "", ""),), (2.2, 2.2, 1.2))
    return section(say("Signed off"), [Paragraph(sentence, with_next=True), lines])
