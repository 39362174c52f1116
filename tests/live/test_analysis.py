"""The analysis of ratings that may be shown: too few people have no scores, no chart and no camps."""

import json
import re
from itertools import cycle

import pandas as pd
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study
from jtbd_core.live.analysis import Analysis, analysis
from jtbd_core.live.sharing import Shared
from jtbd_core.privacy import CAMP_THRESHOLD, THRESHOLD
from jtbd_core.scoring.cells import cells_of
from jtbd_core.scoring.results import SHOWN_DECIMALS
from jtbd_core.wave.ledger import EVERYBODY
from tests.store.studies import answers

STUDY = demo_study()
FIRST, SECOND = (one.id for one in STUDY.success_outcomes[:2])


def analysed(**people: int) -> Analysis:
    """Return the analysis of ratings by so many people of each outcome, who are served badly and well by turns."""
    rows = [
        (f"p{n}", outcome, 5.0, experience, False)
        for outcome, count in people.items()
        for n, experience in zip(range(count), cycle((1.0, 5.0)), strict=False)
    ]
    ratings, many = answers(*rows), max(people.values(), default=0)
    return analysis(STUDY, Shared(cells_of(ratings), {EVERYBODY: many}, many))


def n_of(found: Analysis) -> "pd.Series[int]":
    """Return how many people rated each outcome, as the results say."""
    return found.results.all.set_index("outcome")["n"]


def test_below_the_threshold_an_outcome_has_no_scores() -> None:
    """Of two outcomes the one that one person too few rated counts as not rated."""
    found = analysed(**{FIRST: THRESHOLD, SECOND: THRESHOLD - 1})
    assert n_of(found)[[FIRST, SECOND]].tolist() == [THRESHOLD, 0]
    assert set(found.pictures["success"].scores.query("n > 0")["outcome"]) == {FIRST}


def test_below_the_threshold_there_is_no_chart() -> None:
    """With one person too few nothing is drawn, nor scored."""
    found = analysed(**{FIRST: THRESHOLD - 1})
    assert found.pictures == {}
    assert n_of(found).sum() == 0


def test_limits_have_no_more_digits_than_are_shown() -> None:
    """All digits of an interval would tell of each of a few people; what a browser is given has those on the page."""
    charts = json.dumps([one.spec for one in analysed(**{FIRST: 7, SECOND: 11}).pictures.values()])
    limits = re.findall(r'"(\w+?)(?:_expected|(?:_expected)?_(?:low|high))": \d+\.(\d+)', charts)
    assert limits
    assert [(name, digits) for name, digits in limits if len(digits) > SHOWN_DECIMALS[name]] == []


def test_camps_are_shown_of_enough_people_only() -> None:
    """An outcome that one person too few rated splits no room, however far opinions are apart."""
    found = analysed(**{FIRST: CAMP_THRESHOLD, SECOND: CAMP_THRESHOLD - 1})
    assert found.split["outcome"].tolist() == [FIRST]


def test_a_retired_outcome_splits_nothing() -> None:
    """Outcomes that the study does not report are not named among those that split the room."""
    reported = replace(STUDY, outcomes=tuple(one for one in STUDY.outcomes if one.id != FIRST))
    rows = [(f"p{n}", FIRST, 5.0, 1.0 + 4 * (n % 2), False) for n in range(CAMP_THRESHOLD)]
    assert analysis(reported, Shared(cells_of(answers(*rows)), {}, len(rows))).split.empty
    assert len(analysis(STUDY, Shared(cells_of(answers(*rows)), {}, len(rows))).split) == 1
