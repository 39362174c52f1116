"""The answers of a wave as one long table with readable headings, for analysts and spreadsheets."""

import pandas as pd

from jtbd_core.study import SOLUTION_QUESTION, Study

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def long_table(study: Study, ratings: pd.DataFrame, profiles: pd.DataFrame) -> pd.DataFrame:
    """Return a row per respondent and outcome, in the order of the study's outcomes.

    Columns: respondent, outcome (its id), statement, kind, job_step, polarity, importance, experience (1–5 or missing),
    not_applicable, then solution and each circumstance question with the answer in words. `ratings` and `profiles` are
    as `Store.ratings` and `Store.profiles` give them. Read as a file of ratings, the table scores to the same digits.
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
    table = ratings.merge(words, on="outcome").merge(_answers(study, profiles), on="respondent", how="left")
    table = table.sort_values(["respondent", "outcome"], key=lambda c: c.map(place) if c.name == "outcome" else c)
    for column in ("importance", "experience"):
        table[column] = table[column].astype("Int8")
    first = ["respondent", *words.columns, "importance", "experience", "not_applicable"]
    return table[[*first, *(name for name in table.columns if name not in first)]].reset_index(drop=True)


def neutralized(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with text that a spreadsheet would run as a formula marked as text by an apostrophe."""
    safe = table.rename(columns=_neutral)
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        safe[column] = safe[column].map(_neutral, na_action="ignore")
    return safe


def _neutral(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _answers(study: Study, profiles: pd.DataFrame) -> pd.DataFrame:
    headings = {one.id: one.question for one in study.circumstances} | {SOLUTION_QUESTION: "solution"}
    wide = pd.DataFrame({"respondent": profiles["respondent"].unique()})
    for question, options in study.questions().items():
        given = profiles.loc[profiles["question"] == question].set_index("respondent")["option"].map(options)
        wide[headings[question]] = wide["respondent"].map(given)
    return wide
