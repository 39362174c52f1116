"""Where success comes from, in sentences: which job steps the unmet success outcomes go with."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from jtbd_core.scoring.drivers import FALSE
from jtbd_core.scoring.measures import COUNTS

NOTHING = "the steps tell nothing about it"
NONE = "no step stands out"
CAUSES = "Goes with, not causes."
VARIATION = (
    "% of the variation: of all differences between people on an outcome, how much goes along with how well a job step "
    "serves them."
)
MOST_NAMED = 2
"""The outcomes that a headline names where each goes with another step."""


def drivers_headline(found: pd.DataFrame, statements: Mapping[str, str], which: str = "success outcomes") -> str:
    """Return with which job steps the success outcomes in a table of `drivers` go; `which` says which these are."""
    many = found["outcome"].nunique()
    all_of_them = f"{_number(many).lower()} {which}"
    leading = found[found["stands_out"] & ~found["is_opposite"]].sort_values("share", ascending=False, kind="stable")
    if leading.empty:
        if not (found["p"] <= FALSE).any():
            return "How people are served in the job steps tells nothing about these success outcomes."
        return f"No job step stands out for {'this success outcome' if many == 1 else f'any of the {all_of_them}'}."
    counts = leading["step"].value_counts()
    steps = [step for step in found["step"].unique() if counts.get(step, 0) == counts.max()]
    times = int(counts.max())
    if times > 1:
        named = " or ".join(f"“{step}”" for step in steps)
        rest = [f"{_number(count).lower()} with “{step}”" for step, count in counts.items() if step not in steps]
        others = f"; {_listed(rest)}" if len(rest) <= MOST_NAMED and rest else ""
        return f"{_number(times)} of the {all_of_them} go with one job step above all: {named}{others}."
    first = enumerate(leading.drop_duplicates("outcome").head(MOST_NAMED).to_dict("records"))
    pairs = [
        f"“{statements[str(row['outcome'])]}” {'with' if at else 'goes with'} “{row['step']}”" for at, row in first
    ]
    return f"{', '.join(pairs)} above all."


def first_without(found: pd.DataFrame) -> str:
    """Return that no step stands out for the first outcomes of a table, where one does for a later one; else nothing.

    `found` has the outcome that falls short most first.
    """
    leads = found["stands_out"] & ~found["is_opposite"]
    has_step = leads.groupby(found["outcome"], sort=False).any().tolist()
    many = has_step.index(True) if any(has_step) else 0
    which = "the one that falls short most" if many == 1 else f"the {_number(many).lower()} that fall short most"
    return f"No job step stands out for {which}." if many else ""


def _number(count: int) -> str:
    return COUNTS[count] if count < len(COUNTS) else str(count)


def driver_lines(found: pd.DataFrame, statements: Mapping[str, str]) -> list[str]:
    """Return for each step that stands out with which success outcomes it goes, and for which of them none does."""
    leading = found[found["stands_out"]].sort_values("share", ascending=False, kind="stable")
    lines = [
        f"How well people are served in “{step}” goes with {_listed([_goes_with(row, statements) for row in part])}."
        for step, part in ((step, leading[leading["step"] == step].to_dict("records")) for step in _often(leading))
    ]
    others = {NONE: "No step stands out for", NOTHING: "The steps tell nothing about"}
    for verdict, words in others.items():
        named = [
            f"“{statements[str(outcome)]}”"
            for outcome, part in found.groupby("outcome", sort=False)
            if said_of(part) == f"{verdict}."
        ]
        lines += [f"{words} {_listed(named)}."] if named else []
    return lines


def _often(leading: pd.DataFrame) -> list[str]:
    """Return the steps that stand out, the most often one first."""
    return [str(step) for step in leading["step"].value_counts().index]


def _goes_with(row: Mapping[Hashable, Any], statements: Mapping[str, str]) -> str:
    turned = ", the other way round" if row["is_opposite"] else ""
    return f"{100 * row['share']:.0f} % of the variation in “{statements[str(row['outcome'])]}”{turned}"


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def said_of(part: pd.DataFrame) -> str:
    """Return with which steps a success outcome goes, from its rows: half a sentence."""
    if not (part["p"] <= FALSE).any():
        return f"{NOTHING}."
    steps = part[part["stands_out"]].sort_values("share", ascending=False, kind="stable")
    if steps.empty:
        return f"{NONE}."
    each = [
        f"{100 * row['share']:.0f} % of the variation goes with “{row['step']}”"
        + (", the other way round" if row["is_opposite"] else "")
        for _, row in steps.iterrows()
    ]
    return f"{' and '.join(each)}."


def explained_sentence(part: pd.DataFrame) -> str:
    """Return how much of an outcome's variation goes with all steps together, or that they tell nothing."""
    first, many = part.iloc[0], len(part)
    if first["p"] > FALSE:
        return "The steps tell nothing about it"
    low, high = 100 * first["r2_low"], 100 * first["r2_high"]
    steps = f"{many} steps" if many > 1 else "step"
    return f"{100 * first['r2']:.0f} % ({low:.0f}–{high:.0f}) goes with the {steps}"
