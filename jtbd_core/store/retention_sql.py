"""The SQL of retention, one text for DuckDB and PostgreSQL; values are always bound."""
# ruff: noqa: S608 - the names put into statements are those of our own tables

COLUMNS = tuple(
    f"ALTER TABLE {table} ADD COLUMN {column}"
    for table, column in (
        ("study", "keep_until TIMESTAMP"),
        ("study", "at_end TEXT"),
        ("wave", "keep_until TIMESTAMP"),
        ("wave", "at_end TEXT"),
        ("wave", "anonymised_at TIMESTAMP"),
    )
)

RETENTION = "SELECT keep_until, at_end FROM study WHERE id = $1"
SET_STUDY = "UPDATE study SET keep_until = CAST($2 AS TIMESTAMP), at_end = CAST($3 AS TEXT) WHERE id = $1"
SET_WAVES = """UPDATE wave SET keep_until = CAST($2 AS TIMESTAMP), at_end = CAST($3 AS TEXT)
    WHERE study_id = $1 AND NOT is_trial AND anonymised_at IS NULL"""
SET_WAVE = """UPDATE wave SET keep_until = CAST($2 AS TIMESTAMP), at_end = CAST($3 AS TEXT)
    WHERE id = $1 AND NOT is_trial AND anonymised_at IS NULL RETURNING id"""
INHERIT = """UPDATE wave SET keep_until = (SELECT keep_until FROM study WHERE study.id = wave.study_id),
        at_end = (SELECT at_end FROM study WHERE study.id = wave.study_id) WHERE id = $1"""
DUE = """SELECT id FROM wave WHERE status = 'closed' AND anonymised_at IS NULL AND keep_until < $1
        AND at_end IN ('anonymise', 'delete')
    ORDER BY keep_until, id"""

_RENAMED = "(SELECT unnest(CAST($2 AS TEXT[])) AS old, unnest(CAST($3 AS TEXT[])) AS fresh) AS renamed"
_RENAME = "UPDATE {0} SET {1} FROM " + _RENAMED + " WHERE {0}.wave_id = $1 AND {0}.{2} = renamed.old"
RENAME_PEOPLE = (
    # The order of the taps of a card stays, which says what counts; their times do not.
    f"""UPDATE rating SET response_id = ordered.fresh, created_at = date_trunc('day', created_at),
            tapped = ordered.place
        FROM (SELECT seq, fresh, row_number() OVER (PARTITION BY response_id, outcome_id
                ORDER BY coalesce(tapped, 0), seq) AS place
            FROM rating JOIN {_RENAMED} ON response_id = renamed.old WHERE wave_id = $1) AS ordered
        WHERE rating.wave_id = $1 AND rating.seq = ordered.seq""",
    _RENAME.format("profile", "response_id = renamed.fresh, tapped = NULL", "response_id"),
    _RENAME.format(
        "assignment", "response_id = renamed.fresh, created_at = date_trunc('day', created_at)", "response_id"
    ),
    _RENAME.format("withheld", "response_id = renamed.fresh", "response_id"),
    _RENAME.format("membership", "response_id = renamed.fresh", "response_id"),
    _RENAME.format("remark", "response_id = renamed.fresh", "response_id"),
    # Of an imported round the receipt is empty, which tells that it is one.
    _RENAME.format(
        "response",
        "id = renamed.fresh, weight_key = NULL, started_at = date_trunc('day', started_at), "
        "receipt_digest = CASE WHEN receipt_digest = '' THEN '' ELSE 'anonymised' END",
        "id",
    ),
)
TO_RENAME = "SELECT id FROM response WHERE wave_id = $1"
DROP_TOKENS = (
    "DELETE FROM code WHERE wave_id = $1",
    "DELETE FROM admission WHERE wave_id = $1",
    "DELETE FROM panelist WHERE wave_id = $1",
    "DELETE FROM assignment WHERE wave_id = $1 AND response_id NOT IN (SELECT id FROM response WHERE wave_id = $1)",
    "UPDATE turned_away SET response_id = CAST(gen_random_uuid() AS TEXT) WHERE wave_id = $1",
)
ANONYMISED = "UPDATE wave SET anonymised_at = $2, source = NULL WHERE id = $1"
DROP_REMARKS = "DELETE FROM remark WHERE wave_id = $1"
KEEP_REMARKS = """INSERT INTO remark (wave_id, response_id, kind, id, body, outcome_id, label, batch)
    SELECT $1, unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])), unnest(CAST($4 AS TEXT[])),
        unnest(CAST($5 AS TEXT[])), unnest(CAST($6 AS TEXT[])), unnest(CAST($7 AS TEXT[])),
        unnest(CAST($8 AS TEXT[]))"""
