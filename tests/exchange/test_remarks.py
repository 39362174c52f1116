"""The remarks of a wave as a file of their own."""

from jtbd_core.exchange.remarks import remarks_csv
from jtbd_core.wave.remark import Remark
from tests.store.studies import PARCEL


def test_each_remark_is_a_row_that_leads_to_nobody() -> None:
    """It says under what it stands, and whether it was released and is shown; formulas do not run."""
    remarks = [Remark(id=f"{n}", kind="missed", text=f"Text {n}", batch="b", outcome="time") for n in range(5)]
    remarks += [Remark(id="x", kind="solution", text="=1+1"), Remark(id="y", kind="missed", text="Left", batch="c")]
    heading, *rows = remarks_csv(PARCEL, remarks).decode().splitlines()
    assert heading == "question,remark,outcome,statement,label,is_released,is_shown"
    assert rows[0] == f"What did we miss?,Text 0,time,{PARCEL.outcomes[0].statement},,True,True"
    assert rows[5:] == [
        "Something else used today,'=1+1,,,,False,False",
        "What did we miss?,Left,,,,True,False",
    ]
