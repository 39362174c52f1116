"""The difference that the import of a file of outcomes makes."""

from jtbd_core.exchange.outcomes_diff import OutcomesDiff, outcomes_diff
from jtbd_core.exchange.outcomes_file import with_outcomes_file
from tests.exchange.test_outcomes_file import DRAFT


def test_added_changed_and_removed_outcomes_are_listed() -> None:
    """The difference lists statements and added steps, and says that the order changes."""
    file = (
        b"id,kind,job_step,polarity,statement\n"
        b"c,key outcome,Pack,wanted,Minimize the time it takes to wrap\n"
        b"a,functional,,wanted,It arrives on time\n"
        b",social,,wanted,My boss trusts me\n"
    )
    assert outcomes_diff(DRAFT, with_outcomes_file(DRAFT, file)) == OutcomesDiff(
        added=("My boss trusts me",),
        changed=("It arrives → It arrives on time", "Minimize the time it takes to wrap"),
        removed=("It is not damaged",),
        steps=("Pack",),
        is_reordered=True,
    )
