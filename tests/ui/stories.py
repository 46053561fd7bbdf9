"""Stories that a robot plays, on any display: what a worker does at a kitchen table."""

from __future__ import annotations

from genogram_app.family import kinship
from genogram_app.model.dates import When
from genogram_app.model.person import Person
from tests.robots import wait_for
from tests.ui.shell import ShellRobot


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
