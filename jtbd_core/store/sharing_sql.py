"""The SQL of roles in studies and of the audit list, one text for DuckDB and PostgreSQL; values are always bound."""

SHARE_TABLE = """CREATE TABLE share (
    study_id TEXT NOT NULL,
    who TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'owner')),
    PRIMARY KEY (study_id, who))"""
# Rows outlive their study: the operator sees who deleted it.
DEED_TABLE = """CREATE TABLE deed (
    done_at TIMESTAMP NOT NULL,
    who TEXT NOT NULL,
    sign_in TEXT NOT NULL,
    what TEXT NOT NULL,
    study_id TEXT NOT NULL)"""

SHARES = "SELECT study_id, who, role FROM share ORDER BY who"
SHARES_OF_STUDY = "SELECT who, role FROM share WHERE study_id = $1"
SET_SHARE = "INSERT INTO share VALUES ($1, $2, $3) ON CONFLICT (study_id, who) DO UPDATE SET role = EXCLUDED.role"
WITHDRAW_SHARE = "DELETE FROM share WHERE study_id = $1 AND who = $2"
# An update that changes nothing: on PostgreSQL, processes that share the same study wait for each other.
HOLD_STUDY = "UPDATE study SET shelf = shelf WHERE id = $1"

ADD_DEED = "INSERT INTO deed VALUES ($1, $2, $3, $4, $5)"
DEEDS = "SELECT done_at, who, sign_in, what, study_id FROM deed ORDER BY done_at DESC, what"
DEEDS_OF_STUDY = """SELECT done_at, who, sign_in, what, study_id FROM deed WHERE study_id = $1
    ORDER BY done_at DESC, what"""

_OF_WAVE = "SELECT wave.study_id, wave.id FROM {0} JOIN wave ON wave.id = {0}.wave_id WHERE {0}.id = $1"
STUDY_OF = {
    "link_id": "SELECT study_id, '' FROM results_link WHERE id = $1",
    "note_id": _OF_WAVE.format("note"),
    "target_id": _OF_WAVE.format("target"),
    "remark_id": _OF_WAVE.format("remark"),
}
"""The queries for the study and the round of what a verb is about, by the name of its first parameter."""
