"""The cache of responses, as a store on DuckDB uses it."""

from contextlib import closing
from pathlib import Path

import pytest

from jtbd_core.errors import NotFound
from jtbd_core.store import open_store
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.store.response_cache import MOST_RESPONSES
from jtbd_core.wave import Answers, Rating
from tests.store.studies import ANNA, PARCEL, rated


def test_nothing_is_looked_up_for_a_token_issued_just_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page of who has just begun is drawn without the database; what they save then is kept as all is."""
    store = open_store(tmp_path / "headway.duckdb")
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.expect(ANNA)
    with monkeypatch.context() as unreachable:
        unreachable.delattr(DuckdbEngine, "session")
        with pytest.raises(NotFound):
            store.response(ANNA)
    store.save(wave.id, ANNA, Answers(ratings=(Rating(outcome=PARCEL.outcomes[0].id, importance=4, experience=2),)))
    assert list(store.response(ANNA).ratings) == [PARCEL.outcomes[0].id]
    store.close()


def test_a_flood_of_tokens_displaces_no_response(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many tokens are issued or made up, who is answering is answered without the database."""
    with closing(open_store(tmp_path / "headway.duckdb")) as store:
        wave = store.open_wave(store.add_study(PARCEL).id)
        store.save(wave.id, ANNA, rated(PARCEL.outcomes[0].id, 4, 2))
        for number in range(MOST_RESPONSES):
            store.expect(str(number))
        with pytest.raises(NotFound):
            store.response("made up")
        monkeypatch.delattr(DuckdbEngine, "session")
        assert list(store.response(ANNA).ratings) == [PARCEL.outcomes[0].id]


def test_a_response_is_known_as_it_is_stored(tmp_path: Path) -> None:
    """After late, early and repeated taps, one taken back, a finish and a remark, a restart reads the same response."""
    store = open_store(tmp_path / "headway.duckdb")
    wave = store.open_wave(store.add_study(PARCEL).id)
    question, options = next(iter(PARCEL.questions().items()))
    first, second = (one.id for one in PARCEL.outcomes[:2])
    saves = [
        Answers(profile={question: next(iter(options))}),
        Answers(ratings=(Rating(outcome=first, importance=4, experience=2, tapped=30, seconds=2.5, position=1),)),
        Answers(ratings=(Rating(outcome=first, importance=1, experience=1, tapped=20, seconds=8.0),)),
        Answers(ratings=(Rating(outcome=second, not_applicable=True, tapped=40), Rating(outcome=first, tapped=30))),
        Answers(profile={question: ""}, remark="All fine", is_finished=True),
    ]
    for answers in saves:
        store.save(wave.id, ANNA, answers)
    known = store.response(ANNA)
    store.close()
    again = open_store(tmp_path / "headway.duckdb")
    assert again.response(ANNA) == known
    assert (known.taps, known.seconds, known.profile) == ({first: 30, second: 40}, {first: 8.0}, {})
    again.close()
