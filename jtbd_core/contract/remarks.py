"""What respondents wrote in own words: read, grouped, cleaned of names, deleted and released by the facilitator."""

from collections.abc import Collection
from typing import Protocol

from jtbd_core.wave.remark import Remark


class Remarks(Protocol):
    """The remarks of a wave.

    Where its author writes a released one anew or deletes it, others of its batch are withdrawn along with it, as
    `privacy.leaving_with` chooses. Verbs that change one raise `NotFound` once its author has deleted it or written it
    anew: its id is gone then.
    """

    def remarks(self, wave_id: str) -> list[Remark]:
        """Return all remarks of a wave, in an order that does not follow who wrote when."""
        ...

    def group_remark(self, remark_id: str, outcome: str = "", label: str = "") -> None:
        """Put a remark under an outcome of the study (its id) or a label, or under neither.

        Raises:
            Refused: the study has no such outcome, both are given, or the label is too long.
        """
        ...

    def hide_words(self, remark_id: str, words: Collection[str]) -> None:
        """Replace words in a remark by `HIDDEN_NAME`, for good: its author, too, sees it so from now on.

        Raises:
            Refused: none of the words is in the remark.
        """
        ...

    def delete_remark(self, remark_id: str) -> None:
        """Delete a remark, for good, also from the answers of its author; idempotent."""
        ...

    def release_remarks(self, wave_id: str, remark_ids: Collection[str]) -> None:
        """Release remarks of a wave together, as a batch, for everybody who may see its results.

        Raises:
            Refused: `privacy.check_batch` says why they may not be released.
        """
        ...
