"""Who answered: how many joined, rated and finished each part of the form, and how long it took them."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from jtbd_core.cache import TimedCache
from jtbd_core.contract import Store
from jtbd_core.live.findings import progress
from jtbd_core.scoring.progress import section_progress
from jtbd_core.study import Study
from jtbd_core.wave import Progress, Wave, asked_study
from jtbd_core.wave.stage import SectionProgress

SECONDS_SHARED = 5.0
_cache = TimedCache(SECONDS_SHARED)


class Response(NamedTuple):
    """The response of a wave: its progress, that of each section, and the minutes of a quarter, half and most people.

    `minutes` are quartiles of the time that people spent on the cards, as `minutes` returns them; `raters` the number
    of people who rated each outcome, by its id, in the order of the study.
    """

    progress: Progress
    sections: tuple[SectionProgress, ...]
    minutes: tuple[float, float, float] | None
    raters: Mapping[str, int]


def response(store: Store, study: Study, wave: Wave) -> Response:
    """Return who answered a wave, for the facilitator alone: it counts all people as they are now."""
    asked = asked_study(study, wave)

    def read() -> Response:
        ratings = store.ratings(wave.id)
        sections = section_progress(asked, ratings, store.assignments(wave.id))
        counts = ratings[ratings["experience"].notna()]["outcome"].value_counts()
        raters = {one.id: int(counts.get(one.id, 0)) for one in asked.outcomes}
        return Response(progress(store, wave.id), sections, minutes(store.cards(wave.id)), raters)

    return _cache.get((wave.id, hash(asked.outcomes)), read)


def minutes(cards: pd.DataFrame) -> tuple[float, float, float] | None:
    """Return the quartiles of the minutes that people spent on their cards (columns as `Store.cards`).

    Left out is who answered less than half as many cards as the median person: they stopped early. None where no times
    are known.
    """
    by_person = cards.dropna(subset="seconds").groupby("respondent")["seconds"].agg(["sum", "count"])
    whole = by_person[by_person["count"] >= by_person["count"].median() / 2]
    if whole.empty:
        return None
    low, middle, high = (whole["sum"] / 60).quantile([0.25, 0.5, 0.75])
    return float(low), float(middle), float(high)
