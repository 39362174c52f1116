"""The notes, decisions and targets of a wave as a table."""

from datetime import date

from jtbd_core.contract import Store
from jtbd_core.exchange.answers import answers_workbook, wave_answers
from jtbd_core.exchange.decisions import decision_table
from jtbd_core.wave.target import Aim
from tests.store.studies import PARCEL


def test_notes_and_targets_stand_in_one_sheet(store: Store) -> None:
    """Each has its outcomes in words, who answers for it and, if it is a target, its share and its day."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.add_note(wave.id, "time", "decision", "Ann", "=two couriers more")
    aim = Aim(outcomes=("on-time", "undamaged"), at_most=40, owner="Bert", due=date(2026, 3, 31))
    target = store.add_target(wave.id, aim)
    table = decision_table(PARCEL, store.notes(wave.id), [target])
    assert table[["kind", "by", "due"]].to_numpy().tolist() == [
        ["decision", "Ann", ""],
        ["target", "Bert", "2026-03-31"],
    ]
    assert table["statement"][1] == "The package is delivered on time; The package is not damaged upon arrival"
    assert table["at_most_percent"].isna().tolist() == [True, False]
    assert answers_workbook(wave_answers(store, PARCEL, wave)).startswith(b"PK")


def test_without_decisions_the_table_is_empty() -> None:
    """Its columns are there."""
    assert decision_table(PARCEL, [], []).empty
