"""A father with five children by three partners: a divorce, a cohabitation that ended, and a home today."""

from __future__ import annotations

from datetime import date

from genogram_app.family.case import Case
from tests.sample_families.told import (
    FORTH,
    MAN,
    NONE,
    NOT_ASKED,
    UNKNOWN,
    WOMAN,
    CaseDetails,
    GoTo,
    Quote,
    Teller,
    Telling,
    Theme,
    spell,
    told_by,
)

VISIT = date(2026, 10, 8)
MARCUS = told_by("Marcus Bailey", Teller.ADULT, on=VISIT, shared=True)
PRIYA = told_by("Priya Nair", Teller.ADULT, on=VISIT, shared=True)
KAI = told_by("Kai", Teller.CHILD, on=VISIT, shared=True)
SCHOOL = told_by("school", Teller.AGENCY, on=VISIT, shared=True)


def case() -> Case:
    """Give the father's three families."""
    family = Telling(MARCUS)
    _elders(family)
    _partners(family)
    _homes(family)
    _services(family)
    _closeness(family)
    return family.case(_details())


def _elders(family: Telling) -> None:
    winston = family.person("winston", "Winston Bailey", MAN, "1951", "2015-11-20", role="grandad")
    gloria = family.person(
        "gloria", "Gloria Bailey", WOMAN, "1955-08-01", role="gran", telephone="01632 960 230"
    )
    marcus = family.person("marcus", "Marcus Bailey", MAN, "1984-04-17", role="dad", siblings=NONE)
    family.children(family.couple(winston, gloria, spell("married", "1978")), marcus)
    suresh = family.person("suresh", "Suresh Nair", MAN, "1958", basis=PRIYA, role="grandad (mum’s dad)")
    latha = family.person("latha", "Latha Nair", WOMAN, "1962", basis=PRIYA, role="gran (mum’s mum)")
    priya = family.person("priya", "Priya Nair", WOMAN, "1989-12-05", basis=PRIYA, role="mum")
    family.children(family.couple(suresh, latha, spell("married", "1986"), basis=PRIYA), priya)


def _partners(family: Telling) -> None:
    """Tell of three partners, the first first, and the children of each."""
    donna = family.person("donna", "Donna Price", WOMAN, "1983")
    first = family.couple("p_marcus", donna, spell("married", "2005"), spell("divorced", "2012"))
    tyler = family.person("tyler", "Tyler Bailey", MAN, "2006-02-11", role="half-brother")
    chloe = family.person("chloe", "Chloe Bailey", WOMAN, "2008-09-27", role="half-sister")
    family.children(first, tyler, chloe)
    gwen = family.person("gwen", "Gwen Hughes", WOMAN, UNKNOWN)
    second = family.couple("p_marcus", gwen, spell("cohabiting", "2012"), spell("cohabiting_ended", "2017"))
    megan = family.person("megan", "Megan Hughes", WOMAN, "2014-05-19", role="half-sister")
    family.children(second, megan)
    third = family.couple("p_marcus", "p_priya", spell("cohabiting", "2018"), spell("married", "2020-07-04"))
    status = told_by("case record", Teller.AGENCY, on=VISIT, shared=True)
    kai = family.person(
        "kai",
        "Kai Bailey",
        MAN,
        "2019-03-02",
        basis=PRIYA,
        subject=True,
        legal=(spell("child_in_need", "2026-09-01", basis=status),),
        quotes=(
            Quote(
                words="Megan is my best sister because she reads to me.",
                by="Kai",
                when=VISIT,
                where="at home",
                basis=KAI,
            ),
        ),
    )
    asha = family.person("asha", "Asha Bailey", WOMAN, "2025-06-14", basis=PRIYA, role="sister")
    family.children(third, kai, asha)


def _homes(family: Telling) -> None:
    home = family.home("ours", "Kai’s home", "p_marcus", "p_priya", "p_kai", "p_asha")
    family.home("donna", "Donna’s home", "p_donna", "p_chloe")
    family.home("gwen", "Gwen’s home", "p_gwen", "p_megan")
    family.lives("p_megan", home, part_time=True, pattern="every other weekend")


def _services(family: Telling) -> None:
    family.agency(
        "worker",
        "social_care",
        "Family help team",
        contact="Tom Reeve",
        job_title="senior social worker",
        team="Family help team",
        telephone="01632 960 250",
    )
    family.tie("a_worker", "h_ours", "tie_plain", since="2026-09-01")
    school = family.agency(
        "school",
        "school",
        "Park Road Primary",
        contact="Mrs Okoro",
        job_title="head teacher",
        telephone="01632 960 261",
        basis=SCHOOL,
    )
    family.tie(school, "p_kai", "tie_strong", direction=FORTH, basis=SCHOOL)
    visitor = family.agency(
        "visitor",
        "health",
        "Park Road Health Centre",
        contact="Jo Lindley",
        job_title="health visitor",
        telephone="01632 960 272",
        basis=PRIYA,
    )
    family.tie(visitor, "p_asha", "tie_plain", basis=PRIYA)
    debt = family.agency("debt", "other_agency", "Debt advice", contact=NOT_ASKED, basis=PRIYA)
    family.tie(debt, "p_marcus", "tie_weak", basis=PRIYA)


def _closeness(family: Telling) -> None:
    family.bond("p_kai", "close", "p_megan", basis=KAI)
    family.bond("p_gloria", "supportive", "p_marcus", direction=FORTH)
    family.bond("p_tyler", "no_contact", "p_marcus", since="2022")
    family.bond("p_donna", "hostile", "p_marcus")
    family.bond("p_gwen", "little_contact", "p_marcus")


def _details() -> CaseDetails:
    return CaseDetails(
        id="d_three",
        basis=told_by(on=VISIT, shared=True),
        reference="2026-1187",
        dated=date(2026, 10, 8),
        review_due=date(2027, 1, 8),
        worker="a_worker",
        took_part=("Marcus Bailey", "Priya Nair", "Kai Bailey"),
        themes=(Theme(id="e_money", words="money is tight since Marcus’s hours were cut", basis=PRIYA),),
        go_to=GoTo(
            id="g_three",
            who="p_gloria",
            telephone="01632 960 230",
            agreed="agreed",
            checked=VISIT,
            basis=MARCUS,
        ),
    )
