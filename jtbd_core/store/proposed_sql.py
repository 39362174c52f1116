"""The SQL of proposed lines, one text for DuckDB and PostgreSQL; values are always bound."""

PROPOSED_TABLE = """CREATE TABLE proposed_lines (
    study_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    body TEXT NOT NULL,
    proposed_at TIMESTAMP NOT NULL,
    PRIMARY KEY (study_id, place))"""

PROPOSED_LINES = "SELECT body FROM proposed_lines WHERE study_id = $1 ORDER BY place"
ADD_PROPOSED = """INSERT INTO proposed_lines
    SELECT CAST($1 AS TEXT), coalesce(max(place) + 1, 0), CAST($2 AS TEXT), CAST($3 AS TIMESTAMP)
    FROM proposed_lines WHERE study_id = $1"""
DELETE_PROPOSED = "DELETE FROM proposed_lines WHERE study_id = $1"
