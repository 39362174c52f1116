"""The SQL of remarks, one text for DuckDB and PostgreSQL; values are always bound."""

REMARKS = "SELECT id, kind, body, outcome_id, label, batch FROM remark WHERE wave_id = $1 ORDER BY id"
REMARK = "SELECT wave_id, response_id, body FROM remark WHERE id = $1"
RESPONSE_REMARKS = "SELECT kind, body FROM remark WHERE wave_id = $1 AND response_id = $2"
# A text that is the same stays grouped and released; another one is a new remark.
WRITE = """INSERT INTO remark (wave_id, response_id, kind, body, id, outcome_id, label, batch)
    SELECT unnest(CAST($1 AS TEXT[])), unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])),
        unnest(CAST($4 AS TEXT[])), unnest(CAST($5 AS TEXT[])), '', '', ''
    ON CONFLICT (wave_id, response_id, kind) DO UPDATE
    SET id = EXCLUDED.id, body = EXCLUDED.body, outcome_id = '', label = '', batch = ''
    WHERE remark.body <> EXCLUDED.body"""
# Of what is given, the texts that stand in place of others, and whether those were released.
CHANGED = """SELECT remark.wave_id, remark.response_id, remark.kind, given.body, remark.batch <> ''
    FROM remark JOIN (SELECT unnest(CAST($1 AS TEXT[])) AS wave_id, unnest(CAST($2 AS TEXT[])) AS response_id,
        unnest(CAST($3 AS TEXT[])) AS kind, unnest(CAST($4 AS TEXT[])) AS body) AS given
    ON remark.wave_id = given.wave_id AND remark.response_id = given.response_id AND remark.kind = given.kind
    WHERE remark.body <> given.body"""
EMPTY = """DELETE FROM remark WHERE (wave_id, response_id, kind) IN (
    SELECT unnest(CAST($1 AS TEXT[])), unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])))"""
# The choice of a solution that was tapped later came with other words, or with none.
LATE = """SELECT profile.wave_id, profile.response_id
    FROM profile JOIN (SELECT unnest(CAST($1 AS TEXT[])) AS wave_id, unnest(CAST($2 AS TEXT[])) AS response_id,
        unnest(CAST($3 AS BIGINT[])) AS tapped) AS given
    ON profile.wave_id = given.wave_id AND profile.response_id = given.response_id
    WHERE profile.question_id = $4 AND coalesce(profile.tapped, 0) > given.tapped"""
GROUP = "UPDATE remark SET outcome_id = $2, label = $3 WHERE id = $1"
HIDE = "UPDATE remark SET body = $2 WHERE id = $1"
DELETE = "DELETE FROM remark WHERE id = $1"
LEAVING = """SELECT id FROM remark
    WHERE wave_id = $1 AND response_id = $2 AND kind = $3 AND body <> $4 AND batch <> ''"""
SET_BATCH = "UPDATE remark SET batch = $2 WHERE wave_id = $1 AND id IN (SELECT unnest(CAST($3 AS TEXT[])))"
