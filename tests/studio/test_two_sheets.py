"""The family's sheet on the screen beside the worker's: it tells of nobody who isn't shown, and both stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from genogram_app.edit import arrange
from genogram_app.edit.people import add_person
from genogram_app.edit.records import correct
from genogram_app.edit.removal import remove
from genogram_app.edit.result import Edit
from genogram_app.edit.statements import share, unshare
from genogram_app.edit.ties import add_bond
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.model.base import Blank, Said
from genogram_app.model.document import ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.person import Person, Spell, Theme
from genogram_app.model.ties import Union
from genogram_app.store.codec import decode, encode
from genogram_app.studio.fitting import fit
from genogram_app.studio.publish import prepare
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from genogram_app.words import Sentence
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, counting, couple, person
from tests.studio.families import a_family, kept_back

SCENE = Scene()
BIRTH = SCENE.catalog.by_role("descent", "by_birth").id
KINDS: tuple[ViewKind, ...] = ("genogram", "ecomap", "combined")
Spots = dict[Id, tuple[float, float]]


def opened(case: Case) -> Session:
    return Session(case, SCENE.catalog, today=lambda: TODAY, new_id=counting(), settle=SCENE.settled)


def turn(session: Session, reader: Reader, kind: ViewKind = "genogram") -> None:
    session.look(Viewing(reader=reader, kind=kind))


def spots(session: Session) -> Spots:
    """Give where everybody and everything stands on the screen."""
    return dict(SCENE.sheet(session.seen, session.view).layout.places)


def spots_in(session: Session, reader: Reader, kind: ViewKind = "genogram") -> Spots:
    before = session.viewing
    turn(session, reader, kind)
    found = spots(session)
    session.look(before)
    return found


def for_family(session: Session) -> list[Spots]:
    return [spots_in(session, Reader.FAMILY, kind) for kind in KINDS]


def drag(session: Session, who: Id, dx: float, dy: float) -> None:
    x, y = spots(session)[who]
    session.do(arrange.place(session.standing, session.ground, {who: (x + dx, y + dy)}))


def put(session: Session, case: Case) -> None:
    session.do(Edit(Sentence("Something hidden"), case))


def seven(hidden: tuple[int, ...] = (2, 3, 4)) -> Case:
    """Make seven children, some of whom are kept from the family."""
    kids = [person(f"kid{n}", basis=PRIVATE if n in hidden else SHARED, subject=n == 0) for n in range(7)]
    pair = [person("mum"), person("dad"), *couple("pair", "mum", "dad")]
    return case_of(*pair, *kids, *(child(kid.id, "pair", kind=BIRTH) for kid in kids))


# -- nothing tells of whom the family doesn't see ---------------------------------------


@pytest.mark.parametrize("seed", range(8))
def test_what_is_hidden_moves_nobody_on_the_familys_screen(seed: int) -> None:
    random = Random(seed)
    case, hidden = a_family(random, BIRTH)
    session = opened(kept_back(case, hidden))
    before = for_family(session)
    kind = random.choice(KINDS)
    turn(session, Reader.CASE_FILE, kind)
    put(session, session.case.changed(put=[person("secret", "Somebody Very Long-Named", basis=PRIVATE)]))
    put(session, session.case.changed(put=couple("u_secret", "secret", "jay", basis=PRIVATE)))
    assert for_family(session) == before
    for who in sorted({"secret", "jay", hidden[0]} & spots(session).keys()):
        drag(session, who, 90.0, -40.0)
    session.do(arrange.tidy(session.standing, session.ground, by_hand=True))
    assert for_family(session) == before
    put(session, session.case.changed(drop=[*hidden, "secret", "u_secret"]))
    assert for_family(session) == before
    assert (
        spots_in(opened(decode(encode(session.case), "x")), Reader.FAMILY, kind) == before[KINDS.index(kind)]
    )


@pytest.mark.parametrize("seed", range(4))
def test_the_first_who_is_hidden_moves_nobody_on_the_familys_screen(seed: int) -> None:
    case, _ = a_family(Random(seed), BIRTH)
    session = opened(case)
    before = for_family(session)
    turn(session, Reader.CASE_FILE)
    drag(session, "gran", 30.0, 0.0)
    moved = for_family(session)
    assert moved[0]["gran"] == pytest.approx((before[0]["gran"][0] + 30.0, before[0]["gran"][1]))
    secret = [person("secret", basis=PRIVATE), child("secret", "u0", kind=BIRTH, basis=PRIVATE)]
    put(session, session.case.changed(put=secret))
    assert for_family(session) == moved
    assert "secret" in spots(session)


def test_whoever_is_kept_back_leaves_no_gap_and_whoever_is_let_in_joins_the_row() -> None:
    session = opened(seven(hidden=()))
    turn(session, Reader.CASE_FILE)
    session.do(unshare(session.case, ["kid2", "kid3", "kid4"]))
    shown = spots_in(session, Reader.FAMILY)
    step = shown["kid1"][0] - shown["kid0"][0]
    assert shown["kid5"][0] - shown["kid1"][0] == pytest.approx(step, rel=0.3)
    session.do(share(session.case, ["kid3"]))
    after = spots_in(session, Reader.FAMILY)
    assert after["kid1"][0] < after["kid3"][0] < after["kid5"][0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_screen_and_the_copy_are_one_sheet(kind: ViewKind) -> None:
    session = opened(seven())
    turn(session, Reader.FAMILY, kind)
    on_paper = prepare(SCENE, session.case, view=session.view, words_page=False).sheet
    assert on_paper.layout.places == SCENE.sheet(session.seen, session.view).layout.places
    drag(session, "kid0", 12.0, 30.0)
    on_paper = prepare(SCENE, session.case, view=session.view, words_page=False).sheet
    assert on_paper.layout.places == SCENE.sheet(session.seen, session.view).layout.places


def _long_name(case: Case) -> Case:
    kid = case.family.get(Person, "kid1").put(name="Featherstonehaugh Wolstenholme-Morrison")
    return case.changed(put=[kid.put(said=(Said(about="name", basis=PRIVATE),))])


def _hidden_state(case: Case) -> Case:
    kind = sorted(SCENE.catalog.harm & {card.id for card in SCENE.catalog.unions.values()})[0]
    return case.changed(put=[case.family.get(Union, "pair").put(spells=(Spell(kind=kind, basis=SHARED),))])


def _hidden_theme(case: Case) -> Case:
    theme = Theme(id="t", words="Something that takes a great deal of room", basis=PRIVATE)
    return case.changed(put=[case.family.get(Person, "kid1").put(themes=(theme,))])


@pytest.mark.parametrize("tell", [_long_name, _hidden_state, _hidden_theme])
def test_what_is_hidden_of_somebody_who_is_shown_takes_no_room(tell: Callable[[Case], Case]) -> None:
    nameless = seven(hidden=()).family.get(Person, "kid1").put(name=Blank.UNKNOWN)
    case = seven(hidden=()).changed(put=[nameless])
    somebody = person("somebody", basis=PRIVATE)
    assert for_family(opened(tell(case))) == for_family(opened(case.changed(put=[somebody])))


def test_somebody_removed_by_the_family_moves_nobody_whatever_the_case_file_knows_of_them() -> None:
    plain, known = (opened(seven()) for _ in range(2))
    turn(known, Reader.CASE_FILE)
    harm = sorted(SCENE.catalog.harm)[0]
    known.do(add_bond(known.case, known.stamp, "dad", "kid1", harm))
    turn(known, Reader.FAMILY)
    for session in (plain, known):
        session.do(remove(session.case, session.stamp, ["kid1"]))
    assert "kid1" in known.case.family
    assert spots(plain) == spots(known)


# -- both sheets stay -----------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_there_and_back_twice_gives_the_same_sheets(seed: int) -> None:
    random = Random(seed)
    case, hidden = a_family(random, BIRTH)
    session = opened(kept_back(case, hidden))
    shown = [key for key in sorted(spots(session)) if key not in hidden]
    drag(session, random.choice(shown), 40.0, 10.0)
    seen_so = [spots_in(session, reader) for reader in Reader]
    assert [spots_in(session, reader) for reader in (*Reader, *Reader)] == seen_so * 2
    stored = opened(decode(encode(session.case), "x"))
    assert [spots_in(stored, reader) for reader in Reader] == seen_so


def test_a_drag_in_the_familys_view_is_kept_in_the_workers_and_undone_in_both() -> None:
    session = opened(seven())
    before, ours = spots(session), spots_in(session, Reader.CASE_FILE)
    drag(session, "mum", 60.0, -25.0)
    drag(session, "mum", 10.0, 0.0)
    assert spots(session)["mum"] == pytest.approx((before["mum"][0] + 70.0, before["mum"][1] - 25.0))
    after = spots_in(session, Reader.CASE_FILE)
    assert after["mum"] == pytest.approx((ours["mum"][0] + 70.0, ours["mum"][1] - 25.0))
    assert {key: at for key, at in after.items() if key != "mum"} == {
        key: at for key, at in ours.items() if key != "mum"
    }
    session.undo()
    session.undo()
    assert (spots(session), spots_in(session, Reader.CASE_FILE)) == (before, ours)


def test_whom_the_worker_placed_stays_there_whatever_the_familys_view_does() -> None:
    session = opened(seven())
    turn(session, Reader.CASE_FILE)
    drag(session, "mum", -40.0, 0.0)
    ours = spots(session)
    turn(session, Reader.FAMILY)
    for _ in range(2):
        drag(session, "mum", 25.0, -30.0)
    session.do(arrange.tidy(session.standing, session.ground, by_hand=True))
    turn(session, Reader.CASE_FILE)
    assert spots(session) == ours


def test_nobody_dragged_in_the_familys_view_is_left_over_somebody_hidden() -> None:
    session = opened(seven())
    ours = spots_in(session, Reader.CASE_FILE)
    drag(session, "kid1", ours["kid2"][0] - ours["kid1"][0], 0.0)
    after = spots_in(session, Reader.CASE_FILE)
    assert after["kid1"][0] == pytest.approx(ours["kid2"][0])
    assert abs(after["kid2"][0] - after["kid1"][0]) > 20.0


def test_once_nothing_is_hidden_any_more_what_moves_moves_on_both() -> None:
    session = opened(seven())
    drag(session, "dad", 5.0, 0.0)
    turn(session, Reader.CASE_FILE)
    before = spots_in(session, Reader.FAMILY)
    session.do(share(session.case, ["kid2", "kid3", "kid4"]))
    assert spots_in(session, Reader.FAMILY)["mum"] == before["mum"]
    before = spots_in(session, Reader.FAMILY)
    drag(session, "mum", -40.0, 0.0)
    x, y = before["mum"]
    assert spots_in(session, Reader.FAMILY)["mum"] == pytest.approx((x - 40.0, y))


def test_an_edit_in_the_familys_view_moves_little() -> None:
    session = opened(seven())
    before = spots(session)
    session.do(add_person(session.case, session.stamp, "Somebody"))
    after = spots(session)
    assert len(after) == len(before) + 1
    assert all(after[key] == at for key, at in before.items())
    session.do(correct(session.case, session.stamp, "kid1", name="Kid Featherstonehaugh-Morrison"))
    moved = [key for key, at in after.items() if spots(session)[key] != at]
    assert set(moved) <= {f"kid{n}" for n in range(7)}


def test_whoever_joined_on_another_sheet_stays_where_they_were_shown() -> None:
    session = opened(seven())
    for kind in KINDS:
        turn(session, Reader.FAMILY, kind)
        drag(session, "kid0", 1.0, 0.0)
    turn(session, Reader.CASE_FILE, "combined")
    session.do(share(session.case, ["kid2", "kid3", "kid4"]))
    before = spots_in(session, Reader.FAMILY)
    turn(session, Reader.CASE_FILE)
    drag(session, "kid5", 40.0, 0.0)
    x, y = before["kid5"]
    assert spots_in(session, Reader.FAMILY) == before | {"kid5": pytest.approx((x + 40.0, y))}


def test_arrow_keys_move_whoever_is_shown_though_nothing_of_the_sheet_is_stored_yet() -> None:
    session = opened(seven())
    before = spots(session)
    session.do(arrange.nudge(session.standing, session.ground, ["kid1"], 3.0, 0.0))
    x, y = before["kid1"]
    assert spots(session) == before | {"kid1": (pytest.approx(x + 3.0), y)}


def test_fitting_the_familys_sheet_keeps_the_workers_and_is_kept_in_print() -> None:
    session = opened(seven())
    drag(session, "kid6", 600.0, 90.0)
    ours = spots_in(session, Reader.CASE_FILE)
    session.do(fit(SCENE, session.standing, session.view, by_hand=True))
    assert spots_in(session, Reader.CASE_FILE) == ours
    printed = prepare(SCENE, session.case, view=session.view, words_page=False).sheet
    assert dict(printed.layout.places) == spots(session)


def test_what_a_reader_sees_holds_no_place_of_the_whole_family() -> None:
    session = opened(seven())
    drag(session, "kid1", 9.0, 0.0)
    held = session.seen.placements
    assert set(held) <= set(KINDS)
    assert held["genogram"].keys() == {"kid0", "kid1", "kid5", "kid6", "mum", "dad"}
    whole = replace(session.view, reader=Reader.CASE_FILE)
    assert held["genogram"] != SCENE.settled(session.case, whole).placed("genogram")
