"""The display and pace of a wave that is run in a room, and the notes on its outcomes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from jtbd_core.wave.stage import Counts, Note, NoteKind, Stage


class Stages(Protocol):
    """The display and pace of a wave that is run in a room, and the notes on its outcomes."""

    def stage(self, wave_id: str) -> Stage:
        """Return the state of the display: begun, pace, frozen, prediction; a default one before anything was set."""
        ...

    def begin(self, wave_id: str) -> Stage:
        """Switch the display from the lobby to the rating; idempotent."""
        ...

    def set_pace(self, wave_id: str, opened: int | None) -> Stage:
        """Set how many sections the form has opened, None for everybody at their own pace."""
        ...

    def freeze(self, wave_id: str, counts: Counts) -> Stage:
        """Keep a snapshot of the wave, which the display shows until `unfreeze`; idempotent."""
        ...

    def unfreeze(self, wave_id: str) -> Stage:
        """Drop the snapshot, so that the display shows the wave again."""
        ...

    def predict(self, wave_id: str, outcomes: Sequence[str]) -> Stage:
        """Replace the prediction: the ids of the outcomes that the team expects at the top.

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
        """Replace kind, author and text of a note; the same errors as `add_note`."""
        ...

    def delete_note(self, note_id: str) -> None:
        """Delete a note, for good; idempotent."""
        ...
