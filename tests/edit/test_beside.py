"""What can't be seen is kept beside what is written over it; carers are added besides parents."""

from __future__ import annotations

from genogram_app.edit.carers import add_carers
from genogram_app.edit.details import clear_go_to, set_go_to
from genogram_app.edit.people import died, not_died, was_born
from genogram_app.edit.records import correct
from genogram_app.family import kinship
from genogram_app.family.case import to_document
from genogram_app.model.base import Account, Blank, Said, Share
from genogram_app.model.dates import When
from genogram_app.model.document import GoTo
from genogram_app.model.person import Life, Person
from genogram_app.store.codec import decode, encode
from tests.builders import KINDS, PRIVATE, SHARED, case_of, child, couple, person, stamp


def hidden_name() -> Person:
    """Make somebody whom the family sees, but not what they are known as."""
    known = person("jay", "Jay", known_as="Jaybird")
    return known.put(said=(Said(about="known_as", basis=PRIVATE),))


def test_the_family_writes_over_nothing_that_it_cannot_see() -> None:
    after = correct(case_of(hidden_name()), stamp(), "jay", known_as="J").case.family.get(Person, "jay")
    assert after.known_as == "J"
    assert after.basis_of("known_as").shared
    assert [(account.value, account.basis) for account in after.accounts] == [("Jaybird", PRIVATE)]


def test_typing_on_keeps_it_once() -> None:
    case = correct(case_of(hidden_name()), stamp(), "jay", merge="m", known_as="J").case
    after = correct(case, stamp(), "jay", merge="m", known_as="Jo").case.family.get(Person, "jay")
    assert len(after.accounts) == 1


def test_the_worker_corrects_and_keeps_nothing_beside() -> None:
    edit = correct(case_of(hidden_name()), stamp(Share.CASE_FILE), "jay", known_as="J")
    assert edit.case.family.get(Person, "jay").accounts == ()


def test_what_the_family_says_itself_is_shared_though_the_case_file_says_so_too() -> None:
    after = correct(case_of(hidden_name()), stamp(), "jay", known_as="Jaybird").case.family.get(Person, "jay")
    assert after.basis_of("known_as").shared
    assert [account.basis for account in after.accounts] == [PRIVATE]


def test_a_hidden_day_of_death_outlives_what_the_family_says() -> None:
    ron = person("ron").tell(PRIVATE, life=Life.DIED, died=When("2019-02-03"))
    said = died(case_of(ron), stamp(), "ron").case.family.get(Person, "ron")
    assert (said.dead, said.basis_of("life").shared) == (True, True)
    assert (said.died, said.basis_of("died")) == (When("2019-02-03"), PRIVATE)
    dated = died(case_of(ron), stamp(), "ron", When("2020")).case.family.get(Person, "ron")
    assert (dated.died, dated.basis_of("died").shared) == (When("2020"), True)
    assert Account(about="died", value=When("2019-02-03"), basis=PRIVATE) in dated.accounts
    alive = not_died(case_of(ron), stamp(), "ron").case.family.get(Person, "ron")
    assert {(each.about, each.value) for each in alive.accounts} == {
        ("life", Life.DIED),
        ("died", When("2019-02-03")),
    }


def test_the_due_day_of_a_child_who_was_born_is_no_birthday() -> None:
    case = case_of(person("bump", life=Life.UNBORN, born=When("2026-12")))
    born = was_born(case, stamp(), "bump").case.family.get(Person, "bump")
    assert (born.life, born.born) == (Life.LIVING, Blank.NOT_ASKED)


def test_a_private_number_does_not_go_on_the_sheet_with_the_go_to_person() -> None:
    gran = person("gran").tell(PRIVATE, telephone="01632 960001")
    by_family = set_go_to(case_of(gran), stamp(), "gran").case
    assert by_family.details.go_to is not None
    assert by_family.details.go_to.telephone is Blank.NOT_ASKED
    by_worker = set_go_to(case_of(gran), stamp(Share.CASE_FILE), "gran").case.details.go_to
    assert by_worker is not None
    assert (by_worker.telephone, by_worker.basis_of("telephone")) == ("01632 960001", PRIVATE)


def test_a_shared_number_keeps_who_gave_it() -> None:
    told = SHARED.put(told_by="Gran")
    case = case_of(person("gran").tell(told, telephone="01632 960001"))
    go_to = set_go_to(case, stamp(), "gran").case.details.go_to
    assert go_to is not None
    assert (go_to.telephone, go_to.basis_of("telephone")) == ("01632 960001", told)


def test_a_hidden_go_to_person_is_kept_beside_the_family_s_own() -> None:
    hidden = GoTo(id="ring", who="gran", telephone="01632 960001", basis=PRIVATE)
    case = case_of(person("gran"), person("ann"))
    case = case.with_(details=case.details.put(go_to=hidden))
    after = set_go_to(case, stamp(), "ann").case
    assert after.details.go_to is not None
    assert after.details.go_to.who == "ann"
    assert [(each.value, each.basis) for each in after.details.accounts] == [(hidden, PRIVATE)]
    assert to_document(decode(encode(after), "x.genogram")) == to_document(after)
    assert clear_go_to(case, stamp()).case is case
    by_worker = set_go_to(case, stamp(Share.CASE_FILE), "ann").case
    assert by_worker.details.accounts == ()


def test_the_same_go_to_person_again_is_no_step_and_keeps_what_was_agreed() -> None:
    case = set_go_to(case_of(person("gran")), stamp(), "gran", "01632 960001", "last week").case
    assert set_go_to(case, stamp(), "gran").case is case
    again = set_go_to(case, stamp(), "gran", "01632 960002").case.details.go_to
    assert again is not None
    assert (again.telephone, again.agreed) == ("01632 960002", "last week")


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
