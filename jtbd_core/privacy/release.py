"""Which ratings of a wave are released to viewers while it goes on: an outcome moves in steps of at least 5 people.

The steps are computed from the log of ratings alone, so they are the same for all viewers and after a restart. Deleted
ratings are no longer in the log: they leave at once, and the steps are as if they had never been given.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.privacy.threshold import THRESHOLD

RATINGS = ["respondent", "outcome", "importance", "experience", "not_applicable"]
NO_ANSWER = 0


class ReleaseSteps:
    """How far the log of ratings is released, outcome by outcome, as its rows are fed one after the other.

    All rows up to the number `revealed` are released. After that an outcome is released up to a row once the answers
    of at least 5 people differ there from what is shown; one that is changed back to what is shown no longer counts.
    """

    def __init__(self, outcomes: int, revealed: int) -> None:
        self._revealed = revealed
        self._shown: list[dict[int, int]] = [{} for _ in range(outcomes)]
        self._waiting: list[dict[int, int]] = [{} for _ in range(outcomes)]
        self.until = [revealed] * outcomes
        """Up to which row of the log each outcome is released."""

    def advance(self, seq: int, respondent: int, outcome: int, answer: int) -> None:
        """Take in the row `seq` of the log: one respondent's answer to an outcome, both by number (0: no answer)."""
        shown, waiting = self._shown[outcome], self._waiting[outcome]
        if seq <= self._revealed:
            shown[respondent] = answer
            return
        if shown.get(respondent, NO_ANSWER) == answer:
            waiting.pop(respondent, None)
        else:
            waiting[respondent] = answer
        if len(waiting) >= THRESHOLD:
            shown.update(waiting)
            waiting.clear()
            self.until[outcome] = seq


def released(log: pd.DataFrame, revealed: int, asks_importance: bool = True) -> pd.DataFrame:
    """Return the ratings that may be shown to viewers, in the columns of `Store.ratings`.

    `log` has a row per save, as `Store.log` gives it; up to the row numbered `revealed` all is released.
    """
    seq = log["seq"].to_numpy(np.int64)
    (respondents, _), (outcomes, found) = pd.factorize(log["respondent"]), pd.factorize(log["outcome"])
    order = np.lexsort((seq, respondents, outcomes))
    seq, respondents, outcomes = seq[order], respondents[order], outcomes[order]
    is_first = np.ones(len(order), bool)
    is_first[1:] = np.diff(respondents).astype(bool) | np.diff(outcomes).astype(bool)
    answers = _answers(log, asks_importance)[order]
    # Most saves repeat what is there: without them the loop over the log is three times shorter.
    is_change = answers != np.where(is_first, NO_ANSWER, np.roll(answers, 1))
    changes = np.column_stack((seq, respondents, outcomes, answers))[is_change]
    shown = seq <= _until(changes[np.argsort(changes[:, 0])], len(found), revealed)[outcomes]
    is_last = shown & ~np.append(shown[1:] & ~is_first[1:], False)
    return log.loc[:, RATINGS].take(order[is_last])


def _answers(log: pd.DataFrame, asks_importance: bool) -> npt.NDArray[np.int64]:
    """Return a number for each row's pair of ratings, the same for the same pair; 0 where it counts in no score."""
    (importance, _), (experience, points) = pd.factorize(log["importance"]), pd.factorize(log["experience"])
    counts = (experience >= 0) & ((importance >= 0) | (not asks_importance))
    return np.where(counts, (importance + 1) * len(points) + experience + 1, NO_ANSWER).astype(np.int64)


def _until(changes: npt.NDArray[np.int64], outcomes: int, revealed: int) -> npt.NDArray[np.int64]:
    """Return up to which row each outcome is released, from the rows (seq, respondent, outcome, answer) in order."""
    steps = ReleaseSteps(outcomes, revealed)
    if (changes[:, 0] > revealed).any():
        for row in zip(*(column.tolist() for column in changes.T), strict=True):
            steps.advance(*row)
    return np.array(steps.until, np.int64)
