"""Events: when something happened, and all else that a file says of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from genogram_app.interchange.gedcom.dates import read_date
from genogram_app.interchange.gedcom.names import shorten
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.ties import association
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import EVENTS, known
from genogram_app.interchange.report import Place
from genogram_app.model.dates import When
from genogram_app.words.facts import vague_date

#: What an event says beside its date, in the order in which it is said.
_TOLD = ("TYPE", "PLAC", "ADDR", "PHON", "EMAIL", "WWW", "CAUS", "AGNC", "RELI")
_ADDRESS = ("ADR1", "ADR2", "ADR3", "CITY", "STAE", "POST", "CTRY")
_NO = ("N", "NO")
_YES_OR_NO = ("", "Y", "YES", *_NO)
#: Their TYPE says what happened, so it is their heading.
_OPEN = ("EVEN", "FACT")
#: What changes a drawing, so that a bare tag is worth a word.
_DRAWN = ("DEAT", "MARR", "DIV", "ANUL", "ADOP")


_UNREAD_DATE = "A date couldn't be read for sure, so it stands as it was written."


@dataclass(frozen=True)
class Event:
    """One event or fact: its date, what it says beside it, and its notes."""

    node: Node
    when: When | None = None
    date_words: str = ""
    rest: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Say all of it."""
        return ", ".join(part for part in (self.date_words, *self.rest, *self.notes) if part)

    @property
    def beside(self) -> str:
        """Say what a stored date leaves unsaid, without the notes."""
        return ", ".join(self.rest if self.when else [part for part in (self.date_words, *self.rest) if part])


def read_event(reading: Reading, node: Node, record: Node) -> Event:
    """Read an event or fact with its date, place, cause and notes."""
    said = _address(reading, node) if node.tag == "ADDR" else node.text.strip()
    rest = [said] if said.upper() not in _YES_OR_NO and node.tag != "NO" and not node.points else []
    when, date_words, unstored = _date(reading, node, record)
    rest += [unstored, *(_told(reading, node, part) for tag in _TOLD for part in reading.take(node, tag))]
    rest += [
        *_ages(reading, node),
        *(association(reading, part, record) for part in reading.take(node, "ASSO")),
    ]
    noted = [node, *(part for part in node.parts if part.tag == "PLAC")]
    notes = [note for part in noted for note in reading.notes(part, record)]
    return Event(node, when, date_words, tuple(filter(None, rest)), tuple(notes))


def _told(reading: Reading, event: Node, part: Node) -> str:
    if part.tag == "TYPE" and event.tag in _OPEN:
        return ""
    return _address(reading, part) if part.tag == "ADDR" else part.text.strip()


def _address(reading: Reading, part: Node) -> str:
    """Say an address on one line; its pieces only where the whole doesn't hold them."""
    whole = ", ".join(line.strip() for line in part.text.splitlines() if line.strip())
    pieces = [piece.text.strip() for piece in reading.take(part, *_ADDRESS)]
    return ", ".join(filter(None, [whole, *(piece for piece in pieces if piece not in whole)]))


def _ages(reading: Reading, node: Node) -> list[str]:
    """Say how old the person, or each partner, was."""
    said = [_age(reading, "aged {age}", node)]
    said += [_age(reading, "first partner aged {age}", part) for part in reading.take(node, "HUSB")]
    return said + [_age(reading, "second partner aged {age}", part) for part in reading.take(node, "WIFE")]


def _age(reading: Reading, template: str, node: Node) -> str:
    part = reading.one(node, "AGE")
    if not part:
        return ""
    age = ", ".join(filter(None, [part.text.strip(), reading.text(part, "PHRASE")]))
    return reading.words.say(template, age=age) if age else ""


def _date(reading: Reading, node: Node, record: Node) -> tuple[When | None, str, str]:
    """Give an event's date, how it is said, and what of it can't be stored."""
    part = reading.one(node, "DATE")
    if not part:
        return None, "", ""
    dated = read_date(part.text)
    if dated.said and dated.when is None:
        what = shorten(f"{reading.who(record)}: {dated.said}")
        reading.findings.in_notes(_UNREAD_DATE, Place(part.line, what))
    said = vague_date(reading.words, dated.when.edtf) if dated.when else dated.said
    return (
        dated.when,
        said,
        ", ".join(filter(None, [dated.said if dated.when else "", reading.text(part, "PHRASE")])),
    )


def claimed(reading: Reading, event: Event, record: Node) -> bool:
    """Say whether the file claims an event.

    "DIV N" denies it. A bare tag claims it: the standard says that it doesn't,
    but every program that writes one means it, so the report asks to check.
    """
    node = event.node
    if node.text.strip().upper() in _NO:
        template = "The file says that it did not happen ({tag} N); nothing is drawn."
        reading.findings.assumed(template, reading.place(node, record), tag=node.tag)
        return False
    if node.tag in _DRAWN and not (node.text.strip() or node.parts):
        template = "{tag} has nothing in it, not even “Y”; taken as having happened, on a day not known."
        reading.findings.assumed(template, reading.place(node, record), tag=node.tag)
    return True


def never(reading: Reading, record: Node) -> list[str]:
    """Say what GEDCOM 7 says never happened (NO)."""
    start = reading.words.say("Never happened")
    said = []
    for part in reading.take(record, "NO"):
        words = [known(reading.words, EVENTS, part.text), read_event(reading, part, record).words]
        said.append(told(start, ", ".join(filter(None, words))))
    return said


def heading(reading: Reading, node: Node, table: Mapping[str, str]) -> str:
    """Say what an event or fact is: by its type where its tag doesn't tell."""
    kind = node.value("TYPE").strip() if node.tag in _OPEN else ""
    return kind or known(reading.words, table, node.tag)


def told(start: str, words: str) -> str:
    """Say a heading and what follows it."""
    return f"{start}: {words}" if words else start
