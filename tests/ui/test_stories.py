"""Stories that a worker plays through, by mouse and keys: a wide family, two homes, whom to ring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from genogram_app.drawing.primitives import Node, texts_in
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.ties import Union
from genogram_app.ui.paint import path_of
from tests.robots import wait_for
from tests.ui.shell import ShellRobot, place_of, shell
from tests.ui.stories import begin, fill_in, name_here, partner_side, woman_here

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def robot(qtbot: QtBot, tmp_path: Path) -> Iterator[ShellRobot]:
    with shell(tmp_path) as robot:
        yield robot


# -- S4: five children by three partners ------------------------------------------------

#: Whose children they are, besides Darren's, and what Darren and their mother were, in order.
CHILDREN = {"Lisa": {"Jay", "Mia"}, "Kelly": {"Ava", "Ben"}, "Tasha": {"Noah"}}
STATES = {
    "Lisa": ["married", "divorced"],
    "Kelly": ["live together as a couple", "lived together, ended"],
    "Tasha": ["live together as a couple"],
}


def test_story_four_each_child_hangs_under_its_own_union(robot: ShellRobot) -> None:
    draw_story_four(robot)
    family = robot.desk.seen.family
    unions = {mother: union_of(robot, "Darren", mother) for mother in CHILDREN}
    assert {each.id for each in kinship.unions_of(family, robot.named("Darren"))} == set(unions.values())
    for mother, union in unions.items():
        assert children_under(family, union) == CHILDREN[mother]
        assert states_of(robot, union) == STATES[mother]
        says = node_of(robot, f"union:{union}").says
        assert says == f"Darren and {mother}: {STATES[mother][-1]}"
        for child in CHILDREN[mother]:
            check_siblings(robot, child, union)


def test_story_four_by_keyboard_alone(robot: ShellRobot) -> None:
    draw_story_four_by_keys(robot)
    family = robot.desk.seen.family
    for mother in CHILDREN:
        union = union_of(robot, "Darren", mother)
        assert children_under(family, union) == CHILDREN[mother]
        assert states_of(robot, union) == STATES[mother]
    assert robot.presses <= 75, robot.presses


def draw_story_four_by_keys(robot: ShellRobot) -> None:
    """Draw a father, his partners and children, and say what each couple was."""
    begin(robot)
    robot.key("B")
    fill_in(robot, "Mia")
    robot.key("Up")
    if woman_here(robot):
        robot.key(partner_side(robot))
    name_here(robot, "Darren")
    robot.key(partner_side(robot))
    name_here(robot, "Lisa")
    for mother, children in (("Lisa", ()), ("Kelly", ("Ava", "Ben")), ("Tasha", ("Noah",))):
        if mother != "Lisa":
            robot.key("K")
            fill_in(robot, mother)
        for number, state in enumerate(STATES[mother]):
            robot.key("R", *(() if number else (*way_to(robot, "Darren"), "Enter")))
            robot.type(state)
            robot.key("Enter")
        for key, child in zip("CB", children, strict=False):
            robot.key(key)
            fill_in(robot, child)
        walk_to(robot, "Darren")


def way_to(robot: ShellRobot, name: str) -> list[str]:
    """Give the arrow keys to somebody in the row of whom is selected."""
    places = robot.work.canvas.sheet.layout.places
    (here, row), (there, _) = places[robot.desk.selection[0]], places[robot.named(name)]
    people = [places[each.id] for each in robot.desk.seen.family.people]
    least, most = sorted((here, there))
    between = sum(least < x < most for x, y in people if y == row)
    return ["Right" if there > here else "Left"] * (between + 1)


def walk_to(robot: ShellRobot, name: str) -> None:
    """Go up, and along the row, to somebody."""
    places, to = robot.work.canvas.sheet.layout.places, robot.named(name)
    while (here := robot.desk.selection[0]) != to:
        if here in places and places[here][1] == places[to][1]:
            robot.key(*way_to(robot, name))
        else:
            robot.key("Up")


def check_siblings(robot: ShellRobot, child: str, union: Id) -> None:
    """Check that a child has one pair of parents, and that all the father's others are siblings."""
    family, key = robot.desk.seen.family, robot.named(child)
    assert [link.parent for link in kinship.links_up(family, key)] == [union]
    others = set().union(*CHILDREN.values()) - {child}
    assert {each.name for each in kinship.siblings_of(family, key)} == others


def name_parents(robot: ShellRobot, woman: str, man: str) -> None:
    """Go up to the parents of whoever is selected, and name them."""
    robot.key("Up")
    for _ in range(2):
        name_here(robot, woman if woman_here(robot) else man)
        robot.key(partner_side(robot))


def draw_story_four(robot: ShellRobot) -> None:
    """Draw a father with three partners: divorced, parted and present."""
    begin(robot)
    name_parents(robot, "Lisa", "Darren")
    robot.sheet.click("Jay")
    robot.key("B")
    fill_in(robot, "Mia", "7")
    for mother, children in (("Kelly", ("Ava", "Ben")), ("Tasha", ("Noah",))):
        robot.sheet.click("Darren")
        robot.key("K")
        fill_in(robot, mother)
        for child in children:
            robot.sheet.click(mother)
            robot.key("C")
            fill_in(robot, child)
    robot.key("F4")
    for mother, (first, *then) in STATES.items():
        click_on_union(robot, union_of(robot, "Darren", mother))
        pick(robot, "Say what they are…", first)
        for state in then:
            pick(robot, "It changed…", state)


def union_of(robot: ShellRobot, one: str, other: str) -> Id:
    """Find the one union that two share."""
    family, both = robot.desk.seen.family, {one, other}
    found = [
        union.id
        for union in kinship.unions_of(family, robot.named(one))
        if {each.name for each in kinship.partners(family, union.id)} == both
    ]
    assert len(found) == 1, f"{one} and {other} share {len(found)} unions"
    return found[0]


def children_under(family: FamilyGraph, union: Id) -> set[object]:
    """Name who hangs from a couple's line."""
    return {name_in(family, link.child) for link in kinship.links_down(family, union)}


def name_in(family: FamilyGraph, key: Id) -> object:
    return next(person.name for person in family.people if person.id == key)


def states_of(robot: ShellRobot, union: Id) -> list[str]:
    """Say what a couple was, one after the other, in the symbols' words."""
    spells = robot.desk.seen.family.get(Union, union).spells
    return [robot.desk.session.catalog.union(spell.kind).label for spell in spells]


# -- S5: two homes that share a child ---------------------------------------------------


def test_story_five_grandad_next_door_is_in_neither_ring(robot: ShellRobot) -> None:
    draw_story_five(robot)
    family = robot.desk.seen.family
    homes = {home.name: home for home in family.households}
    assert {name: members_of(family, home) for name, home in homes.items()} == {
        "Mum's home": {"Jay": "", "Lisa": "", "Sheila": ""},
        "Dad's home": {"Darren": "", "Jay": "weekends"},
    }
    for home in homes.values():
        ring, living = ring_of(robot, home), set(members_of(family, home))
        for name in robot.names():
            inside = encloses if name in living else touches
            assert inside(robot, ring, name) is (name in living), f"{name}, {home.name}"


def draw_story_five(robot: ShellRobot) -> None:
    """Draw mum's home with gran in it, dad's home at weekends, and mum's dad next door."""
    begin(robot)
    name_parents(robot, "Lisa", "Darren")
    robot.sheet.click("Lisa")
    name_parents(robot, "Sheila", "Grandad")
    live_together(robot, "Mum's home", "Lisa", "Sheila", "Jay")
    live_together(robot, "Dad's home", "Darren", "Jay")
    robot.sheet.click("Jay")
    tab_to(robot, "Name", "Dad's home")
    tab_to(robot, "Moved in", "Part of the week, or weekends")
    wait_for(lambda: robot.field("When they are there").hasFocus(), "when isn't written next")
    robot.type("weekends")
    robot.key("Enter")


def live_together(robot: ShellRobot, home: str, first: str, *others: str) -> None:
    robot.sheet.click(first)
    for name in others:
        robot.sheet.click(name, "Shift")
    robot.key("H")
    robot.type(home)
    robot.key("Enter")


def members_of(family: FamilyGraph, home: Household) -> dict[object, str]:
    """Give who lives in a home, and when, where it is part of the week only."""
    places = kinship.members(family, home.id)
    assert all(place.part_time is bool(place.pattern) for place in places)
    return {name_in(family, place.person): place.pattern for place in places}


def ring_of(robot: ShellRobot, home: Household) -> QPainterPath:
    """Give the area that a home's ring goes round on the sheet."""
    return path_of(node_of(robot, f"ring:{home.id}").hit)


def encloses(robot: ShellRobot, ring: QPainterPath, name: str) -> bool:
    """Say whether the whole of somebody's symbol is within a ring."""
    return ring.contains(path_of(node_of(robot, f"person:{robot.named(name)}").hit))


def touches(robot: ShellRobot, ring: QPainterPath, name: str) -> bool:
    """Say whether a ring takes in any part of somebody's symbol."""
    return ring.intersects(path_of(node_of(robot, f"person:{robot.named(name)}").hit))


# -- S10: whom do I ring? ---------------------------------------------------------------

GRAN, NUMBER = "Sheila Carter", "01632 960 114"


def test_story_ten_the_number_is_the_largest_thing_in_its_box(robot: ShellRobot) -> None:
    robot.push("Practice family")
    sizes = {text.content: text.size for text in texts_in(node_of(robot, "go-to").marks)}
    assert [says for says, size in sizes.items() if size == max(sizes.values())] == [NUMBER]
    assert any(GRAN in says for says in sizes)


def test_story_ten_the_number_is_on_the_first_page(robot: ShellRobot, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    robot.push("Practice family")
    out = tmp_path / "night.pdf"

    def answer() -> None:
        robot.answering(lambda: robot.file_named(out), lambda: robot.push("Save as…"))

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    document = PdfDocument(out)
    first = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert f"OUT OF HOURS, RING {NUMBER} {GRAN}" in first


# -- finding things on the screen -------------------------------------------------------


def node_of(robot: ShellRobot, key: str) -> Node:
    """Find what is drawn for something."""
    found = [node for node in robot.work.canvas.sheet.drawing.nodes if node.key == key]
    assert len(found) == 1, f"{key} is drawn {len(found)} times"
    return found[0]


def click_on_union(robot: ShellRobot, union: Id) -> None:
    """Click where a couple's line is the thing that is meant."""
    robot.sheet.click_empty()  # else the handles of whoever is selected may lie over the line
    canvas, node = robot.work.canvas, node_of(robot, f"union:{union}")
    line, bare = path_of(node.hit), Qt.KeyboardModifier.NoModifier
    along = [canvas.camera.from_page(line.pointAtPercent(share / 200)).toPoint() for share in range(201)]
    free = [place for place in along if canvas.touch_at(QPointF(place), bare).node == node]
    assert free, f"nowhere can the line be clicked that says “{node.says}”"
    robot.click(canvas.viewport(), free[len(free) // 2])
    assert robot.desk.selection == (union,)


def pick(robot: ShellRobot, button: str, item: str) -> None:
    """Choose from the menu that a button opens."""
    robot.push(button)
    wait_for(lambda: QApplication.activePopupWidget() is not None, f"{button} opened no menu")
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    robot.click(opened, place_of(opened, item))


def tab_to(robot: ShellRobot, field: str, label: str) -> None:
    """Go from a field by Tab to a button or a box further down the page, and press it."""
    robot.click(robot.field(field))
    for _ in range(60):
        robot.key("Tab")
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractButton) and here.accessibleName() == label:
            robot.key("Space")
            return
    raise AssertionError(f"Tab never came to {label}")
