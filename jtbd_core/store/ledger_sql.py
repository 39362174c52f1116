"""The SQL of ledgers and of erased ratings, one text for DuckDB and PostgreSQL; values are always bound."""

RELEASES = """SELECT number, outcome_id, question_id, option_id, until, occasion, is_shown
    FROM released_set WHERE wave_id = $1 AND number > $2 ORDER BY number"""
WITHHELD = "SELECT number, response_id FROM withheld WHERE wave_id = $1 AND number > $2"
MEMBERS = "SELECT occasion, question_id, option_id, response_id FROM membership WHERE wave_id = $1"
SIZES = "SELECT occasion, question_id, option_id, count(*) FROM membership WHERE wave_id = $1 GROUP BY 1, 2, 3"
STRANGERS = """SELECT count(*) FROM (SELECT unnest(CAST($2 AS TEXT[])) AS name) AS named
    WHERE name NOT IN (SELECT id FROM response WHERE wave_id = $1)
        AND name NOT IN (SELECT response_id FROM erased_rating WHERE wave_id = $1)"""
LAST_RELEASE = "SELECT coalesce(max(number), 0) FROM released_set WHERE wave_id = $1"

ADD_RELEASES = """INSERT INTO released_set
        (wave_id, number, outcome_id, question_id, option_id, until, occasion, is_shown)
    SELECT $1, unnest(CAST($2 AS INTEGER[])), unnest(CAST($3 AS TEXT[])), unnest(CAST($4 AS TEXT[])),
        unnest(CAST($5 AS TEXT[])), unnest(CAST($6 AS BIGINT[])), unnest(CAST($7 AS TEXT[])),
        unnest(CAST($8 AS BOOLEAN[]))"""
ADD_WITHHELD = """INSERT INTO withheld (wave_id, number, response_id)
    SELECT $1, unnest(CAST($2 AS INTEGER[])), unnest(CAST($3 AS TEXT[]))"""
ADD_MEMBERS = """INSERT INTO membership (wave_id, occasion, question_id, option_id, response_id)
    SELECT $1, unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])), unnest(CAST($4 AS TEXT[])),
        unnest(CAST($5 AS TEXT[]))"""

# That there was an answer, not which, nor whose: what was released with it is held against what is released next.
SAVES_TO_ERASE = """SELECT seq, outcome_id, importance_code IS NOT NULL, experience_code IS NOT NULL,
        expectation_code IS NOT NULL, coalesce(tapped, 0)
    FROM rating WHERE wave_id = $1 AND response_id = $2 ORDER BY seq"""
ADD_ERASED = """INSERT INTO erased_rating (wave_id, response_id, seq, outcome_id, has_importance, has_experience)
    SELECT $1, $2, unnest(CAST($3 AS BIGINT[])), unnest(CAST($4 AS TEXT[])), unnest(CAST($5 AS BOOLEAN[])),
        unnest(CAST($6 AS BOOLEAN[]))"""
RENAME = (
    "UPDATE membership SET response_id = $3 WHERE wave_id = $1 AND response_id = $2",
    "UPDATE withheld SET response_id = $3 WHERE wave_id = $1 AND response_id = $2",
)
# Who never rated is in no released set, only among those who said the same of themselves.
FORGET = "DELETE FROM membership WHERE wave_id = $1 AND response_id = $2"
ERASED_LOG = """SELECT seq, 0 AS tapped, response_id AS respondent, outcome_id AS outcome,
        CASE WHEN has_importance THEN $2 END AS importance, CASE WHEN has_experience THEN $2 END AS experience,
        NULL AS expectation, false AS not_applicable
    FROM erased_rating WHERE wave_id = $1"""
