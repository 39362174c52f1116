"""The answers of a wave as one long table with readable headings, for analysts and spreadsheets."""

import pandas as pd

from jtbd_core.exchange.formulas import marked
from jtbd_core.scoring.quality import FLAGS, quality_flags
from jtbd_core.study import SOLUTION_QUESTION, Study

OF_OUTCOME = ("outcome_number", "statement", "kind", "job_step", "is_core_step", "polarity")
OF_SCALE = ("scale", "scale_points", "anchor", "importance_points", "important_from")
LEADING = ("respondent", "outcome", *OF_OUTCOME, *OF_SCALE)
"""The first columns, by which an export of ours is known; those after the outcome say what and how it asks."""

ANSWERED = ("importance", "experience", "expectation")
CARD = ("position", "seconds", *FLAGS, "is_careless")
QUESTION = "question_"
"""Begins the headings of columns with ids of answers to a question."""

WEIGHT = "weight"
"""The last column, where the round was imported from a file with weights."""


def long_table(
    study: Study,
    ratings: pd.DataFrame,
    profiles: pd.DataFrame,
    cards: pd.DataFrame,
    assignments: pd.DataFrame,
    flags: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return a row per respondent and outcome, in the order of the study's outcomes.

    Columns: respondent, outcome (its id), outcome_number (from 1), statement, kind, job_step, is_core_step, polarity,
    scale (a `ScaleName`), scale_points ("1 to 5"), anchor, importance_points and important_from (missing where
    importance is not asked), importance, experience (codes or missing), expectation (where outcomes are rated in pairs;
    experience is then what is met), not_applicable, shown, position (of the card in the form, from 1), seconds (spent
    on the card), the flags of the respondent (`scoring.quality.FLAGS`) and is_careless (any of them), then for solution
    and each circumstance question `question_<id>` with the id of the answer, and its label under `solution` or
    `<question> (<id>)`, which no wording makes the name of another column. The frames have the columns of the `Store`
    verbs of the same names.
    `flags` are those of `quality_flags`, where they were computed of more people than these.
    With rotation, an outcome that the respondent was not shown has a row with `shown` false. Read as a file of ratings,
    the table gives the same scores to the last digit.
    """
    words = _words(study)
    place = {one.id: number for number, one in enumerate(study.outcomes)}
    met = pd.concat([ratings.assign(shown=True), _not_shown(study, assignments)], ignore_index=True)
    met = met.merge(cards.drop(columns="took_bait"), on=["respondent", "outcome"], how="left")
    flags = quality_flags(ratings, cards) if flags is None else flags
    met = met.merge(flags, on="respondent", how="left").fillna(dict.fromkeys((*FLAGS, "is_careless"), False))
    table = met.merge(words, on="outcome").merge(_answers(study, profiles), on="respondent", how="left")
    table = table.sort_values(["respondent", "outcome"], key=lambda c: c.map(place) if c.name == "outcome" else c)
    if study.pairs():
        is_pair = table["outcome"].isin(list(study.pairs()))
        table["experience"] += table["expectation"].where(is_pair, 0.0)
    answered = [name for name in ANSWERED if name in table]
    table[answered] = table[answered].astype("Int8")
    table["position"] = table["position"].astype("Int16")
    first = [*LEADING, *answered, "not_applicable", "shown", *CARD]
    return table[[*first, *(name for name in table.columns if name not in first)]].reset_index(drop=True)


def neutralized(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with text that a spreadsheet would run as a formula marked as text by an apostrophe."""
    safe = table.rename(columns=marked)
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        safe[column] = safe[column].map(marked, na_action="ignore")
    return safe


def _words(study: Study) -> pd.DataFrame:
    """Return the columns that say what an outcome is, and on which scales it is rated."""
    steps = {step.id: step for step in study.steps}
    rows = []
    for number, one in enumerate(study.outcomes, start=1):
        step, instrument, importance = steps.get(one.step or ""), study.instrument(one), study.settings.importance
        told = (one.id, number, one.statement, one.kind, step.name if step else "", bool(step and step.is_core))
        asked = (str(importance.points), importance.cut) if study.settings.asks_importance else (None, None)
        rows.append((*told, one.polarity, instrument.scale, str(instrument.points), instrument.anchor, *asked))
    return pd.DataFrame(rows, columns=LEADING[1:]).astype({"important_from": "Int16"})


def _not_shown(study: Study, assignments: pd.DataFrame) -> pd.DataFrame:
    shown = set(zip(assignments["respondent"], assignments["outcome"], strict=True))
    every = ((who, one.id) for who in assignments["respondent"].unique() for one in study.outcomes)
    hidden = pd.DataFrame([pair for pair in every if pair not in shown], columns=["respondent", "outcome"])
    return hidden.assign(importance=float("nan"), experience=float("nan"), not_applicable=False, shown=False)


def _answers(study: Study, profiles: pd.DataFrame) -> pd.DataFrame:
    headings = {one.id: f"{one.question} ({one.id})" for one in study.circumstances} | {SOLUTION_QUESTION: "solution"}
    wide = pd.DataFrame({"respondent": profiles["respondent"].unique()})
    for question, options in study.questions().items():
        given = profiles.loc[profiles["question"] == question].set_index("respondent")["option"]
        wide[f"{QUESTION}{question}"] = wide["respondent"].map(given)
        wide[headings[question]] = wide[f"{QUESTION}{question}"].map(options)
    return wide
