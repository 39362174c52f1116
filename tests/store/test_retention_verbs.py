"""Retention: closed rounds are anonymised one-way, or deleted, once their last day is over."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from jtbd_core import access, score
from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.live.shared_remarks import shared_remarks
from jtbd_core.store import retention_verbs
from jtbd_core.wave import Answers, Wave
from jtbd_core.wave.retention import DAYS_OF_NOTICE, Retention
from tests.store.studies import PARCEL, rated

TODAY = datetime.now(UTC).replace(tzinfo=None)
SOON = Retention(until=TODAY.date() + timedelta(days=DAYS_OF_NOTICE))
GONE = Retention(until=SOON.until, end="delete")
ANCHORS = {"time": 4, "on-time": 3, "undamaged": 3}
POINTS = ["n", "importance", "satisfaction", "opportunity", "value_wanted", "share_short"]
"""What is counted of answers; intervals are drawn, by the ids of respondents."""

TABLES = ("response", "rating", "profile", "assignment", "remark", "membership", "withheld", "code", "admission")
MANY = 1_000_000
"""More than any code, number of a row or place; a time in milliseconds is greater."""

TOKENS = [f"person-{number}".ljust(22, "x") for number in range(7)]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Give a function that puts the clock of retention some days ahead."""

    def put(days: int) -> None:
        monkeypatch.setattr(retention_verbs, "now", lambda: TODAY + timedelta(days=days))

    return put


def said(number: int, late: bool) -> Answers:
    """Return what a person says, all at once, or what they had tapped before that and that arrives after it."""
    at = 1_700_000_000_002 if late else 1_700_000_000_009
    ratings = [
        replace(
            rated(outcome, 1 if late else 1 + (number + place) % 5, 1 + number * (place + 1) % 5).ratings[0], tapped=at
        )
        for place, outcome in enumerate(ANCHORS)
    ]
    profile = {"haste": ("low", "high")[number % 2]}
    remark = None if late else f"Remark {number}"
    return Answers(profile=profile, ratings=tuple(ratings), tapped=at, is_finished=True, remark=remark)


def answered(store: Store, retention: Retention | None) -> Wave:
    """Return a closed round of seven people with remarks, of which five are released, and one late save."""
    record = store.add_study(PARCEL)
    wave = store.open_wave(record.id)
    for late in (False, True):  # the second was long on its way, and never counts
        queued = [store.saving(record, wave, token, said(number, late)) for number, token in enumerate(TOKENS)]
        for one in queued:
            one.result()
    store.release_remarks(wave.id, [one.id for one in store.remarks(wave.id) if one.text[-1] in "01234"])
    store.set_retention(wave.study_id, retention)
    return store.set_status(wave.id, "closed")


def answers_of(store: Store) -> list[tuple[object, ...]]:
    """Return all rows of the tables that answers are in, and what leads to them."""
    with store._database.session() as session:  # type: ignore[attr-defined]
        return [row for table in TABLES for row in session.rows(f"SELECT * FROM {table}")]  # noqa: S608 - our own


def points(store: Store, wave: Wave) -> list[list[float]]:
    """Return what is counted of the answers of a wave."""
    found = score(store.ratings(wave.id), anchor=ANCHORS, draws=100).set_index("outcome").sort_index()
    return [list(row) for row in found[POINTS].to_numpy()]


def test_an_end_is_announced_some_days_before(store: Store) -> None:
    """A day too soon is refused, for all rounds and for one."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    soon = Retention(until=SOON.until - timedelta(days=1))
    for set_it in (lambda: store.set_retention(wave.study_id, soon), lambda: store.set_wave_retention(wave.id, soon)):
        with pytest.raises(Refused, match=f"at least {DAYS_OF_NOTICE} days from today"):
            set_it()
    assert store.wave(wave.id).retention is None


def test_all_rounds_of_a_study_have_its_retention_or_their_own(store: Store) -> None:
    """Those that are there, those that come, and one for itself; the trial has none."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.set_retention(wave.study_id, SOON)
    store.set_status(wave.id, "closed")
    following = store.open_wave(wave.study_id)
    assert store.retention(wave.study_id) == store.wave(wave.id).retention == following.retention == SOON
    assert store.set_wave_retention(wave.id, GONE).retention == GONE
    assert store.wave(following.id).retention == SOON
    trial = store.open_trial(wave.study_id)
    assert trial.retention is None
    with pytest.raises(Refused, match="by hand"):
        store.set_wave_retention(trial.id, SOON)


def test_nothing_ends_before_its_day_or_while_a_round_goes_on(store: Store, later: Callable[[int], None]) -> None:
    """The last day is kept whole; an open round ends once it is closed."""
    wave = answered(store, SOON)
    going_on = store.open_wave(wave.study_id)
    later(DAYS_OF_NOTICE)
    assert store.end_retention() == []
    later(DAYS_OF_NOTICE + 1)
    assert [one.id for one in store.end_retention()] == [wave.id]
    store.set_status(going_on.id, "closed")
    assert [one.id for one in store.end_retention()] == [going_on.id]
    assert store.end_retention() == []


def test_an_anonymised_round_leads_to_nobody(store: Store, later: Callable[[int], None]) -> None:
    """No token, id or receipt of before is in the database, no time is finer than a day, and no code is left."""
    wave = answered(store, SOON)
    ids = {access.response_id(token) for token in TOKENS}
    assert ids == set(store.ratings(wave.id)["respondent"])
    before = store.mark(wave.id)
    later(DAYS_OF_NOTICE + 1)
    store.end_retention()
    for token in TOKENS:
        with pytest.raises(NotFound):
            store.response(token)
        with pytest.raises(NotFound):
            store.response_by_receipt(access.receipt(token))
    assert store.wave(wave.id).anonymised_at
    assert store.mark(wave.id) != before
    content = answers_of(store)
    times = [cell for row in content for cell in row if isinstance(cell, datetime)]
    assert {(cell.hour, cell.minute, cell.second, cell.microsecond) for cell in times} == {(0, 0, 0, 0)}
    taps = [cell for row in content for cell in row if isinstance(cell, int) and cell > MANY]
    assert taps == []
    stored = str(content)
    secrets = [*ids, *(access.receipt_digest(token) for token in TOKENS)]
    assert [one for one in secrets if one in stored] == []


def test_an_anonymised_round_has_the_same_points(store: Store, later: Callable[[int], None]) -> None:
    """To the last digit, also where a save came late; who said what of themselves goes with the same ratings."""
    wave = answered(store, SOON)
    groups = store.profiles(wave.id).merge(store.ratings(wave.id), on="respondent")
    before = points(store, wave), store.progress(wave.id), len(store.log(wave.id, 1 << 60))
    later(DAYS_OF_NOTICE + 1)
    store.end_retention()
    assert (points(store, wave), store.progress(wave.id), len(store.log(wave.id, 1 << 60))) == before
    again = store.profiles(wave.id).merge(store.ratings(wave.id), on="respondent")
    columns = ["option", "outcome", "importance", "experience"]
    assert sorted(map(tuple, again[columns].to_numpy())) == sorted(map(tuple, groups[columns].to_numpy()))
    assert set(again["respondent"]).isdisjoint(groups["respondent"])


def test_only_released_remarks_are_left(store: Store, later: Callable[[int], None]) -> None:
    """Under other people than before; what viewers see of them is the same."""
    wave = answered(store, SOON)
    shown = shared_remarks(store, (wave,))
    later(DAYS_OF_NOTICE + 1)
    store.end_retention()
    assert sorted(one.text for one in store.remarks(wave.id)) == [f"Remark {number}" for number in range(5)]
    assert shared_remarks(store, (wave,)) == shown
    assert store.faults() == []


def test_a_round_can_be_deleted_instead(store: Store, later: Callable[[int], None]) -> None:
    """With all its answers; the next one goes by a number of its own."""
    wave = answered(store, GONE)
    following = store.open_wave(wave.study_id)
    later(DAYS_OF_NOTICE + 1)
    store.end_retention()
    with pytest.raises(NotFound):
        store.wave(wave.id)
    assert store.ratings(following.id).empty
    store.set_status(following.id, "closed")
    assert store.open_wave(wave.study_id).number == following.number + 1


def test_the_end_is_in_the_audit_list_and_final(store: Store, later: Callable[[int], None]) -> None:
    """The server did it, as was set; no later date brings anything back."""
    wave = answered(store, SOON)
    later(DAYS_OF_NOTICE + 1)
    store.end_retention()
    (deed,) = store.whole_audit()
    assert (deed.who, deed.sign_in, deed.what, deed.study_id) == (
        "",
        "server",
        "anonymised round 1, as was set",
        wave.study_id,
    )
    with pytest.raises(Refused, match="anonymised, for good"):
        store.set_wave_retention(wave.id, None)
