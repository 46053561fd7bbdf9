"""A family in which something is hidden everywhere, and every edit that there is, done to it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

import genogram_app.edit
from genogram_app.edit import (
    agencies,
    arrange,
    births,
    carers,
    children,
    copies,
    details,
    households,
    people,
    records,
    relatives,
    removal,
    responsibility,
    sources,
    spells,
    statements,
    themes,
    ties,
    unions,
)
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Quote, Record, Share, Standing
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails, GoTo, Placement
from genogram_app.model.household import Household
from genogram_app.model.person import Life, Phase, Spell, Theme
from genogram_app.model.ties import Bond, Direction, Responsibility, Tie, Twin, Union
from tests.builders import KINDS, PRIVATE, SHARED, TODAY, child, couple, home, person

#: No family copy may hold these, whatever was done.
SECRET, SECRET_DAY = "SECRET", When("1911-11-11")
LATER = When("2026-03-04")
KEPT = Share.CASE_FILE
Do = Callable[[Case, Stamp], Edit]


@dataclass(frozen=True)
class Row:
    """One edit. by_worker: only the worker does it. rests: it changes what statements that stay rest on.

    shares: it lets the family see what was kept from it.
    """

    do: Do
    by_worker: bool = False
    rests: bool = False
    shares: bool = False


def rich_case() -> Case:
    """Make a family whose every record holds something that only the worker sees."""
    places = {"jay": Placement(x=0, y=9), "lisa": Placement(x=3, y=1), "darren": Placement(x=9, y=1)}
    case = Case(_details(), FamilyGraph.of([*_people(), *_lines(), *_homes(), *_services()]))
    return case.with_(placements=MappingProxyType({"genogram": MappingProxyType(places)}))


def _details() -> CaseDetails:
    go_to = GoTo(id="ring", who="lisa", basis=SHARED).tell(PRIVATE, telephone=SECRET)
    shown = Theme(id="moves", words="many moves", basis=SHARED)
    made = CaseDetails(id="details", basis=SHARED, dated=TODAY, go_to=go_to, worker="worker", themes=(shown,))
    return made.tell(PRIVATE, reference=SECRET, notes=SECRET)


def _people() -> list[Record]:
    jay = person(
        "jay",
        subject=True,
        born=When("2015-03-03"),
        themes=(
            Theme(id="school_", words="school", basis=SHARED),
            Theme(id="own", words=SECRET, basis=PRIVATE),
        ),
        legal=(
            Spell(kind="first_order", since=When("2020"), basis=SHARED, note=SECRET),
            Spell(kind="second_order", since=SECRET_DAY, basis=PRIVATE),
        ),
        quotes=(Quote(words="I like it", basis=SHARED), Quote(words=SECRET, basis=PRIVATE)),
        accounts=(Account(about="name", value=SECRET, basis=PRIVATE),),
    )
    ron = person("ron", gender=KINDS.father).tell(PRIVATE, life=Life.DIED, died=SECRET_DAY)
    return [
        jay.tell(PRIVATE, known_as=SECRET, telephone=SECRET),
        person("lisa", gender=KINDS.mother).tell(PRIVATE, telephone=SECRET, notes=SECRET),
        person("darren", gender=KINDS.father, life=Life.DIED, died=When("2019")),
        ron,
        person("kim"),
        person("bump", life=Life.UNBORN).tell(PRIVATE, born=SECRET_DAY),
        person("hidden", SECRET, basis=PRIVATE),
    ]


def _lines() -> list[Record]:
    pair, *partners = couple("pair", "lisa", "darren", kind="wed", since="2010")
    assert isinstance(pair, Union)
    ended = Spell(kind="partners", since=When("2008"), basis=SHARED, until=SECRET_DAY, until_basis=PRIVATE)
    harm = Spell(kind="harms", since=SECRET_DAY, basis=SHARED, note=SECRET)
    spells_ = (ended, *pair.spells, harm, Spell(kind="apart", since=SECRET_DAY, basis=PRIVATE))
    bond = Bond(id="bond", a="jay", b="lisa", quality="near", since=When("2019"), basis=SHARED)
    return [
        pair.put(spells=spells_, notes=SECRET).tell(PRIVATE, notes=SECRET),
        *partners,
        child("jay", "pair").tell(PRIVATE, notes=SECRET),
        child("kim", "ron", kind="fostered", since=When("2021")),
        Responsibility(id="pr", holder="lisa", child="jay", basis=SHARED).tell(PRIVATE, notes=SECRET),
        bond.tell(PRIVATE, direction=Direction.FORTH, notes=SECRET),
        Bond(id="harm", a="ron", b="lisa", quality="harms", basis=PRIVATE, notes=SECRET),
    ]


def _homes() -> list[Record]:
    flat, *stays = home("flat", "jay", "lisa")
    secret = home("flat", "ron", basis=PRIVATE)[1]
    assert isinstance(flat, Household)
    return [flat.tell(PRIVATE, address=SECRET), *stays, secret, *home("house", "kim")]


def _services() -> list[Record]:
    school = Agency(id="school", kind="a_kind", name="Hill School", basis=SHARED)
    worker = Agency(id="worker", kind="a_kind", name="East", team="East", contact="A Worker", basis=SHARED)
    tie = Tie(id="tie", a="school", b="jay", strength="firm", basis=SHARED)
    return [
        school.tell(PRIVATE, notes=SECRET, telephone=SECRET),
        worker.tell(PRIVATE, telephone=SECRET),
        tie.tell(PRIVATE, since=SECRET_DAY),
    ]


def _twins(case: Case, stamp: Stamp) -> Edit:
    """Give Jay a brother or sister, and say that they were born together."""
    added = relatives.add_sibling(case, stamp, KINDS, "jay")
    return births.born_together(added.case, stamp, KINDS, ["jay", *added.select])


#: Every edit by its name; several in a row where they do several things.
ROWS: dict[str, tuple[Row, ...]] = {
    "add_account": (Row(lambda c, s: statements.add_account(c, s, "jay", "born", When("2014"))),),
    "add_agency": (Row(lambda c, s: agencies.add_agency(c, s, "a_kind", name="GP", ties_to=["jay"])),),
    "add_bond": (Row(lambda c, s: ties.add_bond(c, s, "jay", "kim", "far", since=LATER)),),
    "add_carers": (Row(lambda c, s: carers.add_carers(c, s, "jay", "fostered", couple=True)),),
    "add_child": (Row(lambda c, s: relatives.add_child(c, s, KINDS, "pair")),),
    "add_half_sibling": (Row(lambda c, s: relatives.add_half_sibling(c, s, KINDS, "jay", "lisa")),),
    "add_parents": (Row(lambda c, s: relatives.add_parents(c, s, KINDS, "lisa")),),
    "add_partner": (Row(lambda c, s: relatives.add_partner(c, s, KINDS, "lisa")),),
    "add_person": (Row(lambda c, s: people.add_person(c, s, "Ann", born=LATER)),),
    "add_quote": (Row(lambda c, s: statements.add_quote(c, s, "jay", "It is loud", "Jay")),),
    "add_sibling": (Row(lambda c, s: relatives.add_sibling(c, s, KINDS, "jay")),),
    "add_theme": (Row(lambda c, s: themes.add_theme(c, s, "jay", words="sleep")),),
    "add_tie": (Row(lambda c, s: ties.add_tie(c, s, "school", "lisa", strength="weak")),),
    "align": (Row(lambda c, s: arrange.align(c, "genogram", ["jay", "lisa"], "y")),),
    "born_together": (Row(lambda c, s: _twins(c, s)),),
    "change_bond": (Row(lambda c, s: ties.change_bond(c, s, "bond", "far", LATER)),),
    "change_carers": (
        Row(lambda c, s: children.change_carers(c, s, KINDS, "kim.of.ron", LATER, kind="kin")),
    ),
    "change_state": (
        Row(lambda c, s: spells.change_state(c, s, "pair", "parted", LATER)),
        Row(lambda c, s: spells.change_state(c, s, "jay", "third_order", LATER)),
    ),
    "change_stay": (Row(lambda c, s: households.change_stay(c, s, "jay.in.flat", LATER, part_time=True)),),
    "change_tie": (Row(lambda c, s: ties.change_tie(c, s, "tie", LATER, strength="weak")),),
    "clear_go_to": (Row(lambda c, s: details.clear_go_to(c, s)),),
    "close_household": (Row(lambda c, s: households.close_household(c, s, "flat", LATER)),),
    "confirm": (Row(lambda c, s: statements.confirm(c, s, ["jay"]), rests=True),),
    "confirm_theme": (Row(lambda c, s: themes.confirm_theme(c, s, "jay", "school_"), rests=True),),
    "correct": (
        Row(lambda c, s: records.correct(c, s, "jay", known_as="J", born=LATER)),
        Row(lambda c, s: records.correct(c, s, "ron", life=Life.LIVING)),
        Row(lambda c, s: records.correct(c, s, "ring", telephone="01632 960001")),
    ),
    "correct_bond": (
        Row(lambda c, s: ties.correct_bond(c, s, "bond", quality="far", direction=Direction.BACK)),
        Row(lambda c, s: ties.correct_bond(c, s, "bond", standing=Standing.DISPUTED)),
    ),
    "correct_details": (Row(lambda c, s: details.correct_details(c, s, reference="CF 1")),),
    "correct_state": (
        Row(lambda c, s: spells.correct_state(c, s, "pair", 0, kind="friends")),
        Row(lambda c, s: spells.correct_state(c, s, "pair", 0, until=LATER), rests=True),
        Row(lambda c, s: spells.correct_state(c, s, "pair", since=When("2011"))),
        Row(lambda c, s: spells.correct_state(c, s, "kim", kind="an_order")),
    ),
    "correct_twins": (
        Row(lambda c, s: births.correct_twins(_twins(c, s).case, s, "jay.of.pair", Twin.IDENTICAL)),
    ),
    "correct_theme": (Row(lambda c, s: themes.correct_theme(c, s, "jay", "school_", phase=Phase.PAST)),),
    "died": (
        Row(lambda c, s: people.died(c, s, "kim")),
        Row(lambda c, s: people.died(c, s, "ron", LATER)),
    ),
    "distribute": (Row(lambda c, s: arrange.distribute(c, "genogram", ["jay", "lisa", "darren"], "x")),),
    "duplicate": (
        Row(lambda c, s: copies.duplicate(c, s, ["jay", "lisa", "darren", "school"]), rests=True),
        Row(lambda c, s: copies.duplicate(c, s, ["pair"]), rests=True),
    ),
    "end_agency": (Row(lambda c, s: agencies.end_agency(c, s, "school", LATER)),),
    "end_line": (
        Row(lambda c, s: ties.end_line(c, s, "bond", LATER)),
        Row(lambda c, s: ties.end_line(c, s, "tie", LATER)),
    ),
    "end_link": (Row(lambda c, s: children.end_link(c, s, "kim.of.ron", LATER)),),
    "end_responsibility": (Row(lambda c, s: responsibility.end_responsibility(c, s, "pr", LATER)),),
    "end_union": (Row(lambda c, s: unions.end_union(c, s, "pair", "parted", LATER)),),
    "fit": (Row(lambda c, s: arrange.fit(c, "genogram", {"kim": (1, 2)}, "portrait")),),
    "give_responsibility": (Row(lambda c, s: responsibility.give_responsibility(c, s, "ron", "jay")),),
    "join": (Row(lambda c, s: unions.join(c, s, "lisa", "ron", "wed", LATER)),),
    "link_children": (Row(lambda c, s: children.link_children(c, s, KINDS, ["kim"], ["lisa", "darren"])),),
    "make_household": (Row(lambda c, s: households.make_household(c, s, ["kim", "ron"], name="Hut")),),
    "move_in": (
        Row(lambda c, s: households.move_in(c, s, "flat", ["kim"], LATER, leaving="house")),
        Row(lambda c, s: households.move_in(c, s, "house", ["ron"], LATER, leaving="flat")),
    ),
    "move_out": (Row(lambda c, s: households.move_out(c, s, "flat", ["jay"], LATER)),),
    "not_died": (Row(lambda c, s: people.not_died(c, s, "ron")),),
    "nudge": (Row(lambda c, s: arrange.nudge(c, "genogram", ["jay"], 1, 2)),),
    "paste": (
        Row(lambda c, s: copies.paste(c, s, copies.taken(c, ["jay", "ron", "lisa", "hidden"])), rests=True),
    ),
    "place": (Row(lambda c, s: arrange.place(c, "genogram", {"kim": (1, 2)})),),
    "prefer_account": (Row(lambda c, s: statements.prefer_account(c, "jay", 0), by_worker=True, rests=True),),
    "record_state": (
        Row(lambda c, s: spells.record_state(c, s, "pair", "friends", When("2005"), When("2006"))),
    ),
    "remove": tuple(
        Row(lambda c, s, key=key: removal.remove(c, s, [key]), rests=True)  # type: ignore[misc]
        for key in ("jay", "lisa", "darren", "ron", "pair", "flat", "school", "bond", "jay.of.pair", "worker")
    ),
    "remove_account": (Row(lambda c, s: statements.remove_account(c, "jay", 0), by_worker=True),),
    "remove_quote": (Row(lambda c, s: statements.remove_quote(c, "jay", 0)),),
    "remove_state": (
        Row(lambda c, s: spells.remove_state(c, s, "pair", 0), rests=True),
        Row(lambda c, s: spells.remove_state(c, s, "pair", 1)),
        Row(lambda c, s: spells.remove_state(c, s, "jay", 0), rests=True),
    ),
    "remove_theme": (Row(lambda c, s: themes.remove_theme(c, "jay", "school_")),),
    "say_source": (
        Row(
            lambda c, s: sources.say_source(c, s, "harm", standing=Standing.REPORTED),
            by_worker=True,
            rests=True,
        ),
    ),
    "say_source_of_state": (
        Row(
            lambda c, s: sources.say_source_of_state(c, s, "pair", 1, standing=Standing.DENIED),
            by_worker=True,
            rests=True,
        ),
    ),
    "set_go_to": (
        Row(lambda c, s: details.set_go_to(c, s, "kim")),
        Row(lambda c, s: details.set_go_to(c, s, "school", agreed="last week")),
        Row(lambda c, s: details.set_go_to(c, s, "lisa", "01632 960001")),
    ),
    "set_page": (
        Row(lambda c, s: details.set_page(c, paper="A3")),
        Row(lambda c, s: details.set_page(c, profile="full", inside="born", colours=False)),
        Row(lambda c, s: details.set_page(c, women_left=True, youngest_left=True)),
    ),
    "set_subject": (Row(lambda c, s: people.set_subject(c, s, ["jay", "kim"], False)),),
    "set_worker": (
        Row(lambda c, s: agencies.set_worker(c, s, "a_kind", name="B Worker", job_title="SW", team="West")),
        Row(lambda c, s: agencies.set_worker(c, s, "a_kind", name="A Worker", job_title="SW", team="West")),
    ),
    "share": (Row(lambda c, s: statements.share(c, ["hidden"]), by_worker=True, rests=True, shares=True),),
    "share_field": (
        Row(lambda c, s: statements.share_field(c, "jay", "born", KEPT), by_worker=True, rests=True),
    ),
    "share_quote": (Row(lambda c, s: statements.share_quote(c, "jay", 0, KEPT), by_worker=True, rests=True),),
    "share_theme": (
        Row(lambda c, s: themes.share_theme(c, "jay", "school_", KEPT), by_worker=True, rests=True),
    ),
    "tidy": (Row(lambda c, s: arrange.tidy(c, "genogram")),),
    "unshare": (Row(lambda c, s: statements.unshare(c, ["kim"]), by_worker=True, rests=True),),
    "was_born": (Row(lambda c, s: people.was_born(c, s, "bump", LATER)),),
}


def public_edits() -> set[str]:
    """Name every public function of the room that gives an Edit of a case."""
    found = set()
    for module in pkgutil.iter_modules(genogram_app.edit.__path__):
        held = importlib.import_module(f"genogram_app.edit.{module.name}")
        for name, each in vars(held).items():
            notes = getattr(each, "__annotations__", {})
            own = getattr(each, "__module__", "") == held.__name__
            if own and not name.startswith("_") and notes.get("return") == "Edit" and "case" in notes:
                found.add(name)
    return found
