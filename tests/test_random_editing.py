"""Random editing: whatever is done, the case stays sound, is saved whole, and comes back by undo.

A state machine does random commands and edits of a case, undoes, redoes, saves,
loads, and draws it as each of the three sheets. After each step the case is
checked; at the end undoing everything must give the very first object, its bytes
unchanged. A twin shows that one record changed in place would be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from genogram_app.catalog.load import load
from genogram_app.edit import (
    agencies,
    arrange,
    children,
    details,
    households,
    people,
    spells,
    start,
    statements,
    themes,
    ties,
)
from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.text import read_date
from genogram_app.errors import RefusedError
from genogram_app.family.case import Case, to_document
from genogram_app.family.seen import Reader
from genogram_app.model.base import Basis, Blank, Record
from genogram_app.model.dates import When
from genogram_app.model.document import ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import Bond, ChildOf, Direction, Edge, LivesIn, Union
from genogram_app.store.codec import decode, encode
from genogram_app.studio.commands import COMMANDS
from genogram_app.studio.context import Context
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from tests.builders import TODAY, counting, stamp

CATALOG = load()
SCENE = Scene(CATALOG)
STEPS = [command for command in COMMANDS if command.edit is not None]
TYPED = ["34", "about 1990", "Mar 2017", "3/3/2015", "?", "? ask", "before 1990", "1980s", "3 weeks"]
typed_dates = st.sampled_from(TYPED).map(lambda text: read_date(text, TODAY))
some_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=12)
picks = st.lists(st.integers(0, 10_000), max_size=3)
Maker = Callable[[Case], Edit]
#: What is said of a case whose bytes aren't what they were when it was made.
IN_PLACE = "a step was changed in place"


class Editing(RuleBasedStateMachine):
    """A worker who tries everything."""

    def __init__(self) -> None:
        super().__init__()
        self.first = start.new_case(stamp(), kinds_of(CATALOG), "Jay").case
        self.steps = [(self.first, encode(self.first))]
        self.session = Session(self.first, CATALOG, today=lambda: TODAY, new_id=counting(1000))
        self.kinds_by_id: dict[Id, type[Record]] = {}
        self.drawn: Case | None = None

    # -- what is done ------------------------------------------------------------

    @rule(name=st.sampled_from([command.id for command in STEPS]), picked=picks)
    def command(self, name: str, picked: list[int]) -> None:
        command = next(command for command in STEPS if command.id == name)
        command.run(Context(self.session, self._picked(picked)))

    @rule(worker=st.booleans())
    def look(self, worker: bool) -> None:
        reader = Reader.CASE_FILE if worker else Reader.FAMILY
        self.session.look(replace(self.session.viewing, reader=reader))

    @rule(pick=st.integers(0), name=some_text, born=typed_dates, merge=st.sampled_from(["", "typing"]))
    def type_about_somebody(self, pick: int, name: str, born: DateField, merge: str) -> None:
        fields = {"name": name, "born": born, "notes": name}
        self._do(Person, pick, lambda c, key: correct(c, self.session.stamp, key, merge=merge, **fields))

    @rule(pick=st.integers(0), when=typed_dates)
    def death(self, pick: int, when: DateField) -> None:
        self._do(Person, pick, lambda c, key: people.died(c, self.session.stamp, key, when))

    @rule(pick=st.integers(0), when=typed_dates, legal=st.booleans(), fix=st.booleans())
    def change_a_state(self, pick: int, when: DateField, legal: bool, fix: bool) -> None:
        card = next(iter(CATALOG.legal if legal else CATALOG.unions))
        now = self.session.stamp

        def edit(case: Case, key: Id) -> Edit:
            if fix:
                return spells.correct_state(case, now, key, kind=card, since=when)
            return spells.change_state(case, now, key, card, when)

        self._do(Person if legal else Union, pick, edit)

    @rule(a=st.integers(0), b=st.integers(0), direction=st.sampled_from(Direction), when=typed_dates)
    def relate(self, a: int, b: int, direction: Direction, when: DateField) -> None:
        two = self._one(Person, a), self._one(Person, b)
        quality = CATALOG.everyday()[a % 6].id
        if None not in two:
            now = self.session.stamp
            self._try(lambda c: ties.add_bond(c, now, *two, quality, direction=direction, since=when))  # type: ignore[arg-type]

    @rule(pick=st.integers(0), when=typed_dates)
    def change_a_relationship(self, pick: int, when: DateField) -> None:
        quality = CATALOG.everyday()[pick % 6].id
        self._do(Bond, pick, lambda c, key: ties.change_bond(c, self.session.stamp, key, quality, when))

    @rule(pick=st.integers(0), when=typed_dates)
    def change_carers(self, pick: int, when: DateField) -> None:
        kind = list(CATALOG.descent)[pick % len(CATALOG.descent)]
        now, kinds = self.session.stamp, self.session.kinds
        self._do(ChildOf, pick, lambda c, key: children.change_carers(c, now, kinds, key, when, kind=kind))

    @rule(child=st.integers(0), parent=st.integers(0), other=st.integers(0), two=st.booleans())
    def link(self, child: int, parent: int, other: int, two: bool) -> None:
        ids = [self._one(Person, pick) for pick in ((child, parent, other) if two else (child, parent))]
        if None not in ids and len(set(ids)) == len(ids):
            first, *parents = [key for key in ids if key is not None]
            now, kinds = self.session.stamp, self.session.kinds
            self._try(lambda c: children.link_children(c, now, kinds, [first], parents))

    @rule(pick=st.integers(0), when=typed_dates, part_time=st.booleans())
    def change_a_stay(self, pick: int, when: DateField, part_time: bool) -> None:
        now = self.session.stamp
        self._do(LivesIn, pick, lambda c, key: households.change_stay(c, now, key, when, part_time=part_time))

    @rule(pick=st.integers(0), kind=st.sampled_from(sorted(CATALOG.agencies)), name=some_text)
    def bring_a_service(self, pick: int, kind: str, name: str) -> None:
        now = self.session.stamp
        self._do(Person, pick, lambda c, key: agencies.add_agency(c, now, kind, name=name, ties_to=[key]))

    @rule(pick=st.integers(0), words=some_text, who=st.booleans())
    def write_a_theme(self, pick: int, words: str, who: bool) -> None:
        now = self.session.stamp
        if who:
            self._do(Person, pick, lambda c, key: themes.add_theme(c, now, key, words=words))
        else:
            self._try(lambda c: themes.add_theme(c, now, c.details.id, words=words))

    @rule(pick=st.integers(0), words=some_text, born=typed_dates)
    def quote_and_another_account(self, pick: int, words: str, born: DateField) -> None:
        now = self.session.stamp
        self._do(Person, pick, lambda c, key: statements.add_quote(c, now, key, words))
        self._do(Person, pick, lambda c, key: statements.add_account(c, now, key, "born", born))

    @rule(reference=some_text)
    def write_the_reference(self, reference: str) -> None:
        self._try(lambda c: details.correct_details(c, self.session.stamp, reference=reference))

    @rule(pick=st.integers(0), x=st.floats(-1e4, 1e4), y=st.floats(-1e4, 1e4))
    def place(self, pick: int, x: float, y: float) -> None:
        kind = self.session.viewing.kind
        self._do(Person, pick, lambda c, key: arrange.place(c, kind, {key: (x, y)}))

    @precondition(lambda self: self.session.case is not self.drawn)
    @rule(worker=st.booleans(), kind=st.sampled_from(get_args(ViewKind)))
    def draw(self, worker: bool, kind: ViewKind) -> None:
        """Compose one of the three sheets: whatever the family is, it can be shown."""
        reader = Reader.CASE_FILE if worker else Reader.FAMILY
        viewing = replace(self.session.viewing, reader=reader, kind=kind)
        self.drawn = self.session.case
        SCENE.sheet(self.session.drawn_in(viewing), self.session.view_in(viewing))

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.session.undo()

    @precondition(lambda self: self.session.redoes is not None)
    @rule()
    def redo(self) -> None:
        self.session.redo()

    # -- what must hold --------------------------------------------------------------

    @invariant()
    def every_line_leads_somewhere(self) -> None:
        found = self.session.case.family
        for record in found.records():
            if isinstance(record, Edge):
                assert all(end in found for end in record.ends)

    @invariant()
    def no_id_is_used_again(self) -> None:
        for record in self.session.case.family.records():
            assert self.kinds_by_id.setdefault(record.id, type(record)) is type(record)

    @invariant()
    def every_statement_is_stamped(self) -> None:
        for basis in bases(self.session.case):
            assert basis.recorded == TODAY

    @invariant()
    def saved_and_loaded_it_is_the_same(self) -> None:
        case = self.session.case
        if any(case is kept for kept, _ in self.steps):
            return
        data = encode(case)
        assert to_document(decode(data, "random.genogram")) == to_document(case)
        self.steps.append((case, data))

    def teardown(self) -> None:
        self.session.look(Viewing(reader=Reader.CASE_FILE))  # where every step can be taken back
        while self.session.undoes is not None:
            self.session.undo()
        assert self.session.case is self.first
        for case, data in self.steps:
            assert encode(case) == data, IN_PLACE

    # -- choosing ------------------------------------------------------------------

    def _picked(self, picked: list[int]) -> tuple[Id, ...]:
        ids = [record.id for record in self.session.case.family.records()]
        return tuple(dict.fromkeys(ids[pick % len(ids)] for pick in picked)) if ids else ()

    def _one(self, kind: type[Record], pick: int) -> Id | None:
        ids = [record.id for record in self.session.case.family.records() if isinstance(record, kind)]
        return ids[pick % len(ids)] if ids else None

    def _do(self, kind: type[Record], pick: int, edit: Callable[[Case, Id], Edit]) -> None:
        key = self._one(kind, pick)
        if key is not None:
            self._try(lambda case: edit(case, key))

    def _try(self, edit: Maker) -> None:
        """Do an edit; one that is refused changes nothing."""
        before = self.session.case
        try:
            self.session.do(edit(before))
        except RefusedError:
            assert self.session.case is before


def bases(case: Case) -> Iterator[Basis]:
    """Go through what every statement of a case rests on."""
    records: list[Record] = [case.details, *case.family.records()]
    if case.details.go_to is not None:
        records.append(case.details.go_to)
    for record in records:
        yield record.basis
        parts = (record.said, record.accounts, record.quotes)
        parts += tuple(getattr(record, name, ()) for name in ("themes", "legal", "spells"))
        yield from (item.basis for part in parts for item in part)
        states = (state for name in ("legal", "spells") for state in getattr(record, name, ()))
        yield from (state.until_basis for state in states if state.until_basis is not None)


RUN = settings(max_examples=100, stateful_step_count=40, deadline=None)
#: To find a fault is enough for the twin; what it takes at least doesn't matter.
FIND = settings(RUN, max_examples=200, phases=[Phase.generate], print_blob=False)


def test_whatever_is_done_can_be_saved_and_undone() -> None:
    run_state_machine_as_test(Editing, settings=RUN)


def test_the_same_finds_a_record_that_was_changed_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    proper = people.died

    def careless(case: Case, now: Stamp, person: Id, when: DateField = Blank.NOT_ASKED) -> Edit:
        """Write into the record that was given, as only a fault could."""
        object.__setattr__(case.family.get(Person, person), "died", When("1901"))
        return proper(case, now, person, when)

    monkeypatch.setattr(people, "died", careless)
    with pytest.raises(AssertionError, match=IN_PLACE):
        run_state_machine_as_test(Editing, settings=FIND)
