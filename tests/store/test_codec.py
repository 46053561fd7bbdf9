"""The file's form: what is written is read, and what isn't whole is refused in a sentence."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from genogram_app import __version__
from genogram_app.errors import DamagedFileError, ForeignFileError, NewerFileError, UserError
from genogram_app.family.case import Case
from genogram_app.store import codec, strict_json
from genogram_app.store.codec import decode, encode
from tests.store.families import whole_case

WHOLE = whole_case()
DATA = encode(WHOLE)


def sealed(document: dict[str, Any], **header: Any) -> bytes:
    """Give a file of a raw document whose checksum fits."""
    checksum = codec.checksum(codec.raw_text(document))
    head = {"format": "genogram", "schema": 1, "program": "0", "checksum": checksum} | header
    return json.dumps(head | {"document": document}, ensure_ascii=False, indent=1).encode()


def raw() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DATA)["document"]
    return document


def test_what_is_written_is_read() -> None:
    assert decode(DATA, "x.genogram") == WHOLE


def test_the_same_case_gives_the_same_bytes_however_it_was_built() -> None:
    backwards = type(WHOLE.family).of(
        sorted(WHOLE.family.records(), key=lambda r: (hasattr(r, "ends"), r.id), reverse=True)
    )
    assert encode(replace(WHOLE, family=backwards)) == DATA


def test_a_changed_field_changes_the_bytes() -> None:
    jay = WHOLE.family.record("p_jay")
    assert encode(WHOLE.changed(put=[jay.put(known_as="JJ")])) != DATA


def test_the_header_comes_first_and_reads_well() -> None:
    lines = DATA.decode().splitlines()
    assert lines[:4] == ["{", '"format": "genogram",', '"schema": 1,', f'"program": "{__version__}",']
    assert DATA.endswith(b"\n}\n}\n")
    assert max(len(line) - len(line.lstrip(" ")) for line in lines) < 10


def test_the_checksum_can_be_checked_without_this_program() -> None:
    """As `sed '1,6d;$d' FILE | sha256sum` does."""
    lines = DATA.decode().splitlines(keepends=True)
    digest = hashlib.sha256("".join(lines[6:-1]).encode()).hexdigest()
    assert json.loads(DATA)["checksum"] == f"sha256:{digest}"


@pytest.mark.parametrize(
    "same",
    [
        b"\xef\xbb\xbf" + DATA,
        DATA.replace(b"\n", b"\r\n"),
        json.dumps(json.loads(DATA), indent=4).encode(),
        json.dumps(json.loads(DATA), ensure_ascii=False).encode(),
    ],
    ids=["with a byte-order mark", "with Windows line ends", "indented anew and escaped", "on one line"],
)
def test_the_same_json_written_otherwise_is_read(same: bytes) -> None:
    assert encode(decode(same, "x.genogram")) == DATA


def test_a_letter_escaped_as_two_halves_is_one_letter() -> None:
    assert strict_json.loads(r'"\ud83d\ude00"') == "\N{GRINNING FACE}"


def test_what_this_program_does_not_know_is_kept_and_written_back() -> None:
    document = raw()
    document["people"][0]["star_sign"] = {"is": ["Leo", 1.5, None, True]}
    document["people"][0]["basis"] = {"share": "case file", "witness": "Gran"}
    document["people"][0]["gender"] = "a_card_of_tomorrow"
    document["weather"] = "fair"
    document["details"]["colour"] = "blue"
    back = json.loads(encode(decode(sealed(document), "x.genogram")))["document"]
    first = back["people"][0]
    assert first["star_sign"] == {"is": ["Leo", 1.5, None, True]}
    assert first["basis"] == {"witness": "Gran"}
    assert first["gender"] == "a_card_of_tomorrow"
    assert (back["weather"], back["details"]["colour"]) == ("fair", "blue")


def test_what_is_unknown_outlives_an_edit() -> None:
    document = raw()
    document["people"][0]["star_sign"] = "Leo"
    case = decode(sealed(document), "x.genogram")
    person = case.family.people[0]
    edited = case.changed(put=[person.put(name="Somebody Else")])
    assert json.loads(encode(edited))["document"]["people"][0]["star_sign"] == "Leo"


def refusal(data: bytes) -> UserError:
    with pytest.raises(UserError) as refused:
        decode(data, "Family.genogram")
    return refused.value


def read_or_refused(data: bytes) -> Case | None:
    """Read bytes; None where they are refused in a sentence. Anything else that is raised fails the test."""
    try:
        return decode(data, "x.genogram")
    except UserError:
        return None


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"0 HEAD\n1 GEDC\n", "GEDCOM"),
        (b"\xef\xbb\xbf0 HEAD\n", "GEDCOM"),
        ("0 HEAD\n1 GEDC\n".encode("utf-16"), "GEDCOM"),
        (b"<?xml version='1.0'?><GenoPro></GenoPro>", "GenoPro"),
        (zipped("Data.xml"), "GenoPro"),
        (zipped("word/document.xml"), "Word"),
        (zipped("holiday.jpg"), "zip file"),
        (b"PK\x03\x04 and then nothing", "damaged zip"),
        (b"<svg xmlns='x'/>", "SVG"),
        (b"Dear Mrs Carter,", "plain text"),
        (b"\x00\x01\x02\x03", "doesn't know"),
        (b'{"name": "somebody else"}', "another program"),
        (b"[1, 2]", "plain text"),
    ],
)
def test_a_foreign_file_is_named_for_what_it_seems_to_be(data: bytes, says: str) -> None:
    error = refusal(data)
    assert isinstance(error, ForeignFileError)
    assert "Family.genogram" in str(error)
    assert says in str(error)


def test_a_newer_file_is_left_alone_and_says_who_wrote_it() -> None:
    error = refusal(sealed(raw(), schema=2, program="7.1"))
    assert isinstance(error, NewerFileError)
    assert "newer version" in str(error)
    assert "7.1" in str(error)


@pytest.mark.parametrize("data", [b"", b" \n", b"\x00" * 4096], ids=["no bytes", "spaces", "zeros"])
def test_an_empty_file_is_called_empty(data: bytes) -> None:
    assert "is empty" in str(refusal(data))


def changed(path: tuple[Any, ...], value: Any) -> bytes:
    document = raw()
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return sealed(document)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (DATA[: len(DATA) // 2], "stops in the middle"),
        (DATA.replace(b"Sheila Carter", b"Sheila Barter"), "checksum"),
        (DATA.replace(b'"id": "p_gran"', b'"id": "p_gran", "id": "p_other"'), "'id' stands twice"),
        (DATA.replace(b"Ron ", b"Ron\xff"), "bytes that are no text"),
        (DATA.replace(b'"schema": 1', b'"schema": "one"'), "which form"),
        (DATA.replace(b'"schema": 1', b'"schema": true'), "which form"),
        (DATA.replace(b"3.3", b"NaN"), "NaN"),
        (DATA.replace(b"3.3", b"1e999"), "no number"),
        (DATA.replace(b"3.3", b"9" * 5000), "far too long"),
        (DATA.replace(b'"document":', b'"other":'), "family in it is missing"),
        (changed(("people", 2, "born"), "19xx"), "the date of birth of “Jay Carter” reads “19xx”"),
        (changed(("people", 2, "born"), "2014-02-30"), "the date of birth of “Jay Carter”"),
        (changed(("people", 2, "life"), "undead"), "the life of “Jay Carter” reads “undead”"),
        (changed(("people", 1), {}), "the id of person 2 is missing"),
        (changed(("people", 2, "accounts"), 5), "can't be understood"),
        (changed(("bonds", 0, "direction"), 3), "the direction of relationship 1"),
        (changed(("people", 2, "basis"), {"recorded": 0}), "the record of who told us of “Jay Carter”"),
        (changed(("people", 2, "basis"), {"recorded": "1767225600"}), "the record of who told us"),
        (changed(("people", 2, "basis"), {"recorded": "2026-01-12T00:00:00"}), "the record of who told us"),
        (changed(("people", 2, "born"), 2014), "the date of birth of “Jay Carter”"),
        (changed(("people", 2, "subject"), "yes"), "the subject of “Jay Carter” reads “yes”"),
        (changed(("people", 2, "subject"), 1), "the subject of “Jay Carter”"),
        (changed(("partners", 0, "order"), "1"), "the order of place in a union 1 reads “1”"),
        (changed(("partners", 0, "order"), True), "the order of place in a union 1"),
        (changed(("details", "dated"), 20260112), "the date of the case details"),
        (changed(("details", "review_due"), 0.5), "the review due of the case details"),
        (changed(("placements", "genogram", "p_jay"), {"x": "1", "y": 2.0}), "positions on the sheet"),
        (DATA.replace(b"Sheila", b"\\ud800"), "half a letter"),
        (DATA.replace(b'"name"', b'"n\\udfffame"'), "half a letter"),
        (changed(("people",), {"p": 1}), "the person can't be understood"),
        (changed(("placements", "genogram", "p_jay"), {"x": 1}), "positions on the sheet"),
        (changed(("details", "review_due"), "soon"), "the review due of the case details reads “soon”"),
        (changed(("bonds", 0, "a"), "p_nobody"), "leads to p_nobody, which isn't there"),
        (changed(("bonds", 0, "a"), "u_1"), "which can't stand there"),
        (changed(("partners", 0, "union"), "h_1"), "which can't stand there"),
        (changed(("people", 2, "id"), "p_gran"), "two records have the same id, p_gran"),
    ],
)
def test_a_damaged_file_says_what_is_wrong_in_it(data: bytes, says: str) -> None:
    error = refusal(data)
    assert isinstance(error, DamagedFileError)
    assert says in str(error)
    assert "left as it is" in str(error)


def test_endless_nesting_is_refused() -> None:
    deep = b'{"format": "genogram", "document": ' + b"[" * 100_000
    assert "nested" in str(refusal(deep))
    with pytest.raises(strict_json.StrictJsonError, match="nested"):
        strict_json.loads("[" * 80 + "]" * 80)
    assert strict_json.loads("[" * 20 + "]" * 20)


@given(st.data())
def test_no_changed_byte_is_accepted_in_silence(data: st.DataObject) -> None:
    """Whatever one byte becomes: the same family, or a plain sentence."""
    position = data.draw(st.integers(0, len(DATA) - 1))
    byte = data.draw(st.integers(0, 255))
    mutant = DATA[:position] + bytes([byte]) + DATA[position + 1 :]
    assert read_or_refused(mutant) in (WHOLE, None)


@given(st.binary(max_size=300))
@example(b'{"format": "genogram"}')
@example(b'{"format": "genogram", "schema": 1, "document": {}}')
def test_no_bytes_end_in_anything_but_a_sentence(noise: bytes) -> None:
    with pytest.raises(UserError):
        decode(noise, "x.genogram")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "about", "value", "x"]), inner)
    ),
    max_leaves=6,
)


@given(
    JSON,
    st.sampled_from(["people", "unions", "bonds", "versions", "details", "placements", "page", "themes"]),
)
def test_no_json_ends_in_anything_but_a_case_or_a_sentence(value: Any, part: str) -> None:
    """Sound checksum, wild content: as a foolish program would write it."""
    document = raw()
    document[part] = value
    read_or_refused(sealed(document))
