"""GEDCOM's tags in plain English."""

from __future__ import annotations

from collections.abc import Mapping

from genogram_app.words import Sentence, Words

#: What is kept in somebody's notes, and how it begins there.
FACTS: Mapping[str, str] = {
    "ADDR": "Address",
    "BAPM": "Baptised",
    "BARM": "Bar mitzvah",
    "BASM": "Bat mitzvah",
    "BLES": "Blessed",
    "BURI": "Buried",
    "CAST": "Caste",
    "CENS": "In a census",
    "CHR": "Christened",
    "CHRA": "Christened as an adult",
    "CONF": "Confirmed",
    "CREM": "Cremated",
    "DSCR": "Looks",
    "EDUC": "Education",
    "EMAIL": "Email",
    "EMIG": "Emigrated",
    "EVEN": "Event",
    "FACT": "Fact",
    "FCOM": "First communion",
    "GRAD": "Graduated",
    "HEAL": "Health",
    "HIST": "Places and history",
    "IMMI": "Immigrated",
    "NATI": "Nationality",
    "NATU": "Naturalised",
    "NCHI": "Number of children",
    "NMR": "Number of marriages",
    "OCCU": "Occupation",
    "ORDN": "Ordained",
    "PROB": "Probate",
    "PROP": "Property",
    "RELI": "Religion",
    "RESI": "Lived",
    "RETI": "Retired",
    "TITL": "Title",
    "WILL": "Made a will",
    "_DCAUSE": "Cause of death",
    "_DEG": "Degree",
    "_ELEC": "Elected",
    "_EMPLOY": "Employment",
    "_HEIG": "Height",
    "_MDCL": "Health",
    "_MILT": "Military service",
    "_WEIG": "Weight",
}
#: Facts that say nothing without a value.
VALUED = frozenset(
    "ADDR CAST DSCR EDUC EMAIL EVEN FACT HEAL HIST NATI NCHI NMR OCCU PROP RELI RESI TITL".split()
)
#: The same for a couple.
FAMILY_FACTS: Mapping[str, str] = {
    "ANUL": "Annulment",
    "CENS": "In a census",
    "DIV": "Divorce",
    "DIVF": "Divorce applied for",
    "ENGA": "Engagement",
    "EVEN": "Event",
    "FACT": "Fact",
    "MARB": "Marriage banns",
    "MARC": "Marriage contract",
    "MARL": "Marriage licence",
    "MARR": "Marriage",
    "MARS": "Marriage settlement",
    "NCHI": "Number of children",
    "RESI": "Lived",
}
EVENTS: Mapping[str, str] = {
    **FAMILY_FACTS,
    **FACTS,
    "ADOP": "Adopted",
    "BIRT": "Born",
    "DEAT": "Died",
}
ROLES: Mapping[str, str] = {
    "CHIL": "Child",
    "CLERGY": "Clergy",
    "FATH": "Father",
    "FRIEND": "Friend",
    "GODP": "Godparent",
    "HUSB": "Husband",
    "MOTH": "Mother",
    "MULTIPLE": "One of twins or more",
    "NGHBR": "Neighbour",
    "OFFICIATOR": "Held the ceremony",
    "PARENT": "Parent",
    "SPOU": "Husband or wife",
    "WIFE": "Wife",
    "WITN": "Witness",
}
NAME_TYPES: Mapping[str, str] = {
    "AKA": "also known as",
    "BIRTH": "name at birth",
    "IMMIGRANT": "name on arriving in the country",
    "MAIDEN": "maiden name",
    "MARRIED": "married name",
    "OTHER": "another name",
    "PROFESSIONAL": "name at work",
}
#: A name written again within a name.
NAME_FORMS: Mapping[str, str] = {
    "FONE": "as it sounds",
    "ROMN": "in Latin letters",
    "TRAN": "in another language or script",
}
_LEFT_OUT: Mapping[str, str] = {
    "ANCI": "Interest in somebody's ancestors (ANCI).",
    "BAPL": "Rites of the Latter-day Saints.",
    "CHAN": "When a record was last changed (CHAN).",
    "CREA": "When a record was made (CREA).",
    "DESI": "Interest in somebody's descendants (DESI).",
    "EMAIL": "Email addresses (EMAIL).",
    "EXID": "Numbers in other systems (EXID).",
    "IDNO": "Identity numbers (IDNO).",
    "FAX": "Fax numbers (FAX).",
    "FONE": "A place as it sounds (FONE).",
    "HEAD": "A note about the whole file (HEAD).",
    "LANG": "The language that something is written in (LANG).",
    "MAP": "Positions on a map (MAP).",
    "MIME": "How a text is written (MIME).",
    "NOTE": "Notes that belong to nobody who was brought over (NOTE).",
    "OBJE": "Pictures and other files (OBJE).",
    "PLAC": "Places described on their own (PLAC).",
    "REFN": "Reference numbers (REFN).",
    "REPO": "Archives (REPO).",
    "QUAY": "How sure a source is (QUAY).",
    "RESN": "A mark of confidentiality on one fact or couple, or a lock (RESN). "
    "All of it is for the case file alone.",
    "ROMN": "A place in Latin letters (ROMN).",
    "RIN": "Record numbers (RIN).",
    "SDATE": "Dates to sort by (SDATE).",
    "SEX": "A letter for sex that GEDCOM doesn't have (SEX).",
    "SNOTE": "Notes that belong to nobody who was brought over (SNOTE).",
    "SOUR": "Sources (SOUR).",
    "SSN": "Social security numbers (SSN).",
    "SUBM": "Who sent the file (SUBM).",
    "SUBN": "How the file was sent (SUBN).",
    "TIME": "Times of day (TIME).",
    "TRAN": "The same in another language or script (TRAN).",
    "WWW": "Web addresses (WWW).",
    "UID": "Numbers in other systems (UID).",
} | dict.fromkeys(("CONL", "ENDL", "INIL", "SLGC", "SLGS", "TEMP"), "Rites of the Latter-day Saints.")

_NOTES = ("NOTE", "SNOTE")


def known(words: Words, table: Mapping[str, str], token: str) -> str:
    """Say a token of a table in words; one that isn't in it as the file has it."""
    template = table.get(token.strip().upper())
    return words.say(template) if template else token.strip()


def left_out(tag: str, *, whole: bool = True) -> Sentence:
    """Say what wasn't brought over: a whole record, or a part of one."""
    if tag in _NOTES and not whole:
        return Sentence.of("A note on something else that wasn't brought over ({tag}).", tag=tag)
    if tag in _LEFT_OUT:
        return Sentence.of(_LEFT_OUT[tag])
    if tag.startswith("_"):
        return Sentence.of("An extra of the program that wrote the file ({tag}).", tag=tag)
    return Sentence.of("{tag}, for which a genogram has no place.", tag=tag)
