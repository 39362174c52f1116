"""The SQL of value targets, one text for DuckDB and PostgreSQL; values are always bound."""

_TARGET = """SELECT target.id, target.wave_id, outcomes, at_most, owner, due, body, written_at
    FROM target JOIN wave ON wave.id = target.wave_id"""
TARGETS = f"{_TARGET} WHERE study_id = $1 ORDER BY created_at, target.id"
TARGET = f"{_TARGET} WHERE target.id = $1"
ADD_TARGET = """INSERT INTO target VALUES
    ($1, $2, CAST($3 AS TEXT[]), $4, $5, CAST($6 AS TIMESTAMP), $7, CAST($8 AS TIMESTAMP), CAST($8 AS TIMESTAMP))"""
CHANGE_TARGET = """UPDATE target SET outcomes = CAST($2 AS TEXT[]), at_most = $3, owner = $4,
        due = CAST($5 AS TIMESTAMP), body = $6, written_at = CAST($7 AS TIMESTAMP)
    WHERE id = $1"""
DELETE_TARGET = "DELETE FROM target WHERE id = $1"
