"""People: names, sex, birth, death and everything else that a file says of somebody."""

from __future__ import annotations

from genogram_app.interchange.gedcom.events import Event, claimed, heading, never, read_event, told
from genogram_app.interchange.gedcom.links import is_void
from genogram_app.interchange.gedcom.names import fuller, written
from genogram_app.interchange.gedcom.reading import Reading
from genogram_app.interchange.gedcom.ties import ties
from genogram_app.interchange.gedcom.tokens import SEX
from genogram_app.interchange.gedcom.tree import Node
from genogram_app.interchange.gedcom.wording import FACTS, NAME_FORMS, NAME_TYPES, VALUED, known
from genogram_app.model.base import Account, Blank, TextField, clean_line
from genogram_app.model.dates import When
from genogram_app.model.person import DateField, Life, Person

_CLOSED = {"CONFIDENTIAL", "PRIVACY", "PRIVATE"}
_CONFIDENTIAL = (
    "Somebody is marked as confidential or private (RESN); taken as confidential here, so that no family "
    "copy shows them."
)
_MORE_NUMBERS = "A telephone number beyond the first, or too short to be one, was kept in the notes."
_TO_COME = "The file has a birth in the future; the year may be mistyped. It was brought over as it stands."
_AFTER_DEATH = ("BURI", "CREM")


def read_person(reading: Reading, record: Node) -> Person:
    """Read one INDI record."""
    births = _told(reading, record, "BIRT")
    deaths = _told(reading, record, "DEAT")
    facts = _told(reading, record, *FACTS)
    buried = any(event.node.tag in _AFTER_DEATH for event in facts)
    name, accounts, aside = _names(reading, record)
    known_as, nicknames = _known_as(reading, record)
    telephone, other_numbers = _telephone(reading, record)
    notes = [*reading.notes(record, record), *aside, *nicknames, *other_numbers]
    notes += [*_beside(reading, "Born", births), *_beside(reading, "Died", deaths)]
    notes += [*_spouse_notes(reading, record), *_facts(reading, facts)]
    notes += [*never(reading, record), *ties(reading, record)]
    return Person(
        id=reading.ids[record],
        basis=reading.basis,
        accounts=(*accounts, *_others(reading, "born", births), *_others(reading, "died", deaths)),
        name=name,
        known_as=known_as,
        gender=_gender(reading, record),
        life=_life(reading, record, bool(deaths) or buried),
        born=_born(reading, record, births),
        died=_when(deaths) if deaths or buried else Blank.NOT_ASKED,
        confidential=_confidential(reading, record),
        telephone=telephone,
        notes="\n".join(note for note in notes if note),
    )


def _told(reading: Reading, record: Node, *tags: str) -> list[Event]:
    """Give the events with these tags that the file really claims, in its order."""
    events = [read_event(reading, part, record) for part in reading.take(record, *tags)]
    return [event for event in events if claimed(reading, event, record)]


def _born(reading: Reading, record: Node, births: list[Event]) -> DateField:
    """Give when somebody was born; have a birth to come checked."""
    born = _when(births)
    if isinstance(born, When) and born.earliest is not None and born.earliest > reading.today:
        told = next(event for event in births if event.when)
        reading.findings.assumed(_TO_COME, reading.place(told.node, record))
    return born


def _when(events: list[Event]) -> DateField:
    return next((event.when for event in events if event.when), Blank.UNKNOWN)


def _others(reading: Reading, field: str, events: list[Event]) -> list[Account]:
    """Give the other dates that a file tells for the same event, as other accounts."""
    dates = dict.fromkeys(event.when for event in events if event.when)
    return [Account(about=field, value=when, basis=reading.basis) for when in list(dates)[1:]]


def _spouse_notes(reading: Reading, record: Node) -> list[str]:
    """Give the notes on somebody's links to their own families."""
    links = [part for part in record.parts if part.tag == "FAMS" and not is_void(part)]
    return [note for part in links for note in reading.notes(part, record)]


def _facts(reading: Reading, facts: list[Event]) -> list[str]:
    """Say the facts; one that needs a value and has none says nothing."""
    said = [event for event in facts if event.words or event.node.tag not in VALUED]
    return [told(heading(reading, event.node, FACTS), event.words) for event in said]


def _beside(reading: Reading, template: str, events: list[Event]) -> list[str]:
    said = [", ".join(filter(None, [event.beside, *event.notes])) for event in events]
    return [told(reading.words.say(template), words) for words in said if words]


def _names(reading: Reading, record: Node) -> tuple[TextField, list[Account], list[str]]:
    """Give the name, the other accounts of it, and names of another kind in words."""
    name: TextField = Blank.UNKNOWN
    accounts: list[Account] = []
    aside: list[str] = []
    for part in reading.take(record, "NAME"):
        reading.take(part, "NPFX", "GIVN", "SPFX", "SURN", "NSFX")
        kind, text = _kind(reading, part), written(part)
        aside += [*reading.notes(part, record), *_in_other_letters(reading, part)]
        aside += [reading.words.say("In full: {name}", name=full)] if (full := fuller(part)) else []
        if not text or text == name:
            continue
        if isinstance(name, Blank):
            name = text
            aside += [reading.words.say("The name is {kind}.", kind=kind)] if kind else []
        elif kind:
            aside.append(reading.words.say("Also {name} ({kind})", name=text, kind=kind))
        else:
            accounts.append(Account(about="name", value=text, basis=reading.basis))
    return name, accounts, aside


def _in_other_letters(reading: Reading, name: Node) -> list[str]:
    """Say how a name is written in other letters, or as it sounds."""
    said = []
    for part in reading.take(name, *NAME_FORMS):
        reading.take(part, "NPFX", "GIVN", "NICK", "SPFX", "SURN", "NSFX", "TYPE", "LANG")
        kind = known(reading.words, NAME_FORMS, part.tag)
        if text := written(part):
            said.append(reading.words.say("Also {name} ({kind})", name=text, kind=kind))
    return said


def _kind(reading: Reading, name: Node) -> str:
    """Say what kind of name it is, in words."""
    part = reading.one(name, "TYPE")
    if not part:
        return ""
    return reading.text(part, "PHRASE") or known(reading.words, NAME_TYPES, part.text)


def _known_as(reading: Reading, record: Node) -> tuple[str, list[str]]:
    """Give the name that somebody goes by, and the others in words."""
    names = [part for part in record.parts if part.tag == "NAME"]
    found = [nick.text for name in names for nick in reading.take(name, "NICK")]
    found += [alias.text for alias in reading.take(record, "ALIA") if not alias.points]
    cleaned = list(dict.fromkeys(clean_line(text.replace("/", " ")) for text in found))
    called = [text for text in cleaned if text]
    return (called[0] if called else ""), [
        told(reading.words.say("Also called"), text) for text in called[1:]
    ]


def _telephone(reading: Reading, record: Node) -> tuple[TextField, list[str]]:
    """Give the first telephone number and the others in words."""
    parts = [part for part in reading.take(record, "PHON") if clean_line(part.text)]
    real = next((part for part in parts if sum(letter.isdigit() for letter in part.text) > 4), None)
    rest = [part for part in parts if part is not real]
    for part in rest:
        reading.findings.in_notes(_MORE_NUMBERS, reading.place(part, record))
    said = [told(reading.words.say("Telephone"), clean_line(part.text)) for part in rest]
    return (clean_line(real.text) if real else Blank.NOT_ASKED), said


def _gender(reading: Reading, record: Node) -> str:
    part = reading.one(record, "SEX")
    letter = part.text.strip().upper()[:1] if part else ""
    if part and letter not in ("", *SEX):
        reading.leave(part)
    return reading.tokens.sex.get(letter, "")


def _life(reading: Reading, record: Node, dead: bool) -> Life:
    """Say whether somebody has died. Without a word of it in the file, nobody is said to be alive."""
    if dead:
        return Life.DIED
    if any(part.tag == "NO" and part.text.strip() == "DEAT" for part in record.parts):
        return Life.LIVING
    reading.findings.assumed(
        "No death is recorded; whether they are alive isn't known.", reading.place(record, record)
    )
    return Life.UNKNOWN


def _confidential(reading: Reading, record: Node) -> bool:
    """Say whether the file keeps somebody from others; what it says besides is left out with a word."""
    closed = False
    for part in reading.take(record, "RESN"):
        if _closes(part):
            reading.findings.assumed(_CONFIDENTIAL, reading.place(part, record))
            closed = True
        else:
            reading.leave(part)
    return closed


def _closes(part: Node) -> bool:
    return bool({word.strip().upper() for word in part.text.split(",")} & _CLOSED)
