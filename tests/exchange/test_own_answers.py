"""Our own export of answers, taken in again: what is asked, on which scales, and every answer come back."""

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, Refused, UnreadableFile
from jtbd_core.exchange.answers import answers_csv, answers_workbook, wave_answers
from jtbd_core.exchange.own_answers import read_own_answers
from jtbd_core.exchange.own_import import keep_own_answers, keep_own_round
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Step, Study
from jtbd_core.study.scale import ELEVEN, SEVEN, Importance, Instrument, Settings
from jtbd_core.wave import Answers, Rating, Wave

STUDY = Study(
    title="Parcels",
    job="Send a package",
    steps=(Step(id="wrap", name="Wrap"), Step(id="post", name="=Post", is_core=True)),
    outcomes=(
        Outcome(id="time", statement="Minimize the time it takes to wrap", step="wrap"),
        Outcome(id="effort", statement="'=Minimize the effort it takes to post", step="post"),
        Outcome(id="calm", statement="I feel calm", dimension="emotional"),
        Outcome(id="undamaged", statement="It is not damaged", dimension="functional", polarity="avoid"),
    ),
    solutions=(Solution(id="c", name="C++"), Solution(id="courier", name="C")),
    circumstances=(
        Circumstance(
            id="x", question="experience", options=(Option(id="a", label="Daily; or more"), Option(id="b", label="-1"))
        ),
    ),
    settings=Settings(
        importance=Importance(points=ELEVEN, cut=7),
        key=Instrument(scale="pair", anchor=0, points=SEVEN),
        success=Instrument(scale="expectation", anchor=4, points=SEVEN),
    ),
)
RATED = pd.DataFrame(
    {
        "respondent": "a",
        "outcome": ["calm", "undamaged"],
        "importance": 5.0,
        "experience": 3.0,
        "not_applicable": False,
    }
)
COLUMNS = ["outcome", "importance", "experience", "expectation", "not_applicable"]


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give a round in which eight people rated on seven and eleven points, in pairs too, or said it does not apply."""
    wave = store.open_wave(store.add_study(STUDY).id)
    for person in range(8):
        ratings = [Rating(outcome="calm", importance=person, experience=1 + person % 7)]
        ratings += [Rating(outcome=name, importance=9, experience=2, expectation=5 + person % 2) for name in ("time",)]
        ratings.append(Rating(outcome="undamaged", not_applicable=True))
        profile = {"solution": ("c", "courier")[person % 2], "x": "ab"[person % 2]}
        store.save(wave.id, f"{person:022}", Answers(ratings=tuple(ratings), profile=profile, is_finished=True))
    store.save(wave.id, "9" * 22, Answers(ratings=(Rating(outcome="effort"), Rating(outcome="calm", experience=7))))
    return store.set_status(wave.id, "closed")


def told(store: Store, wave: Wave) -> list[list[object]]:
    """Return all that each person answered, without who it was."""
    ratings = store.ratings(wave.id)
    profiles = store.profiles(wave.id).groupby("respondent")
    said = {name: one[["question", "option"]].to_numpy().tolist() for name, one in profiles}
    people = ratings[COLUMNS].fillna(-1).groupby(ratings["respondent"])
    return sorted(([one.to_numpy().tolist(), said.get(name, [])] for name, one in people), key=str)


@pytest.mark.parametrize("write", [answers_csv, answers_workbook], ids=["csv", "excel"])
def test_an_export_becomes_the_same_study_with_the_same_answers(store: Store, wave: Wave, write: object) -> None:
    """Kinds, steps, polarities, scales, solutions, questions and answers are as they were, whatever their words."""
    own = read_own_answers(write(wave_answers(store, STUDY, wave)))
    assert own is not None
    record, copy = keep_own_answers(store, own, STUDY.title, STUDY.job)
    assert replace(record.study, note="") == STUDY
    assert told(store, copy) == told(store, wave)
    assert copy.status == "closed"


@pytest.mark.parametrize("write", [answers_csv, answers_workbook], ids=["csv", "excel"])
def test_weights_of_an_imported_round_come_back(store: Store, wave: Wave, write: object) -> None:
    """Each with its person's answers; an export of a round without weights has no such column."""
    ratings = store.ratings(wave.id).assign(experience=1.0, expectation=1.0).query("outcome == 'calm'").dropna()
    weights = {name: number / 4 + 0.5 for number, name in enumerate(ratings["respondent"])}
    weighted = store.import_wave(wave.study_id, ratings.drop(columns="expectation"), weights=weights, asked=["calm"])
    content = write(wave_answers(store, STUDY, weighted))
    own = read_own_answers(content)
    assert own is not None
    copy = keep_own_answers(store, own, "Copy", "Job")[1]
    before, after = (
        store.weights(one.id).merge(store.ratings(one.id), on="respondent")[["importance", "weight"]]
        for one in (weighted, copy)
    )
    assert sorted(after.itertuples(index=False)) == sorted(before.itertuples(index=False))
    assert read_own_answers(write(wave_answers(store, STUDY, wave))).weights == {}


def test_a_person_with_two_weights_is_refused(store: Store) -> None:
    """Somebody has changed the file."""
    wave = store.import_wave(store.add_study(STUDY).id, RATED, weights={"a": 2.0})
    content = answers_csv(wave_answers(store, STUDY, wave)).replace(b",2.0\n", b",3.0\n", 1)
    with pytest.raises(UnreadableFile, match="more than one weight"):
        read_own_answers(content)


@pytest.mark.parametrize("write", [answers_csv, answers_workbook], ids=["csv", "excel"])
def test_an_export_is_scored_as_the_study_is(store: Store, wave: Wave, write: object) -> None:
    """Each kind by its own scale, to the last digit."""
    own = read_own_answers(write(wave_answers(store, STUDY, wave)))
    assert own is not None
    found, known = study_scores(own.study, own.scored), study_scores(STUDY, store.ratings(wave.id))
    assert (found.by, found.people) == (known.by, known.people)
    pd.testing.assert_frame_equal(found.all, known.all, check_exact=True)


def test_an_export_becomes_a_further_round(store: Store, wave: Wave) -> None:
    """Outcomes, questions and answers are known by their words, or by their ids where these were corrected since."""
    own = read_own_answers(answers_csv(wave_answers(store, STUDY, wave)))
    assert own is not None
    calmer = [replace(one, statement="I feel calmer") if one.id == "calm" else one for one in STUDY.outcomes]
    worded = store.add_study(replace(STUDY, outcomes=tuple(calmer)))
    record, further, left = keep_own_round(store, worded.id, own)
    assert (record.id, further.number, left) == (worded.id, 1, ())
    assert told(store, further) == told(store, wave)
    other = replace(
        STUDY,
        outcomes=(Outcome(id="peace", statement="I FEEL calm", dimension="emotional"),),
        circumstances=(),
        solutions=(Solution(id="plus", name="C++"),),
    )
    _, known, left = keep_own_round(store, store.add_study(other).id, own)
    assert store.ratings(known.id)["outcome"].unique().tolist() == ["peace"]
    assert store.profiles(known.id)[["question", "option"]].drop_duplicates().to_numpy().tolist() == [
        ["solution", "plus"]
    ]
    assert [part for part in left if "question" in part or "answer" in part] == [
        "the question “experience”",
        "the answer “C”",
    ]


def test_the_people_of_a_round_do_not_come_back_as_another_one(store: Store, wave: Wave) -> None:
    """The round shows all but up to four of them, the other one would show all: the difference tells of these."""
    own = read_own_answers(answers_csv(wave_answers(store, STUDY, wave)))
    assert own is not None
    with pytest.raises(Refused, match="“Round 1” already"):
        keep_own_round(store, wave.study_id, own)
    assert [one.number for one in store.waves(wave.study_id)] == [1]


def test_a_round_on_another_scale_is_refused(store: Store, wave: Wave) -> None:
    """Neither is that of a study which has none of the outcomes; nothing is kept."""
    own = read_own_answers(answers_csv(wave_answers(store, STUDY, wave)))
    assert own is not None
    five = store.add_study(replace(STUDY, settings=Settings()))
    none = store.add_study(replace(STUDY, outcomes=(Outcome(id="z", statement="Z", dimension="social"),)))
    for record, says in ((five, "compare two scales"), (none, "none of the outcomes")):
        with pytest.raises(Refused, match=says):
            keep_own_round(store, record.id, own)
        assert store.waves(record.id) == []


def test_other_files_are_not_ours() -> None:
    """They are read as ratings of whoever exported them."""
    assert read_own_answers(b"respondent,outcome,importance,experience\n1,time,5,2\n") is None


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b",pair,", b",stars,", "Column scale: “stars” is none of"),
        (b"1 to 7,0,", b"1 to 7,two,", "Column anchor: “two” is no whole number"),
        (b",9,2,5,", b",nine,2,5,", "Column importance: “nine”"),
        (b",emotional,", b",lucky,", "Column kind: “lucky” is none of"),
        (b"0 to 10,7", b"0 to 10,99", "cut of importance"),
    ],
)
def test_a_cell_that_was_changed_is_named(store: Store, wave: Wave, old: bytes, new: bytes, says: str) -> None:
    """One line says which column holds what it cannot."""
    content = answers_csv(wave_answers(store, STUDY, wave))
    assert old in content
    with pytest.raises(JtbdError, match=says):
        read_own_answers(content.replace(old, new))
