"""A ratings file as a further round of a study that is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.further_round import fit, keep_further_round
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.store import open_store

PEOPLE = "respondent,{}\n1,5,2,4,3\n2,4,1,5,5\n"
FIRST = PEOPLE.format("imp_pack_fast,sat_pack_fast,imp_pay little,sat_pay little")
LATER = PEOPLE.format("imp_Pack  FAST!,sat_Pack FAST!,imp_find a shop,sat_find a shop")


def read(text: str) -> RatingsFile:
    """Return what a file's text holds."""
    return read_ratings(text.encode())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    opened = open_store(tmp_path / "h.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def study(store: Store) -> str:
    """Give the id of a study that was imported from the first file."""
    return keep_imported(store, read(FIRST), "Parcels", "Send a parcel", "satisfaction")[0].id


def test_outcomes_are_known_by_id_and_by_statement(store: Store, study: str) -> None:
    """Whatever case, spaces and punctuation they are written in; the others are named."""
    fitted = fit(store.study(study).study, read(LATER))
    assert fitted.ids == {"Pack FAST!": "pack_fast", "find a shop": "find-a-shop"}
    assert [one.said for one in fitted.additions] == ["the outcome “find a shop”"]


def test_a_round_asks_what_the_study_has_of_a_file(store: Store, study: str) -> None:
    """What the study does not know is left out, and it is not said to have been asked."""
    record, wave = keep_further_round(store, study, read(LATER))
    assert (wave.number, wave.status, wave.asked) == (2, "closed", ("pack_fast",))
    assert store.ratings(wave.id)[["outcome", "importance", "experience"]].to_numpy().tolist() in (
        [["pack_fast", 5, 2], ["pack_fast", 4, 1]],
        [["pack_fast", 4, 1], ["pack_fast", 5, 2]],
    )
    assert len(record.study.outcomes) == 2


def test_outcomes_are_added_when_that_is_wanted(store: Store, study: str) -> None:
    """They stand beside those that the file has in common with the study."""
    record, wave = keep_further_round(store, study, read(LATER), adds_missing=True)
    assert wave.asked == ("pack_fast", "find-a-shop")
    assert record.study.outcomes[-1].statement == "Find a shop"
    assert len(store.ratings(wave.id)) == 4


def test_a_file_of_something_else_is_refused(store: Store, study: str) -> None:
    """Without one outcome in common it is no round of this study, and nothing of it stays."""
    with pytest.raises(Refused, match="has none of the outcomes of the file, such as “a”, “b”"):
        keep_further_round(store, study, read(PEOPLE.format("imp_a,sat_a,imp_b,sat_b")), adds_missing=True)
    same = read(PEOPLE.format("imp_pack fast,sat_pack fast,imp_Pack fast.,sat_Pack fast."))
    with pytest.raises(Refused, match=r"“pack fast” and “Pack fast\.” of the file are the same outcome"):
        keep_further_round(store, study, same)
    assert len(store.waves(study)) == 1


def test_another_scale_is_no_round_of_the_study(store: Store) -> None:
    """How satisfied people are cannot be compared with what they expected."""
    study = keep_imported(store, read(FIRST), "Parcels", "Send a parcel", "expectation")[0].id
    with pytest.raises(Refused, match="rates these outcomes against expectation"):
        keep_further_round(store, study, read(FIRST))


def test_a_refused_import_leaves_the_study_as_it_was(store: Store, study: str) -> None:
    """Outcomes that were added for it are taken out again."""
    store.open_wave(study)
    with pytest.raises(Refused, match="still going on"):
        keep_further_round(store, study, read(LATER), adds_missing=True)
    assert len(store.study(study).study.outcomes) == 2
