"""What a file tells of its people, and of its outcomes beside the ratings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.further_round import keep_further_round
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.proposal import proposed
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.exchange.ratings_table import open_ratings
from jtbd_core.store import open_store

WIDE = "id,imp_a,sat_a,solution,3. Where do you live?,comment\n" + "".join(
    f"{at},5,{at % 5 + 1},{'post' if at % 2 else 'courier'},{'town' if at < 4 else 'village'},{'' if at else 'slow'}\n"
    for at in range(8)
)
LONG = "respondent,outcome,statement,kind,job_step,polarity,importance,experience,solution\n" + "".join(
    f"{who},calm,I feel calm,emotional,,wanted,4,3,{used}\n"
    f"{who},lost,I lose sight of it,social,,avoid,4,2,{used}\n"
    f"{who},pack,Pack fast,key outcome,Pack,wanted,5,2,{used}\n"
    f"{who},find,Find a shop,key outcome,Send,wanted,5,1,{used}\n"
    for who, used in (("x", "post"), ("y", "courier"), ("z", "post"))
)


def read(text: str) -> RatingsFile:
    """Return what a file's text holds when all that is proposed is taken."""
    return read_ratings(text.encode(), assignment=proposed(open_ratings(text.encode())))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    opened = open_store(tmp_path / "h.duckdb")
    yield opened
    opened.close()


def test_answers_about_people_are_kept(store: Store) -> None:
    """Solution, circumstance and remark of each person are in the round, under new ids."""
    record, wave = keep_imported(store, read(WIDE), "T", "J", None)
    assert record.study.questions() == {
        "solution": {"courier": "courier", "post": "post"},
        "where-do-you-live": {"town": "town", "village": "village"},
    }
    profiles = store.profiles(wave.id)
    assert profiles.value_counts(["question", "option"]).to_dict() == {
        ("solution", "courier"): 4,
        ("solution", "post"): 4,
        ("where-do-you-live", "town"): 4,
        ("where-do-you-live", "village"): 4,
    }
    assert [one.text for one in store.remarks(wave.id)] == ["slow"]
    assert not set(profiles["respondent"]) & set(map(str, range(8)))


def test_kinds_steps_and_polarities_are_those_of_the_file(store: Store) -> None:
    """Success outcomes are rated against expectation, key outcomes for satisfaction, as usual."""
    study = keep_imported(store, read(LONG), "T", "J", None)[0].study
    assert {one.id: (one.kind, one.polarity) for one in study.outcomes} == {
        "calm": ("emotional", "wanted"),
        "lost": ("social", "avoid"),
        "pack": ("key outcome", "wanted"),
        "find": ("key outcome", "wanted"),
    }
    assert [(one.name, one.is_core) for one in study.steps] == [("Pack", True), ("Send", False)]
    assert (study.settings.key.scale, study.settings.success.scale) == ("satisfaction", "expectation")
    with pytest.raises(UnreadableFile, match="“spiritual” is no kind of outcome, such as key outcome, functional"):
        keep_imported(store, read(LONG.replace("social", "spiritual")), "T", "J", None)


def test_a_further_round_knows_solutions_and_answers_by_their_words(store: Store) -> None:
    """Answers that the study does not offer are left out, or added to it."""
    study = keep_imported(store, read(WIDE), "T", "J", None)[0].id
    later = WIDE.replace("village", "farm").replace("courier", "Courier.")
    _, wave = keep_further_round(store, study, read(later.replace(",5,", ",4,")))
    assert set(store.profiles(wave.id)["option"]) == {"post", "courier", "town"}
    record, wave = keep_further_round(store, study, read(later.replace(",5,", ",3,")), adds_missing=True)
    assert set(store.profiles(wave.id)["option"]) == {"post", "courier", "town", "farm"}
    assert [one.label for one in record.study.circumstances[0].options] == ["town", "village", "farm"]


def test_somebody_with_two_solutions_is_refused() -> None:
    """A person uses one of them; the file says which respondent it is."""
    with pytest.raises(UnreadableFile, match="Column solution: respondent y has more than one option"):
        read(LONG.replace("courier", "bike", 1))
