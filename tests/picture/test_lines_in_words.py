"""A relationship that the list has no word for stands on its line in the worker's own."""

from __future__ import annotations

import pytest

from genogram_app.model.ties import Bond
from genogram_app.studio import publish
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, person
from tests.picture.sheets import scene
from tests.picture.test_family_copy import plain_text

OTHER = scene().catalog.by_role("bonds", "in_words").id


@pytest.mark.parametrize("notes", ["like an uncle", "like an uncle " + "and more " * 40])
def test_the_words_stand_on_the_line(notes: str) -> None:
    case = case_of(
        person("jay"), person("ann"), Bond(id="b", a="jay", b="ann", quality=OTHER, notes=notes, basis=SHARED)
    )
    made = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file"))
    labels = [node for node in made.sheet.drawing.nodes if node.key == "label:bond:b"]
    assert labels
    assert "like an uncle" in str(labels[0].marks)
    assert ("…" in str(labels[0].marks)) == (len(notes) > 80)
    assert "like an uncle" in plain_text(publish._pdf(made))
