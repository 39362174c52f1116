"""The board of a wave: the argument that each part of the results page is drawn from."""

from typing import NamedTuple

from jtbd_core.live.findings import Findings
from jtbd_core.study import Study, StudyRecord
from jtbd_core.wave import Wave


class Board(NamedTuple):
    """A wave of a study with its findings, and for whom they are drawn.

    `study` holds the outcomes that the findings cover, without those the wave did not ask; `is_shared` is true on a
    stakeholder's link, false for the facilitator.
    """

    record: StudyRecord
    study: Study
    wave: Wave
    found: Findings
    is_shared: bool
