"""The way through the form: which pages there are, in which order, where a respondent goes on.

Key outcomes come first, then success outcomes: people recall doing the job, then judge what came of it. Within
each of the two parts the shortest page comes first, pages of equal length in the order of the study.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.access import digest
from jtbd_core.pace import seconds_per_card
from jtbd_core.sections import Section, in_form_order, sections
from jtbd_core.study import Dimension, Outcome, Study
from jtbd_core.wave import Rating, Response

ABOUT = "about"
THANKS = "thanks"
WAIT = "wait-"
"""Begins the address of the page that waits for the facilitator; what follows is the page it was reached from."""
SECONDS_BETWEEN_LOOKS = 4  # of the page that waits, without JavaScript too

MOST_CARDS = 12
"""A longer job step or dimension is cut into even pages of at most this many outcomes."""


class Page(NamedTuple):
    """The outcomes of one job step or dimension that are rated together, in the order they are shown.

    `name` ends its address, `step` is the name of the job step. A long group has several `parts`, counted from 1.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    step: str | None
    dimension: Dimension | None
    part: int
    parts: int


def pages(study: Study, seed: str) -> tuple[Page, ...]:
    """Return the pages of cards; the order within a page follows from `seed`, the id of the response."""
    names = {step.id: step.name for step in study.steps}
    return tuple(
        Page(
            name=str(number),
            outcomes=outcomes,
            step=names.get(outcomes[0].step or ""),
            dimension=outcomes[0].dimension,
            part=part,
            parts=parts,
        )
        for number, (outcomes, part, parts) in enumerate(_parts(study, seed), start=1)
    )


def placed(ratings: Iterable[Rating], study: Study, seed: str) -> tuple[Rating, ...]:
    """Return ratings with the position of each card in the whole form, counted from 1."""
    shown = (outcome.id for outcomes, _, _ in _parts(study, seed) for outcome in outcomes)
    order = {outcome: position for position, outcome in enumerate(shown, start=1)}
    return tuple(replace(rating, position=order[rating.outcome]) for rating in ratings)


def _parts(study: Study, seed: str) -> Iterator[tuple[tuple[Outcome, ...], int, int]]:
    outcomes = study.outcomes
    shape = tuple((outcome.id, outcome.step, outcome.dimension) for outcome in outcomes)
    for places, part, parts in _cut(shape, sections(study), seed):
        yield tuple(outcomes[place] for place in places), part, parts


@lru_cache(maxsize=4096)
def _cut(
    outcomes: tuple[tuple[str, str | None, Dimension | None], ...], every: tuple[Section, ...], seed: str
) -> list[tuple[Sequence[int], int, int]]:
    """Return the pages as places of outcomes, with part and parts; kept, since each save asks for them."""
    groups: dict[Section, list[int]] = {section: [] for section in every}
    # Sorting by a digest shuffles, and unlike a random generator the order of the others stays when one goes.
    for place in sorted(range(len(outcomes)), key=lambda place: digest(f"{seed} {outcomes[place][0]}")):
        groups[Section(*outcomes[place][1:])].append(place)
    return [page for group in in_form_order(groups).values() for page in _even(group)]


def _even(group: Sequence[int]) -> list[tuple[Sequence[int], int, int]]:
    parts = math.ceil(len(group) / MOST_CARDS)
    cuts = [round(len(group) * part / parts) for part in range(parts + 1)]
    return [(group[start:end], part, parts) for part, (start, end) in enumerate(pairwise(cuts), start=1)]


def is_rated(rating: Rating | None, study: Study) -> bool:
    """Whether nothing is left to say about an outcome: all that is asked was rated, or it does not apply."""
    if rating is None:
        return False
    has_importance = rating.importance is not None or not study.settings.asks_importance
    return rating.not_applicable or (rating.experience is not None and has_importance)


def rated(outcomes: Sequence[Outcome], study: Study, ratings: Mapping[str, Rating]) -> int:
    """Return how many of these outcomes are rated."""
    return sum(is_rated(ratings.get(outcome.id), study) for outcome in outcomes)


def pace(study: Study, response: Response | None) -> float:
    """Return the seconds that this respondent needs for a card."""
    if response is None:
        return seconds_per_card(study, ())
    known = ((response.ratings.get(name), taken) for name, taken in response.seconds.items())
    return seconds_per_card(study, [taken for rating, taken in known if is_rated(rating, study)])


def first_page(study: Study, way: Sequence[Page]) -> str:
    """Return the name of the page after the introduction."""
    return ABOUT if study.questions() else way[0].name


def resume(study: Study, way: Sequence[Page], response: Response | None) -> str:
    """Return the name of the page where a respondent goes on: the first with an unrated card.

    Skipped and half rated cards count as unrated. Who finished, or rated all, goes to the thanks.
    """
    if response is None:
        return first_page(study, way)
    if response.is_finished:
        return THANKS
    if not response.ratings and not response.profile:
        return first_page(study, way)
    return _first_unrated(study, way, response)


def page_after(name: str, study: Study, way: Sequence[Page], response: Response | None) -> str:
    """Return the name of the page that *Continue* leads to: the next one with an unrated card, at last the thanks.

    Who has finished and came back to change an answer returns to the thanks.
    """
    if response is not None and response.is_finished:
        return THANKS
    names = [page.name for page in way]
    later = way[names.index(name) + 1 :] if name in names else way
    return _first_unrated(study, later, response)


def _first_unrated(study: Study, way: Sequence[Page], response: Response | None) -> str:
    ratings = response.ratings if response else {}
    unrated = (page.name for page in way if rated(page.outcomes, study, ratings) < len(page.outcomes))
    return next(unrated, THANKS)


def page_before(name: str, study: Study, way: Sequence[Page]) -> str | None:
    """Return the name of the page that *Back* leads to, None on the first page."""
    names = [ABOUT] * bool(study.questions()) + [page.name for page in way]
    place = names.index(name)
    return names[place - 1] if place else None
