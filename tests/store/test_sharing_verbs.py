"""Owners, editors and viewers of studies, and the list of what each did."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.rights import SHELL, Actor
from jtbd_core.errors import NotFound, Refused
from jtbd_core.exchange.archive_file import opened_archive
from jtbd_core.exchange.archive_writing import write_archive
from jtbd_core.store.sharing_verbs import MOST_SHARES
from jtbd_core.wave import Answers
from tests.store.studies import PARCEL, rated

ANN = Actor(kind="facilitator", name="ann@example.com", sign_in="1a2b")
BEN = Actor(kind="facilitator", name="ben@example.com", sign_in="3c4d")
OPERATOR = Actor(kind="operator")


def told(store: Store) -> list[tuple[str, str, str]]:
    """Return who did what from which sign-in, the earliest first."""
    return [(one.who, one.what, one.sign_in) for one in reversed(store.whole_audit())]


def test_who_starts_a_study_owns_it(store: Store, opened: Callable[[], Store]) -> None:
    """Others see it once it is shared with them, also after a restart, and no more once that is withdrawn."""
    record = store.for_actor(ANN).add_study(PARCEL)
    assert store.shares(record.id) == {"ann@example.com": "owner"}
    assert store.for_actor(BEN).studies() == []
    store.for_actor(ANN).share(record.id, " Ben@Example.com ", "viewer")
    store.close()
    again = opened()
    assert again.for_actor(BEN).studies() == again.studies() == [again.study(record.id)]
    with pytest.raises(Refused, match=r"look at this study, not change it: ask ann@example\.com\."):
        again.for_actor(BEN).open_wave(record.id)
    again.for_actor(ANN).withdraw_share(record.id, "ben@example.com")
    with pytest.raises(NotFound):
        again.for_actor(BEN).study(record.id)


def test_an_imported_copy_is_its_importer_s(store: Store, tmp_path: Path) -> None:
    """The archive says nothing of who may see the first study."""
    record = store.for_actor(ANN).add_study(PARCEL)
    write_archive(store, record.id, tmp_path / "parcels.headway")
    with opened_archive(tmp_path / "parcels.headway") as archived:
        copy = store.for_actor(BEN).add_copy(archived)
    assert store.shares(copy.id) == {"ben@example.com": "owner"}
    assert told(store)[-1] == ("ben@example.com", "imported the study from an archive", "3c4d")


def test_a_study_of_the_operator_without_an_account_is_everybody_s(store: Store) -> None:
    """As all were before there were owners; whoever then makes it theirs shares it."""
    record = store.for_actor(OPERATOR).add_study(PARCEL)
    assert store.for_actor(BEN).studies() == [record]
    with pytest.raises(Refused, match="has an owner"):
        store.share(record.id, "ben@example.com", "editor")
    store.for_actor(ANN).share(record.id, ANN.name, "owner")
    assert store.for_actor(BEN).studies() == []
    assert store.for_actor(OPERATOR).studies() == [record]


def test_a_study_keeps_an_owner(store: Store) -> None:
    """The last one can neither leave nor become less; of two, one can."""
    record = store.for_actor(ANN).add_study(PARCEL)
    for lose in (lambda: store.withdraw_share(record.id, ANN.name), lambda: store.share(record.id, ANN.name, "editor")):
        with pytest.raises(Refused, match="make somebody else its owner first"):
            lose()
    store.share(record.id, BEN.name, "owner")
    store.for_actor(BEN).withdraw_share(record.id, ANN.name)
    assert store.shares(record.id) == {BEN.name: "owner"}


@pytest.mark.parametrize("who", ["", "ann", "ann b", "ann@", "@example.com", "a@b@c.org", f"{'a' * 250}@example.com"])
def test_only_an_address_or_an_id_is_somebody(store: Store, who: str) -> None:
    """A word is taken for the id of an account; nothing else is taken."""
    record = store.for_actor(ANN).add_study(PARCEL)
    if who == "ann":
        store.share(record.id, who, "viewer")
        return
    with pytest.raises(Refused, match="e-mail address"):
        store.share(record.id, who, "viewer")


def test_a_study_is_shared_with_so_many_people_at_most(store: Store) -> None:
    """A further one is refused, another role of one of them is not."""
    record = store.for_actor(ANN).add_study(PARCEL)
    for number in range(MOST_SHARES - 1):
        store.share(record.id, f"p{number}@example.com", "viewer")
    store.share(record.id, "p0@example.com", "editor")
    with pytest.raises(Refused, match="no more"):
        store.share(record.id, "one.more@example.com", "viewer")


def test_what_is_done_is_noted_with_who_and_from_where(store: Store) -> None:
    """The operator sees all, an owner what was done to theirs; reading and saving answers is not noted."""
    record = store.for_actor(ANN).add_study(PARCEL)
    store.for_actor(ANN).share(record.id, BEN.name, "editor")
    wave = store.for_actor(BEN).open_wave(record.id)
    store.for_actor(BEN).save(wave.id, access.new_key(), Answers(remark="It rained."))
    store.for_actor(BEN).ratings(wave.id)
    store.for_actor(BEN).set_status(wave.id, "closed")
    with pytest.raises(Refused):
        store.for_actor(BEN).set_status(wave.id, "open")
    store.for_actor(SHELL).shelve_study(record.id, "bin")
    assert store.for_actor(ANN).audit(record.id) == store.whole_audit()
    assert told(store) == [
        ("ann@example.com", "started the study", "1a2b"),
        ("ann@example.com", "made ben@example.com editor", "1a2b"),
        ("ben@example.com", "opened a round", "3c4d"),
        ("ben@example.com", "set round 1 to closed", "3c4d"),
        ("", "moved the study to the bin", "shell"),
    ]


def test_the_list_outlives_the_study(store: Store) -> None:
    """Who deleted it stays, for the operator; nobody's rights in it do."""
    record = store.for_actor(ANN).add_study(PARCEL)
    store.for_actor(ANN).delete_study(record.id)
    assert told(store)[-1] == ("ann@example.com", "deleted the study for good", "1a2b")
    assert store.shares(record.id) == {}
    with pytest.raises(NotFound):
        store.for_actor(BEN).audit(record.id)


def test_a_deed_is_noted_in_the_transaction_that_does_it(store: Store) -> None:
    """What fails after it was half done leaves no note, and what a verb tidies up on the way is not its deed."""
    record = store.for_actor(ANN).add_study(PARCEL)
    wave = store.open_wave(record.id)
    store.save(wave.id, access.new_key(), rated("time", 5, 2))
    with pytest.raises(Exception):  # noqa: B017 - the engine's own
        store.for_actor(ANN).set_status(wave.id, "lost")  # type: ignore[arg-type]
    assert told(store) == [("ann@example.com", "started the study", "1a2b")]
    assert store.wave(wave.id).status == "open"
