"""What a comparison of groups shows, in sentences; differences are said in the units of their measure."""

import math
from typing import NamedTuple

import pandas as pd

from jtbd_core.scoring.measures import COUNTS, MEASURES, Measure, Row

OTHER = {"success outcomes": "key outcomes", "key outcomes": "success outcomes"}


LARGEST = {"unmet": 1.0, "share_short": 1.0, "opportunity": 20.0, "value_wanted": 4.0}
"""The largest difference there can be, by score."""

MOST_FINDABLE = 0.8
"""From this share of it on, what could have been found is as good as nothing."""


class Marked(NamedTuple):
    """Marked differences, the largest first, each once: of one question, and of two crossed.

    `elsewhere` is how many are in outcomes of the other kind. The frames have the columns of `compare` and `statement,
    group` (the group's words).
    """

    single: pd.DataFrame
    crossed: pd.DataFrame
    elsewhere: int


def differences_sentence(marked: Marked, by: str, kind: str, findable: float) -> str:
    """Return the headline of a comparison of the outcomes of a kind, such as "success outcomes".

    `findable` is the smallest difference that could have been found.
    """
    for found, of in (
        (marked.single, ""),
        (marked.crossed, " between groups of people who gave the same answers to two questions"),
    ):
        if len(found):
            return _largest(found, of, by)
    if marked.elsewhere:
        return f"No group differs beyond noise in {kind}; {_differences(marked.elsewhere).lower()} in {OTHER[kind]}."
    return f"No group differs beyond noise{could_have_shown(findable, by)}."


def question_sentence(marked: pd.DataFrame, by: str, question: str, elsewhere: int, findable: float) -> str:
    """Return the headline of the groups of one question, from its marked differences, the largest first.

    `elsewhere` is how many differences there are between the groups of other questions.
    """
    others = f"{_differences(elsewhere)} between other groups." if elsewhere else ""
    if len(marked):
        return f"{_largest(marked, f' by “{question}”', by)} {others}".strip()
    rest = f"; {others[0].lower()}{others[1:]}" if others else f"{could_have_shown(findable, by)}."
    return f"No group differs beyond noise by “{question}”{rest}"


def _largest(found: pd.DataFrame, of: str, by: str) -> str:
    """Return how many differences there are, and the largest in words."""
    count = len(found)
    said = f"{_count(count)} difference{'' if count == 1 else 's'}{of} {'is' if count == 1 else 'are'} beyond noise."
    return f"{said} {'' if count == 1 else 'The largest: '}{difference_sentence(found.iloc[0], by)}"


def _differences(count: int) -> str:
    return "One difference is" if count == 1 else f"{_count(count)} differences are"


def could_have_shown(findable: float, by: str) -> str:
    """Return what would have been found, as the end of a sentence; empty where nothing was compared."""
    if math.isnan(findable):
        return ""
    if findable >= MOST_FINDABLE * LARGEST[by]:
        return "; so few answers could hardly have shown any difference"
    return f"; the smallest difference these answers could have shown is about {size(findable, MEASURES[by])}"


def difference_sentence(row: Row, by: str) -> str:
    """Return one difference as a sentence: who differs, on what, and both scores."""
    measure = MEASURES[by]
    if measure.unit:
        return (
            f"“{row['statement']}” {measure.title} for {measure.measured({by: row['score']})} "
            f"of the group “{row['group']}”, for {measure.measured({by: row['others']})} of the others."
        )
    return (
        f"“{row['statement']}” has {measure.title} {measure.measured({by: row['score']})} for “{row['group']}”, "
        f"{measure.measured({by: row['others']})} for the others."
    )


def both_scores(row: Row, measure: Measure) -> str:
    """Return the scores of a group and of the others: "8 %, others 67 %"."""
    own, others = (measure.measured({measure.name: row[name]}) for name in ("score", "others"))
    return f"{own}, others {others}"


def difference_in_words(row: Row, measure: Measure) -> str:
    """Return a difference with its 95 % interval: "−59 points (−76 to −27)"."""
    low, high = (measure.signed(row[f"difference_{end}"]) for end in ("low", "high"))
    return f"{measure.signed(row['difference'])} points ({low} to {high})"


def size(value: float, measure: Measure) -> str:
    """Return the size of a difference with its unit: "22 percentage points", "2.3 points"."""
    number = f"{measure.per * value:.{measure.decimals}f}"
    unit = "percentage points" if measure.unit else "points"
    return f"{number} {unit}"


def once(marked: pd.DataFrame) -> pd.DataFrame:
    """Return marked rows, the largest difference first, without those that mirror another.

    Where a question has two options and nobody skipped it, each is the others of the other: kept is the one with more.
    """
    rows = marked.sort_values("difference", key=lambda values: -values.abs(), kind="stable")
    rows = rows.assign(_more=rows["difference"] < 0, _size=rows["difference"].abs().round(9))
    rows = rows.sort_values(["_size", "_more"], ascending=[False, True], kind="stable")
    pair = rows[["n", "n_others"]].max(axis=1), rows[["n", "n_others"]].min(axis=1)
    seen = pd.DataFrame({"question": rows["question"], "outcome": rows["outcome"], "size": rows["_size"]})
    is_again = seen.assign(most=pair[0], least=pair[1]).duplicated()
    return rows[~is_again].drop(columns=["_more", "_size"])


def _count(many: int) -> str:
    return COUNTS[many] if many < len(COUNTS) else str(many)
