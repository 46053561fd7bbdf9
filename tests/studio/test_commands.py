"""The table of commands."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from genogram_app.catalog.load import load
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.model.agency import Agency
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import Bond, LivesIn, Union
from genogram_app.studio.commands import BY_ID, COMMANDS, GROUPS, in_group
from genogram_app.studio.context import Context
from genogram_app.studio.kinds import kinds_of, worker_kind
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from genogram_app.words import words_in
from tests.builders import PRIVATE, SHARED, TODAY, case_of, child, counting, couple, home, person

CATALOG = load()
KINDS = kinds_of(CATALOG)
MARRIAGE = CATALOG.by_role("unions", "marriage").id


def family() -> Case:
    return case_of(
        person("jay", subject=True),
        person("lisa"),
        person("darren"),
        *couple("pair", "lisa", "darren", kind=MARRIAGE),
        child("jay", "pair", kind=KINDS.birth),
        Agency(id="school", kind=CATALOG.by_role("agencies", "education").id, basis=SHARED),
        Bond(id="bond", a="jay", b="lisa", quality=CATALOG.everyday()[0].id, basis=SHARED),
    )


def context(*selection: Id, worker: bool = False, case: Case | None = None) -> Context:
    session = Session(case or family(), CATALOG, today=lambda: TODAY, new_id=counting())
    if worker:
        session.look(Viewing(reader=Reader.CASE_FILE))
    return Context(session, selection)


def run(name: str, on: Context) -> Context:
    """Do a command; give the context with what it selects."""
    heard: list[tuple[Id, ...]] = []
    stop = on.session.listen(lambda told: heard.append(told.select or ()))
    assert BY_ID[name].run(on)
    stop()
    return Context(on.session, heard[-1])


def test_every_key_and_name_is_used_once() -> None:
    assert not [key for key, count in Counter(k for c in COMMANDS for k in c.keys).items() if count > 1]
    assert len(BY_ID) == len(COMMANDS)
    assert not [label for label, count in Counter(c.label for c in COMMANDS).items() if count > 1]
    assert sum(len(in_group(group)) for group in GROUPS) == len(COMMANDS)


def test_letters_change_the_family_or_its_sheet_and_nothing_else() -> None:
    for command in COMMANDS:
        if any(re.fullmatch(r"(Shift\+)?[A-Z]", key) for key in command.keys):
            assert command.group in ("Family", "Sheet"), command.id


@pytest.mark.parametrize("selection", [(), ("jay",), ("lisa", "darren"), ("pair",), ("school",), ("bond",)])
@pytest.mark.parametrize("worker", [False, True])
def test_whatever_is_enabled_can_be_done_and_undone(selection: tuple[Id, ...], worker: bool) -> None:
    for command in COMMANDS:
        on = context(*selection, worker=worker)
        first = on.case
        if command.edit is not None and command.enabled(on):
            assert command.run(on), command.id
            if on.session.undoes:
                said = words_in().sentence(on.session.undoes, quiet=True)
                assert said
                assert not re.search("Jay|Lisa|Darren|{", said), said
            while on.session.undoes:
                on.session.undo()
            assert on.case is first


def test_what_does_not_apply_is_not_done() -> None:
    on = context("jay", "lisa")
    before = on.case
    for name in ("add_parents", "add_partner", "part_couple", "undo", "share", "save_as"):
        assert not BY_ID[name].run(on)
    assert on.case is before


def test_three_generations_by_letters_alone() -> None:
    """Story S1: child, two parents, four grandparents, a sibling, a half-sibling, mum's new partner."""
    on = context(case=case_of())
    child_ = run("add_person", on)
    run("set_subject", child_)
    parents = run("add_parents", child_)
    for parent in parents.selection:
        run("add_parents", Context(on.session, (parent,)))
    sibling = run("add_sibling", child_)
    mother = Context(on.session, parents.selection[:1])
    partner = run("add_partner", mother)
    half = run("add_child", partner)
    other_half = run("add_half_sibling", child_)
    found = on.case.family
    assert len(found.people) == 11
    siblings = {who.id for who in kinship.siblings_of(found, child_.selection[0])}
    assert siblings == {*sibling.selection, *half.selection, *other_half.selection}
    (link,) = kinship.links_up(found, half.selection[0])
    assert {who.id for who in kinship.parent_people(found, link)} == {*mother.selection, *partner.selection}


def test_parents_are_offered_only_where_one_is_missing() -> None:
    assert not BY_ID["add_parents"].enabled(context("jay"))
    assert BY_ID["add_parents"].enabled(context("lisa"))


def test_a_child_with_somebody_else_is_one_parent_s_alone() -> None:
    on = context("lisa")
    added = run("add_own_child", on)
    (link,) = kinship.links_up(on.case.family, added.selection[0])
    assert link.parent == "lisa"


def test_a_couple_parts_in_the_way_that_its_card_names() -> None:
    on = context("pair")
    run("part_couple", on)
    assert on.case.family.get(Union, "pair").kind == CATALOG.union(MARRIAGE).ended != ""
    assert not BY_ID["part_couple"].enabled(context("jay"))


def test_a_household_is_a_selection_and_one_key() -> None:
    on = context("jay", "lisa", "school")
    run("make_household", on)
    assert {stay.person for stay in on.case.family.edges(LivesIn)} == {"jay", "lisa"}


def test_a_relationship_is_drawn_from_one_between_two_or_between_a_couple() -> None:
    enabled = BY_ID["relate"].enabled
    assert enabled(context("jay"))
    assert enabled(context("jay", "school"))
    assert not enabled(context("jay", "lisa", "darren"))
    assert enabled(context("pair"))


def test_a_line_ends_once() -> None:
    on = context("bond")
    run("end_line", on)
    assert not BY_ID["end_line"].enabled(Context(on.session, ("bond",)))


def test_switches_show_where_they_are() -> None:
    on = context()
    assert BY_ID["genogram"].checked is not None
    assert BY_ID["ecomap"].checked is not None
    run("ecomap", on)
    assert (BY_ID["genogram"].checked(on), BY_ID["ecomap"].checked(on)) == (False, True)
    run("proof", on)
    run("worker_view", on)
    assert on.session.viewing == Viewing(reader=Reader.CASE_FILE, kind="ecomap", proof=True)


def test_the_family_view_offers_nothing_of_the_worker_s() -> None:
    for command in COMMANDS:
        if command.worker_only:
            assert not command.enabled(context("jay"))
            assert command.enabled(context("jay", worker=True))


def test_what_is_not_seen_is_not_selected() -> None:
    case = case_of(person("jay"), person("secret", basis=PRIVATE))
    on = context("jay", "secret", case=case)
    run("remove", on)
    assert [who.id for who in on.case.family.nodes(Person)] == ["secret"]


def test_kinds_come_from_the_catalogue_and_say_nothing_of_couples() -> None:
    assert KINDS.couple == ""
    assert CATALOG.descent[KINDS.birth].blood
    assert worker_kind(CATALOG) in CATALOG.agencies


def test_a_half_sibling_is_on_the_mother_s_or_the_father_s_side() -> None:
    roles = {"add_half_sibling": "woman", "add_half_sibling_of_father": "man"}
    for name, role in roles.items():
        on = context(case=case_of())
        jay = run("add_person", on)
        run("add_parents", jay)
        half = run(name, jay)
        (link,) = kinship.links_up(on.case.family, half.selection[0])
        parent = on.case.family.get(Person, link.parent)
        assert CATALOG.gender(parent.gender).role == role


def test_where_nobody_says_who_is_the_mother_each_parent_has_a_side() -> None:
    sides = set()
    for name in ("add_half_sibling", "add_half_sibling_of_father"):
        on = context("jay")
        half = run(name, on)
        sides |= {link.parent for link in kinship.links_up(on.case.family, half.selection[0])}
    assert sides == {"lisa", "darren"}
    assert not BY_ID["add_half_sibling"].enabled(context("lisa"))


def test_a_life_is_put_right_by_a_key() -> None:
    on = context("lisa")
    run("mark_died", on)
    assert on.case.family.get(Person, "lisa").dead
    run("not_died", on)
    assert not on.case.family.get(Person, "lisa").dead
    assert not BY_ID["not_died"].enabled(on)
    bump = context("bump", case=case_of(person("bump", life=Life.UNBORN)))
    run("mark_born", bump)
    assert bump.case.family.get(Person, "bump").life is Life.LIVING


def test_a_stay_becomes_part_of_the_week_from_today() -> None:
    on = context("jay.in.flat", case=case_of(person("jay"), *home("flat", "jay")))
    run("change_stay", on)
    old, new = sorted(on.case.family.edges(LivesIn), key=lambda stay: stay.part_time)
    assert (old.until, new.since, new.part_time) == (When.on(TODAY), When.on(TODAY), True)


def test_commands_ask_no_oftener_where_many_are_selected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They asked once for each of those selected: 3,000 took two seconds."""
    asked: list[None] = []
    seen_in = Session.seen_in

    def counted(session: Session, viewing: Viewing) -> Case:
        asked.append(None)
        return seen_in(session, viewing)

    monkeypatch.setattr(Session, "seen_in", counted)
    numbers = []
    for others in (2, 40):
        case = case_of(*(Person(id=f"p{number}") for number in range(others)))
        on = context(*(f"p{number}" for number in range(others)), worker=True, case=case)
        asked.clear()
        assert [command.id for command in COMMANDS if command.enabled(on)]
        numbers.append(len(asked))
    assert numbers[1] <= numbers[0]
