"""The SQL of stages and notes, one text for DuckDB and PostgreSQL; values are always bound."""

STAGE = "SELECT begun_at, opened, frozen, prediction FROM stage WHERE wave_id = $1"
BEGIN = """INSERT INTO stage (wave_id, begun_at) VALUES ($1, CAST($2 AS TIMESTAMP))
    ON CONFLICT (wave_id) DO UPDATE SET begun_at = coalesce(stage.begun_at, EXCLUDED.begun_at)"""
SET_PACE = """INSERT INTO stage (wave_id, opened) VALUES ($1, CAST($2 AS INTEGER))
    ON CONFLICT (wave_id) DO UPDATE SET opened = EXCLUDED.opened"""
FREEZE = """INSERT INTO stage (wave_id, frozen) VALUES ($1, $2)
    ON CONFLICT (wave_id) DO UPDATE SET frozen = coalesce(stage.frozen, EXCLUDED.frozen)"""
UNFREEZE = "UPDATE stage SET frozen = NULL WHERE wave_id = $1"
PREDICT = """INSERT INTO stage (wave_id, prediction) VALUES ($1, CAST($2 AS TEXT[]))
    ON CONFLICT (wave_id) DO UPDATE SET prediction = EXCLUDED.prediction"""
JOINED_SINCE = "SELECT count(*) FROM response WHERE wave_id = $1 AND started_at > CAST($2 AS TIMESTAMP)"

_NOTE = "SELECT id, wave_id, outcome_id, kind, author, body, written_at FROM note"
NOTES = f"{_NOTE} WHERE wave_id = $1 ORDER BY created_at, id"
NOTE = f"{_NOTE} WHERE id = $1"
ADD_NOTE = "INSERT INTO note VALUES ($1, $2, $3, $4, $5, $6, CAST($7 AS TIMESTAMP), CAST($7 AS TIMESTAMP))"
CHANGE_NOTE = "UPDATE note SET kind = $2, author = $3, body = $4, written_at = CAST($5 AS TIMESTAMP) WHERE id = $1"
DELETE_NOTE = "DELETE FROM note WHERE id = $1"
