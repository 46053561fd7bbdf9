"""Corrections, who may see what, other accounts, quotes, themes, the sheet's details."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from genogram_app.edit import statements, themes
from genogram_app.edit.agencies import add_agency, end_agency, set_worker
from genogram_app.edit.details import clear_go_to, correct_details, set_go_to, set_page
from genogram_app.edit.people import add_person
from genogram_app.edit.records import correct
from genogram_app.errors import NotFoundError
from genogram_app.family.case import Case
from genogram_app.family.seen import View, seen
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Basis, Blank, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.document import Placement
from genogram_app.model.person import Part, Person, Phase, Theme
from genogram_app.model.ties import Tie
from genogram_app.words import words_in
from tests.builders import HARMLESS, PRIVATE, TODAY, case_of, child, couple, person, stamp, three_of_them


def lisa_in(case: Case) -> Person:
    return case.family.get(Person, "lisa")


def lisa_seen(case: Case) -> Person | None:
    return seen(case, View(as_at=TODAY, harmless=HARMLESS)).family.find(Person, "lisa")


def test_a_correction_stamps_its_field_alone() -> None:
    case = correct(
        three_of_them(), stamp(Share.CASE_FILE, teller=Teller.CHILD, told_by="Jay"), "lisa", name="Liza"
    ).case
    basis = lisa_in(case).basis_of("name")
    assert (basis.recorded, basis.teller, basis.told_by, basis.share) == (
        TODAY,
        Teller.CHILD,
        "Jay",
        Share.CASE_FILE,
    )
    assert lisa_in(case).basis_of("gender") == lisa_in(three_of_them()).basis


def test_a_correction_that_changes_nothing_is_no_step() -> None:
    case = three_of_them()
    assert correct(case, stamp(), "lisa", name=" Lisa ", gender=lisa_in(case).gender).case is case
    both = correct(case, stamp(), "lisa", name="Lisa", born=When("1988")).case
    assert [said.about for said in lisa_in(both).said] == ["born"]


def test_what_the_family_tells_is_theirs_though_the_worker_knew_it() -> None:
    case = correct(three_of_them(), stamp(Share.CASE_FILE), "lisa", name="Liza").case
    told = lisa_seen(correct(case, stamp(Share.SHARED), "lisa", name="Liza").case)
    assert told is not None
    assert told.name == "Liza"


def test_a_step_is_named_and_its_quiet_name_tells_nothing() -> None:
    label = correct(three_of_them(), stamp(), "lisa", born=When("1988")).label
    words = words_in()
    assert words.sentence(label) == "Write when Lisa was born"
    assert words.sentence(label, quiet=True) == "Write a date"


def test_what_the_worker_enters_is_not_seen_until_it_is_shared() -> None:
    case = correct(three_of_them(), stamp(Share.CASE_FILE), "lisa", name="Liza", notes="Not to be told").case
    assert (found := lisa_seen(case)) is not None
    assert (found.name, found.notes) == (Blank.UNKNOWN, "")
    shared = statements.share(case, ["lisa"]).case
    assert (found := lisa_seen(shared)) is not None
    assert (found.name, found.notes) == ("Liza", "")
    told = statements.share_field(shared, "lisa", "notes").case
    assert (found := lisa_seen(told)) is not None
    assert found.notes == "Not to be told"
    assert lisa_seen(statements.unshare(told, ["lisa"]).case) is None


def test_sharing_a_record_keeps_its_notes_and_numbers_back() -> None:
    case = case_of(person("lisa", basis=PRIVATE, notes="Not to be told", telephone="01632 960001"))
    assert lisa_seen(case) is None
    found = lisa_seen(statements.share(case, ["lisa"]).case)
    assert found is not None
    assert (found.notes, found.telephone) == ("", Blank.UNKNOWN)


def test_sharing_several_shares_what_makes_them_a_family() -> None:
    case = case_of(
        *(person(key, basis=PRIVATE) for key in ("jay", "lisa", "dan", "other")),
        *couple("u", "lisa", "dan", basis=PRIVATE),
        child("jay", "u", basis=PRIVATE),
        child("jay", "other", basis=PRIVATE),
    )
    family = seen(
        statements.share(case, ["jay", "lisa", "dan"]).case, View(as_at=TODAY, harmless=HARMLESS)
    ).family
    assert sorted(record.id for record in family.records()) == sorted(
        ["jay", "lisa", "dan", "u", "u.lisa", "u.dan", "jay.of.u"]
    )


def test_what_is_confirmed_says_when() -> None:
    case = correct(three_of_them(), stamp(Share.CASE_FILE), "lisa", notes="Secret").case
    by_family = lisa_in(statements.confirm(case, stamp(Share.SHARED), ["lisa"]).case)
    assert by_family.basis.confirmed == TODAY
    assert by_family.basis_of("notes").confirmed is None
    field = lisa_in(statements.confirm(case, stamp(), ["lisa"], "gender").case)
    assert (field.basis_of("gender").confirmed, field.basis.confirmed) == (TODAY, None)


def test_accounts_stand_side_by_side_and_may_change_places() -> None:
    case = correct(three_of_them(), stamp(told_by="Lisa"), "lisa", born=When("1988")).case
    case = statements.add_account(case, stamp(told_by="GP"), "lisa", "born", When("1987-02-01")).case
    assert lisa_in(case).born == When("1988")
    assert [account.value for account in lisa_in(case).accounts_of("born")] == [When("1987-02-01")]
    swapped = lisa_in(statements.prefer_account(case, "lisa", 0).case)
    assert (swapped.born, swapped.basis_of("born").told_by) == (When("1987-02-01"), "GP")
    assert (swapped.accounts[0].value, swapped.accounts[0].basis.told_by) == (When("1988"), "Lisa")
    assert not lisa_in(statements.remove_account(case, "lisa", 0).case).accounts
    with pytest.raises(NotFoundError):
        statements.prefer_account(case, "lisa", 1)


def test_a_quote_hangs_on_any_record() -> None:
    case = statements.add_quote(three_of_them(), stamp(), "pair", "They used to laugh a lot.", by="Jay").case
    (quote,) = case.family.record("pair").quotes
    assert (quote.words, quote.by, quote.when, quote.basis.share) == (
        "They used to laugh a lot.",
        "Jay",
        TODAY,
        Share.SHARED,
    )
    hidden = statements.share_quote(case, "pair", 0, Share.CASE_FILE).case
    assert not seen(hidden, View(as_at=TODAY, harmless=HARMLESS)).family.record("pair").quotes
    assert not statements.remove_quote(case, "pair", 0).case.family.record("pair").quotes


def test_a_theme_keeps_its_own_basis() -> None:
    case = themes.add_theme(
        three_of_them(), stamp(Share.CASE_FILE), "lisa", words="drink", part=Part.OWN_NEED, phase=Phase.PAST
    ).case
    (theme,) = lisa_in(case).themes
    assert theme.basis == Basis(recorded=TODAY)
    assert (found := lisa_seen(case)) is not None
    assert not found.themes
    shared = themes.share_theme(case, "lisa", theme.id).case
    assert (found := lisa_seen(shared)) is not None
    assert [each.words for each in found.themes] == ["drink"]
    corrected = themes.correct_theme(shared, stamp(), "lisa", theme.id, phase=Phase.NOW).case
    assert lisa_in(corrected).themes[0].phase is Phase.NOW
    confirmed = themes.confirm_theme(corrected, stamp(), "lisa", theme.id).case
    assert lisa_in(confirmed).themes[0].basis.confirmed == TODAY
    assert not lisa_in(themes.remove_theme(confirmed, "lisa", theme.id).case).themes


@pytest.mark.parametrize(
    "said",
    [
        {"card": "of-harm-or-unknown"},
        {"words": "drink", "part": Part.CAUSED},
        {"words": "drink", "standing": Standing.DENIED},
        {"words": "drink", "phase": Phase.SUSPECTED},
    ],
)
def test_an_accusation_is_not_shared_though_it_is_written_down_in_the_family_s_view(
    said: dict[str, Any],
) -> None:
    case = themes.add_theme(three_of_them(), stamp(), "lisa", **said).case
    assert not lisa_in(case).themes[0].basis.shared
    plain = themes.add_theme(three_of_them(), stamp(), "lisa", words="drink").case
    fields = {key: value for key, value in said.items() if key != "words"}
    turned = themes.correct_theme(plain, stamp(), "lisa", lisa_in(plain).themes[0].id, **fields).case
    assert not lisa_in(turned).themes[0].basis.shared


def test_a_theme_that_is_corrected_to_the_same_is_left_to_whoever_told_it() -> None:
    told = Basis(recorded=TODAY, standing=Standing.REPORTED, told_by="Sheila")
    case = case_of(person("lisa", themes=(Theme(id="t", words="drink", basis=told),)))
    assert themes.correct_theme(case, stamp(told_by="Jay"), "lisa", "t", words="drink").case is case
    again = themes.correct_theme(case, stamp(), "lisa", "t", standing=Standing.REPORTED).case
    assert again is case
    denied = themes.correct_theme(case, stamp(), "lisa", "t", standing=Standing.DENIED).case
    assert lisa_in(denied).themes[0].basis.standing is Standing.DENIED


def test_a_family_has_themes_too() -> None:
    case = themes.add_theme(three_of_them(), stamp(), "details", words="loss").case
    assert [theme.words for theme in case.details.themes] == ["loss"]


def test_the_details_are_stamped() -> None:
    case = correct_details(three_of_them(), stamp(), reference="CF 12", review_due=date(2027, 2, 20)).case
    assert (case.details.reference, case.details.review_due) == ("CF 12", date(2027, 2, 20))
    assert case.details.basis_of("reference").recorded == TODAY


def test_the_go_to_person_brings_their_number() -> None:
    case = correct(three_of_them(), stamp(), "lisa", telephone="01632 960001").case
    case = set_go_to(case, stamp(), "lisa").case
    assert case.details.go_to is not None
    assert (case.details.go_to.who, case.details.go_to.telephone) == ("lisa", "01632 960001")
    changed = correct(case, stamp(), case.details.go_to.id, telephone="01632 960002").case
    assert changed.details.go_to is not None
    assert changed.details.go_to.telephone == "01632 960002"
    assert clear_go_to(changed, stamp()).case.details.go_to is None


def test_the_number_to_ring_is_shared_with_the_go_to_person() -> None:
    case = set_go_to(three_of_them(), stamp(Share.CASE_FILE), "lisa", "01632 960001").case
    assert case.details.go_to is not None
    assert seen(case, View(as_at=TODAY, harmless=HARMLESS)).details.go_to is None
    shared = seen(
        statements.share(case, [case.details.go_to.id]).case, View(as_at=TODAY, harmless=HARMLESS)
    ).details.go_to
    assert shared is not None
    assert shared.telephone == "01632 960001"


def test_a_service_is_tied_to_whom_it_serves() -> None:
    edit = add_agency(three_of_them(), stamp(), "any_kind", name="Hill School", ties_to=["jay", "lisa"])
    assert {tie.ends for tie in edit.case.family.edges(Tie)} == {
        (edit.select[0], key) for key in ("jay", "lisa")
    }
    ended = end_agency(edit.case, stamp(), edit.select[0], When("2026-07")).case.family.agencies[0]
    assert (ended.involvement, ended.until) == (Involvement.ENDED, When("2026-07"))


def with_worker() -> Case:
    return set_worker(
        three_of_them(), stamp(), "a_kind", name="A Worker", job_title="Social worker", team="East"
    ).case


def test_the_same_worker_is_on_the_sheet_once() -> None:
    case = with_worker()
    again = set_worker(case, stamp(), "a_kind", name="a worker", job_title="Senior", team="West").case
    (worker,) = again.family.nodes(Agency)
    assert worker.id == again.details.worker
    assert (worker.job_title, worker.team, worker.name) == ("Senior", "West", "West")
    same = set_worker(case, stamp(), "a_kind", name="A Worker", job_title="Social worker", team="East")
    assert same.case is case


def test_another_worker_is_a_change_that_keeps_the_one_before() -> None:
    case = set_worker(
        with_worker(),
        stamp(new_id=lambda _: "a_new"),
        "a_kind",
        name="B Worker",
        job_title="SW",
        team="South",
    ).case
    new = case.family.get(Agency, "a_new")
    (old,) = [each for each in case.family.nodes(Agency) if each is not new]
    assert case.details.worker == "a_new"
    assert (new.contact, new.name, new.since) == ("B Worker", "South", When.on(TODAY))
    assert (old.contact, old.name, old.until) == ("A Worker", "East", When.on(TODAY))
    assert old.involvement is Involvement.ENDED


def test_the_paper_is_chosen() -> None:
    case = set_page(three_of_them(), paper="A3").case
    assert case.page.paper == "A3"
    assert set_page(case, paper="A3").case is case


def test_turning_sides_over_lays_out_anew_whom_no_hand_has_placed() -> None:
    placed = {"jay": Placement(x=1, y=2), "lisa": Placement(x=3, y=4, by_hand=True)}
    case = three_of_them().place("genogram", placed).place("combined", placed)
    assert set_page(case, colours=False).case.placements == case.placements
    turned = set_page(case, women_left=True).case
    assert [list(turned.placed(view)) for view in ("genogram", "combined")] == [["lisa"], ["lisa"]]


def test_a_person_is_added_with_what_is_known() -> None:
    edit = add_person(case_of(), stamp(), "Ann", born=When("1990~"))
    (ann,) = edit.case.family.people
    assert (ann.name, ann.born, edit.select) == ("Ann", When("1990~"), (ann.id,))


def test_sharing_several_is_named_by_how_many_of_what() -> None:
    case = case_of(
        *(person(key, basis=PRIVATE) for key in ("jay", "lisa", "dan")),
        *couple("u", "lisa", "dan", basis=PRIVATE),
        child("jay", "u", basis=PRIVATE),
    )
    shared = statements.share(case, ["jay", "lisa", "dan"]).label
    assert words_in().sentence(shared) == "Let the family see 3 people and 4 lines"
    kept = statements.unshare(case, ["jay", "lisa"]).label
    assert words_in().sentence(kept) == "Keep 2 people for the case file"
