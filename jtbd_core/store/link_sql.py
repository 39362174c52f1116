"""The SQL of links to results, one text for DuckDB and PostgreSQL; values are always bound."""

LINKS = """SELECT id, study_id, key, name, depth, shows_remarks, gives_files, gives_data, expires_at, passphrase,
        frame_origin, made_at, used_at, revoked_at
    FROM results_link ORDER BY made_at, id"""
COUNT_LINKS = "SELECT count(*) FROM results_link WHERE study_id = $1"
ADD_LINK = """INSERT INTO results_link (id, study_id, key, made_at, name, depth, shows_remarks, gives_files, gives_data,
        expires_at, passphrase, frame_origin)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CAST($10 AS TIMESTAMP), $11, $12)"""
CHANGE_LINK = """UPDATE results_link SET name = $2, depth = $3, shows_remarks = $4, gives_files = $5, gives_data = $6,
        expires_at = CAST($7 AS TIMESTAMP), passphrase = $8, frame_origin = $9
    WHERE id = $1 AND revoked_at IS NULL RETURNING id"""
REVOKE_LINK = "UPDATE results_link SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL"
NOTE_USE = "UPDATE results_link SET used_at = $2 WHERE id = $1"
