"""One respondent's answers, checked and written."""

from jtbd_core.errors import CodeNeeded, Refused, WaveClosed
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import now
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave


def check_answers(study: Study, answers: Answers) -> None:
    """Refuse answers to what is not a part of the study."""
    outcomes = {outcome.id for outcome in study.outcomes}
    for rating in answers.ratings:
        if rating.outcome not in outcomes:
            raise Refused(f"This study has no outcome “{rating.outcome}”.")
    questions = study.questions()
    for question, option in answers.profile.items():
        if option not in ("", *questions.get(question, ())) or question not in questions:
            raise Refused(f"“{option}” is not an answer to the question “{question}”.")


def append_ratings(session: Session, wave_id: str, response_id: str, ratings: tuple[Rating, ...]) -> None:
    """Append ratings to the log; a second append of the same ones changes nothing that is read."""
    if ratings:
        session.rows(
            sql.ADD_RATINGS,
            wave_id,
            [response_id] * len(ratings),
            [rating.outcome for rating in ratings],
            [rating.importance for rating in ratings],
            [rating.experience for rating in ratings],
            [rating.not_applicable for rating in ratings],
            now(),
            [rating.position for rating in ratings],
            [rating.seconds for rating in ratings],
            [rating.tapped for rating in ratings],
        )


def begin_response(session: Session, wave: Wave, response_id: str, receipt_digest: str) -> None:
    """Begin a response if it has not begun; `WaveClosed` if the wave is full.

    Raises `CodeNeeded` where the wave asks for a code and none was used.
    """
    if wave.asks_code and not is_admitted(session, wave.id, response_id):
        raise CodeNeeded
    if wave.limits.cap is not None:
        session.rows(sql.HOLD_WAVE, wave.id)
        if is_full(session, wave) and not session.rows(sql.RESPONSE, response_id):
            raise WaveClosed("full")
    session.rows(sql.BEGIN_RESPONSE, response_id, wave.id, receipt_digest, now())


def is_admitted(session: Session, wave_id: str, response_id: str) -> bool:
    """Whether a code was used for this response, or it had begun before there were codes."""
    return bool(session.rows(sql.ADMITTED, wave_id, response_id) or session.rows(sql.RESPONSE, response_id))


def is_full(session: Session, wave: Wave) -> bool:
    """Whether as many people have begun as a wave takes."""
    cap = wave.limits.cap
    return cap is not None and session.rows(sql.BEGUN, wave.id)[0][0] >= cap


def update_response(session: Session, wave_id: str, response_id: str, answers: Answers) -> None:
    """Keep what of the answers is not a rating."""
    if answers.profile:
        questions, options = list(answers.profile), list(answers.profile.values())
        session.rows(sql.ADD_PROFILES, wave_id, [response_id] * len(questions), questions, options)
    if answers.is_finished:
        session.rows(sql.FINISH_RESPONSE, response_id)
    if answers.remark is not None:
        session.rows(sql.REMARK_RESPONSE, response_id, answers.remark)
