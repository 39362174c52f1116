"""A respondent's itinerary through the form: the order of its pages, and the page that each button leads to.

Key outcomes come first, then success outcomes: people recall doing the job, then judge what came of it. Within
each of the two parts the shortest page comes first, pages of equal length in the order of the study.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.access import digest
from jtbd_core.cache import for_same_objects
from jtbd_core.errors import NotFound
from jtbd_core.form.fields import Button
from jtbd_core.form.texts import text
from jtbd_core.study import Dimension, Outcome, Study
from jtbd_core.study.duration import seconds_per_card
from jtbd_core.study.sections import Section, in_form_order, section_of, sections
from jtbd_core.wave import Rating, Response

ABOUT = "about"
THANKS = "thanks"
WAIT = "wait-"
"""The prefix of pages that wait for the facilitator; the name of the page they were reached from follows."""
SECONDS_BETWEEN_RELOADS = 4
"""The interval at which a page that waits reloads, without JavaScript too."""

MOST_CARDS = 12
"""A longer job step or dimension is cut into even pages of at most this many outcomes."""


class CardPage(NamedTuple):
    """A page of cards: outcomes of one section in the order they are shown.

    `name` is the last part of its address, `step` the name of the job step, None for a dimension. A long section has
    several `parts`; `part` counts them from 1.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    step: str | None
    dimension: Dimension | None
    part: int
    parts: int


def pages(study: Study, seed: str) -> tuple[CardPage, ...]:
    """Return the pages of cards; the order within a page follows from `seed`, the id of the response."""
    return _pages_of(study)(seed)


def placed(ratings: Iterable[Rating], study: Study, seed: str) -> tuple[Rating, ...]:
    """Return ratings with the position of each card in the whole form, counted from 1."""
    shown = (outcome.id for page in pages(study, seed) for outcome in page.outcomes)
    order = {outcome: position for position, outcome in enumerate(shown, start=1)}
    return tuple(replace(rating, position=order[rating.outcome]) for rating in ratings)


@for_same_objects
def _pages_of(study: Study) -> Callable[[str], tuple[CardPage, ...]]:
    """Return the function of the seed that gives the pages of cards; it caches, since each save needs them."""
    names = {step.id: step.name for step in study.steps}

    @lru_cache(maxsize=2048)
    def cut(seed: str) -> tuple[CardPage, ...]:
        return tuple(
            CardPage(
                name=str(number),
                outcomes=outcomes,
                step=names.get(outcomes[0].step or ""),
                dimension=outcomes[0].dimension,
                part=part,
                parts=parts,
            )
            for number, (outcomes, part, parts) in enumerate(_parts(study, seed), start=1)
        )

    return cut


def _parts(study: Study, seed: str) -> Iterator[tuple[tuple[Outcome, ...], int, int]]:
    groups: dict[Section, list[Outcome]] = {section: [] for section in sections(study)}
    # Sorting by a digest shuffles; unlike with a random generator, removing one outcome keeps the order of the others.
    for outcome in sorted(study.outcomes, key=lambda one: digest(f"{seed} {one.id}")):
        groups[section_of(outcome)].append(outcome)
    return (page for group in in_form_order(groups).values() for page in _even(group))


def _even(group: Sequence[Outcome]) -> Iterator[tuple[tuple[Outcome, ...], int, int]]:
    parts = math.ceil(len(group) / MOST_CARDS)
    cuts = [round(len(group) * part / parts) for part in range(parts + 1)]
    return ((tuple(group[start:end]), part, parts) for part, (start, end) in enumerate(pairwise(cuts), start=1))


def is_rated(outcome: Outcome, study: Study, rating: Rating | None) -> bool:
    """Whether a rating is complete: all that is asked of the outcome was rated, on its scale, or it does not apply."""
    if rating is None:
        return False
    asked = study.points(outcome).items()
    return rating.not_applicable or all(getattr(rating, what) in points.codes for what, points in asked)


def rated(outcomes: Sequence[Outcome], study: Study, ratings: Mapping[str, Rating]) -> int:
    """Return how many of these outcomes are rated."""
    return sum(is_rated(outcome, study, ratings.get(outcome.id)) for outcome in outcomes)


def pace(study: Study, response: Response | None) -> float:
    """Return the seconds per card, estimated from this respondent's complete cards where there are some."""
    if response is None:
        return seconds_per_card(study, ())
    ratings, taken = response.ratings, response.seconds
    known = [one for one in study.outcomes if one.id in taken and is_rated(one, study, ratings.get(one.id))]
    return seconds_per_card(study, [taken[one.id] for one in known])


@dataclass(frozen=True)
class Itinerary:
    """The itinerary of one respondent: their pages of cards, and the name of the page that follows each.

    `study` holds the outcomes this respondent is shown; the order within a page follows from `seed`, the id of the
    response. `opened` are the sections that the facilitator has opened, None where everybody goes at their own pace.
    """

    study: Study
    seed: str
    response: Response | None = None
    opened: tuple[Section, ...] | None = None

    @cached_property
    def pages(self) -> tuple[CardPage, ...]:
        """The pages of cards in the order of the itinerary, those not opened yet last."""
        return tuple(sorted(pages(self.study, self.seed), key=self._is_shut))

    def page(self, name: str) -> CardPage:
        """Return the page of cards of this name; `NotFound` if there is none."""
        for page in self.pages:
            if page.name == name:
                return page
        raise NotFound(text("en", "missing"))

    def is_shut(self, name: str) -> bool:
        """Whether the facilitator has yet to open the page of this name."""
        return self.opened is not None and any(self._is_shut(page) for page in self.pages if page.name == name)

    def first(self) -> str:
        """Return the name of the page after the introduction."""
        return ABOUT if self.study.questions() else self.pages[0].name

    def before(self, name: str) -> str | None:
        """Return the name of the page that *Back* leads to, None on the first page."""
        names = [ABOUT] * bool(self.study.questions()) + [page.name for page in self.pages]
        place = names.index(name)
        return names[place - 1] if place else None

    def after(self, name: str) -> str:
        """Return the name of the next page with an unrated card, opened or not, and after the last the thanks.

        A respondent who has finished and came back to change an answer returns to the thanks.
        """
        if self.response is not None and self.response.is_finished:
            return THANKS
        names = [page.name for page in self.pages]
        return self._first_unrated(self.pages[names.index(name) + 1 :] if name in names else self.pages)

    def target(self, name: str, pressed: Button) -> str:
        """Return the name of the page that a button leads to from the page `name`."""
        if name == THANKS or pressed == "enough":
            return THANKS
        if pressed == "back":
            return self.before(name) or name
        return self._opened_or_wait(self.after(name), name)

    def resume(self) -> str:
        """Return where a respondent resumes: the name of a page, with its first unrated card as the fragment."""
        name = self._opened_or_wait(self.unanswered(), ABOUT)
        cards = [one for page in self.pages if page.name == name for one in page.outcomes]
        ratings = self.response.ratings if self.response else {}
        unrated = [card for card in cards if not is_rated(card, self.study, ratings.get(card.id))]
        return name if unrated[:1] == cards[:1] else f"{name}#{unrated[0].id}"

    def unanswered(self) -> str:
        """Return the name of the first page with an incomplete card, opened or not; skipped cards are incomplete.

        After the last answer, or *finished*, that is the thanks; before the first answer, the first page.
        """
        if self.response is None:
            return self.first()
        if self.response.is_finished:
            return THANKS
        if not self.response.ratings and not self.response.profile:
            return self.first()
        return self._first_unrated(self.pages)

    def after_wait(self, name: str) -> str:
        """Return the name of the page that follows a page that waits, or one that is not opened yet."""
        reached_from = name.removeprefix(WAIT) if name.startswith(WAIT) else ABOUT
        return self._opened_or_wait(self.after(reached_from), reached_from)

    def _opened_or_wait(self, name: str, reached_from: str) -> str:
        return f"{WAIT}{reached_from}" if self.is_shut(name) else name

    def _is_shut(self, page: CardPage) -> bool:
        return self.opened is not None and section_of(page.outcomes[0]) not in self.opened

    def _first_unrated(self, pages: Sequence[CardPage]) -> str:
        ratings = self.response.ratings if self.response else {}
        unrated = (page.name for page in pages if rated(page.outcomes, self.study, ratings) < len(page.outcomes))
        return next(unrated, THANKS)
