"""On screens whose scale is no whole number nothing stays on the paper once it is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

#: Selects each of a small family, and counts the pixels that stay where there is paper; prints the number.
_LOOK = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from genogram_app.ui.shades import DARK, LIGHT
from genogram_app.ui.theme import dress
from tests.ui.stage import canvas_with, small_family

application = QApplication([])
dress(application, DARK if sys.argv[1] == "dark" else LIGHT)
case = small_family()
homes = [each.id for each in case.family.records() if each.id.startswith("nest")]
canvas = canvas_with(case.with_(family=case.family.changed(drop=homes)))
canvas.resize(640, 400)

def shot():
    loop = QEventLoop()
    QTimer.singleShot(120, loop.quit)
    loop.exec()
    image = canvas.screen().grabWindow(canvas.winId()).toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)

def pixels(image, y):
    row = bytes(image.constScanLine(y))
    return [row[x : x + 3] for x in range(0, 4 * image.width(), 4)]

shot()
left, white = 0, b"\\xff" * 3
for key in ("jay", "lisa", "gran", "school"):
    canvas.select([key])
    shot()
    canvas.select([])
    after = shot()
    canvas.viewport().update()
    anew = shot()
    for y in range(after.height()):
        both = zip(pixels(after, y), pixels(anew, y))
        left += sum(there == white != was for was, there in both)
print(canvas.devicePixelRatioF(), left)
"""


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("scale", ["1.25", "1.5", "1.75"])
def test_nothing_stays_of_a_frame_or_a_handle(scale: str, shade: str) -> None:
    here = Path(__file__).parents[2]
    surroundings = os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", _LOOK, shade], cwd=here, env=surroundings, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.split() == [scale, "0"]
