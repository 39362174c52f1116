"""The tools of the outline, used on ticked outcomes."""

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import opened, tick
from tests.pages.words import press


@pytest.mark.parametrize(
    ("button", "after"),
    [
        ("Up", ["whole", "on-time"]),
        ("Down", ["on-time", "whole"]),
        ("Delete", ["on-time"]),
        ("Copy", ["on-time", "whole", "o1"]),
    ],
)
def test_ticked_outcomes_are_worked_on(
    page: AppTest, store: Store, record: StudyRecord, button: str, after: list[str]
) -> None:
    """What is ticked is moved, copied or deleted."""
    tick(page, "whole")
    press(page, button)
    assert [one.id for one in store.study(record.id).study.outcomes] == after


def test_ticked_outcomes_change_place_and_polarity(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Another step or dimension, another polarity: one choice for all that are ticked."""
    tick(page, "whole")
    page.menu_button(key="desk-move").click("Wrap").run()
    opened(page.run(), "step.wrap")
    tick(page, "whole")
    page.menu_button(key="desk-polarity").click("avoid").run()
    whole = store.study(record.id).study.outcomes[1]
    assert (whole.step, whole.dimension, whole.polarity) == ("wrap", None, "avoid")
