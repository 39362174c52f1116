"""What was done to a study, as its owner reads it."""

from datetime import datetime, timedelta

from jtbd_core.contract import Store
from jtbd_core.contract.rights import Actor
from jtbd_core.contract.sharing import Deed
from pages.rights.audit import OPERATOR, audit_rows
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT
from tests.pages.made_files import given

AT = datetime(2026, 3, 3, 12)


def test_the_same_in_a_row_is_one_line() -> None:
    """With the time of the last, and how often; of another person, sign-in or deed it is another line."""
    deeds = [("ann", "1", "changed"), ("ann", "1", "changed"), ("", "2", "changed"), ("ann", "1", "changed")]
    rows = audit_rows([Deed(AT - timedelta(hours=hour), *one, "s") for hour, one in enumerate(deeds)])
    assert [row["When"] for row in rows] == [f"3 Mar 2026, {at} UTC" for at in ("12:00", "10:00", "09:00")]
    assert [row["Who"] for row in rows] == ["ann", OPERATOR, "ann"]
    assert [row["What"] for row in rows] == ["changed (2 times)", "changed", "changed"]


def test_an_owner_reads_the_list_and_others_do_not(visit_as: Visit, store: Store) -> None:
    """Also as a file; an editor sees who may see the study, and no list."""
    record = store.for_actor(Actor(kind="facilitator", name="ann@example.com", sign_in="1a2b")).add_study(DRAFT)
    store.share(record.id, "ben@example.com", "editor")
    page = visit_as("ann", "access.py", study=record.id)
    assert page.dataframe[0].value["Sign-in"].tolist() == ["1a2b"]
    assert len(visit_as("ben", "access.py", study=record.id).dataframe) == 0


def test_the_list_is_given_as_a_file(facilitate: Visit, store: Store) -> None:
    """Of one study, and to whoever runs the server of all."""
    for _ in range(2):
        store.for_actor(Actor(kind="facilitator", name="ann@example.com", sign_in="1a2b")).add_study(DRAFT)
    first, second = (one.id for one in store.studies())
    said = b"ann@example.com,1a2b,started the study,"
    one = given(facilitate("access.py", study=first), store, "The whole list as CSV")
    assert [said + study.encode() in one for study in (first, second)] == [True, False]
    every = given(facilitate(), store, "What was done")
    assert all(said + study.encode() in every for study in (first, second))
