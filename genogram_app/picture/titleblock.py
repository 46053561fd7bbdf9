"""The head of every page: whom it is about, its date, whose it is, and whom to ring."""

from __future__ import annotations

from dataclasses import dataclass

from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank
from genogram_app.model.document import GoTo
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.picture.pen import FIELD, KICKER, NUMBER, SMALL, SUBTITLE, TITLE, Pen, width_of
from genogram_app.text.line import wrap

#: The width of the box of the one to ring out of hours, in points.
RING_BOX_WIDTH = 192.0
FIELD_GAP, FIELD_ROW = 24.0, 25.0

#: What is said on the head of a sheet: its label and its words.
Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page: its nodes with the top left corner at the origin, and its size."""

    nodes: tuple[Node, ...]
    width: float
    height: float


def copy_name(pen: Pen, view: View) -> str:
    """Say what copy this is."""
    return pen.words.say("Family copy" if view.reader is Reader.FAMILY else "Case file copy")


def view_name(pen: Pen, view: View) -> str:
    """Say which view this is."""
    names = {"genogram": "Genogram", "ecomap": "Ecomap", "combined": "Genogram and ecomap"}
    name = pen.words.say(names[view.kind])
    return pen.words.say("{view}, part of the family", view=name) if view.near else name


def title(pen: Pen, case: Case) -> str:
    """Say whom the sheet is about."""
    subjects = [_subject(pen, child) for child in subjects_of(case)]
    return pen.words.listed(subjects) if subjects else pen.words.say("Child: ?")


def _subject(pen: Pen, child: Person) -> str:
    """Name a child the sheet is about; one who isn't born yet by the day."""
    if child.unborn and not child.named:
        return pen.words.say("Child due {date}", date=wording.when(pen.words, child.born))
    return wording.name(pen.words, child)


def subjects_of(case: Case) -> list[Person]:
    """Give the children whom the sheet is about, the eldest first."""
    children = [person for person in case.family.people if person.subject]
    return sorted(children, key=lambda child: (_birthday(child), child.id))


def _birthday(child: Person) -> str:
    return "9999" if isinstance(child.born, Blank) else str(child.born.order[0])


def title_block(pen: Pen, case: Case, view: View, width: float, kin: str = "") -> Block:
    """Draw the head of the page in a width of points; `kin` is how the go-to person is related."""
    left_width = width - RING_BOX_WIDTH - 20
    kicker = f"{view_name(pen, view)} · {copy_name(pen, view)}".upper()
    marks: list[Mark] = [pen.text(kicker, 0, 8, KICKER)]
    y, heading = _heading(pen, title(pen, case), left_width)
    marks += heading
    ring_box = _ring_box(pen, case, view.reader, width, kin)
    beside = Box(left_width, 0, width, ring_box.bounds.height)
    y, fields = _fields(pen, *_facts(pen, case, view), y + 15, beside)
    height = max(y, ring_box.bounds.height) + 7
    marks += [*fields, pen.rule(0, width, height)]
    head = Node("title", "title", title(pen, case), tuple(marks), Box(0, 0, left_width, height))
    return Block((head, ring_box), width, height)


def _heading(pen: Pen, text: str, width: float) -> tuple[float, list[Mark]]:
    style = TITLE if width_of(text, TITLE) <= width else SUBTITLE
    y, marks = 14.0, list[Mark]()
    for part in wrap(text, style.size, width, style.face, grace=1):
        y += style.size * 1.15
        marks.append(pen.text(part, 0, y - 6 + 1, style))
    return y - 5, marks


def _facts(pen: Pen, case: Case, view: View) -> tuple[list[Fact], list[Fact]]:
    """Give which sheet this is, and who drew it."""
    words, details = pen.words, case.details
    worker = case.family.find(Agency, details.worker)
    review = words.day(details.review_due) if details.review_due else "?"
    sheet = [
        (words.say("Dated"), words.day(view.as_at)),
        (words.say("Version"), words.say("{number}, draft", number=len(case.versions) + 1)),
        (words.say("Case"), wording.text(words, details.reference)),
        (words.say("Next review"), review),
    ]
    people = [(words.say("Worker"), worker_line(pen, worker))]
    if details.took_part:
        people.append((words.say("Who took part"), words.listed(list(details.took_part))))
    return sheet, people


def worker_line(pen: Pen, worker: Agency | None) -> str:
    """Say the worker with job title in full and team."""
    if worker is None:
        return "?"
    parts = [wording.text(pen.words, worker.contact), worker.job_title or "?", worker.team or "?"]
    return ", ".join(parts)


def _fields(
    pen: Pen, sheet: list[Fact], people: list[Fact], y: float, beside: Box
) -> tuple[float, list[Mark]]:
    """Set facts in one row, or who drew the sheet in rows of their own; wider below what is beside them."""
    groups = [[*sheet, *people]]
    if sum(_wide(*fact) + FIELD_GAP for fact in groups[0]) - FIELD_GAP > beside.left:
        groups = [sheet, people]
    marks: list[Mark] = []
    for number, facts in enumerate(groups):
        y, found = _rows(pen, facts, y + (FIELD_ROW if number else 0.0), beside)
        marks += found
    return y + 11, marks


def _rows(pen: Pen, facts: list[Fact], y: float, beside: Box) -> tuple[float, list[Mark]]:
    """Set labelled facts side by side, on as many rows as they need."""
    marks: list[Mark] = []
    x = 0.0
    for label, value in facts:
        if x > 0 and x + _wide(label, value) > _room(y, beside):
            x, y = 0.0, y + FIELD_ROW
        lines = wrap(value, FIELD.size, _room(y, beside), FIELD.face, grace=1)
        marks.append(pen.text(label, x, y, SMALL))
        for number, part in enumerate(lines):
            marks.append(pen.text(part, x, y + 11 * (number + 1), FIELD))
        y += 11 * (len(lines) - 1)
        x += max(_wide(label, part) for part in lines) + FIELD_GAP
    return y, marks


def _wide(label: str, value: str) -> float:
    return max(width_of(label, SMALL), width_of(value, FIELD))


def _room(y: float, beside: Box) -> float:
    """Give how wide a row of facts may be whose labels stand on a line."""
    return beside.right if y - SMALL.size > beside.bottom else beside.left


def _ring_box(pen: Pen, case: Case, reader: Reader, width: float, kin: str) -> Node:
    """Draw whom to ring out of hours; the number is the largest thing in the box."""
    words, go_to = pen.words, case.details.go_to
    left = width - RING_BOX_WIDTH
    number = wording.text(words, go_to.telephone) if go_to else "?"
    who = _who(pen, case, go_to, kin) if go_to else _nobody(pen, reader)
    note = _note(pen, go_to)
    lines = [(words.say("OUT OF HOURS, RING"), KICKER), (number, NUMBER)]
    whose = wrap(who, FIELD.size, RING_BOX_WIDTH - 24, FIELD.face, grace=1) if who else []
    lines += [(part, FIELD) for part in whose]
    lines += [(part, SMALL) for part in wrap(note, SMALL.size, RING_BOX_WIDTH - 24)] if note else []
    marks, y = list[Mark](), 4.0
    for content, style in lines:
        y += style.size * (1.15 if style is NUMBER else 1.25)
        paint = "go_to_ink" if style is KICKER else ""
        marks.append(pen.text(content, left + 12, y, style, paint=paint))
    box = Box(left, 0, width, y + 7)
    template = "Out of hours, ring {who} on {number}. {note}" if who else "Out of hours, ring: {number}"
    says = words.say(template, who=who, number=number, note=note)
    return Node("go-to", "go-to", says, (pen.panel(box, 6, "go_to_fill", "go_to_edge"), *marks), box)


def _nobody(pen: Pen, reader: Reader) -> str:
    """Say that nobody is named; nothing on a family copy, which asks nothing: the number's "?" says it."""
    return "" if reader is Reader.FAMILY else pen.words.say("nobody named yet: ask")


def _who(pen: Pen, case: Case, go_to: GoTo, kin: str) -> str:
    person = case.family.find(Person, go_to.who)
    if person:
        name = wording.name(pen.words, person)
        return ", ".join(part for part in (name, person.role or kin) if part)
    agency = case.family.find(Agency, go_to.who)
    return wording.text(pen.words, agency.contact if agency and agency.contact else Blank.UNKNOWN)


def _note(pen: Pen, go_to: GoTo | None) -> str:
    if go_to is None:
        return ""
    parts = [go_to.agreed] if go_to.agreed else []
    if go_to.checked:
        parts.append(pen.words.say("number checked {date}", date=pen.words.short_day(go_to.checked)))
    return "; ".join(parts)
