"""Scores as data for programs: a row per outcome under plain names, with the decimals that a results page shows."""

from collections.abc import Mapping

import msgspec
import pandas as pd

from jtbd_core.exchange.long_table import neutralized
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.results import Results, rounded

WORDS = ("outcome", "statement", "kind", "step", "tie_group", "n")
ENDINGS = ("", "_low", "_high", "_expected", "_expected_low", "_expected_high")


def score_data(found: Results) -> pd.DataFrame:
    """Return the scores of all outcomes, those of a kind best first; without raters an outcome has no figures.

    Columns are `outcome` (its id), `statement`, `kind`, `step`, `tie_group`, `n`, `importance` and `satisfaction`
    (0–10) and, as they are measured and as they are expected when asked again, with 95 % intervals, `opportunity`
    (0–20), `unmet`, `share_short` (0–1) and `value_wanted` (scale points).
    """
    scores = rounded(found).all
    figures = [f"{name}{ending}" for name in MEASURES for ending in ENDINGS]
    shown = [one for one in (*WORDS, "importance", "satisfaction", *figures) if one in scores]
    return scores[shown].assign(n=scores["n"].astype("Int64").where(scores["n"] > 0))


def data_csv(found: Results) -> bytes:
    """Return the scores as CSV."""
    return neutralized(score_data(found)).to_csv(index=False).encode()


def data_json(found: Results, about: Mapping[str, object]) -> bytes:
    """Return what the scores are `about`, and a list `outcomes` of them, as one object."""
    rows = score_data(found).to_json(orient="records", double_precision=4)
    return msgspec.json.encode({**about, "people": found.people, "outcomes": msgspec.Raw(rows.encode())})
