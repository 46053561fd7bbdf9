"""The paper on which a drawing reads best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.export.document import Sheet
from genogram_app.model.document import Page
from genogram_app.picture.paper import LARGEST_SCALE, MARGIN, SIZES, Fit, best_fit, papers
from tests.picture.sheets import publication


def fit(width: float, height: float, page: Page | None = None, furniture: float = 120.0) -> Fit:
    return best_fit(Box(0, 0, width, height), page or Page(), lambda _: furniture)


@pytest.mark.parametrize(
    ("width", "height", "name", "lying"),
    [
        (300, 200, "A4", True),
        (700, 300, "A4", True),
        (400, 650, "A4", False),
        (1100, 500, "A3", True),
        (760, 1000, "A3", False),
    ],
)
def test_the_smallest_paper_that_holds_it_is_chosen_and_lies_on_its_side_where_it_can(
    width: float, height: float, name: str, lying: bool
) -> None:
    found = fit(width, height)
    assert found.fits
    assert found.paper.name == name
    assert (found.paper.width > found.paper.height) == lying


def test_a_small_family_is_no_poster() -> None:
    assert fit(100, 80).scale == LARGEST_SCALE


def test_what_no_paper_holds_is_never_made_smaller_but_said_not_to_fit() -> None:
    found = fit(3000, 900)
    assert not found.fits
    assert found.paper.name == "A3"


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_what_the_worker_chose_is_kept_to(paper: str, orientation: str) -> None:
    (only,) = papers(Page.model_validate({"paper": paper, "orientation": orientation}))
    assert only.name == paper
    assert (only.width > only.height) == (orientation == "landscape")


@given(st.floats(1, 2500), st.floats(1, 2500), st.floats(0, 400))
def test_what_fits_lies_within_the_margins(width: float, height: float, furniture: float) -> None:
    found = fit(width, height, furniture=furniture)
    if found.fits:
        assert width * found.scale <= found.paper.width - 2 * MARGIN + 0.01
        assert height * found.scale + furniture <= found.paper.height - 2 * MARGIN + 0.01
    else:
        short, long = SIZES["A3"]
        assert width > short - 2 * MARGIN or height > short - 2 * MARGIN - furniture
        assert width > long - 2 * MARGIN or height > short - 2 * MARGIN - furniture


def test_a_family_that_grows_turns_its_page_only_when_it_no_longer_fits() -> None:
    lying = [fit(width, height).paper for width, height in ((240, 240), (380, 350), (360, 352), (430, 420))]
    assert {(paper.name, paper.width > paper.height) for paper in lying} == {("A4", True)}
    assert fit(430, 440).paper.width < fit(430, 440).paper.height


def test_the_practice_family_stands_on_one_page_with_its_services_and_its_key() -> None:
    drawn = [page for page in publication("practice", "combined").pages if isinstance(page, Sheet)]
    assert len(drawn) == 1
