"""The panels beside the sheet: the list, and the page of what is selected."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from genogram_app.edit.records import correct
from genogram_app.edit.result import Edit
from genogram_app.edit.spells import change_state
from genogram_app.edit.statements import share, unshare
from genogram_app.family import kinship
from genogram_app.model.base import Blank, Share, Standing
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails
from genogram_app.model.household import Household
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, PartnerIn, Tie, Union
from genogram_app.picture.compose import Sheet, compose
from genogram_app.ui.controls.lines import SideLine, TextArea
from genogram_app.ui.controls.rows import RowButton
from genogram_app.ui.panels.inspector.basis import BasisPart
from genogram_app.ui.panels.inspector.called import called, doubted_say
from genogram_app.ui.panels.inspector.child_link import ChildLinkPage
from genogram_app.ui.panels.inspector.parents import parent_offers
from genogram_app.ui.panels.inspector.person import PersonPage
from genogram_app.ui.panels.inspector.pickers import Picker
from genogram_app.ui.panels.inspector.several import MOST, SeveralPage
from genogram_app.ui.panels.inspector.spells import SpellsPart
from genogram_app.ui.typing import IN_A_ROW
from genogram_app.words import Sentence
from tests.robots import settle, wait_for
from tests.ui.crashes import labels
from tests.ui.shell import ShellRobot, place_of
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def test_what_is_typed_in_the_inspector_is_one_step_and_is_said_back(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F4")
    first = robot.desk.session.case
    robot.write("Name", "Jaydon Carter")
    robot.write("Born, or age", "about 2014")
    person = robot.desk.session.case.family.get(Person, robot.named("Jaydon Carter"))
    assert person.born == When("2014~")
    assert person.basis_of("name").share is Share.SHARED
    robot.work.canvas.setFocus()
    settle()
    robot.key("Ctrl+Z", "Ctrl+Z")
    assert robot.desk.session.case is first


def test_a_mother_who_is_typed_as_due_stays_born_and_the_field_says_why(robot: ShellRobot) -> None:
    begin(robot)
    family = robot.desk.session.case.family
    mother = next(each.id for each in family.people if kinship.children_of(family, each.id))
    robot.desk.select([mother])
    robot.key("F4")
    robot.write("Born, or age", "due March")
    robot.key("Tab")
    assert not robot.desk.session.case.family.get(Person, mother).unborn
    assert any("born already" in each for each in labels(robot))


def test_a_blank_is_one_click_beside_its_field(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.click(robot.field("Born, or age"))
    robot.push("Born, or age: won’t say")
    assert robot.desk.session.case.family.get(Person, robot.named("Jay")).born is Blank.DECLINED


def test_writing_over_in_the_family_view_loses_nothing_of_the_case_file(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    robot.write("Known as", "Jaybird")
    robot.key("F6", "F4")
    robot.write("Known as", "J")
    person = robot.desk.session.case.family.get(Person, robot.named("Jay"))
    assert person.known_as == "J"
    assert [account.value for account in person.accounts_of("known_as")] == ["Jaybird"]


def test_the_list_and_the_sheet_select_alike(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Ctrl+F")
    robot.type("mother")
    robot.key("Down")
    assert len(robot.desk.selection) == 1
    assert robot.work.canvas.selection == robot.desk.selection
    assert robot.desk.context.one(Person).gender == robot.desk.session.kinds.mother  # type: ignore[union-attr]
    robot.sheet.click("Jay")
    assert robot.desk.selection == (robot.named("Jay"),)
    shown = robot.work.people.list.selectedIndexes()
    assert [index.data() for index in shown] == [] or shown[0].data() == "Jay"


@pytest.mark.parametrize("key", ["Enter", "F2"])
def test_a_name_is_written_from_the_list(robot: ShellRobot, key: str) -> None:
    begin(robot)
    robot.key("Ctrl+F")
    robot.type("mother")
    robot.key("Down")
    (mother,) = robot.desk.selection
    robot.key(key)
    robot.type("Lisa")
    robot.key("Enter")
    assert robot.desk.session.case.family.get(Person, mother).name == "Lisa"
    assert not robot.work.canvas.floats.line.open


def test_letters_name_the_other_end_of_a_line_and_are_no_commands(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("W")
    robot.type("mum Wanda Pryce 38, brother Emrys 4")
    robot.key("Enter")
    robot.sheet.click("Emrys")
    robot.key("R")
    robot.type("pryce")
    robot.key("Enter")
    assert not robot.work.canvas.floats.line.open
    robot.sheet.push("close")
    (bond,) = robot.desk.session.case.family.edges(Bond)
    assert set(bond.ends) == {robot.named("Wanda Pryce"), robot.named("Emrys")}


def test_a_relationship_begun_from_the_list_goes_on_with_the_keys_of_the_sheet(robot: ShellRobot) -> None:
    named_parent(robot)
    robot.key("Ctrl+F")
    robot.type("Lisa")
    robot.key("Down", "R", "Down", "Enter")
    assert robot.work.canvas.floats.palette.isVisible()
    robot.type("close")
    robot.key("Enter")
    (bond,) = robot.desk.session.case.family.edges(Bond)
    assert set(bond.ends) == {robot.named("Lisa"), robot.named("Jay")}
    assert robot.names() == ["Jay", "Lisa"]


def test_a_name_that_is_left_for_the_list_is_written_and_its_box_closes(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("B")
    robot.type("Sheila")
    robot.key("Ctrl+F")
    robot.type("Jay")
    robot.key("Down")
    assert not robot.work.canvas.floats.naming
    assert "Sheila" in robot.names()
    assert robot.desk.selection == (robot.named("Jay"),)
    assert robot.work.people.list.hasFocus()


@pytest.mark.parametrize("key", ["Enter", "F2"])
def test_the_name_of_a_service_is_written_from_the_list(robot: ShellRobot, key: str) -> None:
    begin(robot)
    robot.key("A")
    robot.type("head teacher")
    robot.key("Down", "Enter")
    robot.key("Ctrl+F")
    robot.type("school")
    robot.key("Down", key)
    robot.type("Hill School")
    assert robot.desk.session.case.family.agencies[0].name == "Hill School"


def test_a_service_from_the_presets_is_tied_to_whom_is_selected(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("A")
    robot.type("head teacher")
    robot.key("Down", "Enter")
    family = robot.desk.session.case.family
    agency = family.agencies[0]
    assert agency.job_title == "head teacher"
    assert robot.desk.selection == (agency.id,)
    assert robot.named("Jay") in {end for tie in family.edges(Tie) for end in tie.ends}
    assert robot.desk.session.viewing.kind == "combined"
    assert "combined" in robot.work.messages.sentence.text()
    robot.type("Hill School")
    assert robot.desk.session.case.family.agencies[0].name == "Hill School"


def test_the_worker_is_put_on_the_sheet_and_remembered(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)

    def answer() -> None:
        robot.write("Your name", "Hannah Lowe")
        robot.write("Job title, in full", "Social worker")
        robot.write("Team", "Team 2")
        robot.key("Enter")

    def ask() -> None:
        robot.key("A")
        robot.push("Worker and team…")

    robot.answering(answer, ask)
    worker = robot.desk.session.case.details.worker
    assert worker is not None
    assert worker in robot.desk.session.case.family
    assert "Hannah Lowe" in (tmp_path / "data" / "worker.json").read_text(encoding="utf-8")
    assert called(robot.desk, worker) == "Hannah Lowe", "the sheet's page lists the worker, not the team"


def test_what_kind_of_home_it_is_is_picked_on_its_page(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    home = robot.desk.seen.family.households[0]
    robot.desk.select([home.id])
    settle()
    page = robot.work.inspector.page
    (box,) = page.findChildren(Picker)
    foster = next(card for card in robot.desk.scene.catalog.rings.values() if "foster" in card.tag)
    box.activated.emit(box.findText(foster.tag))
    settle()
    assert robot.desk.session.case.family.get(Household, home.id).kind == foster.id


def test_a_household_is_a_selection_and_one_key(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("Ctrl+A", "H")
    home = robot.desk.session.case.family.households[0]
    assert len(kinship.members(robot.desk.session.case.family, home.id)) == 7
    robot.type("Gran's home")
    robot.key("Enter")
    assert robot.work.canvas.hasFocus()
    assert robot.desk.session.case.family.households[0].name == "Gran's home"


def offered(robot: ShellRobot) -> dict[str, list[str]]:
    """Give what the page of whom is selected offers as parents and carers, with what lies under each."""
    page = robot.work.inspector.page
    found = {}
    for says, more in parent_offers(page):
        found[says] = [] if callable(more) else [each for each, _ in more if each]
    return found


def test_what_may_be_added_as_parents_or_carers_is_short_and_says_nothing_of_paternity(
    robot: ShellRobot,
) -> None:
    named_parent(robot)
    robot.desk.select([robot.named("Jay")])
    robot.key("F4")
    here = offered(robot)
    assert "Parents" not in here  # both are there
    assert here["foster care"][-1] == "Lisa"
    assert len(here["foster care"]) == 3
    assert not any("thought" in says or "disputed" in says for says in here)
    robot.key("F6")
    assert any("disputed" in says for says in offered(robot))


def test_the_page_of_a_child_s_line_asks_nothing_of_paternity_in_the_family_s_view(
    robot: ShellRobot,
) -> None:
    named_parent(robot)
    family = robot.desk.session.case.family
    link = kinship.links_up(family, robot.named("Jay"))[0]
    robot.desk.select([link.id])
    robot.key("F4")

    def offers() -> str:
        page = robot.work.inspector.page
        assert isinstance(page, ChildLinkPage)
        return " ".join(says for says, _ in page._offers(page._correct))

    asked = ("thought", "disputed", "DNA")
    assert "foster" in offers()
    assert not any(word in offers() for word in asked)
    robot.key("F6")
    assert all(word in offers() for word in asked)


def test_a_doubt_about_the_father_is_none_about_the_mother(robot: ShellRobot) -> None:
    named_parent(robot)
    robot.key("F6")
    family, desk, jay = robot.desk.session.case.family, robot.desk, robot.named("Jay")
    (link,) = kinship.links_up(family, jay)
    doubt = next(card.id for card in desk.scene.catalog.descent.values() if card.doubt)
    desk.act(lambda case, stamp: correct(case, stamp, link.id, kind=doubt))
    settle()
    desk.select([jay])
    robot.key("F4")
    page = robot.work.inspector.page
    assert isinstance(page, PersonPage)
    mother, father = page._parents()
    one, other = (called(desk, parent.id) for parent in kinship.parent_people(family, link))
    label = desk.scene.catalog.link(doubt).label
    assert {mother.says, father.says.removesuffix(f", {label}")} == {one, other}
    assert father.says.endswith(label)
    assert mother.key == father.key == link.id
    assert father.says == f"{doubted_say(desk, kinship.links_up(desk.seen.family, jay)[0])}, {label}"


def test_cousins_may_marry(robot: ShellRobot) -> None:
    """A grandmother on one side is the sister of a grandfather on the other."""
    begin(robot)
    robot.key("Up", "Up", "Enter")
    robot.type("Parveen")
    robot.key("Enter", "P", "Escape", "F4")
    parveen, family = robot.named("Parveen"), robot.desk.session.case.family
    assert not kinship.siblings_of(family, parveen)
    other = next(p.id for p in family.people if not kinship.links_up(family, p.id) and p.id != parveen)
    robot.desk.select([other])
    settle()
    couples = dict(parent_offers(robot.work.inspector.page))["Parents who are on the sheet"]
    assert not callable(couples)
    (act,) = [act for says, act in couples if says.startswith("Parveen’s")]
    assert callable(act)
    act()
    assert [each.id for each in kinship.siblings_of(robot.desk.session.case.family, parveen)] == [other]


def named_parent(robot: ShellRobot) -> None:
    """Begin, and name one of the child's parents, who stays selected."""
    begin(robot)
    robot.key("Up", "Enter")
    robot.type("Lisa")
    robot.key("Enter")


def test_a_child_is_not_offered_as_the_one_to_ring(robot: ShellRobot) -> None:
    named_parent(robot)
    robot.key("Down", "B")
    robot.type("Mia")
    robot.key("Tab")
    robot.type("15")
    robot.key("Enter")
    for who in ("Jay", "Mia"):
        robot.desk.select([robot.named(who)])
        robot.key("G")
        settle()
        assert robot.desk.session.case.details.go_to is None


@pytest.mark.parametrize(("key", "says"), [("D", ""), ("Delete", "Removed. ")])
def test_the_one_to_ring_is_missed_when_lost(robot: ShellRobot, key: str, says: str) -> None:
    named_parent(robot)
    robot.key("G")
    settle(IN_A_ROW + 0.1)
    robot.key("Enter")
    robot.key(key)
    said = robot.work.messages.sentence.text()
    assert said == f"{says}Lisa was the one to ring out of hours. Name somebody else."
    robot.push("Undo")
    assert robot.desk.session.case.details.go_to is not None


def test_the_number_of_the_one_to_ring_is_written_at_once(robot: ShellRobot) -> None:
    named_parent(robot)
    robot.desk.select([])
    robot.key("F4")
    view = robot.desk.session.viewing.kind
    plus = robot.work.inspector.findChild(QToolButton, "go_to editor")
    assert plus is not None
    offers = plus.menu()
    offers.popup(robot.window.mapToGlobal(robot.window.rect().center()))
    (says,) = [action.text() for action in offers.actions()]
    assert says in ("Lisa, mum", "Lisa, dad")
    robot.click(offers, place_of(offers, says))
    robot.type("0161 222 1212")
    go_to = robot.desk.session.case.details.go_to
    assert go_to is not None
    assert go_to.telephone == "0161 222 1212"
    assert robot.desk.session.viewing.kind == view
    robot.key("Enter")
    assert robot.work.canvas.hasFocus()


def test_a_nameless_person_is_headed_and_asked_for_by_kinship(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F4", "Up", "Enter")
    whom = robot.work.canvas.floats.editor.whom
    assert whom in ("Jay’s father", "Jay’s mother")
    assert robot.work.inspector.page.title() == whom


def test_a_review_date_is_written_in_full(robot: ShellRobot) -> None:
    begin(robot)
    robot.desk.select([])
    robot.key("F4")
    robot.write("Next review", "22 Feb 2027")
    details = robot.desk.session.case.details
    assert isinstance(details, CaseDetails)
    assert details.review_due == date(2027, 2, 22)


def test_every_control_has_a_name_for_a_screen_reader(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("F6")
    for record in _one_of_each(robot):
        robot.desk.select([record] if record else [])
        settle()
        nameless = [
            widget
            for widget in robot.window.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox)
            and widget.isVisible()
            and not widget.accessibleName()
            and not widget.toolTip()
            and not getattr(widget, "text", str)()
        ]
        assert not nameless, [(type(each).__name__, each.objectName()) for each in nameless]


def test_tab_goes_down_the_page_as_it_is_read(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    robot.desk.select([robot.named("Lisa Carter")])
    settle()
    panel = robot.work.inspector
    panel.focus()
    tops = []
    while (here := QApplication.focusWidget()) is not None and panel.isAncestorOf(here):
        tops.append(here.mapTo(panel.page, here.rect().center()).y())
        robot.hand.key("Tab")
    assert len(tops) > 15
    assert all(below >= above - 45 for above, below in pairwise(tops)), tops


def test_the_page_of_everybody_fits_the_panel(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    for person in robot.desk.seen.family.people:
        robot.desk.select([person.id])
        settle()
        panel = robot.work.inspector
        assert panel.page.width() <= panel._area.viewport().width(), person.name


def test_every_page_fits_the_panel(robot: ShellRobot) -> None:
    robot.window.practice()
    for key in ("F4", "F6"):  # the family's view with the panel unfolded, then the worker's
        robot.key(key)
        for record in _one_of_each(robot):
            robot.desk.select([record] if record else [])
            settle()
            panel = robot.work.inspector
            assert panel.page.width() <= panel._area.viewport().width(), type(panel.page).__name__


def _one_of_each(robot: ShellRobot) -> list[str]:
    found = {
        type(record): record.id
        for record in robot.desk.seen.family.records()
        if not isinstance(record, PartnerIn)
    }
    return ["", *found.values()]


def _states(robot: ShellRobot) -> tuple[set[str], str]:
    """Give what two may become, as the page of a couple offers it, and what the page says they are."""
    part = robot.work.inspector.page.findChild(SpellsPart)
    assert part is not None
    return {says for says, _ in part._changes()}, robot.work.inspector.page.subtitle()


def _hints(robot: ShellRobot) -> list[str]:
    page = robot.work.inspector.page
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_a_couple_s_state_of_harm_asks_who_says_so_and_is_the_worker_s_alone(robot: ShellRobot) -> None:
    robot.window.practice()
    catalog = robot.desk.session.catalog
    forced = next(card for card in catalog.unions.values() if card.harm)
    union = robot.desk.seen.family.unions[0]
    robot.desk.select([union.id])
    robot.key("F4")
    assert forced.label not in _states(robot)[0]
    robot.key("F6")
    assert forced.label in _states(robot)[0]
    robot.desk.act(lambda case, stamp: change_state(case, stamp, union.id, forced.id))
    settle()
    (part,) = robot.work.inspector.page.findChildren(BasisPart)
    part._standing.activated.emit(list(Standing).index(Standing.DENIED) + 1)
    settle()
    told = robot.desk.session.case.family.get(Union, union.id).spells[-1]
    assert (told.kind, told.basis.standing, told.basis.teller) == (forced.id, Standing.DENIED, None)
    kept = "What tells of harm stays in the case file."
    assert any(kept in said for said in _hints(robot))
    robot.desk.act(lambda case, stamp: unshare(case, [union.id]))
    settle()
    assert not any(kept in said for said in _hints(robot))
    robot.desk.act(lambda case, stamp: share(case, [union.id]))
    settle()
    robot.key("F6")
    offered, said = _states(robot)
    assert forced.label not in {said, *offered}
    assert not robot.work.inspector.page.findChildren(BasisPart)


def test_a_double_click_on_a_couple_asks_what_they_are(robot: ShellRobot) -> None:
    robot.window.practice()
    union = robot.desk.seen.family.unions[0].id
    canvas = robot.work.canvas
    robot.hand.double_click(canvas.viewport().mapToGlobal(canvas.place_of(union)))
    assert robot.desk.selection == (union,)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "filter"


def test_the_sheet_is_painted_before_the_panels_beside_it_hear(robot: ShellRobot) -> None:
    robot.window.practice()
    canvas, told = robot.work.canvas, list[str]()
    canvas.setFocus()
    wait_for(lambda: QApplication.focusWidget() is canvas, "The sheet hasn't the keyboard.")
    watch = Paintings(told)
    canvas.viewport().installEventFilter(watch)
    for name, signal in (("changed", robot.desk.changed), ("selected", robot.desk.selected)):
        signal.connect(lambda name=name: told.append(name))
    child = next(person for person in robot.desk.seen.family.people if person.subject)
    canvas.select((child.id,))
    told.clear()
    assert canvas.perform("add_partner")
    assert told[0] == "painted"
    assert {"changed", "selected"} <= set(told)
    assert len(robot.desk.selection) == 1


class Paintings(QObject):
    """Notes when something is painted."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self._told = told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._told.append("painted")
        return False


def test_the_page_of_what_is_selected_is_filled_once_for_each_step(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    child = next(person for person in robot.desk.seen.family.people if person.subject)
    robot.desk.select([child.id])
    filled = list[int]()
    robot.work.inspector.page.shows(lambda: filled.append(1))
    robot.desk.act(lambda case, stamp: correct(case, stamp, child.id, notes="Likes drawing."))
    assert filled == [1]
    robot.desk.changed.emit()
    assert filled == [1]


def test_enter_in_the_search_finds_whom_it_names_before_who_lives_with_them(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("W")
    robot.type("gran Aino 60 mum's mum")
    robot.key("Enter", "Ctrl+A", "H")
    robot.type("Aino's home")
    robot.key("Enter", "Ctrl+F")
    robot.type("aino")
    assert robot.work.people.list.model().rowCount() > 2, "the home's name finds everybody in it"
    robot.key("Enter")
    assert robot.desk.selection == (robot.named("Aino"),)


def test_keys_come_before_the_sheet_and_a_note_draws_nothing_anew(
    robot: ShellRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each key laid out the whole sheet; the key that covers it stood behind them for ten seconds."""
    robot.window.practice()
    robot.key("F6")
    key = robot.named("Gemma Reid")
    robot.desk.select([key])
    composed = list[object]()

    def counted(*of: Any) -> Sheet:
        composed.append(of)
        return compose(*of)

    monkeypatch.setattr("genogram_app.studio.scene.compose", counted)
    for field, drawn in (("notes", 0), ("known_as", 1)):
        area = robot.work.inspector.write_in(field)
        assert isinstance(area, SideLine | TextArea)
        robot.hand.type(".")  # the first step of a day dates the sheet
        composed.clear()
        for letter in "She wrote this herself":
            QTest.keyClicks(area, letter)
        assert not composed
        waiting = area.typed
        wait_for(lambda waiting=waiting: not waiting.waits, "it isn't written")  # type: ignore[misc]
        assert len(composed) == drawn
    assert robot.desk.session.case.family.get(Person, key).notes == ".She wrote this herself"


def test_half_a_note_is_the_worker_s_when_the_screen_is_covered(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.key("F6")
    key = robot.named("Gemma Reid")
    robot.desk.select([key])
    area = robot.work.inspector.write_in("notes")
    assert area is not None
    QTest.keyClicks(area, "Said in confidence")
    robot.window.perform("cover")
    robot.window.perform("cover")
    assert not robot.desk.by_worker
    record = robot.desk.session.case.family.get(Person, key)
    assert record.notes == "Said in confidence"
    assert not record.basis_of("notes").shared


def test_half_a_note_is_saved(robot: ShellRobot, tmp_path: Path) -> None:
    robot.window.practice()
    robot.key("F6")
    robot.desk.select([robot.named("Gemma Reid")])
    area = robot.work.inspector.write_in("notes")
    assert area is not None
    QTest.keyClicks(area, "Half a")
    robot.window.save_in(tmp_path / "case.genogram")
    QTest.keyClicks(area, " note")
    robot.window.perform("save")
    assert "Half a note" in (tmp_path / "case.genogram").read_text(encoding="utf-8")


def test_of_very_many_selected_the_first_are_named_and_the_others_counted(robot: ShellRobot) -> None:
    begin(robot)
    robot.window.perform("worker_view")
    people = [Person(id=f"p_{number:03}", name=f"Cousin {number}") for number in range(MOST + 7)]
    robot.desk.act(lambda case, stamp: Edit(Sentence("Add people"), case.changed(put=people)))
    robot.desk.select([person.id for person in people])
    page = robot.work.inspector.page
    assert isinstance(page, SeveralPage)
    rows = page.findChildren(RowButton)
    assert [row.row.says for row in rows][:2] == ["Cousin 0", "Cousin 1"]
    assert len(rows) == MOST
    assert "and 7 more" in [each.text() for each in page.findChildren(QLabel)]
