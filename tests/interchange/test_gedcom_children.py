"""Children: by birth, adoption, fostering or otherwise; both sides of every link."""

from __future__ import annotations

import pytest

from genogram_app.family import kinship
from genogram_app.interchange.gedcom import Brought
from genogram_app.interchange.report import Outcome
from genogram_app.model.base import Standing
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf
from tests.interchange.given import links, person, read, told, written

PARENTS = (
    *("0 @I1@ INDI", "1 NAME Mum /Ray/", "1 FAMS @F1@"),
    *("0 @I2@ INDI", "1 NAME Dad /Ray/", "1 FAMS @F1@"),
)
FAMILY = ("0 @F1@ FAM", "1 HUSB @I2@", "1 WIFE @I1@", "1 CHIL @I3@")
BOTH = "Dad Ray + Mum Ray"


def kid(*lines: str, family: tuple[str, ...] = FAMILY) -> Brought:
    return read(written(*PARENTS, "0 @I3@ INDI", "1 NAME Kid /Ray/", *lines, *family))


def test_a_link_without_a_kind_is_a_birth_and_to_be_checked() -> None:
    brought = kid("1 FAMC @F1@")
    assert links(brought.case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert any(
        "isn't recorded; drawn as born to them. At line 11 (Kid Ray)." in line
        for line in told(brought, Outcome.ASSUMED)
    )


def test_kinds_in_either_case() -> None:
    assert links(kid("1 FAMC @F1@", "2 PEDI birth").case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert links(kid("1 FAMC @F1@", "2 PEDI FOSTER").case) == {("Kid Ray", BOTH, "FOSTER", "")}
    assert links(kid("1 FAMC @F1@", "2 PEDI adopted").case) == {("Kid Ray", BOTH, "ADOPTED", "")}


def test_a_kind_without_a_card_is_kept_drawn_as_unknown_and_told() -> None:
    brought = kid("1 FAMC @F1@", "2 PEDI step")
    (link,) = brought.case.family.edges(ChildOf)
    assert (link.kind, link.notes) == ("step", "Step")
    assert any("“Step”, which has no symbol" in line for line in told(brought, Outcome.ASSUMED))


def test_an_adoption_dates_the_link() -> None:
    adoption = ["1 ADOP", "2 DATE 16 MAR 1864", "2 PLAC Leeds", "2 FAMC @F1@", "3 ADOP BOTH"]
    brought = kid("1 FAMC @F1@", *adoption)
    assert links(brought.case) == {("Kid Ray", BOTH, "ADOPTED", "1864-03-16")}
    assert person(brought, "Kid Ray").notes == "Adopted: 16 Mar 1864, Leeds, by both partners"


def test_an_adoption_that_names_no_family_belongs_to_the_only_adoptive_one() -> None:
    brought = kid("1 FAMC @F1@", "2 PEDI adopted", "1 ADOP", "2 DATE 1864")
    assert links(brought.case) == {("Kid Ray", BOTH, "ADOPTED", "1864")}


ALONE = "adopted by one partner alone, and how they belong to the other isn't recorded; drawn as "
BY_DAD = ("1 ADOP", "2 DATE 1864", "2 FAMC @F1@", "3 ADOP HUSB")
BORN_TO_OTHERS = (
    *("0 @I4@ INDI", "1 NAME Fay /Hill/", "1 FAMS @F2@", "0 @I5@ INDI", "1 NAME Sam /Hill/", "1 FAMS @F2@"),
    *("0 @F2@ FAM", "1 HUSB @I5@", "1 WIFE @I4@", "1 CHIL @I3@"),
)


def test_an_adoption_by_one_partner_leaves_the_other_a_parent_by_birth_and_tells_that_it_is_a_guess() -> None:
    brought = kid("1 FAMC @F1@", *BY_DAD)
    assert links(brought.case) == {
        ("Kid Ray", "Dad Ray", "ADOPTED", "1864"),
        ("Kid Ray", "Mum Ray", "BIRTH", ""),
    }
    assert any(
        f"{ALONE}born to them. At line 11 (Kid Ray)" in line for line in told(brought, Outcome.ASSUMED)
    )


@pytest.mark.parametrize("pedigree", [("2 PEDI adopted",), ()])
@pytest.mark.parametrize(
    ("by", "one", "other"), [("HUSB", "Dad Ray", "Mum Ray"), ("WIFE", "Mum Ray", "Dad Ray")]
)
def test_the_partner_of_an_adopter_is_no_birth_parent_beside_the_birth_family(
    pedigree: tuple[str, ...], by: str, one: str, other: str
) -> None:
    lines = ("1 ADOP", "2 FAMC @F1@", f"3 ADOP {by}", "1 FAMC @F1@", *pedigree, "1 FAMC @F2@", "2 PEDI birth")
    brought = kid(*lines, family=(*FAMILY, *BORN_TO_OTHERS))
    assert links(brought.case) == {
        ("Kid Ray", one, "ADOPTED", ""),
        ("Kid Ray", other, "UNKNOWN", ""),
        ("Kid Ray", "Sam Hill + Fay Hill", "BIRTH", ""),
    }
    assert any(f"{ALONE}a tie that isn't known." in line for line in told(brought, Outcome.ASSUMED))


def test_the_partner_of_an_adopter_is_not_born_to_where_the_file_says_adopted() -> None:
    brought = kid("1 FAMC @F1@", "2 PEDI adopted", *BY_DAD)
    assert ("Kid Ray", "Mum Ray", "UNKNOWN", "") in links(brought.case)
    assert any(ALONE in line for line in told(brought, Outcome.ASSUMED))


CONTRADICTED = "but the same file tells of an adoption too; drawn as "


@pytest.mark.parametrize(
    ("called", "by", "drawn", "how"),
    [
        ("foster", "BOTH", {("Kid Ray", BOTH, "FOSTER", "")}, "it is called. At line 11 (Kid Ray)."),
        ("birth", "BOTH", {("Kid Ray", BOTH, "UNKNOWN", "")}, "a tie that isn't known."),
        (
            "birth",
            "WIFE",
            {("Kid Ray", "Dad Ray", "BIRTH", ""), ("Kid Ray", "Mum Ray", "ADOPTED", "2018")},
            "adopted by the one who adopted, and born to the other.",
        ),
    ],
)
def test_an_adoption_by_those_to_whom_a_child_belongs_otherwise_is_told(
    called: str, by: str, drawn: set[tuple[str, ...]], how: str
) -> None:
    adoption = ("1 ADOP", "2 DATE 2018", "2 FAMC @F1@", f"3 ADOP {by}")
    brought = kid("1 FAMC @F1@", f"2 PEDI {called}", *adoption)
    assert links(brought.case) == drawn
    assert "2018" in str(person(brought, "Kid Ray").notes)
    (said,) = [line for line in told(brought, Outcome.ASSUMED) if CONTRADICTED in line]
    assert f"“{called.capitalize()}”" in said
    assert how in said


def test_who_was_fostered_and_then_adopted_by_the_same_is_both_without_a_question() -> None:
    lines = ("1 FAMC @F1@", "2 PEDI foster", "1 FAMC @F1@", "2 PEDI adopted")
    brought = kid(*lines, "1 ADOP", "2 DATE 2018", "2 FAMC @F1@", "3 ADOP BOTH")
    assert links(brought.case) == {("Kid Ray", BOTH, "FOSTER", ""), ("Kid Ray", BOTH, "ADOPTED", "2018")}
    assert not any(CONTRADICTED in line for line in told(brought, Outcome.ASSUMED))


def test_a_partner_without_a_name_is_told_by_their_mark() -> None:
    people = ("0 @I1@ INDI", "1 NAME", "0 @I2@ INDI", "1 NAME Dad /Ray/")
    brought = read(written(*people, "0 @F1@ FAM", "1 HUSB @I2@", "1 WIFE @I1@"))
    assert any("(Dad Ray and @I1@)" in line for line in told(brought, Outcome.ASSUMED))


def test_a_step_parents_adoption_leaves_the_mother_to_her_own_family_with_the_child() -> None:
    before = ("0 @I4@ INDI", "1 NAME Sam /Hill/", "1 FAMS @F2@")
    family = (*before, "0 @F2@ FAM", "1 HUSB @I4@", "1 WIFE @I1@", "1 CHIL @I3@")
    brought = kid("1 FAMC @F1@", *BY_DAD, "1 FAMC @F2@", "2 PEDI birth", family=(*FAMILY, *family))
    assert links(brought.case) == {
        ("Kid Ray", "Dad Ray", "ADOPTED", "1864"),
        ("Kid Ray", "Sam Hill + Mum Ray", "BIRTH", ""),
    }
    assert any(f"{ALONE}their other family says" in line for line in told(brought, Outcome.ASSUMED))


def test_each_parent_apart_as_family_tree_maker_writes_it() -> None:
    each = (*FAMILY, "2 _FREL Adopted", "2 _MREL Natural")
    assert links(kid("1 FAMC @F1@", family=each).case) == {
        ("Kid Ray", "Dad Ray", "ADOPTED", ""),
        ("Kid Ray", "Mum Ray", "BIRTH", ""),
    }
    alike = (*FAMILY, "2 _FREL Natural", "2 _MREL Natural")
    brought = kid("1 FAMC @F1@", family=alike)
    assert links(brought.case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert not any("drawn as born" in line for line in told(brought, Outcome.ASSUMED))


def test_several_sets_of_parents_at_once() -> None:
    other = ("0 @I4@ INDI", "1 NAME Fay /Hill/", "1 FAMS @F2@", "0 @F2@ FAM", "1 WIFE @I4@", "1 CHIL @I3@")
    brought = kid("1 FAMC @F1@", "1 FAMC @F2@", "2 PEDI foster", "2 NOTE Since May", family=(*FAMILY, *other))
    assert links(brought.case) == {("Kid Ray", BOTH, "BIRTH", ""), ("Kid Ray", "Fay Hill", "FOSTER", "")}
    assert {link.notes for link in brought.case.family.edges(ChildOf)} == {"", "Since May"}


def test_a_challenged_link_is_disputed_and_a_disproven_one_isnt_drawn() -> None:
    (link,) = kid("1 FAMC @F1@", "2 STAT challenged").case.family.edges(ChildOf)
    assert link.basis.standing is Standing.DISPUTED
    assert link.kind == "descent:CHALLENGED"
    fostered = kid("1 FAMC @F1@", "2 PEDI foster", "2 STAT challenged").case.family.edges(ChildOf)
    assert [each.kind for each in fostered] == ["descent:FOSTER"]
    brought = kid("1 FAMC @F1@", "2 STAT disproven")
    assert links(brought.case) == set()
    assert any("doesn't belong to these parents" in line for line in told(brought, Outcome.ASSUMED))


def test_a_link_on_one_side_only_is_kept_and_told() -> None:
    only_family = kid()
    assert links(only_family.case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert any("one side only" in line and "Kid Ray" in line for line in told(only_family, Outcome.MENDED))
    only_child = kid("1 FAMC @F1@", family=FAMILY[:-1])
    assert links(only_child.case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert any("Kid Ray: FAMC @F1@" in line for line in told(only_child, Outcome.MENDED))


def test_children_stand_by_birth_and_the_files_order_tells_where_one_without_a_date_stands() -> None:
    youngest_first = [
        *("0 @F1@ FAM", "1 HUSB @I1@", "1 CHIL @I3@", "1 CHIL @I4@", "1 CHIL @I5@", "1 CHIL @I2@"),
        *("0 @I1@ INDI", "1 NAME Dad", "1 FAMS @F1@"),
        *("0 @I2@ INDI", "1 NAME Old", "1 BIRT", "2 DATE ABT 1990", "1 FAMC @F1@"),
        *("0 @I3@ INDI", "1 NAME New", "1 BIRT", "2 DATE 2010", "1 FAMC @F1@"),
        *("0 @I4@ INDI", "1 NAME Undated", "1 FAMC @F1@"),
        *("0 @I5@ INDI", "1 NAME Mid", "1 BIRT", "2 DATE 2000", "1 FAMC @F1@"),
    ]
    family = read(written(*youngest_first)).case.family
    down = kinship.links_down(family, family.unions[0].id)
    names = [family.get(Person, link.child).name for link in down]
    assert names == ["Old", "Undated", "Mid", "New"]


def test_without_dates_children_keep_the_files_order() -> None:
    alike = [
        *("0 @F1@ FAM", "1 HUSB @I1@", "1 CHIL @I4@", "1 CHIL @I2@", "1 CHIL @I3@"),
        *("0 @I1@ INDI", "1 NAME Dad", "1 FAMS @F1@"),
        *(line for i in (2, 3, 4) for line in (f"0 @I{i}@ INDI", f"1 NAME Kid{i}", "1 FAMC @F1@")),
    ]
    family = read(written(*alike)).case.family
    down = kinship.links_down(family, family.unions[0].id)
    assert [family.get(Person, link.child).name for link in down] == ["Kid4", "Kid2", "Kid3"]


def test_the_family_that_only_a_birth_or_an_adoption_names() -> None:
    bare = FAMILY[:-1]
    assert links(kid("1 BIRT", "2 FAMC @F1@", family=bare).case) == {("Kid Ray", BOTH, "BIRTH", "")}
    assert links(kid("1 ADOP", "2 FAMC @F1@", family=bare).case) == {("Kid Ray", BOTH, "ADOPTED", "")}
