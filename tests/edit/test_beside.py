"""What can't be seen is kept beside what is written over it; carers are added besides parents."""

from __future__ import annotations

from genogram_app.edit.beside import write
from genogram_app.edit.carers import add_carers
from genogram_app.family import kinship
from genogram_app.model.base import Said, Share
from genogram_app.model.person import Person
from tests.builders import KINDS, PRIVATE, case_of, child, couple, person, stamp


def hidden_name() -> Person:
    """Make somebody whom the family sees, but not what they are known as."""
    known = person("jay", "Jay", known_as="Jaybird")
    return known.put(said=(Said(about="known_as", basis=PRIVATE),))


def test_the_family_writes_over_nothing_that_it_cannot_see() -> None:
    after = write(case_of(hidden_name()), stamp(), "jay", known_as="J").case.family.get(Person, "jay")
    assert after.known_as == "J"
    assert after.basis_of("known_as").shared
    assert [(account.value, account.basis) for account in after.accounts] == [("Jaybird", PRIVATE)]


def test_typing_on_keeps_it_once() -> None:
    case = write(case_of(hidden_name()), stamp(), "jay", merge="m", known_as="J").case
    after = write(case, stamp(), "jay", merge="m", known_as="Jo").case.family.get(Person, "jay")
    assert len(after.accounts) == 1


def test_the_worker_corrects_and_keeps_nothing_beside() -> None:
    edit = write(case_of(hidden_name()), stamp(Share.CASE_FILE), "jay", known_as="J")
    assert edit.case.family.get(Person, "jay").accounts == ()


def test_what_the_family_says_itself_is_shared_though_the_case_file_says_so_too() -> None:
    after = write(case_of(hidden_name()), stamp(), "jay", known_as="Jaybird").case.family.get(Person, "jay")
    assert after.basis_of("known_as").shared
    assert [account.basis for account in after.accounts] == [PRIVATE]


def test_two_carers_are_added_besides_the_parents() -> None:
    case = case_of(
        person("jay"), person("lisa"), person("ray"), *couple("u", "lisa", "ray"), child("jay", "u")
    )
    edit = add_carers(case, stamp(), "jay", "care_card", couple=True)
    links = kinship.links_up(edit.case.family, "jay")
    by_kind = {
        link.kind: {each.id for each in kinship.parent_people(edit.case.family, link)} for link in links
    }
    assert by_kind == {KINDS.birth: {"lisa", "ray"}, "care_card": set(edit.select)}
    assert len(edit.select) == 2
