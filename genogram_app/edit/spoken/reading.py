"""Reading who somebody is and what is told of them, in any order that people speak in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from genogram_app.edit.dates import tells_age
from genogram_app.edit.spoken.grammar import WHEN_DIED, Mention, Ref, Told, UnclearError
from genogram_app.edit.spoken.scan import Scanner
from genogram_app.edit.text import LifeTold, UndatedDeathError, read_life, two_years
from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.person import Life
from genogram_app.words import Sentence

#: Nobody younger looks after a child, in years.
_GROWN = 16
#: Nobody who is or was together with somebody now was born or died as late as so many years ago.
_LONG_AGO = 40
#: How many somebody may say they are.
_MOST = 12
_IN_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: n for n, word in enumerate(_IN_WORDS, 1)} | {str(n): n for n in range(1, _MOST + 1)}
AND = frozenset({"and", "&", "+"})
_ONE_FIRST = Sentence("One at a time: begin with one child, then write brother or sister and the name.")
OVER = Sentence(
    "A time that is over can be told of carers alone. Else write since when, and end it on the sheet."
)
_TWO = Sentence(
    "Write all who were born together in one piece, with “and”: twins Amy and Ben, or twins ? and ?."
)
_THREE = Sentence("Triplets are three. Is the child one of them, or has the third no name here?")
_COUNTED = Sentence(
    "That isn’t as many as it says. Write “?” for a name that isn’t known: sisters Ada and ?."
)
_TWO_YEARS = Sentence("Is that a life, or when something was? Choose, or write it out.")
_ONE_YEAR = Sentence("Is that when they were born, or when it began? Choose, or write it out.")
ALL_DIED = Sentence("Did all of them die? Write it of each: mum died 2019, dad died 2019.")
#: Words for a death that may be of all; signs such as "d." stand beside one.
_SAID_OF_ALL = ("died", "dead", "deceased", "passed")
_ELDER = Sentence("Who is older isn’t kept by itself: write an age, or “?”.")


@dataclass
class Reader:
    """Reads who somebody is and what is told of them, in any order that people speak in."""

    scan: Scanner
    relations: list[Ref] = field(default_factory=list)
    each: list[Told] = field(default_factory=lambda: [Told()])
    side: str = ""
    dead: bool = False
    elder: bool = False
    other: Ref | None = None
    several: bool = False
    again: str = ""
    count: int = 0
    words: str = ""
    bracketed: bool = False

    def mention(self) -> Mention:
        """Read all of it. Raises UnclearError where something is left."""
        while not self.scan.done:
            if not self._read_one():
                raise self._unclear()
        if self.elder and any(told.life is None for told in self.each):
            raise UnclearError(_ELDER)
        self._refuse_too_few()
        self._count_them()
        self._share_death()
        told = tuple(self._shared(each) for each in self.each)
        return Mention(tuple(self.relations), told, self.side, self.dead, self.other, self.again)

    def _refuse_too_few(self) -> None:
        """Refuse "triplets Ola and Jan": who the third is, is asked; and one twin alone of "twins"."""
        ref = next((ref for ref in self.relations if ref.kin and ref.kin.least > len(self.each)), None)
        if ref is None or ref.kin is None:
            return
        if ref.kin.least == 2 or len(self.each) == 1:
            raise UnclearError(_TWO)
        word = ref.kin.word
        own = (
            ("fellow triplets",)
            if len(ref.parts) == 1 and any(w[0].of == "sibling" for w in ref.kin.alone)
            else ()
        )
        raise UnclearError(_THREE, (*own, f"{word} ? and"), instead=word)

    def _count_them(self) -> None:
        """Take as many as were said: "three sisters" are three, of whom nothing more is known."""
        if self.count > 1 and self.each == [Told()]:
            self.each = [Told(name=Blank.NOT_ASKED)] * self.count
        begun = len(self.each) == 1 and self._several  # the others may come after a comma
        if self.count and self.count != len(self.each) and not begun:
            raise UnclearError(_COUNTED)

    def _unclear(self) -> UnclearError:
        named = self.each[-1].name is not None
        if named and self.scan.here.low in AND and not self.relations:
            return UnclearError(_ONE_FIRST)
        return self.scan.unclear(named=named)

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
        if scan.here.low in AND:
            return self._next_one()
        who = (self._number, self._side, self._again, self._gender, self._other)
        what = (self._since, self._bracket, self._relation, self._name, self._life)
        return scan.skip("filler") or any(read() for read in (*who, *what))

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

    def _again(self) -> bool:
        """Read whether it is somebody who is there already: "(the same)", "(another)"."""
        found = next((name for name in ("another", "same") if self.scan.skip(name)), "")
        self.again = found or self.again
        return bool(found)

    def _number(self) -> bool:
        """Read how many somebody says they are: a number before whom it is of, which is no age."""
        scan, began = self.scan, self.scan.at
        number = _NUMBERS.get(scan.here.low, 0)
        if not number or self.relations or self.each != [Told()]:
            return False
        scan.at += 1
        kin = scan.ref() if not scan.done else None
        scan.at = began + (kin is not None)
        self.count = number if kin is not None else 0
        return kin is not None

    def _gender(self) -> bool:
        """Read "boy", "girl" in small letters: whose they are is said apart."""
        scan = self.scan
        count = max(scan.listed("woman"), scan.listed("man"))
        if not count or self.each[-1].gender or not scan.here.text.islower():
            return False
        scan.at += count
        return self._tell(gender=scan.phrase(count, scan.at - count))

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
        if self._span():
            return True
        found = self.scan.since() if self._dated_in_brackets() else None
        return found is not None and self._tell(since=found)

    def _span(self) -> bool:
        """Read from when until when somebody cared for a child; in brackets it may be their own life."""
        began, cares = self.scan.at, any(ref.kin is not None and ref.kin.cares for ref in self.relations)
        found = self.scan.span()
        bracket = self.scan.tokens[began].text == "("
        if found is not None and bracket and not self._of_care(found[0].earliest, cares=cares):
            self.scan.at, found = began, None
        if found is not None and not cares:
            raise UnclearError(OVER)
        return found is not None and self._tell(since=found[0], until=found[1])

    def _of_care(self, first: date | None, *, cares: bool) -> bool:
        """Say whether a time in brackets is no life: it comes after an age, or began too late for one."""
        late = first is not None and first.year > self.scan.today.year - _GROWN
        return self._begins and (self.each[-1].life is not None or (cares and late))

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
        ref = self.scan.ref() if not self._name_too() else None
        if ref is None:
            return False
        bracketed = began > 0 and self.scan.tokens[began - 1].text == "("
        first = ref.parts[0]
        if self.relations and self.each[-1].name is None and isinstance(first, str) and " " in first:
            self.scan.at = began  # "auntie Jo Ken's daughter" is Jo, who is Ken's daughter
            return False
        named = not self.relations and isinstance(self.each[-1].name, str)
        if named and len(ref.parts) == 1 and not bracketed:
            self.scan.at = began
            return False
        self.relations.append(ref)
        return True

    def _name_too(self) -> bool:
        """Say whether a relation's word is a name here: "mum Beti", for "beti" is daughter elsewhere."""
        word, named = self.scan.here, self.each[-1].name is not None
        listed = word.low in self.scan.lexicon.listed("names_too")
        return listed and bool(self.relations) and not named and word.text[:1].isupper()

    def _name(self) -> bool:
        if self.each[-1].name is not None or self.each[-1].life is not None:
            return False
        found = self.scan.name()
        return found is not None and self._tell(name=found)

    def _life(self) -> bool:
        """Read an age, a birth or a death; an age that was told before a death is that at which they died."""
        before, began = self.each[-1].life, self.scan.at
        found = self.scan.life()
        if found is None:
            return False
        if self._years_of_care(began):
            return True
        self._refuse_two_years(began)
        words = self._words(began)
        if before is not None:
            two = self._age_and_death(before, found, words)
            if not two:
                self.scan.at = began
                return False
            words, found = two, self._in_one(two)
        self.words, self.bracketed = words, began > 0 and self.scan.tokens[began - 1].text == "("
        return self._tell(life=found, aged=words if tells_age(words) else "")

    def _years_of_care(self, began: int) -> bool:
        """Read "foster carer Carol 2024-2025": no life began so late of whoever looks after a child."""
        years = two_years(self._words(began))
        cares = any(ref.kin is not None and ref.kin.cares for ref in self.relations)
        if not cares or years is None or years[0] <= self.scan.today.year - _GROWN:
            return False
        first, last = years
        return self._tell(since=When(f"{first:04}"), until=When(f"{last:04}"))

    def _words(self, began: int) -> str:
        return self.scan.text[self.scan.tokens[began].start : self.scan.tokens[self.scan.at - 1].end]

    def _refuse_two_years(self, began: int) -> None:
        """Ask whether "2019-2021" is a life, when somebody was born, or how long they were together."""
        words, today = self._words(began), self.scan.today
        years = two_years(words)
        if (self.each[-1].life or LifeTold()).born is not None:
            return
        if years is None:
            return self._refuse_one_year(words)
        first, last = years
        life, born = f"b. {first} d. {last}", f"born between {first} and {last}"
        if self._begins and first > today.year - _LONG_AGO:
            lives = (life,) if last - first >= _GROWN else ()
            raise UnclearError(_TWO_YEARS, (f"from {first} to {last}", *lives), instead=words)
        if last - first < _GROWN:
            raise UnclearError(_TWO_YEARS, (life, born), instead=words)

    def _refuse_one_year(self, year: str) -> None:
        """Ask whether "2020" is when a partner or a carer was born, or since when they were that."""
        first = int(year) if year.isdigit() and len(year) == 4 else 0
        if self._begins and first > self.scan.today.year - _LONG_AGO:
            born = (f"born {year}",) if first <= self.scan.today.year - _GROWN else ()
            raise UnclearError(_ONE_YEAR, (f"since {year}", *born), instead=year)

    def _age_and_death(self, before: LifeTold, found: LifeTold, words: str) -> str:
        """Give two things told of one life in the order in which they are read; nothing where they aren't."""
        if before.died is None and found.died is not None and found.born is None:
            return f"{self.words} {words}"
        aged = tells_age(words) and before.died is not None and before.born is None
        return f"{words} {self.words}" if aged else ""

    def _in_one(self, words: str) -> LifeTold:
        """Read an age and a death as they are read where nothing stands between them."""
        try:
            return read_life(words, self.scan.today)
        except UndatedDeathError as fault:
            raise UnclearError(WHEN_DIED) from fault

    def _share_death(self) -> None:
        """Tell a death at the end of all of several: "brothers Tom and Ben died 2019"; in brackets of one."""
        *others, last = self.each
        life = None if self.bracketed else last.life
        if life is None or life.life is not Life.DIED or not others:
            return
        if life.born and not life.age:
            return  # "1950-2019" is one life
        if all(told.life and told.life.died for told in others):
            return
        if life.born or not self.words.lower().startswith(_SAID_OF_ALL) or any(told.life for told in others):
            raise UnclearError(ALL_DIED)
        self.each = [replace(told, life=life) for told in self.each]

    def _shared(self, told: Told) -> Told:
        """Give what is told of one with what is told of all: since when, and twins' age."""
        last = self.each[-1]
        dated = told if told.since is not None else last
        together = any(ref.kin is not None and ref.kin.together for ref in self.relations)
        aged = told if told.life or not together else last
        return replace(told, since=dated.since, until=dated.until, life=aged.life, aged=aged.aged)
