"""A large family over four generations, with names from Wales, Poland, Pakistan, Nigeria and Bangladesh."""

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
    Life,
    Quote,
    Teller,
    Telling,
    Theme,
    spell,
    told_by,
)

VISIT = date(2026, 9, 30)
SIONED = told_by("Sioned Hughes", Teller.ADULT, on=VISIT, shared=True)
ADEEL = told_by("Adeel Khan", Teller.ADULT, on=VISIT, shared=True)
FFION = told_by("Ffion", Teller.CHILD, on=VISIT, shared=True)


def case() -> Case:
    """Give the large family."""
    family = Telling(SIONED)
    _hughes_elders(family)
    _zak(family)
    _hughes_grandchildren(family)
    family.basis = ADEEL
    _khan_elders(family)
    _khan_grandchildren(family)
    _okafor(family)
    _at_the_heart(family)
    _homes_and_services(family)
    return family.case(_details())


# -- Wales and Poland ---------------------------------------------------------------------


def _hughes_elders(family: Telling) -> None:
    idris = family.person("idris", "Idris Hughes", MAN, "1932", "2004-03")
    blodwen = family.person("blodwen", "Blodwen Hughes", WOMAN, "1935", "2016-12-24")
    family.person("gareth", "Gareth Hughes", MAN, "1957-04-02", role="taid (mum’s dad)")
    family.person("menna", "Menna Hughes", WOMAN, "1959")
    family.person("eluned", "Eluned Hughes", WOMAN, "1962", children=NONE)
    family.person("huw", "Huw Hughes", MAN, "1966")
    top = family.couple(idris, blodwen, spell("married", "1956"))
    family.children(top, "p_gareth", "p_menna", "p_eluned", "p_huw")
    _mennas(family)
    _huws(family)


def _mennas(family: Telling) -> None:
    david = family.person("david", "David Pritchard", MAN, "1955", UNKNOWN)
    first = family.couple("p_menna", david, spell("married", "1982"), spell("divorced", "1995"))
    family.person("owain", "Owain Pritchard", MAN, "1983")
    family.person("cerys", "Cerys Pritchard", WOMAN, "1986")
    family.children(first, "p_owain", "p_cerys")
    alun = family.person("alun", "Alun Parry", MAN, "1961")
    second = family.couple("p_menna", alun, spell("cohabiting", "1999"))
    family.children(second, family.person("elin", "Elin Parry", WOMAN, "2000-10-09"))


def _huws(family: Telling) -> None:
    janet = family.person("janet", "Janet Cole", WOMAN, NOT_ASKED)
    first = family.couple("p_huw", janet, spell("cohabiting_ended", "1996"))
    family.children(first, family.person("lowri", "Lowri Cole", WOMAN, "1993"))
    rahima = family.person("rahima", "রহিমা বেগম", WOMAN, "1972", known_as="Rahima Begum")
    second = family.couple("p_huw", rahima, spell("married", "2001"))
    samir = family.person("samir", "Samir Hughes", MAN, "2003-01-15")
    nadia = family.person("nadia", "Nadia Hughes", WOMAN, "2006-07-21")
    family.children(second, samir, nadia)


def _zak(family: Telling) -> None:
    stanislaw = family.person("stanislaw", "Stanisław Żak", MAN, "1928", "1999")
    helena = family.person("helena", "Helena Żak", WOMAN, "1930", "2011")
    top = family.couple(stanislaw, helena, spell("married", "1950"))
    krystyna = family.person("krystyna", "Krystyna Hughes", WOMAN, "1957-11-30", role="nain (mum’s mum)")
    andrzej = family.person("andrzej", "Andrzej Żak", MAN, "1958")
    family.children(top, krystyna, andrzej)
    bozena = family.person("bozena", "Bożena Żak", WOMAN, "1960")
    family.person("lukasz", "Łukasz Żak", MAN, "1986")
    family.person("malgorzata", "Małgorzata Żak", WOMAN, "1989-05-08", role="twin")
    family.person("tomasz", "Tomasz Żak", MAN, "1989-05-08", role="twin")
    married = family.couple(andrzej, bozena, spell("married", "1984"))
    family.children(married, "p_lukasz", "p_malgorzata", "p_tomasz")
    anna = family.person("anna", "Anna Żak", WOMAN, "1988")
    young = family.couple("p_lukasz", anna, spell("married", "2014"))
    zofia = family.person("zofia", "Zofia Żak", WOMAN, "2016-02-29")
    jakub = family.person("jakub", "Jakub Żak", MAN, "2019-08-12")
    family.children(young, zofia, jakub)


def _hughes_grandchildren(family: Telling) -> None:
    grandparents = family.couple("p_gareth", "p_krystyna", spell("married", "1979"))
    rhys = family.person("rhys", "Rhys Hughes", MAN, "1981")
    sioned = family.person("sioned", "Sioned Hughes", WOMAN, "1984-03-01", role="mum")
    family.children(grandparents, rhys, sioned)
    angharad = family.person("angharad", "Angharad Lloyd", WOMAN, "1982")
    married = family.couple(rhys, angharad, spell("married", "2008"))
    macsen = family.person("macsen", "Macsen Hughes", MAN, "2010-05-05")
    gwenllian = family.person("gwenllian", "Gwenllian Hughes", WOMAN, "2013-10-31")
    family.children(married, macsen, gwenllian)
    leo = family.person("leo", "Leo Hughes", MAN, "2017-03-18")
    family.child(leo, married, "adopted", since="2019-06")
    katie = family.person("katie", "Katie Walsh", WOMAN, "1988")
    finn = family.person("finn", "Finn Pritchard", MAN, "2016-11-02")
    family.children(family.couple("p_owain", katie, spell("cohabiting", "2013")), finn)
    nobody = family.person("malis_dad", UNKNOWN, MAN, UNKNOWN, role="Mali’s father")
    mali = family.person("mali", "Mali Pritchard", WOMAN, "2014-04-04")
    family.children(family.couple("p_cerys", nobody), mali)


# -- Pakistan and Nigeria -------------------------------------------------------------------


def _khan_elders(family: Telling) -> None:
    yusuf = family.person("yusuf", "یوسف خان", MAN, "1931", "2008", known_as="Yusuf Khan")
    zainab = family.person("zainab", "زینب بی بی", WOMAN, "1938", "2021-01-17", known_as="Zainab Bibi")
    top = family.couple(yusuf, zainab, spell("married", "1955"))
    tariq = family.person("tariq", "Tariq Khan", MAN, "1957", role="dada (dad’s dad)")
    nasreen = family.person("nasreen", "Nasreen Mirza", WOMAN, "1961")
    imran = family.person("imran", "Imran Khan", MAN, "1965")
    family.children(top, tariq, nasreen, imran)
    shabana = family.person("shabana", "Shabana Khan", WOMAN, "1962", role="dadi (dad’s mum)")
    family.couple(tariq, shabana, spell("married", "1983"))
    iqbal = family.person("iqbal", "Iqbal Mirza", MAN, "1956", "2012-08")
    family.couple(nasreen, iqbal, spell("married", "1985"))
    claire = family.person("claire", "Claire Doherty", WOMAN, "1969")
    family.couple(imran, claire, spell("married", "1994"), spell("separated", "2009"))


def _khan_grandchildren(family: Telling) -> None:
    adeel = family.person("adeel", "Adeel Khan", MAN, "1985-06-25", role="dad")
    sana = family.person("sana", "Sana Malik", WOMAN, "1988")
    bilal = family.person("bilal", "Bilal Khan", MAN, "1993")
    family.children("u_tariq_shabana", adeel, sana, bilal)
    hina = family.person("hina", "Hina Mirza", WOMAN, "1987")
    omar = family.person("omar", "Omar Mirza", MAN, "1990")
    family.children("u_nasreen_iqbal", hina, omar)
    aisha = family.person("aisha", "Aisha Khan", WOMAN, "1996")
    zayn = family.person("zayn", "Zayn Khan", MAN, "1999")
    family.children("u_imran_claire", aisha, zayn)
    usman = family.person("usman", "Usman Malik", MAN, "1984")
    maryam = family.person("maryam", "مریم ملک", WOMAN, "2014-09-01", known_as="Maryam")
    ibrahim = family.person("ibrahim", "Ibrahim Malik", MAN, "2017-12-20")
    yahya = family.person("yahya", "Yahya Malik", MAN, "2021-04-13")
    family.children(family.couple(usman, sana, spell("married", "2012")), maryam, ibrahim, yahya)
    faisal = family.person("faisal", "Faisal Raza", MAN, "1983")
    amna = family.person("amna", "Amna Raza", WOMAN, "2015-02-02")
    hamza = family.person("hamza", "Hamza Raza", MAN, "2018-06-16")
    family.children(family.couple(faisal, hina, spell("married", "2013")), amna, hamza)


def _okafor(family: Telling) -> None:
    emeka = family.person("emeka", "Emeka Okafor", MAN, "1936", "2010")
    ngozi = family.person("ngozi", "Ngozi Okafor", WOMAN, "1941")
    top = family.couple(emeka, ngozi, spell("married", "1962"))
    chidi = family.person("chidi", "Chidi Okafor", MAN, "1964")
    ifeoma = family.person("ifeoma", "Ifeoma Adébáyọ̀", WOMAN, "1967")
    obinna = family.person("obinna", "Obinna Okafor", MAN, "1972", life=Life.UNKNOWN)
    family.children(top, chidi, ifeoma, obinna)
    adaeze = family.person("adaeze", "Adaeze Okafor", WOMAN, "1966")
    amara = family.person("amara", "Amara Okafor", WOMAN, "1991-01-28", role="dad’s partner")
    kelechi = family.person("kelechi", "Kelechi Okafor", MAN, "1994")
    emeka_young = family.person("emeka_young", "Chukwuemeka Okafor", MAN, "1999", known_as="Emeka")
    family.children(family.couple(chidi, adaeze, spell("married", "1990")), amara, kelechi, emeka_young)
    tunde = family.person("tunde", "Túndé Adébáyọ̀", MAN, "1963")
    temi = family.person("temi", "Tèmítọ́pẹ́ Adébáyọ̀", WOMAN, "1997", known_as="Temi")
    tobi = family.person("tobi", "Tobi Adébáyọ̀", MAN, "2001")
    family.children(family.couple(tunde, ifeoma, spell("married", "1995")), temi, tobi)


# -- the children it is about -----------------------------------------------------------------


def _at_the_heart(family: Telling) -> None:
    parents = family.couple("p_adeel", "p_sioned", spell("married", "2010"), spell("separated", "2022-05"))
    status = told_by("case record", Teller.AGENCY, on=VISIT, shared=True)
    plan = (spell("child_in_need", "2026-07-13", basis=status),)
    words = Quote(
        words="I want Taid to come to my concert.", by="Ffion", when=VISIT, where="at school", basis=FFION
    )
    ffion = family.person(
        "ffion", "Ffion Khan", WOMAN, "2012-08-19", subject=True, legal=plan, quotes=(words,)
    )
    tomos = family.person("tomos", "Tomos Khan", MAN, "2015-01-07", subject=True, legal=plan)
    family.children(parents, ffion, tomos)
    marek = family.person("marek", "Marek Nowak", MAN, "1980", role="mum’s partner")
    family.couple("p_sioned", marek, spell("cohabiting", "2024"))
    baby = family.person("baby", "Idris Khan", MAN, "2025-12-01", role="half-brother")
    family.children(family.couple("p_adeel", "p_amara", spell("cohabiting", "2023")), baby)


def _homes_and_services(family: Telling) -> None:
    mums = family.home("mum", "Mum’s home", "p_sioned", "p_marek", "p_ffion", "p_tomos")
    dads = family.home("dad", "Dad’s home", "p_adeel", "p_amara", "p_baby")
    for child in ("p_ffion", "p_tomos"):
        family.lives(child, dads, part_time=True, pattern="at weekends")
    family.agency(
        "worker",
        "social_care",
        "Team 4",
        contact="Beth Ansah",
        job_title="social worker",
        team="Team 4",
        telephone="01632 960 300",
    )
    family.tie("a_worker", mums, "tie_plain", since="2026-07-13")
    school = family.agency(
        "school",
        "school",
        "Ysgol y Bryn",
        contact="Mr Rowe",
        job_title="form tutor",
        telephone="01632 960 310",
        basis=FFION,
    )
    family.tie(school, "p_ffion", "tie_strong", direction=FORTH, basis=FFION)
    family.bond("p_gareth", "close", "p_ffion", basis=FFION)
    family.bond("p_sioned", "stressful", "p_adeel")
    family.bond("p_ffion", "very_close", "p_tomos", basis=FFION)
    family.bond("p_shabana", "supportive", "p_adeel", direction=FORTH)


def _details() -> CaseDetails:
    return CaseDetails(
        id="d_large",
        basis=told_by(on=VISIT, shared=True),
        reference="2026-0571",
        dated=date(2026, 9, 30),
        review_due=date(2026, 12, 30),
        worker="a_worker",
        took_part=("Sioned Hughes", "Adeel Khan", "Ffion Khan"),
        themes=(Theme(id="e_apart", card="parents_apart", words="parents apart since 2022", basis=SIONED),),
        go_to=GoTo(
            id="g_large",
            who="p_gareth",
            telephone="01632 960 320",
            agreed="agreed",
            checked=VISIT,
            basis=SIONED,
        ),
    )
