"""How much room the ink of a line takes, as it will be drawn."""

from __future__ import annotations

from genogram_app.catalog.load import load
from genogram_app.model.agency import Agency
from genogram_app.model.ties import Tie
from genogram_app.picture.measured import traces
from tests.builders import case_of
from tests.picture.composed import woman


def test_a_tie_with_waves_all_along_is_broader_than_a_plain_one() -> None:
    catalog = load()
    strain = next(card for card in catalog.ties.values() if card.axis == "strain")
    plain = Tie(id="plain", a="service", b="ann")
    records = [woman("ann", "Ann", "1990"), Agency(id="service", kind="service")]
    strained = plain.put(id="strained", strain=strain.id)
    found = traces(catalog, case_of(*records, plain, strained).family)
    assert found["strained"].reach > 4 * found["plain"].reach
    assert len(found["strained"].knots) == len(found["plain"].knots)
