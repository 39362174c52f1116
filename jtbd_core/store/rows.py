"""Conversion of table rows to values, and queries for a single one."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import get_args

from jtbd_core.errors import NotFound
from jtbd_core.store import sql
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.remark_sql import RESPONSE_REMARKS
from jtbd_core.study import OTHER_SOLUTION, Study, StudyRecord, study_from_json
from jtbd_core.study.results_link import LinkSettings, ResultsLink
from jtbd_core.wave import Answers, Limits, Rating, Response, Wave
from jtbd_core.wave.panel import Panel, panel_from_json
from jtbd_core.wave.retention import End, Retention

NO_WAVE = "This round does not exist, or the link to it is not complete."


def now() -> datetime:
    """Return the time in UTC without a zone, as all times are stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def study_from_row(row: Row) -> StudyRecord:
    """Return the stored study of a row of `sql.STUDY`."""
    study_id, document, status, revision, updated_at, shelf, shelved_at = row
    return StudyRecord(
        id=study_id,
        study=_study(document),
        status=status,
        revision=revision,
        updated_at=updated_at,
        shelf=shelf,
        shelved_at=shelved_at,
    )


def link_from_row(row: Row) -> ResultsLink:
    """Return the link of a row of `link_sql.LINKS`."""
    link_id, study_id, key, name, depth, remarks, files, data, expires_at, passphrase, frame_origin, *times = row
    made_at, used_at, revoked_at = times
    settings = LinkSettings(
        name=name,
        depth=depth,
        remarks=remarks,
        files=files,
        data=data,
        expires_at=expires_at,
        passphrase=passphrase,
        frame_origin=frame_origin,
    )
    return ResultsLink(
        id=link_id,
        study_id=study_id,
        key=key,
        settings=settings,
        made_at=made_at,
        used_at=used_at,
        revoked_at=revoked_at,
    )


@lru_cache(maxsize=32)  # the same study is read at every tap of the form, and takes 1 to 4 ms to check
def _study(document: str) -> Study:
    return study_from_json(document)


@lru_cache(maxsize=256)
def _panel(text: str) -> Panel:
    return panel_from_json(text)


def wave_from_row(row: Row) -> Wave:
    """Return the wave of a row of `sql.WAVE`."""
    *columns, asked, offered, cap, closes_at, panel, keep_until, at_end, anonymised_at = row
    names = (
        "id",
        "study_id",
        "number",
        "status",
        "rate_key",
        "display_key",
        "join_code",
        "opened_at",
        "closed_at",
        "revealed_at",
        "asks_code",
        "is_trial",
        "is_archived",
        "waits_for_reveal",
        "is_copied",
        "name",
        "is_undated",
    )
    return Wave(
        **dict(zip(names, columns, strict=True)),
        asked=None if asked is None else tuple(asked),
        offered=None if offered is None else tuple(offered),
        limits=Limits(cap=cap, closes_at=closes_at),
        panel=_panel(panel),
        retention=retention_from(keep_until, at_end),
        anonymised_at=anonymised_at,
    )


def retention_from(keep_until: datetime | None, at_end: End | None) -> Retention | None:
    """Return the retention of the columns of a study or a wave; none where an archive brought an end that is none."""
    if keep_until is None or at_end is None or at_end not in get_args(End):
        return None
    return Retention(until=keep_until.date(), end=at_end)


def is_due(wave: Wave) -> bool:
    """Whether a wave has passed its closing time without being closed."""
    return wave.status != "closed" and wave.limits.closes_at is not None and wave.limits.closes_at <= now()


def find_study(session: Session, statement: str, key: str) -> StudyRecord:
    """Return the one stored study that a statement finds by this id or key."""
    found = session.rows(statement, key)
    if not found:
        raise NotFound("This study does not exist, or the link to it is not complete.")
    return study_from_row(found[0])


def find_wave(session: Session, statement: str, key: str) -> Wave:
    """Return the one wave that a statement finds by this id, key or code."""
    found = session.rows(statement, key)
    if not found:
        raise NotFound(NO_WAVE)
    return wave_from_row(found[0])


def find_response(session: Session, response_id: str) -> Response | None:
    """Return the response of this id with its latest ratings, if it has begun."""
    found = session.rows(sql.RESPONSE, response_id)
    if not found:
        return None
    _, wave_id, is_finished = found[0]
    written: dict[str, str] = dict(session.rows(RESPONSE_REMARKS, wave_id, response_id))
    ratings = tuple(
        Rating(
            outcome=outcome,
            importance=importance,
            experience=experience,
            expectation=expectation,
            not_applicable=not_applicable,
            seconds=seconds,
            tapped=tapped,
        )
        for outcome, importance, experience, expectation, not_applicable, seconds, tapped in session.rows(
            sql.RESPONSE_RATINGS, wave_id, response_id
        )
    )
    response = Response(id=response_id, wave_id=wave_id)
    for question, option, tapped in session.rows(sql.RESPONSE_PROFILE, response_id):
        own = written.get("solution", "") if option == OTHER_SOLUTION else ""
        response = response.with_answers(Answers(profile={question: option}, own_solution=own, tapped=tapped))
    return response.with_answers(Answers(ratings=ratings, is_finished=is_finished, remark=written.get("missed")))


def weight_keys(session: Session, wave_id: str) -> dict[str, str]:
    """Return the keys by which the responses of a copied wave are named, by their ids; of others the id is the key."""
    return dict(session.rows(sql.WEIGHT_KEYS, wave_id))
