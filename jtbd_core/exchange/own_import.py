"""Import of our own export of answers: as a study of its own, or as a further round of a study that is there."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.contract.answer_files import Told, write_answer_files
from jtbd_core.errors import Refused
from jtbd_core.exchange.handover import Handover, keep_as_round, keep_as_study, known_by
from jtbd_core.exchange.own_answers import OwnAnswers, Profiles
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.value import comparable
from jtbd_core.wave import Wave

APART = (
    "Are these people in a study here already? Then give out links to one of the two only: from the difference of "
    "both, single people could be told. An archive, imported as a copy, shows no such difference."
)


def own_study_files(own: OwnAnswers, title: str, job: str, folder: Path) -> Handover:
    """Write answers to a folder, and return the study that they are of."""
    study = replace(own.study, title=title, job=job)
    write_answer_files(study, own.ratings, Told(own.profiles, {}, own.weights), folder)
    return Handover(study)


def own_round_files(own: OwnAnswers, study: Study, folder: Path) -> Handover:
    """Write answers that fit a study to a folder; what the study lacks is left out.

    Outcomes, questions and answers are the same by their words, or by their ids where words were corrected since.

    Raises:
        Refused: the study has none of the outcomes, or rates them on another scale.
    """
    outcomes = _same(
        {one.id: one.statement for one in own.study.outcomes}, {one.id: one.statement for one in study.outcomes}
    )
    if not outcomes:
        raise Refused(f"“{study.title}” has none of the outcomes of the file.")
    _check_scales(study, own, outcomes)
    left = [f"the outcome “{one.statement}”" for one in own.study.outcomes if one.id not in outcomes]
    profiles = _profiles(study, own, left)
    ratings = own.ratings[own.ratings["outcome"].isin(list(outcomes))]
    ratings = ratings.assign(outcome=ratings["outcome"].map(outcomes))
    write_answer_files(study, ratings, Told(profiles, {}, own.weights), folder)
    people = frozenset(own.ratings["respondent"])
    return Handover(study, asked=frozenset(outcomes.values()), left=tuple(left), people=people)


def keep_own_answers(store: Store, own: OwnAnswers, title: str, job: str, source: str = "") -> tuple[StudyRecord, Wave]:
    """Store answers as a study with a closed wave and return both; if that is refused, store nothing.

    `source` is the digest of the file.
    """
    return keep_as_study(store, partial(known_by, source, own_study_files, own, title, job))


def keep_own_round(
    store: Store, study_id: str, own: OwnAnswers, source: str = ""
) -> tuple[StudyRecord, Wave, tuple[str, ...]]:
    """Store answers as the next round of a study, closed; return both, and what the study lacks and was left out.

    `source` is the digest of the file.
    """
    return keep_as_round(store, study_id, partial(known_by, source, own_round_files, own))


def _same(mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of theirs by ids of mine: those of the same words, then of the same id, worded anew since."""
    by_words = {comparable(words).casefold(): name for name, words in theirs.items()}
    found = {name: same for name, words in mine.items() if (same := by_words.get(comparable(words).casefold()))}
    taken = set(found.values())
    return found | {name: name for name in mine if name in theirs and name not in found and name not in taken}


def _check_scales(study: Study, own: OwnAnswers, outcomes: Mapping[str, str]) -> None:
    """Refuse outcomes that the study asks on other points or with another question."""
    known = {one.id: study.instrument(one) for one in study.outcomes}
    asked = {one.id: own.study.instrument(one) for one in own.study.outcomes}
    importance = (own.study.settings.asks_importance, study.settings.asks_importance)
    points = own.study.settings.importance.points == study.settings.importance.points
    for name, same in outcomes.items():
        mine, theirs = asked[name], known[same]
        if (mine.scale, mine.points) != (theirs.scale, theirs.points) or importance == (True, False) or not points:
            raise Refused(
                f"The file rates {mine.scale} from {mine.points} and “{study.title}” {theirs.scale} from "
                f"{theirs.points}, or importance on another scale: a round of it would compare two scales."
            )


def _profiles(study: Study, own: OwnAnswers, left: list[str]) -> Profiles:
    """Return the answers in ids of the study; name in `left` the questions and answers that it lacks."""
    asked = {one.id: one.question for one in own.study.circumstances} | {"solution": "solution"}
    known = {one.id: one.question for one in study.circumstances} | {"solution": "solution"}
    mine, theirs = own.study.questions(), study.questions()
    questions = {name: one for name, one in _same(asked, known).items() if one in theirs}
    options = {name: _same(mine[name], theirs[one]) for name, one in questions.items() if name in mine}
    left += [f"the question “{asked[name]}”" for name in mine if name not in questions]
    for name, same in options.items():
        left += [f"the answer “{label}”" for one, label in mine[name].items() if one not in same]
    found: Profiles = {}
    for respondent, answers in own.profiles.items():
        for name, one in answers.items():
            if option := options.get(name, {}).get(one):
                found.setdefault(respondent, {})[questions[name]] = option
    return found
