"""What may be shown of a wave that goes on: answers are released in steps, so that no change tells of one person.

The steps follow from the log of ratings alone: they are the same for all viewers, and after a restart. An answer that
a respondent deletes leaves at once and for good, and those after it are counted again as if it had never been given.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

SMALLEST_GROUP = 5
"""A group of fewer people, or one that leaves fewer others, is not shown: it could be told who they are."""

RATINGS = ["respondent", "outcome", "importance", "experience", "not_applicable"]


def released(log: pd.DataFrame, revealed: int, asks_importance: bool = True) -> pd.DataFrame:
    """Return the ratings that may be shown, in the columns of `Store.ratings`.

    `log` has a row per save, numbered in its column `seq`, and the columns of `Store.ratings`. All that was saved up
    to `revealed` is released. After that an outcome moves only once its rating by at least 5 people differs from what
    is shown, and then to the latest of everybody.
    """
    seq = log["seq"].to_numpy(np.int64)
    (respondents, _), (outcomes, found) = pd.factorize(log["respondent"]), pd.factorize(log["outcome"])
    order = np.lexsort((seq, respondents, outcomes))
    seq, respondents, outcomes = seq[order], respondents[order], outcomes[order]
    is_first = np.ones(len(order), bool)
    is_first[1:] = np.diff(respondents).astype(bool) | np.diff(outcomes).astype(bool)
    cells = _cells(log, asks_importance)[order]
    # Most saves repeat what is there: without them the loop over the log is three times shorter.
    is_change = cells != np.where(is_first, 0, np.roll(cells, 1))
    changes = np.column_stack((seq, respondents, outcomes, cells))[is_change]
    until = np.array(_until(changes[np.argsort(changes[:, 0])], len(found), revealed), np.int64)
    shown = seq <= until[outcomes]
    is_last = shown & ~np.append(shown[1:] & ~is_first[1:], False)
    return log.loc[:, RATINGS].take(order[is_last])


def _cells(log: pd.DataFrame, asks_importance: bool) -> npt.NDArray[np.int64]:
    """Return each row's rating as one number, 0 where it counts in no score."""
    importance = np.nan_to_num(log["importance"].to_numpy(float)).astype(np.int64)
    experience = np.nan_to_num(log["experience"].to_numpy(float)).astype(np.int64)
    counts = (experience > 0) & ((importance > 0) | (not asks_importance))
    return np.where(counts, 6 * importance + experience, 0)


def _until(changes: npt.NDArray[np.int64], outcomes: int, revealed: int) -> list[int]:
    """Return for each outcome up to where in the log it is released.

    A change is where in the log a rating became another, a row of seq, respondent, outcome and rating (0: none).
    """
    until = [revealed] * outcomes
    if not (changes[:, 0] > revealed).any():
        return until
    shown: list[dict[int, int]] = [{} for _ in range(outcomes)]
    waiting: list[dict[int, int]] = [{} for _ in range(outcomes)]
    for seq, respondent, outcome, cell in zip(*(column.tolist() for column in changes.T), strict=True):
        if seq <= revealed:
            shown[outcome][respondent] = cell
            continue
        if shown[outcome].get(respondent, 0) == cell:
            waiting[outcome].pop(respondent, None)  # the mind was changed back: nothing would be seen of it
        else:
            waiting[outcome][respondent] = cell
        if len(waiting[outcome]) >= SMALLEST_GROUP:
            shown[outcome].update(waiting[outcome])
            waiting[outcome].clear()
            until[outcome] = seq
    return until
