"""Export of the remarks of a wave, apart from its answers: no row leads to a respondent."""

import pandas as pd

from jtbd_core.exchange.long_table import neutralized
from jtbd_core.privacy import hidden_again
from jtbd_core.study import Study
from jtbd_core.wave.remark import Remark

QUESTIONS = {"missed": "What did we miss?", "solution": "Something else used today"}


def remarks_table(study: Study, remarks: list[Remark]) -> pd.DataFrame:
    """Return a row per remark, in the order of their random ids, names hidden as the facilitator hid them.

    Columns: question, remark, outcome (its id) and statement or else label, under which the facilitator put it,
    is_released, and is_shown: what left with another remark is shown to nobody any more.
    """
    statements = {one.id: one.statement for one in study.outcomes}
    hidden = hidden_again(remarks)
    rows = [
        (
            QUESTIONS[one.kind],
            one.text,
            one.outcome,
            statements.get(one.outcome, ""),
            one.label,
            one.is_released,
            one.is_released and not one.is_withdrawn and one.id not in hidden,
        )
        for one in remarks
    ]
    columns = ["question", "remark", "outcome", "statement", "label", "is_released", "is_shown"]
    return pd.DataFrame(rows, columns=columns)


def remarks_csv(study: Study, remarks: list[Remark]) -> bytes:
    """Return the remarks of a wave as CSV in which no spreadsheet runs a formula."""
    return neutralized(remarks_table(study, remarks)).to_csv(index=False).encode()
