"""What changed from one round to another, in words: verdicts, headline, description, key and table."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.scoring.measures import COUNTS, LEANS, MARGINS, MEASURES, Measure
from jtbd_core.scoring.results import Changes

LABELLED = 5
"""The most outcomes that have their name at their slope: more would cover each other."""

WORDS = {
    "unmet": ("fewer people", "more people"),
    "share_short": ("falls short for fewer", "falls short for more"),
    "opportunity": ("less opportunity", "more opportunity"),
    "value_wanted": ("less wanted", "more wanted"),
}
"""What a score has become that changed: less, and more."""

HEADED = {
    "unmet": ("Matters and falls short for ", "fewer people", "more people", "For fewer"),
    "share_short": ("Falls short for ", "fewer people", "more people", "For fewer"),
    "opportunity": ("", "Less opportunity", "More opportunity", "Less"),
    "value_wanted": ("", "Less value wanted", "More value wanted", "Less"),
}
"""The same before the outcomes of a headline: how both begin, less, more, and less where more was said before."""

MOST_NAMED = 4
"""The outcomes a headline names that changed for the worse, and that changed for the better; the list has all."""

MARKS = {"less": "▼ ", "more": "▲ ", "cannot tell": "? ", "unchanged": "= "}
GROUPS = {"changed": "Changed beyond noise", "cannot tell": "Cannot tell", "unchanged": "No change shown"}


def listed(changed: Changes, by: str, statements: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows of `change_list`: those of `changed`, with statement, group, figures, told and interval.

    First come the largest changes beyond noise, then of the others those that are highest now.
    """
    measure = MEASURES[by]
    names = {"less": "changed", "more": "changed"}
    table = changed.changed.assign(group=changed.changed["verdict"].replace(names))
    table = table.assign(first=table["difference"].abs().where(table["group"] == "changed", table["now"]))
    table = table.sort_values("first", ascending=False, kind="stable").drop(columns="first")
    table = table.sort_values("group", key=lambda one: one.map(list(GROUPS).index), kind="stable")
    rows = [row for _, row in table.iterrows()]
    return table.assign(
        statement=table["outcome"].map(statements),
        figures=[f"{_figure(measure, row['before'])} → {_figure(measure, row['now'])}{measure.unit}" for row in rows],
        told=[_verdict(measure, row) for row in rows],
        interval=[
            f"{measure.signed(row['difference_low'])} to {measure.signed(row['difference_high'])}" for row in rows
        ],
    )


def _figure(measure: Measure, score: float) -> str:
    return f"{measure.per * score:.{measure.decimals}f}"


def _verdict(measure: Measure, row: pd.Series) -> str:
    """Return the verdict on a change in words: "▼ fewer people", "? cannot tell", "= within ±20"."""
    less, more = WORDS[measure.name]
    within = "" if pd.isna(row["within"]) else f"{measure.per * row['within']:g}"
    words = {"less": less, "more": more, "cannot tell": "cannot tell", "unchanged": f"within ±{within}"}
    return MARKS[row["verdict"]] + words[row["verdict"]]


def change_description(changed: Changes, by: str, statements: Mapping[str, str], before: str, now: str) -> str:
    """Describe the change between two rounds: how many outcomes changed, which, and of how many it cannot be told."""
    table = listed(changed, by, statements)
    told = table[table["group"] == "changed"]
    named = [f"{row.statement}: {row.figures}" for row in told.head(LABELLED).itertuples()]
    counts = f"{len(told)} of {len(table)} outcomes changed from {before} to {now} ({MEASURES[by].title})"
    unsure = int((table["group"] == "cannot tell").sum())
    return f"{counts}{': ' + '; '.join(named) if named else ''}. Cannot tell: {unsure}."


def change_key(by: str, changed: pd.DataFrame, most: int = MOST_ROWS) -> str:
    """Return what the marks of a list of at most so many rows mean, from the table `changed` of `Changes`."""
    measure, looked_at = MEASURES[by], len(changed)
    widest = f"{measure.per * MARGINS * changed['step'].iloc[0]:g}"
    points = " points" if measure.unit else ""
    shown = f"Shown: {most} of {looked_at} outcomes. " if looked_at > most else ""
    chance = f"; of {looked_at} outcomes some intervals leave out 0 by chance" if looked_at > 1 else ""
    return (
        f"{shown}Bar: 95 % interval of the change to expect when asked again. {LEANS} ▼ ▲: changed beyond "
        f"noise{chance}. Grey band: ±{widest}{points}. “= within”: no change shown; one of up to that size would not "
        "have been seen."
    )


def changes_headline(changed: Changes, kind: str, by: str, statements: Mapping[str, str], since: str) -> str:
    """Return what changed in a sentence, and of how many outcomes of a kind the answers cannot tell."""
    table = listed(changed, by, statements)
    told = table[table["group"] == "changed"]
    unsure = int((table["group"] == "cannot tell").sum())
    rest = f" For {unsure} of {len(table)} the answers cannot tell." if unsure else ""
    if len(table) == 1 and told.empty:
        only = f"“{table['statement'].iloc[0]}”"
        if unsure:
            return f"The answers cannot tell whether {only} changed since {since}."
        return f"{only} did not change beyond noise since {since}."
    if told.empty:
        return f"No {kind.removesuffix('s')} changed beyond noise since {since}.{rest}"
    count = COUNTS[len(told)] if len(told) < len(COUNTS) else str(len(told))
    many = f"{count} {kind.removesuffix('s') if len(told) == 1 else kind}"
    start, less, more, after = HEADED[by]
    worse, better = (told[told["verdict"] == verdict] for verdict in ("more", "less"))
    named = _named(worse, f"{start}{more}"), _named(better, f"{start}{less}" if worse.empty else after)
    return f"{many} changed since {since}. {' '.join(filter(None, named))}{rest}"


def _named(told: pd.DataFrame, over: str) -> str:
    """Return the outcomes that changed in one direction, the largest change first, each with what it was and is."""
    first = [f"“{row['statement']}”, {row['figures']}" for _, row in told.head(MOST_NAMED).iterrows()]
    rest = [f"{len(told) - MOST_NAMED} more"] if len(told) > MOST_NAMED else []
    return f"{over}: {'; '.join([*first, *rest])}." if first else ""


def columns_of(changed: Changes, by: str, statements: Mapping[str, str]) -> Sequence[dict[str, Any]]:
    """Return the rows of the list as a table: statement, verdict, people and score of both rounds, the change."""
    measure = MEASURES[by]
    return [
        {
            "Outcome": row["statement"],
            "Verdict": row["told"],
            "Before": float(_figure(measure, row["before"])),
            "n before": int(row["n_before"]),
            "Now": float(_figure(measure, row["now"])),
            "n": int(row["n"]),
            "Change": float(_figure(measure, row["difference"])),
            "95 % from": float(_figure(measure, row["difference_low"])),
            "to": float(_figure(measure, row["difference_high"])),
        }
        for _, row in listed(changed, by, statements).iterrows()
    ]
