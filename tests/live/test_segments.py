"""Segments that nobody declared: drawn of an occasion, shown where the ledger lets them, else a sentence says why."""

from importlib import import_module

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.live import refresh
from jtbd_core.live.before_archive import release_before_archive
from jtbd_core.live.findings import room_cache
from jtbd_core.live.segment_view import HIDDEN, Drawn, SegmentView, told
from jtbd_core.live.segments import COPIED, _everything, found_segments, segmented
from jtbd_core.study.scale import HUNDRED, Importance, Instrument, Settings
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.ledger import SEGMENT
from tests.live.segmented import OUTCOMES, STUDY, Kinds, answers_of, snapshot_of

FOUND = "2 segments found, not asked: resamples of the same people give the same ones."
MODULE = import_module("jtbd_core.scoring.segments")


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let who looks wait for what is new."""
    monkeypatch.setattr(refresh, "PATIENCE", 60)
    monkeypatch.setattr(refresh, "REST", 0)


@pytest.fixture
def few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure the agreement of 5 pairs of resamples instead of 50: the same, less exact, and quicker."""
    monkeypatch.setattr(MODULE, "PAIRS", 5)


def imported(store: Store, answers: Kinds) -> Wave:
    """Return a closed wave with these answers."""
    return store.import_wave(store.add_study(STUDY).id, *answers)


def viewed(store: Store, *waves: Wave) -> SegmentView:
    """Return what a stakeholder sees who looks some seconds later."""
    room_cache.forget()
    found = found_segments(store, STUDY, waves, with_unreleased=False)
    assert found is not None
    return found


def test_found_segments_are_released_and_told_by_needs_and_people(store: Store) -> None:
    """Who they are, what falls short for them, and their scores beside everybody's; the ledger has the sets."""
    wave = imported(store, answers_of(80, streaming=32))
    found = viewed(store, wave)
    assert found.verdict == FOUND
    assert [(one.number, one.people) for one in found.segments] == [(1, 40), (2, 40)]
    (theirs,) = (one for one in found.segments if "Streaming service (80%, others 0%)" in one.members)
    assert all("matters and falls short for 9" in line and "(others " in line for line in theirs.needs)
    assert len(theirs.needs) == 3
    assert len(found.rows) == len(OUTCOMES)
    ledger = store.ledger(wave.id)
    shown = [one for one in ledger.releases if one.group.question == SEGMENT]
    assert {(one.outcome, one.group.option) for one in shown} == {(one, at) for one in OUTCOMES for at in "12"}
    crossed = [one for one in ledger.releases if one.group.question == f"{SEGMENT}+solution"]
    at, other = theirs.number, 3 - theirs.number
    assert {one.group.option for one in crossed} == {f"{at}+streaming", f"{at}+vinyl", f"{other}+vinyl"}
    assert len({one.outcome for one in crossed}) == 1
    first, row = answers_of(80)[0], next(row for row in found.rows if row.statement == STUDY.outcomes[0].statement)
    first = first[(first["outcome"] == OUTCOMES[0]) & (first["respondent"] < "p040")]
    unmet = ((first["importance"] >= 4) & (first["experience"] < STUDY.readings()[OUTCOMES[0]].anchor)).mean()
    assert row.scores["unmet"][at] == f"{100 * unmet:.0f} %"


def test_segments_that_would_tell_of_few_are_not_shown(store: Store) -> None:
    """Three people less than a segment use a solution, whose group was shown first; no figure of the segments is."""
    wave = imported(store, answers_of(80, streaming=37))
    found = viewed(store, wave)
    assert found.verdict.startswith(FOUND)
    assert "None can be shown: beside all that was shown before" in found.verdict
    assert (found.segments, found.rows) == ((), ())
    assert not [one for one in store.ledger(wave.id).releases if one.group.question.startswith(SEGMENT)]


def test_segments_that_are_made_are_shown_to_the_facilitator_alone(store: Store) -> None:
    """Others are told that there are such, and why they see none."""
    wave = imported(store, answers_of(240, gap=1.1, seed=2))
    said = viewed(store, wave)
    assert said.verdict.startswith("2 segments made, not found: resamples of the same people agree by 0.")
    assert said.verdict.endswith("Another sample would draw the borders elsewhere, so none are shown.")
    assert said.segments == ()
    own = found_segments(store, STUDY, [wave], with_unreleased=True)
    assert own is not None
    assert (own.verdict, len(own.segments)) == (said.verdict.replace(", so none are shown", ""), 2)
    assert not [one for one in store.ledger(wave.id).releases if one.group.question.startswith(SEGMENT)]


def test_segments_stand_until_the_next_occasion_and_then_pass_anew(store: Store) -> None:
    """Who comes after the reveal moves nothing; at the end other sets are drawn, beside those that were shown."""
    wave = store.open_wave(store.add_study(STUDY).id)
    ratings, profiles = answers_of(100)
    given = {
        str(name): tuple(
            Rating(outcome=row.outcome, importance=int(row.importance), experience=int(row.experience))
            for row in mine.itertuples()
        )
        for name, mine in ratings.groupby("respondent")
    }

    def let_rate(names: list[str]) -> None:
        for name in names:
            store.save(wave.id, name.rjust(22, "0"), Answers(profile=profiles[name], ratings=given[name]))

    everybody = [f"p{n:03}" for n in range(100)]
    assert found_segments(store, STUDY, [wave], with_unreleased=False) is None
    let_rate(everybody[10:90])
    store.reveal(wave.id)
    wave = store.wave(wave.id)
    first = viewed(store, wave)
    assert [one.people for one in first.segments] == [40, 40]
    let_rate(everybody[:10])
    assert viewed(store, wave) is first
    let_rate(everybody[90:])
    store.set_status(wave.id, "closed")
    last = viewed(store, store.wave(wave.id))
    assert [one.people for one in last.segments] == [50, 50]
    assert len({name for name, group in store.ledger(wave.id).members if group.question == SEGMENT}) == 2


@pytest.mark.usefixtures("few_pairs")
def test_everybody_is_in_a_segment() -> None:
    """Who always answers the same is in the largest one, so that nobody is told by being in none."""
    ratings = snapshot_of(80).ratings
    same = ratings["respondent"].isin(["p001", "p002"])
    alike = {name: ratings[name].mask(same, 3.0) for name in ("importance", "experience")}
    found = segmented(STUDY, ratings.assign(**alike))
    assert sorted(map(len, found.people)) == [38, 42]
    assert {"p001", "p002"} <= max(found.people, key=len)


@pytest.mark.usefixtures("few_pairs")
def test_what_is_no_segment_is_not_shown() -> None:
    """Answers at random give other segments each time, and few people none: a sentence says so."""
    random = _everything(STUDY, snapshot_of(80, gap=0))
    said = "No stable segments: two halves of the same people give different ones."
    assert random == SegmentView(said)
    few = _everything(STUDY, snapshot_of(40))
    assert few == SegmentView("No segments: 40 people are too few for two segments of 30.")


@pytest.mark.usefixtures("few_pairs")
def test_the_facilitator_sees_no_figures_of_few_people() -> None:
    """An outcome that four people of a segment rated has a dash."""
    snapshot = snapshot_of(80)
    late = snapshot.ratings["respondent"] >= "p004"
    is_left_out = late & (snapshot.ratings["respondent"] < "p040") & (snapshot.ratings["outcome"] == OUTCOMES[0])
    found = _everything(STUDY, snapshot._replace(ratings=snapshot.ratings[~is_left_out]))
    row = next(row for row in found.rows if row.statement == STUDY.outcomes[0].statement)
    assert sorted(row.scores["unmet"][1:]).count(HIDDEN) == 1


def test_rounds_are_not_taken_together(store: Store) -> None:
    """Segments of two rounds are other sets: one round is to be chosen."""
    wave = imported(store, answers_of(10))
    assert viewed(store, wave, wave).verdict == "Segments are drawn in one round at a time: choose one."


def test_value_wanted_on_a_long_scale_is_told_to_a_tenth_of_a_point() -> None:
    """On 101 points hundredths tell nothing."""
    hundred = Instrument(scale="satisfaction", anchor=70, points=HUNDRED)
    settings = Settings(importance=Importance(points=HUNDRED, cut=70), key=hundred, success=hundred)
    ratings = snapshot_of(80).ratings
    ratings = ratings.assign(importance=20 * ratings["importance"], experience=20 * ratings["experience"])
    parts = {1: ratings[ratings["respondent"] < "p040"], 2: ratings[ratings["respondent"] >= "p040"]}
    found = told(replace(STUDY, settings=settings), FOUND, Drawn(ratings, parts, {}))
    assert {len(score.partition(".")[2]) for row in found.rows for score in row.scores["value_wanted"]} == {1}


def test_no_segments_are_drawn_for_viewers_of_a_copy(store: Store) -> None:
    """They would be other sets of the same people than those of the first study; the verdict says where to look."""
    wave = imported(store, answers_of(30))
    release_before_archive(store, wave.study_id)
    with store.archived(wave.study_id) as archived:
        copy = store.waves(store.add_copy(archived).id)[0]
    assert viewed(store, copy).verdict == COPIED
    assert all(group.question != SEGMENT for _, group in store.ledger(copy.id).members)
