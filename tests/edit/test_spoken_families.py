"""Twelve families as workers and families tell them: no name drops out, and a click answers each question."""

from __future__ import annotations

import re

import pytest

from genogram_app.edit.spoken.line import LineTold, tell
from genogram_app.model.base import Blank
from tests.edit.test_spoken import CHILD, LEXICON, UNNAMED, teller

FAMILIES = {
    "a father in prison": (
        "Ffion 9, mam Rhian 31, dad don't know name, half-brother Macsen 12 mam's son, Macsen's dad is in "
        "prison, nain Mair 58 mam's mam, taid died 2019, lives with nain, mam lives in Cardiff"
    ),
    "from Poland": (
        "Kacper 7, mama Agnieszka 34, tata Marek 40 in Poland, siostra Zofia 3, babcia Halina mama's mama "
        "about 65, mum's new partner Dave 45, lives with mum, Dave and Zofia, school Hill, GP Dr Amin"
    ),
    "three generations in one home": (
        "Aisha 14, ammi Nasreen, abbu Tariq died last year, nani Zainab 70, bhai Hamza 17, behan Maryam 10,"
        " chacha Imran, phupho Shabana, lives with ammi and nani"
    ),
    "kinship care": (
        "Tyler 5, mum Kelly 22, dad unknown, nan Sue 44 mum's mum, grandad Dave 47, mum's boyfriend Ryan "
        "24, mum pregnant due March, lives with nan and grandad, kinship carer Sue since 2024"
    ),
    "in sentences": (
        "Jay, 11, boy. Mum is Lisa, 38. Dad is called Darren. He lives in Leeds. Jay's sister Mia is 7. "
        "Gran is Sheila, mum's mum."
    ),
    "a step-family": (
        "Mum Claire 35, step-dad Mark 40, Mark's kids Ellie 12 and Josh 10, half sister Poppy 2, dad Steve "
        "37, dad's girlfriend Nat, stays with dad every other weekend"
    ),
    "foster care": (
        "Amara 3, foster carers Bob and Jean since June 2026, mum Ngozi 19 in hospital, dad not known, "
        "brother Chidi 1 adopted, maternal grandmother Ifeoma 45 lives in Lagos"
    ),
    "a father who died": (
        "Leo 6, twins Ava and Max 2, mum Beth 29, dad Tom 30 (died 2021), step-father Chris 33, paternal "
        "grandparents Alan and Jean, uncle Rob dad's brother, aunty Kim mum's sister"
    ),
    "before a birth": (
        "baby due Feb 2027, mum Jade 17, dad ? 18, mum's mum Tracy 39, mum's foster carer Pam"
    ),
    "a brother's child": (
        "Owen 15, mum Siân d. 2019, dad Gareth 48, dad's ex-wife Carol, step-sister Megan 16, brother Dylan"
        " 21 at university, Dylan's girlfriend Cat, Dylan and Cat's baby Nia 3 months, lives with dad"
    ),
    "two of one name": (
        "Samira 8, brother Bilal 6, mum Farah 30, dad Yusuf 33, mum's brother Yusuf, mum's other brother "
        "Adam, no contact with dad, sees dad on Saturdays at contact centre"
    ),
    "grandparents apart": (
        "Mia 4, mum Gemma, dad Lee 25, dad's mum Pat 50 lives in Spain, dad's dad dead, Pat's partner "
        "Keith, Gemma's mum died when Mia was 2, Gemma's dad Ken about 60, auntie Jo Ken's daughter"
    ),
}
_NAME = re.compile(r"\b[A-Z][a-zâ]+\b")
#: Words with a capital that are nobody's name.
_NO_NAMES = {
    "Mum",
    "Dad",
    "He",
    "Gran",
    "Feb",
    "June",
    "March",
    "Poland",
    "Cardiff",
    "Leeds",
    "Lagos",
    "Spain",
}
_NO_NAMES |= {"Saturdays", "Hill", "Dr"}


def read(line: str) -> LineTold:
    return tell(UNNAMED, teller(), LEXICON, line, CHILD)


def answered(line: str) -> str:
    """Give a line with every question answered by the first answer offered, one click after another."""
    for _ in range(12):
        asked = next((each for each in read(line).left if each.options), None)
        if asked is None:
            return line
        line = line[: asked.start] + asked.with_option(asked.options[0]) + line[asked.end :]
    raise AssertionError(f"there is no end of questions: {line}")


def in_sight(found: LineTold) -> set[str]:
    """Give every name that is on the sheet, or stands in the line still."""
    family = found.edit.case.family
    people = {str(person.name) for person in family.people if person.name is not Blank.NOT_ASKED}
    services = {str(name) for agency in family.agencies for name in (agency.name, agency.contact)}
    return set(_NAME.findall(" ".join([*people, *services, *(each.text for each in found.left)])))


@pytest.mark.parametrize("line", FAMILIES.values(), ids=FAMILIES)
def test_no_name_drops_out(line: str) -> None:
    names = set(_NAME.findall(line)) - _NO_NAMES
    assert len(names) >= 3
    assert not names - in_sight(read(line))
    assert not names - in_sight(read(answered(line)))


@pytest.mark.parametrize("line", FAMILIES.values(), ids=FAMILIES)
def test_nobody_is_called_what_is_no_name(line: str) -> None:
    names = {str(person.name) for person in read(answered(line)).edit.case.family.people if person.named}
    assert names <= set(_NAME.findall(line)) - _NO_NAMES


@pytest.mark.parametrize("line", FAMILIES.values(), ids=FAMILIES)
def test_what_is_left_says_why(line: str) -> None:
    for left in read(line).left:
        assert left.why.template
        assert left.text in line
