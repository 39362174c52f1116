"""The SQL of archives, one text for DuckDB and PostgreSQL: what is read of a part, and how its rows are added."""
# ruff: noqa: S608 - the names put into statements are those of our own tables and parts

from jtbd_core.contract.archive_columns import NAME, SAVE, Column, Part
from jtbd_core.contract.archive_parts import LINKS, MEMBERS, NOTES, REMARKS, RESPONDENTS, TARGETS, WITHHELD
from jtbd_core.store.tables import Column as Stored
from jtbd_core.store.tables import Table

TABLES = {
    "respondents": "response",
    "profiles": "profile",
    "assignments": "assignment",
    "ratings": "rating",
    "deleted": "erased_rating",
    "places": "kept_place",
    "remarks": "remark",
    "stages": "stage",
    "notes": "note",
    "targets": "target",
    "releases": "released_set",
    "withheld": "withheld",
    "members": "membership",
    "amendments": "amendment",
    "margins": "margin",
    "links": "results_link",
}
COLUMNS = {
    "respondent": "response_id",
    "outcome": "outcome_id",
    "question": "question_id",
    "option": "option_id",
    "text": "body",
    "before": "text_before",
    "after": "text_after",
}
OF_PART = {
    ("respondents", "respondent"): "id",
    ("ratings", "number"): "seq",
    ("ratings", "importance"): "importance_code",
    ("ratings", "experience"): "experience_code",
    ("ratings", "expectation"): "expectation_code",
    ("deleted", "number"): "seq",
    ("deleted", "name"): "response_id",
    ("links", "remarks"): "shows_remarks",
    ("links", "files"): "gives_files",
    ("links", "data"): "gives_data",
}
"""The tables of parts, and the names of columns where the database has others, in all parts or in one."""

ADDED = {
    RESPONDENTS: ("weight_key", "receipt_digest"),
    REMARKS: ("response_id", "id"),
    NOTES: ("id",),
    TARGETS: ("id",),
    LINKS: ("id", "key"),
}
"""The columns that are not in the archive, and get new values."""

ROUNDS = """SELECT id, number, coalesce(name, ''), opened_at, closed_at, revealed_at, revealed_seq, cap,
        CASE WHEN status = 'closed' THEN closes_at END, asked, offered, waits_for_reveal, is_archived,
        coalesce(is_undated, false), coalesce(panel, ''), keep_until, coalesce(at_end, ''),
        anonymised_at, EXISTS (SELECT 1 FROM code WHERE code.wave_id = wave.id)
    FROM wave WHERE study_id = $1 AND NOT is_trial ORDER BY number"""
SAVES = """SELECT seq FROM rating WHERE wave_id = $1
    UNION ALL SELECT seq FROM erased_rating WHERE wave_id = $1 ORDER BY seq"""
NEXT_SEQS = "SELECT nextval('rating_seq') AS seq FROM generate_series(1, CAST($1 AS BIGINT))"

ADD_STUDY = """INSERT INTO study (id, document, status, revision, results_key, updated_at, shelf, shelved_at)
    VALUES ($1, $2, $3, 1, '', $4, 'arriving', $4)"""
SHOW_STUDY = "UPDATE study SET shelf = 'desk', shelved_at = NULL WHERE id = $1"
ARRIVING_SINCE = "SELECT id FROM study WHERE shelf = 'arriving' AND shelved_at < $1"
ADD_ROUND = """INSERT INTO wave (id, study_id, rate_key, display_key, join_code, status, is_trial,
        number, name, opened_at, closed_at, revealed_at, revealed_seq, cap, closes_at, asked, offered, waits_for_reveal,
        is_archived, is_undated, panel, keep_until, at_end, anonymised_at, is_copied)
    VALUES ($1, $2, $3, $4, $5, 'closed', false, $6, $7, $8, $9, CAST($10 AS TIMESTAMP), $11, $12,
        CAST($13 AS TIMESTAMP), CAST($14 AS TEXT[]), CAST($15 AS TEXT[]), $16, $17, $18, $19,
        CAST($20 AS TIMESTAMP), $21, CAST($22 AS TIMESTAMP), true)"""


def reading(part: Part) -> str:
    """Return the query for the rows of a part, in its columns but for that of the round, of a wave or study by id."""
    named = next((_stored(part, one.name) for one in part.columns if one.type == NAME), "")
    join = "LEFT JOIN" if part in (WITHHELD, MEMBERS) else "JOIN"  # these may name somebody who deleted their answers
    who = f"{join} response AS who ON who.wave_id = it.wave_id AND who.id = it.{named}" if named else ""
    by = [column for name in part.order for column in part.columns if column.name == name]
    order = (f'{_read(part, one)} COLLATE "C"' if one.type in (NAME, "TEXT") else _read(part, one) for one in by)
    read = ", ".join(_read(part, one) for one in part.columns)
    which = f"it.{_owner(part)} = $1" + " AND it.revoked_at IS NULL" * (part is LINKS)
    return f"SELECT {read} FROM {TABLES[part.name]} AS it {who} WHERE {which} ORDER BY {', '.join(order)}"


def filled(part: Part) -> Table:
    """Return the table of a part with the columns that are filled: the id of its wave or study, its own, the added."""
    types = {NAME: "TEXT", SAVE: "BIGINT"}
    own = (Stored(_stored(part, one.name), types.get(one.type, one.type), None) for one in part.columns)
    added = (Stored(name, "TEXT", str) for name in ADDED.get(part, ()))
    return Table(TABLES[part.name], (Stored(_owner(part), "TEXT", str), *own, *added))


def _owner(part: Part) -> str:
    return "wave_id" if part.is_of_round else "study_id"


def _stored(part: Part, name: str) -> str:
    return OF_PART.get((part.name, name), COLUMNS.get(name, name))


def _read(part: Part, column: Column) -> str:
    name = f"it.{_stored(part, column.name)}"
    if column.type == NAME:
        return f"coalesce(who.weight_key, {name})"
    # A REAL is read by its shortest digits, which are the same on both engines.
    return f"CAST(CAST({name} AS TEXT) AS DOUBLE PRECISION)" if column.type == "REAL" else name
