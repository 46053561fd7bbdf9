"""The canvas's parts that need no window: walking, places of handles, snapping, signs, what is offered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene, QStyleOptionGraphicsItem

from genogram_app.catalog.load import load
from genogram_app.drawing.primitives import Box, Drawing, Node, Path, Stroke
from genogram_app.drawing.shapes import rect
from genogram_app.edit.result import Stamp
from genogram_app.edit.ties import add_bond
from genogram_app.edit.unions import union_between
from genogram_app.family.seen import drawable
from genogram_app.model.base import Share, Standing, Teller
from genogram_app.model.ties import Bond, Direction
from genogram_app.studio.kinds import kinds_of
from genogram_app.studio.publish import view_of
from genogram_app.studio.scene import Scene
from genogram_app.ui.canvas import choices, walk
from genogram_app.ui.canvas.choices import Ends
from genogram_app.ui.canvas.hits import under
from genogram_app.ui.canvas.items import NodeItem, PageItem
from genogram_app.ui.canvas.look import Look, colour
from genogram_app.ui.canvas.marks import Marks
from genogram_app.ui.canvas.reconcile import Board
from genogram_app.ui.canvas.redraw import attached, redrawings
from genogram_app.ui.canvas.signs import side_of
from genogram_app.ui.canvas.snapping import snapped
from genogram_app.ui.canvas.spots import apart, spots
from genogram_app.words import words_in
from tests.builders import TODAY, counting
from tests.robots import settle
from tests.ui.stage import canvas_with, small_family

WORDS = words_in()
ALL = ("parents", "partner", "child", "sibling", "relationship", "household")


PLACES = {"gran": (50.0, 0.0), "lisa": (40.0, 100.0), "darren": (0.0, 100.0), "jay": (20.0, 200.0)}
BIRTH = kinds_of(load()).birth
OTHERS = {"a": (0.0, 100.0), "b": (80.0, 200.0)}


class TestWalking:
    @pytest.mark.parametrize(
        ("start", "way", "end"),
        [
            ("jay", "up", "darren"),
            ("lisa", "up", "gran"),
            ("gran", "down", "lisa"),
            ("darren", "right", "lisa"),
            ("lisa", "left", "darren"),
            ("gran", "up", None),
        ],
    )
    def test_a_step(self, start: str, way: walk.Way, end: str | None) -> None:
        assert walk.step(small_family().family, PLACES, start, way, BIRTH) == end

    @pytest.mark.parametrize("x", [-40.0, 0.0, 39.0, 90.0])
    def test_up_leads_to_the_left_parent_wherever_the_child_stands(self, x: float) -> None:
        assert walk.step(small_family().family, PLACES | {"jay": (x, 200.0)}, "jay", "up", BIRTH) == "darren"

    def test_up_from_one_who_has_no_parents_here_leads_to_a_service_and_never_into_another_family(
        self,
    ) -> None:
        family = small_family().family
        above = {"gran": (0.0, -20.0), "school": (0.0, -50.0)}
        assert walk.step(family, PLACES | above, "darren", "up", BIRTH) == "school"
        assert walk.step(family, PLACES | {"gran": (0.0, -20.0)}, "darren", "up", BIRTH) is None

    @pytest.mark.parametrize(
        ("way", "end"), [("left", "darren"), ("right", "lisa"), ("up", "darren"), ("down", "jay")]
    )
    def test_from_a_couple_to_its_people(self, way: walk.Way, end: str) -> None:
        family = small_family().family
        assert walk.step(family, PLACES, family.unions[0].id, way, BIRTH) == end

    def test_it_begins_with_the_child_else_at_the_top(self) -> None:
        assert walk.first(PLACES, ["jay"]) == "jay"
        assert walk.first(PLACES, []) == "gran"
        assert walk.first({}, []) is None


class TestHandles:
    BODY, SYMBOL, PORT = Box(470, 300, 530, 380), Box(480, 300, 520, 340), Box(0, 0, 1000, 700)

    def test_where_there_is_room_each_is_where_one_looks_for_it(self) -> None:
        found = spots(ALL, self.BODY, self.SYMBOL, [], self.PORT)
        assert apart(found)
        assert (
            found["parents"][1] < self.SYMBOL.top < found["partner"][1] < self.BODY.bottom < found["child"][1]
        )
        assert found["sibling"][0] < self.SYMBOL.left
        assert found["partner"][0] > self.SYMBOL.right

    def test_they_keep_off_a_neighbours_name_and_off_each_other(self) -> None:
        beside = Box(528, 318, 590, 380)
        found = spots(ALL, self.BODY, self.SYMBOL, [beside], self.PORT)
        assert apart(found)
        plain = spots(ALL, self.BODY, self.SYMBOL, [], self.PORT)
        assert beside.contains(plain["partner"])
        assert not beside.contains(found["partner"])

    def test_they_stay_in_sight(self) -> None:
        found = spots(ALL, Box(2, 2, 62, 82), Box(12, 2, 52, 42), [], Box(0, 0, 400, 400))
        assert all(x > 0 for name, (x, y) in found.items() if name in ("parents", "child", "partner"))


class TestSnapping:
    def test_near_a_row_it_stands_in_it(self) -> None:
        snap = snapped((40.0, 104.0), OTHERS, 8.0)
        assert snap.point == (40.0, 100.0)
        assert (snap.row, snap.column) == (True, False)

    @pytest.mark.parametrize(
        ("x", "at", "gaps"),
        [
            (157.0, 160.0, ((0.0, 80.0), (80.0, 160.0))),
            (-77.0, -80.0, ((-80.0, 0.0), (0.0, 80.0))),
            (43.0, 40.0, ((0.0, 40.0), (40.0, 80.0))),
            (190.0, 190.0, ()),
        ],
    )
    def test_in_a_row_it_keeps_equal_distances(
        self, x: float, at: float, gaps: tuple[tuple[float, float], ...]
    ) -> None:
        row = {"a": (0.0, 100.0), "b": (80.0, 100.0), "c": (30.0, 300.0)}
        snap = snapped((x, 102.0), row, 8.0)
        assert snap.point == (at, 100.0)
        assert snap.gaps == gaps

    def test_far_from_all_it_stands_where_it_is(self) -> None:
        assert snapped((40.0, 150.0), OTHERS, 8.0).point == (40.0, 150.0)

    def test_without_reach_nothing_snaps(self) -> None:
        assert not snapped((0.0, 100.0), OTHERS, 0.0).row


@pytest.mark.parametrize(
    ("place", "side"),
    [((50, 50), None), ((-5, 50), "left"), ((120, 90), "right"), ((50, -1), "top"), ((50, 400), "bottom")],
)
def test_the_side_beyond_which_a_place_lies(place: tuple[float, float], side: str | None) -> None:
    assert side_of(QPointF(*place), QRectF(0, 0, 100, 100)) == side


class TestChoices:
    CATALOG = load()
    TWO = Ends("d", "l", "Darren", "Lisa")

    def test_everyday_lines_come_first_and_none_of_them_is_harm(self) -> None:
        first = choices.everyday(self.CATALOG, self.TWO, harm=True)
        assert len(first) == choices.FIRST
        assert not any(card.harm for card in first)

    def test_without_harm_none_is_offered_and_none_is_found(self) -> None:
        offered = choices.every(self.CATALOG, self.TWO, harm=False)
        assert not any(card.harm for card in offered)
        harmful = [card for card in self.CATALOG.bonds.values() if card.harm]
        for card in harmful:
            assert card not in choices.matching(offered, card.label, WORDS)

    def test_typing_finds_by_the_words_of_a_professional_too(self) -> None:
        whole = choices.every(self.CATALOG, self.TWO, harm=True)
        termed = next(card for card in whole if card.term)
        assert termed in choices.matching(whole, termed.term.upper(), WORDS)

    @pytest.mark.parametrize(
        ("typed", "harm"),
        [
            ("split up", False),
            ("ex", False),
            ("best friends", False),
            ("doesn’t see", False),
            ("doesn't see", False),
            ("dont talk", False),
            ("fell out", False),
            ("loves", False),
            ("boyfriend", False),
            ("hits", True),
            ("scared", True),
            ("bullies", True),
            ("grooms", True),
            ("county lines", True),
        ],
    )
    def test_a_line_is_found_by_the_words_that_are_said(self, typed: str, harm: bool) -> None:
        pair = Ends("d", "l", "Darren", "Lisa", people=True)
        found = choices.matching(choices.every(self.CATALOG, pair, harm=True), typed, WORDS)
        assert found
        assert found[0].harm == harm

    @pytest.mark.parametrize(
        ("typed", "worker", "family"),
        [
            ("disputed", "Who the father is", ""),
            ("paternity", "Who the father is", ""),
            ("DNA", "Who the father is", ""),
            ("adopted", "Whose child", "Whose child"),
            ("zebra", "", ""),
        ],
    )
    def test_what_is_said_of_a_child_is_shown_the_way_to_its_panel(
        self, typed: str, worker: str, family: str
    ) -> None:
        pair = Ends("d", "l", "Darren", "Lisa", people=True)
        for begins, harm in ((worker, True), (family, False)):
            found = choices.elsewhere(self.CATALOG, pair, typed, WORDS, harm=harm)
            assert found.startswith(begins)
            assert bool(found) == bool(begins)

    def test_a_couple_of_whom_it_is_said_that_they_split_up_are_not_married_by_one_enter(self) -> None:
        pair = Ends("d", "l", "Darren", "Lisa", people=True)
        first = choices.matching(choices.every(self.CATALOG, pair, harm=True), "split up", WORDS)[0]
        assert not first.legal
        assert first.stage == "ended"

    def test_who_says_that_a_marriage_was_forced_and_where_it_stands_is_kept(self) -> None:
        case, stamp = small_family(), Stamp(TODAY, Share.CASE_FILE, new_id=counting())
        forced = next(card for card in self.CATALOG.unions.values() if card.harm)
        ends = choices.ends_between(case, "darren", "lisa", ("Darren", "Lisa"))
        picked = choices.Picked(forced, teller=Teller.CHILD, standing=Standing.REPORTED)
        family = choices.drawn(case, stamp, ends, picked).case.family
        union = union_between(family, "darren", "lisa")
        assert union is not None
        spell = union.spells[-1]
        assert (spell.kind, spell.basis.teller, spell.basis.standing) == (
            forced.id,
            Teller.CHILD,
            Standing.REPORTED,
        )

    def test_a_label_typed_whole_comes_before_longer_ones(self) -> None:
        pair = Ends("d", "l", "Darren", "Lisa", people=True)
        whole = choices.every(self.CATALOG, pair, harm=True)
        for card in whole:
            found = choices.matching(whole, card.label.upper(), WORDS)
            assert found[0].label == card.label

    def test_between_a_service_and_somebody_ties_come_first(self) -> None:
        ends = choices.ends_between(small_family(), "jay", "school", ("Jay", "Hill School"))
        assert (ends.a, ends.b, ends.a_name) == ("school", "jay", "Hill School")
        assert all(card.axis for card in choices.everyday(self.CATALOG, ends, harm=True))

    def test_what_a_couple_are_is_offered_to_people_and_first_to_a_couple(self) -> None:
        pair = Ends("d", "l", "Darren", "Lisa", people=True, couple=True)
        strangers = Ends("d", "l", "Darren", "Lisa", people=True)
        unions = {card.id for card in self.CATALOG.unions.values() if not card.default}
        assert unions <= {card.id for card in choices.every(self.CATALOG, strangers, harm=True)}
        assert not unions & {card.id for card in choices.every(self.CATALOG, self.TWO, harm=True)}
        assert choices.as_couple(self.CATALOG, strangers) == ()
        stages = {card.stage for card in choices.as_couple(self.CATALOG, pair)}
        assert {"current", "ended"} <= stages

    def test_a_line_of_harm_offers_both_ways_as_sentences_and_no_default(self) -> None:
        for card in (card for card in self.CATALOG.bonds.values() if card.harm):
            said = {way.direction: way.says for way in choices.ways(card, self.TWO, WORDS)}
            assert Direction.UNSET not in said
            assert said[Direction.FORTH].startswith("Darren")
            assert said[Direction.BACK].startswith("Lisa")

    def test_no_two_ways_read_alike(self) -> None:
        for card in self.CATALOG.bonds.values():
            said = [way.says for way in choices.ways(card, self.TWO, WORDS)]
            assert len(said) == len(set(said))

    def test_what_was_used_lately_comes_latest_first_and_not_twice(self) -> None:
        whole = choices.every(self.CATALOG, self.TWO, harm=True)
        first = choices.everyday(self.CATALOG, self.TWO, harm=True)
        rare = [card for card in whole if card not in first][:2]
        used = [rare[1].id, first[0].id, rare[0].id]
        assert choices.recent(whole, used, first) == (rare[1], rare[0])


def _node(key: str, left: float, *, depth: int = 0, hollow: bool = False, size: float = 20.0) -> Node:
    box = Box(left, 0, left + size, size)
    shape = Path(rect(box), Stroke("#000000"))
    return Node(key, key.split(":")[0], key, (shape,), box, depth, rect(box), hollow)


class TestReconciling:
    @pytest.fixture
    def board(self, qapp: QApplication) -> Board:
        return Board(QGraphicsScene(), Look())

    def test_only_what_differs_is_touched(self, board: Board) -> None:
        nodes = tuple(_node(f"person:{number}", 30.0 * number) for number in range(5))
        drawing = Drawing(Box(0, 0, 200, 100), nodes)
        assert board.show(drawing) == 5
        items = dict(board.items)
        assert board.show(replace(drawing, nodes=tuple(replace(node) for node in nodes))) == 0
        changed = (*nodes[:2], _node("person:2", 64.0), *nodes[3:])
        assert board.show(replace(drawing, nodes=changed)) == 1
        assert board.items == items

    def test_what_is_gone_is_taken_away_and_what_is_new_put_in_its_place(self, board: Board) -> None:
        first, second, third = (_node(f"person:{number}", 30.0 * number) for number in range(3))
        board.show(Drawing(Box(0, 0, 200, 100), (first, third)))
        board.show(Drawing(Box(0, 0, 200, 100), (first, second, third)))
        heights = [board.items[f"person:{number}"].zValue() for number in range(3)]
        assert heights == sorted(set(heights))
        board.show(Drawing(Box(0, 0, 200, 100), (second,)))
        assert list(board.items) == ["person:1"]


class TestHits:
    def test_the_topmost_figure_comes_before_the_line_that_passes_it(self) -> None:
        nodes = (_node("person:a", 0), _node("bond:b", 0, depth=50, hollow=True))
        found = under(nodes, QPointF(10, 10), 5)
        assert found is not None
        assert found.key == "person:a"

    def test_a_ring_is_meant_only_near_its_edge(self) -> None:
        ring = (_node("ring:h", 0, hollow=True, size=100),)
        assert under(ring, QPointF(50, 50), 5) is None
        assert under(ring, QPointF(2, 50), 5) is ring[0]

    def test_the_furniture_of_the_sheet_is_nothing_to_select(self) -> None:
        assert under((_node("title", 0),), QPointF(10, 10), 5) is None


def test_only_what_hangs_on_somebody_is_drawn_anew() -> None:
    family = small_family().family
    (part,) = attached(family, ["mia"])
    assert {person.id for person in part.people} == {"mia", "jay", "darren", "lisa"}
    assert [home.id for home in part.households] == ["nest"]
    assert {person.id for person in attached(family, ["gran"])[0].people} == {"gran", "lisa", "jay"}


def test_relationships_are_drawn_anew_a_few_at_a_time_and_each_just_once() -> None:
    case, stamp, card = (
        small_family(),
        Stamp(TODAY, Share.SHARED, new_id=counting()),
        next(iter(load().bonds)),
    )
    for other in ("jay", "mia", "darren", "jay"):
        case = add_bond(case, stamp, "gran", other, card).case
    kin, *parts = attached(case.family, ["gran"])
    drawn = [[bond.id for bond in part.edges(Bond)] for part in parts]
    assert not kin.edges(Bond)
    assert sorted(key for batch in drawn for key in batch) == [bond.id for bond in case.family.edges(Bond)]
    assert len(parts) == 2
    assert [sorted(bond.b for bond in part.edges(Bond)).count("jay") for part in parts] in ([2, 0], [0, 2])


def test_no_frame_of_a_drag_waits_for_a_search(monkeypatch: pytest.MonkeyPatch) -> None:
    def searched(*_: object) -> None:
        raise AssertionError("searched for while somebody drags")

    case, stamp, scene = small_family(), Stamp(TODAY, Share.SHARED, new_id=counting()), Scene()
    for one, other in combinations(("gran", "jay", "mia", "darren"), 2):
        case = add_bond(case, stamp, one, other, next(iter(scene.catalog.bonds))).case
    view = view_of(scene, "genogram", TODAY, "case-file")
    sheet = scene.sheet(drawable(scene.settled(case, view), view), view)
    monkeypatch.setattr("genogram_app.layout.relationships.arcs.searched", searched)
    for part in redrawings(scene, sheet, ["jay"])[1:]:
        for away in range(0, 200, 20):
            lines = part.nodes({"jay": (sheet.layout.places["gran"][0] + away, 0.0)})
            assert [node for node in lines if node.role == "bond"]


def test_the_shadow_is_as_deep_as_if_it_lay_under_all_of_the_page() -> None:
    look = Look(shadow="#000000")
    page, item = QRectF(20, 20, 300, 200), PageItem(look)
    item.show_page(page, "#FFFFFF")
    one, other = (QImage(340, 240, QImage.Format.Format_RGB32) for _ in range(2))
    for image in (one, other):
        image.fill(QColor("#808080"))
    option = QStyleOptionGraphicsItem()
    option.exposedRect = QRectF(0, 0, 340, 240)
    painter = QPainter(one)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    item.paint(painter, option)
    painter.end()
    painter = QPainter(other)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in (8, 5, 3, 1.2):
        painter.setBrush(colour(look.shadow, 0.022))
        painter.drawRoundedRect(page.adjusted(-reach, -reach + 2, reach, reach + 2), reach, reach)
    painter.fillRect(page, Qt.GlobalColor.white)
    painter.end()
    apart = [
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red())
        for x in range(0, 340, 3)
        for y in range(0, 240, 3)
    ]
    assert max(apart) <= 1
    assert one.pixelColor(17, 120).red() < 0x80 < one.pixelColor(160, 120).red()


@pytest.mark.parametrize("scale", [0.07, 0.5, 3.0])
def test_a_mark_clears_all_of_its_line_however_far_one_looks(qapp: QApplication, scale: float) -> None:
    """Qt clears what an item says it covers; a line that is as wide from afar reached beyond that."""
    marks = Marks(QGraphicsScene(), Look())
    node = Node("person:jay", "person", "", (), Box(0, 0, 20, 30), hit=rect(Box(0, 0, 20, 30)))
    marks.seen_at(scale)
    marks.select({node.key: node}, focused=True)
    (item,) = marks._round.values()
    line, cleared = item.path().boundingRect(), item.boundingRect()
    for gap in (line.left() - cleared.left(), cleared.bottom() - line.bottom()):
        assert gap * scale >= item.pen().widthF() / 2 + 0.5


def test_a_home_that_is_selected_keeps_its_name_readable(qapp: QApplication) -> None:
    """The outline of the ring was painted over the name that stands on it, and struck it through."""
    scene = QGraphicsScene()
    ring, name = _node("ring:h", 0, hollow=True, size=100), _node("label:ring:h", 20, depth=6)
    board, marks = Board(scene, Look()), Marks(scene, Look())
    board.show(Drawing(Box(0, 0, 200, 200), (ring, name)))
    marks.select({ring.key: ring}, focused=True)
    assert marks._round[ring.key].zValue() < board.items[name.key].zValue()


@pytest.mark.parametrize("zoom", [1.0, 0.25, 0.1, 0.04, 0.01])
def test_a_line_is_seen_from_however_far(qapp: QApplication, zoom: float) -> None:
    """At 4 % lines were a twentieth of a pixel broad: the sheet of three hundred looked empty."""
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    line = Path((("M", 0.0, 32.5 / zoom), ("L", 64.0 / zoom, 32.5 / zoom)), stroke=Stroke("#000000", 1.2))
    node = Node("line", "union", "", (line,), Box(0.0, 0.0, 64.0 / zoom, 64.0 / zoom))
    NodeItem(node).paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    assert image.pixelColor(32, 32).lightness() < 195


def test_handles_stand_beside_each_other_round_a_figure_seen_from_afar() -> None:
    small = Box(196.0, 196.0, 204.0, 204.0)
    found = spots(ALL, small, small, [], Box(0.0, 0.0, 400.0, 400.0))
    assert apart(found)
    assert not any(abs(x - 200) < 15 and abs(y - 200) < 15 for x, y in found.values())  # nor over the figure


def test_whoever_is_selected_from_afar_has_handles() -> None:
    canvas = canvas_with(small_family())
    canvas.camera.look(0.2, canvas.middle_of("jay"))
    canvas.select(["jay"])
    settle()
    assert canvas.floats.handles.buttons["sibling"].isVisible()
    canvas.close()
