"""The key: a row for each thing that is drawn, once, with the words that stand on its line."""

from __future__ import annotations

import pytest

from genogram_app.catalog.cards import LineCard
from genogram_app.catalog.stand_in import LABEL
from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Path, texts_in
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Basis, Record, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import Part, Theme
from genogram_app.model.ties import Bond, Direction, LivesIn, Tie
from genogram_app.picture import wording
from genogram_app.picture.compose import Sheet
from genogram_app.picture.key import SWATCH, Entry, entries, key_base, key_block
from genogram_app.picture.key_cards import Used
from genogram_app.picture.key_columns import ROW
from genogram_app.picture.pen import SMALL_INK, extent_of
from genogram_app.picture.slashes import CLOSE
from genogram_app.studio.publish import prepare, view_of
from tests.builders import SHARED, TODAY, case_of, child, couple, person
from tests.picture.key_rows import rows_of
from tests.picture.sheets import scene


def _sheet(*records: Record) -> Sheet:
    case: Case = case_of(*(person(key) for key in ("jay", "lisa", "mia")), *records)
    return prepare(scene(), case, view=view_of(scene(), "combined", TODAY, "case-file")).sheet


def _rows(sheet: Sheet) -> list[str]:
    return rows_of(next(node for node in sheet.drawing.nodes if node.key == "key"))


def _bond(card: LineCard, key: str, direction: Direction = Direction.UNSET, *, to: str = "lisa") -> Bond:
    return Bond(id=key, a="jay", b=to, quality=card.id, direction=direction, basis=SHARED)


def _line(directed: str) -> LineCard:
    return next(card for card in scene().catalog.bonds.values() if card.directed == directed)


def test_a_line_without_a_direction_of_its_own_is_told_once_whatever_a_record_says() -> None:
    card = _line("none")
    rows = _rows(_sheet(_bond(card, "e1"), _bond(card, "e2", Direction.FORTH, to="mia")))
    assert [row for row in rows if row.startswith(card.label)] == [card.label]


def test_a_line_with_and_without_its_arrow_has_one_row() -> None:
    card = _line("optional")
    rows = _rows(_sheet(_bond(card, "e1"), _bond(card, "e2", Direction.FORTH, to="mia")))
    assert [row for row in rows if row.startswith(card.label)] == [f"{card.label}, who to whom"]


def test_no_swatch_of_a_line_touches_the_rows_beside_it() -> None:
    for card in scene().catalog.lines:
        (entry,) = entries(scene().pen, scene().catalog, [(card, "")], scene().catalog.gender(""))
        box = extent_of(entry.marks)
        assert -ROW / 2 <= box.top < box.bottom <= ROW / 2, card.id


#: Lines that are marked as over, and whose own marks stand singly.
ENDING = [
    card.id
    for card in scene().catalog.lines
    if card.slash and card.line.marks and not any(0 < mark.every < CLOSE for mark in card.line.marks)
]


@pytest.mark.parametrize("key", ENDING)
@pytest.mark.parametrize("variant", ["ended", "forth ended"])
def test_the_slash_of_what_has_ended_stands_off_the_line_s_other_marks_in_the_key(
    key: str, variant: str
) -> None:
    card = next(card for card in scene().catalog.lines if card.id == key)
    (entry,) = entries(scene().pen, scene().catalog, [(card, variant)], scene().catalog.gender(""))
    boxes = [bounds(mark.outline) for mark in entry.marks if isinstance(mark, Path)]
    slash, own = boxes[-len(card.slash) :], len(card.line.marks) + len(card.arrow) * ("forth" in variant)
    others = boxes[-len(card.slash) - own : -len(card.slash)]
    assert others
    assert not any(one.overlaps(other) for one in slash for other in others)


def test_words_that_stand_on_a_line_are_told() -> None:
    card = next(c for c in scene().catalog.unions.values() if c.tag and c.tag not in c.label)
    assert f"{card.label}, “{card.tag}”" in _rows(_sheet(*couple("u", "jay", "lisa", kind=card.id)))


def test_what_strains_a_tie_is_shown_on_a_line() -> None:
    strain = next(card for card in scene().catalog.ties.values() if card.axis == "strain")
    school = Agency(id="s", name="School", kind="", basis=SHARED)
    sheet = _sheet(school, Tie(id="t", a="s", b="jay", strain=strain.id, basis=SHARED))
    assert scene().catalog.tie_strength("").label in _rows(sheet)
    key = next(node for node in sheet.drawing.nodes if node.key == "key")
    straight = [mark for mark in key.marks if isinstance(mark, Path) and mark.stroke and not mark.fill]
    assert sum(bounds(path.outline).width > 0.6 * SWATCH for path in straight) >= 2


HARM = next(card for card in scene().catalog.bonds.values() if card.harm and card.directed == "required")


def _harm(key: str, basis: Basis, direction: Direction = Direction.FORTH) -> Bond:
    return _bond(HARM, key, direction).put(basis=basis)


def _words_rows(*bonds: Bond) -> list[str]:
    return [row for row in _rows(_sheet(*bonds)) if row.startswith("“") and row != "“…”"]


def test_harm_without_a_source_says_so_on_the_line_and_in_the_key() -> None:
    sheet = _sheet(_harm("e1", Basis()))
    label = next(node for node in sheet.drawing.nodes if node.key == "label:bond:e1")
    assert "source ?" in " ".join(text.content for text in texts_in(label.marks))
    assert "“source ?”: nobody has said who says so" in _rows(sheet)


def test_harm_without_a_source_in_a_theme_of_somebody_says_so_in_the_key() -> None:
    card = next(card for card in scene().catalog.themes.values() if card.harm)
    for basis, asked in ((Basis(share=SHARED.share), True), (SHARED.put(told_by="Gran"), False)):
        theme = Theme(id="t", card=card.id, part=Part.LIVED_THROUGH, basis=basis)
        rows = _rows(_sheet(person("ida", themes=(theme,))))
        assert ("“source ?”: nobody has said who says so" in rows) == asked


def test_the_key_explains_the_words_on_lines_of_this_sheet_and_no_others() -> None:
    said = Basis(teller=Teller.CHILD)
    child = "“child says”: in a child’s own account"
    assert _words_rows(_harm("e1", said)) == ["“where it stands ?”: nobody has said", child]
    convicted = _harm("e1", said.put(standing=Standing.CONVICTED))
    assert _words_rows(convicted) == [child, "“convicted”: by a criminal court"]
    worker = Basis(teller=Teller.WORKER, standing=Standing.DENIED)
    assert _words_rows(_harm("e1", worker, Direction.UNSET)) == [
        "“worker says”: the worker’s own view",
        "“who to whom ?”: nobody has said",
        "“denied”: they say it isn’t so",
    ]
    assert _words_rows(_bond(_line("none"), "e1")) == []


def test_every_standing_that_a_line_may_tell_is_explained() -> None:
    for standing in Standing:
        (row,) = _words_rows(_harm("e1", Basis(told_by="Lisa", standing=standing)))
        assert row.startswith(f"“{standing.value}”")


@pytest.mark.parametrize("teller", list(Teller))
def test_whoever_says_so_without_a_name_is_explained(teller: Teller) -> None:
    basis = Basis(teller=teller, standing=Standing.REPORTED)
    said = wording.source(scene().words, Basis(teller=teller))
    row, _ = _words_rows(_harm("e1", basis))
    assert row.startswith(f"“{said}”")
    theme = Theme(id="t", words="loss", basis=Basis(teller=teller, share=SHARED.share))
    sheet = _sheet(person("ida", themes=(theme,)))
    assert any(found.startswith(f"“{said}”") for found in _rows(sheet))


def _home(*stays: Record) -> list[str]:
    return _rows(_sheet(Household(id="h", name="Gran’s", basis=SHARED), *stays))


def _stay(key: str, who: str, **facts: object) -> LivesIn:
    return LivesIn.model_validate({"id": key, "person": who, "household": "h", "basis": SHARED} | facts)


def test_each_edge_that_a_ring_has_is_told() -> None:
    plain = scene().catalog.ring("").label
    all_the_time, part = _stay("s1", "jay"), _stay("s2", "mia", part_time=True)
    told = [row for row in _home(all_the_time, part) if row.startswith(plain)]
    assert told == [plain, f"{plain}, part of the time"]
    left = _stay("s1", "jay", until="2020")
    assert [row for row in _home(left) if row.startswith(plain)] == [f"{plain}, ended"]


def test_a_kind_of_home_is_told_as_the_words_that_its_ring_bears() -> None:
    catalog, pen = scene().catalog, scene().pen
    for card in catalog.rings.values():
        (entry,) = entries(pen, catalog, [(card, "")], catalog.gender(""))
        assert (f"“{card.tag}”" in entry.says) == bool(card.tag)
        assert ("“…”" in [text.content for text in texts_in(entry.marks)]) == bool(card.tag)


def test_no_swatch_of_a_ring_touches_the_rows_beside_it_or_has_a_homes_own_colour() -> None:
    catalog, pen = scene().catalog, scene().pen
    tints = {pen.theme.tint(number).edge for number in range(12)}
    for card in catalog.rings.values():
        for state in ("", "part", "ended"):
            (entry,) = entries(pen, catalog, [(card, state)], catalog.gender(""))
            box = extent_of(entry.marks)
            assert -ROW / 2 <= box.top < box.bottom <= ROW / 2
            edges = {m.stroke.paint for m in entry.marks if isinstance(m, Path) and m.stroke}
            assert edges
            assert not edges & tints


def test_a_symbol_within_another_is_told_with_the_gender_at_birth() -> None:
    first, second, *_ = (key for key, card in scene().catalog.people.items() if not card.life)
    inner, outer = scene().catalog.gender(first), scene().catalog.gender(second)
    rows = _rows(_sheet(person("ida", gender=first, gender_at_birth=second)))
    assert f"{inner.label}; outside, at birth: {outer.label}" in rows


def test_what_this_copy_does_not_know_has_one_row_for_each_look() -> None:
    rows = _rows(_sheet(*couple("u", "jay", "lisa", kind="nowhere"), _bond_of("elsewhere")))
    assert sum(row.startswith(LABEL) for row in rows) == 1


def _bond_of(quality: str) -> Bond:
    return Bond(id="e9", a="jay", b="mia", quality=quality, basis=SHARED)


@pytest.mark.parametrize("directed", ["none", "optional", "required"])
def test_a_relationship_that_has_ended_has_a_row_of_its_own(directed: str) -> None:
    card = _line(directed)
    ended = _bond(card, "e1").model_copy(update={"until": When("2023")})
    rows = _rows(_sheet(ended, _bond(card, "e2", to="mia")))
    assert [row for row in rows if row.startswith(card.label)] == [card.label, f"{card.label}, ended"]


def test_a_line_shown_by_a_test_says_so_on_each_child_of_whom_it_is_true() -> None:
    proven = next(card for card in scene().catalog.descent.values() if card.blood and card.tag == "DNA")
    born = scene().catalog.by_role("descent", "by_birth")
    kinds = {"jay": proven.id, "lisa": proven.id, "mia": born.id}
    case = case_of(
        *(person(key) for key in (*kinds, "mum", "dad")),
        *couple("u", "mum", "dad", kind=scene().catalog.by_role("unions", "marriage").id),
        *(child(key, "u", kind=kind) for key, kind in kinds.items()),
    )
    sheet = prepare(scene(), case, view=view_of(scene(), "genogram", TODAY, "case-file")).sheet
    said = [text.content for node in sheet.drawing.nodes for text in texts_in(node.marks)]
    assert said.count("DNA") == 2
    assert f"{proven.label}, “DNA”" in _rows(sheet)  # its stroke alone is that of any birth


def _whole_key() -> list[Entry]:
    """Give a row for every line that there is: more than any sheet has."""
    cards: list[Used] = [(card, "") for card in scene().catalog.bonds.values()]
    return entries(scene().pen, scene().catalog, cards, key_base(scene().catalog, cards))


@pytest.mark.parametrize("width", [523.0, 770.0, 1118.0])
def test_no_word_of_the_key_reaches_out_of_it_or_into_the_next_column(width: float) -> None:
    (node,) = key_block(scene().pen, _whole_key(), width).nodes
    _, *texts = [text for text in texts_in(node.marks) if text.size == SMALL_INK.size]
    assert max(text.x + text.width for text in texts) <= width
    for one in texts:
        beside = [other.x for other in texts if other.y == one.y and other.x > one.x]
        assert all(one.x + one.width < x for x in beside)


def test_the_rows_of_the_key_come_in_the_order_of_the_cards_column_by_column() -> None:
    found = _whole_key()
    (node,) = key_block(scene().pen, found, 770.0).nodes
    says = [entry.says for entry in found]
    assert [row for row in rows_of(node) if row in says] == says


def test_words_that_no_column_holds_are_cut() -> None:
    long = Entry((), "a line that somebody called by very many words " * 9)
    (node,) = key_block(scene().pen, [long], 523.0).nodes
    (text,) = (text for text in texts_in(node.marks) if text.content.startswith("a line"))
    assert text.content.endswith("…")
    assert text.x + text.width <= 523.0


def test_a_key_that_stays_as_it_is_is_laid_out_once() -> None:
    tie, other = list(scene().catalog.bonds.values())[:2]
    first, alike = _sheet(_bond(tie, "e1")), _sheet(_bond(tie, "e2", to="mia"))
    assert alike.key(770.0) is first.key(770.0)
    assert _rows(_sheet(_bond(tie, "e1"), _bond(other, "e2"))) != _rows(first)
    assert alike.key(523.0).width == 523.0


def test_no_dash_of_a_swatch_is_cut() -> None:
    """A weak tie's ended in a stub of a dash: two dashes and a dot, which is another line."""
    bare: list[Used] = [(card, "") for card in scene().catalog.lines if not card.line.marks]
    found = 0
    for row in entries(scene().pen, scene().catalog, bare, scene().catalog.gender("")):
        for path in row.marks:
            if isinstance(path, Path) and path.stroke and path.stroke.dash:
                found += 1
                left = bounds(path.outline).width % sum(path.stroke.dash)
                assert left > path.stroke.dash[0] - 0.1, row.says
    assert found > 8
