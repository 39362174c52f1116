"""The SQL of remarks, one text for DuckDB and PostgreSQL; values are always bound."""

REMARKS = "SELECT id, kind, body, outcome_id, label, batch FROM remark WHERE wave_id = $1 ORDER BY id"
REMARK = "SELECT wave_id, response_id, body FROM remark WHERE id = $1"
RESPONSE_REMARKS = "SELECT kind, body FROM remark WHERE wave_id = $1 AND response_id = $2"
# A text that is the same stays grouped and released; another one is a new remark.
WRITE = """INSERT INTO remark (wave_id, response_id, kind, id, body, outcome_id, label, batch)
    VALUES ($1, $2, $3, $4, $5, '', '', '')
    ON CONFLICT (wave_id, response_id, kind) DO UPDATE
    SET id = EXCLUDED.id, body = EXCLUDED.body, outcome_id = '', label = '', batch = ''
    WHERE remark.body <> EXCLUDED.body"""
EMPTY = "DELETE FROM remark WHERE wave_id = $1 AND response_id = $2 AND kind = $3"
NOTE_OVERWRITTEN = """INSERT INTO setting SELECT 'deleted', 'yes' FROM remark
    WHERE wave_id = $1 AND response_id = $2 AND kind = $3 AND body <> $4 ON CONFLICT (name) DO NOTHING"""
# The choice of a solution that was tapped later came with other words, or with none.
IS_LATE = """SELECT 1 FROM profile WHERE wave_id = $1 AND response_id = $2 AND question_id = $3
    AND coalesce(tapped, 0) > CAST($4 AS BIGINT)"""
GROUP = "UPDATE remark SET outcome_id = $2, label = $3 WHERE id = $1"
HIDE = "UPDATE remark SET body = $2 WHERE id = $1"
DELETE = "DELETE FROM remark WHERE id = $1"
LEAVING = """SELECT id FROM remark
    WHERE wave_id = $1 AND response_id = $2 AND kind = $3 AND body <> $4 AND batch <> ''"""
SET_BATCH = "UPDATE remark SET batch = $2 WHERE wave_id = $1 AND id IN (SELECT unnest(CAST($3 AS TEXT[])))"
