"""Whether a file brings people who are in an earlier round already: told by their whole answers, for ids may be others.

A tool exports everybody again a month later. As a round of its own the file would count the earlier people twice, and
from the difference of both rounds the answers of the few new ones could be computed.

Answers may agree by chance, if few are asked little. So it is counted on both sides how many people gave each whole
answer, and what is told by is that both numbers are the same. Of other people they are with at most `CHANCE`, whatever
people think and however many there are: no number above 0 has more than 1/e under any Poisson distribution.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import pandas as pd
from scipy.special import bdtrc

from jtbd_core.contract import Store
from jtbd_core.contract.answer_files import answer_files
from jtbd_core.errors import Refused
from jtbd_core.wave.rounds import round_name

CHANCE = math.exp(-1)
UNLIKELY = 0.01
"""People are taken for the same where most of these numbers agree, and by chance so many do with less than this.

Those are 5 of 5 whole answers, 12 of 18, and 51 of 100. Fewer than five tell nothing.
"""

MISSING = -999.0
RATINGS = ("importance", "experience")
"""What is compared of each outcome, besides whether it does not apply."""


def check_new_people(
    store: Store, study_id: str, asked: Collection[str], folder: Path, watch: Callable[[], object]
) -> None:
    """Refuse answers in the files of a folder if they are, for the most part, in a wave of the study already.

    Compared are those of the outcomes `asked` that people of the wave rated. Of the two sides it is the smaller whose
    people must be on the other, so that a file of all earlier waves is found too. Some people are read at a time;
    `watch` is called at each.

    Raises:
        Refused: most people of a wave are in the file, or most of the file in a wave.
    """
    pairs = store.study(study_id).study.pairs()
    found: dict[frozenset[str], pd.Series[int]] = {}
    for wave in store.waves(study_id):
        theirs, rated = _whole(_watched(store.rating_parts(wave.id), watch), asked)
        if rated not in found:
            found[rated], _ = _whole(_watched(_ratings(folder, pairs), watch), rated)
        if same := _same_people(found[rated], theirs):
            raise Refused(
                f"The answers of {same:,} of these {found[rated].sum():,} people are in “{round_name(wave)}” already: "
                "import only the new people, or the file as a study of its own."
            )


def _same_people(mine: "pd.Series[int]", theirs: "pd.Series[int]") -> int:
    """Return how many people gave whole answers that as many gave on the other side, 0 if that may be chance."""
    few, many = sorted((mine, theirs), key=lambda one: int(one.sum()))
    agree = few[few == many.reindex(few.index, fill_value=0)]
    is_most = 2 * len(agree) > len(few)
    return int(agree.sum()) if is_most and bdtrc(len(agree) - 1, len(few), CHANCE) < UNLIKELY else 0


def _whole(parts: Iterable[pd.DataFrame], asked: Collection[str]) -> tuple["pd.Series[int]", frozenset[str]]:
    """Return how many people gave each whole answer to some outcomes, and those of them that somebody rated.

    A whole answer is a number: the sum of one for each rating, in whatever order and parts they come.
    """
    sums, rated = [pd.Series(dtype="uint64")], set[str]()
    for part in parts:
        is_given = part["not_applicable"].astype(bool) | part[list(RATINGS)].notna().any(axis=1)
        given = part[is_given & part["outcome"].isin(list(asked))]
        said = given[list(RATINGS)].astype("float64").fillna(MISSING)
        said = said.assign(outcome=given["outcome"].astype("str"), not_applicable=given["not_applicable"].astype(bool))
        sums.append(pd.util.hash_pandas_object(said, index=False).groupby(given["respondent"].astype("str")).sum())
        rated.update(map(str, given["outcome"].unique()))
    return pd.concat(sums).groupby(level=0).sum().value_counts(), frozenset(rated)


def _ratings(folder: Path, pairs: frozenset[str]) -> Iterator[pd.DataFrame]:
    """Yield the ratings in the files of a folder as a store gives them: of a pair, the difference is the experience."""
    for name, table in answer_files(folder):
        if name == "rating":
            part = table.to_pandas()
            expected = part["expectation"].astype("float64").where(part["outcome"].isin(list(pairs)), 0.0)
            yield part.assign(experience=part["experience"] - expected)


def _watched(parts: Iterable[pd.DataFrame], watch: Callable[[], object]) -> Iterator[pd.DataFrame]:
    for part in parts:
        watch()
        yield part
