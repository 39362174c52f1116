"""The tables, as a numbered list of migrations; columns are added, never renamed."""

from jtbd_core.store.history_sql import EDIT_TABLE
from jtbd_core.store.panel_sql import KEPT_PLACE_TABLE, PANELIST_TABLE, TURNED_AWAY_TABLE
from jtbd_core.store.proposed_sql import PROPOSED_TABLE
from jtbd_core.store.retention_sql import COLUMNS as RETENTION_COLUMNS
from jtbd_core.store.sharing_sql import DEED_TABLE, SHARE_TABLE

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE setting (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL)""",
        """CREATE TABLE study (
            id TEXT PRIMARY KEY,
            document TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('draft', 'launched')),
            revision INTEGER NOT NULL,
            results_key TEXT NOT NULL,
            updated_at TIMESTAMP NOT NULL)""",
        """CREATE TABLE wave (
            id TEXT PRIMARY KEY,
            study_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'paused', 'closed')),
            rate_key TEXT NOT NULL,
            display_key TEXT NOT NULL,
            join_code TEXT NOT NULL,
            opened_at TIMESTAMP NOT NULL,
            closed_at TIMESTAMP)""",
        """CREATE TABLE response (
            wave_id TEXT NOT NULL,
            id TEXT NOT NULL,
            receipt_digest TEXT NOT NULL,
            is_finished BOOLEAN NOT NULL DEFAULT false,
            remark TEXT NOT NULL DEFAULT '',
            started_at TIMESTAMP NOT NULL,
            PRIMARY KEY (wave_id, id))""",
        """CREATE TABLE profile (
            wave_id TEXT NOT NULL,
            response_id TEXT NOT NULL,
            question_id TEXT NOT NULL,
            option_id TEXT NOT NULL,
            PRIMARY KEY (wave_id, response_id, question_id))""",
        "CREATE SEQUENCE rating_seq",
        # The rating log has no key: a save is an append, and the latest seq of a response and outcome wins.
        """CREATE TABLE rating (
            seq BIGINT NOT NULL DEFAULT nextval('rating_seq'),
            wave_id TEXT NOT NULL,
            response_id TEXT NOT NULL,
            outcome_id TEXT NOT NULL,
            importance SMALLINT CHECK (importance BETWEEN 1 AND 5),
            experience SMALLINT CHECK (experience BETWEEN 1 AND 5),
            not_applicable BOOLEAN NOT NULL,
            created_at TIMESTAMP NOT NULL)""",
    ),
    (
        # What a respondent is shown is fixed before the first answer, so it has no place in `response`.
        """CREATE TABLE assignment (
            wave_id TEXT NOT NULL,
            response_id TEXT NOT NULL,
            outcomes TEXT[] NOT NULL,
            created_at TIMESTAMP NOT NULL,
            PRIMARY KEY (wave_id, response_id))""",
    ),
    (
        "ALTER TABLE rating ADD COLUMN position SMALLINT",
        "ALTER TABLE rating ADD COLUMN seconds REAL",
    ),
    (
        "ALTER TABLE wave ADD COLUMN cap INTEGER",
        "ALTER TABLE wave ADD COLUMN closes_at TIMESTAMP",
    ),
    (
        # How far the log had come is kept too: unlike the clock it says exactly which answers were revealed.
        "ALTER TABLE wave ADD COLUMN revealed_at TIMESTAMP",
        "ALTER TABLE wave ADD COLUMN revealed_seq BIGINT",
    ),
    (
        # Two tables without a link: nothing shows with which code a response began.
        """CREATE TABLE code (
            wave_id TEXT NOT NULL,
            digest TEXT NOT NULL,
            is_used BOOLEAN NOT NULL DEFAULT false,
            PRIMARY KEY (wave_id, digest))""",
        """CREATE TABLE admission (
            wave_id TEXT NOT NULL,
            response_id TEXT NOT NULL,
            PRIMARY KEY (wave_id, response_id))""",
    ),
    (
        # What was changed after the launch, in the order of changed_at.
        """CREATE TABLE amendment (
            study_id TEXT NOT NULL,
            what TEXT NOT NULL,
            name TEXT NOT NULL,
            language TEXT NOT NULL,
            text_before TEXT NOT NULL,
            text_after TEXT NOT NULL,
            since INTEGER NOT NULL,
            changed_at TIMESTAMP NOT NULL)""",
        "ALTER TABLE wave ADD COLUMN asked TEXT[]",
    ),
    # A column with a default fills its table, which DuckDB 1.5 cannot commit beside another change of that table.
    ("ALTER TABLE wave ADD COLUMN is_trial BOOLEAN DEFAULT false",),
    ("ALTER TABLE wave ADD COLUMN is_archived BOOLEAN DEFAULT false",),
    ("ALTER TABLE study ADD COLUMN shelf TEXT DEFAULT 'desk'",),
    ("ALTER TABLE study ADD COLUMN shelved_at TIMESTAMP",),
    (
        """CREATE TABLE stage (
            wave_id TEXT PRIMARY KEY,
            begun_at TIMESTAMP,
            opened INTEGER,
            frozen_at TIMESTAMP,
            prediction TEXT[])""",
        """CREATE TABLE note (
            id TEXT PRIMARY KEY,
            wave_id TEXT NOT NULL,
            outcome_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('note', 'decision')),
            author TEXT NOT NULL,
            body TEXT NOT NULL,
            created_at TIMESTAMP NOT NULL,
            written_at TIMESTAMP NOT NULL)""",
    ),
    # A save that was long on its way can arrive after a newer one of the same card: seq alone would let it win.
    ("ALTER TABLE rating ADD COLUMN tapped BIGINT",),
    ("ALTER TABLE response ADD COLUMN took_bait BOOLEAN DEFAULT false",),
    ("ALTER TABLE profile ADD COLUMN tapped BIGINT",),
    ("CREATE TABLE signed_out (sign_in TEXT PRIMARY KEY, signed_out_at TIMESTAMP NOT NULL)",),
    # What a frozen display shows, in place of frozen_at, which held the time alone.
    ("ALTER TABLE stage ADD COLUMN frozen TEXT",),
    (
        """CREATE TABLE released_set (
            wave_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            outcome_id TEXT NOT NULL,
            question_id TEXT NOT NULL,
            option_id TEXT NOT NULL,
            until BIGINT NOT NULL,
            occasion TEXT NOT NULL,
            is_shown BOOLEAN NOT NULL,
            PRIMARY KEY (wave_id, number))""",
        "CREATE TABLE withheld (wave_id TEXT NOT NULL, number INTEGER NOT NULL, response_id TEXT NOT NULL)",
        """CREATE TABLE membership (
            wave_id TEXT NOT NULL,
            occasion TEXT NOT NULL,
            question_id TEXT NOT NULL,
            option_id TEXT NOT NULL,
            response_id TEXT NOT NULL)""",
        """CREATE TABLE erased_rating (
            wave_id TEXT NOT NULL,
            response_id TEXT NOT NULL,
            seq BIGINT NOT NULL,
            outcome_id TEXT NOT NULL,
            has_importance BOOLEAN NOT NULL,
            has_experience BOOLEAN NOT NULL)""",
    ),
    ("ALTER TABLE wave ADD COLUMN waits_for_reveal BOOLEAN DEFAULT false",),
    ("CREATE TABLE sign_in_link (digest TEXT PRIMARY KEY, made_at TIMESTAMP NOT NULL)",),
    ("ALTER TABLE wave ADD COLUMN name TEXT", "ALTER TABLE wave ADD COLUMN offered TEXT[]"),
    (
        # In place of response.remark, which stays empty; the ids lead to nobody.
        """CREATE TABLE remark (
            wave_id TEXT NOT NULL, response_id TEXT NOT NULL, kind TEXT NOT NULL,
            id TEXT NOT NULL, body TEXT NOT NULL, outcome_id TEXT NOT NULL, label TEXT NOT NULL, batch TEXT NOT NULL,
            PRIMARY KEY (wave_id, response_id, kind))""",
        """INSERT INTO remark SELECT wave_id, id, 'missed', CAST(gen_random_uuid() AS TEXT), remark, '', '', ''
            FROM response WHERE remark <> ''""",
        "UPDATE response SET remark = '' WHERE remark <> ''",
    ),
    (
        """CREATE TABLE target (
            id TEXT PRIMARY KEY,
            wave_id TEXT NOT NULL,
            outcomes TEXT[] NOT NULL,
            at_most SMALLINT NOT NULL,
            owner TEXT NOT NULL,
            due TIMESTAMP NOT NULL,
            body TEXT NOT NULL,
            created_at TIMESTAMP NOT NULL,
            written_at TIMESTAMP NOT NULL)""",
    ),
    # In place of importance and experience, whose checks allow five points alone and cannot be dropped.
    (
        "ALTER TABLE rating ADD COLUMN importance_code SMALLINT",
        "ALTER TABLE rating ADD COLUMN experience_code SMALLINT",
        "ALTER TABLE rating ADD COLUMN expectation_code SMALLINT",
    ),
    (
        """UPDATE rating SET importance_code = importance, experience_code = experience,
                importance = NULL, experience = NULL
            WHERE importance IS NOT NULL OR experience IS NOT NULL""",
    ),
    ("ALTER TABLE response ADD COLUMN weight_key TEXT",),
    (
        """CREATE TABLE margin (
            study_id TEXT NOT NULL,
            place SMALLINT NOT NULL,
            question_id TEXT NOT NULL,
            option_id TEXT NOT NULL,
            per_mille SMALLINT NOT NULL,
            PRIMARY KEY (study_id, place))""",
    ),
    (
        # In place of study.results_key, which stays empty.
        """CREATE TABLE results_link (
            id TEXT PRIMARY KEY,
            study_id TEXT NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            depth TEXT NOT NULL CHECK (depth IN ('headlines', 'everybody', 'groups')),
            shows_remarks BOOLEAN NOT NULL,
            gives_files BOOLEAN NOT NULL,
            gives_data BOOLEAN NOT NULL,
            expires_at TIMESTAMP,
            passphrase TEXT NOT NULL,
            frame_origin TEXT NOT NULL,
            made_at TIMESTAMP NOT NULL,
            used_at TIMESTAMP,
            revoked_at TIMESTAMP)""",
        """INSERT INTO results_link (id, study_id, key, name, depth, shows_remarks, gives_files, gives_data, passphrase,
                frame_origin, made_at)
            SELECT CAST(gen_random_uuid() AS TEXT), id, results_key, 'First link', 'groups', true, true, false, '', '',
                updated_at FROM study""",
        "UPDATE study SET results_key = ''",
    ),
    ("ALTER TABLE response ADD COLUMN weight DOUBLE PRECISION",),
    # Of an imported wave: whether its file told no days of field work.
    ("ALTER TABLE wave ADD COLUMN is_undated BOOLEAN",),
    # The digest of the file that a wave was imported from.
    ("ALTER TABLE wave ADD COLUMN source TEXT",),
    ("ALTER TABLE wave ADD COLUMN is_copied BOOLEAN DEFAULT false",),
    (PROPOSED_TABLE,),
    # Whether a list of codes to remind people of has told that a code was used.
    ("ALTER TABLE wave ADD COLUMN panel TEXT", "ALTER TABLE code ADD COLUMN is_told BOOLEAN"),
    (
        # Without key, id of a response or time: each change writes all rows of a wave anew, in the order of their ids.
        PANELIST_TABLE,
        TURNED_AWAY_TABLE,
    ),
    (
        # What can be undone in a draft; see `history_sql`.
        EDIT_TABLE,
    ),
    # How many places of a quota stay taken by people who deleted their answers.
    (KEPT_PLACE_TABLE,),
    (SHARE_TABLE, DEED_TABLE),
    RETENTION_COLUMNS,
)
