"""Where what floats stands: beside what it is about, over as little of the rest as can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.ui.canvas.free_place import box_at, covered, free_place, step_aside

PORT = Box(0, 0, 1366, 768)
_whole = st.integers(0, 600)


def test_it_stands_over_nobody_where_there_is_room() -> None:
    one, other = Box(300, 200, 360, 280), Box(420, 200, 480, 280)
    at = free_place((400, 300), (450, 240), [one, other], [Box(420, 300, 480, 380)], PORT)
    assert not covered(box_at(at, (400, 300)), [one, other])
    assert covered(PORT, [box_at(at, (400, 300))]) == 400 * 300


def test_it_rather_hides_a_neighbour_than_whom_it_is_about() -> None:
    about, neighbour = Box(40, 40, 100, 100), Box(0, 120, 400, 400)
    at = free_place((300, 250), (70, 70), [about], [neighbour], Box(0, 0, 420, 400))
    assert not covered(box_at(at, (300, 250)), [about])


def test_it_stays_where_it_is_while_nobody_is_under_it() -> None:
    about = [Box(600, 300, 660, 380)]
    assert free_place((200, 200), (630, 340), about, [], PORT, keeps=(100, 90)) == (100, 90)
    assert free_place((200, 200), (630, 340), about, [], PORT, keeps=(550, 290)) != (550, 290)


@given(_whole, _whole, st.integers(20, 900), st.integers(20, 700))
def test_it_never_stands_beyond_the_window(x: int, y: int, width: int, height: int) -> None:
    at = free_place((width, height), (x, y), [Box(x - 30, y - 40, x + 30, y + 40)], [], PORT)
    assert PORT.contains(at)
    assert PORT.contains((at[0] + width, at[1] + height))


def test_what_is_covered_steps_aside_the_shortest_way() -> None:
    over = Box(700, 100, 1350, 500)
    assert step_aside(Box(650, 200, 760, 280), over, PORT) == (700 - 8 - 760, 0)
    assert step_aside(Box(900, 470, 1000, 560), over, PORT) == (0, 500 + 8 - 470)
    assert step_aside(Box(100, 200, 1100, 280), Box(50, 0, 1350, 768), PORT) is None
