"""Import of a ratings file as a further round of a study that is there."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.imported import statement, stored_ratings
from jtbd_core.exchange.ratings_file import RatingsFile
from jtbd_core.study import Outcome, Study, StudyRecord
from jtbd_core.study.value import comparable, identifier
from jtbd_core.wave import Wave


class OutcomeMatch(NamedTuple):
    """The outcomes of a file that a study has, as its ids by their names in the file, and the names of the others."""

    ids: dict[str, str]
    unknown: tuple[str, ...]


def match_outcomes(study: Study, file: RatingsFile) -> OutcomeMatch:
    """Return which outcomes of a study a file rates: those of the same id, or of the same statement.

    Statements are compared without case, punctuation and invisible characters.

    Raises:
        Refused: two outcomes of the file are the same one of the study.
    """
    known = {_plain(one.statement): one.id for one in study.outcomes}
    known |= {one.id: one.id for one in study.outcomes}
    ids: dict[str, str] = {}
    for name in file.outcomes:
        worded = (name, _plain(file.statements.get(name, "")), _plain(name), _plain(statement(name)))
        found = next((known[one] for one in worded if one in known), None)
        if found in ids.values():
            first = next(other for other, one in ids.items() if one == found)
            raise Refused(f"“{first}” and “{name}” of the file are the same outcome of the study.")
        if found:
            ids[name] = found
    return OutcomeMatch(ids, tuple(name for name in file.outcomes if name not in ids))


def keep_further_round(
    store: Store, study_id: str, file: RatingsFile, *, adds_outcomes: bool = False
) -> tuple[StudyRecord, Wave]:
    """Store a ratings file as the next round of a study, closed, and return both; if that is refused, store nothing.

    The round asks the outcomes that the file rates. Those that the study does not have are left out, or added to it
    beside those that the file has in common with it.

    Raises:
        Refused: the study has none of the outcomes, or rates them on another scale.
    """
    study = store.study(study_id).study
    ids, unknown = match_outcomes(study, file)
    if not ids:
        named = ", ".join(f"“{name}”" for name in file.outcomes[:3])
        raise Refused(f"“{study.title}” has none of the outcomes of the file, such as {named}.")
    _check_scale(study, file, set(ids.values()))
    added = _added(study, file, unknown, next(iter(ids.values()))) if adds_outcomes else {}
    for outcome in added.values():
        _add(store, study_id, outcome)
    ids = ids | {name: outcome.id for name, outcome in added.items()}
    try:
        wave = store.import_wave(study_id, stored_ratings(file, ids), asked=set(ids.values()))
    except BaseException:
        for outcome in added.values():
            _take_out(store, study_id, outcome)
        raise
    return store.study(study_id), wave


def _check_scale(study: Study, file: RatingsFile, matched: set[str]) -> None:
    """Refuse ratings of satisfaction for outcomes that are rated against expectation."""
    rated = {study.instrument(one).scale for one in study.outcomes if one.id in matched}
    if file.scale_hint == "satisfaction" and "expectation" in rated:
        raise Refused(
            f"The file says how satisfied people are, and “{study.title}” rates these outcomes against expectation: "
            "a round of it would compare two scales."
        )


def _added(study: Study, file: RatingsFile, unknown: tuple[str, ...], like: str) -> dict[str, Outcome]:
    """Return new outcomes for these names, each of the same step or dimension as the outcome `like`."""
    model = next(one for one in study.outcomes if one.id == like)
    added: dict[str, Outcome] = {}
    for name in unknown:
        taken = [one.id for one in (*study.outcomes, *added.values())]
        worded = file.statements.get(name) or statement(name)
        added[name] = replace(model, id=identifier(name, taken, "outcome"), statement=worded, is_retired=False)
    return added


def _add(store: Store, study_id: str, outcome: Outcome) -> None:
    record = store.study(study_id)
    if record.status == "draft":
        store.save_study(study_id, replace(record.study, outcomes=(*record.study.outcomes, outcome)), record.revision)
    else:
        store.add_outcome(study_id, outcome)


def _take_out(store: Store, study_id: str, outcome: Outcome) -> None:
    record = store.study(study_id)
    if record.status == "draft":
        kept = tuple(one for one in record.study.outcomes if one.id != outcome.id)
        store.save_study(study_id, replace(record.study, outcomes=kept), record.revision)
    else:
        store.take_out(study_id, f"outcome.{outcome.id}")


def _plain(text: str) -> str:
    """Return a statement as it is compared."""
    return " ".join(re.sub(r"[\W_]+", " ", comparable(text).casefold()).split())
