"""Who live together stand near one another, though no line leads from one to the other."""

from __future__ import annotations

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.lay_out import lay_out
from tests.layout.families import OPTIONS, carter, children, extents_of, home, person, union


def lodging(*at_home: str) -> FamilyGraph:
    """Give two couples with children, and somebody who is nobody's kin; who lives together."""
    people = [
        *(person(key, "woman", born) for key, born in (("gran", "1950"), ("mum", "1980"), ("aunt", "1985"))),
        *(person(key, "man", born) for key, born in (("dad", "1979"), ("uncle", "1984"), ("jay", "2012"))),
        person("mia", "woman", "2014"),
        person("cousin", "man", "2013"),
        person("nan", "woman", "1955"),
    ]
    couples = [*union("u", "dad", "mum"), *union("v", "uncle", "aunt")]
    links = [*children("gran", "mum", "aunt"), *children("u", "jay", "mia"), *children("v", "cousin")]
    return FamilyGraph.of([*people, *couples, *links, *(home("h1", *at_home) if at_home else ())])


def test_somebody_without_kin_stands_over_the_child_who_lives_with_them() -> None:
    for child in ("jay", "cousin"):
        family = lodging("nan", child)
        places = lay_out(family, "genogram", extents_of(family), {}, OPTIONS).places
        assert abs(places["nan"][0] - places[child][0]) < 40


def test_a_home_draws_nobody_who_is_joined_to_the_eldest_there_by_lines() -> None:
    assert kin_of(lodging(), OPTIONS).draws == ()
    assert kin_of(lodging("dad", "mum", "jay"), OPTIONS).draws == ()
    cared = kin_of(carter(), OPTIONS)
    assert cared.draws == cared.cares
    (drawn,) = kin_of(lodging("gran", "mum", "mia", "cousin"), OPTIONS).draws
    assert [kin_of(lodging(), OPTIONS).ids[who] for who in drawn.children] == ["cousin"]
    assert kin_of(lodging("gran", "dad", "mum", "jay"), OPTIONS).draws == ()
