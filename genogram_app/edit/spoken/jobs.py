"""The words for services that the cards themselves have: what each is called, and the jobs in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from genogram_app.catalog.cards import AgencyCard
from genogram_app.edit.spoken.lexicon import Service
from genogram_app.edit.spoken.tokens import plain
from genogram_app.words import Words

_OR = re.compile(r",\s*|\s+or\s+")
_WORKER = "worker"
_SHORT = re.compile(r"\(([^)]*)\)")


def services_of(cards: Iterable[AgencyCard], words: Words) -> Mapping[str, Service]:
    """Give every service and job by the words for it, in lower case. "Dentist" is first of all a job."""
    found = list(cards)
    services = {plain(said): Service(card.id, said) for card in found for said in _called(card, words)}
    return services | {plain(said): _job_in(card, said, words) for said, card in _jobs(found, words)}


def _called(card: AgencyCard, words: Words) -> Iterator[str]:
    """Give what a service is called: of "benefits (DWP)" both, of "school or nursery" either."""
    label = words.say(card.label)
    yield from _SHORT.findall(label)
    yield from (each.strip() for each in _OR.split(_SHORT.sub("", label)) if each.strip())


def _job_in(card: AgencyCard, said: str, words: Words) -> Service:
    """Give a job by its title. That of the children's worker is the first on the card that has the role."""
    workers = card.role == _WORKER and said == words.say(card.jobs[0])
    return Service(card.id, in_a_line(said), said, workers)


def _jobs(cards: Sequence[AgencyCard], words: Words) -> Iterator[tuple[str, AgencyCard]]:
    """Give each job and the card of the service that it is in."""
    for job in sorted({job for card in cards for job in card.jobs}):
        card = _home_of(job, cards)
        yield words.say(job), card
        yield words.say(job).split(",")[0], card


def _home_of(job: str, cards: Iterable[AgencyCard]) -> AgencyCard:
    """Give the service whose first job it is, or else the one with most jobs, which says least."""
    having = [card for card in cards if job in card.jobs]
    own = [card for card in having if card.jobs[0] == job]
    if own:
        return min(own, key=lambda card: (len(card.jobs), card.id))
    return max(having, key=lambda card: (len(card.jobs), card.id))


def in_a_line(said: str) -> str:
    """Give a job as it stands after a name, with a small letter unless its first word is all capitals."""
    return said if said[1:2].isupper() else said[:1].lower() + said[1:]
