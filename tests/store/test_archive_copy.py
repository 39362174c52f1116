"""What a copy of a study has that its archive does not hold."""

from datetime import datetime

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.study.results_link import LinkSettings
from tests.store.studies import PARCEL
from tests.store.test_archive_verbs import copied


def test_links_of_stakeholders_have_new_keys(store: Store, other: Store) -> None:
    """They show what they showed, until when, in what frame, behind the same passphrase; revoked ones are left."""
    study, ends = store.add_study(PARCEL).id, datetime(2040, 5, 6, 7)
    (first,) = store.results_links(study)
    store.revoke_results_link(first.id)
    hashed = access.passphrase_hash("open sesame")
    board = LinkSettings(name="Board", depth="headlines", files=False, remarks=True, passphrase=hashed, expires_at=ends)
    team = LinkSettings(name="Team", data=True, frame_origin="https://intranet.example")
    for one in (board, team):
        store.add_results_link(study, one)
    copies = other.results_links(copied(store, study, other).id)
    assert [one.settings for one in copies] == [board, team]
    assert not {one.key for one in copies} & {one.key for one in store.results_links(study)}
    assert other.results_link(copies[0].key).settings.name == "Board"
