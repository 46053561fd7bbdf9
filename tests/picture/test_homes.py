"""Homes as they are drawn: the edge thinner beside whoever is there at times, names in short lines."""

from __future__ import annotations

from dataclasses import replace
from math import dist

from genogram_app.catalog.theme import Tint
from genogram_app.drawing.geometry import bounds, contains, flatten
from genogram_app.drawing.primitives import Box, Outline, Path, Text, texts_in
from genogram_app.family import kinship
from genogram_app.layout.homes.rings import common
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Placement
from genogram_app.model.household import Household
from genogram_app.model.ties import LivesIn
from genogram_app.picture.compose import Sheet
from genogram_app.picture.households import is_past, mixed, states, tints_of
from genogram_app.picture.labels import ON_RING, shapes
from genogram_app.studio.publish import prepare, view_of
from genogram_app.ui.panels.roll import Roll
from tests.builders import TODAY, case_of, home, person
from tests.picture.sheets import COPIES, scene, sheet


def edge(drawn: Sheet, home: str) -> list[Path]:
    """Give the strokes of a home's edge."""
    node = next(node for node in drawn.family.nodes if node.key == f"ring-edge:{home}")
    return [mark for mark in node.marks if isinstance(mark, Path) and mark.stroke]


def test_the_edge_is_thinner_beside_whoever_is_there_part_of_the_time() -> None:
    drawn = sheet("practice", "genogram")
    family, places = drawn.case.family, drawn.layout.places
    home = next(h.id for h in family.households if any(p.part_time for p in kinship.members(family, h.id)))
    who = {place.person: place.part_time for place in kinship.members(family, home)}
    widths = {stroke.width for path in edge(drawn, home) if (stroke := path.stroke)}
    assert len(widths) == 2
    for path in edge(drawn, home):
        assert path.stroke
        for line in flatten(path.outline):
            middle = line[len(line) // 2]
            nearest = min(who, key=lambda key: dist(places[key], middle))
            assert (path.stroke.width == min(widths)) == who[nearest]


def test_a_loop_of_an_edge_that_lies_beside_one_of_them_alone_is_drawn_as_theirs() -> None:
    drawn = sheet("practice", "genogram")
    family, layout = drawn.case.family, drawn.layout
    home = next(h for h in family.households if any(p.part_time for p in kinship.members(family, h.id)))
    for place in kinship.members(family, home.id):
        x, y = layout.places[place.person]
        hole: Outline = (("M", x, y - 3), ("L", x + 3, y + 3), ("L", x - 3, y + 3), ("Z",))
        beside = replace(layout, rings={home.id: hole})
        assert states(family, beside, home, TODAY) == {"part" if place.part_time else ""}


def test_the_edge_of_a_home_of_people_who_are_always_there_has_one_width() -> None:
    drawn = sheet("practice", "genogram")
    family = drawn.case.family
    always = [
        home.id
        for home in family.households
        if home.id in drawn.layout.rings
        and not any(place.part_time for place in kinship.members(family, home.id))
    ]
    assert len(always) > 2
    for key in always:
        assert len({path.stroke.width for path in edge(drawn, key) if path.stroke}) == 1


def test_a_home_that_has_ended_is_seen_to_be_past() -> None:
    drawn = sheet("practice", "genogram")
    rings = [each for each in drawn.case.family.households if each.id in drawn.layout.rings]
    ended = {each.id for each in rings if is_past(drawn.case.family, each, TODAY)}
    dashes = {each.id: {path.stroke.dash for path in edge(drawn, each.id) if path.stroke} for each in rings}
    going_on = {dash for key, found in dashes.items() if key not in ended for dash in found}
    assert ended
    assert going_on
    for key in ended:
        assert dashes[key].isdisjoint(going_on)
        said = [node for node in drawn.drawing.nodes if node.key == f"label:ring:{key}"]
        assert "Dec 2024" in " ".join(text.content for node in said for text in texts_in(node.marks))


def test_a_long_phrase_is_broken_where_a_home_has_little_edge() -> None:
    lines = shapes("Kai’s home, Megan every other weekend", ON_RING)
    assert lines[0] == ("Kai’s home,", "Megan every other weekend")
    assert lines[1:] == (("Kai’s home,", "Megan every", "other weekend"),)


def test_a_long_label_is_broken_after_the_name_of_the_home_and_nothing_is_cut() -> None:
    said = "Grandma and Grandad’s home, since 4 Aug 2026, Megan every other weekend"
    for lines in shapes(said, ON_RING):
        assert lines[0] == "Grandma and Grandad’s home,"
        assert " ".join(lines) == said
    assert shapes("Gran’s home, since 2025", ON_RING)[0] == ("Gran’s home, since 2025",)


def test_the_practice_home_shared_at_weekends_says_so() -> None:
    drawn = sheet("practice", "genogram")
    spoken = [node.says for node in drawn.family.nodes if node.key.startswith("ring:")]
    names = [home.name for home in drawn.case.family.households if isinstance(home, Household)]
    assert len(spoken) == len(names)
    assert any("weekends" in says for says in spoken)


def test_the_ground_that_two_homes_share_shows_both_their_tints() -> None:
    drawn = sheet("large_family", "ecomap")
    rings = {node.key.partition(":")[2]: node for node in drawn.family.nodes if node.key.startswith("ring:")}
    shared = [node for node in drawn.family.nodes if node.key.startswith("ring-shared:")]
    assert len(shared) == 1
    homes = shared[0].key.split(":")[1:]
    fills = {mark.fill for key in homes for mark in rings[key].marks if isinstance(mark, Path)}
    (ground,) = [mark for mark in shared[0].marks if isinstance(mark, Path)]
    assert len(fills | {ground.fill}) == 3
    children = {
        who
        for who in drawn.layout.places
        if all(contains(drawn.layout.rings[key], drawn.layout.places[who]) for key in homes)
    }
    assert children
    inside = {who for who, at in drawn.layout.places.items() if contains(ground.outline, at)}
    assert inside == children


def test_homes_that_share_nobody_share_no_ground() -> None:
    square: Outline = (("M", 0, 0), ("L", 10, 0), ("L", 10, 10), ("L", 0, 10), ("Z",))
    away: Outline = (("M", 30, 0), ("L", 40, 0), ("L", 40, 10), ("Z",))
    half: Outline = (("M", 5, 0), ("L", 15, 0), ("L", 15, 10), ("L", 5, 10), ("Z",))
    assert common(square, away) == ()
    assert bounds(common(square, half)) == Box(5, 0, 10, 10)
    assert mixed("#FFFFFF", "#EAF3E6") == "#EAF3E6"
    assert mixed("#FF0000", "#0000FF") == "#000000"


def test_a_home_without_a_name_is_called_the_same_on_its_ring_and_in_words() -> None:
    home = Household(id="h"), LivesIn(id="s", person="jay", household="h")
    case = case_of(person("jay", "Jay Ann Carter", subject=True), *home)
    drawn = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet
    nodes = {node.key: node for node in drawn.family.nodes}
    assert [mark.content for mark in nodes["label:ring:h"].marks if isinstance(mark, Text)] == ["Jay’s home"]
    assert nodes["ring:h"].says == "Home: Jay’s home"
    roll = Roll(case, scene().catalog, scene().words, TODAY)
    assert roll.entries()[0].says == "Jay’s home"


def test_no_home_has_the_colours_of_one_beside_it() -> None:
    count = len(scene().pen.theme.tints) + 1
    people = [person(f"p{each}", f"P{each}") for each in range(count)]
    family = case_of(
        *people, *(record for each in range(count) for record in home(f"h{each}", f"p{each}"))
    ).family

    def ring(x: float) -> Outline:
        return (("M", x, 0), ("L", x + 60, 0), ("L", x + 60, 60), ("L", x, 60), ("Z",))

    def tints(*places: float) -> list[Tint]:
        rings = {f"h{each}": ring(x) for each, x in enumerate(places)}
        return list(tints_of(scene().pen, family, Layout(rings=rings), TODAY).values())

    in_turn = [each * 70.0 for each in range(count)]
    assert tints(*in_turn)[-1] == tints(*in_turn)[0]  # far away, its turn has come again
    beside = tints(*in_turn[:-1], -70.0)
    assert beside[:-1] == list(scene().pen.theme.tints)
    assert beside[-1] not in beside[:2]


def test_who_stands_in_a_ring_and_doesnt_live_there_is_named_at_the_foot_of_every_copy() -> None:
    """A copy for the family has no list of things to ask: there the ring alone told a wrong story."""
    people = [person("nan"), person("dad", "Darren Doyle"), person("jay", subject=True), person("mum")]
    case = case_of(*people, *home("nans", "nan", "jay"))
    at = {"nan": (0.0, 0.0), "mum": (0.0, 100.0), "dad": (16.0, 206.0), "jay": (0.0, 200.0)}
    case = case.place("genogram", {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in at.items()})
    for copy in COPIES:
        drawn = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, copy)).sheet
        (foot,) = [node.says for node in drawn.drawing.nodes if node.key == "footer"]
        assert "Darren Doyle drawn within the ring of Nans, though not said to live there" in foot
        assert "Mum drawn" not in foot
    (plain,) = [node.says for node in sheet("practice", "genogram").drawing.nodes if node.key == "footer"]
    assert "drawn within" not in plain
