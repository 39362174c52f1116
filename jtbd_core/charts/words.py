"""The words of a chart: statements cut to fit, and numbers as a reader wants them."""

import re
import textwrap

import altair as alt
import pandas as pd

LETTERS = "ABCDEFGH"
_OPENINGS = (
    (re.compile(r"\b(?:minimi[sz]e|reduce|decrease|lower) the ", re.I), "↓ "),
    (re.compile(r"\b(?:increase|maximi[sz]e|raise) the ", re.I), "↑ "),
)


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Break a text into at most `lines` lines of at most `width` characters; an ellipsis marks what was cut."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_on_hyphens=False))


def labels(statement: str) -> tuple[str, str]:
    """Return a statement short enough to stand beside a dot, once wide and once narrow.

    The opening words that all key outcomes share give way to an arrow for their direction.
    """
    for opening, arrow in _OPENINGS:
        statement = opening.sub(arrow, statement, count=1)
    statement = statement.replace("time it takes to", "time to")
    return wrapped(statement, 26, lines=3), wrapped(statement, 17, lines=4)


def letters(scores: pd.DataFrame) -> dict[str, str]:
    """Return the letter of each outcome that the landscape labels: those at the top, at most eight, best first.

    Of the letters each kind has half, and what the other does not need.
    """
    top = scores[(scores["n"] > 0) & (scores["tie_group"] == 1)]
    is_key = top["kind"] == "key outcome"
    most, key = len(LETTERS), int(is_key.sum())
    key = min(key, max(most // 2, most - (len(top) - key)))
    place = top.groupby(is_key).cumcount()
    return dict(zip(top.loc[place < is_key.map({True: key, False: most - key}), "outcome"], LETTERS, strict=False))


def interval(row: pd.Series, score: str, digits: int = 1, unit: str = "") -> str:
    """Return a score with its 95 % interval, such as `13.7 (11.2–15.9)`; a share with `unit="%"` counts per hundred."""
    times = 100 if unit == "%" else 1
    value, low, high = (f"{times * row[name]:.{digits}f}" for name in (score, f"{score}_low", f"{score}_high"))
    return f"{value}{unit and ' ' + unit} ({low}–{high})"


def group_name(group: int) -> str:
    """Return what the list calls a tie group."""
    return "Top group" if group == 1 else f"Group {group}"


def told(scores: pd.DataFrame) -> pd.DataFrame:
    """Add the tooltip's columns, each a text: the full statement and every score there is, with its interval."""
    avoided = scores["polarity"].eq("avoid").map({True: ", to avoid", False: ""}).astype(str)
    parts = {
        "Outcome": scores["statement"].astype(str),
        "Kind": scores["kind"].astype(str) + avoided,
        "Answers": scores["n"].astype(int).astype(str),
    }
    for title, score, digits, unit in _SCORES:
        if score in scores:
            texts = [interval(row, score, digits, unit) for _, row in scores.iterrows()]
            parts[title] = pd.Series(texts, index=scores.index, dtype=str)
    return scores.assign(**parts)


def tooltip(scores: pd.DataFrame) -> list[alt.Tooltip]:
    """Return the tooltip's columns that a frame from `told` has."""
    titles = ["Outcome", "Kind", "Answers", *(title for title, *_ in _SCORES), "Drawn"]
    return [alt.Tooltip(title, type="nominal") for title in titles if title in scores]


_SCORES = (
    ("Opportunity", "opportunity", 1, ""),
    ("Importance", "importance", 1, ""),
    ("Satisfaction", "satisfaction", 1, ""),
    ("Value wanted", "value_wanted", 2, ""),
    ("Falls short", "share_short", 0, "%"),
)
