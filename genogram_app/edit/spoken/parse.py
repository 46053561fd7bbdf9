"""From the words of one piece to what it says: somebody, who lives with whom, how they get on, a service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from genogram_app.edit.blanks import NAMELESS
from genogram_app.edit.spoken.grammar import (
    Bonded,
    Clause,
    LivesWith,
    Mention,
    Ref,
    Served,
    Told,
    UnclearError,
)
from genogram_app.edit.spoken.lexicon import LONGEST, Lexicon, Service
from genogram_app.edit.spoken.scan import Scanner
from genogram_app.edit.spoken.tokens import Token, pieces, words
from genogram_app.edit.text import LifeTold
from genogram_app.model.person import DateField
from genogram_app.words import Sentence

_AND = frozenset({"and", "&", "+"})
_HARM = Sentence(
    "What people do to each other isn’t drawn from a line of words. Draw it as a relationship (R): "
    "there you pick who did what, and who says so."
)
_WHICH_ONE = Sentence("Which one? Write its name with a capital letter, or “?”.")
_WHO_IS_IT = Sentence("What are they called? Write a name with a capital letter, or “?”.")
_OUTSIDE = ' .,:;!"“”'
#: A telephone number at the end of what is told of a service.
_NUMBER = re.compile(r"\s\(?\+?\d[\d\s()]{8,}$")
_ELDER = Sentence("Who is older isn’t kept by itself: write an age, or “?”.")
_EX = Sentence("How they parted isn’t said. Write them as partner, then say on their line what they are.")


@dataclass(frozen=True)
class Piece:
    """A piece of what was typed: where it stands, and its words. A side said before a colon stays."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    new_line: bool = False


def cut(text: str, lexicon: Lexicon) -> Iterator[Piece]:
    """Cut a line into pieces that each say one thing."""
    for whole in _lists_joined(text, list(_at_commas(text)), lexicon):
        fresh = whole.new_line
        for part in _at_ands(text, whole.tokens, lexicon):
            yield Piece(part[0].start, part[-1].end, part, fresh)
            fresh = False


def _at_commas(text: str) -> Iterator[Piece]:
    for start, end in pieces(text):
        if tokens := words(text, start, end):
            yield Piece(start, end, tokens, start > 0 and text[start - 1] in ";\n")


def _lists_joined(text: str, found: list[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Give "lives with Ann, Bob and Cy" as one piece: an "and" at its end makes a list of it."""
    at = 0
    while at < len(found):
        piece, end = found[at], at + 1
        if any(_verb_at(_on(text, piece.tokens, place, lexicon)) for place in range(len(piece.tokens))):
            end = _end_of_list(text, found, at + 1, lexicon)
        for more in found[at + 1 : end]:
            comma = Token(",", "and", more.tokens[0].start, more.tokens[0].start)
            piece = replace(piece, end=more.end, tokens=(*piece.tokens, comma, *more.tokens))
        yield piece
        at = end


def _end_of_list(text: str, found: Sequence[Piece], start: int, lexicon: Lexicon) -> int:
    """Give where a list that a verb begins has ended: after the piece with its "and", if there is one."""
    for place in range(start, len(found)):
        tokens = found[place].tokens
        if found[place].new_line or not all(_only_says_who(text, part, lexicon) for part in _lists(tokens)):
            return start
        if any(token.low in _AND for token in tokens):
            return place + 1
    return start


def _only_says_who(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Say whether some words only say who somebody is, and tell nothing of them."""
    if any(_verb_at(_on(text, tokens, place, lexicon)) for place in range(len(tokens))):
        return False
    try:
        mention = _Reader(Scanner(text, tokens, lexicon, date.min)).mention()
    except UnclearError:
        return False
    told = [replace(each, name=None) for each in mention.each]
    named = bool(mention.relations) != any(each.name is not None for each in mention.each)
    return named and all(each.empty for each in told) and not mention.dead


def _at_ands(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """Cut a piece at each "and" after which something else is said."""
    began = 0
    for place, token in enumerate(tokens):
        before, after = tokens[began:place], tokens[place + 1 :]
        if token.low in _AND and before and after and _says_else(text, before, after, lexicon):
            yield before
            began = place + 1
    if tokens[began:]:
        yield tokens[began:]


def _says_else(text: str, before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    scan = Scanner(text, after, lexicon, date.min)
    if _verb_at(scan) or _served_at(Scanner(text, after, lexicon, date.min)):
        return True
    if _joined(before, after, lexicon) or any(
        _verb_at(_on(text, before, n, lexicon)) for n in range(len(before))
    ):
        return False
    try:
        return scan.ref() is not None or bool(scan.side())
    except UnclearError:
        return True


def _joined(before: Sequence[Token], after: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether "and" is inside one relation: "brothers and sisters"."""
    return f"{before[-1].low} and {after[0].low}" in lexicon.kin


def _on(text: str, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Scanner:
    scan = Scanner(text, tokens, lexicon, date.min)
    scan.at = place
    return scan


def _verb_at(scan: Scanner) -> bool:
    return any(scan.phrase(n) in scan.lexicon.bonds for n in range(1, LONGEST + 1)) or bool(
        scan.listed("lives_with")
    )


# -- one piece -----------------------------------------------------------------------


def parse(text: str, piece: Piece, lexicon: Lexicon, today: date, *, several: bool = False) -> Clause:
    """Read what a piece says. Raises UnclearError where any word of it isn't understood.

    several: it may go on naming some, as "Kai 6 and Lee 9" does after "brothers Tom 4".
    """
    served = _served_at(Scanner(text, piece.tokens, lexicon, today))
    if any(token.low in lexicon.listed("harm") for token in piece.tokens[served:]):
        raise UnclearError(_HARM)
    for place in range(len(piece.tokens)):
        scan = _on(text, piece.tokens, place, lexicon)
        if scan.listed("ex"):
            raise UnclearError(_EX)
        if count := scan.listed("lives_with"):
            return _with_verb(text, piece.tokens, place, count, lexicon, today)
        if scan.take(lexicon.bonds):
            return _with_verb(text, piece.tokens, place, scan.at - place, lexicon, today)
    scan = Scanner(text, piece.tokens, lexicon, today)
    return _served(scan) or _Reader(scan, several=several).mention()


def _with_verb(
    text: str, tokens: tuple[Token, ...], place: int, count: int, lexicon: Lexicon, today: date
) -> Clause:
    """Read who does it before the verb and with whom after it."""
    verb = lexicon.bonds.get(" ".join(token.low for token in tokens[place : place + count]))
    relative = tokens[0].low == "who"
    who = _who(Scanner(text, tokens[:place], lexicon, today))
    others = tuple(
        _Reader(Scanner(text, part, lexicon, today)).mention() for part in _lists(tokens[place + count :])
    )
    if not others:
        raise UnclearError(Sentence.of("“{words}” whom?", words=text[tokens[0].start : tokens[-1].end]))
    return Bonded(verb, who, others, relative) if verb else LivesWith(who, others, relative)


def _who(scan: Scanner) -> Mention | None:
    scan.skip("filler")
    return None if scan.done else _Reader(scan).mention()


def _lists(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    part: list[Token] = []
    for token in tokens:
        if token.low in _AND:
            if part:
                yield tuple(part)
            part = []
        else:
            part.append(token)
    if part:
        yield tuple(part)


def _served_at(scan: Scanner) -> int:
    """Count the words with which a piece says a service, and whose; none where it says none."""
    return scan.at if _service(scan) else 0


def _service(scan: Scanner) -> tuple[Ref | None, Service] | None:
    """Read a service and whose it is: "nursery", "Mia's nursery", but "children's guardian" is nobody's."""
    if (service := scan.take(scan.lexicon.services)) is not None:
        return None, service
    began, whose = scan.at, _owner_of_service(scan)
    if (service := scan.take(scan.lexicon.services)) is not None:
        return whose, service
    scan.at = began
    return None


def _served(scan: Scanner) -> Served | None:
    """Read "school Moor Lane Primary", "Mia's nursery Little Oaks", "social worker Ruth Lane"."""
    found = _service(scan)
    if found is None:
        return None
    whose, service = found
    scan.skip("filler")
    number = _NUMBER.search(scan.rest())
    named = scan.rest()[: number.start() if number else None].strip(_OUTSIDE)
    if named and (blank := NAMELESS.get(named.casefold())):
        return Served(service, whose, blank)
    if not named or named.islower():
        raise UnclearError(_WHO_IS_IT if service.job else _WHICH_ONE)
    return Served(service, whose, named, number[0].strip() if number else "")


def _owner_of_service(scan: Scanner) -> Ref | None:
    try:
        return scan.owner()
    except UnclearError:
        return None


@dataclass
class _Reader:
    """Reads who somebody is and what is told of them, in any order that people speak in."""

    scan: Scanner
    relations: list[Ref] = field(default_factory=list)
    each: list[Told] = field(default_factory=lambda: [Told()])
    side: str = ""
    dead: bool = False
    elder: bool = False
    other: Ref | None = None
    several: bool = False

    def mention(self) -> Mention:
        """Read all of it. Raises UnclearError where something is left."""
        while not self.scan.done:
            if not self._read_one():
                raise self.scan.unclear()
        if self.elder and any(told.life is None for told in self.each):
            raise UnclearError(_ELDER)
        told = tuple(self._shared(each) for each in self.each)
        return Mention(tuple(self.relations), told, self.side, self.dead, self.other)

    def _read_one(self) -> bool:
        scan = self.scan
        if scan.listed("late") and not self.relations:
            scan.skip("late")
            self.dead = True
            return True
        if scan.listed("elder") and self.each == [Told()]:
            scan.skip("elder")
            self.elder = True
            return True
        if scan.here.low in _AND:
            return self._next_one()
        reads = (self._side, self._other, self._since, self._bracket, self._relation, self._name, self._life)
        return scan.skip("filler") or any(read() for read in reads)

    def _next_one(self) -> bool:
        """Go past an "and" before everything, or begin with the next of several."""
        if self.each[-1] != Told():
            if not (self._several or (self.several and not self.relations)):
                return False
            self.each.append(Told())
        elif self.relations or self.side:
            return False
        self.scan.at += 1
        return True

    @property
    def _several(self) -> bool:
        return any(ref.kin is not None and ref.kin.plural for ref in self.relations)

    def _tell(self, **what: Any) -> bool:
        self.each[-1] = replace(self.each[-1], **what)
        return True

    def _side(self) -> bool:
        found = self.scan.side()
        if found and self.side not in ("", found):
            raise UnclearError(Sentence("That says both sides."))
        self.side = found or self.side
        return bool(found)

    def _other(self) -> bool:
        """Read with whom somebody has a child: "son Jay with Darren"."""
        began = self.scan.at
        if not self.scan.listed("with") or not self.relations:
            return False
        self.scan.at += 1
        self.other = self.scan.ref() if not self.scan.done else None
        if self.other is None and not self.scan.done and isinstance(name := self.scan.name(), str):
            self.other = Ref((name,), name)
        if self.other is None:
            self.scan.at = began
        return self.other is not None

    def _since(self) -> bool:
        found = self.scan.since() if self._dated_in_brackets() else None
        return found is not None and self._tell(since=found)

    def _dated_in_brackets(self) -> bool:
        """Say whether what comes can be since when: a year in brackets only after an age."""
        return self.scan.here.text != "(" or (self.each[-1].life is not None and self._begins)

    @property
    def _begins(self) -> bool:
        """Say whether these are people with whom something began: partners and carers."""
        kins = [ref.kin for ref in self.relations if ref.kin is not None]
        return any(way[-1].of in ("partner", "carer") for kin in kins for way in kin.ways)

    def _bracket(self) -> bool:
        found = self.scan.here.text in "()"
        self.scan.at += found
        return found

    def _relation(self) -> bool:
        """Read who somebody is. After a name a word alone is that only in brackets: "Darren 41 (dad)"."""
        began = self.scan.at
        ref = self.scan.ref()
        if ref is None:
            return False
        bracketed = began > 0 and self.scan.tokens[began - 1].text == "("
        named = not self.relations and isinstance(self.each[-1].name, str)
        if named and len(ref.parts) == 1 and not bracketed:
            self.scan.at = began
            return False
        self.relations.append(ref)
        return True

    def _name(self) -> bool:
        if self.each[-1].name is not None or self.each[-1].life is not None:
            return False
        found = self.scan.name()
        return found is not None and self._tell(name=found)

    def _life(self) -> bool:
        if self.each[-1].life is not None:
            return False
        found = self.scan.life()
        return found is not None and self._tell(life=found)

    def _shared(self, told: Told) -> Told:
        """Give what is told of one with what is told of all: since when, and twins' age."""
        last = self.each[-1]
        since: DateField | None = told.since if told.since is not None else last.since
        together = any(ref.kin is not None and ref.kin.together for ref in self.relations)
        life: LifeTold | None = told.life or (last.life if together else None)
        return replace(told, since=since, life=life)
