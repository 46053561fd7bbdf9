"""Phrases that were read as something else, and drawn without a word: each is now understood, or asked."""

from __future__ import annotations

import pytest

from genogram_app.edit.spoken.line import tell
from genogram_app.model.base import Share
from genogram_app.model.ties import Bond
from genogram_app.words import words_in
from tests.edit.test_spoken import BEGUN, CHILD, JAY, LEXICON, UNNAMED, check_said_back, teller, told

#: Each line with the answers that are offered: nothing of it is drawn before one is chosen.
ASKED = {
    "lives with mum and mum's partner": ("mum's partner Darren", "mum's partner ?"),
    "mum's new boyfriend": ("mum's new boyfriend Darren", "mum's new boyfriend ?"),
    "mum's husband": ("mum's husband Darren", "mum's husband ?"),
    "close to dad's girlfriend": ("dad's girlfriend Lisa", "dad's girlfriend ?"),
    "mum's boyfriend's son Leo 5": (),
    "mum's ex's mum Jean": (),
    "dad 40s": ("in their 40s", "born in the 40s"),
    "dad late 30s": ("in their late 30s", "born in the late 30s"),
    "sister Mia 8/12": ("8 months", "August 2012"),
    "mum's partner Kyle 2019-2021": ("from 2019 to 2021",),
    "mum's partner Kyle 2018 to 2020": ("from 2018 to 2020",),
    "mum's husband Steve 1988 to 2020": ("from 1988 to 2020", "b. 1988 d. 2020"),
    "mum's husband Steve 2020": ("since 2020",),
    "mum's ex Steve 2005": ("since 2005", "born 2005"),
    "foster carer Carol 2024": ("since 2024",),
    "brother Tom 2001-2009": ("b. 2001 d. 2009", "born between 2001 and 2009"),
    "mum and dad were married 2010-2016": ("2010, divorced 2016", "2010, separated 2016"),
    "brother Tom ASD": (),
    "dad Darren RIP": (),
    "dad Darren HMP Leeds": (),
    "brother Tom Year 6": (),
    "dad unknown": (),
    "mum and gran don't get on": (),
    "mum and dad never married": (),
    "mum married": (),
    "mum has a dog and a sister Jo": (),
    "Jay and Mia don't see dad": (),
    "gran has care of Jay since March 2024": (),
}


@pytest.mark.parametrize("line", ASKED)
def test_what_may_mean_something_else_is_asked(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.edit.case is BEGUN, found.said
    assert found.left[0].options == ASKED[line]


@pytest.mark.parametrize(
    ("line", "which"), [(line, which) for line, options in ASKED.items() for which in range(len(options))]
)
def test_each_answer_makes_it_clear(line: str, which: int) -> None:
    (left,) = told(line, BEGUN, JAY).left
    answer = left.with_option(left.options[which])
    found = told(answer, BEGUN, JAY)
    over = "carers alone" in "".join(each.why.template for each in found.left)
    assert over or not found.left, (answer, found.left)
    check_said_back(found, BEGUN, JAY)


WORKER = "social worker Ruth Lane 0113 496 0000 (the sheet’s worker)"
#: Each line with what is said back, all of it understood.
UNDERSTOOD = {
    "1. Mum Lisa 38\n2. Dad Darren 41": ("mum Lisa born about 1988", "dad Darren born about 1985"),
    "1) Mum Lisa 38\n2) Dad Darren 41": ("mum Lisa born about 1988", "dad Darren born about 1985"),
    "• mum Lisa 38\n• dad Darren 41": ("mum Lisa born about 1988", "dad Darren born about 1985"),
    "Mum - Lisa, 38\nSister – Mia": ("mum Lisa born about 1988", "sister Mia"),
    "11. dad Darren": ("Jay born about 2015", "dad Darren"),
    "MUM LISA 38, GRAN SHEILA MUM'S MUM": ("mum Lisa born about 1988", "Lisa’s mum SHEILA"),
    "mum's dad Ron 1950-2019": ("Lisa’s dad Ron born 1950 died 2019",),
    "mum is in her 40s": ("mum Lisa born 1977 to 1986",),
    "mum’s 38, dad’s about 50": ("mum Lisa born about 1988", "dad Darren born about 1976"),
    "mum is married to Pete": ("Lisa and Pete married",),
    "mum married Kyle in 2019": ("Lisa and Kyle married since 2019",),
    "mum and dad married 2010, divorced 2016": (
        "Lisa and Darren married since 2010",
        "Lisa and Darren divorced since 2016",
    ),
    "mum's partner Kyle, they split up in 2020": (
        "Lisa’s partner Kyle",
        "Lisa and Kyle separated since 2020",
    ),
    "mum's partner Pete, lived together 2012 to 2016": (
        "Lisa’s partner Pete",
        "Lisa and Pete lived together from 2012 to 2016",
    ),
    "mum and dad live together since 2019": ("Lisa lives with Darren since 2019",),
    "mother: Lisa Carter, DOB: 03/04/1988": ("mum Lisa Carter born 3 Apr 1988",),
    "Dad (Darren) d.o.b. 1/2/85": ("dad Darren born 1 Feb 1985",),
    "mum Lisa. Died 2019. Aged 30": ("mum Lisa died 2019 aged 30",),
    "Jay has a brother Tom 9": ("Jay’s brother Tom born about 2017",),
    "mum has a new partner Kyle 29": ("Lisa’s partner Kyle born about 1997",),
    "Jay goes to Hillside Primary": ("Jay’s school Hillside Primary",),
    "social worker Ruth Lane, 0113 496 0000": ("social worker Ruth Lane 0113 496 0000 (the sheet’s worker)",),
    "social worker Ruth Lane, tel 0113 496 0000": (
        "social worker Ruth Lane 0113 496 0000 (the sheet’s worker)",
    ),
}


@pytest.mark.parametrize("line", UNDERSTOOD)
def test_what_practitioners_say_is_understood(line: str) -> None:
    found = told(line, BEGUN, JAY)
    assert found.said == UNDERSTOOD[line]
    assert not found.left
    check_said_back(found, BEGUN, JAY)


@pytest.mark.parametrize(
    "line",
    ["mum's brother Ken and sister Jo", "mum's mum Sheila and dad Ron", "mum has a son Ben and a sister Jo"],
)
def test_whose_somebody_is_after_an_and_is_asked(line: str) -> None:
    """Mum's sister became the child's, and her dad the child's dad where he had no name yet."""
    (left,) = told(line, BEGUN, JAY).left
    assert left.options == ("Lisa’s", "Jay’s")
    unnamed = told(line, UNNAMED, CHILD)
    assert len(unnamed.left) == 1
    assert all("Ron" not in said and "Jo" not in said for said in unnamed.said)


def test_her_may_be_whose_somebody_was_said_to_be() -> None:
    (left,) = told("mum's mum Sheila, her dad Ron", BEGUN, JAY).left
    assert {"Sheila’s", "Lisa’s"} <= set(left.options)


@pytest.mark.parametrize("line", ["mum's boyfriend Kyle 29 hits her", "mum's boyfriend Kyle 29, he hits her"])
@pytest.mark.parametrize("share", [Share.SHARED, Share.CASE_FILE])
def test_harm_is_never_drawn_nor_asked_of_whom(line: str, share: Share) -> None:
    found = tell(BEGUN, teller(share), LEXICON, line, JAY)
    assert not found.edit.case.family.edges(Bond)
    why = words_in().sentence(found.left[-1].why)
    assert why == "That can’t be written here." if share is Share.SHARED else "isn’t drawn from a line" in why
    assert not found.left[-1].options


def test_a_partner_of_parents_who_are_a_couple_in_so_many_words_is_the_other() -> None:
    case = told("mum and dad are married", BEGUN, JAY).edit.case
    assert told("close to mum's husband", case, JAY).said == ("Jay is close to Darren",)


@pytest.mark.parametrize("does", ["live with dad", "don't see dad"])
def test_what_two_do_is_not_said_of_the_second_alone(does: str) -> None:
    """Mia stood there with no home, though both were said to live with dad."""
    found = told(f"sister Mia 7 and brother Tom 9 {does}", BEGUN, JAY)
    assert not found.edit.case.family.households
    assert not found.edit.case.family.edges(Bond)
    assert "of each" in found.left[-1].why.template
