"""Whose somebody is after an "and": "mum's brother Ken and sister Jo" may be mum's sister, or the child's."""

from __future__ import annotations

from genogram_app.edit.spoken.grammar import Clause, Mention, Ref, UnclearError
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

_WHOSE = Sentence("Whose? It can be read of more than one.")


def refuse_carried(telling: Telling, before: Clause | None, clause: Clause) -> None:
    """Ask whose somebody is, where the one named before the "and" was said to be another's.

    Raises UnclearError with whoever that is, and whom the line is about, as the answers.
    """
    owner = next(iter(owners(telling, before)), None)
    if owner is None or owner == telling.about or not _says_no_owner(clause):
        return
    whom = [owner] if telling.about is None else [owner, telling.about]
    raise UnclearError(_WHOSE, tuple(f"{telling.named(key)}’s" for key in whom), front=True)


def owners(telling: Telling, clause: Clause | None) -> tuple[Id, ...]:
    """Give whose somebody was said to be; nobody where nobody said so."""
    refs = clause.relations if isinstance(clause, Mention) else ()
    ref = next((ref for ref in refs if len(ref.parts) > 1), None)
    try:
        return (telling.owner(Ref(ref.parts[:-1], ref.text)),) if ref is not None else ()
    except UnclearError:
        return ()


def _says_no_owner(clause: Clause) -> bool:
    if not isinstance(clause, Mention) or not clause.relations or clause.side:
        return False
    return all(len(ref.parts) == 1 and ref.kin is not None and not ref.kin.itself for ref in clause.relations)
