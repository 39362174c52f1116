"""Respondents' answers, checked and written."""

from collections.abc import Sequence
from typing import NamedTuple

from jtbd_core.errors import CodeNeeded, JtbdError, NotFound, Refused, WaveClosed
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_wave, now
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave


class Save(NamedTuple):
    """A part of one response, to be written."""

    wave_id: str
    response_id: str
    receipt_digest: str
    answers: Answers


def check_answers(study: Study, answers: Answers) -> None:
    """Refuse answers to what is not a part of the study."""
    outcomes = {outcome.id for outcome in study.outcomes}
    for rating in answers.ratings:
        if rating.outcome not in outcomes:
            raise Refused(f"This study has no outcome “{rating.outcome}”.")
    if answers.profile:
        questions = study.questions()
        for question, option in answers.profile.items():
            if option not in ("", *questions.get(question, ())) or question not in questions:
                raise Refused(f"“{option}” is not an answer to the question “{question}”.")


def write(session: Session, saves: Sequence[Save]) -> tuple[list[JtbdError | None], set[str]]:
    """Write saves in one go; return for each why it was refused, and the ids of the responses that began by them."""
    before: dict[str, str] = dict(session.rows(sql.BEGUN_RESPONSES, [save.response_id for save in saves]))
    begun = dict(before)
    waves: dict[str, Wave] = {}
    # Processes that begin the same responses in different orders would wait for each other for ever.
    order = sorted(range(len(saves)), key=lambda place: saves[place][:2])
    refusals: dict[int, JtbdError | None] = {}
    for place in order:
        refusals[place] = _refusal(session, saves[place], waves, begun)
    taken = [save for place, save in enumerate(saves) if refusals[place] is None]
    _append_ratings(session, taken)
    _set_profiles(session, taken)
    if finished := [save.response_id for save in taken if save.answers.is_finished]:
        session.rows(sql.FINISH_RESPONSES, finished)
    for save in taken:
        if save.answers.remark is not None:
            session.rows(sql.REMARK_RESPONSE, save.response_id, save.answers.remark)
    return [refusals[place] for place in range(len(saves))], begun.keys() - before.keys()


def is_admitted(session: Session, wave_id: str, response_id: str) -> bool:
    """Whether a code was used for this response, or it had begun before there were codes."""
    return bool(session.rows(sql.ADMITTED, wave_id, response_id) or session.rows(sql.RESPONSE, response_id))


def is_full(session: Session, wave: Wave) -> bool:
    """Whether as many people have begun as a wave takes."""
    cap = wave.limits.cap
    return cap is not None and session.rows(sql.BEGUN, wave.id)[0][0] >= cap


def _refusal(session: Session, save: Save, waves: dict[str, Wave], begun: dict[str, str]) -> JtbdError | None:
    """Return why a save is refused; begins the response if this is its first save."""
    try:
        if save.wave_id not in waves:
            waves[save.wave_id] = find_wave(session, sql.WAVE_BY_ID, save.wave_id)
        wave = waves[save.wave_id]
        if wave.status != "open":
            raise WaveClosed(wave.status)
        if save.response_id not in begun:
            _begin(session, wave, save)
            begun[save.response_id] = wave.id
        elif begun[save.response_id] != wave.id:
            raise NotFound("This personal link belongs to another round.")
    except JtbdError as error:
        return error
    return None


def _begin(session: Session, wave: Wave, save: Save) -> None:
    if wave.asks_code and not session.rows(sql.ADMITTED, wave.id, save.response_id):
        raise CodeNeeded
    if wave.limits.cap is not None:
        session.rows(sql.HOLD_WAVE, wave.id)
        if is_full(session, wave):
            raise WaveClosed("full")
    session.rows(sql.BEGIN_RESPONSE, save.response_id, wave.id, save.receipt_digest, now())


def _append_ratings(session: Session, saves: Sequence[Save]) -> None:
    """Append ratings to the log; a second append of the same ones changes nothing that is read."""
    # Of two ratings of one card the later one counts; together they might be numbered the wrong way round.
    ratings = sorted(((save, rating) for save in saves for rating in save.answers.ratings), key=_tapped)
    if latest := {(save.response_id, rating.outcome): (save.wave_id, rating) for save, rating in ratings}:
        rated = [rating for _, rating in latest.values()]
        session.rows(
            sql.ADD_RATINGS,
            [wave_id for wave_id, _ in latest.values()],
            [response_id for response_id, _ in latest],
            [rating.outcome for rating in rated],
            [rating.importance for rating in rated],
            [rating.experience for rating in rated],
            [rating.not_applicable for rating in rated],
            now(),
            [rating.position for rating in rated],
            [rating.seconds for rating in rated],
            [rating.tapped for rating in rated],
        )


def _tapped(one: tuple[Save, Rating]) -> int:
    return one[1].tapped or 0


def _set_profiles(session: Session, saves: Sequence[Save]) -> None:
    given = {
        (save.wave_id, save.response_id, question): option
        for save in saves
        for question, option in save.answers.profile.items()
    }
    if given:
        waves, responses, questions = (list(column) for column in zip(*given, strict=True))
        session.rows(sql.ADD_PROFILES, waves, responses, questions, list(given.values()))
