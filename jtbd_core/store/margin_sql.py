"""The SQL of margins, one text for DuckDB and PostgreSQL; values are always bound."""

MARGIN = "SELECT question_id, option_id, per_mille FROM margin WHERE study_id = $1 ORDER BY place"
DELETE_MARGIN = "DELETE FROM margin WHERE study_id = $1"
ADD_MARGIN = "INSERT INTO margin VALUES ($1, $2, $3, $4, $5)"
