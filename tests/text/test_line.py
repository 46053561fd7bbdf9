"""A line of letters is plain where it can be, shaped where it must be, and never loses a letter."""

from __future__ import annotations

from unicodedata import normalize

import pytest
import uharfbuzz as hb

from genogram_app.drawing.primitives import Halo, Outline, Step, Text
from genogram_app.errors import GlyphError
from genogram_app.text import shape
from genogram_app.text.line import advance, check, line, missing
from genogram_app.text.runs import clusters, runs
from tests.text.names import PLAIN, SHAPED


def _across(outline: Outline) -> tuple[float, float]:
    places = [step[-2] for step in outline if step[0] != "Z"]
    return min(places), max(places)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_names_stay_plain(name: str) -> None:
    text = line(name, 10, 20, 9)
    assert text == Text(name, 10, 20, 9, text.width)
    assert text.width > 0


@pytest.mark.parametrize("name", SHAPED.values(), ids=SHAPED)
@pytest.mark.parametrize("face", ["regular", "semibold", "bold", "italic"])
def test_other_names_become_outlines_with_every_letter_drawn(name: str, face: str) -> None:
    text = line(name, 10, 20, 9, face=face)
    assert missing(name, face) == ""
    assert text.content == name
    left, right = _across(text.outline)
    assert left == pytest.approx(10, abs=1.5)
    assert right == pytest.approx(10 + text.width, abs=1.5)
    for run in runs(name, face):
        assert run.file
        buffer = shape._buffer(run)
        hb.shape(shape._font(run.file), buffer)
        assert all(info.codepoint for info in buffer.glyph_infos)


def test_everything_asked_for_is_kept() -> None:
    halo = Halo("#FFFFFF", 2)
    for name in ("Ann", "عائشة"):
        text = line(name, 1, 2, 9, face="bold", paint="#123456", anchor="end", halo=halo)
        assert (text.x, text.y, text.size, text.face) == (1, 2, 9, "bold")
        assert (text.paint, text.anchor, text.halo) == ("#123456", "end", halo)


def test_outlines_follow_anchor_size_and_place() -> None:
    at_start = line("محمد", 0, 0, 10)
    for anchor, share in (("middle", 0.5), ("end", 1.0)):
        moved = line("محمد", 100, 30, 20, anchor=anchor)  # type: ignore[arg-type]
        assert moved.width == pytest.approx(2 * at_start.width)
        for old, new in zip(at_start.outline, moved.outline, strict=True):
            wanted = [100 - share * moved.width + 2 * x for x in old[1::2]]
            assert new[0] == old[0]
            assert list(new[1::2]) == pytest.approx(wanted)
            assert list(new[2::2]) == pytest.approx([30 + 2 * y for y in old[2::2]])


def test_mixed_directions_stand_as_they_are_read() -> None:
    assert [(run.content, run.leftward) for run in runs("Ali محمد (b. 1975)", "regular")] == [
        ("Ali ", False),
        ("محمد", True),
        (" (b. 1975)", False),
    ]
    assert [run.content for run in runs("محمد علی", "regular")] == ["علی", " ", "محمد"]


def test_brackets_are_mirrored_where_the_line_runs_leftward() -> None:
    opening, closing = (shape.shaped(sign, "regular").outline for sign in "()")
    seen = shape.shaped("א(ב)", "regular").outline
    assert _moved_to_origin(seen[: len(opening)]) == _moved_to_origin(opening)
    assert _moved_to_origin(shape.shaped("א(", "regular").outline[: len(closing)]) == _moved_to_origin(
        closing
    )


def _moved_to_origin(outline: Outline) -> list[tuple[object, ...]]:
    left = _across(outline)[0]
    return [
        tuple(round(v - left * (i % 2), 6) if isinstance(v, float) else v for i, v in enumerate(step))
        for step in outline
    ]


def _joined(parts: list[str]) -> Outline:
    pen, steps = 0.0, list[Step]()
    for part in parts:
        text = line(part, pen, 0, 10)
        steps.extend(text.outline)
        pen += text.width
    return tuple(steps)


def test_arabic_letters_join() -> None:
    assert advance("ببب", 10) < 0.7 * 3 * advance("ب", 10)
    assert line("محمد", 0, 0, 10).outline != _joined(list(reversed("محمد")))


def test_a_joiner_is_unseen_but_parts_the_letters() -> None:
    assert line("لز\u200cا", 0, 0, 10).outline != line("لبا", 0, 0, 10).outline
    assert advance("بب", 10) != advance("ب\u200cب", 10)


@pytest.mark.parametrize("name", ["Siân Ŵyn", "Nguyễn Thị", "Łucja Żak", "Zoë"])
def test_letters_and_accents_told_apart_are_put_together(name: str) -> None:
    apart = normalize("NFD", name)
    assert apart != name
    assert line(apart, 0, 0, 9) == line(name, 0, 0, 9)


def test_a_mark_without_a_letter_of_its_own_stands_over_its_letter() -> None:
    bare, marked = shape.shaped("q", "regular"), shape.shaped("q\u0303", "regular")
    extra = marked.outline[len(bare.outline) :]
    assert marked.outline[: len(bare.outline)] == bare.outline
    left, right = _across(extra)
    assert 0 < left < right < bare.width
    assert max(step[-1] for step in extra if step[0] != "Z") < min(
        step[-1] for step in bare.outline if step[0] != "Z"
    )


def test_line_breaks_and_control_characters_become_spaces() -> None:
    assert line("Ann\nLee\t\x07x\u2028y", 0, 0, 9).content == "Ann Lee  x y"


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        ("𓀀𓀁𓀂 Wang", "𓀀𓀁𓀂"),
        ("Ann 𓁀 and 𓁀", "𓁀"),
        ("Ann", ""),
        ("Ẹ́niọlá", ""),
        ("a\u064e", "a\u064e"),  # no font has both: they can't stand as one letter
        ("\ue000", "\ue000"),
        ("\ud800", "\ud800"),
        ("Jay\u200e\u200d\ufe0f\u00ad", ""),
    ],
)
def test_what_no_font_has_is_named(content: str, lost: str) -> None:
    assert missing(content) == lost


def test_a_letter_that_no_font_has_is_a_visible_box_not_a_gap() -> None:
    text = line("𓀀𓀁 Wang", 0, 0, 10)
    assert text.width == pytest.approx(2 * 6 + advance(" Wang", 10))
    assert _across(text.outline[:10]) == pytest.approx((0.6, 5.4))
    assert text.outline[10:20] != text.outline[:10]


def test_an_export_refuses_by_name_what_it_cannot_draw() -> None:
    good = [line(name, 0, 0, 9) for name in (*PLAIN, *SHAPED.values())]
    check(good)
    with pytest.raises(GlyphError, match=r'no letters for "𓀀" in "𓀀 Wang".*Your file is safe'):
        check([*good, line("𓀀 Wang", 0, 0, 9)])


def test_marks_belong_to_their_letters() -> None:
    assert [*clusters("q\u0303a\u200db")] == ["q\u0303", "a\u200d", "b"]
    assert [*clusters("")] == []


def test_quadratic_curves_are_raised_without_moving_them() -> None:
    step = shape._cubic(("M", 0.0, 0.0), 3.0, 6.0, 6.0, 0.0)
    assert step == ("C", 2.0, 4.0, 4.0, 4.0, 6.0, 0.0)
