"""The board of waves: the argument that each part of the results page is drawn from."""

from typing import NamedTuple

from jtbd_core.live.findings import Findings
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.results_link import ResultsLink, Shown
from jtbd_core.wave import Group, Wave
from pages.components.my_store import may


class Board(NamedTuple):
    """What a results page shows of a study: the chosen waves and group with their findings, and for whom.

    `wave` is the latest of `waves`. `study` holds the outcomes that the findings cover, without those the waves did
    not ask; `link` is the one that a stakeholder came by, None for the facilitator.
    """

    record: StudyRecord
    study: Study
    waves: tuple[Wave, ...]
    group: Group | None
    found: Findings
    link: ResultsLink | None

    @property
    def is_shared(self) -> bool:
        """Whether a stakeholder looks at it, by a link."""
        return self.link is not None

    @property
    def is_editable(self) -> bool:
        """Whether whoever looks may change the study, and read what tells of single people."""
        return self.link is None and may("editor", self.record.id)

    def shows(self, what: Shown) -> bool:
        """Whether whoever looks may see this: the facilitator all, others what their link shows."""
        return self.link is None or self.link.settings.shows(what)

    @property
    def wave(self) -> Wave:
        """The latest of the chosen waves."""
        return self.waves[-1]
