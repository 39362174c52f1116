"""What a page for a board says of solutions and of job steps."""

import pandas as pd

from jtbd_core.live.origins import Origins
from jtbd_core.report.comparison import step_comparison
from jtbd_core.scoring.driver_sentences import CAUSES

SAID = "No job step stands out for the three that fall short most. “I feel moved” goes with “Listen” above all."


def test_what_no_step_explains_is_said_before_what_one_does() -> None:
    """The headline of the page stands whole, not only the steps that stand out."""
    found = Origins("", SAID, ("How well … goes with 38 %.", CAUSES), pd.DataFrame(), (), {}, ())
    assert step_comparison(found).lines == (SAID, CAUSES)
