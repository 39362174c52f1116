"""The codebook of exported answers: each column, what it holds, its codes and their labels, and the formulas."""

import pandas as pd

from jtbd_core.exchange.long_table import QUESTION, neutralized
from jtbd_core.exchange.score_table import FORMULAS
from jtbd_core.scoring.quality import FLAGS
from jtbd_core.study import SOLUTION_QUESTION, Study
from jtbd_core.study.scale import EXPECTED, FIVE, IMPORTANCE, IMPORTANCE_LABELS, SCALES, Instrument
from jtbd_core.wave import Wave, asked_study
from jtbd_core.wave.rounds import round_days, round_name, utc

COLUMNS = ("column", "question", "code", "label")
PLAIN = {
    "respondent": "Who answered: a random name, the same in all rows of a person",
    "outcome": "The id of the outcome, see below",
    "outcome_number": "The place of the outcome in the study",
    "statement": "What was rated",
    "kind": "key outcome, felt in a job step; or functional, emotional or social: an outcome of success",
    "job_step": "The job step of a key outcome",
    "is_core_step": "Whether this is the step that the job is named after",
    "polarity": "wanted; or avoid: worded as the bad thing that does not happen, so rated like all others",
    "scale": "What experience is asked as",
    "scale_points": "The codes of experience",
    "anchor": "The lowest experience that meets expectations",
    "importance_points": "The codes of importance",
    "important_from": "The lowest importance that counts as important",
    "not_applicable": "Whether the respondent said that the outcome does not apply",
    "shown": "Whether the respondent was shown the outcome",
    "position": "The place of the card in the form, from 1",
    "seconds": "Seconds spent on the card",
    **dict.fromkeys(FLAGS, "A flag of careless answers: see `quality` in the command line"),
    "is_careless": "Whether the respondent has any of these flags",
    "weight": "The weight of the respondent in the file that the answers were imported from, if it had weights",
}

Row = tuple[str, str, str, str]


def codebook_table(study: Study, wave: Wave) -> pd.DataFrame:
    """Return a row per column of the exported answers, and below it a row per code (columns `COLUMNS`).

    Then come the outcomes by their ids, the formulas of the scores, and the round with its dates (UTC).
    """
    asked = asked_study(study, wave)
    rows: list[Row] = [(name, text, "", "") for name, text in PLAIN.items()]
    rows += _rated(asked)
    for question, options in asked.questions().items():
        worded = next((one.question for one in asked.circumstances if one.id == question), "What is used today")
        heading = "solution" if question == SOLUTION_QUESTION else f"{worded} ({question})"
        rows += [(f"{QUESTION}{question}", worded, code, label) for code, label in options.items()]
        rows.append((heading, f"The label of {QUESTION}{question}", "", ""))
    rows += [("outcome", one.statement, one.id, one.kind) for one in asked.outcomes]
    rows += [(f"score: {name}", text, "", "") for name, text in FORMULAS.items()]
    rows.append(("round", round_name(wave), f"{wave.number}", round_days(wave, utc)))
    rows.append(("study", study.title, "", study.job))
    return pd.DataFrame(rows, columns=COLUMNS)


def codebook_csv(study: Study, wave: Wave) -> bytes:
    """Return the codebook as CSV in which no spreadsheet runs a formula."""
    return neutralized(codebook_table(study, wave)).to_csv(index=False).encode()


def _rated(study: Study) -> list[Row]:
    """Return the codes of importance and experience, of each kind of outcome that the study has."""
    rows: list[Row] = []
    if study.settings.asks_importance:
        points = study.settings.importance.points
        labels = dict(zip(points.codes, IMPORTANCE_LABELS, strict=False)) if points == FIVE else _ends(points.ends)
        rows += [("importance", IMPORTANCE, f"{code}", labels.get(code, "")) for code in points.codes]
    for kind, outcomes, instrument in (
        ("key outcomes", study.key_outcomes, study.settings.key),
        ("success outcomes", study.success_outcomes, study.settings.success),
    ):
        if outcomes:
            rows += _experience(kind, instrument)
    return rows


def _experience(kind: str, instrument: Instrument) -> list[Row]:
    scale, codes = SCALES[instrument.scale], instrument.points.codes
    labels = (
        dict(zip(codes, scale.labels, strict=False))
        if instrument.points == FIVE
        else {
            codes[0]: scale.labels[0],
            codes[-1]: scale.labels[-1],
        }
    )
    asked = [("experience", scale.question)] + [("expectation", EXPECTED)] * instrument.is_pair
    return [
        (column, f"{question} ({kind})", f"{code}", labels.get(code, ""))
        for column, question in asked
        for code in codes
    ]


def _ends(ends: tuple[int, int]) -> dict[int, str]:
    return {ends[0]: IMPORTANCE_LABELS[0], ends[1]: IMPORTANCE_LABELS[-1]}
