"""Reading the words of one piece from left to right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from genogram_app.edit.ages import MONTHS
from genogram_app.edit.blanks import NAMELESS
from genogram_app.edit.spoken.grammar import WHEN_DIED, Ref, UnclearError
from genogram_app.edit.spoken.lexicon import LONGEST, Kin, Lexicon
from genogram_app.edit.spoken.spans import read_span
from genogram_app.edit.spoken.tokens import Token, plain
from genogram_app.edit.text import (
    LONGEST_NAME,
    DoubtfulError,
    LifeTold,
    UndatedDeathError,
    read_date,
    read_life,
)
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import Blank, TextField
from genogram_app.model.dates import When
from genogram_app.model.person import DateField
from genogram_app.words import Sentence

V = TypeVar("V")
_TWO_SENSES = "“{words}” can be read in two ways. Choose, or write it out."
_WHERE = "Who stays where “{words}”? Write it out, such as “stays with dad at weekends”."
#: No name has more words.
_MOST_NAMES = 5
#: With a capital too, as after a full stop, these are no names.
_OF_A_LIFE = frozenset("born dob d.o.b died dead deceased aged age due stillborn lost".split())
#: Before a figure these are how far somebody is at school: "Year 6".
_OF_SCHOOL = frozenset({"year", "yr", "class"})
#: Words that say that somebody has died.
DEATHS = frozenset("died dead deceased passed d †".split())
#: Words that begin an age or a date; besides, any figure does.
LEADS = frozenset(
    """aged age about around circa c ca approx approximately roughly born b d died dead deceased due edd
    expected unborn before after in nearly almost just only turned turns turning will was d.o.b spring summer
    autumn between maybe perhaps probably possibly one two three four five six seven eight nine ten dob
    early mid late today yesterday passed away""".split()
) | {*MONTHS, *(month[:3] for month in MONTHS), "sept"}
_NO_NAMES = frozenset(
    "no not none never nobody the she he they it there we i you his her their its my our this that but or "
    "isn't doesn't don't didn't hasn't won't does did has have had lives live sees unknown "
    "married divorced separated engaged".split()
)


#: "Born in March", "died on 3 May": the day is the same without the word.
_DOB = re.compile(r"\bd\.o\.b\.?:?", re.I)
_DAY_IN = re.compile(r"\b(born|died|away|passed|due|expected) (?:in|on) ", re.I)


class Scanner:
    """Reads on where it stands; what it can't read it leaves there."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon, today: date) -> None:
        self.text, self.tokens, self.lexicon, self.today = text, tuple(tokens), lexicon, today
        self.at = 0

    @property
    def done(self) -> bool:
        """Say whether everything is read."""
        return self.at >= len(self.tokens)

    @property
    def here(self) -> Token:
        """Give the next word."""
        return self.tokens[self.at]

    def rest(self) -> str:
        """Give what isn't read yet, as typed."""
        return self.text[self.here.start : self.tokens[-1].end] if not self.done else ""

    def phrase(self, count: int, start: int | None = None) -> str:
        """Give the next words, as they are compared."""
        first = self.at if start is None else start
        return " ".join(token.low for token in self.tokens[first : first + count])

    def listed(self, name: str) -> int:
        """Count the words here that make up an entry of a list; none where there is none."""
        entries = self.lexicon.listed(name)
        most = min(LONGEST, len(self.tokens) - self.at)
        return next((count for count in range(most, 0, -1) if self.phrase(count) in entries), 0)

    def skip(self, *lists: str) -> bool:
        """Go past words of some lists; say whether there were any."""
        began = self.at
        while not self.done and (count := max(self.listed(name) for name in lists)):
            self.at += count
        return self.at > began

    def take(self, table: Mapping[str, V]) -> V | None:
        """Read an entry of a table, the longest that fits."""
        count, found = self._longest(table)
        self.at += count
        return found

    def _longest(self, table: Mapping[str, V]) -> tuple[int, V | None]:
        for count in range(min(LONGEST, len(self.tokens) - self.at), 0, -1):
            if (found := table.get(self.phrase(count))) is not None:
                return count, found
        return 0, None

    # -- who ------------------------------------------------------------------------

    def ref(self) -> Ref | None:
        """Read whose somebody is: "mum", "mum's mum", "Lisa's brother". None where nothing says so."""
        began, parts = self.at, list[str | Kin]()
        while not self.done:
            self.skip("filler")
            owner = self._owner()
            if owner is not None:
                parts.append(owner)
            elif (kin := self._kin(owned=bool(parts))) is not None:
                return self._ref(began, [*parts, kin])
            else:
                break
        self.at = began
        return None

    def _kin(self, *, owned: bool) -> Kin | None:
        """Read a word for a relation; "boy" is one only where it is said whose."""
        began, kin = self.at, self.take(self.lexicon.kin)
        if kin is not None and kin.owned and not owned:
            self.at = began
            return None
        return kin

    def _ref(self, began: int, parts: list[str | Kin]) -> Ref:
        return Ref(tuple(parts), self.text[self.tokens[began].start : self.tokens[self.at - 1].end])

    def owner(self) -> Ref | None:
        """Read whose something is, before a word that is no relation: "Mia's" school."""
        began = self.at
        found = self._owner()
        return self._ref(began, [found]) if found is not None else None

    def _owner(self) -> str | Kin | None:
        """Read "mum's", "mums" before a relation, "Lisa Carter's". A word such as "her" doesn't say whose."""
        if self.done:
            return None
        if self.here.low in self.lexicon.listed("whose"):
            raise UnclearError(
                Sentence.of("Whose? “{word}” can be anybody’s: write mum’s, or a name.", word=self.here.text)
            )
        for count in range(min(LONGEST, len(self.tokens) - self.at), 0, -1):
            whose = self._whose(count)
            if (kin := self.lexicon.kin.get(whose)) is not None:
                self.at += count
                return kin
        return self._named_owner()

    def _whose(self, count: int) -> str:
        """Give whose the next words say that something is; a forgotten apostrophe is no matter."""
        last = self.tokens[self.at + count - 1]
        before = self.phrase(count - 1)
        owner = last.owner
        if not owner and last.low.endswith("s") and self._goes_on(self.at + count):
            owner = last.low[:-1]
        return f"{before} {owner}".strip() if owner else ""

    def _goes_on(self, start: int) -> bool:
        """Say whether a relation or a side comes next."""
        if start >= len(self.tokens):
            return False
        low, lexicon = self.tokens[start].low, self.lexicon
        known = low in lexicon.kin or low in lexicon.services or low in lexicon.listed("side")
        return known or self._kin_of(low) is not None

    def _kin_of(self, low: str) -> Kin | None:
        return self.lexicon.kin.get(low.removesuffix("'s")) or self.lexicon.kin.get(low.removesuffix("s"))

    def _named_owner(self) -> str | None:
        for count in range(1, min(_MOST_NAMES, len(self.tokens) - self.at) + 1):
            last = self.tokens[self.at + count - 1]
            if not _is_named(last.text) or last.low in _NO_NAMES:
                return None
            if last.owner and count > 1 and last.owner in self.lexicon.kin:
                return None  # "GRAN SHEILA MUM'S MUM"
            if last.owner:
                said = " ".join(token.text for token in self.tokens[self.at : self.at + count])
                cut = said.replace("’", "'")
                self.at += count
                return cut[:-2] if cut.endswith("'s") else cut[:-1]
        return None

    def side(self) -> str:
        """Read on whose side somebody is: "mother", "father", or nothing. The last word may be left out."""
        for name, says in (("mothers_side", "mother"), ("fathers_side", "father")):
            if count := self.listed(name):
                self.at += count
                return says
        began = self.at
        if self.here.low in ("on", "from"):
            self.at += 1
        kin = None if self.done or self.here.low in self.lexicon.listed("whose") else self._owner()
        said = self.done or self.here.text == ")" or self.skip("side")
        if isinstance(kin, Kin) and said and len(kin.ways) == 1 and kin.ways[0][0].of == "parent":
            return kin.ways[0][0].name
        self.at = began
        return ""

    # -- what is told -------------------------------------------------------------------

    def name(self) -> TextField | None:
        """Read a name, or "?". Raises UnclearError for a small word that may be none."""
        if (blank := self._nameless()) is not None:
            return blank
        count = self._count_names()
        if not count:
            return None
        words = self.tokens[self.at : self.at + count]
        self.at += count
        said = " ".join(word.text for word in words).strip('.,:;!"“”')
        if len(said) > LONGEST_NAME:
            raise UnclearError(Sentence("A name has room for 100 letters."))
        return said[:1].upper() + said[1:] if said.islower() else said

    def _nameless(self) -> Blank | None:
        if count := self.listed("name_unknown"):
            self.at += count
            return Blank.UNKNOWN
        for count in (2, 1):
            said = self.phrase(count)
            if count <= len(self.tokens) - self.at and said in NAMELESS:
                self.at += count
                return NAMELESS[said]
        return None

    def _count_names(self) -> int:
        count = 0
        while self.at + count < len(self.tokens) and count < _MOST_NAMES and self._is_name(self.at + count):
            count += 1
        while count and self.tokens[self.at + count - 1].low in self.lexicon.listed("particles"):
            count -= 1
        return count or self._small_name()

    def _is_name(self, place: int) -> bool:
        token, first = self.tokens[place], place == self.at
        if token.owner or not _has_letters(token.text) or token.low in _NO_NAMES | _OF_A_LIFE:
            return False
        if not first and (token.low in self.lexicon.listed("particles")):
            return True
        if token.text.isupper() and token.low in self.lexicon.listed("no_names"):
            return False
        if not first and token.low in _OF_SCHOOL and self.phrase(1, place + 1)[:1].isdigit():
            return False
        month = token.low in MONTHS or token.low in {each[:3] for each in MONTHS}
        if month and not first and place + 1 < len(self.tokens) and self.tokens[place + 1].low.isdigit():
            return False
        return _is_named(token.text)

    def _small_name(self) -> int:
        """Count a name in small letters: only where an age or "?" after it leaves no doubt."""
        token = self.here
        if token.owner or not _has_letters(token.text) or token.low in LEADS | _NO_NAMES:
            return 0
        then = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        return 1 if then is not None and (then.low[:1].isdigit() or then.low == "?") else 0

    def life(self) -> LifeTold | None:
        """Read an age, a date of birth or a death: as many words as make one."""
        low = self.here.low
        if not (low[:1].isdigit() or low[:1] in "~'†?" or low.split(" ")[0] in LEADS):
            return None
        for end in range(len(self.tokens), self.at, -1):
            told = self._life_until(end)
            if told is not None:
                self.at = end
                return told
        return None

    def _life_until(self, end: int) -> LifeTold | None:
        """Read a life in the words up to some place; brackets in it are no matter: "68 (d. 2019)"."""
        if self.tokens[end - 1].text == "(":
            return None
        if self.tokens[end - 1].end < self.here.start:
            return None  # these words were turned round
        said = self.text[self.here.start : self.tokens[end - 1].end].replace("(", " ").replace(")", " ")
        try:
            return read_life(_DAY_IN.sub(r"\1 ", _DOB.sub("dob", said)), self.today)
        except UndatedDeathError as fault:
            raise UnclearError(WHEN_DIED) from fault
        except DoubtfulError as fault:
            raise UnclearError(Sentence.of(_TWO_SENSES, words=said), fault.options, instead=said) from fault
        except NotUnderstoodError:
            return None

    def since(self) -> DateField | None:
        """Read since when: "since May 2024", or a year in brackets."""
        began = self.at
        bracket = self.here.text == "("
        self.at += bracket
        if not self.done and (bracket or self.listed("since")):
            self.at += self.listed("since")
            if (found := self._date(bracket)) is not None:
                return found
        self.at = began
        return None

    def day(self) -> DateField | None:
        """Read a date with or without "in" or "since" before it."""
        if not self.done and self.here.low in ("in", "since", "from"):
            self.at += 1
        return None if self.done else self._date(False)

    def span(self) -> tuple[When, When | None] | None:
        """Read from when until when: "from May 2024 to Dec 2025", or two years in brackets."""
        began = self.at
        bracket = self.here.text == "("
        self.at += bracket
        if not self.done and (bracket or self.listed("since")):
            dashes = self.here.low != "since"
            self.at += self.listed("since")
            for end in range(len(self.tokens), self.at, -1):
                closed = not bracket or (end < len(self.tokens) and self.tokens[end].text == ")")
                said = self.text[self.here.start : self.tokens[end - 1].end]
                if closed and (found := read_span(said, self.today, dashes=dashes)):
                    self.at = end + bracket
                    return found
        self.at = began
        return None

    def _date(self, bracket: bool) -> DateField | None:
        for end in range(len(self.tokens), self.at, -1):
            said = self.text[self.here.start : self.tokens[end - 1].end]
            closed = not bracket or (end < len(self.tokens) and self.tokens[end].text == ")")
            try:
                found = read_date(said, self.today, ages=False) if closed else Blank.NONE
            except NotUnderstoodError:
                continue
            if found is not Blank.NONE:
                self.at = end + bracket
                return found
        return None

    def unclear(self, *, named: bool = False) -> UnclearError:
        """Make the error for what comes here, after somebody was named or not yet."""
        word = self.here.text
        if (
            not named
            and _has_letters(word)
            and word.islower()
            and self.at
            and len(self.tokens) - self.at == 1
        ):
            return UnclearError(
                Sentence.of("Is “{word}” a name? Then write it with a capital letter.", word=word)
            )
        if self.listed("part_time") == len(self.tokens) - self.at:
            return UnclearError(Sentence.of(_WHERE, words=self.rest()))
        return UnclearError(Sentence.of("“{words}” isn’t understood.", words=self.rest()))


def names_alone(name: str, lexicon: Lexicon) -> bool:
    """Say whether a name before "’s" says whose something is: no word for kin, nor one of many others."""
    words = [plain(word) for word in name.split()]
    known = {*lexicon.kin, *lexicon.services, *lexicon.listed("whose"), *lexicon.listed("filler"), *_NO_NAMES}
    return (
        0 < len(words) <= _MOST_NAMES
        and all(_is_named(word) for word in name.split())
        and not known & {" ".join(words), *words}
    )


def _has_letters(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and not any(sign.isdigit() for sign in text)


def _is_named(text: str) -> bool:
    """Say whether a word is written as a name: with a capital, or in letters that have none."""
    return _has_letters(text) and not text.islower()
