"""What there is to see in the ratings that may be shown: scores, charts, and what splits the room."""

from typing import NamedTuple

import pandas as pd

from jtbd_core.charts import Pictures, pictures
from jtbd_core.privacy import THRESHOLD
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
    """Analyse ratings (columns as `Store.ratings`) that may be shown.

    An outcome rated by fewer than 5 people has no scores; with fewer than 5 people there is no chart.
    """
    found = study_scores(study, ratings, fewest=THRESHOLD)
    drawn = pictures(study, found) if found.people >= THRESHOLD else {}
    return Analysis(found, drawn, split_outcomes(ratings))
