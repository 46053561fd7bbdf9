"""Stories that a robot plays, on any display: what a worker does at a kitchen table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog

from genogram_app.family import kinship
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot


class Dialogs(QObject):
    """Notes every dialog that is shown from now on."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it, and let every event pass."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self.shown.append(watched.windowTitle() or type(watched).__name__)
        return False


def begin(robot: ShellRobot, name: str = "Jay", born: str = "3/3/2015") -> None:
    """Begin a genogram from the start page."""
    robot.type(name)
    robot.key("Tab")
    robot.type(born)
    robot.key("Enter")
    wait_for(lambda: robot.window.workspace is not None, "no genogram was begun")


def name_here(robot: ShellRobot, name: str, age: str = "") -> None:
    """Write the name of whom is selected, with the key that does so."""
    robot.key("Enter")
    fill_in(robot, name, age)


def fill_in(robot: ShellRobot, name: str, age: str = "") -> None:
    robot.type(name)
    if age:
        robot.key("Tab")
        robot.type(age)
    robot.key("Enter")


def draw_story_one(robot: ShellRobot) -> None:
    """Draw S1 by keyboard alone: three generations, a sister, a half-brother, mum's new partner."""
    begin(robot)
    robot.key("B")
    fill_in(robot, "Mia", "7")
    robot.key("Up")
    of_mother = (("Lisa", "38"), {True: "Sheila", False: "Ron"})
    of_father = (("Darren", "41"), {True: "Pat", False: "Len"})
    for (name, age), above in (of_mother, of_father) if woman_here(robot) else (of_father, of_mother):
        name_here(robot, name, age)
        robot.key("Up")
        name_here(robot, above[woman_here(robot)])
        robot.key(partner_side(robot))
        name_here(robot, above[woman_here(robot)])
        robot.key("Down")
        robot.key(partner_side(robot))
    if robot.desk.selection != (robot.named("Lisa"),):
        robot.key(partner_side(robot))
    robot.key("K")
    fill_in(robot, "Tom", "30")
    robot.key("C")
    fill_in(robot, "Ollie", "2")


def draw_story_one_by_mouse(robot: ShellRobot) -> None:
    """Draw S1 with the mouse on people and their handles; only names and ages are typed."""
    robot.type("Jay")
    robot.click(robot.field("Date of birth, age, or when the baby is due"))
    robot.type("3/3/2015")
    robot.push("Start drawing")
    wait_for(lambda: robot.window.workspace is not None, "no genogram was begun")
    _add_by_handle(robot, "sibling", "Mia", "7")
    mother, father = _parents(robot, robot.named("Jay"))
    for parent, name, age, woman, man in (
        (mother, "Lisa", "38", "Sheila", "Ron"),
        (father, "Darren", "41", "Pat", "Len"),
    ):
        _name_by_mouse(robot, parent, name, age)
        for above, called in zip(_parents(robot, parent), (woman, man), strict=True):
            _name_by_mouse(robot, above, called)
    robot.sheet.click("Lisa")
    robot.presses += 1
    _add_by_handle(robot, "partner", "Tom", "30")
    _add_by_handle(robot, "child", "Ollie", "2")


def _parents(robot: ShellRobot, key: Id) -> tuple[Id, Id]:
    """Give somebody's mother and father."""
    family, kinds = robot.desk.session.case.family, robot.desk.session.kinds
    found = kinship.parent_people(family, kinship.links_up(family, key)[0])
    first, second = sorted(found, key=lambda who: who.gender != kinds.mother)
    return first.id, second.id


def _add_by_handle(robot: ShellRobot, handle: str, name: str, age: str) -> None:
    settle(0.4)  # the eye waits until what glides stands still
    robot.click(robot.work.canvas.floats.handles.buttons[handle])
    wait_for(lambda: robot.work.canvas.floats.naming, "nobody is being named")
    robot.type(name)
    robot.click(robot.field("Age or date of birth"))
    robot.type(age)
    robot.key("Enter")


def _name_by_mouse(robot: ShellRobot, key: Id, name: str, age: str = "") -> None:
    """Click twice on somebody without a name, and write it."""
    canvas = robot.work.canvas
    robot.presses += 1
    robot.hand.double_click(canvas.viewport().mapToGlobal(canvas.place_of(key)))
    wait_for(lambda: canvas.floats.naming, "nobody is being named")
    robot.type(name)
    if age:
        robot.click(robot.field("Age or date of birth"))
        robot.type(age)
    robot.key("Enter")


def woman_here(robot: ShellRobot) -> bool:
    """Say whether a woman is selected, as her symbol shows."""
    person = robot.desk.context.one(Person)
    return person is not None and person.gender == robot.desk.session.kinds.mother


def partner_side(robot: ShellRobot) -> str:
    """Say on which side the partner of whom is selected stands."""
    here = robot.desk.selection[0]
    places = robot.work.canvas.sheet.layout.places
    other = kinship.partners_of(robot.desk.session.case.family, here)[0].id
    return "Right" if places[other][0] > places[here][0] else "Left"


def check_story_one(robot: ShellRobot) -> None:
    """Check that what was drawn is what was told."""
    family = robot.desk.session.case.family
    assert robot.names() == ["Darren", "Jay", "Len", "Lisa", "Mia", "Ollie", "Pat", "Ron", "Sheila", "Tom"]
    lisa, jay = robot.named("Lisa"), robot.named("Jay")
    assert {who.name for who in kinship.partners_of(family, lisa)} == {"Darren", "Tom"}
    assert {who.name for who in kinship.siblings_of(family, jay)} == {"Mia", "Ollie"}
    link = kinship.links_up(family, robot.named("Ollie"))[0]
    assert {who.name for who in kinship.parent_people(family, link)} == {"Lisa", "Tom"}
    assert family.get(Person, jay).born == When("2015-03-03")
    assert family.get(Person, robot.named("Mia")).born == When("2019~")
