"""The analysis of ratings that may be shown: scores, charts, and outcomes that split the room."""

from typing import NamedTuple

import pandas as pd

from jtbd_core.charts import Pictures, pictures
from jtbd_core.privacy import CAMP_THRESHOLD, THRESHOLD
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.scoring.split import split_outcomes
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study import Study


class Analysis(NamedTuple):
    """The results of ratings, their charts by name, and the outcomes that split the room (as `split_outcomes`)."""

    results: Results
    pictures: Pictures
    split: Scores


def analysis(study: Study, ratings: pd.DataFrame) -> Analysis:
    """Return the analysis of ratings that may be shown (columns as `Store.ratings`).

    An outcome that fewer than `THRESHOLD` people rated has no scores; with fewer people in all there is no chart.
    Only an outcome that `CAMP_THRESHOLD` people rated can split the room.
    """
    found = study_scores(study, ratings, fewest=THRESHOLD)
    drawn = pictures(study, found) if found.people >= THRESHOLD else {}
    return Analysis(found, drawn, split_outcomes(ratings, CAMP_THRESHOLD))
