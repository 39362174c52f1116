"""The notes, decisions and value targets of a wave as one table."""

from collections.abc import Sequence

import pandas as pd

from jtbd_core.study import Study
from jtbd_core.wave.stage import Note
from jtbd_core.wave.target import Target

COLUMNS = ("kind", "outcome", "statement", "text", "by", "at_most_percent", "due", "written_at")


def decision_table(study: Study, notes: Sequence[Note], targets: Sequence[Target]) -> pd.DataFrame:
    """Return a row per note, decision and target, in the order of the sequences.

    Columns: kind (note, decision or target), outcome and statement (of a target several, separated by `; `), text, by
    (author or owner), at_most_percent and due (of targets alone), written_at (UTC, ISO).
    """
    statements = {one.id: one.statement for one in study.outcomes}
    rows: list[tuple[object, ...]] = [
        (one.kind, *_named([one.outcome], statements), one.text, one.author, pd.NA, "", one.written_at) for one in notes
    ]
    rows += [
        ("target", *_named(aim.outcomes, statements), aim.text, aim.owner, aim.at_most, aim.due.isoformat(), written)
        for aim, written in ((one.aim, one.written_at) for one in targets)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"at_most_percent": "Int64"})
    return table.assign(written_at=[one.isoformat(" ", "minutes") for one in table["written_at"]])


def _named(outcomes: Sequence[str], statements: dict[str, str]) -> tuple[str, str]:
    return "; ".join(outcomes), "; ".join(statements.get(one, one) for one in outcomes)
