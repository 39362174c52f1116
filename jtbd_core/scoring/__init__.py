"""From ratings to scores with 95 % intervals: pure functions over data frames.

A frame of ratings has the columns `respondent, outcome, importance, experience`; the two ratings are whole
numbers from 1 to 5 or missing. Without a column `importance` only satisfaction, share falling short and value
wanted exist.
"""

from jtbd_core.scoring.compare import compare
from jtbd_core.scoring.drivers import drivers
from jtbd_core.scoring.segments import segments
from jtbd_core.scoring.standing import standing
from jtbd_core.scoring.stress import stress_test
from jtbd_core.scoring.table import score
from jtbd_core.scoring.verdicts import verdict

__all__ = [
    "compare",
    "drivers",
    "score",
    "segments",
    "standing",
    "stress_test",
    "verdict",
]
