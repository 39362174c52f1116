"""How a wave is run before people, and what was noted of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jtbd_core.stage import Counts, Note, NoteKind, Stage


class Stages(Protocol):
    """How a wave is run before people, and what was noted of it."""

    def stage(self, wave_id: str) -> Stage:
        """Return where a wave stands before its people."""
        ...

    def begin(self, wave_id: str) -> Stage:
        """Let the rating begin on the display; a second time changes nothing."""
        ...

    def set_pace(self, wave_id: str, opened: int | None) -> Stage:
        """Let the form open so many sections, or all at everybody's own pace (None)."""
        ...

    def freeze(self, wave_id: str, counts: Counts) -> Stage:
        """Let the display show the wave as it is now until it goes on; a second time changes nothing."""
        ...

    def unfreeze(self, wave_id: str) -> Stage:
        """Let the display go on."""
        ...

    def predict(self, wave_id: str, outcomes: Sequence[str]) -> Stage:
        """Keep which outcomes the team expects at the top, in place of what it expected before.

        Raises:
            Refused: the wave has been revealed, or these are not outcomes of the study, or too many of one list.
        """
        ...

    def joined_since(self, wave_id: str, moment: datetime) -> int:
        """Return how many people gave their first answer after a moment (UTC)."""
        ...

    def notes(self, wave_id: str) -> list[Note]:
        """Return the notes and decisions of a wave, the oldest first."""
        ...

    def add_note(self, wave_id: str, outcome: str, kind: NoteKind, author: str, text: str) -> Note:
        """Pin a note or a decision to an outcome; `Refused` if it is empty or too long."""
        ...

    def change_note(self, note_id: str, kind: NoteKind, author: str, text: str) -> Note:
        """Put a note in other words."""
        ...

    def delete_note(self, note_id: str) -> None:
        """Delete a note, for good; one that is gone already does no harm."""
        ...
