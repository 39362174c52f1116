"""The answers of a wave as data frames."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jtbd_core.wave import Group
from jtbd_core.wave.log_part import LogPart

if TYPE_CHECKING:
    import pandas as pd


class AnswerPart(NamedTuple):
    """The answers of some people: the frames of the verbs of `AnswerFrames` that have these names."""

    ratings: "pd.DataFrame"
    profiles: "pd.DataFrame"
    cards: "pd.DataFrame"
    assignments: "pd.DataFrame"
    weights: "pd.DataFrame"


class AnswerFrames(Protocol):
    """The answers of a wave as data frames.

    A respondent is named by the key of their weights: the id of the response, in a copied wave that of the first one.
    """

    def ratings(self, wave_id: str, group: Group | None = None, until: int | None = None) -> "pd.DataFrame":
        """Return the latest ratings: columns respondent, outcome, importance, experience, not_applicable.

        One row per respondent and outcome; importance and experience are floats, NaN where missing. Where outcomes are
        rated in pairs there is a column `expectation` too, and their experience is what is met less what is expected.
        With `until` ratings are the latest up to that row of the log.
        """
        ...

    def log(self, wave_id: str, until: int) -> "pd.DataFrame":
        """Return the saves up to the row numbered `until`: the columns of `ratings`, and `seq`, the number of the row.

        A save that arrived after a newer one of the same card never counted and has no row. Of an answer that was
        deleted after something was released there is a row under a random respondent, its ratings `wave.ledger.ERASED`.
        """
        ...

    def log_parts(self, wave_id: str, after: int) -> Iterator[LogPart]:
        """Yield the rows of the log numbered above `after` as whole numbers, some at a time and in any order.

        All are as of one moment; saves that arrived after a newer one of the same card are among them, with the times
        at which all were `tapped`. After 0, of answers that were deleted there are rows as in `log`.
        """
        ...

    def weights(self, wave_id: str) -> "pd.DataFrame":
        """Return the weights that an imported file gave: columns respondent, weight, above 0 on any scale.

        Whoever has none has no row; only imported waves have any.
        """
        ...

    def has_weights(self, wave_id: str) -> bool:
        """Whether `weights` has rows."""
        ...

    def profiles(self, wave_id: str) -> "pd.DataFrame":
        """Return the profile answers: columns respondent, question, option."""
        ...

    def cards(self, wave_id: str) -> "pd.DataFrame":
        """Return how each card was answered: respondent, outcome, position (in the form, from 1), seconds, took_bait.

        One row per respondent and outcome that was saved; NaN where the position or the time is not known. Respondents
        who `took_bait` filled in a field of the form that people do not see.
        """
        ...

    def assignments(self, wave_id: str) -> "pd.DataFrame":
        """Return which outcomes each respondent is shown: columns respondent, outcome; all others are *not shown*.

        Holds everybody who has begun in a wave where each rates a part; empty where everybody is shown everything.
        """
        ...

    def rating_parts(self, wave_id: str) -> "Iterator[pd.DataFrame]":
        """Yield the latest ratings of some people at a time, as `answer_parts` does, and read nothing else."""
        ...

    def answer_parts(self, wave_id: str) -> Iterator[AnswerPart]:
        """Yield all answers as of one moment, those of some people at a time, so that few of them are in memory.

        There is a part without rows where nobody has answered.
        """
        ...
