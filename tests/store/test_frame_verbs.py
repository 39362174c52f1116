"""The verbs that return data frames: ratings, the log, profiles and cards."""

import math

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.contract.answers import AnswerPart
from jtbd_core.errors import Refused
from jtbd_core.store import frame_verbs
from jtbd_core.study.scale import ELEVEN, SEVEN, Importance, Instrument, Settings
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.store.studies import ANNA, BERT, PARCEL, answers, rated

ELEVEN_FROM_EIGHT = Importance(points=ELEVEN, cut=8)


def test_ratings_keep_missing_and_not_applicable_apart(store: Store, wave: Wave) -> None:
    """Each kind of answer is told from the others: both ratings, half a rating, does not apply, skipped."""
    for name, rating in {
        "a": Rating(outcome="time", importance=5, experience=1),
        "b": Rating(outcome="time", importance=5),
        "c": Rating(outcome="time", not_applicable=True),
        "d": Rating(outcome="time"),
    }.items():
        store.save(wave.id, name * 22, Answers(ratings=(rating,)))
    cells = {
        (i if not math.isnan(i) else None, e if not math.isnan(e) else None, bool(na))
        for i, e, na in store.ratings(wave.id)[["importance", "experience", "not_applicable"]].itertuples(index=False)
    }
    assert cells == {(5, 1, False), (5, None, False), (None, None, True), (None, None, False)}


def test_of_a_pair_the_experience_is_the_difference(store: Store) -> None:
    """What is met less what is expected, in ratings and in the log; missing until both are given."""
    settings = Settings(success=Instrument(scale="pair", anchor=0, points=SEVEN))
    wave = store.open_wave(store.add_study(replace(PARCEL, settings=settings)).id)
    for name, met, expected in (("a", 2, 6), ("b", 7, None), ("c", None, 3)):
        rating = Rating(outcome="on-time", importance=4, experience=met, expectation=expected)
        store.save(wave.id, name * 22, Answers(ratings=(rating,)))
    store.save(wave.id, ANNA, rated("time", 5, 3))
    for frame in (store.ratings(wave.id), store.log(wave.id, store.version(wave.id).last)):
        by_outcome = frame.groupby("outcome")["experience"].agg(lambda values: sorted(values.dropna()))
        assert by_outcome.to_dict() == {"on-time": [-4.0], "time": [3.0]}
    assert sorted(store.ratings(wave.id)["expectation"].dropna()) == [3.0, 6.0]


@pytest.mark.parametrize(
    ("rating", "message"),
    [
        (Rating(outcome="on-time", experience=8), "The experience of “on-time” must be from 1 to 7, not 8"),
        (Rating(outcome="on-time", importance=11), "The importance of “on-time” must be from 0 to 10, not 11"),
        (Rating(outcome="on-time", expectation=4), "The expectation of “on-time” is not asked"),
        (Rating(outcome="time", experience=0), "The experience of “time” must be from 1 to 5, not 0"),
    ],
)
def test_codes_are_held_against_the_scales_of_the_study(store: Store, rating: Rating, message: str) -> None:
    """A rating that is none of the study's own scale is refused, and nothing is stored; others come back."""
    settings = Settings(success=Instrument(scale="satisfaction", anchor=6, points=SEVEN), importance=ELEVEN_FROM_EIGHT)
    wave = store.open_wave(store.add_study(replace(PARCEL, settings=settings)).id)
    with pytest.raises(Refused, match=message):
        store.save(wave.id, ANNA, Answers(ratings=(rating,)))
    store.save(wave.id, ANNA, rated("on-time", 0, 7))
    assert store.ratings(wave.id)[["importance", "experience"]].to_numpy().tolist() == [[0.0, 7.0]]
    kept = store.response(ANNA).ratings["on-time"]
    assert (kept.importance, kept.experience) == (0, 7)


def test_groups_read_only_their_own_answers(store: Store, wave: Wave) -> None:
    """Ratings of a group are those of the people who gave that answer."""
    store.save(wave.id, ANNA, Answers(profile={"solution": "post"}))
    store.save(wave.id, ANNA, rated("time", 5, 1))
    store.save(wave.id, BERT, Answers(profile={"solution": "courier"}))
    store.save(wave.id, BERT, rated("time", 2, 4))
    assert store.ratings(wave.id, Group("solution", "post"))["importance"].tolist() == [5.0]
    assert store.ratings(wave.id, Group("solution", "courier"))["experience"].tolist() == [4.0]
    assert store.ratings(wave.id, Group("haste", "low")).empty
    assert len(store.ratings(wave.id)) == 2


def test_an_empty_wave_has_the_columns_of_a_full_one(store: Store, wave: Wave) -> None:
    """Empty results keep their columns."""
    assert list(store.ratings(wave.id)) == [
        "respondent",
        "outcome",
        "importance",
        "experience",
        "not_applicable",
    ]
    assert list(store.profiles(wave.id)) == ["respondent", "question", "option"]


def test_ratings_up_to_a_row_of_the_log_are_those_of_then(store: Store, wave: Wave) -> None:
    """What was saved after the row is left out, also where it replaced an earlier rating."""
    store.save(wave.id, ANNA, rated("time", 5, 1))
    then = store.version(wave.id).last
    store.save(wave.id, ANNA, rated("time", 3, 3))
    store.save(wave.id, BERT, rated("time", 4, 4))
    assert store.ratings(wave.id, until=then)["importance"].tolist() == [5.0]
    assert sorted(store.ratings(wave.id)["importance"]) == [3.0, 4.0]


def test_the_log_has_a_row_per_save(store: Store, wave: Wave) -> None:
    """Each save of a rating is a row with its number, up to the one asked for."""
    store.save(wave.id, ANNA, rated("time", 5, 1))
    then = store.version(wave.id).last
    store.save(wave.id, ANNA, rated("time", 3, 3))
    log = store.log(wave.id, store.version(wave.id).last).sort_values("seq")
    assert log["importance"].tolist() == [5.0, 3.0]
    assert store.log(wave.id, then)["seq"].tolist() == [then]


def test_position_and_time_of_a_card_are_kept(store: Store, wave: Wave) -> None:
    """They are read as cards, and the response is the same as without them."""
    rating = Rating(outcome="time", importance=5, experience=2)
    store.save(wave.id, ANNA, Answers(ratings=(Rating(outcome="on-time", experience=1),)))
    store.save(
        wave.id,
        ANNA,
        Answers(ratings=(Rating(outcome="time", importance=5, experience=2, position=3, seconds=4.5),)),
    )
    found = store.cards(wave.id).set_index("outcome")
    assert found.loc["time", ["position", "seconds"]].tolist() == [3, 4.5]
    assert found.loc["on-time", ["position", "seconds"]].isna().all()
    assert store.response(ANNA).ratings["time"] == rating


def test_a_later_save_without_a_time_keeps_the_time(store: Store, wave: Wave) -> None:
    """The save of the whole page does not wipe what its cards found; a longer time replaces a shorter one."""
    for seconds in (2.5, 8.0, None):
        rating = Rating(outcome="time", importance=5, experience=2, position=1, seconds=seconds)
        store.save(wave.id, ANNA, Answers(ratings=(rating,)))
    assert store.cards(wave.id)["seconds"].tolist() == [8.0]


def test_imported_answers_have_neither_position_nor_time(store: Store, wave: Wave) -> None:
    """What is not known is missing, and an empty wave has the columns of a full one."""
    assert list(store.cards(wave.id)) == ["respondent", "outcome", "position", "seconds", "took_bait"]
    store.set_status(wave.id, "closed")
    imported = store.import_wave(wave.study_id, answers(("7", "time", 5.0, 2.0, False)))
    assert store.cards(imported.id)[["position", "seconds"]].isna().all(axis=None)


@pytest.mark.parametrize("wrong", [{"position": 0}, {"position": 301}, {"seconds": -0.1}, {"seconds": 86_401.0}])
def test_what_no_form_can_tell_is_refused(wrong: dict[str, float]) -> None:
    """A position outside of any form and a time below nothing or above a day are no values."""
    with pytest.raises(Refused, match=r"position|seconds"):
        Rating(outcome="time", **wrong)  # type: ignore[arg-type]


def test_parts_of_the_answers_hold_what_the_frames_hold(
    store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part has all of some people: together they are the frames of the single verbs."""
    store.set_status(wave.id, "closed")
    rows = answers(*((f"{n}", name, 1.0 + n % 5, 2.0, False) for n in range(7) for name in ("time", "on-time")))
    imported = store.import_wave(wave.study_id, rows, {"3": {"solution": "post"}}, weights={"4": 2.0}).id
    monkeypatch.setattr(frame_verbs, "PEOPLE", 3)
    parts = list(store.answer_parts(imported))
    assert [part.ratings["respondent"].nunique() for part in parts] == [3, 3, 1]
    for name in AnswerPart._fields:
        joined = pd.concat([getattr(part, name) for part in parts], ignore_index=True)
        pd.testing.assert_frame_equal(joined, getattr(store, name)(imported), check_dtype=False)
    for one, part in zip(store.rating_parts(imported), parts, strict=True):
        pd.testing.assert_frame_equal(one, part.ratings)
