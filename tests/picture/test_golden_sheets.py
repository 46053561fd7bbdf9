"""Golden sheets: what the three samples looked like when somebody last looked at them."""

from __future__ import annotations

import pytest

from genogram_app.export.svg import write_svg
from tests import goldens
from tests.picture.sheets import sheet
from tests.sample_families.__main__ import SAMPLES


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_golden(name: str) -> None:
    goldens.check(f"sheet-{name}.svg", write_svg(sheet(name).drawing))
