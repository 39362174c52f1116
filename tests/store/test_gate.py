"""Screening and quotas on every engine: who is admitted is decided in the transaction that admits."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, NotAdmitted, NotFound, Refused, WaveClosed
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Limits, Wave
from jtbd_core.wave.panel import Panel, Quota
from tests.store.studies import PARCEL, rated
from tests.store.test_panel_log import rows

PANEL = Panel(
    screening=(("solution", "post"),),
    quotas=(Quota("haste", "low", 20), Quota("haste", "high", 10)),
)
PEOPLE = 300


def about(haste: str, solution: str = "courier") -> Answers:
    """Return what somebody says about themselves."""
    return Answers(profile={"haste": haste, "solution": solution}, tapped=1)


def token(number: int) -> str:
    """Return the token of one of many people."""
    return f"{number:022}"


def ended(store: Store, wave: Wave, name: str, answers: Answers) -> str:
    """Return how a save ends: taken, or why it was refused."""
    try:
        store.save(wave.id, name, answers)
    except WaveClosed as refusal:
        return refusal.status
    except JtbdError as refusal:
        return type(refusal).__name__
    return "taken"


@pytest.fixture
def fielded(store: Store) -> Wave:
    """Give an open wave with a screening question and quotas."""
    return store.set_panel(store.open_wave(store.add_study(PARCEL).id, Limits(cap=25)).id, PANEL)


def test_a_quota_is_never_exceeded(store: Store, opened: Callable[[], Store], fielded: Wave) -> None:
    """Of 300 who arrive at once, at two processes where the engine has several, quotas and total take theirs."""
    stores = [store] if store.is_alone else [store, opened()]

    def arrive(number: int) -> str:
        return ended(stores[number % len(stores)], fielded, token(number), about("low" if number % 2 else "high"))

    with ThreadPoolExecutor(PEOPLE) as people:
        ends = Counter(people.map(arrive, range(PEOPLE)))
    assert ends["taken"] == 25
    assert set(ends) - {"quota"} == {"taken", "full"}  # by chance no quota may be full before the round is
    taken = {place.quota.option: place.taken for place in store.fielding(fielded.id).places}
    assert taken["low"] <= 20
    assert taken["high"] <= 10
    assert sum(taken.values()) == store.progress(fielded.id).joined == 25


def test_who_is_screened_out_is_nowhere_in_the_answers(store: Store, fielded: Wave) -> None:
    """Nothing that they gave is kept, a second try with another answer ends alike, and the room counts them."""
    assert ended(store, fielded, token(1), about("low", "post")) == "screened"
    assert ended(store, fielded, token(1), about("low")) == "screened"
    assert store.turned_away(fielded.id, token(1)) == "screened"
    assert store.fielding(fielded.id).turned_away == {"screened": 1}
    assert store.progress(fielded.id).joined == 0
    assert store.profiles(fielded.id).empty
    with pytest.raises(NotFound):
        store.response(token(1))


def test_a_full_quota_is_final_and_the_other_goes_on(store: Store, fielded: Wave) -> None:
    """Who came too late does not get in by another answer; a raised quota lets the next one in."""
    store.set_panel(fielded.id, Panel(quotas=(Quota("haste", "low", 1),)))
    assert ended(store, fielded, token(1), about("low")) == "taken"
    assert ended(store, fielded, token(2), about("low")) == "quota"
    assert ended(store, fielded, token(2), about("high")) == "quota"
    assert ended(store, fielded, token(3), about("high")) == "taken"
    store.set_panel(fielded.id, Panel(quotas=(Quota("haste", "low", 2),)))
    assert ended(store, fielded, token(4), about("low")) == "taken"
    assert store.fielding(fielded.id).turned_away == {"quota": 1}


def test_nothing_is_taken_before_the_gate(store: Store, fielded: Wave) -> None:
    """A rating or half of the answers begin nothing: a place is taken by all answers that are asked for."""
    for early in (rated("time", 5, 2), Answers(), Answers(profile={"haste": "low"})):
        with pytest.raises(NotAdmitted):
            store.save(fielded.id, token(1), early)
    assert store.progress(fielded.id).joined == 0
    store.save(fielded.id, token(1), about("low"))
    store.save(fielded.id, token(1), rated("time", 5, 2))
    assert store.progress(fielded.id).rated == 1


def test_the_answers_that_admit_stay(store: Store, fielded: Wave) -> None:
    """Who is in cannot move to another quota or to a screened answer; the same answer again does no harm."""
    store.save(fielded.id, token(1), about("low"))
    store.save(fielded.id, token(1), about("low"))
    for other in (about("high"), about("low", "post"), Answers(profile={"haste": ""})):
        with pytest.raises(Refused, match="cannot be changed"):
            store.save(fielded.id, token(1), other)
    assert store.response(token(1)).profile == {"haste": "low", "solution": "courier"}


@pytest.mark.parametrize("haste", ["low", "high"])
def test_who_fills_a_quota_and_deletes_learns_nothing_of_others(
    store: Store, opened: Callable[[], Store], fielded: Wave, haste: str
) -> None:
    """However somebody answered meanwhile, a second count finds no place: those taken stay taken, in every process."""
    store.set_panel(fielded.id, Panel(quotas=(Quota("haste", "low", 5), Quota("haste", "high", 9))))

    def count_places(first: int) -> int:
        """Take all places of the quota for *low*, delete all answers, and return how many there were."""
        asked = store if store.is_alone else opened()
        mine = [
            number
            for number in range(first, first + 9)
            if ended(asked, fielded, token(number), about("low")) == "taken"
        ]
        for number in mine:
            asked.delete_response(asked.response(token(number)).id)
        return len(mine)

    assert count_places(100) == 5
    ended(store, fielded, token(1), about(haste))
    assert count_places(200) == 0
    assert [place[1:] for place in store.fielding(fielded.id).places] == [(5, 0, 5), (int(haste == "high"), 0, 0)]
    store.close()
    assert opened().fielding(fielded.id).places[0].deleted == 5


def test_no_id_is_kept_with_a_place(store: Store, address: str, fielded: Wave) -> None:
    """Of who deleted their answers a count is left, which goes with the study."""
    store.save(fielded.id, token(1), about("low"))
    store.delete_response(store.response(token(1)).id)
    store.close()
    assert rows(address, "SELECT * FROM kept_place") == [(fielded.id, "haste", "low", 1)]
    again = open_store(address)
    again.delete_study(fielded.study_id)
    again.close()
    assert rows(address, "SELECT * FROM kept_place") == []


def test_a_panel_names_what_the_wave_offers(store: Store, fielded: Wave) -> None:
    """A quota of an answer that nobody can give is refused, and so is any change of a closed wave."""
    for unknown in (Panel(quotas=(Quota("haste", "never", 1),)), Panel(screening=(("mood", "low"),))):
        with pytest.raises(Refused, match="does not offer"):
            store.set_panel(fielded.id, unknown)
    with pytest.raises(Refused, match="lets nobody in"):
        store.set_panel(fielded.id, Panel(screening=(("haste", "low"), ("haste", "high"))))
    store.set_status(fielded.id, "closed")
    with pytest.raises(Refused, match="closed"):
        store.set_panel(fielded.id, Panel())
