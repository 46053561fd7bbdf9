"""A dozen small families, each with something that is hard to draw; all are looked at as golden sheets."""

from __future__ import annotations

from collections.abc import Callable

from genogram_app.family.case import Case
from genogram_app.model.base import Basis, Record, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import Page
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, More, Part, Person, Phase, Theme
from genogram_app.model.ties import Bond, Direction, Responsibility, Twin
from tests.builders import SHARED, case_of, child, couple, home
from tests.builders import person as anybody
from tests.picture.sheets import scene

Records = list[Record]


def _card(group: str, role: str) -> Id:
    return scene().catalog.by_role(group, role).id


WOMAN, MAN = _card("people", "woman"), _card("people", "man")
BIRTH, FOSTER, KIN = (_card("descent", f"by_{how}") for how in ("birth", "fostering", "kin"))
PRESUMED, DISPUTED = (_card("descent", role) for role in ("presumed", "disputed"))
NEVER = _card("unions", "no_couple")
MARRIED, TOGETHER = _card("unions", "marriage"), _card("unions", "living_together")
DIVORCED = scene().catalog.union(MARRIED).ended
PARTED = scene().catalog.union(TOGETHER).ended


def woman(key: Id, name: str = "", born: str = "", **fields: object) -> Person:
    """Make a woman or girl."""
    return _person(key, name, born, WOMAN, fields)


def man(key: Id, name: str = "", born: str = "", **fields: object) -> Person:
    """Make a man or boy."""
    return _person(key, name, born, MAN, fields)


def _person(key: Id, name: str, born: str, gender: str, fields: dict[str, object]) -> Person:
    dated = {"born": When(born)} if born else {}
    return anybody(key, name).put(gender=gender, **dated, **fields)


def born_to(parent: Id, *children: Id, **fields: object) -> Records:
    """Make the lines by birth to a couple or to somebody alone."""
    return [child(each, parent, kind=BIRTH).put(**fields) for each in children]


def several_carers() -> Records:
    """S2: birth parents, foster carers 2024 to 2025, kinship carers since 2025; the child once."""
    return [
        man("jay", born="2015-03-03", subject=True),
        woman("lisa", "Lisa Carter", "1988", role="mum"),
        man("darren", "Darren Doyle", "1985", role="dad"),
        *couple("pair", "darren", "lisa", kind=PARTED, since="2018"),
        *born_to("pair", "jay"),
        woman("ann", "Ann Fielding"),
        man("bob", "Bob Fielding"),
        *couple("carers", "bob", "ann", kind=MARRIED, since="2001"),
        child("jay", "carers", kind=FOSTER, since=When("2024-05"), until=When("2025-08")),
        woman("sheila", "Sheila Carter", "1958-06-12", role="gran"),
        man("ron", "Ron Carter", "1954", life=Life.DIED, died=When("2019")),
        *couple("elders", "ron", "sheila", kind=MARRIED, since="1981"),
        *born_to("elders", "lisa"),
        child("jay", "sheila", kind=KIN, since=When("2025-08-04")),
        *home("gran", "sheila", "jay"),
    ]


def unknown_father() -> Records:
    """S3: nobody knows who his dad is, and there may be more brothers and sisters."""
    return [
        man("kit", born="2019-06-01", subject=True),
        woman("mum", "Kelly Moss", "1997", more=More.MAYBE),
        *born_to("mum", "kit"),
    ]


def perhaps_his() -> Records:
    """Of a couple's younger child the father isn't sure: another man is said to be."""
    return [
        woman("ann", born="2014-05-02"),
        man("jay", born="2017-11-20", subject=True),
        woman("lisa", "Lisa Carter", "1993", role="mum"),
        man("piotr", "Piotr Nowak", "1990"),
        man("sam", "Sam Reid"),
        *couple("pair", "piotr", "lisa", kind=PARTED, since="2018"),
        *born_to("pair", "ann"),
        child("jay", "pair", kind=PRESUMED),
        child("jay", "sam", kind=DISPUTED),
    ]


def twins_perhaps_his() -> Records:
    """Twins whose parents were never a couple, and whose father denies it."""
    return [
        *(man(key, born="2019-03-03", subject=True) for key in ("ben", "tom")),
        woman("lisa", "Lisa Carter", "1993", role="mum"),
        man("dean", "Dean Shaw", "1989"),
        *couple("never", "dean", "lisa", kind=NEVER),
        *(child(key, "never", kind=DISPUTED, birth="b", twin=Twin.NOT_IDENTICAL) for key in ("ben", "tom")),
    ]


def three_partners() -> Records:
    """S4: five children by three partners: a marriage that ended, one parting, one of now."""
    names = ("tyler", "chloe", "megan", "kai", "asha")
    born = ("2006-02-11", "2008-09-27", "2014-05-19", "2019-03-02", "2025-06-14")
    makers = (man, woman, woman, man, woman)
    children = [make(key, born=day) for make, key, day in zip(makers, names, born, strict=True)]
    return [
        *(each.put(subject=each.id == "kai") for each in children),
        man("marcus", "Marcus Bailey", "1984-04-17"),
        woman("donna", "Donna Price", "1983"),
        woman("gwen", "Gwen Hughes"),
        woman("priya", "Priya Nair", "1989-12-05"),
        *couple("first", "marcus", "donna", kind=DIVORCED, since="2012"),
        *couple("second", "marcus", "gwen", kind=PARTED, since="2017"),
        *couple("third", "marcus", "priya", kind=MARRIED, since="2020-07-04"),
        *born_to("first", "tyler", "chloe"),
        *born_to("second", "megan"),
        *born_to("third", "kai", "asha"),
    ]


def two_homes() -> Records:
    """S5: two homes that share a child at weekends; Grandad next door is in neither."""
    one, *at_one = home("mums", "mum", "ruby")
    two, *at_two = home("dads", "dad", "ruby")
    weekends = [
        each.put(part_time=True, pattern="weekends") if "ruby" in each.id else each for each in at_two
    ]
    return [
        woman("ruby", born="2018-05-30", subject=True),
        woman("mum", "Gemma Reid", "1987"),
        man("dad", "Pete Reid", "1985"),
        man("grandad", "Alf Reid", "1950"),
        *couple("pair", "dad", "mum", kind=PARTED, since="2023"),
        *born_to("pair", "ruby"),
        *born_to("grandad", "dad"),
        one.put(name="Gemma’s home"),
        two.put(name="Pete’s home"),
        *at_one,
        *weekends,
    ]


def born_together() -> Records:
    """Identical twins it is about, others who aren't, triplets of whom nobody knows, and twins to come."""
    kinds = {"a": (Twin.IDENTICAL, 2), "b": (Twin.NOT_IDENTICAL, 2), "c": (Twin.UNKNOWN, 3)}
    found: Records = [woman("mum", "Rosa Lane"), man("dad", "Tom Lane"), *couple("pair", "dad", "mum")]
    for number, (mark, (twin, count)) in enumerate(kinds.items()):
        keys = [f"{mark}{each}" for each in range(count)]
        found += [woman(key, born=f"{2012 + number}-04-01", subject=mark == "a") for key in keys]
        found += born_to("pair", *keys, birth=mark, twin=twin)
    unborn = [anybody(f"u{each}", "?").put(life=Life.UNBORN, born=When("2027-02")) for each in range(2)]
    return [*found, *unborn, *born_to("pair", "u0", "u1", birth="u", twin=Twin.UNKNOWN)]


def losses() -> Records:
    """A child between pregnancies that ended, each in its place, and that there are no more."""
    lost = [Life.TERMINATION, Life.MISCARRIAGE, Life.ECTOPIC, Life.STILLBIRTH]
    ended = [
        anybody(f"lost{each}", "?").put(life=life, born=When(f"{2009 + 2 * each}"), gender=WOMAN)
        for each, life in enumerate(lost)
    ]
    pair, *partners = couple("pair", "dad", "mum", kind=MARRIED, since="2008")
    return [
        *ended,
        man("jo", born="2016-07-07", subject=True),
        woman("mum", "Nia Rees", "1986"),
        man("dad", "Huw Rees", "1984"),
        pair.put(more=More.NONE),
        *partners,
        *born_to("pair", "lost0", "lost1", "lost2", "lost3", "jo"),
    ]


def groups() -> Records:
    """Three half-siblings whose names aren't known, a brother of unknown parents, and a dog."""
    pet = next(card.id for card in scene().catalog.people.values() if card.animal)
    return [
        man("sam", born="2013-10-10", subject=True),
        man("dad", "Lee Cole", more=More.SOME),
        woman("mum", "Kay Cole"),
        *couple("pair", "dad", "mum"),
        *born_to("pair", "sam"),
        anybody("half", "?").put(stands_for=3, role="half-siblings"),
        *born_to("dad", "half"),
        man("uncle", "Joe", role="mum’s brother"),
        *couple("unknown"),
        *born_to("unknown", "mum", "uncle"),
        anybody("rex", "Rex").put(gender=pet),
        *home("ours", "sam", "mum", "rex"),
    ]


def from_elsewhere() -> Records:
    """A family from two countries in temporary housing, with an interpreter; parental responsibility."""
    kind = next(card.id for card in scene().catalog.rings.values() if "temporary" in card.tag)
    room, *living = home("room", "ola", "jan", "mum", "dad")
    return [
        woman("ola", born="2014-01-20", subject=True),
        man("jan", born="2018-11-02", subject=True),
        woman("mum", "Ewa Nowak", "1990", came_from="Poland, 2012", languages="Polish", interpreter=True),
        man("dad", "Omar Said", "1988", cultures="Somali and British", languages="English, Somali"),
        *couple("pair", "dad", "mum", kind=TOGETHER, since="2013"),
        *born_to("pair", "ola", "jan"),
        room.put(name="Our room", kind=kind, since=When("2026-09")),
        *living,
        *(Responsibility(id=f"m.{key}", holder="mum", child=key, basis=SHARED) for key in ("ola", "jan")),
        Responsibility(id="d.jan", holder="dad", child="jan", basis=SHARED),
    ]


def needs() -> Records:
    """Needs said in words and filled in: now, suspected and past, one who has died among them."""

    def need(axis: str, phase: Phase) -> Theme:
        card = next(card for card in scene().catalog.themes.values() if card.fills == axis)
        return Theme(id=f"{axis}_{phase.value}", card=card.id, part=Part.OWN_NEED, phase=phase, basis=SHARED)

    drink, ill = need("substances", Phase.NOW), need("illness", Phase.SUSPECTED)
    return [
        woman("bea", born="2012-02-02", subject=True, themes=(need("illness", Phase.NOW),)),
        woman("mum", "Ada Finch", "1989", themes=(need("substances", Phase.PAST),)),
        man("dad", "Ned Finch", "1987", themes=(drink, ill), life=Life.DIED, died=When("2022-05-05")),
        *couple("pair", "dad", "mum", kind=MARRIED, since="2010"),
        *born_to("pair", "bea"),
    ]


def before_birth() -> Records:
    """A child who isn't born yet is the one it is about."""
    return [
        anybody("baby", "?").put(life=Life.UNBORN, born=When("2027-02-20"), subject=True),
        woman("mum", "Zoe Hart", "2008-12-01"),
        man("dad", "?", role="baby’s father"),
        *couple("pair", "dad", "mum"),
        *born_to("pair", "baby"),
    ]


def brothers_alone() -> Records:
    """Two brothers, nobody knows whose; no parents are made up for them."""
    return [
        man("ali", born="2010-01-01", subject=True),
        man("reza", born="2012-01-01"),
        *couple("unknown"),
        *born_to("unknown", "ali", "reza"),
    ]


def never_a_couple() -> Records:
    """Parents who were never a couple, family time that is watched, and a couple who are cousins."""
    watched = next(card for card in scene().catalog.bonds.values() if card.arranged and "watch" in card.says)
    kin = next(card for card in scene().catalog.unions.values() if "related" in card.label and not card.legal)
    return [
        man("leo", born="2021-08-09", subject=True),
        woman("mum", "Tara Quinn", "1999"),
        man("dad", "Josh Penn", "1997"),
        *couple("pair", "dad", "mum", kind=_card("unions", "no_couple")),
        *born_to("pair", "leo"),
        Bond(
            id="time",
            a="leo",
            b="dad",
            quality=watched.id,
            arrangement="every other Saturday, 2 hours",
            since=When("2025-03"),
            basis=SHARED,
        ),
        woman("gran", "Rose Quinn", "1975"),
        man("grandad", "Neil Quinn", "1972"),
        *couple("cousins", "grandad", "gran", kind=kin.id, since="1995"),
        *born_to("cousins", "mum"),
    ]


def many_lines() -> Records:
    """S6: control, violence, fear and bail between the same two; who says so, and where it stands."""
    bonds = scene().catalog.bonds
    told = {
        "controls": Basis(told_by="Lisa Carter", standing=Standing.REPORTED),
        "violence": Basis(teller=Teller.AGENCY, standing=Standing.CONVICTED),
        "bail_condition": Basis(teller=Teller.AGENCY, standing=Standing.FOUND),
        "afraid_of": Basis(),
    }
    lines = [
        Bond(id=key, a="darren", b="lisa", quality=bonds[key].id, direction=Direction.FORTH, basis=basis)
        for key, basis in told.items()
    ]
    return [
        man("jay", born="2015-03-03", subject=True),
        woman("lisa", "Lisa Carter", "1988"),
        man("darren", "Darren Doyle", "1985"),
        *couple("pair", "darren", "lisa", kind=PARTED, since="2018"),
        *born_to("pair", "jay"),
        *(line.put(direction=Direction.BACK) if line.id == "afraid_of" else line for line in lines),
        Bond(id="close", a="jay", b="lisa", quality=bonds["close"].id, basis=SHARED),
        Bond(id="worry", a="lisa", b="jay", quality=bonds["protective"].id, direction=Direction.FORTH),
    ]


#: Every family with the page that it is drawn on.
FAMILIES: dict[str, tuple[Callable[[], Records], Page]] = {
    "several-carers": (several_carers, Page()),
    "unknown-father": (unknown_father, Page()),
    "perhaps-his": (perhaps_his, Page()),
    "twins-perhaps-his": (twins_perhaps_his, Page()),
    "three-partners-of-one": (three_partners, Page()),
    "two-homes": (two_homes, Page()),
    "in-black-and-white": (three_partners, Page(paper="A4", profile="simple_uk")),
    "born-together": (born_together, Page()),
    "losses": (losses, Page()),
    "losses-crossed": (losses, Page(losses="cross", inside="born")),
    "groups": (groups, Page()),
    "from-elsewhere": (from_elsewhere, Page()),
    "needs": (needs, Page(profile="full")),
    "before-birth": (before_birth, Page()),
    "never-a-couple": (never_a_couple, Page()),
    "brothers-alone": (brothers_alone, Page()),
    "many-lines": (many_lines, Page()),
}


def composed(name: str) -> Case:
    """Give a family by name."""
    make, page = FAMILIES[name]
    return case_of(*make()).with_(page=page)
