"""Who somebody is to the child, as families say it."""

from __future__ import annotations

import pytest

from genogram_app.catalog.load import load
from genogram_app.model.base import Record
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import ChildOf
from genogram_app.practice.calling import kin_word
from genogram_app.practice.question import Look
from genogram_app.words import words_in
from tests.builders import TODAY, case_of, child, couple, person

CARDS = load()
MAN, WOMAN = (CARDS.by_role("people", role).id for role in ("man", "woman"))


def of(who: str, parent: str, role: str = "by_birth") -> ChildOf:
    return child(who, parent, kind=CARDS.by_role("descent", role).id)


def woman(key: str) -> Person:
    return person(key, key.title(), gender=WOMAN)


def man(key: str) -> Person:
    return person(key, key.title(), gender=MAN)


DIVORCED = next(card for card in CARDS.unions.values() if card.stage == "ended" and not card.role)

#: Jay, his mother Lisa and her family up to a great-grandmother and down to a cousin's son.
FAMILY: list[Record] = [
    person("jay", "Jay Carter", gender=MAN, subject=True),
    *map(woman, ("lisa", "sheila", "edna", "carol", "mia", "gemma", "dot")),
    *map(man, ("darren", "ron", "bert", "tom", "ollie", "pete", "len", "kit", "alf")),
    person("sam", "Sam"),
    *couple("parents", "lisa", "darren"),
    *couple("grans", "sheila", "ron"),
    *couple("greats", "edna", "bert"),
    *couple("aunts", "carol", "len"),
    *couple("now", "lisa", "pete"),
    of("jay", "parents"),
    of("mia", "parents"),
    of("lisa", "grans"),
    of("carol", "grans"),
    of("sheila", "greats"),
    of("dot", "greats"),
    of("kit", "dot"),
    of("tom", "aunts"),
    of("ollie", "tom"),
    of("gemma", "now"),
    of("sam", "mia"),
    of("alf", "pete"),
    of("jay", "len", "by_fostering"),
]


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("jay", ""),
        ("lisa", "mum"),
        ("darren", "dad"),
        ("sheila", "gran (mum’s mum)"),
        ("ron", "grandad (mum’s dad)"),
        ("edna", "great-gran"),
        ("bert", "great-grandad"),
        ("carol", "aunt (mum’s sister)"),
        ("tom", "cousin (mum’s side)"),
        ("ollie", "cousin’s son"),
        ("dot", "great-aunt"),
        ("kit", "mum’s cousin"),
        ("mia", "sister"),
        ("gemma", "half-sister"),
        ("sam", "niece or nephew"),
        ("pete", "Alf’s father"),  # nobody has said what he and mum are to each other
        ("len", "foster carer"),
        ("alf", "Pete’s son"),
    ],
)
def test_kin_is_said_as_families_do(who: str, says: str) -> None:
    assert said(who, *FAMILY) == says


def said(who: str, *records: Record) -> str:
    look = Look(case_of(*records), TODAY, CARDS, words_in())
    return kin_word(look, look.family.get(Person, who))


def test_to_some_of_the_children_only_it_is_said_to_whom() -> None:
    both = person("kai", "Kai Brown", gender=MAN, subject=True)
    assert said("sheila", *FAMILY, both, of("kai", "now")) == "gran (mum’s mum)"
    assert said("darren", *FAMILY, both, of("kai", "now")) == "Jay’s dad"
    assert said("pete", *FAMILY, both, of("kai", "now")) == "Kai’s dad"


def test_the_nearer_of_two_ways_is_said() -> None:
    """The cousins Tom and Lisa have a child: Ron is Jay's grandfather, though also a great-grandfather."""
    (links, edges), rest = [of("jay", "mixed"), couple("mixed", "lisa", "tom")], FAMILY
    others = [
        record for record in rest if getattr(record, "id", "") not in ("jay.of.parents", "ollie.of.tom")
    ]
    assert said("ron", *others, links, *edges) == "grandad (mum’s dad)"
    assert said("carol", *others, links, *edges) == "gran (dad’s mum)"


def test_a_family_in_a_ring_is_said_too() -> None:
    jay = person("jay", "Jay", subject=True)
    assert said("a", jay, woman("a"), woman("b"), of("jay", "a"), of("a", "b"), of("b", "a")) == "mum"


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (CARDS.by_role("unions", "marriage").id, "dad’s partner"),
        (DIVORCED.id, "dad’s former partner"),
        (CARDS.by_role("unions", "ended_by_a_death").id, "dad’s partner"),
        (CARDS.by_role("unions", "no_couple").id, ""),
        (CARDS.by_role("unions", "housemates").id, ""),
    ],
)
def test_a_partner_of_once_is_not_said_to_be_one_now(kind: str, says: str) -> None:
    family = [*FAMILY, woman("donna"), *couple("then", "darren", "donna", kind=kind)]
    assert said("donna", *family) == says


def test_who_has_died_is_a_late_partner() -> None:
    married = CARDS.by_role("unions", "marriage").id
    donna = person("donna", "Donna", gender=WOMAN, life=Life.DIED)
    family = [*FAMILY, donna, *couple("then", "darren", "donna", kind=married)]
    assert said("donna", *family) == "dad’s late partner"


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("disputed", "said to be the dad (disputed)"),
        ("presumed", "thought to be the dad"),
        ("by_donation", "donor"),
        ("by_marriage_of_a_parent", "step-dad"),
        ("by_adoption", "adoptive dad"),
        ("by_kin", "carer"),
    ],
)
def test_nobody_is_a_carer_who_only_has_a_line(role: str, says: str) -> None:
    jay = person("jay", "Jay", gender=MAN, subject=True)
    records = [jay, woman("lisa"), man("piotr"), of("jay", "lisa"), of("jay", "piotr", role)]
    assert said("piotr", *records) == says
    kai = person("kai", "Kai", subject=True)
    doubted = role in ("disputed", "presumed")
    assert said("piotr", *records, kai) == (f"{says} of Jay" if doubted else f"Jay’s {says}")


def test_the_surrogate_carried_the_child_and_is_not_its_mum() -> None:
    jay = person("jay", "Jay", gender=MAN, subject=True)
    sara = of("jay", "sara", "by_surrogacy")
    records = [jay, woman("lisa"), woman("sara"), of("jay", "lisa"), sara]
    assert said("sara", *records) == "surrogate mother, carried the child"
    assert said("lisa", *records) == "mum"


def test_a_line_that_nobody_has_told_makes_nobody_a_carer() -> None:
    jay = person("jay", "Jay", subject=True)
    assert said("piotr", jay, man("piotr"), child("jay", "piotr", kind="?")) == "parent or carer"


@pytest.mark.parametrize("role", ["disputed", "presumed"])
def test_a_doubt_on_a_couple_s_line_is_about_the_father_alone(role: str) -> None:
    """The mother was her child's carer, and her own mother nobody."""
    jay = person("jay", "Jay", gender=MAN, subject=True)
    people = [jay, woman("lisa"), man("piotr"), woman("sheila")]
    family = [*people, *couple("pair", "lisa", "piotr"), of("jay", "pair", role), of("lisa", "sheila")]
    assert said("lisa", *family) == "mum"
    assert said("sheila", *family) == "gran (mum’s mum)"
    assert said("piotr", *family).endswith("(disputed)" if role == "disputed" else "the dad")


def test_parents_who_had_a_donor_s_help_are_mum_and_dad() -> None:
    jay = person("jay", "Jay", gender=MAN, subject=True)
    family = [jay, woman("lisa"), man("piotr"), *couple("pair", "lisa", "piotr")]
    for role in ("by_donation", "by_surrogacy"):
        told = [*family, of("jay", "pair", role)]
        assert (said("lisa", *told), said("piotr", *told)) == ("mum", "dad")
