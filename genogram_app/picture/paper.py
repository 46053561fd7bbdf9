"""Paper: which sheet a drawing reads best on.

Nothing is ever made smaller than it is drawn: at scale 1 the smallest letters
are 8 points. What fits on no paper is cut into parts (see `tiling`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from genogram_app.drawing.primitives import Box
from genogram_app.model.document import Page

MARGIN = 26.0
#: A small family is drawn larger, but never so large that it looks like a poster.
LARGEST_SCALE = 1.3
_A4 = (595.28, 841.89)
_A3 = (841.89, 1190.55)
SIZES = {"A4": _A4, "A3": _A3}


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet of paper: its name and its size in points as it lies."""

    name: str
    width: float
    height: float

    @property
    def way_up(self) -> Literal["landscape", "portrait"]:
        """Say how it lies."""
        return "landscape" if self.width > self.height else "portrait"

    @property
    def inner_width(self) -> float:
        """Give the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def inner_height(self) -> float:
        """Give the height between the margins."""
        return self.height - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Fit:
    """A paper and the scale at which a drawing fills it; below 1 it doesn't fit."""

    paper: Paper
    scale: float

    @property
    def fits(self) -> bool:
        """Say whether it fits with no letter under 8 points."""
        return self.scale >= 1.0


def papers(page: Page) -> list[Paper]:
    """Give the papers that may be used, the smallest first, landscape before portrait."""
    names = ["A4", "A3"] if page.paper == "auto" else [page.paper]
    found = []
    for name in names:
        short, long = SIZES[name]
        if page.orientation != "portrait":
            found.append(Paper(name, long, short))
        if page.orientation != "landscape":
            found.append(Paper(name, short, long))
    return found


def best_fit(content: Box, page: Page, furniture_height: Callable[[float], float]) -> Fit:
    """Choose the paper for a content: the first that holds it, the smallest first, landscape before portrait.

    A page that still holds the family isn't turned because another would hold it a little
    larger: while somebody draws, the page lies still. `furniture_height` tells how much
    height the title block, key and footer take in a width. Where nothing holds it, the
    largest paper comes back with a scale below 1.
    """
    allowed = papers(page)

    def fit(paper: Paper) -> Fit:
        return Fit(paper, _scale(content, paper, furniture_height(paper.inner_width)))

    for paper in filter(partial(_may_hold, content), allowed):
        if (found := fit(paper)).fits:
            return Fit(paper, min(found.scale, LARGEST_SCALE))
    largest = max(paper.width * paper.height for paper in allowed)
    tried = [fit(paper) for paper in allowed if paper.width * paper.height == largest]
    return max(tried, key=lambda fit: fit.scale)


def too_large(content: Box, page: Page) -> bool:
    """Say whether no paper holds a content, however little is written round it."""
    return not any(_may_hold(content, paper) for paper in papers(page))


def _may_hold(content: Box, paper: Paper) -> bool:
    """Say whether a paper would hold a content with nothing round it: else nothing need be measured."""
    return _scale(content, paper, 0.0) >= 1.0


def _scale(content: Box, paper: Paper, furniture: float) -> float:
    room = max(paper.inner_height - furniture, 1.0)
    return min(paper.inner_width / max(content.width, 1.0), room / max(content.height, 1.0))
