"""Services as they are drawn: a plate with the service and whom to speak to in it."""

from __future__ import annotations

from dataclasses import dataclass

from genogram_app.catalog.cards import AgencyCard
from genogram_app.catalog.load import Catalog
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Path, Point, Stroke
from genogram_app.drawing.shapes import capsule, rounded_rect
from genogram_app.drawing.transform import Transform
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank, TextField
from genogram_app.picture import wording
from genogram_app.picture.pen import NAME, SMALL, Pen, Style, extent_of, height_of, width_of
from genogram_app.text.line import wrap

#: The longest line in a plate before it is broken, in points.
PLATE_WIDTH = 118.0
PAD_X, PAD_Y = 14.0, 5.0


@dataclass(frozen=True, slots=True)
class Plate:
    """A service drawn with its middle at the origin.

    head, whom: what stands in it first, and whom to speak to.
    """

    marks: tuple[Mark, ...]
    outline: Outline
    box: Box
    says: str
    card: AgencyCard
    head: str = ""
    whom: str = ""


def plate(pen: Pen, catalog: Catalog, agency: Agency, *, worker: bool = False) -> Plate:
    """Draw a service with its middle at the origin."""
    card = catalog.agency(agency.kind)
    lines = plate_lines(pen, card, agency, worker=worker)
    width = max(width_of(content, style) for content, style in lines) + 2 * PAD_X
    pitches = [height_of(style) * 0.92 for _, style in lines]
    height = sum(pitches) + 2 * PAD_Y
    box = Box(-width / 2, -height / 2, width / 2, height / 2)
    outline = capsule(box) if card.outline == "capsule" and len(lines) < 4 else rounded_rect(box, 9)
    past = agency.involvement in (Involvement.ENDED, Involvement.DECLINED)
    edge = Stroke(pen.paint("past" if past else card.paint), 1.1, (4.0, 3.0) if past else ())
    marks: list[Mark] = [Path(outline, edge, pen.paint("past_fill" if past else card.fill))]
    y = box.top + PAD_Y
    for (content, style), pitch in zip(lines, pitches, strict=True):
        marks.append(pen.text(content, 0, y + style.size, style, "middle"))
        y += pitch
    told = says(pen, card, agency)
    return Plate(tuple(marks), outline, extent_of(marks), told, card, *_headed(pen, card, agency, worker))


def plate_lines(pen: Pen, card: AgencyCard, agency: Agency, *, worker: bool) -> list[tuple[str, Style]]:
    """Give what stands in a plate: the service (or the worker's own name), whom, and where it stands."""
    head, whom = _headed(pen, card, agency, worker)
    lines = _broken(head, NAME) + (_broken(whom, SMALL) if whom else [])
    if agency.involvement is not Involvement.ACTIVE:
        lines += _broken(involvement(pen, agency), SMALL)
    return lines


def _headed(pen: Pen, card: AgencyCard, agency: Agency, worker: bool) -> tuple[str, str]:
    """Give the service and whom to speak to in it; for the sheet's worker the name first."""
    label = pen.words.say(card.label)
    service = _known(agency.name) or label[:1].upper() + label[1:]
    if worker:
        return wording.text(pen.words, agency.contact), _joined(agency.job_title, agency.team or service)
    return service, _joined(_known(agency.contact), agency.job_title, agency.team)


def involvement(pen: Pen, agency: Agency) -> str:
    """Say where a service stands with the family."""
    said = {
        Involvement.ACTIVE: "",
        Involvement.WAITING: pen.words.say("on the waiting list"),
        Involvement.DECLINED: pen.words.say("offered, declined"),
        Involvement.ENDED: pen.words.say("ended"),
    }[agency.involvement]
    return _joined(said, wording.span(pen.words, agency.since, agency.until))


def _known(field: TextField) -> str:
    return "" if isinstance(field, Blank) else field


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _broken(content: str, style: Style) -> list[tuple[str, Style]]:
    return [(part, style) for part in wrap(content, style.size, PLATE_WIDTH, style.face, grace=2)]


def says(pen: Pen, card: AgencyCard, agency: Agency) -> str:
    """Say a service in words, for reading aloud."""
    names = [_known(agency.name), pen.words.say(card.label), _known(agency.contact), agency.job_title]
    return _joined(*dict.fromkeys(name for name in names if name), agency.team, involvement(pen, agency))


def node(key: str, drawn: Plate, at: Point) -> Node:
    """Place a service on the sheet."""
    flat = Node(key, "agency", drawn.says, drawn.marks, bounds(drawn.outline), depth=40, hit=drawn.outline)
    return Transform(1.0, *at).node(flat)
