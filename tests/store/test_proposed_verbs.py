"""What an assistant proposes for a draft waits for its facilitator, and changes nothing of the study."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.proposed_lines import MOST_PROPOSED
from jtbd_core.errors import NotFound, Refused, StudyFrozen
from tests.store.studies import PARCEL


def test_lists_wait_until_they_are_taken(store: Store) -> None:
    """In their order, each study its own; the study itself stays as it is."""
    record, other = store.add_study(PARCEL), store.add_study(PARCEL)
    for text in ("I feel calm", "I feel safe\nI feel ready"):
        store.propose_lines(record.id, text)
    assert store.proposed_lines(record.id) == ("I feel calm", "I feel safe\nI feel ready")
    assert store.study(record.id) == record
    assert store.take_proposed_lines(other.id) == ()
    assert store.take_proposed_lines(record.id) == ("I feel calm", "I feel safe\nI feel ready")
    assert store.take_proposed_lines(record.id) == ()


def test_only_a_draft_on_the_desk_takes_proposals(store: Store) -> None:
    """A launched study, one in the bin and one that is not there refuse."""
    launched, binned = store.add_study(PARCEL).id, store.add_study(PARCEL).id
    store.open_wave(launched)
    store.shelve_study(binned, "bin")
    for study_id, refusal in ((launched, StudyFrozen), (binned, Refused), ("none", NotFound)):
        with pytest.raises(refusal):
            store.propose_lines(study_id, "I feel calm")
        assert store.proposed_lines(study_id) == ()


def test_only_so_much_waits(store: Store) -> None:
    """What would be too much is refused whole; once the others are taken there is room again."""
    record = store.add_study(PARCEL)
    store.propose_lines(record.id, "a" * (MOST_PROPOSED - 1))
    with pytest.raises(Refused, match="looks at those first"):
        store.propose_lines(record.id, "no")
    store.take_proposed_lines(record.id)
    store.propose_lines(record.id, "no")


def test_a_deleted_study_takes_its_proposals_with_it(store: Store) -> None:
    """Nothing of them is left."""
    record = store.add_study(PARCEL)
    store.propose_lines(record.id, "I feel calm")
    store.delete_study(record.id)
    assert store.proposed_lines(record.id) == ()
