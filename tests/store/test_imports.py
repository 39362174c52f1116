"""Answers collected elsewhere, as the store takes them."""

import math

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.wave import Progress, Wave
from tests.store.studies import answers


def test_an_imported_wave_is_closed_and_complete(store: Store, wave: Wave) -> None:
    """Answers collected elsewhere become a closed wave whose people are not named as they were."""
    store.set_status(wave.id, "closed")
    found = answers(
        ("anna@example.org", "time", 5.0, 2.0, False),
        ("anna@example.org", "on-time", None, None, True),
        ("bert@example.org", "time", None, 4.0, False),
    )
    imported = store.import_wave(wave.study_id, found, {"anna@example.org": {"solution": "post"}})
    assert (imported.status, imported.number) == ("closed", 2)
    kept = store.ratings(imported.id)
    assert kept.drop(columns="respondent").to_numpy().tolist() == [
        ["on-time", pytest.approx(math.nan, nan_ok=True), pytest.approx(math.nan, nan_ok=True), True],
        ["time", 5.0, 2.0, False],
        ["time", pytest.approx(math.nan, nan_ok=True), 4.0, False],
    ]
    assert not kept["respondent"].str.contains("@").any()
    assert store.profiles(imported.id)["option"].tolist() == ["post"]
    assert store.progress(imported.id) == Progress(joined=2, rated=2, finished=2)


def test_imported_numbers_stay_so_that_scores_keep_their_digits(store: Store, wave: Wave) -> None:
    """Respondents known by a number or code keep it, in each round anew."""
    store.set_status(wave.id, "closed")
    rows = answers(("7", "time", 5.0, 2.0, False), ("g012", "time", 1.0, 1.0, False))
    for imported in (store.import_wave(wave.study_id, rows), store.import_wave(wave.study_id, rows)):
        assert set(store.ratings(imported.id)["respondent"]) == {"7", "g012"}


@pytest.mark.parametrize(
    ("row", "profiles"),
    [
        (("r", "unknown", 1.0, 1.0, False), {}),
        (("r", "time", 6.0, 1.0, False), {}),
        (("r", "time", 1.0, 0.0, False), {}),
        (("r", "time", 1.0, 1.0, False), {"r": {"solution": "unknown"}}),
    ],
)
def test_a_bad_import_leaves_nothing_behind(
    store: Store, wave: Wave, row: tuple[str, str, float, float, bool], profiles: dict[str, dict[str, str]]
) -> None:
    """A value or name that does not fit refuses the whole import: no wave, no answers."""
    store.set_status(wave.id, "closed")
    with pytest.raises(Refused, match=r"unknown|1 to 5"):
        store.import_wave(wave.study_id, answers(("s", "time", 1.0, 1.0, False), row), profiles)
    assert [one.id for one in store.waves(wave.study_id)] == [wave.id]
