"""The verbs of responses: saved, read back, taken back and deleted."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused, WaveClosed
from jtbd_core.store import open_store
from jtbd_core.store.duckdb_engine import DuckdbSession
from jtbd_core.store.engine import Row
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import ANNA, BERT, rated


def test_a_response_comes_back_as_it_was_given(store: Store, wave: Wave) -> None:
    """Profile, ratings, remark and the end of a response are read back, whatever order they came in."""
    store.save(wave.id, ANNA, rated("time", 5, 2))
    store.save(wave.id, ANNA, Answers(profile={"solution": "post"}))
    store.save(wave.id, ANNA, Answers(ratings=(Rating(outcome="on-time", not_applicable=True),), remark="More"))
    store.save(wave.id, ANNA, Answers(is_finished=True))
    response = store.response(ANNA)
    assert response.profile == {"solution": "post"}
    assert response.ratings == {
        "time": Rating(outcome="time", importance=5, experience=2),
        "on-time": Rating(outcome="on-time", not_applicable=True),
    }
    assert (response.remark, response.is_finished) == ("More", True)


def test_the_latest_rating_wins(store: Store, wave: Wave) -> None:
    """A changed mind replaces the earlier answer, in the response and in the ratings."""
    store.save(wave.id, ANNA, rated("time", 5, 2))
    store.save(wave.id, ANNA, rated("time", 4, 1))
    assert store.response(ANNA).ratings["time"].importance == 4
    assert store.ratings(wave.id)[["importance", "experience"]].to_numpy().tolist() == [[4, 1]]


def test_saving_twice_changes_nothing_that_is_read(store: Store, wave: Wave) -> None:
    """A retry after a lost acknowledgement is harmless."""
    save = Answers(profile={"haste": "low"}, ratings=(Rating(outcome="time", importance=3, experience=3),))
    store.save(wave.id, ANNA, save)
    before = store.response(ANNA), store.ratings(wave.id), store.progress(wave.id)
    store.save(wave.id, ANNA, save)
    assert store.response(ANNA) == before[0]
    pd.testing.assert_frame_equal(store.ratings(wave.id), before[1])
    assert store.progress(wave.id) == before[2]


def test_an_answer_about_oneself_can_be_taken_back(store: Store, wave: Wave) -> None:
    """An empty option removes the answer from the response, the profiles and the groups."""
    store.save(wave.id, ANNA, Answers(profile={"solution": "post", "haste": "low"}))
    store.save(wave.id, ANNA, Answers(profile={"solution": ""}))
    assert store.response(ANNA).profile == {"haste": "low"}
    assert store.profiles(wave.id)["question"].tolist() == ["haste"]


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_wave_that_is_not_open_takes_no_answers(store: Store, wave: Wave, status: str) -> None:
    """A save into a paused or closed wave is refused and stores nothing."""
    store.set_status(wave.id, status)  # type: ignore[arg-type]
    with pytest.raises(WaveClosed) as refusal:
        store.save(wave.id, ANNA, rated("time", 1, 1))
    assert refusal.value.status == status
    assert store.version(wave.id).rows == 0


@pytest.mark.parametrize(
    "wrong",
    [
        rated("unknown", 1, 1),
        Answers(profile={"solution": "pigeon"}),
        Answers(profile={"shoe-size": "43"}, ratings=(Rating(outcome="time", experience=1),)),
    ],
)
def test_answers_to_what_was_not_asked_are_refused(store: Store, wave: Wave, wrong: Answers) -> None:
    """An unknown outcome, question or option is refused with its name, and nothing of the save is stored."""
    with pytest.raises(Refused, match=r"unknown|pigeon|shoe-size"):
        store.save(wave.id, ANNA, wrong)
    assert store.version(wave.id).rows == 0
    with pytest.raises(NotFound):
        store.response(ANNA)


def test_a_token_belongs_to_one_wave(store: Store, wave: Wave) -> None:
    """A personal token of one wave cannot write into another."""
    store.save(wave.id, ANNA, rated("time", 1, 1))
    store.set_status(wave.id, "closed")
    later = store.open_wave(wave.study_id)
    with pytest.raises(NotFound, match="another round"):
        store.save(later.id, ANNA, rated("time", 1, 1))


def test_a_receipt_opens_and_deletes_the_response(store: Store, wave: Wave) -> None:
    """The receipt code finds the response, also in a closed wave; deleting leaves nothing, and only once."""
    store.save(wave.id, ANNA, Answers(profile={"haste": "low"}, ratings=(Rating(outcome="time", experience=1),)))
    store.save(wave.id, BERT, rated("time", 5, 5))
    store.set_status(wave.id, "closed")
    response = store.response_by_receipt(access.receipt(ANNA))
    store.delete_response(response.id)
    with pytest.raises(NotFound):
        store.response_by_receipt(access.receipt(ANNA))
    with pytest.raises(NotFound):
        store.delete_response(response.id)
    assert store.ratings(wave.id)["experience"].tolist() == [5.0]
    assert store.profiles(wave.id).empty


def test_all_that_a_receipt_may_mean_is_one_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code full of look-alikes costs no more than another."""
    asked, rows = [], DuckdbSession.rows

    def noted(session: DuckdbSession, sql: str, *values: object) -> list[Row]:
        asked.append(values)
        return rows(session, sql, *values)

    with closing(open_store(tmp_path / "headway.duckdb")) as store:
        monkeypatch.setattr(DuckdbSession, "rows", noted)
        for code in ("I" * 16, ""):
            with pytest.raises(NotFound):
                store.response_by_receipt(code)
    assert [len(digests) for (digests,) in asked] == [16, 0]


def test_twelve_people_saving_at_once_lose_nothing(store: Store, wave: Wave) -> None:
    """12 threads write 25 saves each, new responses and changed profiles among them, and all are there."""

    def person(i: int) -> None:
        for k in range(25):
            profile = {"haste": "low" if k % 2 else "high"} if k % 5 == 0 else {}
            rating = Rating(outcome=("time", "on-time", "undamaged")[k % 3], importance=1 + k % 5, experience=1 + i % 5)
            store.save(wave.id, f"{i:022}", Answers(profile=profile, ratings=(rating,)))

    with ThreadPoolExecutor(12) as people:
        for saved in [people.submit(person, i) for i in range(12)]:
            saved.result()
    assert store.version(wave.id).rows == 300
    assert store.progress(wave.id).rated == 12
    assert (store.ratings(wave.id).groupby("respondent")["outcome"].nunique() == 3).all()
