"""The answers of a wave as data frames."""

from typing import TYPE_CHECKING, Protocol

from jtbd_core.wave import Group

if TYPE_CHECKING:
    import pandas as pd


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
