"""The analysis of ratings that may be shown: scores, charts, and outcomes that split the room."""

from dataclasses import replace
from typing import NamedTuple

from jtbd_core.charts import Pictures, pictures
from jtbd_core.live.sharing import Shared
from jtbd_core.privacy import CAMP_THRESHOLD, THRESHOLD
from jtbd_core.scoring.results import Results, Scores, rounded
from jtbd_core.scoring.split import split_outcomes
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study import Study
from jtbd_core.wave import Group


class Analysis(NamedTuple):
    """The results of ratings, their charts by name, the outcomes that split the room, and how many people each has.

    `split` is as `split_outcomes` returns it; `people` counts those of whom something is shown, by group.
    """

    results: Results
    pictures: Pictures
    split: Scores
    people: dict[Group, int]


def analysis(study: Study, shared: Shared) -> Analysis:
    """Return the analysis of ratings that may be shown; its figures are rounded to what is shown.

    An outcome that fewer than `THRESHOLD` people rated has no scores; with fewer people in all there is no chart.
    Only an outcome that `CAMP_THRESHOLD` people rated can split the room.
    """
    found = replace(rounded(study_scores(study, shared.ratings, fewest=THRESHOLD)), people=shared.many)
    drawn = pictures(study, found) if found.people >= THRESHOLD else {}
    reported = shared.ratings.of([one.id for one in study.outcomes])
    return Analysis(found, drawn, split_outcomes(reported, study.readings(), CAMP_THRESHOLD), shared.people)
