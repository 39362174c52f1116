"""The SQL that reads the log of a wave as whole numbers, one text for both engines; values are always bound."""
# ruff: noqa: S608 - the only parts put together here are the fixed texts of this file

from jtbd_core.wave.ledger import ERASED
from jtbd_core.wave.log_part import MISSING

# Of a pair the experience is the difference, missing until both are given: $3 has the outcomes that are pairs.
SAVED = """SELECT seq, response_id, outcome_id, importance_code AS importance, tapped,
        experience_code - CASE WHEN outcome_id = ANY(CAST($3 AS TEXT[])) THEN expectation_code ELSE 0 END AS experience
    FROM rating WHERE wave_id = $1 AND seq > $2"""
DELETED = f"""SELECT seq, response_id, outcome_id, 0 AS tapped,
        CASE WHEN has_importance THEN {ERASED} END AS importance,
        CASE WHEN has_experience THEN {ERASED} END AS experience
    FROM erased_rating WHERE wave_id = $1 AND seq > $2 AND CAST($3 AS TEXT[]) IS NOT NULL"""


def named(rows: str, name: str) -> str:
    """Return the query for the people or the outcomes that rows name, in the order of their first row."""
    return f"SELECT {name} FROM ({rows}) AS part GROUP BY 1 ORDER BY min(seq)"


def numbered(rows: str) -> str:
    """Return the query for rows as whole numbers, which has the columns of `NUMBERS`.

    The rows are read once for each use of them: written to memory in between they would take ten times as much.
    """
    return f"""WITH part AS NOT MATERIALIZED ({rows}),
        person AS (SELECT response_id, row_number() OVER (ORDER BY min(seq)) - 1 AS person FROM part GROUP BY 1),
        outcome AS (SELECT outcome_id, row_number() OVER (ORDER BY min(seq)) - 1 AS outcome FROM part GROUP BY 1)
    SELECT CAST(seq AS BIGINT) AS seq, CAST(person AS INTEGER) AS person, CAST(outcome AS SMALLINT) AS outcome,
        CAST(coalesce(importance, {MISSING}) AS SMALLINT) AS importance,
        CAST(coalesce(experience, {MISSING}) AS SMALLINT) AS experience, CAST(coalesce(tapped, 0) AS BIGINT) AS tapped
    FROM part JOIN person USING (response_id) JOIN outcome USING (outcome_id)"""
