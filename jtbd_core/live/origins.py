"""Where success comes from in a snapshot: the job steps that the success outcomes which fall short most go with."""

from typing import NamedTuple
from uuid import uuid4

import pandas as pd

from jtbd_core.charts import Picture
from jtbd_core.charts.drivers import axis_end, driver_description, driver_points, heading
from jtbd_core.charts.spec import spec_of
from jtbd_core.live.snapshot import Snapshot, outcomes_in_steps
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.driver_sentences import (
    CAUSES,
    MOST_NAMED,
    NONE,
    driver_lines,
    drivers_headline,
    explained_sentence,
    first_without,
    said_of,
)
from jtbd_core.scoring.drivers import NEEDED, drivers
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.table import order_by
from jtbd_core.study import Study

MOST_SHOWN = 6
"""The success outcomes that have a chart; the others are in the table."""

WHICH = "success outcomes that fall short most"
MOST_STEP_OUTCOMES = 3


class Origins(NamedTuple):
    """Which job steps success outcomes go with; figures are rounded to what is shown. `key` names this, for caches.

    `table` has the columns of `drivers` and `statement`, the outcome that is unmet most first; of the first, with
    figures, there is a picture each. `worst` has, by the steps that stand out most often, the key outcomes of highest
    opportunity (or value wanted), as lines. `hidden` are the statements of the success outcomes of which nothing may be
    shown. `needed` are the people that must have rated.
    """

    key: str
    headline: str
    lines: tuple[str, ...]
    table: pd.DataFrame
    pictures: tuple[Picture, ...]
    worst: dict[str, tuple[str, ...]]
    hidden: tuple[str, ...]
    needed: int = NEEDED


def origins(study: Study, snapshot: Snapshot) -> Origins:
    """Return which job steps the success outcomes of a snapshot go with; rounds are taken together."""
    ratings = _reported(study, snapshot)
    outcomes = outcomes_in_steps(study)
    found = drivers(ratings, outcomes[~outcomes["outcome"].isin(snapshot.apart)]).round(2)
    scores = _scores(study, ratings)
    words = {one.id: one.statement for one in study.success_outcomes}
    found = found.assign(statement=found["outcome"].map(words), unmet=found["outcome"].map(scores["unmet"]))
    table = found.sort_values("unmet", ascending=False, kind="stable", na_position="last", ignore_index=True).round(2)
    shown = table[table["p"].notna() & table["outcome"].isin(_first(table))]
    return Origins(
        key=uuid4().hex,
        headline=f"{first_without(shown)} {drivers_headline(shown, words, WHICH)}".strip() if len(shown) else "",
        lines=(*driver_lines(shown, words), CAUSES) if len(shown) else (),
        table=table,
        pictures=_pictures(shown, _unmet(study)),
        worst={step: _worst(study, scores, step) for step in _leading(shown)},
        hidden=tuple(one.statement for one in study.success_outcomes if one.id in snapshot.apart),
    )


def _first(table: pd.DataFrame) -> list[str]:
    """Return the outcomes that have a chart: those that are unmet most, of those with figures."""
    return list(table.loc[table["p"].notna(), "outcome"].drop_duplicates().head(MOST_SHOWN))


def _reported(study: Study, snapshot: Snapshot) -> pd.DataFrame:
    """Return the ratings, without importance where the study does not ask it."""
    return snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")


def _unmet(study: Study) -> str:
    """Return the score that orders success outcomes."""
    return order_by("unmet", study.settings.asks_importance)


def _scores(study: Study, ratings: pd.DataFrame) -> pd.DataFrame:
    """Return what orders success outcomes, `unmet`, and key outcomes, `worst`, by outcome that enough people rated."""
    matrix = rating_matrix(ratings, study.readings())
    by = {"unmet": _unmet(study), "worst": order_by("opportunity", study.settings.asks_importance)}
    scores = pd.DataFrame({name: matrix.scores[score] for name, score in by.items()}, index=list(matrix.outcomes))
    return scores[matrix.people >= THRESHOLD]


def _leading(shown: pd.DataFrame) -> list[str]:
    """Return the steps that stand out, the most often one first."""
    steps = shown.loc[shown["stands_out"] & ~shown["is_opposite"], "step"]
    return [str(step) for step in steps.value_counts(sort=True).index[:MOST_NAMED]]


def _worst(study: Study, scores: pd.DataFrame, leading: str) -> tuple[str, ...]:
    """Return the key outcomes of a step that fall short most, each with its score."""
    measure = MEASURES[order_by("opportunity", study.settings.asks_importance)]
    names = {step.id: step.name for step in study.steps}
    inside = {one.id: one.statement for one in study.key_outcomes if names[one.step or ""] in leading.split(" + ")}
    worst = scores.loc[scores.index.isin(list(inside)), "worst"].sort_values(ascending=False, kind="stable")
    return tuple(
        f"{inside[str(outcome)]} · {measure.title} {measure.per * score:.{measure.decimals}f}"
        for outcome, score in worst.head(MOST_STEP_OUTCOMES).items()
    )


def _pictures(shown: pd.DataFrame, unmet: str) -> tuple[Picture, ...]:
    """Return a chart per outcome, all with the same axis and with headings of the same height."""
    end = axis_end(shown)
    parts = [part for _, part in shown.groupby("outcome", sort=False)]
    heads = [heading(str(part["statement"].iloc[0]), _notes(part, unmet)) for part in parts]
    high, low = (max(map(len, lines), default=0) for lines in ((one for one, _ in heads), (more for _, more in heads)))
    found = []
    for part, (title, notes) in zip(parts, heads, strict=True):
        chart = driver_points(part, ([""] * (high - len(title)) + title, notes + [""] * (low - len(notes))), end)
        text = driver_description(part, str(part["statement"].iloc[0]), said_of(part))
        found.append(Picture(spec_of(chart), text, "", part))
    return tuple(found)


def _notes(part: pd.DataFrame, unmet: str) -> list[str]:
    """Return what stands below a statement: for how many it is unmet, and how much of it goes with the steps."""
    measure, said = MEASURES[unmet], said_of(part)
    notes = [f"{measure.title} for {100 * part['unmet'].iloc[0]:.0f} %", explained_sentence(part)]
    return [*notes, "No step stands out"] if said == f"{NONE}." else notes
