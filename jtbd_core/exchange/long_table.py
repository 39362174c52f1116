"""The answers of a wave as one long table with readable headings, for analysts and spreadsheets."""

import pandas as pd

from jtbd_core.exchange.formulas import marked
from jtbd_core.scoring.quality import FLAGS, quality_flags
from jtbd_core.study import SOLUTION_QUESTION, Study

CARD = ("position", "seconds", *FLAGS, "is_careless")


def long_table(
    study: Study,
    ratings: pd.DataFrame,
    profiles: pd.DataFrame,
    cards: pd.DataFrame,
    assignments: pd.DataFrame,
) -> pd.DataFrame:
    """Return a row per respondent and outcome, in the order of the study's outcomes.

    Columns: respondent, outcome (its id), statement, kind, job_step, polarity, importance, experience (1–5 or missing),
    not_applicable, shown, position (of the card in the form, from 1), seconds (spent on the card), the flags of the
    respondent (`scoring.quality.FLAGS`) and is_careless (any of them), then for solution and each circumstance question
    `question_<id>` with the id of the answer, and its label under `solution` or `<question> (<id>)`, which no wording
    makes the name of another column. The frames have the columns of the `Store` verbs of the same names.
    With rotation, an outcome that the respondent was not shown has a row with `shown` false. Read as a file of ratings,
    the table gives the same scores to the last digit.
    """
    steps = {step.id: step.name for step in study.steps}
    words = pd.DataFrame(
        {
            "outcome": [one.id for one in study.outcomes],
            "statement": [one.statement for one in study.outcomes],
            "kind": [one.kind for one in study.outcomes],
            "job_step": [steps.get(one.step or "", "") for one in study.outcomes],
            "polarity": [one.polarity for one in study.outcomes],
        }
    )
    place = {one.id: number for number, one in enumerate(study.outcomes)}
    met = pd.concat([ratings.assign(shown=True), _not_shown(study, assignments)], ignore_index=True)
    met = met.merge(cards.drop(columns="took_bait"), on=["respondent", "outcome"], how="left")
    met = met.merge(quality_flags(met, cards), on="respondent", how="left")
    table = met.merge(words, on="outcome").merge(_answers(study, profiles), on="respondent", how="left")
    table = table.sort_values(["respondent", "outcome"], key=lambda c: c.map(place) if c.name == "outcome" else c)
    for column in ("importance", "experience"):
        table[column] = table[column].astype("Int8")
    table["position"] = table["position"].astype("Int16")
    first = ["respondent", *words.columns, "importance", "experience", "not_applicable", "shown", *CARD]
    return table[[*first, *(name for name in table.columns if name not in first)]].reset_index(drop=True)


def neutralized(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with text that a spreadsheet would run as a formula marked as text by an apostrophe."""
    safe = table.rename(columns=marked)
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        safe[column] = safe[column].map(marked, na_action="ignore")
    return safe


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
        wide[f"question_{question}"] = wide["respondent"].map(given)
        wide[headings[question]] = wide[f"question_{question}"].map(options)
    return wide
