"""Answers handed over to a store as files."""

from functools import partial
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.file_import import Chosen, import_round, import_study
from jtbd_core.exchange.handover import Handover, keep_as_round, keep_as_study
from jtbd_core.exchange.look import look_at
from jtbd_core.live.job import run_job
from jtbd_core.store import open_store
from jtbd_core.study import Study

FILE = b"respondent,imp_pack fast,sat_pack fast\n1,5,2\n2,4,1\n"
LATER = b"respondent,imp_pack fast,sat_pack fast,imp_find it,sat_find it\n1,5,2,3,3\n2,4,1,2,2\n"


def test_a_job_writes_what_the_store_takes_in(tmp_path: Path) -> None:
    """What comes back from the job is the study alone: the answers are in files, which are gone afterwards."""
    store, folders = open_store(tmp_path / "h.duckdb"), list[Path]()

    def make(folder: Path) -> Handover:
        folders.append(folder)
        return run_job(import_study, FILE, Chosen(look_at(FILE).assignment), "Parcels", "Pack", None, folder)

    record, wave = keep_as_study(store, make)
    assert (record.study.title, record.study.outcomes[0].statement) == ("Parcels", "Pack fast")
    assert sorted(store.ratings(wave.id)["importance"]) == [4, 5]
    assert not folders[0].exists()
    store.close()


def test_a_study_that_is_changed_meanwhile_takes_no_round(tmp_path: Path) -> None:
    """The answers were checked against the study as it was: nothing of them is kept, and what was added is gone."""
    store = open_store(tmp_path / "h.duckdb")
    study_id = _launched(store)

    def make(study: Study, folder: Path) -> Handover:
        store.correct(study_id, "title", "Packages")
        return import_round(LATER, Chosen(look_at(LATER).assignment), True, study, folder)

    with pytest.raises(Refused, match="changed while the file was read"):
        keep_as_round(store, study_id, make)
    assert (len(store.study(study_id).study.outcomes), len(store.waves(study_id)), store.faults()) == (1, 1, [])
    keep_as_round(store, study_id, partial(import_round, LATER, Chosen(look_at(LATER).assignment), True))
    assert (len(store.study(study_id).study.outcomes), len(store.waves(study_id))) == (2, 2)
    store.close()


def _launched(store: Store) -> str:
    make = partial(import_study, FILE, Chosen(look_at(FILE).assignment), "Parcels", "Pack", None)
    return keep_as_study(store, make)[0].id
