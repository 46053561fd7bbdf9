"""The practice family: two children with their gran, and every line and symbol of the first vocabulary."""

from __future__ import annotations

from datetime import date

from genogram_app.family.case import Case
from genogram_app.model.agency import Involvement
from tests.sample_families.told import (
    ANOTHER,
    DECLINED,
    FORTH,
    MAN,
    NONE,
    NOT_ASKED,
    NOT_KNOWN,
    UNKNOWN,
    WOMAN,
    Account,
    CaseDetails,
    GoTo,
    Life,
    Phase,
    Quote,
    Said,
    Standing,
    Teller,
    Telling,
    Theme,
    spell,
    told_by,
    when,
)

VISIT = date(2026, 11, 4)
MEETING = date(2026, 8, 11)
GRAN = told_by("Sheila Carter", Teller.ADULT, on=VISIT, shared=True)
MUM = told_by("Lisa Carter", Teller.ADULT, on=VISIT, shared=True)
DARREN = told_by("Darren Doyle", Teller.ADULT, on=MEETING, shared=True)
JAY = told_by("Jay", Teller.CHILD, on=VISIT, shared=True)
MIA = told_by("Mia", Teller.CHILD, on=VISIT, shared=True)
RECORDS = told_by("birth certificate", Teller.AGENCY, on=MEETING, shared=True)
COURT = told_by("family court order", Teller.AGENCY, Standing.FOUND, on=MEETING, shared=True)
FOR_THE_FILE = told_by("Lisa Carter", Teller.ADULT, on=VISIT, shared=False)


def case() -> Case:
    """Give the practice family."""
    family = Telling(GRAN)
    _carters(family)
    _fathers(family)
    _darrens_side(family)
    _carers(family)
    _homes(family)
    _services(family)
    _closeness(family)
    _harm(family)
    return family.case(_details())


# -- who there is ---------------------------------------------------------------------


def _carters(family: Telling) -> None:
    """Tell of the children, their mum, gran and grandad, and uncle Pete's family."""
    ron = family.person("ron", "Ron Carter", MAN, "1954~", "2019-06", role="grandad (mum’s dad)")
    sheila = family.person(
        "sheila",
        "Sheila Carter",
        WOMAN,
        "1958-06-12",
        role="gran (mum’s mum)",
        telephone="01632 960 114",
        siblings=NONE,
    )
    grandparents = family.couple(ron, sheila, spell("married", "1981"))
    lisa = family.person(
        "lisa",
        "Lisa Carter",
        WOMAN,
        "1988",
        role="mum",
        telephone=UNKNOWN,
        notes="Staying with different friends since August. Prefers to be texted.",
        said=(Said(about="notes", basis=FOR_THE_FILE), Said(about="telephone", basis=FOR_THE_FILE)),
        quotes=(_quote("I want to get well before I have them back.", "Lisa", MUM, "at the contact centre"),),
    )
    family.children(grandparents, lisa)
    work = Theme(id="e_work", words="out of work", phase=Phase.NOW, basis=MUM)
    pete = family.person("pete", "Pete Carter", MAN, "1985", role="uncle", themes=(work,))
    family.child(pete, grandparents, "adopted", since="1987")
    gemma = family.person("gemma", "Gemma Reid", WOMAN, "1987-02-14", role="aunt")
    parted = family.couple(pete, gemma, spell("married", "2017"), spell("separated", "2023-05"))
    ruby = family.person("ruby", "Ruby Carter", WOMAN, "2018-05-30", role="cousin")
    family.children(parted, ruby)


def _fathers(family: Telling) -> None:
    """Tell of Jay and of his father, of whom nobody knows more than that he is."""
    jay = family.person(
        "jay",
        "Jay Carter",
        MAN,
        "2015-03-03",
        basis=RECORDS,
        subject=True,
        legal=(
            spell("section_20", "2024-05-13", "2024-12-19", basis=COURT),
            spell("child_in_need", "2024-12-19", "2026-08-04", basis=COURT),
            spell("child_arrangements_order", "2026-08-04", note="lives with his gran", basis=COURT),
        ),
        quotes=(_quote("Nan makes the best stew and she doesn’t shout.", "Jay", JAY, "at home, on his own"),),
    )
    father = family.person("jays_dad", UNKNOWN, MAN, UNKNOWN, basis=MUM, role="Jay’s father")
    family.children(family.couple("p_lisa", father, basis=MUM), jay)
    his_father = family.person("jays_dads_dad", UNKNOWN, MAN, UNKNOWN, basis=MUM, role="Jay’s other grandad")
    his_mother = family.person("jays_dads_mum", UNKNOWN, WOMAN, UNKNOWN, basis=MUM, role="Jay’s other gran")
    family.children(family.couple(his_father, his_mother, basis=MUM), father)
    rumour = told_by("Lisa Carter", Teller.ADULT, Standing.REPORTED, on=VISIT, shared=False)
    half = family.person(
        "jays_half", NOT_ASKED, NOT_KNOWN, basis=rumour, confidential=True, role="half-sibling"
    )
    family.child(half, father, basis=rumour)


def _darrens_side(family: Telling) -> None:
    """Tell of Mia, her dad, his partner and the baby they expect, his parents and Robin."""
    grandfather = family.person("doyle", NOT_ASKED, MAN, basis=DARREN, role="Mia’s grandad")
    pat = family.person("pat", "Pat Doyle", WOMAN, "1956~", basis=DARREN, role="Mia’s grandmother")
    parted = family.couple(
        grandfather, pat, spell("married", "1980"), spell("divorced", UNKNOWN), basis=DARREN
    )
    darren = family.person("darren", "Darren Doyle", MAN, "1985", basis=DARREN, role="Mia’s dad")
    robin = family.person(
        "robin", "Robin Doyle", ANOTHER, "1991-09-02", basis=DARREN, role="Darren’s sibling"
    )
    family.children(parted, darren, robin)
    amy = family.person("amy", "Amy Shaw", WOMAN, basis=DARREN, role="Robin’s former partner")
    family.couple(robin, amy, spell("civil_partnership", "2018"), spell("dissolved", "2024"), basis=DARREN)
    mia = family.person(
        "mia",
        "Mia Doyle",
        WOMAN,
        "2019-01-09",
        basis=RECORDS,
        subject=True,
        legal=(
            spell("child_in_need", "2024-12-19", "2026-08-04", basis=COURT),
            spell("child_arrangements_order", "2026-08-04", note="lives with her gran", basis=COURT),
        ),
        accounts=(_pats_account(),),
        quotes=_mias_words(),
    )
    parents = family.couple(
        "p_lisa", darren, spell("cohabiting", "2018"), spell("cohabiting_ended", "2021-02"), basis=MUM
    )
    family.children(parents, mia)
    kelly = family.person(
        "kelly",
        "Kelly Moss",
        WOMAN,
        DECLINED,
        basis=DARREN,
        role="Darren’s partner",
        siblings=NONE,
        parents=DECLINED,
    )
    together = family.couple(darren, kelly, spell("cohabiting", "2023"), basis=DARREN)
    baby = family.person("baby", NOT_ASKED, "", "2027-02-20", basis=DARREN, life=Life.UNBORN)
    family.children(together, baby)


def _pats_account() -> Account:
    basis = told_by("Pat Doyle", Teller.ADULT, Standing.DISPUTED, on=MEETING, shared=False)
    return Account(about="born", value=when("2019-01-10"), basis=basis)


def _mias_words() -> tuple[Quote, ...]:
    private = told_by("Mia", Teller.CHILD, Standing.REPORTED, on=VISIT, shared=False)
    return (
        _quote("Ruby and me made a den.", "Mia", MIA, "at Nan’s"),
        _quote("I hide when I hear his car.", "Mia", private, "at school"),
    )


def _carers(family: Telling) -> None:
    """Tell who has looked after the children: Ann and Bob in 2024, their gran since August 2026."""
    placed = told_by("fostering team", Teller.AGENCY, on=MEETING, shared=True)
    ann = family.person("ann", "Ann", WOMAN, NOT_ASKED, basis=placed, role="foster carer")
    bob = family.person("bob", "Bob", MAN, NOT_ASKED, basis=placed, role="foster carer")
    carers = family.couple(ann, bob, spell("civil_partnership", "2020"), basis=placed)
    family.child("p_jay", carers, "foster", since="2024-05", until="2024-12", basis=placed)
    for child in ("p_jay", "p_mia"):
        family.child(child, "p_sheila", "kinship", since="2026-08-04", basis=COURT)


def _quote(words: str, by: str, basis: object, where: str) -> Quote:
    return Quote(words=words, by=by, when=VISIT, where=where, basis=basis)  # type: ignore[arg-type]


# -- who lives where --------------------------------------------------------------------


def _homes(family: Telling) -> None:
    """Tell of five homes; Ruby is shared between two."""
    family.home("gran", "Gran’s home", "p_sheila", "p_jay", "p_mia", since="2026-08-04", basis=COURT)
    family.home("darren", "Darren’s home", "p_darren", "p_kelly", basis=DARREN)
    carers = family.home("carers", "Carers’ home", "p_ann", "p_bob", since="2024-05", until="2024-12")
    family.lives("p_jay", carers, since="2024-05", until="2024-12")
    family.home("gemma", "Gemma’s home", "p_gemma", "p_ruby")
    pete = family.home("pete", "Pete’s home", "p_pete")
    family.lives("p_ruby", pete, part_time=True, pattern="at weekends")


# -- services ----------------------------------------------------------------------------


def _services(family: Telling) -> None:
    """Tell of the services: some help, some strain, one is waited for, one was turned down."""
    school = family.agency(
        "school",
        "school",
        "Moor Lane Primary",
        contact="Mr Huws",
        job_title="class teacher",
        telephone="01632 960 021",
        basis=JAY,
    )
    family.tie(school, "p_jay", "tie_strong", direction=FORTH, basis=JAY)
    family.agency(
        "worker",
        "social_care",
        "Team 2",
        contact="Hannah Lowe",
        job_title="social worker",
        team="Team 2",
        telephone="01632 960 050",
    )
    family.tie("a_worker", "h_gran", "tie_plain", since="2024-05-13")
    private = told_by("GP", Teller.AGENCY, on=date(2026, 10, 14), shared=False)
    alcohol = family.agency(
        "alcohol",
        "health",
        "Alcohol service",
        contact=NOT_ASKED,
        telephone="01632 960 077",
        involvement=Involvement.WAITING,
        since="2026-10",
        basis=private,
    )
    family.tie(alcohol, "p_lisa", "tie_weak", basis=private)
    surgery = family.agency(
        "gp",
        "health",
        "Moor Lane Surgery",
        contact="Dr Amin",
        job_title="general practitioner",
        telephone="01632 960 033",
        basis=DARREN,
    )
    family.tie(surgery, "p_kelly", "tie_weak", basis=DARREN)
    police = family.agency(
        "police",
        "police",
        "Police",
        contact=UNKNOWN,
        team="domestic abuse unit",
        telephone="01632 960 101",
        basis=FOR_THE_FILE,
    )
    family.tie(police, "p_darren", strain="tie_stressful", basis=FOR_THE_FILE)
    housing = family.agency("housing", "other_agency", "Housing office", contact=NOT_ASKED, basis=MUM)
    family.tie(housing, "p_pete", "tie_plain", strain="tie_stressful", basis=MUM)
    family.agency(
        "bereavement",
        "other_agency",
        "Child bereavement project",
        contact="Femi Cole",
        job_title="family support worker",
        telephone="01632 960 088",
        involvement=Involvement.ENDED,
        since="2019-09",
        until="2020-03",
    )
    family.tie("a_bereavement", "p_jay", "tie_plain", since="2019-09", until="2020-03")


# -- relationships -------------------------------------------------------------------------


def _closeness(family: Telling) -> None:
    """Tell who is close to whom, who sees little of whom, and where it is hard."""
    family.bond("p_sheila", "close", "p_jay", basis=JAY)
    family.bond("p_jay", "very_close", "p_mia", basis=MIA)
    family.bond("p_sheila", "supportive", "p_lisa", direction=FORTH, basis=MUM)
    family.bond("p_mia", "distant", "p_kelly", basis=MIA)
    family.bond("p_doyle", "little_contact", "p_darren", basis=DARREN)
    family.bond("p_jay", "no_contact", "p_jays_dad", basis=MUM)
    family.bond("p_pete", "stressful", "p_gemma", basis=GRAN)
    family.bond("p_pat", "close_hostile", "p_robin", basis=DARREN)
    opinion = told_by("Darren Doyle", Teller.ADULT, on=MEETING, shared=False)
    family.bond("p_robin", "hostile", "p_amy", since="2024", basis=opinion)
    worker = told_by("Hannah Lowe", Teller.WORKER, on=VISIT, shared=False)
    family.bond("p_darren", "stressful", "a_worker", basis=worker)


def _harm(family: Telling) -> None:
    """Tell of harm: who to whom, who says so, where it stands. For the case file alone."""
    log = told_by("Lisa Carter", Teller.ADULT, Standing.REPORTED, on=MEETING, shared=False)
    denial = told_by("Darren Doyle", Teller.ADULT, Standing.DENIED, on=MEETING, shared=False)
    family.bond(
        "p_darren",
        "violence",
        "p_lisa",
        direction=FORTH,
        until="2026-06",
        basis=log,
        accounts=(Account(about="quality", value="hostile", basis=denial),),
    )
    midwife = told_by("midwife", Teller.AGENCY, Standing.REPORTED, on=VISIT, shared=False)
    family.bond("p_darren", "controls", "p_kelly", direction=FORTH, basis=midwife)
    mia = told_by("Mia", Teller.CHILD, Standing.REPORTED, on=VISIT, shared=False)
    family.bond("p_mia", "afraid_of", "p_darren", direction=FORTH, basis=mia)


# -- the sheet -------------------------------------------------------------------------------


def _details() -> CaseDetails:
    """Tell what the sheet says of itself, and the family's themes."""
    log = told_by("police log", Teller.AGENCY, Standing.REPORTED, on=MEETING, shared=False)
    doctor = told_by("GP", Teller.AGENCY, Standing.REPORTED, on=date(2026, 10, 14), shared=False)
    return CaseDetails(
        id="d_practice",
        basis=told_by(on=VISIT, shared=True),
        reference="2026-0932",
        dated=date(2026, 11, 22),
        review_due=date(2027, 2, 22),
        worker="a_worker",
        took_part=("Sheila Carter", "Jay Carter", "Mia Doyle", "Lisa Carter"),
        themes=(
            Theme(id="e_alcohol", card="alcohol_worry", words="alcohol is a worry for mum", basis=doctor),
            Theme(id="e_loss", card="losing_someone", words="grandad died when Jay was 4", basis=GRAN),
            Theme(
                id="e_violence",
                card="violence_at_home",
                words="violence at home, seen by Jay and Mia",
                basis=log,
            ),
        ),
        go_to=GoTo(
            id="g_practice",
            who="p_sheila",
            telephone="01632 960 114",
            agreed="agreed",
            checked=VISIT,
            basis=GRAN,
        ),
        notes="First genogram drawn at the kitchen table with Sheila, Jay and Mia.",
        said=(Said(about="notes", basis=FOR_THE_FILE),),
    )
