"""Sheets of the sample families, composed once for all tests."""

from __future__ import annotations

from functools import cache
from itertools import product

from genogram_app.family.case import Case
from genogram_app.model.document import ViewKind
from genogram_app.picture.compose import Sheet
from genogram_app.studio.publish import Copy, Publication, prepare, view_of
from genogram_app.studio.scene import Scene
from tests.sample_families.__main__ import SAMPLES

VIEWS: tuple[ViewKind, ...] = ("genogram", "ecomap", "combined")
COPIES: tuple[Copy, ...] = ("case-file", "family")
#: Every sample in every view for every reader.
ALL = tuple(product(sorted(SAMPLES), VIEWS, COPIES))


@cache
def scene() -> Scene:
    """Give what makes the sheets."""
    return Scene()


@cache
def sample(name: str) -> Case:
    """Give a sample family, as the maker tells it."""
    return SAMPLES[name]()


@cache
def publication(name: str, view: ViewKind = "combined", copy: Copy = "case-file") -> Publication:
    """Give a sample's finished pages."""
    case = sample(name)
    assert case.details.dated is not None
    return prepare(scene(), case, view=view_of(scene(), view, case.details.dated, copy))


def sheet(name: str, view: ViewKind = "combined", copy: Copy = "case-file") -> Sheet:
    """Give a sample's finished sheet."""
    return publication(name, view, copy).sheet
