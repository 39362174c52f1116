"""What a batch checks again, though the caller looked study and wave up before."""

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import CodeNeeded, NotFound, Refused, WaveClosed
from jtbd_core.store.batch import Batch, Save
from jtbd_core.store.engine import Row, Session
from jtbd_core.study import OTHER_SOLUTION
from jtbd_core.wave import Answers, Rating, Wave, WaveStatus

ANNA = "a" * 22
RATED = Answers(ratings=(Rating(outcome="time", importance=5, experience=2),))


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_wave_that_stopped_since_the_look_up_takes_no_answers(store: Store, wave: Wave, status: WaveStatus) -> None:
    """The save fails with the status that the wave has now, and nothing is stored."""
    record = store.study(wave.study_id)
    store.set_status(wave.id, status)
    saving = store.saving(record, wave, ANNA, RATED)
    with pytest.raises(WaveClosed, match=status):
        saving.result()
    assert store.ratings(wave.id).empty


def test_a_study_that_was_deleted_since_the_look_up_takes_no_answers(store: Store, wave: Wave) -> None:
    """The save fails as for a wave that never was."""
    record = store.study(wave.study_id)
    store.delete_study(wave.study_id)
    with pytest.raises(NotFound):
        store.saving(record, wave, ANNA, RATED).result()


def test_what_needs_no_database_is_refused_at_once(store: Store, wave: Wave) -> None:
    """A study in the bin, and an outcome that is not asked, are refused before anything is queued."""
    record = store.study(wave.study_id)
    with pytest.raises(Refused, match="no outcome"):
        store.saving(record, wave, ANNA, Answers(ratings=(Rating(outcome="unknown"),)))
    with pytest.raises(WaveClosed, match="binned"):
        store.saving(store.shelve_study(wave.study_id, "bin"), wave, ANNA, RATED)


class Counted:
    """A session that counts the statements about a table."""

    def __init__(self, session: Session, table: str) -> None:
        self._session = session
        self._table = table
        self.statements = 0

    def rows(self, statement: str, *values: object) -> list[Row]:
        """Run one statement, and count it if it is about the table."""
        self.statements += self._table in statement
        return self._session.rows(statement, *values)


def test_what_many_people_write_takes_as_many_statements_as_what_one_writes(store: Store, wave: Wave) -> None:
    """A flood of remarks keeps the taps of a room waiting no longer than a flood of taps; the last text is kept."""

    def statements(people: str, remark: str) -> int:
        answers = Answers(remark=remark, profile={"solution": OTHER_SOLUTION}, own_solution=remark)
        saves = [
            Save(wave.id, access.response_id(name * 22), access.receipt_digest(name * 22), one)
            for name in people
            for one in (Answers(remark="before"), answers)
        ]
        with store._database.writing() as session:
            counted = Counted(session, "remark")
            Batch(counted, store._database.responses, store._lookup).write(saves)
        return counted.statements

    assert statements("abcdefgh", "first") == statements("i", "first")
    assert statements("abcdefgh", "second") == statements("i", "second")
    assert sorted(one.text for one in store.remarks(wave.id)) == ["second"] * 18
    statements("abcdefghi", "")
    assert not store.remarks(wave.id)


def test_many_without_a_code_take_one_statement(store: Store, wave: Wave) -> None:
    """A flood of saves of people who were not let in is refused as fast as one of them; who was let in is not."""
    (code,) = store.add_codes(wave.id, 1)
    store.use_code(wave.id, code, ANNA)
    people = (access.response_id(name * 22) for name in "abcdefgh")
    saves = [Save(wave.id, one, access.digest(one), RATED) for one in people]
    with store._database.writing() as session:
        counted = Counted(session, "admission")
        refusals = Batch(counted, store._database.responses, store._lookup).write(saves)
    assert counted.statements == 1
    assert [type(one) for one in refusals] == [type(None), *[CodeNeeded] * 7]
