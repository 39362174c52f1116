"""Single-use codes, as the store keeps them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import duckdb
import psycopg
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import CodeNeeded, NotFound, Refused
from jtbd_core.wave import Answers, Rating, Wave

RATED = Answers(ratings=(Rating(outcome="time", importance=5, experience=2),))
ANNA, BERT = "a" * 22, "b" * 22


def test_a_wave_with_codes_takes_no_newcomer_without_one(store: Store, wave: Wave) -> None:
    """Nothing is stored before a code was used; who had begun before there were codes goes on."""
    store.save(wave.id, BERT, RATED)
    (code,) = store.add_codes(wave.id, 1)
    assert store.wave(wave.id).asks_code
    with pytest.raises(CodeNeeded):
        store.save(wave.id, ANNA, RATED)
    assert not store.may_begin(wave.id, ANNA)
    store.use_code(wave.id, code, ANNA)
    assert store.may_begin(wave.id, ANNA)
    store.save(wave.id, ANNA, RATED)
    store.save(wave.id, BERT, Answers(is_finished=True))
    assert store.progress(wave.id).joined == 2


def test_a_code_opens_one_response(store: Store, wave: Wave) -> None:
    """Whoever used it may repeat it; to a second person it is like a code that was never made."""
    code = store.add_codes(wave.id, 2)[0]
    for typed in (code, code.lower().replace("-", " ")):
        store.use_code(wave.id, typed, ANNA)
    for refused in (code, "AAAAA-AAAAA"):
        with pytest.raises(NotFound):
            store.use_code(wave.id, refused, BERT)
    assert not store.may_begin(wave.id, BERT)


def test_who_repeats_with_another_code_uses_it_not_up(store: Store, wave: Wave) -> None:
    """A code typed by somebody who has begun is left for the person it belongs to."""
    first, second = store.add_codes(wave.id, 2)
    store.use_code(wave.id, first, ANNA)
    store.use_code(wave.id, second, ANNA)
    store.use_code(wave.id, second, BERT)
    assert store.may_begin(wave.id, BERT)


def test_of_many_phones_with_one_code_one_wins(store: Store, wave: Wave) -> None:
    """However many use a code at once, one may begin."""
    (code,) = store.add_codes(wave.id, 1)

    def is_let_in(number: int) -> bool:
        try:
            store.use_code(wave.id, code, f"{number:022}")
        except NotFound:
            return False
        return True

    with ThreadPoolExecutor(12) as phones:
        assert sum(phones.map(is_let_in, range(24))) == 1


def test_no_code_stands_in_the_database(store: Store, wave: Wave, address: str, opened: Callable[[], Store]) -> None:
    """Codes are kept as digests, and nothing tells which response began with which."""
    (code,) = store.add_codes(wave.id, 1)
    store.use_code(wave.id, code, ANNA)
    store.close()
    raw = psycopg.connect(address) if address.startswith("postgresql") else duckdb.connect(address)
    ((_, digest, is_used, _),) = raw.execute("SELECT * FROM code").fetchall()
    raw.close()
    assert code.replace("-", "") not in digest
    assert is_used


def test_a_code_belongs_to_one_wave(store: Store, wave: Wave) -> None:
    """A code of one round opens nothing in the next."""
    (code,) = store.add_codes(wave.id, 1)
    store.set_status(wave.id, "closed")
    later = store.open_wave(wave.study_id)
    assert not later.asks_code
    store.add_codes(later.id, 1)
    with pytest.raises(NotFound):
        store.use_code(later.id, code, ANNA)


def test_deleting_leaves_nothing_of_the_admission(store: Store, wave: Wave) -> None:
    """Who deletes the answers is forgotten, and the code stays used."""
    (code,) = store.add_codes(wave.id, 1)
    store.use_code(wave.id, code, ANNA)
    store.save(wave.id, ANNA, RATED)
    store.delete_response(store.response(ANNA).id)
    assert not store.may_begin(wave.id, ANNA)
    with pytest.raises(NotFound):
        store.use_code(wave.id, code, BERT)


@pytest.mark.parametrize("count", [0, 10_001])
def test_codes_are_made_within_bounds(store: Store, wave: Wave, count: int) -> None:
    """None, or too many at once, are refused, and the wave stays open to everybody."""
    with pytest.raises(Refused):
        store.add_codes(wave.id, count)
    assert not store.wave(wave.id).asks_code


def test_a_wrong_code_waits_for_no_writer(store: Store, wave: Wave) -> None:
    """Nor does a used one, or a look whether somebody may begin: a flood of guesses keeps no save waiting."""
    (used,) = store.add_codes(wave.id, 1)
    store.use_code(wave.id, used, BERT)
    with ThreadPoolExecutor(1) as stranger, store._database.write_lock:
        for code in ("AAAAA-AAAAA", used):
            assert isinstance(stranger.submit(store.use_code, wave.id, code, ANNA).exception(timeout=10), NotFound)
        may_begin = stranger.submit(store.may_begin, wave.id, ANNA).result(timeout=10)
    assert not may_begin


def test_codes_not_used_are_told_in_steps(store: Store, wave: Wave) -> None:
    """Which code was used last nobody can tell from two lists: used ones leave them five at a time, for good."""
    codes = store.add_codes(wave.id, 12)
    elsewhere = store.add_codes(store.open_wave(wave.study_id, is_beside=True).id, 1)
    for number in range(4):
        store.use_code(wave.id, codes[number], f"{number:022}")
    assert store.unused_codes(wave.id, [*codes, *elsewhere]) == codes
    store.use_code(wave.id, codes[4], f"{4:022}")
    assert store.unused_codes(wave.id, codes) == codes[5:]
    store.use_code(wave.id, codes[5], f"{5:022}")
    assert store.unused_codes(wave.id, codes) == codes[5:]
    store.set_status(wave.id, "closed")
    with pytest.raises(Refused, match="closed"):
        store.unused_codes(wave.id, codes)
