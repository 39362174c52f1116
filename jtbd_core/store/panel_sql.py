"""The SQL of panels, one text for DuckDB and PostgreSQL; values are always bound."""

TURNED_AWAY_TABLE = """CREATE TABLE turned_away (
    wave_id TEXT NOT NULL,
    response_id TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('screened', 'quota')),
    PRIMARY KEY (wave_id, response_id))"""

PANELIST_TABLE = """CREATE TABLE panelist (
    wave_id TEXT NOT NULL,
    id TEXT NOT NULL,
    parameters TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('started', 'completed', 'screened', 'quota')),
    mark TEXT NOT NULL,
    turn BIGINT NOT NULL)"""

KEPT_PLACE_TABLE = """CREATE TABLE kept_place (
    wave_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    option_id TEXT NOT NULL,
    many INTEGER NOT NULL,
    PRIMARY KEY (wave_id, question_id, option_id))"""

SET_PANEL = "UPDATE wave SET panel = $2 WHERE id = $1 AND status <> 'closed' RETURNING id"

LISTED = "SELECT id, parameters, standing FROM panelist WHERE wave_id = $1"
PANELISTS = """SELECT id, parameters, standing, mark FROM panelist
    WHERE wave_id = $1 AND id IN (SELECT unnest(CAST($2 AS TEXT[])))"""
STANDINGS = "SELECT standing, count(*) FROM panelist WHERE wave_id = $1 GROUP BY 1"
FORGET_PANELISTS = "DELETE FROM panelist WHERE wave_id = $1 AND id IN (SELECT unnest(CAST($2 AS TEXT[])))"
ADD_PANELISTS = """INSERT INTO panelist (wave_id, id, parameters, standing, mark, turn)
    SELECT $1, unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])), unnest(CAST($4 AS TEXT[])),
        unnest(CAST($5 AS TEXT[])), coalesce((SELECT max(turn) FROM panelist WHERE wave_id = $1), 0)"""
# All rows of a wave are written anew, by their ids, and have the number of that turn in common.
SORT_PANELISTS = (
    """INSERT INTO panelist (wave_id, id, parameters, standing, mark, turn)
        SELECT wave_id, id, parameters, standing, mark, turn + 1 FROM panelist WHERE wave_id = $1 ORDER BY id""",
    """DELETE FROM panelist WHERE wave_id = $1 AND turn < (SELECT max(turn) FROM panelist WHERE wave_id = $1)""",
)
DELETE_PANELISTS = "DELETE FROM panelist WHERE wave_id = $1"

TURN_AWAY = "INSERT INTO turned_away VALUES ($1, $2, $3) ON CONFLICT (wave_id, response_id) DO NOTHING"
DROP_ASSIGNMENT = "DELETE FROM assignment WHERE wave_id = $1 AND response_id = $2"
TURNED_AWAY = "SELECT standing FROM turned_away WHERE wave_id = $1 AND response_id = $2"
ALL_TURNED_AWAY = "SELECT standing, count(*) FROM turned_away WHERE wave_id = $1 GROUP BY 1"
TAKEN = """SELECT question_id, option_id, CAST(sum(taken) AS BIGINT), CAST(sum(finished) AS BIGINT),
        CAST(sum(kept) AS BIGINT)
    FROM (
        SELECT question_id, option_id, 1 AS taken, CAST(is_finished AS INTEGER) AS finished, 0 AS kept
        FROM profile JOIN response ON response.wave_id = profile.wave_id AND response.id = response_id
        WHERE profile.wave_id = $1
        UNION ALL SELECT question_id, option_id, many, 0, many FROM kept_place WHERE wave_id = $1
    ) AS place GROUP BY 1, 2"""
KEEP_PLACE = """INSERT INTO kept_place SELECT wave_id, question_id, option_id, 1 FROM profile
    WHERE wave_id = $1 AND response_id = $2 AND question_id = $3 AND option_id = $4
    ON CONFLICT (wave_id, question_id, option_id) DO UPDATE SET many = kept_place.many + 1"""

NEWLY_USED = """SELECT count(*) FROM code WHERE wave_id = $1 AND is_used AND NOT coalesce(is_told, false)"""
TELL_USED = "UPDATE code SET is_told = true WHERE wave_id = $1 AND is_used AND NOT coalesce(is_told, false)"
NOT_TOLD = """SELECT digest FROM code WHERE wave_id = $1 AND NOT coalesce(is_told, false)
    AND digest IN (SELECT unnest(CAST($2 AS TEXT[])))"""
