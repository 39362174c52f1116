"""Groups of respondents as labels: each person's option of each question, and the people among whom labels may move."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings

Chosen = npt.NDArray[np.int16]
Strata = list[npt.NDArray[np.intp]]
"""The people of each stratum by number; labels are shuffled inside strata only."""

NEEDED = ("respondent", "question", "option")


class Labels(NamedTuple):
    """A question's options in the order of their text, and each person's option by number, −1 without one."""

    question: object
    options: tuple[object, ...]
    chosen: Chosen


def labels_of(groups: pd.DataFrame, respondents: Sequence[object]) -> list[Labels]:
    """Return the labels of these respondents for each question, the questions in the order of their text.

    `groups` has the columns `respondent, question, option`, at most a row per respondent and question; respondents are
    matched by the text of their identifiers, and others are left out. Raises UnusableRatings.
    """
    if missing := [name for name in NEEDED if name not in groups.columns]:
        raise UnusableRatings(f"The groups have no column {' and no column '.join(map(repr, missing))}.")
    if groups.duplicated(["respondent", "question"]).any():
        person, question = groups.loc[groups.duplicated(["respondent", "question"]), ["respondent", "question"]].iloc[0]
        raise UnusableRatings(f"Respondent {person} has more than one option of the question {question}.")
    number = _numbers(respondents)
    person = groups["respondent"].astype(str).map(number)
    found = groups.assign(person=person)[person.notna() & groups["option"].notna()]
    return [
        _labels(question, rows, len(respondents))
        for question, rows in sorted(found.groupby("question", observed=True), key=lambda one: str(one[0]))
    ]


def _labels(question: object, rows: pd.DataFrame, people: int) -> Labels:
    options = tuple(sorted(rows["option"].unique(), key=str))
    place = {option: number for number, option in enumerate(options)}
    chosen = np.full(people, -1, np.int16)
    chosen[rows["person"].to_numpy(np.int64)] = rows["option"].map(place).to_numpy(np.int16)
    return Labels(question, options, chosen)


def strata_of(
    labels: Sequence[Labels], respondents: Sequence[object], within: object, person: Mapping[Any, Any] | None
) -> Strata:
    """Return the strata: those with one option of the question `within`, and the respondents who are one person.

    Who has no option is in a stratum with those who have none either; without `within` and `person` all are in one.
    Raises UnusableRatings for a question that does not exist, or a respondent without a person.
    """
    stratum = pd.DataFrame(index=range(len(respondents)))
    if within is not None:
        asked = {str(one.question): one.chosen for one in labels}
        if str(within) not in asked:
            raise UnusableRatings(f"The groups have no question {within} to compare within.")
        stratum["option"] = asked[str(within)]
    if person is not None:
        named = {str(respondent): str(who) for respondent, who in person.items()}
        if lost := [one for one in respondents if str(one) not in named]:
            raise UnusableRatings(f"No person is given for the respondent {lost[0]}.")
        stratum["person"] = [named[str(one)] for one in respondents]
    if stratum.columns.empty:
        return [np.arange(len(respondents))]
    return [np.sort(people) for people in stratum.groupby(list(stratum.columns)).indices.values()]


def _numbers(respondents: Sequence[object]) -> dict[str, int]:
    return {str(respondent): number for number, respondent in enumerate(respondents)}
