"""Plays the scenes of a stage before the camera, each in a window of its own."""

from __future__ import annotations

import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from docs.recording.camera import Camera
from docs.recording.scene import Scene, scenes_of
from docs.recording.stages import Stage
from tests.ui.shell import shell


def play(stage: Stage, names: list[str]) -> int:
    """Play every scene of which a picture is wanted; give 1 where one failed."""
    qInstallMessageHandler(lambda kind, _, text: print(text) if kind == QtMsgType.QtFatalMsg else None)
    application = QApplication(["pictures"])
    application.setCursorFlashTime(0)
    scenes = [each for module in stage.scenes for each in scenes_of(import_module(f"{__package__}.{module}"))]
    wanted = [each for each in scenes if each.has(names, stage.ending)]
    return max((_played(scene, stage, names) for scene in wanted), default=0)


def _played(scene: Scene, stage: Stage, names: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder, shell(Path(folder)) as robot:
        room = QApplication.primaryScreen().availableGeometry()
        robot.window.setGeometry(room)
        if stage.command:
            robot.window.perform(stage.command)
        try:
            scene.act(robot, Camera(names, stage.ending).take)
        except AssertionError:
            traceback.print_exc()
            print(f"{scene.act.__name__} couldn't be recorded", file=sys.stderr)
            return 1
    return 0
