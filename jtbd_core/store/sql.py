"""The SQL of the store, one text for DuckDB and PostgreSQL; values are always bound."""
# ruff: noqa: S608 - the only parts put together here are the fixed texts of this file

STUDY = "SELECT id, document, status, revision, updated_at, shelf, shelved_at FROM study"
STUDIES = f"{STUDY} WHERE shelf = $1 ORDER BY updated_at DESC, id"
STUDY_BY_ID = f"{STUDY} WHERE id = $1"
ADD_STUDY = """INSERT INTO study (id, document, status, revision, results_key, updated_at)
    VALUES ($1, $2, 'draft', 1, '', $3)"""
SAVE_STUDY = """UPDATE study SET document = $2, revision = revision + 1, updated_at = $4
    WHERE id = $1 AND revision = $3 AND status = 'draft' RETURNING id"""
LAUNCH_STUDY = """UPDATE study SET status = 'launched', revision = revision + 1, updated_at = $2
    WHERE id = $1 AND status = 'draft'"""
SHELVE_STUDY = """UPDATE study SET shelf = $2, shelved_at = CAST($3 AS TIMESTAMP)
    WHERE id = $1 AND shelf <> $2"""
IN_BIN_SINCE = "SELECT id FROM study WHERE shelf = 'bin' AND shelved_at < $1"
AMEND_STUDY = """UPDATE study SET document = $2, revision = revision + 1, updated_at = $4
    WHERE id = $1 AND revision = $3 AND status = 'launched' RETURNING id"""
ADD_AMENDMENT = "INSERT INTO amendment VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
FORGET_AMENDMENTS = "DELETE FROM amendment WHERE study_id = $1 AND name = $2"
AMENDMENTS = """SELECT what, name, language, text_before, text_after, since, changed_at
    FROM amendment WHERE study_id = $1 ORDER BY changed_at"""
DELETE_STUDY = (
    "DELETE FROM rating WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM profile WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM remark WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM response WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM assignment WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM code WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM admission WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM panelist WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM turned_away WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM kept_place WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM stage WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM note WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM target WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM margin WHERE study_id = $1",
    "DELETE FROM proposed_lines WHERE study_id = $1",
    "DELETE FROM edit WHERE study_id = $1",
    "DELETE FROM results_link WHERE study_id = $1",
    "DELETE FROM released_set WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM withheld WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM membership WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM erased_rating WHERE wave_id IN (SELECT id FROM wave WHERE study_id = $1)",
    "DELETE FROM wave WHERE study_id = $1",
    "DELETE FROM amendment WHERE study_id = $1",
    "DELETE FROM share WHERE study_id = $1",
    "DELETE FROM study WHERE id = $1",
)

WAVE = """SELECT id, study_id, number, status, rate_key, display_key, join_code, opened_at, closed_at,
        revealed_at, EXISTS (SELECT 1 FROM code WHERE code.wave_id = wave.id),
        is_trial, is_archived, waits_for_reveal, coalesce(is_copied, false), coalesce(name, ''),
        coalesce(is_undated, false), asked, offered,
        cap, closes_at, coalesce(panel, ''), keep_until, at_end, anonymised_at
    FROM wave"""
WAVE_BY_ID = f"{WAVE} WHERE id = $1"
WAVES = f"{WAVE} WHERE study_id = $1 AND NOT is_trial ORDER BY number DESC"
TRIAL = f"{WAVE} WHERE study_id = $1 AND is_trial"
WAVE_KEYS = {
    "rate": "SELECT rate_key, id FROM wave",
    "display": "SELECT display_key, id FROM wave",
    # A join code is short-lived: once its wave is closed, another wave may have it.
    "join": "SELECT join_code, id FROM wave WHERE status <> 'closed'",
}
ADD_WAVE = """INSERT INTO wave
        (id, study_id, number, status, rate_key, display_key, join_code, opened_at, closed_at, cap, closes_at,
        is_trial, waits_for_reveal, asked)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CAST($14 AS TEXT[]))"""
DELETE_WAVE = (
    "DELETE FROM rating WHERE wave_id = $1",
    "DELETE FROM profile WHERE wave_id = $1",
    "DELETE FROM remark WHERE wave_id = $1",
    "DELETE FROM response WHERE wave_id = $1",
    "DELETE FROM assignment WHERE wave_id = $1",
    "DELETE FROM code WHERE wave_id = $1",
    "DELETE FROM admission WHERE wave_id = $1",
    "DELETE FROM panelist WHERE wave_id = $1",
    "DELETE FROM turned_away WHERE wave_id = $1",
    "DELETE FROM kept_place WHERE wave_id = $1",
    "DELETE FROM stage WHERE wave_id = $1",
    "DELETE FROM note WHERE wave_id = $1",
    "DELETE FROM target WHERE wave_id = $1",
    "DELETE FROM released_set WHERE wave_id = $1",
    "DELETE FROM withheld WHERE wave_id = $1",
    "DELETE FROM membership WHERE wave_id = $1",
    "DELETE FROM erased_rating WHERE wave_id = $1",
    "DELETE FROM wave WHERE id = $1",
)
# Waves opened before the outcomes of a wave were written down asked all that there were.
NOTE_ASKED = "UPDATE wave SET asked = CAST($2 AS TEXT[]) WHERE study_id = $1 AND asked IS NULL AND NOT is_trial"
NOTE_OFFERED = "UPDATE wave SET offered = CAST($2 AS TEXT[]) WHERE study_id = $1 AND offered IS NULL AND NOT is_trial"
SET_ARCHIVED = "UPDATE wave SET is_archived = $2 WHERE id = $1 AND status = 'closed' RETURNING id"
SET_STATUS = """UPDATE wave SET status = $2, closed_at = CAST($3 AS TIMESTAMP)
    WHERE id = $1 AND status <> 'closed' RETURNING id"""
SET_LIMITS = """UPDATE wave SET cap = $2, closes_at = CAST($3 AS TIMESTAMP)
    WHERE id = $1 AND status <> 'closed' RETURNING id"""
NAME_WAVE = "UPDATE wave SET name = $2 WHERE id = $1 RETURNING id"
SET_PERIOD = """UPDATE wave SET opened_at = $2, closed_at = CASE WHEN closed_at IS NULL THEN NULL
    ELSE CAST($3 AS TIMESTAMP) END WHERE id = $1"""
SET_SOURCE = "UPDATE wave SET source = $2 WHERE id = $1"
WAVES_FROM = f"""{WAVE} WHERE source = $1 AND study_id IN (SELECT id FROM study WHERE shelf <> 'bin')
    ORDER BY study_id, number"""
SET_UNDATED = "UPDATE wave SET is_undated = true WHERE id = $1"
REVEAL = """UPDATE wave SET revealed_at = $2,
        revealed_seq = (SELECT coalesce(max(seq), 0) FROM rating WHERE wave_id = $1)
    WHERE id = $1 RETURNING id"""
# Closing is written down as soon as anybody looks, so that no clock that is put back can open the wave again.
CLOSE_DUE = """UPDATE wave SET status = 'closed', closed_at = closes_at
    WHERE id = $1 AND status <> 'closed' AND closes_at <= $2"""
# Answers of an import are written before its wave, which is the last that is inserted.
ABANDONED = """SELECT DISTINCT wave_id FROM response WHERE started_at < $1
    AND NOT EXISTS (SELECT 1 FROM wave WHERE wave.id = response.wave_id)"""
BEGUN = "SELECT count(*) FROM response WHERE wave_id = $1"

BEGIN_RESPONSES = """INSERT INTO response (id, wave_id, receipt_digest, started_at, is_finished)
    SELECT unnest(CAST($1 AS TEXT[])), unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])), CAST($4 AS TIMESTAMP),
        CAST($5 AS BOOLEAN) ON CONFLICT (wave_id, id) DO NOTHING"""
FINISH_RESPONSES = """UPDATE response SET is_finished = true
    WHERE id IN (SELECT unnest(CAST($1 AS TEXT[]))) AND NOT is_finished"""
FLAG_RESPONSES = """UPDATE response SET took_bait = true
    WHERE id IN (SELECT unnest(CAST($1 AS TEXT[]))) AND NOT took_bait"""
# The responses of a copied wave have new ids, but keep the keys that name the streams of their weights.
WEIGHT_KEYS = "SELECT id, weight_key FROM response WHERE wave_id = $1 AND weight_key IS NOT NULL"
RESPONSE = "SELECT id, wave_id, is_finished FROM response WHERE id = $1"
BEGUN_RESPONSES = "SELECT id, wave_id FROM response WHERE id IN (SELECT unnest(CAST($1 AS TEXT[])))"
RESPONSE_BY_RECEIPT = "SELECT id FROM response WHERE receipt_digest IN (SELECT unnest(CAST($1 AS TEXT[])))"
RESPONSE_PROFILE = "SELECT question_id, option_id, tapped FROM profile WHERE response_id = $1"
# All of one person's ratings; the latest are chosen afterwards: DISTINCT ON would take DuckDB 2.3 ms instead of 1.0.
RESPONSE_RATINGS = """SELECT outcome_id, importance_code, experience_code, expectation_code, not_applicable, seconds,
        tapped
    FROM rating WHERE wave_id = $1 AND response_id = $2 ORDER BY seq"""
DELETE_RESPONSE = (
    "DELETE FROM rating WHERE wave_id = $1 AND response_id = $2",
    "DELETE FROM profile WHERE wave_id = $1 AND response_id = $2",
    "DELETE FROM assignment WHERE wave_id = $1 AND response_id = $2",
    "DELETE FROM admission WHERE wave_id = $1 AND response_id = $2",
    "DELETE FROM remark WHERE wave_id = $1 AND response_id = $2",
    "DELETE FROM response WHERE wave_id = $1 AND id = $2",
)

ADD_CODES = "INSERT INTO code (wave_id, digest) SELECT $1, unnest(CAST($2 AS TEXT[]))"
UNUSED_CODE = "SELECT 1 FROM code WHERE wave_id = $1 AND digest = $2 AND NOT is_used"
# Of two phones that use one code at once only one changes the row.
USE_CODE = "UPDATE code SET is_used = true WHERE wave_id = $1 AND digest = $2 AND NOT is_used RETURNING wave_id"
ADMIT = "INSERT INTO admission VALUES ($1, $2) ON CONFLICT (wave_id, response_id) DO NOTHING"
ADMITTED_AMONG = """SELECT wave_id, response_id FROM admission
    WHERE response_id IN (SELECT unnest(CAST($1 AS TEXT[])))"""
ADMITTED = "SELECT 1 FROM admission WHERE wave_id = $1 AND response_id = $2"

# An update that changes nothing: on PostgreSQL, processes that hold the same wave wait for each other.
HOLD_WAVE = "UPDATE wave SET number = number WHERE id = $1"
ASSIGNMENT = "SELECT outcomes FROM assignment WHERE wave_id = $1 AND response_id = $2"
ADD_ASSIGNMENT = "INSERT INTO assignment VALUES ($1, $2, CAST($3 AS TEXT[]), $4)"
SHOWN = """SELECT outcome_id, count(*) FROM (
        SELECT unnest(outcomes) AS outcome_id FROM assignment WHERE wave_id = $1
            AND (created_at > $2 OR response_id IN (SELECT id FROM response WHERE wave_id = $1))) AS shown
    GROUP BY 1"""
_ASSIGNMENTS = """SELECT response_id AS respondent, unnest(outcomes) AS outcome FROM assignment
    WHERE wave_id = $1 AND response_id IN (SELECT id FROM response WHERE wave_id = $1)"""
ASSIGNMENTS = f"{_ASSIGNMENTS} ORDER BY 1, 2"

ADD_PROFILES = """INSERT INTO profile (wave_id, response_id, question_id, option_id, tapped)
    SELECT unnest(CAST($1 AS TEXT[])), unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])),
        unnest(CAST($4 AS TEXT[])), unnest(CAST($5 AS BIGINT[]))
    ON CONFLICT (wave_id, response_id, question_id) DO UPDATE
    SET option_id = EXCLUDED.option_id, tapped = EXCLUDED.tapped
    WHERE coalesce(profile.tapped, 0) <= coalesce(EXCLUDED.tapped, 0)"""
ADD_RATINGS = """INSERT INTO rating
        (wave_id, response_id, outcome_id, importance_code, experience_code, expectation_code, not_applicable,
        created_at, position, seconds, tapped)
    SELECT unnest(CAST($1 AS TEXT[])), unnest(CAST($2 AS TEXT[])), unnest(CAST($3 AS TEXT[])),
        unnest(CAST($4 AS SMALLINT[])), unnest(CAST($5 AS SMALLINT[])), unnest(CAST($6 AS SMALLINT[])),
        unnest(CAST($7 AS BOOLEAN[])), CAST($8 AS TIMESTAMP), unnest(CAST($9 AS SMALLINT[])),
        unnest(CAST($10 AS REAL[])), unnest(CAST($11 AS BIGINT[]))"""

# In a closed wave everything is revealed: up to the largest number that there is.
_MARK = """coalesce((
        SELECT CASE WHEN status = 'closed' THEN 9223372036854775807 ELSE revealed_seq END FROM wave WHERE id = $1), 0),
        (SELECT count(*) FROM erased_rating WHERE wave_id = $1)
            + (SELECT count(*) FROM wave WHERE id = $1 AND anonymised_at IS NOT NULL)"""
MARK = f"SELECT {_MARK}"
VERSION = f"SELECT count(*), coalesce(max(seq), 0), {_MARK} FROM rating WHERE wave_id = $1"
PROGRESS = """SELECT count(*), count(*) FILTER (WHERE id IN (
        SELECT response_id FROM rating WHERE wave_id = $1 AND experience_code IS NOT NULL)),
    count(*) FILTER (WHERE is_finished), count(*) FILTER (WHERE receipt_digest = '') FROM response WHERE wave_id = $1"""
_RATED = """SELECT DISTINCT ON (response_id, outcome_id)
        response_id, outcome_id, importance_code, experience_code, expectation_code, not_applicable
    FROM rating WHERE wave_id = $1"""
_NEWEST_FIRST = "ORDER BY response_id, outcome_id, coalesce(tapped, 0) DESC, seq DESC"
_LATEST = f"""{_RATED} AND (CAST($2 AS TEXT) IS NULL OR response_id IN (
        SELECT response_id FROM profile WHERE wave_id = $1 AND question_id = $2 AND option_id = $3))
        AND seq <= coalesce(CAST($4 AS BIGINT), seq)
    {_NEWEST_FIRST}"""
_LATEST_OF_SOME = f"{_RATED} AND response_id BETWEEN $2 AND $3 {_NEWEST_FIRST}"
_CODES = "importance_code AS importance, experience_code AS experience, expectation_code AS expectation"
_NAMED = f"SELECT response_id AS respondent, outcome_id AS outcome, {_CODES}, not_applicable"
RATINGS = f"{_NAMED} FROM ({_LATEST}) AS latest ORDER BY 1, 2"
LOG = f"""SELECT seq, coalesce(tapped, 0) AS tapped, response_id AS respondent, outcome_id AS outcome, {_CODES},
        not_applicable
    FROM rating WHERE wave_id = $1 AND seq <= $2"""
# The save of a page, after those of its cards, has no times: a card's time is the longest that was saved.
_CARDS = """SELECT response_id AS respondent, outcome_id AS outcome, max(position) AS position, max(seconds) AS seconds,
        bool_or(took_bait) AS took_bait
    FROM rating JOIN response ON response.wave_id = rating.wave_id AND response.id = response_id
    WHERE rating.wave_id = $1"""
CARDS = f"{_CARDS} GROUP BY 1, 2 ORDER BY 1, 2"
_WEIGHTS = "SELECT id AS respondent, weight FROM response WHERE wave_id = $1 AND weight IS NOT NULL"
WEIGHTS = f"{_WEIGHTS} ORDER BY 1"
HAS_WEIGHTS = "SELECT 1 FROM response WHERE wave_id = $1 AND weight IS NOT NULL LIMIT 1"
_PROFILES = """SELECT response_id AS respondent, question_id AS question, option_id AS option
    FROM profile WHERE wave_id = $1 AND option_id NOT IN ('', '*')"""
PROFILES = f"{_PROFILES} ORDER BY 1, 2"
# What `AnswerFrames.answer_parts` reads of the respondents from $2 to $3.
PEOPLE = "SELECT id FROM response WHERE wave_id = $1 ORDER BY 1"
OF_SOME = {
    "ratings": f"{_NAMED} FROM ({_LATEST_OF_SOME}) AS latest ORDER BY 1, 2",
    "profiles": f"{_PROFILES} AND response_id BETWEEN $2 AND $3 ORDER BY 1, 2",
    "cards": f"{_CARDS} AND response_id BETWEEN $2 AND $3 GROUP BY 1, 2 ORDER BY 1, 2",
    "assignments": f"{_ASSIGNMENTS} AND response_id BETWEEN $2 AND $3 ORDER BY 1, 2",
    "weights": f"{_WEIGHTS} AND id BETWEEN $2 AND $3 ORDER BY 1",
}

SETTING = "SELECT value FROM setting WHERE name = $1"
FORGET_SIGN_OUTS = "DELETE FROM signed_out WHERE signed_out_at < $1"
ADD_SIGN_OUT = "INSERT INTO signed_out VALUES ($1, $2) ON CONFLICT (sign_in) DO NOTHING"
SIGN_OUT = "SELECT 1 FROM signed_out WHERE sign_in = $1"
FORGET_SIGN_IN_LINKS = "DELETE FROM sign_in_link WHERE made_at < $1"
ADD_SIGN_IN_LINK = "INSERT INTO sign_in_link VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING"
SIGN_IN_LINK = "SELECT 1 FROM sign_in_link WHERE digest = $1 AND made_at >= $2"
USE_SIGN_IN_LINK = "DELETE FROM sign_in_link WHERE digest = $1 AND made_at >= $2 RETURNING digest"
SET_SETTING = """INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value"""
STUDY_IDS = "SELECT id FROM study"
RESPONSE_IDS = "SELECT id FROM response"
DELETIONS = "SELECT name FROM setting WHERE name LIKE 'deleted %'"
ADD_SETTING = "INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"

# Where something was deleted, the file of a DuckDB database still holds it until it is rewritten.
NOTE_DELETION = "INSERT INTO setting VALUES ('deleted', 'yes') ON CONFLICT (name) DO NOTHING"
ORPHANS = {
    "Ratings that belong to no respondent": """SELECT count(*) FROM rating WHERE NOT EXISTS (
        SELECT 1 FROM response WHERE response.wave_id = rating.wave_id AND response.id = rating.response_id)""",
    "Answers about oneself that belong to no respondent": """SELECT count(*) FROM profile WHERE NOT EXISTS (
        SELECT 1 FROM response WHERE response.wave_id = profile.wave_id AND response.id = profile.response_id)""",
    "Remarks that belong to no respondent": """SELECT count(*) FROM remark WHERE NOT EXISTS (
        SELECT 1 FROM response WHERE response.wave_id = remark.wave_id AND response.id = remark.response_id)""",
    "Respondents who belong to no round": """SELECT count(*) FROM response WHERE NOT EXISTS (
        SELECT 1 FROM wave WHERE wave.id = response.wave_id)""",
    "Rounds that belong to no study": """SELECT count(*) FROM wave WHERE NOT EXISTS (
        SELECT 1 FROM study WHERE study.id = wave.study_id)""",
}
