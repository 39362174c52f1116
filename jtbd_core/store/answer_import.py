"""Import of answers collected elsewhere, in bulk."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from jtbd_core.contract.answer_files import answer_files, rows_of
from jtbd_core.contract.backups import Progress
from jtbd_core.store import sql
from jtbd_core.store.database import Database
from jtbd_core.store.engine import chunks
from jtbd_core.store.remark_verbs import Words, write_remarks
from jtbd_core.store.rows import now

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

MOST_REMARKS = 500
ABANDONED = timedelta(days=1)

STORED = {
    "outcome": "outcome_id",
    "question": "question_id",
    "option": "option_id",
    "importance": "importance_code",
    "experience": "experience_code",
    "expectation": "expectation_code",
}
"""The columns of tables that have other names in the files of answers."""


def take_in(database: Database, wave_id: str, folder: Path, progress: Progress) -> None:
    """Append the files of `contract.answer_files` to the tables, a part of a file in each transaction.

    The wave is inserted once all is there: until then nobody sees anything of it.
    """
    rows, done, began = rows_of(folder), 0, now()
    for name, part in answer_files(folder):
        if name == "remark":
            _write_remarks(database, wave_id, part)
        else:
            with database.writing() as session:
                session.append(name, _stored(name, wave_id, part, began))
        done += len(part)
        progress(done, rows)
    database.engine.renew_statistics()


def delete_abandoned(database: Database) -> None:
    """Delete what is left of imports that came to no end, as when the server was stopped."""
    with database.session() as session:
        abandoned = session.rows(sql.ABANDONED, now() - ABANDONED)
    for (wave_id,) in abandoned:
        delete_answers(database, wave_id)


def delete_answers(database: Database, wave_id: str) -> None:
    """Delete all answers of a wave that was not inserted."""
    with database.writing() as session:
        for statement in sql.DELETE_WAVE:
            session.rows(statement, wave_id)


def _stored(name: str, wave_id: str, part: "pa.Table", began: object) -> "pa.Table":
    """Return rows of a file as a table of the database has them."""
    import pyarrow as pa

    who = "id" if name == "response" else "response_id"
    of_all = {
        "response": {"started_at": began, "receipt_digest": "", "is_finished": True},
        "rating": {"created_at": began},
    }
    for column, value in {"wave_id": wave_id, **of_all.get(name, {})}.items():
        scalar = pa.scalar(value, pa.timestamp("us")) if value is began else value
        part = part.append_column(column, pa.repeat(scalar, len(part)))
    return part.rename_columns([{"respondent": who, **STORED}.get(one, one) for one in part.column_names])


def _write_remarks(database: Database, wave_id: str, part: "pa.Table") -> None:
    written = part.to_pylist()
    for few in chunks(len(written), MOST_REMARKS):
        with database.writing() as session:
            write_remarks(session, (Words(wave_id, one["respondent"], "missed", one["text"]) for one in written[few]))
