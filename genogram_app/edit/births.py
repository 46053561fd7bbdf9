"""Who were born together: twins, triplets and more, and how alike they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from genogram_app.edit.beside import told
from genogram_app.edit.children import birth_link
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.errors import RefusedError
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf, Twin
from genogram_app.words import Sentence

_LEAST = 2
_TWINS = Sentence("Say that {names} were born together", quiet="Say who were born together")
_APART = Sentence("Say that {names} were not born together", quiet="Say who were born together")


def born_together(
    case: Case, stamp: Stamp, kinds: Kinds, people: Iterable[Id], twin: Twin = Twin.UNKNOWN
) -> Edit:
    """Say that brothers and sisters were born together, and how alike they are.

    Whoever was born together with one of them was so with all: twins become triplets.
    Raises RefusedError where they aren't children of the same parents by birth.
    """
    keys = tuple(dict.fromkeys(people))
    found = [birth_link(case, stamp, kinds, key) for key in keys]
    links = [link for link in found if link is not None]
    if len(links) < max(_LEAST, len(keys)) or len({link.parent for link in links}) > 1:
        raise RefusedError(
            "Only children of the same parents by birth can be twins. Nothing was changed. "
            "Draw whose children they are first."
        )
    marks = sorted({link.birth for link in links} - {""})
    mark = marks[0] if marks else stamp.new_id("b")
    others = [link for link in _born_with(case, stamp, links) if link.child not in keys]
    fresh = [told(link, stamp, birth=mark, twin=twin) for link in links]
    fresh += [told(link, stamp, birth=mark) for link in others]
    return Edit(_label(case, _TWINS, keys), case.changed(put=fresh), keys)


def _born_with(case: Case, stamp: Stamp, links: Sequence[ChildOf]) -> list[ChildOf]:
    """Give the links of those who were born together with some already, as far as they may be seen."""
    marks = {link.birth for link in links} - {""}
    family = case.family
    return [
        link for link in family.into(ChildOf, links[0].parent) if link.birth in marks and stamp.sees(link)
    ]


def correct_twins(case: Case, stamp: Stamp, link: Id, twin: Twin | None) -> Edit:
    """Say how alike somebody is to those born together with them; None: they weren't."""
    old = case.family.get(ChildOf, link)
    fresh = told(old, stamp, twin=twin) if twin else told(old, stamp, twin=None, birth="")
    label = _label(case, _TWINS if twin else _APART, (old.child,))
    return Edit(label, case if fresh is old else case.changed(put=[fresh]), (link,))


def _label(case: Case, sentence: Sentence, keys: tuple[Id, ...]) -> Sentence:
    names = ", ".join(called(case, key) for key in keys)
    return Sentence.of(sentence.template, quiet=sentence.quiet, names=names)
