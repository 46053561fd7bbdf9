"""Compose a sheet: the family in the middle, its title block, key and foot round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from genogram_app.catalog.load import Catalog
from genogram_app.drawing.primitives import Box, Drawing, Node, texts_in
from genogram_app.drawing.transform import Transform
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.seen import View
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.relationships.bridges import bridges
from genogram_app.layout.relationships.hops import with_hops
from genogram_app.layout.relationships.kept import Kept
from genogram_app.layout.sheet.ground import around
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Page
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, Tie
from genogram_app.picture import agencies, descents, households, lines, people, sibships
from genogram_app.picture.furniture import footer_block, footer_words, quotes_block, stacked, themes_block
from genogram_app.picture.key import key_of
from genogram_app.picture.key_cards import used_cards
from genogram_app.picture.key_words import words_told
from genogram_app.picture.measured import Measured, measure
from genogram_app.picture.paper import MARGIN, Fit, Paper, best_fit, too_large
from genogram_app.picture.pen import Pen
from genogram_app.picture.titleblock import Block, title, title_block
from genogram_app.practice.calling import kin_word
from genogram_app.practice.question import Look

#: Air between the family and what stands above and below it, in points.
AIR = 6.0
#: How much of the room that is left stands above the family: in the very middle it seems to sink.
ABOVE = 0.4


@dataclass(frozen=True)
class Sheet:
    """A finished sheet, everything on one page of whatever size it takes.

    drawing: in points of the page. family: the family alone, in points of the
    layout; `transform` leads from those to the page. fit: the paper that holds
    it; where none does (`not fit.fits`) the drawing's page is as large as the
    family needs, and `pages.tiled` cuts it for the largest paper. blocks: gives
    what stands above and below the family in a width. key: gives the key in a
    width. key_apart: whether the family's page is held only without the key,
    which then has a page of its own. plates: the services, as they are drawn. lines: the
    family as its lines are drawn (see `family.from_each`).
    """

    drawing: Drawing
    family: Drawing
    transform: Transform
    layout: Layout
    case: Case
    view: View
    fit: Fit
    blocks: Callable[[float], tuple[Block, Block]]
    key: Callable[[float], Block]
    key_apart: bool
    plates: Mapping[Id, agencies.Plate]
    lines: FamilyGraph

    def fit_on(self, page: Page) -> Fit:
        """Give the paper of a page that would hold it best, with the same around the family."""
        return best_fit(self.family.bounds, page, lambda width: _height(self.blocks(width)))


def compose(pen: Pen, catalog: Catalog, case: Case, view: View, kept: Kept | None = None) -> Sheet:
    """Compose the sheet of a case as its reader sees it (see `family.seen`); kept: see `lay_out`."""
    measured = measure(pen, catalog, case, view)
    layout = lay_out_measured(case, view, measured, kept=kept)
    family = draw_family(pen, catalog, case, view, layout, measured)
    return set_on_paper(pen, catalog, case, view, layout, measured, family)


def lay_out_measured(
    case: Case, view: View, measured: Measured, *, places_only: bool = False, kept: Kept | None = None
) -> Layout:
    """Give where everything of a case goes in a view."""
    return lay_out(
        case.family,
        view.kind,
        measured.extents,
        case.placed(view.kind),
        measured.options,
        labels=measured.labels,
        places_only=places_only,
        kept=kept,
    )


def draw_family(
    pen: Pen, catalog: Catalog, case: Case, view: View, layout: Layout, measured: Measured
) -> Drawing:
    """Draw the family and its services, in points of the layout."""
    drawn = measured.options.drawn(case.family)
    layout = _with_hops(catalog, drawn, layout)
    over = bridges(layout, measured.options.traces)
    context = lines.Context(pen, catalog, drawn, layout, over, measured.homes)
    whole = (node for node in _nodes(context, case, view, measured) if node is not None)
    nodes = tuple(part for node in whole for part in lines.words_apart(node))
    bounds = around([layout.bounds, *(node.bounds for node in nodes)])
    return Drawing(bounds or layout.bounds, nodes, pen.paint("paper"), title(pen, case), view.language)


def _with_hops(catalog: Catalog, family: FamilyGraph, layout: Layout) -> Layout:
    """Let the lines of families hop over those of others, a dashed one last."""
    links = family.edges(ChildOf)
    dashed = {link.id for link in links if any(each.dash for each in catalog.link(link.kind).line.strands)}
    return with_hops(layout, {link.id: link.parent for link in links}, dashed)


def _nodes(context: lines.Context, case: Case, view: View, measured: Measured) -> Iterator[Node | None]:
    """Go through everything that is drawn, in the order in which it is read aloud."""
    pen, catalog, family, layout = context.pen, context.catalog, context.family, context.layout
    tints = households.tints_of(pen, family, layout, view.as_at)
    for home in family.households:
        if tint := tints.get(home.id):
            called = measured.homes[home.id]
            yield from households.ring_nodes(pen, catalog, family, layout, home, called, tint, view.as_at)
    yield from households.shared_nodes(pen, layout, tints)
    for shared in layout.sibships:
        yield descents.sibship_node(context, shared)
    for link in case.family.edges(ChildOf):
        yield descents.descent_node(context, link, ended=not kinship.current(link, view.as_at))
    for union in family.unions:
        yield lines.union_node(context, union)
    yield from sibships.nodes(context)
    for person in family.people:
        if person.id in layout.places:
            yield people.node(f"person:{person.id}", measured.figures[person.id], layout.places[person.id])
    for bond in family.edges(Bond):
        yield lines.bond_node(context, bond)
    for agency in family.agencies:
        if agency.id in layout.places:
            yield agencies.node(f"agency:{agency.id}", measured.plates[agency.id], layout.places[agency.id])
    for tie in family.edges(Tie):
        yield lines.tie_node(context, tie)


def set_on_paper(
    pen: Pen,
    catalog: Catalog,
    case: Case,
    view: View,
    layout: Layout,
    measured: Measured,
    family: Drawing,
) -> Sheet:
    """Put a drawn family on the paper on which it reads best, with its title block and key."""
    shown = [drawn for key, drawn in measured.figures.items() if key in layout.places]
    used = used_cards(catalog, case, layout, shown, view.as_at)
    key = key_of(pen, catalog, used, words_told(pen.words, catalog, case, layout))
    kin = _go_to_kin(pen, catalog, case, view)
    head = title_block(pen, case, view, 600.0, kin).nodes  # of any width: it says the same
    letters = [text.content for node in (*family.nodes, *head) for text in texts_in(node.marks)]
    said = cache(partial(footer_words, pen, catalog, case, view, layout, measured.homes, letters))

    @lru_cache(maxsize=16)
    def furniture(width: float, key_apart: bool = False) -> tuple[Block, Block]:
        top = [title_block(pen, case, view, width, kin)]
        foot = [themes_block(pen, catalog, case, width), quotes_block(pen, case, width)]
        foot += [] if key_apart else [key(width)]
        foot.append(footer_block(pen, said(key_apart), width))
        return stacked(top, width), stacked(foot, width)

    fit, key_apart = _paper_for(family.bounds, case.page, furniture)
    blocks = partial(furniture, key_apart=key_apart)
    drawn = measured.options.drawn(case.family)
    paper = fit.paper if fit.fits else _grown(fit.paper, family.bounds, lambda width: _height(blocks(width)))
    top, bottom = blocks(paper.inner_width)
    transform = _centred(family.bounds, paper, fit.scale if fit.fits else 1.0, top.height, bottom.height)
    drawing = _page(pen, paper, top, bottom, transform.drawing(family))
    return Sheet(
        drawing, family, transform, layout, case, view, fit, blocks, key, key_apart, measured.plates, drawn
    )


def _paper_for(
    content: Box, page: Page, furniture: Callable[[float, bool], tuple[Block, Block]]
) -> tuple[Fit, bool]:
    """Choose the paper that holds a family with its key, or else without; say whether it is without."""
    whole = best_fit(content, page, lambda width: _height(furniture(width, False)))
    if whole.fits or too_large(content, page):
        return whole, False
    bare = best_fit(content, page, lambda width: _height(furniture(width, True)))
    return (bare, True) if bare.fits else (whole, False)


def _height(blocks: tuple[Block, Block]) -> float:
    """Give the height that title block, key and foot take, with air."""
    return sum(block.height + AIR for block in blocks)


def _go_to_kin(pen: Pen, catalog: Catalog, case: Case, view: View) -> str:
    """Say how the one to ring is related to a child the sheet is about, as far as it was drawn."""
    go_to = case.details.go_to
    person = case.family.find(Person, go_to.who) if go_to else None
    return kin_word(Look(case, view.as_at, catalog, pen.words), person) if person else ""


def _grown(paper: Paper, content: Box, height: Callable[[float], float]) -> Paper:
    """Give a page as large as the family needs, for screens and pictures."""
    width = max(paper.width, content.width + 2 * MARGIN)
    tall = height(width - 2 * MARGIN) + content.height + 2 * MARGIN
    return Paper(paper.name, width, max(paper.height, tall))


def _centred(content: Box, paper: Paper, scale: float, above: float, below: float) -> Transform:
    """Put the family in the room between title block and key, a little above its middle."""
    room_top, room_bottom = MARGIN + above + AIR, paper.height - MARGIN - below - AIR
    spare = room_bottom - room_top - content.height * scale
    top = room_top + max(spare, 0.0) * ABOVE + min(spare, 0.0) / 2
    return Transform(scale, paper.width / 2 - content.centre[0] * scale, top - content.top * scale)


def _page(pen: Pen, paper: Paper, top: Block, bottom: Block, family: Drawing) -> Drawing:
    up = Transform(1.0, MARGIN, MARGIN)
    down = Transform(1.0, MARGIN, paper.height - MARGIN - bottom.height)
    nodes = (
        *(up.node(node) for node in top.nodes),
        *family.nodes,
        *(down.node(node) for node in bottom.nodes),
    )
    return replace(family, bounds=Box(0, 0, paper.width, paper.height), nodes=nodes)
