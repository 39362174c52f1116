"""What the results page shows, handed to each of its parts."""

from typing import NamedTuple

from jtbd_core.live.findings import Findings
from jtbd_core.study import Study, StudyRecord
from jtbd_core.wave import Wave


class Board(NamedTuple):
    """A wave of a study with its findings, as somebody looks at them.

    `study` is the study as the findings show it, without what the wave did not ask; `is_shared` tells a stakeholder
    from the facilitator.
    """

    record: StudyRecord
    study: Study
    wave: Wave
    found: Findings
    is_shared: bool
