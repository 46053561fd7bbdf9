"""What no sheet gives away unless it was switched on: surnames of foster carers, refuges, addresses."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from genogram_app.family.case import Case
from genogram_app.family.discreet import discreet
from genogram_app.family.seen import drawable
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Quote, Record, Share
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.placements import Placements
from genogram_app.model.ties import Bond, ChildOf, Tie
from genogram_app.studio import publish
from genogram_app.studio.publish import Copy, prepare, view_of
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, couple, home, person
from tests.picture.sheets import scene
from tests.picture.test_family_copy import chunks, plain_text

FOSTER = scene().catalog.by_role("descent", "by_fostering").id
HOME = scene().catalog.by_role("rings", "fostering").id
BIRTH = scene().catalog.by_role("descent", "by_birth").id
BY_LINK, BY_HOME = Placements(links=frozenset({FOSTER})), Placements(homes=frozenset({HOME}))
SURNAME, REFUGE, ADDRESS = "Winterbourne", "Northgate Refuge", "14 Hawthorn Lane"


def family(surname_shown: bool = False, shown: bool | None = None, address_shown: bool = False) -> Case:
    told = Basis(told_by=f"Ann {SURNAME}", share=Share.SHARED)
    quote = Quote(words=f"I like {SURNAME}’s dog", by="Jay", basis=SHARED)
    flat, *stays = home("flat", "ann", "jay")
    refuge, *others = home("refuge", "mum")
    records: list[Record] = [
        person("jay", subject=True, quotes=(quote,)),
        person("mum", basis=told),
        person("ann", f"Ann {SURNAME}", surname_shown=surname_shown, known_as=f"Mrs {SURNAME}"),
        child("jay", "ann", kind=FOSTER),
        child("jay", "mum", kind=BIRTH),
        flat.put(name=f"The {SURNAME} home", address=ADDRESS, address_shown=address_shown),
        refuge.put(name=REFUGE, shown=shown, notes=f"She moved to {REFUGE}, {ADDRESS}"),
        *stays,
        *others,
        Bond(id="bond", a="jay", b="mum", quality=_close(), basis=told, notes=f"seen at {REFUGE}"),
    ]
    case = case_of(*records)
    return case.with_(details=case.details.put(took_part=(f"Ann {SURNAME}",)))


def _close() -> str:
    return scene().catalog.everyday()[0].id


def printed(case: Case, copy: Copy) -> dict[str, str]:
    """Give everything that leaves in a copy: the PDF's text and bytes, and the SVG."""
    made = prepare(scene(), case, view=view_of(scene(), "combined", TODAY, copy))
    pdf, svg = publish._pdf(made), publish._svg(made)
    return {"text": plain_text(pdf), "bytes": " ".join(map(str, chunks(pdf))), "svg": svg.decode()}


@pytest.mark.parametrize("copy", ["case-file", "family"])
@pytest.mark.parametrize("word", [SURNAME, "Northgate", "Refuge", "Hawthorn"])
def test_none_of_it_is_in_a_copy(copy: Copy, word: str) -> None:
    for where, content in printed(family(), copy).items():
        assert word.casefold() not in content.casefold(), where


def test_the_carer_is_there_by_first_name_and_the_home_as_a_safe_place() -> None:
    text = printed(family(), "case-file")["text"]
    assert "Ann" in text
    assert "a safe place" in text


@pytest.mark.parametrize(
    ("switched", "word", "copies"),
    [
        ({"surname_shown": True}, SURNAME, ("case-file", "family")),
        ({"shown": True}, REFUGE, ("case-file", "family")),
        ({"address_shown": True}, ADDRESS, ("case-file",)),
    ],
)
def test_each_is_switched_on_by_hand(switched: dict[str, Any], word: str, copies: tuple[Copy, ...]) -> None:
    for copy in copies:
        assert word in printed(family(**switched), copy)["text"]


def test_an_address_is_in_no_family_copy_and_never_on_the_drawing() -> None:
    case = family(address_shown=True)
    assert ADDRESS not in printed(case, "family")["text"]
    assert ADDRESS not in printed(case, "case-file")["svg"]


def names(*people: Record) -> dict[Id, str]:
    links = [child("jay", each.id, kind=FOSTER) for each in people]
    case = case_of(person("jay", "Jay Close"), *people, *links)
    shown = discreet(case, BY_LINK, "en-GB")
    return {each.id: str(each.name) for each in shown.family.people}


@pytest.mark.parametrize(
    ("told", "drawn"),
    [
        ("Ann Smith", "Ann"),
        ("Mary Jane van der Berg", "Mary"),
        ("Mrs Smith", "Mrs S."),
        ("Mr. Bob Smith", "Mr. S."),
        ("Ann", "Ann"),
        ("Smith, Ann", "Ann"),
        ("Ann and Bob Smith", "Ann and Bob"),
        ("Mr and Mrs Smith", "Mr and Mrs S."),
    ],
)
def test_a_name_without_its_surname(told: str, drawn: str) -> None:
    assert names(person("ann", told))["ann"] == drawn


def names_known_as(*people: Person) -> dict[Id, str]:
    links = [child("jay", each.id, kind=FOSTER) for each in people]
    shown = discreet(case_of(person("jay", "Jay Close"), *people, *links), BY_LINK, "en-GB")
    return {each.id: each.known_as for each in shown.family.people}


@pytest.mark.parametrize(
    ("told", "drawn"),
    [
        ("Nanny Pat", "Nanny Pat"),
        ("Nanny Pat Fielding", "Nanny Pat"),
        ("Modryb Siân", "Modryb Siân"),
        ("Modryb Siân Llywelyn", "Modryb Siân"),
        ("Mam gu Eluned", "Mam gu Eluned"),
        ("Ciocia Ewa", "Ciocia Ewa"),
        ("Ciocia Ewa Kowalska", "Ciocia Ewa"),
        ("Khala Amina", "Khala Amina"),
        ("Nani ji Rukhsana Hussain", "Nani ji Rukhsana"),
        ("Auntie Jo", "Auntie Jo"),
        ("auntie jo fielding", "auntie jo"),
        ("Fielding, Auntie Jo", "Auntie Jo"),
        ("Great auntie Mary-Ann Smith", "Great auntie Mary-Ann"),
        ("Auntie Jo and Uncle Bob Fielding", "Auntie Jo and Uncle Bob"),
        ("Nanny Smith", "Nanny"),
        ("Auntie Fielding", "Auntie F."),
        ("Uncle James", "Uncle J."),
        ("Khala Hussain", "Khala"),
        ("Ciocia Kowalska", "Ciocia"),
        ("Modryb Llywelyn", "Modryb"),
        ("Nanny and Grandad Smith", "Nanny and Grandad"),
        ("Mrs Pat", "Mrs P."),
        ("Miss Jo Fielding", "Miss F."),
        ("Mr Smith and Mrs Jones", "Mr S. and Mrs J."),
        ("Nan", "Nan"),
        ("Nan Pat-Fielding", "Nan"),
    ],
)
def test_what_a_family_calls_somebody_stays_and_a_surname_goes(told: str, drawn: str) -> None:
    """ "Nanny Pat" was "Nanny" and "Auntie Jo" "Auntie J."; of two with titles the first surname stood."""
    assert names(person("ann", told))["ann"] == drawn
    known = names_known_as(person("ann", "Bertha").put(known_as=told))
    assert known["ann"] == drawn


def test_what_is_somebodys_surname_is_no_first_name_behind_auntie() -> None:
    assert names(person("ann", "Auntie Clare"), person("bob", "Bob Clare")) == {
        "jay": "Jay Close",
        "ann": "Auntie C.",
        "bob": "Bob",
    }


def test_the_name_of_whom_the_family_calls_auntie_stays_in_texts() -> None:
    case = household(ann={"name": "Auntie Jo Fielding", "role": "Auntie Jo", "notes": "Jo Fielding’s dog"})
    ann = discreet(case, BY_LINK, "en-GB").family.get(Person, "ann")
    assert (ann.name, ann.role, ann.notes) == ("Auntie Jo", "Auntie Jo", "Jo F.’s dog")


def test_a_child_of_the_same_name_keeps_it() -> None:
    assert names(person("gran", "Rose Close")) == {"jay": "Jay Close", "gran": "Rose"}


def test_a_surname_that_is_a_word_of_ours_changes_no_card() -> None:
    pair = couple("pair", "ann", "bob")
    bond = Bond(id="b", a="jay", b="ann", quality="close", basis=SHARED)
    case = case_of(
        person("jay"),
        person("ann", "Ann Close"),
        person("bob", "Bob Close"),
        *pair,
        bond,
        child("jay", "pair", kind=FOSTER),
    )
    shown = discreet(case, BY_LINK, "en-GB")
    assert shown.family.get(Bond, "b").quality == "close"
    assert [each.name for each in shown.family.people] == ["Ann", "Bob", "Jay"]


def household(**changed: dict[str, Any]) -> Case:
    """Give a child placed with Ann, whose husband and son live with her, and the child's own mother."""
    fields: dict[str, dict[str, Any]] = {
        "ann": {"name": "Ann Fielding"},
        "bob": {"name": "Bob Fielding"},
        "sam": {"name": "Sam Fielding"},
        "flat": {"name": "The Fieldings’ home", "kind": HOME},
    }
    flat, *stays = home("flat", "ann", "bob", "sam", "jay")
    people = [person(key).put(**fields[key] | changed.get(key, {})) for key in ("ann", "bob", "sam")]
    case = case_of(
        person("jay", "Jay Close", subject=True),
        person("mum", "Lisa Close"),
        child("jay", "mum", kind=BIRTH),
        *people,
        *couple("pair", "ann", "bob"),
        child("sam", "pair", kind=BIRTH),
        child("jay", "ann", kind=FOSTER, basis=changed.get("link", {}).get("basis", SHARED)),
        flat.put(**fields["flat"] | changed.get("flat", {})),
        *stays,
    )
    took_part = ("A. Fielding", "Fielding, Ann", "the Fieldings", "Mrs Fielding’s sister", "Fielding-Jones")
    return case.with_(details=case.details.put(took_part=took_part, basis=SHARED))


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({}, "fielding"),
        ({"ann": {"name": "Fielding, Ann"}}, "fielding"),
        ({"ann": {"name": "Ann", "role": "Mrs Fielding, foster carer"}}, "fielding"),
        ({"ann": {"name": "Ann", "known_as": "Ann Fielding"}}, "fielding"),
        ({"sam": {"name": "Fielding"}}, "fielding"),
        ({"ann": {"name": "Ann Hale-Fielding"}}, "fielding"),
        ({"ann": {"name": "Ann Kowalska"}, "flat": {"name": "u Kowalskich"}}, "kowalsk"),
        ({"ann": {"name": "Ann Petrova"}, "flat": {"name": "the Petrovs"}}, "petrov"),
        ({"ann": {"name": "Ann Jones"}, "flat": {"name": "The Joneses"}}, "jones"),
        ({"ann": {"name": "Ann O’Brien"}, "flat": {"name": "The O'Briens' home"}}, "brien"),
        ({"link": {"basis": PRIVATE}}, "fielding"),
    ],
)
@pytest.mark.parametrize("copy", ["case-file", "family"])
def test_a_foster_home_s_surname_is_in_no_form_on_any_copy(
    changed: dict[str, dict[str, Any]], word: str, copy: Copy
) -> None:
    for where, content in printed(household(**changed), copy).items():
        assert word not in content.casefold(), where


PLACED = sorted(card.id for card in scene().catalog.descent.values() if card.placement)
HOMES = sorted(card.id for card in scene().catalog.rings.values() if card.placement)


NOT_KNOWN = [("host_family", ""), (BIRTH, "host_home"), ("host_family", "host_home")]


def _of_unknown_kinds(link: str, ring: str) -> Case:
    flat, *stays = home("flat", "ann", "jay")
    return case_of(
        person("jay", subject=True),
        person("ann", f"Ann {SURNAME}"),
        child("jay", "ann", kind=link) if link != BIRTH else person("mum"),
        flat.put(name=f"The {SURNAME} family", kind=ring),
        *stays,
    )


@pytest.mark.parametrize(("link", "ring"), NOT_KNOWN)
def test_a_kind_that_this_copy_does_not_know_may_be_a_placement(link: str, ring: str) -> None:
    """A card of somebody's own that isn't there, or has a slip in it, keeps no surname off by itself."""
    for where, said in printed(_of_unknown_kinds(link, ring), "family").items():
        assert "Ann" in said or where == "bytes"
        assert SURNAME not in said, where


@pytest.mark.parametrize(("link", "ring"), NOT_KNOWN)
def test_the_worker_loses_no_name_for_a_kind_that_this_copy_does_not_know(link: str, ring: str) -> None:
    """Of a mother by a kind of line that came from elsewhere, an initial stood on the case file copy."""
    assert f"Ann {SURNAME}" in printed(_of_unknown_kinds(link, ring), "case-file")["text"]


SERVICES = sorted(card.id for card in scene().catalog.agencies.values() if card.placement)


@pytest.mark.parametrize("copy", get_args(Copy))
@pytest.mark.parametrize("kind", [*SERVICES, "", PLACED[0]])
def test_a_home_that_is_put_on_the_sheet_as_a_service_is_named_as_a_home_is(kind: str, copy: Copy) -> None:
    linked = kind == PLACED[0]
    elm = Agency(id="elm", name="Elmhurst House", kind="" if linked else kind, basis=SHARED)
    tie = Tie(id="tie", a="elm", b="jay", basis=SHARED)
    more = [child("jay", "elm", kind=kind)] if linked else [tie]
    jay = person("jay", "Jay Close", subject=True, notes="likes Elmhurst House")
    hidden = kind != ""
    for where, content in printed(case_of(jay, elm, *more), copy).items():
        assert ("elmhurst" in content.casefold()) != hidden or where == "bytes", where
    assert "Elmhurst House" in printed(case_of(jay, elm.put(shown=True), *more), copy)["text"]


def test_a_carer_of_any_placement_not_by_family_counts() -> None:
    catalog = scene().catalog
    roles = {"by_fostering", "by_private_fostering"}
    family = {"by_birth", "by_adoption", "by_kin", "by_special_guardianship", "by_child_arrangements"}
    assert {catalog.by_role("descent", role).id for role in roles} <= {*PLACED}
    assert not {catalog.by_role("descent", role).id for role in family} & {*PLACED}
    assert HOME in HOMES
    assert {card for card in (*catalog.descent, "") if card in catalog.perhaps_placements.links} == {*PLACED}
    assert {card for card in (*catalog.rings, "") if card in catalog.perhaps_placements.homes} == {*HOMES}
    assert (catalog.placements.links, catalog.placements.homes) == ({*PLACED}, {*HOMES})


@pytest.mark.parametrize("copy", ["case-file", "family"])
@pytest.mark.parametrize("kind", PLACED)
def test_with_whom_a_child_is_placed_is_drawn_without_a_surname(kind: str, copy: Copy) -> None:
    case = case_of(
        person("jay", "Jay Close", subject=True, notes="likes the Fieldings", basis=SHARED),
        person("ann", "Ann Fielding"),
        child("jay", "ann", kind=kind),
    )
    for where, content in printed(case, copy).items():
        assert "fielding" not in content.casefold(), where
    assert "Ann" in printed(case, copy)["text"]


@pytest.mark.parametrize("kind", HOMES)
def test_who_else_lives_where_a_child_is_placed_is_drawn_without_a_surname(kind: str) -> None:
    flat, *stays = home("flat", "ann", "jay")
    case = case_of(
        person("jay", "Jay Close", subject=True), person("ann", "Ann Fielding"), flat.put(kind=kind), *stays
    )
    text = printed(case, "case-file")["text"]
    assert "Ann" in text
    assert "Fielding" not in text


@pytest.mark.parametrize("copy", ["case-file", "family"])
@pytest.mark.parametrize("kind", HOMES)
def test_the_name_of_where_a_child_is_placed_finds_the_place_and_is_whole_only_if_switched_on(
    kind: str, copy: Copy
) -> None:
    flat, *stays = home("flat", "jay")
    elm = flat.put(kind=kind, name="Elmhurst House", basis=SHARED)
    case = case_of(person("jay", "Jay Close", subject=True, basis=SHARED), elm, *stays)
    for where, content in printed(case, copy).items():
        assert "elmhurst" not in content.casefold(), where
    assert "E. H." in printed(case, copy)["text"]
    assert "Elmhurst House" in printed(case.changed(put=[elm.put(shown=True)]), copy)["text"]


def _told(words: str, *people: Person) -> Case:
    """Give what the family's view says of a child's words, where some bear a carer's surname."""
    told = person("jay", "Jay Close", notes=words)
    carer = person("ann", "Ann Fielding-James")
    case = case_of(told, carer, *people, child("jay", "ann", kind=FOSTER))
    return discreet(case, BY_LINK, "en-GB")


def test_a_carers_surname_that_somebody_else_bears_too_is_masked_in_texts_and_not_on_them() -> None:
    tom, gp = person("tom", "Tom Fielding"), person("gp", "Dr Fielding", known_as="Fielding")
    shown = _told("Fielding’s dog, the Fieldings, Ann Fielding and Tom Fielding’s cat", tom, gp)
    notes = shown.family.get(Person, "jay").notes
    assert notes == "F.’s dog, the F., Ann F. and Tom Fielding’s cat"
    assert shown.family.get(Person, "tom") == tom
    assert shown.family.get(Person, "gp") == gp


def test_a_carers_surname_that_is_somebodys_first_name_is_masked_where_it_is_a_surname() -> None:
    shown = _told("James ran to Mrs James and Ann James; James’s shoes", person("jim", "James Close"))
    assert shown.family.get(Person, "jay").notes == "James ran to Mrs J. and Ann J.; James’s shoes"
    assert str(shown.family.get(Person, "jim").name) == "James Close"


@pytest.mark.parametrize("homes", [frozenset(), frozenset({HOME})])
def test_a_placed_child_and_the_family_keep_their_names(homes: frozenset[str]) -> None:
    case = household(flat={"kind": HOME})
    shown = discreet(case, Placements(BY_LINK.links, homes), "en-GB")
    names = {each.id: str(each.name) for each in shown.family.people}
    assert names == {"jay": "Jay Close", "mum": "Lisa Close", "ann": "Ann", "bob": "Bob", "sam": "Sam"}


def test_a_surname_switched_on_for_one_of_a_home_stands_for_all() -> None:
    text = printed(household(ann={"name": "Ann Fielding", "surname_shown": True}), "family")["text"]
    assert "Bob Fielding" in text
    assert "The Fieldings’ home" in text


def test_a_mother_placed_with_her_baby_keeps_her_name() -> None:
    flat, *stays = home("flat", "mum", "jay", "ann")
    case = case_of(
        person("jay", "Jay Close", subject=True),
        person("mum", "Lisa Moor"),
        person("ann", "Ann Fielding"),
        child("jay", "mum", kind=BIRTH),
        flat.put(kind=HOME),
        *stays,
    )
    shown = discreet(case, BY_HOME, "en-GB")
    assert [each.name for each in shown.family.people] == ["Ann", "Jay Close", "Lisa Moor"]


def test_a_word_between_two_first_names_is_masked_nowhere() -> None:
    case = case_of(
        person("jay", "Jay Close", notes="dogs and cats in a van"),
        person("ann", "Ann and Bob van Dyke"),
        child("jay", "ann", kind=FOSTER),
    )
    shown = discreet(case, BY_LINK, "en-GB")
    assert shown.family.get(Person, "jay").notes == "dogs and cats in a van"


def test_a_family_without_any_of_it_is_the_very_same() -> None:
    case = case_of(person("jay"), person("ann"), child("jay", "ann", kind=FOSTER), *home("flat", "jay"))
    assert drawable(case, view_of(scene(), "combined", TODAY, "case-file")) is case


def test_what_is_hidden_stays_in_the_file() -> None:
    case = family()
    printed(case, "case-file")
    assert case.family.get(Household, "refuge").name == REFUGE


@pytest.mark.parametrize("copy", ["case-file", "family"])
@pytest.mark.parametrize("kept", ["the homes", "where they are", "who fosters"])
def test_what_the_reader_is_not_told_is_masked_all_the_same(copy: Copy, kept: str) -> None:
    """A home's address, or that somebody fosters, needn't be shared for a shared text to hold it."""
    case = family()
    told = Quote(words=f"We live at {ADDRESS} with {SURNAME}s, mum at {REFUGE}", by="Jay", basis=SHARED)
    records: list[Record] = [case.family.get(Person, "jay").put(quotes=(told,))]
    homes = case.family.households
    if kept == "the homes":
        records += [each.put(basis=PRIVATE) for each in homes]
    elif kept == "where they are":
        records += [each.tell(PRIVATE, address=each.address, name=each.name) for each in homes]
    else:
        records += [each.put(basis=PRIVATE) for each in case.family.edges(ChildOf)]
    for where, content in printed(case.changed(put=records), copy).items():
        for word in (SURNAME, "Northgate", "Hawthorn"):
            assert word.casefold() not in content.casefold(), where


def test_a_refuge_of_tomorrow_is_masked_today() -> None:
    case = family()
    told = Quote(words=f"mum is going to {REFUGE}", by="Jay", basis=SHARED)
    home = case.family.get(Household, "refuge").put(since=When("2026-12-24"))
    case = case.changed(put=[case.family.get(Person, "jay").put(quotes=(told,)), home])
    for copy in ("case-file", "family"):
        assert "Northgate" not in printed(case, copy)["text"]


@pytest.mark.parametrize("copy", ["case-file", "family"])
@pytest.mark.parametrize("kind", HOMES)
@pytest.mark.parametrize("until", [None, When("2021")])
def test_a_home_without_a_known_carer_is_named_without_a_surname(
    kind: str, until: When | None, copy: Copy
) -> None:
    flat, *stays = home("flat", "jay")
    case = case_of(
        person("jay", "Jay Close", subject=True, notes="Jane Smith-Pugh’s dog; the Pughs", basis=SHARED),
        flat.put(name="The Smith-Pugh family", kind=kind, until=until),
        *stays,
    )
    made = printed(case, copy)
    assert "The S. family" in made["text"]
    for where, content in made.items():
        assert "pugh" not in content.casefold(), where


def test_a_home_s_name_stays_where_it_was_switched_on() -> None:
    flat, *stays = home("flat", "jay")
    flat = flat.put(name="The Smith-Pugh family", kind=HOME, shown=True)
    case = case_of(person("jay", "Jay Close", subject=True), flat, *stays)
    assert "The Smith-Pugh family" in printed(case, "case-file")["text"]


def test_a_home_s_surname_that_is_somebodys_first_name_leaves_them_theirs_in_texts() -> None:
    flat, *stays = home("flat", "jay")
    jay = person("jay", "Jay Close", notes="James ran to Mrs James")
    flat = flat.put(name="The James family", kind=HOME)
    shown = discreet(case_of(jay, person("jim", "James Close"), flat, *stays), BY_HOME, "en-GB")
    assert shown.family.get(Household, "flat").name == "The J. family"
    assert shown.family.get(Person, "jay").notes == "James ran to Mrs J."
