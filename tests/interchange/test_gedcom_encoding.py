"""Letters: the same family in every set of letters that GEDCOM files come in."""

from __future__ import annotations

import codecs

import pytest
from gedcom_lite import encode_ansel

from genogram_app.interchange.gedcom.encoding import decode
from genogram_app.interchange.report import Outcome
from tests.interchange.given import names, read, told

NAMES = ["Anaïs Ångström", "Siân Llŷr"]
WESTERN = ["Anaïs Ångström", "Siân Müller"]


def family(declared: str, people: list[str], end: str = "\n") -> str:
    records = [line for who, name in enumerate(people) for line in (f"0 @I{who}@ INDI", f"1 NAME {name}")]
    return end.join(["0 HEAD", "1 GEDC", "2 VERS 5.5.1", f"1 CHAR {declared}", *records, "0 TRLR", ""])


@pytest.mark.parametrize(
    ("declared", "codec", "people"),
    [
        ("UTF-8", "utf-8", NAMES),
        ("UTF-8", "utf-8-sig", NAMES),
        ("UNICODE", "utf-16", NAMES),
        ("UNICODE", "utf-16-le", NAMES),
        ("UNICODE", "utf-16-be", NAMES),
        ("ANSI", "cp1252", WESTERN),
        ("IBM WINDOWS", "cp1252", WESTERN),
        ("WINDOWS-1250", "cp1250", ["Łucja Dvořák"]),
        ("IBMPC", "cp437", WESTERN),
        ("ISO-8859-1", "latin-1", WESTERN),
        ("MACINTOSH", "mac_roman", WESTERN),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_names_come_over_in_any_letters(declared: str, codec: str, people: list[str], end: str) -> None:
    brought = read(family(declared, people, end).encode(codec))
    assert names(brought.case) == people
    assert told(brought, Outcome.MENDED) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ansel_puts_accents_before_the_letter(end: str) -> None:
    data = encode_ansel(family("ANSEL", NAMES, end))
    assert b"Ana\xe8is" in data
    assert names(read(data).case) == NAMES


def test_big_endian_bytes_with_their_mark() -> None:
    data = codecs.BOM_UTF16_BE + family("UNICODE", NAMES).encode("utf-16-be")
    assert names(read(data).case) == NAMES


def test_utf_8_that_calls_itself_something_else_is_read_as_utf_8_and_told() -> None:
    brought = read(family("ANSEL", NAMES).encode())
    assert names(brought.case) == NAMES
    assert told(brought, Outcome.MENDED) == [
        "The file calls its letters ANSEL, but they are UTF-8 and were read as that."
    ]


def test_windows_letters_in_a_file_that_says_utf_8_are_told() -> None:
    data = family("UTF-8", ["Anaïs Ångström"]).encode().replace("ï".encode(), b"\xef")
    brought = read(data)
    assert names(brought.case) == ["Anaïs Ångström"]
    assert told(brought, Outcome.MENDED) == [
        "Letters with accents (1) aren't UTF-8 and were read as Windows letters: check the names."
    ]


def test_letters_that_cannot_be_read_are_counted() -> None:
    assert decode(family("ANSEL", ["A?B?"]).encode().replace(b"?", b"\xff")).odd[0].args == (("count", "2"),)
