"""A batch of respondents' saves: checked, and written in one transaction."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jtbd_core.errors import CodeNeeded, JtbdError, NotFound, Refused, WaveClosed
from jtbd_core.store import sql
from jtbd_core.store.engine import Session
from jtbd_core.store.gate import Gate
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.remark_verbs import Words, write_remarks, write_solutions
from jtbd_core.store.response_cache import ResponseCache
from jtbd_core.store.rows import now
from jtbd_core.study import SOLUTION_QUESTION, Study
from jtbd_core.study.scale import RATED
from jtbd_core.wave import Answers, Rating, Response, Wave


class Save(NamedTuple):
    """A part of one response, to be written."""

    wave_id: str
    response_id: str
    receipt_digest: str
    answers: Answers


def check_answers(study: Study, answers: Answers) -> None:
    """Raise `Refused` for an outcome, a code, a question or an option that the study does not have."""
    outcomes = {outcome.id: outcome for outcome in study.outcomes}
    for rating in answers.ratings:
        if rating.outcome not in outcomes:
            raise Refused(f"This study has no outcome “{rating.outcome}”.")
        points = study.points(outcomes[rating.outcome])
        for what in RATED:
            code: int | None = getattr(rating, what)
            if code is not None and what not in points:
                raise Refused(f"The {what} of “{rating.outcome}” is not asked.")
            if code is not None and code not in points[what].codes:
                raise Refused(f"The {what} of “{rating.outcome}” must be from {points[what]}, not {code}.")
    for question, option in answers.profile.items():
        if not study.takes(question, option):
            raise Refused(f"“{option}” is not an answer to the question “{question}”.")


def is_admitted(session: Session, wave_id: str, response_id: str) -> bool:
    """Whether a code was used for this response, or it began before the wave had codes."""
    return bool(session.rows(sql.ADMITTED, wave_id, response_id) or session.rows(sql.RESPONSE, response_id))


def is_full(session: Session, wave: Wave, joining: int = 0) -> bool:
    """Whether the people who have begun, and those `joining` in this transaction, fill the cap of a wave."""
    cap = wave.limits.cap
    return cap is not None and session.rows(sql.BEGUN, wave.id)[0][0] + joining >= cap


class Batch:
    """Saves that are written in one transaction."""

    def __init__(self, session: Session, responses: ResponseCache, lookup: Lookup) -> None:
        self._session = session
        self._responses = responses
        self._lookup = lookup
        self._begun: dict[str, str] = {}
        self._admitted: set[tuple[str, str]] = set()
        self._new: dict[str, Save] = {}
        self._gate = Gate(session)

    def write(self, saves: Sequence[Save]) -> list[JtbdError | None]:
        """Write saves, and begin the responses that are new; return for each why it was refused."""
        for wave_id in sorted({save.wave_id for save in saves}):
            self._lookup.hold(self._session, wave_id)
        self._begun = self._find_begun(saves)
        self._admitted = self._find_admitted(saves)
        # Processes that begin the same responses in different orders would wait for each other for ever.
        order = sorted(range(len(saves)), key=lambda place: saves[place][:2])
        refusals = {place: self._refusal(saves[place]) for place in order}
        self._begin()
        taken = [saves[place] for place in order if refusals[place] is None]
        self._append_ratings(taken)
        self._set_profiles(taken)
        if finished := [save.response_id for save in taken if save.answers.is_finished]:
            self._session.rows(sql.FINISH_RESPONSES, finished)
        if baited := [save.response_id for save in taken if save.answers.took_bait]:
            self._session.rows(sql.FLAG_RESPONSES, baited)
        self._write_words(taken)
        return [refusals[place] for place in range(len(saves))]

    def cache(self, saves: Sequence[Save], refusals: Sequence[JtbdError | None]) -> None:
        """Update the response cache after the commit; a response neither cached nor new stays uncached."""
        for save, refusal in zip(saves, refusals, strict=True):
            is_new = save.response_id in self._new
            new = Response(id=save.response_id, wave_id=save.wave_id) if is_new else None
            response = self._responses.get(save.response_id) or new
            if response and not refusal:
                self._responses.keep(response.id, response.with_answers(save.answers))

    def _find_begun(self, saves: Sequence[Save]) -> dict[str, str]:
        known = {save.response_id: self._responses.get(save.response_id) for save in saves}
        begun = {response_id: response.wave_id for response_id, response in known.items() if response}
        if others := [one for one in known if one not in begun and not self._responses.is_absent(one)]:
            begun |= dict(self._session.rows(sql.BEGUN_RESPONSES, others))
        return begun

    def _find_admitted(self, saves: Sequence[Save]) -> set[tuple[str, str]]:
        new = [save.response_id for save in saves if save.response_id not in self._begun]
        return {*map(tuple, self._session.rows(sql.ADMITTED_AMONG, new))} if new else set()

    def _refusal(self, save: Save) -> JtbdError | None:
        try:
            wave = self._lookup.current_wave(self._session, save.wave_id)
            if wave.status != "open":
                raise WaveClosed(wave.status)
            if self._begun.get(save.response_id, wave.id) != wave.id:
                raise NotFound("This personal link belongs to another round.")
            if save.response_id not in self._begun:
                self._admit(wave, save)
            elif wave.panel.gate & save.answers.profile.keys():
                self._gate.check_unchanged(wave, self._given(save.response_id), save.answers.profile)
        except JtbdError as error:
            return error
        return None

    def _admit(self, wave: Wave, save: Save) -> None:
        if wave.asks_code and (wave.id, save.response_id) not in self._admitted:
            raise CodeNeeded
        if wave.limits.cap is not None:
            joining = sum(new.wave_id == wave.id for new in self._new.values())
            if is_full(self._session, wave, joining):
                raise WaveClosed("full")
        if wave.panel.gate:
            self._gate.admit(wave, save.response_id, save.answers.profile)
        self._begun[save.response_id] = wave.id
        self._new[save.response_id] = save

    def _given(self, response_id: str) -> Mapping[str, str]:
        """Return the answers about somebody who has begun, in this transaction or before it."""
        if response_id in self._new:
            return self._new[response_id].answers.profile
        return {question: option for question, option, _ in self._session.rows(sql.RESPONSE_PROFILE, response_id)}

    def _begin(self) -> None:
        if new := self._new.values():
            self._session.rows(
                sql.BEGIN_RESPONSES,
                [save.response_id for save in new],
                [save.wave_id for save in new],
                [save.receipt_digest for save in new],
                now(),
                False,
            )

    def _append_ratings(self, saves: Sequence[Save]) -> None:
        # Of two ratings of one card the later one counts; together they might be numbered the wrong way round.
        ratings = sorted(((save, rating) for save in saves for rating in save.answers.ratings), key=_tapped)
        longest: dict[tuple[str, str], float] = {}
        for save, rating in ratings:
            if rating.seconds is not None:
                card = (save.response_id, rating.outcome)
                longest[card] = max(rating.seconds, longest.get(card, 0.0))
        if latest := {(save.response_id, rating.outcome): (save.wave_id, rating) for save, rating in ratings}:
            rated = [rating for _, rating in latest.values()]
            self._session.rows(
                sql.ADD_RATINGS,
                [wave_id for wave_id, _ in latest.values()],
                [response_id for response_id, _ in latest],
                [rating.outcome for rating in rated],
                [rating.importance for rating in rated],
                [rating.experience for rating in rated],
                [rating.expectation for rating in rated],
                [rating.not_applicable for rating in rated],
                now(),
                [rating.position for rating in rated],
                [longest.get(card) for card in latest],
                [rating.tapped for rating in rated],
            )

    def _set_profiles(self, saves: Sequence[Save]) -> None:
        given = {
            (save.wave_id, save.response_id, question): (option, save.answers.tapped)
            for save in sorted(saves, key=lambda save: save.answers.tapped or 0)
            for question, option in save.answers.profile.items()
        }
        if given:
            rows = [(*key, *answer) for key, answer in given.items()]
            self._session.rows(sql.ADD_PROFILES, *(list(column) for column in zip(*rows, strict=True)))

    def _write_words(self, saves: Sequence[Save]) -> None:
        remarks = [(save, save.answers.remark) for save in saves if save.answers.remark is not None]
        write_remarks(
            self._session, (Words(save.wave_id, save.response_id, "missed", remark) for save, remark in remarks)
        )
        chosen = [save for save in saves if SOLUTION_QUESTION in save.answers.profile]
        named = {save.response_id for save in chosen if save.answers.own_solution}
        latest = {save.response_id: save for save in sorted(chosen, key=lambda save: save.answers.tapped or 0)}
        solutions = [
            (Words(save.wave_id, save.response_id, "solution", save.answers.own_solution), save.answers.tapped or 0)
            for save in latest.values()
            if save.response_id in named or self._may_have_named(save.response_id)
        ]
        write_solutions(self._session, solutions)

    def _may_have_named(self, response_id: str) -> bool:
        """Whether a solution in own words may be stored of a response; of most it is known that there is none."""
        cached = self._responses.get(response_id)
        return bool(cached.own_solution) if cached else response_id not in self._new


def _tapped(one: tuple[Save, Rating]) -> int:
    return one[1].tapped or 0
