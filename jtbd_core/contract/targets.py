"""The value targets of a study, each set from the results of one of its waves."""

from typing import Protocol

from jtbd_core.wave.target import Aim, Target


class Targets(Protocol):
    """The value targets of a study."""

    def targets(self, study_id: str) -> list[Target]:
        """Return the targets of a study, the oldest first."""
        ...

    def add_target(self, wave_id: str, aim: Aim) -> Target:
        """Set a target from the results of a wave; `Refused` if the study lacks one of its outcomes."""
        ...

    def change_target(self, target_id: str, aim: Aim) -> Target:
        """Replace what a target aims at; the same errors as `add_target`, and `NotFound` for one that was deleted."""
        ...

    def delete_target(self, target_id: str) -> None:
        """Delete a target, for good; idempotent."""
        ...
