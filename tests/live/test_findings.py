"""The cache of findings: computed once for all viewers, and refreshed in the background."""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from threading import Event
from time import monotonic

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live import findings as shared_findings
from jtbd_core.live import refresh
from jtbd_core.live.findings import Findings, Stamp, findings, findings_cache, room_cache
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.store.studies import PARCEL

STUDY = demo_study()
SECONDS_TO_COME = 30.0


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's round, open for more answers."""
    findings_cache.cache_clear()
    return store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY), status="open")


@pytest.fixture
def look(store: Store, wave: Wave) -> Callable[[], Findings]:
    """Give a function that asks for the findings after the shared pulse has expired."""

    def looked() -> Findings:
        room_cache.forget()
        return findings(store, STUDY, wave)

    return looked


def test_all_viewers_are_given_the_same(look: Callable[[], Findings]) -> None:
    """Viewers who ask during the first computation wait for it, and nothing is computed twice."""
    with ThreadPoolExecutor(8) as viewers:
        given = list(viewers.map(lambda _: look(), range(8)))
    assert all(one is given[0] for one in given)
    assert look() is given[0]


def test_only_the_viewer_that_triggers_a_refresh_waits_for_it(
    look: Callable[[], Findings], store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All others get the stale findings at once, so that not all redraw in the same moment."""
    monkeypatch.setattr(refresh, "PATIENCE", 60)
    monkeypatch.setattr(refresh, "REST", 0)
    before, may_end = look(), Event()
    monkeypatch.setattr(shared_findings, "_computed", lambda *_: may_end.wait() and before)
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome=STUDY.outcomes[0].id, importance=5, experience=1),)))
    with ThreadPoolExecutor(2) as viewers:
        lookers = {viewers.submit(look) for _ in range(2)}
        soon, waiting = wait(lookers, SECONDS_TO_COME, FIRST_COMPLETED)
        assert ([one.result() for one in soon], len(waiting)) == ([before], 1)
        may_end.set()


def test_a_refresh_shows_at_a_later_look(
    look: Callable[[], Findings], store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stale findings are given until those with the answers of more people are computed."""
    monkeypatch.setattr(refresh, "REST", 0)
    before = look()
    for person in range(5):
        rating = Rating(outcome=STUDY.outcomes[0].id, importance=5, experience=1)
        store.save(wave.id, f"{person:022}", Answers(ratings=(rating,)))
    end, seen = monotonic() + SECONDS_TO_COME, look()
    while seen is before and monotonic() < end:
        seen = look()
    assert seen.results.people > before.results.people


def test_a_frozen_display_loses_deleted_answers(
    look: Callable[[], Findings], store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is frozen stays as it was but for a deletion, with which others leave it too."""
    monkeypatch.setattr(refresh, "REST", 0)
    look()
    frozen = store.version(wave.id)
    before = findings(store, STUDY, wave, log=frozen)
    store.delete_response(str(store.ratings(wave.id)["respondent"].iloc[0]))
    room_cache.forget()
    end, seen = monotonic() + SECONDS_TO_COME, before
    while seen is before and monotonic() < end:
        seen = findings(store, STUDY, wave, log=frozen)
    less = before.results.all.set_index("outcome")["n"] - seen.results.all.set_index("outcome")["n"]
    # With the one who left go four others, or all of those who cannot be told apart where they are fewer than ten.
    assert set(less) <= {0, *range(THRESHOLD, 2 * THRESHOLD)}
    assert less.max() >= THRESHOLD


def test_everybody_waits_for_one_group_at_most(
    look: Callable[[], Findings], store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a viewer's link asks for group after group, the findings of everybody are refreshed beside them."""
    before, may_end, begun = look(), Event(), []

    def computed(_store: Store, _study: Study, _wave: Wave, stamp: Stamp) -> Findings:
        if stamp.view.group:
            begun.append(stamp.view.group)
            may_end.wait()
        return before

    monkeypatch.setattr(shared_findings, "_computed", computed)
    findings_cache.cache_clear()
    groups = [Group("solution", one.id) for one in STUDY.solutions[:2]]
    with ThreadPoolExecutor(3) as viewers:
        asked = [viewers.submit(findings, store, STUDY, wave, group) for group in groups]
        try:
            assert viewers.submit(look).result(SECONDS_TO_COME) is before
            assert len(begun) <= 1
        finally:
            may_end.set()
        assert [one.result() for one in asked] == [before, before]


def test_a_group_is_computed_anew_only_where_what_is_shown_changes(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a reveal new answers leave the findings of a group as they are, and a deletion does not."""
    monkeypatch.setattr(refresh, "PATIENCE", 60)
    monkeypatch.setattr(refresh, "REST", 0)
    wave = store.open_wave(store.add_study(PARCEL).id)

    def let_rate(people: range) -> None:
        rating = Rating(outcome="time", importance=5, experience=2)
        for number in people:
            store.save(wave.id, f"{number:022}", Answers(profile={"solution": "courier"}, ratings=(rating,)))

    def look() -> Findings:
        room_cache.forget()
        return findings(store, PARCEL, store.wave(wave.id), Group("solution", "courier"))

    let_rate(range(10))
    store.reveal(wave.id)
    look()
    let_rate(range(10, 11))
    seen = look()
    let_rate(range(11, 12))
    assert look() is seen
    store.delete_response(store.response(f"{3:022}").id)
    assert look().results.people < seen.results.people == 10
