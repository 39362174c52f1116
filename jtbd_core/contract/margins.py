"""The margin of a study: to what shares its results are weighted for viewers."""

from typing import Protocol

from jtbd_core.wave.margin import Margin


class Margins(Protocol):
    """The margins of studies."""

    def margin(self, study_id: str) -> Margin | None:
        """Return the margin of a study, None where viewers see plain results alone."""
        ...

    def set_margin(self, study_id: str, margin: Margin | None) -> None:
        """Keep the margin of a study in place of the one before; `Refused` if the study lacks one of its options."""
        ...
