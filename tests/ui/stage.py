"""A canvas on a screen with a small family on it, for robots to draw on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from genogram_app.catalog.load import load
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader
from genogram_app.model.agency import Agency
from genogram_app.model.dates import When
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.scene import Scene
from genogram_app.studio.session import Session
from genogram_app.studio.viewing import Viewing
from genogram_app.ui.canvas.view import Canvas
from tests.builders import SHARED, TODAY, case_of, child, counting, couple, home, person

SIZE = (1000, 680)


def small_family() -> Case:
    """Jay and Mia with their parents, Gran, a home and a school."""
    kinds = kinds_of(load())
    service = next(iter(load().agencies))
    return case_of(
        person("jay", "Jay", subject=True, born=When("2015-03-03"), gender=kinds.father),
        person("mia", "Mia", born=When("2019-01-09"), gender=kinds.mother),
        person("lisa", "Lisa", born=When("1988"), gender=kinds.mother),
        person("darren", "Darren", born=When("1985"), gender=kinds.father),
        person("gran", "Gran", born=When("1958-06-12"), gender=kinds.mother),
        *couple("pair", "darren", "lisa"),
        child("jay", "pair", kind=kinds.birth),
        child("mia", "pair", kind=kinds.birth),
        child("lisa", "gran", kind=kinds.birth),
        *home("nest", "gran", "jay"),
        Agency(id="school", kind=service, name="Hill School", basis=SHARED),
    )


def session_of(case: Case, scene: Scene, *, by_worker: bool = False) -> Session:
    """Open a case as the program does: everybody has a place before the first step."""
    session = Session(
        case, scene.catalog, today=lambda: TODAY, new_id=counting(), settle=scene.settled, measure=scene.boxes
    )
    reader = Reader.CASE_FILE if by_worker else Reader.FAMILY
    session.look(replace(Viewing(kind="combined"), reader=reader))
    return session


def canvas_with(case: Case, *, by_worker: bool = False) -> Canvas:
    """Show a case on a canvas of its own; the caller closes it."""
    scene = Scene()
    canvas = Canvas()
    canvas.resize(*SIZE)
    canvas.show()
    canvas.activateWindow()
    canvas.set_session(session_of(scene_settled(case, scene), scene, by_worker=by_worker), scene)
    canvas.setFocus()
    QApplication.processEvents()
    return canvas


def scene_settled(case: Case, scene: Scene) -> Case:
    """Give the case with everybody's place kept, as after its first step."""
    view = Viewing(kind="combined").on(TODAY, scene.catalog)
    return scene.settled(case, view)
