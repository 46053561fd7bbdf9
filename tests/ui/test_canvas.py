"""The canvas, used by a robot: mouse and keys in, the family and the sheet out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from genogram_app.drawing.primitives import Path
from genogram_app.family import kinship
from genogram_app.family.seen import Reader
from genogram_app.model.base import Standing, Teller
from genogram_app.model.ties import Bond, Direction, Tie
from genogram_app.ui.canvas.boxes import Boxes
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.view import Canvas
from tests.robots import CanvasRobot, settle, wait_for
from tests.ui.stage import canvas_with, small_family

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """A canvas with a small family, in the family's view."""
    shown = canvas_with(small_family())
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def robot(canvas: Canvas) -> CanvasRobot:
    """A robot that draws on it."""
    return CanvasRobot(canvas)


@pytest.fixture
def worker(qtbot: QtBot) -> CanvasRobot:
    """A robot in the worker's view."""
    shown = canvas_with(small_family(), by_worker=True)
    qtbot.addWidget(shown)
    return CanvasRobot(shown)


def test_what_stands_near_somebody_is_everybody_whose_box_reaches_there(canvas: Canvas) -> None:
    boxes = Boxes(canvas)
    figures = [node for node in canvas.board.nodes if node.role in FIGURES]
    for node in figures:
        for air in (0.0, 40.0, 2000.0):
            near = boxes.of(node).grown(air)
            all_of_them = [boxes.of(other) for other in figures if other is not node]
            assert boxes.others(node, near) == [box for box in all_of_them if box.overlaps(near)]


class TestSelecting:
    def test_a_click_selects_whom_it_is_on(self, robot: CanvasRobot) -> None:
        robot.click("Gran")
        assert robot.selected == ["Gran"]

    def test_shift_adds_and_takes_away_again(self, robot: CanvasRobot) -> None:
        robot.click("Gran")
        robot.click("Jay", "Shift")
        assert robot.selected == ["Gran", "Jay"]
        robot.click("Gran", "Shift")
        assert robot.selected == ["Jay"]

    def test_empty_paper_and_escape_select_nothing(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.click_empty()
        assert robot.selected == []
        robot.click("Jay")
        robot.key("Escape")
        assert robot.selected == []

    def test_a_rubber_band_selects_everybody_inside(self, robot: CanvasRobot) -> None:
        port = robot.canvas.viewport().rect()
        robot.band((4, 4), (port.width() - 4, port.height() - 4))
        assert set(robot.selected) == {"Darren", "Gran", "Hill School", "Jay", "Lisa", "Mia"}

    def test_the_selection_is_told_and_said(self, robot: CanvasRobot, qtbot: QtBot) -> None:
        with qtbot.waitSignal(robot.canvas.selection_changed) as told:
            robot.click("Jay")
        assert told.args == [("jay",)]
        assert robot.canvas.accessibleDescription().startswith("Jay")


class TestWalking:
    def test_arrows_walk_the_family(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("Right")
        assert robot.selected == ["Mia"]
        robot.key("Left", "Up")
        assert robot.selected[0] in ("Lisa", "Darren")
        robot.click("Lisa")
        robot.key("Up")
        assert robot.selected == ["Gran"]
        robot.key("Down")
        assert robot.selected == ["Lisa"]

    def test_shift_and_the_arrows_select_several_and_going_back_lets_go(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("Shift+Right")
        assert robot.selected == ["Jay", "Mia"]
        robot.key("Shift+Up")
        assert robot.selected[:2] == ["Jay", "Mia"]
        assert len(robot.selected) == 3
        robot.click("Jay")
        robot.key("Shift+Right", "Shift+Left")
        assert robot.selected == ["Jay"]

    def test_with_nobody_selected_the_child_comes_first(self, robot: CanvasRobot) -> None:
        robot.key("Down")
        assert robot.selected == ["Jay"]

    def test_tab_goes_through_everything_in_reading_order(self, robot: CanvasRobot) -> None:
        seen = []
        for _ in range(40):
            robot.key("Tab")
            seen.append(robot.canvas.selection)
            if len(seen) > 1 and seen[-1] == seen[-2]:
                break
        people = [key for (key,) in dict.fromkeys(seen) if key in robot.canvas.seen.family]
        assert {"jay", "mia", "lisa", "darren", "gran", "school"} <= set(people)


class TestAdding:
    def test_a_key_adds_mums_partner_and_asks_the_name(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.key("K")
        robot.type("Tom")
        robot.key("Tab")
        robot.type("34")
        robot.key("Enter")
        family = robot.canvas.session.case.family
        tom = family.record(robot.find("Tom"))
        assert tom.born.edtf == "1992~"  # type: ignore[attr-defined]
        assert tom.id in {p.id for p in kinship.partners_of(family, "lisa")}
        assert robot.selected == ["Tom"]
        assert robot.canvas.hasFocus()

    def test_a_handle_adds_a_child(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.push("Add a child")
        robot.type("Ben")
        robot.key("Enter")
        children = {p.name for p in kinship.children_of(robot.canvas.session.case.family, "lisa")}
        assert children == {"Jay", "Mia", "Ben"}

    def test_escape_leaves_a_placeholder(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("B")
        robot.type("Xy")
        robot.key("Escape")
        (added,) = robot.canvas.selection
        assert not robot.canvas.session.case.family.record(added).named  # type: ignore[attr-defined]

    def test_both_parents_are_named_one_after_the_other(self, robot: CanvasRobot) -> None:
        robot.click("Darren")
        robot.key("P")
        robot.type("Pat")
        robot.key("Enter")
        robot.type("Bill")
        robot.key("Enter")
        links = kinship.links_up(robot.canvas.session.case.family, "darren")
        parents = kinship.parent_people(robot.canvas.session.case.family, links[0])
        assert {p.name for p in parents} == {"Pat", "Bill"}

    def test_gender_is_picked_with_the_arrow_keys(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("B")
        robot.type("Sam")
        robot.key("Tab", "Tab", "Left", "Enter")
        sam = robot.canvas.session.case.family.record(robot.find("Sam"))
        assert sam.gender != ""  # type: ignore[attr-defined]

    def test_an_unreadable_date_is_said_and_nothing_is_lost(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("F2", "Tab")
        robot.key("Ctrl+A")
        robot.type("last blue moon")
        robot.key("Enter")
        editor = robot.canvas.floats.editor
        assert editor.isVisible()
        assert "can't be read as a date" in editor.note
        robot.key("Escape")
        assert robot.canvas.session.case.family.record("jay").born.edtf == "2015-03-03"  # type: ignore[attr-defined]

    def test_a_mother_is_never_made_unborn(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.key("F2", "Tab")
        robot.key("Ctrl+A")
        robot.type("due March")
        robot.key("Enter")
        editor = robot.canvas.floats.editor
        assert editor.isVisible()
        assert "born already" in editor.note
        robot.key("Escape")
        assert not robot.canvas.session.case.family.record("lisa").unborn  # type: ignore[attr-defined]

    def test_a_child_is_offered_no_partner(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        assert not robot.canvas.floats.handles.buttons["partner"].isVisible()
        robot.click("Lisa")
        assert robot.canvas.floats.handles.buttons["partner"].isVisible()


class TestDragging:
    def test_a_drag_moves_one_and_undo_gives_the_first_object_back(self, robot: CanvasRobot) -> None:
        before = robot.canvas.session.case
        x, _ = robot.canvas.sheet.layout.places["gran"]
        robot.drag("Gran", by=(60, 4))
        places = robot.canvas.session.case.placed("combined")
        assert places["gran"].by_hand
        assert places["gran"].x > x + 20
        assert all(places[key] == before.placed("combined")[key] for key in places if key != "gran")
        robot.key("Ctrl+Z")
        assert robot.canvas.session.case is before

    def test_it_snaps_to_its_row(self, robot: CanvasRobot) -> None:
        robot.drag("Jay", by=(-40, 3))
        places = robot.canvas.session.case.placed("combined")
        assert places["jay"].y == places["mia"].y

    def test_escape_puts_it_back(self, robot: CanvasRobot) -> None:
        before, place = robot.canvas.session.case, robot.where("Gran")
        robot.drag("Gran", by=(80, 30), drop=False)
        robot.key("Escape")
        assert robot.canvas.session.case is before
        assert robot.where("Gran") == place
        item = robot.canvas.board.items["person:gran"]
        assert (item.pos().x(), item.pos().y()) == (0, 0)

    def test_what_is_shown_while_dragging_is_what_comes_of_it(self, robot: CanvasRobot) -> None:
        canvas = robot.canvas
        before = _ink(canvas, "descent:mia.of.pair")
        robot.drag("Mia", by=(50, 2), drop=False)
        settle(0.1)
        shown = _ink(canvas, "descent:mia.of.pair")
        robot.drop()
        assert shown != before
        assert _ink(canvas, "descent:mia.of.pair") == shown

    def test_alt_and_an_arrow_nudge_and_a_row_of_nudges_is_one_step(self, robot: CanvasRobot) -> None:
        before = robot.canvas.session.case
        robot.click("Gran")
        robot.key("Alt+Right", "Alt+Right", "Alt+Right")
        was, now = (case.placed("combined")["gran"] for case in (before, robot.canvas.session.case))
        assert (now.x - was.x, now.y - was.y) == pytest.approx((6.0, 0.0))
        robot.key("Ctrl+Z")
        assert robot.canvas.session.case is before

    def test_delete_removes_without_a_question_and_undo_brings_back(self, robot: CanvasRobot) -> None:
        before = robot.canvas.session.case
        robot.click("Mia")
        robot.key("Delete")
        assert "mia" not in robot.canvas.session.case.family
        assert "person:mia" not in robot.canvas.board.items
        robot.key("Ctrl+Z")
        assert robot.canvas.session.case is before
        assert "person:mia" in robot.canvas.board.items


def _ink(canvas: Canvas, key: str) -> list[tuple[float, float]]:
    """Give the corners of a line that is shown, in points of the layout."""
    back = canvas.sheet.transform.back
    paths = [mark for mark in canvas.board.items[key].node.marks if isinstance(mark, Path)]
    found = [back(*step[-2:]) for path in paths for step in path.outline if step[0] != "Z"]
    return [(round(x, 1), round(y, 1)) for x, y in found]


class TestRelationships:
    def test_a_drag_from_the_handle_opens_the_lines_and_one_click_draws(self, robot: CanvasRobot) -> None:
        robot.click("Gran")
        robot.pull_line(to="Jay")
        robot.push("close")
        (bond,) = robot.canvas.session.case.family.edges(Bond)
        assert {bond.a, bond.b} == {"gran", "jay"}
        assert bond.direction is Direction.UNSET

    def test_the_same_by_keys_alone(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.key("R", "Up", "Enter")
        robot.type("hostile")
        robot.key("Enter")
        (bond,) = robot.canvas.session.case.family.edges(Bond)
        assert bond.ends == ("lisa", "gran")

    def test_the_other_one_is_found_by_name(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.key("R")
        robot.type("hill s")
        robot.key("Enter")
        robot.push("strong support")
        robot.push("Hill School is a strong support to Lisa")
        (tie,) = robot.canvas.session.case.family.edges(Tie)
        assert (tie.a, tie.b) == ("school", "lisa")

    def test_a_name_that_nobody_has_takes_nobody(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.key("R")
        robot.type("grazd")
        robot.key("Enter")
        assert not robot.canvas.floats.palette.isVisible()
        robot.key("Backspace", "Backspace")
        robot.key("Enter")
        assert robot.canvas.floats.palette.isVisible()

    def test_the_other_one_is_found_by_who_they_are_to_the_child(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.key("R")
        robot.type("mum")
        robot.key("Enter")
        robot.push("close")
        (bond,) = robot.canvas.session.case.family.edges(Bond)
        assert set(bond.ends) == {"jay", "lisa"}  # not Mia, whose name begins with the last letter

    def test_every_line_is_said_whole_and_letters_find_one(self, robot: CanvasRobot) -> None:
        robot.click("Lisa")
        robot.pull_line(to="Gran")
        robot.push("All lines…")
        palette = robot.canvas.floats.palette
        for button in palette.offered():
            said = button.fontMetrics().size(0, button.text())
            words = button.width() - button.iconSize().width()
            assert said.width() < words, button.text()
            assert said.height() < button.height(), button.text()
        robot.type("never met")
        assert palette.offered()[0].accessibleName() == "have never met"

    def test_the_family_view_offers_no_line_of_harm(self, robot: CanvasRobot) -> None:
        robot.click("Darren")
        robot.pull_line(to="Lisa")
        robot.push("All lines…")
        offered = {button.accessibleName() for button in robot.canvas.floats.palette.offered()}
        harm = {card.label for card in robot.canvas.maker.catalog.bonds.values() if card.harm}
        assert harm
        assert not harm & offered

    def test_harm_is_drawn_only_when_a_sentence_is_picked(self, worker: CanvasRobot) -> None:
        worker.click("Lisa")
        worker.pull_line(to="Darren")
        worker.type("control")
        worker.key("Enter")
        assert not worker.button("Draw it").isEnabled()
        worker.push("Draw it")
        assert not worker.canvas.session.case.family.edges(Bond)
        worker.push("Darren controls Lisa")
        worker.push("an adult")
        worker.push("reported")
        worker.push("Draw it")
        (bond,) = worker.canvas.session.case.family.edges(Bond)
        assert (bond.a, bond.b, bond.direction) == ("lisa", "darren", Direction.BACK)
        assert (bond.basis.teller, bond.basis.standing) == (Teller.ADULT, Standing.REPORTED)

    def test_a_line_to_a_service_is_a_tie(self, robot: CanvasRobot) -> None:
        robot.click("Jay")
        robot.pull_line(to="Hill School")
        robot.push("strong support")
        robot.push("Hill School is a strong support to Jay")
        (tie,) = robot.canvas.session.case.family.edges(Tie)
        assert (tie.a, tie.b, tie.direction) == ("school", "jay", Direction.FORTH)

    def test_let_go_over_nothing_draws_nothing(self, robot: CanvasRobot) -> None:
        robot.click("Gran")
        handle = robot.button("Draw a relationship…")
        place = handle.mapToGlobal(handle.rect().center())
        robot.hand.press(place)
        port = robot.canvas.viewport()
        corner = port.mapToGlobal(port.rect().bottomRight())
        robot.hand.move(corner - (corner - place) / 2)
        robot.hand.move(corner - (corner - place) / 30)
        robot.hand.release(corner - (corner - place) / 30)
        assert not robot.canvas.session.case.family.edges(Bond)
        assert not robot.canvas.floats.palette.isVisible()


class TestTheTwoViews:
    def test_what_is_half_typed_in_one_view_is_not_written_in_the_other(self, worker: CanvasRobot) -> None:
        session = worker.canvas.session
        worker.click("Lisa")
        worker.key("K")
        worker.type("A secret")
        session.look(replace(session.viewing, reader=Reader.FAMILY))
        settle()
        assert not worker.canvas.floats.naming
        assert not [who for who in session.case.family.people if who.name == "A secret"]


class TestLooking:
    def test_on_opening_everything_is_in_sight(self, robot: CanvasRobot) -> None:
        port = robot.canvas.viewport().rect()
        assert all(port.contains(robot.canvas.place_of(p.id)) for p in robot.canvas.seen.family.people)

    def test_zoom_keeps_still_what_is_under_the_cursor(self, robot: CanvasRobot) -> None:
        canvas = robot.canvas
        place = canvas.camera.from_page(canvas.middle_of("jay"))
        canvas.camera.zoom(1.7, place)
        went = canvas.camera.from_page(canvas.middle_of("jay")) - place
        assert went.manhattanLength() <= 4

    def test_what_is_opened_before_the_window_stands_doesnt_set_how_near_one_looks(
        self, robot: CanvasRobot
    ) -> None:
        """What was half typed before a crash opened in a window without its size: the sheet was a stamp."""
        canvas = robot.canvas
        fitted = canvas.camera.scale
        canvas.hide()
        before = canvas.size()
        canvas.resize(90, 30)
        canvas.camera.show(QRectF(0, 0, 5000, 5000))
        canvas.resize(before)
        canvas.show()
        settle()
        assert canvas.camera.fitted
        assert canvas.camera.scale == pytest.approx(fitted)

    @pytest.mark.parametrize("zoomed", [1.0, 1.3, 2.9])
    def test_keeping_still_moves_nothing_by_a_single_pixel(self, robot: CanvasRobot, zoomed: float) -> None:
        canvas = robot.canvas
        for width in (640, 641):
            canvas.resize(width, 483)
            settle()
            canvas.camera.zoom(zoomed)
            before = robot.where("Jay")
            for _ in range(6):
                canvas.camera.hold(canvas.camera.middle, canvas.camera.middle, 1.0)
                canvas.camera.look(canvas.camera.scale, canvas.camera.middle)
            assert robot.where("Jay") == before

    def test_home_shows_everything_again(self, robot: CanvasRobot) -> None:
        scale = robot.canvas.camera.scale
        robot.key("Ctrl++", "Ctrl++", "Ctrl++")
        assert robot.canvas.camera.scale > scale * 1.5
        robot.key("Home")
        wait_for(lambda: abs(robot.canvas.camera.scale - scale) < 1e-6, "it isn't as large as before")

    def test_a_sign_says_who_is_out_of_sight_and_leads_there(self, robot: CanvasRobot) -> None:
        canvas = robot.canvas
        for _ in range(8):
            canvas.zoom_in()
        canvas.camera.pan(-4000, 0)
        settle()
        assert canvas.floats.signs.beyond["left"] + canvas.floats.signs.beyond["top"] > 0
        assert sum(canvas.floats.signs.beyond.values()) == 5
        side = max(canvas.floats.signs.beyond, key=lambda each: canvas.floats.signs.beyond[each])
        count = canvas.floats.signs.beyond[side]
        robot.push({"left": f"{count} people to the left"}.get(side, ""))
        wait_for(lambda: canvas.floats.signs.beyond[side] < count, "nobody came into sight")

    def test_an_edit_keeps_still_what_is_looked_at(self, robot: CanvasRobot) -> None:
        canvas = robot.canvas
        robot.key("Ctrl+-", "Ctrl+-")
        before = robot.where("Jay")
        size = canvas.camera.scale * canvas.sheet.transform.scale
        paper = canvas.sheet.transform
        robot.click("Darren")
        robot.key("P", "Escape")
        settle(0.3)
        assert canvas.sheet.transform != paper
        assert (robot.where("Jay") - before).manhattanLength() <= 3
        assert canvas.camera.scale * canvas.sheet.transform.scale == pytest.approx(size)
