"""Answers read from a file, handed over to a store: what becomes of the study, and files that are taken in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from jtbd_core.contract import Store
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.errors import Refused
from jtbd_core.exchange.same_answers import check_new_people
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Study, StudyRecord
from jtbd_core.study.translation import texts
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name, round_said

CHANGED = "The study was changed while the file was read. Import it again."


class Addition(NamedTuple):
    """A part that a file has and a study does not, its id as in `translation.texts`, and what it is in words.

    `question` is the id of the question of which it is an option.
    """

    name: str
    part: Outcome | Solution | Circumstance | Option
    said: str
    question: str = ""


class Handover(NamedTuple):
    """What is beside the files of answers: the study they are of, and what of it is new to the one that is there.

    `asked` has the ids of the outcomes that they rate, None for all; `period` the first and the last moment (UTC) of
    the field work; `left` says in phrases what of the file was left out. `source` is the digest of the file, `people`
    are the names of who answered, where the file has those of Headway.
    """

    study: Study
    additions: tuple[Addition, ...] = ()
    asked: frozenset[str] | None = None
    period: tuple[datetime, datetime] | None = None
    left: tuple[str, ...] = ()
    source: str = ""
    people: frozenset[str] = frozenset()


def known_by(source: str, make: Callable[..., Handover], *given: Any) -> Handover:  # noqa: ANN401 - what `make` takes
    """Return what `make` hands over of the file with this digest."""
    return make(*given)._replace(source=source)


def imported_before(store: Store, source: str) -> str:
    """Return in a sentence what was imported from the file with this digest, empty where nothing was."""
    earlier = store.waves_from(source)
    named = ", ".join(f"{round_said(wave)} of “{store.study(wave.study_id).study.title}”" for wave in earlier)
    return f"This very file was imported before: {named}." if earlier else ""


def keep_as_study(
    store: Store, make: Callable[[Path], Handover], progress: Progress = no_progress
) -> tuple[StudyRecord, Wave]:
    """Store what `make` writes to a folder as a study with a closed wave; if that is refused, store nothing."""
    with TemporaryDirectory(prefix="headway-") as folder:
        handed = make(Path(folder))
        record = store.add_study(handed.study)
        try:
            wave = store.take_in(record.id, Path(folder), period=handed.period, source=handed.source, progress=progress)
        except BaseException:
            store.delete_study(record.id)
            raise
    return store.study(record.id), wave


def keep_as_round(
    store: Store, study_id: str, make: Callable[[Study, Path], Handover], progress: Progress = no_progress
) -> tuple[StudyRecord, Wave, tuple[str, ...]]:
    """Store what `make` writes of a study to a folder as its next wave, closed; return too what was left out of it.

    Raises:
        Refused: a wave of it is still going on or has the same people or answers, or it was changed meanwhile; then
            nothing is stored.
    """
    before = store.study(study_id)
    with TemporaryDirectory(prefix="headway-") as folder:
        handed = make(before.study, Path(folder))
        _check_people(store, study_id, handed.people)
        asked = [one.id for one in handed.study.outcomes] if handed.asked is None else handed.asked
        check_new_people(store, study_id, asked, Path(folder), partial(progress, 0, 1))
        try:
            _add(store, before, handed)
            if store.study(study_id).study != handed.study:
                raise Refused(CHANGED)
            wave = store.take_in(
                study_id,
                Path(folder),
                period=handed.period,
                asked=handed.asked,
                source=handed.source,
                progress=progress,
            )
        except BaseException:
            _take_back(store, before, handed.additions)
            raise
    return store.study(study_id), wave, handed.left


def _check_people(store: Store, study_id: str, people: frozenset[str]) -> None:
    """Refuse people who are in a wave of the study: up to four of its last are not shown, and all of a further one."""
    for wave in store.waves(study_id) if people else ():
        if not people.isdisjoint(store.ratings(wave.id)["respondent"]):
            raise Refused(
                f"People of this file are in “{round_name(wave)}” already: they would count twice, and the difference "
                "of both rounds would tell single people. The archive of the study makes a copy of it."
            )


def _amend(store: Store, study_id: str, added: Addition) -> None:
    match added.part:
        case Outcome():
            store.add_outcome(study_id, added.part)
        case Solution():
            store.add_solution(study_id, added.part)
        case Circumstance():
            store.add_question(study_id, added.part)
        case Option():
            store.add_option(study_id, added.question, added.part)


def _add(store: Store, before: StudyRecord, handed: Handover) -> None:
    """Add what a study lacks: to a draft by saving it, to a launched one by amendments."""
    if before.status == "draft" and handed.additions:
        store.save_study(before.id, handed.study, before.revision)
    elif before.status != "draft":
        for one in handed.additions:
            _amend(store, before.id, one)


def _take_back(store: Store, before: StudyRecord, additions: tuple[Addition, ...]) -> None:
    """Take back what was added for an import that did not come about."""
    now = store.study(before.id)
    known = texts(now.study)
    if before.status == "draft" and now.study != before.study:
        store.save_study(before.id, before.study, now.revision)
    elif before.status != "draft":
        for one in reversed(additions):
            if one.name in known:
                store.take_out(before.id, one.name)
